"""gunicorn's settings: `gunicorn -c deploy/gunicorn.conf.py wsgi:application`."""

import gc
import os

bind = os.environ.get("JACHAI_BIND", "127.0.0.1:8420")
workers = min(4, os.cpu_count() or 1)
worker_class = "sync"
preload_app = True  # lists are loaded once, their pages shared by the workers; a faulty list stops the start
timeout = 30  # seconds
accesslog = None  # a query or a path is nobody's business here
errorlog = "-"
control_socket_disable = True  # nothing beside the port may steer the server


def pre_fork(server: object, worker: object) -> None:
    """The lists, loaded once, are no garbage: looking through them would cost time and unshare their pages."""
    gc.freeze()
