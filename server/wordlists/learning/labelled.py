"""The texts that weights are learned from, as they stand in files: one JSON object a line. Knows no numpy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from server.bilingual import Bilingual
from server.wordlists.reading.faults import Faults, escaped, refuse_fatal
from server.wordlists.reading.source import bytes_of

Fields = dict[str, Any]
LABELLED = Bilingual(
    'UTF-8-এ এভাবে লিখুন: {"text": "লেখা", "labels": ["nga"]}; নির্দোষ লেখায় "labels": ["benign"]; maybe থাকলে তা-ও তালিকা',
    'write it in UTF-8 as {"text": "...", "labels": ["nga"]}; for a harmless text "labels": ["benign"]; maybe, if any, is a list too',
)
HARMLESS = Bilingual('UTF-8-এ এভাবে লিখুন: {"text": "লেখা"}', 'write it in UTF-8 as {"text": "..."}')


def labelled_rows(folder: Path) -> list[Fields]:
    """The rows of every *.jsonl of a folder. FaultyLists, with every line that is none, or where there is no row at all."""
    rows = _rows_of(sorted(folder.glob("*.jsonl")), _is_labelled, LABELLED)
    if not rows:
        faults = Faults(escaped(str(folder)))
        faults.add(
            1,
            "এখানে কোনো *.jsonl ফাইলে নমুনা লেখা নেই; যে ফোল্ডারে আছে তার নাম লিখুন",
            "no *.jsonl here has a labelled text; name the folder of those that have",
        )
        refuse_fatal(faults.found)
    return rows


def texts_of(files: Sequence[Path]) -> list[str]:
    """The `text` of every row of these files. FaultyLists, with every line that has none."""
    return [row["text"] for row in _rows_of(files, _has_text, HARMLESS)]


def _rows_of(files: Sequence[Path], is_one: Callable[[Fields], bool], cure: Bilingual) -> list[Fields]:
    """The rows of these files. FaultyLists, with every line that is none."""
    rows, found = [], []
    for path in files:
        faults = Faults(escaped(str(path)))
        for number, row in _rows(path, faults):
            if row and is_one(row):
                rows.append(row)
            else:
                faults.add(number, *cure)
        found += faults.found
    refuse_fatal(found)
    return rows


def _rows(path: Path, faults: Faults) -> Iterator[tuple[int, Fields | None]]:
    """(1-based line, the object there, None where it is none) of a file. As bytes: in a text may stand what ends a line elsewhere (U+2028)."""
    for number, line in enumerate((bytes_of(path, faults) or b"").splitlines(), 1):
        if line.strip():
            yield number, _object_in(line)


def _object_in(line: bytes) -> Fields | None:
    try:
        row = json.loads(line)
    except ValueError:  # no JSON, or no UTF-8
        return None
    return row if isinstance(row, dict) else None


def _has_text(row: Fields) -> bool:
    return isinstance(row.get("text"), str)


def _is_labelled(row: Fields) -> bool:
    """Whether its names are lists of words: one word alone would be taken letter by letter."""
    named = row.get("labels"), row.get("maybe", [])
    return _has_text(row) and all(
        isinstance(names, list) and all(isinstance(name, str) for name in names) for names in named
    )
