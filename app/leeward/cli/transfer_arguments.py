# SPDX-License-Identifier: Apache-2.0
"""The command line of `leeward export`, `import`, `backup` and `restore`."""

import argparse
from pathlib import Path

FORMATS = {"md": "Markdown", "html": "one page", "json": "can be imported again", "jsonl": "messages, one line each"}


def add_transfer(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", epilog: str) -> None:
    export = commands.add_parser(
        "export",
        help="write conversations into files",
        description="Write conversations into files. JSON holds all of them with all versions; the others hold what is shown.",
        epilog=epilog,
    )
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--conversation", action="append", metavar="NUMBER|TITLE", help="this conversation (may be repeated)"
    )
    which.add_argument("--all", action="store_true", help="all conversations but those in the bin")
    which.add_argument("--list", action="store_true", help="show the conversations with their numbers")
    export.add_argument(
        "--format",
        choices=tuple(FORMATS),
        help=f"{', '.join(f'{name}: {what}' for name, what in FORMATS.items())} (default: as the file is called, else md)",
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE|FOLDER", help="where to write")
    imported = commands.add_parser(
        "import",
        help="take in conversations of other programs, or of Leeward",
        description="Take in conversations: exports of Leeward, ChatGPT (JSON or the zip file), Open WebUI, files of LM Studio, "
        "threads of Jan, and JSON or JSON Lines with messages. The kind is told by the content.",
        epilog=epilog,
    )
    imported.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file, a zip file or a folder")
    backup = commands.add_parser(
        "backup",
        help="copy chats, personas and settings into one file",
        description="Copy chats, personas, settings and what was decided about models into one zip file. Model files and the access token are "
        "not in it.",
        epilog=epilog,
    )
    backup.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip", help="the file to make")
    for command in (export, backup):
        command.add_argument("--overwrite", action="store_true", help="replace files that are there")
    restore = commands.add_parser(
        "restore",
        help="put a backup in the place of chats and settings",
        description="Check a backup and put it in the place of chats and settings. What was there is kept in a folder beside.",
        epilog=epilog,
    )
    restore.add_argument("file", type=Path, metavar="FILE.zip", help="made by leeward backup")
    for command in (export, imported, backup, restore):
        command.add_argument("--json", action="store_true", help="print one JSON object")
