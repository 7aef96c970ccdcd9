# SPDX-License-Identifier: Apache-2.0
"""CPU time of the UI thread for the chat view: streaming into a long message, opening, changing and searching long chats.

Run as `python tests/bench/bench_window.py [--json]`. It prints one JSON object and never fails on a time.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.ui import fonts, theme
from leeward.ui.chat.view import ChatView
from leeward.ui.stylesheet import stylesheet

TOKENS_PER_SECOND = 100
CHARS_PER_TOKEN = 4
FLUSH_MS = 33
SIZE = (800, 600)

SAMPLE = """Here is an **iterative** version. It keeps only two numbers, so memory stays constant and `n = 10_000` is no problem.

```python
def fib(n: int) -> int:
    \"\"\"Return the n-th Fibonacci number.\"\"\"
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b  # swap
    return a
```

### Comparison

| Version | Time | Memory |
|---|---|---|
| Recursive | O(2^n) | O(n) |
| Iterative | **O(n)** | `O(1)` |

- `a` and `b` always hold two *neighbouring* values
- add `functools.cache` if you prefer the recursive form
  - nested items are indented and wrap below their own text, not below the marker

> A quote that stands for itself, see https://example.org/ for more.

A closing paragraph of ordinary length says once more what was found, and ends the answer.

