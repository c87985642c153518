"""Rows of people who saw no list: hard but proper posts, and hostile ones by letter, after what they showed was mended by the kind;
and hostile-unseen.jsonl, of whose hostile rows nothing was made, nor is to be: it measures, and whoever mends for one of them takes that away.

The shares are floors under what was measured then; a single row that is warned of or missed is no fault by itself.
"""

from __future__ import annotations

import pytest

from server.checker import check_draft
from server.draft import Account, Draft
from server.finding import Finding
from server.severity import Severity
from server.wordlists.ruleset import Ruleset
from tests.checks.told import by_language, rows

LETTERS = ("ka", "kha", "ga", "gha", "nga", "cha", "chha")
MOST_WARNED = 0.01
LEAST_FOUND = 0.9  # under their own letter
UNSEEN = {"own": 0.76, "any": 0.87, "warned": 0.02}  # of rows of which nothing was made

MOST_SHORT = {"first": 12, "second": 10, "third": 8, "fourth": 12}  # the last was written last

pytestmark = pytest.mark.every


def warned(ruleset: Ruleset, text: str) -> dict[str, Severity]:
    """The clauses under which a post is warned of, and the worst severity of each."""
    found: dict[str, Severity] = {}
    draft = Draft(text, Account("institution"), platform="facebook", moment="publish")
    for finding in check_draft(draft, ruleset).findings:
        if finding.severity >= Severity.WARN:
            found[finding.clause] = max(finding.severity, found.get(finding.clause, Severity.WARN))
    return found


def test_hardly_a_proper_post_is_warned_of(ruleset: Ruleset) -> None:
    posts = {row["text"]: warned(ruleset, row["text"]) for row in rows("proper.jsonl")}
    flagged = {text: found for text, found in posts.items() if found}
    assert len(posts) >= 2_000
    assert len(flagged) <= MOST_WARNED * len(posts), flagged
    assert not [text for text, found in posts.items() if Severity.BLOCK in found.values()]


@pytest.mark.parametrize("letter", LETTERS)
def test_most_hostile_posts_are_told_under_their_letter(ruleset: Ruleset, letter: str) -> None:
    texts = [row["text"] for row in rows("hostile-letters.jsonl") if row["letter"] == letter]
    missed = [text for text in texts if f"9.{letter}" not in warned(ruleset, text)]
    assert len(texts) >= 40
    assert len(missed) <= (1 - LEAST_FOUND) * len(texts), missed


def test_what_nobody_has_seen_is_mostly_told_and_hardly_ever_wrongly(ruleset: Ruleset) -> None:
    asked = [(row, warned(ruleset, row["text"])) for row in rows("hostile-unseen.jsonl")]
    hostile = [(row, found) for row, found in asked if row["hostile"]]
    proper = [row["text"] for row, found in asked if not row["hostile"] and found]
    assert len(hostile) >= 700
    assert sum(bool(found) for _, found in hostile) >= UNSEEN["any"] * len(hostile)
    assert sum(f"9.{row['letter']}" in found for row, found in hostile) >= UNSEEN["own"] * len(hostile)
    assert len(proper) <= UNSEEN["warned"] * (len(asked) - len(hostile)), proper


OTHER_CLAUSES = {"8": 0.6, "6.gha": 0.4, "6": 0.33, "6.kha": 0.25}  # found under their own, advice too


@pytest.mark.parametrize("clause", OTHER_CLAUSES)
def test_what_breaks_another_clause_than_9_in_new_words(ruleset: Ruleset, clause: str) -> None:
    """other-unseen.jsonl: rows of which nothing was made, nor is to be, each with a proper post of the same matter."""
    asked = [row for row in rows("other-unseen.jsonl") if row["clause"] == clause]
    found, proper = 0, []
    for row in asked:
        draft = Draft(row["text"], Account("institution"), action=row["action"], platform="facebook", moment="publish")
        found += any(finding.clause == clause for finding in check_draft(draft, ruleset).findings)
        if warned(ruleset, row["near"]):
            proper.append(row["near"])
    assert len(asked) >= 24
    assert found >= OTHER_CLAUSES[clause] * len(asked)
    assert len(proper) <= 1, proper


HELD = {  # writers → at most of an office's posts, at least of plain hostile ones; D's were asked when all was done
    "ABC": {"proper": 0.16, "hostile": 0.9},
    "D": {"proper": 0.25, "hostile": 0.88},
}


@pytest.mark.parametrize("writers", HELD)
def test_what_blocks_is_held_where_it_is_meant_and_mostly_not_where_an_office_speaks_of_it(
    ruleset: Ruleset, writers: str
) -> None:
    """held.jsonl: rows by writers who saw what blocks and nothing else; each holds such words. `sly`: dressed as a report or a rule."""
    asked = [(row, warned(ruleset, row["text"])) for row in rows("held.jsonl") if row["by"] in writers]
    proper = [row["text"] for row, found in asked if not row["hostile"] and Severity.BLOCK in found.values()]
    plain = [found for row, found in asked if row["hostile"] and not row["sly"]]
    assert len(proper) <= HELD[writers]["proper"] * sum(not row["hostile"] for row, _ in asked), proper
    assert len(plain) >= 60
    assert sum(Severity.BLOCK in found.values() for found in plain) >= HELD[writers]["hostile"] * len(plain)


