"""The lists' own linter, on lists that are wrong: each in faulty/ marks the line and the words of its faults.

`# ! text; text` on a line: these faults are told there. `# ! hint text`: a hint, which stops nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.severity import Bilingual
from server.wordlists.faults import Fault, FaultyLists
from server.wordlists.lint import RULES, lint

FAULTY = sorted((Path(__file__).parent / "faulty").glob("*.yaml"))
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
    assert {rule.__name__.replace("_", "-") for rule in RULES} <= names | {
        "unknown-clause", "unknown-group", "unknown-cue", "unmarked-flags", "ansi-text"  # told in bad-clause, neither-..., test_cued, flags-not-found, ansi
    }  # fmt: skip


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    base = folder_with(tmp_path, {"prohibited/a.yaml": ""})
    (base / "prohibited/a.yaml").write_bytes("id: a\ntitle: শিরোনাম\n".encode("utf-16"))
    assert "not UTF-8" in told(base)[0].said.en


def test_a_folder_without_lists_is_no_ruleset(tmp_path: Path) -> None:
    (tmp_path / "wordlists").mkdir()
    assert "no list in this folder" in told(tmp_path / "wordlists")[0].said.en


def test_a_harmless_sentence_that_a_list_flags(tmp_path: Path) -> None:
    good = (Path(__file__).parent / "faulty/review-past.yaml").read_text(encoding="utf-8")
    files = {"prohibited/a.yaml": good, "harmless/office.txt": "# মন্তব্য\nসভা\nগাধার খামার পরিদর্শন\n"}
    faults = [fault for fault in told(folder_with(tmp_path, files)) if fault.fatal]
    assert [(fault.file, fault.line) for fault in faults] == [("wordlists/harmless/office.txt", 3)]
    assert "prohibited/a.yaml#গাধা" in faults[0].said.en


def test_near_misses_are_tried_where_that_is_asked(tmp_path: Path) -> None:
    good = (Path(__file__).parent / "faulty/review-past.yaml").read_text(encoding="utf-8")
    base = folder_with(tmp_path, {"prohibited/a.yaml": good, "harmless/near/farms.txt": "গাধার খামার পরিদর্শন\n"})
    assert not [fault for fault in lint([base])[1] if fault.fatal]
    with pytest.raises(FaultyLists, match=r"wordlists/harmless/near/farms\.txt:1"):
        lint([base], near_misses=True)


def test_faults_read_as_file_line_what() -> None:
    fault = Fault("wordlists/a.yaml", 3, Bilingual("ভুল; ঠিক করুন", "wrong; mend it"))
    assert str(fault) == "wordlists/a.yaml:3: ভুল; ঠিক করুন | wrong; mend it"
