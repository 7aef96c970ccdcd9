# SPDX-License-Identifier: Apache-2.0
"""The calls to Windows and macOS, made in earnest to stand-ins: a COM object in memory, functions in place of the runtime."""

import ctypes
from types import SimpleNamespace

import pytest

from leeward.ui.taskbar_native import DockBadge, TaskbarButton

WINDOW, N_METHODS = 0x1234_5678_9ABC, 21
E_FAIL = -0x7FFF_BFFB
_method = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)


class ComObject:
    """An ITaskbarList3 that writes down what is called. `result`: of all its methods."""

    def __init__(self, result=0):
        self.calls = []
        self.result = result
        kinds = {
            3: (),
            9: (ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_ulonglong),
            10: (ctypes.c_void_p, ctypes.c_int),
        }
        self._methods = {
            place: _method(ctypes.c_long, ctypes.c_void_p, *arguments)(self._method_at(place))
            for place, arguments in kinds.items()
        }
        self._table = (ctypes.c_void_p * N_METHODS)()
        for place, method in self._methods.items():
            self._table[place] = ctypes.cast(method, ctypes.c_void_p).value
        self._object = ctypes.c_void_p(ctypes.addressof(self._table))
        self.pointer = ctypes.addressof(self._object)

    def _method_at(self, place):
        def method(this, *arguments):
            assert this == self.pointer
            self.calls.append((place, *arguments))
            return self.result

        return method


def test_the_button_of_windows_gets_state_and_value():
    com = ComObject()
    button = TaskbarButton(WINDOW, lambda: com.pointer)
    assert com.calls == [(3,)], "HrInit comes first"
    button.show(42)
    assert com.calls[1:] == [(10, WINDOW, 2), (9, WINDOW, 42, 100)]
    button.show(None)
    assert com.calls[3:] == [(10, WINDOW, 0)]


def test_a_refusal_of_windows_is_an_os_error():
    with pytest.raises(OSError, match="0x80004005"):
        TaskbarButton(WINDOW, lambda: ComObject(E_FAIL).pointer)


class Runtime:
    """The Objective-C runtime as far as it is used: names are numbers, and messages are written down."""

    def __init__(self):
        self.names = []
        self.messages = []
        look_up = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_char_p)
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        self.library = SimpleNamespace(
            objc_getClass=look_up(self._number),
            sel_registerName=look_up(self._number),
            objc_msgSend=send(self._on_message),
        )

    def _number(self, name):
        if name not in self.names:
            self.names.append(name)
        return (1 << 40) + self.names.index(name)  # more than 32 bits: as pointers are

    def _on_message(self, receiver, selector, argument):
        receiver, selector = (self.names[each - (1 << 40)].decode() for each in (receiver, selector))
        if selector.endswith(":"):
            text = selector == "stringWithUTF8String:"
            argument = ctypes.string_at(argument).decode() if text else argument and self.names[argument - (1 << 40)]
            self.messages.append((receiver, selector, argument))
        else:
            self.messages.append((receiver, selector))  # a register that nobody set
        return self._number(f"[{receiver} {selector}]".encode())


def test_the_dock_gets_a_label_and_loses_it():
    runtime = Runtime()
    badge = DockBadge(runtime.library)
    app = "[NSApplication sharedApplication]"
    assert runtime.messages == [("NSApplication", "sharedApplication"), (app, "dockTile")]
    badge.show(42)
    tile = f"[{app} dockTile]"
    assert runtime.messages[2:] == [
        ("NSString", "stringWithUTF8String:", "42 %"),
        (tile, "setBadgeLabel:", b"[NSString stringWithUTF8String:]"),
    ]
    badge.show(None)
    assert runtime.messages[4:] == [(tile, "setBadgeLabel:", None)]
