"""The command line: flask check and flask wordlists lint, as a person and as a pipe."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import orjson
import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from server import create_app
from server.checks import known_checks
from server.commands import check_command, wordlists_commands
from server.settings import Settings
from server.wordlists.reading import folders as reading_folders
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.tending.unheard import unheard_of
from tests.service.offices import small_app, write_list
from tests.wordlists.lists import ruleset

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parents[1]
SHIPPED_NAMES = shutil.ignore_patterns("mandates.yaml", "leanings.yaml")  # of lists that these tests have not


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def test_check_tells_a_person(runner: FlaskCliRunner) -> None:
    result = runner.invoke(check_command, ["আসন্ন নির্বাচনে নৌকায় ভোট দিন"])
    assert result.exit_code == 0
    assert "সতর্কতা" in result.output and "৯(গ)" in result.output and "নৌকায়" in result.output


def test_check_reads_standard_input(runner: FlaskCliRunner) -> None:
    assert "নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি (clear)" in runner.invoke(check_command, input="ভোটার তালিকা হালনাগাদ").output


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("সে কুলাঙ্গার".encode("utf-8-sig"), 0, "[3-12] «কুলাঙ্গার»"),  # Windows' editor puts a mark in front
        ("সে কুলাঙ্গার".encode("utf-16"), 2, "the text is not UTF-8; save it as UTF-8\n"),
        (b"caf\xe9 \x93x\x94", 2, "the text is not UTF-8; save it as UTF-8\n"),
    ],
)
def test_check_reads_what_an_editor_saved(written: bytes, code: int, told: str, tmp_path: Path) -> None:
    result = small_app(tmp_path).test_cli_runner().invoke(check_command, input=written)
    assert result.exit_code == code and told in result.output
    assert not code or result.output.count("\n") == 1


def test_check_and_explain_tell_what_the_profile_and_the_switch_make_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_list(tmp_path / "lists", "কুলাঙ্গার")
    (tmp_path / "offices").mkdir()
    profile = "id: ka\nnames: {bn: ক দপ্তর}\nseverity: {prohibited/service-words: block}\n"
    (tmp_path / "offices/ka.yaml").write_text(profile, encoding="utf-8")
    (tmp_path / "switch.yaml").write_text("all: {mode: hold, message: {bn: আজ ভোট}}\n", encoding="utf-8")
    for name, path in (("WORDLISTS", "lists"), ("INSTITUTIONS", "offices"), ("SWITCH", "switch.yaml")):
        monkeypatch.setenv(f"JACHAI_{name}", str(tmp_path / path))
    runner = create_app(Settings.from_environment()).test_cli_runner()
    for command, *asked in ((check_command, "সে কুলাঙ্গার"), (wordlists_commands, "explain", "সে কুলাঙ্গার")):
        told = runner.invoke(command, asked).output
        assert "স্থগিত (block)\n  কেন্দ্রীয় সুইচ | the central switch: hold: আজ ভোট\n" in told, told
    line = runner.invoke(check_command, ["--jsonl"], input='{"text": "সভা"}').output
    assert json.loads(line)["verdict"] == "clear" and json.loads(line)["switch"]["mode"] == "hold"


def test_of_an_offices_own_folder_alone_are_hints_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folders = [tmp_path / "a-shipped", tmp_path / "b-office"]
    ruleset(folders[0], "  - চোর\n  - চোরের\n")
    write_list(folders[1], "বলদের", "ours")
    with (folders[1] / "prohibited/ours.yaml").open("a", encoding="utf-8") as more:
        more.write("  - বলদ\n")
    for name in ("mandates", "leanings"):
        (folders[0] / "data").mkdir(exist_ok=True)
        (folders[0] / f"data/{name}.yaml").write_text("{}\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_LEARNED", "off")
    runner = create_app(Settings(wordlists=tuple(folders))).test_cli_runner()
    result = runner.invoke(wordlists_commands, ["lint", "--hints", *map(str, folders)])
    told = [line.partition(":")[0] for line in result.output.splitlines() if "(hint)" in line]
    assert told == ["b-office/prohibited/ours.yaml"], result.output
    assert f"| hints about the shipped lists: 1; to see them: wordlists lint --hints {folders[0]}\n" in result.output
    monkeypatch.setattr(reading_folders, "SHIPPED", folders[0])
    first = tmp_path / "c-first"  # with data in the place of shipped ones; it lies below those lists all the same
    shutil.copytree(SHIPPED / "data", first / "data", ignore=shutil.ignore_patterns("parties"))
    shutil.copytree(folders[0] / "data", first / "data", dirs_exist_ok=True)
    result = runner.invoke(wordlists_commands, ["lint", "--hints", *map(str, (first, *folders))])
    assert [line.partition(":")[0] for line in result.output.splitlines() if "(hint)" in line] == told, result.output
    assert f"| hints about the shipped lists: 1; to see them: wordlists lint --hints {folders[0]}\n" in result.output


def test_a_strike_that_strikes_nothing_is_told_without_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped, office = (write_list(tmp_path / name, f"{name}শব্দ", name) for name in ("shipped", "office"))
    for folder, row in ((shipped, "অকর্মা\t1.2\t9\t1"), (office, "অকম্মা\t1.2\t9\t1\tstruck")):
        (folder / "learned").mkdir()
        (folder / "learned/nga.tsv").write_text(f"{row}\n", encoding="utf-8")
    shutil.copytree(ROOT / "wordlists/data", shipped / "data", ignore=SHIPPED_NAMES)
    for name in ("mandates", "leanings"):
        (shipped / f"data/{name}.yaml").write_text("{}\n", encoding="utf-8")
    runner = create_app(Settings(wordlists=(shipped, office))).test_cli_runner()
    told = runner.invoke(wordlists_commands, ["lint", str(shipped), str(office)]).output.splitlines()
    assert told[0].startswith("office/learned/nga.tsv:1: ইঙ্গিত (hint): struck: ‘অকম্মা’"), told
    assert told[-1].startswith("ঠিক আছে: ") and " | fine: " in told[-1]


@pytest.mark.parametrize("learned", ["on", "off"])
def test_explain_has_what_the_server_has(
    runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, learned: str
) -> None:
    lists = write_list(tmp_path, "কুলাঙ্গার")
    (lists / "learned").mkdir()
    (lists / "learned/nga.tsv").write_text("# clause: 9.nga\nঅকর্মা\t1.2\t9\t1\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_WORDLISTS", str(lists))
    monkeypatch.setenv("JACHAI_LEARNED", learned)
    told = runner.invoke(wordlists_commands, ["explain", "লোকটা অকর্মা"]).output
    assert ("learned/nga.tsv, 9.nga: 1.20" in told) is (learned == "on"), told


@pytest.mark.parametrize(
    ("learned", "expected"),
    [("on", "9.nga: +1 নতুন ধরা | newly flagged"), ("off", "none of these texts is flagged otherwise")],
)
def test_diff_has_what_the_server_has(
    runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, learned: str, expected: str
) -> None:
    old, new = (write_list(tmp_path / name, "কুলাঙ্গার") for name in ("old", "new"))
    (new / "learned").mkdir()
    (new / "learned/nga.tsv").write_text("# clause: 9.nga\nঅকর্মা\t1.2\t9\t1\n", encoding="utf-8")
    (texts := tmp_path / "texts").write_text("লোকটা অকর্মা\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_WORDLISTS", str(old))
    monkeypatch.setenv("JACHAI_LEARNED", learned)
    result = runner.invoke(wordlists_commands, ["diff", str(old), str(new), "--texts", str(texts)])
    assert result.exit_code == 0 and expected in result.output, result.output


@pytest.mark.parametrize("command", [["check"], ["wordlists", "explain"]])
def test_what_is_told_of_a_text_names_the_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """Whoever forgot to name the office's own sees that its word was not looked for."""
    shipped, office = (write_list(tmp_path / name, f"{name}শব্দ", name) for name in ("shipped", "office"))
    for folders in ((shipped,), (shipped, office)):
        named = ":".join(map(str, folders))
        monkeypatch.setenv("JACHAI_WORDLISTS", named)
        told = create_app(Settings(wordlists=folders)).test_cli_runner().invoke(args=[*command, "officeশব্দ"])
        assert told.exit_code == 0 and told.stdout.endswith(f", {named}\n"), told.output
        assert ("prohibited/office.yaml#officeশব্দ" in told.stdout) is (office in folders)
        assert told.stderr.count("looked at alone, without the shipped lists") == 1  # neither folder is a copy of them


