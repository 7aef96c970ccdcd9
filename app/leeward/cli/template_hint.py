# SPDX-License-Identifier: Apache-2.0
"""What the template doctor says of a model that just came in, where something is wrong."""

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

from leeward.cli.screen import one_line
from leeward.domain.queries import TemplateFinding
from leeward.engine.protocol import Engine
from leeward.error_text import describe
from leeward.library.template_check import complaints, glance_at_template


def wrong_with(engine: Engine, path: Path, template: str = "") -> tuple[TemplateFinding, ...] | None:
    """Return what is wrong with the template of a model; None when that cannot be told, which is said: the model is there
    all the same. Blocking, a second at most. `template`: what is used instead of the file's own."""
    try:
        report = glance_at_template(engine, path, template)
    except Exception as error:  # noqa: BLE001 - also a bug in the engine takes nothing from the model that is there
        print(f"leeward: the chat template was not checked. {describe(error).sentence}", file=sys.stderr)
        return None
    return complaints(report) if report is not None else None


def tell(wrong: Iterable[TemplateFinding], model: str) -> None:
    """Say it on standard error, with the command that mends it. `model`: what the commands call it."""
    for finding in wrong:
        print(f"leeward: chat template of {one_line(model)}: {one_line(finding.sentence)}", file=sys.stderr)
    for command in fixes(wrong, model):
        print(f"leeward: to use a built-in template instead: {command}", file=sys.stderr)


def fixes(findings: Iterable[TemplateFinding], model: str) -> list[str]:
    """Return the commands that use another template."""
    names = dict.fromkeys(finding.fix for finding in findings if finding.fix)
    return [f"leeward models set {shlex.quote(model)} template={name}" for name in names]
