# SPDX-License-Identifier: Apache-2.0
"""Where parts of the chat meet: versions and finding, answers under way and other chats, queues and files, the bin and Undo."""

import pytest

from leeward.domain.attachment import Attachment
from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.errors import EngineStopped
from leeward.domain.generation import FinishReason, Role
from leeward.ui.chat.actions import MessageAction

NOW_S = 1_800_000_000.0
SLOW_S = 0.4


@pytest.fixture
def open_chat(make_rig, qtbot):
    """Return a function that opens a chat whose answers are these, the first one shown."""

    def make(*answers, status=MessageStatus.COMPLETE, **options):
        rig = make_rig(chats=("Other",), **options)
        chat = rig.store.create(NOW_S).id
        asked = rig.store.add_message(chat, None, Role.USER, "Q", NOW_S)
        replies = []
        for text in answers:
            reply = rig.store.begin_reply(chat, asked.id, NOW_S)
            rig.store.finish_reply(reply.id, status, text, "", ReplyDetails(FinishReason.CANCELLED))
            replies.append(reply.id)
        rig.store.set_leaf(chat, replies[0])
        show(rig, qtbot, chat)
        return rig, chat, replies

    return make


def show(rig, qtbot, chat):
    with qtbot.waitSignal(rig.window.page.conversation_shown):
        rig.window.page.open(chat)


def send(rig, qtbot, text):
    with qtbot.waitSignal(rig.parts.generation.reply_started):
        rig.window.page.composer.set_text(text)
        rig.window.page.composer.send()


def ended(rig, qtbot):
    qtbot.waitUntil(lambda: not rig.window.page.is_answering, timeout=10_000)


def test_finding_begins_anew_when_another_version_is_shown(open_chat, qtbot):
    rig, _chat, (first, _) = open_chat("alpha needle beta needle", "completely other words in this answer")
    page = rig.window.page
    page.find_in_chat()
    page.reading.bar.field.setText("needle")
    qtbot.waitUntil(lambda: page.chat.finder.n_hits == 2)
    with qtbot.waitSignal(page.conversation_shown):
        page.message_actions.do(first, MessageAction.NEXT)
    qtbot.waitUntil(lambda: page.reading.bar.count.text() == "No match")
    assert page.chat.finder.n_hits == 0


def test_a_search_under_way_outlives_that_the_branch_becomes_shorter(make_rig, qtbot):
    rig = make_rig()
    chat = rig.store.create(NOW_S).id
    parent = None
    for number in range(400):
        parent = rig.store.add_message(chat, parent, Role.USER, f"{number} needle", NOW_S).id
    show(rig, qtbot, chat)
    page = rig.window.page
    page.find_in_chat()
    page.reading.bar.field.setText("needle")
    finder = page.chat.finder
    finder.find("needle")  # begins, and goes on when the window has nothing else to do
    page.chat.replace_messages(page.messages[:2])
    qtbot.waitUntil(lambda: page.reading.bar.count.text() == "1 of 2")
    assert finder.n_hits == 2


def test_an_answer_that_is_gone_on_with_is_there_once_after_a_look_at_another_chat(open_chat, qtbot):
    rig, chat, [reply] = open_chat(
        "cut text", status=MessageStatus.INTERRUPTED, scripts=[(" and", " more")], interval_s=SLOW_S
    )
    page = rig.window.page
    before = list(page.messages)
    with qtbot.waitSignal(rig.parts.generation.reply_started):
        page.message_actions.do(reply, MessageAction.CONTINUE)
    show(rig, qtbot, next(each.id for each in rig.store.all() if each.id != chat))
    show(rig, qtbot, chat)
    qtbot.waitUntil(lambda: "cut text" in page.chat.plain_text())
    page._show_branch(chat, before)  # what storage has until the first new word, which may take minutes
    assert page.chat.plain_text().count("cut text") == 1
    ended(rig, qtbot)
    assert [each.content for each in page.messages] == ["Q", "cut text and more"]


def test_a_deletion_is_taken_back_when_the_answer_is_there_and_not_under_it(open_chat, qtbot):
    rig, chat, [reply] = open_chat("first", scripts=[("new ", "answer")], interval_s=SLOW_S)
    page, snackbar = rig.window.page, rig.window.snackbar
    with qtbot.waitSignal(page.conversation_shown):
        page.message_actions.do(reply, MessageAction.DELETE)
    send(rig, qtbot, "second")
    snackbar.button.click()
    assert snackbar.isVisible(), "it is offered again"
    ended(rig, qtbot)
    assert [each.content for each in page.messages] == [each.content for each in rig.store.branch(chat)]
    with qtbot.waitSignal(page.conversation_shown):
        snackbar.button.click()
    assert [each.content for each in rig.store.branch(chat)] == ["Q", "first"]


def test_a_file_in_the_composer_stays_a_file_when_what_waits_comes_back(open_chat, qtbot):
    rig, _chat, _replies = open_chat("first", scripts=[("new ", EngineStopped())], interval_s=SLOW_S)
    composer = rig.window.page.composer
    send(rig, qtbot, "second")
    composer.set_text("waits")
    composer.send()
    composer.attach(Attachment("a.txt", "FILE TEXT"))
    composer.set_typed("look at it")
    ended(rig, qtbot)
    qtbot.waitUntil(lambda: composer.field.toPlainText() == "waits\n\nlook at it")
    assert [each.name for each in composer.attachments] == ["a.txt"]


def test_an_answer_to_nobody_cannot_be_made_again(open_chat, qtbot):
    rig, chat, [reply] = open_chat("first")
    page = rig.window.page
    with qtbot.waitSignal(page.conversation_shown):
        page.message_actions.do(reply, MessageAction.DELETE)
    binned = rig.store.all(deleted=True)[0].id
    rig.store.restore(binned)
    show(rig, qtbot, binned)
    [lone] = page.messages
    assert not page.message_actions.can(MessageAction.AGAIN, lone)
    page.message_actions.do(lone.id, MessageAction.AGAIN)
    assert rig.store.get(binned).leaf_id == lone.id
    assert chat != binned


def test_undo_is_not_offered_for_what_was_deleted_for_good(open_chat, qtbot):
    rig, _chat, [reply] = open_chat("first")
    page = rig.window.page
    with qtbot.waitSignal(page.conversation_shown):
        page.message_actions.do(reply, MessageAction.DELETE)
    assert rig.window.snackbar.isVisible()
    with qtbot.waitSignal(rig.parts.organise.purged):
        rig.parts.organise.purge([each.id for each in rig.store.all(deleted=True)])
    assert not rig.window.snackbar.isVisible()
