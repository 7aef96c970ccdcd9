# SPDX-License-Identifier: Apache-2.0
"""The header as the gguf package reads it, to compare with."""

from pathlib import Path

import gguf
import numpy as np

from leeward.library.header import SPECIAL_TOKENS, TOKENS, read_header


class PackageReader(gguf.GGUFReader):
    """The package's reader, six times as fast: half a million slices of a plain array instead of a mapped file."""

    def _get(self, offset, dtype, count=1, override_order=None):
        if not hasattr(self, "_plain"):
            self._plain = np.asarray(self.data)
        n_bytes = np.dtype(dtype).itemsize * int(count)
        values = self._plain[int(offset) : int(offset) + n_bytes].view(dtype)
        order = override_order or self.byte_order
        return values if order == "I" else values.view(values.dtype.newbyteorder(order))


def assert_as_the_package_reads(path: Path) -> None:
    """Compare every field, array and tensor of our header with the package's."""
    ours, theirs = read_header(path), PackageReader(path)
    assert ours.alignment == theirs.alignment
    if theirs.tensors:  # else there is no data, and nothing is filled up behind the metadata
        assert ours.data_offset == theirs.data_offset
    assert [(t.name, t.shape, t.type.name, ours.data_offset + t.offset, t.n_bytes) for t in ours.tensors] == [
        (t.name, tuple(int(n) for n in t.shape), t.tensor_type.name, t.data_offset, t.n_bytes) for t in theirs.tensors
    ]
    fields = {name: field for name, field in theirs.fields.items() if not name.startswith("GGUF.")}
    assert set(ours.types) == set(fields)
    for name, field in fields.items():
        assert int(ours.types[name]) == int(field.types[0])
        if field.types[0] == gguf.GGUFValueType.ARRAY:
            facts = ours.arrays[name]
            assert (int(facts.element), facts.count) == (int(field.types[-1]), len(field.data))
            if facts.values:
                assert list(facts.values) == field.contents()
        else:
            assert ours.values[name] == field.contents()
    for name, text in ours.special_tokens.items():
        assert text == fields[TOKENS].contents(fields[SPECIAL_TOKENS[name]].contents())
