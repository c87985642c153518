"""The letters that make a Bangla word, and what a word is: shared by the files that look for words."""

from typing import NamedTuple

BANGLA = "\u0980-\u0983\u0985-\u09b9\u09bc-\u09ce\u09d7\u09dc-\u09e3\u09f0\u09f1"


class Word(NamedTuple):
    """One word of the normal form; `start` and `end` (half-open) count its code points."""

    text: str
    start: int
    end: int
