"""gunicorn's settings: `gunicorn -c deploy/gunicorn.conf.py wsgi:application`. HUP brings in new lists, TERM stops."""

import atexit
import os
import shutil
import signal
import socket
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SHARED = "/dev/shm"  # noqa: S108  # memory, not a disk that may be full
ROOM = 16 << 20  # bytes that must be free in it


def has_room(folder):  # type: ignore[no-untyped-def]
    """Whether the figures may lie there; a file system in memory that has no limit tells no blocks."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return False
    return os.access(folder, os.W_OK) and (not found.f_blocks or found.f_bavail * found.f_frsize >= ROOM)


MEMORY = SHARED if has_room(SHARED) else None
for place in {SHARED, tempfile.gettempdir()}:
    for left in Path(place).glob("jachai-figures-*-*"):  # by a master that was killed
        number = left.name.split("-")[2]
        if number == str(os.getpid()) or not Path("/proc", number).exists():
            shutil.rmtree(left, ignore_errors=True)
FIGURES = ""
if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    FIGURES = tempfile.mkdtemp(prefix=f"jachai-figures-{os.getpid()}-", dir=MEMORY)
if FIGURES:  # set before the app is read, so that all processes count together
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = FIGURES


def leave_nothing(master: int = os.getpid()) -> None:
    """Takes the figures' folder away when the master ends."""
    if FIGURES and os.getpid() == master:
        shutil.rmtree(FIGURES, ignore_errors=True)


atexit.register(leave_nothing)

HUPS = []  # that come before gunicorn listens for signals, which is once the lists are read: any would end the server
signal.signal(signal.SIGHUP, lambda *_: HUPS.append(True))

from server.service.worker import hide_version  # noqa: E402  # after the line that lets `server` be found

hide_version()
bind = os.environ.get("JACHAI_BIND", "127.0.0.1:8420")
workers = int(os.environ.get("WEB_CONCURRENCY", min(4, os.cpu_count() or 1)))
if workers < 1:
    sys.exit("WEB_CONCURRENCY: ১ বা তার বেশি লিখুন, নইলে কেউ উত্তর দেয় না | write 1 or more, else nobody answers")
worker_class = "server.service.worker.Worker"
logger_class = "server.service.worker.Log"
worker_tmp_dir = MEMORY
preload_app = True  # lists are loaded once, their pages shared by the workers; a faulty list stops the start
timeout = 30  # seconds until a worker that does not answer is replaced
graceful_timeout = 15  # seconds that a request in hand may take at a stop
limit_request_fields = 50
accesslog = None  # the app writes its own line, without addresses and queries
errorlog = "-"
control_socket_disable = True  # nothing beside the port may steer the server


def pre_fork(server, worker):  # type: ignore[no-untyped-def]
    """A place for the worker's figures, and the newest of what it inherits."""
    from server.service import reload

    taken = {other.place for other in server.WORKERS.values()}
    worker.place = next(place for place in range(1000) if place not in taken)
    reload.before_fork(server)


def post_fork(server, worker):  # type: ignore[no-untyped-def]
    """The worker counts in its place, where the one before it left off.

    A TERM that comes before gunicorn sets the worker's handlers would go to the master's, and the worker would serve on until it is killed.
    """
    from server.service import metrics

    signal.signal(signal.SIGTERM, worker.handle_exit)
    metrics.take_place(f"worker-{worker.place}")


def on_starting(server):  # type: ignore[no-untyped-def]
    """A port that systemd holds must be the one that the settings name, before systemd is told that the server has started."""
    from gunicorn import systemd

    from server.service import access
    from server.settings import BadSetting, not_started

    handed = range(
        systemd.SD_LISTEN_FDS_START, systemd.SD_LISTEN_FDS_START + systemd.listen_fds(unset_environment=False)
    )
    names = []
    for number in handed:
        with socket.socket(fileno=os.dup(number)) as port:
            names.append(port.getsockname())
    try:
        access.refuse_other_address(server.app.wsgi().config["JACHAI"], names)
    except BadSetting as error:
        sys.exit(not_started(error))


def when_ready(server):  # type: ignore[no-untyped-def]
    """HUP and the watched folders bring in new lists."""
    from server.service import reload

    reload.take_over(server)
    if HUPS:  # what it was sent for may have come in behind the reading
        os.kill(os.getpid(), signal.SIGHUP)


def worker_exit(server, worker):  # type: ignore[no-untyped-def]
    """Ends a worker that served at once: taking the lists down piece by piece would copy all the pages it shares."""
    if worker.booted and worker.pid == os.getpid():
        os._exit(0)
