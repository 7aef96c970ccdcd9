# SPDX-License-Identifier: Apache-2.0
"""`leeward ask` and `leeward chat`."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from leeward.chat.schema import AnswerSchema
from leeward.cli.exit_codes import ExitCode, exit_code_of
from leeward.cli.session import Answer, Choice, Session, Shape
from leeward.domain.errors import EngineCrashLoop, EngineError, PromptError
from leeward.domain.generation import ChatMessage, FinishReason, PromptOptions, Role, Sampling
from leeward.domain.model_info import LoadedModel, LoadPlan
from leeward.domain.model_settings import ModelSettings, in_use, load_plan
from leeward.domain.settings import Settings
from leeward.engine.protocol import Engine
from leeward.error_text import describe
from leeward.library.models import Library
from leeward.library.resolve import resolve_model
from leeward.library.suggested import suggested_by


def ask(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Answer one prompt. Raises AppError, EngineFault."""
    prompt = _prompt(arguments.prompt)
    if not prompt.strip():
        print("leeward: there is no prompt. Give it as an argument or on standard input.", file=sys.stderr)
        return ExitCode.USAGE
    complaint = _complaint(arguments)
    if complaint:
        print(f"leeward: {complaint}", file=sys.stderr)
        return ExitCode.USAGE
    schema = AnswerSchema(arguments.json_schema) if arguments.json_schema else None
    with Session(engine) as session:
        model = load(arguments, session, library)
        talk = _Talk(session, model, arguments, sampling_of(arguments, model.path, library), schema)
        answer = talk.turn(prompt)
    if any(choice.finish_reason is FinishReason.CANCELLED for choice in answer.choices):
        return ExitCode.INTERRUPTED
    return ExitCode.FAILED if talk.says_misfit(answer) else ExitCode.OK


