"""What lies in a folder of lists and is never read: a name with another ending, a misspelt folder.

`wordlists lint` tells each as a fault; no server stops for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path

from server.wordlists.contexts import FOLDER as CONTEXTS
from server.wordlists.data import SHIPPED, seen
from server.wordlists.faults import Fault, Faults
from server.wordlists.guideline import FILE as GUIDELINE
from server.wordlists.load import ASIDE, DATA, HARMLESS, VERSION
from server.wordlists.names import FILE as NAMES
from server.wordlists.parties import FOLDER as PARTIES
from server.wordlists.persons import FILE as PEOPLE
from server.wordlists.schema import GROUP_FOLDER, LIST_FOLDERS
from server.wordlists.selectors import PATTERN as SELECTORS
from server.wordlists.senses import FILE as SENSES
from server.wordlists.table import FOLDER as LEARNED

TAUGHT = "taught"
YAML, TEXT = "*.yaml", "*.txt"
READ = {  # a folder by its path, and which of its files are read
    **dict.fromkeys((*LIST_FOLDERS, GROUP_FOLDER), (YAML,)),
    **dict.fromkeys((CONTEXTS, PARTIES, str(Path(PEOPLE).parent), str(Path(SELECTORS).parent)), (YAML,)),
    **dict.fromkeys((TAUGHT, *(f"{HARMLESS}/{name}" for name in ASIDE)), (TEXT,)),
    "": (GUIDELINE, VERSION, *(f"{folder}/" for folder in (*LIST_FOLDERS, GROUP_FOLDER, HARMLESS))),
    DATA: tuple(path.name for path in seen(SHIPPED / DATA, YAML)),  # each is read by its name
    HARMLESS: (TEXT, "words.tsv"),
    LEARNED: ("*.tsv", NAMES, SENSES),
}
LISTS = (".yaml", ".yml", ".txt", ".tsv")  # what somebody meant as a list; notes and copies may lie beside them


def unread(folders: Sequence[Path]) -> Iterator[Fault]:
    """A fault for each folder and each file in these folders that nobody reads."""
    for base in folders:
        for path in seen(base, "**/*"):
            inside = path.relative_to(base).as_posix()
            within = inside.rpartition("/")[0]
            faults = Faults.of(path, base, folders)
            if within not in READ:
                continue  # what is told of the folder says it
            if path.is_dir() and inside not in READ and _holds_lists(path):
                _tell_folder(inside, faults)
            elif path.is_file() and _is_meant(path) and not _is_read(path, within):
                _tell_file(READ[within], faults)
            yield from faults.found


def _holds_lists(folder: Path) -> bool:
    return any(map(_is_meant, seen(folder, "**/*")))


def _is_meant(path: Path) -> bool:
    return path.suffix.lower() in LISTS


def _is_read(path: Path, within: str) -> bool:
    return any(fnmatch(path.name, pattern) for pattern in READ[within])


def _tell_folder(name: str, faults: Faults) -> None:
    known = [folder for folder in READ if folder]
    shown = ", ".join(get_close_matches(name, known, 3, 0.5) or known)
    faults.add(
        1,
        f"এই ফোল্ডারটি পড়া হয় না; যে ফোল্ডার পড়া হয় তার নাম লিখুন: {shown}",
        f"this folder is never read; name it as one that is: {shown}",
    )


def _tell_file(read: Iterable[str], faults: Faults) -> None:
    shown = ", ".join(read)
    faults.add(
        1,
        f"এই ফাইলটি পড়া হয় না; এই ফোল্ডারে পড়া হয়: {shown}",
        f"this file is never read; what is read in this folder: {shown}",
    )
