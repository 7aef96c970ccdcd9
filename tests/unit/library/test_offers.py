# SPDX-License-Identifier: Apache-2.0
"""What a repository offers: several files are one model, projectors go along, and what is not whole is said."""

import pytest

from leeward.domain.errors import NothingToFetch
from leeward.domain.hub import RepoFile, Repository
from leeward.library.offers import choose, offers_of, quantization_of


def repository(*paths, without_hash=()):
    files = tuple(RepoFile(path, 10, "" if path in without_hash else "a" * 64) for path in paths)
    return Repository("org/repo", "c" * 40, "mit", False, files)


def test_a_model_in_several_files_is_one_offer():
    parts = [f"Q8_0/m-Q8_0-{number:05}-of-00003.gguf" for number in (2, 1, 3)]
    (offer,) = offers_of(repository(*parts, "README.md"))
    assert (offer.name, offer.quantization, offer.size_bytes, offer.problem) == ("m-Q8_0", "Q8_0", 30, "")
    assert [file.path for file in offer.files] == sorted(parts)


@pytest.mark.parametrize(
    ("numbers", "problem"),
    [((1, 3), "part 2 of 3"), ((2, 3), "part 1 of 3"), ((1, 2, 3, 4), "part 4 of 3"), ((0, 1, 2), "3 of 3")],
)
def test_B11_a_split_that_is_not_whole_is_said_and_not_fetched(numbers, problem):
    split = repository(*(f"m-{number:05}-of-00003.gguf" for number in numbers))
    (offer,) = offers_of(split)
    assert problem in offer.problem
    with pytest.raises(NothingToFetch):
        choose(split)


def test_a_file_without_a_known_hash_is_not_fetched():
    with pytest.raises(NothingToFetch) as told:
        choose(repository("m.gguf", without_hash=["m.gguf"]))
    assert "SHA-256" in told.value.reason


def test_the_projector_goes_along_in_the_type_that_all_can_compute():
    found = repository("m-Q4_0.gguf", "mmproj-F32.gguf", "mmproj-F16.gguf", "m.imatrix.gguf", "imatrix_unsloth.gguf")
    (offer,) = offers_of(found)
    assert [file.path for file in offer.companions] == ["mmproj-F16.gguf"]
    assert offer.size_bytes == 20
    assert choose(found, file="mmproj-F32.gguf").files[0].path == "mmproj-F32.gguf"


def test_a_projector_of_another_folder_stays_where_it_is():
    found = repository("a/m-Q4_0.gguf", "b/m-Q8_0.gguf", "b/mmproj.gguf")
    assert [len(offer.companions) for offer in offers_of(found)] == [0, 1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Model-7B-Instruct-v0.3.Q4_K_M.gguf", "Q4_K_M"),
        ("m-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"),
        ("m-IQ2_XXS.gguf", "IQ2_XXS"),
        ("m-iq4_nl.gguf", "IQ4_NL"),
        ("m-Q4_0_4_8.gguf", "Q4_0_4_8"),
        ("m-q8_0.gguf", "Q8_0"),
        ("m-BF16.gguf", "BF16"),
        ("m.f16.gguf", "F16"),
        ("m-TQ1_0.gguf", "TQ1_0"),
        ("gpt-oss-20b-mxfp4.gguf", "MXFP4"),
        ("Q5_K_S/m-00001-of-00002.gguf", "Q5_K_S"),
        ("Q-Model-7B.gguf", ""),
        ("Qwen3-4B.gguf", ""),
    ],
)
def test_the_quantization_is_read_from_the_name(path, expected):
    assert quantization_of(path) == expected


def test_the_choice_is_by_name_by_quantization_or_what_suits_most():
    found = repository("m-F16.gguf", "m-Q2_K.gguf", "m-Q4_K_M.gguf", "m-Q8_0.gguf")
    assert choose(found).quantization == "Q4_K_M"
    assert choose(found, quantization="q8_0").quantization == "Q8_0"
    assert choose(found, file="m-Q2_K.gguf").quantization == "Q2_K"
    assert choose(found, file="m-Q2_K").quantization == "Q2_K"
    for bad in ({"file": "n.gguf"}, {"quantization": "Q9"}):
        with pytest.raises(NothingToFetch):
            choose(found, **bad)
    with pytest.raises(NothingToFetch):
        choose(repository("README.md"))
