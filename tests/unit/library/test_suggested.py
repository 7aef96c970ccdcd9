# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace

import gguf
import pytest

from leeward.domain.model_settings import ModelSettings
from leeward.library.header import read_header
from leeward.library.suggested import suggested_settings


def header_with(path, **values):
    writer = gguf.GGUFWriter(path, "llama")
    for name, value in values.items():
        key = f"general.sampling.{name}"
        if isinstance(value, str):
            writer.add_string(key, value)
        elif isinstance(value, int):
            writer.add_int32(key, value)
        else:
            writer.add_float32(key, value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.close()
    return read_header(path)


def test_what_the_makers_suggest_is_read(tmp_path):
    header = header_with(tmp_path / "a", temp=0.6, top_k=20, top_p=0.95, min_p=0.0, penalty_repeat=1.05)
    assert suggested_settings(header) == ModelSettings(
        temperature=0.6, top_k=20, top_p=0.95, min_p=0.0, repeat_penalty=1.05
    )


def test_values_that_are_not_allowed_are_left_out(tmp_path):
    header = header_with(
        tmp_path / "a", temp=float("nan"), top_k=-5, top_p="much", min_p=float("inf"), penalty_repeat=1.5
    )
    assert suggested_settings(header) == ModelSettings(repeat_penalty=1.5)


@pytest.mark.parametrize("number", [float("inf"), float("nan"), -float("inf")])
def test_what_is_no_number_of_words_is_left_out(tmp_path, number):
    header = header_with(tmp_path / "a", temp=0.5)
    header = replace(header, values={**header.values, "general.sampling.top_k": number})
    assert suggested_settings(header) == ModelSettings(temperature=0.5)


def test_a_file_that_suggests_nothing_gives_nothing(tmp_path):
    assert suggested_settings(header_with(tmp_path / "a")) == ModelSettings()
