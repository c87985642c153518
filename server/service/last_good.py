"""The office's own lists and profiles as they last could be used: a start on faulty ones answers with these, as a reload goes on with the old ones.

They are copied whenever they were read without a fault (`JACHAI_LAST_GOOD`), each folder under its number. The shipped lists
come with the program and are not copied.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from flask import Flask

from server.desk import Desk
from server.service.notice import tell
from server.service.opened import READ, folders, swap_desk
from server.service.try_out import first_fault, opened
from server.service.watch import Marks, marks
from server.settings import BadSetting, Settings
from server.wordlists.reading.faults import FaultyLists
from server.wordlists.reading.folders import SHIPPED

log = logging.getLogger(__name__)

NOW = "now"  # the link to the copy that counts
COPY = "copy-"  # what the name of a copy begins with
NAMES = "folders.json"  # in a copy: which folder each number was


def start(app: Flask, is_trial: bool = False) -> None:
    """Opens the desk that a server starts with. FaultyLists, BadSetting or OSError where neither what lies there can be used nor the copy.

    `is_trial`: whoever asks whether the files as they lie there can be used (gunicorn's --check-config) gets no answer from older ones.
    """
    settings: Settings = app.config["JACHAI"]
    app.extensions[READ] = read = marks(folders(settings))
    try:
        swap_desk(app, opened(settings, in_own_process=True))
    except (FaultyLists, BadSetting, OSError) as error:
        older = None if is_trial else copied(settings)
        if older is None:
            raise
        swap_desk(app, _of_the_copy(older, error))
        fault = first_fault(error)
        log.error("started on the lists and profiles that last could be used: %s", fault)
        tell(app, "faulty", fault)
    else:
        if not is_trial:
            keep(settings, read)


def _of_the_copy(older: Settings, error: Exception) -> Desk:
    try:
        return opened(older, in_own_process=True)
    except (FaultyLists, BadSetting, OSError):  # it may be as old as another version of the program
        raise error from None


def keep(settings: Settings, read: Marks) -> None:
    """Copies what was read without a fault, where it still lies there as it was `read`. Where there is no room the older copy stays."""
    if settings.last_good is None:
        return
    try:
        settings.last_good.mkdir(mode=0o700, exist_ok=True)
        _copy(settings, settings.last_good, read)
    except OSError as error:
        # of a file that could not be copied the disk is full on which its copy was to lie
        where = error.filename2 or error.filename or settings.last_good
        log.warning(
            "পরেরবার চালু হওয়ার জন্য তালিকা ও প্রোফাইলের অনুলিপি রাখা গেল না (%s: %s); ডিস্কে জায়গা করুন, বা root হিসেবে চালান: chown -R jachai: %s | "
            "lists and profiles were not copied for a later start: %s: %s; make room on the disk, or run as root: chown -R jachai: %s",
            *(error.strerror, where, settings.last_good) * 2,
        )


def _copy(settings: Settings, place: Path, read: Marks) -> None:
    new = Path(tempfile.mkdtemp(prefix=COPY, dir=place))  # for the server's user alone: profiles hold tokens' hashes
    try:
        own = [folder for folder in folders(settings) if not _is_shipped(folder)]
        for number, folder in enumerate(own):
            _copy_files(folder, new / str(number))
        (new / NAMES).write_text(json.dumps([str(folder) for folder in own]), encoding="utf-8")
        if marks(folders(settings)) == read and _files(new) != _files(place / NOW):
            _count(new, place / NOW)
    finally:
        for copy in place.glob(f"{COPY}*"):
            if copy.resolve() != (place / NOW).resolve():
                shutil.rmtree(copy, ignore_errors=True)


def _copy_files(folder: Path, into: Path) -> None:
    """Without what may not be read, such as an editor's backup: it is none of the lists, which were."""
    into.mkdir()
    for path in (Path(name) for name, *_ in marks([folder])):
        to = into / path.relative_to(folder)
        to.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            with suppress(PermissionError):
                shutil.copyfile(path, to)


def _files(copy: Path) -> dict[str, bytes]:
    """The hash of every file of a copy, by its name in it; whatever lies beside the lists may be larger than our memory."""
    found = {}
    for path in filter(Path.is_file, copy.rglob("*")):
        with path.open("rb") as file:
            found[str(path.relative_to(copy))] = hashlib.file_digest(file, "sha256").digest()
    return found


def _count(copy: Path, link: Path) -> None:
    """From now on that copy counts: at no moment there is none."""
    new = link.with_name("next")
    new.unlink(missing_ok=True)
    new.symlink_to(copy.name)
    new.replace(link)


def copied(settings: Settings) -> Settings | None:
    """The settings with the copy's folders in place of their own; None where there is no copy of each of them."""
    if settings.last_good is None:
        return None
    copy = (settings.last_good / NOW).resolve()
    try:
        names = json.loads((copy / NAMES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    places = {Path(name): copy / str(number) for number, name in enumerate(names)}
    places |= {folder: folder for folder in settings.wordlists if _is_shipped(folder)}
    if not places.keys() >= set(folders(settings)):
        return None
    institutions = places[settings.institutions] if settings.institutions else None
    return replace(settings, wordlists=tuple(map(places.__getitem__, settings.wordlists)), institutions=institutions)


def _is_shipped(folder: Path) -> bool:
    return folder.resolve() == SHIPPED
