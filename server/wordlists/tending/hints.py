"""What a maintainer should know of a list that is not wrong: told by `flask wordlists lint`, stops nothing."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from server.bilingual import Bilingual, in_bangla
from server.text.normalise import normalise
from server.text.words import spelled, words
from server.wordlists.facts.persons import PATTERN as PERSONAL
from server.wordlists.load import COMMON_WORDS, HARMLESS, Lists, harmless_sentences
from server.wordlists.reading.contexts import PhraseSet
from server.wordlists.reading.faults import Fault, Faults
from server.wordlists.reading.fields import date
from server.wordlists.reading.folders import seen
from server.wordlists.reading.layers import is_own
from server.wordlists.reading.schema import Term, WordList
from server.wordlists.reading.source import lines_of, mapping, read
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.own_process import made_in_parts

SHORT_STEM = 4  # code points: up to here every fifth form hits an innocent word
SHOWN = 5
TOO_COMMON = 0.05  # of the sentences in a script: the commonest words of shipped contexts stand in 4 of 100
ENOUGH_SENTENCES = 200  # to know what is common
MOST_WORDS = 6  # of a term that is asked whether another holds it


def hints(folders: Sequence[Path], ruleset: Ruleset) -> list[Fault]:
    """Every hint about these lists, sorted by file and line."""
    told = (short_stems(folders, ruleset), made_in_parts(partial(swallowed, ruleset)), idle_exceptions(ruleset))
    return sorted({*chain(*told), *common_contexts(folders, ruleset)})


def overdue(day: str, rows: int = 1) -> Bilingual:
    """What is said of that many rows, or of a file, whose review date is over."""
    bn, en = (f" ({in_bangla(rows)}টি সারির)", f" ({rows} rows)") if rows > 1 else ("", "")
    return Bilingual(
        f"পর্যালোচনার তারিখ {day} পার হয়েছে{bn}; দেখে নতুন তারিখ দিন",
        f"its review was due on {day}{en}; review it and set a new date",
    )


def review_past_of_data(folders: Sequence[Path]) -> Iterator[Fault]:
    """A file of data/personal/ whose review date is over: its hotlines may be others by now. A party's date is that of its terms."""
    today = datetime.date.today().isoformat()
    for base in folders:
        for path in seen(base, PERSONAL):
            untold = Faults("")  # the file's own reader tells what is wrong in it
            review = mapping(read(path, untold), untold).get("review")
            day = date(review, untold, "review") if review else None
            if review and day and day < today:
                yield Fault(Faults.of(path, base, folders).file, review.line, overdue(day), fatal=False)


def _hint(term: Term, bn: str, en: str) -> Fault:
    return Fault(term.file, term.line, Bilingual(bn, en), fatal=False)


def short_stems(folders: Sequence[Path], ruleset: Ruleset) -> Iterator[Fault]:
    """A short term that takes an ordinary word of official texts for one of its forms."""
    hit: dict[str, list[str]] = {}
    faults: list[Fault] = []
    for word in _common_words(folders, faults):
        for reading in ruleset.phrases.vocabulary.readings(word):
            if reading.ending and reading.how == "written" and len(reading.stem) <= SHORT_STEM:
                hit.setdefault(reading.stem, []).append(word)
    yield from faults
    for word_list, term in ruleset.owners:
        form = normalise(term.text)
        if form in hit and term.forms != "exact" and not word_list.is_group:
            shown = ", ".join(hit[form][:SHOWN])
            yield _hint(
                term,
                f"‘{term.text}’ ছোট; সরকারি লেখার এই শব্দগুলোও ধরবে: {shown}; ভুল হলে except বা forms: exact লিখুন",
                f"'{term.text}' is short and takes these words of official texts too: {shown}; if wrong, write except or forms: exact",
            )


def _common_words(folders: Sequence[Path], faults: list[Fault]) -> Iterator[str]:
    """The words of harmless/words.tsv, the commonest first."""
    counted: list[tuple[int, str]] = []
    for base in folders:
        path = base / HARMLESS / COMMON_WORDS
        collected = Faults.of(path, base, folders)
        for line in lines_of(path, collected):
            word, tab, count = line.partition("\t")
            if tab and count.isdecimal():
                counted.append((-int(count), word))
        faults += (replace(fault, fatal=False) for fault in collected.found)  # only hints are made of them
    return (word for _, word in sorted(counted))


def swallowed(ruleset: Ruleset, part: int = 0, parts: int = 1) -> list[Fault]:
    """A term that another of its clause finds as well, with an ending or by a spelling that it lists: it adds nothing, or contradicts.

    Of two that find each other the later is told: who deletes both finds neither. Asked of one of so many parts of the terms.
    """
    told = []
    for number, (_, term) in islice(enumerate(ruleset.owners), part, None, parts):
        others = _swallowing(ruleset, number)
        place = next((it for it in others if it < number or number not in _swallowing(ruleset, it)), None)
        if place is not None:
            other = ruleset.owners[place][1]
            differs_bn, differs_en = _difference(term, other)
            told.append(
                _hint(
                    term,
                    f"‘{term.text}’ আগে থেকেই ধরা পড়ে: ‘{other.text}’ ({other.file}:{other.line}){differs_bn}",
                    f"'{term.text}' is found already by '{other.text}' ({other.file}:{other.line}){differs_en}",
                )
            )
    return told


