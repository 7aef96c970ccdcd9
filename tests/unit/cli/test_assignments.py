# SPDX-License-Identifier: Apache-2.0
"""What is set for a model, from the command line and back."""

import os
from pathlib import Path

import pytest

from leeward.cli.assignments import NAMES, adapter_of, as_assignments, with_assignment
from leeward.domain.generation import Adapter
from leeward.domain.model_info import KvType
from leeward.domain.model_settings import ModelSettings


def set_to(*assignments: str) -> ModelSettings:
    settings = ModelSettings()
    for assignment in assignments:
        settings = with_assignment(settings, assignment)
    return settings


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where two adapters lie, and one with a comma in its name."""
    for name in ("a.gguf", "b.gguf", "c,d.gguf", "e:2"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_kind_of_value_is_read():
    settings = set_to("n_ctx=4096", "moe_on_cpu=true", "use_mmap=false", "kv_type=q8_0", "rope_freq_scale=0.5")
    assert settings == ModelSettings(
        n_ctx=4096, moe_on_cpu=True, use_mmap=False, kv_type=KvType.Q8_0, rope_freq_scale=0.5
    )


def test_without_a_value_it_is_taken_back(folder):
    before = ModelSettings(moe_on_cpu=True, adapters=((folder / "a.gguf", 1.0),))
    assert with_assignment(with_assignment(before, "moe_on_cpu="), "adapters=") == ModelSettings()


@pytest.mark.parametrize(
    ("assignment", "words"),
    [
        ("colour=red", "colour is nothing that can be set"),
        ("=", "nothing that can be set"),
        ("n_ctx=much", "Expected `int"),
        ("n_ctx=0", "n_ctx must lie between"),
        ("moe_on_cpu=perhaps", "Expected `bool"),
    ],
)
def test_what_cannot_be_set_is_refused(assignment, words):
    with pytest.raises(ValueError, match=words):
        with_assignment(ModelSettings(), assignment)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.gguf", [("a.gguf", 1.0)]),
        ("a.gguf:0.5,b.gguf", [("a.gguf", 0.5), ("b.gguf", 1.0)]),
        ("b.gguf:-1,a.gguf:2", [("b.gguf", -1.0), ("a.gguf", 2.0)]),
        ("a.gguf:1e-05", [("a.gguf", 1e-05)]),
        ("c,d.gguf:0.5,a.gguf", [("c,d.gguf", 0.5), ("a.gguf", 1.0)]),
        ("e:2:0.5,a.gguf", [("e:2", 0.5), ("a.gguf", 1.0)]),
    ],
)
def test_adapters_are_files_with_their_strength(folder, text, found):
    expected = tuple((folder / name, scale) for name, scale in found)
    settings = set_to(f"adapters={text}")
    assert settings.adapters == expected
    written = as_assignments(settings)["adapters"]
    os.chdir("/")
    assert set_to(f"adapters={written}") == settings


def test_an_adapter_that_is_not_there_is_not_lost(folder):
    assert set_to("adapters=a.gguf,gone.gguf:0.5").adapters == (
        (folder / "a.gguf", 1.0),
        (Path("gone.gguf"), 0.5),
    )


def test_an_adapter_that_is_named_twice_is_refused(folder):
    with pytest.raises(ValueError, match="each of another file"):
        set_to("adapters=a.gguf,a.gguf:0.5")


def test_a_strength_out_of_range_is_refused(folder):
    with pytest.raises(ValueError, match="scale must lie between"):
        set_to("adapters=a.gguf:99")
    with pytest.raises(ValueError, match="scale must lie between"):
        adapter_of("a.gguf:99")
    assert adapter_of("a.gguf:+.5") == Adapter(Path("a.gguf"), 0.5)


def test_what_was_set_is_written_as_it_is_read():
    settings = ModelSettings(n_ctx=256, moe_on_cpu=True, kv_type=KvType.Q8_0, temperature=0.25)
    written = as_assignments(settings)
    assert written == {"n_ctx": "256", "moe_on_cpu": "true", "kv_type": "q8_0", "temperature": "0.25"}
    assert set_to(*(f"{name}={value}" for name, value in written.items())) == settings
    assert set(written) <= set(NAMES)


def test_a_draft_model_is_kept_with_its_whole_path(folder):
    settings = set_to("draft=a.gguf")
    assert settings.draft == folder / "a.gguf"
    assert as_assignments(settings) == {"draft": str(folder / "a.gguf")}
    assert with_assignment(settings, "draft=") == ModelSettings()
