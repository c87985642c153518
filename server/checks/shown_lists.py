"""Clause ৬(গ): a list or picture of many people's particulars that goes with the post, where the post itself holds none of them.

What it shows nobody here can read; that it is shown, the words beside tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.surroundings import Mark, Surroundings
from server.posting import Posting
from server.severity import Severity
from server.text.spans import Span, apart

PUT, TOLD, WHOSE = "put-for-all", "particular-told", "listed-people"
KEPT, PUBLIC = "kept-back", "called-by-all"
ALL = (PUT, TOLD, WHOSE, KEPT, PUBLIC)
REACH = 2  # sentences between where something is shown and what that is
FAR = 250  # code points from the one to the other
MESSAGE = Bilingual(
    "এতে অনেকের ব্যক্তিগত তথ্যের তালিকা বা ছবি সবার সামনে প্রকাশ পাচ্ছে বলে মনে হচ্ছে।",
    "This seems to show a list or picture of many people's particulars to everybody.",
)
INSTEAD = Bilingual(
    "তালিকায় শুধু ক্রমিক, রোল বা আবেদন নম্বর রাখুন; এনআইডি, মোবাইল, হিসাব নম্বর, ঠিকানা ও রোগের তথ্য মুছে প্রকাশ করুন। "
    "নিজের তথ্য মিলিয়ে নেওয়ার ব্যবস্থা দপ্তরে রাখুন।",
    "Keep only serial, roll or application numbers in the list; take out NID, phone and account numbers, addresses and "
    "illnesses before it goes. Let people verify their own at the office.",
)
Sentence = Mapping[str, list[Mark]]  # its marks by their kind


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the first such list."""
    if posting.kind != "institution":
        return
    found = _shown(posting.around)
    if found:
        source = "checks/shown_lists#shown"
        yield Finding("personal/shown", "6.ga", Severity.WARN, MESSAGE, source, found, instead=INSTEAD)


def _shown(around: Surroundings) -> tuple[Span, ...]:
    """The places of what is shown and of where, by the first sentence that shows something and the nearest that says what; none: ()."""
    sentences = _by_sentence(around)
    for place, sentence in sentences.items():
        if PUT not in sentence or KEPT in sentence:
            continue
        near = sorted(range(place - REACH, place + REACH + 1), key=lambda other: abs(other - place))
        for other in near:
            if other in sentences and _tells(sentences, place, other):
                marks = (sentence[PUT][0], *sentences[other][TOLD])
                return tuple(apart((mark.start, mark.end) for mark in marks))
    return ()


def _by_sentence(around: Surroundings) -> Mapping[int, Sentence]:
    """The marks of each sentence that has any, by its number."""
    found: dict[int, dict[str, list[Mark]]] = {}
    for mark in around.marks_of(ALL):
        found.setdefault(around.sentence_at(mark.start), {}).setdefault(mark.kind, []).append(mark)
    return found


def _tells(sentences: Mapping[int, Sentence], place: int, other: int) -> bool:
    """Whether a sentence says what of many people is shown in the other."""
    told = sentences[other]
    if TOLD not in told or KEPT in told or PUBLIC in told:
        return False
    if abs(told[TOLD][0].start - sentences[place][PUT][0].start) > FAR:
        return False
    first, last = sorted((place, other))
    return any(WHOSE in sentences.get(number, ()) for number in range(first, last + 1))


CHECK = Check(
    id="shown-lists",
    clauses=("6.ga",),
    look=look,
    kinds=("personal/shown",),
    gates=((PUT,), (TOLD,), (WHOSE,)),
    flags=(
        Example("ভিজিডি কার্ডের তালিকা [[ছবিতে দেওয়া]] হলো, [[এনআইডি]] ও [[মায়ের নাম]] মিলিয়ে দেখুন।"),
        Example("উপবৃত্তির শিট [[সংযুক্ত]]। এতে প্রত্যেকের [[বিকাশ নম্বর]] আছে।"),
        Example("Bhatar notun list e [[mobile number]] shoho shob ache, [[niche deya]] link e dekhun."),
        Example("The sheet of stipend holders with their [[account numbers]] is [[attached]]."),
    ),
    passes=(
        Example("ভিজিডি কার্ডের তালিকা ছবিতে দেওয়া হলো। কার্ড নিতে এনআইডি আনবেন।"),
        Example("উপকারভোগীদের তালিকা ছবিতে, গোপনীয়তার স্বার্থে এনআইডি নম্বর দেওয়া হয়নি।"),
        Example("উপজেলার কর্মকর্তাদের মোবাইল নম্বরের তালিকা ছবিতে দেওয়া হলো।"),
        Example("নির্বাচিতদের রোল নম্বরের তালিকা সংযুক্ত করা হলো।"),
        Example("The list with roll numbers only is attached; NID numbers are not published."),
        Example("Abedoner shathe NID copy r mobile number lagbe, kagojer list chobite."),
        Example("উপবৃত্তির শিট সংযুক্ত। এতে প্রত্যেকের বিকাশ নম্বর আছে।", {"account": {"kind": "employee"}}),
    ),
)