def test_folders_without_the_shipped_lists_are_told(
    runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = "looked at alone, without the shipped lists; for a folder of your own set JACHAI_WORDLISTS="
    office, whole = (write_list(tmp_path / name, f"{name}শব্দ", name) for name in ("office", "whole"))
    shutil.copy(SHIPPED / "guideline.yaml", whole)  # a copy of the shipped lists, which has it
    shutil.copytree(SHIPPED / "data", whole / "data", ignore=SHIPPED_NAMES)
    for named, times in (([whole], 1), ([whole, office], 0)):
        monkeypatch.setenv("JACHAI_WORDLISTS", ":".join(map(str, named)))
        told = runner.invoke(wordlists_commands, ["diff", str(whole), str(office)])
        assert told.exit_code == 0 and told.stderr.count(f"{alone}{SHIPPED}:{office}\n") == times, told.output
        assert told.stderr.count(alone) == times
    for folders, times in (([office], 1), ([whole, office], 0), ([whole], 0)):
        told = runner.invoke(wordlists_commands, ["lint", *map(str, folders)])
        assert told.exit_code == 0 and told.stderr.count(f"{alone}{SHIPPED}:{office}\n") == times, told.output


def test_diff_calls_no_hint_a_fault(runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped, old = write_list(tmp_path / "shipped", "কুলাঙ্গার"), tmp_path / "old"
    shutil.copytree(shipped, old)
    path = shipped / "prohibited/service-words.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("- কুলাঙ্গার", "- {term: কুলাঙ্গার, severity: advise}"), encoding="utf-8"
    )
    monkeypatch.setenv("JACHAI_WORDLISTS", f"{shipped}:{old}")
    told = runner.invoke(wordlists_commands, ["diff", str(old), str(shipped)]).output
    assert "আগের তালিকায় | in OLD: old/prohibited/service-words.yaml:" in told and "severity: advise" in told, told
    assert "a fault in OLD" not in told


def test_diff_tells_what_a_change_of_data_changes(
    runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No list tells it: a check in code makes it of the data."""
    old, new = (write_list(tmp_path / name, "কুলাঙ্গার") for name in ("old", "new"))
    (new / "data/personal").mkdir(parents=True)
    numbers = (SHIPPED / "data/personal/numbers.yaml").read_text(encoding="utf-8")
    (new / "data/personal/numbers.yaml").write_text(numbers.replace("    - এনআইডি\n", ""), encoding="utf-8")
    (texts := tmp_path / "texts").write_text(f"রহিমের এনআইডি 1234567890\n{'ক' * 70_000}\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_WORDLISTS", str(old))
    told = runner.invoke(wordlists_commands, ["diff", str(old), str(new), "--texts", str(texts)]).output
    assert "- 6.ga block checks/identifiers#nid: 1" in told and "6.ga: +0 নতুন ধরা | newly flagged, -1 আর" in told, told


def test_diff_takes_new_data_for_what_of_the_old_cannot_be_read(
    runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that cannot read its data finds nothing: all that the new one finds would be called newly flagged."""
    old, new = (write_list(tmp_path / name, "কুলাঙ্গার") for name in ("old", "new"))
    for side in (old, new):
        shutil.copytree(SHIPPED / "data/personal", side / "data/personal")
    for name in ("data/said.yaml", "data/personal/our-names.yaml", "data/stems.yaml"):
        (old / name).write_text("cuse: {}\n", encoding="utf-8")  # the last is read before any check runs
    (texts := tmp_path / "texts").write_text("আজ সভা @rahim @karim @salam @jalil @bashir @kalam\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_WORDLISTS", str(old))
    told = runner.invoke(wordlists_commands, ["diff", str(old), str(new), "--texts", str(texts)])
    assert told.exit_code == 0 and "newly flagged" not in told.output, told.output
    for name in ("said.yaml", "our-names.yaml", "stems.yaml"):
        assert re.search(rf"a fault in OLD, so NEW's is taken: old/data/\S*{name}:\d+: ", told.output), told.output


def test_a_text_that_is_none_names_the_cure(runner: FlaskCliRunner) -> None:
    result = runner.invoke(check_command, ["কুলাঙ্গার\udcff"])
    assert result.exit_code == 2 and "surrogate" in result.output and "কুলাঙ্গার" not in result.output


def test_jsonl_answers_line_by_line_and_goes_on_after_a_bad_one(runner: FlaskCliRunner) -> None:
    lines = ['{"id": "a", "text": "কুলাঙ্গার"}', "{broken", "", '{"id": 7, "text": 5}', '{"id": "b", "text": "সভা"}']
    result = runner.invoke(check_command, ["--jsonl"], input="\n".join(lines))
    answers = [json.loads(line) for line in result.output.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", None, 7, "b"]
    assert [answer.get("verdict") for answer in answers] == ["warn", None, None, "clear"]
    assert answers[1]["error"]["code"] == "not_json" and answers[2]["error"]["code"] == "bad_field"


def test_jsonl_goes_on_after_an_id_that_cannot_be_printed(runner: FlaskCliRunner) -> None:
    lines = ['{"id": "\\ud800", "text": "সভা"}', '{"id": "\\ud800", "text": 5}', '{"id": "ক\u200dখ", "text": "সভা"}']
    result = runner.invoke(check_command, ["--jsonl"], input="\n".join(lines))
    assert [json.loads(line)["id"] for line in result.output.splitlines()] == ["\ud800", "\ud800", "ক\u200dখ"]
    assert "\\u09" not in result.output.splitlines()[-1]  # only what must be is escaped


IDS = [
    ("NaN", None), ("-Infinity", None), ("1e400", None), ("1.5", None), ("7.0", None), ("true", None), ("[1]", None),
    ('{"a": NaN}', None), ("18446744073709551616", None), ("-9223372036854775809", None), ("9" * 400, None),
    ("18446744073709551615", 2**64 - 1), ("-9223372036854775808", -(2**63)), ("0", 0), ('"NaN"', "NaN"), ('""', ""),
]  # fmt: skip


@pytest.mark.parametrize("rest", ['"text": "সভা"', '"text": "সভা", "more": NaN'], ids=["plain", "read with patience"])
def test_jsonl_gives_an_id_back_as_it_was_sent_or_refuses_it(runner: FlaskCliRunner, rest: str) -> None:
    lines = "\n".join(f'{{"id": {written}, {rest}}}' for written, _ in IDS)
    output = runner.invoke(check_command, ["--jsonl"], input=lines).output
    answers = [orjson.loads(line) for line in output.splitlines()]  # which takes no NaN
    assert [answer["id"] for answer in answers] == [name for _, name in IDS]
    refused = [answer.get("error", {}).get("code") for answer in answers]
    assert refused == ["bad_field" if name is None else None for _, name in IDS]
    assert "'id'" in answers[0]["error"]["message"] and "NaN" not in answers[0]["error"]["message"]


def test_jsonl_answers_a_line_without_an_id(runner: FlaskCliRunner) -> None:
    result = runner.invoke(check_command, ["--jsonl"], input='{"text": "সভা"}\n{"id": null, "text": "সভা"}\n')
    assert [json.loads(line)["id"] for line in result.output.splitlines()] == [None, None]
    assert '"error"' not in result.output


def test_lint_counts_what_is_fine(runner: FlaskCliRunner, tmp_path: Path) -> None:
    lists = write_list(tmp_path / "wordlists", "কুলাঙ্গার")
    shutil.copy(ROOT / "wordlists/guideline.yaml", lists)
    shutil.copytree(ROOT / "wordlists/data", lists / "data", ignore=SHIPPED_NAMES)
    result = runner.invoke(wordlists_commands, ["lint", str(lists)])
    assert result.exit_code == 0 and "ঠিক আছে" in result.output and "1 lists, 1 terms" in result.output
    assert result.output.endswith(f", {lists}\n")


def test_lint_counts_hints_and_shows_them_when_asked(runner: FlaskCliRunner, tmp_path: Path) -> None:
    lists = write_list(tmp_path / "wordlists", "কুলাঙ্গার\n  - কুলাঙ্গারের")
    shutil.copy(ROOT / "wordlists/guideline.yaml", lists)
    shutil.copytree(ROOT / "wordlists/data", lists / "data", ignore=SHIPPED_NAMES)
    counted, shown = (
        runner.invoke(wordlists_commands, ["lint", *asked, str(lists)]).output for asked in ([], ["--hints"])
    )
    told = [line for line in shown.splitlines() if "(hint)" in line]
    assert any("‘কুলাঙ্গারের’ আগে থেকেই ধরা পড়ে" in line for line in told) and "hints;" not in shown
    assert f"| {len(told)} hints;" in counted and "(hint)" not in counted  # some are of the shipped parties


def faulty(tmp_path: Path) -> Path:
    (tmp_path / "wordlists/prohibited").mkdir(parents=True)
    (tmp_path / "wordlists/prohibited/bad.yaml").write_text(
        "id: bad\nclause: 9.zha\nterms:\n  - গাধা\n", encoding="utf-8"
    )
    return tmp_path / "wordlists"


def test_lint_of_a_faulty_folder_exits_1(runner: FlaskCliRunner, tmp_path: Path) -> None:
    result = runner.invoke(wordlists_commands, ["lint", str(faulty(tmp_path))])
    assert result.exit_code == 1
    assert result.output.startswith("wordlists/prohibited/bad.yaml:1: ")
    assert "wordlists/prohibited/bad.yaml:2: " in result.output
    assert "run it again" in result.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [("wordlists/prohibited/service-words.yaml", "service-words.yaml:1: এটি ফাইল, ফোল্ডার নয়; "), ("wordlist", "wordlist:1: এই ফোল্ডারটি নেই; ")],
)  # fmt: skip
def test_lint_of_what_is_no_folder_says_what_to_name(
    runner: FlaskCliRunner, tmp_path: Path, name: str, told: str
) -> None:
    write_list(tmp_path / "wordlists", "কুলাঙ্গার")
    result = runner.invoke(wordlists_commands, ["lint", str(tmp_path / name)])
    assert result.exit_code == 1 and result.stdout.startswith(told) and result.stdout.count("\n") == 1


def test_lint_looks_at_the_data_too(runner: FlaskCliRunner, tmp_path: Path) -> None:
    lists = tmp_path / "wordlists"
    (lists / "data/personal").mkdir(parents=True)
    shutil.copytree(ROOT / "wordlists/tagging", lists / "tagging")
    (lists / "data/personal/x.yaml").write_text("title: শিরোনাম\ncue: [ক]\n", encoding="utf-8")
    result = runner.invoke(wordlists_commands, ["lint", str(lists)])
    assert result.exit_code == 1 and "x.yaml:2: " in result.output


def test_check_on_faulty_lists_says_where(tmp_path: Path) -> None:
    app = create_app(Settings(wordlists=(faulty(tmp_path),)))
    result = app.test_cli_runner().invoke(check_command, ["সভা"])
    assert result.exit_code == 1 and "wordlists/prohibited/bad.yaml:2: " in result.output


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("mandates", "police: [prohibited/tesst]", "there is no 'prohibited/tesst'; write prohibited/test"),
        ("mandates", "police: [prohibited/test, learned/nga, personal/nid]", ""),
        ("leanings", "ngaa: 0.5\nnga-bare: 0.3\nnga-sure: 1.2", "there is no 'ngaa'; write nga"),
        ("leanings", "nga: 0.5", ""),
    ],
)
def test_lint_knows_the_names_in_the_data(tmp_path: Path, name: str, written: str, told: str) -> None:
    files = {"data/mandates.yaml": "a: []", "data/leanings.yaml": "{}", "learned/nga.tsv": "# clause: 9.nga\nকথা\t0.5\n"}
    for path, text in {**files, f"data/{name}.yaml": written}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    rules = ruleset(tmp_path, "  - শালা\n")
    checks = known_checks(rules.lists, rules.learned.tables)
    faults = [fault.said.en for fault in unheard_of(rules, checks, [tmp_path])]
    assert len(faults) == bool(told) and all(fault.startswith(told) for fault in faults), faults


