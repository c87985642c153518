"""The tree of phrases: phrases that share words, in any order of adding, and what may forgive."""

from __future__ import annotations

import pickle
from itertools import permutations
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.text.words import spelled
from server.wordlists.matching.match import ALL, FIRST_GROUP, FORGIVING, PLAIN, Hit, Phrases, Role
from server.wordlists.matching.tree import Branch

LISTED = {
    "ভোট চোর": Role("term", 1, mark=PLAIN),
    "ভোট চোর দল": Role("term", 2, mark=FIRST_GROUP),
    "ভোট": Role("term", 3, mark=FIRST_GROUP),
    "চোর দল": Role("term", 4, mark=PLAIN),
}


def phrases(listed: dict[str, Role]) -> Phrases:
    made = Phrases()
    for phrase, role in listed.items():
        assert add(made, phrase, role)
    return made


def add(made: Phrases, phrase: str, role: Role) -> bool:
    return made.add(spelled([phrase])[0], role)


def numbers(hits: list[Hit]) -> list[int]:
    return sorted(hit.role.number for hit in hits)


@pytest.mark.parametrize("order", list(permutations(LISTED)))
def test_phrases_that_share_words_are_found_in_whatever_order_they_came(order: tuple[str, ...]) -> None:
    made = phrases({phrase: LISTED[phrase] for phrase in order})
    made.built()
    assert numbers(made.find("ভোট চোর দল")) == [1, 2, 3, 4]
    assert numbers(made.find("ভোট চোর")) == [1, 3]
    assert numbers(made.find("ভোট। চোর দল")) == [3, 4]
    assert numbers(made.find("ভোট | চোর দল")) == [3, 4]  # a bar written for a danda, or between two cells
    assert numbers(made.find("ভোট|চোর")) == [1, 3]
    assert numbers(made.find("চোর ভোট দল")) == [3]
    assert not made.find("দল চোর")


def test_only_wanted_marks_are_walked() -> None:
    made = phrases(LISTED)
    opened = made.open("ভোট চোর দল")
    assert opened.marks == PLAIN | FIRST_GROUP
    assert numbers(made.walk(opened, PLAIN)) == [1, 4]
    assert numbers(made.walk(opened, FIRST_GROUP)) == [2, 3]
    assert numbers(made.walk(opened, FORGIVING)) == []


def test_one_phrase_of_several_roles() -> None:
    made = phrases({"শালা": Role("term", 1, mark=PLAIN)})
    for role in (Role("term", 1, mark=PLAIN), Role("term", 2, mark=FIRST_GROUP), Role("context", 0)):
        add(made, "শালা", role)
    assert numbers(made.find("শালার")) == [0, 1, 2]
    assert [hit.ending for hit in made.find("শালার")] == ["র"] * 3


def test_of_what_forgives_only_the_sets_asked_for() -> None:
    made = phrases({"শালা": Role("term", 7, mark=PLAIN)})
    for number, forgiving in ((1, ["দুলাভাই শালা", "সমাচার"]), (2, ["শালা সমাচার"]), (3, ["নাটক"])):
        made.add_set(spelled(forgiving), Role("exception", number))
    opened = made.open("দুলাভাই শালা সমাচার")
    assert numbers(made.forgiving(opened, {1})) == [1, 1]
    assert numbers(made.forgiving(opened, {2})) == [2]
    assert numbers(made.forgiving(opened, {3})) == []
    assert numbers(made.forgiving(opened, set())) == []


def test_many_openers_are_found_as_few_are() -> None:
    listed = {f"শব্দ{letter}": Role("term", number, mark=PLAIN) for number, letter in enumerate("কখগঘচছজঝটঠডঢতথদধ")}
    made = phrases({**listed, "শব্দক শব্দখ": Role("term", 99, mark=PLAIN)})
    text = " ".join(listed)
    assert numbers(made.walk(made.open(text), ALL)) == [*range(len(listed)), 99]
    assert numbers(made.walk(made.open("শব্দক, শব্দখ"), ALL)) == [0, 1, 99]


WORDS = [f"শব্দ{letter}" for letter in "কখগঘচছজঝটঠডঢতথদধ"]
LISTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), max_size=40)
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", "  ", ", ", "। ", "!"))), max_size=40)


@pytest.mark.parametrize("few", [0, 12])
@given(LISTS, LISTS, TEXTS)
def test_each_phrase_is_found_wherever_its_words_stand_in_a_row(
    few: int, terms: list[list[str]], forgiving: list[list[str]], text: list[tuple[str, str]]
) -> None:
    """Whatever is asked for, and whether words are looked for one by one or the text is cut into words."""
    made = Phrases()
    for number, phrase in enumerate(terms):
        made.add(phrase, Role("term", number, mark=FIRST_GROUP << number % 3))
    for number, phrase in enumerate(forgiving):
        made.add_set([phrase], Role("context", number))
    made.built()
    inside = [word for word, _ in text]
    breaks = [place for place, (_, behind) in enumerate(text) if behind in ("। ", "!")]

    def standing(phrase: list[str]) -> int:
        spans = (
            (start, start + len(phrase)) for start in range(len(inside)) if inside[start:][: len(phrase)] == phrase
        )
        return sum(not any(start <= place < end - 1 for place in breaks) for start, end in spans)

    opened = made.open("".join(map("".join, text)))
    with patch("server.wordlists.matching.opened.FEW_OPENERS", few):
        made.marks(opened)
    for group in range(3):
        own = {number: phrase for number, phrase in enumerate(terms) if number % 3 == group}
        asked = FIRST_GROUP << group
        expected = sorted(number for number, phrase in own.items() for _ in range(standing(phrase)))
        assert numbers(made.walk(opened, asked)) == expected
        assert bool(made.marks(opened) & asked) == bool(expected)
    for asked_sets in ({0, 1}, set(range(len(forgiving)))):
        found = [number for number in asked_sets if number < len(forgiving) for _ in range(standing(forgiving[number]))]
        assert numbers(made.forgiving(opened, asked_sets)) == sorted(found)


def test_a_phrase_without_a_word_is_refused() -> None:
    assert not add(Phrases(), "!?", Role("term", 1, mark=PLAIN))


FAR_UP = FIRST_GROUP << 900  # marks as long as where there are hundreds of groups


def test_equal_marks_are_kept_once_also_where_the_phrases_come_from_their_copy() -> None:
    made = phrases({f"{word} {other}": Role("term", 1, mark=FAR_UP) for word in ("বাতাস", "সাগর") for other in ("ক", "খ")})
    made.built()
    copy = pickle.loads(pickle.dumps(made))
    for one in (made, copy):
        assert {type(node) for node in one._tree.values()} == {Branch}
        assert len({id(node.marks) for node in one._tree.values() if isinstance(node, Branch)}) == 1
    assert numbers(copy.find("বাতাস খ সাগর ক")) == [1, 1]


def test_equal_marks_of_words_that_were_met_are_kept_once() -> None:
    made = phrases({word: Role("term", number, mark=FAR_UP) for number, word in enumerate(("বাতাস", "সাগর", "আকাশ"))})
    opened = made.open("বাতাস সাগর আকাশ")
    assert {len(opened.openers), len({id(one.marks) for one in opened.openers.values()})} == {3, 1}
    assert {id(one.marks) for one in opened.openers.values()} == {
        id(one.alone_marks) for one in opened.openers.values()
    }
