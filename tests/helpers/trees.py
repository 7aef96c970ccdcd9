# SPDX-License-Identifier: Apache-2.0
"""Random conversations: trees with branches, reasoning, receipts and odd texts."""

from hypothesis import strategies as st

from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import AdapterUse, FinishReason, Receipt, Role, Sampling, Timings, Usage
from leeward.domain.whole_conversation import WholeConversation, WholeMessage

DETAILS = ReplyDetails(
    finish_reason=FinishReason.LENGTH,
    usage=Usage(prompt_tokens=40, reused_tokens=30, completion_tokens=7),
    timings=Timings(prompt_s=0.1, first_token_s=0.25, decode_s=1.5, decode_tokens_per_second=4.0),
    receipt=Receipt(
        "Tiny", "tiny.gguf", 123, "0" * 16, Sampling(seed=7), "0.3.36", 2048, 4, (AdapterUse("a.gguf", 0.5),)
    ),
)
_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
_TIMES = st.floats(min_value=0, max_value=4e9, allow_nan=False)


@st.composite
def trees(draw: st.DrawFn) -> WholeConversation:
    n_messages = draw(st.integers(0, 12))
    messages = tuple(
        WholeMessage(
            parent=draw(st.one_of(st.none(), st.integers(0, place - 1))) if place else None,
            role=draw(st.sampled_from(Role)),
            content=draw(_TEXTS),
            created_at_s=draw(_TIMES),
            reasoning=draw(_TEXTS),
            status=draw(st.sampled_from([MessageStatus.COMPLETE, MessageStatus.INTERRUPTED])),
            details=draw(st.sampled_from([None, ReplyDetails(), ReplyDetails(model_name="gpt"), DETAILS])),
        )
        for place in range(n_messages)
    )
    leaf = draw(st.one_of(st.none(), st.integers(0, n_messages - 1))) if n_messages else None
    return WholeConversation(draw(_TEXTS), messages, leaf, draw(_TIMES), draw(_TIMES), draw(_TEXTS))
