# SPDX-License-Identifier: Apache-2.0
"""What the Python peers share: requests come in as JSON lines, the times of their answers go out as JSON lines."""

import json
import sys
import time
from collections.abc import Callable


def serve(answer: Callable[[str, int, Callable[[], None]], None]) -> None:
    """Say that the model is loaded, then answer until the input ends.

    `answer` gets the text of a user, the number of tokens and what to call when a piece of text has arrived. Every answer
    is reported as [seconds to the first piece, seconds to the last piece, number of pieces, whether it was cut off].
    """
    print("ready", flush=True)
    for line in sys.stdin:
        text, n_tokens = json.loads(line)
        times: list[float] = []
        began_s = time.perf_counter()
        answer(text, n_tokens, lambda times=times: times.append(time.perf_counter()))
        report = [times[0] - began_s, times[-1] - began_s, len(times), False] if times else [0, 0, 0, False]
        print(json.dumps(report), flush=True)
