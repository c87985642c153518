"""Profiles: read whole, faults told as file:line, the right office chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.draft import Account
from server.institution import FIELDS, Institution, chosen, load_institutions
from server.wordlists.faults import FaultyLists

ROOT = Path(__file__).resolve().parent.parent


def test_the_examples_are_fine() -> None:
    office = load_institutions(ROOT / "deploy/institutions")["nilkandi-upazila"]
    assert office.names[0] == "উপজেলা প্রশাসন, নীলকান্দি" and office.websites and office.phones
    assert office.is_own(Account(name="নীলকান্দি উপজেলা প্রশাসন"))
    assert not office.is_own(Account(name="UNO Nilkandi"))


def test_every_field_is_in_the_docs() -> None:
    docs = (ROOT / "docs/institutions.md").read_text(encoding="utf-8")
    for name in FIELDS:
        assert f"`{name}`" in docs, name


@pytest.mark.parametrize(
    "text, line, what",
    [
        ("id: a\nname: x\n", 2, "unknown field 'name'; write 'names'"),
        ("id: a\n", 1, "'names' is missing"),
        ("id: a\nnames:\n  en: A\n", 2, "write bn: NAME"),
        ("id: a\nnames:\n  bn: ক\nwhen_unreachable: stop\n", 4, "allow | warn | hold"),
        ("id: a\nnames:\n  bn: ক\nseverity:\n  branding/name: loud\n", 5, "advise | warn | block"),
        ("id: a\nnames:\n  bn: ক\nwebsites:\n  x: y\n", 4, "give 'websites' a list"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLists) as error:
        load_institutions(tmp_path)
    assert any(fault.line == line and what in fault.said.en for fault in error.value.faults), error.value.faults


def test_the_same_id_twice(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("id: a\nnames:\n  bn: ক\n", encoding="utf-8")
    with pytest.raises(FaultyLists, match="another file"):
        load_institutions(tmp_path)


def test_which_office_posts() -> None:
    one, two = Institution("one"), Institution("two")
    assert chosen({"one": one}, "") is one and chosen({"one": one}, "other") is one
    assert chosen({"one": one, "two": two}, "two") is two
    assert chosen({"one": one, "two": two}, "") is None and chosen({}, "one") is None
