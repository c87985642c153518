"""What the words of a stretch weigh in one table of learned evidence, and which of them are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from server.text.shapes import Word
from server.wordlists.learned.names import PERSON
from server.wordlists.learned.parts import NAME, is_kind, is_name
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.table import Row

MOST_WORDS = 4  # told in one finding
# What names of parties, leaders, faiths ... and `TIES` weigh together at most: another word has to add.
MOST_OF_NAMES = 0.98


class Weighed(NamedTuple):
    """What a word, a pair or two senses add to one clause, and the row that adds most. `words`: one, or two."""

    words: tuple[Word, ...]
    weight: float
    row: Row | None
    is_said: bool = False  # a word, a piece of one or a pair adds, not only a kind of name or a group
    is_named: bool = False  # a name that stands for a group adds: a party's, a leader's
    is_name: bool = False  # names are all there is: one, or two side by side


def weighed_by(words: tuple[Word, ...], entries: Iterable[str], rows: Mapping[str, Row]) -> Weighed:
    """What the entries of these words weigh in a table's rows, by entry."""
    known = [rows[entry] for entry in entries if entry in rows]
    adding = [row.entry for row in known if row.weight > 0]
    said = any(not is_kind(entry) for entry in adding)
    named = any(word.startswith(NAME) and word != PERSON for entry in adding for word in entry.split())
    heaviest_row = max(known, key=lambda row: row.weight, default=None)
    only_names = bool(known) and all(is_name(row.entry) for row in known)
    return Weighed(words, sum(row.weight for row in known), heaviest_row, said, named, only_names)


def summed(weighed: Iterable[Weighed]) -> float:
    """What these add up to: names together never to enough."""
    parts = list(weighed)
    names = sum(part.weight for part in parts if part.is_name)
    return min(names, MOST_OF_NAMES) + sum(part.weight for part in parts if not part.is_name)


def heaviest(weighed: Iterable[Weighed]) -> list[Weighed]:
    """Of what adds to a sum the fewest words that are enough by themselves, the heaviest first."""
    heavy = sorted((part for part in weighed if part.row and part.weight > 0), key=lambda part: -part.weight)
    fewest: list[Weighed] = []
    for part in heavy[:MOST_WORDS]:
        fewest.append(part)
        if summed(fewest) >= ENOUGH:
            break
    return fewest
