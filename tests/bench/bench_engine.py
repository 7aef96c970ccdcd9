# SPDX-License-Identifier: Apache-2.0
"""What the window costs the engine: decode rate with the window showing the stream, against the engine process alone.

Two engine processes with the same model and settings answer the same prompt with the same seed in turn, A B B A ...; one is
pumped by a loop that throws everything away, the other by the real window (offscreen), with its store and its chat view.
Quoted is the median of the ratios of neighbours: the speed of the machine drifts, neighbours share it.
"""

import json
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from helpers import models
from leeward.bridge.generation import GenerationBridge
from leeward.desktop import bridges
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings
from leeward.engine.protocol import Finished, ModelLoaded
from leeward.engine.supervisor import Supervisor
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.temporary import ConversationStore
from leeward.ui.appearance import Appearance
from leeward.ui.application import make_application
from leeward.ui.main_window import MainWindow

ROUNDS = 10
N_TOKENS = 160
PROMPT = "Write a long story about a harbour, with headings, lists and a table."
SETTINGS = Settings(temperature=0.8, seed=7, max_tokens=N_TOKENS)


class Alone:
    """The engine process with nothing around it."""

    def __init__(self, plan: LoadPlan) -> None:
        self._engine = Supervisor()
        self._engine.load(plan)
        while not isinstance(self._engine.next_event(5.0), ModelLoaded):
            pass

    def rate(self) -> float:
        """Return tokens per second of one answer, as the engine counts them."""
        sampling, id_ = SETTINGS.sampling, GenerationId(str(time.monotonic_ns()))
        request = GenerationRequest(id_, (ChatMessage(Role.USER, PROMPT),), sampling, N_TOKENS)
        self._engine.generate(request)
        while not isinstance(event := self._engine.next_event(5.0), Finished):
            pass
        return event.timings.decode_tokens_per_second

    def close(self) -> None:
        self._engine.close()


class InWindow:
    """The same behind the real window."""

    def __init__(self, window: MainWindow, generation: GenerationBridge, plan: LoadPlan) -> None:
        self._window = window
        self._generation = generation
        self._wait_for(generation.model_loaded, lambda: generation.load(plan))

    def rate(self) -> float:
        self._window.new_chat()
        signal = self._generation.reply_finished
        _, message = self._wait_for(signal, lambda: self._generation.send(None, PROMPT, SETTINGS))
        return message.details.timings.decode_tokens_per_second

    @staticmethod
    def _wait_for(signal, begin) -> tuple:
        loop, got = QEventLoop(), []

        def on_signal(*values: object) -> None:
            got.append(values)
            loop.quit()

        signal.connect(on_signal)
        QTimer.singleShot(0, begin)
        loop.exec()
        signal.disconnect(on_signal)
        return got[0]


def main() -> None:
    plan = LoadPlan(models.starter_path(), "Starter", use_mmap=True)  # the one without a window is not planned
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder) / "profile")
        profile.create()
        database = Database(profile.database)
        appearance = Appearance(app, Settings().theme, Settings().font_size_pt)
        with bridges(profile, database, ConversationStore(database), appearance) as parts:
            window = MainWindow(replace(parts, starter=None))
            window.show()
            window.start()
            alone, shown = Alone(plan), InWindow(window, parts.generation, plan)
            alone.rate(), shown.rate()
            pairs = []
            for number in range(ROUNDS):
                # A B B A A B ...: whoever comes first in a pair may find a cooler machine.
                if number % 2:
                    with_window = shown.rate()
                    pairs.append((alone.rate(), with_window))
                else:
                    pairs.append((alone.rate(), shown.rate()))
            alone.close()
            window.close()
        database.close()
    ratios = [with_window / without for without, with_window in pairs]
    print(
        json.dumps(
            {
                "decode_with_window_over_engine_alone": statistics.median(ratios),
                "ratio_min": min(ratios),
                "ratio_max": max(ratios),
                "engine_alone_tokens_per_second": statistics.median(each[0] for each in pairs),
                "with_window_tokens_per_second": statistics.median(each[1] for each in pairs),
                "n_tokens": N_TOKENS,
                "n_pairs": ROUNDS,
            },
            indent=2,
        )
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
