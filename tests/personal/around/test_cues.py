"""The cues and public numbers as data: the shipped ones are fine, faults are told with file and line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from server.personal.around.cues import cues_in, shipped_cues
from server.personal.around.names import LONGEST
from server.personal.around.surroundings import Surroundings
from server.personal.particulars.numbers import LENGTHS, is_public
from server.text.normalise import normalise
from server.wordlists.facts.persons import FOLDER
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED

ROOT = Path(__file__).parents[3]


def test_the_shipped_cues_are_fine() -> None:
    assert set(LENGTHS) <= shipped_cues().kinds.keys()  # FaultyLists otherwise


def test_each_shipped_kind_is_asked_for() -> None:
    """One that is misspelt there takes its words from the finder that asks for them, and no lint can know it."""
    code = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "server").rglob("*.py")]
    said = {node.value for tree in code for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert not [f"{file}: {kind}" for kind, file in shipped_cues().kinds.items() if kind not in said]


def test_no_cue_is_longer_than_is_looked_for() -> None:
    assert max(map(len, shipped_cues().phrases)) <= LONGEST


def folder_with(base: Path, **files: str) -> Path:
    (base / FOLDER).mkdir(parents=True)
    for name, text in files.items():
        (base / FOLDER / f"{name}.yaml").write_text(text, encoding="utf-8")
    return base


def faults_of(tmp_path: Path, **files: str) -> list[str]:
    with pytest.raises(FaultyLists) as failed:
        cues_in([folder_with(tmp_path, **files)])
    return [str(fault) for fault in failed.value.faults]


@pytest.mark.parametrize(
    "text, line, said",
    [
        ("cues:\n  nid:\n    - nid\n    - NID\n", 4, "stands already"),
        ("cues:\n  nid:\n    - '123'\n", 3, "in letters"),
        ("queues:\n  nid: [nid]\n", 1, "write 'cues'"),
        ("numbers:\n  - number: ৯৯৯\n    nam: x\n", 3, "write 'name'"),
        ("numbers:\n  - number: nine\n", 2, "digits only"),
        (
            "hosts: [office.org, 'https://office.org/']\n",
            1,
            "'https://office.org/' would match no address; write it as in example.org",
        ),
        ("hosts:\n  - www.office.org\n", 2, "'www.office.org' would match no address"),
        ("hosts: a.org, b.org\n", 1, "'a.org, b.org' would match no address"),
        ("mail: [info, control@]\n", 1, "'control@' would match no address; write it as in info"),
        ("review: soon\n", 1, "2026-11-24"),
        ("title: x\n", 1, "bn:"),
        ("cues: [\n", 1, "check brackets and commas of this line"),
        ("cues:\n  given: টুনটুনি, ভুনভুনি\n", 2, "write several texts in brackets: 'given: [টুনটুনি, ভুনভুনি]'"),
        ("cues:\n  phone:\n    - যন্ত্রালাপ, কথাযন্ত্র\n", 3, "'যন্ত্রালাপ, কথাযন্ত্র' is read as one phrase"),
        ("cues:\n  surname:\n    - কচুরায়\n    - কাল্পনিকা (পদবি)\n", 4, "'কাল্পনিকা (পদবি)': the signs"),
        ("cues:\n  surname:\n    - =কচু=রায়\n", 3, "'=কচু=রায়': the signs"),
        ("cues:\n  surname:\n    - কচুরায় - পদবি\n", 3, "write a remark as '- কচুরায়  # পদবি'"),
        ("cues:\n  nid: [nid]\n  surnme: [কচুরায়]\n", 3, "no kind 'surnme'; write one of: surname, "),
        ("cues:\n  qqqq: [কচুরায়]\n", 2, "‘qqqq’ নামে কোনো ধরন নেই; এগুলোর একটি লিখুন: … (data/personal/*.yaml)"),
    ],
)
def test_a_fault_has_its_line_and_cure(tmp_path: Path, text: str, line: int, said: str) -> None:
    faults = faults_of(tmp_path, some=text)
    assert any(f"some.yaml:{line}:" in fault and said in fault for fault in faults), faults


def test_a_shipped_kind_belongs_to_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = folder_with(tmp_path / "wordlists", a="cues:\n  ours: [nid]\n", b="cues:\n  ours: [voter]\n")
    for module in ("server.personal.around.cues", "server.wordlists.reading.folders"):
        monkeypatch.setattr(f"{module}.SHIPPED", shipped)
    office = folder_with(tmp_path / "office", **{"our-own": "cues:\n  ours: [card]\n"})
    with pytest.raises(FaultyLists) as failed:
        cues_in([shipped, office])
    (fault,) = map(str, failed.value.faults)
    assert fault.startswith("wordlists/data/personal/b.yaml:2: ")
    assert "'ours' stands in wordlists/data/personal/a.yaml too; keep it in one file" in fault


def test_signs_that_are_part_of_a_cue_are_no_fault(tmp_path: Path) -> None:
    rows = ["কচু-রায়", "মা’মুনটাইপ", "ma'muntype", "=কচুকর", '"=কচুকার"', '"a/c kochu"', '"কচু, ঘেঁচু"', "ড. কচু"]
    text = "cues:\n  surname:\n" + "".join(f"    - {row}\n" for row in rows)
    assert cues_in([folder_with(tmp_path, ours=text)]).phrases


@pytest.mark.parametrize("shipped_first", [True, False])
def test_an_offices_words_are_added_to_a_shipped_kind(tmp_path: Path, shipped_first: bool) -> None:
    files = {
        "a-first": "cues:\n  surname: [কচুরায়, রহমান]\n",  # read before the shipped file, the others after it
        "our-people": "cues:\n  surname: [কচুরায়, ঘেঁচুরায়]\n  nid: [কচু কার্ড]\n",
        "zz-last": "numbers:\n  - number: ১২৩৪\nhosts: [kochu.test]\n",
    }
    folders = [SHIPPED, folder_with(tmp_path / "office", **files)]
    cues = cues_in(folders if shipped_first else folders[::-1])
    text = normalise("রহমান কচুরায়ের ঘেঁচুরায় কচু কার্ড ভোটার আইডি")
    kinds = [mark.kind for mark in Surroundings(text, cues).marks]
    assert [kind for kind in kinds if kind in ("surname", "nid")] == [*["surname"] * 3, "nid", "nid"]  # each once
    assert is_public("1234", cues) and "kochu.test" in cues.public["hosts"]
    assert not is_public("1234", shipped_cues()) and cues.kinds == shipped_cues().kinds


@pytest.mark.parametrize("one, other", [("=কচুকর", "কচুকর"), ("কচুকর", "=কচুকর")])
def test_of_two_files_the_wider_cue_counts(tmp_path: Path, one: str, other: str) -> None:
    base = folder_with(tmp_path, a=f"cues:\n  surname: ['{one}']\n", b=f"cues:\n  surname: ['{other}']\n")
    for text in ("কচুকর", "কচুকরের"):
        assert [mark.kind for mark in Surroundings(normalise(text), cues_in([base])).marks] == ["surname"]


def test_a_kind_is_known_that_an_offices_file_of_the_same_name_hides(tmp_path: Path) -> None:
    people = folder_with(tmp_path / "a", people="cues:\n  nid: [কচু]\n")
    cues = cues_in([people, folder_with(tmp_path / "b", ours="cues:\n  surname: [কচুরায়]\n")])
    assert {"nid", "surname"} <= {cue.kind for those in cues.phrases.values() for cue in those}


@pytest.mark.parametrize("number", ["01944333222", "+8801944333222", "01320000888", "01320123456", "01769123456"])
def test_hotlines_and_official_series_are_public(number: str) -> None:
    assert is_public(number.lstrip("+"), shipped_cues())


@pytest.mark.parametrize("number", ["01944333223", "01321123456", "01712345678"])
def test_a_mobile_beside_them_is_not(number: str) -> None:
    assert not is_public(number, shipped_cues())


def test_every_short_code_has_few_digits_or_is_a_mobile() -> None:
    for number in shipped_cues().public["numbers"]:
        assert len(number) <= 5 or (len(number) == 11 and number.startswith("01")), number


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("জাতীয় পরিচয়পত্রের নম্বর", {"nid"}),
        ("এন.আই.ডি", {"nid"}),
        ("সঞ্চয়ী হিসাবের", {"bank"}),
        ("প্রধান অতিথি হিসাবে", set()),
        ("national\nid", set()),
        ("কার্যালয়ের", {"office"}),
        ("ওসিলা", set()),
        ("মোঃ করিম", {"honorific", "surname"}),
        ("কার্যালয় ঃ", {"office"}),
        ("ঃ ঃঃ", set()),
    ],
)
def test_cues_are_whole_words_with_their_endings(text: str, kinds: set[str]) -> None:
    assert {mark.kind for mark in Surroundings(normalise(text)).marks} & {
        "nid",
        "bank",
        "office",
        "post",
        "honorific",
        "surname",
    } == kinds
