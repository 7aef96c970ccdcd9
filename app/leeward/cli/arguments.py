# SPDX-License-Identifier: Apache-2.0
"""The command line. `leeward` alone opens the window."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from leeward.cli.assignments import NAMES, adapter_of
from leeward.cli.exit_codes import ExitCode
from leeward.cli.persona_arguments import add_persona_options, add_personas, add_samplers
from leeward.cli.transfer_arguments import add_transfer
from leeward.cli.window_arguments import add_top_options
from leeward.domain.generation import MAX_CHOICES, Adapter, PromptOptions, check_together
from leeward.domain.machine_profile import CALIBRATION_LIMIT_S
from leeward.domain.model_info import KvType
from leeward.domain.persona import EXTRACTOR
from leeward.domain.queries import Pooling
from leeward.domain.settings import Settings, limits_of
from leeward.library.entries import PROGRAM_NAMES
from leeward.workshop.plan import MERGED_TYPES

EPILOG = "exit codes: " + ", ".join(f"{code.value} {code.name.lower()}" for code in ExitCode)

MOST_RESULTS = 1000


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="leeward",
        description="Chat with open-weight models on your own machine. Without a command: open the window.",
        epilog=EPILOG,
    )
    add_top_options(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    ask = commands.add_parser(
        "ask", help="answer one prompt", description="Answer one prompt, streamed.", epilog=EPILOG
    )
    _add_model_options(ask)
    ask.add_argument("--json", action="store_true", help="print one JSON object instead of streaming")
    ask.add_argument(
        "--tools",
        type=_tools_of,
        default=(),
        metavar="FILE",
        help="tools the model may ask for (JSON list as of OpenAI)",
    )
    ask.add_argument(
        "--tool-choice", default="auto", metavar="auto|none|required|NAME", help="whether a tool must be asked for"
    )
    ask.add_argument(
        "--choices",
        type=int,
        choices=range(1, MAX_CHOICES + 1),
        default=1,
        metavar="N",
        help=f"make N answers (up to {MAX_CHOICES}) and print them, the most probable first",
    )
    ask.add_argument("prompt", nargs="?", help="the prompt; standard input is read when it is missing or -")

    chat = commands.add_parser(
        "chat", help="a conversation in the terminal", description="Talk, a line a turn. Ctrl+D ends.", epilog=EPILOG
    )
    _add_model_options(chat)
    chat.set_defaults(tools=(), tool_choice="auto", choices=1)
    chat.add_argument("--json", action="store_true", help="print one JSON object a turn instead of streaming")

    _add_extract(commands)
    add_personas(commands, EPILOG)
    add_samplers(commands)
    _add_queries(commands)
    inspect = commands.add_parser(
        "inspect", help="show what a model file is", description="Read a GGUF file's header.", epilog=EPILOG
    )
    _add_inspect_options(inspect)
    inspect.add_argument("--json", action="store_true", help="print one JSON object")

    merge = commands.add_parser(
        "merge",
        help="make a model with a LoRA adapter in it",
        description="Merge a LoRA adapter into a copy of its model. What it changes is stored anew, the rest is copied.",
        epilog=EPILOG,
    )
    merge.add_argument("base", metavar="starter|NAME|FILE", help="the model that the adapter was made from")
    merge.add_argument("adapter", type=Path, metavar="ADAPTER", help="the adapter (GGUF)")
    merge.add_argument("target", type=Path, metavar="TARGET", help="the file to make")
    merge.add_argument("--scale", type=_scale, default=1.0, metavar="X", help="strength of the adapter (default: 1)")
    merge.add_argument(
        "--type",
        choices=[name.lower() for name in MERGED_TYPES],
        default=MERGED_TYPES[0].lower(),
        help="what the changed tensors are stored as (default: %(default)s)",
    )
    merge.add_argument("--overwrite", action="store_true", help="replace TARGET if it is there")

    _add_fit(commands)
    bench = commands.add_parser(
        "bench",
        help="measure how fast a model runs here",
        description="About half a minute for a small model, a minute and a half at most. Every measurement is kept.",
        epilog=EPILOG,
    )
    _add_load_options(bench)
    bench.add_argument("--json", action="store_true", help="print one JSON object")
    bench.add_argument(
        "--share", action="store_true", help="print a text to share: it names no user, computer or folder"
    )
    bench.add_argument("--history", action="store_true", help="measure nothing; list what was measured before")

    _add_models(commands)
    add_transfer(commands, EPILOG)
    doctor = commands.add_parser("doctor", help="show what Leeward found on this machine, and what is missing")
    doctor.add_argument("--json", action="store_true", help="print one JSON object")
    _add_rpc_option(doctor)
    return top


def _add_fit(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    fit = commands.add_parser(
        "fit",
        help="say whether a model is for this machine, before it is downloaded",
        description="Count a model's memory and say how fast it will be, from its header alone. Of a URL a few MB are read. "
        "Ends with 3 when it is too large.",
        epilog=EPILOG,
    )
    fit.add_argument("file", metavar="starter|NAME|FILE|URL", help="a GGUF file, here or at an https address")
    fit.add_argument("--context", type=_Number(int, "n_ctx"), metavar="N", help="context length in tokens")
    fit.add_argument("--moe-on-cpu", action="store_true", help="with the experts of a mixture model on the processor")
    _add_kv_type_option(fit)
    calibrate = commands.add_parser(
        "calibrate",
        help="measure this machine, so that the speed of other models can be told",
        description=f"Takes {CALIBRATION_LIMIT_S:.0f} seconds at most. Each further model of another size makes what `fit` says surer.",
        epilog=EPILOG,
    )
    calibrate.add_argument(
        "--model", default="starter", metavar="starter|NAME|PATH", help="measure with this model (default: starter)"
    )
    for command in (fit, calibrate):
        command.add_argument("--threads", type=_Number(int, "n_threads"), metavar="N", help="default: all cores")
        command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_hub_actions(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    search = actions.add_parser("search", help="find models on the Hugging Face Hub", epilog=EPILOG)
    search.add_argument("query", metavar="QUERY")
    search.add_argument(
        "--sort", choices=["downloads", "likes", "recent"], default="downloads", help="default: %(default)s"
    )
    search.add_argument("--limit", type=_n_results, default=30, metavar="N", help="default: %(default)s")
    pull = actions.add_parser(
        "pull",
        help="download a model, checked",
        description="Download a model. What was begun goes on where it was. Nothing counts before its SHA-256 is right.",
        epilog=EPILOG,
    )
    pull.add_argument("repo", metavar="REPO", help="OWNER/NAME, OWNER/NAME:QUANTIZATION, or an address of the Hub")
    pull.add_argument("file", nargs="?", default="", metavar="FILE", help="a file or a quantization (default: Q4_K_M)")
    pull.add_argument("--revision", default="", metavar="R", help="branch, tag or commit (default: main)")
    pull.add_argument("--dir", type=Path, metavar="D", help="model folder (default: the one of the profile)")
    pull.add_argument("--list", action="store_true", help="show what there is instead of downloading")
    token = actions.add_parser(
        "token",
        help="keep the access token for models with terms",
        description="Reads the token from standard input. It is sent to the Hub only.",
        epilog=EPILOG,
    )
    token.add_argument("--remove", action="store_true", help="forget the token")
    for action in (search, pull):
        action.add_argument("--json", action="store_true", help="print one JSON object")


def _add_models(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    family = commands.add_parser("models", help="find models, get them, keep them", epilog=EPILOG)
    actions = family.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_hub_actions(actions)
    model = "starter|NAME|PATH"
    each = {
        "list": actions.add_parser("list", help="show what is here"),
        "sources": actions.add_parser("sources", help="show the folders and programs that models come from"),
        "show": actions.add_parser("show", help="show what a model is, where it comes from and what it takes"),
        "inspect": actions.add_parser("inspect", help="show what a model file is"),
        "add": actions.add_parser("add", help="add files and folders where they are, or another program's models"),
        "remove": actions.add_parser("remove", help="delete what Leeward made, take all else off the list"),
        "set": actions.add_parser(
            "set",
            help="set something for one model",
            description=f"Set something for one model, wherever it is used. What can be set: {', '.join(NAMES)}. "
            "Adapters: adapters=FILE:STRENGTH,FILE (without a strength: 1).",
        ),
        "doctor": actions.add_parser("doctor", help="try out a model's chat template"),
        "pack": actions.add_parser("pack", help="copy models with their hashes into a folder"),
        "unpack": actions.add_parser("unpack", help="check a pack and take its models in"),
    }
    each["show"].add_argument("model", metavar=model)
    _add_inspect_options(each["inspect"])
    each["add"].add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a GGUF file or a folder")
    each["add"].add_argument(
        "--from",
        dest="program",
        action="append",
        default=[],
        choices=tuple(PROGRAM_NAMES),
        help="show the models of this program",
    )
    each["remove"].add_argument("model", metavar="NAME|PATH|PROGRAM")
    each["set"].add_argument("model", metavar=model)
    each["set"].add_argument("values", nargs="*", metavar="NAME=VALUE", help="nothing behind = takes a value back")
    each["set"].add_argument("--reset", action="store_true", help="take back everything that was set for it")
    each["doctor"].add_argument("model", metavar=model)
    each["doctor"].add_argument("--template", default="", metavar="NAME", help="examine this built-in one instead")
    each["doctor"].add_argument("--no-echo", action="store_true", help="do not let the model answer")
    each["pack"].add_argument("folder", type=Path, metavar="DIR")
    each["pack"].add_argument("models", nargs="+", metavar="NAME|PATH")
    each["unpack"].add_argument("folder", type=Path, metavar="DIR")
    for action in each.values():
        action.epilog = EPILOG
        action.add_argument("--json", action="store_true", help="print one JSON object")


def _add_inspect_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="starter|NAME|FILE", help="a GGUF file; it is not loaded")
    command.add_argument(
        "--context", type=_Number(int, "n_ctx"), metavar="N", help="count the memory at this context length"
    )
    _add_kv_type_option(command)


def _add_queries(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    embed = commands.add_parser(
        "embed", help="turn texts into vectors", description="Print one vector a line, of length 1.", epilog=EPILOG
    )
    embed.add_argument(
        "--pooling", choices=[each.value for each in Pooling], help="default: what the model was made for, else mean"
    )
    embed.add_argument("texts", nargs="+", metavar="TEXT", help="a text; - reads one a line from standard input")
    rank = commands.add_parser(
        "rank",
        help="sort texts by how well they answer a query",
        description="Needs a reranking model. Prints scores, the best first.",
        epilog=EPILOG,
    )
    rank.add_argument("query", metavar="QUERY")
    rank.add_argument("texts", nargs="+", metavar="TEXT", help="a text; - reads one a line from standard input")
    tokenize = commands.add_parser(
        "tokenize", help="show the tokens of a text", description="Print id and text of each token.", epilog=EPILOG
    )
    tokenize.add_argument("--special", action="store_true", help="spelled control tokens are control tokens")
    tokenize.add_argument("text", metavar="TEXT", help="a text; - reads standard input")
    prompt = commands.add_parser(
        "prompt",
        help="show exactly what the model sees",
        description="Print the exact prompt; who has how many tokens goes to standard error.",
        epilog=EPILOG,
    )
    prompt.add_argument("--system", default="", metavar="TEXT", help="system prompt")
    prompt.add_argument("text", metavar="TEXT", help="the question; - reads standard input")
    for command in (embed, rank, tokenize, prompt):
        _add_load_options(command)
        command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_extract(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    extract = commands.add_parser(
        "extract",
        help="make a table out of texts",
        description="Ask a model for the same facts of every text file, as a JSON schema says, and make a table of the answers. "
        "What is done is kept beside the table (TABLE.journal): the same command goes on where it was stopped.",
        epilog=EPILOG,
    )
    extract.add_argument("paths", nargs="+", type=Path, metavar="FOLDER|FILE", help="text files, or folders of them")
    extract.add_argument(
        "-o", "--output", type=Path, required=True, metavar="TABLE", help="the table to make: a .csv or .jsonl file"
    )
    extract.add_argument(
        "--schema",
        dest="json_schema",
        type=_text_of,
        metavar="FILE",
        help="what to take out of each text (JSON schema)",
    )
    extract.add_argument("--split", action="store_true", help="read texts that are too long in parts, a row each")
    extract.add_argument("--overwrite", action="store_true", help="replace TABLE though another program made it")
    extract.add_argument("--json", action="store_true", help="print one JSON object at the end instead of the progress")
    _add_answer_options(extract)
    extract.set_defaults(persona=EXTRACTOR, grammar="")


def _add_model_options(command: argparse.ArgumentParser) -> None:
    _add_answer_options(command)
    shape = command.add_mutually_exclusive_group()
    shape.add_argument(
        "--json-schema", type=_text_of, metavar="FILE", help="the answer is JSON that fits this JSON schema"
    )
    shape.add_argument("--grammar", type=_text_of, metavar="FILE", help="the answer follows this grammar (GBNF)")


def _add_answer_options(command: argparse.ArgumentParser) -> None:
    defaults = Settings()
    _add_load_options(command)
    command.add_argument(
        "--adapter",
        action=_Adapters,
        type=_adapter,
        metavar="FILE[:SCALE]",
        help="lay a LoRA adapter over the model, in place of those set for it; may be repeated (default scale: 1)",
    )
    command.add_argument("--system", default="", metavar="TEXT", help="system prompt")
    command.add_argument("--seed", type=_Number(int, "seed"), metavar="N", help="same seed, same prompt: same answer")
    command.add_argument(
        "--temperature",
        type=_Number(float, "temperature"),
        metavar="X",
        help=f"0 always takes the most probable token (default: what is set for the model, else {defaults.temperature})",
    )
    command.add_argument(
        "--max-tokens", type=_Number(int, "max_tokens"), metavar="N", help="end the answer after N tokens"
    )
    add_persona_options(command)


def _add_load_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--model", default="", metavar="starter|NAME|PATH", help="the model to load (default: starter)"
    )
    command.add_argument("--context", type=_Number(int, "n_ctx"), metavar="N", help="context length in tokens")
    command.add_argument("--threads", type=_Number(int, "n_threads"), metavar="N", help="default: the free cores")
    command.add_argument(
        "--gpu-layers", type=_Number(int, "n_gpu_layers"), metavar="N", help="layers to put on the GPU (default: all)"
    )
    command.add_argument(
        "--device",
        action="append",
        default=[],
        metavar="NAME",
        help="compute there (may be repeated); see leeward doctor",
    )
    _add_kv_type_option(command)
    command.set_defaults(adapter=[])  # what is set for the model; for where no others can be named
    command.add_argument("--force", action="store_true", help="load though the memory may not do")
    command.add_argument(
        "--template",
        default="",
        type=_template,
        metavar="NAME|FILE",
        help="chat template to use instead of the model's",
    )
    _add_rpc_option(command)


def _add_kv_type_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--kv-type",
        type=KvType,
        choices=list(KvType),
        metavar="TYPE",
        help=f"what keys and values are stored as: {', '.join(KvType)} (default: f16 while it fits)",
    )


def _n_results(text: str) -> int:
    """An argparse type: how many search results are wanted."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_RESULTS):
        raise argparse.ArgumentTypeError(f"must lie between 1 and {MOST_RESULTS}")
    return int(text)


