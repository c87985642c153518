"""New lists, read and checked in a process of their own that then ends: what the reading takes goes with it, and a fault costs nothing."""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import fields, replace
from typing import BinaryIO, NamedTuple, NoReturn

from server.desk import Desk
from server.service.access import refuse_unsafe_start
from server.settings import BadSetting, Settings
from server.switchboard import Switchboard
from server.wordlists.reading.faults import FaultyLists

BEAT = 0.1  # seconds between looks at what else there is to do
OWN = ("switches", "repeats")  # of a desk: made anew in each process, and never kept
ENDED = "নতুন তালিকা পড়ার প্রক্রিয়াটি মাঝপথে থেমে গেছে; মেমরি দেখে আবার চেষ্টা করুন | reading the new lists broke off; look at the memory and try again"


class Tried(NamedTuple):
    """What came of it."""

    fault: str  # "" where they can be used
    is_new: bool = False
    kept: BinaryIO | None = None  # the desk, for where the files change before they are read again; to be closed


def try_out(settings: Settings, old: Desk, is_to_stop: Callable[[], bool]) -> Tried | None:
    """What comes of reading the lists as they lie there now. None where `is_to_stop`, asked at each beat, says so."""
    try:
        out, ended, ends, pid = _forked()
    except OSError as error:  # no process or descriptor is left: the old desk answers on
        return Tried(f"{type(error).__name__}: {error.strerror}")
    if not pid:
        _answer(settings, old, out)
    os.close(ends)
    is_ended, tried = False, None
    try:
        while not is_ended:
            if is_to_stop():
                return None
            is_ended = bool(select.select([ended], [], [], BEAT)[0])
        tried = _read(out)
        return tried
    finally:
        if tried is None or tried.kept is None:
            out.close()
        os.close(ended)
        with suppress(ProcessLookupError, ChildProcessError):  # gunicorn may have seen its end already
            if not is_ended:
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _forked() -> tuple[BinaryIO, int, int, int]:
    """(where the new process writes, the two ends of a pipe that closes with it, its id: 0 in the process itself)."""
    with ExitStack() as opened_so_far:
        out = opened_so_far.enter_context(os.fdopen(os.memfd_create("tried"), "r+b"))
        ends = os.pipe()
        for end in ends:
            opened_so_far.callback(os.close, end)
        pid = os.fork()
        opened_so_far.pop_all()
    return out, *ends, pid


def _read(out: BinaryIO) -> Tried:
    """What the process wrote. The desk that follows is read where it is needed, and takes no room before."""
    out.seek(0)
    try:
        fault, is_new, length = pickle.load(out)  # noqa: S301  # what `_answer` wrote
    except EOFError:
        return Tried(ENDED)
    is_whole = length == os.fstat(out.fileno()).st_size - out.tell()  # it may have died while it wrote
    return Tried(fault, is_new, out if length and is_whole else None)


def _answer(settings: Settings, old: Desk, out: BinaryIO) -> NoReturn:
    """In the new process, which never comes back from here. Its signals are its own: the master's handlers went with the fork."""
    try:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        fault, desk = _tried(settings, old)
        kept = _kept(desk) if desk else b""
        out.write(pickle.dumps((fault, desk is not None, len(kept))) + kept)
        out.flush()
    finally:
        os._exit(0)


def _tried(settings: Settings, old: Desk) -> tuple[str, Desk | None]:
    """(what is wrong with the lists, a desk on them where they are new)."""
    try:
        desk = opened(replace(settings, switch=None))  # whose file the master reads, and tells of
    except Exception as error:  # whatever it is, the old desk answers on
        return first_fault(error), None
    is_new = (desk.ruleset_name(), desk.institutions) != (old.ruleset_name(), old.institutions)
    return "", desk if is_new else None


def opened(settings: Settings, in_own_process: bool = False) -> Desk:
    """A new desk that may answer. FaultyLists, BadSetting or whatever else keeps it from that. `in_own_process`: as `lint` has it."""
    desk = Desk.open(settings, in_own_process, light=True).warm()
    refuse_unsafe_start(settings, desk)
    return desk


def _kept(desk: Desk) -> bytes:
    parts = {field.name: getattr(desk, field.name) for field in fields(desk) if field.name not in OWN}
    try:
        return pickle.dumps(parts)
    except Exception:  # lists nested deeper than it can follow
        return b""


def taken_out(kept: BinaryIO, settings: Settings) -> Desk:
    """The desk that was kept."""
    parts = pickle.load(kept)  # noqa: S301  # what `_kept` made
    return Desk(**parts, switches=Switchboard(settings.switch, set(parts["institutions"])))


def first_fault(error: Exception) -> str:
    """What /ready and the log say of it, no hint beside it: of a failure that is none of the lists' its type alone."""
    if isinstance(error, FaultyLists):
        first, *others = [fault for fault in error.faults if fault.fatal] or error.faults
        return f"{first} (+{len(others)})" if others else str(first)
    return str(error) if isinstance(error, BadSetting | OSError) else type(error).__name__
