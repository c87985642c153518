"""Words whose letters were set apart by signs: শ.ু.য়.ো.র, শ-য়-তা-ন, শা🐷লা, s_h_a_l_a.

Initials (এ.কে.এম, U.S.A.), measures (কি.মি.) and lists of letters (ক,খ,গ) are set apart too, and mean no harm.
"""

import re
from collections.abc import Set

from server.text.initials import means_no_harm
from server.text.masked import masked
from server.text.mixed import mixed
from server.text.shapes import BANGLA, CLUSTER, EMOJI, FIRST_BANGLA, LATIN, Word
from server.text.spaced_letters import glued, holds_lone_letter, in_rows, is_cut_off

_BETWEEN = f".,:;\"_*·•~|+^=#'`/()\u0964\u09bd\\\\\u2010-\u2015\u2018-\u201d\u2022\u30fb<>\\[\\]{{}}\\-{EMOJI}"

_ANY_LATIN = re.compile("[a-z]")
_SOMETHING_BETWEEN = re.compile(f"[{_BETWEEN}](?<=[{BANGLA}{LATIN}].)[{_BETWEEN}]{{0,4}}+(?=[{BANGLA}{LATIN}])")
# Every start stands behind a look-behind and every count is possessive: linear on hostile runs.
_TIGHT = tuple(
    re.compile(f"(?<![{letters}])[{letters}]++(?:[{_BETWEEN}]{{1,5}}+[{letters}]++)++") for letters in (BANGLA, LATIN)
)
_PIECE = re.compile(f"[{BANGLA}]+|[{LATIN}]+")
_ONE_CLUSTER = re.compile(CLUSTER)

_FEWEST_LETTERS = 3  # beside digits
_LONGEST = 96  # code points from first to last letter
_NO_LINKS = frozenset("*~^•·")  # nobody writes two words with one of these between: বাট*পার
_LIST_SIGNS = frozenset(',;:/()\u0964"\u201c\u201d')
# They join abbreviations and compounds: e-mail, b.sc, o'clock.
_USUAL_SIGNS = frozenset(".-'/,&+#:;()\"\u2018\u2019\u201c\u201d")


def joined(normal: str, stretches: Set[str] | None = None) -> list[Word]:
    """Words of the normal form whose letters stand apart, put together; each spans its first to its last letter.

    They are readings to be looked up, so one place may give several, and most are no word at all. `stretches`: of those
    between spaces the ones that are not known as `is_plain`; None: all.
    """
    looked = normal if stretches is None else " ".join(stretches)
    if not looked:
        return []
    found: list[Word] = []
    with_latin = _ANY_LATIN.search(looked) is not None  # most texts have none: half of the work
    if _SOMETHING_BETWEEN.search(looked):
        patterns = _TIGHT if with_latin else _TIGHT[:1]
        found += [
            word for pattern in patterns for match in pattern.finditer(normal) for word in _reading(match, normal)
        ]
        found += masked(normal)
    if with_latin:
        found += mixed(normal)
    if is_cut_off(looked):
        found += glued(normal)
    return found + in_rows(normal, stretches is None or holds_lone_letter(looked), with_latin)


def is_plain(stretch: str) -> bool:
    """Whether nothing in a stretch between spaces sets letters apart, whatever stands beside it."""
    if _ANY_LATIN.search(stretch) or is_cut_off(stretch) or holds_lone_letter(stretch):
        return False
    # no sign that sets letters apart goes over a space: আনা-নেওয়া is read alike wherever it stands
    return not any(_reading(match, stretch) for pattern in _TIGHT for match in pattern.finditer(stretch))


def _reading(match: re.Match[str], normal: str) -> list[Word]:
    pieces = _PIECE.findall(match[0]) if len(match[0]) <= _LONGEST else []
    if len(pieces) < 2 or means_no_harm(pieces):
        return []
    signs = frozenset("".join(_PIECE.split(match[0])))
    closed = normal.startswith(".", match.end())
    is_disguised = _bangla_is_disguised if pieces[0][0] >= FIRST_BANGLA else _latin_is_disguised
    return [Word("".join(pieces), *match.span())] if is_disguised(pieces, signs, closed) else []


def _latin_is_disguised(pieces: list[str], signs: frozenset[str], closed: bool) -> bool:
    """`closed` where a full stop follows, as after initials."""
    longest = max(map(len, pieces))
    if any(piece.isdecimal() for piece in pieces):  # i-d-1-0-t
        return longest == 1 and sum(map(str.isalpha, pieces)) >= _FEWEST_LETTERS
    if signs <= {"."}:  # initials look the same up to four letters
        return longest <= 2 and (len(pieces) > (4 if closed else 3) or sum(map(len, pieces)) > 4)
    if signs & _USUAL_SIGNS:
        return longest <= 2 and len(pieces) > 2
    return longest <= 4


def _bangla_is_disguised(pieces: list[str], signs: frozenset[str], closed: bool) -> bool:
    if signs <= _NO_LINKS:
        return True
    longer = sum(1 for piece in pieces if not _ONE_CLUSTER.fullmatch(piece))
    if longer > 1 or longer == len(pieces):
        return False
    if signs <= _LIST_SIGNS:
        return len(pieces) > 2 and not longer
    return not (signs <= {"."} and closed and len(pieces) < 4)
