"""The lists' own linter, on lists that are wrong: each in faulty/ marks the line and the words of its faults.

`# ! text; text` on a line: these faults are told there. `# ! hint text`: a hint, which stops nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.bilingual import Bilingual
from server.checker import DATA, OWN_ACCOUNT, read_data
from server.checks import all_checks
from server.text.normalise import normalise
from server.wordlists.facts.guideline import read_guideline
from server.wordlists.reading.faults import Fault, Faults, FaultyLists
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.tending.hints import hints
from server.wordlists.tending.lint import RULES, RULES_OF_FORMS, lint

pytestmark = pytest.mark.thorough

FAULTY = sorted((Path(__file__).parents[1] / "faulty").glob("*.yaml"))
MARK = re.compile(r"#\s!\s(.*)")
GROUP = """\
id: faulty-group
title:
  bn: "দল"
  en: "Group"
terms:
  - রাম
"""


def folder_with(tmp_path: Path, files: dict[str, str]) -> Path:
    base = tmp_path / "wordlists"
    for name, text in files.items():
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text(text, encoding="utf-8")
    return base


def told(base: Path) -> list[Fault]:
    try:
        return lint([base])[1]
    except FaultyLists as error:
        return error.faults


def expected(text: str) -> set[tuple[int, str]]:
    marks = set()
    for number, line in enumerate(text.splitlines(), 1):
        found = MARK.search(line)
        if found:
            marks |= {(number, part.strip()) for part in re.split(r"; (?='|block|write either)", found[1])}
    return marks


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_faulty_list(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    base = folder_with(tmp_path, {f"prohibited/{path.name}": text, "groups/faulty-group.yaml": GROUP})
    faults = told(base)
    marks = expected(text)
    assert marks
    for fault in faults:
        assert fault.file == f"wordlists/prohibited/{path.name}"
        at_line = {mark for line, mark in marks if line == fault.line}
        assert any(_says(fault, mark) for mark in at_line), f"unexpected: {fault}"
    for line, mark in marks:
        assert any(fault.line == line and _says(fault, mark) for fault in faults), f"not told at {line}: {mark}"


def _says(fault: Fault, mark: str) -> bool:
    if mark.startswith("hint "):
        return not fault.fatal and mark.removeprefix("hint ") in fault.said.en
    return fault.fatal and re.sub(r"^\d+ ", "", mark) in fault.said.en


def test_every_fault_speaks_bangla_first(tmp_path: Path) -> None:
    files = {f"prohibited/{path.name}": path.read_text(encoding="utf-8") for path in FAULTY}
    faults = told(folder_with(tmp_path, files))
    assert len(faults) > 25  # all at once
    for fault in faults:
        assert re.search("[\u0980-\u09ff]", fault.said.bn), fault
        assert str(fault).startswith(f"{fault.file}:{fault.line}: ")


def test_every_rule_has_a_faulty_list() -> None:
    names = {path.stem for path in FAULTY}
    assert {rule.__name__.replace("_", "-") for rule in (*RULES, *RULES_OF_FORMS)} <= names | {
        "unknown-clause", "unknown-group", "name-of-politics", "unknown-cue", "unmarked-flags", "ansi-text", "other-letter", "without-use"  # told in bad-clause, neither-..., test_cued, flags-not-found, ansi, below
    }  # fmt: skip


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": ""})
    (base / "prohibited/a.yaml").write_bytes("id: a\ntitle: শিরোনাম\n".encode("utf-16"))
    assert "not UTF-8" in told(base)[0].said.en


GOOD = (Path(__file__).parents[1] / "faulty/review-past.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "written", "line"),
    [
        ("harmless/office.txt", b"# caf\n\xe9\n", 2),  # cp1252
        ("harmless/posts/office.txt", b"caf\xe9\n", 1),
        ("learned/names.txt", "[party]\nনাম\n".encode("utf-16"), 1),
        ("learned/senses.txt", b"[woman]\nmeye\ncaf\xe9\n", 3),
        ("learned/nga.tsv", b"# clause: 9.nga\ncaf\xe9\t1\n", 2),
        ("VERSION", b"\xe9\n", 1),
    ],
)
def test_a_text_that_is_not_utf8_is_told_at_its_line(name: str, written: bytes, line: int, tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD, name: ""})
    assert not [fault for fault in told(base) if fault.fatal]
    (base / name).write_bytes(written)
    with pytest.raises(FaultyLists) as failed:
        lint([base], thoroughly=True)
    faults = [fault for fault in failed.value.faults if fault.fatal]
    assert [(fault.file, fault.line) for fault in faults] == [(f"wordlists/{name}", line)]
    assert "save it as UTF-8" in faults[0].said.en


@pytest.mark.parametrize(
    ("sentence", "told_as"),
    [
        *(
            (lost, "saved as ANSI, the Bangla is lost")
            for lost in ("???? ????? ??????", "????", "??????।", "সভা \ufffd\ufffd হবে")
        ),
        ("AvMvgxKvj mKv‡j mfv AbywôZ n‡e", "is Bijoy (ANSI) text; write Unicode"),
        *((kept, "") for kept in ("কী?? কেন???", "??", "👍👍", "…", "১০:০০?", "# ???? ????")),
    ],
)
def test_a_harmless_sentence_that_was_lost_is_told(sentence: str, told_as: str, tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD, "harmless/office.txt": f"সভা হবে\n{sentence}\n"})
    faults = [fault for fault in told(base) if fault.fatal]
    assert [(fault.file, fault.line) for fault in faults] == [("wordlists/harmless/office.txt", 2)] * bool(told_as)
    assert all(told_as in fault.said.en for fault in faults)


@pytest.mark.parametrize(
    "name",
    [
        "prohibited/b.yaml",
        "groups/b.yaml",
        "data/parties/b.yaml",
        "data/contexts/b.yaml",
        "data/personal/b.yaml",
        "learned/b.tsv",
    ],
)
def test_a_folder_or_a_lost_link_named_as_a_list_is_told(name: str, tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD, name: ""})
    (base / name).unlink()
    (base / name).mkdir()
    _asserts_unreadable(base, name, "this is a folder and no file")
    (base / name).rmdir()
    (base / name).symlink_to(base / "nowhere")
    _asserts_unreadable(base, name)


def _asserts_unreadable(base: Path, name: str, said: str = "cannot be read") -> None:
    faults = [fault for fault in told(base) if fault.fatal]
    assert {fault.file for fault in faults} == {f"wordlists/{name}"}
    assert any(said in fault.said.en and fault.line == 1 for fault in faults)


def test_words_that_hints_are_made_of_may_be_unreadable(tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD, "harmless/words.tsv": ""})
    (base / "harmless/words.tsv").write_bytes("সভা\t9\n".encode() + b"caf\xe9\t1\n")
    found = hints([base], lint([base])[0])
    assert [(hint.file, hint.line, hint.fatal) for hint in found] == [("wordlists/harmless/words.tsv", 2, False)]


@pytest.mark.parametrize(
    "name", ["prohibited/.#a.yaml", "data/contexts/.#b.yaml", "data/.git/c.yaml", "learned/.#nga.tsv"]
)
def test_an_editors_lock_is_no_list(name: str, tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD})
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).symlink_to("staff@pc.4242:1700000000")
    assert not [fault for fault in told(base) if fault.fatal]
    (base / name).unlink()
    (base / name).write_text("[", encoding="utf-8")
    assert not [fault for fault in told(base) if fault.fatal]


@pytest.mark.parametrize(
    ("name", "cures"),
    [
        ("prohibited/b.yaml", ["the file is empty; write id, clause, title, message and terms, or delete it"]),
        ("groups/b.yaml", ["the file is empty; write id, title and terms, or delete it"]),
        ("data/parties/b.yaml", ["the file is empty; write id, title, names, status and review, or delete it"]),
        ("data/contexts/b.yaml", ["write the phrases below 'phrases'"]),
        ("data/answers.yaml", ["write the phrases below 'courtesies'", "write the phrases below 'says_nothing'"]),
        ("data/platforms.yaml", ["the file is empty; write what belongs there, or delete it"]),
        ("data/personal/our-numbers.yaml", ["the file is empty; write what belongs there, or delete it"]),
        ("data/mandates.yaml", []),
        ("guideline.yaml", ["no clause at all; write clauses:"]),
    ],
)
def test_the_cure_of_an_empty_file_fits_it(name: str, cures: list[str], tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD, name: "# এখনো কিছু নেই\n"})
    try:
        read_data(lint([base])[0])
        faults = []
    except FaultyLists as error:
        faults = [fault for fault in error.faults if fault.fatal]
    assert {fault.file for fault in faults} == ({f"wordlists/{name}"} if cures else set())
    assert sorted(fault.said.en for fault in faults) == sorted(cures)


def test_what_forgives_is_told_once_where_it_stands(tmp_path: Path) -> None:
    shared = "title: {bn: 'শিরোনাম', en: Title}\nphrases:\n  - নাটক\n  - '…'\n"
    files = {f"prohibited/{name}.yaml": GOOD.replace("id: faulty", f"id: {name}") for name in ("a", "b")}
    head = "context_files: [foo]\nterms:\n  - বলদ{}\n"
    files = {name: text.replace("terms:\n", head.format(name[-6])) for name, text in files.items()}
    faults = [
        fault for fault in told(folder_with(tmp_path, {**files, "data/contexts/foo.yaml": shared})) if fault.fatal
    ]
    assert [(fault.file, fault.line) for fault in faults if "no letter" in fault.said.en] == [
        ("wordlists/data/contexts/foo.yaml", 4)
    ]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("demeaning", "অকর্মা\t1\n", "no clause '9.demeaning'"),
        ("nga", "# clause: 9.ngaa\nঅকর্মা\t1\n", "no clause '9.ngaa'"),
        ("nga", "অকর্মা\t1\n", ""),
        ("ours", "# clause: 9.nga\nঅকর্মা\t1\n", ""),
        ("said", "# clause: 9\n# adds_to: letter\nকুটিল\t1\n", ""),  # it has no finding of its own
    ],
)
def test_a_table_cites_a_clause_that_is_there(name: str, text: str, fault: str, tmp_path: Path) -> None:
    rival = "# rival: letter\n# clause: 9.nga\nলোভী\t1\n"
    files = {"prohibited/a.yaml": GOOD, "learned/rival.tsv": rival, f"learned/{name}.tsv": text}
    faults = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert [(one.file, one.said.en.partition(";")[0]) for one in faults] == (
        [(f"wordlists/learned/{name}.tsv", fault)] if fault else []
    )


def test_an_own_guideline_has_every_clause_that_the_checks_cite(tmp_path: Path) -> None:
    one = "edition: '2016'\nclauses:\n  - id: 9.nga\n    label: {'2016': x}\n    bn: a\n    instead: {bn: a}\n"
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD, "guideline.yaml": one})
    (fault,) = [one for one in told(base) if one.fatal]
    missing = set(fault.said.en.partition(": ")[2].partition(";")[0].split(", "))
    assert fault.file == "wordlists/guideline.yaml" and "9.nga" not in missing
    assert {"5.tta.ii", "6.ga", "8"} <= missing
    (base / "guideline.yaml").write_bytes((SHIPPED / "guideline.yaml").read_bytes())
    assert not [one for one in told(base) if one.fatal]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("prohibited/9-cha-ours.yaml", "the file is named for 9.cha, its clause is 9.nga; write clause: 9.cha, or rename the file to 9-nga-ours.yaml"),
        ("prohibited/9-chha-9-cha-ours.yaml", "or rename the file to 9-nga-9-cha-ours.yaml"),
        ("prohibited/9_cha_h33.yaml", "write clause: 9.cha, or rename the file to 9-nga-h33.yaml"),
        ("prohibited/9-ছ-a7.yaml", "the file is named for 9.chha, its clause is 9.nga"),
        ("prohibited/৯ছ-a7.yaml", "write clause: 9.chha, or rename the file to 9-nga-a7.yaml"),
        ("prohibited/9-Chha-a7.yaml", "the file is named for 9.chha"),
        ("prohibited/chha-a6.yaml", "hint the file is named for 9.chha"),
        ("prohibited/ছ-a6.yaml", "hint the file is named for 9.chha"),
        ("prohibited/cha-ours.yaml", "hint the file is named for 9.cha, "),  # or for tea
        ("prohibited/9-nga-ours.yaml", ""),
        ("prohibited/৯_ঙ_ours.yaml", ""),
        ("prohibited/nga-ours.yaml", ""),
        ("prohibited/9-ngax-ours.yaml", ""),  # no letter of the guideline
        ("prohibited/chha.yaml", ""),
        ("prohibited/chhatra-league.yaml", ""),
        ("personal/9-cha-ours.yaml", ""),
        ("prohibited/ours-9-cha-.yaml", ""),
        ("prohibited/9-cha.yaml", ""),
    ],
)  # fmt: skip
def test_a_file_is_named_for_its_letter(name: str, fault: str, tmp_path: Path) -> None:
    text = GOOD if name.startswith("prohibited") else GOOD.replace("9.nga", "6.ga")
    faults = [one for one in told(folder_with(tmp_path, {name: text})) if one.line == 2]
    assert [(one.file, one.fatal) for one in faults] == (
        [(f"wordlists/{name}", not fault.startswith("hint "))] if fault else []
    )
    said = fault.removeprefix("hint ")
    assert all(said in one.said.en and re.search("9-nga-.*yaml", one.said.bn) for one in faults)


@pytest.mark.parametrize(
    ("clause", "cure"),
    [
        ("5.ja", "no folder takes lists for 5.ja; choose a clause of 9.…, or write a check"),
        ("6.ga", "a list for 6.ga belongs in: personal/"),
    ],
)
def test_where_a_foreign_clause_belongs(clause: str, cure: str, tmp_path: Path) -> None:
    files = {"prohibited/a.yaml": GOOD.replace("9.nga", clause)}
    (fault,) = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert fault.said.en.startswith("prohibited/ is for clause 9.…; ") and cure in fault.said.en


@pytest.mark.parametrize("clause", ["9.nga", "9.zha"])
def test_a_groups_clause_is_told_once(clause: str, tmp_path: Path) -> None:
    files = {"prohibited/a.yaml": GOOD, "groups/faulty-group.yaml": f"clause: {clause}\n{GROUP}"}
    (fault,) = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert fault.said.en.startswith("unknown field 'clause'")


def test_every_clause_that_a_check_cites_is_a_shipped_one() -> None:
    known = read_guideline(SHIPPED / "guideline.yaml", Faults("guideline.yaml")).clauses
    assert {OWN_ACCOUNT, *(clause for check in all_checks() for clause in check.clauses)} <= set(known)


BLOCKED = """\
  - term: পাঁঠা
    stage: {stage}
    severity: block
    flags: ["তুই একটা {flags}"]
    passes: ["{passes}"]
