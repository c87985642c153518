"""Folders of lists over each other: a local one adds, changes and retires."""

from __future__ import annotations

from pathlib import Path

from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import CLAUSE, HEAD, found


def write(base: Path, body: str, name: str = "prohibited/list.yaml", head: str = CLAUSE.format(clause="9.nga")) -> Path:
    path = base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(id="list") + head + body, encoding="utf-8")
    return base


def test_a_local_list_adds_changes_and_retires(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n  - গাধা\n  - বলদ\n")
    local = write(
        tmp_path / "local",
        "retire: [বলদ]\nterms:\n  - term: গাধা\n    severity: advise\n  - term: পাঁঠা\n    note: 'স্থানীয়'\n",
    )
    lists, faults = load([base, local])
    assert not faults
    rules = Ruleset(lists)
    assert found(rules, "শালা গাধা বলদ পাঁঠা") == ["শালা", "গাধা", "পাঁঠা"]
    by_word = {match.term.text: match for match in rules.look("শালা গাধা বলদ পাঠা")}
    assert by_word["গাধা"].severity.word == "advise"
    assert by_word["শালা"].term.file == "base/prohibited/list.yaml"
    assert by_word["গাধা"].term.file == "local/prohibited/list.yaml"


def test_retiring_what_is_not_there_is_a_fault(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    local = write(tmp_path / "local", "retire:\n  - গরু\n")
    _, faults = load([base, local])
    assert [(fault.file, fault.line) for fault in faults] == [("local/prohibited/list.yaml", 10)]


def test_the_hash_tells_every_change(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    first = load([base])[0].hash
    assert load([base])[0].hash == first
    write(base, "terms:\n  - শালা \n")
    assert load([base])[0].hash != first


def test_yaml_guesses_no_types(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - no\n  - on\n  - 1971\n  - 0x1F\n  - null\n")
    lists, _ = load([base])
    assert [term.text for term in lists.lists[0].terms] == ["no", "on", "1971", "0x1F", "null"]
