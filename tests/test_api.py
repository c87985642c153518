"""The HTTP contract: the answer's shape, and every wrong request refused in the one error shape, echoing nothing."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import MAX_BODY
from server.draft import MAX_ITEMS, MAX_NAME, MAX_TEXT
from server.errors import ERRORS
from server.record_views import MAX_ID
from server.records.kept import MAX_EXCERPT, MAX_NOTE
from tests.service.offices import bearer, small_app, write_profiles

MARK = "গোপন-চিহ্ন-4711"  # stands in what is sent, must stand in no error
JSON = {"Content-Type": "application/json"}


def post(client: FlaskClient, body: Any) -> Any:
    return client.post("/api/v1/check", data=json.dumps(body), headers=JSON)


def test_the_demo_of_the_readme(client: FlaskClient) -> None:
    answer = post(client, {"text": "আসন্ন নির্বাচনে নৌকায় ভোট দিন", "account": {"kind": "institution"}}).get_json()
    assert answer["verdict"] in ("warn", "block")
    finding = next(finding for finding in answer["findings"] if finding["clause"] == "9.ga")
    assert finding["clause_label"] == "৯(গ)"
    assert "রাজনৈতিক মতাদর্শ" in finding["clause_text"]
    assert finding["spans"] == [[16, 22], [23, 30]] and (finding["start"], finding["end"]) == (16, 30)


def test_the_shape_of_an_answer(client: FlaskClient) -> None:
    answer = post(client, {"text": "সে একটা কুলাঙ্গার", "attachments": [{"kind": "image"}]}).get_json()
    assert set(answer) == {"verdict", "findings", "incomplete", "notes", "account", "language", "ruleset"}
    assert set(answer["findings"][0]) == {
        "check", "clause", "clause_label", "clause_text", "severity", "spans", "start", "end", "match", "message",
        "replacements", "insert", "source", "fingerprint",
    }  # fmt: skip
    assert answer["account"] == {"kind": "institution", "assumed": True}
    assert {note["code"] for note in answer["notes"]} == {"no_institution", "picture"}
    assert set(answer["ruleset"]) == {"version", "hash"}


@pytest.mark.parametrize("language, expected", [("bn", "প্রকাশ"), ("en", "must not be published")])
def test_clauses_speak_the_language_of_the_interface(client: FlaskClient, language: str, expected: str) -> None:
    answer = post(client, {"text": "কুলাঙ্গার", "ui_language": language}).get_json()
    assert expected in answer["findings"][0]["clause_text"]


def test_so_does_what_quotes_nothing(client: FlaskClient) -> None:
    """Such an answer is remembered: for its language."""
    tagged = {"text": "আজকের সভা", "mentions": [{"text": "Arif Billah", "kind": "person"}]}
    for language, expected in (("bn", "এমন একজনকে"), ("en", "One person"), ("bn", "এমন একজনকে")):
        (finding,) = post(client, {**tagged, "ui_language": language}).get_json()["findings"]
        assert not finding["spans"] and finding["message"].startswith(expected)


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("কুলাঙ্গার", 0, 9),
        ("🎉🎉 কুলাঙ্গারের দল", 5, 16),  # an emoji is two units
        ("👨‍👩‍👧 কুলাঙ্গার", 9, 18),
        ("কুলা\u200dঙ্গার আছে", 0, 10),  # a joiner inside belongs to the word
        ("«কুলাঙ্গার»", 1, 10),
    ],
)
def test_offsets_are_utf16_units_of_the_draft_as_typed(client: FlaskClient, text: str, start: int, end: int) -> None:
    finding = post(client, {"text": text}).get_json()["findings"][0]
    units = text.encode("utf-16-le")[2 * finding["start"] : 2 * finding["end"]].decode("utf-16-le")
    assert (finding["start"], finding["end"]) == (start, end)
    assert finding["match"] == units


def test_joined_and_split_letters_match_alike(client: FlaskClient) -> None:
    joined = post(client, {"text": "নৌকা\u09df ভোট দিন"}).get_json()["findings"][0]
    split = post(client, {"text": "নৌকা\u09af\u09bc ভোট দিন"}).get_json()["findings"][0]
    assert (joined["end"], split["end"]) == (13, 14)


@pytest.mark.parametrize(
    "text", ["", "   \n", "🎉" * 10_000, "ক" * MAX_TEXT, "123", "\u200d\u200b", "🎉" * (MAX_TEXT // 2)]
)
def test_odd_drafts_are_drafts(client: FlaskClient, text: str) -> None:
    answer = post(client, {"text": text})
    assert answer.status_code == 200
    assert answer.get_json()["verdict"] == "clear"


def test_unknown_fields_are_ignored(client: FlaskClient) -> None:
    assert post(client, {"text": "সভা", "mood": [1], "account": {"kind": "unknown", "age": 3}}).status_code == 200


WRONG_FIELDS: list[tuple[Any, int, str]] = [
    ({}, 422, "text"),
    ([MARK], 422, "JSON"),
    (MARK, 422, "JSON"),
    (None, 422, "JSON"),
    ({"text": None}, 422, "text"),
    ({"text": 7}, 422, "text"),
    ({"text": [MARK]}, 422, "text"),
    ({"text": MARK + "\0"}, 422, "text"),
    ({"text": MARK + "\ud83d"}, 422, "text"),
    ({"text": MARK + "\udc00\ud800"}, 422, "text"),
    ({"text": MARK, "account": MARK}, 422, "account"),
    ({"text": MARK, "account": {"kind": MARK}}, 422, "account.kind"),
    ({"text": MARK, "account": {"name": [MARK]}}, 422, "account.name"),
    ({"text": MARK, "account": {"name": "\ud800"}}, 422, "account.name"),
    ({"text": MARK, "action": MARK}, 422, "action"),
    ({"text": MARK, "moment": MARK}, 422, "moment"),
    ({"text": MARK, "ui_language": MARK}, 422, "ui_language"),
    ({"text": MARK, "mentions": MARK}, 422, "mentions"),
    ({"text": MARK, "mentions": [MARK]}, 422, "mentions"),
    ({"text": MARK, "mentions": [{"text": MARK}, MARK]}, 422, "mentions"),
    ({"text": MARK, "mentions": [{"text": 1}]}, 422, "mentions.text"),
    ({"text": MARK, "attachments": [{"kind": MARK}]}, 422, "attachments.kind"),
    ({"text": MARK, "institution": {}}, 422, "institution"),
    ({"text": MARK + "ক" * MAX_TEXT}, 413, ""),
    ({"text": MARK + "🎉" * (MAX_TEXT // 2)}, 413, ""),
    ({"text": MARK, "mentions": [{"text": MARK}] * 501}, 413, ""),
    ({"text": MARK, "attachments": [{"kind": "file"}] * 501}, 413, ""),
]


@pytest.mark.parametrize("body, status, names", WRONG_FIELDS, ids=range(len(WRONG_FIELDS)))
def test_a_wrong_field_is_named_and_not_echoed(client: FlaskClient, body: Any, status: int, names: str) -> None:
    answer = post(client, body)
    assert answer.status_code == status
    refused_well(answer)
    assert names in answer.get_json()["error"]["message"]


def with_name(name: str, value: str) -> dict[str, Any]:
    """A draft with that value at a place such as "account.name" or "mentions.text"."""
    outer, _, inner = name.partition(".")
    within: Any = {inner: value} if inner else value
    return {"text": MARK, outer: [within] if outer in ("mentions", "attachments") else within}


@pytest.mark.parametrize(
    "name", ["account.name", "account.handle", "institution", "platform", "mentions.text", "attachments.alt"]
)
@pytest.mark.parametrize("letter", ["ক", "🎉"])
def test_a_name_has_a_limit(client: FlaskClient, name: str, letter: str) -> None:
    most = letter * (MAX_NAME // (len(letter.encode("utf-16-le")) // 2))
    assert post(client, with_name(name, most)).status_code == 200
    answer = post(client, with_name(name, most + "ক"))
    assert answer.status_code == 413 and answer.get_json()["error"]["code"] == "too_large"
    refused_well(answer)


@pytest.mark.parametrize("name", ["mentions", "attachments"])
def test_as_many_as_the_limit_are_taken(client: FlaskClient, name: str) -> None:
    assert post(client, {"text": "সভা", name: [{}] * MAX_ITEMS}).status_code == 200


def test_the_docs_tell_every_limit_and_the_message_is_of_all_of_them() -> None:
    docs = (Path(__file__).resolve().parents[1] / "docs/api.md").read_text(encoding="utf-8")
    (row,) = [line for line in docs.splitlines() if line.startswith("| 413 |")]
    told = (
        (MAX_TEXT, "of text"), (MAX_NAME, "of a name"), (MAX_EXCERPT, "of an excerpt"), (MAX_NOTE, "of a note"),
        (MAX_ID, "of what else"), (MAX_ITEMS, "mentions or attachments"),
    )  # fmt: skip
    for limit, of in told:
        assert re.search(rf"\b{limit:,} (?:units )?{of}", row), of
    assert MAX_BODY == 1024 * 1024 and "1 MiB" in row
    assert "draft" not in ERRORS["too_large"][2] and "খসড়া" not in ERRORS["too_large"][1]


@pytest.mark.parametrize("path", ["/api/v1/check", "/api/v1/platforms/broken"])
@pytest.mark.parametrize("padding", [" ", "x"])
def test_a_body_in_chunks_is_not_cut_off_in_silence(client: FlaskClient, path: str, padding: str) -> None:
    body = f'{{"text": "সভা"}}{padding * MAX_BODY}'.encode()
    answer = client.post(
        path,
        input_stream=BytesIO(body),
        content_type="application/json",
        environ_overrides={"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"},
    )
    assert answer.status_code == 413 and answer.get_json()["error"]["code"] == "too_large"


@pytest.mark.parametrize("path", ["/api/v1/check", "/api/v1/platforms/broken"])
def test_a_body_that_broke_off_is_not_taken_for_whole(client: FlaskClient, path: str) -> None:
    as_gunicorn_has_it = {"wsgi.input_terminated": True, "CONTENT_LENGTH": "500"}
    answer = client.post(path, data='{"text": "সভা"}', headers=JSON, environ_overrides=as_gunicorn_has_it)
    assert answer.status_code == 400 and answer.get_json()["error"]["code"] == "bad_request"


WRONG_BODIES: list[tuple[bytes, int]] = [
    (b"", 400),
    (b"{", 400),
    (f'{{"text": "{MARK}"'.encode(), 400),
    (b'{"text": "\xff\xfe"}', 400),
    (b"\xff\xfe{\x00}", 400),
    *(('{"text": "সভা"}'.encode(other), 400) for other in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    (b"[" * 100_000, 400),
    (b'{"a":' * 100_000, 400),
    (b'{"text": ' + b"1" * 10_000 + b"}", 400),
    (f'{{"text": "{MARK}{"x" * 1_100_000}"}}'.encode(), 413),
]


@pytest.mark.parametrize("body, status", WRONG_BODIES, ids=range(len(WRONG_BODIES)))
def test_a_broken_body_is_refused(client: FlaskClient, body: bytes, status: int) -> None:
    answer = client.post("/api/v1/check", data=body, headers=JSON)
    assert answer.status_code == status
    refused_well(answer)


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_refused(client: FlaskClient, content_type: str) -> None:
    answer = client.post("/api/v1/check", data=json.dumps({"text": MARK}), headers={"Content-Type": content_type})
    assert answer.status_code == 415
    refused_well(answer)


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_another_method_is_refused_and_the_right_one_named(client: FlaskClient, method: str) -> None:
    answer = getattr(client, method)("/api/v1/check", data=MARK)
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    refused_well(answer)


def test_who_is_to_be_asked_has_one_name() -> None:
    told = [message for _, bangla, english in ERRORS.values() for message in (bangla, english)]
    assert not [message for message in told if "আইটি" in message]
    assert "স্থগিত" in ERRORS["no_override"][1] and "সতর্কতা" not in ERRORS["no_override"][1]  # it would pass a block


def test_an_unknown_address_is_not_echoed(client: FlaskClient) -> None:
    answer = client.get(f"/{MARK}")
    assert answer.status_code == 404
    refused_well(answer)


def test_a_failure_tells_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ValueError(MARK)

    monkeypatch.setattr("server.desk.check_draft", broken)
    answer = post(app.test_client(), {"text": MARK})
    assert answer.status_code == 500
    refused_well(answer)
    assert MARK not in caplog.text and "ValueError" in caplog.text


def refused_well(answer: Any) -> None:
    """The one error shape, and nothing of what was sent."""
    body = answer.get_json()
    assert set(body) == {"error"} and set(body["error"]) == {"code", "message"}
    assert any("\u0980" <= letter <= "\u09ff" for letter in body["error"]["message"])
    assert MARK not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "origin, allowed",
    [
        ("chrome-extension://" + "a" * 32, True),
        ("moz-extension://0f1e2d3c-0000-4000-8000-123456789abc", True),
        ("https://www.facebook.com", False),
        ("chrome-extension://" + "a" * 31, False),
        ("https://chrome-extension.example", False),
        ("null", False),
    ],
)
def test_only_extensions_may_ask_from_another_origin(client: FlaskClient, origin: str, allowed: bool) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/v1/check", headers=asked)
    assert (answer.headers.get("Access-Control-Allow-Origin") == origin) is allowed


def test_what_the_office_decided(client: FlaskClient) -> None:
    office = client.get("/api/v1/office").get_json()
    assert set(office) == {
        "id", "name", "when_unreachable", "override", "allow_pause", "limits", "min_extension", "ruleset",
        "profile", "records", "switch",
    }  # fmt: skip
    assert office["when_unreachable"] == "warn" and office["limits"]["text"] == MAX_TEXT
    assert office["id"] == "" and office["profile"]  # whose it is, nobody told; of code and settings there is news too


@pytest.mark.parametrize("said, told", [("", True), ("allow_pause: yes\n", True), ("allow_pause: no\n", False)])
def test_an_office_says_whether_checking_may_be_paused(tmp_path: Path, said: str, told: bool) -> None:
    client = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices", said)).test_client()
    assert client.get("/api/v1/office", headers=bearer("ka")).get_json()["allow_pause"] is told


@pytest.mark.parametrize(
    ("old", "new", "is_news"),
    [
        ("names:", "mandates: [election]\nnames:", True),
        ("names:", "severity:\n  prohibited/service-words: block\nnames:", True),
        ("token_hashes: [", f"token_hashes: ['sha256:{'0' * 64}', ", False),  # on which no answer depends
        ("names:", "# for the record\nnames:", False),
    ],
)
def test_an_office_hears_that_its_own_profile_has_changed(tmp_path: Path, old: str, new: str, is_news: bool) -> None:
    offices = write_profiles(tmp_path / "offices")

    def told() -> list[str]:
        client = small_app(tmp_path, institutions=offices).test_client()
        return [client.get("/api/v1/office", headers=bearer(one)).get_json()["profile"] for one in ("ka", "kha")]

    before, profile = told(), offices / "ka.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    after = told()
    assert all(before) and before[0] != before[1]
    assert (after[0] != before[0], after[1] != before[1]) == (is_news, False)


def test_alive_and_ready(client: FlaskClient) -> None:
    assert client.get("/health").get_json() == {"status": "ok"}
    ready = client.get("/ready").get_json()
    assert ready["status"] == "ready" and len(ready["ruleset"]["hash"]) == 64
