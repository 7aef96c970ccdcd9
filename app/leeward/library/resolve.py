# SPDX-License-Identifier: Apache-2.0
"""From what a person calls a model to the file that it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.errors import ModelNotFound
from leeward.library.starter import find_starter

STARTER = "starter"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model on disk. `name` is what to show; "" leaves it to the file."""

    path: Path
    name: str = ""


def resolve_model(wanted: str, folders: Iterable[Path]) -> ModelFile:
    """Return the model that `wanted` means: "starter", a path, or the beginning of a file name in `folders`.

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
            return ModelFile(path.resolve())
    except (OSError, RuntimeError, ValueError) as error:  # too long, somebody else's home, a NUL
        raise ModelNotFound(Path(wanted)) from error
    found = [file for folder in folders for file in gguf_files(folder)]
    for is_match in (_is_exactly, _begins_with):
        for file in found:
            if is_match(file.stem.casefold(), wanted.casefold()):
                return ModelFile(file)
    raise ModelNotFound(path)


def gguf_files(folder: Path) -> list[Path]:
    """Return the GGUF files that lie in `folder`, by name; none when there is no such folder."""
    return sorted(file for file in folder.glob("*.gguf") if file.is_file())


def _is_exactly(stem: str, wanted: str) -> bool:
    return wanted in (stem, f"{stem}.gguf")


def _begins_with(stem: str, wanted: str) -> bool:
    return stem.startswith(wanted)