"""


@pytest.mark.parametrize(
    ("flags", "passes", "fault"),
    [
        ("[[পাঁঠা]]", "ছাগল পালন", ""),
        ("[[ছাগল]]", "ছাগল পালন", "not found"),
        ("[[পাঁঠা]]", "পাঁঠা পালন", "'পাঁঠা' is found"),
    ],
)
@pytest.mark.parametrize("stage", ["shadow", "warn", "live"])
def test_a_block_may_be_on_trial(stage: str, flags: str, passes: str, fault: str, tmp_path: Path) -> None:
    terms = BLOCKED.format(stage=stage, flags=flags, passes=passes)
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD + terms})
    faults = [one for one in told(base) if one.fatal]
    assert len(faults) == bool(fault) and all(fault in one.said.en for one in faults)


def test_what_is_on_trial_is_not_shown(tmp_path: Path) -> None:
    terms = BLOCKED.format(stage="shadow", flags="[[পাঁঠা]]", passes="ছাগল পালন")
    rules, _ = lint([folder_with(tmp_path, {"prohibited/a.yaml": GOOD + terms})])
    assert not rules.look(normalise("তুই একটা পাঁঠা"))


def test_a_folder_without_lists_is_no_ruleset(tmp_path: Path) -> None:
    (tmp_path / "wordlists").mkdir()
    assert "no list in this folder" in told(tmp_path / "wordlists")[0].said.en


def test_a_term_that_flags_harmless_sentences_is_told_once(tmp_path: Path) -> None:
    good = (Path(__file__).parents[1] / "faulty/review-past.yaml").read_text(encoding="utf-8")
    written = "# মন্তব্য\nসভা\nগাধার খামার পরিদর্শন\nগাধা এক\nগাধা দুই গাধা\nগাধা তিন\n"
    files = {"prohibited/a.yaml": good, "harmless/office.txt": written}
    (fault,) = [fault for fault in told(folder_with(tmp_path, files)) if fault.fatal]
    assert (fault.file, fault.line) == ("wordlists/prohibited/a.yaml", 10)
    assert "'গাধা' flags harmless sentences (4): 'গাধার খামার পরিদর্শন' (wordlists/harmless/office.txt:3), " in fault.said.en
    assert fault.said.en.count("office.txt:") == 3


def test_near_misses_are_tried_where_that_is_asked(tmp_path: Path) -> None:
    good = (Path(__file__).parents[1] / "faulty/review-past.yaml").read_text(encoding="utf-8")
    base = folder_with(tmp_path, {"prohibited/a.yaml": good, "harmless/near/farms.txt": "গাধার খামার পরিদর্শন\n"})
    assert not [fault for fault in lint([base])[1] if fault.fatal]
    with pytest.raises(FaultyLists, match=r"wordlists/harmless/near/farms\.txt:1"):
        lint([base], thoroughly=True)


def test_of_rows_that_are_due_on_one_day_one_is_told(tmp_path: Path) -> None:
    """Those of a file that has the date in its head, as each party's file has, are due together."""
    dates = ("2020-01-01", "2020-02-01", "২০২০-০২-০১", "2020-02-01", "2099-01-01")
    terms = "".join(f"  - term: {word}টাইপ\n    review: {day}\n" for word, day in zip("কখগঘঙ", dates, strict=True))
    files = {"prohibited/a.yaml": GOOD.partition("  - ")[0] + terms, "prohibited/b.yaml": GOOD.replace("faulty", "b")}
    assert [
        (hint.file[-6:], hint.line, hint.said.en.partition(";")[0]) for hint in told(folder_with(tmp_path, files))
    ] == [
        ("a.yaml", 10, "its review was due on 2020-01-01"),
        ("a.yaml", 12, "its review was due on 2020-02-01 (3 rows)"),
        ("b.yaml", 10, "its review was due on 2020-01-01"),
    ]


