# SPDX-License-Identifier: Apache-2.0
import doctest

import pytest

from leeward.chat import titles
from leeward.chat.titles import MAX_CHARACTERS, title_from
from leeward.domain.attachment import Attachment, with_attachments


def test_examples_in_the_docs_are_true():
    assert doctest.testmod(titles).failed == 0


@pytest.mark.parametrize("text", ["word " * 40, "x" * 200, "é" * 61])
def test_a_long_line_is_cut_and_says_so(text):
    title = title_from(text)
    assert len(title) <= MAX_CHARACTERS
    assert title.endswith("…")
    assert text.startswith(title[:-1])


def test_text_without_a_line_that_says_something_gives_no_title():
    assert title_from("\n  \n###") == ""


def test_a_file_gives_its_name_only_when_nothing_is_asked_about_it():
    file = Attachment("notes.py", "print(1)")
    assert title_from(with_attachments([file], "What is this?")) == "What is this?"
    assert title_from(with_attachments([file], "")) == "notes.py"
