"""Learned evidence at run time: what adds up, what it is told with, what stays equal, what a maintainer may change."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from server.finding import Finding
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.learned.parts import is_said
from server.wordlists.learned.stretches import stretches
from server.wordlists.learned.totals import totals
from server.wordlists.learning.plans import COMMENTS
from server.wordlists.load import harmless_sentences, load
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.reading.table import HEAVIEST, written_head
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.explain import explain
from server.wordlists.tending.lint import lint
from tests.wordlists.lists import found, rows, ruleset

pytestmark = pytest.mark.thorough

HEAD = "# clause: 9.nga\n# title.bn: শেখা\n# title.en: Learned\n# message.bn: মনে হচ্ছে\n# message.en: It seems\n"
TERM = "- কুলাঙ্গার"
NAMES = "!দল\n[party]\n@parties\n[state]\nফ্রান্স\nজাপান\n"


def learned(base: Path, *entries: str, names: str = NAMES, **groups: str) -> Ruleset:
    """Small lists with a table of these entries: "entry weight [state]"."""
    (base / "learned").mkdir(parents=True, exist_ok=True)
    lines = []
    for entry in entries:
        words, _, state = entry.partition(" | ")
        text, _, weight = words.rpartition(" ")
        lines.append(f"{normalise(text)}\t{weight}\t9\t1\t{state}")
    (base / "learned" / "nga.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    (base / "learned" / "names.txt").write_text(names, encoding="utf-8")
    return ruleset(base, rows(TERM), **groups)


def with_words(base: Path, file: str, text: str, *entries: str) -> Ruleset:
    """The same with a file of one word a line beside the table: plain.txt, little.txt."""
    learned(base, *entries)
    (base / "learned" / file).write_text(text, encoding="utf-8")
    return Ruleset(load([base])[0])


@pytest.mark.parametrize(
    "entries, text, expected",
    [
        (["অকর্মা 0.6", "লোভী 0.5"], "তারা অকর্মা আর লোভী", ["অকর্মা…লোভী"]),
        (["অকর্মা 0.6", "লোভী 0.5"], "তারা অকর্মা, খুব অকর্মা", []),  # a word counts once
        (["অকর্মা 0.6", "লোভী 0.3"], "তারা অকর্মা আর লোভী", []),
        (["অকর্মা 1.2"], "তারা অকর্মা", ["অকর্মা"]),
        (["অকর্মা 1.2", "প্রশিক্ষণ -0.5"], "তারা অকর্মা নয়, প্রশিক্ষণ হয়েছে", []),
        (["অকর্মা 0.8", "দল 0.2"], "অকর্মাদের দল", ["অকর্মাদের…দল"]),  # with an ending
        (["অকর্মাদের 0.4", "অকর্মা 0.4", "দল 0.2"], "অকর্মাদের দল", ["অকর্মাদের…দল"]),  # as it stands, and without it
        (["অকর্মাদের 0.4", "অকর্মা 0.4", "দল 0.2"], "অকর্মা দল", []),
        (["অকর্ম* 0.8", "তারা 0.2"], "তারা অকর্মণ্য", ["তারা…অকর্মণ্য"]),
        (["অকর্ম* 0.8", "তারা 0.2"], "তারা কর্মঠ", []),
        (["অকর্ম* 0.8", "লোভ* 0.8"], "অকর্মণ্য লোভী", ["অকর্মণ্য…লোভী"]),  # pieces of words that are there
        (["অকর্ম* 0.8", "লোভ* 0.8", "তারা -0.7"], "তারা অকর্মণ্য লোভী", []),
        (["হাত গুটিয়ে 1"], "সবাই হাত গুটিয়ে বসে", ["হাত…গুটিয়ে"]),
        (["হাত গুটিয়ে 1"], "গুটিয়ে নিল হাত", []),
        (["okorma 0.8", "tara 0.2"], "tara okormma", ["tara…okormma"]),  # one sound, two spellings
        (["okor* 0.6", "tara 0.4"], "tara okorma", ["tara…okorma"]),
        (["okor* 0.6", "tara 0.4"], "tara bekar", []),
        (["*orma 0.6", "তারা 0.4"], "তারা অকর্মা", ["তারা…অকর্মা"]),  # a Bangla word by its sound
        (["okorma tara 0.6", "okorma 0.5"], "okorma tara", ["okorma…tara"]),
        (["* 0.5", "অকর্মা 0.5"], "অকর্মা", ["অকর্মা"]),
        (["* 1.5", "ভালো -1"], "ভালো", []),
        (["*+ -0.1", "অকর্মা 1.2"], "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো অকর্মা", ["অকর্মা"]),  # two beyond the tenth
        (["*+ -0.1", "অকর্মা 1.2"], "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো অকর্মা", []),
        (["*+ -0.1", "অকর্মা 1.2"], "এক দুই তিন এক দুই তিন এক দুই তিন এক দুই তিন এক দুই তিন অকর্মা", ["অকর্মা"]),  # distinct ones
        (["*a-z 0.5", "okorma 0.6"], "tara okorma", ["okorma"]),  # mostly in Latin letters
        (["*a-z 0.5", "okorma 0.6"], "ওরা সবাই okorma", []),
        (["*a-z 0.5", "okorma 0.6"], "okorma 2024 17 99", ["okorma"]),  # numbers are of no script
        (["*a-z -0.5", "okorma 1.2"], "tara okorma", []),
        (["*a-z 0.2", "*en 0.3", "useles 0.5"], "they are useless", ["useless"]),  # of Latin words most are English
        (["*a-z 0.2", "*en 0.3", "useles 0.5"], "tara sobai useless", []),
        (["*a-z 0.2", "*en -0.3", "useles 0.9"], "they are useless", []),
        (["*en 0.6", "useles 0.5"], "ওরা সবাই বড্ড useless", []),
        (["*+ 0.5", "অকর্মা 0.1"], "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো অকর্মা", ["অকর্মা"]),
    ],
)
def test_weights_add_up_to_a_finding(tmp_path: Path, entries: list[str], text: str, expected: list[str]) -> None:
    assert found(learned(tmp_path, *entries), text) == expected


def test_words_of_a_group_share_its_weight(tmp_path: Path) -> None:
    rules = learned(tmp_path, "&beasts 0.6", "তুই 0.5", "শিয়াল -0.5", beasts="গরু, শিয়াল")
    for text in ("তুই গরু", "তুই গরুর", "tui goru"):
        assert bool(found(rules, text)) == (not text.isascii()), text  # `তুই` is no entry in Latin letters
    assert not found(rules, "তুই ছাগল")
    assert not found(rules, "তুই শিয়াল")
    assert not found(learned(tmp_path / "b", "&beasts 3", beasts="গরু"), "গরু হাটে উঠেছে")  # no word of its own adds


def test_it_warns_and_names_its_row(tmp_path: Path) -> None:
    match = learned(tmp_path, "অকর্মা 0.7", "লোভী 0.4").look(normalise("অকর্মা ও লোভী"))[0]
    assert match.severity is Severity.WARN
    assert match.term.source == f"learned/nga.tsv#{normalise('অকর্মা')}"
    assert match.message.bn == "মনে হচ্ছে"
    assert match.word_list.clause == "9.nga"


def test_no_profile_makes_a_row_that_is_enough_alone_block(tmp_path: Path) -> None:
    match = learned(tmp_path, "অকর্মা 1.5").look(normalise("অকর্মা"))[0]
    assert Finding.of_match(match, "").cap is Severity.WARN


def test_a_table_may_speak_for_a_check_and_advise(tmp_path: Path) -> None:
    learned(tmp_path, "কেক 0.6", "মোমবাতি 0.5")
    path = tmp_path / "learned" / "nga.tsv"
    head = HEAD.replace("9.nga", "6.ga") + "# check: personal/family\n# severity: advise\n"
    path.write_text(path.read_text(encoding="utf-8").replace(HEAD, head), encoding="utf-8")
    match = Ruleset(load([tmp_path])[0]).look(normalise("কেক আর মোমবাতি"))[0]
    assert (match.word_list.folder, match.word_list.id, match.severity) == ("personal", "family", Severity.ADVISE)
    assert match.term.source.startswith("learned/nga.tsv#") and match.how == "learned"


@pytest.mark.parametrize(
    "line",
    [
        "# severity: block",
        "# severity: loud",
        "# check: family",
        "# check: /family",
        "# cued: 0.4",
        "# cues: sermons",
        "# beside: 2",
        "# instead.en: Say",
    ],
)
def test_a_head_that_cannot_be_is_a_fault(tmp_path: Path, line: str) -> None:
    learned(tmp_path, "অকর্মা 1")
    path = tmp_path / "learned" / "nga.tsv"
    path.write_text(f"{HEAD}{line}\n{normalise('অকর্মা')}\t1\n", encoding="utf-8")
    _, faults = load([tmp_path])
    assert [(fault.line, fault.fatal) for fault in faults] == [(6, True)]  # at its own line


@pytest.mark.parametrize(
    "line, cure",
    [
        ("# unles: sermons", "unless"),
        ("# Unless: sermons", "unless"),
        ("# cue: sermons", "cues"),
        ("# besides: 0.5", "beside"),
        ("# checks: personal/family", "check"),
        ("# severty: advise", "severity"),
        ("# title bn: শেখা", "title.bn"),
        ("# unless: sermons", ""),
        ("# note: struck rows were seen by two people", ""),  # remarks are free
        ("# Learned by hand: see the rows below", ""),
        ("# শেখা ওজন: হাতে লেখা নয়", ""),
    ],
)
def test_what_is_nearly_a_name_of_the_head_is_a_fault(tmp_path: Path, line: str, cure: str) -> None:
    learned(tmp_path, "অকর্মা 1", sermons="ওয়াজ")
    path = tmp_path / "learned" / "nga.tsv"
    path.write_text(f"{HEAD}{line}\n{normalise('অকর্মা')}\t1\n", encoding="utf-8")
    found = [(fault.line, fault.fatal, fault.said.en.rpartition("write ")[2]) for fault in load([tmp_path])[1]]
    assert found == ([(6, True, f"'{cure}:'")] if cure else [])


def test_a_head_is_written_as_it_is_read(ruleset: Ruleset) -> None:
    for table in (*ruleset.learned.tables, *ruleset.learned.shared):
        remarks = {"method", "learned", "শেখা ওজন", "Learned weights"}
        own = {"check": table.check} if "check" not in table.head else {}  # one that speaks for itself names none
        assert written_head(table) == own | {name: said for name, said in table.head.items() if name not in remarks}


def test_of_two_tables_for_one_check_one_is_told(tmp_path: Path) -> None:
    learned(tmp_path, "অকর্মা 0.8", "লোভী 0.3", "তারা 0.1")
    said = f"{HEAD}# check: learned/nga\n" + "".join(f"{normalise(word)}\t0.5\n" for word in ("লোভী", "কুটিল"))
    (tmp_path / "learned" / "said-nga.tsv").write_text(said, encoding="utf-8")
    rules = Ruleset(load([tmp_path])[0])
    assert found(rules, "অকর্মা, লোভী, কুটিল") == ["অকর্মা…লোভী"]
    assert found(rules, "তারা লোভী, কুটিল") == ["লোভী…কুটিল"]
    assert found(rules, "অকর্মা, কুটিল") == []  # tables do not add up with each other


def test_a_shared_table_adds_to_its_rivals_and_is_told_by_its_own_row(tmp_path: Path) -> None:
    learned(tmp_path, "অকর্মা 0.8")
    folder = tmp_path / "learned"
    rival = f"{HEAD}# rival: letter\n"
    (folder / "said-nga.tsv").write_text(
        f"{rival}{normalise('লোভী')}\t0.5\n{normalise('কুটিল')}\t0.3\n", encoding="utf-8"
    )
    said = "".join(f"{normalise(word)}\t{weight}\n" for word, weight in (("কুটিল", 0.4), ("তারা", 0.2), ("ভালো", -0.6)))
    (folder / "said.tsv").write_text(f"# adds_to: letter\n{said}", encoding="utf-8")
    rules = Ruleset(load([tmp_path])[0])
    assert found(rules, "লোভী, কুটিল") == ["লোভী…কুটিল"]  # .5 + .3 + .4
    assert found(rules, "তারা লোভী, কুটিল, ভালো") == []
    assert found(rules, "তারা কুটিল") == []
    assert found(rules, "তারা অকর্মা") == []  # nothing is added to a table that is no rival
    (match,) = rules.look(normalise("কুটিল লোভী ওরা"))
    assert match.term.source == f"learned/said.tsv#{normalise('কুটিল')}"  # the heavier of two rows of one entry
    struck = (folder / "said.tsv").read_text(encoding="utf-8").replace("\t0.4", "\t0.4\t0\t0\tstruck")
    (folder / "said.tsv").write_text(struck, encoding="utf-8")
    assert found(Ruleset(load([tmp_path])[0]), "লোভী, কুটিল") == []


def test_a_shared_table_that_adds_to_nothing_is_a_fault(tmp_path: Path) -> None:
    learned(tmp_path, "অকর্মা 0.8")
    (tmp_path / "learned/said.tsv").write_text(f"# adds_to: letters\n{normalise('কুটিল')}\t1\n", encoding="utf-8")
    (fault,) = load([tmp_path])[1]
    assert fault.file == f"{tmp_path.name}/learned/said.tsv" and "no table has 'rival: letters'" in fault.said.en


def test_a_struck_row_never_counts_and_an_office_may_strike(tmp_path: Path) -> None:
    assert found(learned(tmp_path / "a", "* 0.3", "অকর্মা 0.8 | struck"), "অকর্মা") == []
    assert found(learned(tmp_path / "a", "* 0.3", "অকর্মা 0.8"), "অকর্মা") == ["অকর্মা"]
    local = tmp_path / "b" / "learned"
    local.mkdir(parents=True)
    (local / "nga.tsv").write_text(f"{normalise('অকর্মা')}\t0\t0\t0\tstruck\n", encoding="utf-8")
    (tmp_path / "b" / "groups").mkdir()
    lists, _ = load([tmp_path / "a", tmp_path / "b"])
    assert found(Ruleset(lists), "অকর্মা") == []


def test_names_of_a_kind_are_equal(tmp_path: Path) -> None:
    rules = learned(
        tmp_path, "@party 0.3", "ধ্বংস 0.5", "@party ধ্বংস 0.3", "লাল* 0.8", "লালসালু 0.1", "কেনা 0.2", parties="লাল, নীল"
    )
    for party in ("লাল", "নীল", "লালের", "নীলের"):
        assert bool(rules.look(normalise(f"{party} ধ্বংস"))), party
        assert not rules.look(normalise(party)), party
    assert not rules.look(normalise("লাল নীল লাল"))  # a kind counts once
    assert rules.look(normalise("লালসালু কেনা"))  # no form of the name


@pytest.mark.parametrize(
    "text, expected",
    [
        ("ইসলাম ভণ্ড", True),
        ("ইসলামকে ভণ্ড বলা", True),
        ("লোকটি ইসলাম মানে না, ভণ্ড", True),
        ("রফিকুল বলে ইসলাম ভণ্ড", True),  # no name behind another
        ("রফিকুল ইসলাম বলে ইসলাম ভণ্ড", True),
        ("রফিকুল ইসলাম ভণ্ড", False),
        ("ভণ্ড রফিকুল ইসলাম", False),
        ("রফিকুল ইসলামকে ভণ্ড বলা", False),
        ("রফিকুল রহমান ভণ্ড", False),  # as any other surname
    ],
)
def test_a_surname_is_a_faith_only_where_it_is_nobodys_name(tmp_path: Path, text: str, expected: bool) -> None:
    rules = learned(tmp_path, "@faith 0.5", "ভণ্ড 0.5", names="[faith]\nইসলাম\n[person]\nরহমান\n")
    assert bool(found(rules, text)) is expected
    ((_, total, *_),) = totals(rules.learned, normalise(text))
    assert (total >= 1) is expected  # what `explain` shows


def test_a_leader_stands_for_the_party_in_whatever_name(tmp_path: Path) -> None:
    rules = learned(tmp_path, "@leader 0.5", "ভণ্ড 0.5", names="[leader]\nহাসিনা\n")
    assert found(rules, "শেখ হাসিনা ভণ্ড")


def test_a_plain_word_keeps_its_weight_in_a_name(tmp_path: Path) -> None:
    assert found(learned(tmp_path, "খাতুন 0.5", "রোগী 0.5"), "রোগী সালমা খাতুন")


def test_a_list_that_found_it_is_not_said_again(tmp_path: Path) -> None:
    assert found(learned(tmp_path, "অকর্মা 0.8", "তারা 0.2"), "তারা অকর্মা কুলাঙ্গার") == ["কুলাঙ্গার"]


def test_words_of_an_address_do_not_count(tmp_path: Path) -> None:
    rules = learned(tmp_path, "okorma 0.8", "tara 0.2")
    assert not rules.look("https://okorma.example/tara")
    assert rules.look("tara okorma")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("অকর্মা ঘোড়া", []),
        ("অকর্মা লোক", ["অকর্মা"]),
        ("অকর্মা ঘোড়া দেখে অকর্মা লোক", ["অকর্মা"]),
        ("অকর্মা খচ্চর", ["অকর্মা খচ্চর"]),  # let go for another term, not as innocent
    ],
)
def test_words_that_a_lists_exception_lets_go_do_not_count(tmp_path: Path, text: str, expected: list[str]) -> None:
    learned(tmp_path, "অকর্মা 1.2")
    listed = "- term: অকর্মা\n  weight: 0.5\n  except: [অকর্মা ঘোড়া, অকর্মা খচ্চর]\n- অকর্মা খচ্চর\n"
    rules = ruleset(tmp_path, rows(listed))
    assert found(rules, text) == expected
    assert any("1.20" in line for line in explain(text, rules)) == bool(expected)


def test_a_long_text_does_not_add_up_by_its_length(tmp_path: Path) -> None:
    rules = learned(tmp_path, "অকর্মা 0.6", "লোভী 0.6")
    filler = "প্রশিক্ষণ কর্মসূচি যথাসময়ে অনুষ্ঠিত হয়েছে। " * 8
    assert not rules.look(normalise(f"অকর্মা কেউ নেই। {filler} লোভী কেউ নেই। {filler}"))


ROADS = "The road work near the station will finish in March. Buses will take the lake side route until then. " * 2


@pytest.mark.parametrize(
    ("text", "least"),
    [
        (ROADS * 3, 3),
        (ROADS.replace(". ", " | ") * 3, 3),  # a bar written for a danda
        (ROADS.replace(". ", "; ") * 3, 1),
        (ROADS.replace(".", " e.g.") * 3, 1),  # abbreviations close none
        (ROADS.replace("March. ", "no. ").replace("then. ", "then.\u2028") * 3, 2),
        (ROADS, 1),
    ],
)
def test_a_full_stop_ends_a_stretch(text: str, least: int) -> None:
    normal = normalise(text)
    cuts = list(stretches(normal))
    assert len(cuts) == least
    assert "".join(normal[start:end] for start, end in cuts) == normal


@pytest.mark.parametrize(
    "row",
    [
        "শব্দ\tঅনেক",
        "শব্দ\tnan",
        f"শব্দ\t{HEAVIEST + 1}",
        "শব্দ\t1\t1\t1\tgone",
        "শব্দ\t1\t0\t0\t\tstruck",
        "\t1",
        '"শব্দ"\t1\t1\t1\tstruck',
    ],
)
def test_a_bad_row_is_a_fault_with_its_line(tmp_path: Path, row: str) -> None:
    learned(tmp_path, "অকর্মা 1")
    path = tmp_path / "learned" / "nga.tsv"
    path.write_text(HEAD + row + "\n", encoding="utf-8")
    _, faults = load([tmp_path])
    assert [(fault.line, fault.fatal) for fault in faults] == [(6, True)]


def test_the_hash_knows_the_tables(tmp_path: Path) -> None:
    first = learned(tmp_path, "অকর্মা 1").hash
    assert learned(tmp_path, "অকর্মা 1", names="").hash != first
    assert learned(tmp_path, "অকর্মা 0.9").hash != first


def test_shipped_tables_are_small_named_and_free_of_names(ruleset: Ruleset) -> None:
    """A row that adds was seen in 5 texts or more where labelled comments are learned from, in 2 where our own sentences are (letters, posts)."""
    tables = ruleset.learned.tables
    clauses = {table.clause for table in tables}
    assert clauses == {
        "9.ka",
        "9.kha",
        "9.ga",
        "9.gha",
        "9.nga",
        "9.cha",
        "9.chha",
        "5.jha",
        "7.gha",
        "6",
        "8",
        "6.kha",
        "6.ga",
        "6.gha",
    }
    assert {table.check for table in tables if table.clause[0] == "9"} == {
        f"learned/{name[2:]}" for name in clauses if name[0] == "9"
    }
    assert sum(len(table.rows) for table in (*tables, *ruleset.learned.shared)) <= 25_000
    for table in tables:
        assert table.message.bn and table.message.en and table.title.bn and table.title.en
        fewest = 5 if table.id in COMMENTS else 2
        for row in table.rows:
            assert row.hits + row.misses >= fewest or row.state or row.weight < 0, row
            words = [word for word in row.entry.split() if is_said(word)]
            assert not [word for word in words if ruleset.learned.names.kind(word)], row
            assert not ruleset.learned.names.touches(row.entry), row


def test_a_kind_of_name_alone_is_no_finding(ruleset: Ruleset) -> None:
    for kind in sorted(ruleset.learned.names.kinds):
        weights = [row.weight for table in ruleset.learned.tables for row in table.rows if row.entry == kind]
        assert max(weights, default=0) < 1, kind


def test_harmless_sentences_stay_clear(ruleset: Ruleset) -> None:
    for _, _, sentence in harmless_sentences([SHIPPED], aside=False):
        assert not ruleset.learned.look(normalise(sentence)), sentence


def test_what_weights_find_in_a_harmless_sentence_stops_no_server(tmp_path: Path) -> None:
    base = tmp_path / "ours"
    learned(base, "অকর্মা 0.8", "লোভী 0.4", parties="নীলদল")
    (base / "harmless/near").mkdir(parents=True)
    near, own = base / "harmless/near/nga.txt", base / "harmless/own.txt"
    near.write_text("অকর্মা নন, লোভীও নন\n", encoding="utf-8")
    hints = [fault for fault in lint([base], True, thoroughly=True)[1] if "harmless" in fault.said.en]
    assert [(hint.file, hint.line, hint.fatal) for hint in hints] == [("ours/harmless/near/nga.txt", 1, False)]
    near.rename(own)
    assert [(hint.file, hint.fatal) for hint in lint([base], True)[1]] == [("ours/harmless/own.txt", False)]
    with pytest.raises(FaultyLists, match=r"ours/harmless/own\.txt:1"):  # as the command tells it
        lint([base], True, thoroughly=True)
    struck = tmp_path / "struck"
    assert f"learned/nga.tsv#{normalise('অকর্মা')}; write struck" in hints[0].said.en
    (struck / "learned").mkdir(parents=True)
    (struck / "learned/nga.tsv").write_text(f"{normalise('অকর্মা')}\t0.8\t9\t1\tstruck\n", encoding="utf-8")
    assert not [fault for fault in lint([base, struck], True, thoroughly=True)[1] if "harmless" in fault.said.en]


def test_explain_tells_the_sum_and_its_rows(tmp_path: Path) -> None:
    rules = learned(tmp_path, "অকর্মা 0.7", "লোভী 0.6", "ভালো -0.2")
    told = [line for line in explain("অকর্মা, লোভী, ভালো", rules) if "learned:" in line]
    assert len(told) == 1
    assert "1.10" in told[0] and "+0.70" in told[0] and "-0.20" in told[0]
    assert not [line for line in explain("ভালো", rules) if "learned:" in line]


def test_no_length_silences_a_table(tmp_path: Path) -> None:
    rules = learned(tmp_path, "অকর্মা 2", "*+ -0.02")
    filler = " ".join("কখগঘঙচছজ"[n % 8] + "তদ"[n // 8 % 2] * (1 + n // 16) for n in range(400))
    assert len(set(filler.split())) == 400
    assert rules.look(normalise(f"{filler} অকর্মা"))


def test_what_is_told_of_a_sum_counts_its_length_too(tmp_path: Path) -> None:
    rules = learned(tmp_path, "অকর্মা 1.2", "*+ -0.1")
    told = [line for line in explain("এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো অকর্মা", rules) if "learned:" in line]
    assert len(told) == 1
    assert "0.90" in told[0]


@pytest.mark.timed
def test_linear_and_bounded(ruleset: Ruleset) -> None:
    for text in ("খারাপ লোক " * 5_000, "ab cd " * 8_000, "।" * 50_000, "শালা। " * 8_000):
        start = time.process_time()  # a busy machine's clock would tell of others' work
        ruleset.learned.look(text)
        assert time.process_time() - start < 1.0
