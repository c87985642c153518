"""The server with more patience: a test that stands still for some seconds on a busy machine is no slow client.

gunicorn runs it in the tests: `tests.service.patient:application`. The product's own times are tested in one process.
"""

from __future__ import annotations

import os

from server.service import worker

PATIENCE = 25  # seconds, less than gunicorn's own for a worker that does not answer

worker.READ_TIME = worker.WRITE_TIME = worker.LINGER = float(PATIENCE)
if "JACHAI_RECORDS" in os.environ:
    from server.records import database

    database.WAIT = PATIENCE

from wsgi import application as application  # noqa: E402  # it reads the settings, and opens the records
