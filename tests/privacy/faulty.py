"""The server with checks that fail, and say the draft in their error; CANARY_LEAK makes it leak on purpose.

gunicorn runs it in the canary's test: `tests.privacy.faulty:application`.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flask import request

import server.checker
from server.checks import Check, all_checks
from server.finding import Finding
from server.posting import Posting
from wsgi import application

LEAK = os.environ.get("CANARY_LEAK", "")


def fails(posting: Posting) -> Iterable[Finding]:
    """A check with a mistake in it, whose error quotes the draft."""
    if LEAK:
        logging.getLogger("server.checker").warning("looked at %s", posting.draft.text)
        with tempfile.NamedTemporaryFile("w", delete=False) as file:
            file.write(posting.draft.text)
        with tempfile.NamedTemporaryFile("w", delete=False) as file:
            file.write(hashlib.sha256(posting.draft.text.encode()).hexdigest())
    raise ValueError(posting.draft.text)


def is_late(posting: Posting) -> Iterable[Finding]:
    """A check that runs out of time, whose error quotes the draft."""
    raise TimeoutError(posting.draft.text)


def broken() -> Any:
    """A view with a mistake in it."""
    raise ValueError(request.get_data(as_text=True))


BROKEN: tuple[Check, ...] = tuple(
    replace(all_checks()[0], id=f"prohibited/{look.__name__}", look=look) for look in (fails, is_late)
)
CHECKS = (*all_checks(), *BROKEN)
server.checker.all_checks = lambda: CHECKS  # type: ignore[attr-defined]
application.add_url_rule("/api/v1/broken", view_func=broken, methods=["GET", "POST"])
