# SPDX-License-Identifier: Apache-2.0
"""`leeward export`, `import`, `backup` and `restore`: conversations out of the profile and into it."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from leeward.chat.transfer.exporting import ExportFormat, check_outside, export, targets_of
from leeward.chat.transfer.found import PLURALS
from leeward.chat.transfer.importing import Report, import_path
from leeward.chat.transfer.wording import UNTITLED, moment_of
from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import one_line
from leeward.cli.transfer_arguments import FORMATS
from leeward.domain.conversation import Conversation
from leeward.domain.errors import ConversationUnknown, ImportUnreadable, NothingToTake
from leeward.error_text import describe
from leeward.storage.backup_file import BackupContents, make_backup_file, restore_backup_file
from leeward.storage.database import Database
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.whole_conversations import opened_conversations


def transfer(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    """Do what the command line says. Raises AppError."""
    commands = {"export": _export, "import": _import, "backup": _backup, "restore": _restore}
    return commands[arguments.command](arguments, profile)


# Out


def _export(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    if not arguments.list and arguments.output is None:
        print("leeward: say where to write with -o FILE or -o FOLDER.", file=sys.stderr)
        return ExitCode.USAGE
    if not profile.database.exists():
        raise NothingToTake(profile.root)
    with opened_conversations(profile) as stored:
        there = stored.all()
        if arguments.list:
            return _list(there, is_json=arguments.json)
        chosen = there if arguments.all else _chosen(there, arguments.conversation)
        if not chosen:
            raise NothingToTake(profile.root)
        form = _format(arguments)
        for path in targets_of(chosen, arguments.output, form):
            check_outside(path, profile)
        made = export(stored, chosen, arguments.output, form, now_s=time.time(), may_replace=arguments.overwrite)
    if arguments.json:
        _print_json({"files": [str(path) for path in made], "n_conversations": len(chosen)})
    else:
        print("\n".join(one_line(str(path)) for path in made))
    return ExitCode.OK


def _list(there: Sequence[Conversation], *, is_json: bool) -> ExitCode:
    if is_json:
        keys = ("id", "title", "created_at_s", "updated_at_s")
        _print_json({"conversations": [{key: getattr(each, key) for key in keys} for each in there]})
        return ExitCode.OK
    for each in there:
        print(f"{each.id:>6}  {moment_of(each.updated_at_s, None):<16}  {one_line(each.title or UNTITLED)}")
    if not there:
        print("There are no conversations yet.")
    return ExitCode.OK


def _chosen(there: Sequence[Conversation], wanted: Sequence[str]) -> list[Conversation]:
    found = [_one(there, each) for each in wanted]
    return list({each.id: each for each in found}.values())


def _one(there: Sequence[Conversation], wanted: str) -> Conversation:
    """Return the conversation of that number or title; a title that is right to the letter goes before one that is not."""
    by_number = [each for each in there if str(each.id) == wanted]
    exact = [each for each in there if each.title == wanted]
    alike = [each for each in there if each.title.strip().casefold() == wanted.strip().casefold()]
    found = by_number or exact or alike
    if len(found) != 1:
        raise ConversationUnknown(wanted, tuple(str(each.id) for each in found))
    return found[0]


def _format(arguments: argparse.Namespace) -> ExportFormat:
    endings = {f".{name}": ExportFormat(name) for name in FORMATS}
    by_name = endings.get(arguments.output.suffix.lower(), ExportFormat.MARKDOWN)
    return ExportFormat(arguments.format) if arguments.format else by_name


# In


def _import(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    profile.create()
    results: list[tuple[Path, Report | ImportUnreadable]] = []
    with ProfileLock(profile), Database(profile.database, backups=profile.backups) as database:
        for path in arguments.files:
            try:
                report = import_path(path, database, time.time(), _progress(path, is_quiet=arguments.json))
                results.append((path, report))
            except ImportUnreadable as error:
                results.append((path, error))
            if not arguments.json:
                _print_result(*results[-1])
    if arguments.json:
        _print_json({"files": [_as_json(path, result) for path, result in results]})
    is_whole = all(isinstance(result, Report) and not result.n_refused for _, result in results)
    return ExitCode.OK if is_whole else ExitCode.FILE


def _print_result(path: Path, result: Report | ImportUnreadable) -> None:
    if isinstance(result, ImportUnreadable):
        text = describe(result)
        print(f"leeward: {one_line(text.sentence)} {text.next_step}", file=sys.stderr, flush=True)
        return
    came = ", ".join(f"{n:,} from {program}" for program, n in result.programs.items())
    print(f"{one_line(path.name)}: {_counted(len(result.added), 'conversation')} added{f' ({came})' if came else ''}")
    if result.n_there:
        print(f"  {_counted(result.n_there, 'conversation')} there already")
    if result.n_empty:
        print(f"  {_counted(result.n_empty, 'conversation')} without a message left out")
    if result.omitted:
        parts = ", ".join(_counted(n, what) for what, n in sorted(result.omitted.items()) if n)
        print(f"  left out (what was said is kept, as text): {parts}")
    for refusal in result.refusals:
        print(f"  not added: {one_line(refusal.where)}: {one_line(refusal.reason)}", file=sys.stderr)
    if result.n_refused > len(result.refusals):
        print(f"  not added: {result.n_refused - len(result.refusals):,} more", file=sys.stderr)


def _counted(n: int, what: str) -> str:
    return f"1 {what}" if n == 1 else f"{n:,} {PLURALS.get(what, f'{what}s')}"


def _as_json(path: Path, result: Report | ImportUnreadable) -> dict[str, Any]:
    if isinstance(result, ImportUnreadable):
        return {"file": str(path), "error": result.reason}
    return {
        "file": str(path),
        "added": result.added,
        "programs": result.programs,
        "n_there": result.n_there,
        "n_empty": result.n_empty,
        "omitted": {what: n for what, n in result.omitted.items() if n},
        "n_refused": result.n_refused,
        "refusals": msgspec.to_builtins(result.refusals),
    }


def _progress(path: Path, *, is_quiet: bool) -> Any:
    is_shown = not is_quiet and sys.stderr.isatty()

    def tell(n_done: int, n_all: int) -> bool:
        if is_shown and (n_done % 20 == 0 or n_done == n_all):
            end = "\r" + " " * 79 + "\r" if n_done == n_all else ""
            print(f"\r{n_done:,} of {n_all:,}  {one_line(path.name)[:50]}{end}", end="", file=sys.stderr, flush=True)
        return True

    return tell


# All of it


def _backup(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    check_outside(arguments.output, profile)
    contents = make_backup_file(profile, arguments.output, time.time(), may_replace=arguments.overwrite)
    if arguments.json:
        _print_json({"file": str(arguments.output), **_contents_as_json(contents)})
    else:
        print(
            f"{one_line(str(arguments.output))}: {_counted(contents.n_conversations, 'conversation')} and the settings"
        )
    return ExitCode.OK


def _restore(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    restored = restore_backup_file(profile, arguments.file, time.time())
    contents = restored.contents
    if arguments.json:
        aside = str(restored.aside) if restored.aside else None
        _print_json({"profile": str(profile.root), "kept": aside, **_contents_as_json(contents)})
        return ExitCode.OK
    made = moment_of(contents.made_at_s, None)
    print(f"Restored: {_counted(contents.n_conversations, 'conversation')}{f', as of {made}' if made else ''}.")
    if restored.aside:
        print(f"What was there before is kept in {one_line(str(restored.aside))}")
    return ExitCode.OK


def _contents_as_json(contents: BackupContents) -> dict[str, Any]:
    return {"made_at_s": contents.made_at_s, "files": list(contents.files), "n_conversations": contents.n_conversations}


def _print_json(value: Any) -> None:
    print(msgspec.json.encode(value).decode())
