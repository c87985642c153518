"""Whether a note repeats the draft. The reason is for why, not for what: a draft's words do not belong in a record."""

from __future__ import annotations

import re
from itertools import pairwise

from server.text.normalise import normalise
from server.text.words import words

LONGEST_NUMBER = 4  # digits: a year may stand in both, a phone number may not
LONGEST_RUN = 20  # letters in a row, spaces and numbers aside
SHORTEST_JOINED = 7  # letters of two words written as one; fewer (in to, into) are often another word
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NUMBER = re.compile(r"\d(?:[\W_]{0,4}\d)*")  # whatever stands between its digits, where no letter does


def repeats(note: str, text: str) -> bool:
    """Whether a note tells the text again: all its words, two in a row, a number, or a long run without spaces.

    One word may be quoted: a writer has to name what was flagged by mistake.
    """
    there, here = normalise(text), normalise(note)
    in_note = [word.text for word in words(here)]
    in_text = [word.text for word in words(there)]
    if in_note and set(in_note) <= set(in_text):
        return True
    if set(pairwise(in_note)) & set(pairwise(in_text)):
        return True
    if _UNSEEN.search(note + text) and _shares_joined(in_note, in_text):
        return True
    return _shares_number(here, there) or _shares_run(_letters(in_note), _letters(in_text))


def _shares_joined(in_note: list[str], in_text: list[str]) -> bool:
    """Whether two words in a row of one are written as one word in the other: a sign that nobody sees parts no words."""
    here, there = ({first + second for first, second in pairwise(texts)} for texts in (in_note, in_text))
    return any(len(joined) >= SHORTEST_JOINED for joined in (here & set(in_text)) | (there & set(in_note)))


def _shares_number(here: str, there: str) -> bool:
    digits = "".join(filter(str.isdigit, there))
    numbers = ("".join(filter(str.isdigit, number)) for number in _NUMBER.findall(here))
    return any(len(number) > LONGEST_NUMBER and number in digits for number in numbers)


def _letters(texts: list[str]) -> str:
    return "".join(text for text in texts if not text.isdecimal())


def _shares_run(here: str, there: str) -> bool:
    return any(here[start : start + LONGEST_RUN] in there for start in range(len(here) - LONGEST_RUN + 1))
