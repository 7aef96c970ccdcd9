# SPDX-License-Identifier: Apache-2.0
"""The model and the adapters that a persona names, as files on this machine. By name only: it may be of somebody else."""

from pathlib import Path

from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import Adapter
from leeward.domain.model_info import FileKind
from leeward.domain.persona import Persona
from leeward.i18n import mark
from leeward.library.folders import with_header
from leeward.library.models import Library
from leeward.library.resolve import STARTER, resolve_model


def model_of(persona: Persona, library: Library) -> Path | None:
    """Return the model a persona asks for; None where it is content with any. Raises ModelNotFound."""
    if not persona.model:
        return None
    return resolve_model(STARTER, library).path if persona.model == STARTER else library.find(persona.model).path


def adapters_of(persona: Persona, library: Library) -> tuple[Adapter, ...]:
    """Return the adapters of a persona. Raises AdapterUnfit for one that is in no model folder."""
    if not persona.adapters:
        return ()
    names = {each.file for each in persona.adapters}
    # Headers are read of files with these names only: there may be hundreds, on a slow drive.
    named = (with_header(each) for each in library.scan().entries if each.path.name in names and not each.is_away)
    files = {entry.path.name: entry.path for entry in named if entry.kind is FileKind.ADAPTER}
    for each in persona.adapters:
        if each.file not in files:
            raise AdapterUnfit(Path(each.file), mark("there is no adapter of that name in the model folders"))
    return tuple(Adapter(files[each.file], each.scale) for each in persona.adapters)
