"""What a maintainer is told of a file that YAML cannot read: the line that was meant, and its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.wordlists.reading.faults import Faults
from server.wordlists.reading.source import MAX_BYTES, items, mapping, read, text, texts

TAB = "use spaces, not a tab"
QUOTE = "close the quotation mark of this line"
SPACE, COLON, DASH = "put a space behind the colon: ", "put a colon behind ", "put a space behind the dash: "
SIGN, BELOW = "put the whole text in quotation marks where it begins with ", "below the letter behind '- '"
MARKS, SHEET = "put the sentence with its marks in quotation marks", "take the quotation marks around the line"
TWO, ONE = "put the whole text in quotation marks where a colon stands in it: ", "begin the row with one '- ' alone: "
WITHIN, LINE = "put the whole text in one pair of quotation marks", "delete this line of signs"
APART, NEXT = "write one field a line: ", "on the next line, further in than "
LEAVE, ROWS = "leave nothing behind ", "write it on a line of its own, as the rows below: "
PAIR = "write all texts within one pair of brackets, commas between: "
UNKNOWN = "check indents, colons and quotation marks"
CASES = [
    ("terms:\n\t- ক\n", 2, TAB),
    ("terms:\n  -\tক\n", 2, TAB),
    ("title:\n\tbn: ক\n", 2, TAB),
    ("terms:\n  - term: ক\n\t  note: খ\n", 3, TAB),
    ("id: a\n\t# মন্তব্য\nterms:\n  - ক\n", 2, TAB),
    ("note: 'ক\tখ'\nterms: @ক\n", 2, SIGN + "@"),  # a tab elsewhere is no fault
    ("terms:\n  - ক\n  -খ\n  - গ\n", 3, DASH + "'- খ'"),
    ("terms:\n  - ক\n  -খ  # মন্তব্য\n", 3, DASH + "'- খ'"),
    ("terms:\n  - ক\n  -term: খ\n", 3, DASH + "'- term: খ'"),
    ("terms:\n  -ক  # মন্তব্য\n  - খ\n", 2, DASH + "'- ক'"),
    ("terms:\n  - ক\n - খ\n", 3, "write every '-' straight below the other"),
    ("terms:\n  - term: ক\n   note: খ\n", 3, BELOW),
    ("terms:\n  - term: ক\n  note: খ\n", 3, BELOW),
    ("terms:\n  - term: ক\n\n     note: খ\n", 4, BELOW),
    ("terms:\n  - term: ক\n    note: খ: গ\n", 3, TWO + 'note: "খ: গ"'),  # they stand straight
    ("terms:\n  - ক\n  - খ: গ: ঘ\n", 3, TWO + '- "খ: গ: ঘ"'),
    ('title:\n  bn: সতর্কতা: কথাটি\n  en: "b"\n', 2, TWO + 'bn: "সতর্কতা: কথাটি"'),
    ("title:\n  bn: “সতর্কতা: ক”\n", 2, TWO + 'bn: "“সতর্কতা: ক”"'),
    ('terms:\n  - term: ক: "খ"\n', 2, TWO + """- term: 'ক: "খ"'"""),
    ("title:\n  bn: ক:\n", 2, TWO + 'bn: "ক:"'),
    ('terms:\n  - term: ক\n    note: "কথাটি "খ" …"\n', 3, WITHIN),
    ("terms:\n  - 'শব্দ'র\n", 2, WITHIN),
    ("id: a\n---\nid: b\n", 2, LINE),
    ("id: a\n=====\nterms:\n  - ক\n", 2, LINE),
    ("id: a\nterms:\n  - ক\n-----\n  - খ\n", 4, LINE),
    ("id: a\n*****\nterms:\n  - ক\n", 2, LINE),
    ("terms:\n  - ক\n  -- খ\n  - গ\n", 3, ONE + "'- খ'"),
    ("terms:\n  - ক\n  --খ\n  - গ\n", 3, ONE + "'- খ'"),
    ("terms:\n  - ক\n  - `খ`\n", 3, SIGN + "`"),
    ("terms:\n  - term: %ক\n", 2, SIGN + "%"),
    ("id: a\nclause 9.nga\nnote: ক\n", 2, COLON + "'clause': 'clause: 9.nga'"),
    ("id a\nclause: 9.nga\n", 1, COLON + "'id': 'id: a'"),
    ("id: a\nterms\n  - ক\n", 2, COLON + "'terms': 'terms:'"),
    ("title:\n  bn ক\n  en: b\n", 2, COLON + "'bn': 'bn: ক'"),
    ("title:\n  bn: ক\n  en b\n", 3, COLON + "'en': 'en: b'"),
    ("terms:\n  - term: ক\n    note খ\n  - গ\n", 3, COLON + "'note': 'note: খ'"),
    ("id: a\nclause:9.nga\nnote: ক\n", 2, SPACE + "'clause: 9.nga'"),
    ("id:a\nclause: 9.nga\n", 1, SPACE + "'id: a'"),
    ("terms:\n  - term:ক\n    note: খ\n", 2, SPACE + "'term: ক'"),
    ("id: a\nclause： 9.nga\nnote: ক\n", 2, "'：' is no colon; write 'clause: 9.nga'"),
    ("id: a\nclauseঃ 9.nga\nnote: ক\n", 2, "'ঃ' is no colon; write 'clause: 9.nga'"),
    ("terms:\n  - term: ক\n    note： খ\n  - গ\n", 3, "'：' is no colon; write 'note: খ'"),
    ("terms:\n  - ক খ\n    note: গ\n", 2, "write a row that has fields below it as '- term: ক খ'"),
    ("terms:\n  - term ক\n    note: গ\n", 2, "write a row that has fields below it as '- term: ক'"),
    ("terms:\n  - ক\n  – খ\n  - গ\n", 3, "'–' is no hyphen; write '- খ'"),
    ("terms:\n  - ক\n  • খ\n  - গ\n", 3, "'•' is no hyphen; write '- খ'"),
    ("terms:\n  - ক\n  * খ\n  - গ\n", 3, "'*' is no hyphen; write '- খ'"),
    ("terms:\n  - ক\n  খ\n  - গ\n", 3, "begin the row with '- ': '- খ'"),
    ("terms:\n  - term: ক\n    flags: [“ওই [[ক]]”]\n", 3, "not “ ” but straight quotation marks"),
    ("terms:\n  - term: ক, severity: block\n", 2, APART + "'severity: block' on the next;"),
    ("terms:\n  - term: ক severity: block  # গালি\n", 2, APART + "'severity: block' on the next;"),
    ("terms:\n  - near: [ক, খ], within: 4\n", 2, APART + "'within: 4' on the next;"),
    ("terms:\n  - near: [ক, খ] within: 4\n    note: গ\n", 2, APART + "'within: 4' on the next;"),
    ("title: bn: ক\n", 1, APART + "'bn: ক' on the next;"),
    ("terms:\n  - term: ক\n    note: এখানে except: খ, গ\n", 3, "in quotation marks where the colon is part of it"),
    ("terms: - ক\n", 1, "write '- ক' " + NEXT + "'terms:'"),
    ('terms:\n  - term: ক\n    flags: - "[[ক]]: খ"\n', 3, "write '- \"[[ক]]: খ\"' " + NEXT + "'flags:'"),
    ("message:\n  bn: {match} বাদ দিন\n  en: b\n", 2, SIGN + '{: bn: "{match} বাদ দিন"'),
    ('message: {match} "ক"\n', 1, SIGN + """{: message: '{match} "ক"'"""),
    ("terms:\n  - > ক\n", 2, SIGN + ">"),
    ("terms:\n  - term: |ক\n", 2, SIGN + "|"),
    ("note: http://a: b\n", 1, TWO + 'note: "http://a: b"'),
    ("note: প্রথম\n  then on\n  with: colon\n", 3, UNKNOWN),  # what goes on from above lacks no colon
    ('title:\n  bn: "ক\n  en: "b"\n', 2, QUOTE),
    ('id: a\nnote: "ক\nterms:\n  - "খ"\n', 2, QUOTE),  # YAML gives up two lines below
    ("id: a\nnote: 'ক\nterms:\n  - খ\n", 2, QUOTE),
    ('terms:\n  - term: ক\n    flags: ["[[ক]], "খ"]\n', 3, QUOTE),
    ('note: "ক\n  খ" গ\n', 1, QUOTE),
    ('terms:\n  - "ক" খ\n', 2, WITHIN),
    ("terms:\n  - near: [ক, খ\n    within: 4\n", 2, "check brackets and commas of this line"),
    ("terms:\n  - term: ক\n    except: [ক,, খ]\n", 3, "check brackets and commas of this line"),
    ("terms:\n  - term: ক\n    except: [\n", 3, "check brackets and commas of this line"),
    ("terms:\n  - term: ক\n    except: [\n  - খ\n", 3, "check brackets and commas of this line"),
    ("terms:\n  - term: ক\n    except: [ক খ]\n      - গ\n", 3, LEAVE + "'except:'; " + ROWS + "'- ক খ'"),
    ("terms:\n  - term: ক\n    except: ক খ\n    - গ\n", 3, LEAVE + "'except:'; " + ROWS + "'- ক খ'"),
    ("id: a\nstatus: banned\n  - state: b\n", 2, LEAVE + "'status:'; " + ROWS + "'- banned'"),
    ("id: a\ntitle:\n  bn: ক\n  - খ\n", 4, UNKNOWN),  # `terms:` is lost
    ('terms:\n  - term: ক\n    except: "ক খ", "গ"\n', 3, PAIR + "except: [a, b]"),
    ("terms:\n  - term: ক\n    except: [ক খ], গ\n", 3, PAIR + "except: [a, b]"),
    ("terms:\n  - term: ক\n    replace: [ক] [খ]\n", 3, PAIR + "replace: [a, b]"),
    ("terms: [ক, খ\n", 1, "check brackets and commas of this line"),
    ("terms:\n  - term: ক\n    flags: [[ক]] দেখো\n", 3, MARKS),
    ("terms:\n  - term: ক\n    flags: [ওই [[ক]] দেখো]\n", 3, MARKS),
    ("terms:\n  - term: ক\n    flags:\n      - [[ক]] দেখো\n", 4, MARKS),
    ("terms:\n  - term: ক\n    flags: ['[[ক]]', 'খ'\n", 3, "check brackets and commas of this line"),
    ('"id: a"\n"clause: 9.nga"\n', 1, SHEET),
    ('id: a\ntitle:\n"  bn: ""ক"""\n', 3, SHEET),
    ('id: a\nterms:\n  - ক\n"  - খ, গ"\n', 4, SHEET),
]


