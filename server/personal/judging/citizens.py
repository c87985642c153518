"""Whether a number is said to be a citizen's: the reader's (আপনার মোবাইল ০১৭...), his of whom one speaks, or of somebody held up to shame."""

from __future__ import annotations

import re

from server.personal.around.surroundings import Mark, Surroundings
from server.text.normalise import normalise
from server.text.shapes import BANGLA
from server.wordlists.facts.stems import Wording

CLOSE = 40  # code points between the word and its number
BEFORE, BEHIND = 90, 24  # in which somebody is held up to shame: before the number, and right behind it
_AT = normalise("ে|টিতে")
_ENDING = f"(?:{normalise('টি|টা|টির|টিতে|ে|তে')})?"
# at most what the number is called stands between: not আপনার থানার নম্বর, your complaint call
_CALLED = Wording(
    re.compile,
    lambda stems: rf"(?:[ .:,\-–(#ঃ]*(?:{stems.number_names}{_ENDING}(?![a-zঀ-৿])|(?<= )(?:e|te)(?= )))*[ .:,\-–(#ঃ]*",
)
_ON_IT = re.compile(rf"(?:{_AT}|(?:number|mobile|phone|nombor) e)[ .:,\-–(#ঃ]*\Z")
# of a number from which one is called: আপনার মোবাইলে ০১৭... থেকে কল যাবে
_FROM = re.compile(
    rf"\)? ?(?:{normalise('নম্বর|নাম্বার')}|number|nombor)?(?:{normalise('টি')})? ?(?:{normalise('থেকে|হতে|সেভ')}|theke|from|save)"
)
# and to which one is asked to write: আপনার মোবাইল নম্বর ০১৭... নম্বরে পাঠান
_TO = re.compile(
    rf"\)? ?(?:{normalise('নম্বরে|নাম্বারে|এ|তে')}|number e|nombore|e|te) [^।.!?\n]{{0,24}}?(?:{normalise('পাঠান|পাঠাবেন|জানান|জানাবেন|লিখুন')}"
    rf"|(?:{normalise('কল|ফোন|এসএমএস|মেসেজ|যোগাযোগ')}) (?:{normalise('করুন|করবেন|দিন|দেন')})|pathan|janan|(?:call|phone|sms|jogajog) (?:korun|koren|din))(?![a-zঀ-৿])"
)
# আপনাকে ০১৭... নম্বরে ফোন দেওয়া হবে: he is called by it; where he is to call, it is not his
_GIVEN = re.compile(
    rf"\)? ?(?:{normalise('নম্বরে|নাম্বারে|এ|তে')}|number e|nombore|e|te) [^।.!?\n]{{0,16}}?(?:{normalise('দেওয়া|দেয়া|করা|পাঠানো')} {normalise('হ')}|(?:dewa|deya|kora|pathano) h)"
)
_WHOM = (normalise("কে"), "ke")
_WITH = re.compile(r"(?:from|in|into) \Z")  # call from your phone
# whoever knows somebody is asked: পরিচয় জানা থাকলে, if you know him
_ASKED = Wording(re.compile, lambda stems: rf"{stems.shamed_asked}|lost(?![a-z])")
_GANG = re.compile(rf" ?(?:{normalise('চক্র|দল|থেকে|হতে|এড়া')}|gang|chokro|theke)")


def is_a_citizens(around: Surroundings, start: int, end: int, office: Mark | None) -> bool:
    """By the words around a number; `office`: the last word before it that speaks of an office, which he or she may be of."""
    if _is_owned(around, start, end, "yours"):
        return True
    told_of = (office is None and _is_owned(around, start, end, "theirs")) or _is_of_shamed(around, start, end, office)
    # whoever saw somebody missing is to call
    return told_of and not (around.may_hold("missing") and around.has(*around.line(start), ("missing",)))


