"""Mobile numbers told in words, each digit for itself: শূন্য এক সাত ..., zero one seven ..., ডাবল তিন."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from server.personal.candidate import Candidate, one
from server.personal.gates import SPOKEN
from server.personal.numbers import is_public
from server.personal.runs import TIMEOUT, is_mobile
from server.personal.surroundings import Surroundings
from server.text.normalise import normalise

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


def spoken(around: Surroundings) -> Iterator[Candidate]:
    """Every mobile number told in words."""
    if not around.may_hold(SPOKEN):
        return
    for found in _NUMBER.finditer(around.normal, timeout=TIMEOUT):
        digits, times = "", 1
        for word in regex.findall(r"[^\s,\-–]+", found[0]):
            times = _TWICE.get(word, times)
            if word not in _TWICE:
                digits, times = digits + _DIGIT.get(word, word) * times, 1
        if is_mobile(digits) and not is_public(digits, around.cues):
            yield one("mobile", *found.span())
