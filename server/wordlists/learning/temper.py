"""No word of official texts, nor a plain English one, is a finding by itself: dudh is milk to an office, whatever comments call so.

Development only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from server.text.guard import is_english
from server.text.heard import heard, sound
from server.text.words import distinct
from server.wordlists.learned.names import Names
from server.wordlists.learned.sums import Learned
from server.wordlists.learning.heads import table_of
from server.wordlists.learning.rows import SHOWN_AGAIN, Example
from server.wordlists.load import ASIDE
from server.wordlists.reading.table import Row

ALONE = 0.98  # what such a word weighs at most: something has to stand beside it
LEAST = 0.001  # more than that, or it is not worth a row
FEWEST_PLAIN = 3  # official texts or harmless sentences with a word that is one of theirs; fewer use it by the way

Rows = Mapping[str, Sequence[Row]]  # by clause


def plain_words(examples: Iterable[Example], belongs: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """The words that several official texts and harmless sentences use, and any English word of which no list knows ill.

    Near misses do not count: they are written around the very words that tell. Nor does everyday talk, which uses any word.
    """
    seen: Counter[str] = Counter()
    english: set[str] = set()
    for example in examples:
        if example.source.startswith(ASIDE):
            continue
        own = distinct(example.text)
        if example.is_official and example.kind not in SHOWN_AGAIN:
            seen.update(own)
        else:
            english.update(filter(is_english, own))
    plain = {word for word, count in seen.items() if count >= FEWEST_PLAIN}
    return frozenset(plain | {word for word in english - plain if not belongs(word)})


def tempered(
    rows: Rows,
    plain: frozenset[str],
    names: Names,
    belongs: Callable[[str], Iterable[str]],
    count: Callable[[str, str], tuple[int, int]],
) -> dict[str, list[Row]]:
    """The rows, with a row of their own for `plain` words that weigh too much alone.

    `count`: (hits, misses) of an entry by clause. As they sound first: what is taken off there, the word itself has less.
    """
    found = {clause: {row.entry: row for row in own} for clause, own in rows.items()}
    for words in ({heard(word) for word in plain} - {""}, {word for word in plain if not word.isascii()}):
        learned = Learned([table_of(name, own.values()) for name, own in found.items()], names, belongs)
        for word in sorted(word for word in words if not names.kind(word)):
            for table, weight in zip(learned.tables, learned.alone(word), strict=True):
                clause = table.id
                if weight > ALONE + LEAST:
                    entry = sound(word)
                    row = found[clause].get(entry) or Row(entry, 0.0, *count(clause, entry))
                    found[clause][entry] = row._replace(weight=round(row.weight - weight + ALONE, 3))
    return {clause: list(own.values()) for clause, own in found.items()}
