# SPDX-License-Identifier: Apache-2.0
"""Other machines that compute: only ever contacted when a user named them."""

import socket

_ANSWER_S = 3.0


def why_silent(server: str) -> str:
    """Return why nothing answers at HOST:PORT, in English; "" when something does. Blocking, a few seconds at most."""
    host, _, port = server.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_ANSWER_S).close()
    except ValueError:
        return "the address must be HOST:PORT"
    except (OSError, OverflowError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
