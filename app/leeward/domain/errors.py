# SPDX-License-Identifier: Apache-2.0
"""What can go wrong that the user or the machine can mend. Facts only: sentences are made at the edge.

AppError
├── EngineError
│   ├── EngineStopped        the engine process ended by itself
│   ├── EngineHung           no heartbeat for too long; it was ended
│   ├── EngineCrashLoop      it ended too often; not started again by itself
│   ├── EngineEnded          the user had it started again
│   ├── EngineNotReady       a generation was asked for while no model is loaded
│   ├── ModelReplaced        another model was loaded while the one before was at work
│   ├── DeviceNotFound       there is no device of the name asked for
│   └── RpcUnavailable       another machine that was to compute cannot be used
├── ModelError
│   ├── ModelNotFound
│   ├── ModelUnreadable      not a GGUF file, damaged, or an architecture this engine does not know
│   ├── ModelTooLarge        the machine has too little memory for it
│   ├── AdapterUnfit         a LoRA adapter cannot be laid over this model
│   ├── ModelFileChanged     the file was replaced or cut while the model was loaded
│   ├── ModelNotOurs         Leeward did not make the file, so it does not delete it
│   └── PackDamaged          a folder is no model pack, or a file in it is not what it should be
├── PromptError
│   ├── ContextOverflow      the conversation does not fit the context length
│   ├── RequestTooLarge      the text is larger than one message to the engine may be
│   ├── TemplateFailed       the model's chat template cannot be used
│   ├── GrammarInvalid       the grammar or JSON schema asked for cannot be used
│   ├── TextTooLong          a text is longer than the model reads at once for a vector or a score
│   ├── ModelUnsuited        the model is not made for what it was asked
│   ├── AsideRefused         what was asked beside a conversation would cost too much
│   └── ToolsUnsupported     a tool must be called, and how this model calls tools is not known
├── PersonaError
│   ├── PersonaNotFound      there is none of this name
│   ├── PersonaUnreadable    the file is no persona, or says what is not allowed
│   └── PersonaReady         it came with Leeward and cannot be removed
├── AttachmentError
│   ├── AttachmentUnreadable a file to be attached is not there, or may not be read
│   ├── AttachmentTooLarge   it is longer than a message should be
│   ├── TooManyAttachments   the message has enough of them
│   └── NotText              it is not a text file
├── WorkshopError
│   ├── TargetExists         the file to be made is there already
│   └── NotMade              a new file cannot be written; nothing of it is left
├── ExchangeError
│   ├── ImportUnreadable     a file holds no conversations that are understood
│   ├── ConversationUnknown  no conversation has the name or number that was given, or several have the name
│   ├── NothingToTake        the profile has nothing to be exported or backed up
│   └── BackupUnfit          a file is no backup of Leeward, or is damaged
├── NetworkError
│   ├── Offline              no connection could be made
│   ├── HubRefused           401, 403 or a gated repository
│   ├── HubNotFound
│   ├── HubBusy              asked to wait too often
│   ├── UnsafeAddress        https -> http, or not a web address at all
│   ├── BadNetworkSetting    a setting of the network makes no sense
│   ├── AlreadyFetching      another transfer fetches the same file
│   ├── NothingToFetch       the repository has no file that could be fetched as asked
│   └── TransferDamaged      what arrived is not the file that was announced
└── StorageError
    ├── StorageFull
    │   └── NoRoomForDownload
    ├── FileTooLarge         the file system holds no file of that size
    ├── FileInTheWay         another file has the name of the one to be fetched
    ├── FolderAway           the folder to put something into is not there
    ├── StorageLocked        another program holds the database
    ├── StorageCorrupt
    ├── StorageTooNew        written by a newer Leeward
    ├── StorageReadOnly
    ├── SettingsUnreadable
    └── ProfileInUse         another Leeward holds this profile

Anything else that escapes is a bug. A stop by the user is not an error: FinishReason.CANCELLED.
"""