def _template(text: str) -> str:
    """An argparse type: a built-in template's name, or a file with a template in it."""
    return _text_of(text) if os.path.isfile(text) else text  # noqa: PTH113  Path raises for long words


def _add_rpc_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--rpc",
        action="append",
        default=[],
        metavar="HOST:PORT",
        help="compute on this machine as well, where llama.cpp's rpc-server runs (may be repeated)",
    )


def _adapter(text: str) -> Adapter:
    """An argparse type: a file, and behind a colon how strong it is to be."""
    try:
        return adapter_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}") from error


def _scale(text: str) -> float:
    """An argparse type: the strength of an adapter."""
    try:
        return Adapter(Path(), float(text)).scale
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}") from error


class _Adapters(argparse.Action):
    """Collects adapters, each file once."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        adapters = [*getattr(namespace, self.dest), values]
        try:
            check_together(adapters)
        except ValueError as error:
            parser.error(f"{option}: {error}")
        setattr(namespace, self.dest, adapters)


def _text_of(name: str) -> str:
    """An argparse type: what is written in a file."""
    try:
        text = Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(f"{name} cannot be read: {error}") from error
    if not text.strip():
        raise argparse.ArgumentTypeError(f"{name} is empty")
    return text


def _tools_of(name: str) -> tuple[dict[str, Any], ...]:
    """An argparse type: the tools that are written in a file."""
    try:
        tools = json.loads(_text_of(name))
    except (ValueError, RecursionError) as error:
        raise argparse.ArgumentTypeError(f"{name} is no JSON: {error}") from error
    if not isinstance(tools, list) or not all(isinstance(tool, dict) for tool in tools):
        raise argparse.ArgumentTypeError(f"{name} is no list of tools")
    if len(PromptOptions(tools=tuple(tools)).tool_parameters) != len(tools) or not tools:
        raise argparse.ArgumentTypeError(f"{name}: every tool needs a name of its own")
    return tuple(tools)


class _Number:
    """An argparse type: a number within the range of a setting."""

    def __init__(self, kind: type[int] | type[float], setting: str) -> None:
        self._kind = kind
        self._limits = limits_of(setting)
        self.__name__ = "number"  # argparse says it in "invalid ... value"

    def __call__(self, text: str) -> int | float:
        value = self._kind(text)
        if not self._limits.low <= value <= self._limits.high:
            raise argparse.ArgumentTypeError(f"must lie between {self._limits.low:g} and {self._limits.high:g}")
        return value
