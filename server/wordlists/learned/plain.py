"""Plain words, which are no finding of learned evidence by themselves: dudh is milk to an office, whatever comments call so.

`learned/plain.txt` has one a line, in whatever script; all that sound alike are plain with it. Something else has to stand
beside one that speaks for the same. `!word` lets a word count by itself, and no later learning takes it in again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from server.text.heard import typed_key
from server.text.normalise import normalise
from server.wordlists.reading.faults import Fault, Faults
from server.wordlists.reading.source import entries_of
from server.wordlists.reading.table import FOLDER

FILE = "plain.txt"
LET_GO = "!"
HEAD = (
    "# সাধারণ শব্দ: মন্তব্যে গালি হলেও দপ্তরের লেখায় নির্দোষ, যেমন দুধ। শেখা ওজন যা-ই হোক, এমন শব্দ একা ধরা হয় না, পাশে একই দিকের আর কিছু লাগে। প্রতি লাইনে একটি।",
    "# Plain words: abuse in comments, harmless to an office, such as dudh. Whatever they weigh, none is a finding by itself: something has",
    "# to stand beside it that speaks for the same. One a line; all that sound alike are plain with it. `wordlists learn` only adds words;",
    "# write !word to let one count by itself for good.",
)


class Plain:
    """Words of the normal form, and all that sound like one of them."""

    def __init__(self, words: Iterable[str] = (), let_go: Iterable[str] = ()) -> None:
        self.let_go = frozenset(let_go)
        self.words = frozenset(words) - self.let_go
        self._keys = frozenset(map(typed_key, self.words)) - set(map(typed_key, self.let_go)) - {""}

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self.words or typed_key(word) in self._keys)


def read_plain(folders: Sequence[Path], faults: list[Fault]) -> Plain:
    """The plain words of all folders."""
    words: set[str] = set()
    let_go: set[str] = set()
    for own, out in words_by_folder(folders, FILE, typed_key, faults):
        words |= own
        let_go |= out
    return Plain(words, let_go)


def plain_in(path: Path, faults: Faults) -> Plain:
    """The plain words of one file; none where it is missing."""
    lines = list(_lines(path, faults))
    return Plain((word for _, mark, word in lines if not mark), (word for _, mark, word in lines if mark))


def words_by_folder(
    folders: Sequence[Path], file: str, same: Callable[[str], str], faults: list[Fault]
) -> Iterator[tuple[set[str], set[str]]]:
    """For each folder of `learned/` that has such a file of one word a line: (its words, those that it lets go), in the normal form.

    `same`: of a word what those have in common that are let go with it. A hint for what a later folder lets go in vain.
    """
    known: set[str] = set()
    for base in folders:
        path = base / FOLDER / file
        collected = Faults.of(path, base, folders)
        lines = list(_lines(path, collected))
        words = {word for _, mark, word in lines if not mark}
        for number, mark, word in lines:
            if mark and known and same(word) not in known:
                collected.add(
                    number,
                    f"‘{LET_GO}{word}’ কিছু বদলায় না: আগের কোনো ফোল্ডারের {file}-এ শব্দটি নেই; বানান মিলিয়ে লিখুন বা লাইনটি মুছুন",
                    f"'{LET_GO}{word}' changes nothing: no earlier folder's {file} has the word; check the spelling, or delete the line",
                    fatal=False,
                )
        known.update(map(same, words))
        faults += collected.found
        yield words, {word for _, mark, word in lines if mark}


def written_plain(plain: Plain) -> Iterator[str]:
    """The lines of the file, sorted, what is let go first."""
    yield from HEAD
    yield from (f"{LET_GO}{word}" for word in sorted(plain.let_go))
    yield from sorted(plain.words)


def _lines(path: Path, faults: Faults) -> Iterator[tuple[int, str, str]]:
    """(1-based line, the mark of what is let go, the word in the normal form)."""
    for number, line in entries_of(path, faults):
        mark = LET_GO if line.startswith(LET_GO) else ""
        word = normalise(line.removeprefix(LET_GO)).strip()
        if len(word.split()) == 1:
            yield number, mark, word
        else:
            faults.add(number, "প্রতি লাইনে একটি শব্দ লিখুন", "write one word a line")
