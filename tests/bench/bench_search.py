# SPDX-License-Identifier: Apache-2.0
"""Wall time of a full-text search over 1,000,000 messages in 20,000 chats (100,000 with --quick), made for it.

"first" is what is shown first, whole words; "all" is the rest of it too. The words of the messages follow Zipf's law, as
those of a language do. "without_spaces" is the same over as many messages of 60 signs without spaces. Run as `python tests/bench/bench_search.py [--json]`. It never fails on a time.
"""

import argparse
import itertools
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))

from leeward.storage.conversations import Conversations
from leeward.storage.database import Database

N_CHATS = 20_000
N_WORDS = 30
N_SIGNS = 60
N_ROUNDS = 5
LETTERS = "etaoinshrdlucmfwypvbgk"


def vocabulary() -> list[str]:
    """Return 30,000 words that do not exist, the most used first."""
    chosen = random.Random(1)
    weights = range(2 * len(LETTERS), 0, -2)
    words = ("".join(chosen.choices(LETTERS, weights, k=chosen.randint(2, 9))) for _ in itertools.count())
    return list(dict.fromkeys(itertools.islice(words, 40_000)))[:30_000]


def texts(words: list[str], n_texts: int) -> Iterator[str]:
    chosen = random.Random(2)
    cumulated = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    pool = chosen.choices(words, cum_weights=cumulated, k=2_000_000)
    for _ in range(n_texts):
        begin = chosen.randrange(len(pool) - N_WORDS)
        yield " ".join(pool[begin : begin + N_WORDS])


def signs() -> list[str]:
    return [chr(0x4E00 + number) for number in range(4_000)]


def texts_without_spaces(n_texts: int) -> Iterator[str]:
    chosen = random.Random(3)
    # The first signs of a script are less dominant than the first words of a language.
    cumulated = list(itertools.accumulate(1 / (rank + 3) for rank in range(1, 4_001)))
    pool = "".join(chosen.choices(signs(), cum_weights=cumulated, k=2_000_000))
    for _ in range(n_texts):
        begin = chosen.randrange(len(pool) - N_SIGNS)
        yield pool[begin : begin + N_SIGNS]


def fill(database: Database, words: list[str], messages: Iterator[str], n_messages: int) -> None:
    rows = (
        (1 + number * N_CHATS // n_messages, "assistant" if number % 2 else "user", float(number), text)
        for number, text in enumerate(messages)
    )
    with database.transaction() as sql:
        sql.executemany(
            "INSERT INTO conversation (id, title, created_at_s, updated_at_s, ordinal) VALUES (?, ?, 0, 0, ?)",
            ((number, f"{words[number]} {words[number // 2]}", number) for number in range(1, N_CHATS + 1)),
        )
        sql.executemany(
            "INSERT INTO message (conversation_id, role, status, created_at_s, content) VALUES (?, ?, 'complete', ?, ?)",
            rows,
        )


def times_ms(look: Callable[[str], object], query: str) -> list[float]:
    found = []
    for _ in range(N_ROUNDS):
        before = time.perf_counter()
        look(query)
        found.append((time.perf_counter() - before) * 1000)
    return sorted(found)


def run(n_messages: int) -> dict[str, object]:
    words = vocabulary()
    known = set(words)
    queries = {
        "common_word": words[0],
        "usual_word": words[150],
        "rare_word": words[9_000],
        "three_common_words": " ".join(words[3:6]),
        "unfinished_3_letters": next(word[:3] for word in words if len(word) > 3 and word[:3] not in known),
        "unfinished_common": words[1][:-1],
        "nothing": "qqqq",
    }
    results = measure(words, texts(words, n_messages), n_messages, queries)
    sign = signs()
    unspaced = {
        "one_sign": sign[0],
        "two_common": sign[0] + sign[1],
        "two_usual": sign[30] + sign[40],
        "two_rare": sign[500] + sign[700],
        "four_signs": "".join(itertools.islice(texts_without_spaces(1), 1))[:4],
        "four_common_nowhere": sign[0] * 4,
        "ten_common_nowhere": "".join(sign[:10]),
    }
    results["without_spaces"] = measure(words, texts_without_spaces(n_messages), n_messages, unspaced)
    return results


def measure(words: list[str], messages: Iterator[str], n_messages: int, queries: dict[str, str]) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "chats.db") as database:
        began_s = time.perf_counter()
        fill(database, words, messages, n_messages)
        made_s = time.perf_counter() - began_s
        conversations = Conversations(database)
        results: dict[str, object] = {"n_messages": n_messages, "made_s": round(made_s, 1)}
        for name, query in queries.items():
            first, whole = times_ms(conversations.search_whole_words, query), times_ms(conversations.search, query)
            results[name] = {
                "n_hits": len(conversations.search(query)),
                "first_p50_ms": round(first[N_ROUNDS // 2], 2),
                "first_max_ms": round(first[-1], 2),
                "all_p50_ms": round(whole[N_ROUNDS // 2], 2),
                "all_max_ms": round(whole[-1], 2),
            }
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the default; kept for the front door of all benchmarks")
    parser.add_argument("--quick", action="store_true", help="a tenth of the messages")
    options = parser.parse_args()
    print(json.dumps(run(100_000 if options.quick else 1_000_000), indent=2))


if __name__ == "__main__":
    main()
