"""The compiled lists' copy: the same answers, made anew for every change, and read only where nobody else can have written it."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from server.desk import Desk
from server.settings import COMPILED, Settings
from server.wordlists.compiled_copy import CompiledCopy
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.lint import lint
from tests.conftest import ROOT, clean_environment

LIST = """\
id: one
clause: "9.nga"
title: {bn: "এক", en: "One"}
message: {bn: "এক।", en: "One."}
terms:
  - {term: গাধাটাইপ, flags: ["সে একটা [[গাধাটাইপ]] লোক"]}
"""
WORD = "সে একটা গাধাটাইপ লোক"


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder of lists."""
    base = tmp_path / "lists"
    (base / "prohibited").mkdir(parents=True)
    (base / "prohibited/9-nga-one.yaml").write_text(LIST, encoding="utf-8")
    return base


@pytest.fixture
def made(lists: Path) -> Ruleset:
    """Its lists, compiled."""
    return Desk.open(Settings(wordlists=(lists,))).ruleset


def copy_of(tmp_path: Path, lists: Path, *of: object) -> CompiledCopy:
    """Of these lists, in a folder that need not be there yet."""
    return CompiledCopy(tmp_path / "copies", (lists,), *of)


@pytest.fixture
def however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server and a tool keep a copy of the smallest lists."""
    monkeypatch.setattr("server.desk.WORTH_A_COPY", 0)


def told(ruleset: Ruleset, text: str = WORD) -> list[tuple[object, ...]]:
    """What the lists find in a text."""
    return [(match.term.source, match.severity, match.spans) for match in ruleset.read(text).matches]


def one_in(folder: Path) -> Path:
    """The only copy there."""
    [found] = folder.iterdir()
    return found


def test_a_copy_finds_what_the_lists_find(tmp_path: Path, lists: Path, made: Ruleset) -> None:
    assert copy_of(tmp_path, lists).read() is None
    copy_of(tmp_path, lists).keep(made)
    copy = copy_of(tmp_path, lists).read()
    assert copy and copy.hash == made.hash and told(copy) == told(made) != []


@pytest.mark.every
def test_the_shipped_lists_answer_alike_from_their_copy_in_another_process(tmp_path: Path) -> None:
    """The order in which Python holds words differs from process to process."""
    script = (
        "import sys; from server.desk import Desk; from server.draft import Draft; from server.settings import Settings\n"
        "desk = Desk.open(Settings.from_environment())\n"
        "for line in sys.stdin: print([(f.source, f.severity.word, f.spans) for f in desk.check(Draft(line)).findings])\n"
    )
    texts = "\n".join((ROOT / "tests/cases/posts-political.jsonl").read_text(encoding="utf-8").splitlines()[:40])
    answers = []
    for seed in ("1", "2"):
        environment = clean_environment(time_limit="60", compiled=str(tmp_path / "copies"))
        run = [sys.executable, "-c", script]
        done = subprocess.run(
            run,
            cwd=ROOT,
            env=environment | {"PYTHONHASHSEED": seed},
            input=texts,
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append(done.stdout)
        copy = one_in(tmp_path / "copies")  # without one something in the lists cannot be written
        assert copy.stat().st_mtime > 1, "the second did not read it"
        os.utime(copy, (1, 1))
    assert answers[0] == answers[1] and answers[0].count("prohibited/") > 20


@pytest.mark.parametrize(
    "change",
    [
        lambda lists: (lists / "prohibited/9-nga-one.yaml").write_text(LIST.replace("গাধা", "গরু"), encoding="utf-8"),
        lambda lists: (lists / "prohibited/9-nga-one.yaml").rename(lists / "prohibited/9-nga-two.yaml"),
        lambda lists: (
            (lists / "harmless").mkdir() or (lists / "harmless/own.txt").write_text("শুভ সকাল\n", encoding="utf-8")
        ),
        lambda lists: (
            (lists / "data/parties").mkdir(parents=True)
            or (lists / "data/parties/x.yaml").write_text("id: x\n", encoding="utf-8")
        ),
        lambda lists: (
            (lists / "learned").mkdir() or (lists / "learned/plain.txt").write_text("plain\n", encoding="utf-8")
        ),
        lambda lists: (lists / "VERSION").write_text("2031.01.01\n", encoding="utf-8"),
    ],
    ids=["a term", "a name", "a harmless sentence", "a party", "learned evidence", "the version"],
)
def test_whatever_changes_is_compiled_anew(
    tmp_path: Path, lists: Path, made: Ruleset, change: Callable[[Path], object]
) -> None:
    copy_of(tmp_path, lists).keep(made)
    change(lists)
    assert copy_of(tmp_path, lists).read() is None


def test_so_is_whatever_else_a_ruleset_depends_on(
    tmp_path: Path, lists: Path, made: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_of(tmp_path, lists, True).keep(made)
    assert copy_of(tmp_path, lists, True).read() and copy_of(tmp_path, lists, False).read() is None
    for name in ("sys.version", "regex.__version__"):
        with monkeypatch.context() as other:
            other.setattr(f"server.wordlists.compiled_copy.{name}", "another's")
            assert copy_of(tmp_path, lists, True).read() is None, name


def test_lists_that_a_link_leads_to_are_the_same_lists(tmp_path: Path, lists: Path, made: Ruleset) -> None:
    """The guide tries a newer version where it lies, and then has `current` lead there."""
    copy_of(tmp_path, lists).keep(made)
    current = tmp_path / "current"
    current.symlink_to(lists)
    assert copy_of(tmp_path, current).read()
    current.unlink()
    current.symlink_to(shutil.copytree(lists, tmp_path / "another"))  # which may be deleted before this one is
    assert copy_of(tmp_path, current).read() is None


@pytest.mark.every
def test_every_file_that_a_start_reads_is_in_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a change of one would not be seen."""
    monkeypatch.setattr(Ruleset, "look", lambda *_: [])  # sentences are read, and need not be looked at
    monkeypatch.setattr("server.wordlists.tending.lint.examples", lambda *_: ())
    read: set[str] = set()
    is_on = [True]

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if is_on and event == "open" and str(arguments[0]).startswith((str(SHIPPED), str(ROOT / "server"))):
            read.add(str(arguments[0]))

    sys.addaudithook(note)  # for as long as this process lives
    Desk.open(Settings())
    is_on.clear()
    named = {str(path) for path in CompiledCopy(COMPILED, (SHIPPED,))._files()}
    assert len(read) > 500 and {name for name in read if not name.endswith((".py", ".pyc"))} <= named


