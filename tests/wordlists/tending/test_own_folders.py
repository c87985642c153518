"""An office's folder over the shipped one: a fault is told at the office's own row, which it may change, not at a shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.reading.faults import Fault, FaultyLists
from server.wordlists.tending.lint import lint
from tests.wordlists.lists import CLAUSE, HEAD

pytestmark = pytest.mark.thorough

ABUSE = HEAD.format(id="abuse") + CLAUSE.format(clause="9.nga")
NEAR = ABUSE + "terms:\n  - near: [offices, insults]\n    within: 3\n    passes: [অফিসে মানুষটাইপ লোক]\n"
GROUPS = {"offices": "terms:\n  - অফিস\n", "insults": "terms:\n  - গাধাটাইপ\n"}
SENTENCES = [f"অফিসে মানুষটাইপ লোক আসেন {number}" for number in range(3)]


def written(base: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text(text, encoding="utf-8")
    return base


def shipped(base: Path, sentences: list[str] = SENTENCES, **lists: str) -> Path:
    groups = {f"groups/{name}.yaml": HEAD.format(id=name) + terms for name, terms in GROUPS.items()}
    named = {f"prohibited/{name}.yaml": text for name, text in (lists or {"near": NEAR}).items()}
    return written(base, {**groups, **named, "harmless/office.txt": "\n".join(sentences) + "\n"})


def told(*folders: Path) -> list[Fault]:
    try:
        return lint(list(folders))[1]
    except FaultyLists as error:
        return error.faults


def test_a_word_of_an_own_group_is_to_blame_for_what_a_shipped_rule_flags_with_it(tmp_path: Path) -> None:
    base = shipped(tmp_path / "shipped")
    assert told(base) == []
    own = written(tmp_path / "own", {"groups/insults.yaml": "id: insults\nterms:\n  - বলদটাইপ\n  - মানুষটাইপ\n"})
    [fault] = told(base, own)
    assert (fault.file, fault.line) == ("own/groups/insults.yaml", 4)
    assert "'মানুষটাইপ' by 'offices + insults' flags harmless sentences (3)" in fault.said.en
    assert "write an except" in fault.said.en


def test_a_shipped_rule_is_to_blame_for_its_own_words(tmp_path: Path) -> None:
    base = shipped(tmp_path / "shipped", ["অফিসে গাধাটাইপ লোক"])
    own = written(tmp_path / "own", {"groups/insults.yaml": "id: insults\nterms:\n  - মানুষটাইপ\n"})
    assert {fault.file for fault in told(base, own)} == {"shipped/prohibited/near.yaml"}


WORDS = ABUSE + "terms:\n  - বলদটাইপ লোক\n  - গাধাটাইপ লোক\n"
OF_ABUSE = "in a file of prohibited/ in your folder with id: abuse"


@pytest.mark.parametrize(
    ("sentences", "line", "cure"),
    [
        (["সভা", "গাধাটাইপ লোক নাটকে"], 2, f"{OF_ABUSE} write the whole row with one except more, or delete"),
        (["গাধাটাইপ লোক"] * 2, 1, f"{OF_ABUSE} write the whole row"),
        ([f"গাধাটাইপ লোক {number}" for number in range(30)], 1, f"{OF_ABUSE} retire the word, or delete"),
        (["অফিসে গাধাটাইপ"], 1, "'offices + insults' of the shipped lists (shipped/prohibited/near.yaml:"),
        (["সভা"], 0, ""),
    ],
)
def test_an_offices_own_sentence_that_a_shipped_row_flags_is_told_at_the_sentence(
    sentences: list[str], line: int, cure: str, tmp_path: Path
) -> None:
    base = shipped(tmp_path / "shipped", [], words=WORDS, near=NEAR.replace("id: abuse", "id: near"))
    own = written(tmp_path / "own", {"harmless/ours.txt": "\n".join(sentences) + "\n"})
    faults = told(base, own)
    assert [(fault.file, fault.line) for fault in faults] == ([("own/harmless/ours.txt", line)] if line else [])
    assert all(cure in fault.said.en and "মূল তালিকার ‘" in fault.said.bn for fault in faults)


def test_the_cure_of_an_offices_own_sentence_cures(tmp_path: Path) -> None:
    base = shipped(tmp_path / "shipped", [], words=WORDS)
    own = written(tmp_path / "own", {"harmless/ours.txt": "গাধাটাইপ লোক নাটকে\n"})
    row = "terms:\n  - term: গাধাটাইপ লোক\n    except: [গাধাটাইপ লোক নাটকে]\n"
    for body in (row, "retire: [গাধাটাইপ লোক]\n"):
        written(own, {"prohibited/ours.yaml": f"id: abuse\nclause: 9.nga\n{body}"})
        assert told(base, own) == []


def test_an_offices_own_row_is_told_where_it_stands(tmp_path: Path) -> None:
    """Its own sentence beside it: the row is what the office may change."""
    base = shipped(tmp_path / "shipped", [], words=WORDS)
    lists = {"prohibited/ours.yaml": "id: abuse\nclause: 9.nga\nterms:\n  - মানুষটাইপ লোক\n"}
    own = written(tmp_path / "own", {**lists, "harmless/ours.txt": "মানুষটাইপ লোক\n"})
    [fault] = told(base, own)
    assert (fault.file, fault.line) == ("own/prohibited/ours.yaml", 4) and "write an except" in fault.said.en


def test_of_a_word_that_flags_many_it_is_said_that_it_is_too_common(tmp_path: Path) -> None:
    words = ABUSE + "terms:\n  - মানুষটাইপ\n"
    [few] = told(shipped(tmp_path / "few", words=words))
    [many] = told(shipped(tmp_path / "many", [f"মানুষটাইপ লোক {number}" for number in range(30)], words=words))
    assert "too common" in many.said.en and "অতি সাধারণ" in many.said.bn
    assert "too common" not in few.said.en


def test_a_word_that_a_shipped_list_has_is_told_at_the_offices_row(tmp_path: Path) -> None:
    base = shipped(tmp_path / "shipped", [], z=ABUSE + "terms:\n  - গাধাটাইপ লোক\n")
    own = written(
        tmp_path / "own",
        {"prohibited/a.yaml": ABUSE.replace("id: abuse", "id: alas") + "terms:\n  - বলদটাইপ লোক\n  - গাধাটাইপ লোক\n"},
    )
    [fault] = told(base, own)
    assert (fault.file, fault.line) == ("own/prohibited/a.yaml", len(ABUSE.splitlines()) + 3)
    assert "shipped/prohibited/z.yaml" in fault.said.en and "with id: abuse" in fault.said.en


def test_a_word_of_a_later_shipped_list_is_told_with_that_list(tmp_path: Path) -> None:
    """The office's row comes first: it stands in a list that is read before the other."""
    first = ABUSE.replace("id: abuse", "id: first") + "terms:\n  - বলদটাইপ লোক\n"
    base = shipped(tmp_path / "shipped", [], a=first, z=ABUSE + "terms:\n  - গাধাটাইপ লোক\n")
    own = written(tmp_path / "own", {"prohibited/a.yaml": "id: first\nclause: 9.nga\nterms:\n  - গাধাটাইপ লোক\n"})
    [fault] = told(base, own)
    assert (fault.file, fault.line) == ("own/prohibited/a.yaml", 4)
    assert "in the shipped lists already (shipped/prohibited/z.yaml:" in fault.said.en and "id: abuse" in fault.said.en


