# SPDX-License-Identifier: Apache-2.0
from dataclasses import fields, replace
from pathlib import Path

import pytest

from leeward.domain.generation import Adapter, Sampling
from leeward.domain.model_info import LoadPlan
from leeward.domain.model_settings import ModelSettings, in_use, load_plan
from leeward.domain.settings import Settings

PATH = Path("/m/a.gguf")


def test_a_model_without_settings_is_loaded_as_the_settings_say():
    settings = Settings(n_ctx=1024, n_gpu_layers=3, n_threads=2)
    assert load_plan(settings, ModelSettings(), PATH, "A") == settings.load_plan(PATH, "A")


def test_what_the_makers_suggest_counts_where_nobody_has_set_anything():
    suggested = ModelSettings(temperature=0.2, top_k=11, min_p=0.3)
    used = in_use(Settings(temperature=0.9), ModelSettings(top_k=5), suggested)
    assert (used.temperature, used.top_k, used.min_p, used.top_p) == (0.9, 5, 0.3, Settings().top_p)


def test_what_a_model_has_of_its_own_wins():
    own = ModelSettings(n_ctx=512, use_mmap=False, template="chatml", temperature=0.1)
    settings = Settings(n_ctx=1024, n_threads=2)
    wanted = replace(settings.load_plan(PATH), n_ctx=512, use_mmap=False, template="chatml")
    assert load_plan(settings, own, PATH) == wanted
    assert in_use(Settings(temperature=0.9, top_k=7), own, ModelSettings()).sampling == Sampling(
        temperature=0.1, top_k=7, top_p=0.95, min_p=0.05, repeat_penalty=1.1
    )


def test_adapters_of_a_model_are_loaded_with_it():
    one, two = Path("/x/one.gguf"), Path("/x/two.gguf")
    plan = load_plan(Settings(), ModelSettings(adapters=((one, 0.5), (two, 1.0)), moe_on_cpu=True), PATH)
    assert (plan.adapters, plan.moe_on_cpu) == ((Adapter(one, 0.5), Adapter(two)), True)
    assert load_plan(Settings(), ModelSettings(), PATH).adapters == ()


@pytest.mark.parametrize(
    ("adapters", "words"),
    [
        (((PATH, 11.0),), "scale must lie between"),
        (((PATH, 1.0), (PATH, 0.5)), "each of another file"),
        (tuple((Path(f"/x/{n}.gguf"), 1.0) for n in range(9)), "at most 8"),
    ],
)
def test_adapters_that_make_no_sense_are_refused(adapters, words):
    with pytest.raises(ValueError, match=words):
        ModelSettings(adapters=adapters)


def test_stronger_settings_lie_over_weaker_ones():
    assert ModelSettings(n_ctx=1).over(ModelSettings(n_ctx=2, top_k=3)) == ModelSettings(n_ctx=1, top_k=3)


@pytest.mark.parametrize(("name", "value"), [("n_ctx", 0), ("kv_type", "f8"), ("temperature", float("nan"))])
def test_a_value_out_of_range_is_refused(name, value):
    with pytest.raises(ValueError, match=name):
        ModelSettings().with_value(name, value)


def test_every_setting_says_what_it_does():
    for declared in fields(ModelSettings):
        assert declared.metadata["sentence"].endswith("."), declared.name
        assert declared.default is None


def test_every_setting_acts_on_a_load_or_a_draw():
    acting = {declared.name for kind in (LoadPlan, Sampling) for declared in fields(kind)}
    assert {declared.name for declared in fields(ModelSettings)} <= acting
