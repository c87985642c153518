"""The lists' own examples: what another row, or a later folder, may do to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.reading.faults import FaultyLists
from server.wordlists.tending.lint import lint
from tests.wordlists.lists import CLAUSE, HEAD


def list_of(rows: str, name: str = "list", clause: str = "9.nga", head: str = "") -> str:
    return HEAD.format(id=name) + CLAUSE.format(clause=clause) + head + "terms:\n" + rows


def group(name: str, words: str, head: str = "") -> str:
    return HEAD.format(id=name) + head + "terms:\n" + "".join(f"  - {word}\n" for word in words.split(", "))


def told(tmp_path: Path, *layers: dict[str, str]) -> list[str]:
    """What lint says of folders with these files, "hint" in front where it stops nothing."""
    folders = []
    for number, files in enumerate(layers):
        folders.append(tmp_path / f"layer{number}")
        for name, text in files.items():
            (folders[-1] / name).parent.mkdir(parents=True, exist_ok=True)
            (folders[-1] / name).write_text(text, encoding="utf-8")
    try:
        found = lint(folders)[1]
    except FaultyLists as error:
        found = error.faults
    return [f"{'' if fault.fatal else 'hint '}{fault.file}:{fault.line}: {fault.said.en}" for fault in found]


DONKEY = '  - term: গাধা\n    flags: ["তুই একটা [[গাধা]]"]\n'


@pytest.mark.parametrize(
    ("rows", "others", "fault"),
    [
        (DONKEY, "  - একটা গাধা\n", ""),
        (DONKEY, "  - term: একটা গাধা\n    severity: advise\n", "'একটা গাধা' (layer0/prohibited/b.yaml:10) is found here instead"),
        (DONKEY, "  - তুই একটা\n", ""),  # beside it
        (DONKEY.replace("[[গাধা]]", "[[গাধা মাত্র]]"), "  - গাধা মাত্র\n", "'গাধা মাত্র' (layer0/prohibited/b.yaml:10) is found here instead"),
        (DONKEY.replace("term: গাধা", "term: গাধআ"), "  - একটা গাধা\n", "'একটা গাধা' (layer0/prohibited/b.yaml:10) is found here instead"),
        (DONKEY + "    context: [একটা]\n", "  - একটা গাধা\n", "'একটা গাধা' (layer0/prohibited/b.yaml:10) is found here instead"),
        (DONKEY.replace("গাধা]]", "বলদ]]"), "  - একটা গাধা\n", "not found; correct the term or the example"),
    ],
)  # fmt: skip
def test_a_longer_phrase_of_the_same_clause_finds_an_example_too(
    rows: str, others: str, fault: str, tmp_path: Path
) -> None:
    faults = told(tmp_path, {"prohibited/a.yaml": list_of(rows), "prohibited/b.yaml": list_of(others, "other")})
    assert len(faults) == bool(fault) and all(fault in one for one in faults), faults


def test_a_phrase_of_an_office_breaks_no_shipped_example(tmp_path: Path) -> None:
    shipped = {"prohibited/a.yaml": list_of(DONKEY)}
    assert not told(tmp_path, shipped, {"prohibited/ours.yaml": list_of("  - একটা গাধা\n", "ours")})
    milder = list_of("  - একটা গাধা\n", "ours", head="severity: advise\n")
    (hint,) = told(tmp_path, shipped, {"prohibited/ours.yaml": milder})
    assert hint.startswith("hint layer1/prohibited/ours.yaml:11: ") and "(layer0/prohibited/a.yaml:11)" in hint


NEAR = '  - near: [kin, herd]\n    within: 4\n    flags: ["[[রাম]] একটা [[ছাগল]]"]\n'
LIGHT = '  - term: অকর্মা\n    weight: 0.5\n    flags: ["তুই [[অকর্মা]] [[ছাগল]]"]\n  - term: ছাগল\n    weight: 0.5\n'


@pytest.mark.parametrize(
    ("rows", "files", "line"),
    [
        (NEAR, {"groups/ours.yaml": "id: herd\nretire: [ছাগল]\n"}, "groups/ours.yaml:2"),
        (NEAR, {"groups/ours.yaml": group("herd", "{term: ছাগল,context: [একটা]}")}, "groups/ours.yaml:6"),
        (NEAR, {"groups/ours.yaml": group("herd", "ভেড়া", "retire: [Ram, গরু, ছাগল]\n")}, "groups/ours.yaml:5"),
        (NEAR, {"groups/ours.yaml": "id: kin\nretire: [রাম]\n"}, "groups/ours.yaml:2"),
        (LIGHT, {"prohibited/ours.yaml": "id: list\nclause: 9.nga\nretire: [ছাগল]\n"}, "prohibited/ours.yaml:3"),
    ],
)
def test_what_an_office_changes_is_not_held_against_shipped_examples(
    rows: str, files: dict[str, str], line: str, tmp_path: Path
) -> None:
    shipped = {
        "prohibited/a.yaml": list_of(rows),
        "groups/kin.yaml": group("kin", "রাম, শ্যাম"),
        "groups/herd.yaml": group("herd", "ছাগল, গরু, Ram"),
    }
    assert not told(tmp_path / "alone", shipped)
    (hint,) = told(tmp_path / "both", shipped, files)
    assert hint.startswith(f"hint layer1/{line}: ") and "an example is no longer found" in hint


def test_an_offices_own_examples_are_held_to_all_the_same(tmp_path: Path) -> None:
    ours = list_of('  - term: বলদ\n    flags: ["তুই [[ছাগল]]"]\n', "ours")
    (fault,) = told(tmp_path, {"prohibited/a.yaml": list_of(DONKEY)}, {"prohibited/ours.yaml": ours})
    assert fault.startswith("layer1/prohibited/ours.yaml:11: ") and "not found" in fault


@pytest.mark.parametrize(
    ("fields", "sentence", "why"),
    [
        ("context: [বিজ্ঞপ্তি]", "বিজ্ঞপ্তি: তুই [[গাধা]]", "a forgiving word (context) in the same sentence"),
        ("except: [গাধা চত্বর]", "ওই [[গাধা]] চত্বর", "inside an exception"),
        ("weight: 0.5", "তুই একটা [[গাধা]]", "its weight does not add up to 1"),
        ("forms: exact", "তুই একটা [[গাধারা]]", ""),
        ("weight: 0.5", "তুই একটা [[বলদ]]", ""),
    ],
)
def test_what_lets_an_example_go_is_named(fields: str, sentence: str, why: str, tmp_path: Path) -> None:
    row = f'  - term: গাধা\n    {fields}\n    flags: ["{sentence}"]\n'
    (fault,) = told(tmp_path, {"prohibited/a.yaml": list_of(row)})
    assert fault.endswith(
        f"not found: {why}; change the example, or what lets it go" if why else "correct the term or the example"
    )