def _swallowing(ruleset: Ruleset, number: int) -> list[int]:
    """The other terms for the same thing that match each spelling of this one, whole and as it is written; all by number."""
    own_list, term = ruleset.owners[number]
    matching = sorted(_matching_whole(ruleset, term.text) - {number}) if term.text else []
    owned = ((it, *ruleset.owners[it]) for it in matching)
    found = [it for it, own, other in owned if _of_one_cause(own_list, own) and other.weight >= term.weight]
    for spelling in (term.romanised or ()) if found else ():
        found = list(filter(_matching_whole(ruleset, spelling).__contains__, found))
    return found


def _matching_whole(ruleset: Ruleset, spelling: str) -> set[int]:
    normal = normalise(spelling)
    found = words(normal)
    if not found or len(found) > MOST_WORDS:
        return set()
    whole = found[0].start, found[-1].end
    hits = (hit for hit in ruleset.phrases.find(normal) if hit.role.kind == "term" and hit.how == "written")
    return {hit.role.number for hit in hits if (hit.start, hit.end) == whole}


def _of_one_cause(first: WordList, second: WordList) -> bool:
    """Lists of one clause; a group is a cause of its own."""
    return first is second or (not first.is_group and not second.is_group and first.clause == second.clause)


def _difference(term: Term, other: Term) -> tuple[str, str]:
    if term.severity == other.severity:
        return "; সারিটি মুছতে পারেন", "; you may delete this row"
    return (
        f"; তবে severity {term.severity.word}, ওখানে {other.severity.word}: একটি রাখুন",
        f"; but with severity {term.severity.word}, there {other.severity.word}: keep one",
    )


def idle_exceptions(ruleset: Ruleset) -> Iterator[Fault]:
    """A row whose own `except` has phrases in which its word does not stand: they let nothing go.

    Those in other letters than the word's are not asked: they let go what sounds alike.
    """
    uses = Counter((term.file, phrases) for _, term in ruleset.owners for phrases in term.exceptions)
    for number, (of, term) in enumerate(ruleset.owners):
        sets = (it for it in term.exceptions if uses[term.file, it] == 1 and it not in of.head.exceptions)
        own = [phrase for phrases in sets for phrase in phrases]
        idle = [
            phrase
            for phrase in (own if term.text else ())
            if phrase.isascii() == term.text.isascii() and not _stands_in(phrase, number, ruleset)
        ]
        if idle:
            shown = ", ".join(idle[:SHOWN])
            yield _hint(
                term,
                f"except-এর এই কথাগুলোর ভেতরে ‘{term.name}’ নেই, তাই এভাবে লেখা থাকলে কিছু ছাড় পায় না: {shown}; বানান মিলিয়ে লিখুন বা মুছুন",
                f"'{term.name}' does not stand in these phrases of except, so where they are written they let nothing go: {shown}; check the spelling, or delete them",
            )


def _stands_in(phrase: str, number: int, ruleset: Ruleset) -> bool:
    hits = ruleset.phrases.find(normalise(phrase))
    return any(hit.role.kind == "term" and hit.role.number == number for hit in hits)


def common_contexts(folders: Sequence[Path], ruleset: Ruleset) -> Iterator[Fault]:
    """A row whose `context` has a word of nearly every text: beside it the row hardly ever finds anything. What stands in a head is told once."""
    common = _common_in_sentences(folders)
    shown_of: dict[PhraseSet, list[str]] = {}  # a set is shared by thousands of rows
    told: set[tuple[str, PhraseSet]] = set()
    for of, term in ruleset.owners:
        for phrases in term.context:
            if phrases not in shown_of:
                shown_of[phrases] = [phrase for phrase in phrases if normalise(phrase) in common]
            shown = shown_of[phrases]
            if not shown or (term.file, phrases) in told:
                continue
            told.add((term.file, phrases))
            line = of.id_line if phrases in of.head.context and term.file == of.file else term.line
            yield Fault(
                term.file,
                line,
                Bilingual(
                    f"context-এর ‘{', '.join(shown)}’ প্রায় সব লেখায় থাকে, তাই প্রায় কিছুই ধরা পড়বে না; পাশের কথাসহ লিখুন বা মুছুন",
                    f"'{', '.join(shown)}' of context stands in so many texts that hardly anything is found; write the words beside it too, or delete it",
                ),
                fatal=False,
            )


def _common_in_sentences(folders: Sequence[Path]) -> set[str]:
    """The words that stand in too many harmless sentences of their script, in the normal form."""
    sentences: dict[bool, list[set[str]]] = {True: [], False: []}  # by whether in Latin letters
    for found in spelled([sentence for _, _, sentence in harmless_sentences(folders, aside=False)]):
        sentences["".join(found).isascii()].append(set(found))
    common: set[str] = set()
    for written in sentences.values():
        counted = Counter(chain.from_iterable(written))
        common |= {
            word
            for word, count in counted.items()
            if count > TOO_COMMON * len(written) >= TOO_COMMON * ENOUGH_SENTENCES
        }
    return common


def without_use(lists: Lists) -> Iterator[Fault]:
    """An office's own group that no near-rule names: nothing in it is found. Code and learned tables ask for shipped ones; a rule of `lint`."""
    named = {name for own in lists.lists for term in own.terms for name in term.near}
    named |= {name for table in lists.learned for name in (*table.cues, *table.unless)}
    for own in lists.lists:
        if own.is_group and own.terms and own.id not in named and is_own(own.file, lists.folders):
            said = Bilingual(
                f"কোনো near-নিয়মে ‘{own.id}’ নেই, তাই এর কোনো কথা ধরা পড়ে না; লিখুন near: [{own.id}, ...]",
                f"no near-rule names '{own.id}', so nothing in it is found; write near: [{own.id}, ...]",
            )
            yield Fault(own.file, own.id_line, said, fatal=False)
