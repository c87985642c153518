"""What a server lets go of, since only a maintainer's tools ask for it: the same is found afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.matching.compiled import AS_WRITTEN
from server.wordlists.matching.cues import cues, written
from server.wordlists.ruleset import Ruleset
from tests.wordlists.lists import found, rows, ruleset

TERMS = """\
- গাধা
- {near: [people, insults], within: 3}
- {near: [people, places], within: 3, context: [মেলা]}
- {term: বলদ, weight: 0.5}
- {near: [insults, places], within: 2, weight: 0.5}
"""
TEXTS = ["কৃষক একটা চোর", "চোর ঢাকায় বলদ", "গাধা কৃষকেরা ঢাকায়", "কৃষক ঢাকায় মেলা", "“কৃষক চোর” লেখা", "সভা কাল"]


@pytest.fixture
def rules(tmp_path: Path) -> Ruleset:
    groups = {"people": "কৃষক, জেলে ভাই", "insults": "চোর, বেকুব", "places": "ঢাকা, সাভার"}
    return ruleset(tmp_path, rows(TERMS), **groups, emergencies="বিপদ সংকেত")


def test_a_lightened_ruleset_finds_the_same(rules: Ruleset) -> None:
    before = [found(rules, text) for text in TEXTS]
    asked = [cues(normalise(text), rules, "people", "places") for text in TEXTS]
    assert sum(map(len, before)) >= 5
    rules.lighten()
    assert [found(rules, text) for text in TEXTS] == before
    assert [cues(normalise(text), rules, "people", "places") for text in TEXTS] == asked


def test_it_holds_no_row_of_a_group_but_those_that_are_looked_for_as_written(rules: Ruleset) -> None:
    rules.lighten()
    said = {(own.id, term.text) for own, term in rules.owners if own.is_group}
    assert said == {("people", ""), ("insults", ""), ("places", ""), ("emergencies", "বিপদ সংকেত")}
    rows_of = {(own.id, len(own.terms)) for own, _ in rules.owners if own.is_group}
    assert rows_of == {("people", 0), ("insults", 0), ("places", 0), ("emergencies", 1)}
    assert written(rules, "emergencies").stands_in(normalise("৭ নম্বর বিপদ সংকেত"))


def test_nor_what_other_rows_are_tried_with_and_compiled_from(tmp_path: Path) -> None:
    said = (
        "- {term: গাধা, message: {bn: এক।, en: One.}, except: [গাধা টুপি], context: [মেলা], flags: [সে গাধা], passes: [গাধা টুপি]}"
    )
    rules = ruleset(tmp_path, rows(f"{said}\n- বলদ"))
    before = [found(rules, text) for text in ("সে গাধা", "গাধা টুপি", "গাধা মেলা", "সে বলদ")]
    assert [len(each) for each in before] == [1, 0, 0, 1]
    rules.lighten()
    own, bare = (term for _, term in rules.owners)
    assert (own.flags, own.passes, own.exceptions, own.context) == ((), (), (), ()) and own.message.en == "One."
    assert [found(rules, text) for text in ("সে গাধা", "গাধা টুপি", "গাধা মেলা", "সে বলদ")] == before
    assert bare.file == own.file and bare.text == "বলদ"


def test_a_group_whose_rows_a_server_does_not_keep_is_not_looked_for_as_written(rules: Ruleset) -> None:
    assert "people" not in AS_WRITTEN
    with pytest.raises(ValueError, match="add it to AS_WRITTEN"):
        written(rules, "people")