def test_what_offices_disclose_is_told_and_their_own_numbers_are_not(ruleset: Ruleset) -> None:
    """disclosed.jsonl: rows by two writers who saw nothing of the project; when first asked 55 and 70 of 90 were told, 2 and 3 wrongly."""
    asked = [(row, warned(ruleset, row["text"])) for row in rows("disclosed.jsonl")]
    wrongly = [row["text"] for row, found in asked if not row["private"] and "6.ga" in found]
    private = [found for row, found in asked if row["private"]]
    assert len(wrongly) <= 0.01 * (len(asked) - len(private)), wrongly
    assert len(private) >= 180
    assert sum("6.ga" in found for found in private) >= 0.8 * len(private)


def test_who_is_made_known_in_one_sentence_of_a_whole_post(ruleset: Ruleset) -> None:
    """disclosed-posts.jsonl: whole posts by two writers who saw nothing; when first asked 43 and 44 of 80 were told, advice too."""
    private, told, held, wrongly = 0, 0, 0, []
    for row in rows("disclosed-posts.jsonl"):
        draft = Draft(row["text"], Account("institution"), platform="facebook", moment="publish")
        levels = [one.severity for one in check_draft(draft, ruleset).findings if one.clause == "6.ga"]
        warns = max(levels, default=Severity.ADVISE) >= Severity.WARN
        if row["private"]:
            private, told, held = private + 1, told + bool(levels), held + warns
        elif warns:
            wrongly.append(row["text"])
    assert private >= 160
    assert told >= 0.68 * private and held >= 0.52 * private
    assert len(wrongly) <= 5, wrongly


def test_what_must_not_be_told_yet_is_mostly_told_and_what_was_published_is_not(ruleset: Ruleset) -> None:
    """leaks.jsonl: posts by two writers who saw nothing; of their 140 leaks 26 were told before others' sentences were taught."""
    leaks, told, held, wrongly = 0, 0, 0, []
    for row in rows("leaks.jsonl"):
        draft = Draft(row["text"], Account(row["account"]), action=row["action"], platform="facebook", moment="publish")
        levels = [one.severity for one in check_draft(draft, ruleset).findings if one.check.startswith("law/")]
        warns = max(levels, default=Severity.ADVISE) >= Severity.WARN
        if row["leak"]:
            leaks, told, held = leaks + 1, told + bool(levels), held + warns
        elif levels:
            wrongly.append((warns, row["text"]))
    assert leaks >= 140
    assert told >= 0.46 * leaks and held >= 0.28 * leaks
    assert len(wrongly) <= 2 and sum(warns for warns, _ in wrongly) <= 1, wrongly


def test_an_office_that_is_rude_is_often_told_and_one_that_is_firm_hardly_ever(ruleset: Ruleset) -> None:
    """manners.jsonl: 140 rude texts, 200 firm or warm ones of the same matters, in the manner of two clerks, by one who saw nothing.

    Of the rude ones something was told in 69 before others' sentences were taught.
    """
    told, any_, wrongly = 0, 0, []
    asked = rows("manners.jsonl")
    for row in asked:
        found = shown(ruleset, row["text"], row["action"])
        is_told = any(it.check in ("manners/rude", "critics/attacked") for it in found)
        if row["rude"]:
            told, any_ = told + is_told, any_ + bool(found)
        elif is_told:
            wrongly.append(row["text"])
    assert len(asked) == 340
    assert told >= 34 and any_ >= 80
    assert len(wrongly) <= 5, wrongly


def test_threats_to_critics_and_calls_to_break_the_law_are_often_told(ruleset: Ruleset) -> None:
    """critics-unlawful.jsonl: 80 of each and 160 proper posts of the same matters, by one who saw nothing.

    When first asked something was told in 28 of the first, 30 of the second and 12 of the proper ones.
    """
    told = {"critics": 0, "unlawful": 0, "proper": 0}
    warned_of = dict(told)
    for row in rows("critics-unlawful.jsonl"):
        found = shown(ruleset, row["text"])
        told[row["kind"]] += bool(found)
        warned_of[row["kind"]] += any(it.severity >= Severity.WARN for it in found)
    assert told["critics"] >= 40 and told["unlawful"] >= 40
    assert told["proper"] <= 21 and warned_of["proper"] <= 7


