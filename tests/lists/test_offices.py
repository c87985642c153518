"""What offices say with the words of the lists, in three scripts: nothing of it is told."""

from __future__ import annotations

from pathlib import Path

from server.checker import check_draft
from server.draft import Account, Draft
from server.wordlists.load import sentences_of
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY

ROWS = [text for _, text in sentences_of(Path(__file__).parent / "rows" / "offices.txt")]
ANSWER = "R:"  # what a row that answers a citizen begins with
NOT_OF_WORDS = "5.ja"  # the office's name and website, which a sentence alone lacks


def told(ruleset: Ruleset, row: str) -> list[str]:
    """The sources of what is told of a row."""
    action = "reply" if row.startswith(ANSWER) else "post"
    draft = Draft(row.removeprefix(ANSWER), Account("institution"), action=action)
    answer = check_draft(draft, ruleset, time_limit=NO_HURRY)
    return [finding.source for finding in answer.findings if finding.clause != NOT_OF_WORDS]


def test_nothing_is_told(ruleset: Ruleset) -> None:
    assert len(ROWS) == len(set(ROWS)) >= 150
    assert {row: sources for row in ROWS if (sources := told(ruleset, row))} == {}


# What no office says, near what offices say: each is told by the list named.
NEVER = [
    ("bidroho koren senara, ami achi", "9-chha-said-latin"),
    ("jihad shuru koren bhaiera", "9-chha-said-latin"),
    ("jehad koren kafer der biruddhe", "9-chha-said-latin"),
    ("senanibash theke ashen, khomota nen", "9-chha-said-latin"),
    ("hindu para te lut cholbe aj", "9-chha-said-latin"),
    ("mosolman para te lut cholbe aj", "9-chha-said-latin"),
    ("bouddho para te lut cholbe aj", "9-chha-said-latin"),
    ("setu e manush lagbe, rokto lagbe bridge", "9-chha-said-latin"),
    ("tika dile shesh", "9-chha-said-latin"),
    ("injection dile shesh", "9-chha-said-latin"),
    ("bank bondho hoye jabe, taka ber kore anen", "9-chha-said-latin"),
    ("kal highway katbo", "9-chha-said-latin"),
    ("train cholle pura dibo", "9-chha-said-latin"),
    ("buri re nodite fele den", "9-chha-said-latin"),
    ("gouge out the eyes of the thief", "9-chha-said-latin"),
    ("instant justice for the thief", "9-chha-said-latin"),
    ("justice on the spot for the thief", "9-chha-said-latin"),
    ("tie them to the school gate and beat", "9-chha-said-latin"),
    ("ব্যাংকে টাকা নেই, চেক দিলেও পাবেন না", "9-chha-rumour"),
    ("I am telling you banks will close", "9-chha-rumour"),
    ("ঈদের পর সব ব্যাংক বন্ধ হয়ে যাবে", "9-chha-rumour"),
    ("লবণ পাওয়া যাবে না, খোলা বাজার খালি", "9-chha-rumour"),
    ("অসুস্থ হয়ে মরবে, শিশুকে টিকা খাওয়াবেন না", "9-chha-rumour"),
    ("দেশে গৃহযুদ্ধ লাগবে, জাতিসংঘ আসছে", "9-chha-rumour"),
    ("share na korle jahannam", "9-chha-spread"),
    ("share na korle allah maf korbe na", "9-chha-spread"),
    ("বার্মাইয়ারা বাজার দখল করছে", "9-gha-slurs"),
    ("তুই একটা মুসলমানের বাচ্চা", "9-kha-slurs"),
    ("তুই একটা হিন্দুর বাচ্চা", "9-kha-slurs"),
    ("ei rendia", "9-nga-states"),
    ("এই পাপিস্তানের লোক", "9-nga-states"),
    ("oi kangladesh er lok", "9-nga-states"),
    ("ম্যাজিস্ট্রেট সাহেব আমাদের লোক", "8-courts"),
    ("ভালো পাত্রী খুঁজছি", "6-ga-family"),
]


def test_what_no_office_says_is_told(ruleset: Ruleset) -> None:
    assert [row for row, file in NEVER if not any(f"/{file}.yaml" in source for source in told(ruleset, row))] == []
