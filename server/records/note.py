"""Whether a note repeats the draft. The reason is for why, not for what: a draft's words do not belong in a record."""

from __future__ import annotations

from itertools import pairwise

import regex

from server.text.clusters import DROPPED_CLASS
from server.text.normalise import normalise
from server.text.quantities import digits_in
from server.text.words import words

LONGEST_NUMBER = 4  # digits: a year may stand in both, a phone number may not
LONGEST_RUN = 20  # letters in a row, spaces and numbers aside
SHORTEST_JOINED = 7  # letters of two words written as one; fewer (in to, into) are often another word
SHORTEST_APART = 8  # digits with signs between them; two dates of one month have seven in common
_UNSEEN = regex.compile(rf"(?<=\w)[{DROPPED_CLASS}]+(?=\w)")
_NUMBER = regex.compile(r"\d(?:[\W_]*\d)*")  # whatever stands between its digits, where no letter does


def repeats(note: str, text: str) -> bool:
    """Whether a note tells the text again: all its words, two in a row, a number, or a long run without spaces.

    One word may be quoted: a writer has to name what was flagged by mistake.
    """
    there, here = normalise(text), normalise(note)
    in_note = [word.text for word in words(here)]
    in_text = [word.text for word in words(there)]
    if in_note and set(in_note) <= set(in_text):
        return True
    if any(not "".join(pair).isdecimal() for pair in set(pairwise(in_note)) & set(pairwise(in_text))):  # else a number
        return True
    if _UNSEEN.search(note + text) and _shares_joined(in_note, in_text):
        return True
    return _shares_number(here, there) or _shares_piece(_letters(in_note), _letters(in_text), LONGEST_RUN)


def _shares_joined(in_note: list[str], in_text: list[str]) -> bool:
    """Whether two words in a row of one are written as one word in the other: a sign that nobody sees parts no words."""
    here, there = ({first + second for first, second in pairwise(texts)} for texts in (in_note, in_text))
    return any(len(joined) >= SHORTEST_JOINED for joined in (here & set(in_text)) | (there & set(in_note)))


def _shares_number(here: str, there: str) -> bool:
    """Whether five digits of a number are the text's, whatever stands before and behind them (+88, "2."); with signs between them all or eight."""
    digits = digits_in(there)
    for number in map(digits_in, _NUMBER.findall(here)):
        if (len(number) > LONGEST_NUMBER and number in digits) or _shares_piece(number, digits, SHORTEST_APART):
            return True
    return any(_shares_piece(group, digits, LONGEST_NUMBER + 1) for group in regex.findall(r"\d+", here))


def _shares_piece(here: str, there: str, size: int) -> bool:
    """Whether so many signs in a row stand in both; one sign alone over and over, as in a round sum, is nobody's."""
    pieces = (here[start : start + size] for start in range(len(here) - size + 1))
    return any(piece in there for piece in pieces if len(set(piece)) > 1)


def _letters(texts: list[str]) -> str:
    return "".join(text for text in texts if not text.isdecimal())