def test_where_learned_evidence_is_off_its_tables_are_no_faults(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "  - শালা\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/mandates.yaml").write_text("police: [learned/nga, prohibited/tesst]", encoding="utf-8")
    (fault,) = unheard_of(rules, known_checks(rules.lists, ()), [tmp_path])
    assert "prohibited/tesst" in fault.said.en


@pytest.mark.parametrize("name", ["mandates", "leanings"])
def test_lint_tells_a_name_in_an_office_s_own_data_with_its_line(
    runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """Not the shipped file's, whose turn does not come."""
    monkeypatch.setenv("JACHAI_LEARNED", "on")
    own = {
        "mandates": "# ours\npolice:\n  - prohibited/test\n  - prohibited/tesst\n",
        "leanings": "nga: 0.5\n\n# ours\nngaa: 0.5\n",
    }
    files = {"data/mandates.yaml": "a: []\n", "data/leanings.yaml": "{}\n", f"data/{name}.yaml": own[name]}
    files["learned/nga.tsv"] = "# clause: 9.nga\nকথা\t0.5\n"
    lists = tmp_path / "office-lists"
    ruleset(lists, "  - শালা\n")
    for path, text in files.items():
        (lists / path).parent.mkdir(exist_ok=True)
        (lists / path).write_text(text, encoding="utf-8")
    result = runner.invoke(wordlists_commands, ["lint", str(lists)])
    assert result.exit_code == 1 and result.output.startswith(f"office-lists/data/{name}.yaml:4: ‘"), result.output


def test_a_harmless_sentence_that_is_flagged_can_be_asked_about(
    runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Which is what `explain` is for; lists that cannot be read it refuses."""
    ruleset(tmp_path, "  - নৌকা\n")
    (tmp_path / "harmless").mkdir()
    (tmp_path / "harmless/office.txt").write_text("নৌকা ভাড়া করা হয়েছে\n", encoding="utf-8")
    monkeypatch.setenv("JACHAI_WORDLISTS", str(tmp_path))
    assert runner.invoke(wordlists_commands, ["lint", str(tmp_path)]).exit_code == 1
    result = runner.invoke(wordlists_commands, ["explain", "নৌকা ভাড়া করা হয়েছে"])
    assert result.exit_code == 0 and "found: «নৌকা» prohibited/test.yaml#নৌকা" in result.output
    monkeypatch.setenv("JACHAI_WORDLISTS", str(faulty(tmp_path / "faulty")))
    result = runner.invoke(wordlists_commands, ["explain", "নৌকা"])
    assert result.exit_code == 1 and "bad.yaml:1: " in result.output


@pytest.mark.parametrize("piped", [False, True])
def test_explain_ends_with_what_the_writer_is_told(
    runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, piped: bool
) -> None:
    """By a check in code too, and not what its check lets go: a post is no answer to a citizen."""
    ruleset(tmp_path, "  - নৌকা\n")
    (tmp_path / "replies").mkdir()
    listed = (tmp_path / "prohibited/test.yaml").read_text(encoding="utf-8")
    answer = listed.replace("9.nga", "5.jha").replace("নৌকা", "নিয়ম নাই")
    (tmp_path / "replies/closed.yaml").write_text(answer, encoding="utf-8")
    monkeypatch.setenv("JACHAI_WORDLISTS", str(tmp_path))
    text = "নিয়ম নাই। নৌকা দিন\nএনআইডি 1234567890"
    result = runner.invoke(wordlists_commands, ["explain", *([] if piped else [text])], input=text if piped else None)
    found, told = result.output.split("what the writer is told")
    assert "replies/closed.yaml#নিয়ম নাই" in found and "replies/closed.yaml" not in told
    assert "prohibited/test.yaml#নৌকা" in told and "checks/identifiers#nid" in told and "স্থগিত (block)" in told


def test_learning_tells_how_to_install_what_it_needs(
    runner: FlaskCliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "server.wordlists.learning.learner", None)  # as where scikit-learn is missing
    result = runner.invoke(wordlists_commands, ["learn", "--data", str(tmp_path)])
    assert result.exit_code == 1 and " বসানো নেই; চালান: " in result.output
    assert f"| server.wordlists.learning.learner is not installed; run: make learn DATA={tmp_path} (" in result.output
