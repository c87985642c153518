"""The letters that make a word, and what a word is: shared by the files that look for words."""

from typing import NamedTuple

BANGLA = "\u0980-\u0983\u0985-\u09b9\u09bc-\u09ce\u09d7\u09dc-\u09e3\u09f0\u09f1"
LATIN = "a-z0-9@$!"  # @ $ ! as leet
LETTERS = f"[a-z]++|[{BANGLA}]++"  # side by side, of one script
EMOJI = "\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff"  # and other pictures
FIRST_BANGLA, LAST_BANGLA = "\u0980", "\u09ff"

_SIGNS = "\u0981-\u0983\u09be-\u09cd\u09d7\u09e2\u09e3"
_BASE = "\u0985-\u09b9\u09dc-\u09e1"
# A Bangla letter with what is written on it (ক্ষু), or signs that stand alone.
CLUSTER = f"(?:[{_BASE}](?:\u09cd[{_BASE}])*+[{_SIGNS}]*+|[{_SIGNS}]++)"

TIMEOUT = 0.2  # seconds for one pattern over one draft


class Word(NamedTuple):
    """One word of the normal form; `start` and `end` (half-open) count its code points."""

    text: str
    start: int
    end: int
