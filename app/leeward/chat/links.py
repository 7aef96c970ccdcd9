# SPDX-License-Identifier: Apache-2.0
"""Which addresses in foreign text may become links: the one check, made when text is drawn and again on a click."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

MAX_ADDRESS_CHARS = 2048

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(
    r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?|\[[0-9a-f:.]+\]", re.IGNORECASE
)
# `attach=` and the like make some mail programs send files.
_MAIL_FIELDS = {"to", "cc", "bcc", "subject", "body"}
_MAIL_ADDRESSES = re.compile(r"[^@/?#&:]+@[^@/?#&:]+(,[^@/?#&:]+@[^@/?#&:]+)*")


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be opened after the user has seen it.

    Attributes:
        address: ASCII only: the host in punycode, the rest percent-encoded. What is shown and what is opened.
        readable_host: The host in its own letters when `address` holds it in punycode; else empty.
    """

    address: str
    readable_host: str = ""


def check(address: str) -> Link | None:
    """Return the link that `address` stands for, or None when it must stay plain text.

    Only http, https and mailto pass; no user name before the host, no file, no share of the network, no relative path.
    """
    if not address or len(address) > MAX_ADDRESS_CHARS or any(_is_deceptive(char) for char in address):
        return None
    scheme_match = _SCHEME.match(address)
    scheme = scheme_match[1].lower() if scheme_match else ""
    try:
        if scheme in ("http", "https"):
            return _check_web(address, scheme)
        if scheme == "mailto":
            return _check_mail(address)
    except ValueError:  # from urlsplit, the port or the IDNA codec (UnicodeError)
        return None
    return None


def _is_deceptive(char: str) -> bool:
    # Controls, spaces, and marks that reorder or hide what the user reads.
    return char == "\\" or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp")


def _check_web(address: str, scheme: str) -> Link | None:
    parts = urlsplit(address)
    if "@" in parts.netloc or not address[len(scheme) :].startswith("://"):
        return None
    host = parts.netloc
    port = parts.port  # raises ValueError out of range
    if port is not None or host.endswith(":"):
        host = host.rpartition(":")[0]
    ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host.lower()
    if not _HOST.fullmatch(ascii_host):
        return None
    rest = address[len(scheme) + 3 + len(parts.netloc) :]
    encoded = quote(rest, safe="/?#[]@!$&'()*+,;=:%~-._")
    readable_host = ""
    if any(label.startswith("xn--") for label in ascii_host.split(".")):
        readable_host = ascii_host.encode("ascii").decode("idna")
    port_text = f":{port}" if port is not None else ""
    return Link(f"{scheme}://{ascii_host}{port_text}{encoded}", readable_host)


def _check_mail(address: str) -> Link | None:
    recipients, _, query = address[len("mailto:") :].partition("?")
    if not _MAIL_ADDRESSES.fullmatch(recipients) or not recipients.isascii():
        return None
    if any(name.lower() not in _MAIL_FIELDS for name, _value in parse_qsl(query, keep_blank_values=True)):
        return None
    encoded = quote(query, safe="=&%+,;:@/.-_~!$'()*")
    return Link(f"mailto:{quote(recipients, safe='@,.+-_%')}" + (f"?{encoded}" if query else ""))
