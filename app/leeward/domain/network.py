# SPDX-License-Identifier: Apache-2.0
"""How the network may be used: values that are handed in, never read from the environment."""

from dataclasses import dataclass
from pathlib import Path

HUB = "https://huggingface.co"


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Attributes:
    endpoint: Of the Hub or a mirror, without a slash at its end.
    proxy: An address; empty for none.
    ca_file: Certificates to trust instead of the usual ones.
    is_loopback_http_allowed: Plain http to this machine; never to another.
    """

    endpoint: str = HUB
    proxy: str = ""
    ca_file: Path | None = None
    is_loopback_http_allowed: bool = False
