"""Words that are no Banglish abuse: English ones, and the spellings of ordinary Bangla words.

An English word is never read as Banglish. An ordinary word (janar জানার, biman বিমান, dulal দুলাল) is no slip of the
pen for another: it only stands for itself.
"""

import re
from functools import lru_cache
from pathlib import Path

from server.text.spellings import keys

_LAST_ENDING = re.compile("[re]\\Z")


def is_english(word: str) -> bool:
    """Whether a word of the normal form is a common English one: such a word is never read as Banglish."""
    return word in _english()


def is_ordinary(folded: str) -> bool:
    """Whether a key is how an ordinary Bangla word is typed."""
    return folded in _ordinary()


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset((*_lines("places.txt"), *_lines("english.txt")))


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    whole = {folded for word in _lines("ordinary.txt") for folded in keys(word)}
    bare = {_LAST_ENDING.sub("", folded) for folded in whole}  # as words are looked up: vandar as vanda + r
    return frozenset(whole | bare)


def _lines(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
