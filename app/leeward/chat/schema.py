# SPDX-License-Identifier: Apache-2.0
"""Whether an answer is what a JSON schema asks for: also in what the engine's grammar cannot hold it to, as ranges are."""

import json
import math
from typing import Any, Final

from leeward.domain.errors import GrammarInvalid
from leeward.i18n import mark
from leeward.storage.database import storable

MAX_PROBLEMS: Final = 5
_MAX_VALUE: Final = 60


class AnswerSchema:
    """A JSON schema, as answers are held against it.

    Attributes:
        properties: The names of an object's values, in the schema's order; none for any other kind of schema.
    """

    def __init__(self, schema: str) -> None:
        """Raises GrammarInvalid."""
        import jsonschema  # noqa: PLC0415  a tenth of a second that only a schema needs
        import referencing  # noqa: PLC0415

        try:
            parsed = json.loads(schema)
        except (ValueError, RecursionError) as error:
            raise GrammarInvalid(f"the schema is no JSON: {error}") from error
        if not isinstance(parsed, dict):
            raise GrammarInvalid(mark("a schema must be a JSON object"))
        kind = jsonschema.validators.validator_for(parsed, default=jsonschema.Draft202012Validator)
        try:
            kind.check_schema(parsed)
        except jsonschema.SchemaError as error:
            raise GrammarInvalid(f"the schema is not valid: {_brief(error.message)}") from error
        except RecursionError as error:
            raise GrammarInvalid(mark("the schema is nested too deeply")) from error
        # An empty registry: a reference to an address is not fetched, it is an error.
        self._validator = kind(parsed, registry=referencing.Registry())
        properties = parsed.get("properties")
        self.properties: tuple[str, ...] = tuple(properties) if isinstance(properties, dict) else ()

    def read(self, answer: str) -> tuple[Any, tuple[str, ...]]:
        """Return what a finished answer holds, None if it is no JSON, and what is wrong with it as phrases.

        Halves of surrogates, which a model can write as escapes, are replaced: what is returned can be written as UTF-8.
        """
        try:
            value = json.loads(answer, parse_float=_finite, parse_constant=_refuse)
            whole = json.dumps(value, ensure_ascii=False)
            if (mended := storable(whole)) is not whole:
                value = json.loads(mended)
        except (ValueError, RecursionError) as error:
            return None, (f"it is no JSON: {error}",)
        return value, self._problems(value)

    def _problems(self, value: Any) -> tuple[str, ...]:
        found: list[str] = []
        try:
            for error in self._validator.iter_errors(value):
                found.append(f"{error.json_path}: {_brief(error.message)}")
                if len(found) == MAX_PROBLEMS:
                    break
        except Exception as error:  # noqa: BLE001  what a foreign schema does: references to nowhere, patterns that do not parse
            found.append(f"the schema cannot be applied: {_brief(str(error))}")
        return tuple(found)


def _brief(text: str) -> str:
    """Return the message with long values cut: jsonschema repeats what it complains of."""
    line = " ".join(text.split())
    return line if len(line) <= 4 * _MAX_VALUE else f"{line[: 2 * _MAX_VALUE]} … {line[-2 * _MAX_VALUE :]}"


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{_brief(text)} is too large a number")
    return number


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")
