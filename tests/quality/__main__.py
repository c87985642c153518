"""python -m tests.quality DATA [--folds 5] [--write]: what the lists find with and without learned evidence.

Learned evidence is learned anew for every part, from the other parts alone: by five folds, and by source left out.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from server.wordlists.learned.plain import Plain
from server.wordlists.learning.heads import table_of
from server.wordlists.learning.learner import FROM_COMMENTS, FROM_LETTERS, Course, Learner
from server.wordlists.learning.rows import Example, harmless_examples, read_examples
from server.wordlists.load import Lists, load
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset
from tests.quality.report import page, table
from tests.quality.scores import Found, found_in, scores

PAGE = Path(__file__).resolve().parents[2] / "docs" / "quality.md"


def main() -> None:
    """Prints the table; with --write, writes docs/quality.md too."""
    parser = argparse.ArgumentParser(
        description=f"শেখা ওজনসহ ও ছাড়া তালিকা কতটা ধরে। | {__doc__}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, help="নমুনা লেখার ফোল্ডার (*.jsonl) | folder of labelled texts")
    parser.add_argument("--folds", type=int, default=5, help="কত ভাগে, ৫টি না হলে | in how many parts, if not 5")
    parser.add_argument("--quick", action="store_true", help="উৎস ধরে আলাদা সারি নয় | no row by source")
    parser.add_argument("--write", action="store_true", help=f"{PAGE.name} ফাইলেও লেখে | write {PAGE.name} too")
    options = parser.parse_args()
    warnings.simplefilter("ignore", FutureWarning)
    lists = load([SHIPPED])[0]
    examples = read_examples(options.data)
    by_hand = Ruleset(dataclasses.replace(lists, learned=()))
    results = {"lists by hand": found_in(examples, by_hand)}
    sources = np.array([example.source for example in examples])
    # One text may stand in two sources: it must not be learned in one fold and asked in another.
    folds = np.array([_fold(example.text, options.folds) for example in examples])
    results[f"with learned, {options.folds} folds"] = _left_out(examples, folds, lists, by_hand)
    if not options.quick:
        results["with learned, source left out"] = _left_out(examples, sources, lists, by_hand)
    results["as shipped (learned from these very texts)"] = found_in(examples, Ruleset(lists))
    figures = {name: scores(examples, answers) for name, answers in results.items()}
    for line in table(figures):
        print(line)
    if options.write:
        PAGE.write_text(page(figures, examples, lists, options.folds), encoding="utf-8")


def _fold(text: str, folds: int) -> int:
    return sum(text.replace(" ", "").encode()) % folds


def _left_out(examples: Sequence[Example], parts: np.ndarray, lists: Lists, by_hand: Ruleset) -> list[Found]:
    """What is found in each text with evidence learned from the texts of the other parts."""
    answers: list[Found] = [{} for _ in examples]
    part_of = dict(zip(map(id, examples), parts, strict=True))  # texts of ours are in no part
    learners = [_learner(course, examples, by_hand, lists) for course in (FROM_COMMENTS, FROM_LETTERS)]
    for part in np.unique(parts):
        inside = [number for number, own in enumerate(parts) if own == part]
        tables, plain = [], set(lists.plain.words)
        for learner, texts in learners:
            without = learner.without(np.array([part_of.get(id(text)) == part for text in texts]))
            learned = without.learn()
            tables += [table_of(name, rows) for name, rows in learned.items()]
            plain |= without.spoiled(learned)
        ruleset = Ruleset(dataclasses.replace(lists, learned=tuple(tables), plain=Plain(plain, lists.plain.let_go)))
        for number, found in zip(inside, found_in([examples[n] for n in inside], ruleset), strict=True):
            answers[number] = found
        print(f"  {part}: {len(inside)} texts", file=sys.stderr, flush=True)
    return answers


def _learner(
    course: Course, examples: Sequence[Example], by_hand: Ruleset, lists: Lists
) -> tuple[Learner, list[Example]]:
    """What learns the tables of one course, and the texts that it was given: these and ours."""
    texts = [*course.texts(examples, [SHIPPED]), *harmless_examples([SHIPPED])]
    return Learner(texts, by_hand, lists.names, course), texts


if __name__ == "__main__":
    main()
