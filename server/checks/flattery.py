"""Clause ৬(ঘ): flattery of a superior, by the lists in wordlists/flattery/. Customary address never counts.

Beside them a superior and praise in one sentence of the writer's own voice, as wordlists/data/personal/tones.yaml has them, and
praise of oneself, which says so. A plain report of what a superior does is none, whatever learned evidence makes of his title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.pairs import pairs, spans_of
from server.personal.around.surroundings import Mark, Surroundings
from server.posting import Posting
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.facts.stems import Wording

PRAISED = Bilingual(
    "কথাটি ঊর্ধ্বতনের ব্যক্তিগত প্রশংসা; দাপ্তরিক পোস্টে এর প্রয়োজন নেই।",
    "This praises a superior in person; an official post does not need it.",
)
OWN = Bilingual(
    "লেখাটি নিজের কাজ, গুণ বা সাফল্যের প্রশংসা বলে মনে হচ্ছে; দাপ্তরিক পোস্টে এর প্রয়োজন নেই।",
    "This seems to praise the writer's own work, merit or success; an official post does not need it.",
)
FACTS = Bilingual("প্রশংসা বাদ দিয়ে শুধু কাজ ও তার ফল লিখুন।", "Leave the praise out; write what was done and what came of it.")
SUPERIOR, PRAISE, ACCLAIM = "superior", "praise", "acclaim"
MYSELF, OWN_PRAISE, DUTY = "myself", "own-praise", "duty"
REMEMBERED = "remembered"  # the dead to whom heads are bowed
NAMESAKE = "namesake"  # holds a word of praise and is the name of something: ইতিহাস বিভাগ
TOLD = ("official", "person", "pupil", "benefit", "accused", "death", "call")  # with one of these it is a report
WITHIN = 50  # code points between the superior and the praise
_VOICE = re.compile(
    r"(?<![a-z])(?:our|we|us|you|your|amra|amader|apni|apnar|apnake|tumi)(?![a-z])|"
    + "|".join(map(normalise, ("আমাদের", "আমরা", "আমি ", "আমার ", "আপনি", "আপনার", "আপনাকে")))
)

# somebody else is spoken of or to: স্যার, আপনি, his
_OTHER = re.compile(
    r"(?<![a-z])(?:sir|madam|boss|you|your|he|his|him|she|her|our|apni|apnar|apnake|tini|tar|amader|odhine|under)(?![a-z])|"
    + "|".join(map(normalise, ("স্যার", "ম্যাডাম", "মহোদয়", "আপনি", "আপনার", "আপনাকে", "তিনি", "তাঁর", "আমাদের", "অধীনে")))
)
# somebody else's words, or a question of how to apply
_SAID = re.compile(
    r"(?<![a-z])(?:said|says|told|apply|bolen|bolechen|janan|abedon)(?![a-z])|"
    + "|".join(map(normalise, ("বলেন", "বলেছেন", "জানান", "আবেদন")))
)
_CALLED = re.compile(r"(?<![a-z])(?:sir|madam|boss)(?![a-z])|" + "|".join(map(normalise, ("স্যার", "ম্যাডাম"))))
_HONOURED = Wording(re.compile, lambda stems: str(stems.honours))

_OFFICES = Wording(re.compile, lambda stems: str(stems.offices_told))


def _in_own_voice(around: Surroundings, start: int, end: int) -> bool:
    """আমাদের, আপনি; or স্যার where no award, farewell or arrival is told."""
    normal = around.normal
    if _VOICE.search(normal, start, end):
        return True
    return bool(_CALLED.search(normal, start, end)) and not _HONOURED.of(around.stems).search(normal, start, end)


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post of an institution."""
    if posting.kind != "institution":
        return
    is_new = posting.draft.action == "post"  # in an answer only what lists know
    listed = posting.listed_in("flattery")
    found = Finding.first(listed, lambda: _told_new(posting) if is_new else None, (), posting.normal)
    if found:
        yield found if found.instead.bn else replace(found, instead=FACTS)


def _told_new(posting: Posting) -> Finding | None:
    """What is asked of new posts alone: praise by its words, of a superior or of oneself, then learned evidence."""
    found = next(_praised(posting), None)
    return found or _of_oneself(posting) or _learned(posting)


