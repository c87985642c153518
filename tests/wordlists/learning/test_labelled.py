"""Rows of labelled texts: which are read, and how the others are told. Needs no scikit-learn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.wordlists.learning.labelled import labelled_rows, texts_of
from server.wordlists.reading.faults import FaultyLists

ROW = {"text": "সভা\u2028আজ", "labels": ["benign"]}  # what ends a line elsewhere ends no row
LINE = json.dumps(ROW, ensure_ascii=False).encode()


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b"\xef\xbb\xbf" + LINE + b"\r\n\n  \n" + LINE + b"\n")
    assert labelled_rows(tmp_path) == [ROW, ROW]
    assert texts_of([tmp_path / "rows.jsonl"]) == [ROW["text"]] * 2


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        (b"{", False),
        (b"text", False),
        (b"[]", False),
        (b'{"text": "caf\xe9", "labels": []}', False),
        (b'{"labels": ["nga"]}', False),
        (b'{"text": null, "labels": ["nga"]}', False),
        (b'{"text": "a"}', True),
        (b'{"text": "a", "labels": "nga"}', True),
        (b'{"text": "a", "labels": [1]}', True),
        (b'{"text": "a", "labels": [], "maybe": null}', True),
    ],
)
def test_a_line_that_is_no_row_is_told(tmp_path: Path, line: bytes, is_text: bool) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(LINE + b"\n\n" + line + b"\n" + LINE + b"\n")
    with pytest.raises(FaultyLists, match="write it in UTF-8 as") as failed:
        labelled_rows(tmp_path)
    assert [(fault.file, fault.line) for fault in failed.value.faults] == [(str(path), 3)]
    if is_text:
        assert len(texts_of([path])) == 3
        return
    with pytest.raises(FaultyLists, match="write it in UTF-8 as") as failed:
        texts_of([path])
    assert [(fault.file, fault.line) for fault in failed.value.faults] == [(str(path), 3)]


@pytest.mark.parametrize("files", [{}, {"rows.json": "{}"}, {"rows.jsonl": "\n"}])
def test_a_folder_without_rows_is_told(tmp_path: Path, files: dict[str, str]) -> None:
    for name, written in files.items():
        (tmp_path / name).write_text(written, encoding="utf-8")
    with pytest.raises(FaultyLists, match="here has a labelled text") as failed:
        labelled_rows(tmp_path)
    assert [(fault.file, fault.line) for fault in failed.value.faults] == [(str(tmp_path), 1)]
