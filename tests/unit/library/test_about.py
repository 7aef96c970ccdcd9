# SPDX-License-Identifier: Apache-2.0
"""What a file is, in words for people."""

from pathlib import Path

import i18n as collector

from helpers.gguf_cases import good
from helpers.language import german
from leeward.domain.model_info import FileKind
from leeward.library.about import facts_of_file
from leeward.library.model_check import inspect_file


def test_what_a_file_holds_is_said_in_the_language_of_the_window(tmp_path: Path) -> None:
    path = tmp_path / "a.gguf"
    path.write_bytes(good().bytes())
    with german({("Holds", ""): "Inhalt", ("model", "a file"): "Modell"}, tmp_path):
        assert ("Inhalt", "Modell") in facts_of_file(inspect_file(path), None, None)


def test_every_kind_of_file_is_collected_for_translators() -> None:
    texts, _problems = collector.collect(collector.SOURCES)
    assert {(kind.value, "a file") for kind in FileKind} <= texts.keys()
