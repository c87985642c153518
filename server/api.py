"""The HTTP views: each reads, asks, answers."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, request
from flask.typing import ResponseReturnValue

from server.draft import MAX_TEXT
from server.errors import BadRequest
from server.records.offer import offer
from server.records.reasons import reasons_in
from server.service.access import LIMITS, OFFICE, office_for
from server.service.around import OUTCOME
from server.service.body import read_bytes
from server.service.notice import NOTICE
from server.service.opened import desk, records_of

api = Blueprint("api", __name__)


@api.post("/api/v1/check")
def check() -> ResponseReturnValue:
    """Checks one draft."""
    environ = request.environ
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
        raise BadRequest("wrong_content_type")
    # not through Flask's proxy, each look through which costs as much as a look-up
    body = read_bytes(environ["werkzeug.request"])
    answer, environ[OUTCOME] = desk().tell(body, environ.get(OFFICE))
    return Response(answer, mimetype="application/json")


@api.get("/api/v1/office")
def office() -> ResponseReturnValue:
    """What the extension must know of the office that it works for: the token's, or the one that `?institution=ID` names."""
    institution = office_for(desk(), request.args.get("institution", ""))
    switch = desk().switch(institution)
    return jsonify(
        {
            "id": institution.id if institution else "",
            "name": {"bn": institution.name_bn, "en": institution.name_en} if institution else None,
            "when_unreachable": institution.when_unreachable if institution else "warn",
            "override": institution.override if institution else "never",
            "allow_pause": institution.allow_pause if institution else True,
            "limits": {"text": MAX_TEXT},
            "min_extension": desk().min_extension,
            "ruleset": desk().ruleset_name(),
            "profile": desk().profile_hash(institution),
            "records": offer(bool(records_of(current_app)), institution, desk().ruleset.data(reasons_in)),
            "switch": switch.as_json() if switch else None,
        }
    )


@api.get("/health")
def health() -> ResponseReturnValue:
    """Whether the server is alive."""
    return jsonify({"status": "ok"})


@api.get("/ready")
def ready() -> ResponseReturnValue:
    """Which ruleset answers, what became of the last reload, and how its helpers are: 200 as long as checks are answered."""
    limits, records = current_app.extensions[LIMITS], records_of(current_app)
    return jsonify(
        {
            "status": "ready",
            "ruleset": desk().ruleset_name(),
            "institutions": len(desk().institutions),
            "profiles": desk().profiles_hash,
            "reload": current_app.extensions[NOTICE].read(),
            "switch": desk().switches.state(),
            "limits": limits.counted_in if limits else "off",
            "records": records[0].state() if records else "off",
            "records_key": records[1].id if records else "",
        }
    )
