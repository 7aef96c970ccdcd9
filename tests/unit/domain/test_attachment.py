# SPDX-License-Identifier: Apache-2.0
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.attachment import Attachment, attachment_of, gathered, split_attachments, with_attachments

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


def test_files_in_between_are_brought_to_the_beginning():
    one, other = Attachment("a.py", "print(1)"), Attachment("b.md", "```\nx\n```")
    message = f"waits\n\n{one.quoted()}\n\ntyped\n\n{other.quoted()}"
    assert split_attachments(gathered(message)) == ((one, other), "waits\n\ntyped")
    assert gathered(gathered(message)) == gathered(message)


@given(st.text(alphabet="File `a.:\n"))
def test_a_message_without_files_stays_as_it_is(text):
    assert gathered(text) == text


def test_gathering_takes_no_longer_for_what_looks_like_files():
    hostile = "File `a`:\n\n```\n" * 20_000
    began = time.process_time()
    assert gathered(hostile) == hostile
    assert time.process_time() - began < 2
