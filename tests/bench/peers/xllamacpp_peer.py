# SPDX-License-Identifier: Apache-2.0
"""xllamacpp's embedded server, streaming by callback, with its defaults: xllamacpp_peer.py MODEL [THREADS]."""

import sys
from collections.abc import Callable
from typing import Any

import xllamacpp
from answers import serve

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.n_ctx = 2048
if sys.argv[2:]:
    params.cpuparams.n_threads = int(sys.argv[2])
server = xllamacpp.Server(params)


def answer(text: str, n_tokens: int, arrived: Callable[[], None]) -> None:
    def on_chunk(chunk: Any) -> None:
        for each in chunk if isinstance(chunk, list) else [chunk]:
            choices = each.get("choices") if isinstance(each, dict) else None
            if choices and choices[0].get("delta", {}).get("content"):
                arrived()

    messages = [{"role": "user", "content": text}]
    server.handle_chat_completions({"messages": messages, "max_tokens": n_tokens, "stream": True}, on_chunk)


serve(answer)
