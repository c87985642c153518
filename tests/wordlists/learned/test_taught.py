"""taught/: our own sentences of which tables are learned, and what the shipped tables make of them."""

from __future__ import annotations

from collections import Counter

import pytest

from server.checks import known_checks
from server.text.normalise import normalise
from server.wordlists.load import harmless_sentences, sentences_of
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset

pytestmark = pytest.mark.thorough

# Of said-chha other letters' tables tell a good part, of manners the check, which asks another table too.
MOST_MISSED = {"said-chha": 0.74, "manners": 0.7, "unlawful": 0.78}
FILES = sorted((SHIPPED / "taught").glob("*.txt"))
EACH = 5  # one sentence of so many is asked: a table not learned anew shows as well, in a fifth of the time


def sentences(name: str) -> list[str]:
    """The taught sentences of one table, in the normal form."""
    return [normalise(sentence) for _, sentence in sentences_of(SHIPPED / "taught" / f"{name}.txt")]


def test_every_file_has_its_table_and_every_such_table_its_check(ruleset: Ruleset) -> None:
    tables = {table.id: table for table in ruleset.learned.tables}
    assert len(FILES) >= 11
    for path in FILES:
        table = tables[path.stem]
        assert table.check in known_checks(ruleset.lists, []) or table.check.startswith("learned/"), table.check


def test_a_sentence_stands_once_and_is_not_harmless_too() -> None:
    harmless = {normalise(sentence) for _, _, sentence in harmless_sentences([SHIPPED])}
    for path in FILES:
        counted = Counter(sentences(path.stem))
        assert not [sentence for sentence, count in counted.items() if count > 1], path.name
        assert not harmless & counted.keys(), path.name


@pytest.mark.every
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_taught_is_found(ruleset: Ruleset, path) -> None:  # type: ignore[no-untyped-def]
    """By any table of its clause: no measure of quality, but a table that was not learned anew fails here."""
    table = next(table for table in ruleset.learned.tables if table.id == path.stem)
    taught = sentences(path.stem)[::EACH]
    missed = [
        text
        for text in taught
        if not any(match.word_list.clause == table.clause for match in ruleset.learned.look(text))
    ]
    assert len(missed) <= MOST_MISSED.get(path.stem, 0.6) * len(taught), missed[:20]
