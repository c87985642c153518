"""An ordinary notice shows nothing at all, not even advice: official posts and every harmless sentence, as post and as reply."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.finding import Finding
from server.institution import load_institutions
from server.severity import Severity
from server.wordlists.load import ASIDE, EVERYDAY, NEAR_MISSES, harmless_sentences
from server.wordlists.load import POSTS as OF_OFFICES
from server.wordlists.ruleset import Ruleset
from tests.checks.told import by_language

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parents[2]
POSTS = [json.loads(line)["text"] for line in (ROOT / "tests/cases/posts-gov.jsonl").read_text("utf-8").splitlines()]
ALL = [(path, text) for path, _, text in harmless_sentences([ROOT / "wordlists"])]
HARMLESS = [text for path, text in ALL if path.parent.name not in ASIDE]
# answers to citizens, Banglish of many hands, hard subjects
OFFICES = [(path.stem, text) for path, text in ALL if path.parent.name == OF_OFFICES and path.stem != "people"]
OF_PEOPLE = [text for path, text in ALL if path.parent.name == OF_OFFICES and path.stem == "people"]
# One of so many is asked: the share is the same, in a part of the time.
NEAR = [(path.stem, text) for path, text in ALL if path.parent.name == NEAR_MISSES][::12]
LEARNED_FROM = [text for path, text in ALL if path.parent.name == EVERYDAY][::5]
UNSEEN = by_language("everyday.txt")  # such as nothing is learned from
CLAUSES = ("4", "5", "6", "7")  # the institution's own rules


def findings(ruleset: Ruleset, text: str, action: str = "post", kind: str = "institution") -> Sequence[Finding]:
    return check_draft(Draft(text, Account(kind), platform="facebook", action=action), ruleset).findings


def is_warned_of(found: Sequence[Finding]) -> bool:
    return any(one.severity >= Severity.WARN for one in found)


def told(found: Sequence[Finding]) -> set[str]:
    return {one.check for one in found if one.clause.startswith(CLAUSES)}


def assert_hardly_told(of_posts: dict[str, Sequence[Finding]]) -> None:
    shown = {text: found for text in of_posts if (found := told(of_posts[text]))}
    assert len(shown) <= 0.01 * len(of_posts), shown


def test_nothing_is_told_of_an_ordinary_notice(ruleset: Ruleset) -> None:
    of_posts = {text: findings(ruleset, text) for text in [*POSTS, *HARMLESS]}
    flagged = {text: of_posts[text] for text in HARMLESS if is_warned_of(of_posts[text])}
    assert len(HARMLESS) >= 600 and not flagged
    assert_hardly_told(of_posts)


@pytest.mark.every
@pytest.mark.parametrize("action, kind", [("reply", "institution"), ("post", "employee"), ("reply", "employee")])
def test_nor_as_a_reply_nor_of_a_person(ruleset: Ruleset, action: str, kind: str) -> None:
    assert_hardly_told({text: findings(ruleset, text, action, kind) for text in [*POSTS, *HARMLESS[::2]]})


@pytest.mark.every
def test_no_post_that_names_people_is_warned_of(ruleset: Ruleset) -> None:
    """Such as are learned from; tests/checks/test_names.py asks others."""
    said = {text: found for text in OF_PEOPLE if (found := findings(ruleset, text))}
    warned = {text: found for text, found in said.items() if is_warned_of(found)}
    assert len(OF_PEOPLE) >= 1_000 and not warned
    assert len([text for text, found in said.items() if told(found)]) <= 0.015 * len(OF_PEOPLE)


@pytest.mark.every
def test_few_answers_and_posts_on_hard_subjects_are_warned_of(ruleset: Ruleset) -> None:
    """By lists none is, which `wordlists lint` sees to; the letters' tables have not learned from them yet."""
    said = [(text, findings(ruleset, text, "reply" if stem == "replies" else "post")) for stem, text in OFFICES]
    warned = [text for text, found in said if is_warned_of(found)]
    assert len(OFFICES) > 1_300 and len(warned) <= 0.04 * len(OFFICES), warned
    assert not any(one.severity > Severity.WARN for _, found in said for one in found)


@pytest.mark.every
def test_hardly_a_near_miss_is_warned_of_or_told_anything(ruleset: Ruleset) -> None:
    """By lists none is, which `wordlists lint` sees to. Those beside dead ends are replies, and are judged as such."""
    said = {
        text: found
        for stem, text in NEAR
        if (found := findings(ruleset, text, "reply" if stem == "replies" else "post"))
    }
    warned = {text: found for text, found in said.items() if is_warned_of(found)}
    assert len(warned) <= 0.0065 * len(NEAR), len(warned)
    assert len(said) <= 0.018 * len(NEAR), len(said)


def breaks_clause_9(ruleset: Ruleset, text: str) -> bool:
    return any(one.severity >= Severity.WARN and one.clause.startswith("9.") for one in findings(ruleset, text))


@pytest.mark.every
def test_everyday_talk_hardly_ever_breaks_clause_9(ruleset: Ruleset) -> None:
    """An office may not post it all, but it insults nobody."""
    warned = [text for text in LEARNED_FROM if breaks_clause_9(ruleset, text)]
    assert len(LEARNED_FROM) > 1_500 and len(warned) <= 0.02 * len(LEARNED_FROM), warned


@pytest.mark.every
def test_everyday_talk_that_nothing_was_learned_from_seldom_does(ruleset: Ruleset) -> None:
    """Written to be unlike what the lists know, with every word that quarrels have spoiled: a draft of an office is tamer."""
    warned = {
        language: [text for text in texts if breaks_clause_9(ruleset, text)] for language, texts in UNSEEN.items()
    }
    assert {language: len(texts) for language, texts in UNSEEN.items()} == {"english": 1_100, "bangla": 600}
    assert len(warned["english"]) <= 0.07 * 1_100 and len(warned["bangla"]) <= 0.1 * 600, warned


def test_with_a_profile_a_signed_notice_shows_nothing_either(ruleset: Ruleset) -> None:
    office = load_institutions(ROOT / "deploy/institutions")["nilkandi-upazila"]
    account = Account("institution", "উপজেলা প্রশাসন, নীলকান্দি")
    signature = f"\n{office.hashtags[0]}\n{office.websites[0]}"
    for text in POSTS:
        findings = check_draft(Draft(text + signature, account), ruleset, office).findings
        assert not {finding.check for finding in findings if finding.clause.startswith("5")}, text
        unsigned = [one for one in check_draft(Draft(text, account), ruleset, office).findings if one.clause == "5.ja"]
        assert len(unsigned) <= 1 and all(one.insert for one in unsigned), text
