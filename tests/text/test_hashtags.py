"""Hashtags of several words are cut at their capitals, and spans come back."""

import pytest
from hostile_texts import hostile
from hypothesis import given
from hypothesis import strategies as st

from server.text.hashtags import parted
from server.text.normalise import normalise

CUT = [
    ("#RazakarDalal", "#razakar dalal"),
    ("আজ #ShalaKutta, #FuckBNP", "আজ #shala kutta, #fuck bnp"),
    ("#BNPDalal", "#bnp dalal"),
    ("#shala #ShalaKutta #SHALA", "#shala #shala kutta #shala"),
    ("👩\u200d💻 #Shala2Kutta", "👩💻 #shala2 kutta"),
    ("#shalakutta #ShalaKutta", "#shalakutta #shala kutta"),
    ("#shalakuttas #ShalaKutta", "#shalakuttas #shala kutta"),
]
WHOLE = ["#shalakutta", "#SHALA", "#Shala", "ShalaKutta", "#শালাকুত্তা", "# ShalaKutta", "", "#", "#Sh\u0301alaKutta"]


@pytest.mark.parametrize(("typed", "expected"), CUT)
def test_a_hashtag_of_several_words(typed: str, expected: str) -> None:
    found = parted(typed, normalise(typed))
    assert found is not None
    assert found.normal == expected


@pytest.mark.parametrize("typed", WHOLE)
def test_a_hashtag_of_one_word(typed: str) -> None:
    assert parted(typed, normalise(typed)) is None


def test_a_span_comes_back_and_is_known_for_one_of_a_hashtag() -> None:
    normal = normalise("এক #RazakarDalal দুই")
    found = parted("এক #RazakarDalal দুই", normal)
    assert found is not None
    places = {word: (found.normal.index(word), found.normal.index(word) + len(word)) for word in found.normal.split()}
    back = {word: (found.back(start), found.back(end)) for word, (start, end) in places.items()}
    assert {word: normal[start:end] for word, (start, end) in back.items()} == {word: word for word in places}
    assert [word for word, span in back.items() if found.holds(*span)] == ["#razakar", "dalal"]


@given(hostile, hostile, st.sampled_from(["#ShalaKutta", "#BNPDalal"]))
def test_only_spaces_are_put_in(before: str, after: str, tag: str) -> None:
    text = f"{before} {tag} {after}"
    normal = normalise(text)
    found = parted(text, normal)
    assert found is not None
    assert found.normal.replace(" ", "") == normal.replace(" ", "")
    assert all(normal[found.back(place)] == letter for place, letter in enumerate(found.normal) if letter != " ")
