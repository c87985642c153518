"""What each table sums up to, be it a finding or not: what `explain` tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from server.text.spans import Span
from server.wordlists.learned.remarks import LONG
from server.wordlists.learned.speakers import SCALE
from server.wordlists.learned.stretches import Stretch
from server.wordlists.learned.sums import Learned
from server.wordlists.learned.weighed import Weighed
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.table import Table

UNLESS, PLAIN_ALONE = "unless", "plain"  # what silences a table: a phrase beside, that a plain word is all there is


class Total(NamedTuple):
    """What a table sums up to in one stretch or sentence."""

    table: Table
    sum: float
    weighed: list[Weighed]  # what adds to it or takes from it, the heaviest first
    silenced: str  # `UNLESS`, `PLAIN_ALONE`; "" where nothing silences it
    enough: float  # from what sum on it would be a finding


def totals(learned: Learned, normal: str, excepted: Sequence[Span] = ()) -> Iterator[Total]:
    """For each stretch and table. `excepted`: as in `Learned.look_further`."""
    for stretch in learned.stretched(normal, without=excepted):
        for place, own in enumerate(learned.weights.sums(stretch)):
            yield _total(learned, place, stretch, own, ENOUGH)


def totals_of_sentences(learned: Learned, normal: str, excepted: Sequence[Span] = ()) -> Iterator[Total]:
    """The same of each sentence of several, and the tables that look at them."""
    remarks, is_long = learned.remarks.of(normal), len(normal) > LONG
    for stretch in learned.stretched(normal, without=excepted):
        for piece in stretch.pieces(remarks):
            sums = learned.weights.sums(piece)
            for place in learned.remarks.places:
                yield _total(learned, place, piece, sums[place], learned.remarks.least(place, is_long) / SCALE)


def _total(learned: Learned, place: int, stretch: Stretch, own: int, enough: float) -> Total:
    weighed = [part for part in learned.weights.weigh(place, stretch) if part.row]
    underlined = learned.silences.underlined(place, weighed)
    if underlined is None:
        silenced = PLAIN_ALONE
    else:
        silenced = UNLESS if learned.silences.is_silenced(place, stretch, underlined) else ""
    heaviest = sorted(weighed, key=lambda part: -abs(part.weight))
    return Total(learned.tables[place], own / SCALE, heaviest, silenced, enough)
