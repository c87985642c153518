"""Terms in texts, with their endings, spellings and disguises; near misses outnumber hits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.draft import Draft
from server.posting import Posting
from server.text.normalise import normalise
from server.wordlists.matching.vocabulary import LONGEST
from tests.wordlists.lists import found, rows, ruleset

pytestmark = pytest.mark.thorough

TERMS = rows("""\
- শালা
- বাল
- মদ
- রাজাকার
- দালাল
- ভোট চোর
- term: মারা
  forms: verb
- term: গাধা
  romanised: [gadha]
- term: হালা
  romanised: []
- term: বলদ
  forms: exact
- idiot
- term: নৌকা
  except: [নৌকা বাইচ, নৌকাডুবি, নৌকা ভ্রমণ]
- term: পাগল
  context: [হাসপাতাল, চিকিৎসা]
""")

CASES = [
    ("শালা", ["শালা"]),
    ("সে শালার ভাই, শালারা, শালাদেরকেও", ["শালার", "শালারা", "শালাদেরকেও"]),
    ("পাঠশালা কর্মশালা শালগম ধর্মশালায় শালীন বিশালা", []),
    ("শা\u200dলা", ["শা\u200dলা"]),
    ("«শালা»। (শালা) শালা: শালাঃ #শালা_ভাই শালা১", ["শালা", "শালা", "শালা", "শালাঃ", "শালা", "শালা"]),
    ("মদ", ["মদ"]),
    ("মদের মদদ মদন মদিনা মদে", []),  # two code points: exactly only
    ("বালের বালিশ বালক বালতি বালি বালুচর", ["বালের"]),
    ("রাজাকারদের রাজাকারি রাজা রাজার", ["রাজাকারদের"]),
    ("ভোট চোর, ভোট চোরেরা", ["ভোট চোর", "ভোট চোরেরা"]),
    ("ভোটচোর ভোট। চোর ভোট দিল চোর ভোটের চোর", []),
    ("ভোট\nচোর", []),
    ("যে যার ভোট. চোর ধরা পড়েছে", []),
    ("ভোট... চোর, ভোট  চোর", ["ভোট... চোর", "ভোট  চোর"]),
    ("wow!dalal dalal!tui hall!", ["dalal", "dalal"]),
    ("ভোট!চোর", []),
    ("idiot2 2idiot idiot99 idiom2", ["idiot2", "2idiot", "idiot99"]),
    ("dalal.In Dhaka, www.dalal.in, dalal.me/tui", ["dalal"]),
    ("তাকে মারি, তারা মারবে, মেরেছে", ["মারি", "মারবে", "মেরেছে"]),
    ("মারুফ মারমা মারাত্মক", []),
    ("tui gadha, gadhar dol", ["gadha", "gadhar"]),
    ("rajakar, razakarder, dalal", ["rajakar", "razakarder", "dalal"]),
    ("hala holo halal hall", []),  # Banglish switched off
    ("হালা হালাল", ["হালা"]),
    ("বলদ বলদের বলদা", ["বলদ"]),
    ("You idiot, idiots! idiotic idiom", ["idiot", "idiots"]),
    ("শ.া.লা sh@la s h a l a", ["শ.া.লা", "sh@la", "s h a l a"]),
    ("শশশালা শালাাা", ["শশশালা", "শালাাা"]),
    ("এ কে এম শালাম, U.S.A., কি.মি., ক, খ, গ", []),
    ("নৌকা", ["নৌকা"]),
    ("নৌকা বাইচ, নৌকা বাইচের মাঠ, নৌকাডুবি, নৌকা ভ্রমণে নৌকা", ["নৌকা"]),
    ("সে পাগল। মানসিক হাসপাতালে পাগলের চিকিৎসা হয়।", ["পাগল"]),
    ("http://shala.example/শালা dalal@rajakar.com", ["শালা"]),
    ("Salat, sallam, mandatory, delay, raja, vote chora", []),
]

REVIEWED = Path(__file__).resolve().parents[2] / "text"
DISGUISED = [
    "শালা",
    "শুয়োর",
    "কুত্তা",
    "রাজাকার",
    "দালাল",
    "মাগি",
    "খানকি",
    "শয়তান",
    "হারামি",
    "মূর্খ",
    "চোর",
    "খুনি",
    "মদ",
    "মাল",
    "বাল",
    "মালাউন",
    "জঙ্গি",
    "বেশ্যা",
    "নাস্তিক",
    "গাধা",
    "idiot",
    "bastard",
    "sob",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malayans and Thais joined", []),
        ("the Malayan team", []),
        ("malauns", ["malauns"]),
        ("malaunder", ["malaunder"]),
    ],
)
def test_an_english_plural_is_no_banglish(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(ruleset(tmp_path, rows("- মালাউন")), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#DalalIdiot", ["Dalal", "Idiot"]),
        ("আজ #IdiotBNP আর #dalalidiot", ["Idiot"]),
        ("#VotChor", ["VotChor"]),
        ("#DalalNagar", []),  # an exception is seen there too
        ("idiot #DigitalBangladesh", ["idiot"]),
    ],
)
def test_the_words_of_a_hashtag_are_read(tmp_path: Path, text: str, expected: list[str]) -> None:
    rules = ruleset(tmp_path, rows("- term: দালাল\n  except: [dalal nagar]\n- idiot\n- ভোট চোর"))
    posting = Posting(Draft(text), rules, None)
    spans = [posting.offsets.span(*span) for match in posting.matches for span in match.spans]
    assert [text[start:end] for start, end in spans] == expected


def test_what_is_remembered_of_a_tied_word_hides_nothing(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, TERMS)
    for _ in range(2):
        posting = Posting(Draft("wow!dalal"), rules, None)
        assert [posting.normal[slice(*match.spans[0])] for match in posting.matches] == ["dalal"]
        posting.remember_calm()


def banglish() -> tuple[list[str], list[tuple[str, bool]]]:
    """The terms, and texts with whether one is found in them."""
    terms: list[str] = []
    texts: list[tuple[str, bool]] = []
    for line in (REVIEWED / "reviewed_banglish.txt").read_text("utf-8").splitlines()[1:]:
        parts = line[2:].split("; ")
        if line[0] == "=":
            terms = parts
        else:
            texts += [(part, line[0] == "+") for part in parts]
    return terms, texts


def disguised() -> list[tuple[str, bool]]:
    lines = (REVIEWED / "reviewed_disguises.jsonl").read_text("utf-8").splitlines()
    return [(row["text"], row["found"]) for row in map(json.loads, lines)]


def wrongly_read(base: Path, terms: list[str], texts: list[tuple[str, bool]]) -> list[str]:
    rules = ruleset(base, "".join(f"  - {term}\n" for term in terms))
    return [text for text, is_there in texts if bool(found(rules, text)) is not is_there]


def test_a_hostile_reading_of_banglish(tmp_path: Path) -> None:
    assert wrongly_read(tmp_path, *banglish()) == []


def test_a_hostile_reading_of_disguises(tmp_path: Path) -> None:
    assert wrongly_read(tmp_path, [*DISGUISED, "শুয়োরের বাচ্চা"], disguised()) == []


def test_hostile_readings_have_more_near_misses_than_hits() -> None:
    for texts in (banglish()[1], disguised()):
        assert sum(is_there for _, is_there in texts) * 2 < len(texts)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    return ruleset(tmp_path_factory.mktemp("lists"), TERMS)


@pytest.mark.parametrize("text, expected", CASES, ids=[text[:30] for text, _ in CASES])
def test_found(rules, text: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found(rules, text) == expected


def test_a_verb_with_a_short_root_takes_its_endings(tmp_path: Path) -> None:
    verbs = ruleset(tmp_path, rows("- term: ঘুষ খাওয়া\n  forms: verb\n- term: ধরা\n  forms: verb\n"))
    assert found(verbs, "ঘুষ খেয়েছে, ঘুষ খাবে, ধরেছে, ধরা") == ["ঘুষ খেয়েছে", "ঘুষ খাবে", "ধরেছে", "ধরা"]
    assert found(verbs, "ঘুষ খাতা ধরন ধর্ম খাওয়া") == []


def test_the_same_verdict_when_words_are_cached(rules) -> None:  # type: ignore[no-untyped-def]
    for _ in range(2):
        assert [found(rules, text) for text, _ in CASES] == [expected for _, expected in CASES]


def test_the_cache_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.wordlists.matching.vocabulary.MAX_KEPT", 10)
    rules = ruleset(tmp_path, "  - শালা\n")
    for number in range(40):
        assert found(rules, f"শালা word{'abcdefgh'[number % 8]}{number}x") == ["শালা"]
    assert len(rules.phrases.vocabulary.kept) <= 10


def test_more_words_than_are_remembered_are_all_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("match", "vocabulary"):
        monkeypatch.setattr(f"server.wordlists.matching.{name}.MAX_KEPT", 2)
    terms = ["শালা", "কুলাঙ্গার", "রাজাকার", "ভোট চোর", "দালাল"]
    rules = ruleset(tmp_path, rows("".join(f"- {term}\n" for term in terms)))
    for _ in range(2):
        assert found(rules, ", ".join(terms)) == terms


def test_a_word_longer_than_any_term_is_looked_at_and_not_remembered(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "  - শালা\n")
    endless = "টমঝ" * 30
    for text in (f"আজ {endless} শালা", f"শালা,{endless}", f"শালা{endless} শালা"):
        assert found(rules, text) == ["শালা"]
        assert len(rules.look(normalise(text), set(normalise(text).split()))) == 1
    remembered = (rules.phrases.plain, rules.phrases.quiet, rules.phrases.vocabulary.kept)
    assert all(remembered) and max(map(len, set().union(*remembered))) <= LONGEST


def test_the_longest_of_one_clause_stays(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "  - চোর\n  - ভোট চোর\n  - চোরের দল\n")
    assert found(rules, "ভোট চোর, চোরের দল, চোর") == ["ভোট চোর", "চোরের দল", "চোর"]


BLOCKS = rows("""\
- term: কুলাঙ্গার
  severity: block
