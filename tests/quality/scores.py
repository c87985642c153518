"""What is counted: F1 for abuse of any kind and for each clause, false alarms on official texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from server.severity import Severity
from server.wordlists.learning.rows import G1, G2, OFFICE, TALK, Example
from server.wordlists.ruleset import Ruleset

CLAUSES = ("kha", "ga", "gha", "nga", "cha", "chha")
Found = Mapping[str, Severity]  # clause (without the 9) → the worst severity found


@dataclass(frozen=True)
class Score:
    """One figure. `of`: how many texts it is over."""

    value: float
    of: int


def found_in(examples: Iterable[Example], ruleset: Ruleset) -> list[dict[str, Severity]]:
    """What warns or blocks in each text, by clause of 9."""
    answers = []
    for example in examples:
        worst: dict[str, Severity] = {}
        for match in ruleset.look(example.text):
            clause = match.word_list.clause
            if clause.startswith("9.") and match.severity >= Severity.WARN:
                worst[clause[2:]] = max(worst.get(clause[2:], Severity.WARN), match.severity)
        answers.append(worst)
    return answers


def scores(examples: Sequence[Example], answers: Sequence[Found]) -> dict[str, Score]:
    """Every figure by name, in the order of the table."""
    both = list(zip(examples, answers, strict=True))
    talk = [(e, a) for e, a in both if e.kind in TALK]
    table = {"F1 hate + comments": _f1([(bool(e.labels), bool(a)) for e, a in talk])}
    for script, name in (("bn", "F1 Bangla"), ("latin", "F1 Latin")):
        table[name] = _f1([(bool(e.labels), bool(a)) for e, a in talk if e.script == script])
    for c in CLAUSES:
        table[f"F1 9.{c}"] = _f1([(c in e.labels, c in a) for e, a in both if c in e.labels or c not in e.maybe])
    for name, inside in OFFICIAL.items():
        picked = [a for e, a in both if not e.labels and inside(e)]
        table[f"{name} alarms"] = _share([bool(a) for a in picked])
        table[f"{name} blocks"] = _share([Severity.BLOCK in a.values() for a in picked])
    return table


OFFICIAL: dict[str, Callable[[Example], bool]] = {
    "G1": lambda e: e.kind in G1,
    "G2": lambda e: e.kind in G2 and not e.maybe,
    "office": lambda e: e.kind in OFFICE,
}


def _f1(pairs: Sequence[tuple[bool, bool]]) -> Score:
    right = sum(truth and hit for truth, hit in pairs)
    said = sum(truth for truth, _ in pairs) + sum(hit for _, hit in pairs)
    return Score(2 * right / said if said else 0.0, len(pairs))


def _share(hits: Sequence[bool]) -> Score:
    return Score(sum(hits) / len(hits) if hits else 0.0, len(hits))
