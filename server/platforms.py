"""The platforms' composers over HTTP: newer selectors out, and word of those that no longer fit in. Never a text."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from prometheus_client import Counter

from server.api import desk
from server.draft import load_json
from server.errors import BadRequest
from server.service import metrics  # noqa: F401  # says how figures are kept, before the first is made
from server.wordlists.platforms import platforms_in
from server.wordlists.selectors import NAME, selectors_in, version_of

log = logging.getLogger(__name__)
platforms = Blueprint("platforms", __name__)

SELECTORS = ("composer", "publish")
BUILT_IN = "builtin"
VERSION = re.compile(r"builtin|\d{4}-\d\d-\d\d-[0-9a-f]{8}")
ANYWHERE = "generic"  # the extension's file for sites that IT adds
OTHER = "other"  # a platform newer than this server, or a name that somebody made up: counted together

BROKEN = Counter(
    "jachai_broken_platforms", "Pages on which a selector found nothing", ["platform", "selector", "selectors"]
)


@platforms.get("/api/v1/platforms")
def newer() -> ResponseReturnValue:
    """Selectors that go over the extension's own, as data."""
    known = desk().ruleset.data(selectors_in)
    return jsonify({"version": version_of(known), "platforms": [one.as_json() for one in known]})


@platforms.post("/api/v1/platforms/broken")
def broken() -> ResponseReturnValue:
    """Counts that a selector of a platform found nothing, by these three ids alone."""
    if request.mimetype != "application/json":
        raise BadRequest("wrong_content_type")
    fields = load_json(request.get_data(cache=False))
    if not isinstance(fields, Mapping):
        raise BadRequest("bad_field", "JSON", "একটি অবজেক্ট দিন", "send an object")
    platform = _matching(fields, "platform", NAME)
    selector = _matching(fields, "selector", re.compile("|".join(SELECTORS)))
    version = _matching(fields, "selectors", VERSION)
    BROKEN.labels(platform if _is_known(platform) else OTHER, selector, _told(version)).inc()
    log.warning("broken platform: %s %s %s", platform, selector, version)
    return "", 204


def _is_known(name: str) -> bool:
    """Whether this server's data speaks of that platform: its limits, or newer selectors."""
    data = desk().ruleset.data
    return name == ANYWHERE or name in data(platforms_in) or any(one.name == name for one in data(selectors_in))


def _told(version: str) -> str:
    """Which selectors: the extension's own, the newest of this server, or older ones."""
    if version == BUILT_IN:
        return version
    return "newest" if version == version_of(desk().ruleset.data(selectors_in)) else "older"


def _matching(fields: Mapping[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BadRequest("bad_field", name, "জানা মানগুলোর একটি দিন", "give one that the server knows")
    return value
