# SPDX-License-Identifier: Apache-2.0
"""What is kept on disk of single chats, in their menus and in the settings."""

import pytest

from leeward.domain.ids import ConversationId
from leeward.domain.kv import conversation_of, kv_file_name, kv_name
from leeward.storage.profile import Profile


@pytest.fixture
def made(make_rig):
    return make_rig(chats=("One", "Two"))


def chat_named(made, title):
    return next(each for each in made.store.all() if each.title == title)


def keep(made, chat, n_bytes, model="0123"):
    folder = Profile(made.folder).kv
    folder.mkdir(exist_ok=True)
    path = folder / kv_file_name(kv_name(chat.id), model)
    path.write_bytes(b"." * n_bytes)
    return path


def kept_action(made, chat, qtbot):
    view = made.window.sidebar.view
    with qtbot.waitSignal(made.parts.kept.measured):
        menu = view.menu_of(made.window.sidebar.model.index_of(chat.id))
    return next(each for each in menu.actions() if "read" in each.text())


def test_the_menu_of_a_chat_says_what_is_kept_of_it_and_deletes_that_alone(made, qtbot):
    one, two = chat_named(made, "One"), chat_named(made, "Two")
    files = [keep(made, one, 3_000_000), keep(made, one, 1_000_000, "4567")]
    other = keep(made, two, 5)
    action = kept_action(made, one, qtbot)
    assert (action.text(), action.isEnabled()) == ("Forget what was read (4 MB on disk)", True)
    with qtbot.waitSignal(made.parts.kept.measured):
        action.trigger()
    assert not any(file.exists() for file in files)
    assert other.exists()
    assert (action.text(), action.isEnabled()) == ("Nothing that was read is kept on disk", False)
    assert made.engine.forgotten == [kv_name(one.id)]
    assert made.store.all()[-1].title == "One", "the chat stays"


def test_a_temporary_chat_has_nothing_to_forget(made, qtbot):
    with qtbot.waitSignal(made.window.page.conversation_changed):
        made.window.new_temporary_chat()
    with qtbot.waitSignal(made.parts.generation.reply_finished):
        made.window.page.send("Hello?")
    qtbot.waitUntil(lambda: made.window.sidebar.model.index_of(made.window.page.current).isValid())
    index = made.window.sidebar.model.index_of(made.window.page.current)
    assert not any("read" in each.text() for each in made.window.sidebar.view.menu_of(index).actions())


def test_the_settings_name_the_chat_of_which_most_is_kept(made, qtbot):
    for title, n_bytes in (("One", 2_000_000), ("Two", 7_000_000)):
        keep(made, chat_named(made, title), n_bytes)
    with qtbot.waitSignal(made.parts.kept.measured):
        made.window.dialogs.open_settings()
    row = made.window.dialogs.settings.kept_row
    assert row.remark.text() == "Of 2 chats: 9 MB. Most of “Two”: 7 MB."
    with qtbot.waitSignal(made.parts.kept.measured):
        row.delete.click()
    assert row.remark.text() == "Nothing is kept."
    assert not row.delete.isEnabled()


def test_a_name_leads_back_to_its_chat():
    assert conversation_of(kv_name(ConversationId(12))) == ConversationId(12)
    assert [conversation_of(name) for name in ("", "chat-", "chat-x", "other-12", "chat-²")] == [None] * 5
