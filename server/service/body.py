"""What a request says, field by field. BadRequest where it cannot be used; no message repeats it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Request, request

from server.draft import load_json, read_string
from server.errors import BadRequest

MAX_ID = 500  # UTF-16 units


def read_bytes(asked: Request) -> bytes:
    """The request's body. BadRequest where Werkzeug is silent: it came in chunks and was cut off at the limit, or it broke off."""
    body = asked.get_data(cache=False)
    if asked.environ.get("CONTENT_LENGTH") == str(len(body)):
        return body  # as nearly always; Werkzeug reads the length anew at each asking
    length = asked.content_length
    if length is None and len(body) >= (asked.max_content_length or len(body) + 1):
        raise BadRequest("too_large")
    if length is not None and len(body) < length:
        raise BadRequest("bad_request")
    return body


def read_body() -> Mapping[str, Any]:
    """The request's JSON object."""
    if request.mimetype != "application/json":
        raise BadRequest("wrong_content_type")
    fields = load_json(read_bytes(request))
    if not isinstance(fields, Mapping):
        raise BadRequest("bad_field", "JSON", "একটি অবজেক্ট দিন", "send an object")
    return fields


def read_known(fields: Mapping[str, Any], name: str, is_known: Callable[[str], object]) -> str:
    """The field's text, one of those that the server knows."""
    value = read_string(fields, name, MAX_ID, required=True)
    if not is_known(value):
        raise BadRequest("bad_field", name, "জানা মানগুলোর একটি দিন", "give one that the server knows")
    return value
