"""Learning on invented sentences: what it finds, what it must not touch. Needs tests/quality/requirements.txt."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from server.commands import wordlists_commands
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset
from tests.service.offices import small_app
from tests.wordlists.lists import rows, ruleset

pytest.importorskip("sklearn")

import numpy as np
from scipy.sparse import csr_matrix

from server.wordlists.learned.parts import BEYOND
from server.wordlists.learning import limits
from server.wordlists.learning.learner import Learner, worth_a_row
from server.wordlists.learning.limits import Thresholds, each, shared
from server.wordlists.learning.matrix import Matrix, Reader
from server.wordlists.learning.plans import COMMENTS, Plan
from server.wordlists.learning.rows import Example, Truth, begun, near_to, read_examples
from server.wordlists.learning.spoiled import plain_words
from server.wordlists.learning.tables import Harmless, learn_tables
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.table import Row, Table, read_table

pytestmark = pytest.mark.thorough

PEOPLE = ["লোকটা", "মেয়েটা", "ছেলেটা", "প্রতিবেশী", "দোকানদার", "কর্মচারী", "মালিক", "খেলোয়াড়"]
BAD = ["অকর্মা", "ধাপ্পাবাজ", "হাড়বজ্জাত", "নচ্ছার"]
GOOD = ["পরিশ্রমী", "সময়নিষ্ঠ", "মনোযোগী", "সহানুভূতিশীল"]
NOTICES = ["সভা", "প্রশিক্ষণ", "কর্মশালা", "নিবন্ধন", "টিকাদান", "ভর্তি", "বিতরণ", "পরিদর্শন"]
ROWS = [
    *(
        {"text": f"{who} একটা {word} {end}", "labels": ["nga"] if word in BAD else ["benign"], "kind": "comment"}
        for who in PEOPLE
        for word in (*BAD, *GOOD)
        for end in ("", "রে ভাই", "সবাই জানে")
    ),
    *(
        {"text": f"{place} উপজেলায় {what} অনুষ্ঠিত হয়েছে", "labels": ["benign"], "kind": "gov"}
        for place in ("নীলকান্দি", "সোনাতলা", "রূপগাঁও")
        for what in NOTICES
    ),
]


@pytest.fixture(autouse=True)
def soon_cooled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thresholds of a few hundred texts are found in fewer steps than those of a hundred thousand."""
    monkeypatch.setattr(limits, "STEPS", 2_000)
    monkeypatch.setattr(limits, "TAUGHT_STEPS", 2_000)


def labelled(data: Path) -> Path:
    """The folder, with ROWS in it."""
    data.mkdir(parents=True)
    rows_of_data = "\n".join(json.dumps({"id": n, "maybe": [], **row}) for n, row in enumerate(ROWS))
    (data / "rows.jsonl").write_text(rows_of_data, encoding="utf-8")
    return data


def learned(base: Path, extra: str = "") -> Table:
    """The table learned from ROWS, over one of these lines, with invented lists in `base`."""
    data = labelled(base / "data")
    ruleset(base / "lists", rows("- কুলাঙ্গার"))
    (base / "lists" / "harmless").mkdir()
    (base / "lists" / "harmless" / "own.txt").write_text("অকর্মা গাছ কেটে নতুন চারা রোপণ\n", encoding="utf-8")
    out = base / "lists" / "learned"
    out.mkdir()
    (out / "names.txt").write_text("[person]\nনচ্ছার\n", encoding="utf-8")
    if extra:
        (out / "nga.tsv").write_text(extra, encoding="utf-8")
    assert learn_tables(data, [base / "lists"], out, Harmless(), lambda _: None) == []
    return read_table(out / "nga.tsv", Faults("nga.tsv"))


def test_what_is_taught_becomes_a_table_of_its_check(tmp_path: Path) -> None:
    taught = tmp_path / "lists" / "taught"
    taught.mkdir(parents=True)
    joys = [
        f"{who} {what} {how}"
        for who in ("নাতি", "ভাগ্নি", "জামাই", "বউমা")
        for what in ("কেক", "ফুচকা", "পায়েস", "বায়না")
        for how in ("খায়", "ধরে", "চায়", "আনে")
    ]
    (taught / "family.txt").write_text("# own sentences\n" + "\n".join(joys) + "\n", encoding="utf-8")
    learned(tmp_path)
    table = read_table(tmp_path / "lists" / "learned" / "family.tsv", Faults("family.tsv"))
    assert (table.clause, table.check, table.severity) == ("6.ga", "personal/family", Severity.WARN)
    found = Ruleset(load([tmp_path / "lists"])[0]).look(normalise("নাতি পায়েস চায়"))
    assert [match.word_list.id for match in found] == ["family"]
    assert not (tmp_path / "lists" / "learned" / "flattery.tsv").exists()  # nothing was taught of it


