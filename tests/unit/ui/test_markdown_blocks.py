# SPDX-License-Identifier: Apache-2.0
"""Markdown becomes flat blocks; nothing of the text is lost, and nothing in it is obeyed."""

import time

import pytest

from leeward.chat.markdown import clean
from leeward.ui.chat.as_markdown import markdown_of
from leeward.ui.chat.markdown import MAX_CODE_LINES, MAX_LINES, MAX_TABLE_CELLS, plain_blocks
from leeward.ui.chat.model import CodeBlock, Line, Place, RuleBlock, Span, Style, TableBlock, TextBlock
from leeward.ui.chat.stream import LONG_TAIL_CHARS, MarkdownStream, parse_markdown


def text_of(source):
    return "\n".join(block.text for block in parse_markdown(source))


def only_line(source):
    (block,) = parse_markdown(source)
    (line,) = block.lines
    return line


def test_styles_become_spans():
    assert only_line("a **b** *c* `d` ~~e~~ ***f***").spans == (
        Span("a "),
        Span("b", Style.BOLD),
        Span(" "),
        Span("c", Style.ITALIC),
        Span(" "),
        Span("d", Style.CODE),
        Span(" "),
        Span("e", Style.STRIKE),
        Span(" "),
        Span("f", Style.BOLD | Style.ITALIC),
    )


def test_a_line_break_stays_a_line_break():
    (block,) = parse_markdown("one\ntwo  \nthree")
    assert [line.text for line in block.lines] == ["one", "two", "three"]
    assert [line.is_continued for line in block.lines] == [False, True, True]


def test_each_outermost_item_is_a_block_and_keeps_its_number():
    blocks = parse_markdown("3. a\n4. b\n   - c\n     - d\n9. e\n")
    assert [[(line.marker, line.indent, line.spans[0].text) for line in block.lines] for block in blocks] == [
        [("3.", 1, "a")],
        [("4.", 1, "b"), ("◦", 2, "c"), ("▪", 3, "d")],
        [("5.", 1, "e")],
    ]


def test_tasks_get_boxes():
    assert [block.lines[0].marker for block in parse_markdown("- [ ] a\n- [x] b\n- c")] == ["☐", "☑", "•"]


def test_code_in_a_list_is_a_code_block_that_stands_in_the_list():
    blocks = parse_markdown("1. a\n   ```sh\n   ls\n   ```\n2. b")
    assert blocks == (
        TextBlock((Line((Span("a"),), indent=1, marker="1."),)),
        CodeBlock("sh", "ls", Place(indent=1)),
        TextBlock((Line((Span("b"),), indent=1, marker="2."),)),
    )


def test_an_item_that_begins_with_code_keeps_its_marker():
    first, second = parse_markdown("- ```\n  x\n  ```")
    assert first.lines[0].marker == "•"
    assert second.text == "x"


def test_quotes_count_their_depth():
    blocks = parse_markdown("> a\n> > b\n> ```\n> c\n> ```")
    assert [(type(block), block.place.quote) for block in blocks] == [(TextBlock, 1), (TextBlock, 2), (CodeBlock, 1)]


def test_tables_and_rules_are_blocks_of_their_own():
    table, rule = parse_markdown("| a | b |\n|:-:|--:|\n| 1 | **2** |\n\n---")
    assert isinstance(table, TableBlock)
    assert table.alignments == ("center", "right")
    assert table.text == "a\tb\n1\t2"
    assert isinstance(rule, RuleBlock)


def test_a_line_of_dashes_under_text_is_a_rule():
    text, rule = parse_markdown("text\n---\n")
    assert text.lines[0].level == 0
    assert isinstance(rule, RuleBlock)


@pytest.mark.parametrize(
    "source",
    [
        "`vec<int> v; and List<String> rest of the paragraph`",
        "vec<int> v; and List<String> rest of the paragraph",
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "<think>hm</think>",
        "[label]: http://example.org",
        "<![CDATA[ x ]]>",
        "&lt;b&gt;",
    ],
)
def test_markup_is_text(source):
    expected = source.strip("`").replace("&lt;", "<").replace("&gt;", ">")
    assert text_of(source) == expected


