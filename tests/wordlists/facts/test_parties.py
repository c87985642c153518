"""Parties as data: one file each, all in one form, faults told by line, and status that changes nothing."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from server.wordlists.facts.parties import FOLDER, read_party
from server.wordlists.load import load
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.folders import SHIPPED

pytestmark = pytest.mark.thorough

FILES = sorted((SHIPPED / FOLDER).glob("*.yaml"))
WHOLE = """id: lal
title:
  bn: "লাল দল"
status:
  - state: registered
    since: 2025-01-02
    source: Election Commission
review: 2027-01-01
names:
  - লাল দল
wings:
  - লাল ছাত্র দল
symbols:
  - লাল ঘুড়ি
leaders:
  - term: লাল নেতা
    romanised: [lal neta]
"""


def read(folder: Path, text: str, name: str = "lal.yaml") -> tuple[dict[str, list[str]], list[str]]:
    """The terms of each group, and the faults, of a party's file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    faults = Faults.of(path, folder)
    groups: dict[str, list[str]] = {}
    for group in read_party(path, faults):
        groups.setdefault(group.id, []).extend(term.text for term in group.terms)
    return groups, [f"{fault.line}: {fault.said.en}" for fault in faults.found]


def test_a_party_adds_to_the_groups(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == (
        {"parties": ["লাল দল", "লাল ছাত্র দল"], "party-symbols": ["লাল ঘুড়ি"], "party-leaders": ["লাল নেতা"]},
        [],
    )


@pytest.mark.parametrize(
    "old, new, told",
    [
        ("id: lal", "id: nil", "1: write the file's name as its id: lal"),
        ("review: 2027-01-01\n", "", "1: 'review' is missing; write it"),
        ("    source: Election Commission\n", "", "5: write state, source, and since or seen in this row of status"),
        ("since: 2025-01-02", "since: 2999-01-02", "6: since: 2999-01-02 is yet to come"),
        ("    since: 2025-01-02\n", "", "5: write state, source, and since or seen in this row of status"),
        ("2025-01-02", "2025-13-02", "6:"),
        ("wings:", "wing:", "11: unknown field 'wing'; write 'wings'"),
    ],
)
def test_faults_are_told_by_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    _, faults = read(tmp_path, WHOLE.replace(old, new))
    assert [fault for fault in faults if fault.startswith(told)], faults


@pytest.mark.parametrize("name", ["notun_dal", "Notun-Dal", "নতুন-দল"])
def test_a_file_whose_name_is_no_id_is_to_be_renamed(tmp_path: Path, name: str) -> None:
    path = tmp_path / "data/parties" / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(WHOLE.replace("id: lal", f"id: {name}"), encoding="utf-8")
    faults = Faults.of(path, tmp_path)
    read_party(path, faults)
    assert [fault.said.en for fault in faults.found if "rename it with lower-case letters" in fault.said.en]


def test_status_changes_nothing(tmp_path: Path) -> None:
    banned = WHOLE.replace("state: registered", "state: all activities banned")
    assert read(tmp_path, banned) == read(tmp_path, WHOLE)


def test_a_name_stands_in_one_file_only() -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for path in FILES:
        for group in read_party(path, Faults.of(path, SHIPPED)):
            seen.update({(group.id, term.text) for term in group.terms})
    assert len(FILES) > 50
    assert [name for name, times in seen.items() if times > 1] == []


@pytest.mark.parametrize(
    ("changes", "shared"),
    [
        ({"review: 2027": "review: 2028"}, "10:লাল দল, লাল ছাত্র দল, লাল ঘুড়ি, …"),  # a mere copy
        ({"লাল দল\n": "নীল দল\n", "লাল ছাত্র": "নীল ছাত্র", "ঘুড়ি": "নৌকা"}, "16:লাল নেতা"),
        ({"লাল": "নীল"}, ""),
        ({"লাল": "নীল", "নীল ঘুড়ি": "লাল দল"}, ""),  # a symbol named as another's party
    ],
)
@pytest.mark.parametrize("folder", ["base", "ours"])
def test_no_two_parties_of_a_folder_share_a_name(
    changes: dict[str, str], shared: str, folder: str, tmp_path: Path
) -> None:
    copy = WHOLE.replace("id: lal", "id: nil")
    for old, new in changes.items():
        copy = copy.replace(old, new)
    for place, name, text in (("base", "lal", WHOLE), (folder, "nil", copy)):
        path = tmp_path / place / FOLDER / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sides = dict.fromkeys([tmp_path / "base", tmp_path / folder])
    faults = [fault for fault in load(list(sides))[1] if "stand already at" in fault.said.en]
    line, _, names = shared.partition(":")
    if not shared:
        assert not faults
        return
    [fault] = faults
    assert (fault.file, fault.line) == (f"{folder}/{FOLDER}/nil.yaml", int(line))
    assert fault.fatal is (folder == "base")  # an office may not change the shipped one, from which somebody went over
    assert f"at base/{FOLDER}/lal.yaml:{line}: {names}; keep each name" in fault.said.en


def test_an_office_may_change_a_shipped_party(tmp_path: Path) -> None:
    for place in ("base", "ours"):
        path = tmp_path / place / FOLDER / "lal.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(WHOLE, encoding="utf-8")
    faults = load([tmp_path / "base", tmp_path / "ours"])[1]
    assert not [fault for fault in faults if "stand already at" in fault.said.en]


def test_every_party_has_names_and_a_symbol_or_says_why() -> None:
    for path in FILES:
        faults = Faults.of(path, SHIPPED)
        ids = {group.id for group in read_party(path, faults)}
        assert not faults.found
        assert "parties" in ids
        assert "party-symbols" in ids or "not registered" in path.read_text(encoding="utf-8"), path


@pytest.mark.every
def test_an_office_adds_a_party_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "ours" / FOLDER
    folder.mkdir(parents=True)
    (tmp_path / "ours" / "groups").mkdir()
    (tmp_path / "ours" / "groups" / "parties.yaml").write_text(
        "id: parties\ntitle:\n  bn: দল\nterms:\n  - নীল দল\n", encoding="utf-8"
    )
    (folder / "lal.yaml").write_text(WHOLE, encoding="utf-8")
    lists, faults = load([SHIPPED, tmp_path / "ours"])
    group = next(found for found in lists.lists if found.is_group and found.id == "parties")
    assert not [fault for fault in faults if fault.fatal]
    assert {"লাল দল", "নীল দল", "বিএনপি"} <= {term.text for term in group.terms}


def test_with_a_clock_that_is_behind_the_shipped_parties_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server whose battery is flat starts all the same: what is yet to come is a hint."""

    class Behind(datetime.date):
        @classmethod
        def today(cls) -> Behind:
            return cls(1970, 1, 2)

    monkeypatch.setattr(datetime, "date", Behind)
    for path in sorted((SHIPPED / FOLDER).glob("*.yaml")):
        faults = Faults.of(path, SHIPPED)
        read_party(path, faults)
        assert not [fault for fault in faults.found if fault.fatal], path.name
