# SPDX-License-Identifier: Apache-2.0
"""The column of heights agrees with plain sums."""

from hypothesis import given
from hypothesis import strategies as st

from leeward.ui.chat.heights import Heights

_heights = st.lists(st.integers(0, 500), max_size=70)


def test_an_empty_column_has_no_items():
    heights = Heights()
    assert (len(heights), heights.total, heights.top(0), heights.index_at(0)) == (0, 0, 0, -1)


@given(_heights)
def test_tops_are_sums_of_what_stands_above(values):
    heights = Heights(values)
    assert [heights.top(i) for i in range(len(values) + 1)] == [sum(values[:i]) for i in range(len(values) + 1)]
    assert heights.total == sum(values)


@given(_heights, st.integers(-10, 40_000))
def test_the_item_at_a_place_covers_it(values, y):
    found = Heights(values).index_at(y)
    if not values:
        assert found == -1
    elif y < 0:
        assert found == 0 or not any(values[:found])
    elif y >= sum(values):
        assert found == len(values) - 1
    else:
        assert sum(values[:found]) <= y < sum(values[: found + 1])


_steps = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 500)),
        st.tuples(st.just("pop"), st.just(0)),
        st.tuples(st.just("set"), st.integers(0, 500)),
    ),
    max_size=60,
)


@given(_heights, _steps, st.randoms(use_true_random=False))
def test_changes_keep_the_sums_right(values, steps, random):
    heights = Heights(values)
    for step, height in steps:
        if step == "append":
            heights.append(height)
            values.append(height)
        elif values and step == "pop":
            heights.pop()
            values.pop()
        elif values:
            index = random.randrange(len(values))
            heights.set(index, height)
            values[index] = height
    assert [heights[i] for i in range(len(heights))] == values
    assert [heights.top(i) for i in range(len(values) + 1)] == [sum(values[:i]) for i in range(len(values) + 1)]
