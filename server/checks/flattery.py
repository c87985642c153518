"""Clause ৬(ঘ): flattery of a superior, by the lists in wordlists/flattery/. Customary address never counts.

Beside them a superior and praise in one sentence of the writer's own voice, as wordlists/data/personal/tones.yaml has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.checks import Check, Example
from server.finding import Finding
from server.personal.pairs import pairs
from server.posting import Posting
from server.severity import Bilingual, Severity
from server.text.normalise import normalise

PRAISED = Bilingual("কথাটি ঊর্ধ্বতনের ব্যক্তিগত প্রশংসা।", "This praises a superior in person.")
SUPERIOR, PRAISE, ACCLAIM = "superior", "praise", "acclaim"
TOLD = ("official", "person", "pupil", "benefit", "accused", "death", "call")  # with one of these it is a report
WITHIN = 50  # code points between the superior and the praise
_VOICE = re.compile(
    r"(?<![a-z])(?:our|we|us|you|your|amra|amader|apni|apnar|apnake|tumi)(?![a-z])|"
    + "|".join(map(normalise, ("আমাদের", "আমরা", "আমি ", "আমার ", "আপনি", "আপনার", "আপনাকে")))
)


def look(posting: Posting) -> Iterator[Finding]:
    """One finding for the whole post of an institution."""
    if posting.kind != "institution":
        return
    matches = posting.matches_of("flattery")
    if matches:
        yield Finding.of_matches(matches)
    elif (
        posting.draft.action == "post"
        and posting.around.may_hold(SUPERIOR)
        and posting.around.may_hold(PRAISE, ACCLAIM)
    ):
        yield from _praised(posting)


def _praised(posting: Posting) -> Iterator[Finding]:
    """The first sentence that praises a superior, to or for "us" or in words that are nothing but praise."""
    around = posting.around
    for start, end in posting.sentences:
        if around.has(start, end, TOLD):
            continue
        praise = (PRAISE, ACCLAIM) if _VOICE.search(around.normal, start, end) else (ACCLAIM,)
        for pair in (pair for kind in praise for pair in pairs(around, start, end, SUPERIOR, kind, WITHIN)):
            spans = tuple(sorted((mark.start, mark.end) for mark in pair))
            yield Finding(
                "flattery/superiors-praised", "6.gha", Severity.ADVISE, PRAISED, "checks/flattery#praise", spans
            )
            return


CHECK = Check(
    id="flattery",
    clauses=("6.gha",),
    look=look,
    flags=(
        Example("আমাদের [[ডিসি]] স্যার একজন [[মানবতার ফেরিওয়ালা]]"),
        Example("[[Sir]], you are a [[living legend]]!"),
        Example("আমাদের [[ডিসি]] [[চৌকস]] একজন মানুষ"),
    ),
    passes=(
        Example("আমাদের ডিসি স্যার একজন মানবতার ফেরিওয়ালা", {"account": {"kind": "employee"}}),
        Example("সুযোগ্য জেলা প্রশাসক মহোদয় প্রধান অতিথি ছিলেন"),
        Example("মাননীয় মন্ত্রী মহোদয়কে ফুল দিয়ে বরণ করা হয়"),
        Example("সহযোগিতার জন্য ইউএনও মহোদয়কে ধন্যবাদ"),
        Example("ডিসি বলেন, মেধাবী তরুণেরাই আমাদের শক্তি"),
    ),
)
