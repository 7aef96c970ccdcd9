# SPDX-License-Identifier: Apache-2.0
"""Sentences for people: what went wrong, what to do next, and which button does it. The window and the terminal read this."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from leeward.domain import errors
from leeward.domain.memory import Step, StepKind
from leeward.i18n import mark, plural, tr


class Remedy(enum.Enum):
    """What a button beside the sentence can do about it."""

    RELOAD_MODEL = mark("Load again")
    CHOOSE_MODEL = mark("Choose a model")
    CHANGE_SETTINGS = mark("Open settings")
    NEW_CHAT = mark("New chat")
    COPY_TEXT = mark("Copy the text")
    TRY_AGAIN = mark("Try again")
    LOAD_ANYWAY = mark("Load anyway")
    OPEN_PROFILE = mark("Open the folder")
    SHOW_REPORTS = mark("Show the report")
    RESTART_ENGINE = mark("Start again now")
    STOP = mark("Stop")
    WAIT = mark("Understood")


@dataclass(frozen=True, slots=True)
class ErrorText:
    """Plain text, never markup: it may hold file names.

    Attributes:
        sentence: What happened, and what is safe.
        next_step: What the user does about it, as a sentence.
        remedy: What a button can do; its value is the label.
    """

    sentence: str
    next_step: str
    remedy: Remedy


def describe(error: BaseException) -> ErrorText:
    """Return the sentences for `error`. Never fails: an error that is not an AppError is a fault of the program."""
    for kind in type(error).__mro__:
        if kind in _TEXTS:
            return _TEXTS[kind](error)
    return ErrorText(
        tr("Something in Leeward went wrong ({name}). Your chats are saved.", name=type(error).__name__),
        tr("Try again; if it happens again, the report in the logs folder says where."),
        Remedy.SHOW_REPORTS,
    )


def has_text(kind: type[errors.AppError]) -> bool:
    """Say whether exactly this class has a text of its own."""
    return kind in _TEXTS


def describe_step(step: Step) -> str:
    """Return what is tried next with a model that did not load, as a sentence."""
    match step.kind:
        case StepKind.CONTEXT:
            return tr("It is loaded again with a context of {amount:,} tokens.", amount=step.amount)
        case StepKind.GPU_LAYERS:
            return plural(
                "It is loaded again with {n} layer on the graphics card.",
                "It is loaded again with {n} layers on the graphics card.",
                step.amount,
            )
        case StepKind.CPU_ONLY:
            return tr("It is loaded again without the graphics card.")


def _engine_stopped(error: errors.EngineStopped) -> ErrorText:
    if error.is_out_of_memory:
        return ErrorText(
            tr("The engine ran out of memory and stopped. Your text is safe."),
            tr("Choose a smaller context length or a smaller model."),
            Remedy.CHANGE_SETTINGS,
        )
    return ErrorText(
        tr("The engine stopped. Your text is safe."),
        tr("It starts again by itself; then try again."),
        Remedy.TRY_AGAIN,
    )


def _engine_hung(error: errors.EngineHung) -> ErrorText:
    return ErrorText(
        tr(
            "The engine did not answer for {silent_s:.0f} seconds and was ended. Your text is safe.",
            silent_s=error.silent_s,
        ),
        tr("It starts again by itself; then try again."),
        Remedy.TRY_AGAIN,
    )


def _engine_crash_loop(error: errors.EngineCrashLoop) -> ErrorText:
    return ErrorText(
        tr(
            "The engine stopped {n} times within {window_s} and is not started again by itself.",
            n=error.n_deaths,
            window_s=_minutes(error.window_s),
        ),
        tr("Load the model again, or choose a smaller one; your text is safe."),
        Remedy.CHOOSE_MODEL,
    )


def _engine_ended(_error: errors.EngineEnded) -> ErrorText:
    return ErrorText(
        tr("The engine was started again. What it had said is kept."),
        tr("When the model is back, try again."),
        Remedy.TRY_AGAIN,
    )


def _device_not_found(error: errors.DeviceNotFound) -> ErrorText:
    found = ", ".join(error.found) or tr("none")
    return ErrorText(
        tr("There is no device {name} to compute on (there is: {found}).", name=error.name, found=found),
        tr("Choose one of these, or leave the choice to the engine; leeward doctor says what is missing."),
        Remedy.CHANGE_SETTINGS,
    )


def _rpc_unavailable(error: errors.RpcUnavailable) -> ErrorText:
    if not error.is_in_build:
        return ErrorText(
            tr("The engine was built without RPC, so {server} was not contacted.", server=error.server),
            tr('LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup builds it with RPC.'),
            Remedy.CHANGE_SETTINGS,
        )
    return ErrorText(
        tr("The RPC server {server} cannot be used: {reason}.", server=error.server, reason=_reason(error)),
        tr("Start llama.cpp's rpc-server there, of the same version as the engine here, and check address and port."),
        Remedy.RELOAD_MODEL,
    )


def _model_not_found(error: errors.ModelNotFound) -> ErrorText:
    return ErrorText(
        tr("The model file {path} is not there any more.", path=error.path.name),
        tr("Connect the drive it was on, or choose another model."),
        Remedy.CHOOSE_MODEL,
    )


def _model_unreadable(error: errors.ModelUnreadable) -> ErrorText:
    reason = f": {_reason(error)}" if error.reason else ""
    return ErrorText(
        tr("{path} is not a model that can be loaded{reason}.", path=error.path.name, reason=reason),
        tr("Download the file again, or choose another model."),
        Remedy.CHOOSE_MODEL,
    )


def _model_too_large(error: errors.ModelTooLarge) -> ErrorText:
    if error.needed_bytes and error.available_bytes:
        return ErrorText(
            tr(
                "{path} needs more memory than this computer has free: it needs {needed_bytes}, and "
                "{available_bytes} are free.",
                path=error.path.name,
                needed_bytes=_gb(error.needed_bytes),
                available_bytes=_gb(error.available_bytes),
            ),
            tr(
                "Choose a smaller context length or model, or close other programs. It can be tried all the same "
                "(--force)."
            ),
            Remedy.LOAD_ANYWAY,
        )
    return ErrorText(
        tr("{path} needs more memory than this computer has free.", path=error.path.name),
        tr("Choose a smaller context length, close other programs, or choose a smaller model."),
        Remedy.CHANGE_SETTINGS,
    )


def _adapter_unfit(error: errors.AdapterUnfit) -> ErrorText:
    if error.model is not None:
        return ErrorText(
            tr(
                "{model} was not loaded, because {path} cannot be used as an adapter for it: {reason}.",
                model=error.model.name,
                path=error.path.name,
                reason=_reason(error),
            ),
            tr(
                "Put the adapter back, choose one that was made from this model, or none: what is set for a "
                "model is changed on the Models page or with leeward models set MODEL adapters=FILE."
            ),
            Remedy.CHOOSE_MODEL,
        )
    return ErrorText(
        tr("{path} cannot be used as an adapter: {reason}.", path=error.path.name, reason=_reason(error)),
        tr("Choose an adapter that was made from this model, or ask without one."),
        Remedy.CHOOSE_MODEL,
    )


def _draft_unfit(error: errors.DraftUnfit) -> ErrorText:
    next_step = tr(
        "Choose a smaller model of the same family as the draft model, or none: on the Models page, or with leeward models "
        "set MODEL draft=FILE."
    )
    if error.model is None:
        sentence = tr("{path} cannot be used as a draft model: {reason}.", path=error.path.name, reason=_reason(error))
    else:
        sentence = tr(
            "{model} was not loaded, because {path} cannot be used as its draft model: {reason}.",
            model=error.model.name,
            path=error.path.name,
            reason=_reason(error),
        )
    return ErrorText(sentence, next_step, Remedy.CHOOSE_MODEL)


def _model_file_changed(error: errors.ModelFileChanged) -> ErrorText:
    return ErrorText(
        tr(
            "Model file changed: {path} was replaced, moved or cut while it was loaded. Your text is safe.",
            path=error.path.name,
        ),
        tr("Load it again, or choose another model."),
        Remedy.RELOAD_MODEL,
    )


def _model_not_ours(error: errors.ModelNotOurs) -> ErrorText:
    reason = f": {_reason(error)}" if error.reason else ""
    return ErrorText(
        tr("{path} is not deleted{reason}.", path=error.path.name, reason=reason),
        tr("Delete it where it came from, or with your file manager; it then leaves the list by itself."),
        Remedy.WAIT,
    )


def _pack_damaged(error: errors.PackDamaged) -> ErrorText:
    reason = f": {_reason(error)}" if error.reason else ""
    if error.is_new:
        return ErrorText(
            tr("The model pack was not made, because of {path}{reason}.", path=error.path.name, reason=reason),
            tr("Leave that model out, or download it again."),
            Remedy.TRY_AGAIN,
        )
    return ErrorText(
        tr(
            "{path} is not what a model pack should hold{reason}. Nothing of it was added to the models.",
            path=error.path.name,
            reason=reason,
        ),
        tr("Make the pack again on the computer it comes from."),
        Remedy.TRY_AGAIN,
    )


def _context_overflow(error: errors.ContextOverflow) -> ErrorText:
    return ErrorText(
        tr(
            "This chat has {n:,} tokens, and the model has room for {n_ctx:,}. Nothing was cut or sent.",
            n=error.n_prompt,
            n_ctx=error.n_ctx,
        ),
        tr("Start a new chat, shorten the message, or set a larger context length."),
        Remedy.NEW_CHAT,
    )


def _attachment_unreadable(error: errors.AttachmentUnreadable) -> ErrorText:
    reason = f": {_reason(error)}" if error.reason else ""
    return ErrorText(
        tr("{path} cannot be read{reason}. It was not attached.", path=error.path.name, reason=reason),
        tr("Check that the file is there and may be read, then attach it again."),
        Remedy.WAIT,
    )


def _attachment_too_large(error: errors.AttachmentTooLarge) -> ErrorText:
    limit, size = error.limit_bytes // 1024, -(-error.size_bytes // 1024)
    return ErrorText(
        tr(
            "{path} has {size:,} KB, and at most {limit:,} KB can be attached.",
            path=error.path.name,
            size=size,
            limit=limit,
        ),
        tr("Attach a part of it, or paste the lines that matter."),
        Remedy.WAIT,
    )


def _too_many_attachments(error: errors.TooManyAttachments) -> ErrorText:
    return ErrorText(
        tr("This message has {limit} files already.", limit=error.limit),
        tr("Send it, or remove one of them first."),
        Remedy.WAIT,
    )


def _not_text(error: errors.NotText) -> ErrorText:
    return ErrorText(
        tr("{path} is not a text file. It was not attached.", path=error.path.name),
        tr("Text and code can be attached; copy the text out of other documents and paste it."),
        Remedy.WAIT,
    )


def _request_too_large(error: errors.RequestTooLarge) -> ErrorText:
    return ErrorText(
        tr(
            "The text is {size_bytes} and at most {limit_bytes} can be sent at once.",
            size_bytes=_mb(error.size_bytes),
            limit_bytes=_mb(error.limit_bytes),
        ),
        tr("Shorten the message and send it again."),
        Remedy.COPY_TEXT,
    )


def _template_failed(error: errors.TemplateFailed) -> ErrorText:
    return ErrorText(
        tr("The chat template of this model cannot be used: {reason}.", reason=_reason(error)),
        tr("Choose another file of this model, or another model."),
        Remedy.CHOOSE_MODEL,
    )


def _grammar_invalid(error: errors.GrammarInvalid) -> ErrorText:
    return ErrorText(
        tr("The grammar or JSON schema for the answer cannot be used: {reason}.", reason=_reason(error)),
        tr("Change the grammar or schema, or ask without it."),
        Remedy.COPY_TEXT,
    )


def _persona_not_found(error: errors.PersonaNotFound) -> ErrorText:
    found = ", ".join(map(str, error.found)) or tr("none")
    return ErrorText(
        tr("There is no persona {name} (there is: {found}).", name=error.name, found=found),
        tr("Choose one of these, or add one from a file: leeward personas add FILE."),
        Remedy.TRY_AGAIN,
    )


def _persona_unreadable(error: errors.PersonaUnreadable) -> ErrorText:
    return ErrorText(
        tr("{path} is no persona that can be used: {reason}.", path=error.path.name, reason=_reason(error)),
        tr("Correct the file, or ask whoever made it for another one."),
        Remedy.TRY_AGAIN,
    )


def _target_exists(error: errors.TargetExists) -> ErrorText:
    return ErrorText(
        tr("There is a file {path} already. It was not touched.", path=error.path.name),
        tr("Choose another name, or allow it to be replaced (--overwrite)."),
        Remedy.TRY_AGAIN,
    )


def _not_made(error: errors.NotMade) -> ErrorText:
    return ErrorText(
        tr(
            "{path} was not made: {reason}. The files it was to be made of are untouched.",
            path=error.path.name,
            reason=_reason(error),
        ),
        tr("Mend that or choose another place, then try again."),
        Remedy.TRY_AGAIN,
    )


def _text_too_long(error: errors.TextTooLong) -> ErrorText:
    return ErrorText(
        tr(
            "A text has {n:,} tokens, and this model reads at most {limit_tokens:,} at once. Nothing was cut.",
            n=error.n_tokens,
            limit_tokens=error.limit_tokens,
        ),
        tr("Split the text into shorter ones, or choose a model that reads longer ones."),
        Remedy.COPY_TEXT,
    )


def _model_unsuited(error: errors.ModelUnsuited) -> ErrorText:
    return ErrorText(
        tr("This model cannot do that: {reason}.", reason=_reason(error)),
        tr("Choose a model that is made for it."),
        Remedy.CHOOSE_MODEL,
    )


def _import_unreadable(error: errors.ImportUnreadable) -> ErrorText:
    return ErrorText(
        tr("Nothing was imported from {path}: {reason}.", path=error.path.name, reason=_reason(error)),
        tr("Choose an export of Leeward, ChatGPT, LM Studio, Jan or Open WebUI, or JSON Lines with messages."),
        Remedy.TRY_AGAIN,
    )


def _conversation_unknown(error: errors.ConversationUnknown) -> ErrorText:
    if error.found:
        return ErrorText(
            tr(
                "Several conversations are called {wanted}: {found}.", wanted=error.wanted, found=", ".join(error.found)
            ),
            tr("Give the number of one of them."),
            Remedy.TRY_AGAIN,
        )
    return ErrorText(
        tr("There is no conversation {wanted}.", wanted=error.wanted),
        tr("leeward export --list shows the conversations with their numbers."),
        Remedy.TRY_AGAIN,
    )


def _nothing_to_take(error: errors.NothingToTake) -> ErrorText:
    return ErrorText(
        tr("There are no conversations in the profile {path}.", path=error.path),
        tr("Choose the profile they are in (--profile)."),
        Remedy.OPEN_PROFILE,
    )


def _backup_unfit(error: errors.BackupUnfit) -> ErrorText:
    return ErrorText(
        tr(
            "{path} cannot be restored: {reason}. Nothing was changed.",
            path=error.path.name,
            reason=_reason(error),
        ),
        tr("Choose another backup, or copy this one again from where it was made."),
        Remedy.TRY_AGAIN,
    )


def _storage_full(error: errors.StorageFull) -> ErrorText:
    return ErrorText(
        tr("The disk is full: not saved. What you typed is still here."),
        tr("Free space on the drive of {path}, or copy the text. Saving goes on by itself.", path=error.path.parent),
        Remedy.COPY_TEXT,
    )


def _storage_locked(error: errors.StorageLocked) -> ErrorText:
    return ErrorText(
        tr("Another program is using {path}: not saved yet.", path=error.path.name),
        tr("Close the other program. Saving goes on by itself."),
        Remedy.TRY_AGAIN,
    )


def _storage_corrupt(error: errors.StorageCorrupt) -> ErrorText:
    return ErrorText(
        tr(
            "The chat database is damaged. The file was kept as {path}; nothing of it was deleted.",
            path=error.path.name,
        ),
        tr("Restore a backup from the backups folder of the profile, or go on with an empty one."),
        Remedy.OPEN_PROFILE,
    )


def _storage_too_new(error: errors.StorageTooNew) -> ErrorText:
    return ErrorText(
        tr(
            "The chats were written by a newer Leeward (format {found_version}, this one knows "
            "{known_version}). The file was not touched.",
            found_version=error.found_version,
            known_version=error.known_version,
        ),
        tr("Install the newer version, or start with another profile folder (--profile)."),
        Remedy.OPEN_PROFILE,
    )


def _storage_read_only(error: errors.StorageReadOnly) -> ErrorText:
    return ErrorText(
        tr("The folder {path} cannot be written: nothing new is saved.", path=error.path),
        tr("Give yourself the right to write there, or start with another profile folder (--profile)."),
        Remedy.OPEN_PROFILE,
    )


def _settings_unreadable(error: errors.SettingsUnreadable) -> ErrorText:
    return ErrorText(
        tr(
            "The settings file {path} could not be read, so the defaults are used. The old file was kept.",
            path=error.path.name,
        ),
        tr("Check the settings."),
        Remedy.CHANGE_SETTINGS,
    )


def _profile_in_use(error: errors.ProfileInUse) -> ErrorText:
    return ErrorText(
        tr("Leeward is already running with the profile {path}.", path=error.path),
        tr("Use the window that is open or close it, or start with another profile folder (--profile)."),
        Remedy.TRY_AGAIN,
    )


def _file_too_large(error: errors.FileTooLarge) -> ErrorText:
    return ErrorText(
        tr(
            "The drive of {path} cannot hold a file as large as {file}: its file system or a limit of the "
            "system does not allow it.",
            path=error.path.parent,
            file=error.path.name,
        ),
        tr("Choose a folder on another drive. FAT32 holds files up to 4.3 GB; exFAT, NTFS and ext4 hold larger ones."),
        Remedy.TRY_AGAIN,
    )


def _file_in_the_way(error: errors.FileInTheWay) -> ErrorText:
    return ErrorText(
        tr(
            "There is another file {path} in {folder}. It was not touched.",
            path=error.path.name,
            folder=error.path.parent,
        ),
        tr("Move it away, or choose another folder."),
        Remedy.TRY_AGAIN,
    )


def _folder_away(error: errors.FolderAway) -> ErrorText:
    return ErrorText(
        tr("The folder {path} is not there.", path=error.path),
        tr("Connect the drive it is on, or choose another folder."),
        Remedy.TRY_AGAIN,
    )


def _offline(error: errors.Offline) -> ErrorText:
    return ErrorText(
        tr("No connection to {host}. A download goes on where it was.", host=error.host),
        tr("Check the network and the proxy setting, then try again."),
        Remedy.TRY_AGAIN,
    )


def _hub_refused(error: errors.HubRefused) -> ErrorText:
    return ErrorText(
        tr("The server does not give this file to you (status {status}).", status=error.status),
        tr("Accept the terms on {page} and set an access token (leeward models token).", page=error.page),
        Remedy.CHANGE_SETTINGS,
    )


def _hub_not_found(error: errors.HubNotFound) -> ErrorText:
    return ErrorText(
        tr("{wanted} was not found.", wanted=error.wanted), tr("Check the name, or search for it."), Remedy.CHOOSE_MODEL
    )


def _hub_busy(error: errors.HubBusy) -> ErrorText:
    wait = tr(" It asks to wait {wait_s:.0f} seconds.", wait_s=error.wait_s) if error.wait_s else ""
    return ErrorText(
        tr(
            "The server is busy (status {status}). A download goes on where it was.{wait}",
            status=error.status,
            wait=wait,
        ),
        tr("Try again later."),
        Remedy.TRY_AGAIN,
    )


def _unsafe_address(error: errors.UnsafeAddress) -> ErrorText:
    return ErrorText(
        tr("The download was sent on to an address that is not safe ({host}) and was stopped.", host=error.host),
        tr("Check the endpoint and proxy settings."),
        Remedy.CHANGE_SETTINGS,
    )


def _bad_network_setting(error: errors.BadNetworkSetting) -> ErrorText:
    return ErrorText(
        tr("The setting {name} cannot be used: {reason}.", name=error.name, reason=_reason(error)),
        tr("Correct it, or empty it."),
        Remedy.CHANGE_SETTINGS,
    )


def _already_fetching(error: errors.AlreadyFetching) -> ErrorText:
    return ErrorText(
        tr("{path} is being downloaded already.", path=error.path.name),
        tr("Wait until it is there, or stop the other download."),
        Remedy.WAIT,
    )


def _nothing_to_fetch(error: errors.NothingToFetch) -> ErrorText:
    return ErrorText(
        tr("Nothing of {repo} can be downloaded so: {reason}.", repo=error.repo, reason=_reason(error)),
        tr("Choose another file or another repository."),
        Remedy.CHOOSE_MODEL,
    )


def _transfer_damaged(error: errors.TransferDamaged) -> ErrorText:
    return ErrorText(
        tr(
            "{name} did not arrive as announced: {reason}. Nothing of it is used.",
            name=error.name,
            reason=_reason(error),
        ),
        tr("Try again later, or choose another file."),
        Remedy.TRY_AGAIN,
    )


def _no_room_for_download(error: errors.NoRoomForDownload) -> ErrorText:
    return ErrorText(
        tr(
            "The drive has too little room: {needed_bytes} are needed, {free_bytes} are free.",
            needed_bytes=_gb(error.needed_bytes),
            free_bytes=_gb(error.free_bytes),
        ),
        tr("Free some space, or choose another folder."),
        Remedy.TRY_AGAIN,
    )


def _reason(error: Any) -> str:
    """Return why, as part of a sentence. Reasons with facts in them are in English."""
    return tr(error.reason.rstrip("."))


def _fixed(sentence: str, next_step: str, remedy: Remedy) -> Callable[[Any], ErrorText]:
    return lambda _error: ErrorText(tr(sentence), tr(next_step), remedy)


_TEXTS: dict[type, Callable[[Any], ErrorText]] = {
    errors.EngineStopped: _engine_stopped,
    errors.EngineHung: _engine_hung,
    errors.EngineCrashLoop: _engine_crash_loop,
    errors.EngineEnded: _engine_ended,
    errors.DeviceNotFound: _device_not_found,
    errors.RpcUnavailable: _rpc_unavailable,
    errors.EngineNotReady: _fixed(
        mark("No model is loaded."), mark("Choose a model, then send again."), Remedy.CHOOSE_MODEL
    ),
    errors.ModelReplaced: _fixed(
        mark("A model was loaded while this one was at work."),
        mark("Start again when the model that you want is loaded: what is done is kept."),
        Remedy.TRY_AGAIN,
    ),
    errors.ModelNotFound: _model_not_found,
    errors.ModelUnreadable: _model_unreadable,
    errors.ModelTooLarge: _model_too_large,
    errors.AdapterUnfit: _adapter_unfit,
    errors.DraftUnfit: _draft_unfit,
    errors.ModelFileChanged: _model_file_changed,
    errors.ModelNotOurs: _model_not_ours,
    errors.PackDamaged: _pack_damaged,
    errors.AttachmentUnreadable: _attachment_unreadable,
    errors.AttachmentTooLarge: _attachment_too_large,
    errors.TooManyAttachments: _too_many_attachments,
    errors.NotText: _not_text,
    errors.ContextOverflow: _context_overflow,
    errors.RequestTooLarge: _request_too_large,
    errors.TemplateFailed: _template_failed,
    errors.GrammarInvalid: _grammar_invalid,
    errors.PersonaNotFound: _persona_not_found,
    errors.PersonaUnreadable: _persona_unreadable,
    errors.PersonaReady: lambda error: ErrorText(
        tr("The persona {name} came with Leeward and stays.", name=error.name),
        tr("Add one of your own under the same name to use that instead."),
        Remedy.WAIT,
    ),
    errors.TargetExists: _target_exists,
    errors.NotMade: _not_made,
    errors.TextTooLong: _text_too_long,
    errors.ModelUnsuited: _model_unsuited,
    errors.AsideRefused: lambda error: ErrorText(
        tr("This was not asked beside the conversation: {reason}.", reason=_reason(error)),
        tr("Ask it in a chat of its own."),
        Remedy.NEW_CHAT,
    ),
    errors.ToolsUnsupported: _fixed(
        mark("A tool call is required, and it is not known how this model calls tools."),
        mark("Choose a model with a chat template for tools, or do not require a call."),
        Remedy.CHOOSE_MODEL,
    ),
    errors.ImportUnreadable: _import_unreadable,
    errors.ConversationUnknown: _conversation_unknown,
    errors.NothingToTake: _nothing_to_take,
    errors.BackupUnfit: _backup_unfit,
    errors.StorageFull: _storage_full,
    errors.StorageLocked: _storage_locked,
    errors.StorageCorrupt: _storage_corrupt,
    errors.StorageTooNew: _storage_too_new,
    errors.StorageReadOnly: _storage_read_only,
    errors.SettingsUnreadable: _settings_unreadable,
    errors.ProfileInUse: _profile_in_use,
    errors.FileTooLarge: _file_too_large,
    errors.FileInTheWay: _file_in_the_way,
    errors.FolderAway: _folder_away,
    errors.Offline: _offline,
    errors.HubRefused: _hub_refused,
    errors.HubNotFound: _hub_not_found,
    errors.HubBusy: _hub_busy,
    errors.UnsafeAddress: _unsafe_address,
    errors.BadNetworkSetting: _bad_network_setting,
    errors.AlreadyFetching: _already_fetching,
    errors.NothingToFetch: _nothing_to_fetch,
    errors.TransferDamaged: _transfer_damaged,
    errors.NoRoomForDownload: _no_room_for_download,
    # Families, for a class that is newer than its text.
    errors.EngineError: _fixed(
        mark("The engine cannot answer. Your text is safe."), mark("Load the model again."), Remedy.RELOAD_MODEL
    ),
    errors.ModelError: _fixed(mark("This model cannot be used."), mark("Choose another model."), Remedy.CHOOSE_MODEL),
    errors.PromptError: _fixed(
        mark("The model cannot be asked this as it is."),
        mark("Change the message and send it again."),
        Remedy.COPY_TEXT,
    ),
    errors.PersonaError: _fixed(
        mark("The persona cannot be used."), mark("Choose another one, or correct its file."), Remedy.TRY_AGAIN
    ),
    errors.AttachmentError: _fixed(
        mark("The file was not attached."), mark("Paste the lines that matter into the message."), Remedy.WAIT
    ),
    errors.WorkshopError: _fixed(
        mark("The new file could not be made. The others are untouched."),
        mark("Try again in another place."),
        Remedy.TRY_AGAIN,
    ),
    errors.ExchangeError: _fixed(
        mark("This could not be taken in or out. Your chats are as they were."),
        mark("Try again with another file."),
        Remedy.TRY_AGAIN,
    ),
    errors.StorageError: _fixed(
        mark("Something could not be saved. What you typed is still here."),
        mark("Copy the text and try again."),
        Remedy.COPY_TEXT,
    ),
    errors.NetworkError: _fixed(mark("Something could not be fetched."), mark("Try again."), Remedy.TRY_AGAIN),
    errors.AppError: _fixed(mark("Something did not work. Your text is safe."), mark("Try again."), Remedy.TRY_AGAIN),
}


def _gb(size_bytes: int) -> str:
    return tr("{n:.1f} GB", n=size_bytes / 1e9)


def _mb(size_bytes: int) -> str:
    return tr("{n:.1f} MB", n=size_bytes / 1e6)


def _minutes(seconds: float) -> str:
    n_minutes = max(1, round(seconds / 60))
    return tr("a minute") if n_minutes == 1 else tr("{n} minutes", n=n_minutes)