from dataclasses import dataclass
from pathlib import Path


class AppError(Exception):
    """The user or the environment can mend it. Every class has a sentence with a next step (`error_text`)."""


class EngineError(AppError):
    """The engine cannot answer."""


@dataclass(eq=False)
class EngineStopped(EngineError):
    """The engine process ended by itself.

    Attributes:
        exit_code: Of the process; negative is the signal that ended it; None when the process never reported one.
        is_out_of_memory: The kernel or the allocator ended it for want of memory, as far as can be known.
    """

    exit_code: int | None = None
    is_out_of_memory: bool = False


@dataclass(eq=False)
class EngineHung(EngineError):
    """No heartbeat for `silent_s` seconds; the process was ended."""

    silent_s: float = 0.0


@dataclass(eq=False)
class EngineCrashLoop(EngineError):
    """The engine ended `n_deaths` times in `window_s` seconds and is not started again by itself."""

    n_deaths: int = 3
    window_s: float = 300.0


class EngineEnded(EngineError):
    """The user had the engine started again while something was under way."""


class EngineNotReady(EngineError):
    """No model is loaded."""


class ModelReplaced(EngineError):
    """Another model was loaded, or the same one anew, while this one was at work beside the chats."""


@dataclass(eq=False)
class DeviceNotFound(EngineError):
    """There is no device of this name; `found` are the names there are."""

    name: str
    found: tuple[str, ...] = ()


@dataclass(eq=False)
class RpcUnavailable(EngineError):
    """Another machine cannot be used.

    Attributes:
        server: As it was given, HOST:PORT.
        is_in_build: False when the engine was built without RPC; nobody was contacted then.
        reason: Why the server does not answer, in English.
    """

    server: str
    is_in_build: bool = True
    reason: str = ""


class ModelError(AppError):
    """This model cannot be used."""


@dataclass(eq=False)
class ModelNotFound(ModelError):
    """There is no file at `path`."""

    path: Path


@dataclass(eq=False)
class ModelUnreadable(ModelError):
    """The file is not a GGUF model that this engine can load.

    Attributes:
        path: The file.
        reason: What the check or llama.cpp said, in English, for details.
    """

    path: Path
    reason: str = ""


@dataclass(eq=False)
class ModelTooLarge(ModelError):
    """The model needs more memory than there is.

    Attributes:
        path: The file.
        needed_bytes: Weights plus KV cache plus compute buffers at the chosen context length; 0 when not known.
        available_bytes: Free memory when the check was made; 0 when not known.
    """

    path: Path
    needed_bytes: int = 0
    available_bytes: int = 0


@dataclass(eq=False)
class AdapterUnfit(ModelError):
    """The file is no LoRA adapter, is damaged, or was made for another model.

    Attributes:
        path: The adapter's file.
        reason: What the check or llama.cpp said, in English.
        model: What was not loaded, because it was to be loaded with the adapter; None where no load was asked for.
    """

    path: Path
    reason: str
    model: Path | None = None


@dataclass(eq=False)
class DraftUnfit(ModelError):
    """The file cannot guess for a model: it is none, is damaged, or has another vocabulary.

    Attributes:
        path: The draft model's file.
        reason: What the check or llama.cpp said, in English.
        model: What was not loaded, because it was to be loaded with it; None where no load was asked for.
    """

    path: Path
    reason: str
    model: Path | None = None


@dataclass(eq=False)
class ModelFileChanged(ModelError):
    """The file was replaced, cut or overwritten while the model was loaded from it."""

    path: Path


@dataclass(eq=False)
class ModelNotOurs(ModelError):
    """The file is not deleted: Leeward did not make it.

    Attributes:
        reason: How that is known, in English.
    """

    path: Path
    reason: str = ""


