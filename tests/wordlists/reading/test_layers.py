"""Folders of lists over each other: a local one adds, changes and retires."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from server.text.normalise import normalise
from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from tests.conftest import ROOT, clean_environment
from tests.wordlists.lists import CLAUSE, HEAD, found

pytestmark = pytest.mark.thorough


def write(base: Path, body: str, name: str = "prohibited/list.yaml", head: str = CLAUSE.format(clause="9.nga")) -> Path:
    path = base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(id="list") + head + body, encoding="utf-8")
    return base


def test_a_local_list_adds_changes_and_retires(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n  - গাধা\n  - বলদ\n")
    local = write(
        tmp_path / "local",
        "retire: [বলদ]\nterms:\n  - term: গাধা\n    severity: advise\n  - term: পাঁঠা\n    note: 'স্থানীয়'\n",
    )
    lists, faults = load([base, local])
    assert not faults
    rules = Ruleset(lists)
    assert found(rules, "শালা গাধা বলদ পাঁঠা") == ["শালা", "গাধা", "পাঁঠা"]
    by_word = {match.term.text: match for match in rules.look("শালা গাধা বলদ পাঠা")}
    assert by_word["গাধা"].severity.word == "advise"
    assert by_word["শালা"].term.file == "base/prohibited/list.yaml"
    assert by_word["গাধা"].term.file == "local/prohibited/list.yaml"


@pytest.mark.parametrize(
    ("name", "list_id", "retired", "told"),
    [
        ("prohibited/list.yaml", "list", "শালা", ""),
        ("prohibited/other-name.yaml", "list", "শালা", ""),
        ("prohibited/list.yaml", "list", "অন্যা\u09af\u09bc", ""),  # the base has one code point for it
        ("prohibited/list.yaml", "list", "Shala", ""),
        ("prohibited/list.yaml", "list", "শাল", "no term 'শাল' here; check the spelling (শালা)"),
        ("prohibited/list.yaml", "list", "গরু", "no term 'গরু' here; check the spelling"),
        ("prohibited/list.yaml", "lists", "শালা", "no earlier folder has a list 'prohibited/lists'; check folder and id (prohibited/list)"),
        ("flattery/list.yaml", "list", "শালা", "no earlier folder has a list 'flattery/list'"),
    ],
)  # fmt: skip
def test_retiring_what_is_not_there_is_a_fault(
    name: str, list_id: str, retired: str, told: str, tmp_path: Path
) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n  - অন্যা\u09df\n  - shala\n")
    local = write(tmp_path / "local", f"retire:\n  - {retired}\n", name)
    path = local / name
    path.write_text(path.read_text(encoding="utf-8").replace("id: list", f"id: {list_id}"), encoding="utf-8")
    lists, faults = load([base, local])
    assert [(fault.file, fault.line) for fault in faults] == ([(f"local/{name}", 10)] if told else [])
    assert all(told in fault.said.en for fault in faults)
    assert sum(len(word_list.terms) for word_list in lists.lists) == (3 if told else 2)


def test_a_near_rule_in_another_order_takes_no_older_ones_place(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - near: [a, b]\n    within: 3\n")
    local = write(tmp_path / "local", "terms:\n  - near: [b, a]\n    within: 3\n    severity: advise\n")
    (hint,) = load([base, local])[1]
    assert (hint.file, hint.line, hint.fatal) == ("local/prohibited/list.yaml", 10, False)
    assert hint.said.en == (
        "'b + a': the older rule stays too, since its groups stand in another order (base/prohibited/list.yaml:10); "
        "to change that one write near: [a, b]"
    )


def test_several_words_to_retire_stand_in_brackets(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n  - গাধা\n")
    local = write(tmp_path / "local", "retire: শালা, গাধা\n")
    (fault,) = load([base, local])[1]
    assert fault.said.en == "write several texts in brackets: 'retire: [শালা, গাধা]'; one text in quotation marks"


def test_a_local_term_changes_the_one_that_is_typed_in_another_way(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - অন্যা\u09df\n")
    local = write(tmp_path / "local", "terms:\n  - term: অন্যা\u09af\u09bc\n    severity: advise\n")
    lists, faults = load([base, local])
    assert not faults
    assert [term.severity.word for term in lists.lists[0].terms] == ["advise"]


def test_what_stands_twice_in_a_list_is_not_lost_below_a_local_one(tmp_path: Path) -> None:
    near = "  - near: [a, b]\n    within: 3\n"
    base = write(tmp_path / "base", f"terms:\n{near}{near}")
    lists, _ = load([base, write(tmp_path / "local", "terms:\n  - শালা\n")])
    assert [term.name for term in lists.lists[0].terms] == ["a + b", "a + b", "শালা"]


def test_two_files_of_a_folder_with_one_id_are_a_fault(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    write(base, "terms:\n  - গাধা\n", "prohibited/new.yaml", CLAUSE.format(clause="9.chha"))
    write(base, "terms:\n  - বলদ\n", "personal/list.yaml")  # another folder
    local = write(tmp_path / "local", "terms:\n  - পাঁঠা\n", "prohibited/ours.yaml")  # an overlay
    lists, faults = load([base, local])
    assert [(fault.file, fault.line) for fault in faults] == [("base/prohibited/new.yaml", 1)]
    assert (
        "'list' stands already in base/prohibited/list.yaml; delete a mere copy, keep all rows of one list in one file, give a new list another id"
        in faults[0].said.en
    )
    merged = {(one.folder, one.id): (one.clause, [term.text for term in one.terms]) for one in lists.lists}
    assert merged == {("prohibited", "list"): ("9.nga", ["শালা", "পাঁঠা"]), ("personal", "list"): ("9.nga", ["বলদ"])}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"learned/nga.tsv": "অকর্মা\t1.2\n"},
        {"data/mandates.yaml": "police:\n  - prohibited/list\n", "harmless/office.txt": "সভা\n"},
    ],
    ids=["empty", "learned", "data"],
)
def test_a_server_starts_beside_a_folder_without_lists(files: dict[str, str], tmp_path: Path) -> None:
    base, local = write(tmp_path / "base", "terms:\n  - শালা\n"), tmp_path / "local"
    local.mkdir()
    for name, text in files.items():
        (local / name).parent.mkdir()
        (local / name).write_text(text, encoding="utf-8")
    assert started(base, local) == ""


def started(*folders: Path) -> str:
    """What a server says that does not start with these folders."""
    environment = clean_environment(wordlists=":".join(map(str, folders)))
    command = [sys.executable, "-c", "import wsgi"]
    result = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    return result.stderr if result.returncode else ""


def test_no_server_starts_without_any_list(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "learned").mkdir(parents=True)
    assert "no list in this folder" in started(tmp_path / "one", tmp_path / "two")
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    assert ["no such folder" in fault.said.en for fault in load([base, tmp_path / "nowhere"])[1]] == [True]


def test_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    base = write(tmp_path / "current/wordlists", "terms:\n  - শালা\n    x: y\n")
    local = write(tmp_path / "etc/wordlists", "terms:\n  - গাধা\n    x: y\n")
    assert {fault.file for fault in load([base, local])[1]} == {
        str(folder / "prohibited/list.yaml") for folder in (base, local)
    }
    assert {fault.file for fault in load([base])[1]} == {"wordlists/prohibited/list.yaml"}


def test_a_source_is_named_from_its_folder_on_whatever_that_is_called(tmp_path: Path) -> None:
    base = write(tmp_path / "current/wordlists", "terms:\n  - শালা\n")
    local = write(tmp_path / "etc/wordlists", "terms:\n  - গাধা\n")
    (local / "learned").mkdir()
    (local / "learned/nga.tsv").write_text("অকর্মা\t1.2\n", encoding="utf-8")
    rules = Ruleset(load([base, local])[0])
    matches = [match for text in ("শালা গাধা", "অকর্মা") for match in rules.look(text)]
    assert {match.term.source for match in matches} == {
        "prohibited/list.yaml#শালা", "prohibited/list.yaml#গাধা", "learned/nga.tsv#অকর্মা"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "row", "told"),
    [
        ("nga", "অকর্মা\t0\t0\t0\tstruck", ""),
        ("nga", "অন্যা\u09af\u09bc\t0\t0\t0\tstruck", ""),  # the base has one code point for it
        ("nga", "নতুন\t0.5\t0\t0\tpinned", ""),
        ("nga", "অকর্মন\t0\t0\t0\tstruck", "hint: no entry 'অকর্মন' in this table"),
        ("ngaa", "অকর্মা\t0\t0\t0\tstruck", "no earlier folder has a ngaa.tsv; name the file as the table that it changes (nga)"),
        ("kha", "নতুন\t0.5\t0\t0\tpinned", "no earlier folder has a kha.tsv"),
        ("kha", "নতুন\t0.5", ""),  # its own table
        ("kha", "# clause: 9.kha\nনতুন\t0.5\t0\t0\tstruck", ""),  # what an office learned itself
    ],
)  # fmt: skip
def test_a_row_that_fixes_nothing_is_told(name: str, row: str, told: str, tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    for folder, file, rows in ((base, "nga", "অকর্মা\t1.2\nঅন্যা\u09df\t1.2"), (tmp_path / "local", name, row)):
        (folder / "learned").mkdir(parents=True)
        (folder / f"learned/{file}.tsv").write_text(f"{rows}\n", encoding="utf-8")
    lists, faults = load([base, tmp_path / "local"])
    assert [(fault.file, fault.line, fault.fatal) for fault in faults] == (
        [(f"local/learned/{name}.tsv", 1, not told.startswith("hint"))] if told else []
    )
    assert all(told.removeprefix("hint: ") in fault.said.en for fault in faults)
    (nga,) = (table for table in lists.learned if table.id == "nga")
    assert len({normalise(one.entry) for one in nga.rows}) == len(nga.rows)


def test_the_hash_tells_every_change(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    first = load([base])[0].hash
    assert load([base])[0].hash == first
    write(base, "terms:\n  - শালা \n")
    assert load([base])[0].hash != first


def test_yaml_guesses_no_types(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - no\n  - on\n  - 1971\n  - 0x1F\n  - null\n")
    lists, _ = load([base])
    assert [term.text for term in lists.lists[0].terms] == ["no", "on", "1971", "0x1F", "null"]


def test_a_copied_head_of_another_clause_is_a_fault(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n")
    local = write(tmp_path / "local", "terms:\n  - গাধা\n", head=CLAUSE.format(clause="9.ka"))
    lists, (fault,) = load([base, local])
    assert fault.fatal and "is of clause 9.nga; give a new list another id" in fault.said.en
    assert {one.clause for one in lists.lists} == {"9.nga"}


OLDER = """\
id: list
clause: 9.nga
title: {bn: "শিরোনাম", en: Title}
message: {bn: "মূল", en: shipped}
instead: {bn: "মূল পথ", en: "shipped way"}
severity: advise
forms: exact
romanised: []
except: [গাধা পালন]
context: [খামার]
context_files: [rejecting]
terms:
  - গাধা
