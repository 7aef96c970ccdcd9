# SPDX-License-Identifier: Apache-2.0
"""Python's search for garbage in circles, kept to the UI thread.

Python searches on whichever thread happens to make the next object, and what it finds there dies there: a closed dialog, on
the storage thread. Qt objects must die on the thread they live in. So nobody searches by himself any more; the UI thread does,
when it has nothing else to do.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

_GENERATIONS = (2, 1, 0)


class GarbageSearch(QObject):
    """Searches between two events, as often as Python would by itself. Lives as long as the application object."""

    def __init__(self, dispatcher: QAbstractEventDispatcher, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        dispatcher.aboutToBlock.connect(self.search_if_due)

    @Slot()
    def search_if_due(self) -> None:
        for generation, count, threshold in zip(
            _GENERATIONS, reversed(gc.get_count()), reversed(gc.get_threshold()), strict=True
        ):
            if count > threshold:
                gc.collect(generation)
                return
