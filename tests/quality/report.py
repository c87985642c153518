"""The table that is printed, and docs/quality.md."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from server.wordlists.learning.learner import FOLDS, FROM_COMMENTS, FROM_LETTERS
from server.wordlists.learning.limits import IN_ENGLISH, LIMITS, SHARED
from server.wordlists.learning.plans import SAID
from server.wordlists.learning.rows import Example
from server.wordlists.load import TAUGHT, Lists, sentences_of
from server.wordlists.reading.folders import SHIPPED
from tests.quality.scores import Score

Figures = Mapping[str, Mapping[str, Score]]

# F1 that we set ourselves, and what a black box reaches on the same texts (docs/experiments.md).
FLOORS = {
    "F1 hate + comments": (0.77, 0.784),
    "F1 9.kha": (0.672, 0.678),
    "F1 9.ga": (0.904, 0.845),
    "F1 9.nga": (0.77, 0.786),
    "F1 9.cha": (0.654, 0.652),
    "F1 9.chha": (0.733, 0.742),
}
CEILINGS = {"G1 alarms": 0.003, "G2 alarms": 0.01, "office alarms": 0.005}

PAGE = """\
# Quality

How well the lists tell what clause 9 forbids from what an office may say. Written by `make quality` on {date}; ruleset
{version} `{hash}`. Labels are noisy and the flagged texts are comments, not posts of offices: the figures compare ways to
check, they are no absolute truth.

{table}

F1 is over warnings and blocks; advice does not count. *G1*: official notices, health, law, jobs. *G2*: news on official
business. *office*: notices and announcements alone. *alarms*: the share of harmless texts that are warned of; *blocks*:
the share that are blocked. A text whose annotation cannot rule a clause out is left out where that clause is scored.

## Our own floors

