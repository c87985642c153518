"""A word by its sound: one key for how it is typed in Latin letters, whatever its script."""

import pytest

from server.text.heard import LONGEST_HEARD, heard, sound


@pytest.mark.parametrize(("word", "key"), [("shala", "sala"), ("saalaa", "sala"), ("শালা", "sala"), ("", "")])
def test_a_word_is_heard_alike_in_both_scripts(word: str, key: str) -> None:
    assert heard(word) == key


def test_a_bangla_word_too_long_to_tell_is_not_heard() -> None:
    assert heard("ক" * LONGEST_HEARD)
    assert heard("ক" * (LONGEST_HEARD + 1)) == ""


def test_entries_write_a_bangla_word_as_it_is() -> None:
    assert (sound("shala"), sound("শালা")) == ("sala", "শালা")