def test_a_file_of_numbers_that_is_due_for_review_is_told(tmp_path: Path) -> None:
    """As the shipped hotlines are once a year; a date to come, none, and one that its reader refuses are not."""
    dates = {
        "a": "review: 2020-01-01\n",
        "b": "review: ২০২০-০২-০১\n",
        "c": "review: 2999-01-01\n",
        "d": "",
        "e": "review: now\n",
    }
    title = "# ক\ntitle: {bn: হটলাইন, en: Hotlines}\n"
    files = {f"data/personal/our-{name}.yaml": title + date for name, date in dates.items()}
    base = folder_with(tmp_path, {"prohibited/a.yaml": GOOD.replace("2020", "2999"), **files})
    assert [(hint.file, hint.line, hint.said.en, hint.fatal) for hint in lint([base], thoroughly=True)[1]] == [
        (
            f"wordlists/data/personal/our-{name}.yaml",
            3,
            f"its review was due on {day}; review it and set a new date",
            False,
        )
        for name, day in (("a", "2020-01-01"), ("b", "2020-02-01"))
    ]


def test_what_the_lists_are_refused_for_is_told_with_the_hints_of_faulty_lines_alone() -> None:
    said = {name: Bilingual(name, name) for name in "abc"}
    hint, fault, beside = (
        Fault("a", 1, said["a"], fatal=False),
        Fault("b", 2, said["b"]),
        Fault("b", 2, said["c"], fatal=False),
    )
    refused = FaultyLists([beside, hint, fault])
    assert refused.faults == [hint, fault, beside] and str(refused) == f"{fault}\n{beside}"
    assert str(FaultyLists([hint])) == str(hint)


