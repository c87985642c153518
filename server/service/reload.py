"""New lists at noon: read and checked once, in gunicorn's master; only then are the workers replaced, one by one.

With `preload_app` gunicorn's own HUP forks new workers from the app loaded at the start, with the old lists. Here a HUP,
sent by hand or by the watch on the folders, opens a new desk in the master first. A faulty list changes nothing: the old
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
from typing import Any

from flask import Flask

from server.desk import Desk
from server.service import logs, metrics
from server.service.access import refuse_unsafe_start
from server.service.notice import NOTICE, Notice
from server.service.opened import READ, folders, open_desk, swap_desk
from server.service.watch import watch
from server.settings import BadSetting, Settings
from server.wordlists.faults import FaultyLists

log = logging.getLogger(__name__)

PATIENCE = 15.0  # seconds until an old worker must have answered its last request


def take_over(arbiter: Any) -> None:
    """From now on a HUP to this master (a `gunicorn.arbiter.Arbiter`) brings in new lists, and the folders are watched."""
    app: Flask = arbiter.app.wsgi()
    give_back()

    def handle_hup() -> None:
        if renew(app):
            replace_workers(arbiter)

    arbiter.handle_hup = handle_hup
    manage_workers = arbiter.manage_workers

    def look_and_manage() -> None:  # each second; a good file holds though no worker is asked while it is
        open_desk(app).switches.look()
        manage_workers()

    arbiter.manage_workers = look_and_manage
    settings: Settings = app.config["JACHAI"]
    if settings.watch:
        watch(folders(settings), settings.watch, lambda: os.kill(arbiter.pid, signal.SIGHUP), app.extensions[READ])


def before_fork(arbiter: Any) -> None:
    """What a new worker inherits is what holds now: also the switch."""
    open_desk(arbiter.app.wsgi()).switches.look()
    gc.freeze()  # the lists are no garbage: looking through them would cost time and unshare their pages


def renew(app: Flask) -> bool:
    """Opens a new desk and swaps it in; whether there is anything new to answer with."""
    notice: Notice = app.extensions[NOTICE]
    old = open_desk(app)
    try:
        desk = Desk.open(app.config["JACHAI"]).warm()
        refuse_unsafe_start(app.config["JACHAI"], desk)
    except Exception as error:  # whatever it is, the old desk answers on
        with contextlib.suppress(Exception):  # no fault of the telling may end the server
            fault = _first_fault(error)
            log.error("reload refused, the old lists answer on: %s", fault)
            metrics.count_reload("faulty")
            notice.put("faulty", logs.now(), fault)  # last: whoever reads it finds log and figures as told
        return False
    new = (desk.ruleset_name(), desk.institutions) != (old.ruleset_name(), old.institutions)
    outcome = "renewed" if new else "unchanged"
    log.info("reload: %s, ruleset %s %s", outcome, desk.ruleset.version, desk.ruleset.hash[:12])
    metrics.count_reload(outcome)
    if new:
        gc.unfreeze()
        desk.switches.go_on_from(old.switches)
        swap_desk(app, desk)
        del old, desk
        gc.collect()
        give_back()
        gc.freeze()
    notice.put("ok", logs.now())
    return new


def give_back() -> None:
    """What the lists before and the reading of new ones took goes back to the system; glibc would keep it for later."""
    with contextlib.suppress(OSError, AttributeError):  # another libc keeps what it likes
        ctypes.CDLL(None).malloc_trim(0)


def _first_fault(error: Exception) -> str:
    if isinstance(error, FaultyLists):
        more = f" (+{len(error.faults) - 1})" if len(error.faults) > 1 else ""
        return f"{error.faults[0]}{more}"
    return str(error) if isinstance(error, BadSetting | OSError) else type(error).__name__


def replace_workers(arbiter: Any) -> None:
    """For each worker a new one, and the old one leaves when it has answered what it has in hand."""
    for pid, _ in sorted(arbiter.WORKERS.items(), key=lambda item: item[1].age):
        arbiter.spawn_worker()
        arbiter.kill_worker(pid, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while pid in arbiter.WORKERS and time.monotonic() < until:
            time.sleep(0.02)
            arbiter.reap_workers()
