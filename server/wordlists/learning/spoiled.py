"""Plain words that comments have spoiled: official texts use them, or English does, and what was learned would find them alone.

Development only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from server.text.heard import typed_key
from server.text.known_words import is_english
from server.text.words import distinct
from server.wordlists.learned.lookups import Lookups
from server.wordlists.learned.names import Names
from server.wordlists.learned.weights import Weights
from server.wordlists.learning.heads import table_of
from server.wordlists.learning.rows import SHOWN_AGAIN, Example
from server.wordlists.load import ASIDE
from server.wordlists.reading.fields import ENOUGH
from server.wordlists.reading.table import Row

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


def spoiled(rows: Rows, plain: Iterable[str], names: Names, kinds_of: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """The `plain` words that some table would find by themselves, as they are or as they sound: for learned/plain.txt."""
    weights = Weights([table_of(name, own) for name, own in rows.items()], Lookups(names, kinds_of))
    return frozenset(
        word
        for word in plain
        if not names.kind(word) and any(max(weights.alone(read)) >= ENOUGH for read in {word, typed_key(word)} - {""})
    )