"""


def message(number: int, role: Role, content: str) -> Message:
    return Message(MessageId(number), ConversationId(1), None, role, MessageStatus.COMPLETE, content, "", 0.0)


def conversation(n_messages: int) -> list[Message]:
    return [
        message(number, Role.ASSISTANT, f"Answer {number}. {SAMPLE}")
        if number % 2
        else message(number, Role.USER, f"Question {number}: how does it work in detail, and what does it cost?")
        for number in range(n_messages)
    ]


def spin(duration_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


def shown_view() -> ChatView:
    view = ChatView(theme.DARK)
    view.resize(*SIZE)
    view.show()
    spin(50)
    return view


def rss_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def bench_flush(size_chars: int, *, code_only: bool) -> dict[str, float]:
    """Stream the second half of a message of `size_chars` in real time; the first half is there already.

    "flush" is the call that takes the new text: parsing, laying out, placing. "flush_and_paint" is all that the UI thread
    does from one tick of the timer to the next: also painting, colouring code, the timer itself.
    """
    view = shown_view()
    view.show_messages(conversation(20), assistant_name="model")
    view.begin_reply("model")
    line = "    value = compute(first, second)  # what it does\n"
    source = (
        "```python\n" + line * (2 * size_chars // len(line))
        if code_only
        else SAMPLE * (2 * size_chars // len(SAMPLE) + 2)
    )
    n_per_flush = TOKENS_PER_SECOND * CHARS_PER_TOKEN * FLUSH_MS // 1000
    state = {"at": 0, "last": None}
    costs: list[float] = []
    in_call: list[float] = []
    n_start = size_chars // 2
    # The first part at once: only the flushes that meet a long message are of interest.
    for start in range(0, n_start, 200):
        view.append_text(source[start : min(n_start, start + 200)])
    state["at"] = n_start
    spin(600)
    loop = QEventLoop()

    def flush() -> None:
        now = time.thread_time()
        if state["last"] is not None:
            costs.append((now - state["last"]) * 1000)
        state["last"] = now
        if state["at"] >= size_chars:
            loop.quit()
            return
        end = state["at"] + n_per_flush
        view.append_text(source[state["at"] : end])
        in_call.append((time.thread_time() - now) * 1000)
        state["at"] = end

    timer = QTimer()
    timer.setInterval(FLUSH_MS)
    timer.timeout.connect(flush)
    started_wall, started_cpu = time.perf_counter(), time.thread_time()
    timer.start()
    loop.exec()
    timer.stop()
    share = (time.thread_time() - started_cpu) / (time.perf_counter() - started_wall)
    view.finish_reply(None)
    view.close()
    view.deleteLater()
    return {
        "message_chars": size_chars,
        "n_flushes": len(costs),
        "flush_and_paint_p50_ms": round(percentile(costs, 0.5), 2),
        "flush_and_paint_p99_ms": round(percentile(costs, 0.99), 2),
        "flush_and_paint_max_ms": round(max(costs), 2),
        "flush_p50_ms": round(percentile(in_call, 0.5), 2),
        "flush_p99_ms": round(percentile(in_call, 0.99), 2),
        "ui_thread_share": round(share, 3),
    }


def bench_open(n_messages: int) -> dict[str, float]:
    """Open a conversation that is in memory, until it is painted."""
    messages = conversation(n_messages)
    view = shown_view()
    view.show_messages(messages[:2], assistant_name="model")
    spin(700)  # what is imported late is imported now
    rss_before, cpu_before = rss_mb(), time.thread_time()
    view.show_messages(messages, assistant_name="model")
    view.viewport().repaint()
    cpu_ms = (time.thread_time() - cpu_before) * 1000
    rss_after = rss_mb()
    jumps = []
    bar = view.verticalScrollBar()
    for step in range(50):
        before = time.thread_time()
        bar.setValue(bar.maximum() * ((step * 37) % 50) // 50)
        view.viewport().repaint()
        jumps.append((time.thread_time() - before) * 1000)
    view.close()
    view.deleteLater()
    return {
        "n_messages": n_messages,
        "cpu_ms": round(cpu_ms, 1),
        "rss_growth_mb": round(rss_after - rss_before, 1),
        "jump_p50_ms": round(percentile(jumps, 0.5), 1),
        "jump_max_ms": round(max(jumps), 1),
    }


def bench_append(size_chars: int) -> float:
    """Return the median CPU time in ms of one flush at the end of a message of `size_chars`, painted, not in real time."""
    view = shown_view()
    view.show_messages(conversation(20), assistant_name="model")
    view.begin_reply("model")
    source = SAMPLE * (size_chars // len(SAMPLE) + 3)
    view.append_text(source[:size_chars])
    view.viewport().repaint()
    costs = []
    for at in range(size_chars, size_chars + 2 * len(SAMPLE), 13):
        before = time.thread_time()
        view.append_text(source[at : at + 13])
        QApplication.sendPostedEvents()
        costs.append((time.thread_time() - before) * 1000)
    view.close()
    view.deleteLater()
    return round(percentile(costs, 0.5), 3)


def bench_switch() -> dict[str, float]:
    """Change between two conversations of 2,000 messages each, until the other is painted."""
    first, second = conversation(2_000), conversation(2_000)
    view = shown_view()
    costs = []
    for number in range(20):
        before = time.thread_time()
        view.show_messages(second if number % 2 else first, assistant_name="model")
        view.viewport().repaint()
        costs.append((time.thread_time() - before) * 1000)
    view.close()
    view.deleteLater()
    return {"p50_ms": round(percentile(costs, 0.5), 1), "max_ms": round(max(costs[2:]), 1)}


def bench_find(n_messages: int) -> dict[str, float]:
    """Find a word that every answer has in a conversation of which only the end was looked at."""
    view = shown_view()
    view.show_messages(conversation(n_messages), assistant_name="model")
    spin(200)
    finder = view.finder
    loop = QEventLoop()
    state = {"first_s": 0.0}
    started_s, cpu_s = time.perf_counter(), time.thread_time()

    def on_progressed(n_hits: int, current: int, is_done: bool) -> None:
        if current and not state["first_s"]:
            state["first_s"] = time.perf_counter() - started_s
        if is_done:
            loop.quit()

    finder.progressed.connect(on_progressed)
    finder.find("iterative")
    loop.exec()
    view.close()
    view.deleteLater()
    return {
        "n_messages": n_messages,
        "n_hits": finder.n_hits,
        "first_ms": round(state["first_s"] * 1000),
        "all_s": round(time.perf_counter() - started_s, 2),
        "cpu_s": round(time.thread_time() - cpu_s, 2),
    }


def run() -> dict[str, object]:
    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    app.setStyleSheet(stylesheet(theme.DARK, 11))
    fonts.load()
    return {
        "open": [bench_open(1_000), bench_open(10_000)],
        "switch_2000": bench_switch(),
        "append_ms": {str(size): bench_append(size) for size in (1_000, 40_000)},
        "find": bench_find(2_000),
        "flush_mixed": bench_flush(8_000, code_only=False),
        "flush_code": bench_flush(8_000, code_only=True),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the default; kept for the front door of all benchmarks")
    parser.parse_args()
    print(json.dumps(run(), indent=2))


if __name__ == "__main__":
    main()
