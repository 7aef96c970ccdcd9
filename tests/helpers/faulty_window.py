# SPDX-License-Identifier: Apache-2.0
"""A process with a real window in which faults are raised; it prints what came of it as one line of JSON.

Run with the profile folder. Chat text in the window, in the composer and in the raised errors is SECRET.
"""

import json
import os
import sys
import threading
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from helpers.window import Rig, rig
from leeward import logs
from leeward.bridge.crash import CrashReporter
from leeward.ui.application import make_application
from leeward.ui.crash_dialog import CrashDialog, CrashNotice

SECRET = "the user's private words"


class Fault(Exception):
    """Not one of ours."""


def broken(*_arguments: object, **_more: object) -> None:
    private = SECRET
    raise Fault(f"failed on {private}")


def spin_until(is_done, timeout_ms: int = 5000) -> bool:
    loop = QEventLoop()
    poll = QTimer(interval=5)
    poll.timeout.connect(lambda: loop.quit() if is_done() else None)
    QTimer.singleShot(timeout_ms, loop.quit)
    poll.start()
    loop.exec()
    poll.stop()
    return bool(is_done())


def open_dialogs() -> list[CrashDialog]:
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog) and widget.isVisible()
    ]


class Plain(QWidget):
    """A new one for each fault: PySide looks an override up once for each object."""

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def resizeEvent(self, event: QResizeEvent) -> None:
        pass


def key_press() -> QKeyEvent:
    # Posted, as keys of a user are: from QTest the fault would come back to the caller.
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def triggers(made: Rig) -> dict[str, tuple[type, str, object]]:
    """Return, by name: the class, its slot or override, and what makes Qt call it."""
    window, parts = made.window, made.parts
    page, sidebar, header = window.page, window.sidebar, window.header
    return {
        "slot of a click": (type(window.shell), "show_sidebar", header.sidebar_toggle.click),
        "slot of a text change": (type(parts.conversations), "keep_draft", lambda: page.composer.text_edited.emit("x")),
        "slot of the list": (type(sidebar), "show_conversations", parts.conversations.refresh),
        "slot of an answer of storage": (type(page), "_show_messages", lambda: window.open_conversation(made.chat)),
        "slot of the engine": (type(header), "show_model", lambda: parts.generation.load(made.plan)),
        "slot of a failed reply": (
            type(page),
            "show_error",
            lambda: parts.generation.reply_failed.emit(77, None, Fault()),
        ),
        "slot of a setting": (type(parts.appearance), "choose", lambda: parts.settings.set_value("font_size_pt", 12)),
        "slot of a search": (type(parts.conversations), "search", lambda: sidebar.search_requested.emit("x")),
        "paintEvent": (Plain, "paintEvent", lambda: QTimer.singleShot(0, lambda: Plain(window).show())),
        "resizeEvent": (Plain, "resizeEvent", lambda: QTimer.singleShot(0, lambda: Plain(window).show())),
        "keyPressEvent": (
            type(page.composer.field),
            "keyPressEvent",
            lambda: QApplication.postEvent(page.composer.field, key_press()),
        ),
        "paint of a row": (type(sidebar.view.delegate), "_paint_heading", sidebar.view.viewport().update),
    }


def main(folder: Path) -> None:
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    log_folder = folder / "logs"
    log_folder.mkdir(parents=True)
    outcome: dict[str, dict[str, object]] = {}
    with logs.configure(log_folder, verbose=False), rig(app, folder) as made:
        reporter = CrashReporter(log_folder)
        reporter.install()
        window = made.window
        CrashNotice(reporter, window, window.page.keep_draft)
        made.chat = made.add_chat(SECRET, SECRET, SECRET)
        made.plan = made.parts.settings.settings.load_plan(Path("/models/x.gguf"))
        window.show()
        window.start()
        assert spin_until(lambda: made.parts.generation.loaded_model is not None and made.window.conversations)
        seen: list[object] = []
        reporter.crashed.connect(seen.append)
        window.page.composer.set_text(SECRET + " typed")
        for name, (owner, method, act) in triggers(made).items():
            sound = getattr(owner, method)
            setattr(owner, method, broken)
            n_before = len(seen)
            for _ in range(3):
                act()
                app.processEvents()
            was_seen = spin_until(lambda n=n_before: len(seen) > n, 3000)
            setattr(owner, method, sound)
            outcome[name] = {"reported": was_seen, "dialogs": len(open_dialogs())}
            reporter._seen.clear()  # the same place again, by the next trigger
        outcome["thread"] = in_a_thread(reporter, seen)
        saved = spin_until(lambda: any(chat.draft.endswith(" typed") for chat in made.store.all()))
        for dialog in open_dialogs():
            dialog.close_button.click()
        made.window.page.composer.set_text("works")
        with_model = made.parts.generation.loaded_model is not None
        answered: list[object] = []
        made.parts.generation.reply_finished.connect(lambda *arguments: answered.append(arguments))
        made.window.new_chat()
        made.window.page.send("still there?")
        goes_on = spin_until(lambda: bool(answered))
        reporter.close()
    print(json.dumps({"outcome": outcome, "saved": saved, "goes_on": goes_on, "with_model": with_model}))


def in_a_thread(reporter: CrashReporter, seen: list[object]) -> dict[str, object]:
    n_before = len(seen)
    thread = threading.Thread(target=broken, name="worker")
    thread.start()
    thread.join()
    return {"reported": spin_until(lambda: len(seen) > n_before, 3000), "dialogs": len(open_dialogs())}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
