"""/openapi.json says what the server does: every route, and real answers, good and bad, fit it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from server import draft, record_views
from server.checker import MAX_FINDINGS
from server.errors import ERRORS
from server.finding import Insert, Verdict, Why
from server.institution import OVERRIDES, UNREACHABLE
from server.platform_views import SELECTORS
from server.record_views import MAX_ID
from server.records.kept import MAX_EXCERPT, MAX_NOTE
from server.records.migrate import migrate
from server.records.store import State
from server.service import limits
from server.severity import BY_WORD
from server.switch import DHAKA, MODES
from tests.service.offices import bearer, small_app, write_profiles

SKIPPED = ("/practice/",)  # pages for people
LATER = datetime.now(DHAKA) + timedelta(days=2)  # long after the last test


@pytest.fixture(scope="module")
def described(app: Flask) -> dict[str, Any]:
    answer: dict[str, Any] = app.test_client().get("/openapi.json").get_json()
    return answer


def problems(described: dict[str, Any], schema: dict[str, Any], value: Any) -> list[str]:
    """What of a value does not fit a schema, as place: what."""
    whole = Draft202012Validator({**schema, "components": described["components"]})
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in whole.iter_errors(value)]


def fits(described: dict[str, Any], name: str, value: Any) -> None:
    assert problems(described, {"$ref": f"#/components/schemas/{name}"}, value) == []


def asked(described: dict[str, Any], call: str) -> dict[str, Any]:
    """The schema of what "METHOD PATH" takes."""
    method, path = call.split()
    schema: dict[str, Any] = described["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]
    return schema


def answered(described: dict[str, Any], call: str, status: int) -> dict[str, Any]:
    """The schema of what "METHOD PATH" answers."""
    method, path = call.split()
    told = described["paths"][path][method]["responses"][f"{status}"]
    if "$ref" in told:
        told = described["components"]["responses"][told["$ref"].rpartition("/")[2]]
    schema: dict[str, Any] = told["content"]["application/json"]["schema"]
    return schema


def test_every_route_is_described(app: Flask, described: dict[str, Any]) -> None:
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith(SKIPPED):
            methods = {method.lower() for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}
            assert methods == set(described["paths"].get(rule.rule, {})), rule.rule


def test_the_words_are_those_of_the_code(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    fields = schemas["Draft"]["properties"]
    assert fields["ui_language"]["enum"] == [*draft.LANGUAGES, None]
    assert fields["account"]["properties"]["kind"]["enum"] == [*draft.ACCOUNT_KINDS, None]
    assert fields["action"]["enum"] == [*draft.ACTIONS, None] and fields["moment"]["enum"] == [*draft.MOMENTS, None]
    assert fields["mentions"]["items"]["properties"]["kind"]["enum"] == [*draft.MENTION_KINDS, None]
    assert fields["attachments"]["items"]["properties"]["kind"]["enum"] == [*draft.ATTACHMENT_KINDS, None]
    assert schemas["Switch"]["properties"]["mode"]["enum"] == list(MODES)
    finding, answer = schemas["Finding"]["properties"], schemas["Answer"]["properties"]
    assert finding["severity"]["enum"] == list(BY_WORD)
    assert finding["insert"]["properties"]["at"]["enum"] == list(get_args(get_type_hints(Insert)["at"]))
    assert answer["verdict"]["enum"] == list(get_args(Verdict))
    assert answer["incomplete"]["items"]["properties"]["why"]["enum"] == list(get_args(Why))
    assert answer["account"]["properties"]["kind"]["enum"] == [it for it in draft.ACCOUNT_KINDS if it != "unknown"]
    office, ready = schemas["Office"]["properties"], schemas["Ready"]["properties"]
    assert office["when_unreachable"]["enum"] == list(UNREACHABLE) and office["override"]["enum"] == list(OVERRIDES)
    assert ready["records"]["enum"] == ["off", *get_args(State)]
    assert ready["limits"]["enum"] == ["off", "memory", limits.IN_REDIS, limits.UNTRIED, limits.GONE]
    broken = asked(described, "post /api/v1/platforms/broken")["properties"]
    assert broken["selector"]["enum"] == list(SELECTORS)
    told = described["components"]["responses"]["Error"]["description"]
    assert all(str(status) in told for status, *_ in ERRORS.values())


def test_the_limits_are_those_of_the_code(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    fields = schemas["Draft"]["properties"]
    assert fields["text"]["maxLength"] == schemas["Office"]["properties"]["limits"]["properties"]["text"]["const"]
    assert fields["text"]["maxLength"] == draft.MAX_TEXT
    names = [
        *(fields[name] for name in ("institution", "platform")),
        *(fields["account"]["properties"][name] for name in ("name", "handle")),
        fields["mentions"]["items"]["properties"]["text"],
        fields["attachments"]["items"]["properties"]["alt"],
    ]
    assert {name["maxLength"] for name in names} == {draft.MAX_NAME}
    assert {fields[name]["maxItems"] for name in ("mentions", "attachments")} == {draft.MAX_ITEMS}
    override, report = schemas["Override"]["allOf"][1]["properties"], schemas["Report"]["properties"]
    ids = [override["reason"], *(report[name] for name in ("institution", "platform", "check", "clause", "source"))]
    assert {name["maxLength"] for name in ids} == {MAX_ID}
    assert (report["excerpt"]["maxLength"], report["note"]["maxLength"]) == (MAX_EXCERPT, MAX_NOTE)
    assert override["note"]["maxLength"] == MAX_NOTE
    assert schemas["Overrides"]["properties"]["overrides"]["maxItems"] == record_views.MOST_TOGETHER
    assert report["fingerprint"]["pattern"] == f"^{record_views._FINGERPRINT.pattern}$"
    assert schemas["Answer"]["properties"]["findings"]["maxItems"] == MAX_FINDINGS
    install = described["components"]["parameters"]["install"]["schema"]
    assert install["pattern"] == f"^{limits.INSTALL.pattern}$"


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
    office = client.get("/api/v1/office").get_json()
    fits(described, "Office", office)
    # the code and its settings are in it, so it is a hash for no office too
    assert office["id"] == "" and problems(described, {"$ref": "#/components/schemas/Office"}, office | {"profile": ""})
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


SELECTED = """\
name: facebook
confirmed: 2026-12-01
written: 2026-12-01
selectors:
  composer: 'div[role="textbox"]'
