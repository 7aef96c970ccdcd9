# SPDX-License-Identifier: Apache-2.0
"""Export, import and backup for the window: real files, a real database, a thread of its own."""

import json
import zipfile

import pytest

from leeward.bridge.transfer import ExportWish, TransferBridge
from leeward.chat.transfer.exporting import ExportFormat
from leeward.domain.errors import ImportUnreadable, NothingToTake, NotMade, TargetExists
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId
from leeward.domain.whole_conversation import WholeConversation, WholeMessage
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.whole_conversations import add_whole, settle_order
from leeward.ui import fonts
from leeward.ui.pdf_file import pdf_of

PDF_PAGE = b"/Type /Page\n"


def talk(title, answer="Away from **the wind**.", day=1.0):
    said = (WholeMessage(None, Role.USER, "Which side?", 1.0), WholeMessage(0, Role.ASSISTANT, answer, 2.0))
    return WholeConversation(title, said, 1, day, day)


@pytest.fixture
def profile(tmp_path):
    made = Profile(tmp_path / "profile")
    made.create()
    return made


@pytest.fixture
def database(profile):
    with Database(profile.database, backups=profile.backups) as opened:
        yield opened


@pytest.fixture
def bridge(qapp, profile, database):
    fonts.load()
    made = TransferBridge(profile, database, pdf_of)
    yield made
    made.close()


@pytest.fixture
def chats(database):
    ids = [add_whole(database, talk(title, day=day), is_dated=False) for day, title in enumerate(("Boats", "Winds"), 1)]
    settle_order(database)
    return ids


def outcome(qtbot, bridge, call):
    """Return what comes of a call, which is one signal."""
    came = []
    for signal in (bridge.exported, bridge.backed_up, bridge.imported, bridge.failed):
        signal.connect(came.append)
    call()
    qtbot.waitUntil(lambda: bool(came), timeout=30_000)
    qtbot.wait(20)
    for signal in (bridge.exported, bridge.backed_up, bridge.imported, bridge.failed):
        signal.disconnect(came.append)
    assert len(came) == 1
    return came[0]


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        (ExportFormat.MARKDOWN, b"# Boats"),
        (ExportFormat.HTML, b"<!DOCTYPE html>"),
        (ExportFormat.JSON, b"{"),
        (ExportFormat.JSONL, b"{"),
        (ExportFormat.PDF, b"%PDF-"),
    ],
)
def test_one_chat_becomes_a_file_of_every_format(qtbot, bridge, chats, tmp_path, form, beginning):
    target = tmp_path / f"boats.{form.value}"
    made = outcome(qtbot, bridge, lambda: bridge.export(ExportWish((chats[0],), target, form)))
    assert (made.files, made.n_conversations) == ((target,), 1)
    assert target.read_bytes().startswith(beginning)


@pytest.mark.parametrize("form", [ExportFormat.HTML, ExportFormat.PDF])
def test_all_chats_become_a_folder_of_files_and_nothing_in_it_is_replaced(qtbot, bridge, chats, tmp_path, form):
    folder = tmp_path / "chats"
    made = outcome(qtbot, bridge, lambda: bridge.export(ExportWish(None, folder, form)))
    assert {path.name for path in made.files} == {f"Boats.{form.value}", f"Winds.{form.value}"}
    assert {path.name for path in folder.iterdir()} == {path.name for path in made.files}
    again = outcome(qtbot, bridge, lambda: bridge.export(ExportWish(None, folder, form)))
    assert isinstance(again, TargetExists)


def test_all_chats_fit_in_one_file_that_comes_back(qtbot, bridge, database, chats, tmp_path):
    target = tmp_path / "all.json"
    outcome(qtbot, bridge, lambda: bridge.export(ExportWish(None, target, ExportFormat.JSON)))
    came = outcome(qtbot, bridge, lambda: bridge.import_files([target]))
    assert (came.n_added, came.n_there) == (0, 2)
    assert len(json.loads(target.read_bytes())["conversations"]) == 2


def test_nothing_is_written_among_the_files_of_the_profile(qtbot, bridge, profile, chats):
    inside = profile.backups / "mine.json"
    wish = ExportWish(None, inside, ExportFormat.JSON, may_replace=True)
    assert isinstance(outcome(qtbot, bridge, lambda: bridge.export(wish)), NotMade)
    failed = outcome(qtbot, bridge, lambda: bridge.back_up(profile.database, may_replace=True))
    assert isinstance(failed, NotMade)
    assert not inside.exists()


def test_a_chat_that_is_gone_is_said(qtbot, bridge, chats, tmp_path):
    wish = ExportWish((ConversationId(999),), tmp_path / "a.md", ExportFormat.MARKDOWN)
    assert isinstance(outcome(qtbot, bridge, lambda: bridge.export(wish)), NothingToTake)


def test_a_backup_holds_the_chats(qtbot, bridge, chats, tmp_path):
    target = tmp_path / "all.zip"
    made = outcome(qtbot, bridge, lambda: bridge.back_up(target, may_replace=False))
    assert (made.files, made.n_conversations) == ((target,), 2)
    assert "chats.db" in zipfile.ZipFile(target).namelist()


def lines(*talks):
    return "".join(json.dumps({"messages": [{"role": "user", "content": text}]}) + "\n" for text in talks)


def test_files_are_imported_together_and_the_bad_one_is_named(qtbot, bridge, database, tmp_path):
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.json"
    good.write_text(lines("one", "two"), encoding="utf-8")
    bad.write_text("[", encoding="utf-8")
    came = outcome(qtbot, bridge, lambda: bridge.import_files([bad, good]))
    assert came.n_added == 2
    assert len(came.errors) == 1
    assert isinstance(came.errors[0], ImportUnreadable)
    assert len(Conversations(database).all()) == 2


def test_an_import_is_stopped_between_two_chats_and_keeps_what_it_added(qtbot, bridge, database, tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*map(str, range(20_000))), encoding="utf-8")
    bridge.progressed.connect(lambda at: at.n_done and bridge.cancel_import())
    came = outcome(qtbot, bridge, lambda: bridge.import_files([file]))
    assert came.is_stopped
    assert 0 < came.n_added < 20_000
    assert len(Conversations(database).all()) == came.n_added


def test_the_end_stops_every_import_that_has_not_ended(qtbot, bridge, database, tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*map(str, range(20_000))), encoding="utf-8")
    with qtbot.waitSignal(bridge.progressed, timeout=30_000):
        for _ in range(2):
            bridge.import_files([file])
    bridge.close()
    assert len(Conversations(database).all()) < 20_000


def test_a_long_chat_is_a_pdf_of_several_pages_with_its_title(qapp):
    fonts.load()
    short = pdf_of(talk("Boats"))
    long = pdf_of(talk("Boats", "\n\n".join(f"Line **{n}**\n\n```python\nside = {n}\n```" for n in range(150))))
    assert short.count(PDF_PAGE) == 1
    assert long.count(PDF_PAGE) > 5
    assert "Boats".encode("utf-16-be") in short
    assert short.rstrip().endswith(b"%%EOF")


def test_a_picture_in_a_chat_is_not_loaded_for_the_pdf(qapp, tmp_path):
    fonts.load()
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG")
    assert b"/Subtype /Image" not in pdf_of(talk("Boats", f"![a]({picture}) <img src='{picture}'>"))
