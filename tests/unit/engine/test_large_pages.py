# SPDX-License-Identifier: Apache-2.0
"""Where large pages are to be had, and for what of a process they are asked."""

import pytest

from helpers.machine_files import write_machine
from leeward.engine.child import large_pages

MIB = 1024**2
MAPS = """\
55d0c0000000-55d0c8000000 rw-p 00000000 00:00 0                          [heap]
7f0000000000-7f0006000000 rw-p 00000000 00:00 0 \n\
7f0010000000-7f0016000000 rw-s 00000000 00:00 0 \n\
7f0020000000-7f0026000000 ---p 00000000 00:00 0 \n\
7f0030000000-7f0036000000 rw-p 00000000 fe:01 1234                       /models/a model.gguf
7f0040000000-7f0040800000 rw-p 00000000 00:00 0 \n\
7f0050000000-7f0051000000 rw-p 00000000 00:00 0
"""


@pytest.mark.parametrize(
    ("said", "are_there"),
    [
        ("[always] madvise never", True),
        ("always [madvise] never", True),
        ("always madvise [never]", False),
        (None, False),
    ],
)
def test_the_system_says_whether_it_gives_large_pages(tmp_path, said, are_there):
    write_machine(tmp_path, {} if said is None else {"sys/kernel/mm/transparent_hugepage/enabled": said})
    assert large_pages.are_there(tmp_path) is are_there


def test_they_are_asked_for_large_memory_of_the_process_itself():
    assert large_pages.large_regions(MAPS) == [(0x7F0000000000, 96 * MIB), (0x7F0050000000, 16 * MIB)]
