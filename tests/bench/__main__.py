"""`make bench`: the engine's speed and memory as ratios to a bare scan in the same run; microseconds for information.

Writes the table to docs/performance.md where --write is given. The limits stand beside the figures; a figure over its
limit is marked, and the exit status says so.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

import ahocorasick
import regex

from server.checker import check_draft
from server.draft import Account, Draft
from server.text.normalise import normalise
from server.text.offsets import Offsets
from server.wordlists.ruleset import Ruleset
from tests.bench import load, material
from tests.bench.table import machine, put

LIMIT_OF_CHECKS = 1.5  # all checks, to the engine alone
LIMIT_OF_ENGINE = 5  # the engine with words that it has met, to a bare scan


class Row(NamedTuple):
    """One figure: what, how much, and at most how much (0: for information)."""

    what: str
    value: float
    unit: str
    limit: float = 0.0

    @property
    def over(self) -> bool:
        """Whether the figure is over its limit."""
        return bool(self.limit) and self.value > self.limit


def median(work: Callable[[], object], times: int) -> float:
    """Seconds that the work takes, the median of so many runs."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def engine(rules: Ruleset, text: str) -> None:
    """What a check does with the lists: normalise, match, map back to UTF-16."""
    offsets = Offsets(text)
    for match in rules.look(offsets.normal):
        for span in match.spans:
            offsets.utf16(*span)


def cold(rules: Ruleset, text: str) -> None:
    """The same for a text whose words were never met."""
    rules.phrases.forget()
    engine(rules, text)


def automaton(terms: list[str]) -> ahocorasick.Automaton:
    """A bare pyahocorasick of the same terms."""
    made = ahocorasick.Automaton()
    for term in terms:
        made.add_word(normalise(term), term)
    made.make_automaton()
    return made


def scan_of(terms: list[str], text: str) -> float:
    """Seconds of a bare pyahocorasick scan of a text in the normal form."""
    bare, normal = automaton(terms), normalise(text)
    return median(lambda: list(bare.iter(normal)), 2_000)


def short_texts(terms: list[str]) -> tuple[list[Row], float]:
    """500 characters against so many terms; the rows, and the warm figure in seconds."""
    text, rules = material.ordinary(500), material.ruleset(terms)
    count, scan = f"{len(terms):,} terms, 500 characters", scan_of(terms, text)
    engine(rules, text)
    warm = median(lambda: engine(rules, text), 2_000)
    new = median(lambda: cold(rules, text), 200)
    return [
        Row(f"{count}: bare pyahocorasick scan", scan * 1e6, "µs"),
        Row(f"{count}: whole engine, words cached", warm * 1e6, "µs"),
        Row(f"{count}: whole engine, words cached, to bare scan", warm / scan, "x", LIMIT_OF_ENGINE),
        Row(f"{count}: whole engine, words new, to bare scan", new / scan, "x", 40),
    ], warm


def whole_check(rules: Ruleset, text: str) -> tuple[float, float]:
    """Seconds of the engine alone and of `check_draft` with every check, with the same lists in the same run."""
    draft = Draft(text, Account("institution"), platform="facebook")
    check_draft(draft, rules)
    alone = median(lambda: engine(rules, text), 1_000)
    return alone, median(lambda: check_draft(draft, rules), 1_000)


def all_checks(terms: list[str]) -> list[Row]:
    """What the checks cost beside the engine: over these terms alone, and over the shipped lists with these terms."""
    text, bare, beside = material.ordinary(500), material.ruleset(terms), material.beside_the_shipped(terms)
    notice, phones = material.NOTICE, material.PHONES
    found = []
    for what, rules, tried in (
        ("20,000 terms, 500 characters", bare, text),
        ("shipped lists and 20,000 terms, 500 characters", beside, text),
        ("shipped lists and 20,000 terms, a notice", beside, notice),
        ("shipped lists and 20,000 terms, ten phone numbers", beside, phones),
    ):
        alone, whole = whole_check(rules, tried)
        limit = LIMIT_OF_CHECKS if rules is beside and tried is not phones else 0
        found.append(Row(f"{what}: all checks", whole * 1e6, "µs"))
        found.append(Row(f"{what}: all checks, to the engine alone", whole / alone, "x", limit))
        if rules is bare:
            scan = scan_of(terms, tried)
            found.append(Row(f"{what}: all checks, to bare scan", whole / scan, "x", LIMIT_OF_CHECKS * LIMIT_OF_ENGINE))
    return found


def named_list(terms: list[str]) -> Row:
    """What `regex` named lists take for the same, as it is shown in its manual."""
    pattern = regex.compile(r"\L<terms>", terms=[normalise(term) for term in terms])
    normal = normalise(material.ordinary(500))
    return Row(
        f"{len(terms):,} terms, 500 characters: regex named list",
        median(lambda: pattern.findall(normal), 3) * 1e6,
        "µs",
    )


def long_texts(terms: list[str]) -> list[Row]:
    """50,000 characters: ordinary ones, twice as many, and the hostile ones."""
    rules, text = material.ruleset(terms), material.long_ordinary(50_000)
    base = median(lambda: cold(rules, text), 9)
    half = median(lambda: cold(rules, text[:25_000]), 9)
    rows = [
        Row("50,000 ordinary characters", base * 1e3, "ms"),
        Row("50,000 to 25,000 ordinary characters", base / half, "x", 2.6),
    ]
    slow = {}
    for name, hostile in material.hostile(50_000).items():
        cold(rules, hostile)  # what belongs to the ruleset, not to the draft, is built now
        slow[name] = median(lambda hostile=hostile: cold(rules, hostile), 3) / base  # type: ignore[misc]
    worst = sorted(slow, key=slow.__getitem__, reverse=True)
    rows += [Row(f"hostile, 50,000 characters of {name}, to ordinary", slow[name], "x", 4) for name in worst[:3]]
    return [*rows, Row("hostile inputs tried", len(slow), "")]


def rows() -> list[Row]:
    """All figures."""
    many = material.quiet_terms(100_000)
    few = many[:20_000]
    found, warm = short_texts(few)
    more, warm_many = short_texts(many)
    gc.collect()
    gc.freeze()  # as the server does
    return [
        *found,
        named_list(few),
        *all_checks(few),
        *more[:2],
        Row("100,000 to 20,000 terms, words cached", warm_many / warm, "x", 1.3),
        *long_texts(few),
        *(Row(what, value, unit, limit) for what, value, unit, limit in load.figures(few)),
    ]


def table(found: list[Row]) -> str:
    """The figures as Markdown."""
    lines = ["| figure | measured | at most |", "|---|---|---|"]
    for row in found:
        limit = f"{row.limit:g} {row.unit}" if row.limit else ""
        mark = " **over**" if row.over else ""
        lines.append(f"| {row.what} | {row.value:.3g} {row.unit}{mark} | {limit} |")
    return "\n".join(lines)


def main() -> int:
    """Prints the table; with --write puts it into the docs."""
    found = rows()
    text = table(found)
    print(text)
    if "--write" in sys.argv:
        put("measured", f"{machine()}, {time.strftime('%Y-%m-%d')}, by `make bench`:\n\n{text}")
    return int(any(row.over for row in found))


if __name__ == "__main__":
    sys.exit(main())
