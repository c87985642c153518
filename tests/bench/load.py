"""How long lists take to load, and how much memory the compiled ruleset keeps."""

from __future__ import annotations

import gc
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.lint import lint

HEAD = """\
id: bench
clause: 9.nga
title:
  bn: "তালিকা"
  en: "List"
message:
  bn: "শব্দটি বাদ দিন।"
  en: "Leave it out."
terms:
"""


def bare(terms: list[str]) -> str:
    """A list of bare terms."""
    return HEAD + "".join(f"  - {term}\n" for term in terms)


def full(terms: list[str]) -> str:
    """A list of entries with all that an entry may say."""
    rows = "".join(
        f'  - term: {term}\n    severity: warn\n    forms: noun\n    replace: [শব্দ]\n    note: "একটি টীকা"\n'
        f'    flags: ["এই [[{term}]] আছে"]\n    passes: ["এখানে কিছু নেই"]\n    added: 2026-11-24\n    review: 2027-11-24\n'
        for term in terms
    )
    return HEAD + rows


def written(text: str, folder: str) -> Path:
    """The list in a folder of its own."""
    path = Path(folder) / "wordlists/prohibited/bench.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Path(folder) / "wordlists"


def figures(terms: list[str]) -> Iterator[tuple[str, float, str, float]]:
    """(what, value, unit, limit) for so many terms."""
    with tempfile.TemporaryDirectory() as folder:
        base = written(bare(terms), folder)
        start = time.perf_counter()
        rules = Ruleset(load([base])[0])
        yield f"{len(terms):,} bare terms, loaded and compiled", time.perf_counter() - start, "s", 1
        del rules
        base = written(full(terms), folder)
        start = time.perf_counter()
        lint([base])
        yield f"{len(terms):,} full entries, loaded, linted, examples tried", time.perf_counter() - start, "s", 5
        base = written(bare(terms), folder)
        gc.collect()
        tracemalloc.start()
        kept = [Ruleset(load([base])[0])]
        gc.collect()
        yield f"{len(terms):,} bare terms, compiled ruleset", tracemalloc.get_traced_memory()[0] / 1e6, "MB", 40
        tracemalloc.stop()
        kept.clear()
