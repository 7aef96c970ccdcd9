# SPDX-License-Identifier: Apache-2.0
import os

import pytest

from leeward.domain.attachment import MAX_BYTES, Attachment
from leeward.domain.errors import AttachmentTooLarge, AttachmentUnreadable, NotText
from leeward.storage.text_file import read_attachment


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain\n", "plain"),
        (b"", ""),
        ("é 模型\n".encode(), "é 模型"),
        ("\ufeffmarked".encode(), "marked"),
        ("wide é".encode("utf-16"), "wide é"),
        ("caf\xe9 \x80".encode("latin-1"), "café €"),
        (b"\x1b[31mred\x1b[0m\tlog\r\n", "\x1b[31mred\x1b[0m\tlog"),
    ],
)
def test_text_is_read_in_the_encodings_it_comes_in(tmp_path, data, text):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_attachment(path) == Attachment("a.txt", text)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00", b"GGUF\x03\x00", b"\xff\xfe\x00\xd8", b"%PDF \x81 text", b"a\x00"]
)
def test_what_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(NotText):
        read_attachment(path)


def test_a_large_file_is_refused_with_its_size(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * MAX_BYTES)
    assert len(read_attachment(path).text) == MAX_BYTES
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(AttachmentTooLarge) as refused:
        read_attachment(path)
    assert refused.value.size_bytes == MAX_BYTES + 1


def test_folders_pipes_and_missing_files_are_refused_at_once(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, tmp_path / "gone"):
        with pytest.raises(AttachmentUnreadable):
            read_attachment(path)