@pytest.mark.parametrize(
    ("row", "spelled"),
    [
        ("ঢোলকাঙ্গাল", ""),  # the very word: it takes the shipped one's place
        ("ঢোলকাংগাল", "ঢোলকাঙ্গাল"),
        ("ঢোলকাঙ্\u200dগাল", ""),
        ("ঢোলকাঙ্\u200cগাল", ""),
        ("ঢোলকাঙাল", ""),  # another word
    ],
)
def test_a_shipped_word_in_another_spelling_is_told_with_the_shipped_one(
    row: str, spelled: str, tmp_path: Path
) -> None:
    base = shipped(tmp_path / "shipped", [], z=ABUSE + "terms:\n  - ঢোলকাঙ্গাল\n")
    own = written(tmp_path / "own", {"prohibited/a.yaml": f"id: abuse\nclause: 9.nga\nterms:\n  - {row}\n"})
    faults = [fault for fault in told(base, own) if fault.fatal]
    assert [(fault.file, fault.line) for fault in faults] == ([("own/prohibited/a.yaml", 4)] if spelled else [])
    assert all(f"as '{spelled}' (shipped/prohibited/z.yaml:" in fault.said.en for fault in faults)
    assert all("spell it so to change it, or delete your row" in fault.said.en for fault in faults)


def test_a_near_rule_that_a_shipped_list_has_is_told_at_the_offices_row(tmp_path: Path) -> None:
    base = shipped(tmp_path / "shipped", [])
    own = written(tmp_path / "own", {"prohibited/a.yaml": NEAR.replace("id: abuse", "id: alas")})
    [fault] = told(base, own)
    assert (fault.file, fault.line) == ("own/prohibited/a.yaml", len(ABUSE.splitlines()) + 2)
    assert "'offices + insults' stands in the shipped lists already" in fault.said.en and "id: abuse" in fault.said.en


def test_a_word_to_retire_that_another_list_has_is_told_with_that_list(tmp_path: Path) -> None:
    base = shipped(tmp_path / "shipped", [], z=ABUSE + "terms:\n  - বলদটাইপ লোক\n")
    own = written(tmp_path / "own", {"prohibited/a.yaml": "id: abuse\nclause: 9.nga\nretire:\n  - গাধাটাইপ\n"})
    [fault] = told(base, own)
    assert fault.line == 4 and "'groups/insults' (shipped/groups/insults.yaml:" in fault.said.en
    written(own, {"prohibited/a.yaml": "id: abuse\nclause: 9.nga\nretire:\n  - হাতিটাইপ\n"})
    [fault] = told(base, own)
    assert "no term 'হাতিটাইপ' here" in fault.said.en


def test_a_date_may_be_in_bangla_digits(tmp_path: Path) -> None:
    dated = "terms:\n  - term: গাধাটাইপ লোক\n    review: {day}\n"
    assert told(shipped(tmp_path / "a", [], z=ABUSE + dated.format(day="২০৯৯-০২-০১"))) == []
    [fault] = told(shipped(tmp_path / "b", [], z=ABUSE + dated.format(day="২০৯৯-০২-৩০")))
    assert "there is no day 2099-02-30" in fault.said.en


def test_a_spelling_to_retire_is_told_with_its_row(tmp_path: Path) -> None:
    row = "terms:\n  - term: গাধাটাইপ লোক\n    romanised: [gadha type lok]\n"
    base = shipped(tmp_path / "shipped", [], z=ABUSE + row)
    own = written(tmp_path / "own", {"prohibited/a.yaml": "id: abuse\nclause: 9.nga\nretire: [Gadha type lok]\n"})
    [fault] = told(base, own)
    assert (fault.file, fault.line) == ("own/prohibited/a.yaml", 3)
    assert "is no row but a spelling of 'গাধাটাইপ লোক' (shipped/prohibited/z.yaml:" in fault.said.en
    written(own, {"prohibited/a.yaml": "id: abuse\nclause: 9.nga\n" + row.replace("[gadha type lok]", "[]")})
    assert not [one for one in told(base, own) if one.fatal]
