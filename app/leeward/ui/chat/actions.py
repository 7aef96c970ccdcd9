# SPDX-License-Identifier: Apache-2.0
"""What can be done with a message."""

import enum

from leeward.i18n import mark


class MessageAction(enum.Enum):
    """What can be done with a message, in the words of its button or menu."""

    COPY = mark("Copy message")
    AGAIN = mark("Answer again")
    EDIT = mark("Edit message")
    CONTINUE = mark("Continue")
    PREVIOUS = mark("Previous version")
    NEXT = mark("Next version")
    INSERT_QUESTION = mark("Insert a message of yours after it")
    INSERT_ANSWER = mark("Insert a message of the model after it")
    FORK = mark("New chat from here")
    DETAILS = mark("How it was made")
    BRANCHES = mark("All branches of this chat")
    DELETE = mark("Delete from here")