def by_entry(table: Table) -> dict[str, Row]:
    """Its rows by entry."""
    return {row.entry: row for row in table.rows}


def test_it_finds_the_words_that_tell(tmp_path: Path) -> None:
    found = by_entry(learned(tmp_path))
    assert found["ধাপ্পাবাজ"].weight > 0.1
    assert (found["ধাপ্পাবাজ"].hits, found["ধাপ্পাবাজ"].misses) == (24, 0)
    assert found["পরিশ্রমি"].weight < 0
    assert found["সভা"].weight < 0 if "সভা" in found else True
    assert all(row.hits + row.misses >= 5 for row in found.values())


def test_what_is_said_at_length_has_to_say_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMENTS, "nga", replace(COMMENTS["nga"], slope=0.1))
    assert by_entry(learned(tmp_path))[BEYOND].weight < 0


def test_it_learns_no_name(tmp_path: Path) -> None:
    assert not [entry for entry in by_entry(learned(tmp_path)) if "নচ্ছার" in entry]


def test_struck_and_pinned_rows_stay(tmp_path: Path) -> None:
    old = "# unless: warnings\n# message.bn: নিজেদের কথা\n# instead.bn: সূত্র দিন\nধাপ্পাবাজ\t0.4\t1\t1\tstruck\nনতুন\t0.9\t1\t1\tpinned\n"
    table = learned(tmp_path, old)
    found = by_entry(table)
    assert found["ধাপ্পাবাজ"][1:5] == (0.4, 1, 1, "struck")
    assert found["নতুন"][1:5] == (0.9, 1, 1, "pinned")
    assert (table.message.bn, table.instead.bn, table.unless) == ("নিজেদের কথা", "সূত্র দিন", ("warnings",))


@pytest.mark.parametrize("own", [False, True], ids=["elsewhere", "an office's own folder"])
def test_what_the_lists_fix_stays_wherever_the_tables_go(tmp_path: Path, own: bool) -> None:
    data, base, office = labelled(tmp_path / "data"), tmp_path / "lists", tmp_path / "office"
    head = "# unless: test\n# title.bn: নিজেদের নাম\n# message.bn: নিজেদের কথা\n# instead.bn: সূত্র দিন\n"
    ruleset(base, rows("- কুলাঙ্গার"))
    (base / "learned").mkdir()
    (base / "learned/nga.tsv").write_text(f"{head}ধাপ্পাবাজ\t0.4\t1\t1\tstruck\nনতুন\t0.9\t1\t1\tpinned\n", encoding="utf-8")
    out = office / "learned"
    out.mkdir(parents=True)
    ran_before = "# message.bn: এখানকার কথা\nনতুন\t0.2\t9\t0\nঅকর্মা\t0.3\t1\t1\tpinned\n"
    (out / "nga.tsv").write_text(ran_before if not own else "অকর্মা\t0.3\t1\t1\tpinned\n", encoding="utf-8")
    (base / "learned/plain.txt").write_text("দুধ\n!চারা\n", encoding="utf-8")
    (out / "plain.txt").write_text("ছাগল\n!সভা\n", encoding="utf-8")
    folders = [base, office] if own else [base]
    assert learn_tables(data, folders, out, Harmless(), lambda _: None, ["comments"]) == []
    table = read_table(out / "nga.tsv", Faults("nga.tsv"))
    fixed = {row.entry: row[1:5] for row in table.rows if row.state}
    assert fixed == {
        "ধাপ্পাবাজ": (0.4, 1, 1, "struck"),
        "নতুন": (0.9, 1, 1, "pinned"),
        "অকর্মা": (0.3, 1, 1, "pinned"),
    }
    assert len(table.rows) > len(fixed)
    assert table.message.bn == ("নিজেদের কথা" if own else "এখানকার কথা")
    assert (table.title.bn, table.instead.bn, table.unless) == ("নিজেদের নাম", "সূত্র দিন", ("test",))
    plain = (out / "plain.txt").read_text(encoding="utf-8").splitlines()
    assert {"!চারা", "!সভা", "দুধ", "ছাগল"} <= set(plain)