"""
REJECTING = "title: {bn: 'ক', en: a}\nphrases: [নিন্দনীয়]\n"


def laid(tmp_path: Path, files: dict[str, str]) -> tuple[Ruleset, list[str]]:
    """The ruleset of OLDER and, over it, an office's folder with these files; and what is told of both."""
    for name, text in {
        "base/prohibited/list.yaml": OLDER,
        "base/data/contexts/rejecting.yaml": REJECTING,
        **{f"local/{name}": text for name, text in files.items()},
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    lists, faults = load([tmp_path / "base", tmp_path / "local"])
    return Ruleset(lists), [f"{fault.file}:{fault.line}: {fault.said.en}" for fault in faults]


SHORT = "id: list\nclause: 9.nga\n"


@pytest.mark.parametrize(
    ("head", "text", "told"),
    [
        ("", "পাঁঠা", [("advise", "shipped")]),
        ("", "পাঁঠার", []),  # forms
        ("", "patha", []),  # romanised
        ("", "গাধা পালন", []),
        ("", "খামারে পাঁঠা", []),  # context
        ("", "পাঁঠা বলা নিন্দনীয়", []),  # context_files
        ("severity: warn\n", "গাধা", [("advise", "shipped")]),  # the older rows keep their head
        ("severity: warn\n", "পাঁঠা", [("warn", "shipped")]),
        ("forms: noun\n", "পাঁঠার", [("advise", "shipped")]),
        ("context: [মেলা]\n", "খামারে পাঁঠা", [("advise", "shipped")]),
        ("context: [মেলা]\n", "মেলায় পাঁঠা", []),
        ("context: [মেলা]\n", "পাঁঠা বলা নিন্দনীয়", []),
        ("message: {bn: 'নিজের', en: own}\n", "গাধা পাঁঠা", [("advise", "shipped"), ("advise", "own")]),
        ("title: {bn: 'ক', en: a}\nmessage: {bn: 'নিজের', en: own}\n", "গাধা", [("advise", "shipped")]),
    ],
)
def test_new_rows_have_the_older_head(head: str, text: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    own = SHORT + head + "terms:\n  - পাঁঠা\n"
    rules, faults = laid(tmp_path, {"prohibited/ours.yaml": own})
    assert not faults
    assert [(match.severity.word, match.message.en) for match in rules.look(normalise(text))] == told
    assert {own.instead.en for own in rules.lists} == {"shipped way"}


@pytest.mark.parametrize(
    ("head", "instead", "says"),
    [
        ("", "shipped way", ""),
        ("instead: {bn: 'নিজের পথ', en: own way}\n", "own way", ""),
        ("says: chain\n", "shipped way", "chain"),
    ],
)
def test_an_offices_own_way_takes_the_older_ones_place(head: str, instead: str, says: str, tmp_path: Path) -> None:
    rules, faults = laid(tmp_path, {"prohibited/ours.yaml": SHORT + head + "terms:\n  - পাঁঠা\n"})
    assert not faults
    assert [(own.instead.en, own.says) for own in rules.lists] == [(instead, says)]


def test_what_each_of_two_folders_retires_stays_retired(tmp_path: Path) -> None:
    base = write(tmp_path / "base", "terms:\n  - শালা\n  - গাধা\n  - বলদ\n")
    first, second = (write(tmp_path / name, f"retire: [{gone}]\n") for name, gone in (("one", "গাধা"), ("two", "বলদ")))
    (own,) = load([base, first, second])[0].lists
    assert [term.text for term in own.terms] == ["শালা"]
    assert [term.text for term in own.unlearned] == ["গাধা", "বলদ"]
    assert [(name, file) for name, file, _ in own.retired] == [
        ("গাধা", "one/prohibited/list.yaml"),
        ("বলদ", "two/prohibited/list.yaml"),
    ]


def test_a_file_over_another_says_only_what_it_changes(tmp_path: Path) -> None:
    files = {"prohibited/ours.yaml": SHORT + "retire: [গাধা]\n", "groups/kin.yaml": "id: kin\nterms:\n  - ভাই\n"}
    rules, faults = laid(tmp_path, {**files, "flattery/list.yaml": "id: list\nclause: 6.gha\nterms:\n  - আহা\n"})
    assert faults == [  # these two lie over none
        "local/flattery/list.yaml:1: the head lacks title, message; write them for a new list; "
        "to add to one of an earlier folder check folder and id (prohibited/list)",
        "local/groups/kin.yaml:1: the head lacks title; write them for a new list; "
        "to add to one of an earlier folder check folder and id",
    ]
    assert not rules.look(normalise("গাধা"))


@pytest.mark.parametrize("name", ["clause", "title", "message"])
def test_a_new_list_has_its_whole_head_and_an_overlay_its_clause(name: str, tmp_path: Path) -> None:
    whole = SHORT + "title: {bn: 'ক', en: a}\nmessage: {bn: 'খ', en: b}\nterms:\n  - গাধা\n"
    text = "".join(line for line in whole.splitlines(keepends=True) if not line.startswith(name))
    files = {"prohibited/ours.yaml": text, "prohibited/new.yaml": text.replace("id: list", "id: new")}
    _, faults = laid(tmp_path, files)
    said = f"'{name}' is missing; write it in the head" + (" (a group belongs in groups/)" if name == "clause" else "")
    told = [f"local/prohibited/{place}.yaml:1: {said}" for place in ("new", "ours")]
    assert faults == (told if name == "clause" else told[:1])


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("terms:\n  - গাধা\n", 1, "the head lacks title, message; write them for a new list; to add to one of an earlier folder "),
        ("retire: [গাধা]\n", 3, "retire: no earlier folder has a list 'prohibited/lists'; "),
    ],
)  # fmt: skip
def test_a_list_that_lies_over_none_is_told_what_it_should_lie_over(
    body: str, line: int, said: str, tmp_path: Path
) -> None:
    shipped, own = write(tmp_path / "shipped", "terms:\n  - গাধা\n"), tmp_path / "own/prohibited"
    own.mkdir(parents=True)
    (own / "list.yaml").write_text(f"id: lists\nclause: 9.nga\n{body}", encoding="utf-8")
    for folders, cure in (
        ([shipped, own.parent], "check folder and id (prohibited/list)"),
        ([own.parent], "name the folder of the shipped lists first, as in JACHAI_WORDLISTS=wordlists:own"),
    ):
        (fault,) = load(folders)[1]
        assert (fault.file, fault.line, fault.said.en) == ("own/prohibited/list.yaml", line, said + cure)


