"""Marks of some kinds are those of all kinds, the others left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.personal.around.cues import shipped_cues
from server.personal.around.gates import TOKEN
from server.personal.around.names import NAMED, NOT_NAMES, SURNAMES
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.particulars.numbers import NAMES, NEAR
from server.personal.people.recognisable import IN_SENTENCE
from server.text.normalise import normalise

# stand within each other: কার্ড নং in স্মার্ট কার্ড নং
NESTED = ("স্মার্ট", "কার্ড", "নং", "জন্ম", "নিবন্ধন", "জাতীয়", "পরিচয়পত্র", "নম্বর", "হিসাব", "মোবাইল", "nid", "card", "no")
KINDS = (NAMED, NOT_NAMES, SURNAMES, IN_SENTENCE, NAMES, ("village", "home"), ("relative",), ("occasion", "mood"))


def cue_words() -> list[str]:
    cues = [(first, *cue.rest) for first, those in shipped_cues().phrases.items() for cue in those]
    return sorted({word for words in cues for word in words})


words = st.one_of(st.sampled_from(cue_words()), st.sampled_from(list(map(normalise, NESTED))))
joints = st.sampled_from([" ", " ", " ", "-", ". ", "র ", "ের ", "ঃ ", "ঃঃ", "\n", " - ", "।", "\t", "1"])
drafts = st.lists(st.tuples(words, joints), max_size=24).map(lambda parts: "".join(map("".join, parts)))


def before_of_all(seen: Surroundings, place: int, kinds: tuple[str, ...], reach: int) -> Mark | None:
    """The last of all marks, as long as one that overlaps it from before, of five that are looked at."""
    floor = max(seen.line(place)[0], place - reach)
    ending = [
        index
        for index, mark in enumerate(seen.marks)
        if mark.kind in kinds and floor <= mark.start < place and mark.end <= place
    ]
    mark = seen.marks[ending[-1]] if ending else None
    for other in reversed(seen.marks[max(0, ending[-1] - 5) : ending[-1]] if ending else []):
        if mark and other.kind in kinds and other.end > mark.start:
            longer = mark.kind == "other" or other.end - other.start >= mark.end - mark.start
            mark = other if longer else mark
    return mark


@given(drafts, st.permutations(KINDS))
def test_marks_of_some_kinds(text: str, asked: list[tuple[str, ...]]) -> None:
    normal = normalise(text)
    seen, all_marks = Surroundings(normal), Surroundings(normal).marks
    for kinds in asked:
        assert seen.holds_any(*kinds) == any(mark.kind in kinds for mark in all_marks)
        assert seen.marks_of(kinds) == [mark for mark in all_marks if mark.kind in kinds]


@given(drafts, st.sampled_from(KINDS), st.integers(0, 80), st.integers(0, 80))
def test_marks_between_two_places(text: str, kinds: tuple[str, ...], start: int, end: int) -> None:
    seen = Surroundings(normalise(text))
    between = [mark for mark in seen.marks if mark.kind in kinds and start <= mark.start and mark.end <= end]
    assert list(seen.between(start, end, kinds)) == between
    assert seen.has(start, end, kinds) == bool(between)


@given(drafts, st.sampled_from(KINDS), st.integers(0, 200))
def test_the_mark_before_a_place(text: str, kinds: tuple[str, ...], place: int) -> None:
    seen = Surroundings(normalise(text))
    assert seen.before(place, kinds, NEAR) == before_of_all(seen, place, kinds, NEAR)


@given(drafts, st.sampled_from(KINDS))
def test_a_word_that_is_a_cue_by_itself(text: str, kinds: tuple[str, ...]) -> None:
    seen = Surroundings(normalise(text))
    for word in TOKEN.finditer(seen.normal):
        assert seen.is_one(word, kinds) == seen.has(word.start(), word.end(), kinds)


@given(drafts, st.integers(0, 200))
def test_words_beside_a_place(text: str, place: int) -> None:
    seen = Surroundings(normalise(text))
    place = min(place, len(seen.normal))
    spans = [word.span() for word in TOKEN.finditer(seen.normal)]
    assert [word.span() for word in seen.words_from(place)] == [span for span in spans if span[0] >= place]
    before = [span for span in spans if seen.normal[span[1] : place] == " "]
    word = seen.word_before(place)
    assert ([word.span()] if word else []) == before
