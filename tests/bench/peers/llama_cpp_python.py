# SPDX-License-Identifier: Apache-2.0
"""llama-cpp-python's own streaming chat API with its defaults. Reads prompts as JSON lines, answers with a JSON line each."""

import json
import sys
import time

from llama_cpp import Llama

llama = Llama(sys.argv[1], n_ctx=2048, verbose=False)
print("ready", flush=True)
for line in sys.stdin:
    prompt, n_tokens = json.loads(line)
    messages = [{"role": "user", "content": prompt}]
    answer = llama.create_chat_completion(messages, max_tokens=n_tokens, stream=True, temperature=0.8)
    times = [time.perf_counter() for chunk in answer if chunk["choices"][0]["delta"].get("content")]
    print(json.dumps((len(times) - 1) / (times[-1] - times[0]) if len(times) > 8 else None), flush=True)
