# SPDX-License-Identifier: Apache-2.0
"""Exports: JSON comes back as the same tree, Markdown and HTML say what was said and obey nothing of it."""

import datetime as dt
import json
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from helpers.hostile import corpus
from helpers.trees import DETAILS, trees
from leeward.chat import links
from leeward.chat.transfer import html_page, leeward_file, openai_lines
from leeward.chat.transfer.exporting import ExportFormat, export, file_names, targets_of
from leeward.chat.transfer.found import Refused
from leeward.chat.transfer.html_page import html_of
from leeward.chat.transfer.importing import import_path
from leeward.chat.transfer.markdown_file import markdown_of
from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.errors import NotMade, TargetExists
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage
from leeward.library.safe_name import safe_name
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.whole_conversations import add_whole, opened_conversations, settle_order

UTC = dt.UTC
TALK = WholeConversation(
    "Boats & <winds> *1*",
    (
        WholeMessage(None, Role.SYSTEM, "Be <brief>.", 1.0),
        WholeMessage(0, Role.USER, "Which side?\n# not a heading", 2.0),
        WholeMessage(1, Role.ASSISTANT, "That one.", 3.0),
        WholeMessage(
            1, Role.ASSISTANT, "**Away** from [the wind](https://example.org).\n\n```python\nside = 1", 4.0,
            "Wind first.\n\nThen boats.", MessageStatus.INTERRUPTED, DETAILS,
        ),
    ),
    leaf=3,
    created_at_s=1_700_000_000.0,
    updated_at_s=4.0,
)  # fmt: skip


def through_json(conversations: list[WholeConversation]) -> list[WholeConversation]:
    data = b"".join(leeward_file.written(conversations, 0.0))
    json.loads(data)
    return [leeward_file.read(raw).whole for raw in leeward_file.entries_of(data)]


@settings(deadline=None)
@given(tree=trees())
def test_any_tree_goes_through_json_without_loss(tree):
    assert through_json([tree, TALK]) == [tree, TALK]


def test_a_file_without_a_place_in_the_list_is_read_and_a_wrong_place_is_put_right():
    (written,) = json.loads(b"".join(leeward_file.written([TALK], 0.0)))["conversations"]
    older = {key: written[key] for key in written.keys() - {"folder", "is_pinned", "is_archived", "tags"}}
    assert leeward_file.read(msgspec.Raw(json.dumps(older).encode())).whole == TALK
    typed = {**older, "folder": " Two\nlines ", "tags": ["#Work", "a b", "work", ","]}
    read = leeward_file.read(msgspec.Raw(json.dumps(typed).encode())).whole
    assert (read.folder, read.tags) == ("Two lines", ("work", "a", "b"))
    for wrong in ({"folder": 3}, {"is_pinned": "yes"}, {"tags": "work"}, {"tags": [1]}):
        with pytest.raises(Refused):
            leeward_file.read(msgspec.Raw(json.dumps({**older, **wrong}).encode()))


def test_an_export_is_imported_as_the_same_trees(tmp_path):
    placed = replace(
        TALK,
        created_at_s=3.0,
        updated_at_s=5.0,
        folder="Boats",
        is_pinned=True,
        is_archived=True,
        tags=("work", "wind"),
    )
    trees_there = [
        TALK,
        placed,
        replace(TALK, title="", draft="half a thought", leaf=None, messages=(), updated_at_s=9.0),
    ]
    for name in ("one", "two"):
        Profile(tmp_path / name).create()
    with Database(tmp_path / "one" / "chats.db") as database:
        for tree in reversed(trees_there):
            add_whole(database, tree, is_dated=False)
        other = Conversations(database).create(5.0)
        Conversations(database).delete(other.id, 6.0)
    with opened_conversations(Profile(tmp_path / "one")) as stored:
        target = tmp_path / "all.json"
        assert export(stored, stored.all(), target, ExportFormat.JSON, now_s=7.0, may_replace=False) == [target]
    with Database(tmp_path / "two" / "chats.db") as database:
        report = import_path(target, database, 8.0)
        assert (len(report.added), report.programs) == (3, {"Leeward": 3})
        assert import_path(target, database, 8.0).n_there == 3
    with opened_conversations(Profile(tmp_path / "two")) as stored:
        assert sorted((stored.whole(each) for each in stored.all()), key=lambda each: -each.updated_at_s) == sorted(
            trees_there, key=lambda each: -each.updated_at_s
        )
    written = json.loads(target.read_bytes())
    assert (written["format"], written["version"], len(written["conversations"])) == ("leeward-conversations", 1, 3)
    assert target.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda c: c["messages"].reverse(), "before the one it follows"),
        (lambda c: c["messages"][1].update(parent_id=1), "before the one it follows"),
        (lambda c: c["messages"][1].update(id=0), "same id"),
        (lambda c: c.update(leaf_id=77), "shown is not in it"),
        (lambda c: c["messages"][0].update(role="oracle"), "role"),
        (lambda c: c["messages"][0].update(status="partial"), "partial"),
        (lambda c: c["messages"][0].update(content=None), "content"),
        (lambda c: c["messages"][0].update(created_at_s=1e300), "created_at_s"),
        (lambda c: c["messages"][3]["details"]["receipt"]["sampling"].update(temperature=-5), "temperature"),
        (lambda c: c.pop("messages"), "messages"),
    ],
)
def test_a_changed_file_is_refused_with_its_reason(change, reason):
    file = json.loads(b"".join(leeward_file.written([TALK], 0.0)))
    change(file["conversations"][0])
    (raw,) = leeward_file.entries_of(json.dumps(file).encode())
    with pytest.raises(Refused, match=reason):
        leeward_file.read(raw)