def chat(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Answer a line at a time until the input ends; return the code of the last failure. Raises AppError, EngineFault."""
    schema = AnswerSchema(arguments.json_schema) if arguments.json_schema else None
    with Session(engine) as session:
        model = load(arguments, session, library)
        talk = _Talk(session, model, arguments, sampling_of(arguments, model.path, library), schema)
        code = ExitCode.OK
        for line in _lines(is_prompting=sys.stdin.isatty() and not arguments.json):
            try:
                talk.says_misfit(talk.turn(line))
            except (PromptError, EngineError) as error:
                if isinstance(error, EngineCrashLoop):
                    raise
                # This turn has no answer; the conversation goes on as it was before it.
                tell(error)
                code = exit_code_of(error)
    return code


def tell(error: Exception) -> None:
    """Say on stderr what went wrong and what to do."""
    text = describe(error)
    print(f"leeward: {text.sentence} {text.next_step}", file=sys.stderr, flush=True)


class _Talk:
    """A conversation in the terminal and how its turns are printed."""

    def __init__(
        self,
        session: Session,
        model: LoadedModel,
        arguments: argparse.Namespace,
        sampling: Sampling,
        schema: AnswerSchema | None,
    ) -> None:
        self._session = session
        self._model = model
        self._is_json = arguments.json
        self._sampling = sampling
        self._max_tokens = arguments.max_tokens or None
        self._shape = Shape(
            arguments.grammar or "",
            arguments.json_schema or "",
            arguments.tools,
            arguments.tool_choice,
            arguments.choices,
            tuple(arguments.stop),
            arguments.reasoning,
        )
        self._schema = schema
        self._messages = [ChatMessage(Role.SYSTEM, arguments.system)] if arguments.system else []

    def turn(self, prompt: str) -> Answer:
        messages = [*self._messages, ChatMessage(Role.USER, prompt)]
        answer = self._session.ask(tuple(messages), self._sampling, self._max_tokens, self._on_text, self._shape)
        self._messages = [*messages, ChatMessage(Role.ASSISTANT, answer.best.text)]
        if self._is_json:
            misfits = {"schema_problems": self._misfits(answer)} if self._schema else {}
            print(msgspec.json.encode(as_json(answer, self._model, self._shape) | misfits).decode(), flush=True)
        else:
            self._print_end(answer)
        return answer

    def says_misfit(self, answer: Answer) -> bool:
        """Say on stderr what of a whole answer is not as its schema asks; return whether anything is."""
        problems = self._misfits(answer)
        if problems:
            print(f"leeward: the answer does not fit the schema: {'; '.join(problems)}.", file=sys.stderr, flush=True)
        return bool(problems)

    def _misfits(self, answer: Answer) -> tuple[str, ...]:
        if self._schema is None or answer.best.finish_reason is FinishReason.CANCELLED or answer.best.tool_calls:
            return ()
        return self._schema.read(answer.best.text)[1]

    def _on_text(self, text: str) -> None:
        if not self._is_json and self._shape.n_choices == 1:
            print(text, end="", flush=True)

    def _print_end(self, answer: Answer) -> None:
        """Print what was not streamed: a line a tool call, and all of several choices."""
        if self._shape.n_choices == 1:
            lines = _calls(answer.best)
            print("\n".join(["", *lines] if answer.best.text or not lines else lines))
        else:
            for number, choice in enumerate(answer.choices, 1):
                print(f"[{number}] mean log-probability {choice.mean_log_probability or 0.0:.3f}")
                print("\n".join([*filter(None, [choice.text]), *_calls(choice)]))
        sys.stdout.flush()


def _calls(choice: Choice) -> list[str]:
    return [f"{call.name} {call.arguments}" for call in choice.tool_calls]


def as_json(answer: Answer, model: LoadedModel, shape: Shape) -> dict[str, Any]:
    """Return the object that `--json` prints: plain values only. "tool_calls" and "choices" are there if asked for."""
    timings = answer.timings
    several = {"choices": [_choice_as_json(each, shape) for each in answer.choices]} if shape.n_choices > 1 else {}
    return {
        **_answer_as_json(answer.best, shape),
        **several,
        "usage": {
            "prompt_tokens": answer.usage.prompt_tokens,
            "reused_tokens": answer.usage.reused_tokens,
            "completion_tokens": answer.usage.completion_tokens,
        },
        "timings": {
            "load_s": model.load_s,
            "prompt_s": timings.prompt_s,
            "first_token_s": timings.first_token_s,
            "decode_tokens_per_second": timings.decode_tokens_per_second,
        },
        "memory": {"planned_bytes": model.planned_bytes, "used_bytes": answer.memory_bytes},
        "receipt": msgspec.to_builtins(answer.receipt),
    }


def _answer_as_json(choice: Choice, shape: Shape) -> dict[str, Any]:
    calls = {"tool_calls": msgspec.to_builtins(choice.tool_calls)} if shape.tools else {}
    return {
        "text": choice.text,
        "reasoning": choice.reasoning,
        **calls,
        "finish_reason": choice.finish_reason.value,
    }


def _choice_as_json(choice: Choice, shape: Shape) -> dict[str, Any]:
    return {
        **_answer_as_json(choice, shape),
        "completion_tokens": choice.n_tokens,
        "mean_log_probability": choice.mean_log_probability,
    }


def sampling_of(arguments: argparse.Namespace, path: Path, library: Library) -> Sampling:
    """Return how words are drawn: as the command line says, then the persona, then what was set for the model."""
    usual = in_use(Settings(), library.settings_of(path), suggested_by(path)).sampling
    values = dict(arguments.samplers)
    if arguments.temperature is not None:
        values["temperature"] = arguments.temperature
    if arguments.seed is not None:
        values["seed"] = None if arguments.seed < 0 else arguments.seed
    return usual.with_values(values)


def plan_of(arguments: argparse.Namespace, library: Library) -> LoadPlan:
    """Return how the command line wants its model; what it leaves open is as set for the model. Raises ModelNotFound."""
    file = resolve_model(arguments.model, library)
    asked_for = ModelSettings(
        n_ctx=arguments.context or None,
        n_gpu_layers=None if arguments.gpu_layers in (None, -1) else arguments.gpu_layers,
        n_threads=arguments.threads or None,
        kv_type=arguments.kv_type,
        template=arguments.template or None,
        adapters=tuple((adapter.path, adapter.scale) for adapter in arguments.adapter) or None,
    )
    own = asked_for.over(library.settings_of(file.path))
    return replace(
        load_plan(Settings(), own, file.path, file.name),
        devices=tuple(arguments.device),
        rpc_servers=tuple(arguments.rpc),
        is_forced=arguments.force,
    )


def load(arguments: argparse.Namespace, session: Session, library: Library) -> LoadedModel:
    """Load the model and say what is odd about its chat template. Raises AppError, EngineFault."""
    model = session.load(plan_of(arguments, library))
    if model.template_note:
        print(f"leeward: {model.template_note}.", file=sys.stderr)
    for warning in model.template_warnings:
        print(f"leeward: {warning}.", file=sys.stderr)
    return model


def _complaint(arguments: argparse.Namespace) -> str:
    """Return what options that do not fit together are answered with, "" if they do."""
    choice = arguments.tool_choice
    if choice in ("auto", "none"):
        return ""
    if not arguments.tools:
        return "--tool-choice needs --tools."
    names = PromptOptions(arguments.tools).tool_parameters
    if choice != "required" and choice not in names:
        return f"--tool-choice must be auto, none, required or one of {', '.join(names)}."
    return (
        "--tool-choice does not go with --grammar or --json-schema."
        if arguments.grammar or arguments.json_schema
        else ""
    )


def _prompt(argument: str | None) -> str:
    if argument not in (None, "-"):
        return argument or ""
    return "" if sys.stdin.isatty() else sys.stdin.read()


def _lines(*, is_prompting: bool) -> Iterator[str]:
    while True:
        if is_prompting:
            print("> ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.rstrip("\n")
