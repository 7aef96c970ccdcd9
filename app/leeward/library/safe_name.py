# SPDX-License-Identifier: Apache-2.0
"""From a name that came from elsewhere to one that stays in its folder on every file system."""

import hashlib
import re
import unicodedata

MAX_BYTES = 200
"""Room for `.part.json` and the like below the 255 of most file systems."""

_ALLOWED = re.compile(r"[^\w.()+,=@ -]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)


def safe_name(foreign: str) -> str:
    """Return a file name for `foreign`: deterministic, without folders, and itself where it is harmless.

    What had to be changed gets a piece of its hash, so that two different names do not meet in one file.
    """
    name = unicodedata.normalize("NFC", foreign)
    name = "".join(letter for letter in name if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    name = _ALLOWED.sub("_", name).strip(" .").lstrip("-")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    if name and name == foreign and len(name.encode()) <= MAX_BYTES:
        return name
    mark = hashlib.sha256(foreign.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix.encode()) > 10:
        stem, dot, suffix = name, "", ""
    stem = stem.encode()[: MAX_BYTES - 24].decode("utf-8", "ignore").rstrip(" .")
    return f"{stem or 'file'}-{mark}{dot}{suffix}"
