"""The WSGI entry point: gunicorn wsgi:application, flask --app wsgi."""

import io
import logging
import os
import sys

from server import create_app
from server.service import logs
from server.service.last_good import start
from server.settings import BadSetting, not_started
from server.wordlists.reading.faults import FaultyLists

if "FLASK_RUN_FROM_CLI" in os.environ:  # into a pipe or a file Windows writes cp1252, which has no Bangla letter
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
try:
    application = create_app()
    logging.getLogger("werkzeug").disabled = True  # `flask run` would log addresses, queries and who asks
    if "FLASK_RUN_FROM_CLI" not in os.environ:  # `flask wordlists lint` must run on faulty lists, a server must not
        logs.configure(application.config["JACHAI"].log_level)
        start(application, is_trial="--check-config" in sys.argv)
except (BadSetting, FaultyLists) as error:
    sys.exit(not_started(error))
except OSError as error:  # a link to nothing that an editor left, a file that the server's user may not read
    cure = (
        "ফাইলটি সরান, অথবা সার্ভারের ব্যবহারকারীকে পড়তে দিন; /var/lib/jachai-এর ভেতরে হলে: chown -R jachai: /var/lib/jachai | "
        "take the file away, or let the server's user read it; within /var/lib/jachai: chown -R jachai: /var/lib/jachai"
    )
    sys.exit(not_started(BadSetting(f"{error.filename or 'Jachai'}: {error.strerror or error}: {cure}")))