def test_what_changed_while_the_lists_were_read_is_not_kept(tmp_path: Path, lists: Path, made: Ruleset) -> None:
    copy = copy_of(tmp_path, lists)
    (lists / "VERSION").write_text("2031.01.01\n", encoding="utf-8")
    copy.keep(made)
    assert not (tmp_path / "copies").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:100] + b"?" + path.read_bytes()[101:]),
        lambda path: path.chmod(0o620),
        lambda path: path.chmod(0o602),
        lambda path: path.parent.chmod(0o770),
        lambda path: (
            path.rename(path.parent.parent / "elsewhere") and path.symlink_to(path.parent.parent / "elsewhere")
        ),
        lambda path: path.unlink() or path.mkdir(),
    ],
    ids=["cut off", "empty", "another byte", "a group's", "anybody's", "a folder's", "a link", "no file"],
)
def test_what_others_may_have_written_or_is_not_whole_is_not_read(
    tmp_path: Path, lists: Path, made: Ruleset, spoil: Callable[[Path], object]
) -> None:
    copy_of(tmp_path, lists).keep(made)
    spoil(one_in(tmp_path / "copies"))
    assert copy_of(tmp_path, lists).read() is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("whose", ["file", "folder"])
def test_another_users_is_not_read(tmp_path: Path, lists: Path, made: Ruleset, whose: str) -> None:
    copy_of(tmp_path, lists).keep(made)
    os.chown(one_in(tmp_path / "copies") if whose == "file" else tmp_path / "copies", 65_534, 65_534)
    assert copy_of(tmp_path, lists).read() is None
    copy_of(tmp_path, lists).keep(made)
    assert (copy_of(tmp_path, lists).read() is None) is (whose == "folder"), "one's own is written over it"


