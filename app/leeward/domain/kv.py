# SPDX-License-Identifier: Apache-2.0
"""Where keys and values of conversations are kept on disk, and how their files are called."""

import re
from pathlib import Path

import msgspec

from leeward.domain.conversation import is_temporary
from leeward.domain.ids import ConversationId

SUFFIX = ".kv"
DEFAULT_QUOTA_BYTES = 4 * 1024**3

_CHAT = "chat-"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


class KvStore(msgspec.Struct, frozen=True):
    """`quota_bytes`: of all files together."""

    folder: Path
    quota_bytes: int = DEFAULT_QUOTA_BYTES


def kv_name(conversation_id: ConversationId) -> str:
    """Return under which name a conversation is kept; "" for a temporary one, of which nothing is."""
    return "" if is_temporary(conversation_id) else f"{_CHAT}{conversation_id}"


def conversation_of(name: str) -> ConversationId | None:
    """Return which conversation is kept under a name; None for another name."""
    number = name.removeprefix(_CHAT)
    return ConversationId(int(number)) if name.startswith(_CHAT) and number.isdecimal() and number.isascii() else None


def kv_file_name(name: str, model: str) -> str:
    """Return the name of the file for what one model has read of one conversation. Raises ValueError for an odd name."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"a name for keys and values has 1 to 64 letters, digits, _ and -, not {name[:70]!r}")
    return f"{name}.{model}{SUFFIX}"


def kv_name_of(file_name: str) -> str | None:
    """Return which conversation a file is of; None for another file."""
    name, _, rest = file_name.partition(".")
    return name if rest.endswith(SUFFIX) and _NAME.fullmatch(name) else None
