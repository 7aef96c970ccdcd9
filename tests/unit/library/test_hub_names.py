# SPDX-License-Identifier: Apache-2.0
"""What people paste to mean a model."""

import pytest

from leeward.domain.errors import HubNotFound
from leeward.library.hub_names import Wanted, parse_wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("org/repo", Wanted("org/repo")),
        (" org/repo\n", Wanted("org/repo")),
        ("org/repo:Q4_K_M", Wanted("org/repo", quantization="Q4_K_M")),
        ("https://huggingface.co/org/repo", Wanted("org/repo")),
        ("https://huggingface.co/org/repo/", Wanted("org/repo")),
        ("http://www.huggingface.co/org/repo?show=1#files", Wanted("org/repo")),
        ("https://huggingface.co/org/repo/tree/main", Wanted("org/repo", "main")),
        ("https://huggingface.co/org/repo/tree/main/Q4", Wanted("org/repo", "main")),
        ("https://huggingface.co/org/repo/blob/main/a%20b.gguf", Wanted("org/repo", "main", "a b.gguf")),
        (
            "https://huggingface.co/org/repo/resolve/c0ffee/sub/m.gguf?download=true",
            Wanted("org/repo", "c0ffee", "sub/m.gguf"),
        ),
        ("hf.co/org/repo:Q8_0", Wanted("org/repo", quantization="Q8_0")),
        ("huggingface.co/org/repo", Wanted("org/repo")),
        ("hf://org/repo", Wanted("org/repo")),
        ("https://mirror.example/org/repo", Wanted("org/repo")),
        ("127.0.0.1:8700/org/repo", None),
    ],
)
def test_an_address_or_a_name_is_understood(text, wanted):
    if wanted is None:
        assert parse_wanted(text, "http://127.0.0.1:8700") == Wanted("org/repo")
    else:
        assert parse_wanted(text, "https://mirror.example") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "repo",
        "org/",
        "/repo",
        "org/repo/file",
        "org/..",
        "../repo",
        "org/re po",
        "org/repo--x",
        "https://elsewhere.example/org/repo",
        "https://huggingface.co/org",
        "https://huggingface.co/datasets/org/repo",
        "https://[bad/org/repo",
        "ftp://huggingface.co/org/repo",
        "org/" + "x" * 200,
        "órg/repo",
    ],
)
def test_what_means_nothing_is_refused(text):
    with pytest.raises(HubNotFound):
        parse_wanted(text)
