"""The shipped lists."""

from tests.conftest import shipped


def test_every_letter_of_clause_9_has_a_list() -> None:
    assert {word_list.clause for word_list in shipped().lists} >= {
        f"9.{letter}" for letter in ("ka", "kha", "ga", "gha", "nga", "cha", "chha")
    }
