"""What the words of a stretch weigh in one table of learned evidence, and which of them are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from server.text.words import Word
from server.wordlists.evidence import ENOUGH
from server.wordlists.names import PERSON
from server.wordlists.parts import NAME, is_kind
from server.wordlists.table import Row

MOST_WORDS = 4  # told in one finding


class Weighed(NamedTuple):
    """What a word, a pair or two senses add to one clause, and the row that adds most. `words`: one, or two."""

    words: tuple[Word, ...]
    weight: float
    row: Row | None
    is_said: bool = False  # a word, a piece of one or a pair adds, not only a kind of name or a group
    is_named: bool = False  # a name that stands for a group adds: a party's, a leader's


def weighed_by(told: tuple[Word, ...], entries: Iterable[str], rows: Mapping[str, Row]) -> Weighed:
    """What the entries of these words weigh in a table's rows, by entry."""
    known = [rows[entry] for entry in entries if entry in rows]
    adding = [row.entry for row in known if row.weight > 0]
    said = any(not is_kind(entry) for entry in adding)
    named = any(word.startswith(NAME) and word != PERSON for entry in adding for word in entry.split())
    return Weighed(
        told, sum(row.weight for row in known), max(known, key=lambda row: row.weight, default=None), said, named
    )


def heaviest(weighed: Iterable[Weighed]) -> list[Weighed]:
    """Of what adds to a sum the fewest words that are enough by themselves, the heaviest first."""
    heavy = sorted((part for part in weighed if part.row and part.weight > 0), key=lambda part: -part.weight)
    told: list[Weighed] = []
    total = 0.0
    for part in heavy[:MOST_WORDS]:
        told.append(part)
        total += part.weight
        if total >= ENOUGH:
            break
    return told
