"""Every error of the app answered in the one shape of `server.errors`."""

from __future__ import annotations

import logging

from flask import Flask, jsonify
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from server.errors import BadRequest

log = logging.getLogger(__name__)

CODE_BY_STATUS = {404: "not_found", 405: "wrong_method", 413: "too_large", 415: "wrong_content_type"}


def install(app: Flask) -> None:
    """Answers every error of the app in the one shape, and logs a failure by its type alone."""
    from gunicorn.http.errors import ParseException  # here: who only reads a draft needs no server

    @app.errorhandler(BadRequest)
    def refused(error: BadRequest) -> ResponseReturnValue:
        return jsonify(error.as_json()), error.status, dict(error.headers)

    @app.errorhandler(HTTPException)
    def of_http(error: HTTPException) -> ResponseReturnValue:
        if error.code is None or error.code < 400:  # a redirect is no error
            return error.get_response()
        answer = BadRequest(CODE_BY_STATUS.get(error.code, "failed" if error.code >= 500 else "bad_request"))
        headers = [(name, value) for name, value in error.get_headers() if name == "Allow"]
        return jsonify(answer.as_json()), error.code, headers

    @app.errorhandler(ParseException)
    def unreadable(error: Exception) -> ResponseReturnValue:
        return jsonify(BadRequest("bad_request").as_json()), 400

    @app.errorhandler(Exception)
    def failed(error: Exception) -> ResponseReturnValue:
        log.error("failed: %s", type(error).__name__)  # never its text: a draft may stand in it
        return jsonify(BadRequest("failed").as_json()), 500
