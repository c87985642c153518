"""data/contexts/: phrases that forgive, written once for the lists whose head names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from server.wordlists.tending.lint import lint

LIST = """\
id: a
clause: 9.nga
title: {bn: ক}
message: {bn: ক}
context_files: [refused]
context: [হটলাইন]
terms:
  - গাধাটাইপ
"""
OTHER = LIST.replace("id: a", "id: b").replace("গাধাটাইপ", "বলদটাইপ")
CONTEXT = 'title: {bn: "কথাটি বারণ"}\nphrases: [এমন কথা নয়]\n'


def folder_with(base: Path, **files: str) -> Path:
    places = {
        **{"words": "prohibited/a.yaml", "context": "data/contexts/refused.yaml"},
        **{"group": "groups/calls.yaml", "folk": "groups/folk.yaml"},
    }
    for name, text in files.items():
        (base / places[name]).parent.mkdir(parents=True, exist_ok=True)
        (base / places[name]).write_text(text, encoding="utf-8")
    return base


def flags(ruleset: Ruleset, text: str) -> bool:
    return bool(ruleset.look(normalise(text)))


def test_a_named_file_forgives_as_the_lists_own_words_do(tmp_path: Path) -> None:
    ruleset, _ = lint([folder_with(tmp_path / "ours", words=LIST, context=CONTEXT)])
    assert flags(ruleset, "সে একটা গাধাটাইপ")
    assert flags(ruleset, "সে একটা গাধাটাইপ। এমন কথা নয়"), "in another sentence"
    assert not flags(ruleset, "গাধাটাইপ, এমন কথা নয়")
    assert not flags(ruleset, "গাধাটাইপ বললে হটলাইন নম্বরে জানান")


def test_a_groups_head_names_files_too(tmp_path: Path) -> None:
    """So what is said of lamps and pests is let go for a group's words, whichever list's rule uses them."""
    group = "id: calls\ntitle: {bn: ক}\ncontext_files: [refused]\ncontext: [হটলাইন]\nterms:\n  - মারটাইপ\n"
    rule = "id: a\nclause: 9.nga\ntitle: {bn: ক}\nmessage: {bn: ক}\nterms:\n  - near: [calls, folk]\n    within: 3\n"
    folk = "id: folk\ntitle: {bn: ক}\nterms:\n  - লোকটাইপ\n"
    base = folder_with(tmp_path / "ours", words=rule, context=CONTEXT, group=group, folk=folk)
    ruleset, _ = lint([base])
    assert flags(ruleset, "লোকটাইপ মারটাইপ")
    assert not flags(ruleset, "লোকটাইপ মারটাইপ, এমন কথা নয়")
    assert not flags(ruleset, "লোকটাইপ মারটাইপ হটলাইন")


def test_of_two_files_with_one_name_the_first_folders_counts(tmp_path: Path) -> None:
    office = folder_with(tmp_path / "ours", words=LIST, context=CONTEXT.replace("এমন কথা নয়", "বলা বারণ"))
    ruleset, _ = lint([office, folder_with(tmp_path / "theirs", context=CONTEXT, words=OTHER)])
    assert not flags(ruleset, "গাধাটাইপ বলা বারণ")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"words": LIST}, r"prohibited/a\.yaml:5.*no data/contexts/refused\.yaml; write one of: .*rejecting"),
        (
            {"words": LIST, "context": "title: {bn: ক}\n"},
            r"contexts/refused\.yaml:1.*write the phrases below 'phrases'",
        ),
        ({"words": LIST, "context": CONTEXT + "phrase: [ক]\n"}, r"contexts/refused\.yaml:3.*write 'phrases'"),
        ({"words": LIST, "context": CONTEXT.replace("এমন কথা নয়", "‘!’")}, "holds no letter"),
    ],
)
def test_a_fault_names_the_file_the_line_and_the_cure(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(FaultyLists, match=said):
        lint([folder_with(tmp_path / "ours", **files)])


def test_every_shipped_file_is_named_by_some_list_or_group() -> None:
    lists = [path for path in SHIPPED.glob("*/*.yaml") if path.parent.name != "data"]
    heads = [path.read_text(encoding="utf-8") for path in lists]
    for path in (SHIPPED / "data/contexts").glob("*.yaml"):
        assert any(path.stem in head for text in heads for head in text.split("terms:")[:1]), path.name


ANSWERED = CONTEXT + "answers: [ভুল, একদম মিথ্যা, vul]\n"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("সে কি গাধাটাইপ? ভুল।", False),
        ("‘সে কি গাধাটাইপ?’ — একদম মিথ্যা, কান দেবেন না", False),
        ("se ki গাধাটাইপ? vul, apnara jachai korun", False),
        ("সে গাধাটাইপ। ভুল।", True),  # no question
        ("সে কি গাধাটাইপ? সবাই জানে। ভুল।", True),  # another sentence between
        ("সে কি গাধাটাইপ? কথাটা ভুল না।", True),  # the answer begins in another way
        ("ভুল? সে কি গাধাটাইপ?", True),
        ("সে কি গাধাটাইপ? ভুলু জানে", True),  # a longer word
        ("সময় কত? ভুল। সে গাধাটাইপ", True),
    ],
)
def test_a_question_that_is_answered_with_a_denial_is_forgiven(tmp_path: Path, text: str, flagged: bool) -> None:
    ruleset, _ = lint([folder_with(tmp_path / "ours", words=LIST, context=ANSWERED)])
    assert flags(ruleset, text) is flagged


def test_without_answers_in_the_file_no_answer_forgives(tmp_path: Path) -> None:
    ruleset, _ = lint([folder_with(tmp_path / "ours", words=LIST, context=CONTEXT)])
    assert flags(ruleset, "সে কি গাধাটাইপ? ভুল।")


def test_an_answer_has_letters(tmp_path: Path) -> None:
    with pytest.raises(FaultyLists, match="holds no letter"):
        lint([folder_with(tmp_path / "ours", words=LIST, context=CONTEXT + "answers: ['!']\n")])


DENIED = CONTEXT + "denials: [এটি গুজব, it is a rumour]\nfact_headings: [সত্য, fact]\nno_denials: [গুজব নয়, they say]\n"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("সে গাধাটাইপ। এটি গুজব।", False),
        ("সে গাধাটাইপ! এটি গুজব, কান দেবেন না", False),
        ("সে গাধাটাইপ\n\n“It is a rumour.”", False),
        ("Tini গাধাটাইপ. eti gujob.", False),
        ("গুজব: সে গাধাটাইপ।\nসত্য: তিনি জ্ঞানী।", False),
        ("Rumour: সে গাধাটাইপ. Fact - he is wise.", False),
        ("সে গাধাটাইপ। সত্য কথা: সবাই জানে", True),  # another word before the colon
        ("সে গাধাটাইপ। এ কথা সত্য: সবাই জানে", True),
        ("সে গাধাটাইপ। সত্য: এটি গুজব নয়", True),
        ("সত্য: সে গাধাটাইপ", True),
        ("সে গাধাটাইপ। এটি গুজব নয়।", True),
        ("সে গাধাটাইপ। It is a rumour, they say.", True),
        ("সে গাধাটাইপ। এটি গুজব?", True),
        ("সে গাধাটাইপ। পুলিশ বলেছে, এটি গুজব!", False),
        ("সে গাধাটাইপ। ওরা বলে এটি গুজব তাই ছাড়ো।", True),  # the denial neither begins nor ends the sentence
        ("সে গাধাটাইপ, এটি গুজব", True),
        ("সে গাধাটাইপ। সবাই জানে। এটি গুজব।", True),  # another sentence between
        ("এটি গুজব। সে গাধাটাইপ", True),
        ("ছুটি বাতিল। এটি গুজব। সে গাধাটাইপ", True),
    ],
)
def test_what_the_next_sentence_denies_is_forgiven(tmp_path: Path, text: str, flagged: bool) -> None:
    ruleset, _ = lint([folder_with(tmp_path / "ours", words=LIST, context=DENIED)])
    assert flags(ruleset, text) is flagged
    assert any("the next sentence denies it" in line for line in explain(text, ruleset)) is not flagged


AROUND = CONTEXT + "around_quotes: [মুছে ফেলা, তদন্ত চলছে, was removed]\nagreeing: [ঠিক বলেছে, well said]\n"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("‘গাধাটাইপ’ লেখা পোস্টটি মুছে ফেলা হয়েছে", False),
        ("The word “গাধাটাইপ” was removed", False),
        ("তদন্ত চলছে: কে তাকে 'গাধাটাইপ' বলেছে", False),
        ("“সে গাধাটাইপ। সবাই জানে।” এ লেখা মুছে ফেলা হয়েছে", False),  # the marks hold two sentences
        ("গাধাটাইপ লেখা পোস্টটি মুছে ফেলা হয়েছে", True),  # no marks
        ("সে একটা ‘গাধাটাইপ’", True),  # marks alone
        ("“গাধাটাইপ, মুছে ফেলা হয়েছে”", True),  # said by whoever is quoted
        ("‘গাধাটাইপ’ সে। কাল পোস্টার মুছে ফেলা হয়েছে", True),  # another sentence
        ("‘গাধাটাইপ’ লেখা পোস্ট মুছে ফেলা হয়েছে, অথচ সে ঠিক বলেছে", True),  # the writer agrees
        ("তদন্ত চলছে: “গাধাটাইপ, well said”", False),  # who is quoted agrees
        ("“সভার” পোস্টার মুছে ফেলা হয়েছে, সে গাধাটাইপ", True),  # the marks are elsewhere
        ("চিরকুটে ছিল ‘সে গাধাটাইপ’। তদন্ত চলছে", False),  # the sentence closes with the quotation and goes on behind it
        ('The note said "সে গাধাটাইপ". It was removed.', False),
        ("চিরকুটে ছিল ‘সে গাধাটাইপ’। সভা হলো। তদন্ত চলছে", True),  # two sentences on
        ("চিরকুটে ছিল ‘সে গাধাটাইপ’। তদন্ত চলছে। যে লিখেছে ঠিক বলেছে", True),  # ... and the writer agrees behind that
        ("মুছে ফেলা চিরকুটে ছিল ‘সে গাধাটাইপ’। ওরা ঠিক বলেছে", True),  # the writer agrees in the sentence behind
        ("‘গাধাটাইপ’ লেখা পোস্ট মুছে ফেলা হয়েছে। সভা চলে। ওরা ঠিক বলেছে", False),
    ],
)
def test_what_is_quoted_is_forgiven_where_beside_it_stands_what_was_done_about_it(
    tmp_path: Path, text: str, flagged: bool
) -> None:
    ruleset, _ = lint([folder_with(tmp_path / "ours", words=LIST, context=AROUND)])
    assert flags(ruleset, text) is flagged


def test_of_a_near_rule_the_name_alone_in_quotation_marks_is_no_quotation(tmp_path: Path) -> None:
    rule = LIST.replace("  - গাধাটাইপ\n", "  - near: [folk, calls]\n    within: 3\n")
    group = "id: calls\ntitle: {bn: ক}\nterms:\n  - মারটাইপ\n"
    folk = "id: folk\ntitle: {bn: ক}\nterms:\n  - লোকটাইপ\n"
    ruleset, _ = lint([folder_with(tmp_path / "ours", words=rule, context=AROUND, group=group, folk=folk)])
    assert not flags(ruleset, "লোকটাইপ ‘মারটাইপ’ লেখাটি মুছে ফেলা হয়েছে")
    assert flags(ruleset, "‘লোকটাইপ’ মারটাইপ, পোস্টার মুছে ফেলা হয়েছে")


def test_learned_evidence_of_clause_9_forgives_what_is_quoted_too(tmp_path: Path) -> None:
    base = folder_with(tmp_path / "ours", words=LIST, context=AROUND)
    (base / "learned").mkdir()
    (base / "learned/nga.tsv").write_text("# clause: 9.nga\nবলদটাইপ\t1.2\n", encoding="utf-8")
    ruleset = Ruleset(load([base])[0])
    assert flags(ruleset, "সে একটা ‘বলদটাইপ’")
    assert not flags(ruleset, "‘বলদটাইপ’ লেখা পোস্টটি মুছে ফেলা হয়েছে")
    assert not flags(ruleset, "চিরকুটে ছিল ‘বলদটাইপ’। তদন্ত চলছে")
    assert flags(ruleset, "মুছে ফেলা চিরকুটে ছিল ‘বলদটাইপ’। ওরা ঠিক বলেছে")
    assert flags(ruleset, "বলদটাইপ লেখা পোস্টটি মুছে ফেলা হয়েছে")
