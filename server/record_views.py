"""The HTTP views of the records: an override and a report, each kept at once or refused with the cure."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from math import ceil
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Flask, current_app, jsonify
from flask.typing import ResponseReturnValue

from server.draft import MAX_ITEMS, MAX_TEXT, Draft, read_string
from server.errors import BadRequest
from server.finding import Answer, Finding
from server.institution import Institution
from server.records import open_records
from server.records.kept import MAX_EXCERPT, MAX_NOTE, PAUSE, Kept, Override, RecordsGone, Report
from server.records.key import Key, read_key
from server.records.note import repeats
from server.records.offer import may_override
from server.records.reasons import OTHER, reasons_in
from server.records.subject import is_check, known_platform, known_term
from server.service.access import office_for
from server.service.body import MAX_ID, read_body, read_known
from server.service.opened import RECORDS, desk, records_of
from server.settings import BadSetting
from server.severity import Severity
from server.text.offsets import utf16_length

if TYPE_CHECKING:
    from server.records.store import Records
    from server.settings import Settings

record_views = Blueprint("records", __name__)
_FINGERPRINT = re.compile(r"[0-9a-f]{1,16}")
SEVERAL = "overrides"  # the field under which those of a thread come together
MOST_TOGETHER = 50  # drafts of a thread
BESIDE = ("mentions", "attachments")  # what a draft may have many of


def install(app: Flask) -> None:
    """Opens the records that the settings name. BadSetting where their key is missing."""
    settings: Settings = app.config["JACHAI"]
    records, key = open_records(settings), _key(settings)
    app.extensions[RECORDS] = (records, key) if records and key else None
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
    """Keeps that a draft is published all the same, and why; of several that go together all, or none."""
    records, key = _open()
    fields = read_body()
    if fields.get(SEVERAL) is not None:
        several = _several(fields[SEVERAL], key)
        return _created(lambda: {"ids": records.keep_overrides(several)})
    override = _override(fields, key)
    return _created(lambda: {"id": records.keep_override(override)})


@record_views.post("/api/v1/reports")
def reports() -> ResponseReturnValue:
    """Keeps that a finding was a false alarm, with the excerpt that the writer chose to send."""
    records, key = _open()
    fields = read_body()
    ruleset = desk().ruleset
    excerpt = read_string(fields, "excerpt", MAX_EXCERPT)
    office = office_for(desk(), read_string(fields, "institution", MAX_ID))
    fingerprint = read_known(fields, "fingerprint", lambda value: bool(_FINGERPRINT.fullmatch(value)))
    report = Report(
        office=office.id if office else "",
        platform=known_platform(read_string(fields, "platform", MAX_ID), ruleset),
        clause=read_known(fields, "clause", lambda name: name in ruleset.guideline.clauses),
        check=read_known(fields, "check", lambda name: is_check(name, ruleset)),
        term=known_term(read_string(fields, "source", MAX_ID), ruleset),
        fingerprint=key.fingerprint(fingerprint),
        key_id=key.id,
        excerpt=excerpt,
        note=_note(fields, excerpt),
    )
    return _created(lambda: {"id": records.keep_report(report)})


def _open() -> tuple[Records, Key]:
    opened = records_of(current_app)
    if opened is None:
        raise BadRequest("no_records")
    return opened


def _several(given: Any, key: Key) -> list[Override]:
    """Those that go together, in all as long, and with as much beside, as one draft may be: each is checked. BadRequest says which is refused."""
    if not isinstance(given, list) or not given or not all(isinstance(one, Mapping) for one in given):
        raise BadRequest("bad_field", SEVERAL, "অবজেক্টের তালিকা দিন", "give a list of objects")
    texts = [one["text"] for one in given if isinstance(one.get("text"), str)]
    beside = max(sum(len(one[name]) for one in given if isinstance(one.get(name), list)) for name in BESIDE)
    if len(given) > MOST_TOGETHER or sum(map(utf16_length, texts)) > MAX_TEXT or beside > MAX_ITEMS:
        raise BadRequest("too_large")
    found = []
    for place, fields in enumerate(given):
        try:
            found.append(_override(fields, key))
        except BadRequest as error:
            raise error.of(place) from None
    return found


def _override(fields: Mapping[str, Any], key: Key) -> Override:
    """What is kept of one. BadRequest where the office allows none, IT's switch holds everything, or a field is wrong."""
    draft = Draft.parse(fields)
    office = office_for(desk(), draft.institution)
    switch = desk().switch(office)
    if office is None or not may_override(office) or (switch and switch.mode == "hold"):
        raise BadRequest("no_override")
    reason, note = _reason(fields), _note(fields, draft.text, *_others(draft, office))
    if reason == OTHER and not note:
        raise BadRequest("bad_field", "note", "কারণটি লিখুন", "say the reason")
    answer = desk().check(draft, office)
    return Override(
        office=office.id,
        platform=known_platform(draft.platform, desk().ruleset),
        verdict=answer.verdict,
        ruleset=desk().ruleset.hash,
        reason=reason,
        note=note,
        text_hash=key.hash(draft.text),
        key_id=key.id,
        findings=tuple(_kept(finding) for finding in _overridden(answer)),
    )


def _reason(fields: Mapping[str, Any]) -> str:
    return read_known(fields, "reason", lambda name: name in desk().ruleset.data(reasons_in))


def _note(fields: Mapping[str, Any], *texts: str) -> str:
    """What the writer adds, where it repeats none of these texts."""
    note = " ".join(read_string(fields, "note", MAX_NOTE).split())
    if any(repeats(note, text) for text in texts):
        raise BadRequest("note_repeats")
    return note


def _others(draft: Draft, office: Institution) -> list[str]:
    """What a draft says beside its text: who writes, whom it tags, what its pictures show; the office itself may be named."""
    named = (draft.account.name, draft.account.handle, *(one.text for one in draft.mentions))
    shown = (one.alt for one in draft.attachments if one.alt)
    return [*(name for name in named if name and not office.owns(name)), *shown]


def _overridden(answer: Answer) -> list[Finding]:
    return [finding for finding in answer.findings if finding.severity >= Severity.WARN]


def _kept(finding: Finding) -> Kept:
    return Kept(finding.clause, finding.check, finding.source, finding.severity.word)


def _created(keep: Callable[[], dict[str, Any]]) -> ResponseReturnValue:
    """What `keep` tells of the new rows."""
    try:
        made = keep()
    except RecordsGone:
        raise BadRequest("records_unavailable", headers={"Retry-After": str(ceil(PAUSE))}) from None
    return jsonify(made), 201
