# SPDX-License-Identifier: Apache-2.0
"""Heights of a column of items, with the place of any item and the item at any place in O(log n)."""

from collections.abc import Iterable


class Heights:
    """A Fenwick tree over heights in pixels; items are added and removed at the end."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._values = list(heights)
        tree = [0, *self._values]
        for node in range(1, len(tree)):
            parent = node + (node & -node)
            if parent < len(tree):
                tree[parent] += tree[node]
        self._tree = tree

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    @property
    def total(self) -> int:
        return self.top(len(self._values))

    def set(self, index: int, height: int) -> None:
        difference = height - self._values[index]
        if not difference:
            return
        self._values[index] = height
        node = index + 1
        while node < len(self._tree):
            self._tree[node] += difference
            node += node & -node

    def append(self, height: int) -> None:
        node = len(self._tree)
        self._values.append(height)
        # The new node covers the items (node - lowbit, node].
        self._tree.append(height + self.top(node - 1) - self.top(node - (node & -node)))

    def pop(self) -> None:
        self._values.pop()
        self._tree.pop()  # no other node covers the last item

    def top(self, index: int) -> int:
        """Return where item `index` begins; for the number of items, where the column ends."""
        total = 0
        node = index
        while node:
            total += self._tree[node]
            node &= node - 1
        return total

    def index_at(self, y: int) -> int:
        """Return the item that covers `y`: the first above the column, the last below it. -1 when there is none."""
        position = 0
        step = 1 << (len(self._tree) - 1).bit_length()
        rest = y
        while step:
            following = position + step
            if following < len(self._tree) and self._tree[following] <= rest:
                position = following
                rest -= self._tree[following]
            step >>= 1
        return min(position, len(self._values) - 1)
