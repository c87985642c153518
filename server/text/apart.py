"""Words whose letters were set apart: শ.ু.য়.ো.র, s h u o r, শ-য়-তা-ন, শা🐷লা.

Initials (এ কে এম, U.S.A.), measures (কি.মি.) and lists of letters (ক, খ, গ) are set apart too, and mean no harm.
"""

import re
from itertools import pairwise

from server.text.normalise import normalise
from server.text.shapes import BANGLA, LETTER_NAMES, Word

_LATIN = "a-z0-9@$!"
_SIGNS = "\u0981-\u0983\u09be-\u09cd\u09d7\u09e2\u09e3"
_BASE = "\u0985-\u09b9\u09dc-\u09e1"
_CLUSTER = f"(?:[{_BASE}](?:\u09cd[{_BASE}])*+[{_SIGNS}]*+|[{_SIGNS}]++)"
_EMOJI = "\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff"
_BETWEEN = f".,_*·•~|+^=#'`/\\\\\u2010-\u2015\u2022\u30fb<>\\[\\]{{}}\\-{_EMOJI}"

_SOMETHING_BETWEEN = re.compile(f"[{_BETWEEN}](?=[{BANGLA}{_LATIN}])")
_SINGLES_SPACED = re.compile(f"(?<![^ \n])(?:{_CLUSTER}|[a-z@$!]) {{1,2}}(?:{_CLUSTER}|[a-z@$!]) ")

# Every start stands behind a look-behind and every count is possessive: linear on hostile runs.
_TIGHT = tuple(
    re.compile(f"(?<![{letters}])[{letters}]++(?:[{_BETWEEN}]{{1,3}}+[{letters}]++)++") for letters in (BANGLA, _LATIN)
)
_SPACED = tuple(
    re.compile(f"(?<![^\\s(\"'“‘]){piece}(?: {{1,2}}+{piece}(?![^\\s।,.!?)\"'”’])){{2,23}}+")
    for piece in (_CLUSTER, "[a-z@$!]")
)
_PIECE = re.compile(f"[{BANGLA}]+|[{_LATIN}]+")
_ONE_CLUSTER = re.compile(_CLUSTER)

_MEASURES = frozenset(normalise("কি কে মি সে গ্রা লি মে হে জি টি টা ব ঘ বর্গ ঘন ফু ই কিলো").split())
_ALPHABETS = ("কখগঘঙচছজঝঞটঠডঢনতথদধন", "অআইউঋএঐওঔ", "abcdefghijklmnopqrstuvwxyz")
_FEWEST_LETTERS = 3  # different ones in a row of letters that may hide a word
_LIST_SIGNS = ",/"


def joined(normal: str) -> list[Word]:
    """Words of the normal form whose letters stand apart, put together; each spans its first to its last letter.

    A row of single letters may begin or end with a word of one letter, so it can give several readings.
    """
    found: list[Word] = []
    if _SOMETHING_BETWEEN.search(normal):
        for pattern in _TIGHT:
            for match in pattern.finditer(normal):
                found += _from_tight(match, normal)
    if _SINGLES_SPACED.search(normal):
        for pattern in _SPACED:
            for match in pattern.finditer(normal):
                found += _from_spaced(match, normal)
    return found


def _from_tight(match: re.Match[str], normal: str) -> list[Word]:
    pieces = _PIECE.findall(match[0])
    is_latin = pieces[0][0] < "\u0980"
    between = "".join(_PIECE.split(match[0]))
    is_fair = _latin_is_disguised if is_latin else _bangla_is_disguised
    if (
        len(match[0]) > 96
        or _means_no_harm(pieces)
        or not is_fair(pieces, between, normal[match.end() : match.end() + 1])
    ):
        return []
    return [Word("".join(pieces), match.start(), match.end())]


def _latin_is_disguised(pieces: list[str], between: str, after: str) -> bool:
    if any(len(piece) > 2 or piece.isdecimal() for piece in pieces):
        return False
    if set(between) <= {"."}:  # initials look the same up to four letters
        return len(pieces) > (4 if after == "." else 3)
    return len(pieces) > 2 or not set(between) & set(".-'/,&+#")


def _bangla_is_disguised(pieces: list[str], between: str, after: str) -> bool:
    longer = sum(1 for piece in pieces if not _ONE_CLUSTER.fullmatch(piece))
    if longer > 1 or longer == len(pieces):
        return False
    if set(between) <= set(_LIST_SIGNS):
        return len(pieces) > 2 and not longer
    return not (set(between) <= {"."} and after == "." and len(pieces) < 4)


def _means_no_harm(pieces: list[str]) -> bool:
    """Initials, measures and lists of letters in the order of the alphabet."""
    if all(piece in LETTER_NAMES for piece in pieces) or all(piece in _MEASURES for piece in pieces):
        return True
    return len(pieces) > 1 and all(
        any(first + second in alphabet for alphabet in _ALPHABETS) for first, second in pairwise(pieces)
    )


def _from_spaced(match: re.Match[str], normal: str) -> list[Word]:
    pieces = [(piece[0], match.start() + piece.start()) for piece in _PIECE.finditer(match[0])]
    if len({piece for piece, _ in pieces}) < _FEWEST_LETTERS:
        return []
    if pieces[0][0][0] < "\u0980":
        return _latin_row(pieces, normal)
    return _bangla_row(pieces)


def _latin_row(pieces: list[tuple[str, int]], normal: str) -> list[Word]:
    """s h u o r; three letters before a name are initials (a k m rahman)."""
    end = pieces[-1][1] + 1
    if len(pieces) == 3 and re.match(" [a-z]{2}", normal[end : end + 3]):
        return []
    return _rows(pieces, {"a", "i", "u", "r", "o", "e", "k", "y"})


def _bangla_row(pieces: list[tuple[str, int]]) -> list[Word]:
    """শ য় তা ন; words of one letter with its sign (সে কি না) are no disguise, a letter alone is."""
    may_be_words = {piece for piece, _ in pieces if len(piece) > 1 and piece[0] not in "\u09cd\u09be"}
    may_be_words |= {"ও", "এ", "ই", "ঐ"}
    if all(piece in may_be_words for piece, _ in pieces):
        return []
    return _rows(pieces, may_be_words)


def _rows(pieces: list[tuple[str, int]], may_be_words: set[str]) -> list[Word]:
    """The whole row, and the row without a few words of one letter at either end."""
    found = []
    for first in range(4):
        if first and (first >= len(pieces) or pieces[first - 1][0] not in may_be_words):
            break
        for last in range(len(pieces), max(len(pieces) - 2, first + 2), -1):
            if last < len(pieces) and pieces[last][0] not in may_be_words:
                break
            row = pieces[first:last]
            if len(row) > 2 and not _means_no_harm([piece for piece, _ in row]):
                end = row[-1][1] + len(row[-1][0])
                found.append(Word("".join(piece for piece, _ in row), row[0][1], end))
    return found