def _of_oneself(posting: Posting) -> Finding | None:
    """Words that praise none but the writer: আমার নেতৃত্বে, feature about me."""
    around = posting.around
    if not around.holds(OWN_PRAISE) or _SAID.search(around.normal):
        return None
    marks = sorted(around.between(0, len(around.normal), (OWN_PRAISE,)))
    spans = tuple({mark.start: (mark.start, mark.end) for mark in marks}.values())  # the longest at each place
    return Finding(f"flattery/{OWN_PRAISE}", "6.gha", Severity.ADVISE, OWN, "checks/flattery#own-praise", spans)


def _learned(posting: Posting) -> Finding | None:
    found = posting.learned_in("flattery") or posting.leaning_in("flattery")
    if not found or is_plain_duty(posting.around) or posting.around.holds_any(REMEMBERED):
        return None
    finding = Finding.of_matches(found, posting.normal)
    is_own = posting.around.holds(MYSELF) and not _OTHER.search(posting.normal)
    return replace(finding, check=f"flattery/{OWN_PRAISE}", message=OWN) if is_own else finding


def is_plain_duty(around: Surroundings) -> bool:
    """Whether what an officer does at work is told, with no word of praise: আমাদের ইউএনও স্যার মিটিংয়ে আছেন."""
    return around.holds(DUTY) and not around.holds_any(PRAISE, ACCLAIM)


def _is_report(around: Surroundings, start: int, end: int) -> bool:
    """Whether the sentence reports something; the name of an office alone reports nothing."""
    office = _OFFICES.of(around.stems)
    return any(not office.match(around.normal, mark.start) for mark in around.between(start, end, TOLD))


def _is_name(around: Surroundings, start: int, end: int, praise: Mark) -> bool:
    """Whether a word of praise is part of what names something else in its sentence."""
    names = around.between(start, end, (NAMESAKE,))
    return any(name.start < praise.end and praise.start < name.end for name in names)


def _praised(posting: Posting) -> Iterator[Finding]:
    """The first sentence that praises a superior, to or for "us" or in words that are nothing but praise."""
    around = posting.around
    if not (around.holds(SUPERIOR) and around.holds_any(PRAISE, ACCLAIM)):
        return
    for start, end in posting.sentences:
        if not around.has(start, end, (SUPERIOR,)):
            continue
        kinds = (PRAISE, ACCLAIM) if _in_own_voice(around, start, end) else (ACCLAIM,)
        praise = [kind for kind in kinds if around.may_hold(kind)]
        if not praise or _is_report(around, start, end):
            continue
        for pair in (pair for kind in praise for pair in pairs(around, start, end, SUPERIOR, kind, WITHIN)):
            if _is_name(around, start, end, pair[1]):
                continue
            yield Finding(
                "flattery/superiors-praised",
                "6.gha",
                Severity.ADVISE,
                PRAISED,
                "checks/flattery#praise",
                spans_of(pair),
            )
            return


CHECK = Check(
    id="flattery",
    clauses=("6.gha",),
    look=look,
    kinds=(f"flattery/{OWN_PRAISE}",),
    folder="flattery",
    gates=((SUPERIOR, OWN_PRAISE), (PRAISE, ACCLAIM, OWN_PRAISE)),
    flags=(
        Example("আমাদের [[ডিসি]] স্যার একজন [[মানবতার ফেরিওয়ালা]]"),
        Example("[[Sir]], you are a [[living legend]]!"),
        Example("আমাদের [[ডিসি]] [[চৌকস]] একজন মানুষ"),
        Example("[[আমার নেতৃত্বে]] এই উপজেলা বদলে গেছে।"),
    ),
    passes=(
        Example("আমাদের ডিসি স্যার একজন মানবতার ফেরিওয়ালা", {"account": {"kind": "employee"}}),
        Example("সুযোগ্য জেলা প্রশাসক মহোদয় প্রধান অতিথি ছিলেন"),
        Example("মাননীয় মন্ত্রী মহোদয়কে ফুল দিয়ে বরণ করা হয়"),
        Example("সহযোগিতার জন্য ইউএনও মহোদয়কে ধন্যবাদ"),
        Example("আমাদের উপাচার্য ইতিহাস বিভাগের নতুন ভবন ঘুরে দেখেন"),
        Example("ইউএনওর নেতৃত্বে এই উপজেলায় অভিযান চলছে।"),
        Example("আমাদের ইউএনও স্যার এখন মিটিংয়ে আছেন।"),
        Example("On 9 May the army killed 65 people in this village. We bow our heads at the mass grave."),
        Example("ডিসি বলেন, মেধাবী তরুণেরাই আমাদের শক্তি"),
    ),
)