def test_json_lines_hold_the_branch_that_is_shown():
    first, second = openai_lines.written([TALK, replace(TALK, leaf=2), replace(TALK, leaf=None)])
    assert json.loads(first)["messages"] == [
        {"role": "system", "content": "Be <brief>."},
        {"role": "user", "content": "Which side?\n# not a heading"},
        {"role": "assistant", "content": TALK.messages[3].content, "reasoning_content": "Wind first.\n\nThen boats."},
    ]
    assert json.loads(second)["messages"][-1] == {"role": "assistant", "content": "That one."}


def test_markdown_has_the_messages_as_they_were_written():
    assert markdown_of(TALK, UTC) == (
        "# Boats & \\<winds\\> \\*1\\*\n\n*2023-11-14 22:13*\n\n"
        "## System\n\nBe <brief>.\n\n## You\n\nWhich side?\n# not a heading\n\n"
        "## Tiny\n\n> **Reasoning**\n>\n> Wind first.\n>\n> Then boats.\n\n"
        "**Away** from [the wind](https://example.org).\n\n```python\nside = 1\n```\n\n"
        "*This answer was interrupted.*\n\n<sub>tiny.gguf · seed 7 · 7 tokens · 4.0 tokens/s</sub>\n\n"
        "---\n\n*1 message in another version is not shown here. An export as JSON has all.*\n"
    )


def test_an_answer_from_elsewhere_has_the_name_of_its_model():
    message = WholeMessage(None, Role.ASSISTANT, "Hi", 0.0, details=ReplyDetails(model_name="gpt-4o"))
    assert "## gpt-4o\n\nHi" in markdown_of(WholeConversation("t", (message,), 0, 0.0, 0.0), UTC)


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("```\na\n```", "```\na\n```"),
        ("```", "```\n```"),
        ("````md\n```\nb", "````md\n```\nb\n````"),
        ("~~~\na\n~~~~  ", "~~~\na\n~~~~  "),
        ("- a\n  ```\n  b", "- a\n  ```\n  b"),  # ends with its list
        ("a ``` b", "a ``` b"),
        ("x\r\n\r\n```\r\ny\r\n", "x\n\n```\ny\n```"),
    ],
)
def test_an_open_code_block_is_closed_in_markdown(content, body):
    whole = WholeConversation("t", (WholeMessage(None, Role.ASSISTANT, content, 0.0),), 0, 0.0, 0.0)
    assert markdown_of(whole, UTC).endswith(f"\n\n## Model\n\n{body}\n")


# HTML


