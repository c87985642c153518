"""To whom a crime was done, though somebody was caught for it: রিয়াকে ধর্ষণের অভিযোগে একজন গ্রেপ্তার tells of রিয়া.

The name in -কে may also be that of who was caught: করিমকে ধর্ষণের অভিযোগে গ্রেপ্তার. So, where a charge follows, the name is taken
for the victim's only if somebody else was caught for it, or nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.personal.around.names import OFFICE_BEFORE, PUBLIC, SO_CALLED, Name, is_genitive, is_many, names
from server.personal.around.surroundings import Mark, Surroundings
from server.personal.candidate import Candidate, joined
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Stems, Wording

HARM = "harm"  # beaten, tormented: told of a child or of one of the family
CRIMES = ("crime", HARM)
NEAR = 44  # code points between a name and the crime
REACH, OUTCOME = 90, 160  # to a name at all; behind the crime, to who was caught for it
BEHIND = 40  # code points behind the crime in which the charge stands
AT_HOME = ("young", "kin")
_AGE = r"(?:[ ,]{0,2}\([^()\n]{1,16}\))?"
_OBJECT = re.compile(rf"(?:(?<={normalise('কে')})|{_AGE}[ -]?(?:{normalise('কে')}|ke|k)(?![a-z{BANGLA}])){_AGE}")
_SOMEBODY = re.compile(rf" (?:{normalise('একজন')}|ek ?jon)")
# শরিফা (১৬) নামের এক কিশোরীকে, রহিমা নামে একজনকে: the word in -কে is hers
_CALLED = re.compile(rf"{_AGE} (?:{SO_CALLED}|name|namer|name er)(?![a-z{BANGLA}])")
_ANOTHER = Wording(
    re.compile,
    lambda stems: (
        rf"[,;:।]|{normalise('কে')}(?![{BANGLA}])| ke(?![a-z])"
        rf"|(?<![{BANGLA}]){stems.other_women.bangla}|(?<![a-z]){stems.other_women.latin}"
    ),
)
_CHARGE = re.compile(
    normalise("অভিযোগ|মামলা|ঘটনা|অপরাধ|সন্দেহ|দায়ে") + r"(?!র)|[ao]vijog|obhijog|mamla|ghot[oa]na|oporadh|da[iy]e(?!r)| case"
)
# what makes the bare word a deed that was done, no topic: not ধর্ষণ প্রতিরোধ কমিটি
_DONE = re.compile(
    rf" (?:(?:{normalise('ও|এবং')}|o) [^ ]+ )?(?:{normalise('কর|শেষে|চেষ্টা|হুমকি')}|{normalise('পর')}(?![{BANGLA}])|kor|por(?![a-z])|chesta)| ?[:;\u2013\u2014-]| ?\Z"
)
_FILED = re.compile(rf"{normalise('মামলা')} (?:{normalise('হ|কর|দায়ের|রুজু')})|mamla (?:h|kor|dayer)")
# বন্ধুর বাড়ি থেকে, বাবার করা মামলায়, আসামি হিসেবে: not he who was caught
_NO_CULPRIT = Wording(re.compile, lambda stems: f" ?{stems.no_culprit}")
_AND = re.compile(f"[^ ]* (?:{normalise('ও|এবং')}|o) ")  # he for this, and another for that
_CAUGHT_BEHIND = re.compile(r" (?:[^ ]+ )?\Z")  # আটক দুই যুবক
_COUNTED = re.compile(r" ?[:\u2013-]? ?[0-9]+(?= ?(?:\Z|[।,]))")  # গ্রেপ্তার ৩

_OF_OBJECT = normalise("কে")


def _doing(stems: Stems) -> str:
    """raping Mim Akter; raping a girl named Mim Akter; the rape and murder of Mim Akter."""
    of_her = rf"the|his|her|their|own|young|local|minor|year|years|old|college|school|[0-9]+|{stems.girl_words_english}"
    words = rf"(?:(?:{of_her})[ -])*"
    return rf"(?: and [a-z]+)?(?: of)? {words}(?:an? {words}(?:named|called) )?"


_DOING = Wording(re.compile, _doing)
_PASSIVE = re.compile(r"(?:is|was|were|been|being|be|gets?|got)(?: [a-z]+ly)? (?:gang[ -])?\Z")
# Mim Akter (12) was gang-raped
_WAS = re.compile(rf"{_AGE} (?:was|were|had been|has been)(?: [a-z]+ly)? (?:gang[ -])?")
# রহিমা খাতুন ধর্ষণ মামলায়, Salma Khatun (19) abduction and rape case: the case bears the name of her to whom it was done
_BEFORE_CASE = re.compile(rf"{_AGE} (?:[^ \n]+ (?:{normalise('ও|এবং')}|o|and) )?")
_CASE = re.compile(
    rf"(?: (?:{normalise('ও|এবং')}|o|and) [^ \n]+)? (?:({normalise('মামলায়|ঘটনায়')}|mamlay|ghotonay)|(?:{normalise('মামলা|ঘটনা')})[{BANGLA}]*|mamlar?|cases?)(?![a-z{BANGLA}])"
)
_HEADLINE = re.compile(r" ?[:\u2013\u2014]| - | ?\Z")  # a case is told of, whatever follows
_PART = Wording(re.compile, lambda stems: rf" (?:[^ ,;:]+ )?{stems.court_parts}(?![a-z{BANGLA}])")


def _its_accused(stems: Stems) -> str:
    """মামলার তিন পলাতক আসামি"""
    accused = rf"(?:{normalise('আসামি|অভিযুক্ত')}|asami|accused|suspects?)"
    return rf" (?:(?:[0-9]+|{stems.accused_adjectives}) ){{0,4}}{accused}"


_ITS_ACCUSED = Wording(re.compile, _its_accused)
# and where no outcome follows, it is said of him who is named: করিম মিয়া ধর্ষণ মামলার প্রধান আসামি।
_IS = rf"(?:{normalise('হয়ে|হিসেবে|হিসাবে|ছিল|ছিলেন|হন|হলেন|হয়েছেন|নন|নয়')}|hisebe|chilen)(?![a-z{BANGLA}])"
_IS_ACCUSED = Wording(re.compile, lambda stems: rf"{_its_accused(stems)}(?: ?(?:[।,;.!?)]|\Z)| {_IS})")
# he who is named did it, unless an office or an officer is told of behind: মামলার রায় দেন
_DID = re.compile(
    rf"(?:(?<!{normalise('হয়েছ')})(?<!{normalise('হল')})(?<!{normalise('হব')}){normalise('েন')}|(?<!hoye)chen|len) ?[।.!]*\Z"
)

_NO_RAPE_CASE = re.compile(r"rape\Z")  # rape accused Karim: only "the rape of" tells of whom


def victims(around: Surroundings, start: int, end: int) -> Iterator[Candidate]:
    """Each crime between two places with the name of whom it was done to."""
    if not around.has(start, end, CRIMES):
        return
    at_home = around.has(start, end, AT_HOME)
    for deed in around.between(start, end, CRIMES):
        told_of = deed.kind != HARM or at_home
        if not told_of or around.has(deed.start, deed.end, ("accused",)):
            continue
        for name in names(around, max(start, deed.start - REACH), min(end, deed.end + REACH)):
            by_case = _is_her_case(around, deed, name, min(end, deed.end + OUTCOME))
            if by_case or _is_done_to(around, deed, name, min(end, deed.end + OUTCOME)):
                yield joined("victim", (deed.start, deed.end), (name.start, name.end), sure=by_case)


def _is_done_to(around: Surroundings, deed: Mark, name: Name, end: int) -> bool:
    if name.end <= deed.start:
        if _WAS.fullmatch(around.normal, name.end, deed.start):
            return True
        place = _object_end(around, name, deed)
        return place > 0 and _is_hers(around, place, deed) and _was_done(around, deed, end)
    if name.start < deed.end or _PASSIVE.search(around.normal, max(0, deed.start - BEHIND), deed.start):
        return False
    between = around.normal[deed.end : name.start]
    direct = " of " in between or not _NO_RAPE_CASE.search(around.normal, deed.start, deed.end)
    return direct and _DOING.of(around.stems).fullmatch(between) is not None


def _is_her_case(around: Surroundings, deed: Mark, name: Name, end: int) -> bool:
    """Whether a case of such a crime goes by a name: রহিমা খাতুন ধর্ষণ মামলায় তিন আসামির যাবজ্জীবন; not করিম মিয়া ধর্ষণ মামলায় গ্রেপ্তার."""
    normal = around.normal
    case = _CASE.match(normal, deed.end, end)
    if case is None or not _BEFORE_CASE.fullmatch(normal, name.end, deed.start):
        return False
    if normal.endswith(_OF_OBJECT, name.start, name.end) or _is_at_law(around, name):
        return False
    if not case[1] and _HEADLINE.match(normal, case.end(), end):
        return True
    others_part = _PART.of(around.stems).match(normal, case.end(), end)
    if others_part or _IS_ACCUSED.of(around.stems).match(normal, case.end(), end):
        return False
    if _DID.search(normal, case.end(), end) and not around.has(case.end(), end, (*PUBLIC, "office", "culprit")):
        return False
    if _ITS_ACCUSED.of(around.stems).match(normal, case.end(), end):
        return True
    if around.has(case.end(), end, ("accused",)):
        return _another_is_caught(around, case.end(), end)
    return not case[1] and not is_genitive(around, name)


def _is_at_law(around: Surroundings, name: Name) -> bool:
    """Whether a name is an official's, or the word right before it says what its bearer has to do with a case: আসামি, এসআই করিম মিয়া."""
    before = around.before(name.start, ("accused", "against", *PUBLIC), BEHIND)
    return name.role == "official" or (before is not None and before.end >= name.start - 2)


