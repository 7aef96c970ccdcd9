# SPDX-License-Identifier: Apache-2.0
"""`leeward models search | pull | token`: find a model on the Hub and get it. The only commands that use the internet."""

import argparse
import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from leeward.cli import template_hint
from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import one_line
from leeward.domain.hub import FoundRepo, Repository, Sort
from leeward.domain.settings import Settings
from leeward.engine.protocol import Engine
from leeward.library.hub import Hub
from leeward.library.hub_names import Wanted, parse_wanted
from leeward.library.in_words import size_text
from leeward.library.offers import Offer, choose, offers_of
from leeward.library.pace import Progress
from leeward.library.pull import Pull, PullPlan, plan_pull
from leeward.library.web import StopFlag, Surroundings
from leeward.storage.atomic import os_errors_translated
from leeward.storage.profile import Profile
from leeward.storage.secrets import TokenStore
from leeward.storage.settings_file import SettingsFile


def models(arguments: argparse.Namespace, engine: Engine, profile: Profile) -> ExitCode:
    """Do what the command line says after `models`. Raises AppError."""
    commands: dict[str, Callable[[argparse.Namespace, Profile], ExitCode]] = {
        "search": search,
        "pull": lambda arguments, profile: pull(arguments, engine, profile),
        "token": token,
    }
    return commands[arguments.action](arguments, profile)


