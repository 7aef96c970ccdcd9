# SPDX-License-Identifier: Apache-2.0
"""Keeps PySide from reading the source of every module that is imported after it."""

import sys

import PySide6.QtCore  # noqa: F401  makes the module that is changed here


def let_sources_be() -> None:
    """Do it; before anything else is imported.

    WORKAROUND PySide's feature.py (`_mod_uses_pyside`): for its `from __feature__ import snake_case`, which nothing here uses,
    it looks for its name in the source of each module. All these lines stay in `linecache`: 7 MB, and 0.02 s at every start.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]  # noqa: SLF001