@dataclass(eq=False)
class PackDamaged(ModelError):
    """The folder is no model pack, or holds something else than its list says.

    Attributes:
        path: The folder, or the file in it.
        reason: In English, for people.
        is_new: The pack was being made; `path` may be a file that was to come into it.
    """

    path: Path
    reason: str = ""
    is_new: bool = False


class PromptError(AppError):
    """The request cannot be put to the model as it is."""


@dataclass(eq=False)
class ContextOverflow(PromptError):
    """The conversation does not fit. Counted before sending; nothing was cut.

    Attributes:
        n_prompt: Tokens of the rendered conversation.
        n_ctx: Context length of the loaded model, in tokens.
    """

    n_prompt: int
    n_ctx: int


@dataclass(eq=False)
class RequestTooLarge(PromptError):
    """The text is larger than one request to the engine may be."""

    size_bytes: int
    limit_bytes: int


@dataclass(eq=False)
class TemplateFailed(PromptError):
    """The model's chat template is missing, does not parse, asks for too much, or refuses this conversation."""

    reason: str


@dataclass(eq=False)
class GrammarInvalid(PromptError):
    """The grammar or JSON schema does not parse, asks for too much, or leaves this model no token to go on with."""

    reason: str


@dataclass(eq=False)
class TextTooLong(PromptError):
    """One text is longer than the model can read at once. Counted before; nothing was cut.

    Attributes:
        n_tokens: Of the text, with what the tokenizer adds; for a ranking together with the query.
        limit_tokens: What the model reads at once.
    """

    n_tokens: int
    limit_tokens: int


@dataclass(eq=False)
class ModelUnsuited(PromptError):
    """The model is not made for what it was asked. `reason`: why, in English, without a full stop."""

    reason: str


@dataclass(eq=False)
class AsideRefused(PromptError):
    """What was asked beside a conversation would cost too much. `reason`: why, in English, without a full stop."""

    reason: str


class ToolsUnsupported(PromptError):
    """A tool must be called, and the model's chat template has no form of calls that is known."""


class PersonaError(AppError):
    """A persona cannot be used as asked."""


@dataclass(eq=False)
class PersonaNotFound(PersonaError):
    """There is no persona of this name; `found` are the names there are."""

    name: str
    found: tuple[str, ...] = ()


@dataclass(eq=False)
class PersonaUnreadable(PersonaError):
    """The file is no persona, or says what is not allowed. `reason`: which, in English, without a full stop."""

    path: Path
    reason: str


@dataclass(eq=False)
class PersonaReady(PersonaError):
    """The persona came with Leeward and cannot be removed."""

    name: str


class AttachmentError(AppError):
    """A file is not attached to the message."""


@dataclass(eq=False)
class AttachmentUnreadable(AttachmentError):
    """The file cannot be read; `reason` in English."""

    path: Path
    reason: str


@dataclass(eq=False)
class AttachmentTooLarge(AttachmentError):
    """The file has more bytes than may be attached."""

    path: Path
    size_bytes: int
    limit_bytes: int


@dataclass(eq=False)
class TooManyAttachments(AttachmentError):
    """The message has `limit` files already."""

    limit: int


@dataclass(eq=False)
class NotText(AttachmentError):
    """The file holds something else than text."""

    path: Path


class WorkshopError(AppError):
    """A new file could not be made out of others."""


@dataclass(eq=False)
class TargetExists(WorkshopError):
    """There is a file at `path`; it was not touched."""

    path: Path


@dataclass(eq=False)
class NotMade(WorkshopError):
    """The file was not made, and nothing is left of it.

    Attributes:
        path: Where it was to be.
        reason: In English.
    """

    path: Path
    reason: str


class ExchangeError(AppError):
    """Something could not be taken into the profile or out of it."""


@dataclass(eq=False)
class ImportUnreadable(ExchangeError):
    """No conversation could be read from the file at `path`; nothing was added. `reason`: why, in English."""

    path: Path
    reason: str


