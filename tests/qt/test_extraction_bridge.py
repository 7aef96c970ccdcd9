# SPDX-License-Identifier: Apache-2.0
"""Tables out of texts beside the window: rows come, chats go first, a stop and an error keep what is done, all goes on later."""

import csv
import json
import threading

import pytest

from leeward.bridge.extraction import Wish
from leeward.domain.errors import EngineEnded, EngineStopped, GrammarInvalid, ModelReplaced, StorageLocked
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.domain.persona import EXTRACTOR, Persona
from leeward.domain.settings import Settings
from leeward.storage.extraction_journal import Journal

SCHEMA = json.dumps({"type": "object", "properties": {"n": {"type": "integer", "maximum": 9}}, "required": ["n"]})
PERSONA = Persona(name="Taker", system_prompt="Take it out.")


def said(n):
    return ('{"n":', f" {n}}}")


@pytest.fixture
def letters(tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Letter {name}")
    return folder


@pytest.fixture
def wish(letters, tmp_path):
    return Wish(letters, SCHEMA, tmp_path / "letters.csv", Settings(), PERSONA)


@pytest.fixture
def begin(make_rig, qtbot):
    """Return a function that builds a window whose model says these things, and returns it with the bridge."""

    def build(*scripts, **options):
        rig = make_rig(scripts=scripts, **options)
        return rig, rig.parts.make_extraction()

    return build


def look(bridge, wish, qtbot):
    with qtbot.waitSignal(bridge.looked) as looked:
        bridge.look(wish)
    return looked.args[0]


def make(bridge, wish, qtbot, *, is_anew=False):
    outlook = look(bridge, wish, qtbot)
    with qtbot.waitSignal(bridge.ended) as ended:
        bridge.start(outlook, is_anew=is_anew)
    assert not bridge.is_running
    return ended.args[0], bridge.take_done()


def table(wish):
    with wish.target.open(newline="") as file:
        return [(row["file"], row["n"] or row["problem"]) for row in csv.DictReader(file)]


def test_every_text_becomes_a_row_and_nothing_is_asked_twice(begin, wish, qtbot):
    rig, bridge = begin(said(1), said(2), said(3))
    ended, done = make(bridge, wish, qtbot)
    assert (ended.target, ended.n_rows, ended.n_left, ended.is_stopped, ended.error) == (wish.target, 3, 0, False, None)
    assert [(each.file, each.was_known) for each in done] == [(f"letters/{name}.txt", False) for name in "abc"]
    assert table(wish) == [("letters/a.txt", "1"), ("letters/b.txt", "2"), ("letters/c.txt", "3")]
    system, user = rig.engine.requests[0].messages
    assert system.content.startswith("Take it out.")
    assert (user.content, rig.engine.requests[0].json_schema) == ("Letter a", SCHEMA)
    outlook = look(bridge, wish, qtbot)
    assert (len(outlook.files), outlook.n_known, outlook.is_there, outlook.names) == (3, 3, True, ("n",))
    _ended, again = make(bridge, wish, qtbot)
    assert [each.was_known for each in again] == [True] * 3
    assert len(rig.engine.requests) == 3
    assert rig.store.all() == []  # none of it is a chat
    _ended, anew = make(bridge, wish, qtbot, is_anew=True)
    assert [each.was_known for each in anew] == [False] * 3


def test_a_stop_keeps_what_is_done_and_the_next_run_goes_on_there(begin, wish, qtbot):
    rig, bridge = begin(said(1), ("{", " " * 9) * 200, said(2), said(3), interval_s=0.02)
    outlook = look(bridge, wish, qtbot)
    with qtbot.waitSignal(bridge.ended) as ended:
        bridge.start(outlook, is_anew=False)
        qtbot.waitUntil(lambda: len(rig.engine.requests) == 2)
        bridge.stop()
    assert (ended.args[0].n_rows, ended.args[0].n_left, ended.args[0].is_stopped) == (1, 2, True)
    assert table(wish) == [("letters/a.txt", "1")]
    assert look(bridge, wish, qtbot).n_known == 1
    _ended, done = make(bridge, wish, qtbot)
    assert [each.was_known for each in done] == [True, False, False]
    assert [n for _, n in table(wish)] == ["1", "2", "3"]


def test_what_is_wrong_with_one_text_stands_in_its_row(begin, wish, qtbot):
    _rig, bridge = begin(("not JSON",), (EngineStopped(),), said(3))
    ended, done = make(bridge, wish, qtbot)
    assert ended.error is None
    assert [bool(each.rows[0].problem) for each in done] == [True, True, False]
    assert "does not fit the schema" in table(wish)[0][1]
    assert look(bridge, wish, qtbot).n_known == 1  # the others are tried once more


def test_an_error_ends_it_and_keeps_the_rows(begin, wish, qtbot):
    _rig, bridge = begin(said(1), (EngineEnded(),))
    ended, done = make(bridge, wish, qtbot)
    assert isinstance(ended.error, EngineEnded)
    assert (len(done), ended.n_left, ended.is_stopped) == (1, 2, False)
    assert table(wish) == [("letters/a.txt", "1")]


def test_a_chat_is_answered_first_and_the_text_is_read_again(begin, wish, qtbot):
    rig, bridge = begin(said(1), ("{", " " * 9) * 200, ("An ", "answer."), said(2), said(3), interval_s=0.02)
    outlook = look(bridge, wish, qtbot)
    with qtbot.waitSignals([bridge.ended, rig.parts.generation.reply_finished], order="none"):
        bridge.start(outlook, is_anew=False)
        qtbot.waitUntil(lambda: len(rig.engine.requests) == 2)
        rig.parts.generation.send(None, "Why?", Settings())
        qtbot.waitUntil(lambda: rig.parts.generation.is_any_answering)
    asked = [each.messages[-1].content for each in rig.engine.requests]
    assert asked == ["Letter a", "Letter b", "Why?", "Letter b", "Letter c"]
    assert [n for _, n in table(wish)] == ["1", "2", "3"]
    assert [each.content for each in rig.store.branch(rig.store.all()[0].id)] == ["Why?", "An answer."]


def test_it_waits_for_an_answer_that_is_under_way(begin, wish, qtbot):
    rig, bridge = begin(("A ", "long ", "answer.") * 4, said(1), said(2), said(3), interval_s=0.02)
    with qtbot.waitSignal(rig.parts.generation.reply_started):
        rig.parts.generation.send(None, "Why?", Settings())
    ended, _done = make(bridge, wish, qtbot)
    assert ended.error is None
    assert rig.engine.requests[0].messages[-1].content == "Why?"
    assert rig.store.branch(rig.store.all()[0].id)[-1].content == "A long answer." * 4


def test_another_model_ends_it_and_keeps_the_rows(begin, wish, qtbot, tmp_path):
    rig, bridge = begin(said(1), ("{", " " * 9) * 200, interval_s=0.02)
    outlook = look(bridge, wish, qtbot)
    with qtbot.waitSignal(bridge.ended) as ended:
        bridge.start(outlook, is_anew=False)
        qtbot.waitUntil(lambda: len(rig.engine.requests) == 2)
        with qtbot.waitSignal(rig.parts.generation.model_loaded):
            rig.parts.generation.load(LoadPlan(tmp_path / "other.gguf", "Other"))
    assert isinstance(ended.args[0].error, ModelReplaced)
    assert table(wish) == [("letters/a.txt", "1")]
    assert look(bridge, wish, qtbot).n_known == 0  # another model reads all anew


def test_the_end_of_the_window_writes_what_is_done(begin, wish, qtbot):
    rig, bridge = begin(said(1), ("{", " " * 9) * 200, interval_s=0.02)
    outlook = look(bridge, wish, qtbot)
    bridge.start(outlook, is_anew=False)
    qtbot.waitUntil(lambda: len(rig.engine.requests) == 2)
    bridge.close()
    assert table(wish) == [("letters/a.txt", "1")]


def test_what_cannot_be_begun_is_told(begin, wish, qtbot, letters):
    _rig, bridge = begin(said(1))
    gone = Wish(letters / "gone", SCHEMA, wish.target, Settings(), PERSONA)
    assert look(bridge, gone, qtbot).files == ()
    nowhere = Wish(letters, SCHEMA, letters / "no" / "out.csv", Settings(), PERSONA)
    assert not look(bridge, nowhere, qtbot).has_place
    with qtbot.waitSignal(bridge.failed) as failed:
        bridge.look(Wish(letters, "{", wish.target, Settings(), PERSONA))
    assert isinstance(failed.args[0], GrammarInvalid)
    outlook = look(bridge, wish, qtbot)
    with Journal(wish.target.with_name("letters.csv.journal")), qtbot.waitSignal(bridge.ended) as ended:
        bridge.start(outlook, is_anew=False)
    assert isinstance(ended.args[0].error, StorageLocked)
    assert not wish.target.exists()


def test_who_answers_is_the_one_in_use_if_it_answers_in_json(begin, qtbot):
    _rig, bridge = begin(said(1))
    for active, name in ((None, EXTRACTOR), (PERSONA, EXTRACTOR), (Persona(name="J", json_schema="{}"), "J")):
        with qtbot.waitSignal(bridge.persona_found) as found:
            bridge.find_persona(active)
        assert found.args[0].name == name


def test_a_schema_is_checked_and_read_from_a_file(begin, qtbot, tmp_path):
    _rig, bridge = begin(said(1))
    for schema, names, is_wrong in ((SCHEMA, ("n",), False), ("{", (), True), ('{"type": 3}', (), True)):
        with qtbot.waitSignal(bridge.schema_checked) as checked:
            bridge.check_schema(schema)
        assert (checked.args[:2], checked.args[2] is not None) == ([schema, names], is_wrong)
    (tmp_path / "s.json").write_text(SCHEMA)
    with qtbot.waitSignal(bridge.schema_read) as read:
        bridge.read_schema(tmp_path / "s.json")
    assert read.args == [SCHEMA]
    with qtbot.waitSignal(bridge.schema_refused) as refused:
        bridge.read_schema(tmp_path / "gone.json")
    assert "cannot be read" in refused.args[1]


def test_a_folder_is_counted_as_it_will_be_read_and_the_newest_wish_counts(begin, qtbot, letters):
    _rig, bridge = begin(said(1))
    (letters / ".hidden").write_text("x")
    (letters / ".git").mkdir()
    (letters / ".git" / "x").write_text("x")
    (letters / "more").mkdir()
    (letters / "more" / "d.txt").write_text("x")
    seen = []
    bridge.counted.connect(lambda folder, n: seen.append((folder.name, n)))
    gone = letters / "gone"
    for folder in (letters, gone, letters):
        bridge.count(folder)
    qtbot.waitUntil(lambda: ("letters", 4) in seen)
    bridge.count(gone)
    qtbot.waitUntil(lambda: seen[-1] == ("gone", -1))


def test_while_another_model_is_being_loaded_nothing_is_asked_under_the_name_of_the_one_before(
    begin, wish, qtbot, tmp_path, monkeypatch
):
    rig, bridge = begin(said(1))
    generation = rig.parts.generation
    with qtbot.waitSignal(generation.model_loaded):
        generation.load(LoadPlan(tmp_path / "first.gguf", "First"))
    outlook = look(bridge, wish, qtbot)
    asked = []
    monkeypatch.setattr(rig.engine, "load", asked.append)  # on its way: nothing is heard of it yet
    generation.load(LoadPlan(tmp_path / "other.gguf", "Other"))
    qtbot.waitUntil(lambda: len(asked) == 1)
    with qtbot.waitSignal(bridge.ended) as ended:
        bridge.start(outlook, is_anew=False)
    assert isinstance(ended.args[0].error, ModelReplaced)
    assert rig.engine.requests == []


def test_after_the_end_of_the_window_nothing_waits_for_an_answer(begin):
    rig, _bridge = begin(said(1))
    generation = rig.parts.generation
    generation.close()
    request = GenerationRequest(GenerationId("1"), (ChatMessage(Role.USER, "Why?"),), Sampling(), None)
    answers = []
    asking = threading.Thread(
        target=lambda: answers.append(generation.ask_beside(request, 0, threading.Event())), daemon=True
    )
    asking.start()
    asking.join(10)
    assert [answer.reason for answer in answers] == [FinishReason.CANCELLED]
