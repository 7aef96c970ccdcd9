# SPDX-License-Identifier: Apache-2.0
"""What the settings dialog says beside a setting that the loaded model or a persona is used with otherwise."""

from collections.abc import Callable
from typing import Any

from leeward.domain.model_settings import ModelSettings, in_use
from leeward.domain.persona import Persona
from leeward.domain.settings import Settings
from leeward.i18n import tr


def model_notes(
    settings: Settings,
    own: ModelSettings,
    suggested: ModelSettings,
    persona: Persona | None,
    in_words: Callable[[str, Any], str],
) -> dict[str, str]:
    """Return the notes by the name of their setting.

    Args:
        own: What is set for the loaded model.
        suggested: What its makers suggest.
        persona: Who answers.
        in_words: Gives a value of a setting as its field shows it.
    """
    notes = {
        name: tr("Set for this model: {value}, which is used instead.", value=in_words(name, value))
        for name, value in own.given().items()
        if hasattr(settings, name)
    }
    used = in_use(settings, own, suggested)
    for name in suggested.given():
        value = getattr(used, name, None)
        if name not in notes and value != getattr(settings, name, value):
            words = in_words(name, value)
            notes[name] = tr(
                "The loaded model's makers suggest {value}, which is used until you change this.", value=words
            )
    return notes | _persona_notes(settings, persona, in_words)


def _persona_notes(settings: Settings, persona: Persona | None, in_words: Callable[[str, Any], str]) -> dict[str, str]:
    if persona is None:
        return {}
    says = {name: value for name, value in persona.sampling.items() if hasattr(settings, name)}
    says |= {"max_tokens": persona.max_tokens} if persona.max_tokens is not None else {}
    notes = {
        name: tr(
            "{persona} answers with {value}, which is used instead.",
            persona=tr(persona.name, "persona"),
            value=in_words(name, value),
        )
        for name, value in says.items()
    }
    if persona.system_prompt.strip():
        notes["system_prompt"] = tr(
            "{persona} answers, and new chats begin with the instructions of that persona.",
            persona=tr(persona.name, "persona"),
        )
    return notes
