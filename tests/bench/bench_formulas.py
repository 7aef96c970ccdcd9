# SPDX-License-Identifier: Apache-2.0
"""How long the events of the UI thread take while formulas are typeset and drawn: a table, a long answer, one that arrives.

An event is whatever Qt hands out once: a paint, a layout, a timer, what a worker tells. Wall time, because what a person
feels is the wait, also that for the interpreter's lock, which the worker holds. Run as
`python tests/bench/bench_formulas.py [--json]`. It prints one JSON object and never fails on a time.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.ui import fonts, theme
from leeward.ui.chat.view import ChatView
from leeward.ui.stylesheet import stylesheet

N_ROUNDS = 3
FORMS = (
    r"$\frac{{{n}a + b}}{{\sqrt{{x_{{{n}}}}}}}$",
    r"$\int_0^{{{n}}} e^{{-x^2}}\,dx$",
    r"$\sum_{{i=1}}^{{{n}}} i^2 = \frac{{n(n+1)(2n+1)}}{{6}}$",
    r"$\begin{{pmatrix}} {n} & b \\ c & d \end{{pmatrix}}$",
)


class TimedApplication(QApplication):
    """Notes how long each event takes; one within another counts with that."""

    def __init__(self) -> None:
        super().__init__([])
        self.durations_ms: list[float] = []
        self._is_inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._is_inside:
            return super().notify(receiver, event)
        self._is_inside = True
        before = time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self._is_inside = False
            self.durations_ms.append((time.perf_counter() - before) * 1000)


def spin(duration_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


def table(start: int, n_rows: int) -> str:
    rows = ["| " + " | ".join(form.format(n=start + row) for form in FORMS) + " |" for row in range(n_rows)]
    return "| a | b | c | d |\n|---|---|---|---|\n" + "\n".join(rows)


def paragraphs(start: int, n_paragraphs: int) -> str:
    return "\n\n".join(
        f"So {FORMS[0].format(n=start + n)} and {FORMS[1].format(n=start + n)} give "
        f"{FORMS[2].format(n=start + n)}, by {FORMS[3].format(n=start + n)}."
        for n in range(n_paragraphs)
    )


def message(content: str) -> Message:
    return Message(MessageId(1), ConversationId(1), None, Role.ASSISTANT, MessageStatus.COMPLETE, content, "", 0.0)


def settle(view: ChatView) -> float:
    """Wait until every formula is drawn; return how long that took, in s."""
    began_s = time.perf_counter()
    formulas = view._pool.formulas
    while True:
        spin(50)
        if not formulas._wanted and not formulas._news:
            break
    spin(200)
    return time.perf_counter() - began_s


def summed(app: TimedApplication, settled_s: float) -> dict[str, float]:
    # What takes no time would make the share of what is felt look small.
    felt = sorted(duration for duration in app.durations_ms if duration >= 1.0) or [0.0]
    return {
        "n_events_of_1_ms": len(felt),
        "p50_ms": round(felt[len(felt) // 2], 1),
        "p95_ms": round(felt[min(len(felt) - 1, int(len(felt) * 0.95))], 1),
        "max_ms": round(felt[-1], 1),
        "n_over_100_ms": sum(duration > 100 for duration in felt),
        "busy_ms": round(sum(felt)),
        "settled_s": round(settled_s, 2),
    }


def bench_shown(app: TimedApplication, view: ChatView, content: str) -> dict[str, float]:
    app.durations_ms.clear()
    QTimer.singleShot(0, lambda: view.show_messages([message(content)], assistant_name="model"))
    spin(20)
    return summed(app, settle(view))


def bench_arriving(app: TimedApplication, view: ChatView, content: str) -> dict[str, float]:
    view.show_messages([], assistant_name="model")
    view.begin_reply("model")
    app.durations_ms.clear()
    for at in range(0, len(content), 40):
        view.append_text(content[at : at + 40])
        spin(33)
    settled_s = settle(view)
    view.finish_reply(None)
    return summed(app, settled_s)


def worst(rounds: list[dict[str, float]]) -> dict[str, object]:
    """Return the median of each figure, and the largest maximum of all rounds."""
    medians = {name: sorted(each[name] for each in rounds)[len(rounds) // 2] for name in rounds[0]}
    return {**medians, "max_of_all_rounds_ms": max(each["max_ms"] for each in rounds)}


def run() -> dict[str, object]:
    app = TimedApplication()
    app.setStyle("Fusion")
    app.setStyleSheet(stylesheet(theme.DARK, 11))
    fonts.load()
    view = ChatView(theme.DARK)
    view.resize(900, 700)
    view.show()
    bench_shown(app, view, "$x$")  # what is imported late is imported now
    results: dict[str, object] = {}
    for name, bench, text in (
        ("table_20_rows", bench_shown, lambda number: table(100 * number, 20)),
        ("table_100_rows", bench_shown, lambda number: table(5000 + 100 * number, 100)),
        ("paragraphs_30", bench_shown, lambda number: paragraphs(1000 + 100 * number, 30)),
        ("table_arriving", bench_arriving, lambda number: table(3000 + 100 * number, 10)),
    ):
        results[name] = worst([bench(app, view, text(number)) for number in range(N_ROUNDS)])
    view.close()
    view.deleteLater()
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the default; kept for the front door of all benchmarks")
    parser.parse_args()
    print(json.dumps(run(), indent=2))


if __name__ == "__main__":
    main()
