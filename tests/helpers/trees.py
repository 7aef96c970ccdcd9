# SPDX-License-Identifier: Apache-2.0
"""Random conversations: trees with branches, reasoning, receipts and odd texts."""

from dataclasses import replace

from hypothesis import strategies as st

from leeward.domain.conversation import MessageStatus, ReplyDetails, tags_from
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
_COUNTS = st.integers(0, 10**9)
_ANY_DETAILS = st.builds(
    replace,
    st.sampled_from([ReplyDetails(), ReplyDetails(model_name="gpt"), DETAILS]),
    is_edited=st.booleans(),
    n_continued=_COUNTS,
    n_seen=st.none() | _COUNTS,
    is_summary=st.booleans(),
    reasoning_s=st.floats(min_value=0, max_value=1e9),
)


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
            details=draw(st.sampled_from([None, ReplyDetails(), DETAILS]) | _ANY_DETAILS),
        )
        for place in range(n_messages)
    )
    leaf = draw(st.one_of(st.none(), st.integers(0, n_messages - 1))) if n_messages else None
    return WholeConversation(
        title=draw(_TEXTS),
        messages=messages,
        leaf=leaf,
        created_at_s=draw(_TIMES),
        updated_at_s=draw(_TIMES),
        draft=draw(_TEXTS),
        folder=" ".join(draw(_TEXTS).split()),
        is_pinned=draw(st.booleans()),
        is_archived=draw(st.booleans()),
        tags=tags_from(draw(_TEXTS)),
    )
