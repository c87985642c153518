"""The platforms' composers over HTTP: newer selectors out, and word of those that no longer fit in. Never a text."""

from __future__ import annotations

import logging
import re

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from server.service.body import read_body, read_known
from server.service.metrics import count_broken
from server.service.opened import desk
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.facts.selectors import NAME, selectors_in, version_of

log = logging.getLogger(__name__)
platforms = Blueprint("platforms", __name__)

SELECTORS = ("composer", "publish")
BUILT_IN = "builtin"
VERSION = re.compile(r"builtin|\d{4}-\d\d-\d\d-[0-9a-f]{8}")
ANYWHERE = "generic"  # the extension's file for sites that IT adds
OTHER = "other"  # a platform newer than this server, or a name that somebody made up: counted together


@platforms.get("/api/v1/platforms")
def newer() -> ResponseReturnValue:
    """Selectors that go over the extension's own, as data."""
    known = desk().ruleset.data(selectors_in)
    return jsonify({"version": version_of(known), "platforms": [one.as_json() for one in known]})


@platforms.post("/api/v1/platforms/broken")
def broken() -> ResponseReturnValue:
    """Counts that a selector of a platform found nothing, by these three ids alone."""
    fields = read_body()
    platform = read_known(fields, "platform", NAME.fullmatch)
    selector = read_known(fields, "selector", SELECTORS.__contains__)
    version = read_known(fields, "selectors", VERSION.fullmatch)
    ids = platform if _is_known(platform) else OTHER, selector, _age_of(version)
    count_broken(*ids)
    log.warning("broken platform: %s %s %s", *ids)  # never what was sent: a name may be anything
    return "", 204


def _is_known(name: str) -> bool:
    """Whether this server's data speaks of that platform: its limits, or newer selectors."""
    data = desk().ruleset.data
    return name == ANYWHERE or name in data(platforms_in) or any(one.name == name for one in data(selectors_in))


def _age_of(version: str) -> str:
    """Which selectors: the extension's own, the newest of this server, or older ones."""
    if version == BUILT_IN:
        return version
    return "newest" if version == version_of(desk().ruleset.data(selectors_in)) else "older"
