"""The app that `make bench` loads: the server as it is, and beside its check an endpoint that does nothing."""

from __future__ import annotations

from flask import Response, request

from wsgi import application

__all__ = ["application"]


@application.post("/api/v1/nothing")
def nothing() -> Response:
    """Takes the draft in and looks at nothing: what everything around the check costs."""
    request.get_data(cache=False)
    return Response(b'{"verdict":"clear","findings":[]}', mimetype="application/json")
