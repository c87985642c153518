"""Hints to a maintainer: short terms and what they would hit, terms that another finds already."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.tending.hints import hints, idle_exceptions
from tests.wordlists.lists import rows, ruleset

WORDS = "# মন্তব্য\nচালের\t40\nচালে\t90\nবালক\t30\nবালিশ\t5\nমালিক\t9\nপ্রতিষ্ঠানের\t70\n"


def told(base: Path, terms: str) -> list[tuple[int, str]]:
    """The hints: which row of the list (from 0, a row a line), and what it says in English."""
    rules = ruleset(base, rows(terms))
    (base / "harmless").mkdir()
    (base / "harmless/words.tsv").write_text(WORDS, encoding="utf-8")
    head = (base / "prohibited/test.yaml").read_text(encoding="utf-8").split("terms:")[0]
    return [(hint.line - len(head.splitlines()) - 2, hint.said.en) for hint in hints([base], rules)]


@pytest.mark.parametrize(
    "terms",
    [
        "- বাল\n- মাল\n- দালাল\n",  # বালক and মালিক are no forms of them
        "- প্রতিষ্ঠান\n",  # long enough
        "- term: চাল\n  forms: exact\n",
        "- শালা\n- শালী\n- বালি\n",
        "- ভোট চোর\n- চোর\n",
        "- শালা\n- shala\n",  # a spelling listed beside the fold
        "- চোর\n- {term: চোরের, romanised: [corer]}\n",  # and one that the other row does not find
        "- {term: উচিত, romanised: [ucit]}\n- {term: উচিৎ, romanised: [uchith]}\n",
    ],
)
def test_nothing_to_tell(tmp_path: Path, terms: str) -> None:
    assert told(tmp_path, terms) == []


def test_a_short_term_shows_the_words_that_it_would_hit_the_commonest_first(tmp_path: Path) -> None:
    [(row, said)] = told(tmp_path, "- শালা\n- চাল\n")
    assert row == 1 and "'চাল' is short and takes these words of official texts too: চালে, চালের" in said


@pytest.mark.parametrize(
    "terms, row, by",
    [
        ("- উচিত\n- উচিৎ\n", 1, "উচিত"),
        ("- উচিৎ\n- উচিত\n", 1, "উচিৎ"),
        ("- উচিত ছিল\n- উচিৎ ছিল\n", 1, "উচিত ছিল"),
        ("- {term: উচিত, romanised: [ucit]}\n- উচিৎ\n", 1, "উচিত"),
        ("- উচিত\n- {term: উচিৎ, romanised: [ucit]}\n", 0, "উচিৎ"),  # the later one finds more
        ("- {term: উচিত, romanised: [ucit]}\n- {term: উচিৎ, romanised: [ucit]}\n", 1, "উচিত"),
        ("- কৈফিয়ত\n- কৈফিয়ৎ\n- বলদ\n", 1, "কৈফিয়ত"),
    ],
)
def test_of_two_that_find_each_other_one_row_may_go(tmp_path: Path, terms: str, row: int, by: str) -> None:
    [(line, hint)] = told(tmp_path, terms)
    assert line == row and f"is found already by '{by}'" in hint and "you may delete this row" in hint


def test_of_three_that_find_each_other_one_row_stays(tmp_path: Path) -> None:
    hinted = told(tmp_path, "- উচিত\n- উচিৎ\n- {term: উচিত, forms: exact}\n")
    assert 0 not in {line for line, _ in hinted} and 1 in {line for line, _ in hinted}


@pytest.mark.parametrize(
    "terms, row, said",
    [
        ("- চোর\n- চোরের\n", 1, "'চোরের' is found already by 'চোর'"),
        ("- গাধা\n- term: গাধার\n  severity: block\n", 1, "with severity block, there warn: keep one"),
        ("- term: গাধা\n  romanised: [gadha]\n- gadha\n", 2, "you may delete this row"),
    ],
)
def test_a_term_that_another_finds_already(tmp_path: Path, terms: str, row: int, said: str) -> None:
    assert any(line == row and said in hint for line, hint in told(tmp_path, terms))


@pytest.mark.parametrize(
    "terms, idle",
    [
        ("- {term: মেথর, except: [মেথরপট্টি সড়ক, মেথর পট্টি, মেথরের বাড়ি]}\n", "মেথরপট্টি সড়ক"),
        ("- {term: শালা, except: [কলাগাছ রোপণ, শালি]}\n", "কলাগাছ রোপণ, শালি"),
        ("- {term: শালা, except: [shala tree]}\n", ""),  # in other letters it lets go what sounds alike
        ("- {term: শালা, except: [শালা দুলাভাই]}\n", ""),
        ("- {near: [first, second], within: 3, except: [কলাগাছ]}\n", ""),
    ],
)
def test_an_exception_without_its_word_is_told(tmp_path: Path, terms: str, idle: str) -> None:
    hinted = idle_exceptions(ruleset(tmp_path, rows(terms), first="গাধা", second="বলদ"))
    assert [hint.said.en.partition(": ")[2].partition(";")[0] for hint in hinted] == ([idle] if idle else [])


def test_the_heads_exceptions_serve_all_rows(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, rows("- বলদ\n- {term: মেথর, except: [হরিজন]}\n"), head="except: [বলদ গাড়ি]\n")
    assert [hint.said.en.partition(": ")[2].partition(";")[0] for hint in idle_exceptions(rules)] == ["হরিজন"]
