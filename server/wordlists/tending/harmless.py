"""Sentences of harmless/ that the lists or learned weights would warn of, and which row is to blame for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from server.bilingual import Bilingual, in_bangla
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.learned.sums import LEARNED
from server.wordlists.load import ASIDE, EVERYDAY, harmless_files, sentences_of
from server.wordlists.reading.faults import Fault, Faults
from server.wordlists.reading.layers import layer_of
from server.wordlists.reading.schema import Term
from server.wordlists.ruleset import Match, Ruleset
from server.wordlists.tending.own_process import made_in_parts

SENTENCES_SHOWN = 3  # of those that a term should leave alone
MANY = 20  # from which on no exception helps
SOME = Bilingual(
    "except লিখুন বা শব্দ বদলান, নইলে যে বাক্য নিরীহ নয় তা harmless থেকে মুছুন",
    "write an except, or change the term; a sentence that is not harmless is to be deleted from harmless/",
)
TOO_COMMON = Bilingual(
    "শব্দটি অতি সাধারণ: সারিটি মুছুন, অথবা groups/-এ রেখে near-নিয়ম লিখুন",
    "the word is too common: delete the row, or put it into groups/ and write a near-rule",
)
WIDTH = 80  # code points shown of each


class Blamed(NamedTuple):
    """What a row is to blame for."""

    by: Term  # what found the first of the sentences
    sentences: dict[str, str]  # by place


class Flagged(NamedTuple):
    """A sentence that lists warn of, and which row is to blame. Terms by their numbers: they come from another process."""

    file: int  # the how many-th
    line: int
    place: str
    sentence: str
    row: int
    by: int


def flagged_harmless(folders: Sequence[Path], ruleset: Ruleset, aside: bool) -> Iterator[Fault]:
    """A term that would warn of sentences of harmless/, told once: a word too short may be found in thousands.

    Where learned weights add up to it, no server stops: they change with a release, and what they find never blocks.
    `wordlists lint` tells it as a fault, a near miss as a hint: of tens of thousands some always stand on the wrong side.
    """
    asked = partial(_asked, folders, ruleset, aside)
    # a start has few sentences, and its processors may be answering others
    told = made_in_parts(asked) if aside else asked(0, 1)
    yield from dict.fromkeys(it for it in told if isinstance(it, Fault))
    blamed: dict[Term, Blamed] = {}
    for it in sorted(it for it in told if isinstance(it, Flagged)):
        row, by = (ruleset.owners[number][1] for number in (it.row, it.by))
        blamed.setdefault(row, Blamed(by, {})).sentences[it.place] = it.sentence
    for row, found in blamed.items():
        own = _later(row, found.sentences, folders)
        yield _fault_of_sentence(row, own, ruleset) if own else _fault_of(row, found)


def _asked(folders: Sequence[Path], ruleset: Ruleset, aside: bool, part: int, parts: int) -> list[Fault | Flagged]:
    """What is to be told of one of so many parts of the sentences; what is wrong with the files, each part tells."""
    told: list[Fault | Flagged] = []
    numbers = {id(term): number for number, (_, term) in enumerate(ruleset.owners)}
    for file, (base, path) in enumerate(harmless_files(folders, aside)):
        faults = Faults.of(path, base, folders)
        for line, sentence in sentences_of(path, faults):
            if line % parts != part:
                continue
            normal = normalise(sentence)
            for match in ruleset.look(normal):
                if not _is_wrong(match, path.parent.name == EVERYDAY):
                    continue
                if match.how == LEARNED:
                    _tell_learned(line, match, faults, aside and path.parent.name not in ASIDE)
                else:
                    row = row_to_blame(match, normal, ruleset, folders)
                    place = f"{faults.file}:{line}"
                    told.append(Flagged(file, line, place, sentence, numbers[id(row)], numbers[id(match.term)]))
        told += faults.found
    return told


def _is_wrong(match: Match, is_everyday: bool) -> bool:
    """Whether a match warns of what is harmless. What learned evidence doubts does too: a server may be without any."""
    if is_everyday and not match.word_list.clause.startswith("9."):
        return False
    return match.severity >= Severity.WARN or match.eased == "doubted"


def _later(row: Term, sentences: dict[str, str], folders: Sequence[Path]) -> dict[str, str]:
    """Those of an office that may not change the row, for it stands in an earlier folder."""
    below = layer_of(row.file, folders)
    return {place: said for place, said in sentences.items() if layer_of(place, folders) > below}


def _fault_of_sentence(row: Term, sentences: dict[str, str], ruleset: Ruleset) -> Fault:
    """A fault at the first of an office's sentences that a shipped row flags: what to write in the office's own folder."""
    of = next(word_list for word_list, term in ruleset.owners if term is row)
    file, _, line = next(iter(sentences)).rpartition(":")
    count, (bn, en) = len(sentences), _shown(sentences)
    row_bn, row_en = (
        ("retire-এ শব্দটি লিখুন", "retire the word")
        if count > MANY
        else ("পুরো সারিটি লিখুন, except-এ কথাটি যোগ করে", "write the whole row with one except more")
    )
    said = Bilingual(
        f"মূল তালিকার ‘{row.name}’ ({row.file}:{row.line}) {in_bangla(count)}টি নিরীহ বাক্য ধরছে: {bn}; "
        f"নিজের ফোল্ডারের {of.folder}/-এ id: {of.id} দিয়ে একটি ফাইলে {row_bn}, বাক্যটি নিরীহ না হলে মুছুন",
        f"'{row.name}' of the shipped lists ({row.file}:{row.line}) flags harmless sentences ({count}): {en}; "
        f"in a file of {of.folder}/ in your folder with id: {of.id} {row_en}, or delete a sentence that is not harmless",
    )
    return Fault(file, int(line), said)


def _shown(sentences: dict[str, str]) -> tuple[str, str]:
    """The first of these with their places, in Bangla and in English marks."""
    some = list(sentences.items())[:SENTENCES_SHOWN]
    bn, en = (
        ", ".join(f"{left}{said[:WIDTH]}{right} ({place})" for place, said in some) for left, right in ("‘’", "''")
    )
    return bn, en


def _fault_of(term: Term, blamed: Blamed) -> Fault:
    count, (bn, en) = len(blamed.sentences), _shown(blamed.sentences)
    by = blamed.by.name
    by_bn, by_en = (f" ‘{by}’ নিয়মে", f" by '{by}'") if blamed.by is not term else ("", "")
    cure = TOO_COMMON if count > MANY else SOME
    said = Bilingual(
        f"‘{term.name}’{by_bn} {in_bangla(count)}টি নিরীহ বাক্য ধরছে: {bn}; {cure.bn}",
        f"'{term.name}'{by_en} flags harmless sentences ({count}): {en}; {cure.en}",
    )
    return Fault(term.file, term.line, said)


def row_to_blame(match: Match, normal: str, ruleset: Ruleset, folders: Sequence[Path]) -> Term:
    """The row that found a sentence: of a near-rule an office's own word in one of its groups, since the rule was right without it."""
    if not match.term.near or len(folders) < 2:
        return match.term
    own = layer_of(match.term.file, folders)
    for hit in ruleset.phrases.find(normal):
        word_list, row = ruleset.owners[hit.role.number] if hit.role.kind == "term" else (None, match.term)
        stands_there = word_list and word_list.id in match.term.near and (hit.start, hit.end) in match.spans
        if stands_there and layer_of(row.file, folders) > own:
            return row
    return match.term


def _tell_learned(line: int, match: Match, faults: Faults, fatal: bool) -> None:
    source = match.term.source
    file = source.partition("#")[0]
    faults.add(
        line,
        f"নিরীহ বাক্যটি শেখা ওজনে ধরা পড়ছে, সবচেয়ে বেশি {source}; {file}-এ ওই সারির শেষ ঘরে struck লিখুন, বাক্যটি নিরীহ না হলে এখান থেকে মুছুন",
        f"this harmless sentence is flagged by learned weights, most by {source}; write struck at the end of that row of {file}, or delete a sentence that is not harmless",
        fatal=fatal,
    )
