"""Clause ৬(খ): figures that cannot be, by arithmetic alone: a rate over 100, women and men who are more than all.

No source makes them right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.bilingual import Bilingual
from server.checks import Check, Example
from server.finding import Finding
from server.personal.around.gates import PROPORTION, UNIT
from server.posting import Posting
from server.severity import Severity
from server.text.normalise import normalise
from server.text.quantities import COUNTED
from server.text.shapes import BANGLA
from server.text.spans import apart
from server.wordlists.facts.stems import Stems, Wording

_OVER = r"(?:1(?:0[1-9]|[1-9]\d)|[2-9]\d\d) ?"


def _over_all_in(stems: Stems) -> str:
    """পাসের হার ১০৫%; ১০৫% পরিবারে; but শতাংশ is a measure of land too: ১৫০ শতাংশ সরকারি খাস জমি."""
    no_land = rf"(?! ?(?:[{BANGLA}]{{1,12}}+ ){{0,3}}[{BANGLA}]{{0,8}}{stems.land})"
    parts = rf"(?:%|{normalise('শতাংশ')}{no_land})"
    in_each = rf"{normalise('(?:বাড়িতে|পরিবারে|গ্রামে)')}(?![{BANGLA}])"
    return rf"{stems.rates_of_all}[^।.\n%\d]{{0,24}}({_OVER}(?:{parts}|percent))|(?<![\d.,])({_OVER}{parts} ?{in_each})"


_OVER_ALL = Wording(re.compile, _over_all_in)
# of a target more than all may be reached, and a growth has no end
_GOALS = Wording(re.compile, lambda stems: str(stems.goals))
# মোট ২০০ জনের মধ্যে নারী ১৩০ জন ও পুরুষ ১২০ জন; of others, নারী and ছাত্রী, one may be both
_SEX = f"({normalise('নারী|মহিলা|পুরুষ|ছাত্র|ছাত্রী')}) (\\d{{1,6}}) ?{normalise('জন')}"
_PARTS = re.compile(
    rf"{normalise('মোট')} (\d{{1,6}}) ?{normalise('জনের মধ্যে')} {_SEX},? ?(?:{normalise('ও|এবং|আর')})? ?{_SEX}"
)
_OPPOSITE = [set(map(normalise, both)) for both in (("নারী", "পুরুষ"), ("মহিলা", "পুরুষ"), ("ছাত্র", "ছাত্রী"))]
_IMPOSSIBLE = Bilingual("এ সংখ্যা ঠিক হতে পারে না।", "This number cannot be right.")
_COMPARE = Bilingual("মূল নথির সঙ্গে মিলিয়ে ঠিক করে লিখুন।", "Compare it with the document and mend it.")


def look(posting: Posting) -> Iterator[Finding]:
    """One finding over all numbers that cannot be."""
    if posting.kind != "institution" or posting.draft.action == "share":
        return
    normal = posting.normal
    spans = list(_over_all(posting)) if COUNTED.search(normal) else []
    spans += [found.span() for found in _PARTS.finditer(normal) if _are_too_many(*found.groups())]
    if spans:
        source = "checks/impossible#figures"
        yield Finding(
            "figures/impossible", "6.kha", Severity.ADVISE, _IMPOSSIBLE, source, tuple(apart(spans)), instead=_COMPARE
        )


def _over_all(posting: Posting) -> Iterator[tuple[int, int]]:
    """The rates over 100 in lines that tell of no goal and no growth."""
    end, has_goal = -1, False
    for found in _OVER_ALL.of(posting.around.stems).finditer(posting.normal):
        if found.start() > end:  # each line is searched once, however many rates it holds
            start, end = posting.around.line(found.start())
            has_goal = _GOALS.of(posting.around.stems).search(posting.normal, start, end) is not None
        if not has_goal:
            yield found.span(1 if found[1] else 2)


def _are_too_many(total: str, one: str, of_one: str, other: str, of_other: str) -> bool:
    return {one, other} in _OPPOSITE and int(of_one) + int(of_other) > int(total)


CHECK = Check(
    id="impossible",
    clauses=("6.kha",),
    look=look,
    kinds=("figures/impossible",),
    gates=((PROPORTION, UNIT),),
    flags=(
        Example("জেলায় সাক্ষরতার হার এখন [[১০৯%]]।"),
        Example("[[মোট ৯০ জনের মধ্যে নারী ৬০ জন ও পুরুষ ৫০ জন]] সনদ নিয়েছেন।"),
    ),
    passes=(
        Example("রাজস্ব আদায়ে লক্ষ্যমাত্রার ১১২% অর্জিত হয়েছে।"),
        Example("মোট ৯০ জনের মধ্যে নারী ৪০ জন ও পুরুষ ৫০ জন সনদ নিয়েছেন।"),
        Example("জেলায় সাক্ষরতার হার এখন ১০৯%।", {"account": {"kind": "employee"}}),
    ),
)
