# SPDX-License-Identifier: Apache-2.0
"""Text files that the user attaches: read whole, within a limit, and refused when they are something else."""

import codecs
import re
import stat
from pathlib import Path

from leeward.domain.attachment import MAX_BYTES, Attachment, attachment_of
from leeward.domain.errors import AttachmentTooLarge, AttachmentUnreadable, NotText
from leeward.i18n import mark

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # ESC is left: logs of terminals have it


def read_attachment(path: Path) -> Attachment:
    """Read a text file. Blocking.

    Raises:
        AttachmentUnreadable: There is no such file, it may not be read, or it is a folder or a device.
        AttachmentTooLarge: It has more than MAX_BYTES.
        NotText: It holds something else than text.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its other end
            raise AttachmentUnreadable(path, mark("it is not a file"))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            size_bytes = max(len(data), path.stat().st_size)
    except OSError as error:
        raise AttachmentUnreadable(path, error.strerror or "") from error
    if len(data) > MAX_BYTES:
        raise AttachmentTooLarge(path, size_bytes, MAX_BYTES)
    text = _decoded(data)
    if text is None:
        raise NotText(path)
    return attachment_of(path.name, text)


def _decoded(data: bytes) -> str | None:
    """Return the text of a file; None when it is none."""
    encodings = ["utf-8-sig", "cp1252"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif _BINARY.search(data) or data.startswith(b"%PDF-"):
        return None
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
