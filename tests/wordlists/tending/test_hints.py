"""Hints to a maintainer: short terms and what they would hit, terms that another finds already."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.hints import common_contexts, hints, idle_exceptions, without_use
from tests.wordlists.lists import HEAD, rows, ruleset

WORDS = "# মন্তব্য\nচালের\t40\nচালে\t90\nবালক\t30\nবালিশ\t5\nমালিক\t9\nপ্রতিষ্ঠানের\t70\n"


def told(base: Path, terms: str) -> list[tuple[int, str]]:
    """The hints: which row of the list (from 0, a row a line), and what it says in English."""
    rules = ruleset(base, rows(terms))
    (base / "harmless").mkdir()
    (base / "harmless/words.tsv").write_text(WORDS, encoding="utf-8")
    head = (base / "prohibited/test.yaml").read_text(encoding="utf-8").split("terms:")[0]
    return [(hint.line - len(head.splitlines()) - 2, hint.said.en) for hint in hints([base], rules)]


def test_terms_shared_out_among_processes_tell_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for processors in (1, 3):
        monkeypatch.setattr("server.wordlists.tending.own_process.processors", lambda count=processors: count)
        found.append(told(tmp_path / f"{processors}/lists", "- চোর\n- চোরের\n- শালা\n- ভোট\n- ভোটের\n- ভোটকে\n- চোরকে\n"))
    assert found[0] == found[1] and [row for row, _ in found[0]] == [1, 4, 5, 6]


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


def laid(base: Path, **files: str) -> list[Path]:
    """Two folders of lists: one with a list and a group, over it an office's own files by their path, __ for /."""
    ruleset(base / "shipped", rows("- বলদ\n- মেথর\n"), head="except: [বলদ গাড়ি]\n", quiet="গরু")
    for name, text in files.items():
        path = base / "own" / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [base / "shipped", base / "own"]


@pytest.mark.parametrize(
    ("own", "idle"), [("", ""), ("\n    except: [হরিজন]", "হরিজন"), ("\n    except: [মেথর পট্টি]", "")]
)
def test_the_heads_exceptions_are_not_told_of_an_offices_row(own: str, idle: str, tmp_path: Path) -> None:
    lists, _ = load(laid(tmp_path, prohibited__a=f"id: test\nclause: 9.nga\nterms:\n  - term: মেথর{own}\n"))
    hinted = idle_exceptions(Ruleset(lists))
    assert [hint.said.en.partition(": ")[2].partition(";")[0] for hint in hinted] == ([idle] if idle else [])


SENTENCES = [f"সভা {number} নম্বর কক্ষে" for number in range(180)] + ["সভা না হলে জানাবেন"] * 20
ENGLISH = [f"the meeting {number}" for number in range(200)]


@pytest.mark.parametrize(
    ("row", "head", "told"),
    [
        ("- {term: মেথর, context: [না]}\n", "", [(0, "'না'")]),
        ("- {term: মেথর, context: [পরিদর্শন, না, নম্বর]}\n", "", [(0, "'না, নম্বর'")]),
        ("- {term: মেথর, context: [The]}\n", "", [(0, "'The'")]),
        ("- {term: মেথর, context: [না হলে, বারণ, নাটক]}\n", "", []),  # one of several words stands in few texts
        ("- {term: মেথর, except: [না]}\n", "", []),
        ("- মেথর\n- বলদ\n", "context: [না]\n", [(-10, "'না'")]),  # once, at the head's first line
    ],
)
def test_a_context_that_stands_in_nearly_every_text_is_hinted(
    row: str, head: str, told: list[tuple[int, str]], tmp_path: Path
) -> None:
    rules = ruleset(tmp_path, rows(row), head=head)
    (tmp_path / "harmless").mkdir()
    (tmp_path / "harmless/a.txt").write_text("\n".join(SENTENCES + ENGLISH), encoding="utf-8")
    first = len((tmp_path / "prohibited/test.yaml").read_text(encoding="utf-8").split("terms:")[0].splitlines()) + 2
    hinted = list(common_contexts([tmp_path], rules))
    assert [(hint.line - first, hint.said.en.partition(" of context")[0], hint.fatal) for hint in hinted] == [
        (line, said, False) for line, said in told
    ]


def test_of_few_sentences_nothing_is_common(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, rows("- {term: মেথর, context: [না]}\n"))
    (tmp_path / "harmless").mkdir()
    (tmp_path / "harmless/a.txt").write_text("\n".join(SENTENCES[-19:]), encoding="utf-8")
    assert not list(common_contexts([tmp_path], rules))


OWN_GROUP = HEAD.format(id="canteen") + "terms:\n  - ক্যান্টিন\n"
RULE = "id: test\nclause: 9.nga\nterms:\n  - near: [canteen, quiet]\n    within: 4\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"groups__canteen": OWN_GROUP}, ["no near-rule names 'canteen'"]),
        ({"groups__canteen": OWN_GROUP, "prohibited__a": RULE}, []),
        ({"groups__quiet": "id: quiet\nterms:\n  - মহিষ\n"}, []),  # code may ask for a shipped one
        ({"groups__quiet": "id: quiet\nretire: [গরু]\n"}, []),  # all of it is retired
    ],
)
def test_what_can_find_nothing_is_hinted(files: dict[str, str], told: list[str], tmp_path: Path) -> None:
    lists, _ = load(laid(tmp_path, **files))
    hinted = list(without_use(lists))
    assert [(hint.file.split("/")[0], hint.line, hint.fatal) for hint in hinted] == [("own", 1, False)] * len(told)
    assert all(said in hint.said.en for said, hint in zip(told, hinted, strict=True))


@pytest.mark.parametrize(
    ("terms", "lines"),
    [("terms: []\n", [5]), ("retire: [বলদ]\nterms: []\n", []), ("terms:\n  - {term: ক, colour: red}\n", [])],
)
def test_a_list_with_no_rows_is_hinted(terms: str, lines: list[int], tmp_path: Path) -> None:
    _, faults = load(laid(tmp_path, groups__quiet=HEAD.format(id="quiet") + terms.replace("বলদ", "গরু")))
    assert [fault.line for fault in faults if "'terms' is empty" in fault.said.en and not fault.fatal] == lines