def search(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    """Print what the Hub finds. Raises NetworkError."""
    found: list[FoundRepo] = []
    with _hub(profile) as (hub, _settings):
        results = hub.search(arguments.query, Sort(arguments.sort))
        while len(found) < arguments.limit and not results.is_finished:
            found += results.next_page()
    found = found[: arguments.limit]
    if arguments.json:
        _print_json({"results": msgspec.to_builtins(found)})
        return ExitCode.OK
    for each in found:
        date = f"{dt.datetime.fromtimestamp(each.modified_s, dt.UTC):%Y-%m-%d}" if each.modified_s else ""
        about = [
            f"{each.n_params / 1e9:.1f}B" if each.n_params else "",
            each.architecture,
            each.license or "licence not stated",
            "terms to accept" if each.is_gated else "",
            date,
        ]
        print(
            f"{each.n_downloads:>10,} {each.n_likes:>6,}  {one_line(each.repo)}  {one_line(', '.join(filter(None, about)))}"
        )
    if not found:
        print("leeward: nothing was found.", file=sys.stderr)
    return ExitCode.OK


def pull(arguments: argparse.Namespace, engine: Engine, profile: Profile) -> ExitCode:
    """Fetch one model; OK only when all its files lie verified in the folder. Raises NetworkError, StorageError.

    What is wrong with its chat template is said, and changes nothing of that.
    """
    with _hub(profile) as (hub, settings):
        network = settings.network
        wanted = parse_wanted(arguments.repo, network.endpoint)
        repository = hub.repository(wanted.repo, arguments.revision or wanted.revision)
        if arguments.list:
            return _print_offers(repository, arguments)
        offer = _chosen(repository, wanted, arguments.file)
        plan = plan_pull(network.endpoint, repository, offer, _root(arguments.dir, profile))
        _say(arguments, f"{plan.name}: {size_text(plan.size_bytes)}, licence: {repository.license or 'not stated'}")
        around = Surroundings(network=network, token=TokenStore(profile.token_file).get)
        line = _ProgressLine(is_shown=not arguments.json and sys.stderr.isatty())
        try:
            paths = Pull(plan, around, StopFlag(), line.show, n_parallel=settings.n_downloads).run()
        except KeyboardInterrupt:
            line.end()
            print("leeward: paused. The same command goes on where it was.", file=sys.stderr)
            raise
        finally:
            line.end()
    wrong = template_hint.wrong_with(engine, paths[0])
    if arguments.json:
        _print_json(_as_json(repository, plan) | {"template_findings": msgspec.to_builtins(wrong)})
    else:
        print("\n".join(map(str, paths)))
        template_hint.tell(wrong or (), str(paths[0]))
    return ExitCode.OK


def token(arguments: argparse.Namespace, profile: Profile) -> ExitCode:
    """Keep the access token that standard input gives, or remove it. Raises StorageError."""
    profile.create()
    kept = TokenStore(profile.token_file)
    if arguments.remove:
        kept.set("")
        print("The access token is removed.")
        return ExitCode.OK
    try:
        kept.set(_secret())
    except ValueError:
        print("leeward: that is no access token; nothing was changed.", file=sys.stderr)
        return ExitCode.USAGE
    print("The access token is kept, for you only.")
    return ExitCode.OK


def _secret() -> str:
    """Return what is typed unseen, or what comes from a pipe; never from the command line, which others can read."""
    if sys.stdin.isatty():
        import getpass  # noqa: PLC0415

        text = getpass.getpass("Access token (not shown): ")
    else:
        text = sys.stdin.readline()
    if not text.strip():
        raise ValueError("empty")
    return text.strip()


@contextlib.contextmanager
def _hub(profile: Profile) -> Iterator[tuple[Hub, Settings]]:
    settings = SettingsFile(profile.settings_file).load()
    with contextlib.closing(Hub(settings.network, TokenStore(profile.token_file).get)) as hub:
        yield hub, settings


def _root(asked: Path | None, profile: Profile) -> Path:
    if asked is None:
        profile.create()
        return profile.models
    folder = Path(os.path.abspath(asked.expanduser()))  # noqa: PTH100  resolve() would follow links
    with os_errors_translated(folder):
        folder.mkdir(exist_ok=True)
    return folder


def _chosen(repository: Repository, wanted: Wanted, file: str) -> Offer:
    """`file` may be a name or a quantization."""
    named = file or wanted.file
    if named and not named.casefold().endswith(".gguf"):
        quantizations = {offer.quantization for offer in offers_of(repository)}
        if named.upper() in quantizations:
            return choose(repository, quantization=named)
    return choose(repository, file=named, quantization="" if named else wanted.quantization)


def _print_offers(repository: Repository, arguments: argparse.Namespace) -> ExitCode:
    offers = offers_of(repository)
    if arguments.json:
        _print_json(
            {
                "repo": repository.repo,
                "commit": repository.commit,
                "license": repository.license,
                "offers": [msgspec.to_builtins(offer) | {"size_bytes": offer.size_bytes} for offer in offers],
            }
        )
        return ExitCode.OK
    for offer in offers:
        problem = f"  cannot be fetched: {offer.problem}" if offer.problem else ""
        print(f"{size_text(offer.size_bytes):>10}  {offer.quantization:<12}{one_line(offer.name)}{one_line(problem)}")
    return ExitCode.OK


def _as_json(repository: Repository, plan: PullPlan) -> dict[str, Any]:
    files = [
        {"path": str(path), "size_bytes": file.size_bytes, "sha256": file.sha256}
        for path, file in zip(plan.paths, plan.files, strict=True)
    ]
    facts = {"name": plan.name, "repo": repository.repo, "commit": repository.commit, "license": repository.license}
    return facts | {"files": files}


class _ProgressLine:
    """One line that is written over and over."""

    def __init__(self, *, is_shown: bool) -> None:
        self._is_shown = is_shown
        self._is_begun = False

    def show(self, progress: Progress) -> None:
        if self._is_shown:
            self._is_begun = True
            print(f"\r{progress_text(progress):<70}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._is_begun:
            self._is_begun = False
            print(file=sys.stderr)


def progress_text(progress: Progress) -> str:
    """Return how far it is, how fast, and how long it takes yet."""
    share = progress.done_bytes / max(1, progress.size_bytes)
    parts = [f"{share:4.0%}", f"{size_text(progress.done_bytes)} of {size_text(progress.size_bytes)}"]
    if progress.is_waiting:
        parts.append("waiting for the server")
    elif progress.left_s is not None:
        parts += [
            f"{size_text(progress.bytes_per_second)}/s",
            f"{dt.timedelta(seconds=round(progress.left_s))} left",
        ]
    return "  ".join(parts)


def _say(arguments: argparse.Namespace, text: str) -> None:
    if not arguments.json:
        print(one_line(text), file=sys.stderr)


def _print_json(value: Any) -> None:
    print(msgspec.json.encode(value).decode())
