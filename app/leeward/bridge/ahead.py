# SPDX-License-Identifier: Apache-2.0
"""Reads what is about to be asked, while it is still being written."""

import logging

from leeward.domain.errors import AppError
from leeward.domain.generation import GenerationRequest
from leeward.domain.ids import GenerationId
from leeward.engine.protocol import Engine, EngineEvent, Finished, GenerationFailed

log = logging.getLogger(__name__)


class ReadAhead:
    """One reading at a time. All methods are for the engine thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asked: GenerationId | None = None

    @property
    def is_reading(self) -> bool:
        return self._asked is not None

    def ask(self, request: GenerationRequest) -> None:
        """Read this, in place of what is being read; what was read of that is not lost."""
        self.stop()
        try:
            self._engine.generate(request)
        except AppError as error:  # longer than a message to the engine may be: said when it is sent
            log.info("nothing is read ahead: %s", type(error).__name__)
            return
        self._asked = request.id

    def stop(self) -> None:
        """Let something else pass."""
        if self._asked is not None:
            self._engine.cancel(self._asked)
            self._asked = None

    def handle(self, event: EngineEvent) -> None:
        if isinstance(event, Finished | GenerationFailed) and event.id == self._asked:
            self._asked = None
