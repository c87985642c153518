"""What stretches sum up to is remembered by their hash: the same sums as at the first time, bounded, no text kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.bounded import LONGEST
from server.text.normalise import normalise
from server.wordlists.ruleset import Ruleset
from tests.wordlists.learned.test_sums import learned

TEXT = "তারা অকর্মা আর লোভী"
ENTRIES = ("অকর্মা 0.6", "লোভী 0.5")


def said(rules: Ruleset, text: str, until: float = float("inf")) -> list[list[float]]:
    """What each stretch of a text sums up to."""
    return [rules.learned.said(stretch) for stretch in rules.learned.stretched(normalise(text), until)]


def test_it_is_the_same_the_second_time(tmp_path: Path) -> None:
    rules = learned(tmp_path, *ENTRIES)
    first = said(rules, TEXT)
    assert first == [[1.1]] == said(rules, TEXT)
    assert said(rules, "তারা অকর্মা") == [[0.6]]


def test_what_came_too_late_is_not_remembered(tmp_path: Path) -> None:
    rules = learned(tmp_path, *ENTRIES)
    with pytest.raises(TimeoutError):
        said(rules, TEXT, until=0.0)
    assert said(rules, TEXT) == [[1.1]]


def test_no_text_is_kept_and_memory_is_bounded(tmp_path: Path) -> None:
    rules = learned(tmp_path, *ENTRIES)
    kept = rules.learned.weights._said
    said(rules, "তারা অকর্মা " * 90)
    assert not kept  # so long a stretch comes but once
    for number in range(5000):
        said(rules, f"তারা অকর্মা {number}")
    assert 0 < len(kept) <= 4096
    assert "অকর্মা" not in repr(kept)
    rules.learned.forget()
    assert not kept


def test_what_is_longer_than_a_word_counts_and_is_not_remembered(tmp_path: Path) -> None:
    rules = learned(tmp_path, *ENTRIES, "*+ -0.1")
    endless = "টমঝ" * 30
    ten = " ".join(f"শব্দ{letter}" for letter in "কখগঘচছজঝ")
    assert said(rules, f"{TEXT} {ten}")[0][0] == pytest.approx(said(rules, f"{TEXT} {endless} {ten}")[0][0] + 0.1)
    assert max(map(len, rules.learned.weights._packed._weights)) <= LONGEST
