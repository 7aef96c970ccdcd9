# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

import pytest

from leeward.cli.arguments import parser
from leeward.cli.window_arguments import window_arguments


@pytest.mark.parametrize(
    "words", [[], ["--profile", "x"], ["--verbose", "--profile=x"], ["--prof", "x"], ["--profile", "ask"]], ids=str
)
def test_the_window_is_told_what_the_whole_command_line_would_say(words: list[str]) -> None:
    found = window_arguments(words)
    assert found is not None
    assert vars(found) == vars(parser().parse_args(words))


@pytest.mark.parametrize(
    "words",
    [
        ["ask", "hello"],
        ["--profile", "x", "chat"],
        ["ask", "--verbose"],
        ["--selfcheck"],
        ["--profile"],
        ["--verbose=1"],
        ["--unknown"],
        ["--help"],
        ["-h"],
        ["--", "ask"],
        ["models"],
    ],
    ids=str,
)
def test_everything_else_is_left_to_the_whole_parser(words: list[str]) -> None:
    assert window_arguments(words) is None


def test_a_folder_stays_a_path() -> None:
    found = window_arguments(["--profile", "chats"])
    assert found is not None
    assert found.profile == Path("chats")
