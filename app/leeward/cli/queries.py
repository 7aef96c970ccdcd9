# SPDX-License-Identifier: Apache-2.0
"""`leeward embed`, `rank`, `tokenize` and `prompt`: what can be asked of a model beside answers."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

import msgspec

from leeward.cli import ask
from leeward.cli.exit_codes import ExitCode
from leeward.cli.session import Session
from leeward.domain.generation import ChatMessage, Role
from leeward.domain.ids import QueryId
from leeward.domain.queries import (
    MAX_TEXTS,
    Embeddings,
    EmbedTexts,
    Pooling,
    PromptPart,
    PromptView,
    RankTexts,
    Scores,
    TokenizeText,
    Tokens,
    ViewPrompt,
)
from leeward.engine.protocol import Engine
from leeward.library.models import Library

_COLORS = {Role.SYSTEM: "35", Role.USER: "36", Role.ASSISTANT: "32"}  # ANSI: magenta, cyan, green
_TEMPLATE_COLOR = "2"  # faint


def embed(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Print one vector per text. Raises AppError, EngineFault."""
    texts = _texts(arguments.texts)
    if not texts:
        return _nothing_given()
    pooling = Pooling(arguments.pooling) if arguments.pooling else None
    vectors: list[tuple[float, ...]] = []
    n_tokens: list[int] = []
    with Session(engine) as session:
        model = session.load(ask.plan_of(arguments, library))
        for start in range(0, len(texts), MAX_TEXTS):
            some = tuple(texts[start : start + MAX_TEXTS])
            answer = session.query(EmbedTexts(_new_id(), some, pooling), Embeddings)
            vectors += [answer.vector(index) for index in range(len(some))]
            n_tokens += answer.n_tokens
    if arguments.json:
        _print_json({"model": model.name, "pooling": answer.pooling, "n_tokens": n_tokens, "vectors": vectors})
        return ExitCode.OK
    for vector in vectors:
        print(" ".join(f"{number:.7g}" for number in vector))
    return ExitCode.OK


def rank(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Print the score of every text, the best first. Raises AppError, EngineFault."""
    texts = _texts(arguments.texts)
    if not texts or not arguments.query:
        return _nothing_given()
    with Session(engine) as session:
        model = session.load(ask.plan_of(arguments, library))
        answer = session.query(RankTexts(_new_id(), arguments.query, tuple(texts)), Scores)
    if arguments.json:
        _print_json({"model": model.name, "n_tokens": answer.n_tokens, "scores": answer.scores})
        return ExitCode.OK
    for score, text in sorted(zip(answer.scores, texts, strict=True), key=lambda pair: -pair[0]):
        print(f"{score:10.4f}  {text}")
    return ExitCode.OK


def tokenize(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Print the tokens of a text. Raises AppError, EngineFault."""
    text = _text(arguments.text)
    if not text:
        return _nothing_given()
    with Session(engine) as session:
        model = session.load(ask.plan_of(arguments, library))
        answer = session.query(TokenizeText(_new_id(), text, parse_special=arguments.special), Tokens)
    pieces = [piece.decode("utf-8", "replace") for piece in answer.pieces]
    if arguments.json:
        _print_json({"model": model.name, "n_tokens": len(answer.ids), "ids": answer.ids, "pieces": pieces})
        return ExitCode.OK
    for token, piece in zip(answer.ids, pieces, strict=True):
        print(f"{token:8}  {piece!r}")
    print(f"{len(answer.ids):,} tokens, {len(text):,} characters")
    return ExitCode.OK


def prompt(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Print exactly what the model sees. Raises AppError, EngineFault."""
    text = _text(arguments.text)
    if not text:
        return _nothing_given()
    messages = [ChatMessage(Role.SYSTEM, arguments.system)] if arguments.system else []
    messages.append(ChatMessage(Role.USER, text))
    with Session(engine) as session:
        ask.load(arguments, session, library)
        view = session.query(ViewPrompt(_new_id(), tuple(messages)), PromptView)
    if arguments.json:
        _print_json({"text": view.text, "added": view.added, "tokens": view.tokens, "parts": _parts(view, messages)})
        return ExitCode.OK
    if sys.stdout.isatty():
        print(_for_terminal(view, messages))
    else:
        sys.stdout.write(view.text)  # every byte as it is, for `diff` and the like
        sys.stdout.flush()
    for line in _counts(view, messages):
        print(line, file=sys.stderr)
    return ExitCode.OK


def _parts(view: PromptView, messages: Sequence[ChatMessage]) -> list[dict[str, Any]]:
    return [
        {"message": part.message, "whose": _whose(part, messages), "n_tokens": part.n_tokens, "text": part.text}
        for part in view.parts
    ]


def _whose(part: PromptPart, messages: Sequence[ChatMessage]) -> str:
    return "template" if part.message is None else messages[part.message].role.value


def _for_terminal(view: PromptView, messages: Sequence[ChatMessage]) -> str:
    """Colour the parts. What would move the cursor of the terminal is shown as a question mark: the template is not ours."""
    shown = [("template", view.added)] + [(_whose(part, messages), part.text) for part in view.parts]
    out = []
    for whose, text in shown:
        safe = "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
        color = _TEMPLATE_COLOR if whose == "template" else _COLORS[Role(whose)]
        out.append(safe if os.environ.get("NO_COLOR") or not safe else f"\033[{color}m{safe}\033[0m")
    return "".join(out)


def _counts(view: PromptView, messages: Sequence[ChatMessage]) -> Iterator[str]:
    for index, (message, span) in enumerate(zip(messages, view.spans, strict=True)):
        count = f"{view.n_tokens(index):8,}" if span else "        "
        yield f"{count}  {message.role.value}" + ("" if span else ", cannot be told from the template")
    yield f"{view.n_tokens(None):8,}  template" + (f", with {view.added} before the text" if view.added else "")
    yield f"{len(view.tokens):8,}  tokens in all"


def _texts(words: list[str]) -> list[str]:
    """Return the texts that are no blank; "-" stands for the lines of standard input."""
    found = [line for word in words for line in (sys.stdin.read().splitlines() if word == "-" else [word])]
    return [text for text in found if text.strip()]


def _text(word: str) -> str:
    return sys.stdin.read() if word == "-" else word


def _nothing_given() -> ExitCode:
    print("leeward: there is no text. Give it as an argument, or - and standard input.", file=sys.stderr)
    return ExitCode.USAGE


def _print_json(values: dict[str, Any]) -> None:
    print(msgspec.json.encode(values).decode(), flush=True)


def _new_id() -> QueryId:
    return QueryId(uuid4().hex)
