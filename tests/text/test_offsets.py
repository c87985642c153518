"""The way back from the normal form, in both units, against a slow reference."""

import pytest
import regex
from hostile_texts import hostile
from hypothesis import given
from hypothesis import strategies as st

from server.text.clusters import CLUSTER
from server.text.normalise import normalise
from server.text.offsets import Offsets, utf16_length
from server.text.words import words

FOUND = [  # text as typed, the word in it as typed
    ("😀 শালার", "শালার"),
    ("👩\u200d💻👩\u200d💻 শা\u200dলা🇧🇩", "শা\u200dলা"),
    ("আ\u09af\u09bcোজন শুয়োর", "শুয়োর"),
    ("আয়োজন শু\u09af\u09bcোর", "শু\u09af\u09bcোর"),
    ("উৎসব ৎ ঙ্ক শালা", "শালা"),
    ("বাঙ্গালি,শালা!", "শালা"),
    ("চাঁদ কাঁটা চাঁদা", "চাঁদা"),
    ("ক\u0301 Ｓhаlа", "Ｓhаlа"),
    ("x 𝓈𝒽𝒶𝓁𝒶 y", "𝓈𝒽𝒶𝓁𝒶"),
    ("\ud800 শালা \udc00", "শালা"),
    ("\u200bশালা", "শালা"),
    ("শালা\u200b খ", "শালা\u200b"),
    ("…… শালা", "শালা"),
    ("ﬁﬁ শালা", "শালা"),
    ("ক\n\r\nশালা", "শালা"),
    ("ক\r\n\r\nশালা\r\n", "শালা"),
    ("ক\rশালা\r\n\rখ", "শালা"),
    ("🅰🅱 শালা", "শালা"),
    ("দুঃখ শালাঃ", "শালাঃ"),  # a colon typed as ঃ is a mark on the last letter
    ("শালা: শালা", "শালা"),
    ("আমি ক্ষমতা", "ক্ষমতা"),
    ("  সে   শালা  ", "শালা"),
    ("😀 \u00a0শালা  তুই", "শালা"),
]


def slow_span(original: str, start: int, end: int) -> tuple[int, int]:
    """By one walk over all clusters; borders inside a grapheme do not count."""
    graphemes = {match.start() for match in regex.finditer(r"\X", original)} | {len(original)}
    borders, own, normal = [(0, 0)], 0, 0
    for cluster in CLUSTER.findall(original):
        own, normal = own + len(cluster), normal + len(normalise(cluster))
        if own in graphemes:
            borders.append((own, normal))
    first = max((pair for pair in borders if pair[1] <= start), default=(0, 0))[0]
    last = min((pair for pair in borders if pair[1] >= end), default=borders[-1])[0]
    return first, (first if end <= start else last)


def single_spaced(normal: str) -> tuple[str, list[int]]:
    """One blank for several in a row; where each code point stood, and the end."""
    kept = [place for place in range(len(normal)) if normal[max(place - 1, 0) : place + 1] != "  "]
    return "".join(normal[place] for place in kept), [*kept, len(normal)]


def slow_units(text: str) -> int:
    return sum(2 if ord(letter) > 0xFFFF else 1 for letter in text)


@pytest.mark.parametrize(("text", "typed"), FOUND)
def test_a_word_is_found_where_it_was_typed(text: str, typed: str) -> None:
    offsets = Offsets(text)
    place = [word for word in words(offsets.normal) if word.text == words(normalise(typed))[0].text][-1]
    start, end = offsets.span(place.start, place.end)
    assert text[start:end] == typed
    first = text.rindex(typed)
    assert offsets.utf16(place.start, place.end) == (slow_units(text[:first]), slow_units(text[: first + len(typed)]))


@given(hostile, st.data())
def test_spans_are_those_of_a_slow_reference(text: str, data: st.DataObject) -> None:
    offsets = Offsets(text)
    start = data.draw(st.integers(0, len(offsets.normal)))
    end = data.draw(st.integers(start, len(offsets.normal)))
    _, places = single_spaced(normalise(text))
    expected = slow_span(text, places[start], places[end])
    assert offsets.span(start, end) == expected
    assert offsets.utf16(start, end) == (slow_units(text[: expected[0]]), slow_units(text[: expected[1]]))


@given(hostile, st.sampled_from(["শালা", "শুয়োর", "উৎসব", "চাঁদাবাজ", "sh@la", "Ｓhala"]), hostile)
def test_an_inserted_word_is_found_and_maps_back(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    offsets = Offsets(text)
    place = len(single_spaced(normalise(f"{before} "))[0])
    found = [other for other in words(offsets.normal) if other.start == place]
    assert found
    assert found[0].text == normalise(word)
    start, end = offsets.span(found[0].start, found[0].end)
    assert normalise(text[start:end]) == found[0].text or text[start:end].startswith(word)


@given(hostile)
def test_a_span_covers_its_words_and_no_part_of_a_grapheme(text: str) -> None:
    offsets = Offsets(text)
    borders = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}
    for word in words(offsets.normal):
        start, end = offsets.span(word.start, word.end)
        assert word.text in normalise(text[start:end])
        assert {start, end} <= borders


@given(hostile)
def test_units_of_the_whole(text: str) -> None:
    assert utf16_length(text) == slow_units(text)
    assert Offsets(text).normal == single_spaced(normalise(text))[0]


@pytest.mark.parametrize("letter", [chr(code) for code in range(0x980, 0xA00)])
def test_every_code_point_of_bangla_maps_back(letter: str) -> None:
    """Those that are not assigned too: to a cluster they are letters, and no sign goes over its border."""
    for text in (f"ক{letter * 3} শালা", f"ক\u09be{letter}\u09be{letter}\u09c7 শালা"):
        offsets = Offsets(text)
        start = offsets.normal.rindex(" ") + 1
        assert offsets.span(start, len(offsets.normal)) == (text.rindex(" ") + 1, len(text))
        inside = [offsets.span(place, place + 1) for place in range(start)]
        assert inside == [slow_span(text, place, place + 1) for place in range(start)]


def test_an_empty_text() -> None:
    assert Offsets("").span(0, 0) == (0, 0)
    assert Offsets("").utf16(0, 0) == (0, 0)
