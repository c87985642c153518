"""data/leanings.yaml: below a sum of 1, where nothing speaks against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.draft import Account, Draft
from server.posting import Posting
from server.wordlists.faults import FaultyLists
from server.wordlists.leanings import leanings_in
from server.wordlists.ruleset import Ruleset
from tests.wordlists.test_said import folder_with


def test_each_table_has_its_sum(tmp_path: Path) -> None:
    found = leanings_in([folder_with(tmp_path, "replies: -1\nfigures: 0.5\n", "leanings.yaml")])
    assert found == {"replies": -1.0, "figures": 0.5}


def test_the_shipped_ones_are_of_tables_that_are_there(ruleset: Ruleset) -> None:
    assert leanings_in([]).keys() <= {table.id for table in ruleset.learned.tables}


@pytest.mark.parametrize("said", ["replies: much\n", "replies: -3\n", "replies: 2\n"])
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, said: str) -> None:
    with pytest.raises(FaultyLists, match=r"leanings\.yaml:1.*write a number, -2 to 1"):
        leanings_in([folder_with(tmp_path, said, "leanings.yaml")])


def test_more_is_found_than_what_reaches_one_and_never_by_a_table_that_has_none(ruleset: Ruleset) -> None:
    draft = Draft("ekhane keno likhchen apni, jan to", Account("institution"), action="reply")
    posting = Posting(draft, ruleset, None)
    assert posting.leaning_in("replies") or not posting.learned_in("replies")
    assert not posting.leaning_in("replies", at_least=50)
    assert not posting.leaning_in("family")
