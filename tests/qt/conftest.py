# SPDX-License-Identifier: Apache-2.0
"""Windows for the tests of the window."""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from helpers.window import Rig, rig
from leeward.ui.garbage import GarbageSearch


@pytest.fixture(scope="package", autouse=True)
def _garbage_dies_on_this_thread(qapp: QApplication) -> Iterator[None]:
    """As in the program."""
    owner = QObject()
    GarbageSearch(QAbstractEventDispatcher.instance(), owner)
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage_of_the_last_test() -> None:
    """Many tests run no event loop, between whose events it would be searched for."""
    gc.collect(1)


@pytest.fixture
def show_in_window(qtbot) -> Iterator[Callable[..., QWidget]]:
    """Return a function that shows a widget inside a window of a given size, and returns the widget."""
    windows = []

    def show(widget: QWidget, size: tuple[int, int] = (600, 500)) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.setMinimumSize(10, 10)  # or the layout's own hints go to a platform that has none
        layout = QVBoxLayout(window)
        layout.addWidget(widget)
        window.resize(*size)
        window.show()
        return widget

    yield show
    windows.clear()


@pytest.fixture
def make_rig(qapp, qtbot, tmp_path: Path) -> Iterator[Callable[..., Rig]]:
    """Return a function that builds a window and shows it, with the starter model loaded unless told otherwise."""
    with ExitStack() as stack:

        def make(
            size: tuple[int, int] = (1200, 800),
            *,
            is_started: bool = True,
            chats: tuple[str, ...] = (),
            name: str = "profile",
            **options,
        ) -> Rig:
            made = stack.enter_context(rig(qapp, tmp_path / name, **options))
            for title in chats:
                made.add_chat(title)
            made.window.resize(*size)
            made.window.show()
            if is_started:
                with qtbot.waitSignals(
                    [made.parts.generation.model_loaded, made.parts.conversations.listed, made.parts.models.listed]
                ):
                    made.window.start()
            return made

        yield make


@pytest.fixture
def window_rig(make_rig) -> Rig:
    return make_rig()
