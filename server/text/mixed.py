"""Words whose letters are of two scripts: শaলা, রাজাkar, shaলা. All letters are read as Latin ones.

A Latin word with a Bangla ending (SMSটি, UNOর, PDFগুলো) is no disguise, nor are numbers with letters (৪G, ১০টি).
"""

import re

from server.text.noun_endings import AFTER_HYPHEN, NOUN
from server.text.shapes import BANGLA, FIRST_BANGLA, LETTERS, Word
from server.text.spellings import typed

_GATE = re.compile(f"[a-z](?:(?=[{BANGLA}])|(?<=[{BANGLA}].))")  # begins with what a Bangla text hardly has: fast
# A start behind a look-behind and possessive counts keep it linear.
_MIXED = re.compile(
    f"(?<![a-z0-9@$!{BANGLA}])(?:[a-z]++[{BANGLA}]++|[{BANGLA}]++[a-z]++)(?:[a-z]++|[{BANGLA}]++)*+(?![a-z0-9@$!{BANGLA}])"
)
_PIECE = re.compile(LETTERS)
_LONGEST, _MOST_PIECES = 32, 8


def mixed(normal: str) -> list[Word]:
    """Words of the normal form in two scripts, each as Latin letters; spans of code points of the normal form."""
    if normal.isascii() or not _GATE.search(normal):
        return []
    found = []
    for match in _MIXED.finditer(normal):
        pieces = _PIECE.findall(match[0]) if len(match[0]) <= _LONGEST else []
        if 1 < len(pieces) <= _MOST_PIECES and not _is_bent(pieces):
            found.append(Word("".join(map(_latin, pieces)), *match.span()))
    return found


def _is_bent(pieces: list[str]) -> bool:
    """A Latin word with a Bangla ending."""
    return len(pieces) == 2 and (pieces[1] in NOUN or pieces[1] in AFTER_HYPHEN)


def _latin(piece: str) -> str:
    return piece if piece < FIRST_BANGLA else typed(piece)
