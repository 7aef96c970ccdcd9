# SPDX-License-Identifier: Apache-2.0
"""The whole program behind a real window (offscreen): real store, real engine process."""

from contextlib import closing, contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leeward.desktop import bridges
from leeward.domain.settings import Settings
from leeward.storage.database import Database
from leeward.storage.temporary import ConversationStore
from leeward.ui.appearance import Appearance
from leeward.ui.main_window import MainWindow

WAIT_MS = 60_000


@contextmanager
def running(profile, qapp, qtbot):
    """Run the window as `desktop` does; yields (window, parts, conversations) with the model loaded."""
    with (
        closing(Database(profile.database, backups=profile.backups)) as database,
        closing(ConversationStore(database)) as conversations,
    ):
        conversations.interrupt_unfinished()
        appearance = Appearance(qapp, Settings().theme, Settings().font_size_pt)
        with bridges(profile, database, conversations, appearance) as parts:
            window = MainWindow(parts)
            with qtbot.waitSignal(parts.generation.model_loaded, timeout=WAIT_MS):
                window.show()
                window.start()
            yield window, parts, conversations
            window.close()
            window.deleteLater()


def type_and_send(window, text):
    window.page.composer.setFocus()
    editor = window.focusWidget()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def wait_for_words(qtbot, window):
    """Wait until the answer under way has some words on the screen."""
    qtbot.waitUntil(lambda: window.page.is_answering and window.page.chat.plain_text().count(" ") > 20, timeout=WAIT_MS)
