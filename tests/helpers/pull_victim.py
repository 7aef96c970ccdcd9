# SPDX-License-Identifier: Apache-2.0
"""A process to be killed while it fetches: forks one for every line it reads, and tells its process id and its end.

Usage: pull_victim.py PLAN. The plan is a PullPlan as JSON. Forking saves the imports of a hundred starts.
"""

import os
import sys
from pathlib import Path

import msgspec

from leeward.domain.network import NetworkSettings
from leeward.library.pull import Pull, PullPlan
from leeward.library.web import StopFlag, Surroundings, trusted


def main() -> None:
    text = Path(sys.argv[1]).read_bytes()
    plan = msgspec.json.decode(text, type=PullPlan, dec_hook=lambda kind, value: kind(value))
    endpoint = "/".join(plan.files[0].url.split("/")[:3])
    network = NetworkSettings(endpoint, is_loopback_http_allowed=True)
    trusted(None)  # read once here instead of in every child
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            Pull(plan, Surroundings(network=network, free_bytes=lambda _folder: 2**40), StopFlag()).run()
            os._exit(0)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(status, flush=True)


if __name__ == "__main__":
    main()