def test_lists_of_peoples_particulars_that_go_with_a_post_are_told(ruleset: Ruleset) -> None:
    """shown-lists.jsonl: 160 posts that show such a list, 300 that come near, by two who saw nothing; the second's are the last 160.

    Of the second's 60 it told 36 when first asked, after the first's were mended for, and 3 of its 100 proper ones.
    """
    asked = rows("shown-lists.jsonl")
    told = [row for row in asked if any(it.check == "personal/shown" for it in shown(ruleset, row["text"]))]
    assert len(asked) == 460
    assert sum(row["kind"] == "shown" for row in told) >= 145
    wrongly = [row["text"] for row in told if row["kind"] == "proper"]
    assert len(wrongly) <= 3, wrongly


def test_who_denies_a_rumour_is_seldom_warned_of_and_who_spreads_one_with_such_words_mostly(ruleset: Ruleset) -> None:
    """denials.jsonl: 72 denials by offices and 60 posts that only look like one, by one who saw nothing; `plain`: our own, in the usual words;
    `offence`: what is denied is the dead of 1971.

    Of the 72 ten were warned of when first asked, of the twenty plain ones twelve.
    """
    asked = [(row, {it for it in warned(ruleset, row["text"]) if it.startswith("9.")}) for row in rows("denials.jsonl")]
    wrongly = [row["text"] for row, found in asked if row["kind"] == "proper" and found]
    assert not [row["text"] for row, found in asked if row["kind"] == "plain" and found]
    assert len(wrongly) <= 7, wrongly
    assert not [row["text"] for row, found in asked if row["kind"] == "offence" and "9.ka" not in found]
    hostile = [bool(found) for row, found in asked if row["kind"] == "hostile"]
    assert len(hostile) == 60 and sum(hostile) >= 51


SLIPPED_IN = {"own": 0.74, "any": 0.78}  # "own if the sentence stood alone" was .87 when asked


def test_a_remark_that_slipped_into_a_long_proper_post(ruleset: Ruleset) -> None:
    """slipped-in.jsonl: 90 posts by one who saw no list, each with one improper sentence, and the same without it."""
    asked = [(row, warned(ruleset, row["text"])) for row in rows("slipped-in.jsonl")]
    proper = [row["near"] for row, _ in asked if warned(ruleset, row["near"])]
    assert len(asked) >= 90
    assert sum(row["clause"] in found for row, found in asked) >= SLIPPED_IN["own"] * len(asked)
    assert sum(bool(found) for _, found in asked) >= SLIPPED_IN["any"] * len(asked)
    assert len(proper) <= 2, proper


def test_hardly_a_long_proper_post_is_warned_of(ruleset: Ruleset) -> None:
    """proper-long.jsonl: 160 everyday posts of 50 to 120 words, 70 hard ones of 150 to 250."""
    flagged = [row["text"] for row in rows("proper-long.jsonl") if warned(ruleset, row["text"])]
    assert len(flagged) <= 14, flagged


def test_reports_of_an_offices_work_are_hardly_advised_on_either(ruleset: Ruleset) -> None:
    """proper-reports.jsonl: 240 posts by one who saw nothing, two of three long; of the first 55 something was told, mostly of leaks."""
    posts = [row["text"] for row in rows("proper-reports.jsonl")]
    told = {text: [it.source for it in shown(ruleset, text)] for text in posts}
    assert len(posts) == 240
    assert sum(map(bool, told.values())) <= 29, [(sources, text) for text, sources in told.items() if sources]
    assert len([text for text in posts if warned(ruleset, text)]) <= 6


def test_posts_with_sections_and_quoted_words_are_hardly_warned_of(ruleset: Ruleset) -> None:
    """proper-sections.jsonl: 116 posts of 600 to 1,500 letters by one who saw nothing: lists, verdicts, questions answered. First 19."""
    posts = [row["text"] for row in rows("proper-sections.jsonl")]
    flagged = [text for text in posts if warned(ruleset, text)]
    assert len(posts) == 116
    assert len(flagged) <= 6, flagged


def test_short_sentences_of_all_ministries_are_seldom_warned_of(ruleset: Ruleset) -> None:
    """proper-short.txt: of the 981 sentences of its four sets 74 were warned of when first asked (30, 19, 10 and 15)."""
    sets = by_language("proper-short.txt")
    flagged = {name: [text for text in texts if warned(ruleset, text)] for name, texts in sets.items()}
    assert {name: len(texts) for name, texts in sets.items()} == {
        "first": 394,
        "second": 253,
        "third": 204,
        "fourth": 130,
    }
    assert {name for name, texts in flagged.items() if len(texts) > MOST_SHORT[name]} == set(), flagged


def shown(ruleset: Ruleset, text: str, action: str = "post") -> list[Finding]:
    """All that the writer is shown but what the account's name and website need, which these posts have none of."""
    draft = Draft(text, Account("institution"), action=action, platform="facebook", moment="publish")
    return [it for it in check_draft(draft, ruleset).findings if not it.check.startswith(("branding", "platform"))]
