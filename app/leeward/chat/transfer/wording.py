# SPDX-License-Identifier: Apache-2.0
"""What exported files say around the messages, the same in every format for people."""

import datetime as dt

from leeward.domain.conversation import MessageStatus
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage

UNTITLED = "Untitled conversation"
REASONING = "Reasoning"
INTERRUPTED = "This answer was interrupted."
_SPEAKERS = {Role.SYSTEM: "System", Role.USER: "You", Role.ASSISTANT: "Model", Role.TOOL: "Tool"}


def title_of(whole: WholeConversation) -> str:
    return " ".join(whole.title.split()) or UNTITLED


def speaker_of(message: WholeMessage) -> str:
    """Return who says it; of an answer the model's name where it is known."""
    details = message.details
    name = "" if details is None else details.receipt.model_name if details.receipt else details.model_name
    return " ".join(name.split()) or _SPEAKERS[message.role]


def moment_of(time_s: float, zone: dt.tzinfo | None) -> str:
    """Return a time as people write it, "" for one that no calendar has. `zone`: None is that of the machine."""
    try:
        moment = dt.datetime.fromtimestamp(time_s, dt.UTC).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return ""
    return f"{moment:%Y-%m-%d %H:%M}"


def receipt_of(message: WholeMessage) -> str:
    """Return in one line how an answer was made, as far as it is known; "" otherwise."""
    details = message.details
    if details is None:
        return ""
    said: list[str] = []
    if details.receipt is not None:
        said.append(details.receipt.model_file)
        if details.receipt.sampling.seed is not None:
            said.append(f"seed {details.receipt.sampling.seed}")
    if details.usage is not None:
        said.append(f"{details.usage.completion_tokens:,} tokens")
    if details.timings is not None:
        said.append(f"{details.timings.decode_tokens_per_second:.1f} tokens/s")
    return " · ".join(said)


def is_interrupted(message: WholeMessage) -> bool:
    return message.status is MessageStatus.INTERRUPTED


def about_versions(whole: WholeConversation) -> str:
    """Return what is not shown here, "" when all is."""
    n_others = len(whole.messages) - len(whole.branch())
    if not n_others:
        return ""
    messages = "message in another version is" if n_others == 1 else "messages in other versions are"
    return f"{n_others:,} {messages} not shown here. An export as JSON has all."