def _object_end(around: Surroundings, name: Name, deed: Mark) -> int:
    """Where the words in -কে that mean the name end; 0 where it has none."""
    called = _CALLED.match(around.normal, name.end, deed.start)
    if called is None:
        found = _OBJECT.match(around.normal, name.end, deed.start)
        return found.end() if found else 0
    somebody = _SOMEBODY.match(around.normal, called.end(), deed.start)
    direct = _OBJECT.match(around.normal, somebody.end(), deed.start) if somebody else None
    if direct:
        return direct.end()
    places = [
        found.end()
        for mark in around.between(called.end(), deed.start, ("young",))
        if (found := _OBJECT.match(around.normal, mark.end, deed.start))
    ]
    return max(places, default=0)


def _is_hers(around: Surroundings, place: int, deed: Mark) -> bool:
    """Whether nothing between the name in -কে and the crime says that it was done to somebody else, or he is caught before."""
    if deed.start - place > NEAR or _ANOTHER.of(around.stems).search(around.normal, place, deed.start):
        return False
    return not around.has(place, deed.start, ("young", "accused", "against", "honorific", "given", "surname"))


def _was_done(around: Surroundings, deed: Mark, end: int) -> bool:
    """Whether the crime is told as done, and where it is a charge, somebody else is charged."""
    charge = _CHARGE.search(around.normal, deed.end, min(end, deed.end + BEHIND))
    if charge:
        return _another_is_caught(around, charge.end(), end)
    return _DONE.match(around.normal, deed.end, end) is not None


