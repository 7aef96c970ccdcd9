# SPDX-License-Identifier: Apache-2.0
"""What can be done with a message."""

import enum


class MessageAction(enum.Enum):
    """What can be done with a message, in the words of its button or menu."""

    COPY = "Copy message"
    AGAIN = "Answer again"
    EDIT = "Edit message"
    CONTINUE = "Continue"
    PREVIOUS = "Previous version"
    NEXT = "Next version"
    INSERT_QUESTION = "Insert a message of yours after it"
    INSERT_ANSWER = "Insert a message of the model after it"
    FORK = "New chat from here"
    DETAILS = "How it was made"
    BRANCHES = "All branches of this chat"
    DELETE = "Delete from here"
