"""diff tells a maintainer what a change of the lists does; what explain and diff tell alike."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from server.commands import wordlists_commands
from server.draft import Draft
from server.posting import Posting
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.tending.changes import SHOWN, changed_files, changed_rows
from server.wordlists.tending.diff import (
    BadRevision,
    changes,
    compare,
    folder_of,
    own_texts,
    read_side,
    read_texts,
    report,
)
from server.wordlists.tending.explain import explain
from tests.wordlists.lists import rows, ruleset

pytestmark = pytest.mark.thorough


def test_diff_tells_what_is_newly_flagged_and_newly_silent(tmp_path: Path) -> None:
    old, new = tmp_path / "old/wordlists", tmp_path / "new/wordlists"
    ruleset(old, "  - শালা\n  - গাধা\n")
    ruleset(new, "  - শালা\n  - বলদ\n")
    (new / "harmless").mkdir()
    (new / "harmless/office.txt").write_text("বলদ পালন প্রশিক্ষণ\n", encoding="utf-8")
    sides = read_side([old]), read_side([new])
    compared = compare(*sides, [*own_texts(*sides), "তুই গাধা", "তুই শালা", "সভা"])
    assert [(change.sign, change.flag.source, change.texts) for change in changes(compared)] == [
        ("+", "prohibited/test.yaml#বলদ", ("বলদ পালন প্রশিক্ষণ",)),
        ("-", "prohibited/test.yaml#গাধা", ("তুই গাধা",)),
    ]
    lines = list(report(compared))
    assert "9.nga: +1 নতুন ধরা | newly flagged, -1 আর ধরা নয় | newly silent" in lines
    (line,) = report(compare(sides[1], sides[1], []))
    assert line.endswith(" | none of these texts is flagged otherwise")


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ("  - শালা\n", ("গ্রন্থ শালা সংস্কার",)),
        ("  - term: শালা\n    except: [মল্ল শালা]\n", ("গ্রন্থ শালা সংস্কার",)),
        ("  - term: শালা\n    except: [মল্ল শালা, গ্রন্থ শালা]\n", ()),
        ("  - term: শালা\n    context: [সংস্কার]\n", ()),
    ],
)
def test_an_innocent_example_that_a_change_flags_is_shown(row: str, texts: tuple[str, ...], tmp_path: Path) -> None:
    """That of the row itself, which the new one no longer has: it took its exceptions along."""
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, "  - term: শালা\n    except: [গ্রন্থ শালা]\n    passes: [গ্রন্থ শালা সংস্কার]\n")
    ruleset(new, row)
    sides = read_side([old]), read_side([new])
    found = changes(compare(*sides, own_texts(*sides)))
    assert [change.texts for change in found if change.sign == "+"] == ([texts] if texts else [])


def test_explain_and_diff_tell_what_is_counted_in_silence(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, rows("- শালা\n- term: বলদ\n  stage: shadow\n"))
    rules = ruleset(new, rows("- term: শালা\n  stage: shadow\n- বলদ\n"))
    told = list(explain("শালার বাড়ি", rules))
    assert any("«শালার»" in line and line.endswith("so counted and not shown") for line in told), told
    assert not any("no word of any list" in line for line in told)
    compared = compare(read_side([old]), read_side([new]), ["তুই শালা", "বলদ"])
    assert [(change.sign, *change.flag, change.texts) for change in changes(compared)] == [
        ("+", "9.nga", "prohibited/test.yaml#বলদ", "warn", ("বলদ",)),
        ("+", "9.nga", "prohibited/test.yaml#শালা", "shadow", ("তুই শালা",)),
        ("-", "9.nga", "prohibited/test.yaml#বলদ", "shadow", ("বলদ",)),
        ("-", "9.nga", "prohibited/test.yaml#শালা", "warn", ("তুই শালা",)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "texts", "figures"),
    [
        ("- বলদ", "- গাধা\n- শালা", ["গাধা শালা"], "+1 -0"),  # two new terms, one text
        ("- গাধা\n- শালা", "- বলদ", ["গাধা শালা", "গাধা"], "+0 -2"),
        ("- গাধা", "- শালা", ["গাধা", "শালা", "সভা"], "+1 -1"),
        ("- গাধা", "- গাধা\n- শালা", ["গাধা শালা", "শালা", "গাধা"], "+1 -0 ~1"),
        ("- গাধা", "- শালা", ["গাধা শালা"], "+0 -0 ~1"),
        ("- গাধা", "- term: গাধা\n  severity: advise", ["গাধা", "তুই গাধা", "তুই গাধা"], "+0 -0 ~2"),
        ("- term: গাধা\n  stage: shadow", "- গাধা", ["গাধা"], "+1 -0"),
        ("- গাধা", "- term: গাধা\n  stage: shadow", ["গাধা"], "+0 -1"),
        ("- বলদ", "- term: গাধা\n  stage: shadow", ["গাধা"], "+0 -0"),
        ("- শালা", "- শালা\n- term: গাধা\n  stage: shadow", ["শালা গাধা"], "+0 -0"),
    ],
)
def test_diff_sums_up_the_texts_of_a_clause(tmp_path: Path, old: str, new: str, texts: list[str], figures: str) -> None:
    for name, terms in (("old", old), ("new", new)):
        ruleset(tmp_path / name, rows(f"{terms}\n"))
    *_, told = report(compare(read_side([tmp_path / "old"]), read_side([tmp_path / "new"]), texts))
    gained, lost, *otherwise = figures.split()
    expected = [f"9.nga: {gained} নতুন ধরা | newly flagged", f"{lost} আর ধরা নয় | newly silent"]
    assert told == ", ".join([*expected, *(f"{figure} ভিন্নভাবে ধরা | told otherwise" for figure in otherwise)])


@pytest.mark.parametrize(
    ("clause", "said"),
    [("5.jha", "5.jha (উত্তর হলে | where it is a reply): +1"), ("7.ga", "7.ga (উত্তর হলে"), ("9.nga", "9.nga: +1")],
)
def test_of_the_clauses_of_replies_it_is_said_that_they_hold_for_replies(
    clause: str, said: str, tmp_path: Path
) -> None:
    for name, terms in (("old", "- বলদ\n"), ("new", "- গাধা\n")):
        ruleset(tmp_path / name, rows(terms), clause=clause)
    *_, told = report(compare(read_side([tmp_path / "old"]), read_side([tmp_path / "new"]), ["গাধা"]))
    assert told.startswith(said)


def test_diff_takes_a_term_in_another_file_for_one_told_otherwise(tmp_path: Path) -> None:
    for name in ("old", "new"):
        ruleset(tmp_path / name, "  - গাধা\n")
    path = tmp_path / "new/prohibited/test.yaml"
    path.rename(path.with_name("other.yaml")).write_text(
        path.with_name("other.yaml").read_text(encoding="utf-8").replace("id: test", "id: other"), encoding="utf-8"
    )
    told = list(report(compare(read_side([tmp_path / "old"]), read_side([tmp_path / "new"]), ["গাধা"])))
    assert told == [
        "+ 9.nga warn prohibited/other.yaml#গাধা: 1",
        "      গাধা",
        "- 9.nga warn prohibited/test.yaml#গাধা: 1",
        "      গাধা",
        "9.nga: +0 নতুন ধরা | newly flagged, -0 আর ধরা নয় | newly silent, ~1 ভিন্নভাবে ধরা | told otherwise",
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("আজ #TumiEktaShala", {"prohibited/test.yaml#শালা"}),
        ("আজ #TumiEktaShala, সে একটা শালা", {"prohibited/test.yaml#শালা"}),
        ("আজ #TumiVhai #TumiGadha", {"prohibited/test.yaml#গাধা"}),
        ("আজ #Pathshala", set()),
        ("সভা #সভা", set()),
    ],
)
def test_explain_and_diff_read_what_a_check_reads(tmp_path: Path, text: str, sources: set[str]) -> None:
    """The words of a hashtag too, which its capitals alone keep apart."""
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, "  - বলদ\n")
    rules = ruleset(new, rows("- term: শালা\n  severity: block\n- গাধা\n"))
    posted = {(match.term.source, match.severity.word) for match in Posting(Draft(text), rules, None).matches}
    assert {source for source, _ in posted} == sources
    gained = changes(compare(read_side([old]), read_side([new]), [text]))
    assert {(change.flag.source, change.flag.severity) for change in gained} == posted
    told = [line for line in explain(text, rules) if "found: " in line]
    assert {pair for pair in posted if any(f"{pair[0]}, 9.nga, {pair[1]} (" in line for line in told)} == posted
    assert bool(told) == bool(sources)


def test_diff_names_the_rows_that_differ(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, rows("- শালা\n- গাধা\n- বলদ\n"), kin="ভাই")
    ruleset(
        new, rows("- শালা\n- term: গাধা\n  severity: block\n  flags: ['[[গাধা]]']\n  passes: [সভা]\n- ঝিংঝাং\n"), kin="ভাই, বোন"
    )
    lists = [read_side([side]).lists.lists for side in (old, new)]
    assert list(changed_rows(*lists)) == [
        "groups/kin: + নতুন | new: বোন",
        "prohibited/test: + নতুন | new: ঝিংঝাং; ~ বদলানো | changed: গাধা; - বাদ | gone: বলদ",
    ]
    assert not list(changed_rows(lists[0], lists[0]))
    many = [term for own in lists[1] for term in own.terms]
    assert next(iter(changed_rows([], [replace(lists[1][0], terms=tuple(many * 3))]))).count(",") <= SHOWN


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        ("", "term: গাধা\n  except: [গাধা পালন]", "~ বদলানো | changed: গাধা"),
        ("", "term: গাধা\n  context: [খামার]", "~ বদলানো | changed: গাধা"),
        ("", "term: গাধা\n  kind: thing", "~ বদলানো | changed: গাধা"),
        ("", "term: গাধা\n  note: ক", ""),
        ("except: [গাধা পালন]\n", "গাধা", "~ তালিকার শুরু বদলানো | head changed: except"),
        ("context: [খামার]\n", "গাধা", "~ তালিকার শুরু বদলানো | head changed: context"),
        ("context_files: [rejecting]\n", "গাধা", "~ তালিকার শুরু বদলানো | head changed: context_files"),
        ("instead: {bn: ক}\n", "গাধা", "~ তালিকার শুরু বদলানো | head changed: instead"),
        ("instead: {bn: ক}\nexcept: [বলদ]\n", "গাধা", "~ তালিকার শুরু বদলানো | head changed: instead, except"),
        ("owner: ICT\n", "গাধা", ""),
    ],
)
def test_diff_names_what_a_row_or_a_head_says_otherwise(head: str, row: str, told: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, rows("- গাধা\n- বলদ\n"))
    for side in (old, new):
        (side / "data/contexts").mkdir(parents=True)
        (side / "data/contexts/rejecting.yaml").write_text("phrases: [নিন্দনীয়]\n", encoding="utf-8")
    ruleset(new, rows(f"- {row}\n- বলদ\n"), head=head)
    lists = [read_side([side]).lists.lists for side in (old, new)]
    assert list(changed_rows(*lists)) == ([f"prohibited/test: {told}"] if told else [])


@pytest.mark.parametrize(
    "changed",
    ["4, severity: advise} 6}", "3} 7}", "3}", "6}", "3} 6, stage: shadow}", "3} 6} 6}"],
)
def test_diff_tells_each_of_the_rules_over_the_same_groups(changed: str, tmp_path: Path) -> None:
    lists = []
    for name, said in (("old", "3} 6}"), ("new", changed), ("turned", "6} 3}")):
        rules = "".join(f"  - {{near: [a, b], within: {rule}\n" for rule in re.split("(?<=}) ", said))
        ruleset(tmp_path / name, rules, a="ভাই", b="চোর")
        lists.append(read_side([tmp_path / name]).lists.lists)
    old, new, turned = lists
    for sides in ((old, new), (new, old)):
        assert list(changed_rows(*sides)) == ["prohibited/test: ~ বদলানো | changed: a + b"]
    assert not list(changed_rows(old, turned))


def test_diff_names_another_clause_and_message(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, "  - গাধা\n")
    ruleset(new, "  - গাধা\n", clause="9.cha")
    path = new / "prohibited/test.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("«{match}»", "«{match}» অন্য"), encoding="utf-8")
    lists = [read_side([side]).lists.lists for side in (old, new)]
    assert list(changed_rows(*lists)) == ["prohibited/test: ~ তালিকার শুরু বদলানো | head changed: clause, message"]


def test_diff_names_the_files_beside_the_lists_that_differ(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for side, texts in ((old, ("a", "b", "c")), (new, ("a", "x", ""))):
        for name, text in zip(("data/said.yaml", "data/answers.yaml", "learned/nga.tsv"), texts, strict=True):
            if text:
                (side / name).parent.mkdir(parents=True, exist_ok=True)
                (side / name).write_text(text, encoding="utf-8")
    assert list(changed_files([old], [new])) == ["data/answers.yaml: বদলানো | changed", "learned/nga.tsv: বাদ | gone"]
    assert not list(changed_files([old, new], [old, new]))


def test_diff_holds_the_new_side_to_every_rule(tmp_path: Path, diff: Callable[..., tuple[int, str]]) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    ruleset(old, "  - শালা\n")
    ruleset(new, "  - শালা\n  - near: [insultz, partiez]\n    within: 3\n")
    code, told = diff(old, new, old)
    assert code == 1 and "no group 'insultz'" in told and "flagged otherwise" not in told
    code, told = diff(new, old, old)
    assert code == 0 and "- বাদ | gone: insultz + partiez" in told and "texts compared: 0" in told


def test_diff_reads_git_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset(tmp_path / "repo/wordlists", "  - শালা\n")
    monkeypatch.chdir(tmp_path / "repo")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)  # git's hooks name their own repository so: nothing is to be committed there
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "lists"]):
        subprocess.run(["git", *command], check=True)
    folder = folder_of("HEAD", tmp_path / "scratch")
    assert (folder / "prohibited/test.yaml").is_file()
    with pytest.raises(BadRevision, match="neither a folder nor"):
        folder_of("no-such-revision", tmp_path / "scratch")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadRevision, match=r"‘HEAD’ .* git বসান .* \| 'HEAD' is no folder, .*; install it"):
        folder_of("HEAD", tmp_path / "scratch")
    assert folder_of("wordlists", tmp_path / "scratch") == tmp_path / "repo/wordlists"


def test_texts_come_as_lines_or_as_json(tmp_path: Path) -> None:
    path = tmp_path / "texts"
    path.write_text('{"id": 1, "text": "এক\\nদুই"}\nতিন\n\n', encoding="utf-8")
    assert list(read_texts(path)) == ["এক\nদুই", "তিন"]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("এক\n{নাম} সাহেব\n".encode(), 2),
        (b'{"txt": "a"}\n', 1),
        (b'{"text": null}\n', 1),
        (b"{\n", 1),
        (b"one\ncaf\xe9\n", 2),
    ],
)
def test_a_text_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, written: bytes, line: int) -> None:
    path = tmp_path / "texts"
    path.write_bytes(written)
    with pytest.raises(FaultyLists) as failed:
        read_texts(path)
    assert [(fault.file, fault.line) for fault in failed.value.faults] == [(str(path), line)]


@pytest.fixture
def diff(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """`wordlists diff` of two folders under JACHAI_WORDLISTS: its exit code, what it prints."""
    runner: FlaskCliRunner = app.test_cli_runner()

    def told(old: Path, new: Path, *named: Path) -> tuple[int, str]:
        monkeypatch.setenv("JACHAI_WORDLISTS", ":".join(map(str, named)))
        result = runner.invoke(wordlists_commands, ["diff", str(old), str(new)])
        assert not result.exception or isinstance(result.exception, SystemExit), result.output
        return result.exit_code, result.output

    return told


def test_diff_tells_of_a_side_that_cannot_be_used(tmp_path: Path, diff: Callable[..., tuple[int, str]]) -> None:
    good, faulty, empty = (tmp_path / name for name in ("good", "faulty", "empty"))
    ruleset(good, "  - শালা\n  - গাধা\n")
    ruleset(faulty, "  - শালা\n  - গাধা\n")
    with (faulty / "prohibited/test.yaml").open("a", encoding="utf-8") as more:
        more.write("  - term: বলদ\n    sevrity: block\n")
    empty.mkdir()
    code, told = diff(good, faulty, good)
    assert code == 1 and "\nfaulty/prohibited/test.yaml:13: " in told and "otherwise" not in told
    code, told = diff(faulty, good, good)
    assert code == 0 and "a fault in OLD: faulty/prohibited/test.yaml:13: " in told and "otherwise" in told
    for sides in ((good, empty), (empty, good)):
        code, told = diff(*sides, good)
        assert code == 1 and "empty:1: " in told and "no list in this folder" in told


def test_diff_tells_of_a_text_that_cannot_be_read(tmp_path: Path, diff: Callable[..., tuple[int, str]]) -> None:
    for side in ("old", "new"):
        ruleset(tmp_path / side, "  - শালা\n")
    (tmp_path / "old/harmless").mkdir()
    (tmp_path / "old/harmless/office.txt").write_bytes(b"caf\xe9\n")
    code, told = diff(tmp_path / "old", tmp_path / "new", tmp_path / "old")
    assert code == 1 and "office.txt:1: " in told and "save it as UTF-8" in told


def test_diff_lays_an_offices_own_folder_over_the_base(tmp_path: Path, diff: Callable[..., tuple[int, str]]) -> None:
    base, local, before = (tmp_path / name for name in ("base", "local", "before"))
    ruleset(base, "  - শালা\n", a="ভাই", b="চোর")
    ruleset(local, "  - near: [a, b]\n    within: 3\n")
    ruleset(before, "  - বলদ\n")
    for folder, sentence in ((base, "তুই শালা"), (local, "ভাই চোর"), (before, "বলদ পালন")):
        (folder / "harmless").mkdir()
        (folder / "harmless/office.txt").write_text(f"{sentence}\n", encoding="utf-8")
    both = {"+ 9.nga warn prohibited/test.yaml#a + b: 1", "- 9.nga warn prohibited/test.yaml#বলদ: 1"}
    signs = [
        (before, local, (base, local), both),
        (local, before, (base, local), {"+ 9.nga warn prohibited/test.yaml#বলদ: 1", "- 9.nga warn prohibited/test.yaml#a + b: 1"}),
        (base, local, (base, local), {"+ 9.nga warn prohibited/test.yaml#a + b: 1"}),
        (base, before, (base, local), {"+ 9.nga warn prohibited/test.yaml#বলদ: 1", "- 9.nga warn prohibited/test.yaml#শালা: 1"}),
    ]  # fmt: skip
    for old, new, named, expected in signs:
        code, told = diff(old, new, *named)
        assert code == 0 and {line for line in told.splitlines() if line[0] in "+-"} == expected, told
    _, told = diff(base, local, base, local)
    assert told.startswith(f"আগের | old: {base}\nনতুন | new: {base}:{local}\n")
    # which does not name the office's folder: it is compared by itself, and that is seen
    _, told = diff(base, local, base)
    assert f"নতুন | new: {local}\n" in told
