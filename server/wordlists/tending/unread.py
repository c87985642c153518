"""What lies in a folder of lists and is never read: a name with another ending, a misspelt folder; what is read and never asked for.

`wordlists lint` tells each as a fault, the last as a hint; no server stops for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from server.bilingual import Bilingual
from server.wordlists.facts.guideline import FILE as GUIDELINE
from server.wordlists.facts.parties import FOLDER as PARTIES
from server.wordlists.facts.persons import FILE as PEOPLE
from server.wordlists.facts.selectors import PATTERN as SELECTORS
from server.wordlists.learned.little import FILE as LITTLE
from server.wordlists.learned.names import FILE as NAMES
from server.wordlists.learned.plain import FILE as PLAIN
from server.wordlists.learned.senses import FILE as SENSES
from server.wordlists.load import ASIDE, COMMON_WORDS, DATA, DATA_FOLDERS, HARMLESS, TAUGHT, VERSION
from server.wordlists.reading.contexts import FOLDER as CONTEXTS
from server.wordlists.reading.faults import Fault, Faults, closest
from server.wordlists.reading.folders import SHIPPED, base_of, seen
from server.wordlists.reading.schema import GROUP_FOLDER, LIST_FOLDERS
from server.wordlists.reading.source import mapping, read, texts
from server.wordlists.reading.table import FOLDER as LEARNED

_LEARNED = {path.stem for path in seen(SHIPPED / LEARNED, "*.tsv")}
# What is taught: a letter's own table is learned from comments, `said` from what all letters are taught.
TABLES = tuple(sorted(name for name in _LEARNED - {"said"} if f"said-{name}" not in _LEARNED))
YAML, TEXT = "*.yaml", "*.txt"
READ = {  # a folder by its path, and which of its files are read
    **dict.fromkeys((*LIST_FOLDERS, GROUP_FOLDER), (YAML,)),
    **dict.fromkeys((CONTEXTS, PARTIES, str(Path(PEOPLE).parent), str(Path(SELECTORS).parent)), (YAML,)),
    **dict.fromkeys((TAUGHT, *(f"{HARMLESS}/{name}" for name in ASIDE)), (TEXT,)),
    "": (GUIDELINE, VERSION, *(f"{folder}/" for folder in (*LIST_FOLDERS, GROUP_FOLDER, HARMLESS))),
    DATA: tuple(path.name for path in seen(SHIPPED / DATA, YAML)),  # each is read by its name
    HARMLESS: (TEXT, COMMON_WORDS),
    LEARNED: ("*.tsv", LITTLE, NAMES, PLAIN, SENSES),
}
# what somebody meant as a list; notes and copies may lie beside them
LISTS = (".yaml", ".yml", ".txt", ".tsv", ".csv", ".xlsx", ".xls", ".ods", ".docx", ".odt", ".rtf")
# and in a folder where files are read, in which hardly anything else is
LISTS_THERE = (*LISTS, "", ".yam", ".json", ".doc")
FIRST = "JACHAI_WORDLISTS=first:wordlists:own"  # where an office's files in the place of shipped ones are read
MISTYPED = 0.8  # how like .yaml an ending is that was meant for it


def unread(folders: Sequence[Path]) -> Iterator[Fault]:
    """A fault for each folder and each file in these folders that nobody reads."""
    taken: dict[str, Path] = {}  # what is read of the first folder that has it
    shipped = base_of(folders)  # of which an office has files read in the place of these: by a folder before it
    for base in folders:
        for path in seen(base, "**/*"):
            inside = path.relative_to(base).as_posix()
            within = inside.rpartition("/")[0]
            faults = Faults.of(path, base, folders)
            if within not in READ:
                continue  # what is told of the folder says it
            if path.is_dir() and inside not in READ and _holds_lists(path):
                _tell_folder(path, inside, faults)
            elif path.is_file() and _is_meant(path, LISTS_THERE if within else LISTS) and not _is_read(path, within):
                _tell_file(path, READ[within], faults)
            elif path.is_file() and within == TAUGHT and path.stem not in TABLES:
                _tell_taught(path.stem, faults)
            elif path.is_file() and _is_first_only(inside) and taken.setdefault(inside, base) != base != shipped:
                _tell_shadowed(taken[inside], inside, faults)
            yield from faults.found


def unnamed(folders: Sequence[Path]) -> Iterator[Fault]:
    """A hint for each file of an office's own data/contexts/ that none of its lists names: the shipped ones cannot."""
    behind = folders[folders.index(base_of(folders)) + 1 :]
    own = [(path, base) for base in behind for path in seen(base, f"{CONTEXTS}/*.yaml")]
    named = set(_contexts_named(behind)) if own else ()
    for path, base in own:
        faults = Faults.of(path, base, folders)
        if path.stem not in named:
            faults.add(
                1,
                f"নিজের কোনো তালিকার context_files-এ ‘{path.stem}’ নেই, তাই এই ফাইলের কথা কিছুই ছাড় দেয় না; তালিকার শুরুতে লিখুন context_files: [{path.stem}]",
                f"none of your lists names '{path.stem}' in context_files, so nothing in this file forgives; write context_files: [{path.stem}] into a list's head",
                fatal=False,
            )
        yield from faults.found