@pytest.mark.parametrize(
    ("row", "gone"),
    [
        ("- শালা", "severity: block, except, context, replace, romanised"),
        ("- term: শালা\n    severity: block\n    except: [শালা বাগান]", "except (পাঠশালা), context, replace, romanised"),
        (
            "- term: শালা\n    severity: advise\n    except: [ক]\n    context: [খ]\n    replace: [গ]\n    romanised: [shala]",
            "except (পাঠশালা), context (হটলাইন)",
        ),
        (
            "- term: শালা\n    severity: advise\n    except: [ক, পাঠশালা]\n    context: [হটলাইন, খ]\n    replace: [গ]\n    romanised: [shala]",
            "",
        ),
        ("- গাধা", ""),
        ("- চালাক", "severity: advise, forms: exact, weight: 0.5, stage: shadow, kind: thing, message"),
        ("- term: চালাক\n    severity: block\n    weight: 0.7", "forms: exact, stage: shadow, kind: thing, message"),
    ],
)
def test_what_a_row_drops_of_the_older_one_is_hinted(tmp_path: Path, row: str, gone: str) -> None:
    old = "term: শালা\n    severity: block\n    except: [পাঠশালা]\n    context: [হটলাইন]\n    replace: [ব্যক্তি]\n    romanised: [shala]"
    light = "term: চালাক\n    severity: advise\n    forms: exact\n    weight: 0.5\n    stage: shadow\n    kind: thing\n    message: {bn: ক}"
    base = write(tmp_path / "base", f"terms:\n  - {old}\n  - {light}\n")
    _, faults = load([base, write(tmp_path / "local", f"terms:\n  {row}\n")])
    told = [fault.said.en.partition("is gone: ")[2].partition(";")[0] for fault in faults]
    assert told == ([gone] if gone else []) and not any(fault.fatal for fault in faults)


