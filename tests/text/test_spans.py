"""Spans side by side."""

from __future__ import annotations

from server.text.spans import apart


def test_of_spans_that_overlap_the_first_and_longest_stays() -> None:
    assert apart([(4, 6), (0, 2), (0, 5), (6, 7)]) == [(0, 5), (6, 7)]
    assert apart([]) == []
