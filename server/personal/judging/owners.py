"""Whose vehicle it is: only who has the right to know is told, by the police; not who asks on a page."""

from __future__ import annotations

import re

from server.personal.around.names import Name, names
from server.personal.around.surroundings import Surroundings
from server.personal.candidate import Candidate
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

BEFORE, BEHIND = 70, 120  # code points beside a plate in which its owner is told
APART = 40  # between the word for an owner and the name
_OWNER = Wording(
    re.compile,
    lambda stems: (
        rf"{normalise('মালিক')}(?!{normalise('বিহীন|কে| সমিতি|দের|গণ')})|{normalise('কিনেছেন')}(?![{BANGLA}])"
        rf"|{stems.vehicle_owned.bangla}|(?<![a-z]){stems.vehicle_owned.latin}(?![a-z])"
    ),
)
# a thing that was found is given back, what was towed is fetched, and who breaks the law is fined
_TOLD_BY_LAW = Wording(re.compile, lambda stems: str(stems.vehicle_told_by_law))


def owner_of(around: Surroundings, plate: Candidate) -> Name | None:
    """The name that is told as a vehicle's owner's beside its plate; None where it is given back or fined."""
    line = around.line(plate.start)
    start, end = max(line[0], plate.start - BEFORE), min(line[1], plate.end + BEHIND)
    if _TOLD_BY_LAW.of(around.stems).search(around.normal, start, end):
        return None
    named = [name for name in names(around, start, end) if name.role != "accused"]
    for word in _OWNER.of(around.stems).finditer(around.normal, start, end) if named else ():
        for name in named:
            if max(name.start - word.end(), word.start() - name.end) <= APART:
                return name
    return None
