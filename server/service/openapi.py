"""GET /openapi.json: the HTTP contract for machines, from openapi.yaml beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import orjson
import yaml
from flask import Blueprint, Response

openapi = Blueprint("openapi", __name__)


@cache
def description() -> bytes:
    """The description as JSON."""
    return orjson.dumps(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")))


@openapi.get("/openapi.json")
def described() -> Response:
    """The description."""
    return Response(description(), mimetype="application/json")