- কুলাঙ্গারের দল চলে যাও
- term: চোর বাটপার
  severity: block
- চোর
- term: দেশদ্রোহী কুলাঙ্গার
  severity: advise
- সবাই চোর
- এই চোর বাটপার দল
""")


@pytest.mark.parametrize(
    "text, expected, severities",
    [
        ("কুলাঙ্গারের দল চলে যাও", ["কুলাঙ্গারের"], "block"),  # the longer warning hides no block
        ("দেশদ্রোহী কুলাঙ্গার", ["কুলাঙ্গার"], "block"),
        ("সবাই চোর বাটপার", ["চোর বাটপার"], "block"),  # they share one word
        ("এই চোর বাটপার দল", ["চোর বাটপার"], "block"),
        ("কুলাঙ্গার চোর বাটপার", ["কুলাঙ্গার", "চোর বাটপার"], "block block"),
        ("কুলাঙ্গার, সবাই চোর", ["কুলাঙ্গার", "সবাই চোর"], "block warn"),  # another cause beside it
        ("চোর, বাটপার", ["চোর, বাটপার"], "block"),
        ("চোর। বাটপার", ["চোর"], "warn"),
        ("সবাই চোর", ["সবাই চোর"], "warn"),
        ("সবাই চোর, দল", ["সবাই চোর"], "warn"),
        ("দেশদ্রোহী", [], ""),
        ("সবাই দেশদ্রোহী", [], ""),
        ("দল চলে যাও", [], ""),
        ("বাটপার চোরা দল", [], ""),
        ("কুলাঙ্গাররূপী দল চলে যাও", [], ""),
    ],
)
def test_no_warning_hides_a_block(tmp_path: Path, text: str, expected: list[str], severities: str) -> None:
    rules = ruleset(tmp_path, BLOCKS)
    assert found(rules, text) == expected
    assert " ".join(match.severity.word for match in rules.look(normalise(text))) == severities


def test_a_near_rule_that_shares_a_word_with_a_block_adds_nothing(tmp_path: Path) -> None:
    block = rows("- term: কুলাঙ্গার\n  severity: block\n- near: [people, insults]\n  within: 6\n")
    rules = ruleset(tmp_path, block, people="তারা, সবাই", insults="কুলাঙ্গার, বাটপার")
    assert found(rules, "তারা সবাই কুলাঙ্গার") == ["কুলাঙ্গার"]
    assert found(rules, "তারা বাটপার, কুলাঙ্গার") == ["তারা…বাটপার", "কুলাঙ্গার"]
    assert found(rules, "তারা বাটপার") == ["তারা…বাটপার"]


def test_no_advice_of_a_near_rule_hides_a_warning(tmp_path: Path) -> None:
    warning = rows("- কুলাঙ্গার\n- near: [people, insults]\n  within: 6\n  severity: advise\n")
    rules = ruleset(tmp_path, warning, people="তারা, সবাই", insults="কুলাঙ্গার, বাটপার")
    texts = ("তারা কুলাঙ্গার", "তারা বাটপার")
    told = {text: [match.severity.word for match in rules.look(normalise(text))] for text in texts}
    assert told == {"তারা কুলাঙ্গার": ["warn"], "তারা বাটপার": ["advise"]}
    assert found(rules, "তারা কুলাঙ্গার") == ["কুলাঙ্গার"]


def test_a_shadow_term_is_silent_and_a_warn_stage_never_blocks(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, rows("- term: শালা\n  stage: shadow\n- term: দালাল\n  stage: warn\n  severity: block\n"))
    (match,) = rules.look("শালা দালাল")
    assert (match.term.text, match.severity.word) == ("দালাল", "warn")
    assert [match.term.text for match in rules.shadowed("শালা দালাল")] == ["শালা"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("তারা সবাই বাটপার", ["people + insults"]),
        ("তারা সবাই এলেন", []),
        ("শালার কথা", ["শালা"]),
        ("শালা-দুলাভাই এলেন", []),  # except
        ("নাটকে শালা", []),  # context
        ("দালাল", []),  # shown
        ("ঘর, দোর", []),  # a group that no term on trial names
    ],
)
def test_what_shadow_terms_would_find(tmp_path: Path, text: str, expected: list[str]) -> None:
    terms = rows("""\
