"""People's own names among the terms: what counts as one, and what does not count because it is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.facts.persons import KINDS, Persons, read_people
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.lists import found, rows, ruleset

PEOPLE = Persons(
    {
        "given": ["করিম", "rahim", "মালেকা"],
        "first": ["পুতুল", "putul"],
        "surname": ["বেগম", "রানী", "begum", "ফকির", "ইসলাম", "islam", "চাকমা", "khan"],
        "maybe-surname": ["কুমার"],
    }
)


@pytest.mark.parametrize(
    "text, name, named",
    [
        ("পুতুল বেগম আজ এলেন", "পুতুল", True),
        ("পুতুল বেগমের বাড়ি", "পুতুল", True),  # a surname with an ending
        ("পুতুল রানী", "পুতুল", True),
        ("পুতুল করিম", "পুতুল", True),  # another given name
        ("putul begum esechen", "putul", True),
        ("পুতুল", "পুতুল", False),
        ("পুতুল নাচ হবে", "পুতুল", False),
        ("পুতুলের বেগম", "পুতুলের", False),  # nobody's name takes an ending before the surname
        ("পুতুল, বেগম ও রানী", "পুতুল", False),
        ("পুতুল  বেগম", "পুতুল", False),
        ("বেগম করিম", "বেগম", False),  # no given name
        ("রানী ফকির", "ফকির", True),
        ("করিম ফকির এলেন", "ফকির", True),
        ("এলেন করিম ফকির", "ফকির", True),
        ("এক ফকির এলেন", "ফকির", False),
        ("করিম, ফকির", "ফকির", False),
        ("করিমের ফকির", "ফকির", False),
        ("করিম কুমার ফকির", "কুমার", True),
        ("করিম কুমার পাড়ায়", "কুমার", False),  # a word too: only between both
        ("কুমার ফকির", "কুমার", False),
        ("মিছরি বেগম", "মিছরি", False),
        ("করিম ইসলামকে ধরা হলো", "ইসলামকে", True),
        ("করিম ইসলামের বাড়ি", "ইসলামের", True),
        ("করিম ইসলামসহ তিনজন", "ইসলামসহ", True),
        ("করিম ইসলামও এলেন", "ইসলামও", True),
        ("করিম চাকমারও বাড়ি", "চাকমারও", True),
        ("rahim islamke dhora holo", "islamke", True),
        ("ইসলামকে ধর্ম হিসেবে মানেন", "ইসলামকে", False),  # no name before it
        ("করিমকে, ইসলামকে", "ইসলামকে", False),
        ("করিমের ইসলামকে", "ইসলামকে", False),
        ("লোকটি ইসলামের শত্রু", "ইসলামের", False),
        ("করিম ইসলামি গান শোনেন", "ইসলামি", False),  # no ending
        ("করিম চাকমারা এলেন", "চাকমারা", False),  # a people, nobody's name
        ("করিম চাকমাদের বাড়ি", "চাকমাদের", False),
        ("rahim khanki", "khanki", False),
    ],
)
def test_a_given_name_is_one_before_a_surname_or_another(text: str, name: str, named: bool) -> None:
    normal, name = normalise(text), normalise(name)
    start = normal.index(name)
    assert PEOPLE.is_named(normal, start, start + len(name)) is named


TERM = "- পুতুল"


def test_a_term_that_is_somebodys_name_is_let_go_there_alone(tmp_path: Path) -> None:
    lists = ruleset(tmp_path, rows(TERM))
    assert found(lists, "সে একটা পুতুল") == ["পুতুল"]
    assert found(lists, "পুতুল রানী এলেন, সে একটা পুতুল") == ["পুতুল"]
    assert not found(lists, "পুতুল রানী এলেন")


def test_explain_says_that_it_is_a_name(tmp_path: Path) -> None:
    said = "\n".join(explain("পুতুল রানী এলেন", ruleset(tmp_path, rows(TERM))))
    assert "মানুষের নাম" in said and "a person's name" in said


def test_an_offices_own_file_of_people_is_read(tmp_path: Path) -> None:
    path = tmp_path / "data/personal/people.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title: {bn: নাম, en: Names}\ncues:\n  given: [টুনটুনি]\n  first: [=পাখি]\n", encoding="utf-8")
    assert read_people([tmp_path]) == {"given": ["টুনটুনি"], "first": ["পাখি"], "surname": [], "maybe-surname": []}


@pytest.mark.parametrize("text", ["", "cues: নেই\n", "cues:\n  given: {ক: খ}\n", "\tভাঙা: [", "- ক\n"])
def test_a_broken_file_is_told_elsewhere_and_stops_nothing_here(tmp_path: Path, text: str) -> None:
    path = tmp_path / "data/personal/people.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert read_people([tmp_path]) == {kind: [] for kind in KINDS}


def test_a_given_name_has_no_weight_of_its_own(ruleset: Ruleset) -> None:
    names = read_people([SHIPPED])["given"]
    assert len(names) >= 800
    kinds = {name: ruleset.learned.names.kind(normalise(name)) for name in names if len(name) > 4}
    free = [name for name, kind in kinds.items() if not kind]
    assert len(free) < 0.03 * len(kinds), free  # words that are something else too


def test_an_office_s_own_names_are_added(tmp_path: Path) -> None:
    (tmp_path / "data/personal").mkdir(parents=True)
    own = "title: {bn: নাম, en: Names}\ncues:\n  surname: [কচুরায়]\n"
    (tmp_path / "data/personal/our-people.yaml").write_text(own, encoding="utf-8")
    shipped, both = read_people([SHIPPED]), read_people([SHIPPED, tmp_path])
    assert {kind: set(both[kind]) - set(shipped[kind]) for kind in KINDS if set(both[kind]) != set(shipped[kind])} == {
        "surname": {"কচুরায়"}
    }
    assert found(ruleset(tmp_path, "  - গোলাম\n"), "গোলাম কচুরায় এলেন") == []
