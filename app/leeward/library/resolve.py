# SPDX-License-Identifier: Apache-2.0
"""From what a person calls a model to the file that it is."""

from dataclasses import dataclass
from pathlib import Path

from leeward.domain.errors import ModelNotFound
from leeward.library.entries import FOLDER
from leeward.library.models import Library
from leeward.library.starter import find_starter

STARTER = "starter"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model on disk. `name` is what to show; "" leaves it to the file."""

    path: Path
    name: str = ""


def resolve_model(wanted: str, library: Library) -> ModelFile:
    """Return the model that `wanted` means: "starter", a path, or what a model of the library is called.

    Raises:
        ModelNotFound: There is none. Its path is what was asked for.
    """
    if wanted in ("", STARTER):
        starter = find_starter()
        if starter is None:
            raise ModelNotFound(Path(STARTER))
        return ModelFile(starter.path, starter.display_name)
    try:
        path = Path(wanted).expanduser()
        if path.is_file():
            return ModelFile(path.absolute())  # not resolved: behind a link stands a file of another name
    except (OSError, RuntimeError, ValueError) as error:  # too long, somebody else's home, a NUL
        raise ModelNotFound(Path(wanted)) from error
    entry = library.find(wanted)
    return ModelFile(entry.path, "" if entry.origin == FOLDER else entry.name)