@pytest.mark.parametrize(
    ("head", "phrases", "gone"),
    [
        ("", "শালা চরিত্র, ক, খ, গ, ঘ", ""),
        ("", "শালা চরিত্র, ক, খ", "except (গ, ঘ)"),
        ("", "শালা চরিত্র", "except (ক, খ, গ, …)"),
        ("except: [মূল]\n", "ক, খ, গ, ঘ", ""),
        ("except: [অন্য]\n", "ক, খ, গ, ঘ", "except (মূল)"),  # its own head's, in the place of the shipped one's
    ],
)
def test_phrases_that_a_row_leaves_out_are_named(head: str, phrases: str, gone: str, tmp_path: Path) -> None:
    base = write(
        tmp_path / "base",
        "terms:\n  - term: শালা\n    except: [ক, খ, গ, ঘ]\n",
        head=CLAUSE.format(clause="9.nga") + "except: [মূল]\n",
    )
    row = f"terms:\n  - term: শালা\n    except: [{phrases}]\n"
    local = write(tmp_path / "local", row, head=CLAUSE.format(clause="9.nga") + head)
    _, faults = load([base, local])
    told = [fault.said.en.partition("is gone: ")[2].partition(";")[0] for fault in faults]
    assert told == ([gone] if gone else []) and not any(fault.fatal for fault in faults)


