# SPDX-License-Identifier: Apache-2.0
import pytest

from leeward.domain.attachment import Attachment, attachment_of, split_attachments, with_attachments

TEXTS = [
    "",
    "one",
    "a\n\nb",
    "```\ninside\n```",
    "x ```` y",
    "\n\nlate",
    "File `a.py`:\n\n```py\nnested\n```",
    "é 模型 \u2028",
]


def test_a_file_is_a_named_code_block_before_the_text():
    whole = with_attachments([Attachment("notes.py", "print(1)")], "What is this?")
    assert whole == "File `notes.py`:\n\n```py\nprint(1)\n```\n\nWhat is this?"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("content", TEXTS)
def test_what_is_put_together_comes_apart_again(content, text):
    files = (attachment_of("a.py", content), attachment_of("no ending", content))
    found, rest = split_attachments(with_attachments(files, text))
    assert found[:2] == files
    assert with_attachments(found, rest) == with_attachments(files, text)


@pytest.mark.parametrize(
    "message",
    [
        "",
        "plain",
        "File `a`:",
        "File `a.py`:\n\n```py\nno end",
        "File `a.py`:\n\n```js\nanother language\n```",
        "File `a.py`:\n\n`````py\nlonger than needed\n`````",
        "File `a.py`:\n\n```py\nx\n```\n\n",
        "File `a.py`:\n\n```py\nx\n```\ntoo near",
    ],
)
def test_what_was_written_otherwise_stays_text(message):
    assert split_attachments(message) == ((), message)


def test_names_and_ends_of_lines_cannot_break_the_block():
    made = attachment_of("a`\n``b.PY", "one\r\ntwo\rthree\n\n")
    assert made == Attachment("a____b.PY", "one\ntwo\nthree")
    assert made.language == "py"
    assert attachment_of("x" * 500 + ".txt", "").name.endswith("x.txt")
    assert attachment_of(".bashrc", "").language == ""
