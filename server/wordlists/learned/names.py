"""Names, which learned evidence knows by their kind alone: parties, leaders, faiths, peoples, states, persons.

Weights come from comments, which carry their period's anger. A name reads as its kind, so that all of a kind are equal.
`learned/names.txt` has a name a line below the `[kind]`, each word of which counts by itself; `@group` takes a group's
names in, those of several words as a whole, `@given` what people are called, `!word` lets a plain word go that a name would
take for one of its forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from server.text.endings import cut, latin_cut
from server.text.heard import entry_key
from server.text.normalise import normalise
from server.text.romanised import key, keys
from server.text.words import words
from server.wordlists.learned.parts import NAME
from server.wordlists.learned.whole_names import WholeNames
from server.wordlists.reading.faults import Fault, Faults, closest
from server.wordlists.reading.source import entries_of
from server.wordlists.reading.table import FOLDER

FILE = "names.txt"
KINDS = ("faith", "sacred", "state", "people", "party", "symbol", "leader", "person")
SHORTEST = 3  # code points of a name: initials are none
SHORTEST_PART = 4  # code points of a beginning or end that gives a name away
PERSON = "@person"  # anybody's name: the only kind that stands for no group
LEADER = "@leader"  # a person's name too, but it stands for a party in whatever name it is
SURE = 2  # code points at the beginning of a name that no ending changes
SHORTEST_KEY = 5  # letters of a Banglish spelling that nobody listed
SHORTEST_WITH_ENDING = 5  # letters of a Latin name that may take an ending


class Names:
    """Words that count as names, with their endings and Banglish spellings."""

    def __init__(
        self,
        phrases: Iterable[tuple[str, str]] = (),
        plain: Iterable[str] = (),
        whole: Iterable[tuple[str, Sequence[str]]] = (),
    ) -> None:
        """`phrases`: (kind, name), each word of which is one; `whole`: (kind, the words of a name of several)."""
        self._let_go = {word for phrase in plain for word in _words(phrase)}
        self._plain = set(map(entry_key, self._let_go))
        self._bangla: dict[str, str] = {}
        self._heads: set[str] = set()  # how Bangla names begin
        self._latin: dict[str, str] = {}  # by Banglish key
        for kind, phrase in phrases:
            for word in _words(phrase):
                if len(word) >= SHORTEST and not any(stem in self._plain for stem, _ in cut(word, "noun")):
                    self._take(word, f"{NAME}{kind}")
        of_several = [(f"{NAME}{kind}", inside) for kind, inside in whole]
        self._whole = WholeNames(of_several)
        self.kinds = frozenset((*self._bangla.values(), *self._latin.values(), *dict(of_several)))

    def fold(self, text: str) -> str:
        """The same text, place by place, where its kind (`@party`) stands for each name of several words, filled up with spaces."""
        return self._whole.fold(text)

    def _take(self, word: str, kind: str) -> None:
        if not word.isascii():
            self._bangla.setdefault(word, kind)
            self._heads.add(word[:SURE])
        heard = {key(word)} if word.isascii() else {own for own in keys(word) if len(own) >= SHORTEST_KEY}
        for spelling in heard - self._plain:
            self._latin.setdefault(spelling, kind)

    def touches(self, entry: str) -> bool:
        """Whether an entry for a part of words is part of a name that stands for a group: its weight would be the name's."""
        bare = entry.strip("*")
        if bare == entry or len(bare) < SHORTEST_PART:
            return False
        if entry.startswith("*"):
            return any(name.endswith(bare) for name in self._of_groups)
        return any(name.startswith(bare) for name in self._of_groups)

    @cached_property
    def _of_groups(self) -> list[str]:
        return [name for name, kind in (*self._bangla.items(), *self._latin.items()) if kind != PERSON]

    def kind(self, word: str) -> str:
        """The kind of name that a word of the normal form is, as `@party`, as which it may stand there; "" for any other word."""
        if word in self._let_go:
            return ""
        if word in self.kinds:
            return word
        if not word.isascii():
            if word[:SURE] not in self._heads:
                return ""
            return next((self._bangla[stem] for stem, _ in cut(word, "noun") if stem in self._bangla), "")
        for stem, ending in latin_cut(word):
            if not ending or len(stem) >= SHORTEST_WITH_ENDING:
                found = self._latin.get(key(stem))
                if found:
                    return found
        return ""


def _words(phrase: str) -> list[str]:
    return [word.text for word in words(normalise(phrase))]


def read_names(folders: Sequence[Path], groups: Mapping[str, Iterable[str]], faults: list[Fault]) -> Names:
    """The names of all folders. `groups`: the phrases of each group, by its id, and of each kind of people's names."""
    phrases: list[tuple[str, str]] = []
    whole: list[tuple[str, list[str]]] = []
    plain: list[str] = []
    for base in folders:
        kind = ""
        collected = Faults.of(base / FOLDER / FILE, base, folders)
        for _, line in entries_of(base / FOLDER / FILE, collected):
            if line.startswith("["):
                kind = line.strip("[]")
            elif line.startswith("!"):
                plain.append(line[1:])
            elif not kind:
                continue  # told by `unknown_names`
            elif line.startswith("@"):
                for name in groups.get(line[1:], ()):
                    inside = _words(name)
                    if len(inside) == 1:
                        phrases.append((kind, name))
                    elif inside:
                        whole.append((kind, inside))
            else:
                phrases.append((kind, line))
        faults += collected.found
    return Names(phrases, plain, whole)


def unknown_names(folders: Sequence[Path], groups: Iterable[str]) -> Iterator[Fault]:
    """A fault for each `[kind]` and `@group` of a names.txt that is none, and each name above any: they stand for nothing."""
    known = [*(f"[{kind}]" for kind in KINDS), *(f"@{group}" for group in groups)]
    for base in folders:
        collected = Faults.of(base / FOLDER / FILE, base, folders)
        is_below = False
        for number, line in entries_of(base / FOLDER / FILE, collected):
            is_below = is_below or line.startswith("[")
            if not is_below and not line.startswith("!"):
                kinds = ", ".join(known[: len(KINDS)])
                collected.add(
                    number,
                    f"‘{line}’-এর ওপরে ধরনটি লিখুন: {kinds}",
                    f"write above '{line}' what it is: {kinds}",
                )
            elif line.startswith(("[", "@")) and line not in known:
                close = ", ".join(closest(line, known, 0.4) or known[: len(KINDS)])
                collected.add(number, f"‘{line}’ নেই; লিখুন: {close}", f"there is no '{line}'; write {close}")
        yield from collected.found
