# SPDX-License-Identifier: Apache-2.0
"""Identifiers, each its own type so that one cannot be passed for another."""

from typing import NewType

ConversationId = NewType("ConversationId", int)
MessageId = NewType("MessageId", int)
FolderId = NewType("FolderId", int)
GenerationId = NewType("GenerationId", str)
"""Chosen by whoever asks for the generation; every event of it carries it."""

QueryId = NewType("QueryId", str)
"""Chosen by whoever asks; other than every GenerationId."""

DownloadId = NewType("DownloadId", str)

RequestId = GenerationId | QueryId
