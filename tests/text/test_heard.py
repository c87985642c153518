"""A word by its sound: one key for how it is typed in Latin letters, whatever its script."""

import pytest

from server.text.heard import LONGEST_HEARD, entry_key, typed_key


@pytest.mark.parametrize(("word", "key"), [("shala", "sala"), ("saalaa", "sala"), ("শালা", "sala"), ("", "")])
def test_a_word_is_heard_alike_in_both_scripts(word: str, key: str) -> None:
    assert typed_key(word) == key


def test_a_bangla_word_too_long_to_tell_is_not_heard() -> None:
    assert typed_key("ক" * LONGEST_HEARD)
    assert typed_key("ক" * (LONGEST_HEARD + 1)) == ""


def test_entries_write_a_bangla_word_as_it_is() -> None:
    assert (entry_key("shala"), entry_key("শালা")) == ("sala", "শালা")
