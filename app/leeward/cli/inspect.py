# SPDX-License-Identifier: Apache-2.0
"""`leeward inspect`: what a GGUF file says of itself, without loading it."""

import argparse
from typing import Any

import msgspec

from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import one_line
from leeward.domain.model_info import AdapterInfo, FileKind, LoadPlan, ModelInfo
from leeward.library.about import facts_of_file
from leeward.library.adapter_check import read_adapter
from leeward.library.fit import Fit, plan_for
from leeward.library.in_words import size_text
from leeward.library.model_check import inspect_file
from leeward.library.models import Library
from leeward.library.resolve import resolve_model


def inspect(arguments: argparse.Namespace, library: Library) -> ExitCode:
    """Print the facts of one file. Raises ModelNotFound, ModelUnreadable, AdapterUnfit."""
    info = inspect_file(resolve_model(arguments.file, library).path)
    adapter, memory = about(info, LoadPlan(info.path, n_ctx=arguments.context or None, kv_type=arguments.kv_type))
    if arguments.json:
        print(msgspec.json.encode(as_json(info, adapter, memory)).decode())
    else:
        print_info(info, adapter, memory)
    return ExitCode.OK


def about(info: ModelInfo, plan: LoadPlan) -> tuple[AdapterInfo | None, Fit | None]:
    """Return what an adapter is, and what a model takes when it is loaded like this. Raises AdapterUnfit."""
    adapter = read_adapter(info.path).info if info.kind is FileKind.ADAPTER else None
    return adapter, plan_for(info, plan, ()) if info.kind is FileKind.MODEL else None


def as_json(info: ModelInfo, adapter: AdapterInfo | None, memory: Fit | None) -> dict[str, Any]:
    """Return the object that `--json` prints: plain values only."""
    values: dict[str, Any] = msgspec.to_builtins(info, builtin_types=(), enc_hook=str)
    values |= {"n_kv_heads": info.n_kv_heads, "weight_bytes": info.weight_bytes}
    return values | {"adapter": msgspec.to_builtins(adapter), "memory": _memory_as_json(memory) if memory else None}


def _memory_as_json(memory: Fit) -> dict[str, Any]:
    parts = msgspec.to_builtins(memory.estimate.needs[0])
    del parts["device"]
    plan = memory.plan
    return {"n_ctx": plan.n_ctx, "kv_type": plan.kv_type, "total_bytes": memory.estimate.total_bytes, "parts": parts}


def print_info(info: ModelInfo, adapter: AdapterInfo | None, memory: Fit | None) -> None:
    """Print the facts of a file, one a line."""
    for label, value in facts_of_file(info, adapter, memory):
        if value:
            print(f"{label:<13}{one_line(value)}")
    for number, share in enumerate(info.mix):
        percent = 100 * share.n_bytes / info.weight_bytes
        tensors = "1 tensor" if share.n_tensors == 1 else f"{share.n_tensors} tensors"
        print(
            f"{'' if number else 'Weights':<13}{share.type_name:<8}{size_text(share.n_bytes):>10} {percent:5.1f} %  {tensors}"
        )
    for number, token in enumerate(info.special_tokens):
        print(f"{'' if number else 'Special':<13}{token.name:<10}{token.id:>7}  {one_line(token.text)}")
    for problem in info.problems:
        print(f"\nProblem      {problem}")
