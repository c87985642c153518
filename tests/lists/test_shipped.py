"""The shipped lists, as their own lint reads them."""

from server.wordlists.faults import Fault
from server.wordlists.ruleset import Ruleset


def test_they_are_fine_and_stand_for_every_letter(linted: tuple[Ruleset, list[Fault]]) -> None:
    ruleset, hints = linted
    assert not [hint for hint in hints if hint.fatal]
    assert {word_list.clause for word_list in ruleset.lists} >= {
        f"9.{letter}" for letter in ("ka", "kha", "ga", "gha", "nga", "cha", "chha")
    }
