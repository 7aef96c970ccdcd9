# SPDX-License-Identifier: Apache-2.0
"""The messages of a chat from top to bottom: parsed when first looked at, with heights guessed until then."""

from collections.abc import Iterable, Iterator, Sequence

from leeward.domain.conversation import Message
from leeward.domain.generation import Role
from leeward.domain.ids import MessageId
from leeward.domain.message_tree import Versions
from leeward.ui.chat.heights import Heights
from leeward.ui.chat.items import Item, Piece, PieceKind, estimate_message
from leeward.ui.chat.model import Block
from leeward.ui.chat.style import ChatStyle

_KEPT_ITEMS = 200


class Column:
    """Heights are in pixels at the present style and width."""

    def __init__(self, style: ChatStyle) -> None:
        self.style = style
        self.width = 600
        self.heights = Heights()
        self._messages: list[Message | None] = []  # None is the reply that is being written
        self._items: dict[int, Item] = {}  # the last used is the last
        self._assistant_name = ""
        self._versions: Versions = {}
        self._memory_start: MessageId | None = None

    def __len__(self) -> int:
        return len(self._messages)

    def reset(self, messages: Sequence[Message], assistant_name: str) -> None:
        self._messages = list(messages)
        self._items = {}
        self._assistant_name = assistant_name
        self._estimate()

    def replace_from(self, index: int, messages: Sequence[Message]) -> None:
        """Put these in place of the messages from `index` on."""
        while len(self._messages) > index:
            self.remove_last()
        for message in messages:
            self._messages.append(message)
            self.heights.append(estimate_message(message, self.style, self.width))

    def n_same(self, messages: Sequence[Message]) -> int:
        """Return how many messages at the beginning are shown already as they are in `messages`."""
        for index, (shown, message) in enumerate(zip(self._messages, messages, strict=False)):
            if shown is not message and shown != message:
                return index
        return min(len(self._messages), len(messages))

    def set_versions(self, versions: Versions) -> None:
        """Say which messages have others beside them. Their footers are to be shown again."""
        self._versions = versions
        for item in self._items.values():
            version = self._version_of(item.message)
            if version != item.version:
                item.version = version
                for piece in item.pieces:
                    piece.is_dirty = piece.is_dirty or piece.kind is PieceKind.FOOTER

    def set_memory_start(self, start: MessageId | None) -> list[Item]:
        """Say before which message the model's memory begins; return the items whose pieces are to be made anew."""
        self._memory_start = start
        changed = [item for item in self._items.values() if item.begins_memory != self._begins_memory(item.message)]
        for item in changed:
            item.begins_memory = not item.begins_memory
        return changed

    def append(self, message: Message | None, assistant_name: str | None = None) -> Item:
        """Add a message; None is the reply that is being written."""
        if assistant_name is not None:
            self._assistant_name = assistant_name
        self._messages.append(message)
        self.heights.append(0)
        return self.item(len(self._messages) - 1)

    def remove_last(self) -> None:
        self._messages.pop()
        self.heights.pop()
        self._items.pop(len(self._messages), None)

    def settle(self, item: Item, message: Message) -> None:
        """The reply that was being written is `message` now."""
        self._messages[item.index] = message
        item.message = message
        item.version = self._version_of(message)

    def item(self, index: int) -> Item:
        """Return the message with its pieces. The first time this corrects its height."""
        item = self._items.pop(index, None)
        if item is None:
            item = self._make(index)
        self._items[index] = item
        return item

    def made_item(self, index: int) -> Item | None:
        return self._items.get(index)

    def made_items(self) -> list[Item]:
        return list(self._items.values())

    def resized(self, item: Item) -> None:
        """Take over the height of `item` after a change of its pieces."""
        self.heights.set(item.index, item.heights.total)

    def set_layout(self, style: ChatStyle, width: int) -> None:
        """Guess all heights anew."""
        self.style = style
        self.width = width
        for item in self._items.values():
            item.estimate_again(style, width)
        self._estimate()

    def trim(self, in_sight: Iterable[Piece]) -> None:
        """Forget the pieces of messages that were looked at long ago. Their heights stay."""
        if len(self._items) <= _KEPT_ITEMS:
            return
        kept = {piece.item.index for piece in in_sight}
        for index in list(self._items)[: len(self._items) - _KEPT_ITEMS]:
            item = self._items[index]
            if index not in kept and not item.is_live and not item.is_last:
                del self._items[index]

    def texts(self) -> Iterator[str]:
        """Yield the text of every message as it is drawn."""
        for index in range(len(self._messages)):
            item = self._items.get(index) or self._bare_item(index)
            yield item.plain_text()

    def source(self, index: int) -> str:
        """Return the text of a message as it was written."""
        message = self._messages[index]
        return message.content if message is not None else self._items[index].plain_text()

    def blocks(self, index: int) -> list[Block]:
        """Return the blocks of a message, parsed for the occasion when it was never looked at."""
        return (self._items.get(index) or self._bare_item(index)).blocks

    def _make(self, index: int) -> Item:
        item = self._bare_item(index)
        item.replace_all(self.style, self.width)
        self.resized(item)
        return item

    def _bare_item(self, index: int) -> Item:
        message = self._messages[index]
        name = self._assistant_name
        if message is not None and message.details is not None and message.details.receipt is not None:
            name = message.details.receipt.model_name or name
        elif message is not None and message.details is not None:
            name = message.details.model_name or name
        item = Item(index, message, message.role if message is not None else Role.ASSISTANT, name)
        item.is_last = index == len(self._messages) - 1
        item.version = self._version_of(message)
        item.begins_memory = self._begins_memory(message)
        return item

    def _begins_memory(self, message: Message | None) -> bool:
        return message is not None and message.id == self._memory_start

    def _version_of(self, message: Message | None) -> tuple[int, int]:
        versions = self._versions.get(message.id) if message is not None else None
        return (versions.index(message.id) + 1, len(versions)) if versions and message is not None else (1, 1)

    def _estimate(self) -> None:
        self.heights = Heights(
            self._items[index].heights.total
            if index in self._items or message is None
            else estimate_message(message, self.style, self.width)
            for index, message in enumerate(self._messages)
        )