labels:
  publish: [Post, পোস্ট করুন]
"""
NEVER_CONFIRMED = SELECTED.replace("name: facebook", "name: x").replace(
    "confirmed: 2026-12-01", "confirmed: never on the live site"
)
OVERRIDE = {"text": "সে একটা কুলাঙ্গার", "platform": "facebook", "reason": "court-order", "note": "আদালতের আদেশ"}
REPORT = {
    "platform": "x", "check": "prohibited/service-words", "clause": "9.nga", "fingerprint": "00ff00ff00ff00ff",
    "source": "prohibited/service-words.yaml#কুলাঙ্গার", "excerpt": "«কুলাঙ্গার» নামের গ্রাম", "note": "গ্রামের নাম",
}  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A server that has everything: offices that hold and let override, records, newer selectors."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "wordlists/data/selectors").mkdir(parents=True)
    (folder / "wordlists/data/selectors/facebook.yaml").write_text(SELECTED, encoding="utf-8")
    (folder / "wordlists/data/selectors/x.yaml").write_text(NEVER_CONFIRMED, encoding="utf-8")
    offices = write_profiles(folder / "offices", "when_unreachable: hold\noverride: reason\n")
    url = f"sqlite:///{folder}/records.sqlite"
    migrate(url)
    return small_app(folder, institutions=offices, records=url, records_key="ab" * 32).test_client()


CALLS: list[tuple[str, Any, int]] = [
    ("post /api/v1/check", {"text": "সে একটা কুলাঙ্গার"}, 200),
    ("post /api/v1/overrides", OVERRIDE, 201),
    ("post /api/v1/overrides", {**OVERRIDE, "note": None}, 201),
    ("post /api/v1/reports", REPORT, 201),
    ("post /api/v1/reports", {name: REPORT[name] for name in ("check", "clause", "fingerprint")}, 201),
    ("post /api/v1/reports", {**REPORT, "institution": None, "platform": None, "source": None, "excerpt": None, "note": None}, 201),
    ("post /api/v1/platforms/broken", {"platform": "facebook", "selector": "composer", "selectors": "builtin"}, 204),
    ("get /api/v1/platforms", None, 200),
    ("get /api/v1/office", None, 200),
    ("get /ready", None, 200),
    ("get /health", None, 200),
    ("get /openapi.json", None, 200),
    ("post /api/v1/overrides", {"overrides": [OVERRIDE, {**OVERRIDE, "note": None}]}, 201),
]  # fmt: skip


@pytest.mark.parametrize("call, sent, status", CALLS, ids=range(len(CALLS)))
def test_each_call_and_its_answer_fit(
    whole: FlaskClient, described: dict[str, Any], call: str, sent: Any, status: int
) -> None:
    method, path = call.split()
    answer = whole.open(path, method=method.upper(), json=sent, headers=bearer("ka"))
    assert answer.status_code == status, answer.get_json()
    assert sent is None or problems(described, asked(described, call), sent) == []
    if status != 204:
        assert problems(described, answered(described, call, status), answer.get_json()) == []


def test_the_server_that_has_everything_tells_it(whole: FlaskClient) -> None:
    """Or what the test above compares would be empty."""
    office = whole.get("/api/v1/office", headers=bearer("ka")).get_json()
    assert (office["when_unreachable"], office["override"]) == ("hold", "reason") and office["records"]["reasons"]
    assert whole.get("/ready").get_json()["records"] == "ok"
    told = whole.get("/api/v1/platforms", headers=bearer("ka")).get_json()["platforms"]
    assert [one["confirmed"] for one in told] == ["2026-12-01", "never on the live site"]


@pytest.mark.parametrize(
    ("confirmed", "is_wrong"),
    [("2026-12-01", False), ("never on the live site", False), ("soon", True), ("2026-12-01x", True)],
)
def test_selectors_are_confirmed_on_a_day_or_never(described: dict[str, Any], confirmed: str, is_wrong: bool) -> None:
    one = {"name": "x", "confirmed": confirmed, "written": "2026-12-01", "selectors": {}, "labels": {}}
    schema = answered(described, "get /api/v1/platforms", 200)
    assert bool(problems(described, schema, {"version": "", "platforms": [one]})) is is_wrong


WRONG: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("check", {"text": "সভা"}, {"text": 7}),
    ("check", {"text": "সভা"}, {"ui_language": "fr"}),
    ("check", {"text": "সভা"}, {"action": "tweet"}),
    ("check", {"text": "সভা"}, {"account": {"kind": "bot"}}),
    ("check", {"text": "সভা"}, {"account": {"name": "ক" * (draft.MAX_NAME + 1)}}),
    ("check", {"text": "সভা"}, {"attachments": [{}] * (draft.MAX_ITEMS + 1)}),
    ("overrides", OVERRIDE, {"reason": None}),
    ("overrides", OVERRIDE, {"reason": "ক" * (MAX_ID + 1)}),
    ("overrides", OVERRIDE, {"note": "ক" * (MAX_NOTE + 1)}),
    ("overrides", OVERRIDE, {"note": 7}),
    ("overrides", {}, {"overrides": []}),
    ("overrides", {}, {"overrides": [OVERRIDE] * (record_views.MOST_TOGETHER + 1)}),
    ("overrides", {}, {"overrides": [OVERRIDE, {**OVERRIDE, "note": 7}]}),
    ("reports", REPORT, {"excerpt": 7}),
    ("reports", REPORT, {"excerpt": "ক" * (MAX_EXCERPT + 1)}),
    ("reports", REPORT, {"note": "ক" * (MAX_NOTE + 1)}),
    ("reports", REPORT, {"source": "ক" * (MAX_ID + 1)}),
    ("reports", REPORT, {"check": None}),
    ("reports", REPORT, {"fingerprint": "xyz"}),
    ("platforms/broken", CALLS[6][1], {"selector": "account"}),
]


@pytest.mark.parametrize("path, body, changes", WRONG, ids=range(len(WRONG)))
def test_what_does_not_fit_is_refused(
    whole: FlaskClient, described: dict[str, Any], path: str, body: dict[str, Any], changes: dict[str, Any]
) -> None:
    sent = {**body, **changes}
    assert problems(described, asked(described, f"post /api/v1/{path}"), sent)
    answer = whole.post(f"/api/v1/{path}", json=sent, headers=bearer("ka"))
    assert answer.status_code in (413, 422)
    fits(described, "Error", answer.get_json())


def test_a_wrong_answer_would_be_seen(client: FlaskClient, described: dict[str, Any]) -> None:
    answer = client.post("/api/v1/check", json=DRAFTS[1]).get_json()
    answer["findings"][0]["mood"] = 1
    with pytest.raises(AssertionError, match="mood"):
        fits(described, "Answer", answer)