def test_an_image_is_words():
    assert text_of("![a cat](file:///etc/passwd)") == "[image: a cat]"
    assert text_of("![](http://example.org/x.png)") == "[image: http://example.org/x.png]"


def test_a_refused_link_shows_where_it_would_have_led():
    assert text_of("[click](javascript:alert(1)) [rel](../x)") == "click (javascript:alert(1)) rel (../x)"
    assert not any(span.href for span in only_line("[click](javascript:alert(1))").spans)


def test_bare_addresses_are_links_without_the_full_stop():
    spans = only_line("see https://example.org/a_(b), or (https://example.org/c).").spans
    assert [span.text for span in spans if span.href] == ["https://example.org/a_(b)", "https://example.org/c"]


def test_an_address_in_code_is_no_link():
    assert not any(span.href for span in only_line("`https://example.org`").spans)


def test_unsafe_characters_are_replaced_and_line_ends_are_one():
    assert clean("a\r\nb\rc\u2028d\u2029e\x00\x1b\ufdd0\ufffc\ud800") == "a\nb\nc\nd\ne\ufffd\u241b\ufffd\ufffd\ufffd"


def test_long_code_is_cut_at_lines_and_can_be_joined_again():
    code = "\n".join(f"line {n}" for n in range(3 * MAX_CODE_LINES + 5))
    blocks = parse_markdown(f"```py\n{code}\n```")
    assert [block.part for block in blocks] == [0, 1, 2, 3]
    assert "\n".join(block.text for block in blocks) == code


def test_blocks_stay_small():
    many = "\n".join(f"line {n}" for n in range(10 * MAX_LINES))
    assert all(len(block.lines) <= MAX_LINES for block in (*parse_markdown(many), *plain_blocks(many)))
    assert "\n".join(block.text for block in plain_blocks(many)) == many
    wide = "x" * 50_000
    assert max(len(line.text) for block in parse_markdown(wide) for line in block.lines) < 5_000
    assert text_of(wide).replace("\n", "") == wide
    table = "| a | b |\n|---|---|\n" + "| c | d |\n" * MAX_TABLE_CELLS
    assert (
        sum(len(block.rows) * 2 for block in parse_markdown(table) if isinstance(block, TableBlock)) <= MAX_TABLE_CELLS
    )


_ABYSSES = {
    "quotes in a line": ">" * 100_000 + " deep",
    "quotes in lines": "\n".join(">" * n + " x" for n in range(200)) + "\ndeep",
    "lists": "".join("  " * n + "- x\n" for n in range(150)) + "deep",
    "brackets": "[" * 60_000 + "deep",
    "images": "![" * 30_000 + "deep",
    "stars": "*a_ " * 20_000 + "deep",
    "ticks": " ".join("`" * n for n in range(1, 300)) + " deep",
    "fences": "```\n" * 20_000 + "deep",
    "links": "[a](<b" * 5_000 + "deep",
    "entities": "&" * 50_000 + "deep",
}


@pytest.mark.parametrize("name", _ABYSSES)
def test_abysses_are_shown_in_bounded_time(name):
    source = _ABYSSES[name]
    started_s = time.process_time()
    text = text_of(source)
    assert time.process_time() - started_s < 2
    assert "deep" in text
    assert max(block.place.quote + block.place.indent for block in parse_markdown(source)) < 30


def blocks_of_stream(stream, pieces):
    blocks = []
    for piece in pieces:
        change = stream.push(piece)
        blocks[change.start :] = change.blocks
    change = stream.flush()
    blocks[change.start :] = change.blocks
    return tuple(blocks)


def test_finished_blocks_are_frozen_and_not_sent_again():
    stream = MarkdownStream()
    paragraphs = [f"Paragraph {n} with **bold** text.\n\n" for n in range(100)]
    starts = [stream.push(paragraph).start for paragraph in paragraphs]
    assert starts[-1] >= 98


def test_a_long_list_and_a_long_code_block_freeze_as_they_grow():
    for line, opening in (("- item\n", ""), ("code\n", "```\n")):
        stream = MarkdownStream()
        stream.push(opening)
        sizes = [sum(len(block.text) for block in stream.push(line).blocks) for _ in range(2_000)]
        assert max(sizes) < 2_000


