"""No check asks for a gate, a cue or a group that nobody has: it would never be met, and nothing would say so."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest

from server.checker import check_draft
from server.checks import Check, all_checks
from server.draft import Draft
from server.finding import Finding
from server.personal.around.cues import cues_in
from server.personal.around.gates import BEGINNINGS
from server.posting import EMERGENCY, Posting
from server.wordlists.matching.compiled import Compiled
from server.wordlists.matching.cues import cues
from server.wordlists.ruleset import Ruleset

CASES = Path(__file__).resolve().parents[1] / "cases"


def drafts() -> Iterator[Draft]:
    """Of all kinds: the checks' own examples, under each account, and the shared cases."""
    for check in all_checks():
        for example in (*check.flags, *check.passes):
            for kind in ("institution", "employee", "unknown"):
                yield Draft.parse({"account": {"kind": kind}, **example.fields, "text": example.text})
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()[:20]):
            row = json.loads(line)
            for text in filter(None, (row.get("text"), row.get("near"))):
                action = "reply" if number % 2 else "post"
                yield Draft.parse({"text": text, "action": action, "account": {"kind": "institution"}})


def unknown(
    ruleset: Ruleset, patch: pytest.MonkeyPatch, asked: Iterator[Draft], checks: Sequence[Check] | None = None
) -> set[str]:
    """The names that code asked for and that stand nowhere."""
    groups: set[str] = set()
    marks = Compiled.marks

    def noted(self: Compiled, names: Collection[str]) -> int:
        groups.update(names)
        return marks(self, names)

    patch.setattr(Compiled, "marks", noted)
    for draft in asked:
        check_draft(draft, ruleset, checks=checks)
    known = ruleset.data(cues_in)
    gates = {gate for together in known.bits for gate in together}
    return {name for name in groups if not marks(ruleset, (name,))} | (
        gates - known.kinds.keys() - BEGINNINGS.keys() - {EMERGENCY}
    )


def test_every_name_that_code_asks_for_is_there(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not unknown(ruleset, monkeypatch, drafts())


def test_a_misspelt_one_is_noticed(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    def look(posting: Posting) -> Iterator[Finding]:
        posting.around.holds_any("offfice")
        cues(posting.normal, posting.ruleset, "own-opinions", "own-opinionz")
        yield from ()

    wrong = Check("wrong", ("6",), look, (), ())
    known = ruleset.data(cues_in)
    try:
        found = unknown(ruleset, monkeypatch, iter([Draft.parse({"text": "সভা আগামীকাল, office"})]), [wrong])
        assert found == {"offfice", "own-opinionz"}
    finally:
        known.bits.pop(("offfice",), None)
        known.bit.pop("offfice", None)
