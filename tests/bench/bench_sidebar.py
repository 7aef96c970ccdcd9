# SPDX-License-Identifier: Apache-2.0
"""CPU time of the UI thread for a sidebar of 20,000 chats: listing them, and each key of a search.

Run as `python tests/bench/bench_sidebar.py [--json]`. It prints one JSON object and never fails on a time.
"""

import argparse
import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))

from PySide6.QtWidgets import QApplication

from leeward.domain.conversation import Conversation, Folder
from leeward.domain.ids import ConversationId, FolderId
from leeward.ui import fonts, theme
from leeward.ui.sidebar import Sidebar
from leeward.ui.stylesheet import stylesheet

N_CHATS = 20_000
SIZE = (268, 776)
TYPED = ("plan", "a", "winter harbour", "#work letter", "zzzz", "café")
SENTENCE = (
    "plan winter harbour letter budget garden sailing wind café poem recipe travel Lisbon code review heat pump "
    "translate manual weekly meal interview chess opening explain lifetimes landlord"
)


def chats() -> list[Conversation]:
    chosen = random.Random(1)
    words = SENTENCE.split()
    now_s = time.time()
    return [
        Conversation(
            ConversationId(number),
            " ".join(chosen.choices(words, k=5)) + f" {number}",
            None,
            "",
            now_s,
            now_s - 3600.0 * place,
            number,
            folder_id=FolderId(number % 40) if number % 5 == 0 else None,
            is_pinned=number % 2000 == 0,
            is_archived=number % 50 == 0,
            tags=("work",) if number % 7 == 0 else (),
        )
        for place, number in enumerate(range(N_CHATS, 0, -1))
    ]


def cost_ms(do: Callable[[], object]) -> float:
    before = time.thread_time()
    do()
    return (time.thread_time() - before) * 1000


def key_costs(sidebar: Sidebar) -> list[float]:
    """Type and delete every text, key by key; each until it is painted."""
    costs = []
    for text in TYPED:
        keys = [lambda letter=letter: sidebar.search.insert(letter) for letter in text]
        keys += [sidebar.search.backspace] * len(text)
        costs += [cost_ms(lambda key=key: (key(), sidebar.view.viewport().repaint())) for key in keys]
    return costs


def run() -> dict[str, object]:
    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    app.setStyleSheet(stylesheet(theme.DARK, 11))
    fonts.load()
    sidebar = Sidebar(theme.DARK)
    sidebar.resize(*SIZE)
    sidebar.show()
    app.processEvents()
    sidebar.show_folders([Folder(FolderId(number), f"Folder {number}", number < 3) for number in range(40)])
    many = chats()
    first_ms = cost_ms(lambda: (sidebar.show_conversations(many), sidebar.view.viewport().repaint()))
    again = sorted(
        cost_ms(lambda: (sidebar.show_conversations(many), sidebar.view.viewport().repaint())) for _ in range(9)
    )
    gc.collect()  # what was made above is not the keys' doing
    keys = sorted(key_costs(sidebar))
    sidebar.close()
    return {
        "n_chats": N_CHATS,
        "list_first_ms": round(first_ms, 1),
        "list_again_p50_ms": round(again[len(again) // 2], 1),
        "n_keys": len(keys),
        "key_p50_ms": round(keys[len(keys) // 2], 2),
        "key_p95_ms": round(keys[int(len(keys) * 0.95)], 2),
        "key_max_ms": round(keys[-1], 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the default; kept for the front door of all benchmarks")
    parser.add_argument("--quick", action="store_true", help="as without: it takes seconds")
    parser.parse_args()
    print(json.dumps(run(), indent=2))


if __name__ == "__main__":
    main()
