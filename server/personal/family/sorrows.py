"""An employee's private sorrow, told to all: a divorce, an illness of the mind, debts, children who left.

Of whom it is told by the last name before it, beside which stands that its bearer serves at the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.personal.around.names import Name, names
from server.personal.around.surroundings import Mark, Surroundings
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Stems, Wording

SORROW, STAFF, OUR_OWN = "sorrow", "staff", "our-own"
REACH = 170  # code points from the name to what is told
BESIDE = 24  # before a name, in which its bearer's post stands
_JOINED = re.compile(rf"[ ,]{{0,2}}(?:(?:{normalise('জনাব|মিজ|বেগম')}|mr|ms|mrs|md)[. ]{{0,2}})?")
# শিরিন আপা, Alamgir bhai
_ADDRESSED = Wording(
    re.compile,
    lambda stems: rf" ?{stems.addressed}(?:{normalise('য়ের|ের|র|কে')})?(?![a-z{BANGLA}])",
)
BEHIND = 40  # code points behind what is told in which it turns out to be others'


def _others(stems: Stems) -> str:
    """নারীদের, এমন নারী, ৩০টি পরিবার, দম্পতি; what is settled: দাম্পত্য কলহ মিটিয়ে, mediates custody battles."""
    served, household = stems.people_served, normalise("পরিবার")
    of_many = (
        rf"{served}(?:{normalise('দের|রা|গণ')})|{normalise('এমন')} (?:[0-9]|{served}|{household}|{normalise('দম্পতি')})"
    )
    counted = rf"(?<![0-9])[0-9]{{1,4}} ?(?:{normalise('টি|জন')})? ?(?:{served}|{household})"
    in_latin = rf"(?<![a-z])(?:{stems.others_sorrow.latin}|{stems.people_served_banglish}der)(?![a-z])"
    return rf"(?<![{BANGLA}])(?:{of_many}|{stems.others_sorrow.bangla}|{counted})|{in_latin}"


# of others than him who was named: যাঁরা বিষণ্নতায় ভুগছেন, he said that many are in debt
_OF_OTHERS = Wording(
    re.compile,
    lambda stems: (
        rf"(?<![{BANGLA}]){stems.told_of_others.bangla}|\?"
        rf"|(?<![a-z])(?:{stems.told_of_others.latin}|who(?:ever)? )(?![a-z])|{_others(stems)}"
    ),
)
# right behind: ঋণের ভারে নুয়ে পড়া কৃষকদের; not ঋণের ভারে, তিনি শিক্ষার্থীদের
_GOES_ON = rf"(?<![{BANGLA}])(?:{normalise('তিনি|একা|একাই|তবু|তবুও|নিয়েও|পরও|হয়ে')})(?![{BANGLA}])"
_GOES_ON_LATIN = r"(?<![a-z])(?:but|and|he|she|yet|his|her|by|from|tini)(?![a-z])"
_THEIRS = Wording(
    re.compile,
    lambda stems: rf"(?:(?![,;:।!?\n]|\.(?:\s|\Z)|{_GOES_ON}|{_GOES_ON_LATIN}).){{0,{BEHIND}}}?(?:{_others(stems)})",
)


def sorrows(around: Surroundings) -> Iterator[tuple[Mark, Name]]:
    """What is told of an employee that is nobody's business, and the name."""
    if not around.holds(SORROW):
        return
    for mark in around.between(0, len(around.normal), (SORROW,)):
        start = max(around.line(mark.start)[0], mark.start - REACH)
        named = list(names(around, start, mark.start))
        if named and _serves(around, named[-1]) and not _is_others(around, named[-1].end, mark):
            yield mark, named[-1]


def _is_others(around: Surroundings, name_end: int, mark: Mark) -> bool:
    """Whether what is told is of others than him who was named, by what stands before it or right behind."""
    before = _OF_OTHERS.of(around.stems).search(around.normal, name_end, mark.start)
    return bool(before or _THEIRS.of(around.stems).match(around.normal, mark.end))


def _serves(around: Surroundings, name: Name) -> bool:
    """Whether a name is an employee's: সহকর্মী মতিউর রহমান; শিরিন আপা where the office speaks of its own."""
    post = around.before(name.start, (STAFF,), BESIDE)
    if post and _JOINED.fullmatch(around.normal, post.end, name.start):
        return True
    return around.holds_any(STAFF, OUR_OWN) and _ADDRESSED.of(around.stems).match(around.normal, name.end) is not None
