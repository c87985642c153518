"""explain tells from what sum on a table of learned evidence speaks, and why one whose sum is enough does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.desk import Desk
from server.settings import COMPILED, Settings
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from tests.wordlists.learned.test_beside import write
from tests.wordlists.lists import rows, ruleset

LETTER = "# clause: 9.{}\n# rival: letter\n"
BESIDE = "# clause: 9.cha\n# check: learned/cha\n# rival: letter\n# beside: 0.5\n"
CUED = "# clause: 9.chha\n# cued: 0.4\n# cues: hints\n"
TABLES = {
    "ka": (LETTER.format("ka"), {"দেশ": 1.3, "পতাকা": 1.1}),
    "kha": (LETTER.format("kha"), {"দেশ": 1.1, "&kin": 1.5}),
    "cha": (BESIDE, {"রান্নাঘর": 1.2}),
    "chha": (CUED, {"ব্যাংক": 0.45}),
    "purpose": ("# clause: 6\n# check: purpose/adverts\n", {"বিক্রি": 0.95}),
    "ga": ("# clause: 9.ga\n# sentence: 1.4\n", {"মিছিল": 1.9, "সভা": -4.0}),
}
NINE = "এক দুই তিন চার পাঁচ ছয় সাত আট"


@pytest.fixture(scope="module")
def whole() -> Ruleset:
    """The shipped lists with all that a maintainer's tools ask for."""
    return Desk.open(Settings(compiled=COMPILED)).ruleset


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("দেশ", "ka.tsv, 9.ka: 1.30 (১ হলে ধরা | 1 is a finding): "),
        ("দেশ", "kha.tsv, 9.kha: 1.10 (১ হলে ধরা | 1 is a finding, জানানো হয় না: একই rival"),
        ("পতাকা শালা", "not told: a list warns of this clause here"),
        ("রান্নাঘর শালা", "not told: another letter is told here"),
        ("ভাই", "let go: only names, groups and senses add, or"),
        (f"ব্যাংক {NINE}", "0.45 (১ হলে ধরা, cues-এর কথা থাকলে ০.৪ | 1 is a finding, 0.4 beside a phrase of its cues, জানানো হয় না: শব্দ কম"),
        (f"ব্যাংক, শোনা যায় {NINE}", "0.45 (১ হলে ধরা, cues-এর কথা থাকলে ০.৪ | 1 is a finding, 0.4 beside a phrase of its cues): "),
        (f"বিক্রি {NINE}", "0.95 (১ হলে ধরা, ০.৯ থেকে পরামর্শ হতে পারে | 1 is a finding, from 0.9 on it may advise): "),
        (f"বিক্রি {NINE}", "found: «বিক্রি» learned/purpose.tsv#বিক্রি, 6, advise (শেখা ওজন ১-এর কম"),
        ("বিক্রি", "not told: too few words"),
        ("আজ সভা হলো। পরে মিছিল।", "not told: the text around it clearly reads like an office's"),
    ],
)  # fmt: skip
def test_a_sum_says_whether_it_is_told(tmp_path: Path, text: str, told: str) -> None:
    write(tmp_path, **TABLES)
    rules = ruleset(tmp_path, rows("- শালা\n"), "9.ka", hints="শোনা যায়", kin="ভাই")
    assert any(told in line for line in explain(text, rules)), list(explain(text, rules))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“মালাউন” বলে কাউকে গালি দিলে আইনানুগ ব্যবস্থা নেওয়া হবে।", "let go: in quotation marks, and what was done about it"),
        (
            "Officers with a party post in their family circle must declare it to the returning officer.",
            "let go: a phrase of unless stands there",
        ),
    ],
)
def test_a_sum_says_what_silences_it(whole: Ruleset, text: str, told: str) -> None:
    sums = [line for line in explain(text, whole) if " learned: " in line]
    assert any(told in line for line in sums), sums
