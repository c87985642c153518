"""Words whose letters stand in a row between spaces: s h u o r, শ য় তা ন, শা লা.

Bangla has words of one letter with its sign (সে কি না), and such words stand beside disguised ones: a row is read as a
whole and without the short words at its ends, and only if something in it is no word by itself.
"""

import re

from server.text.initials import means_no_harm
from server.text.normalise import normalise
from server.text.shapes import BANGLA, CLUSTER, FIRST_BANGLA, LATIN, Word

_LETTER = "[a-z@$!]"
_GATES = tuple(re.compile(f" {letter} {{1,4}}{letter}(?![^ \n।,.!?)\"'”’])") for letter in (CLUSTER, _LETTER))
_OPENERS = "\n\t(\"'“‘"  # before a row, beside the space with which its gate begins: that is found much faster
# A start behind a look-behind and possessive counts keep it linear on endless rows.
_ROWS = tuple(
    re.compile(
        f"(?<![^\\s(\"'“‘]){letter}(?![^\\s।,.!?)\"'”’])(?: {{1,4}}+{letter}(?![^\\s।,.!?)\"'”’])){{{fewest - 1},23}}+"
    )
    for letter, fewest in ((CLUSTER, 2), (_LETTER, 3))
)
_SIGN = "\u09be-\u09cd\u09d7"
_CUT_OFF = re.compile(f" [{_SIGN}]")
_GLUED = re.compile(f"(?<![{BANGLA}])[{BANGLA}]++(?: {{1,2}}+[{_SIGN}][{BANGLA}]*+){{1,23}}+")
_PIECE = re.compile(f"{CLUSTER}|[{LATIN}]")
_LONE = re.compile(f"(?<![^ (\"'“‘])({CLUSTER})(?![^ ।,.!?)\"'”’])")

_BANGLA_WORDS = frozenset(
    normalise(
        "না ও কি যে বা এ কে তো টা যা তা সে টি মা ই মো হা তে রে রা ডা ড নি নং বি ঐ হে মে হ্যা দে পা স্ত্রী শে সি শো দু দি ফি দ্য"
        " চা মি দা নৌ জে জি গো পো নো কা পে পি ফ্রি খা টু সো ডে স্ব লে বে নে ঘি হি শ্রী জা ডি কো ছে ছি ভি লো বৌ গা থা নৃ প্রো আ সিং"
        " ইং ফ্লু থ্রু প্রি ব্লু স্প্রে দ্র"
    ).split()
)
_LATIN_WORDS = frozenset("aiuroeky")
_FEWEST_LATIN = 3
_MOST_SHORT_WORDS = 3  # words of one letter that are taken off a row's beginning

Piece = tuple[str, int]  # a letter and where it stands


def is_cut_off(normal: str) -> bool:
    """Whether a sign stands behind a space, or first of all."""
    return _CUT_OFF.search(f" {normal}") is not None


def holds_lone_letter(normal: str) -> bool:
    """Whether a Bangla letter that is no word stands by itself; without one no row of letters hides a word."""
    return any(letter not in _BANGLA_WORDS for letter in _LONE.findall(normal))


def glued(normal: str) -> list[Word]:
    """Bangla words of which a space cut signs off: শ াল া. No word begins with a sign."""
    return [Word(match[0].replace(" ", ""), *match.span()) for match in _GLUED.finditer(normal)]


def in_rows(normal: str, bangla: bool = True, latin: bool = True) -> list[Word]:
    """Words of the normal form that are written as rows of letters; several readings of one row may overlap."""
    found: list[Word] = []
    spaced = f" {normal}"
    for opener in _OPENERS:
        spaced = spaced.replace(opener, " ")
    for wanted, gate, pattern in zip((bangla, latin), _GATES, _ROWS, strict=True):
        if wanted and gate.search(spaced):
            found += [word for match in pattern.finditer(normal) for word in _readings(match, normal)]
    return found


def _readings(match: re.Match[str], normal: str) -> list[Word]:
    row = [(piece[0], match.start() + piece.start()) for piece in _PIECE.finditer(match[0])]
    letters = {piece for piece, _ in row}
    if row[0][0][0] >= FIRST_BANGLA:
        return _without_ends(row, _BANGLA_WORDS, 2)
    if len(letters) < _FEWEST_LATIN or _are_initials(row, normal):
        return []
    return _without_ends(row, _LATIN_WORDS, _FEWEST_LATIN)


def _are_initials(row: list[Piece], normal: str) -> bool:
    """Three letters before a name: a k m rahman."""
    end = row[-1][1] + 1
    return len(row) == 3 and re.match(" [a-z]{2}", normal[end : end + 3]) is not None


def _without_ends(row: list[Piece], short_words: frozenset[str], fewest: int) -> list[Word]:
    """The row, and the row without a few short words at its beginning, without one at its end."""
    found = []
    for first in range(min(_MOST_SHORT_WORDS + 1, len(row))):
        if first and row[first - 1][0] not in short_words:
            break
        ends = [len(row), len(row) - 1] if row[-1][0] in short_words else [len(row)]
        found += [_word(row[first:end]) for end in ends if _hides_a_word(row[first:end], short_words, fewest)]
    return found


def _hides_a_word(row: list[Piece], short_words: frozenset[str], fewest: int) -> bool:
    pieces = [piece for piece, _ in row]
    if len(set(pieces)) < fewest or means_no_harm(pieces):
        return False
    return short_words is _LATIN_WORDS or not short_words.issuperset(pieces)


def _word(row: list[Piece]) -> Word:
    return Word("".join(piece for piece, _ in row), row[0][1], row[-1][1] + len(row[-1][0]))
