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
