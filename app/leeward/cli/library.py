# SPDX-License-Identifier: Apache-2.0
"""`leeward models`: what is here, where it comes from, and what may be done with it."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from leeward.cli import inspect, template_hint
from leeward.cli.ask import tell
from leeward.cli.assignments import NAMES, as_assignments, with_assignment
from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import one_line
from leeward.cli.session import Session
from leeward.domain.errors import AdapterUnfit, DraftUnfit
from leeward.domain.generation import Sampling
from leeward.domain.ids import QueryId
from leeward.domain.model_info import FileKind, LoadPlan
from leeward.domain.model_settings import ModelSettings, load_plan
from leeward.domain.paths import encode_path
from leeward.domain.queries import ExamineTemplate, FindingLevel, TemplateFinding, TemplateReport
from leeward.domain.settings import Settings
from leeward.engine.protocol import Engine
from leeward.library.about import facts_of_place, read_about, what_text, where_text
from leeward.library.adapter_check import check_adapters, with_checked_adapters
from leeward.library.draft_check import with_checked_draft
from leeward.library.entries import ModelEntry
from leeward.library.header import read_header
from leeward.library.in_words import size_text
from leeward.library.models import Library
from leeward.library.pack import Manifest, OnProgress, pack, unpack
from leeward.library.resolve import STARTER, resolve_model
from leeward.library.sources import PROGRAM, source_text
from leeward.library.starter import find_starter
from leeward.library.suggested import suggested_settings
from leeward.library.template_echo import DOCTOR_N_CTX, ECHO, ECHO_MAX_TOKENS, echo_finding
from leeward.storage.profile import Profile


def models(arguments: argparse.Namespace, engine: Engine, library: Library, profile: Profile) -> ExitCode:
    """Do what the command line says after `models`. Raises AppError, EngineFault."""
    commands: dict[str, Callable[[], ExitCode]] = {
        "list": lambda: _list(arguments, library),
        "sources": lambda: _sources(arguments, library),
        "show": lambda: _show(arguments, library, profile),
        "inspect": lambda: inspect.inspect(arguments, library),
        "add": lambda: _add(arguments, engine, library, profile),
        "remove": lambda: _remove(arguments, library),
        "set": lambda: _set(arguments, library, profile),
        "doctor": lambda: _doctor(arguments, engine, library),
        "pack": lambda: _pack(arguments, library),
        "unpack": lambda: _unpack(arguments, profile),
    }
    return commands[arguments.action]()


# What is there


def _list(arguments: argparse.Namespace, library: Library) -> ExitCode:
    found = library.read_scan()
    starter = find_starter()
    built_in = starter and library.entry_named(str(starter.path))
    if arguments.json:
        _print_json(
            {
                "models": [entry_as_json(entry) for entry in found.entries],
                "away": list(map(str, found.away)),
                "built_in": entry_as_json(built_in) if built_in else None,
            }
        )
        return ExitCode.OK
    if starter and built_in:
        where = f'built in: called "{STARTER}" in commands'
        print(f"{size_text(built_in.size_bytes):>10}  {starter.display_name}  {what_text(built_in)}, {where}")
    for entry in sorted(found.entries, key=lambda entry: entry.name.casefold()):
        reason = entry.missing or entry.damage
        state = "" if entry.can_be_loaded else f"{entry.state.value}{f' ({reason})' if reason else ''}"
        about = [what_text(entry), where_text(entry), state]
        print(f"{size_text(entry.size_bytes):>10}  {one_line(entry.name)}  {one_line(', '.join(filter(None, about)))}")
    if not found.entries:
        print(f"There are no {'other ' * bool(built_in)}models yet. Add one: leeward models add FILE")
    for folder in found.away:
        print(f"Folder not available: {one_line(str(folder))}")
    return ExitCode.OK


def _sources(arguments: argparse.Namespace, library: Library) -> ExitCode:
    library.scan()
    found = library.sources()
    if arguments.json:
        _print_json({"sources": msgspec.to_builtins(found, enc_hook=encode_path)})
        return ExitCode.OK
    for source in found:
        is_program = source.kind == PROGRAM
        where = [*map(str, source.places)] if is_program else []
        how = f"not listed; to list them: leeward models add --from {source.what}" if not source.is_listed else ""
        about = ["downloads go here" if source.is_own else "", source_text(source), *where, how]
        print(f"{one_line(source.name)}  {one_line(', '.join(filter(None, about)))}")
    return ExitCode.OK


def entry_as_json(entry: ModelEntry) -> dict[str, Any]:
    """Return the object that `--json` prints for one entry: plain values only."""
    values: dict[str, Any] = msgspec.to_builtins(entry, builtin_types=(), enc_hook=encode_path)
    info = values.pop("info")
    brief = ("architecture", "size_label", "license", "n_params", "n_ctx_train")
    return values | {
        "state": entry.state.value,
        "kind": entry.kind.value,
        "can_be_loaded": entry.can_be_loaded,
        "info": {name: info[name] for name in brief} if info else None,
    }


def _show(arguments: argparse.Namespace, library: Library, profile: Profile) -> ExitCode:
    path = resolve_model(arguments.model, library).path
    known = read_about(library.entry_of(path), library.scan().entries, profile.database)
    info, provenance = known.info, known.provenance
    settings, suggested = library.settings_of(path), suggested_settings(read_header(path))
    adapter, memory = inspect.about(info, _plan_to_show(settings, path))
    if arguments.json:
        _print_json(
            {
                "model": inspect.as_json(info, adapter, memory),
                "files": [str(file) for file in known.files],
                "disk_bytes": known.disk_bytes,
                "provenance": msgspec.to_builtins(provenance) if provenance else None,
                "last_used_s": known.last_used_s,
                "settings": msgspec.to_builtins(settings.given(), enc_hook=encode_path),
                "suggested": suggested.given(),
                "projectors": known.projectors,
            }
        )
        return ExitCode.OK
    inspect.print_info(info, adapter, memory)
    print()
    rows = [
        *facts_of_place(known),
        ("Suggested", ", ".join(f"{name}={value}" for name, value in suggested.given().items())),
        ("Settings", ", ".join(f"{name}={value}" for name, value in as_assignments(settings).items())),
    ]
    for label, value in rows:
        if value:
            print(f"{label:<13}{one_line(value)}")
    return ExitCode.OK


def _plan_to_show(settings: ModelSettings, path: Path) -> LoadPlan:
    """Return how the model would be loaded. Adapters that do not fit are told of and not counted."""
    plan = load_plan(Settings(), settings, path)
    try:
        plan = with_checked_adapters(plan)
    except AdapterUnfit as error:
        tell(AdapterUnfit(error.path, error.reason))
    try:
        return with_checked_draft(plan)
    except DraftUnfit as error:
        tell(DraftUnfit(error.path, error.reason))
        return plan


# Changes


def _add(arguments: argparse.Namespace, engine: Engine, library: Library, profile: Profile) -> ExitCode:
    if not arguments.paths and not arguments.program:
        print("leeward: give a file, a folder, or --from with a program.", file=sys.stderr)
        return ExitCode.USAGE
    profile.create()
    added: list[ModelEntry] = []
    wrong: dict[Path, tuple[TemplateFinding, ...] | None] = {}  # of files that were named, not of folders full
    for path in arguments.paths:
        entry = library.add(path)
        if entry and entry.kind is FileKind.MODEL and entry.can_be_loaded:
            own = library.settings_of(entry.path).template or ""
            wrong[entry.path] = template_hint.wrong_with(engine, entry.path, own)
        added += [entry] if entry else [each for each in library.scan().entries if each.root == path.absolute()]
    for program in arguments.program:
        added += library.add_program(program)
    if arguments.json:
        found = [
            {"path": str(path), "findings": None if findings is None else [_as_json(each) for each in findings]}
            for path, findings in wrong.items()
        ]
        _print_json({"models": [entry_as_json(entry) for entry in added], "template_findings": found})
    else:
        print("\n".join(one_line(entry.name) for entry in added) or "No models there yet; what comes is listed.")
        for path, findings in wrong.items():
            template_hint.tell(findings or (), str(path))
    return ExitCode.OK


def _remove(arguments: argparse.Namespace, library: Library) -> ExitCode:
    if library.forget(arguments.model):
        _tell(arguments, arguments.model, "it is taken off the list, and its files stay")
        return ExitCode.OK
    entry = library.find(arguments.model, is_exact=True)
    _tell(arguments, entry.name, library.remove(entry).value)
    return ExitCode.OK


def _tell(arguments: argparse.Namespace, name: str, what: str) -> None:
    if arguments.json:
        _print_json({"name": name, "done": what})
    else:
        print(f"{one_line(name)}: {what}.")


def _check_draft(plan: LoadPlan) -> None:
    try:
        with_checked_draft(plan)
    except DraftUnfit as error:
        raise DraftUnfit(error.path, error.reason) from error


def _set(arguments: argparse.Namespace, library: Library, profile: Profile) -> ExitCode:
    path = resolve_model(arguments.model, library).path
    before = ModelSettings() if arguments.reset else library.settings_of(path)
    settings = before
    try:
        for assignment in arguments.values:
            settings = with_assignment(settings, assignment)
    except (ValueError, TypeError) as error:
        print(f"leeward: {error}. What can be set: {', '.join(sorted(NAMES))}.", file=sys.stderr)
        return ExitCode.USAGE
    if settings.adapters != before.adapters:
        check_adapters(path, settings.adapters_to_load)
    if settings.draft != before.draft:
        _check_draft(load_plan(Settings(), settings, path))
    profile.create()
    library.set_settings(path, settings)
    if arguments.json:
        _print_json(msgspec.to_builtins(settings.given(), enc_hook=encode_path))
    else:
        given = as_assignments(settings)
        print("\n".join(f"{name} = {value}" for name, value in given.items()) or "As the settings say.")
    return ExitCode.OK


# The doctor


def _doctor(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    file = resolve_model(arguments.model, library)
    own = library.settings_of(file.path)
    with Session(engine) as session:
        session.load(
            load_plan(Settings(n_ctx=DOCTOR_N_CTX), ModelSettings(template=own.template), file.path, file.name)
        )
        query = ExamineTemplate(QueryId(uuid4().hex), template=arguments.template or own.template or "")
        report = session.query(query, TemplateReport)
        findings = list(report.findings)
        if not arguments.no_echo:
            answer = session.ask(ECHO, Sampling(temperature=0, seed=0), ECHO_MAX_TOKENS, lambda _text: None)
            findings.append(echo_finding(answer.best.text + answer.best.reasoning, answer.best.finish_reason))
    report = TemplateReport(tuple(findings))
    if arguments.json:
        _print_json({"level": report.level, "findings": [_as_json(each) for each in report.findings]})
    else:
        _print_findings(report.findings, arguments.model)
    return ExitCode.FAILED if report.level is FindingLevel.PROBLEM else ExitCode.OK


def _print_findings(findings: Iterable[TemplateFinding], model: str) -> None:
    for finding in findings:
        print(f"{finding.level.value:<8} {one_line(finding.sentence)}")
    for command in template_hint.fixes(findings, model):
        print(f"\nTo use the built-in template instead: {command}")


# Packs


def _pack(arguments: argparse.Namespace, library: Library) -> ExitCode:
    entries = [library.entry_named(name) for name in arguments.models]
    manifest = pack(entries, arguments.folder, _progress(is_quiet=arguments.json))
    if arguments.json:
        _print_json(msgspec.to_builtins(manifest))
    else:
        _print_manifest(manifest)
    return ExitCode.OK


def _unpack(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    profile.create()
    added = unpack(arguments.folder, profile.models, _progress(is_quiet=arguments.json), now_s=time.time())
    if arguments.json:
        _print_json({"models": [str(path) for path in added]})
    else:
        print("\n".join(one_line(path.name) for path in added))
    return ExitCode.OK


def _print_manifest(manifest: Manifest) -> None:
    for model in manifest.models:
        size = size_text(sum(file.size_bytes for file in model.files))
        print(f"{size:>10}  {one_line(model.name)}  {one_line(model.license or 'licence not stated')}")


def _progress(*, is_quiet: bool) -> OnProgress:
    def tell(name: str, n_done: int, n_total: int) -> bool:
        if not is_quiet and sys.stderr.isatty():
            print(f"\r{n_done / max(1, n_total):4.0%} {one_line(name)[:60]:<60}", end="", file=sys.stderr, flush=True)
        return True

    return tell


def _print_json(value: Any) -> None:
    print(msgspec.json.encode(value, enc_hook=encode_path).decode())


def _as_json(finding: TemplateFinding) -> dict[str, str]:
    return {"check": finding.check, "level": finding.level.value, "sentence": finding.sentence, "fix": finding.fix}
