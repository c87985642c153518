"""The HTTP views of the records: an override and a report, each kept at once or refused with the cure."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Flask, current_app, jsonify, request
from flask.typing import ResponseReturnValue

from server.api import desk
from server.draft import Draft, load_json, read_string
from server.errors import BadRequest
from server.finding import Answer, Finding
from server.records import open_records
from server.records.kept import MAX_EXCERPT, MAX_NOTE, PAUSE, Kept, Override, RecordsGone, Report
from server.records.key import Key, read_key
from server.records.note import repeats
from server.records.offer import may_override
from server.records.reasons import OTHER, shipped_reasons
from server.records.subject import is_check, known_platform, known_term
from server.service.access import office_for
from server.settings import BadSetting
from server.severity import Severity

if TYPE_CHECKING:
    from server.records.store import Records
    from server.settings import Settings

record_views = Blueprint("records", __name__)
EXTENSION = "jachai.records"
MAX_ID = 500  # UTF-16 units
_FINGERPRINT = re.compile(r"[0-9a-f]{1,16}")


def install(app: Flask) -> None:
    """Opens the records that the settings name. BadSetting where their key is missing."""
    settings: Settings = app.config["JACHAI"]
    records, key = open_records(settings), _key(settings)
    app.extensions[EXTENSION] = (records, key) if records and key else None
    app.register_blueprint(record_views)


def _key(settings: Settings) -> Key | None:
    """The key, where records are on; on the command line none will do, for `records key` makes it."""
    try:
        return read_key(settings.records_key) if settings.records else None
    except BadSetting:
        if "FLASK_RUN_FROM_CLI" in os.environ:
            return None
        raise


@record_views.post("/api/v1/overrides")
def overrides() -> ResponseReturnValue:
    """Keeps that a draft is published all the same, and why."""
    records, key = _open()
    fields = _body()
    draft = Draft.parse(fields)
    office = office_for(desk(), draft.institution)
    if office is None or not may_override(office):
        raise BadRequest("no_override")
    reason, note = _reason(fields), _note(fields, draft.text)
    if reason == OTHER and not note:
        raise BadRequest("bad_field", "note", "কারণটি লিখুন", "say the reason")
    answer = desk().check(draft, office)
    override = Override(
        office=office.id,
        platform=known_platform(draft.platform),
        verdict=answer.verdict,
        ruleset=desk().ruleset.hash,
        reason=reason,
        note=note,
        text_hash=key.hash(draft.text),
        key_id=key.id,
        findings=tuple(_kept(finding) for finding in _overridden(answer)),
    )
    return _created(records, override)


@record_views.post("/api/v1/reports")
def reports() -> ResponseReturnValue:
    """Keeps that a finding was a false alarm, with the excerpt that the writer chose to send."""
    records, _ = _open()
    fields = _body()
    ruleset = desk().ruleset
    excerpt = read_string(fields, "excerpt", MAX_EXCERPT)
    office = office_for(desk(), read_string(fields, "institution", MAX_ID))
    report = Report(
        office=office.id if office else "",
        platform=known_platform(read_string(fields, "platform", MAX_ID)),
        clause=_known(fields, "clause", lambda name: name in ruleset.guideline.clauses),
        check=_known(fields, "check", lambda name: is_check(name, ruleset)),
        term=known_term(read_string(fields, "source", MAX_ID), ruleset),
        fingerprint=_known(fields, "fingerprint", lambda value: bool(_FINGERPRINT.fullmatch(value))),
        excerpt=excerpt,
        note=_note(fields, excerpt),
    )
    return _created(records, report)


def _open() -> tuple[Records, Key]:
    opened: tuple[Records, Key] | None = current_app.extensions[EXTENSION]
    if opened is None:
        raise BadRequest("no_records")
    return opened


def _body() -> Mapping[str, Any]:
    if request.mimetype != "application/json":
        raise BadRequest("wrong_content_type")
    fields = load_json(request.get_data(cache=False))
    if not isinstance(fields, Mapping):
        raise BadRequest("bad_field", "JSON", "একটি অবজেক্ট দিন", "send an object")
    return fields


def _reason(fields: Mapping[str, Any]) -> str:
    return _known(fields, "reason", lambda name: name in shipped_reasons())


def _known(fields: Mapping[str, Any], name: str, known: Any) -> str:
    value = read_string(fields, name, MAX_ID, required=True)
    if not known(value):
        raise BadRequest("bad_field", name, "জানা মানগুলোর একটি দিন", "give one that the server knows")
    return value


def _note(fields: Mapping[str, Any], text: str) -> str:
    note = " ".join(read_string(fields, "note", MAX_NOTE).split())
    if repeats(note, text):
        raise BadRequest("note_repeats")
    return note


def _overridden(answer: Answer) -> list[Finding]:
    return [finding for finding in answer.findings if finding.severity >= Severity.WARN]


def _kept(finding: Finding) -> Kept:
    return Kept(finding.clause, finding.check, finding.source, finding.severity.word)


def _created(records: Records, row: Override | Report) -> ResponseReturnValue:
    try:
        made = records.keep_override(row) if isinstance(row, Override) else records.keep_report(row)
    except RecordsGone:
        raise BadRequest("records_unavailable", headers={"Retry-After": str(ceil(PAUSE))}) from None
    return jsonify({"id": made}), 201
