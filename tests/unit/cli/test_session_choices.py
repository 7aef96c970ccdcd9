# SPDX-License-Identifier: Apache-2.0
from leeward.cli.session import Session, Shape
from leeward.domain.generation import ChatMessage, FinishReason, Receipt, Role, Sampling, Timings, Usage
from leeward.engine.protocol import ChoiceEnded, Finished, ReasoningAppended, TextAppended
from leeward.engine.scripted import ScriptedEngine


class ThreeChoices(ScriptedEngine):
    """Ends three choices: the second is the most probable, the last one says nothing."""

    def __init__(self):
        super().__init__([["unused"]])
        self._told = []

    def generate(self, request):
        receipt = Receipt("", "", 0, "", Sampling(seed=1), "scripted", 0, 1)
        self._told = [
            TextAppended(request.id, "one", 1, choice=0),
            ChoiceEnded(request.id, 0, FinishReason.LENGTH, 1, -2.0),
            ReasoningAppended(request.id, "hm", 1, choice=1),
            TextAppended(request.id, "two", 2, choice=1),
            ChoiceEnded(request.id, 1, FinishReason.STOP, 2, -1.0),
            ChoiceEnded(request.id, 2, FinishReason.STOP, 0, 0.0),
            Finished(request.id, FinishReason.STOP, Usage(3, 0, 3), Timings(0.0, 0.0, 0.0, 0.0), receipt),
        ]

    def next_event(self, timeout_s):
        return self._told.pop(0) if self._told else super().next_event(timeout_s)


def test_choices_come_with_the_most_probable_first_and_empty_ones_last():
    with Session(ThreeChoices()) as session:
        question = (ChatMessage(Role.USER, "Hi"),)
        answer = session.ask(question, Sampling(), None, lambda _text: None, Shape(n_choices=3))
    assert [choice.text for choice in answer.choices] == ["two", "one", ""]
    assert [choice.reasoning for choice in answer.choices] == ["hm", "", ""]
    assert (answer.best.finish_reason, answer.best.mean_log_probability) == (FinishReason.STOP, -1.0)
