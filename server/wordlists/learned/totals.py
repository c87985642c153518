"""What each table sums up to, be it a finding or not, and why one whose sum is enough is not told: what `explain` tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from server.text.spans import Span
from server.wordlists.learned.beside import warned_in
from server.wordlists.learned.remarks import LONG
from server.wordlists.learned.silences import LISTED, PLAIN_ALONE, PROPER, RIVAL, TOLD
from server.wordlists.learned.speakers import SCALE
from server.wordlists.learned.stretches import Stretch
from server.wordlists.learned.sums import Learned
from server.wordlists.learned.weighed import Weighed
from server.wordlists.matching.look import Match
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.table import Table


class Total(NamedTuple):
    """What a table sums up to in one stretch or sentence."""

    table: Table
    sum: float
    weighed: list[Weighed]  # what adds to it or takes from it, the heaviest first
    untold: str  # why it tells nothing, one of `silences`; "" too where the sum is not enough and nothing else would silence it
    enough: float  # from what sum on it would be a finding
    few: float  # what its few words take from the sum


def totals(
    learned: Learned,
    normal: str,
    excepted: Sequence[Span] = (),
    leanings: Mapping[str, float] | None = None,
    listed: Sequence[Match] = (),
) -> Iterator[Total]:
    """For each stretch and table. `excepted`, `leanings`, `listed`: as in `Learned.look_further`."""
    for stretch in learned.stretched(normal, without=excepted):
        sums = learned.weights.sums(stretch)
        untold = _untold(learned, stretch, sums, leanings, listed)
        for place, own in enumerate(sums):
            yield _total(learned, place, stretch, own, untold.get(place, ""), ENOUGH)


def _untold(
    learned: Learned,
    stretch: Stretch,
    sums: Sequence[int],
    leanings: Mapping[str, float] | None,
    listed: Sequence[Match],
) -> dict[int, str]:
    """Why tables whose sum is enough tell nothing in a stretch, by their places."""
    warned = warned_in(listed, stretch.start, stretch.end)
    clauses = {match.word_list.clause for match in warned}
    found = dict.fromkeys((place for place, own in enumerate(sums) if own >= SCALE), RIVAL)
    for one, match, why in learned.spoken(stretch, sums, leanings, warned):
        if not one.is_beside:
            found[one.place] = LISTED if match and learned.tables[one.place].clause in clauses else why
    return found


def totals_of_bodies(
    learned: Learned, normal: str, excepted: Sequence[Span] = (), listed: Sequence[Match] = ()
) -> Iterator[Total]:
    """Of what is told without the few words around a text and not of the whole."""
    for stretch in learned.stretched(normal, without=excepted):
        sums = learned.weights.sums(stretch)
        warned = warned_in(listed, stretch.start, stretch.end)
        told = [match for _, match, _ in learned.spoken(stretch, sums, None, warned) if match]
        for body, place, _ in learned.in_bodies(stretch, sums, [*warned, *told]):
            yield _total(learned, place, body, learned.weights.sums(body)[place], "", ENOUGH)


def totals_of_sentences(
    learned: Learned, normal: str, excepted: Sequence[Span] = (), told: Sequence[Match] = ()
) -> Iterator[Total]:
    """The same of each sentence of several, and the tables that look at them. `told`: what is told of the text otherwise."""
    remarks, is_long = learned.remarks.of(normal), len(normal) > LONG
    for stretch in learned.stretched(normal, without=excepted):
        asked = learned.remarks.asked(learned.weights.sums(stretch), is_long)
        for piece in stretch.pieces(remarks):
            sums, is_english = learned.weights.sums(piece), piece.is_english()
            speaking = learned.remarks.reached(asked, sums, is_long, is_english)
            is_told = any(piece.start <= span[0] < piece.end for match in told for span in match.spans)
            for place in learned.remarks.places:
                is_asked = any(place in group for group in asked)
                untold = TOLD if is_told else PROPER if not is_asked else "" if place in speaking else RIVAL
                least = learned.remarks.least(place, is_long, is_english) / SCALE
                yield _total(learned, place, piece, sums[place], untold, least)


def _total(learned: Learned, place: int, stretch: Stretch, own: int, untold: str, enough: float) -> Total:
    """`untold`: why it tells nothing, where its words do not silence it."""
    weighed = learned.weights.weigh(place, stretch)
    underlined = learned.silences.underlined(place, weighed)
    untold = PLAIN_ALONE if underlined is None else learned.silences.silenced(place, stretch, underlined) or untold
    by_weight = sorted(weighed, key=lambda part: -abs(part.weight))
    few = learned.weights.few(stretch.tokens())
    return Total(learned.tables[place], own / SCALE, by_weight, untold, enough, few[place] / SCALE if few else 0)
