# SPDX-License-Identifier: Apache-2.0
"""The template doctor with an engine of its own, from the file to the report; it can be stopped at any time.

`check_template` loads the model and asks it for a hello. `glance_at_template` reads the vocabulary alone: a fraction of a
second and some 70 MB, whatever the size of the model.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from leeward.domain.generation import GenerationRequest, Sampling
from leeward.domain.ids import GenerationId, QueryId
from leeward.domain.model_settings import ModelSettings, load_plan
from leeward.domain.queries import ExamineFile, ExamineTemplate, FindingLevel, TemplateFinding, TemplateReport
from leeward.domain.settings import Settings
from leeward.engine.protocol import (
    Engine,
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    ModelLoaded,
    QueryAnswered,
    QueryFailed,
    ReasoningAppended,
    TextAppended,
)
from leeward.library.fit import plan_for
from leeward.library.model_check import check_model_file
from leeward.library.template_echo import DOCTOR_N_CTX, ECHO, ECHO_MAX_TOKENS, echo_finding

_POLL_S = 0.1


def check_template(
    engine: Engine, path: Path, template: str = "", is_stopped: Callable[[], bool] = lambda: False
) -> TemplateReport | None:
    """Load a model, look at its chat template and ask it for a hello; None when it was stopped.

    Blocking; the thread is the one that takes the engine's events. The engine is a fresh one, and the caller closes it.

    Args:
        template: What is used instead of the file's own: text, or the name of a built-in one.

    Raises: AppError; another exception is a bug in the engine.
    """
    info = check_model_file(path)
    events = _Events(engine, is_stopped)
    engine.start()
    started = events.until(EngineStarted)
    if not isinstance(started, EngineStarted):
        return None
    wanted = load_plan(Settings(n_ctx=DOCTOR_N_CTX), ModelSettings(template=template or None), path)
    engine.load(plan_for(info, wanted, started.devices).plan)
    if events.until(ModelLoaded) is None:
        return None
    engine.ask(ExamineTemplate(QueryId(uuid4().hex), template=template))
    answered = events.until(QueryAnswered)
    if not isinstance(answered, QueryAnswered) or not isinstance(answered.answer, TemplateReport):
        return None
    engine.generate(
        GenerationRequest(GenerationId(uuid4().hex), ECHO, Sampling(temperature=0, seed=0), ECHO_MAX_TOKENS)
    )
    end = events.until(Finished)
    if not isinstance(end, Finished):
        return None
    return TemplateReport((*answered.answer.findings, echo_finding(events.said, end.reason)))


def glance_at_template(
    engine: Engine, path: Path, template: str = "", is_stopped: Callable[[], bool] = lambda: False
) -> TemplateReport | None:
    """Look at the chat template of a model without loading its weights; else as `check_template`. The engine may run already."""
    check_model_file(path)
    events = _Events(engine, is_stopped)
    if engine.process_id is None:
        engine.start()
        if events.until(EngineStarted) is None:
            return None
    engine.ask(ExamineFile(QueryId(uuid4().hex), path, template))
    answered = events.until(QueryAnswered)
    if isinstance(answered, QueryAnswered) and isinstance(answered.answer, TemplateReport):
        return answered.answer
    return None


def complaints(report: TemplateReport) -> tuple[TemplateFinding, ...]:
    """Return what is wrong with the template of a model that nobody asked about, the worst first.

    A file without one is as it is meant to be, a base model or one that makes vectors: nothing then.
    """
    if any(finding.check == "origin" and finding.level is FindingLevel.WARNING for finding in report.findings):
        return ()
    wrong = [finding for finding in report.findings if finding.level is not FindingLevel.OK]
    return tuple(sorted(wrong, key=lambda finding: finding.level is not FindingLevel.PROBLEM))


class _Events:
    """What comes from the engine. `said`: all that the model answered."""

    def __init__(self, engine: Engine, is_stopped: Callable[[], bool]) -> None:
        self._engine = engine
        self._is_stopped = is_stopped
        self.said = ""

    def until(self, kind: type[EngineEvent]) -> EngineEvent | None:
        """Return the first event of this kind; None when it was stopped before. Raises what the engine failed with."""
        while not self._is_stopped():
            match self._engine.next_event(_POLL_S):
                case EngineDied(error=error) | EngineGaveUp(error=error):
                    raise error
                case (
                    LoadFailed(error=Exception() as error)
                    | QueryFailed(error=Exception() as error)
                    | GenerationFailed(error=Exception() as error)
                ):
                    raise error
                case TextAppended(text=text) | ReasoningAppended(text=text):
                    self.said += text
                case event if isinstance(event, kind):
                    return event
                case _:
                    pass
        return None
