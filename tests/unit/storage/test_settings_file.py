# SPDX-License-Identifier: Apache-2.0
"""settings.toml and state.toml."""

import datetime as dt
import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.errors import SettingsUnreadable, StorageReadOnly
from leeward.domain.ids import ConversationId
from leeward.domain.settings import Settings, ThemeChoice
from leeward.storage.settings_file import BadSetting, SettingsFile, WindowState, WindowStateFile
from leeward.storage.toml_text import dumps

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.one_of(
    TEXT,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
    st.times(),
)
TABLES = st.dictionaries(
    TEXT, st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=8), max_size=5
)
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(ThemeChoice),
    font_size_pt=st.integers(8, 24),
    system_prompt=TEXT,
    temperature=st.floats(0, 5),
    top_p=st.floats(0, 1),
    seed=st.integers(-1, 2**32 - 2),
    last_model=TEXT,
)


@given(TABLES)
def test_what_is_written_is_what_tomllib_reads(table: dict[str, object]) -> None:
    assert tomllib.loads(dumps(table)) == table


def test_numbers_that_are_none_are_written() -> None:
    table = tomllib.loads(dumps({"a": math.nan, "b": math.inf, "c": -math.inf}))
    assert math.isnan(table["a"])
    assert (table["b"], table["c"]) == (math.inf, -math.inf)


def test_a_kind_that_toml_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError):
        dumps({"a": None})


@given(SETTINGS)
def test_settings_survive_the_file(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.toml"
    SettingsFile(path).save(settings)
    file = SettingsFile(path)
    assert file.load() == settings
    assert file.problems == []


def test_without_a_file_there_are_defaults_and_no_problem(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    assert file.load() == Settings()
    assert file.problems == []


def test_keys_of_a_newer_leeward_are_written_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nvoice = "calm"\n[server]\nport = 8080\nsince = 2026-01-02\n')
    file = SettingsFile(path)
    file.save(file.load().with_value("top_k", 3))
    assert file.problems == []
    table = tomllib.loads(path.read_text())
    assert (table["theme"], table["top_k"], table["voice"]) == ("dark", 3, "calm")
    assert table["server"] == {"port": 8080, "since": dt.date(2026, 1, 2)}


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "theme = 3",
        "font_size_pt = 99",
        "font_size_pt = 10.5",
        "font_size_pt = true",
        'font_size_pt = "11"',
        "temperature = nan",
        "temperature = true",
        "top_p = -0.1",
        "system_prompt = 7",
        "seed = 4294967295",
        "top_k = []",
        f"temperature = {10**400}",
    ],
)
def test_a_value_that_is_not_allowed_is_replaced_by_its_default_alone(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"max_tokens = 77\n{line}\n")
    file = SettingsFile(path)
    assert file.load() == Settings(max_tokens=77)
    [problem] = file.problems
    assert isinstance(problem, BadSetting)
    assert problem.name == line.split(maxsplit=1)[0]


def test_a_whole_number_stands_for_a_real_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("temperature = 1\n")
    loaded = SettingsFile(path).load().temperature
    assert (loaded, type(loaded)) == (1.0, float)


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe", b"x = " + b"[" * 5000, b"a=1\na=2"])
def test_a_file_that_does_not_parse_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    file = SettingsFile(path, clock=lambda: 0.0)
    assert file.load() == Settings()
    [problem] = file.problems
    assert isinstance(problem, SettingsUnreadable)
    assert (tmp_path / "settings.toml.bad-19700101T000000Z").read_bytes() == content
    file.save(Settings(top_k=5))
    assert file.load() == Settings(top_k=5)
    assert file.problems == []


def test_settings_that_cannot_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "missing" / "settings.toml")
    with pytest.raises(StorageReadOnly):
        file.save(Settings())


@given(st.binary(), st.none() | st.booleans(), st.none() | st.integers(1, 2**62))
def test_the_state_of_the_window_survives(
    tmp_path_factory: pytest.TempPathFactory, geometry: bytes, is_shown: bool | None, last: int | None
) -> None:
    file = WindowStateFile(tmp_path_factory.getbasetemp() / "state.toml")
    state = WindowState(geometry, is_shown, None if last is None else ConversationId(last))
    file.save(state)
    assert file.load() == state


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"geometry = 3", b'geometry = "?"', b"conversation_id = true", b"is_sidebar_shown = 1"]
)
def test_no_state_of_the_window_stops_the_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.toml"
    path.write_bytes(content)
    assert WindowStateFile(path).load() == WindowState()


def test_a_state_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    file = WindowStateFile(tmp_path / "missing" / "state.toml")
    file.save(WindowState(b"x"))
    assert file.load() == WindowState()
