# SPDX-License-Identifier: Apache-2.0
"""Answers that must follow a grammar (GBNF) or a JSON schema."""

import ctypes
import json
import math
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import llama_cpp
from llama_cpp.llama_grammar import SchemaConverter

from leeward.domain.errors import GrammarInvalid
from leeward.engine.child.candidates import Candidates
from leeward.engine.child.llama import Llama

MAX_REPEAT = 1000
"""The schema converter writes every repetition out, and llama.cpp refuses rules of little more than this."""

MAX_NESTING = 2000
"""Of parentheses. llama.cpp's parser calls itself for each: 50,000 of them end the process."""

_COUNTS = ("minItems", "maxItems", "minLength", "maxLength")
_STDERR = 2


class Grammar:
    """Where an answer stands in its grammar. The caller closes it.

    Raises (constructor): GrammarInvalid.
    """

    def __init__(self, llama: Llama, gbnf: str) -> None:
        if _nesting(gbnf) > MAX_NESTING:
            raise GrammarInvalid(f"its parentheses are nested deeper than {MAX_NESTING}")
        llama.log.clear()
        with _native_complaints() as complaints:
            # NUL would end the text early, and what stands behind it would silently not count.
            text = gbnf.replace("\0", " ").encode("utf-8", "replace")
            self._sampler = llama_cpp.llama_sampler_init_grammar(llama.vocab, text, b"root")
        if not self._sampler:
            raise GrammarInvalid(_reason("".join(complaints)) or llama.log.last_errors or "it does not parse")
        self._one_data = (llama_cpp.llama_token_data * 1)()
        first = ctypes.cast(self._one_data, llama_cpp.llama_token_data_p)
        self._one = llama_cpp.llama_token_data_array(first, 1, -1, False)
        self._one_pointer = ctypes.byref(self._one)

    def allows(self, token: int) -> bool:
        """Whether the answer may go on, or end, with this token."""
        self._one_data[0] = llama_cpp.llama_token_data(token, 0.0, 0.0)
        llama_cpp.llama_sampler_apply(self._sampler, self._one_pointer)
        return not math.isinf(self._one_data[0].logit)

    def keep_allowed(self, candidates: Candidates) -> int:
        """Leave only tokens the answer may go on with; return how many these are."""
        llama_cpp.llama_sampler_apply(self._sampler, candidates.pointer)
        return candidates.drop_refused()

    def accept(self, token: int) -> None:
        """Go on by a token that is allowed: any other one ends the process."""
        llama_cpp.llama_sampler_accept(self._sampler, token)

    def close(self) -> None:
        if self._sampler:
            llama_cpp.llama_sampler_free(self._sampler)
            self._sampler = None


def schema_to_gbnf(schema: str) -> str:
    """Return the grammar of a JSON schema. What it cannot express (minimum, uniqueItems ...) is not enforced.

    Raises:
        GrammarInvalid
    """
    try:
        parsed = json.loads(schema)
        if not isinstance(parsed, dict):
            raise GrammarInvalid("a schema must be a JSON object")
        _check(parsed)
        if "$ref" in parsed:
            # The converter looks for further references only where there is none: not beside this one, in $defs.
            parsed["anyOf"] = [{"$ref": parsed.pop("$ref")}]
        gbnf = _convert(parsed)
    except RecursionError as error:
        raise GrammarInvalid("the schema is nested too deeply") from error
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError) as error:
        raise GrammarInvalid(f"the schema cannot be read: {str(error) or type(error).__name__}") from error
    # The converter's strings may hold raw line breaks and control characters, which JSON forbids.
    return gbnf.replace('char ::= [^"\\\\]', 'char ::= [^"\\\\\\x7F\\x00-\\x1F]')


class _Converter(SchemaConverter):
    """llama-cpp-python's converter, with names and constants that may hold any character."""

    def _format_literal(self, literal: str) -> str:
        # As inherited, a backslash stays as it is, and what JSON escapes comes out as something else: quotes inside,
        # backslashes, and characters beyond U+FFFF.
        text = json.dumps(json.loads(literal), ensure_ascii=False)
        return '"' + re.sub(r'[\\"]', r"\\\g<0>", text) + '"'


def _convert(schema: dict[str, Any]) -> str:
    untyped: Any = _Converter  # as what it inherits
    converter = untyped(prop_order={}, allow_fetch=False, dotall=False, raw_pattern=False)
    converter.visit(converter.resolve_refs(schema, "schema"), "")
    return str(converter.format_grammar())


def _check(schema: Any) -> None:
    """Refuse what would reach into the network or fill the memory."""
    if isinstance(schema, dict):
        if not str(schema.get("$ref", "#")).startswith("#"):
            raise GrammarInvalid("a $ref may only point into the schema itself")
        for name in _COUNTS:
            count = schema.get(name, 0)
            if isinstance(count, int) and count > MAX_REPEAT:
                raise GrammarInvalid(f"{name} may be at most {MAX_REPEAT}")
        counts = re.findall(r"[{,]\s*(\d+)", str(schema.get("pattern", "")))
        if any(int(count) > MAX_REPEAT for count in counts):
            raise GrammarInvalid(f"a pattern may repeat at most {MAX_REPEAT} times")
    if isinstance(schema, dict | list):
        for inner in schema.values() if isinstance(schema, dict) else schema:
            _check(inner)


def _nesting(gbnf: str) -> int:
    """Return how deep parentheses are nested, at least: those in quotes count too."""
    depth = deepest = 0
    for mark in re.findall(r"[()]", gbnf):
        depth += 1 if mark == "(" else -1
        deepest = max(deepest, depth)
    return deepest


@contextmanager
def _native_complaints() -> Iterator[list[str]]:
    """Collect what native code prints on stderr: the grammar's parser says there, and only there, what is wrong.

    It also repeats the grammar, which is the user's and belongs into no log.
    """
    complaints: list[str] = []
    saved = os.dup(_STDERR)
    with _scratch_file() as file:
        os.dup2(file.fileno(), _STDERR)
        try:
            yield complaints
        finally:
            os.dup2(saved, _STDERR)
            os.close(saved)
            file.seek(0)
            complaints.append(file.read().decode("utf-8", "replace"))


def _scratch_file() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile()
    except OSError:  # a full disk: the reason is lost, nothing else
        return Path(os.devnull).open("r+b")


def _reason(complaint: str) -> str:
    """Return the parser's reason without the grammar it repeats: "parse: error parsing grammar: <reason>"."""
    lines = complaint.partition("error parsing grammar: ")[2].splitlines()
    return lines[0][:200] if lines else ""
