# SPDX-License-Identifier: Apache-2.0
"""xllamacpp's embedded server, streaming by callback, with its defaults. As llama_cpp_python.py."""

import json
import sys
import time

import xllamacpp

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.n_ctx = 2048
server = xllamacpp.Server(params)
print("ready", flush=True)
for line in sys.stdin:
    prompt, n_tokens = json.loads(line)
    times = []

    def on_chunk(chunk, times=times):
        for each in chunk if isinstance(chunk, list) else [chunk]:
            choices = each.get("choices") if isinstance(each, dict) else None
            if choices and choices[0].get("delta", {}).get("content"):
                times.append(time.perf_counter())

    server.handle_chat_completions(
        {
            "messages": [{"role": "user", "content": prompt}],
            "max_tokens": n_tokens,
            "stream": True,
            "temperature": 0.8,
        },
        on_chunk,
    )
    print(json.dumps((len(times) - 1) / (times[-1] - times[0]) if len(times) > 8 else None), flush=True)