def _contexts_named(folders: Iterable[Path]) -> Iterator[str]:
    """What stands in `context_files` of the lists and groups of these folders."""
    untold = Faults("")  # each file's own reader tells what is wrong in it
    for base in folders:
        for folder in (*LIST_FOLDERS, GROUP_FOLDER):
            for path in seen(base, f"{folder}/{YAML}"):
                fields = mapping(read(path, untold), untold)
                yield from (name for name, _ in texts(fields.get("context_files"), untold, "") or ())


def _holds_lists(folder: Path) -> bool:
    return any(map(_is_meant, seen(folder, "**/*")))


def _is_meant(path: Path, endings: Collection[str] = LISTS) -> bool:
    ending = path.suffix.lower().replace(" ", "")
    is_mistyped = ending[1:].isalpha() and bool(closest(ending, (YAML[1:],), MISTYPED))  # .ymal, but no .yaml~
    return (ending in endings or is_mistyped) and not path.name.isupper()  # README, OWNERS


def _is_read(path: Path, within: str) -> bool:
    return any(fnmatch(path.name, pattern) for pattern in READ[within])


def _is_first_only(inside: str) -> bool:
    """Whether only the first folder's file of that name is read: all of data/ but the parties, and what a ruleset has once."""
    return inside in (GUIDELINE, VERSION) or (inside.startswith(f"{DATA}/") and not inside.startswith(f"{PARTIES}/"))


def _tell_shadowed(first: Path, name: str, faults: Faults) -> None:
    may_be_renamed = str(Path(name).parent) in DATA_FOLDERS  # there all names are read
    bn, en = ("অন্য নামে রাখলে দুটিই পড়া হয়; ", "under another name both are read; ") if may_be_renamed else ("", "")
    faults.add(
        1,
        f"এই ফাইলটি পড়া হয় না, কারণ আগের ফোল্ডারে একই নামের ফাইল আছে: {first / name}; {bn}"
        f"ওটির বদলে এটি পড়াতে চাইলে পুরো ফাইলটি আলাদা একটি ফোল্ডারে {name} নামে রাখুন, আর সেই ফোল্ডারের নাম সবার আগে দিন: {FIRST}",
        f"this file is never read, since an earlier folder has one of its name: {first / name}; {en}"
        f"to have it read in that one's place put it, whole, into a folder of its own as {name}, and name that folder first: {FIRST}",
    )


def _tell_taught(name: str, faults: Faults) -> None:
    known = ", ".join(TABLES)  # all: a table's name need not look like what was meant
    faults.add(
        1,
        f"‘{name}’ নামে শেখা সারণি নেই, তাই কিছু শেখা হবে না; ফাইলের নাম এগুলোর একটি দিন: {known}",
        f"no table '{name}' is learned, so nothing of this file is; name it one of: {known}",
    )


def _tell_folder(folder: Path, name: str, faults: Faults) -> None:
    known = [other for other in READ if other]
    held = ", ".join(f"{other}/" for other in known if (folder / other).is_dir())
    within = name.rpartition("/")[0]
    close = closest(name, known)
    if held:
        cure = Bilingual(f"ভেতরের ফোল্ডারগুলো এক ধাপ ওপরে রাখুন: {held}", f"put what is in it one folder up: {held}")
    elif within and close[:1] == [within]:
        cure = Bilingual(f"ফাইলগুলো সরাসরি এখানে রাখুন: {within}", f"put its files straight into: {within}")
    else:
        shown = ", ".join(close or known)
        cure = Bilingual(f"যে ফোল্ডার পড়া হয় তার নাম লিখুন: {shown}", f"name it as one that is: {shown}")
    faults.add(1, f"এই ফোল্ডারটি পড়া হয় না; {cure.bn}", f"this folder is never read; {cure.en}")


def _tell_file(path: Path, read: Iterable[str], faults: Faults) -> None:
    shown = ", ".join(read)
    meant = next((pattern.replace("*", path.name.partition(".")[0]) for pattern in read if "*" in pattern), "")
    faults.add(
        1,
        f"এই ফাইলটি পড়া হয় না{meant and f'; ফাইলটির নাম দিন {meant}, ভেতরে শুধু লেখা (plain text) রাখুন'}; এই ফোল্ডারে পড়া হয়: {shown}",
        f"this file is never read{meant and f'; name it {meant}, with plain text in it'}; what is read in this folder: {shown}",
    )
