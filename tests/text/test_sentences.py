"""Where sentences end, and mostly where they do not."""

import pytest
from hostile_texts import hostile
from hypothesis import given

from server.text.normalise import normalise
from server.text.sentences import sentences

ENDS = [
    "আমি যাই।| তুমি?| চলো!| শেষ",
    "এক।।| দুই",
    "এক\n|দুই\r\n|তিন",
    "এক\u2028|দুই\u2029|তিন\x0b|চার",
    "He went. |She stayed. |End",
    "সে গেল. |আমি রইলাম.",
    "Really?! |Yes.",
    "wait... |what",
    "কেন?|আমি জানি না",
    "থামো!|সে এল",
    "(ঠিক আছে.)| পরে",
    "বলল “যাও।”| তারপর",
    "মোট ছিল ১২.| সবাই গেল",
    "এক\n|১২. দুই",
    "এক | দুই",
]

ONE = [
    "মো. করিম", "ডা. রহিম", "ড. ইউনূস", "মোছা. সালমা", "প্রফেসর. ক", "৩.৫ শতাংশ", "রাত ৮.৩০ মিনিটে", "U.S.A. team", "e.g. this",
    "i.e. that", "Dr. Rahman", "Md. Karim", "Mr. X", "No. 5", "a.m. today", "www.example.com", "নং. ৫", "লি. কোম্পানি",
    "এ. কে. এম. ফজলুল", "১. প্রথম", "2. second", "১২. দ্বাদশ", "24. twenty-fourth", "sh!t happens", "https://a.bd/x?y=1 দেখুন", "শ.ু.য়.ো.র", "v1.2.3 released",
    "৫ কি. মি. দূরে", "Jan. 5", "বি. দ্র. পড়ুন", "a.b@mof.gov.bd লিখুন", "St. Martin", "vs. them", "তাং. ৫ মে", "ক, খ; গ: ঘ",
]  # fmt: skip


@pytest.mark.parametrize("marked", ENDS)
def test_ends(marked: str) -> None:
    if marked == "এক | দুই":  # a bar written for a danda
        assert len(sentences("এক | দুই")) == 2
        return
    parts = [normalise(part).strip() for part in marked.split("|")]
    normal = normalise(marked.replace("|", ""))
    assert [normal[start:end] for start, end in sentences(normal)] == parts


@pytest.mark.parametrize("typed", ONE)
def test_one_sentence(typed: str) -> None:
    assert len(sentences(normalise(typed))) == 1


@given(hostile)
def test_spans_ascend_and_leave_out_only_white_space(text: str) -> None:
    normal = normalise(text)
    place = 0
    for start, end in sentences(normal):
        assert not normal[place:start].strip()
        assert normal[start:end].strip()
        place = end
    assert not normal[place:].strip()
