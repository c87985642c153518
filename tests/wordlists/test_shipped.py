"""The shipped lists."""

import re

from tests.conftest import ROOT, shipped

CODE = [path.read_text("utf-8") for path in sorted((ROOT / "server").rglob("*.py"))]


def test_every_letter_of_clause_9_has_a_list() -> None:
    assert {word_list.clause for word_list in shipped().lists} >= {
        f"9.{letter}" for letter in ("ka", "kha", "ga", "gha", "nga", "cha", "chha")
    }


def test_every_group_is_asked_for() -> None:
    """By a near-rule, a learned table or its head, or a check: one that nobody asks for finds nothing."""
    lists = shipped()
    groups = {word_list.id for word_list in lists.lists if word_list.is_group}
    asked = {group for word_list in lists.lists for term in word_list.terms for group in term.near}
    for table in lists.learned:
        asked |= {*table.cues, *table.unless}
        asked |= {name for row in table.rows for name in re.findall("&([a-z0-9-]+)", row.entry)}
    left = groups - asked
    assert len(groups) > 1000 and {name for name in left if not any(f'"{name}"' in text for text in CODE)} == set()
