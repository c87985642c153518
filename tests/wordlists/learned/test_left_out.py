"""What lists leave out on purpose, retired, only advised or not shown yet, is not told by learned evidence in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.lists import CLAUSE, HEAD, ruleset

pytestmark = pytest.mark.thorough

TABLE = """\
# clause: 9.nga
# title.bn: শেখা
# title.en: Learned
# message.bn: দেখুন
# message.en: See
গর্দভ	1.2
বেকুব	1.2
বাজে	0.6
"""
BASE = "terms:\n  - গর্দভ\n  - বেকুব\n"


def over(tmp_path: Path, body: str) -> Ruleset:
    """A list of two words that were learned too, and an office's own over it."""
    for folder, text in (("base", BASE), ("own", body)):
        path = tmp_path / folder / "prohibited" / "list.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(HEAD.format(id="list") + CLAUSE.format(clause="9.nga") + text, encoding="utf-8")
    (tmp_path / "base" / "learned").mkdir()
    (tmp_path / "base" / "learned" / "nga.tsv").write_text(normalise(TABLE), encoding="utf-8")
    lists, faults = load([tmp_path / "base", tmp_path / "own"])
    assert not faults, faults
    return Ruleset(lists)


RETIRED, SHADOW = "retire: [গর্দভ]\n", "terms:\n  - term: গর্দভ\n    stage: shadow\n"


@pytest.mark.parametrize("body", [RETIRED, SHADOW], ids=["retired", "shadow"])
@pytest.mark.parametrize(
    "text, expected",
    [
        ("সে এক গর্দভ", []),
        ("সে এক গর্দভের মতো", []),  # with its endings
        ("she ek gordov", []),  # and in Banglish
        ("সে বাজে গর্দভ", []),  # half of it is not enough
        ("সে এক বেকুব", ["list"]),
        ("সে এক বেকুব গর্দভ", ["list"]),
    ],
)
def test_what_is_left_out_is_not_learned_either(tmp_path: Path, body: str, text: str, expected: list[str]) -> None:
    assert [match.word_list.id for match in over(tmp_path, body).look(normalise(text))] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("সে এক গর্দভ", [("list", "advise")]),
        ("she ek gordov", [("list", "advise")]),
        ("সে বাজে গর্দভ", [("list", "advise")]),
        ("সে এক বেকুব গর্দভ", [("list", "warn"), ("list", "advise")]),
    ],
)
def test_of_what_an_office_only_advises_learned_evidence_does_not_warn(
    tmp_path: Path, text: str, expected: list[tuple[str, str]]
) -> None:
    rules = over(tmp_path, "terms:\n  - term: গর্দভ\n    severity: advise\n")
    assert [(match.word_list.id, match.severity.word) for match in rules.look(normalise(text))] == expected
    assert not rules.shadowed(normalise(text))


def test_what_another_term_finds_counts(tmp_path: Path) -> None:
    rules = over(tmp_path, f"{RETIRED}terms:\n  - এক গর্দভ\n")
    assert [match.word_list.id for match in rules.look(normalise("সে এক গর্দভ"))] == ["list"]


def test_without_such_terms_it_counts(tmp_path: Path) -> None:
    rules = over(tmp_path, "terms:\n  - পাঁঠা\n")
    assert len(rules.look(normalise("সে এক গর্দভ"))) == 1
    assert not rules.muted(normalise("সে এক গর্দভ"), [])


def test_what_was_retired_is_not_counted_as_tried(tmp_path: Path) -> None:
    assert not over(tmp_path / "one", RETIRED).shadowed(normalise("সে এক গর্দভ"))
    assert over(tmp_path / "two", SHADOW).shadowed(normalise("সে এক গর্দভ"))


def test_a_word_of_a_group_is_shown_as_the_rules_that_name_it_are(tmp_path: Path) -> None:
    path = tmp_path / "groups" / "ills.yaml"
    path.parent.mkdir()
    path.write_text(HEAD.format(id="ills") + "terms:\n  - চোর\n  - term: ডাকাত\n    stage: shadow\n", encoding="utf-8")
    faults = [fault for fault in load([tmp_path])[1] if fault.file.endswith("ills.yaml")]
    assert [(fault.line, fault.said.en) for fault in faults] == [
        (8, "unknown field 'stage': write it in the near-rule that names the group, not here")
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("সে এক গর্দভ। এটি গুজব।", ["nga"]),  # no rumour: to deny may be what breaks a clause
        ("শহর ডুববে। সে এক গর্দভ। এটি গুজব।", ["chha", "nga"]),
        ("শহর ডুববে। এটি গুজব।", []),
        ("শহর ডুববে। এটি গুজব নয়।", ["chha"]),
        ("শহর ডুববে। এটি গুজব। শহর ডুববে আজ", ["chha"]),
        ("শহর ডুব! এটি গুজব। শহর", []),  # half of it was denied
    ],
)
def test_of_rumours_what_the_next_sentence_denies_is_not_learned(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    (tmp_path / "data/contexts").mkdir(parents=True)
    context = "title: {bn: ক}\nphrases: [কান দেবেন না]\ndenials: [এটি গুজব]\nno_denials: [গুজব নয়]\n"
    (tmp_path / "data/contexts/refused.yaml").write_text(context, encoding="utf-8")
    ruleset(tmp_path, "  - শালা\n", head="context_files: [refused]\n")
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/nga.tsv").write_text(normalise(TABLE), encoding="utf-8")
    rumours = f"{TABLE.partition('গর্দভ')[0]}শহর\t0.6\nডুব\t0.6\nডুববে\t0.6\n".replace("9.nga", "9.chha")
    (tmp_path / "learned/chha.tsv").write_text(normalise(rumours), encoding="utf-8")
    rules = Ruleset(load([tmp_path])[0])
    assert sorted(match.word_list.id for match in rules.look(normalise(text))) == expected
    sums = {
        line.split(":")[1].split(", ")[1] for line in explain(text, rules) if " learned: " in line and ": 1.2" in line
    }
    assert sums == {f"9.{name}" for name in expected}
