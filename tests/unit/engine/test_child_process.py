# SPDX-License-Identifier: Apache-2.0
from multiprocessing import Pipe

from leeward.engine.child_process import Ears


def test_ears_tell_what_came_and_whose_other_end_is_gone():
    bell, ringer = Pipe(duplex=False)
    here, there = Pipe()
    end, process = Pipe(duplex=False)  # a sentinel is a number like this
    ears = Ears(bell, here, end.fileno())
    assert list(ears.wait(0.0)) == []
    ringer.send_bytes(b".")
    there.send_bytes(b"frame")
    assert set(ears.wait(5.0)) == {bell, here}
    bell.recv_bytes(), here.recv_bytes()
    process.close()
    assert list(ears.wait(5.0)) == [end.fileno()]
    there.close()
    assert set(ears.wait(5.0)) == {here, end.fileno()}
    for each in (bell, ringer, here, end):
        each.close()


def test_ears_hear_nothing_for_a_while():
    bell, ringer = Pipe(duplex=False)
    assert list(Ears(bell).wait(0.001)) == []
    bell.close()
    ringer.close()