@pytest.mark.parametrize(
    ("file", "written", "told"),
    [
        ("lists/learned/nga.tsv", "কথা\t0.4\t1\t1\tstrukc\n".encode(), "lists/learned/nga.tsv:1: "),
        ("lists/prohibited/test.yaml", b"id: test\n", "lists/prohibited/test.yaml:1: "),
        ("lists/taught/family.txt", b"# own\ncaf\xe9\n", "taught/family.txt:2: "),
        ("out/nga.tsv", "কথা\t0.4\t1\t1\tstrukc\n".encode(), "out/nga.tsv:1: "),
        ("out/plain.txt", "দুই শব্দ\n".encode(), "out/plain.txt:1: "),
        ("data/more.jsonl", b'\n{"text": "a"}\n', "data/more.jsonl:2: "),
        ("more", b'{"txt": "a"}\n', "more:1: "),
    ],
)
def test_what_cannot_be_used_stops_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, written: bytes, told: str
) -> None:
    data, out, more = labelled(tmp_path / "data"), tmp_path / "out", tmp_path / "more"
    ruleset(tmp_path / "lists", rows("- কুলাঙ্গার"))
    more.write_text('{"text": "সভা"}\n', encoding="utf-8")
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_bytes(written)
    was = sorted(out.iterdir()) if out.exists() else []
    monkeypatch.setenv("JACHAI_WORDLISTS", str(tmp_path / "lists"))
    options = ["learn", "--data", str(data), "--out", str(out), "--harmless", str(more)]
    result = small_app(tmp_path / "app").test_cli_runner().invoke(wordlists_commands, options)
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit), result.exception
    assert told in result.output and " | " in result.output and "texts, " not in result.output
    assert (sorted(out.iterdir()) if out.exists() else []) == was


def test_two_runs_agree(tmp_path: Path) -> None:
    assert learned(tmp_path / "a").rows == learned(tmp_path / "b").rows


def examples_of(labels: str, kind: str, count: int) -> list[Example]:
    """So many texts that say nothing of themselves."""
    return [Example(f"লেখা {kind} {n}", frozenset(labels.split()), frozenset(), kind, "own") for n in range(count)]


def test_a_plain_word_is_one_of_offices_or_an_english_one_of_which_no_list_knows_ill(tmp_path: Path) -> None:
    lists = ruleset(tmp_path, rows("- idiot"))
    text = replace(examples_of("nga", "comment", 1)[0], text="choose your idiot হাড়বজ্জাত")
    spoken = replace(examples_of("", "harmless", 1)[0], text="রানে জয়ী")
    begun_with = replace(spoken, text="মুছে দেওয়া", kind="begun")
    by_the_way = replace(spoken, text="কাণ্ড")
    found = plain_words([text, spoken, begun_with, spoken, begun_with, spoken, by_the_way], lists.belongs)
    assert {"choose", "your", "রানে"} <= found and not {"idiot", "হাড়বজ্জাত", "মুছে", "কাণ্ড"} & found


def test_official_texts_are_shown_begun_too(tmp_path: Path) -> None:
    official = replace(examples_of("", "gov", 1)[0], text="আজ সকাল দশটায় গণশুনানি হবে")
    texts = [(number, one.text) for number, one in begun([*examples_of("nga", "comment", 1), official])]
    assert texts == [(1, "আজ সকাল"), (1, "আজ সকাল দশটায় গণশুনানি")]


