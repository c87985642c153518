"""Which tables of learned evidence speak of a stretch, by what each sums up to there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from server.wordlists.matching.look import Match
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.table import FOLDER, Table

SCALE = 10_000  # sums are whole numbers of so many parts
CONTENT = "9."  # clauses of prohibited content, of which a stretch may break two
JOINING = 2 / 3  # of `joined`: what a rival comes to that joins it
SECOND = round(1.5 * SCALE)  # the sum that is asked of a table where a list warns of another letter already
_WHOLE = round(ENOUGH * SCALE)


class Reached(NamedTuple):
    """A table that speaks of a stretch, by its place."""

    place: int
    leans: bool = False  # short of enough: it only advises
    is_beside: bool = False  # short of enough, and counts only beside another letter
    is_cued: bool = False  # short of enough, and counts only where a phrase of its table's groups stands
    is_joined: bool = False  # short of enough, and counts in a stretch of many words, since a rival joins it


class Speakers:
    """Tables, each known by its place, and what each asks before it speaks. `apart`: those that an insult beside them helps."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        places = {f"{FOLDER}/{table.id}": place for place, table in enumerate(tables)}
        # The table whose finding it is: for most itself, for a taught letter the one learned from comments.
        self._owners = [places.get(table.check, place) for place, table in enumerate(tables)]
        apart = (place for place, own in enumerate(tables) if own.beside and not own.rival)
        self.apart = [Reached(place, is_beside=True) for place in apart]
        self._rivals = [
            [other for other, its in enumerate(tables) if own.rival and its.rival == own.rival and its is not own]
            for own in tables
        ]
        self._leaned: tuple[Mapping[str, float] | None, Sequence[int]] = None, self._least_sums({})

    def reached(self, sums: Sequence[int], leanings: Mapping[str, float] | None) -> Iterator[Reached]:
        """The tables whose sum is enough, or reaches the lower one at which they may still speak (`cued`, `joined`, a leaning).

        Of rivals only the one with the highest sum. What a cue helps to speak gives way to a rival that needs none, not to one
        that stays silent. `leanings`: from what sum on a table advises, by its id; one that a cue or a rival helps never does.
        """
        if self._leaned[0] is not leanings:
            self._leaned = leanings, self._least_sums(leanings or {})
        for place, least in enumerate(self._leaned[1]):
            if sums[place] >= least:
                yield from self._reached(place, sums)

    def _reached(self, place: int, sums: Sequence[int]) -> Iterator[Reached]:
        own, table, rivals = sums[place], self._tables[place], [sums[other] for other in self._rivals[place]]
        if own >= _WHOLE:
            if own >= max(rivals, default=own):
                yield Reached(place)
            return
        cued = 0 < round(table.cued * SCALE) <= own and max(rivals, default=0) < _WHOLE
        joined = 0 < round(table.joined * SCALE) <= own and _joins(table, own, rivals)
        if cued or joined:
            yield Reached(place, is_cued=cued, is_joined=joined)
        elif not (table.cued or table.joined) and own >= max(rivals, default=own):
            yield Reached(place, leans=True)

    def _least_sums(self, leanings: Mapping[str, float]) -> list[int]:
        """For each table from what sum on it speaks at all."""
        short = (
            min(filter(None, (one.cued, one.joined)), default=leanings.get(one.id, ENOUGH)) for one in self._tables
        )
        return [round(min(ENOUGH, least) * SCALE) for least in short]

    def needs_more(self, place: int, warned: Iterable[Match]) -> bool:
        """Whether a table needs a higher sum (SECOND), because lists warn of another letter of clause 9 in the stretch already.

        Tables of other clauses do, and taught letters of which no table was learned from comments: these take any contempt for
        their own. Comments break two letters as often as one, so what they taught needs no more.
        """
        letters = {match.word_list.clause for match in warned if match.word_list.clause.startswith(CONTENT)}
        table = self._tables[place]
        taught = not table.clause.startswith(CONTENT) or (bool(table.rival) and self._owners[place] == place)
        return taught and bool(letters) and table.clause not in letters

    def counts(self, one: Reached, sums: Sequence[int], clauses: Set[str]) -> bool:
        """Whether a table may tell its clause too where lists, or tables before it, warn of others (`clauses`) in the stretch.

        A table with `beside` in its head may where its owner's sum (that of the table whose finding it is) reaches `beside`: an
        insult of a party is party politics at a lower sum, and a taught letter comes second only where comments lean to it too.
        What a rival joins never comes second.
        """
        table, owner = self._tables[one.place], self._owners[one.place]
        is_second = any(clause != table.clause and clause.startswith(CONTENT) for clause in clauses)
        if one.is_joined and is_second:
            return False
        if one.leans or not table.beside or (owner == one.place and not one.is_beside):
            return True
        if not is_second:
            return not one.is_beside
        return sums[owner] >= round(table.beside * SCALE)


def _joins(table: Table, own: int, rivals: Sequence[int]) -> bool:
    """Whether one of the rivals' sums, none of them higher, is high enough to join a table's own."""
    return round(table.joined * JOINING * SCALE) <= max(rivals, default=-1) <= own
