"""What stands in quotation marks, and what an apostrophe or a lost mark does not enclose."""

from itertools import pairwise

import pytest
from hostile_texts import hostile
from hypothesis import given

from server.text.normalise import normalise
from server.text.quotes import LONGEST, marks_around, quotes, remarks


@pytest.mark.parametrize(
    ("text", "enclosed"),
    [
        ("নাটক “রাত নামে” আজ", ["“রাত নামে”"]),
        ("নাটক ‘রাত নামে’ আজ", ["‘রাত নামে’"]),
        ('the film "Night" and "Day"', ['"night"', '"day"']),
        ("the word 'dog' is short", ["'dog'"]),
        ("«রাত» শব্দটি", ["«রাত»"]),
        ('নাটক “রাত নামে" আজ', ['“রাত নামে"']),  # a keyboard closes with what it has
        ('নাটক "রাত নামে” আজ', ['"রাত নামে”']),
        ("নাটক „রাত নামে” আজ", ["„রাত নামে”"]),
        ("নাটক „রাত নামে“ আজ", ["„রাত নামে“"]),
        ("নাটক ‚রাত’ আজ", ["‚রাত’"]),
        ('“এক" ও “দুই”', ['“এক"', "“দুই”"]),
        ("don't say it, it isn't so", []),
        ("the boys' books and the girls' bags", []),
        ("একটি “চিহ্ন খোলা রইল", []),
        ("“এক\nদুই”", []),
        ('6" pipe', []),
        ('12" pipe, stolen, 6" pipe', []),
        ('12" pipe "here"', ['"here"']),
        ('the "grade 6" class', ['"grade 6"']),
        ("“" + "ক" * (LONGEST + 1) + "”", []),
        ("ক‘খ’", ["‘খ’"]),
        ("", []),
    ],
)
def test_quotes(text: str, enclosed: list[str]) -> None:
    normal = normalise(text)
    assert [normal[start:end] for start, end in quotes(normal)] == enclosed


@given(hostile)
def test_spans_ascend_and_begin_and_end_with_a_mark(text: str) -> None:
    normal = normalise(text)
    found = quotes(normal)
    assert all(normal[start] in "“‘«\"'" and normal[end - 1] in "”’»\"'" for start, end in found)
    assert all(before[1] <= behind[0] for before, behind in pairwise(found))


@pytest.mark.parametrize(
    ("text", "remarked"),
    [
        ("আপনি লিখেছেন “কাজ হয় না”, দেখছি", ["“কাজ হয় না”"]),
        ("আপনি লিখেছেন “কাজ হয় না” আর “ঘুষ”", ["“কাজ হয় না”"]),  # one word is a mention
        ("আমাদের “বীর” আজ এলেন", []),
        ("“কাজ হয় না”", []),  # the quotation is the post
        ("“কাজ হয় না” — কথা", []),
        ("“কাজ হয় না” — লোকের কথা আজ", ["“কাজ হয় না”"]),
        ("আপনি লিখেছেন কাজ হয় না", []),
    ],
)
def test_remarks(text: str, remarked: list[str]) -> None:
    normal = normalise(text)
    assert [normal[start:end] for start, end in remarks(normal)] == list(map(normalise, remarked))


@pytest.mark.parametrize(
    "place, around", [(-1, None), (0, None), (2, (2, 5)), (4, (2, 5)), (5, None), (9, (7, 11)), (11, None)]
)
def test_the_marks_around_a_place(place: int, around: tuple[int, int] | None) -> None:
    assert marks_around([(2, 5), (7, 11)], place) == around
    assert marks_around([], place) is None
