# SPDX-License-Identifier: Apache-2.0
"""B9: a file name from elsewhere stays in the models folder."""

import random
import unicodedata

from leeward.library.safe_name import safe_name

PIECES = ["..", "/", "\\", "\0", "C:", "\\\\host\\share", "CON", "nul.gguf", "a", ".", " ", "é", "e\u0301", "🦙", "-rf"]
PIECES += ["%2e%2e", "\u202e", "x" * 300, "\n", "\ud800", "模型", "sha256:xyz", "COM¹", ".gguf", "~", "$HOME", "*", "|"]


def corpus():
    draw = random.Random(9)
    names = [*PIECES, ""]
    while len(names) < 500:
        names.append("".join(draw.choices(PIECES, k=draw.randrange(1, 6))))
    return names


def test_B9_500_hostile_names_stay_in_the_folder(tmp_path):
    for foreign in corpus():
        name = safe_name(foreign)
        path = tmp_path / name
        path.touch()
        assert path.resolve().parent == tmp_path.resolve(), repr(foreign)
        assert name == safe_name(foreign)
        assert not set(name) & set('/\\:\0*?"<>|\n')
        assert name[-1] not in " ."
        assert name[0] not in "-."
        assert len(name.encode()) <= 255 - len(".part.json")
        assert name.split(".", maxsplit=1)[0].casefold() not in {"con", "nul", "com¹"}


def test_B9_different_names_do_not_meet_in_one_file():
    names = set(corpus())
    safe = {unicodedata.normalize("NFC", safe_name(name)) for name in names}
    assert len(safe) == len(names)


def test_B9_an_ordinary_name_is_kept():
    assert safe_name("Mistral-7B-Instruct-v0.3.Q4_K_M.gguf") == "Mistral-7B-Instruct-v0.3.Q4_K_M.gguf"
