# SPDX-License-Identifier: Apache-2.0
"""No text is lost: what a browser would show of every example of the CommonMark Spec stands in the view, in its order."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from leeward.ui.chat.model import spell
from leeward.ui.chat.stream import parse_markdown

EXAMPLES = json.loads((Path(__file__).parents[2] / "data" / "commonmark" / "spec.json").read_text(encoding="utf-8"))

# Links by reference are off (a definition may come after its link was drawn), so in these an asterisk pairs up with one
# outside the link and makes emphasis. The words are there all the same.
EMPHASIS_INSTEAD = {534, 535, 564}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def _visible(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return re.sub(r"\s", "", parser.text.replace("\x00", "\ufffd"))


def _html(example: dict[str, str]) -> str:
    """Return the example's HTML; where it holds tags of the source, the HTML in which these are text, as in the view."""
    with_tags = MarkdownIt("commonmark").render(example["markdown"])
    without = MarkdownIt("commonmark", {"html": False}).render(example["markdown"])
    return example["html"] if with_tags == without else without


def _missing(wanted: str, shown: str) -> str:
    """Return the text from the first character on that does not come in `shown` after those before it."""
    at = 0
    for number, char in enumerate(wanted):
        at = shown.find(char, at) + 1
        if at == 0:
            return wanted[number:]
    return ""


def test_all_examples_are_there() -> None:
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("section", sorted({example["section"] for example in EXAMPLES}))
def test_the_text_of_every_example_is_shown(section: str) -> None:
    lost = []
    for example in (each for each in EXAMPLES if each["section"] == section):
        shown = "\n".join(spell(block.text, block) for block in parse_markdown(example["markdown"]))
        wanted = _visible(_html(example))
        if example["example"] in EMPHASIS_INSTEAD:
            wanted = wanted.replace("*", "")
        missing = _missing(wanted, re.sub(r"\s", "", shown))
        if missing:
            lost.append((example["example"], missing, shown))
    assert lost == []


def test_what_looks_like_markup_survives() -> None:
    (block,) = parse_markdown("vec<int> v; and List<String> rest of the paragraph")
    assert block.text == "vec<int> v; and List<String> rest of the paragraph"
