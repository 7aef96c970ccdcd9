# SPDX-License-Identifier: Apache-2.0
"""llama-cpp-python's own streaming chat API with its defaults: llama_cpp_python.py MODEL [THREADS]."""

import sys
from collections.abc import Callable

from answers import serve
from llama_cpp import Llama

n_threads = int(sys.argv[2]) if sys.argv[2:] else None
llama = Llama(sys.argv[1], n_ctx=2048, n_threads=n_threads, verbose=False)


def answer(text: str, n_tokens: int, arrived: Callable[[], None]) -> None:
    messages = [{"role": "user", "content": text}]
    for chunk in llama.create_chat_completion(messages, max_tokens=n_tokens, stream=True):
        if chunk["choices"][0]["delta"].get("content"):
            arrived()


serve(answer)
