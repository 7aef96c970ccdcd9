# SPDX-License-Identifier: Apache-2.0
"""gpt4all's streaming API with its defaults: gpt4all_peer.py MODEL [THREADS]. The library is told of no network."""

import sys
from collections.abc import Callable
from pathlib import Path

from answers import serve
from gpt4all import GPT4All

path = Path(sys.argv[1])
n_threads = int(sys.argv[2]) if sys.argv[2:] else None
model = GPT4All(path.name, model_path=str(path.parent), allow_download=False, n_threads=n_threads, n_ctx=2048)


def answer(text: str, n_tokens: int, arrived: Callable[[], None]) -> None:
    with model.chat_session():
        for _ in model.generate(text, max_tokens=n_tokens, streaming=True):
            arrived()


serve(answer)