def test_thresholds_keep_the_limits_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tables, each of which alone could take all false alarms that are allowed."""
    examples = [
        *examples_of("kha", "comment", 100),
        *examples_of("nga", "comment", 100),
        *examples_of("", "comment", 200),
        *examples_of("", "law", 200),
    ]
    truth = Truth(examples, ruleset(tmp_path, rows("- কুলাঙ্গার")), ("nga", "kha"))
    numbers = np.arange(600)
    scores = {
        "kha": np.where(numbers < 100, 0.3 + numbers / 100, 0.0) + np.where(numbers >= 500, (numbers - 500) / 125, 0),
        "nga": np.where(numbers < 200, 0.3 + numbers / 200, 0.0)
        + np.where((numbers >= 400) & (numbers < 500), (numbers - 400) / 125, 0),
    }
    flagged = {}
    for limit in (0.05, 0.4):
        monkeypatch.setitem(limits.LIMITS, "G1", limit)
        found = Thresholds(truth, scores).found()
        assert found == Thresholds(truth, scores).found()
        flagged[limit] = np.logical_or.reduce([scores[clause] >= found[clause].bangla for clause in scores])
        assert flagged[limit][400:].mean() <= limit
    assert 0.5 < flagged[0.05][:200].mean() < flagged[0.4][:200].mean()


def test_of_entries_that_say_the_same_one_has_a_row() -> None:
    flagged = np.arange(300) < 100
    word = flagged.copy()
    sound = np.arange(300) < 130  # in thirty texts more, and it tells nothing that the word does not
    other = np.arange(300) % 3 == 0
    counts = csr_matrix(np.column_stack([word, sound, other]).astype(np.float32))
    assert list(worth_a_row(counts, flagged, np.ones(300), Plan(3, (), {}), 1)) == [0]


def test_a_table_of_a_letter_spares_abuse_that_breaks_others(tmp_path: Path) -> None:
    examples = [
        *(replace(one, maybe=frozenset({"said-kha"})) for one in examples_of("kha", "hate", 50)),
        *examples_of("nga", "hate", 100),
        *examples_of("said-kha", "taught", 100),
        *examples_of("", "law", 100),
    ]
    truth = Truth(examples, ruleset(tmp_path, rows("- কুলাঙ্গার")), ("said-kha",))
    scores = {"said-kha": np.concatenate([np.full(50, 9.0), np.arange(100) / 100, np.arange(100) / 90, np.zeros(100)])}
    for share in (0.1, 0.3):
        plan = Plan(1, (), {}, others=share)
        cut = shared(truth, scores, {"said-kha": plan})["said-kha"].bangla
        assert share - 0.03 <= (scores["said-kha"][50:150] >= cut).mean() <= share + 0.001


def test_taught_tables_share_their_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them tells its texts at no price, the other at the price of every fifth official text."""
    examples = [
        *examples_of("said-kha", "taught", 100),
        *examples_of("said-nga", "taught", 100),
        *examples_of("", "law", 100),
    ]
    plans = {name: Plan(1, (), {}) for name in ("said-kha", "said-nga")}
    truth = Truth(examples, ruleset(tmp_path, rows("- কুলাঙ্গার")), tuple(plans))
    of_kha, of_nga = np.zeros(300), np.zeros(300)
    of_kha[:100] = of_nga[100:200] = np.linspace(0.2, 1, 100)
    of_nga[200:220] = np.linspace(0.2, 1, 20)
    scores = {"said-kha": of_kha, "said-nga": of_nga}
    told = {}
    for limit in (0.0, 0.1):
        monkeypatch.setitem(limits.SHARED, "G1", limit)
        cuts = shared(truth, scores, plans)
        assert cuts == shared(truth, scores, plans)
        told[limit] = {name: scores[name] >= cut.bangla for name, cut in cuts.items()}
        assert (told[limit]["said-kha"] | told[limit]["said-nga"])[200:].mean() <= limit
    assert all(found["said-kha"][:100].mean() > 0.85 for found in told.values())
    assert told[0.0]["said-nga"].sum() == 0 < told[0.1]["said-nga"][100:200].mean() < 0.7


def test_a_table_of_posts_keeps_its_own_limits_in_each_script(tmp_path: Path) -> None:
    """Near misses in English score higher than those in Bangla, so English posts have to score more."""
    near = examples_of("", "harmless", 1)[0]
    examples = [
        *examples_of("family", "taught", 100),
        *examples_of("", "law", 200),
        *(replace(near, text=f"কথা {n}", source=near_to("family")) for n in range(100)),
        *(
            replace(near, text=f"some other thing that is said about it {n}", source=near_to("family"))
            for n in range(200)
        ),
        *(replace(near, text=f"ar o kotha {n}", source=near_to("family")) for n in range(10)),
        *(replace(near, text=f"কথা {n}", source=near_to("victim")) for n in range(100)),
    ]
    truth = Truth(examples, ruleset(tmp_path, rows("- কুলাঙ্গার")), ("family",))
    of_law = np.zeros(200)
    scores = {
        "family": np.concatenate(
            [
                np.full(100, 5.0),
                of_law,
                np.arange(100) / 100,
                2 + np.arange(200) / 200,
                np.full(10, 3.0),
                np.full(100, 9.0),
            ]
        )
    }
    cut = each(truth, scores, {"family": Plan(1, (), {}, near=0.1)})["family"]
    assert cut.bangla == pytest.approx(0.9, abs=0.02) and cut.english == pytest.approx(2.9, abs=0.02)
    assert cut.latin == pytest.approx(np.quantile(scores["family"][300:610], 0.9))  # too few of its own: those of all
    assert each(truth, scores, {"family": Plan(1, (), {}, near=0.1, harmless=0.1)})["family"].bangla == 9.0


