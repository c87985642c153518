"""The least that Flask does: the floor under every figure of `make bench` over HTTP."""

from __future__ import annotations

from flask import Flask, Response, jsonify, request

application = Flask(__name__)


@application.post("/nothing")
def nothing() -> Response:
    """Takes the draft in and answers."""
    request.get_data(cache=False)
    return jsonify({"verdict": "clear", "findings": []})