def test_faults_read_as_file_line_what() -> None:
    fault = Fault("wordlists/a.yaml", 3, Bilingual("ভুল; ঠিক করুন", "wrong; mend it"))
    assert str(fault) == "wordlists/a.yaml:3: ভুল; ঠিক করুন | wrong; mend it"


@pytest.mark.parametrize("clause", ["৯(ঙ)", "৯.ঙ", "9 (ঙ)", "৯ঙ", "9-nga", "9nga", "ঙ", "(ঙ)", "nga"])
def test_a_clause_is_known_whatever_signs_stand_in_it(clause: str, tmp_path: Path) -> None:
    files = {"prohibited/a.yaml": GOOD.replace("clause: 9.nga", f"clause: {clause}")}
    (fault,) = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert fault.said.en.startswith(f"no clause '{clause}'; write one of these as clause: 9.nga, … ")


NEAR = "  - near: [faulty-group, other-group]\n    within: 4\n"
OTHER = GROUP.replace("faulty-group", "other-group").replace("রাম", "শ্যাম")


def test_a_group_that_cannot_be_read_is_the_only_fault_there_is(tmp_path: Path) -> None:
    files = {
        "prohibited/a.yaml": GOOD + NEAR,
        "groups/faulty-group.yaml": GROUP,
        "groups/other-group.yaml": OTHER.replace("terms:", "terms"),
    }
    (fault,) = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert fault.file == "wordlists/groups/other-group.yaml" and "put a colon behind 'terms'" in fault.said.en
    (tmp_path / "wordlists/groups/other-group.yaml").write_text(GROUP.replace("faulty", "another"), encoding="utf-8")
    (fault,) = [one for one in told(tmp_path / "wordlists") if one.fatal]
    assert fault.said.en.startswith("no group 'other-group'")


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("canteen-words", "write the id of one (no word, no file's name): mess"),
        ("canteen-word", "faulty-group"),
        ("a", "groups/*.yaml"),  # which is the name of a list
    ],
)
def test_of_a_groups_file_the_id_is_offered(name: str, cure: str, tmp_path: Path) -> None:
    files = {
        "prohibited/a.yaml": GOOD + NEAR.replace("other-group", name),
        "groups/faulty-group.yaml": GROUP,
        "groups/canteen-words.yaml": OTHER.replace("other-group", "mess"),
    }
    (fault,) = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert fault.said.en.startswith(f"no group '{name}'")
    assert ("mess" in fault.said.en) is (name == "canteen-words")
    assert cure in fault.said.en or name == "canteen-word"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("near: [faulty-group, other-group], within: 4", "'faulty-group + other-group' stands already at"),
        ("near: [faulty-group, other-group], within: 4, except: [রাম-শ্যাম]", "stands already at"),
        ("near: [faulty-group, other-group], within: 4, severity: advise", "stands already with another severity at"),
        ("near: [faulty-group, other-group], within: 5", ""),
        ("near: [other-group, faulty-group], within: 4", ""),  # the first group matters
    ],
)
@pytest.mark.parametrize(("file", "clause"), [("a", "9.nga"), ("b", "9.nga"), ("b", "9.cha")])
def test_a_near_rule_stands_once_for_a_clause(file: str, clause: str, row: str, fault: str, tmp_path: Path) -> None:
    files = {"prohibited/a.yaml": GOOD + NEAR, "groups/faulty-group.yaml": GROUP, "groups/other-group.yaml": OTHER}
    head = GOOD.partition("terms:")[0].replace("id: faulty", "id: b").replace("9.nga", clause)
    before = files.get(f"prohibited/{file}.yaml", f"{head}terms:\n")
    files[f"prohibited/{file}.yaml"] = f"{before}  - {{{row}}}\n"
    faults = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert [(one.file, one.line) for one in faults] == (
        [(f"wordlists/prohibited/{file}.yaml", len(before.splitlines()) + 1)] if fault and clause == "9.nga" else []
    )
    assert all(fault in one.said.en and "wordlists/prohibited/a.yaml:" in one.said.en for one in faults)