def test_a_line_that_has_only_begun_does_not_flicker():
    stream = MarkdownStream()
    stream.push("Text:\n")
    for piece in ("-", "#", ">", "`", "1."):
        assert [block.text for block in MarkdownStream().push(f"Text:\n{piece}").blocks] == ["Text:"]
    assert [block.text for block in stream.push("-").blocks] == ["Text:"]
    assert [block.text for block in stream.push(" a").blocks] == ["Text:", "•\ta"]


def test_a_closing_fence_never_shows_while_it_arrives():
    stream = MarkdownStream()
    for char in "```py\nx = 1\n```\n":
        shown = "".join(block.text for block in stream.push(char).blocks)
        assert "`" not in shown.removeprefix("```py")


def test_text_is_shown_while_a_long_paragraph_is_parsed_seldom():
    stream = MarkdownStream()
    stream.push("word " * (LONG_TAIL_CHARS // 3))
    shown = stream.push("and **this**").blocks
    assert shown[-1].text.endswith("and **this**")
    flushed = stream.flush().blocks
    assert flushed[-1].text.endswith("and this")


def test_the_cost_of_a_flush_does_not_grow_with_the_message():
    sample = "A paragraph with `code` and **bold**.\n\n- one\n- two\n\n```py\nx = 1\n```\n\n"
    stream = MarkdownStream()

    def cost_s():
        started_s = time.process_time()
        for start in range(0, len(sample), 12):
            stream.push(sample[start : start + 12])
        return time.process_time() - started_s

    first = min(cost_s() for _ in range(5))
    for _ in range(500):
        stream.push(sample)
    assert min(cost_s() for _ in range(5)) < 3 * first


def test_what_goes_beyond_the_limit_is_still_shown_and_streams_the_same():
    source = ("para **b**\n\n" * 20_000) + "the end"
    blocks = parse_markdown(source)
    assert blocks[-1].text.endswith("the end")
    pieces = [source[start : start + 50_000] for start in range(0, len(source), 50_000)]
    assert blocks_of_stream(MarkdownStream(), pieces) == blocks


TOOLS = [
    '<tool_call>\n{"name": "f"}\n</tool_call>',
    '<tool_call>{"name": "f"}</tool_call>',
    'Text before.\n<tool_call>\n{"name": "f"}\n</tool_call>\nText behind.',
]


@pytest.mark.parametrize("source", TOOLS)
def test_calls_of_tools_become_blocks_of_their_own(source):
    (call,) = [block for block in parse_markdown(source) if isinstance(block, CodeBlock)]
    assert (call.language, call.text, call.is_tool) == ("tool_call", '{"name": "f"}', True)
    assert text_of(source).count("Text") == source.count("Text")


@pytest.mark.parametrize("source", ["a <tool_call> in a line", "<tool_call>x</tool_call> and more", "    <tool_call>"])
def test_what_is_no_call_of_its_own_stays_text(source):
    assert not any(isinstance(block, CodeBlock) and block.is_tool for block in parse_markdown(source))
    assert text_of(source).split() == source.split()


def test_a_call_that_is_still_being_written_is_one_already():
    stream = MarkdownStream()
    seen = [stream.push(piece).blocks[-1] for piece in ("<tool_call>\n", '{"name": "f"', "}\n</tool_", "call>\n")]
    assert all(isinstance(block, CodeBlock) and block.is_tool for block in seen)
    assert stream.flush().blocks == parse_markdown('<tool_call>\n{"name": "f"}\n</tool_call>\n')


@pytest.mark.parametrize("before", ["Text before.\n", "| a | b |\n|---|---|\n"])
def test_a_call_that_turns_out_to_be_none_belongs_to_what_is_before_it(before):
    source = f"{before}<tool_call>\nx\n</tool_call> and more\n"
    for at in range(1, len(source)):
        assert blocks_of_stream(MarkdownStream(), [source[:at], source[at:]]) == parse_markdown(source)
    assert blocks_of_stream(MarkdownStream(), list(source)) == parse_markdown(source)


def test_a_copied_call_is_a_call_again():
    (call,) = parse_markdown(TOOLS[0])
    assert markdown_of([(call, 0, len(call.text))]) == TOOLS[0]
