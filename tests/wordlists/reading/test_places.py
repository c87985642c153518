"""Fields that stand where they do not belong, and lists where none is read: told with the place, not with a name like theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.personal.around.cues import cues_in
from server.wordlists.load import load
from server.wordlists.reading.faults import FaultyLists
from tests.wordlists.lists import CLAUSE, HEAD

GROUP = HEAD.format(id="ills")
LIST = GROUP + CLAUSE.format(clause="9.nga")
ROW = "terms:\n  - চোর\n"
RULE, NONE = (
    "write it in the near-rule that names the group, not here",
    "a group has none; a list belongs in prohibited/",
)
BELONGS = "no 'terms' here; a word list belongs in prohibited/ or another folder of lists, a group in groups/"


def told(base: Path, name: str, written: str) -> list[tuple[int, str]]:
    """(line, what is said in English) of each fault of that file."""
    (base / name).parent.mkdir(parents=True)
    (base / name).write_text(written, encoding="utf-8")
    return [(fault.line, fault.said.en) for fault in load([base])[1] if fault.file.endswith(name)]


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        (f"{GROUP}clause: 9.nga\n{ROW}", 5, f"unknown field 'clause': {NONE}"),
        (f"{GROUP}message: {{bn: ক, en: K}}\n{ROW}", 5, f"unknown field 'message': {NONE}"),
        (f"{GROUP}severity: warn\n{ROW}", 5, f"unknown field 'severity': {RULE}"),
        (f"{GROUP}flags: ['[[চোর]]']\n{ROW}", 5, f"unknown field 'flags': {RULE}"),
        (f"{GROUP}near: [a, b]\n{ROW}", 5, "unknown field 'near': write a near-rule in a list of prohibited/"),
        (f"{GROUP}terms:\n  - term: চোর\n    severity: warn\n", 7, f"unknown field 'severity': {RULE}"),
        (f"{GROUP}terms:\n  - term: চোর\n    message: {{bn: ক}}\n", 7, f"unknown field 'message': {RULE}"),
        (f"{GROUP}terms:\n  - term: চোর\n    owner: আমি\n", 7, "unknown field 'owner': write it in the head"),
        (f"{GROUP}terms:\n  - near: [a, b]\n    within: 4\n", 6, "unknown field 'near': write a near-rule in a list"),
        (f"{GROUP}terms:\n  - term: চোর\n    exept: [চোর-পুলিশ]\n", 7, "unknown field 'exept'; write 'except'"),
    ],
)
def test_a_group_has_no_fields_of_a_list(written: str, line: int, said: str, tmp_path: Path) -> None:
    faults = told(tmp_path, "groups/ills.yaml", written)
    assert any(at == line and said in fault for at, fault in faults), faults


def test_a_group_among_the_lists_is_told_where_groups_are(tmp_path: Path) -> None:
    assert (1, "'clause' is missing; write it in the head (a group belongs in groups/)") in told(
        tmp_path, "prohibited/9-nga-ills.yaml", GROUP + ROW
    )


@pytest.mark.parametrize("name", ["data/contexts/ills.yaml", "data/parties/ills.yaml"])
def test_a_list_among_the_data_is_told_where_lists_are(name: str, tmp_path: Path) -> None:
    faults = told(tmp_path, name, LIST + ROW)
    assert (9, BELONGS) in faults and not [said for _, said in faults if said.startswith("unknown field")]


def test_a_list_among_the_cues_is_told_where_lists_are(tmp_path: Path) -> None:
    (tmp_path / "data/personal").mkdir(parents=True)
    (tmp_path / "data/personal/our-ills.yaml").write_text(LIST + ROW, encoding="utf-8")
    with pytest.raises(FaultyLists) as failed:
        cues_in([tmp_path])
    assert [fault.said.en for fault in failed.value.faults] == [BELONGS]
