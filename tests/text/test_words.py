"""Where words begin and end."""

from itertools import pairwise

import pytest
from hostile_texts import hostile
from hypothesis import given
from hypothesis import strategies as st

from server.text.normalise import normalise
from server.text.words import distinct, spelled, untied, words

WORDS = [
    ("সে শালা খারাপ", ["সে", "শালা", "খারাপ"]),
    ("বালিশ বালতি", ["বালিশ", "বালতি"]),
    ("পাঠশালার উদ্বোধন", ["পাঠশালার", "উদ্বোধন"]),
    ("শালা, শালা। শালা! (শালা) “শালা”", ["শালা"] * 5),
    ("দুঃখ", ["দুঃখ"]),
    ("বিষয়ঃ শালা", ["বিষয়", "শালা"]),
    ("তারিখঃ২০", ["তারিখ", "20"]),
    ("শালা২০", ["শালা", "20"]),
    ("২০জন", ["20", "জন"]),
    ("শালা_বাবু", ["শালা", "বাবু"]),
    ("#শালা", ["শালা"]),
    ("শালাshala", ["শালা", "shala"]),
    ("shalaশালা", ["shala", "শালা"]),
    ("শালা/শালী", ["শালা", "শালি"]),
    ("শালা-দুলাভাই", ["শালা", "দুলাভাই"]),
    ("উৎসব", ["উত্সব"]),
    ("র‍্যাব", ["র্যাব"]),
    ("শা\u200cলা", ["শালা"]),
    ("sh@la", ["sh@la"]),
    ("$hala", ["$hala"]),
    ("sh!t", ["sh!t"]),
    ("shala!", ["shala"]),
    ("shala!!! wow!", ["shala", "wow"]),
    ("500$", ["500"]),
    ("@ $ !", []),
    ("!", []),
    ("a@", ["a"]),
    ("covid19", ["covid19"]),
    ("😀শালা😀", ["শালা"]),
    ("শালা\nশালা\tশালা", ["শালা"] * 3),
    ("हिन्दी عربي", []),
    ("।॥—…", []),
    ("", []),
    ("৺কালী", ["কালি"]),
    ("৳৫০০", ["500"]),
    ("ঃ", []),
]


@pytest.mark.parametrize(("typed", "expected"), WORDS)
def test_words(typed: str, expected: list[str]) -> None:
    assert [word.text for word in words(normalise(typed))] == [normalise(word) for word in expected]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wow!shala", "wow?shala"),
        ("!shala", "?shala"),
        ("কী!!shala!tui", "কি??shala?tui"),
        ("sh!t", "sh?t"),
        ("shala! tui", ""),
        ("কী!শালা", ""),
        ("20!", ""),
        ("shala", ""),
    ],
)
def test_a_mark_before_a_letter_may_end_a_word(typed: str, expected: str) -> None:
    assert untied(normalise(typed)) == expected


@given(hostile)
def test_spans_and_distinct_agree_with_the_text(text: str) -> None:
    normal = normalise(text)
    found = words(normal)
    assert all(normal[word.start : word.end] == word.text for word in found)
    assert distinct(normal) == {word.text for word in found}
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.lists(hostile))
def test_phrases_spelled_together_are_spelled_as_alone(phrases: list[str]) -> None:
    assert spelled(phrases) == [[word.text for word in words(normalise(phrase))] for phrase in phrases]
