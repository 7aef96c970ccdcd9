# SPDX-License-Identifier: Apache-2.0
"""What the template doctor says beside the engine's own examination: whether the model answers and ends by itself."""

from leeward.domain.generation import ChatMessage, FinishReason, Role
from leeward.domain.queries import FindingLevel, TemplateFinding
from leeward.i18n import tr

DOCTOR_N_CTX = 2048
ECHO = (ChatMessage(Role.USER, "Say hello and nothing else."),)
ECHO_MAX_TOKENS = 128


def echo_finding(text: str, reason: FinishReason) -> TemplateFinding:
    """Return what the answer to `ECHO`, of at most `ECHO_MAX_TOKENS` tokens, tells of the template."""
    if not text.strip():
        return TemplateFinding("echo", FindingLevel.PROBLEM, tr("Asked for a hello, the model says nothing."))
    if reason is FinishReason.LENGTH:
        return TemplateFinding(
            "echo", FindingLevel.WARNING, tr("Asked for a hello, the model goes on and on: it may not know how to end.")
        )
    return TemplateFinding("echo", FindingLevel.OK, tr("Asked for a hello, the model answers and ends by itself."))
