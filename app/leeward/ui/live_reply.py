# SPDX-License-Identifier: Apache-2.0
"""What answers under way have said so far, so that a chat can be left and come back to while it is answered."""

from dataclasses import dataclass, field

from leeward.domain.ids import ConversationId, MessageId


@dataclass(slots=True)
class LiveReply:
    """One answer under way.

    Attributes:
        model_name: Who answers.
        question: What is answered.
        status: What is shown before the first word ("Reading 512 of 3,020 tokens").
        pieces: ("text" | "reasoning", text) in the order they came.
    """

    model_name: str
    question: MessageId
    status: str = ""
    pieces: list[tuple[str, str]] = field(default_factory=list)

    def joined(self) -> list[tuple[str, str]]:
        """Return the pieces with neighbours of one kind joined, and keep them so."""
        joined: list[tuple[str, str]] = []
        gathered: list[str] = []
        for kind, text in self.pieces:
            if joined and joined[-1][0] == kind:
                gathered.append(text)
                continue
            if joined:
                joined[-1] = (joined[-1][0], "".join(gathered))
            joined.append((kind, ""))
            gathered = [text]
        if joined:
            joined[-1] = (joined[-1][0], "".join(gathered))
        self.pieces = joined
        return joined


LiveReplies = dict[ConversationId, LiveReply]
