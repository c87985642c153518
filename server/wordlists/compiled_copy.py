"""A copy of the compiled lists on disk: to read it takes half a second, to compile the lists anew nearly all of a start.

A copy is named for what it was made from: every file that is read at a start, Python, the `regex` package, and what the caller
names (the program's own code, the settings). It is pickled, and unpickling runs what stands there: it is read only from a folder and
a file that belong to this process's user and that nobody else may write.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import regex

from server.bilingual import Bilingual, in_bangla
from server.wordlists.load import AT_START, DATA
from server.wordlists.reading.folders import PARTS, SHIPPED, seen
from server.wordlists.ruleset import Ruleset

log = logging.getLogger(__name__)

ROOM = 80 << 20  # bytes that must be free: of the shipped lists the two copies take 60 MB
NO_ROOM = Bilingual(f"ডিস্কে {in_bangla(ROOM >> 20)} MB জায়গা করুন", f"make room of {ROOM >> 20} MB on the disk")
KEPT = 6  # copies in the folder: the newest, by when they were last used
PREFIX, NEW = "lists-", "new-"
READ = ("", *AT_START, f"{DATA}/*", f"{DATA}/**")  # where files lie that a start reads, below each folder of lists
OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class CompiledCopy:
    """The copy of these lists that may lie in a folder. `of`: what else the ruleset depends on."""

    def __init__(self, folder: Path, wordlists: Sequence[Path], *of: object) -> None:
        self._folder, self._wordlists, self._of = folder, wordlists, of
        self._name = self._named() if hasattr(os, "geteuid") else ""  # a system without owners of files has no copies

    def read(self) -> Ruleset | None:
        """The ruleset; None where no copy of it lies there, or none that is whole and this user's own."""
        path = self._folder / self._name
        try:
            if not self._name or not _is_own(self._folder.lstat(), stat.S_ISDIR):
                return None
            with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb") as file:
                if not _is_own(os.fstat(file.fileno()), stat.S_ISREG):
                    return None
                kept = memoryview(file.read())
            os.utime(path)
        except OSError:
            return None
        size = hashlib.sha256().digest_size
        if hashlib.sha256(kept[size:]).digest() != kept[:size]:
            return None
        try:
            found = pickle.loads(kept[size:])  # noqa: S301  # this user's own, see above
        except Exception:  # whatever it is: the lists themselves are still there
            return None
        return found if isinstance(found, Ruleset) else None

    def may_keep(self) -> bool:
        """Whether a copy could be written here."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            return bool(self._name) and self.in_the_way() is None
        except OSError:
            return False

    def in_the_way(self) -> Bilingual | None:
        """What keeps a copy from being read and kept here, with the cure; None where nothing does, or nobody can mend it."""
        try:
            found = self._folder.lstat()
        except OSError:  # not there yet
            found = None
        place = self._folder if found else self._folder.parent
        if not self._name:
            return None
        if (not found or _is_own(found, stat.S_ISDIR)) and os.access(place, os.W_OK):
            return None if _has_room(place) else NO_ROOM
        return _cure(self._folder, found.st_uid if found and stat.S_ISDIR(found.st_mode) else None)

    def keep(self, ruleset: Ruleset) -> None:
        """Writes the copy, where the files still lie as they were read. Where that cannot be, the next start takes longer, no more."""
        if not self._name or self._name != self._named():
            return
        try:
            if self.may_keep():
                self._write(pickle.dumps(ruleset, pickle.HIGHEST_PROTOCOL))
                self._take_old_away()
        except OSError as error:
            log.warning(
                "সংকলিত তালিকার অনুলিপি রাখা গেল না, তাই পরেরবার চালু হতেও আধা মিনিট পর্যন্ত লাগবে (%s: %s); ডিস্কে জায়গা করুন | "
                "the compiled lists were not kept, so the next start takes up to half a minute too: %s: %s; make room on the disk",
                *(error.strerror, self._folder) * 2,
            )
        except (pickle.PicklingError, RecursionError):  # lists nested too deep
            return

    def _write(self, kept: bytes) -> None:
        number, name = tempfile.mkstemp(prefix=NEW, dir=self._folder)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(hashlib.sha256(kept).digest())
                file.write(kept)
            Path(name).replace(self._folder / self._name)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _take_old_away(self) -> None:
        files = [path for path in self._folder.iterdir() if path.name.startswith((PREFIX, NEW))]
        for old in sorted(files, key=_used, reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)

    def _named(self) -> str:
        """The file's name; "" where what it is named for cannot be read."""
        try:
            hashes = [(str(path), _hash(path)) for path in self._files()]
        except OSError:
            return ""
        made_from = (sys.version, regex.__version__, self._of, [str(folder) for folder in self._folders_read()], hashes)
        return PREFIX + hashlib.sha256(repr(made_from).encode()).hexdigest()[:16]

    def _folders_read(self) -> list[Path]:
        """Where the lists lie now, whatever links lead there: what a newer version tries before it is linked is what it starts with."""
        return [folder.resolve() for folder in self._wordlists]

    def _files(self) -> Iterator[Path]:
        """What a start reads: of the shipped folder too, whose data/ stands in where no other has it."""
        for base in dict.fromkeys((*self._folders_read(), SHIPPED)):
            yield from _read_of(base)
        yield from sorted(Path(__file__).parents[1].glob("text/*.txt"))


