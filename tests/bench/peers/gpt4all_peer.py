# SPDX-License-Identifier: Apache-2.0
"""gpt4all's streaming API with its defaults. As llama_cpp_python.py; the library is told of no network."""

import json
import sys
import time
from pathlib import Path

from gpt4all import GPT4All

path = Path(sys.argv[1])
model = GPT4All(path.name, model_path=str(path.parent), allow_download=False)
print("ready", flush=True)
for line in sys.stdin:
    prompt, n_tokens = json.loads(line)
    with model.chat_session():
        answer = model.generate(prompt, max_tokens=n_tokens, temp=0.8, streaming=True)
        times = [time.perf_counter() for _ in answer]
    print(json.dumps((len(times) - 1) / (times[-1] - times[0]) if len(times) > 8 else None), flush=True)
