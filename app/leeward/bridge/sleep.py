# SPDX-License-Identifier: Apache-2.0
"""When a model that nobody uses is put to sleep: its memory is freed, and it comes back by itself."""

from leeward.domain.model_info import LoadPlan


class Sleep:
    """The rule, without a clock and without an engine. For the engine thread; any may ask whether it `is_asleep`.

    Attributes:
        plan: How the model that sleeps is to be loaded again; None when none sleeps.
        used_s: When something was asked of the model, or came of it, last.
    """

    def __init__(self) -> None:
        self._after_s: float | None = None
        self.used_s = 0.0
        self.plan: LoadPlan | None = None

    def set_after(self, after_s: float | None) -> None:
        """Let a model fall asleep when it was not used for so long; None never."""
        self._after_s = after_s

    def use(self, now_s: float) -> None:
        """Something was asked of the model, or came of it."""
        self.used_s = now_s

    def left_s(self, now_s: float) -> float | None:
        """Return how long until a model that is not used further falls asleep, 0 when it is time; None: it does not."""
        if self._after_s is None or self.is_asleep:
            return None
        return max(0.0, self.used_s + self._after_s - now_s)

    @property
    def is_asleep(self) -> bool:
        return self.plan is not None