@pytest.mark.parametrize(
    ("name", "list_id", "close"),
    [
        ("9-nga-address", "address", "(prohibited/contempt-for-person)"),
        ("9-nga-address", "9-nga-address", "(prohibited/contempt-for-person)"),
        ("9-nga-address", "ours", "(prohibited/contempt-for-person)"),
        ("ours", "address", "(prohibited/contempt-for-person)"),
        ("ours", "contempt-for-persons", "(prohibited/contempt-for-person, "),  # by its spelling
        ("ours", "nga-address", "(prohibited/list, "),
        ("9-cha-list", "ours", "(prohibited/list, "),
    ],
)
@pytest.mark.parametrize("body", ["terms:\n  - গাধা\n", "retire: [গাধা]\n"])
def test_a_files_name_that_is_taken_for_an_id_leads_to_the_list(
    name: str, list_id: str, close: str, body: str, tmp_path: Path
) -> None:
    shipped, own = write(tmp_path / "shipped", "terms:\n  - গাধা\n"), tmp_path / "own/prohibited"
    other = HEAD.format(id="contempt-for-person") + CLAUSE.format(clause="9.nga") + "terms:\n  - বলদ\n"
    (shipped / "prohibited/9-nga-address.yaml").write_text(other, encoding="utf-8")
    own.mkdir(parents=True)
    (own / f"{name}.yaml").write_text(f"id: {list_id}\nclause: 9.nga\n{body}", encoding="utf-8")
    (fault,) = load([shipped, own.parent])[1]
    assert close in fault.said.en and close in fault.said.bn, fault


@pytest.mark.parametrize(("clause", "first"), [("9.cha", "second"), ("9.gha", "fourth"), ("9.nga", "first")])
def test_of_lists_whose_files_are_named_alike_that_of_the_clause_comes_first(
    clause: str, first: str, tmp_path: Path
) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own/prohibited"
    shipped.joinpath("prohibited").mkdir(parents=True)
    for letter, name in (("nga", "first"), ("cha", "second"), ("ga", "third"), ("gha", "fourth")):
        text = HEAD.format(id=name) + CLAUSE.format(clause=f"9.{letter}") + f"terms:\n  - {name}\n"
        (shipped / f"prohibited/9-{letter}-phrases.yaml").write_text(text, encoding="utf-8")
    own.mkdir(parents=True)
    (own / "ours.yaml").write_text(f"id: phrases\nclause: {clause}\nterms:\n  - গাধা\n", encoding="utf-8")
    (fault,) = load([shipped, own.parent])[1]
    assert f"check folder and id (prohibited/{first}, " in fault.said.en and fault.said.en.count("prohibited/") == 3
