# SPDX-License-Identifier: Apache-2.0
"""Chats into files and out of them, and backups: the file dialogs, and what came of it as a message of the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from leeward.bridge.transfer import Exported, ExportWish, Imported, ImportProgress, TransferBridge
from leeward.chat.transfer import found
from leeward.chat.transfer.exporting import ExportFormat, file_names
from leeward.domain.conversation import is_temporary
from leeward.domain.errors import AppError
from leeward.domain.ids import ConversationId
from leeward.error_text import ErrorText, Remedy, describe
from leeward.i18n import mark, plural, tr
from leeward.storage.backup_file import backup_made_at_s
from leeward.ui.banner import Notice
from leeward.ui.small_dialogs import ConfirmDialog

if TYPE_CHECKING:
    from leeward.ui.chat_page import ChatPage

_ONE = {
    mark("Markdown (*.md)"): ExportFormat.MARKDOWN,
    mark("Web page (*.html)"): ExportFormat.HTML,
    mark("PDF (*.pdf)"): ExportFormat.PDF,
    mark("JSON that can be imported again (*.json)"): ExportFormat.JSON,
    mark("JSON Lines (*.jsonl)"): ExportFormat.JSONL,
}
_ALL = {words: form for words, form in _ONE.items() if form.holds_many}
_IMPORTED = "Chats (*.json *.jsonl *.zip);;All files (*)"
_TOPIC = "transfer"


class Transfer(QObject):
    """Made when it is used first.

    Signals:
        restore_wanted(Path)   the backup
    """

    restore_wanted = Signal(object)

    def __init__(
        self,
        bridge: TransferBridge,
        page: "ChatPage",
        title_of: Callable[[ConversationId], str],
        refresh: Callable[[], None],
        window: QWidget,
    ) -> None:
        """`title_of`: a chat's. `refresh`: read the folders and the list of chats again."""
        super().__init__(window)
        self._bridge = bridge
        self._page = page
        self._title_of = title_of
        self._refresh = refresh
        self._window = window
        bridge.exported.connect(self._on_exported)
        bridge.backed_up.connect(self._on_backed_up)
        bridge.progressed.connect(self._on_progressed)
        bridge.imported.connect(self._on_imported)
        bridge.failed.connect(self._on_failed)

    def export(self, conversation_id: ConversationId | None) -> None:
        """Ask for a file, and write this chat into it."""
        if conversation_id is None or is_temporary(conversation_id):
            self._tell(tr("There is no chat here that could be exported."), tr("Open one that is kept first."))
            return
        name = file_names([self._title_of(conversation_id)], ExportFormat.MARKDOWN)[0]
        self._export((conversation_id,), tr("Export this chat"), name, _ONE)

    def export_all(self) -> None:
        """Ask for a file, and write all chats into it."""
        self._export(None, tr("Export all chats"), "chats.json", _ALL)

    def import_chats(self) -> None:
        """Ask for files, and add the chats in them."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, tr("Import chats"), str(Path.home()), tr(_IMPORTED))
        if chosen:
            self._bridge.import_files([Path(each) for each in chosen])

    def back_up(self) -> None:
        """Ask for a file, and write all that is the user's own into it."""
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, tr("Back up everything"), str(Path.home() / "leeward-backup.zip"), tr("Backups (*.zip)")
        )
        if chosen:
            target = Path(chosen)
            is_named = target.suffix.lower() == ".zip"
            self._bridge.back_up(target if is_named else target.with_name(f"{target.name}.zip"), may_replace=is_named)

    def restore(self) -> None:
        """Ask for a backup, and whether it is to take the place of all that is here: `restore_wanted` follows."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, tr("Restore a backup"), str(Path.home()), tr("Backups (*.zip)")
        )
        if not chosen:
            return
        backup = Path(chosen)
        try:
            made_at = QDateTime.fromSecsSinceEpoch(int(backup_made_at_s(backup)))
        except AppError as error:
            self._on_failed(error)
            return
        question = tr(
            "Go back to the backup of {date}? The chats, settings and personas that are here now are kept in a folder "
            "beside, and Leeward starts again with those of the backup.",
            date=QLocale().toString(made_at, QLocale.FormatType.LongFormat),
        )
        dialog = ConfirmDialog(question, tr("Restore"), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.restore_wanted.emit(backup))
        dialog.open()

    def _export(
        self,
        conversation_ids: tuple[ConversationId, ...] | None,
        caption: str,
        name: str,
        kinds: dict[str, ExportFormat],
    ) -> None:
        kinds = {tr(words): form for words, form in kinds.items()}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, caption, str(Path.home() / name), ";;".join(kinds), next(iter(kinds))
        )
        if not chosen:
            return
        target, form = Path(chosen), kinds.get(kind, next(iter(kinds.values())))
        # The dialog has asked about replacing what was typed, and about nothing else.
        is_named = target.suffix.lower() == f".{form.value}"
        target = target if is_named else target.with_name(f"{target.name}.{form.value}")
        self._bridge.export(ExportWish(conversation_ids, target, form, may_replace=is_named))

    def _tell(self, sentence: str, next_step: str) -> None:
        notice = Notice(ErrorText(sentence, next_step, Remedy.WAIT), _TOPIC, None, is_serious=False)
        self._page.banner.replace_topic(notice)

    @Slot(object)
    def _on_exported(self, made: Exported) -> None:
        self._tell(
            plural("{n:,} chat exported.", "{n:,} chats exported.", made.n_conversations),
            tr("The file is {path}.", path=made.files[0]),
        )

    @Slot(object)
    def _on_backed_up(self, made: Exported) -> None:
        self._tell(
            plural(
                "{n:,} chat and the settings are backed up.",
                "{n:,} chats and the settings are backed up.",
                made.n_conversations,
            ),
            tr("The file is {path}. “Restore a backup” brings it back.", path=made.files[0]),
        )

    @Slot(object)
    def _on_progressed(self, progress: ImportProgress) -> None:
        text = ErrorText(
            tr(
                "Importing {file}: {n:,} of {n_all:,} chats.",
                file=progress.name,
                n=progress.n_done,
                n_all=progress.n_all,
            ),
            tr("You can go on. What was imported stays when you stop it."),
            Remedy.STOP,
        )
        self._page.banner.replace_topic(Notice(text, _TOPIC, text.remedy, is_serious=False))

    def stop(self) -> None:
        """Stop imports before their next chat."""
        self._bridge.cancel_import()

    @Slot(object)
    def _on_imported(self, done: Imported) -> None:
        self._refresh()
        came = ", ".join(tr("{n:,} from {program}", n=n, program=program) for program, n in done.programs)
        said = plural("{n:,} chat imported.", "{n:,} chats imported.", done.n_added)
        if came:
            said = plural(
                "{n:,} chat imported: {programs}.", "{n:,} chats imported: {programs}.", done.n_added, programs=came
            )
        self._tell(tr("Stopped: {sentence}", sentence=said) if done.is_stopped else said, _left_out(done))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._page.banner.take_back(_TOPIC)
        self._page.show_error(error, _TOPIC)


def _left_out(done: Imported) -> str:
    """Say what was not taken in, and why."""
    parts = [
        plural("{n:,} chat there already", "{n:,} chats there already", done.n_there) if done.n_there else "",
        plural("{n:,} chat without a message", "{n:,} chats without a message", done.n_empty) if done.n_empty else "",
        *(_omitted(n, what) for what, n in done.omitted if n),
    ]
    told = [tr("Left out: {parts}.", parts=", ".join(each for each in parts if each))] if any(parts) else []
    told += [f"{refusal.where}: {tr(refusal.reason)}." for refusal in done.refusals[:1]]
    if done.n_refused > 1:
        told.append(tr("{n:,} more cannot be used either.", n=done.n_refused - 1))
    told += [_sentence(error) for error in done.errors[:1]]
    return " ".join(told) or tr("They stand in the list by their date.")


def _sentence(error: AppError) -> str:
    text = describe(error)
    return f"{text.sentence} {text.next_step}"


def _omitted(n: int, what: str) -> str:
    """Return how many parts of a kind were left out of messages."""
    match what:
        case found.PICTURE:
            return plural("{n:,} picture", "{n:,} pictures", n)
        case found.SOUND:
            return plural("{n:,} sound or video", "{n:,} sounds or videos", n)
        case found.ATTACHMENT:
            return plural("{n:,} attached file", "{n:,} attached files", n)
        case found.TOOL_STEP:
            return plural("{n:,} step of a tool", "{n:,} steps of tools", n)
        case found.INSTRUCTIONS:
            return plural("{n:,} note about the user", "{n:,} notes about the user", n)
        case _:
            return plural("{n:,} part of an unknown kind", "{n:,} parts of an unknown kind", n)
