# SPDX-License-Identifier: Apache-2.0
"""llama-server, as xllamacpp embeds it, with four slots: xllamacpp_slots.py MODEL THREADS.

Gets texts and a number of tokens as a JSON line, answers all at once, and reports of each answer the seconds to each of its pieces.
"""

import json
import sys
import threading
import time
from typing import Any

import xllamacpp

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.n_parallel = 4
params.n_ctx = 4 * 2048
params.cpuparams.n_threads = int(sys.argv[2])
server = xllamacpp.Server(params)


def answer(text: str, n_tokens: int, times: list[float]) -> None:
    def on_chunk(chunk: Any) -> None:
        for each in chunk if isinstance(chunk, list) else [chunk]:
            choices = each.get("choices") if isinstance(each, dict) else None
            if choices and choices[0].get("delta", {}).get("content"):
                times.append(time.perf_counter())

    messages = [{"role": "user", "content": text}]
    request = {"messages": messages, "max_tokens": n_tokens, "temperature": 1.0, "stream": True}
    server.handle_chat_completions(request, on_chunk)


print("ready", flush=True)
for line in sys.stdin:
    texts, n_tokens = json.loads(line)
    arrived: list[list[float]] = [[] for _ in texts]
    began_s = time.perf_counter()
    threads = [
        threading.Thread(target=answer, args=(text, n_tokens, times))
        for text, times in zip(texts, arrived, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps([[at - began_s for at in times] for times in arrived if times]), flush=True)
