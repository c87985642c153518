"""data/contexts/*.yaml: words that forgive, written once for all lists whose head names the file in `context_files`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from server.wordlists.reading.faults import Fault, Faults
from server.wordlists.reading.fields import bilingual, phrases, refuse_unknown, row_names
from server.wordlists.reading.folders import files
from server.wordlists.reading.source import Entry, mapping, read

FOLDER = "data/contexts"
PhraseSet = tuple[str, ...]  # what is written in one place, and compiled once for all terms that it forgives
Contexts = Mapping[str, tuple[PhraseSet, ...]]  # a file's name, no ending → phrases, answers, denials, around_quotes


class Answering(PhraseSet):
    """Phrases that forgive the question before the sentence which they begin: "Does it kill? False."."""


class Denying(PhraseSet):
    """Phrases that forgive whatever the sentence before theirs says, which they begin or end: "Robbers have come. It is a rumour."."""


class Heading(PhraseSet):
    """Phrases that do as `Denying` does where they head the next sentence: "Rumour: the dam has broken. Fact: it stands."."""


class Undenying(PhraseSet):
    """Phrases that make a denial none: beside one of them `Denying` forgives nothing."""


class Around(PhraseSet):
    """Phrases that forgive what stands in quotation marks in their sentence, where they stand outside of them."""


class Agreeing(PhraseSet):
    """Phrases with which a writer takes a quotation's side: beside one of them `Around` forgives nothing."""


# By the field that holds them.
KINDS = {
    "answers": Answering,
    "denials": Denying,
    "fact_headings": Heading,
    "no_denials": Undenying,
    "around_quotes": Around,
    "agreeing": Agreeing,
}


def read_contexts(folders: Sequence[Path], faults: list[Fault]) -> Contexts:
    """The phrases of each file; of two with one name the first folder's. Adds to `faults` what is wrong in them."""
    found: dict[str, tuple[PhraseSet, ...]] = {}
    for path, base in files(folders, f"{FOLDER}/*.yaml"):
        collected = Faults.of(path, base, folders)
        found[path.stem] = _read(path, collected)
        faults += collected.found
    return found


def _read(path: Path, faults: Faults) -> tuple[PhraseSet, ...]:
    fields = mapping(read(path, faults, None), faults)
    refuse_unknown(fields, ("title", "phrases", *KINDS), faults)
    bilingual(fields.get("title"), faults, "title")
    forgiving, *others = (fields.get(name) for name in ("phrases", *KINDS))
    found = phrases(forgiving, faults, "phrases") if forgiving else ()
    if not found:
        faults.add(1, "‘phrases’-এর নিচে কথাগুলো লিখুন", "write the phrases below 'phrases'")
        return ()
    made = (kind(phrases(own, faults, name)) for own, (name, kind) in zip(others, KINDS.items(), strict=True) if own)
    return (found, *filter(None, made))


def shared_context(entry: Entry | None, contexts: Contexts, faults: Faults) -> tuple[PhraseSet, ...]:
    """The phrases of each of the files that a list's head names."""
    found: list[PhraseSet] = []
    for name, line in row_names(entry, faults, "context_files") if entry else ():
        if name not in contexts:
            known = ", ".join(sorted(contexts)) or f"{FOLDER}/{name}.yaml"
            faults.add(
                line,
                f"‘{FOLDER}/{name}.yaml’ নেই; এগুলোর একটি লিখুন: {known}",
                f"no {FOLDER}/{name}.yaml; write one of: {known}",
            )
        found += contexts.get(name, ())
    return tuple(found)
