# SPDX-License-Identifier: Apache-2.0
"""Every error that the user can mend has a sentence and a next step."""

import dataclasses
import inspect
from pathlib import Path

import pytest

from leeward import i18n
from leeward.domain import errors
from leeward.error_text import Remedy, describe, has_text

_ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.AppError)]


def _example(kind: type[errors.AppError]) -> errors.AppError:
    path = Path("/models/a.gguf")
    values = {"path": path, "model": path, "reason": "bad magic.", "detail": "page 7", "found": ("CPU", "CUDA0")}
    given = {}
    if dataclasses.is_dataclass(kind):
        for declared in dataclasses.fields(kind):
            given[declared.name] = values.get(declared.name, True if declared.type == "bool" else 3)
    return kind(**given)


@pytest.mark.parametrize("kind", _ALL, ids=lambda kind: kind.__name__)
def test_every_app_error_has_a_sentence_a_next_step_and_a_button(kind):
    text = describe(_example(kind))
    assert has_text(kind)
    assert text.sentence.endswith(".")
    assert text.next_step.endswith(".")
    assert isinstance(text.remedy, Remedy)
    assert ".." not in text.sentence
    assert kind.__name__ not in text.sentence, "a person is told facts, not class names"


class _Bracketed(dict):
    def get(self, key, default=None):
        return f"⟦{default}⟧" if isinstance(default, str) else tuple(f"⟦{form}⟧" for form in default)


@pytest.mark.parametrize("kind", _ALL, ids=lambda kind: kind.__name__)
def test_every_sentence_and_next_step_is_looked_up(kind, monkeypatch):
    monkeypatch.setattr(i18n, "_texts", _Bracketed())
    monkeypatch.setattr(i18n, "_plurals", _Bracketed())
    text = describe(_example(kind))
    assert text.sentence[0] + text.sentence[-1] == "⟦⟧"
    assert text.next_step[0] + text.next_step[-1] == "⟦⟧"


def test_facts_of_the_error_are_in_the_sentence():
    overflow = describe(errors.ContextOverflow(n_prompt=9_000, n_ctx=8_192))
    assert "9,000" in overflow.sentence
    assert "8,192" in overflow.sentence
    too_large = describe(
        errors.ModelTooLarge(Path("big.gguf"), needed_bytes=8_000_000_000, available_bytes=2_000_000_000)
    )
    assert "8.0 GB" in too_large.sentence
    assert "2.0 GB" in too_large.sentence
    assert "memory" in describe(errors.EngineStopped(exit_code=-9, is_out_of_memory=True)).sentence


def test_a_subclass_without_a_text_gets_the_one_of_its_family():
    class NewModelError(errors.ModelError):
        pass

    assert describe(NewModelError()).remedy is Remedy.CHOOSE_MODEL


def test_a_fault_of_the_program_is_described_without_its_message():
    text = describe(ValueError("a secret the user typed"))
    assert "ValueError" in text.sentence
    assert "secret" not in text.sentence + text.next_step
