"""What each piece of a text opens, remembered: a writer sends the same sentences again with every check.

No text is kept: a piece is known by its hash, for which Python has a secret key that a server and its workers share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import reduce
from operator import or_

from server.personal.around.cues import Cues, Piece, Words
from server.personal.around.gates import LISTED, begun_in, met

# A piece ends where a sentence nearly always does; any white space would do, since no stretch goes over it.
_ENDS = (("। ", "।\n"), (". ", ".\n"))
_WHITE = re.compile(r"\s")
_LONGEST = 512  # code points of a remembered piece

Placed = Sequence[tuple[int, str, Piece]]  # where a piece begins, its text, and what it opens


def pieces(normal: str, cues: Cues) -> Placed:
    """The pieces of a normal form in which something opens, in order."""
    for end, cut in _ENDS:
        normal = normal.replace(end, cut)
    found = []
    place, known = 0, cues.pieces
    for text in normal.split("\n"):
        piece = known.get(hash(text)) or _meet(text, cues)
        if piece.bits:
            found.append((place, text, piece))
        place += len(text) + 1
    return found


def _meet(text: str, cues: Cues) -> Piece:
    """What a piece opens that was not met before."""
    stretches = text.split()
    try:
        bits = reduce(or_, map(cues.met.__getitem__, stretches), 0)
    except KeyError:  # nor was one of its words
        bits = reduce(or_, (met(stretch, cues) for stretch in stretches), 0)
    found = Piece(bits)
    return cues.pieces.keep(hash(text), found) if len(text) <= _LONGEST else found


def beginnings(text: str, piece: Piece, cues: Cues) -> Sequence[tuple[int, Words]]:
    """The words of a piece that may begin cues, stretch by stretch behind the code points before it."""
    if piece.begun is None:
        piece.begun = tuple(_beginnings(text, cues))
    return piece.begun


def _beginnings(text: str, cues: Cues) -> Iterator[tuple[int, Words]]:
    place, known = 0, cues.begins
    for stretch in _WHITE.sub(" ", text).split(" "):
        words = known.get(stretch)
        if words is None:
            words = begun_in(stretch, cues)
        if words:
            yield place, words
        place += len(stretch) + 1


def listed(found: Placed, cues: Cues) -> Set[str]:
    """Of the stretches between spaces those that are not known to be of no use to any list."""
    loud: set[str] = set()
    for _, text, piece in found:
        if piece.bits & LISTED:
            here = {stretch for stretch in text.split() if met(stretch, cues) & LISTED}
            if not here:
                piece.bits &= ~LISTED
            loud |= here
    return loud


def unlist(stretches: Iterable[str], cues: Cues) -> None:
    """Remembers of these that no list has a use for them."""
    for stretch in stretches:
        if stretch in cues.met:
            cues.met[stretch] &= ~LISTED