@pytest.mark.usefixtures("however_few")
def test_a_full_disk_is_told_before_anything_is_compiled_for_it(
    tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("server.wordlists.compiled_copy.ROOM", 1 << 60)
    monkeypatch.setattr("server.desk.made_in_own_process", None)  # it would compile, and then this process again
    assert told(Desk.open(Settings(wordlists=(lists,), compiled=tmp_path / "copies"), in_own_process=True).ruleset)
    assert caplog.text.count("make room of") == 1


@pytest.mark.usefixtures("however_few")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders away")
@pytest.mark.parametrize(
    ("spoil", "me", "cure"),
    [
        (lambda folder: os.chown(folder, 65_534, 65_534), 0, "run this as that user"),
        (lambda folder: None, 65_534, "chown -R nobody: {}; chmod 700 {}"),  # a command once run as root
        (lambda folder: folder.chmod(0o770), 0, "chown -R root: {}; chmod 700 {}"),
        (lambda folder: folder.rmdir() or folder.touch(), 0, "name another"),
        (lambda folder: None, 0, ""),
    ],
    ids=["the server's, by root", "root's, by the server", "a group's", "a file's", "its own"],
)
def test_who_starts_slowly_each_time_is_told_the_cure(
    tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    spoil: Callable[[Path], object], me: int, cure: str,
) -> None:  # fmt: skip
    folder = tmp_path / "copies"
    folder.mkdir(mode=0o700)
    spoil(folder)
    monkeypatch.setattr("server.wordlists.compiled_copy.os.geteuid", lambda: me)
    Desk.open(Settings(wordlists=(lists,), compiled=folder))
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == bool(cure) and all(cure.format(folder, folder) in one and "আধা মিনিট" in one for one in told)


def test_a_copy_is_run_by_nobody_who_did_not_write_it(tmp_path: Path, lists: Path, made: Ruleset) -> None:
    """A pickle may run anything: one that was not written here is never looked into."""
    copy_of(tmp_path, lists).keep(made)
    trap = Trap(tmp_path / "sprung")
    one_in(tmp_path / "copies").write_bytes(pickle.dumps(trap))
    assert copy_of(tmp_path, lists).read() is None and not (tmp_path / "sprung").exists()


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


def test_it_is_the_users_own_alone(tmp_path: Path, lists: Path, made: Ruleset) -> None:
    copy_of(tmp_path, lists).keep(made)
    for path in (tmp_path / "copies", one_in(tmp_path / "copies")):
        assert path.stat().st_mode & 0o077 == 0


def test_those_used_last_stay(tmp_path: Path, lists: Path, made: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.wordlists.compiled_copy.KEPT", kept := 2)
    copy_of(tmp_path, lists, "first").keep(made)
    for number in range(kept + 2):
        os.utime(tmp_path / "copies" / copy_of(tmp_path, lists, "first")._name, (1, 1))
        assert copy_of(tmp_path, lists, "first").read(), "used now"
        copy_of(tmp_path, lists, number).keep(made)
        os.utime(tmp_path / "copies" / copy_of(tmp_path, lists, number)._name, (number + 2, number + 2))
    (tmp_path / "copies/new-left-by-one-that-was-killed").write_bytes(b"")
    os.utime(tmp_path / "copies/new-left-by-one-that-was-killed", (1, 1))
    (tmp_path / "copies/of-somebody-else").write_bytes(b"")
    copy_of(tmp_path, lists, "last").keep(made)
    names = {path.name for path in (tmp_path / "copies").iterdir()}
    assert len(names) == kept + 1 and "of-somebody-else" in names
    assert copy_of(tmp_path, lists, "first").read() and copy_of(tmp_path, lists, "last").read()


@pytest.mark.parametrize("fault", [OSError(28, "no room"), RecursionError(), pickle.PicklingError()])
def test_where_it_cannot_be_written_nothing_is_left_behind(
    tmp_path: Path, lists: Path, made: Ruleset, fault: Exception, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    def fail(*_: object) -> None:
        raise fault

    name = "pickle.dumps" if not isinstance(fault, OSError) else "Path.replace"
    monkeypatch.setattr(f"server.wordlists.compiled_copy.{name}", fail)
    copy_of(tmp_path, lists).keep(made)
    assert list((tmp_path / "copies").iterdir()) == []
    assert ("no room" in caplog.text) is isinstance(fault, OSError)


def test_a_file_in_the_folders_place_costs_nothing_but_time(tmp_path: Path, lists: Path, made: Ruleset) -> None:
    (tmp_path / "copies").write_text("a note of mine", encoding="utf-8")
    copy_of(tmp_path, lists).keep(made)
    assert copy_of(tmp_path, lists).read() is None and (tmp_path / "copies").read_text(encoding="utf-8")


@pytest.mark.usefixtures("however_few")
class TestDesk:
    """Which lists have a copy, and what it serves."""

    def test_the_second_start_compiles_nothing(
        self, tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings = Settings(wordlists=(lists,), compiled=tmp_path / "copies")
        first = Desk.open(settings)
        monkeypatch.setattr("server.desk.lint", None)
        second = Desk.open(settings)
        assert second.ruleset_name() == first.ruleset_name() and told(second.ruleset) == told(first.ruleset) != []

    @pytest.mark.parametrize("first", ["tool", "server"])
    def test_a_server_and_a_tool_have_each_its_own_and_only_the_first_of_them_compiles(
        self, tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch, first: str
    ) -> None:
        settings = Settings(wordlists=(lists,), compiled=tmp_path / "copies")
        Desk.open(settings, light=first == "server")
        monkeypatch.setattr("server.desk.lint", None)
        for light in (False, True):
            assert told(Desk.open(settings, light=light).ruleset) != []
        assert len(list((tmp_path / "copies").iterdir())) == 2
        assert not any(term.flags for _, term in Desk.open(settings, light=True).ruleset.owners)
        assert any(term.flags for _, term in Desk.open(settings).ruleset.owners)

    @pytest.mark.parametrize("is_kept", [True, False], ids=["kept", "a file in its place"])
    def test_a_server_compiles_in_another_process_where_a_copy_can_be_kept(
        self, tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch, is_kept: bool
    ) -> None:
        settings = Settings(wordlists=(lists,), compiled=tmp_path / "copies")
        if not is_kept:
            settings.compiled.write_text("a note of mine", encoding="utf-8")
        compilers = tmp_path / "compilers"

        def noted(*said: object, **more: object) -> object:
            with compilers.open("a") as file:
                file.write(f"{os.getpid()} ")
            return lint(*said, **more)

        monkeypatch.setattr("server.desk.lint", noted)
        desk = Desk.open(settings, in_own_process=True, light=True)
        assert told(desk.ruleset) != []
        here = str(os.getpid())
        assert [pid == here for pid in compilers.read_text().split()] == ([False] if is_kept else [True])

    def test_faults_that_another_process_found_are_told_here(self, tmp_path: Path, lists: Path) -> None:
        settings = Settings(wordlists=(lists,), compiled=tmp_path / "copies")
        (lists / "prohibited/9-nga-one.yaml").write_text(LIST.replace("[[", "").replace("]]", ""), encoding="utf-8")
        with pytest.raises(FaultyLists, match=r"9-nga-one\.yaml:6: .*\[\[ \]\]"):
            Desk.open(settings, in_own_process=True, light=True)

    def test_another_version_of_the_program_compiles_anew(
        self, tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings = Settings(wordlists=(lists,), compiled=tmp_path / "copies")
        Desk.open(settings)
        monkeypatch.setattr("server.desk.CODE", "another's")
        Desk.open(settings)
        assert len(list((tmp_path / "copies").iterdir())) == 2

    def test_faulty_lists_leave_none_and_are_told_each_time(self, tmp_path: Path, lists: Path) -> None:
        settings = Settings(wordlists=(lists,), compiled=tmp_path / "copies")
        (lists / "prohibited/9-nga-one.yaml").write_text("id: [", encoding="utf-8")
        for _ in range(2):
            with pytest.raises(Exception, match="9-nga-one"):
                Desk.open(settings)
        assert not (tmp_path / "copies").exists()

    def test_what_is_compiled_in_a_moment_needs_none(
        self, tmp_path: Path, lists: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("server.desk.WORTH_A_COPY", 10**9)
        Desk.open(Settings(wordlists=(lists,), compiled=tmp_path / "copies"))
        assert not (tmp_path / "copies").exists()


def test_a_system_without_owners_of_files_has_none(
    tmp_path: Path, lists: Path, made: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("server.wordlists.compiled_copy.os.geteuid")
    copy = copy_of(tmp_path, lists)
    copy.keep(made)
    assert copy.read() is None and not (tmp_path / "copies").exists()
