"""data/leanings.yaml: below a sum of 1, where nothing speaks against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.checks import identifiers
from server.checks.family import CHECK
from server.draft import Account, Draft
from server.finding import Finding
from server.posting import Posting
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.facts.leanings import leanings_in, table_of
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.ruleset import Ruleset
from tests.wordlists.facts.test_said import folder_with
from tests.wordlists.lists import rows
from tests.wordlists.lists import ruleset as ruleset_of

pytestmark = pytest.mark.thorough


def test_each_table_has_its_sum(tmp_path: Path) -> None:
    found = leanings_in([folder_with(tmp_path, "replies: -1\nfigures: 0.5\n", "leanings.yaml")])
    assert found == {"replies": -1.0, "figures": 0.5}


def test_the_shipped_ones_are_of_tables_that_are_there(ruleset: Ruleset) -> None:
    assert set(map(table_of, leanings_in([]))) <= {table.id for table in ruleset.learned.tables}


@pytest.mark.parametrize("said", ["replies: much\n", "replies: -3\n", "replies: 2\n"])
def test_a_fault_names_the_line_and_the_cure(tmp_path: Path, said: str) -> None:
    with pytest.raises(FaultyLists, match=r"leanings\.yaml:1.*write a number, -2 to 1"):
        leanings_in([folder_with(tmp_path, said, "leanings.yaml")])


@pytest.mark.parametrize("said", ["victim-sure: much\n", "victim-sure: 0.9\n", "victim-sure: 3.5\n"])
def test_a_sum_that_is_sure_is_higher(tmp_path: Path, said: str) -> None:
    with pytest.raises(FaultyLists, match=r"leanings\.yaml:1.*write a number, 1 to 3"):
        leanings_in([folder_with(tmp_path, said, "leanings.yaml")])


LINES = "# clause: 6.ga\n# check: personal/family\n# title.bn: শেখা\n# title.en: Learned\n# message.bn: মনে হচ্ছে\n# message.en: It seems\n"


def family(base: Path, leaning: str) -> Ruleset:
    """A table by which cake and candles speak of a family, beside a leaning."""
    folder_with(base, leaning, "leanings.yaml")
    (base / "learned").mkdir()
    (base / "learned/family.tsv").write_text(LINES + "কেক\t0.6\t9\t1\t\nমোমবাতি\t0.5\t9\t1\t\n", encoding="utf-8")
    return ruleset_of(base, rows("- কুলাঙ্গার"))


@pytest.mark.parametrize(
    ("text", "leaning", "found", "leans"),
    [
        ("কেক আর মোমবাতি", "family: 0.6", [Severity.WARN], []),
        ("আজ বিকেলে সবাই মিলে ছাদে দাঁড়িয়ে কেক কাটা হলো", "family: 0.6", [], [Severity.ADVISE]),
        ("আজ বিকেলে সবাই মিলে ছাদে দাঁড়িয়ে মোমবাতি কাটা হলো", "family: 0.6", [], []),
        ("কেক কাটা হলো", "family: 0.6", [], []),  # a few words lean to many sides
        ("আজ বিকেলে সবাই মিলে ছাদে দাঁড়িয়ে কেক কাটা হলো", "patient: 0.6", [], []),
        ("আজ বিকেলে সবাই মিলে ছাদে দাঁড়িয়ে কেক কাটা হলো", "family-bare: 0.6", [], []),
    ],
)
def test_from_a_sum_on_it_advises(tmp_path: Path, text: str, leaning: str, found: list[int], leans: list[int]) -> None:
    rules = family(tmp_path, leaning)
    matches, leaned = rules.look_further(normalise(text))
    assert [match.severity for match in matches] == found
    assert [match.severity for match in leaned] == leans
    assert [Finding.of_match(match, "").cap for match in leaned] == leans  # and no profile makes more of it
    assert [match.severity for match in rules.look(normalise(text))] == found  # lint, explain, diff tell what is sure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("আজ বিকেলে সবাই মিলে ছাদে দাঁড়িয়ে কেক কাটা হলো", ["personal/family"]),
        ("আজ বিকেলে শিক্ষা কর্মকর্তার দপ্তরে প্রশিক্ষণ শেষে সবাই মিলে কেক কাটা হলো", []),  # an office's own work is told
        ("আজ বিকেলে সবাই মিলে ছাদে দাঁড়িয়ে মোমবাতি কাটা হলো", []),
    ],
)
def test_a_check_sees_what_speaks_against_it(tmp_path: Path, text: str, told: list[str]) -> None:
    rules = family(tmp_path, "family: 0.6")
    posting = Posting(Draft(text, Account("institution")), rules, None)
    findings = list(CHECK.look(posting))
    assert [finding.check for finding in findings] == told
    assert all(finding.severity is Severity.ADVISE for finding in findings)


def test_in_a_bare_answer_more_is_found_than_what_reaches_one(ruleset: Ruleset) -> None:
    draft = Draft("ekhane keno likhchen apni, jan to", Account("institution"), action="reply")
    posting = Posting(draft, ruleset, None)
    assert posting.bare_in("replies") or not posting.learned_in("replies")
    assert not posting.bare_in("replies", at_least=50)
    assert not posting.bare_in("family")


FAR = "মেলার মাঠে সকাল থেকে দোকান বসেছে। " * 12
ALONE = "কেক আর মোমবাতি হাতে সে ঘাটে একা বসে ছিল, থানা তাকে উদ্ধার করে"


@pytest.mark.parametrize(
    ("text", "leaning", "level"),
    [
        (ALONE, "family: 0.6", Severity.WARN),  # no sum is named: whatever reaches 1
        (ALONE, "victim-sure: 1.2", Severity.ADVISE),
        (ALONE, "victim-sure: 1.1", Severity.WARN),
        (ALONE, "patient-sure: 1.2", Severity.WARN),
        (f"ধর্ষণের পর {ALONE}", "victim-sure: 1.2", Severity.ADVISE),  # a word of such cases tells of nobody yet
        (f"ধর্ষণের পর পাশের বাড়ির {ALONE}", "victim-sure: 1.2", Severity.WARN),
        (f"ধর্ষণ প্রতিরোধের সভা হয়েছে। {FAR}পাশের বাড়ির {ALONE}", "victim-sure: 1.2", Severity.ADVISE),  # of another matter
    ],
)
def test_what_is_not_sure_is_advised(tmp_path: Path, text: str, leaning: str, level: int) -> None:
    folder_with(tmp_path, leaning, "leanings.yaml")
    (tmp_path / "learned").mkdir()
    head = LINES.replace("personal/family", "personal/victim")
    (tmp_path / "learned/victim.tsv").write_text(f"{head}কেক\t0.6\t9\t1\t\nমোমবাতি\t0.55\t9\t1\t\n", encoding="utf-8")
    rules = ruleset_of(tmp_path, rows("- কুলাঙ্গার"))
    found = identifiers.CHECK.look(Posting(Draft(text, Account("institution")), rules, None))
    assert [finding.severity for finding in found] == [level]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", []),  # nothing of a crime, an illness or a complaint
        ("বাড়ি থেকে এনে দিয়েছে ভাই", []),
        ("ছবিটি তুলেছে বন্ধু", []),
        ("থানা তাকে উদ্ধার করে", ["personal/victim"]),
        ("জ্বর নিয়ে এসেছিল", ["personal/patient"]),  # of whom the text does speak
        ("লিখিত অভিযোগ করেছিল", ["personal/complainant"]),
    ],
)
def test_whose_matter_stands_there_is_told(tmp_path: Path, said: str, told: list[str]) -> None:
    (tmp_path / "learned").mkdir()
    head = LINES.replace("personal/family", "personal/victim")
    (tmp_path / "learned/victim.tsv").write_text(f"{head}কেক\t0.6\t9\t1\t\nমোমবাতি\t0.55\t9\t1\t\n", encoding="utf-8")
    rules = ruleset_of(tmp_path, rows("- কুলাঙ্গার"))
    text = f"কেক আর মোমবাতি হাতে সে ঘাটে একা বসে ছিল, {said}"
    found = list(identifiers.CHECK.look(Posting(Draft(text, Account("institution")), rules, None)))
    assert [finding.check for finding in found] == told
    assert all(finding.severity is Severity.ADVISE for finding in found if finding.check != "personal/victim")
