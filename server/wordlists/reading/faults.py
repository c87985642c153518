"""What is wrong in a list: where, what, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from server.bilingual import Bilingual

_TOKEN = re.compile(r"jachai_[\w-]{8,}")  # as server/tokens.py makes them


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. A hint (`fatal` false) is told to the maintainer and stops nothing."""

    file: str
    line: int  # 1-based
    said: Bilingual  # what is wrong, and what to write
    fatal: bool = True

    def __str__(self) -> str:
        hint = "" if self.fatal else "ইঙ্গিত (hint): "
        return escaped(f"{self.file}:{self.line}: {hint}{self.said.bn} | {self.said.en}")


def _without_tokens(text: str) -> str:
    return _TOKEN.sub("jachai_…", text)


def escaped(text: str) -> str:
    """The text with each byte of a file's name that is no UTF-8 written out: as it is, no terminal and no JSON takes it."""
    return text.encode(errors="backslashreplace").decode()


class FaultyLists(Exception):
    """The lists cannot be used; `faults` holds every fault and hint at once, the text of the hints those of faulty lines alone.

    What a row lost often says why it is faulty; of all others there may be hundreds.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        faulty = {(fault.file, fault.line) for fault in self.faults if fault.fatal}
        told = [fault for fault in self.faults if (fault.file, fault.line) in faulty] or self.faults
        super().__init__("\n".join(map(str, told)))


def refuse_fatal(faults: Iterable[Fault]) -> None:
    """FaultyLists, with every fault and hint, where one of them stops the lists."""
    faults = list(faults)
    if any(fault.fatal for fault in faults):
        raise FaultyLists(faults)


def faults_of(reads: Iterable[Callable[[], object]]) -> list[Fault]:
    """Every fault that these tell by FaultyLists, each called whatever the others tell."""
    faults: list[Fault] = []
    for read in reads:
        try:
            read()
        except FaultyLists as error:
            faults += error.faults
    return faults


class Faults:
    """Collects the faults of one file."""

    def __init__(self, file: str) -> None:
        # "wordlists/prohibited/NAME.yaml", from the lists' folder on; the whole path where two have its name
        self.file = file
        self.found: list[Fault] = []

    @classmethod
    def of(cls, path: Path, base: Path, folders: Sequence[Path] = ()) -> Faults:
        """For the file at `path` in the lists' folder `base`. `folders`: all that are read; two may have one name."""
        namesake = any(other.name == base.name and other != base for other in folders)
        return cls(escaped(str(path if namesake else path.relative_to(base.parent))))

    def add(self, line: int, bn: str, en: str, fatal: bool = True) -> None:
        """One more fault, on that line (1-based). A token that somebody wrote into the file is not told with it."""
        self.found.append(Fault(self.file, line, Bilingual(_without_tokens(bn), _without_tokens(en)), fatal))


MOST_CLOSE = 3  # names told: of hundreds all would fill the screen
LIKE = 0.5  # how like they must be, 1 being the same


def closest(name: str, known: Iterable[str], like: float = LIKE) -> list[str]:
    """The names most like one that is not known, the likest first: what a fault offers instead."""
    return get_close_matches(name, list(known), MOST_CLOSE, like)