# where something was sent: X@... ঠিকানায় পাঠানো হয়েছে, 017... e pathano hoyeche, ০১৭... হিসাবে চলে গেছে
_SENT = re.compile(
    rf"\)? ?(?:{normalise('ঠিকানায়|মেইলে|ইমেইলে|ই-মেইলে|নম্বরে|নাম্বারে|নম্বরটিতে|হিসাবে|অ্যাকাউন্টে|একাউন্টে|এ|তে')}|(?:number|mail|email|account) e|nombore|e|te)"
    rf" [^।.!?\n]{{0,24}}?(?:{normalise('(?:পাঠানো|দেওয়া|দেয়া|জমা|মেইল করা|ফোন করা|কল করা|জমা করা) (?:হয়েছে|হয়েছিল|হয়ে গেছে)|চলে গেছে|টাকা গেছে|টাকা গিয়েছে')}"
    rf"|(?:pathano|dewa|deya|joma|mail kora|call kora) (?:hoyeche|hoyechilo|hoise|hoyese)|chole gese|chole geche)"
    rf"(?! (?:{normalise('বলে|মর্মে|এমন|লেখা')}|bole|emon|lekha)(?![a-z{BANGLA}]))"  # as a false message says
)
_WAS_SENT = re.compile(
    rf"(?:{normalise('(?:পাঠানো|মেইল করা) হয়েছে')}|(?:pathano|mail kora) (?:hoyeche|hoise)|(?:was|were|been) (?:e-?mailed|mailed|sent) to|(?:called|phoned|rang|texted|e-?mailed) you (?:on|at)) \Z"
)
SENT_BEFORE = 32  # code points in which that stands before


def was_sent_there(around: Surroundings, start: int, end: int) -> bool:
    """Whether the office tells that it sent or paid somebody something there: whoever that is, it is his."""
    before = max(around.line(start)[0], start - SENT_BEFORE)
    return bool(_SENT.match(around.normal, end) or _WAS_SENT.search(around.normal, before, start))


def is_warned_of(around: Surroundings, end: int) -> bool:
    """Whether all are told of calls from the number that ends there."""
    return _FROM.match(around.normal, end) is not None


def is_called_so(around: Surroundings, start: int, end: int) -> bool:
    """Whether nothing but what a number is called stands between two places, and that does: নগদ নম্বর, er bKash."""
    between = around.normal[start:end]
    return any(map(str.isalpha, between)) and _CALLED.of(around.stems).fullmatch(between) is not None


# behind a number that is shown as an example, or is open to all: এর মতো ১১ ডিজিটের, সব সময় খোলা
_EXAMPLE = re.compile(f" ?(?:{normalise('এর মতো|সব সময় খোলা|সবসময় খোলা|খোলা থাক')}|er moto|like this|is open)")


def _is_owned(around: Surroundings, start: int, end: int, kind: str) -> bool:
    """Whether nothing but what the number is called stands between a possessive and it; behind his or her it must be called so."""
    owner = around.before(start, (kind,), CLOSE)
    if owner is None or not _CALLED.of(around.stems).fullmatch(around.normal, owner.end, start):
        return False
    if around.normal.endswith(_WHOM, owner.start, owner.end):
        return _GIVEN.match(around.normal, end) is not None
    between = around.normal[owner.end : start]
    if kind == "theirs" and not between.strip(" .:,-–(#ঃ"):
        return False
    if _WITH.search(around.normal, max(0, owner.start - 6), owner.start) or _TO.match(around.normal, end):
        return False
    if _EXAMPLE.match(around.normal, end):
        return False
    return not (_ON_IT.search(between) and _FROM.match(around.normal, end))


def _is_of_shamed(around: Surroundings, start: int, end: int, office: Mark | None) -> bool:
    """Whether it belongs to somebody who is held up to all, and nobody is asked to call: ... ফোন ০১৭... চিনে রাখুন."""
    line_start, line_end = around.line(start)
    if _FROM.match(around.normal, end):
        return False  # all are warned of calls from it
    floor = max(line_start, start - BEFORE, office.end if office else 0)
    shamed = [mark for mark in around.between(floor, start, ("shamed",)) if not _GANG.match(around.normal, mark.end)]
    if shamed:
        asked = _ASKED.of(around.stems).search(around.normal, shamed[0].start, start)
        return not asked and not around.has(shamed[0].end, start, ("call",))
    behind = around.has(end, min(line_end, end + BEHIND), ("shamed",))
    return behind and office is None and not around.has(max(line_start, start - CLOSE), start, ("call",))