def _another_is_caught(around: Surroundings, start: int, end: int) -> bool:
    """Whether behind a charge stands who was caught; where nobody is, whether there is a case."""
    if _AND.match(around.normal, start, end):
        return False
    caught = [
        mark
        for mark in around.between(start, end, ("accused",))
        if not around.has(mark.start, mark.end, ("culprit",))
        or _NO_CULPRIT.of(around.stems).match(around.normal, mark.end)
    ]
    if not caught:
        return _FILED.search(around.normal, start, end) is not None
    if _COUNTED.match(around.normal, caught[0].end, end):
        return True
    return any(
        place < caught[0].start or _CAUGHT_BEHIND.fullmatch(around.normal, caught[0].end, place)
        for place in _culprits(around, start, end)
    )


def _culprits(around: Surroundings, start: int, end: int) -> Iterator[int]:
    """Where those begin who may have been caught: একজন, তার চাচা, করিম মিয়া; no police officer, and nobody with whom he was."""
    for mark in around.between(start, end, ("culprit",)):
        single = not is_many(around.normal[mark.start : mark.end])
        if single and not _NO_CULPRIT.of(around.stems).match(around.normal, mark.end, end):
            yield mark.start
    for name in names(around, start, end):
        if not around.before(name.start, PUBLIC, OFFICE_BEFORE):
            yield name.start
