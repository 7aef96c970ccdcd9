# SPDX-License-Identifier: Apache-2.0
"""The window for tables with the real starter model in a real engine process, beside a chat."""

import csv
import json
import os
import signal

import pytest

from helpers.real_window import WAIT_MS, running, type_and_send
from leeward.domain.conversation import MessageStatus
from leeward.domain.settings import Settings
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile

pytestmark = pytest.mark.model

TEXTS = {
    "ann.txt": "Ann Miller is 34 years old and works as a nurse in Leeds. She has two cats.",
    "bob.txt": "Our new cook is called Bob Stone. He turned 51 in May and lives in Bristol.",
    "eva.txt": "Eva Larsson, 27, is a carpenter from Malmo.",
}
# So many that a table is not done before something comes between.
TEXTS |= {f"more-{number}.txt": f"Visitor {number}: {TEXTS['eva.txt']}" for number in range(5)}
SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 40},
        "age": {"type": "integer", "minimum": 0, "maximum": 120},
    },
    "required": ["name", "age"],
    "additionalProperties": False,
}


@pytest.fixture
def folder(tmp_path, starter_model, monkeypatch):
    monkeypatch.setenv("LEEWARD_STARTER", str(starter_model))
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text)
    return tmp_path


@pytest.fixture
def profile(folder):
    profile = Profile(folder / "profile")
    profile.create()
    SettingsFile(profile.settings_file).save(Settings(temperature=0.0, seed=1, max_tokens=24))
    return profile


def filled(window, folder, qtbot):
    opening = window.dialogs.extraction
    with qtbot.waitSignal(opening._bridge.persona_found):
        opening.open()
    form = opening.dialog.form
    form.folder.setText(str(folder / "texts"))
    form.take_schema(json.dumps(SCHEMA))
    qtbot.waitUntil(lambda: form.schema_remark.text() == "Columns: name, age.")
    return opening.dialog


def table(folder):
    with (folder / "texts.csv").open(newline="") as file:
        return [(row["file"], row["name"], row["problem"]) for row in csv.DictReader(file)]


def check_all(folder):
    rows = table(folder)
    assert [file for file, _, _ in rows] == sorted(f"texts/{name}" for name in TEXTS)
    assert [name for _, name, _ in rows][:3] == ["Ann Miller", "Bob Stone", "Eva Larsson"]
    assert not any(problem for _, _, problem in rows)


def test_a_folder_becomes_a_table_beside_a_chat(profile, folder, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        dialog = filled(window, folder, qtbot)
        with qtbot.waitSignals([dialog._bridge.ended, parts.generation.reply_finished], order="none", timeout=WAIT_MS):
            dialog.start.click()
            qtbot.waitUntil(lambda: dialog.model.rowCount() >= 1, timeout=WAIT_MS)
            type_and_send(window, "Name a bird.")
        question, answer = conversations.branch(window.page.current)
        assert (question.content, answer.status) == ("Name a bird.", MessageStatus.COMPLETE)
        assert len(conversations.all()) == 1
        assert dialog.remark.text() == f"Done: {len(TEXTS)} rows in texts.csv."
    check_all(folder)


def test_a_dead_engine_costs_one_text_and_the_rest_goes_on(profile, folder, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, parts, _conversations):
        dialog = filled(window, folder, qtbot)
        with qtbot.waitSignal(dialog._bridge.ended, timeout=WAIT_MS):
            dialog.start.click()
            qtbot.waitUntil(lambda: dialog.model.rowCount() >= 1, timeout=WAIT_MS)
            os.kill(parts.generation._engine.process_id, signal.SIGKILL)
        problems = [problem for _, _, problem in table(folder)]
        assert len([each for each in problems if each]) == 1
        assert "engine stopped" in "".join(problems)
        dialog.back.click()
        with qtbot.waitSignal(dialog._bridge.looked):
            dialog.start.click()
        assert dialog.remark.text().startswith(f"{len(TEXTS) - 1} of {len(TEXTS)} are done already.")
        with qtbot.waitSignal(dialog._bridge.ended, timeout=WAIT_MS):
            dialog.start.click()
    check_all(folder)


def test_what_was_done_when_the_window_closed_is_gone_on_with(profile, folder, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, _parts, _conversations):
        dialog = filled(window, folder, qtbot)
        dialog.start.click()
        qtbot.waitUntil(lambda: dialog.model.rowCount() >= 1, timeout=WAIT_MS)
    n_done = len(table(folder))
    assert n_done < len(TEXTS)
    with running(profile, qapp, qtbot) as (window, _parts, _conversations):
        dialog = filled(window, folder, qtbot)
        with qtbot.waitSignal(dialog._bridge.looked):
            dialog.start.click()
        assert dialog.remark.text().startswith(f"{n_done} of {len(TEXTS)} ")
        with qtbot.waitSignal(dialog._bridge.ended, timeout=WAIT_MS):
            dialog.start.click()
    check_all(folder)
