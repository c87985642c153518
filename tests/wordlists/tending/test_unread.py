"""Files and folders among the lists that nobody reads: told by the lists' lint, each with the name that it should have."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from server.records.reasons import FILE as REASONS
from server.records.reasons import reasons_in
from server.text.normalise import normalise
from server.wordlists.learned.names import read_names, unknown_names
from server.wordlists.reading import folders as reading_folders
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED, files
from server.wordlists.tending.lint import lint
from server.wordlists.tending.unread import FIRST, unnamed, unread
from tests.wordlists.lists import rows, ruleset


@pytest.mark.parametrize(
    ("name", "told", "said"),
    [
        ("prohibited/9-nga-our.yml", "prohibited/9-nga-our.yml", "*.yaml"),
        ("prohibited/9-nga-our.yaml.txt", "prohibited/9-nga-our.yaml.txt", "*.yaml"),
        ("insults/9-nga-our.yaml", "insults", "prohibited"),
        ("prohibitted/9-nga-our.yaml", "prohibitted", "prohibited"),
        ("prohibited/more/9-nga-our.yaml", "prohibited/more", "prohibited"),
        ("harmless/near/more/our.txt", "harmless/near/more", "harmless/near"),
        ("wordlists/groups/our.yaml", "wordlists", "groups/"),
        ("prohibited/our.rtf", "prohibited/our.rtf", "*.yaml"),
        ("harmles/our.txt", "harmles", "harmless"),
        ("harmless/our.yaml", "harmless/our.yaml", "*.txt"),
        ("learned/nga.txt", "learned/nga.txt", "*.tsv"),
        ("data/our-numbers.yaml", "data/our-numbers.yaml", "said.yaml"),  # of data/personal/
        ("data/party/ours.yaml", "data/party", "data/parties"),
        ("prohibited/9-nga-our.YAML", "prohibited/9-nga-our.YAML", "*.yaml"),
        ("9-nga-our.yaml", "9-nga-our.yaml", "prohibited/"),
        ("guidelines.yaml", "guidelines.yaml", "guideline.yaml"),
        ("learned/nga.csv", "learned/nga.csv", "*.tsv"),
        ("prohibited/our.xlsx", "prohibited/our.xlsx", "*.yaml"),
        ("prohibited/9-nga-our", "prohibited/9-nga-our", "*.yaml"),
        ("prohibited/9-nga-our.yam", "prohibited/9-nga-our.yam", "*.yaml"),
        ("prohibited/9-nga-our.ymal", "prohibited/9-nga-our.ymal", "*.yaml"),
        ("groups/our. yaml", "groups/our. yaml", "*.yaml"),
        ("groups/our.json", "groups/our.json", "*.yaml"),
        ("personal/our.doc", "personal/our.doc", "*.yaml"),
        ("harmless/our", "harmless/our", "*.txt"),
    ],
)
def test_what_is_never_read_is_told(tmp_path: Path, name: str, told: str, said: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("", encoding="utf-8")
    [fault] = unread([tmp_path])
    assert fault.file == f"{tmp_path.name}/{told}"
    assert "is never read" in fault.said.en and said in fault.said.en.partition(": ")[2].split(", ")


@pytest.mark.parametrize(
    "name",
    [
        "prohibited/9-nga-our.yaml",
        "prohibited/README.md",
        "prohibited/.9-nga-our.yml.swp",
        ".git/insults/x.yaml",
        "scripts/run.sh",
        "LICENSE",
        "prohibited/9-nga-our.yaml.bak",
        "prohibited/README",
        "prohibited/9-nga-our.yaml~",
        "settings.json",
        "scripts/run",
        "data/personal/our-numbers.yaml",
        "data/selectors/facebook.yaml",
        "harmless/near/our.txt",
    ],
)
def test_what_is_read_or_no_list_is_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("", encoding="utf-8")
    assert not list(unread([tmp_path]))


def test_the_command_tells_it_and_no_server_stops(tmp_path: Path) -> None:
    ruleset(tmp_path, rows("- শালা"))
    (tmp_path / "prohibited/9-nga-our.yml").write_text("", encoding="utf-8")
    assert not lint([tmp_path])[1]
    with pytest.raises(FaultyLists, match=r"prohibited/9-nga-our\.yml:1"):
        lint([tmp_path], thoroughly=True)


def test_all_that_is_shipped_is_read() -> None:
    assert not list(unread([SHIPPED]))


def test_a_taught_file_of_no_table_is_told(tmp_path: Path) -> None:
    for name in ("famly", "family", "said-nga"):
        path = tmp_path / f"taught/{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("নাতির জন্মদিন\n", encoding="utf-8")
    [fault] = unread([tmp_path])
    assert fault.file.endswith("taught/famly.txt") and "name it one of: " in fault.said.en
    # all of them: abuse is no purpose, though it is spelled alike
    assert "purpose" in fault.said.en and "said-nga" in fault.said.en
    (tmp_path / "taught/famly.txt").rename(tmp_path / "taught/nga.txt")  # a letter's own table is learned from comments
    [fault] = unread([tmp_path])
    assert fault.file.endswith("taught/nga.txt") and "said-nga" in fault.said.en


@pytest.mark.parametrize("name", ["data/answers.yaml", "data/personal/people.yaml", "guideline.yaml", "VERSION"])
def test_what_an_earlier_folder_has_too_is_told(tmp_path: Path, name: str) -> None:
    for folder in ("base", "own"):
        (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / name).write_text("", encoding="utf-8")
    [fault] = unread([tmp_path / "base", tmp_path / "own"])
    assert fault.file == f"own/{name}" and str(tmp_path / "base" / name) in fault.said.en


REPLACED = (
    "data/reasons.yaml",
    "data/mandates.yaml",
    "data/platforms.yaml",
    "guideline.yaml",
    "data/contexts/quoted.yaml",
)


@pytest.mark.parametrize("name", REPLACED)
def test_the_cure_of_a_file_in_a_shipped_ones_place_cures(tmp_path: Path, name: str) -> None:
    """What an office has in the place of a shipped file is read from a folder named before the shipped one, and only there."""
    first, own = tmp_path / "first", tmp_path / "own"
    for folder in (first, own):
        (folder / name).parent.mkdir(parents=True)
    shutil.copy(SHIPPED / name, own / name)
    [fault] = unread([SHIPPED, own])
    assert fault.said.en.endswith(f"into a folder of its own as {name}, and name that folder first: {FIRST}")
    assert FIRST == "JACHAI_WORDLISTS=first:wordlists:own"
    (own / name).rename(first / name)
    folders = [first, SHIPPED, own]
    assert [*unread(folders), *unnamed(folders)] == []
    assert files(folders, name) == [(first / name, first)]


def test_the_whole_lint_is_clean_after_that_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, base, own = (tmp_path / name for name in ("first", "wordlists", "own"))
    ruleset(base, rows("- শালা"), unasked="গাছ, মাছ")
    own.mkdir()
    monkeypatch.setattr(reading_folders, "SHIPPED", base)
    for folder, said in ((first, "নিজের"), (base, "মূল")):
        (folder / "data").mkdir(parents=True)
        (folder / REASONS).write_text(f"other: {{bn: {said}, en: Ours}}\n", encoding="utf-8")
    shutil.copy(SHIPPED / "guideline.yaml", first / "guideline.yaml")
    folders = [first, base, own]
    # of the group that no near-rule names nothing is told: it is no office's own
    assert lint(folders, thoroughly=True, data=[reasons_in])[1] == []
    assert reasons_in(folders)["other"].bn == "নিজের"


def test_beside_the_words_of_a_shipped_file_an_own_name_is_offered(tmp_path: Path) -> None:
    (tmp_path / "own/data/personal").mkdir(parents=True)
    (tmp_path / "own/data/personal/numbers.yaml").write_text("", encoding="utf-8")
    [fault] = unread([SHIPPED, tmp_path / "own"])
    assert "under another name both are read; to have it read in that one's place" in fault.said.en
    (tmp_path / "own/data/personal/numbers.yaml").rename(tmp_path / "own/data/personal/our-numbers.yaml")
    assert not list(unread([SHIPPED, tmp_path / "own"]))


@pytest.mark.parametrize("name", ["data/parties/lal.yaml", "learned/nga.tsv", "learned/names.txt", "prohibited/a.yaml"])
def test_what_is_read_of_every_folder_is_not(tmp_path: Path, name: str) -> None:
    for folder in ("base", "own"):
        (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / name).write_text("", encoding="utf-8")
    assert not list(unread([tmp_path / "base", tmp_path / "own"]))


@pytest.mark.parametrize(
    ("head", "is_told"),
    [("", True), ("context_files: [ours]\n", False), ("context_files: [refused, 'theirs']\n", True), ("[", True)],
)
def test_an_own_file_of_contexts_that_no_list_names_is_a_hint(tmp_path: Path, head: str, is_told: bool) -> None:
    base, own = tmp_path / "base", tmp_path / "own"
    files = {"data/contexts/ours.yaml": "phrases: [নাটক]\n", "groups/a.yaml": f"{head}terms:\n  - ক\n"}
    for name, text in files.items():
        (own / name).parent.mkdir(parents=True)
        (own / name).write_text(text, encoding="utf-8")
    [*hints] = unnamed([base, own])
    assert [(hint.file, hint.line, hint.fatal) for hint in hints] == [
        ("own/data/contexts/ours.yaml", 1, False)
    ] * is_told
    assert all("write context_files: [ours]" in hint.said.en for hint in hints)
    assert not list(unnamed([own]))  # of the shipped lists


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[partyy]\nলাল\n", "there is no '[partyy]'; write [party]"),
        ("[party]\n@partis\n", "there is no '@partis'; write @parties"),
        ("!কালো\nলাল\n[party]\nনীল\n", "write above 'লাল' what it is: [faith]"),
        ("# [x]\n[party]\nলাল\n@parties\n!লাল\n", ""),
    ],
)
def test_kinds_and_groups_of_names_are_known(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/names.txt").write_text(written, encoding="utf-8")
    assert [fault.said.en.partition(",")[0] for fault in unknown_names([tmp_path], ["parties"])] == (
        [said] if said else []
    )


def test_a_name_above_any_kind_stands_for_none(tmp_path: Path) -> None:
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/names.txt").write_text("লালদল\n[party]\nনীলদল\n", encoding="utf-8")
    names = read_names([tmp_path], {}, [])
    assert (*(names.kind(normalise(name)) for name in ("লালদল", "নীলদল")), names.kinds) == ("", "@party", {"@party"})


def test_a_remark_behind_a_name_names_nobody(tmp_path: Path) -> None:
    (tmp_path / "learned").mkdir()
    (tmp_path / "learned/names.txt").write_text("[party]  # দল\n  নীলদল  # নতুন দল\n", encoding="utf-8")
    names = read_names([tmp_path], {}, [])
    assert [names.kind(normalise(word)) for word in ("নীলদল", "নতুন")] == ["@party", ""]
    assert not list(unknown_names([tmp_path], []))
