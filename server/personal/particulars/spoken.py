"""Numbers told in words, each digit for itself: শূন্য এক সাত ..., zero one seven ..., ডাবল তিন. Mobiles, and what a word names."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from server.personal.around.gates import GLUED, IN_WORDS, NUMBER, SPOKEN
from server.personal.around.surroundings import Surroundings
from server.personal.candidate import Candidate, one
from server.personal.particulars.cards import luhn
from server.personal.particulars.numbers import LENGTHS, is_public
from server.personal.particulars.runs import is_mobile
from server.text.normalise import normalise
from server.text.shapes import BANGLA, TIMEOUT

_SAID = (
    "শূন্য জিরো zero shunno shunyo",
    "এক ওয়ান one ek",
    "দুই টু two dui",
    "তিন থ্রি three tin",
    "চার ফোর four char",
    "পাঁচ ফাইভ five pach panch",
    "ছয় সিক্স six choy chhoy",
    "সাত সেভেন seven sat shat",
    "আট এইট eight at aat",
    "নয় নাইন nine noy",
)
_DIGIT = {normalise(word): str(digit) for digit, words in enumerate(_SAID) for word in words.split()}
_TWICE = {normalise(word): count for word, count in (("ডাবল", 2), ("double", 2), ("ট্রিপল", 3), ("triple", 3))}
_WORD = f"(?:(?:{'|'.join(_TWICE)}) )?(?:{'|'.join(sorted(_DIGIT, key=len, reverse=True))}|[0-9])"
_ZERO = "|".join(word for word, digit in _DIGIT.items() if digit == "0")
_NUMBER = regex.compile(rf"(?<!\w)(?:{_ZERO})(?:[ ,\-–]{{1,2}}{_WORD}(?!\w)){{6,12}}+")
# half in words, half in digits; whoever tells a number so may well miscount it
_THEN_WORDS = ("তারপর", "এরপর", "then", "tarpor", "erpor")
_LINK = rf"(?:[ ,\-–]{{1,3}}(?:(?:{'|'.join(map(normalise, _THEN_WORDS))})[ ,\-–]{{1,3}})?|(?<=[a-z{BANGLA}])(?=[0-9])|(?<=[0-9])(?=[a-z{BANGLA}]))"
_MIXED = regex.compile(
    rf"(?<![\w/.\-])(?:\+?88[ \-]?)?(?:{_ZERO}|0[0-9]{{0,8}})(?:{_LINK}(?:[0-9]{{1,8}}|{_WORD}(?![a-z_{BANGLA}]))){{2,12}}+"
)
_GLUED = regex.compile(rf"(?<=[a-z{BANGLA}])(?=[0-9])|(?<=[0-9])(?=[a-z{BANGLA}])")
_THEN = regex.compile("|".join(map(normalise, _THEN_WORDS)))
_MOBILE = regex.compile("01[3-9][0-9]{7,10}")
_FEWEST_WORDS = 2
_NAMED = regex.compile(rf"(?<!\w){_WORD}(?!\w)(?:[ ,\-–]{{1,2}}{_WORD}(?!\w)){{5,16}}+")
TOLD = ("nid", "birth-registration", "tin", "card", "bank")
GATES = (SPOKEN, GLUED, NUMBER, *TOLD)  # without one of these nothing is found
REACH, LONGEST = 40, 160  # code points from the name to the number, and of the number


def spoken(around: Surroundings) -> Iterator[Candidate]:
    """Every mobile number told in words, and every other number behind its name."""
    if around.may_hold(SPOKEN):
        for found in _NUMBER.finditer(around.normal, timeout=TIMEOUT):
            digits = _read(found[0])
            if is_mobile(digits) and not is_public(digits, around.cues):
                yield one("mobile", *found.span())
    if around.may_hold(SPOKEN, GLUED) or (around.may_hold(IN_WORDS) and around.may_hold(NUMBER)):
        yield from _mixed(around)
    if around.may_hold(IN_WORDS) and around.holds_any(*TOLD):
        yield from _named(around)


def _mixed(around: Surroundings) -> Iterator[Candidate]:
    """Mobiles of which some digits are words: zero one seven one two, 34 56 78; 01911 three two 5 5 6 7 8."""
    for found in _MIXED.finditer(around.normal, timeout=TIMEOUT):
        written = _GLUED.sub(" ", _THEN.sub(" ", found[0].lstrip("+")))
        said = sum(word in _DIGIT or word in _TWICE for word in regex.findall(r"[^\s,\-–]+", written))
        digits = _read(written).removeprefix("88")
        if said >= _FEWEST_WORDS and _MOBILE.fullmatch(digits) and not is_public(digits, around.cues):
            yield one("mobile", *found.span())


def _named(around: Surroundings) -> Iterator[Candidate]:
    for mark in around.marks_of(TOLD):
        end = min(around.line(mark.end)[1], mark.end + REACH + LONGEST)
        found = _NAMED.search(around.normal, mark.end, end, timeout=TIMEOUT)
        digits = _read(found[0]) if found and found.start() <= mark.end + REACH and not found[0].isdecimal() else ""
        if found and len(digits) in LENGTHS[mark.kind] and _is_told(found[0]) and (mark.kind != "card" or luhn(digits)):
            yield one(mark.kind, *found.span())


def _is_told(written: str) -> bool:
    """Whether most of it is words: digits that stand apart are no number told in words."""
    return sum(map(str.isdigit, written)) < len(written.split()) // 2


def _read(written: str) -> str:
    """The digits of a number told in words."""
    digits, times = "", 1
    for word in regex.findall(r"[^\s,\-–]+", written):
        times = _TWICE.get(word, times)
        if word not in _TWICE:
            digits, times = digits + _DIGIT.get(word, word) * times, 1
    return digits
