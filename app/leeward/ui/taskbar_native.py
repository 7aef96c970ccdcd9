# SPDX-License-Identifier: Apache-2.0
"""How far the downloads are, on the icon of Windows' taskbar and of macOS' dock: the system's own calls, by ctypes.

Written from the documentation and tried against stand-ins for COM and the Objective-C runtime; nobody has run it there yet.
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Callable
from typing import Any
from uuid import UUID

# Windows: ITaskbarList3 (shobjidl_core.h; learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3)

CLSID_TASKBAR_LIST = UUID("56FDF344-FD6D-11D0-958A-006097C9A090")
IID_ITASKBAR_LIST_3 = UUID("EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF")
HR_INIT, SET_PROGRESS_VALUE, SET_PROGRESS_STATE = 3, 9, 10  # places in the table of methods; 0 to 2 are IUnknown's
NO_PROGRESS, NORMAL = 0, 2  # TBPFLAG
_CLSCTX_INPROC_SERVER = 1

_method = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)  # the same for both where pointers have 64 bits


class TaskbarButton:
    """The button of one window. Call from the UI thread, where Qt has started COM."""

    def __init__(self, window_handle: int, create: Callable[[], int] | None = None) -> None:
        """`create`: gives a pointer to an ITaskbarList3, which is never let go: one a program. Raises OSError."""
        self._window = window_handle
        self._list = (create or _new_taskbar_list)()
        self._call(HR_INIT)

    def show(self, percent: int | None) -> None:
        """Raises OSError."""
        if percent is None:
            self._call(SET_PROGRESS_STATE, ctypes.c_void_p(self._window), ctypes.c_int(NO_PROGRESS))
            return
        self._call(SET_PROGRESS_STATE, ctypes.c_void_p(self._window), ctypes.c_int(NORMAL))
        numbers = (ctypes.c_ulonglong(percent), ctypes.c_ulonglong(100))
        self._call(SET_PROGRESS_VALUE, ctypes.c_void_p(self._window), *numbers)

    def _call(self, place: int, *arguments: Any) -> None:
        methods = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        method = _method(ctypes.c_long, ctypes.c_void_p, *map(type, arguments))(methods[place] or 0)
        result = method(self._list, *arguments)
        if result < 0:
            raise OSError(f"ITaskbarList3 method {place}: {result & 0xFFFFFFFF:#x}")


def _new_taskbar_list() -> int:
    if sys.platform == "win32":
        pointer = ctypes.c_void_p()
        class_id, interface_id = (
            (ctypes.c_char * 16).from_buffer_copy(each.bytes_le) for each in (CLSID_TASKBAR_LIST, IID_ITASKBAR_LIST_3)
        )
        create = ctypes.OleDLL("ole32").CoCreateInstance  # turns a failure into an OSError
        create(class_id, None, _CLSCTX_INPROC_SERVER, interface_id, ctypes.byref(pointer))
        return pointer.value or 0
    raise OSError("there is no COM on this system")


# macOS: [[NSApp dockTile] setBadgeLabel:] (developer.apple.com/documentation/appkit/nsdocktile/badgelabel)


class DockBadge:
    """The label on the icon in the dock. Call from the UI thread."""

    def __init__(self, objc: Any = None) -> None:
        """`objc`: the library of the Objective-C runtime; None loads it. Raises OSError."""
        self._objc = objc or ctypes.CDLL(ctypes.util.find_library("objc"))
        for look_up in (self._objc.objc_getClass, self._objc.sel_registerName):
            look_up.restype, look_up.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        self._tile = self._send(self._send(self._class(b"NSApplication"), b"sharedApplication"), b"dockTile")

    def show(self, percent: int | None) -> None:
        label = None  # takes it away
        if percent is not None:
            text = ctypes.c_char_p(f"{percent} %".encode())
            label = self._send(self._class(b"NSString"), b"stringWithUTF8String:", text)
        self._send(self._tile, b"setBadgeLabel:", ctypes.c_void_p(label))

    def _class(self, name: bytes) -> int | None:
        found: int | None = self._objc.objc_getClass(name)
        return found

    def _send(self, receiver: int | None, selector: bytes, *arguments: Any) -> int | None:
        # A pointer to a function with just these arguments: as one with any number of them it would take them elsewhere
        # on Apple's own processors.
        kinds = (ctypes.c_void_p, ctypes.c_void_p, *map(type, arguments))
        address = ctypes.cast(self._objc.objc_msgSend, ctypes.c_void_p).value or 0
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, *kinds)(address)
        result: int | None = send(receiver, self._objc.sel_registerName(selector), *arguments)
        return result