By five folds. The *black box* (TF-IDF of words, pairs and letters within words, logistic regression; no limit on entries, names kept) shows how far these texts go by such a method:
[experiments.md](experiments.md#a-black-box-on-the-same-texts).

{floors}

The floors of 9(গ) and 9(চ) are out of reach of the black box too once official texts are left in peace; with no limit of false alarms it gets .912 for 9(গ).
Where all names of a kind are equal to it, as they are to ours, it comes to .768 in all and to .764 for 9(ঙ).

## The columns

- **lists by hand**: `prohibited/` and `groups/`, as shipped, without `learned/`.
- **with learned, {folds} folds**: the same lists and evidence learned anew from four fifths of the texts (and all of `taught/`), asked on
  the last fifth. A text that stands in two sources is in one fold only.
{by_source}- **as shipped**: the tables in `learned/`, asked on the texts they were learned from: no measure of quality, a check that
  what is shipped is what was learned.

The lists by hand were grown with the words of the same texts in view, so their own figures are a little kind.

## The data

{examples} texts in {sources} sources: {abusive} that break a clause, {comments} harmless comments, {official} official or other harmless texts.
By clause: {clauses}.
No public data covers 9(ক) and 9(ঘ), nor what an office does not post (family life, flattery, trade, small talk ...). None of these
texts is in this repository. `wordlists/taught/` has our own sentences beside them:
{taught}.

## The method

### 1. What counts in a text

A text is its words, in normal form.

- A word is looked up as it stands, without its ending, by its sound (one key for Bangla and Banglish), by how it and its sound begin and end, by the groups and lists of which it is a term by itself, and by
  what it is about (`learned/senses.txt`, some 400 senses of 17,000 words in three scripts).
- Two words side by side are looked up without their endings; two senses wherever they stand in a stretch.
- `server/wordlists/learned/parts.py` has the entries, for learning and at run time alike. No consonant frames and no letters from inside a word: a maintainer has to be able to read a row.

### 2. What is never enough by itself

- Names of parties, leaders, faiths, peoples, states and persons count as their kind only (`learned/names.txt`): no name has a weight of its own, all of a kind are equal, a party's or a leader's name of
  several words is one, and kinds alone are never a finding.
- Nor is a group: a finding needs a word, a piece of one or a pair that adds to it.
- A word that official texts or `harmless/` use is never enough by itself, nor is a plain English one (`learned/plain.txt`), whatever it weighs: dudh is milk to an office, and something that adds has to stand beside it.

### 3. How it is learned

| course | tables | learned from | against |
|---|---|---|---|
| *comments* | 9(খ), 9(গ), 9(ঙ), 9(চ), 9(ছ) | the data | its harmless and official texts, `harmless/` |
| *letters* (`said-…`) | all seven letters: what is said politely, slyly or by an office itself, which no comment teaches | `taught/` | official texts, `harmless/`, harmless comments, such as break other letters, what the posts' tables are taught |
| *posts* | family life, flattery, trade, small talk, figures with no source, replies, patients, victims, complainants, leaks and rudeness to citizens | `taught/` | official texts and `harmless/` |

What no office should say whichever letter it breaks is a table of its own (`said.tsv`), learned from the taught sentences of all letters; its rows count in the sum of each letter beside the letter's own.

- Logistic regression, one table a clause, scaled by naive Bayes, averaged with a plain one (of the comments' tables {averaged}). 9(ঙ) learns from every label, since abuse of any kind demeans.
- Official texts weigh more than comments; sentences of `harmless/`, of which there are many, less, by clause (`COMMENTS` in `server/wordlists/learning/plans.py`). Both are shown in Banglish spelling and by
  their first two and four words too, as a writer has them who has just begun.
- Entries of fewer than {fewest} texts are left out of the comments' tables, of fewer than {fewest_of_ours} out of the letters' and posts', which are learned from our own sentences;
  a lasso chooses among the others (of a word, its stem and its sound, which say the same, it keeps one), and what it chose ({entries} in all) is fitted again.
- A text is learned whole, and asked stretch by stretch as a draft is, then sentence by sentence where a table's head says from what sum on (`sentence`).
  What frames a post (`data/frames.yaml`) is neither learned nor asked. If the whole says nothing, it is asked once more without the few words around it.
- Each distinct word of a stretch from the eleventh to the fiftieth takes a little from every table of a letter but 9(ঙ) of comments (`slope`, row `*+`):
  sums grow with length, and what is said at length has to say more.

### 4. The thresholds

Weights are scaled so that 1 is the threshold.

| tables | thresholds | looked for | limits of false alarms |
|---|---|---|---|
| comments | Bangla, Latin letters (`*a-z`) | together, by simulated annealing over scores from {inner} inner folds: the best F1, over all and by clause | lists and tables together: {limits} |
| letters | one more for English (`*en`) | in the same way: as many taught sentences told, by whichever table, as the limits allow | shared: {shared} |
| posts | by script too | each table by itself | of its own, the same for each script: shares of official texts, of `harmless/` and of the near misses written beside its taught sentences (`server/wordlists/learning/plans.py`) |

### 5. At last

Harmless sentences that are still flagged are given more weight, until none is.

### At run time

There is no model: a dictionary of entries, summed over a sentence or a few short ones. A finding warns, never blocks, and names its heaviest words and row.

Learned evidence also speaks against lists. What a near-rule of clause 9 warns of is only advised where all three hold (`server/wordlists/learned/doubted.py`):

- the clause's tables come to less than -1 in each stretch in which it stands;
- they come to less than .5 in the words beside it, seven on each side, no further than a comma;
- they come to less than 1 in its sentence.

What blocks only warns where all tables of clause 9 come to less than .7 in the stretches in which it stands and to less than 1 in its sentence of eight words or more; beside what would forgive a quotation (“is an
offence”), where they come to less than 2 in these stretches, however few the words: there an office speaks of it.

A term that warns, and evidence that adds up, are never doubted.

What was tried on the way, with its figures: [experiments.md](experiments.md).

## Limits

- 9(গ) and G2 pull apart: some news in G2 does name a party, and political news is a topic, not a call. Names being
  equal costs 9(গ) most.
- Sources differ in what they call abuse: machine-translated and vulgar-word sets lower every checker's precision.
- `taught/` was written for this: what people post in earnest may differ. The blind rows of `tests/cases/blind.jsonl`, from which nothing is
  learned, were written to the same brief, so they are a little kind too.
- Learned evidence knows the language of comments of 2016 to 2024. Words change: run `wordlists learn` on newer labels.
"""


def taught() -> dict[str, int]:
    """How many sentences each file of taught/ has."""
    return {path.stem: len(list(sentences_of(path))) for path in sorted((SHIPPED / TAUGHT).glob("*.txt"))}


BY_SOURCE = """\
- **with learned, source left out**: for each source, evidence learned from all the others. This is what a new kind of text
  meets.
"""


def table(figures: Figures) -> Iterator[str]:
    """Lines of a Markdown table: a row for each figure, a column for each way to check."""
    yield f"| | {' | '.join(figures)} |"
    yield f"|---|{'---|' * len(figures)}"
    for name in next(iter(figures.values())):
        cells = [_shown(name, column[name]) for column in figures.values()]
        yield f"| {name} | {' | '.join(cells)} |"


def _shown(name: str, score: Score) -> str:
    return f"{score.value:.4f}" if name.startswith(("G1", "G2", "office")) else f"{score.value:.3f}"


def floors(measured: Mapping[str, Score]) -> Iterator[str]:
    """Lines of a Markdown table: what we set ourselves, and whether it is reached."""
    yield "| | ours | measured | | black box |"
    yield "|---|---|---|---|---|"
    for name, (floor, box) in FLOORS.items():
        kept = round(measured[name].value, 3) >= floor
        yield f"| {name} | at least {floor:g} | {_shown(name, measured[name])} | {_verdict(kept)} | {box:.3f} |"
    for name, ceiling in CEILINGS.items():
        kept = round(measured[name].value, 4) <= ceiling
        yield f"| {name} | at most {ceiling:g} | {_shown(name, measured[name])} | {_verdict(kept)} | |"


def _verdict(kept: bool) -> str:
    return "kept" if kept else "**missed**"


def page(figures: Figures, examples: Sequence[Example], lists: Lists, folds: int) -> str:
    """docs/quality.md."""
    clauses = Counter(clause for example in examples for clause in example.labels)
    harmless = [example for example in examples if not example.labels]
    return PAGE.format(
        date=datetime.date.today().isoformat(),
        version=lists.version,
        hash=lists.hash[:12],
        table="\n".join(table(figures)),
        floors="\n".join(floors(next(column for name, column in figures.items() if "folds" in name))),
        folds=folds,
        by_source=BY_SOURCE if any("source left out" in name for name in figures) else "",
        examples=len(examples),
        sources=len({example.source for example in examples}),
        abusive=len(examples) - len(harmless),
        comments=sum(not example.is_official for example in harmless),
        official=sum(example.is_official for example in harmless),
        clauses=", ".join(f"{clause} {count}" for clause, count in clauses.most_common()),
        averaged=", ".join(f"9.{clause}" for clause, plan in FROM_COMMENTS.plans.items() if len(plan.models) > 1),
        fewest=FROM_COMMENTS.fewest,
        fewest_of_ours=FROM_LETTERS.fewest,  # as many as FROM_POSTS asks for
        entries=sum(len(own.rows) for own in lists.learned),
        taught=fill(
            ", ".join(f"{name.removeprefix(SAID)}\xa0{count}" for name, count in taught().items()), 160
        ).replace("\xa0", " "),
        inner=FOLDS,
        limits=", ".join(f"{name} {limit:g}" for name, limit in LIMITS.items()),
        shared=", ".join(
            f"{name} {limit:g}"
            for name, limit in (*SHARED.items(), *((f"English {name}", limit) for name, limit in IN_ENGLISH.items()))
        ),
    )