def test_words_of_two_groups_are_no_duplicates_for_a_clause_that_no_group_has(tmp_path: Path) -> None:
    files = {
        "prohibited/a.yaml": GOOD,
        "groups/faulty-group.yaml": f"clause: 9.nga\n{GROUP}",
        "groups/other-group.yaml": f"clause: 9.nga\n{OTHER.replace('শ্যাম', 'রাম')}",
    }
    faults = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert [one.said.en.partition(":")[0] for one in faults] == ["unknown field 'clause'"] * 2


def test_data_is_read_before_a_sentence_is_tried(tmp_path: Path) -> None:
    """Without the names that stand in it, thousands of words would seem to flag them."""
    people = "title: {bn: ক, en: K}\ncues:\n  given:\n    - রহিমা\n    -করিমন\n"
    files = {
        "prohibited/a.yaml": GOOD.replace("severity", "severty"),
        "data/personal/our-people.yaml": people,
        "data/frames.yaml": "greeting: [ক]\n",
        "harmless/a.txt": "গাধা\n",
        "prohibited/b.yml": GOOD,
    }
    with pytest.raises(FaultyLists) as error:
        lint([folder_with(tmp_path, files)], thoroughly=True, data=DATA)
    told_of = {fault.file for fault in error.value.faults if fault.fatal}
    assert told_of >= {f"wordlists/{name}" for name in files if name.startswith(("data", "prohibited/b"))}
    assert "wordlists/harmless/a.txt" not in told_of


PARTY = """\
id: lal-dal
title: {bn: লাল দল, en: Red}
names: [লাল দল]
symbols: [হাতপাখা]
leaders: [করিম শেখ]
status: [{state: registered, since: 2008-11-01, seen: 2026-11-01, source: own}]
review: 2999-01-01
"""


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("- লাল দল", True),
        ("- হাতপাখা", True),
        ("- করিম শেখ", True),
        ("- {term: লাল দল, weight: 0.6}", False),  # it only adds up
        ("- লাল দলের দালাল", False),
    ],
)
def test_no_partys_name_is_a_term_by_itself(row: str, is_told: bool, tmp_path: Path) -> None:
    files = {"prohibited/a.yaml": GOOD + f"  {row}\n", "data/parties/lal-dal.yaml": PARTY}
    faults = [one for one in told(folder_with(tmp_path, files)) if one.fatal]
    assert [(one.file, "lal-dal.yaml" in one.said.en) for one in faults] == (
        [("wordlists/prohibited/a.yaml", True)] if is_told else []
    )
