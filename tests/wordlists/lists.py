"""Small rulesets for the tests, written as lists are."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from server.text.offsets import Offsets
from server.wordlists.load import load
from server.wordlists.ruleset import Ruleset

HEAD = """\
id: {id}
title:
  bn: "শিরোনাম"
  en: "Title"
"""
CLAUSE = """\
clause: {clause}
message:
  bn: "«{{match}}»"
  en: "{{match}}"
"""


def ruleset(base: Path, terms: str, clause: str = "9.nga", head: str = "", **groups: str) -> Ruleset:
    """The lists below `base`: one with these terms (YAML rows), and groups of words by name."""
    files = {"prohibited/test.yaml": HEAD.format(id="test") + CLAUSE.format(clause=clause) + head + "terms:\n" + terms}
    for name, words in groups.items():
        files[f"groups/{name}.yaml"] = (
            HEAD.format(id=name) + "terms:\n" + "".join(f"  - {word}\n" for word in words.split(", "))
        )
    for name, text in files.items():
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text(text, encoding="utf-8")
    lists, faults = load([base])
    assert not faults, faults
    return Ruleset(lists)


def rows(text: str) -> str:
    """Rows of a list from an indented block."""
    return indent(text, "  ")


def found(rules: Ruleset, text: str) -> list[str]:
    """What was found, as typed; the parts of one match joined by …"""
    offsets = Offsets(text)
    return ["…".join(text[slice(*offsets.span(*span))] for span in match.spans) for match in rules.look(offsets.normal)]
