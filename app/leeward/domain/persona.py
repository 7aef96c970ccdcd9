# SPDX-License-Identifier: Apache-2.0
"""A persona: what a model is told and how it answers, under one name, to keep and to pass on.

Nothing in it names a place on a disk: it may come from somebody else, and goes to others.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from leeward.domain.generation import (
    MAX_ADAPTERS,
    Adapter,
    AdapterUse,
    ChatMessage,
    GenerationRequest,
    PromptOptions,
    Sampling,
)
from leeward.domain.ids import GenerationId
from leeward.domain.settings import Settings, limits_of
from leeward.i18n import mark

FORMAT: Final = 1
FORMAT_KEY: Final = "leeward_persona"

MAX_NAME: Final = 80
MAX_DESCRIPTION: Final = 500
MAX_MODEL: Final = 255
MAX_TEXT: Final = 200_000
MAX_STOPS: Final = 16
MAX_STOP: Final = 200

EXTRACTOR: Final = "Extract data"
"""The persona that takes data out of texts where no other is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """What is left at its default is left to the model and the settings.

    Attributes:
        description: What it is for, in a sentence.
        model: "starter" or what a model of the library is called, never a path; "" is any.
        sampling: Values by their names in `domain/samplers`.
        max_tokens: Of an answer.
        stop: The answer ends before the first of these.
        is_reasoning: Whether the model should think first, where its template can tell it.
        adapters: By file name; they are looked for in the model folders.
        grammar, json_schema: What the answer must look like, in GBNF or as a JSON schema; at most one of the two.
    """

    name: str
    description: str = ""
    model: str = ""
    max_tokens: int | None = None
    stop: tuple[str, ...] = ()
    is_reasoning: bool | None = None
    adapters: tuple[AdapterUse, ...] = ()
    sampling: Mapping[str, Any] = field(default_factory=dict)
    system_prompt: str = ""
    grammar: str = ""
    json_schema: str = ""

    def __post_init__(self) -> None:
        self._check_texts()
        if self.max_tokens is not None and not 1 <= self.max_tokens <= limits_of("max_tokens").high:
            raise ValueError(f"max_tokens must lie between 1 and {limits_of('max_tokens').high:g}")
        if len(self.stop) > MAX_STOPS or any(not 0 < len(each) <= MAX_STOP for each in self.stop):
            raise ValueError(f"stop may hold {MAX_STOPS} texts of 1 to {MAX_STOP} characters")
        if len(self.model) > MAX_MODEL or not self.model.isprintable():
            raise ValueError(f"model must be a name of at most {MAX_MODEL} characters")
        if not len({each.file for each in self.adapters}) == len(self.adapters) <= MAX_ADAPTERS:
            raise ValueError(f"adapters may be {MAX_ADAPTERS}, each of another file")
        for adapter in self.adapters:
            if not _is_bare(adapter.file):
                raise ValueError(mark("an adapter must be the name of a file, not a path"))
            Adapter(Path(adapter.file), adapter.scale)
        Sampling().with_values(self.sampling)

    def _check_texts(self) -> None:
        if not 0 < len(self.name.strip()) <= len(self.name) <= MAX_NAME or not self.name.isprintable():
            raise ValueError(f"a persona needs a name of at most {MAX_NAME} characters in one line")
        limits = {
            "description": MAX_DESCRIPTION,
            "system_prompt": MAX_TEXT,
            "grammar": MAX_TEXT,
            "json_schema": MAX_TEXT,
        }
        for name, limit in limits.items():
            if len(getattr(self, name)) > limit:
                raise ValueError(f"{name} may have {limit:,} characters")
        if self.grammar and self.json_schema:
            raise ValueError(mark("a persona has a grammar or a json_schema, not both"))
        if self.json_schema and not isinstance(_parsed(self.json_schema), dict):
            raise ValueError(mark("json_schema must be a JSON object as text"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaSettings(Settings):
    """Settings under which a persona answers: what it leaves open is as they say. See `answering_as`."""

    acting: Persona

    @property
    def sampling(self) -> Sampling:
        usual: Sampling = Settings.sampling.__get__(self)
        return usual.with_values(self.acting.sampling)

    def request(self, id_: GenerationId, messages: tuple[ChatMessage, ...]) -> GenerationRequest:
        persona = self.acting
        return replace(
            Settings.request(self, id_, messages),
            stop=persona.stop,
            options=PromptOptions(is_reasoning=persona.is_reasoning),
            grammar=persona.grammar,
            json_schema=persona.json_schema,
        )


def answering_as(persona: Persona, settings: Settings) -> PersonaSettings:
    """Return the settings with what the persona says; its model and adapters are loaded by who loads models."""
    values = {each.name: getattr(settings, each.name) for each in fields(Settings)}
    if persona.system_prompt.strip():
        values["system_prompt"] = persona.system_prompt
    if persona.max_tokens is not None:
        values["max_tokens"] = persona.max_tokens
    return PersonaSettings(**values, acting=persona)


def name_key(name: str) -> str:
    """Return what two names have in common that mean the same persona."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def from_table(table: Mapping[str, Any]) -> Persona:
    """Return the persona that a file's table describes.

    Raises:
        ValueError: It is none, was written by a newer Leeward, or says something that is not known or not allowed.
    """
    version = table.get(FORMAT_KEY)
    if type(version) is not int or version < 1:
        raise ValueError(mark("it is not a persona of Leeward"))
    if version > FORMAT:
        raise ValueError(mark("it was written by a newer Leeward"))
    known = {each.name for each in fields(Persona)}
    foreign = sorted(str(key) for key in table.keys() - known - {FORMAT_KEY})
    if foreign:
        raise ValueError(f"{foreign[0][:60]} is not known")
    values = {name: value for name, value in table.items() if name in known}
    values["sampling"] = _flat(values.get("sampling", {}))
    return msgspec.convert(values, Persona)


def to_table(persona: Persona) -> dict[str, Any]:
    """Return what to write into a file: plain values, without what is left at its default."""
    usual = Persona(name=persona.name)
    given = [each.name for each in fields(Persona) if getattr(persona, each.name) != getattr(usual, each.name)]
    table: dict[str, Any] = {FORMAT_KEY: FORMAT, "name": persona.name}
    for name in given:
        value = getattr(persona, name)
        table[name] = _nested(value) if name == "sampling" else msgspec.to_builtins(value)
    return table


def _flat(sampling: Any) -> dict[str, Any]:
    if not isinstance(sampling, dict):
        raise ValueError(mark("sampling must be a table"))  # noqa: TRY004  of a file, like all that is wrong in it
    flat: dict[str, Any] = {}
    for name, value in sampling.items():
        parts = {f"{name}.{part}": inner for part, inner in value.items()} if isinstance(value, dict) else {name: value}
        flat |= parts
    return flat


def _nested(sampling: Mapping[str, Any]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, value in sampling.items():
        owner, _, part = name.rpartition(".")
        (table.setdefault(owner, {}) if owner else table)[part] = msgspec.to_builtins(value)
    return table


def _is_bare(name: str) -> bool:
    """Whether it is a name and leads nowhere, on any system: also not to another machine, as \\\\host\\file does."""
    return (
        bool(name.strip()) and len(name) <= 255 and name.isprintable() and not set(name) & set("/\\:") and name != ".."
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