def bytes_in(wordlists: Sequence[Path]) -> int:
    """How much a start reads of these folders; 0 where that cannot be told, as the start itself will say."""
    try:
        return sum(path.stat().st_size for base in wordlists for path in _read_of(base))
    except OSError:
        return 0


def _read_of(base: Path) -> list[Path]:
    """What a start reads of a folder of lists, in order."""
    found = {path for place in READ for path in seen(base, f"{place}/*" if place else "*")}
    return sorted(filter(Path.is_file, found), key=PARTS)


def _cure(folder: Path, owner: int | None) -> Bilingual:
    """What to do about a folder that is that user's (None: it cannot be made) and yet holds no copy of this one's."""
    if owner is None:
        return Bilingual(
            f"{folder} ফোল্ডারটি তৈরি করা যায় না; অন্য নাম লিখুন, যেমন /var/lib/jachai/compiled, না চাইলে off",
            f"the folder {folder} cannot be made; name another, such as /var/lib/jachai/compiled, or write off for none",
        )
    if os.geteuid() == 0 and owner:
        return Bilingual(
            f"{folder} ফোল্ডারটি {_user(owner)} ব্যবহারকারীর; root হিসেবে নয়, সেই ব্যবহারকারী হিসেবে চালান",
            f"the folder {folder} belongs to {_user(owner)}; run this as that user, not as root",
        )
    cure = f"chown -R {_user(os.geteuid())}: {folder}; chmod 700 {folder}"
    return Bilingual(
        f"{folder} ফোল্ডারটি {_user(owner)} ব্যবহারকারীর, বা অন্যরাও তাতে লিখতে পারে; root হিসেবে চালান: {cure}",
        f"the folder {folder} belongs to {_user(owner)}, or others may write in it; run as root: {cure}",
    )


def _has_room(folder: Path) -> bool:
    """Whether copies can lie there: what is compiled for one in vain is compiled twice."""
    return shutil.disk_usage(folder).free >= ROOM


def _user(number: int) -> str:
    """The user's name, or number where none is known."""
    import pwd  # here: a system without owners of files has none

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def _is_own(it: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether nobody but this process's user can have put it there."""
    return is_kind(it.st_mode) and it.st_uid == os.geteuid() and not it.st_mode & OTHERS_MAY_WRITE


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _used(path: Path) -> float:
    with suppress(OSError):  # taken away meanwhile
        return path.stat().st_mtime
    return 0