class _Page(HTMLParser):
    """Gathers what a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


ALLOWED = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(), "style": set(),
    "body": set(), "main": set(), "header": set(), "h1": {"dir"}, "h2": {"dir"}, "p": {"class"}, "article": {"class"},
    "div": {"class", "dir"}, "details": set(), "summary": set(), "a": {"href", "rel"}, "span": set(), "hr": set(),
    "h3": set(), "h4": set(), "h5": set(), "h6": set(), "ul": set(), "ol": {"start"}, "li": set(), "blockquote": set(),
    "pre": set(), "code": {"class"}, "table": set(), "thead": set(), "tbody": set(), "tr": set(), "th": {"style"},
    "td": {"style"}, "strong": set(), "em": set(), "s": set(), "br": set(), "sup": set(),
}  # fmt: skip


def check_harmless(page: _Page) -> None:
    for tag, attributes in page.tags:
        assert attributes.keys() <= ALLOWED[tag], (tag, attributes)
        if tag == "a":
            link = links.check(attributes["href"])
            assert link is not None
            assert link.address == attributes["href"]
        assert attributes.get("style", "text-align:") in (
            "text-align:",
            "text-align:left",
            "text-align:center",
            "text-align:right",
        )


def test_the_page_says_who_said_what():
    page = html_of(TALK, UTC)
    seen = _Page(page)
    check_harmless(seen)
    assert "Boats & <winds> *1*" in seen.text
    for words in (
        "Be <brief>.",
        "# not a heading",
        "Wind first.",
        "side = 1",
        "2023-11-14 22:13",
        "seed 7",
        "interrupted",
    ):
        assert words in seen.text
    assert "That one." not in seen.text
    assert '<a href="https://example.org" rel="noreferrer noopener">the wind</a>' in page
    assert '<pre><code class="language-python">side = 1' in page
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"(src=|@import|url\()", re.sub(r"<main>.*</main>", "", page, flags=re.DOTALL))


def test_nothing_hostile_becomes_markup_on_the_page():
    texts = corpus("/canary", "127.0.0.1:9")
    for text in texts:
        whole = WholeConversation(
            text,
            (WholeMessage(None, Role.USER, text, 0.0), WholeMessage(0, Role.ASSISTANT, text, 0.0, text)),
            1, 0.0, 0.0,
        )  # fmt: skip
        page = html_of(whole, UTC)
        check_harmless(_Page(page))
        page.encode()


def test_headings_of_an_answer_stand_below_those_of_the_page():
    whole = WholeConversation("t", (WholeMessage(None, Role.ASSISTANT, "# A\n###### B", 0.0),), 0, 0.0, 0.0)
    tags = [tag for tag, _ in _Page(html_of(whole, UTC)).tags if re.fullmatch(r"h\d", tag)]
    assert tags == ["h1", "h2", "h3", "h6"]


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_all_text_of_the_page_can_be_read_in_light_and_dark():
    light, dark = (
        dict(re.findall(r"--(\w+): (#\w{6})", part)) for part in html_page._STYLE.split("@media (prefers")[:2]
    )
    assert light.keys() == dark.keys()
    for colors in (light, dark):
        for text, ground in [(t, g) for t in ("text", "quiet", "link") for g in ("page", "mine", "code")]:
            dim, bright = sorted(_luminance(colors[name]) for name in (text, ground))
            assert (bright + 0.05) / (dim + 0.05) >= 4.5, (text, ground)


def test_long_deep_and_wide_texts_lose_nothing():
    samples = ["word " * 30_000, "> " * 200 + "deep", "x" * 300_000, "a\nb" * 3000, "[a](" * 2000 + "end"]
    for sample in samples:
        whole = WholeConversation("t", (WholeMessage(None, Role.ASSISTANT, sample, 0.0),), 0, 0.0, 0.0)
        text = re.sub(r"\s", "", _Page(html_of(whole, UTC)).text)
        for word in {*sample.split()[:5], *sample.split()[-5:]}:
            assert word.strip(">") in text


def test_every_message_of_the_branch_has_its_text_on_the_page():
    sources = [
        "a *b* c",
        "| a | b |\n|---|--:|\n| 1 | 2 |",
        "1. x\n   - y",
        "![alt](http://x/y.png)",
        "[t](javascript:x)",
        "<b>",
    ]
    shown = ["a b c", "2", "y", "[image: alt]", "t (javascript:x)", "<b>"]
    for source, words in zip(sources, shown, strict=True):
        whole = WholeConversation("t", (WholeMessage(None, Role.ASSISTANT, source, 0.0),), 0, 0.0, 0.0)
        assert words in _Page(html_of(whole, UTC)).text


def test_a_kind_of_token_that_has_no_html_is_shown_as_it_was_written(monkeypatch):
    def rule(state, _silent):
        if not state.src.startswith("@<x>@", state.pos):
            return False
        state.push("unheard_of", "", 0).content = "@<x>@"
        state.pos += 5
        return True

    made = html_page.parser.__wrapped__()
    made.inline.ruler.before("text", "unheard_of", rule)
    monkeypatch.setattr(html_page, "parser", lambda: made)
    whole = WholeConversation("t", (WholeMessage(None, Role.ASSISTANT, "@<x>@ b", 0.0),), 0, 0.0, 0.0)
    assert "<p>@&lt;x&gt;@ b</p>" in html_of(whole, UTC)


# Files


def test_many_conversations_of_one_title_are_not_compared_with_one_another():
    n_calls = 0

    def count(_frame, event, _argument):
        nonlocal n_calls
        n_calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        names = file_names(["Untitled", "untitled (3)"] * 500, ExportFormat.MARKDOWN)
    finally:
        sys.setprofile(before)
    assert names[:4] == ["Untitled.md", "untitled (3).md", "Untitled (2).md", "untitled (3) (2).md"]
    assert len({name.casefold() for name in names}) == 1000
    assert n_calls < 1000 * 100


def test_names_of_files_are_readable_safe_and_all_different():
    titles = [
        "What is 2+2?",
        "what is 2+2",
        "../../etc/passwd",
        "CON",
        "",
        "a/b\\c:d",
        "x" * 300,
        "日本語 🙂",
        "-rf",
        "...",
        "",
    ]
    names = file_names(titles, ExportFormat.MARKDOWN)
    assert names[0] == "What is 2+2.md"
    assert names[1] == "what is 2+2 (2).md"
    assert names[2] == "etc passwd.md"
    assert names[4:6] == ["Untitled conversation.md", "a b c d.md"]
    assert names[-1] == "Untitled conversation (3).md"
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert safe_name(name) == name
        assert len(name.encode()) < 255


@pytest.fixture
def stored(tmp_path):
    Profile(tmp_path / "p").create()
    with Database(tmp_path / "p" / "chats.db") as database:
        add_whole(database, TALK, is_dated=False)
        add_whole(database, replace(TALK, title="Other", updated_at_s=1.0), is_dated=False)
        settle_order(database)
    with opened_conversations(Profile(tmp_path / "p")) as stored:
        yield stored


def test_several_conversations_for_people_are_files_in_a_folder(stored, tmp_path):
    target = tmp_path / "out" / "here"
    made = export(stored, stored.all(), target, ExportFormat.HTML, now_s=0.0, may_replace=False)
    assert [path.name for path in made] == ["Boats winds 1.html", "Other.html"]
    assert sorted(path.name for path in target.iterdir()) == ["Boats winds 1.html", "Other.html"]


def test_where_files_go(stored, tmp_path):
    one, two = stored.all()[:1], stored.all()
    file, folder = tmp_path / "file", tmp_path
    assert targets_of(one, file, ExportFormat.MARKDOWN) == [file]
    assert targets_of(one, folder, ExportFormat.MARKDOWN) == [folder / "Boats winds 1.md"]
    assert targets_of(two, file, ExportFormat.JSON) == [file]
    assert targets_of(two, folder, ExportFormat.JSONL) == [folder / "conversations.jsonl"]


def test_nothing_is_replaced_unless_it_may_be(stored, tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "Other.md").write_text("mine")
    with pytest.raises(TargetExists):
        export(stored, stored.all(), target, ExportFormat.MARKDOWN, now_s=0.0, may_replace=False)
    assert [path.name for path in target.iterdir()] == ["Other.md"]
    export(stored, stored.all(), target, ExportFormat.MARKDOWN, now_s=0.0, may_replace=True)
    assert (target / "Other.md").read_text().startswith("# Other")


def test_a_place_that_cannot_be_written_is_named(stored, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotMade) as raised:
        export(stored, stored.all(), tmp_path / "file" / "a.json", ExportFormat.JSON, now_s=0.0, may_replace=False)
    assert raised.value.path == tmp_path / "file" / "a.json"


def test_the_format_is_documented():
    """The schema in the docs has exactly the keys that are written."""
    text = (Path(__file__).parents[3] / "docs" / "conversation-format.md").read_text(encoding="utf-8")
    written = msgspec.json.decode(b"".join(leeward_file.written([TALK], 0.0)))
    keys = {*written, *written["conversations"][0], *written["conversations"][0]["messages"][0]}
    details = written["conversations"][0]["messages"][3]["details"]
    keys |= {*details} | {key for part in ("usage", "timings", "receipt") for key in details[part]}
    missing = [key for key in keys if f"`{key}`" not in text]
    assert missing == []
