"""New lists at noon: tried out beside gunicorn's master, then read by it; only then are the workers replaced, one by one.

With `preload_app` gunicorn's own HUP forks new workers from the app loaded at the start, with the old lists. Here a HUP,
sent by hand or by the watch on the folders, opens a new desk first. A faulty list changes nothing: the old
desk answers on, and /ready, /metrics and the log say where the fault is.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import os
import signal
import time
from collections.abc import Callable
from typing import Any, BinaryIO

from flask import Flask

from server.service.last_good import keep
from server.service.notice import tell
from server.service.opened import READ, close_desk, folders, open_desk, swap_desk
from server.service.try_out import first_fault, opened, taken_out, try_out
from server.service.watch import marks, watch
from server.settings import Settings

log = logging.getLogger(__name__)

STOPS = frozenset((signal.SIGTERM, signal.SIGINT, signal.SIGQUIT))
PATIENCE = 15.0  # seconds until an old worker must have answered its last request


def take_over(arbiter: Any) -> None:
    """From now on a HUP to this master (a `gunicorn.arbiter.Arbiter`) brings in new lists, and the folders are watched."""
    app: Flask = arbiter.app.wsgi()
    give_back()

    def look_after_workers() -> bool:
        """Whether the server is to stop; while the new lists are tried out, a worker that ends is replaced as always."""
        arbiter.reap_workers()
        arbiter.murder_workers()
        arbiter.manage_workers()
        return is_to_stop(arbiter)

    arbiter.handle_hup = lambda: renew(app, look_after_workers, lambda: replace_workers(arbiter))
    wait_for_signals = arbiter.wait_for_signals
    arbiter.wait_for_signals = lambda timeout=1.0: at_most_one_hup(wait_for_signals(timeout))
    manage_workers = arbiter.manage_workers

    def look_and_manage() -> None:  # each second; a good file holds though no worker is asked while it is
        open_desk(app).switches.look()
        manage_workers()

    arbiter.manage_workers = look_and_manage
    settings: Settings = app.config["JACHAI"]
    if settings.watch:
        watch(folders(settings), settings.watch, lambda: os.kill(arbiter.pid, signal.SIGHUP), app.extensions[READ])


def at_most_one_hup(signals: list[int]) -> list[int]:
    """The signals that have come in: of several HUPs one, for it reads what there is now, and none where the server is to stop."""
    others = [number for number in signals if number != signal.SIGHUP]
    is_asked = len(others) < len(signals) and not STOPS.intersection(others)
    return [*others, signal.SIGHUP] if is_asked else others


def is_to_stop(arbiter: Any) -> bool:
    """Whether a signal to stop waits behind the one in hand. All that wait go on waiting."""
    waiting = arbiter.wait_for_signals(0.0)
    for number in waiting:
        arbiter.SIG_QUEUE.put(number)
    return bool(STOPS.intersection(waiting))


def before_fork(arbiter: Any) -> None:
    """What a new worker inherits is what holds now: also the switch."""
    open_desk(arbiter.app.wsgi()).switches.look()
    gc.freeze()  # the lists are no garbage: looking through them would cost time and unshare their pages


def renew(
    app: Flask, is_to_stop: Callable[[], bool] = lambda: False, replace: Callable[[], None] = lambda: None
) -> bool:
    """Brings in the lists as they lie there now; whether there is anything new to answer with.

    They are tried out in a process of their own. Only where they can be used the old ones leave memory, and then the new ones
    are read: two generations beside each other would leave holes between them for good.
    `replace`: puts workers with the new lists in the place of the old ones; what became of it is told when they all answer.
    """
    settings: Settings = app.config["JACHAI"]
    before = marks(folders(settings))
    tried = try_out(settings, open_desk(app), is_to_stop)
    if tried is None:
        return False
    fault = tried.fault or (_take_in(app, tried.kept) if tried.is_new else "")
    is_new = tried.is_new and not (fault and not tried.kept)
    if tried.kept:
        tried.kept.close()
    if not fault:
        keep(settings, before)
    if is_new:
        replace()
    with contextlib.suppress(Exception):  # no fault of the telling may end the server
        _tell(app, fault, is_new)
    return is_new


def _take_in(app: Flask, kept: BinaryIO | None) -> str:
    """Reads the lists once more, in place of the old desk, which has left by then. What is wrong with them, if anything is.

    The files may have changed since they were tried. Then the desk as it was tried answers; without one the old desk stays
    until the new one is there. Where even that fails there is no memory left, and gunicorn ends, to be started anew.
    """
    settings: Settings = app.config["JACHAI"]
    switches, fault = open_desk(app).switches, ""
    gc.unfreeze()
    try:
        if kept:
            close_desk(app)
            give_back()
        desk = opened(settings, in_own_process=True)
    except Exception as error:
        fault = first_fault(error)
        desk = taken_out(kept, settings) if kept else open_desk(app)
    desk.switches.go_on_from(switches)
    swap_desk(app, desk)
    give_back()
    gc.freeze()
    return fault


def _tell(app: Flask, fault: str, is_new: bool) -> None:
    outcome = "renewed" if is_new else "unchanged"
    desk = open_desk(app)
    if fault:
        log.error("reload refused, %s lists answer on: %s", "somewhat older" if is_new else "the old", fault)
    else:
        log.info("reload: %s, ruleset %s %s", outcome, desk.ruleset.version, desk.ruleset.hash[:12])
    tell(app, outcome, fault)


def give_back() -> None:
    """What the lists before and the reading of new ones took goes back to the system; glibc would keep it for later."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # another libc keeps what it likes
        ctypes.CDLL(None).malloc_trim(0)


def replace_workers(arbiter: Any) -> None:
    """For each worker a new one, and the old one leaves when it has answered what it has in hand. A stop waits for none."""
    for pid, _ in sorted(arbiter.WORKERS.items(), key=lambda item: item[1].age):
        if is_to_stop(arbiter):
            return
        arbiter.spawn_worker()
        arbiter.kill_worker(pid, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while pid in arbiter.WORKERS and time.monotonic() < until and not is_to_stop(arbiter):
            time.sleep(0.02)
            arbiter.reap_workers()
