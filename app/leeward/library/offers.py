# SPDX-License-Identifier: Apache-2.0
"""What a repository has to offer: models, a model in several files being one, with what belongs to them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from leeward.domain.errors import NothingToFetch
from leeward.domain.hub import RepoFile, Repository
from leeward.i18n import mark

_PART = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE | re.DOTALL)
_QUANTIZATION = re.compile(
    r"(?<![A-Za-z0-9])"
    r"((?:UD-)?(?:I?Q[1-8](?:_[0-9KSMLXN]+)*|IQ[1-4]_[A-Z]+|TQ[12]_0|MXFP4(?:_MOE)?|NVFP4|BF16|FP?16|FP?32))"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PREFERRED = ("Q4_K_M", "Q4_K_S", "Q4_K_L", "UD-Q4_K_XL", "Q4_0", "IQ4_XS", "Q5_K_M", "Q3_K_M", "Q6_K", "Q8_0", "MXFP4")
_PREFERRED_PROJECTOR = ("F16", "FP16", "BF16", "Q8_0", "F32")


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be fetched.

    Attributes:
        name: Of the file without its ending, and without the number of a part.
        files: All parts in their order.
        quantization: As the name says ("Q4_K_M"), "" where it does not.
        companions: Files that go with it: the projector that it sees with.
        problem: Why it cannot be fetched, in English, without a full stop; "" when it can.
    """

    name: str
    files: tuple[RepoFile, ...]
    quantization: str
    companions: tuple[RepoFile, ...] = ()
    problem: str = ""

    @property
    def all_files(self) -> tuple[RepoFile, ...]:
        return (*self.files, *self.companions)

    @property
    def size_bytes(self) -> int:
        """Of all files together."""
        return sum(file.size_bytes for file in self.all_files)


def offers_of(repository: Repository) -> list[Offer]:
    """Return the models of a repository, by name. What only belongs to them is among their companions."""
    groups: dict[tuple[str, int], dict[int, RepoFile]] = defaultdict(dict)
    projectors: list[RepoFile] = []
    for file in repository.files:
        name = file.path.rsplit("/", 1)[-1].casefold()
        if not name.endswith(".gguf") or "imatrix" in name:
            continue  # an importance matrix is what quantizations were made with, and no model
        if "mmproj" in name:
            projectors.append(file)
            continue
        part = _PART.fullmatch(file.path)
        if part and int(part["count"]):
            groups[part["stem"], int(part["count"])][int(part["number"])] = file
        else:
            groups[file.path[: -len(".gguf")], 0][1] = file
    offers = [_offer(stem, count, parts, projectors) for (stem, count), parts in groups.items()]
    return sorted(offers, key=lambda offer: offer.name.casefold())


def choose(repository: Repository, *, file: str = "", quantization: str = "") -> Offer:
    """Return the one that is meant: by path or name of one of its files, or by quantization, or what suits most machines.

    Raises:
        NothingToFetch: There is none, or it is not whole.
    """
    offers = offers_of(repository)
    if file:
        found = [offer for offer in offers if _is_named(offer, file)] or _single_file(repository, file)
        wanted = f"it has no GGUF file {file}"
    elif quantization:
        found = [offer for offer in offers if offer.quantization == quantization.upper()]
        wanted = f"it has no file in {quantization}"
    else:
        found = sorted(offers, key=_preference)
        wanted = mark("it has no GGUF files")
    if not found:
        raise NothingToFetch(repository.repo, wanted)
    if found[0].problem:
        raise NothingToFetch(repository.repo, f"{found[0].name}: {found[0].problem}")
    return found[0]


def quantization_of(path: str) -> str:
    """Return what the name of a file, else of its folder, says of how its weights are stored; "" when it says nothing."""
    for piece in reversed(path.split("/")):
        found = _QUANTIZATION.findall(piece)
        if found:
            return str(found[-1]).upper()
    return ""


def _offer(stem: str, count: int, parts: dict[int, RepoFile], projectors: Iterable[RepoFile]) -> Offer:
    files = tuple(parts[number] for number in sorted(parts))
    return Offer(
        stem.rsplit("/", 1)[-1], files, quantization_of(stem), _companions(stem, projectors), _problem(count, parts)
    )


def _problem(count: int, parts: dict[int, RepoFile]) -> str:
    missing = sorted(set(range(1, count + 1)) - set(parts))
    if missing:
        return f"part {missing[0]} of {count} is missing"
    if count and len(parts) > count:
        return f"it has a part {max(parts)} of {count}"
    if any(not file.sha256 for file in parts.values()):
        return mark("its SHA-256 is not known, so it could not be checked")
    return mark("one of its files is empty") if any(not file.size_bytes for file in parts.values()) else ""


def _companions(stem: str, projectors: Iterable[RepoFile]) -> tuple[RepoFile, ...]:
    """Return the projector that lies nearest: in the folder of the model or above it, in a type that all can compute."""
    folder = stem.rpartition("/")[0]
    near = [
        file
        for file in projectors
        if file.sha256 and f"{folder}/".startswith(f"{above}/" if (above := file.path.rpartition("/")[0]) else "")
    ]
    near.sort(key=lambda file: (-file.path.count("/"), _rank(quantization_of(file.path), _PREFERRED_PROJECTOR)))
    return tuple(near[:1])


def _single_file(repository: Repository, name: str) -> list[Offer]:
    """Return a file that belongs to others, such as a projector, by itself."""
    for file in repository.files:
        if name in (file.path, file.path.rsplit("/", 1)[-1]) and name.casefold().endswith(".gguf"):
            return [_offer(file.path[: -len(".gguf")], 0, {1: file}, ())]
    return []


def _is_named(offer: Offer, name: str) -> bool:
    names = {offer.name, f"{offer.name}.gguf"}
    return name in names or any(name in (file.path, file.path.rsplit("/", 1)[-1]) for file in offer.files)


def _preference(offer: Offer) -> tuple[bool, int, int]:
    return bool(offer.problem), _rank(offer.quantization, _PREFERRED), offer.size_bytes


def _rank(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)