@dataclass(eq=False)
class ConversationUnknown(ExchangeError):
    """`wanted` is the name or number of no conversation; `found` are the numbers of those that share the name."""

    wanted: str
    found: tuple[str, ...] = ()


@dataclass(eq=False)
class NothingToTake(ExchangeError):
    """The profile at `path` has no conversations."""

    path: Path


@dataclass(eq=False)
class BackupUnfit(ExchangeError):
    """The file at `path` is no backup that can be restored; nothing was changed. `reason`: why, in English."""

    path: Path
    reason: str


class StorageError(AppError):
    """Something could not be kept or read back."""


@dataclass(eq=False)
class StorageFull(StorageError):
    """The disk (or quota) is full; nothing was written."""

    path: Path


@dataclass(eq=False)
class StorageLocked(StorageError):
    """Another program holds the database."""

    path: Path


@dataclass(eq=False)
class StorageCorrupt(StorageError):
    """The database is damaged. The file is left as it is.

    Attributes:
        path: The damaged file, or where it was moved aside.
        detail: SQLite's own words.
    """

    path: Path
    detail: str = ""


@dataclass(eq=False)
class StorageTooNew(StorageError):
    """The database was written by a newer Leeward; it was not touched."""

    path: Path
    found_version: int
    known_version: int


@dataclass(eq=False)
class StorageReadOnly(StorageError):
    """The profile folder cannot be written."""

    path: Path


@dataclass(eq=False)
class SettingsUnreadable(StorageError):
    """The settings file does not parse; it was kept beside and defaults are used."""

    path: Path
    reason: str


@dataclass(eq=False)
class ProfileInUse(StorageError):
    """Another Leeward runs on this profile."""

    path: Path


@dataclass(eq=False)
class FileTooLarge(StorageError):
    """The file system (FAT32: 4 GiB) or a limit of the system allows no file as large as this one must be."""

    path: Path


@dataclass(eq=False)
class FileInTheWay(StorageError):
    """There is a file at `path` that is not the one to be fetched; it was not touched."""

    path: Path


@dataclass(eq=False)
class FolderAway(StorageError):
    """The folder at `path` is not there: its drive may be unplugged. It is not made anew."""

    path: Path


class NetworkError(AppError):
    """Something could not be fetched."""


@dataclass(eq=False)
class Offline(NetworkError):
    """No connection to `host`, or it broke off each time."""

    host: str


@dataclass(eq=False)
class HubRefused(NetworkError):
    """The server wants a token, or the user has not accepted the model's terms. `page` is where that is done."""

    page: str
    status: int


@dataclass(eq=False)
class HubNotFound(NetworkError):
    """There is no such repository, revision or file."""

    wanted: str


@dataclass(eq=False)
class HubBusy(NetworkError):
    """The server answered with `status` at every try; `wait_s` is what it asked to wait last, 0 when it did not say."""

    status: int
    wait_s: float = 0.0


@dataclass(eq=False)
class UnsafeAddress(NetworkError):
    """The transfer was led to an address that is not fetched from."""

    host: str


@dataclass(eq=False)
class BadNetworkSetting(NetworkError):
    """The setting `name` of the network cannot be used; nothing was sent."""

    name: str
    reason: str


@dataclass(eq=False)
class AlreadyFetching(NetworkError):
    """Another transfer, of this program or another, fetches the file at `path`."""

    path: Path


@dataclass(eq=False)
class NothingToFetch(NetworkError):
    """The repository is there, and what was asked for cannot be fetched from it. `reason`: why, without a full stop."""

    repo: str
    reason: str


@dataclass(eq=False)
class TransferDamaged(NetworkError):
    """What arrived is not the announced file, twice. `reason` is a phrase."""

    name: str
    reason: str


@dataclass(eq=False)
class NoRoomForDownload(StorageFull):
    """The drive of `path` has less room than the file needs with a margin; nothing was started."""

    needed_bytes: int
    free_bytes: int
