# SPDX-License-Identifier: Apache-2.0
"""The binding must not drop references of None: PySide6 6.12.0 does on Python 3.11, and dies after some thousand calls."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

N_CALLS = 1_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")
def test_refcount_of_none_is_steady_over_a_thousand_qt_calls(qapp):
    thing = QObject()
    document = QTextDocument()
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for _ in range(N_CALLS):
        thing.setObjectName("x")
        thing.parent()
        cursor.setPosition(0)
        cursor.insertText("x")
    assert abs(sys.getrefcount(None) - before) < N_CALLS // 10
