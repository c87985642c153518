"""/openapi.json says what the server does: every route, and real answers, good and bad, fit it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from server import draft
from server.errors import ERRORS
from server.switch import DHAKA, MODES
from tests.service.offices import small_app

SKIPPED = ("/practice/",)  # pages for people
LATER = datetime.now(DHAKA) + timedelta(days=2)  # long after the last test


@pytest.fixture(scope="module")
def described(app: Flask) -> dict[str, Any]:
    answer: dict[str, Any] = app.test_client().get("/openapi.json").get_json()
    return answer


def fits(described: dict[str, Any], name: str, value: Any) -> None:
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    problems = [
        f"{'/'.join(map(str, error.path))}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(value)
    ]
    assert not problems, problems


def test_every_route_is_described(app: Flask, described: dict[str, Any]) -> None:
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith(SKIPPED):
            methods = {method.lower() for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}
            assert methods == set(described["paths"].get(rule.rule, {})), rule.rule


def test_the_words_are_those_of_the_code(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    fields = schemas["Draft"]["properties"]
    assert fields["text"]["maxLength"] == draft.MAX_TEXT
    assert fields["account"]["properties"]["kind"]["enum"] == [*draft.ACCOUNT_KINDS, None]
    assert fields["action"]["enum"] == [*draft.ACTIONS, None] and fields["moment"]["enum"] == [*draft.MOMENTS, None]
    assert fields["mentions"]["items"]["properties"]["kind"]["enum"] == [*draft.MENTION_KINDS, None]
    assert fields["attachments"]["items"]["properties"]["kind"]["enum"] == [*draft.ATTACHMENT_KINDS, None]
    assert schemas["Switch"]["properties"]["mode"]["enum"] == list(MODES)
    told = described["components"]["responses"]["Error"]["description"]
    assert all(str(status) in told for status, *_ in ERRORS.values())


DRAFTS: list[dict[str, Any]] = [
    {"text": ""},
    {"text": "আসন্ন নির্বাচনে নৌকায় ভোট দিন", "account": {"kind": "institution"}, "moment": "publish"},
    {"text": "যোগাযোগ: 01711-234567, ঢাকা", "account": {"kind": "employee"}, "ui_language": "en"},
    {"text": "¡Hola! Esto no es bengalí, es español.", "attachments": [{"kind": "image"}]},
    {"text": "কুলাঙ্গার " * 300, "mentions": [{"text": "@a", "kind": "person"}] * 9},
]


@pytest.mark.parametrize("sent", DRAFTS, ids=range(len(DRAFTS)))
def test_answers_fit(client: FlaskClient, described: dict[str, Any], sent: dict[str, Any]) -> None:
    fits(described, "Draft", sent)
    fits(described, "Answer", client.post("/api/v1/check", json=sent).get_json())


def test_the_other_answers_fit(client: FlaskClient, described: dict[str, Any], tmp_path: Path) -> None:
    fits(described, "Office", client.get("/api/v1/office").get_json())
    fits(described, "Ready", client.get("/ready").get_json())
    path = tmp_path / "switch.yaml"
    path.write_text(f"all:\n  mode: hold\n  until: {LATER.isoformat()}\n  message:\n    bn: থামুন\n", encoding="utf-8")
    held = small_app(tmp_path, switch=path).test_client()
    fits(described, "Office", held.get("/api/v1/office").get_json())
    fits(described, "Answer", held.post("/api/v1/check", json={"text": "সভা"}).get_json())
    for answer in (
        client.get("/none"),
        client.post("/api/v1/check", json={}),
        client.put("/api/v1/check"),
        client.post("/api/v1/reports"),
    ):
        fits(described, "Error", answer.get_json())


def test_a_wrong_answer_would_be_seen(client: FlaskClient, described: dict[str, Any]) -> None:
    answer = client.post("/api/v1/check", json=DRAFTS[1]).get_json()
    answer["findings"][0]["mood"] = 1
    with pytest.raises(AssertionError, match="mood"):
        fits(described, "Answer", answer)