def test_senses_have_rows_in_pairs_alone_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/senses.txt").write_text("[woman]\nনারী মেয়ে\n[mocking]\nঠাট্টা হাসাহাসি\n", encoding="utf-8")
    lists = ruleset(tmp_path, rows("- কুলাঙ্গার"))
    texts = [normalise(f"{who} {what}") for who in ("নারী", "মেয়ে") for what in ("ঠাট্টা", "হাসাহাসি")] * 4
    matrix = Matrix(texts, Reader(texts, lists.learned.names, lists.kinds_of, lists.senses.names), 2)
    offered = [[matrix.entries[column] for column in matrix.offered(most)] for most in range(3)]
    senses = [[entry for entry in some if entry.startswith("&")] for some in offered]
    assert not senses[0] and not [entry for entry in senses[1] if "+" in entry]
    assert set(senses[1]) | set(senses[2]) == set(senses[2]) and offered[0]


def test_whether_abuse_is_of_the_taught_kind_nobody_said(tmp_path: Path) -> None:
    lines = [{"text": "লেখা", "labels": ["kha"], "maybe": ["cha"]}, {"text": "লেখা", "labels": ["benign"], "maybe": []}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    abuse, harmless = read_examples(tmp_path)
    assert {"said-kha", "said-cha", "said-nga"} <= abuse.maybe and "said-ga" not in abuse.maybe
    assert not harmless.maybe


def test_the_shipped_tables_are_as_they_were_written() -> None:
    """Sorted by entry, five columns at most: a later run changes only the lines that changed."""
    for table in load([SHIPPED])[0].learned:
        entries = [row.entry for row in table.rows]
        assert entries == sorted(entries), table.id


def test_what_letters_have_in_common_is_a_table_that_adds_to_them(tmp_path: Path) -> None:
    taught = tmp_path / "lists" / "taught"
    taught.mkdir(parents=True)
    for letter, what in (("ka", ("নিশান", "পদক", "মিনার", "স্মারক")), ("cha", ("ভাবি", "বউমা", "জামাই", "বুয়া"))):
        lines = [f"{who} {thing} নিয়ে {word}" for thing in what for who in PEOPLE[:4] for word in (*BAD[:3], "রঙ্গরস")]
        (taught / f"said-{letter}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    learned(tmp_path)
    tables = {table.id: table for table in load([tmp_path / "lists"])[0].learned}
    assert tables["said"].adds_to == tables["said-ka"].rival == tables["said-cha"].rival == "letter"
    row = by_entry(tables["said"])[normalise("রঙ্গরস")]
    assert row.weight > 0 and (row.hits, row.misses) == (32, 0)
    found = Ruleset(load([tmp_path / "lists"])[0]).look(
        normalise("দোকানদার মিনার নিয়ে রঙ্গরস, সকাল বিকাল দুপুর রাত এপাশ ওপাশ এদিক ওদিক")  # few words weigh less
    )
    assert [match.word_list.clause for match in found] == ["9.ka"]


def test_what_is_left_out_teaches_nothing(tmp_path: Path) -> None:
    learned(tmp_path)
    lists = load([tmp_path / "lists"])[0]
    examples = read_examples(tmp_path / "data")
    learner = Learner(examples, Ruleset(replace(lists, learned=())), lists.names)
    left_out = np.array(["ধাপ্পাবাজ" in example.text for example in examples])
    found = {row.entry: row for row in learner.without(left_out).learn()["nga"]}
    assert "ধাপ্পাবাজ" in {row.entry for row in learner.learn()["nga"]}
    assert "ধাপ্পাবাজ" not in found and found["অকর্মা"].hits == 24
    assert len(learner.without(left_out).truth.kinds) < len(learner.truth.kinds)  # the first is as it was