- term: শালা
  stage: shadow
  except: [শালা-দুলাভাই]
  context: [নাটক]
- near: [people, insults]
  within: 6
  stage: shadow
- near: [people, rooms]
  within: 6
- দালাল
""")
    rules = ruleset(tmp_path, terms, people="তারা, সবাই", insults="বাটপার", rooms="ঘর, দোর")
    assert [match.term.name for match in rules.shadowed(text)] == expected
    assert all(match.term.name == "দালাল" for match in rules.look(text))


def test_lists_without_shadow_terms_count_nothing_in_silence(tmp_path: Path) -> None:
    assert ruleset(tmp_path, rows("- দালাল\n")).shadowed("দালাল") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("তারা বাটপার", []),  # .6 is not enough by itself
        ("তারা বাটপার, অকর্মা", ["তারা…বাটপার…অকর্মা"]),
        ("অকর্মা, তারা বাটপার", ["অকর্মা…তারা…বাটপার"]),
        ("বাটপার অকর্মা", []),  # one group alone
        ("তারা বাটপার, তারা বাটপার", []),  # a rule counts once
        ("তারা বাটপার। সে অকর্মা", []),  # another sentence
        ("তারা অকর্মা", []),
        ("নাটকে তারা বাটপার, অকর্মা", []),  # what forgives the rule takes its weight
    ],
)
def test_a_near_rule_may_be_evidence(tmp_path: Path, text: str, expected: list[str]) -> None:
    terms = rows(
        "- near: [people, insults]\n  within: 6\n  weight: 0.6\n  context: [নাটক]\n- term: অকর্মা\n  weight: 0.5\n"
    )
    assert found(ruleset(tmp_path, terms, people="তারা, সবাই", insults="বাটপার"), text) == expected
