# SPDX-License-Identifier: Apache-2.0
"""Windows for the tests of the window."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from helpers.window import Rig, rig


@pytest.fixture
def make_rig(qapp, qtbot, tmp_path: Path) -> Iterator[Callable[..., Rig]]:
    """Return a function that builds a window and shows it, with the starter model loaded unless told otherwise."""
    with ExitStack() as stack:

        def make(
            size: tuple[int, int] = (1200, 800),
            *,
            is_started: bool = True,
            chats: tuple[str, ...] = (),
            name: str = "profile",
            **options,
        ) -> Rig:
            made = stack.enter_context(rig(qapp, tmp_path / name, **options))
            for title in chats:
                made.add_chat(title)
            made.window.resize(*size)
            made.window.show()
            if is_started:
                with qtbot.waitSignals(
                    [made.parts.generation.model_loaded, made.parts.conversations.listed, made.parts.models.listed]
                ):
                    made.window.start()
            return made

        yield make


@pytest.fixture
def window_rig(make_rig) -> Rig:
    return make_rig()
