"""Data beside the lists: each file from the first folder that has it, the shipped one last; every fault at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from server import create_app
from server.checker import check_draft, read_data
from server.draft import Account, Draft
from server.institution import Institution
from server.service.opened import open_desk
from server.settings import Settings
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED, files, seen
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.lint import lint

pytestmark = pytest.mark.thorough

LIST = """id: local
clause: 9.nga
title: {bn: "তালিকা", en: "List"}
message: {bn: "বার্তা", en: "Message"}
terms:
  - গাধাটাইপ
"""
PLATFORMS = "facebook:\n  count: utf16\n  post: '10'\n  seen: 2026-11-24\n"
MANDATES = "police:\n  - prohibited/local\n"
HOTLINE = "numbers:\n  - number: '01712345678'\n    name: আমাদের হটলাইন\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's own folder, with one list."""
    write(tmp_path, "prohibited/local.yaml", LIST)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def told(ruleset: Ruleset, text: str, institution: Institution | None = None) -> set[str]:
    draft = Draft(text, Account("institution"), platform="facebook")
    return {finding.check for finding in check_draft(draft, ruleset, institution).findings}


def test_limits_come_from_the_first_folder_that_has_them(
    office: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text, other = "আগামীকাল সকাল ১০টায় সভা", tmp_path_factory.mktemp("other")
    write(other, "prohibited/other.yaml", LIST.replace("id: local", "id: other").replace("গাধাটাইপ", "বলদটাইপ"))
    assert "platform/length" not in told(lint([office, other])[0], text), "the shipped ones"
    write(other, "data/platforms.yaml", PLATFORMS)
    assert "platform/length" in told(lint([office, other])[0], text), "the first that has them"
    write(office, "data/platforms.yaml", PLATFORMS.replace("10", "1000"))
    assert "platform/length" not in told(lint([office, other])[0], text)
    assert "platform/length" in told(lint([other, office])[0], text)


def test_what_the_folders_lack_is_the_shipped(office: Path) -> None:
    assert told(lint([office])[0], "রোগীর মোবাইল ০১৭১২৩৪৫৬৭৮") == {"personal/mobile"}
    assert files([office], "data/platforms.yaml") == [(SHIPPED / "data/platforms.yaml", SHIPPED)]
    assert files([office], "data/nothing.yaml") == []


def test_mandates_come_from_the_first_folder(office: Path) -> None:
    police = Institution("demo", name_bn="থানা", mandates=("police",))
    assert "prohibited/local" in told(lint([office])[0], "সে একটা গাধাটাইপ", police)
    write(office, "data/mandates.yaml", MANDATES)
    assert "prohibited/local" not in told(lint([office])[0], "সে একটা গাধাটাইপ", police)


def test_an_offices_own_hotlines_stand_beside_the_shipped_cues(office: Path) -> None:
    text = "কথা বলুন ০১৭১২৩৪৫৬৭৮"
    before = lint([office])[0]
    assert "personal/mobile" in told(before, text)
    write(office, "data/personal/our-hotlines.yaml", HOTLINE)
    ruleset = lint([office])[0]
    assert "personal/mobile" not in told(ruleset, text)
    assert "personal/mobile" in told(ruleset, "রোগীর মোবাইল ০১৮১২৩৪৫৬৭৮"), "the shipped ones still hold"
    assert "personal/mobile" in told(before, text), "another ruleset is not touched"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("post: '280'", ""),
        ("post: '280'\n  light: [0-1114111]", ""),
        ("post: '1000000'", "post: write a number"),
        (f"post: '{'9' * 5_000}'", "post: write a number"),
        ("post: '২৮০'", "post: write a number"),
        (f"post: '280'\n  light: [0-{'9' * 5_000}]", "light: not"),
        ("post: '280'\n  light: [0-0, 8205-8192]", "light: not '8205-8192'"),
    ],
)
def test_a_limit_is_a_number_of_some_digits(office: Path, line: str, fault: str) -> None:
    write(office, "data/platforms.yaml", PLATFORMS.replace("post: '10'", line))
    if not fault:
        assert platforms_in([office])["facebook"].post == 280
        return
    with pytest.raises(FaultyLists, match=fault):
        platforms_in([office])


def test_every_fault_is_told_at_once_and_the_server_does_not_start(office: Path) -> None:
    write(office, "data/platforms.yaml", "facebook:\n  count: words\n  post: '10'\n  seen: 2026-11-24\n")
    write(office, "data/personal/ours.yaml", "numbers:\n  - number: nine\n")
    with pytest.raises(FaultyLists) as failed:
        read_data(lint([office])[0])
    faults = [str(fault) for fault in failed.value.faults]
    assert [fault.partition(":")[0].partition("/")[2] for fault in faults] == [
        "data/personal/ours.yaml",
        "data/platforms.yaml",
    ]
    with pytest.raises(FaultyLists):
        open_desk(create_app(Settings(wordlists=(office,))))


def close(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Nobody may look into these from now on: root, as whom the tests may run, may look into all."""
    look_into = os.scandir

    def look(path: str | Path) -> Any:
        if Path(path) in folders:
            raise PermissionError(13, "Permission denied")
        return look_into(path)

    monkeypatch.setattr(os, "scandir", look)


@pytest.mark.parametrize(
    "names",
    [
        ["prohibited"],
        ["groups"],
        ["learned"],
        ["harmless"],
        ["data"],
        ["data/personal"],
        ["figures", "data/parties"],
        ["harmless/near"],
        [""],
    ],
)
def test_a_folder_that_may_not_be_looked_into_is_not_taken_for_empty(
    office: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    other = tmp_path_factory.mktemp("other")
    write(other, "prohibited/other.yaml", LIST.replace("id: local", "id: other").replace("গাধাটাইপ", "বলদটাইপ"))
    for name in names:
        (office / name).mkdir(parents=True, exist_ok=True)
    lint([other, office], thoroughly=True)
    close(monkeypatch, *(office / name for name in names))
    with pytest.raises(FaultyLists) as failed:
        lint([other, office], thoroughly=True)
    told = [(fault.file, fault.line, fault.said.en) for fault in failed.value.faults]
    assert told == [
        (
            (Path(office.name) / name).as_posix(),
            1,
            f"cannot be read (PermissionError); run: chgrp -R jachai {office / name}; chmod -R g+rX {office / name}",
        )
        for name in sorted(names)
    ]


def test_a_folder_that_nobody_reads_may_be_closed(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (office / "prohibited/old").mkdir()
    (office / "archive").mkdir()
    (office / "data/backup").mkdir(parents=True)
    close(monkeypatch, office / "prohibited/old", office / "archive", office / "data/backup")
    assert "prohibited/local" in told(lint([office])[0], "সে একটা গাধাটাইপ")


def test_the_lock_of_an_open_file_is_no_list(tmp_path: Path) -> None:
    """Word and Excel lay it beside the file that somebody has open; no server stops for it."""
    write(tmp_path, "prohibited/local.yaml", LIST)
    (tmp_path / "prohibited/~$local.yaml").write_bytes(b"\x05Name\0\0")
    assert [path.name for path in seen(tmp_path, "prohibited/*.yaml")] == ["local.yaml"]
    assert lint([tmp_path])[0].lists