@pytest.mark.parametrize(("written", "line", "cure"), CASES)
def test_the_line_and_its_cure(written: str, line: int, cure: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(written, encoding="utf-8")
    assert read(path, faults) is None
    (fault,) = faults.found
    assert (fault.line, fault.fatal) == (line, True) and cure in fault.said.en
    assert ("broken YAML" in fault.said.en) is (cure == UNKNOWN)


def test_a_long_line_is_not_written_out(tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(f"id: a\nnote:{'ক' * 99}\nterms:\n", encoding="utf-8")
    read(path, faults)
    assert faults.found[0].said.en == f"put a space behind the colon: 'note: {'ক' * 40}…'"


@pytest.mark.parametrize("reader", [items, texts])
def test_the_first_row_has_a_space_behind_its_dash_too(reader: object, tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text("rows:\n  -ক খ\n  - গ\nquoted:\n  '-ক'\n", encoding="utf-8")
    fields = mapping(read(path, faults), faults)
    assert reader(fields["rows"], faults, "rows") == []  # type: ignore[operator]
    assert [(fault.line, fault.said.en) for fault in faults.found] == [(2, DASH + "'- ক খ'")]
    path.write_text("rows:\n  -- ক\n  - গ\n", encoding="utf-8")
    doubled = Faults("a.yaml")
    assert reader(mapping(read(path, doubled), doubled)["rows"], doubled, "rows") == []  # type: ignore[operator]
    assert [(fault.line, fault.said.en) for fault in doubled.found] == [(2, ONE + "'- ক'")]
    assert texts(fields["quoted"], faults, "quoted") == [("-ক", 5)]


DEEP = 900  # brackets within each other: fewer than YAML refuses, more than functions may call themselves
ALIAS, NO_TEXT = (
    "no & or * aliases; write it again",
    ('write the whole row in quotation marks where a colon stands in it or it begins with [: - "…"'),
)


@pytest.mark.parametrize(
    ("inmost", "line", "cure"),
    [("1", 2, NO_TEXT), ("'& *a'", 2, NO_TEXT), ("*a", 1, ALIAS), ("{b: {c: *a}}", 1, ALIAS)],
)
def test_an_alias_is_looked_for_however_deep(inmost: str, line: int, cure: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(f"note: &a [ক]\nterms: {'[' * DEEP}{inmost}{']' * DEEP}\n", encoding="utf-8")
    texts(mapping(read(path, faults), faults).get("terms"), faults, "terms")
    assert [(fault.line, fault.said.en) for fault in faults.found] == [(line, cure)]


@pytest.mark.parametrize("key", ["[ক, খ]", "{ক: খ}", "[" * DEEP + "ক" + "]" * DEEP], ids=["list", "mapping", "deep"])
def test_a_fields_name_is_one_word(key: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(f"note: ক\n? {key}\n: খ\nid: a\n", encoding="utf-8")
    assert list(mapping(read(path, faults), faults)) == ["note", "id"]
    assert [(fault.line, fault.said.en) for fault in faults.found] == [(2, "a field's name is one word, no list")]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("terms:\n  - near: [#ক, খ]\n    within: 4\n", ["'#ক' is dropped as a comment", "check brackets"]),
        ("note: #ক\n  খ: গ: ঘ\n", ["'#ক' is dropped as a comment", TWO]),
        ('note: "ক #খ" গ\n', [WITHIN]),  # in quotation marks nothing is dropped
        ("note: 'ক #খ' গ\n", [WITHIN]),
        ("note: 'ক' #খ\nterms: @ক\n", ["'#খ' is dropped as a comment", SIGN]),
    ],
)
def test_a_hashtag_is_told_where_yaml_is_broken_too(written: str, told: list[str], tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(written, encoding="utf-8")
    assert read(path, faults) is None
    assert [cure in fault.said.en for cure, fault in zip(told, faults.found, strict=True)] == [True] * len(told)


def test_a_file_that_is_too_large_is_not_even_looked_at(tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    for size, told in ((MAX_BYTES, []), (MAX_BYTES + 1, [(1, "the file is over 8 MiB; split it")])):
        path.write_bytes(b"id: a\n" + b"#" * (size - 6))
        assert (read(path, faults) is None) is bool(told)
        assert [(fault.line, fault.said.en) for fault in faults.found] == told


@pytest.mark.parametrize("unseen", ["\u00a0", "\u202f"])
def test_a_no_break_space_is_a_space(unseen: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(f"terms:\n{unseen} -{unseen}ক{unseen}খ\n  - term:{unseen}গ\n", encoding="utf-8")
    rows = items(mapping(read(path, faults), faults).get("terms"), faults, "terms")
    assert (rows[0].value, rows[1].value[0][1].value, faults.found) == ("ক খ", "গ", [])


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\u2060", "\ufeff"])
def test_what_nobody_sees_is_nothing(unseen: str, tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text(f"{unseen}id: {unseen}a{unseen}\nnote: র\u200d্যাব\n", encoding="utf-8")
    fields = mapping(read(path, faults), faults)
    assert [text(fields[name], faults, name) for name in ("id", "note")] == ["a", "র\u200d্যাব"]


def test_a_word_that_yaml_takes_for_a_type_is_told(tmp_path: Path) -> None:
    path, faults = tmp_path / "a.yaml", Faults("a.yaml")
    path.write_text('terms:\n  - !new ক\n  - term: !old খ\n  - "!ক"\n  - ক!\nnote: দেখুন!\n', encoding="utf-8")
    read(path, faults)
    assert [(fault.line, fault.said.en.partition(";")[0]) for fault in faults.found] == [
        (2, "'!new' is dropped"),
        (3, "'!old' is dropped"),
    ]
