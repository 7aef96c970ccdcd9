# SPDX-License-Identifier: Apache-2.0
"""Sentences for people: what went wrong, what to do next, and which button does it. The window and the terminal read this."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from leeward.domain import errors
from leeward.domain.memory import Step, StepKind


class Remedy(enum.Enum):
    """What a button beside the sentence can do about it."""

    RELOAD_MODEL = "Load again"
    CHOOSE_MODEL = "Choose a model"
    CHANGE_SETTINGS = "Open settings"
    NEW_CHAT = "New chat"
    COPY_TEXT = "Copy the text"
    TRY_AGAIN = "Try again"
    LOAD_ANYWAY = "Load anyway"
    OPEN_PROFILE = "Open the folder"
    SHOW_REPORTS = "Show the report"
    RESTART_ENGINE = "Start again now"
    STOP = "Stop"
    WAIT = "Understood"


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
        f"Something in Leeward went wrong ({type(error).__name__}). Your chats are saved.",
        "Try again; if it happens again, the report in the logs folder says where.",
        Remedy.SHOW_REPORTS,
    )


def has_text(kind: type[errors.AppError]) -> bool:
    """Say whether exactly this class has a text of its own."""
    return kind in _TEXTS


def describe_step(step: Step) -> str:
    """Return what is tried next with a model that did not load, as a sentence."""
    match step.kind:
        case StepKind.CONTEXT:
            return f"It is loaded again with a context of {step.amount:,} tokens."
        case StepKind.GPU_LAYERS:
            layers = "layer" if step.amount == 1 else "layers"
            return f"It is loaded again with {step.amount} {layers} on the graphics card."
        case StepKind.CPU_ONLY:
            return "It is loaded again without the graphics card."


def _engine_stopped(error: errors.EngineStopped) -> ErrorText:
    if error.is_out_of_memory:
        return ErrorText(
            "The engine ran out of memory and stopped. Your text is safe.",
            "Choose a smaller context length or a smaller model.",
            Remedy.CHANGE_SETTINGS,
        )
    return ErrorText(
        "The engine stopped. Your text is safe.",
        "It starts again by itself; then try again.",
        Remedy.TRY_AGAIN,
    )


def _engine_hung(error: errors.EngineHung) -> ErrorText:
    return ErrorText(
        f"The engine did not answer for {error.silent_s:.0f} seconds and was ended. Your text is safe.",
        "It starts again by itself; then try again.",
        Remedy.TRY_AGAIN,
    )


def _engine_crash_loop(error: errors.EngineCrashLoop) -> ErrorText:
    return ErrorText(
        f"The engine stopped {error.n_deaths} times within {_minutes(error.window_s)} and is not started again by itself.",
        "Load the model again, or choose a smaller one; your text is safe.",
        Remedy.CHOOSE_MODEL,
    )


def _engine_ended(_error: errors.EngineEnded) -> ErrorText:
    return ErrorText(
        "The engine was started again. What it had said is kept.",
        "When the model is back, try again.",
        Remedy.TRY_AGAIN,
    )


def _device_not_found(error: errors.DeviceNotFound) -> ErrorText:
    found = ", ".join(error.found) or "none"
    return ErrorText(
        f"There is no device {error.name} to compute on (there is: {found}).",
        "Choose one of these, or leave the choice to the engine; leeward doctor says what is missing.",
        Remedy.CHANGE_SETTINGS,
    )


def _rpc_unavailable(error: errors.RpcUnavailable) -> ErrorText:
    if not error.is_in_build:
        return ErrorText(
            f"The engine was built without RPC, so {error.server} was not contacted.",
            'LEEWARD_CMAKE_ARGS="-DGGML_RPC=on" make setup builds it with RPC.',
            Remedy.CHANGE_SETTINGS,
        )
    return ErrorText(
        f"The RPC server {error.server} cannot be used: {error.reason.rstrip('.')}.",
        "Start llama.cpp's rpc-server there, of the same version as the engine here, and check address and port.",
        Remedy.RELOAD_MODEL,
    )


def _model_not_found(error: errors.ModelNotFound) -> ErrorText:
    return ErrorText(
        f"The model file {error.path.name} is not there any more.",
        "Connect the drive it was on, or choose another model.",
        Remedy.CHOOSE_MODEL,
    )


def _model_unreadable(error: errors.ModelUnreadable) -> ErrorText:
    reason = f": {error.reason.rstrip('.')}" if error.reason else ""
    return ErrorText(
        f"{error.path.name} is not a model that can be loaded{reason}.",
        "Download the file again, or choose another model.",
        Remedy.CHOOSE_MODEL,
    )


def _model_too_large(error: errors.ModelTooLarge) -> ErrorText:
    if error.needed_bytes and error.available_bytes:
        return ErrorText(
            f"{error.path.name} needs more memory than this computer has free: it needs {_gb(error.needed_bytes)}, and "
            f"{_gb(error.available_bytes)} are free.",
            "Choose a smaller context length or model, or close other programs. It can be tried all the same (--force).",
            Remedy.LOAD_ANYWAY,
        )
    return ErrorText(
        f"{error.path.name} needs more memory than this computer has free.",
        "Choose a smaller context length, close other programs, or choose a smaller model.",
        Remedy.CHANGE_SETTINGS,
    )


def _adapter_unfit(error: errors.AdapterUnfit) -> ErrorText:
    if error.model is not None:
        return ErrorText(
            f"{error.model.name} was not loaded, because {error.path.name} cannot be used as an adapter for it: "
            f"{error.reason.rstrip('.')}.",
            "Put the adapter back, choose one that was made from this model, or none: what is set for a model is changed on the "
            "Models page or with leeward models set MODEL adapters=FILE.",
            Remedy.CHOOSE_MODEL,
        )
    return ErrorText(
        f"{error.path.name} cannot be used as an adapter: {error.reason.rstrip('.')}.",
        "Choose an adapter that was made from this model, or ask without one.",
        Remedy.CHOOSE_MODEL,
    )


def _model_file_changed(error: errors.ModelFileChanged) -> ErrorText:
    return ErrorText(
        f"Model file changed: {error.path.name} was replaced, moved or cut while it was loaded. Your text is safe.",
        "Load it again, or choose another model.",
        Remedy.RELOAD_MODEL,
    )


def _model_not_ours(error: errors.ModelNotOurs) -> ErrorText:
    reason = f": {error.reason.rstrip('.')}" if error.reason else ""
    return ErrorText(
        f"{error.path.name} is not deleted{reason}.",
        "Delete it where it came from, or with your file manager; it then leaves the list by itself.",
        Remedy.WAIT,
    )


def _pack_damaged(error: errors.PackDamaged) -> ErrorText:
    reason = f": {error.reason.rstrip('.')}" if error.reason else ""
    if error.is_new:
        return ErrorText(
            f"The model pack was not made, because of {error.path.name}{reason}.",
            "Leave that model out, or download it again.",
            Remedy.TRY_AGAIN,
        )
    return ErrorText(
        f"{error.path.name} is not what a model pack should hold{reason}. Nothing of it was added to the models.",
        "Make the pack again on the computer it comes from.",
        Remedy.TRY_AGAIN,
    )


def _context_overflow(error: errors.ContextOverflow) -> ErrorText:
    return ErrorText(
        f"This chat has {error.n_prompt:,} tokens, and the model has room for {error.n_ctx:,}. Nothing was cut or sent.",
        "Start a new chat, shorten the message, or set a larger context length.",
        Remedy.NEW_CHAT,
    )


def _attachment_unreadable(error: errors.AttachmentUnreadable) -> ErrorText:
    reason = f": {error.reason.rstrip('.')}" if error.reason else ""
    return ErrorText(
        f"{error.path.name} cannot be read{reason}. It was not attached.",
        "Check that the file is there and may be read, then attach it again.",
        Remedy.WAIT,
    )


def _attachment_too_large(error: errors.AttachmentTooLarge) -> ErrorText:
    limit, size = error.limit_bytes // 1024, -(-error.size_bytes // 1024)
    return ErrorText(
        f"{error.path.name} has {size:,} KB, and at most {limit:,} KB can be attached.",
        "Attach a part of it, or paste the lines that matter.",
        Remedy.WAIT,
    )


def _too_many_attachments(error: errors.TooManyAttachments) -> ErrorText:
    return ErrorText(
        f"This message has {error.limit} files already.", "Send it, or remove one of them first.", Remedy.WAIT
    )


def _not_text(error: errors.NotText) -> ErrorText:
    return ErrorText(
        f"{error.path.name} is not a text file. It was not attached.",
        "Text and code can be attached; copy the text out of other documents and paste it.",
        Remedy.WAIT,
    )


def _request_too_large(error: errors.RequestTooLarge) -> ErrorText:
    return ErrorText(
        f"The text is {_mb(error.size_bytes)} and at most {_mb(error.limit_bytes)} can be sent at once.",
        "Shorten the message and send it again.",
        Remedy.COPY_TEXT,
    )


def _template_failed(error: errors.TemplateFailed) -> ErrorText:
    return ErrorText(
        f"The chat template of this model cannot be used: {error.reason.rstrip('.')}.",
        "Choose another file of this model, or another model.",
        Remedy.CHOOSE_MODEL,
    )


def _grammar_invalid(error: errors.GrammarInvalid) -> ErrorText:
    return ErrorText(
        f"The grammar or JSON schema for the answer cannot be used: {error.reason.rstrip('.')}.",
        "Change the grammar or schema, or ask without it.",
        Remedy.COPY_TEXT,
    )


def _persona_not_found(error: errors.PersonaNotFound) -> ErrorText:
    found = ", ".join(map(str, error.found)) or "none"
    return ErrorText(
        f"There is no persona {error.name} (there is: {found}).",
        "Choose one of these, or add one from a file: leeward personas add FILE.",
        Remedy.TRY_AGAIN,
    )


def _persona_unreadable(error: errors.PersonaUnreadable) -> ErrorText:
    return ErrorText(
        f"{error.path.name} is no persona that can be used: {error.reason.rstrip('.')}.",
        "Correct the file, or ask whoever made it for another one.",
        Remedy.TRY_AGAIN,
    )


def _target_exists(error: errors.TargetExists) -> ErrorText:
    return ErrorText(
        f"There is a file {error.path.name} already. It was not touched.",
        "Choose another name, or allow it to be replaced (--overwrite).",
        Remedy.TRY_AGAIN,
    )


def _not_made(error: errors.NotMade) -> ErrorText:
    return ErrorText(
        f"{error.path.name} was not made: {error.reason.rstrip('.')}. The files it was to be made of are untouched.",
        "Mend that or choose another place, then try again.",
        Remedy.TRY_AGAIN,
    )


def _text_too_long(error: errors.TextTooLong) -> ErrorText:
    return ErrorText(
        f"A text has {error.n_tokens:,} tokens, and this model reads at most {error.limit_tokens:,} at once. "
        "Nothing was cut.",
        "Split the text into shorter ones, or choose a model that reads longer ones.",
        Remedy.COPY_TEXT,
    )


def _model_unsuited(error: errors.ModelUnsuited) -> ErrorText:
    return ErrorText(
        f"This model cannot do that: {error.reason.rstrip('.')}.",
        "Choose a model that is made for it.",
        Remedy.CHOOSE_MODEL,
    )


def _import_unreadable(error: errors.ImportUnreadable) -> ErrorText:
    return ErrorText(
        f"Nothing was imported from {error.path.name}: {error.reason.rstrip('.')}.",
        "Choose an export of Leeward, ChatGPT, LM Studio, Jan or Open WebUI, or JSON Lines with messages.",
        Remedy.TRY_AGAIN,
    )


def _conversation_unknown(error: errors.ConversationUnknown) -> ErrorText:
    if error.found:
        return ErrorText(
            f"Several conversations are called {error.wanted}: {', '.join(error.found)}.",
            "Give the number of one of them.",
            Remedy.TRY_AGAIN,
        )
    return ErrorText(
        f"There is no conversation {error.wanted}.",
        "leeward export --list shows the conversations with their numbers.",
        Remedy.TRY_AGAIN,
    )


def _nothing_to_take(error: errors.NothingToTake) -> ErrorText:
    return ErrorText(
        f"There are no conversations in the profile {error.path}.",
        "Choose the profile they are in (--profile).",
        Remedy.OPEN_PROFILE,
    )


def _backup_unfit(error: errors.BackupUnfit) -> ErrorText:
    return ErrorText(
        f"{error.path.name} cannot be restored: {error.reason.rstrip('.')}. Nothing was changed.",
        "Choose another backup, or copy this one again from where it was made.",
        Remedy.TRY_AGAIN,
    )


def _storage_full(error: errors.StorageFull) -> ErrorText:
    return ErrorText(
        "The disk is full: not saved. What you typed is still here.",
        f"Free space on the drive of {error.path.parent}, or copy the text. Saving goes on by itself.",
        Remedy.COPY_TEXT,
    )


def _storage_locked(error: errors.StorageLocked) -> ErrorText:
    return ErrorText(
        f"Another program is using {error.path.name}: not saved yet.",
        "Close the other program. Saving goes on by itself.",
        Remedy.TRY_AGAIN,
    )


def _storage_corrupt(error: errors.StorageCorrupt) -> ErrorText:
    return ErrorText(
        f"The chat database is damaged. The file was kept as {error.path.name}; nothing of it was deleted.",
        "Restore a backup from the backups folder of the profile, or go on with an empty one.",
        Remedy.OPEN_PROFILE,
    )


def _storage_too_new(error: errors.StorageTooNew) -> ErrorText:
    return ErrorText(
        f"The chats were written by a newer Leeward (format {error.found_version}, this one knows "
        f"{error.known_version}). The file was not touched.",
        "Install the newer version, or start with another profile folder (--profile).",
        Remedy.OPEN_PROFILE,
    )


def _storage_read_only(error: errors.StorageReadOnly) -> ErrorText:
    return ErrorText(
        f"The folder {error.path} cannot be written: nothing new is saved.",
        "Give yourself the right to write there, or start with another profile folder (--profile).",
        Remedy.OPEN_PROFILE,
    )


def _settings_unreadable(error: errors.SettingsUnreadable) -> ErrorText:
    return ErrorText(
        f"The settings file {error.path.name} could not be read, so the defaults are used. The old file was kept.",
        "Check the settings.",
        Remedy.CHANGE_SETTINGS,
    )


def _profile_in_use(error: errors.ProfileInUse) -> ErrorText:
    return ErrorText(
        f"Leeward is already running with the profile {error.path}.",
        "Use the window that is open or close it, or start with another profile folder (--profile).",
        Remedy.TRY_AGAIN,
    )


def _file_too_large(error: errors.FileTooLarge) -> ErrorText:
    return ErrorText(
        f"The drive of {error.path.parent} cannot hold a file as large as {error.path.name}: "
        "its file system or a limit of the system does not allow it.",
        "Choose a folder on another drive. FAT32 holds files up to 4.3 GB; exFAT, NTFS and ext4 hold larger ones.",
        Remedy.TRY_AGAIN,
    )


def _file_in_the_way(error: errors.FileInTheWay) -> ErrorText:
    return ErrorText(
        f"There is another file {error.path.name} in {error.path.parent}. It was not touched.",
        "Move it away, or choose another folder.",
        Remedy.TRY_AGAIN,
    )


def _folder_away(error: errors.FolderAway) -> ErrorText:
    return ErrorText(
        f"The folder {error.path} is not there.",
        "Connect the drive it is on, or choose another folder.",
        Remedy.TRY_AGAIN,
    )


def _offline(error: errors.Offline) -> ErrorText:
    return ErrorText(
        f"No connection to {error.host}. A download goes on where it was.",
        "Check the network and the proxy setting, then try again.",
        Remedy.TRY_AGAIN,
    )


def _hub_refused(error: errors.HubRefused) -> ErrorText:
    return ErrorText(
        f"The server does not give this file to you (status {error.status}).",
        f"Accept the terms on {error.page} and set an access token (leeward models token).",
        Remedy.CHANGE_SETTINGS,
    )


def _hub_not_found(error: errors.HubNotFound) -> ErrorText:
    return ErrorText(f"{error.wanted} was not found.", "Check the name, or search for it.", Remedy.CHOOSE_MODEL)


def _hub_busy(error: errors.HubBusy) -> ErrorText:
    wait = f" It asks to wait {error.wait_s:.0f} seconds." if error.wait_s else ""
    return ErrorText(
        f"The server is busy (status {error.status}). A download goes on where it was.{wait}",
        "Try again later.",
        Remedy.TRY_AGAIN,
    )


def _unsafe_address(error: errors.UnsafeAddress) -> ErrorText:
    return ErrorText(
        f"The download was sent on to an address that is not safe ({error.host}) and was stopped.",
        "Check the endpoint and proxy settings.",
        Remedy.CHANGE_SETTINGS,
    )


def _bad_network_setting(error: errors.BadNetworkSetting) -> ErrorText:
    return ErrorText(
        f"The setting {error.name} cannot be used: {error.reason}".rstrip(".") + ".",
        "Correct it, or empty it.",
        Remedy.CHANGE_SETTINGS,
    )


def _already_fetching(error: errors.AlreadyFetching) -> ErrorText:
    return ErrorText(
        f"{error.path.name} is being downloaded already.",
        "Wait until it is there, or stop the other download.",
        Remedy.WAIT,
    )


def _nothing_to_fetch(error: errors.NothingToFetch) -> ErrorText:
    return ErrorText(
        f"Nothing of {error.repo} can be downloaded so: {error.reason.rstrip('.')}.",
        "Choose another file or another repository.",
        Remedy.CHOOSE_MODEL,
    )


def _transfer_damaged(error: errors.TransferDamaged) -> ErrorText:
    return ErrorText(
        f"{error.name} did not arrive as announced: {error.reason.rstrip('.')}. Nothing of it is used.",
        "Try again later, or choose another file.",
        Remedy.TRY_AGAIN,
    )


def _no_room_for_download(error: errors.NoRoomForDownload) -> ErrorText:
    return ErrorText(
        f"The drive has too little room: {_gb(error.needed_bytes)} are needed, {_gb(error.free_bytes)} are free.",
        "Free some space, or choose another folder.",
        Remedy.TRY_AGAIN,
    )


def _fixed(sentence: str, next_step: str, remedy: Remedy) -> Callable[[Any], ErrorText]:
    return lambda _error: ErrorText(sentence, next_step, remedy)


_TEXTS: dict[type, Callable[[Any], ErrorText]] = {
    errors.EngineStopped: _engine_stopped,
    errors.EngineHung: _engine_hung,
    errors.EngineCrashLoop: _engine_crash_loop,
    errors.EngineEnded: _engine_ended,
    errors.DeviceNotFound: _device_not_found,
    errors.RpcUnavailable: _rpc_unavailable,
    errors.EngineNotReady: _fixed("No model is loaded.", "Choose a model, then send again.", Remedy.CHOOSE_MODEL),
    errors.ModelNotFound: _model_not_found,
    errors.ModelUnreadable: _model_unreadable,
    errors.ModelTooLarge: _model_too_large,
    errors.AdapterUnfit: _adapter_unfit,
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
        f"The persona {error.name} came with Leeward and stays.",
        "Add one of your own under the same name to use that instead.",
        Remedy.WAIT,
    ),
    errors.TargetExists: _target_exists,
    errors.NotMade: _not_made,
    errors.TextTooLong: _text_too_long,
    errors.ModelUnsuited: _model_unsuited,
    errors.ToolsUnsupported: _fixed(
        "A tool call is required, and it is not known how this model calls tools.",
        "Choose a model with a chat template for tools, or do not require a call.",
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
        "The engine cannot answer. Your text is safe.", "Load the model again.", Remedy.RELOAD_MODEL
    ),
    errors.ModelError: _fixed("This model cannot be used.", "Choose another model.", Remedy.CHOOSE_MODEL),
    errors.PromptError: _fixed(
        "The model cannot be asked this as it is.", "Change the message and send it again.", Remedy.COPY_TEXT
    ),
    errors.PersonaError: _fixed(
        "The persona cannot be used.", "Choose another one, or correct its file.", Remedy.TRY_AGAIN
    ),
    errors.AttachmentError: _fixed(
        "The file was not attached.", "Paste the lines that matter into the message.", Remedy.WAIT
    ),
    errors.WorkshopError: _fixed(
        "The new file could not be made. The others are untouched.", "Try again in another place.", Remedy.TRY_AGAIN
    ),
    errors.ExchangeError: _fixed(
        "This could not be taken in or out. Your chats are as they were.",
        "Try again with another file.",
        Remedy.TRY_AGAIN,
    ),
    errors.StorageError: _fixed(
        "Something could not be saved. What you typed is still here.", "Copy the text and try again.", Remedy.COPY_TEXT
    ),
    errors.NetworkError: _fixed("Something could not be fetched.", "Try again.", Remedy.TRY_AGAIN),
    errors.AppError: _fixed("Something did not work. Your text is safe.", "Try again.", Remedy.TRY_AGAIN),
}


def _gb(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB"


def _mb(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB"


def _minutes(seconds: float) -> str:
    n_minutes = max(1, round(seconds / 60))
    return "a minute" if n_minutes == 1 else f"{n_minutes} minutes"
