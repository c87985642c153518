"""An override and a report over HTTP: kept as promised, or refused with the cure and nothing lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete

from server import create_app
from server.checker import check_draft
from server.checks import all_checks
from server.desk import Desk
from server.draft import MAX_ITEMS, MAX_TEXT, Draft
from server.record_views import MOST_TOGETHER
from server.records.key import read_key
from server.records.migrate import migrate
from server.records.store import Records
from server.records.subject import is_check, known_term
from server.records.tables import overrides, reports
from server.settings import Settings
from server.wordlists.reading.fields import example
from server.wordlists.reading.schema import Term
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY, ROOT
from tests.records.test_store import ALWAYS, aged
from tests.records.test_store import OVERRIDE as KEPT
from tests.service.offices import write_list

OFFICE = "id: {id}\nnames:\n  bn: দপ্তর {id}\noverride: {override}\n"
DRAFT = "সে একটা কুলাঙ্গার, তার এনআইডি ১৯৯০২৬৯২৫০৩০০"
OVERRIDE = {
    "text": DRAFT,
    "institution": "open",
    "platform": "facebook",
    "reason": "court-order",
    "note": "আদালতের আদেশ",
}
REPORT = {
    "institution": "open", "platform": "x", "check": "prohibited/demeaning", "clause": "9.nga", "source": "",
    "fingerprint": "00ff00ff00ff00ff", "excerpt": "«কুলাঙ্গার» নামের গ্রাম", "note": "গ্রামের নাম",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two offices, one that allows overrides."""
    found = tmp_path_factory.mktemp("offices")
    for name, override in (("open", "reason"), ("strict", "never")):
        (found / f"{name}.yaml").write_text(OFFICE.format(id=name, override=override), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def keeping(folder: Path, lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app that keeps records, on a database of its own."""
    url = f"sqlite:///{tmp_path_factory.mktemp('records')}/records.sqlite"
    migrate(url)
    return create_app(
        Settings(wordlists=(lists,), institutions=folder, records=url, records_key="ab" * 32, time_limit=NO_HURRY)
    )


@pytest.fixture
def client(keeping: Flask) -> Iterator[FlaskClient]:
    """A client; the rows of other tests are gone."""
    with opened(keeping).engine.begin() as connection:
        for table in (overrides, reports):
            connection.execute(delete(table))  # whatever the clock says of their age
    yield keeping.test_client()


def opened(app: Flask) -> Records:
    found: Records = app.extensions["jachai.records"][0]
    return found


def post(client: FlaskClient, path: str, body: dict[str, Any], **changes: Any) -> Any:
    return client.post(f"/api/v1/{path}", json={**body, **changes})


def test_an_override_keeps_what_was_overridden_and_no_text(client: FlaskClient, keeping: Flask) -> None:
    answer = post(client, "overrides", OVERRIDE, note=" আদালতের\n আদেশ ")
    assert answer.status_code == 201
    rows = list(opened(keeping).override_rows(*ALWAYS))
    assert {row["id"] for row in rows} == {answer.get_json()["id"]}
    assert {row["clause"] for row in rows} == {"9.nga", "6.ga"}
    told = post(client, "check", OVERRIDE).get_json()
    kept = ("clause", "check", "source", "severity")
    assert [tuple(row["term" if name == "source" else name] for name in kept) for row in rows] == [
        tuple(finding[name] for name in kept) for finding in told["findings"] if finding["severity"] != "advise"
    ]
    key = read_key("ab" * 32)
    assert {(row["verdict"], row["ruleset"], row["key_id"], row["text_hash"]) for row in rows} == {
        (told["verdict"], told["ruleset"]["hash"], key.id, key.hash(DRAFT))
    }
    assert {(row["office"], row["platform"], row["reason"], row["note"]) for row in rows} == {
        ("open", "facebook", "court-order", "আদালতের আদেশ")
    }
    assert DRAFT not in str(rows) and "একটা" not in str(rows)


def test_the_log_names_the_office_without_tokens_too(client: FlaskClient, capfd: pytest.CaptureFixture[str]) -> None:
    assert post(client, "overrides", OVERRIDE).status_code == post(client, "reports", REPORT).status_code == 201
    assert client.get("/api/v1/office?institution=open").status_code == 200
    lines = list(map(json.loads, capfd.readouterr().out.splitlines()))
    assert [(line["route"].rpartition("/")[2], line["office"]) for line in lines] == [
        ("overrides", "open"), ("reports", "open"), ("office", "open"),
    ]  # fmt: skip


def test_a_note_may_name_the_office_itself(client: FlaskClient) -> None:
    account = {"kind": "institution", "name": "দপ্তর open", "handle": "@open"}
    assert post(client, "overrides", OVERRIDE, account=account, note="দপ্তর open অনুমতি দিয়েছে").status_code == 201


def test_what_only_advises_is_no_finding_of_an_override(client: FlaskClient, keeping: Flask) -> None:
    assert post(client, "overrides", OVERRIDE, text="শুভ সকাল", note="").status_code == 201
    assert [row["check"] for row in opened(keeping).override_rows(*ALWAYS)] == [None]


SECOND = {**OVERRIDE, "text": "সে একটা অকর্মা", "reason": "other-meaning", "note": ""}


def test_overrides_of_drafts_that_go_together_are_kept_each_as_by_itself(client: FlaskClient, keeping: Flask) -> None:
    ids = [post(client, "overrides", one).get_json()["id"] for one in (OVERRIDE, SECOND)]
    answer = client.post("/api/v1/overrides", json={"overrides": [OVERRIDE, SECOND]})
    together = answer.get_json()["ids"]
    assert answer.status_code == 201 and len({*ids, *together}) == 4
    rows = list(opened(keeping).override_rows(*ALWAYS))
    for alone, one in zip(ids, together, strict=True):
        kept, other = ([{**row, "id": "", "at": ""} for row in rows if row["id"] == wanted] for wanted in (alone, one))
        assert kept == other != []


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize(
    "changes, status, code",
    [
        ({"note": DRAFT[:20], "text": DRAFT}, 422, "note_repeats"),
        ({"institution": "strict"}, 403, "no_override"),
        ({"reason": "because"}, 422, "bad_field"),
    ],
)
def test_one_that_is_refused_keeps_out_all_that_go_with_it(
    client: FlaskClient, keeping: Flask, at: int, changes: dict[str, Any], status: int, code: str
) -> None:
    several = [OVERRIDE, SECOND]
    several[at] = {**several[at], **changes}
    answer = client.post("/api/v1/overrides", json={"overrides": several})
    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"], error["at"]) == (status, code, at)
    assert list(opened(keeping).override_rows(*ALWAYS)) == []


@pytest.mark.parametrize(
    "several, status, code",
    [
        ([], 422, "bad_field"),
        ({}, 422, "bad_field"),
        ([OVERRIDE, "সভা"], 422, "bad_field"),
        ([OVERRIDE] * (MOST_TOGETHER + 1), 413, "too_large"),
        (
            [{**OVERRIDE, "text": "ক" * (MAX_TEXT // 2)}, {**OVERRIDE, "text": "ক" * (MAX_TEXT // 2 + 1)}],
            413,
            "too_large",
        ),
        ([{**OVERRIDE, "mentions": [{}] * (MAX_ITEMS // 2 + 1)}] * 2, 413, "too_large"),
        ([{**OVERRIDE, "attachments": [{}] * (MAX_ITEMS // 2 + 1)}] * 2, 413, "too_large"),
    ],
    ids=[
        "none",
        "no list",
        "no object",
        "too many",
        "too long in all",
        "too many tags in all",
        "too many files in all",
    ],
)
def test_what_is_no_list_of_overrides_is_refused(
    client: FlaskClient, keeping: Flask, several: Any, status: int, code: str
) -> None:
    answer = client.post("/api/v1/overrides", json={"overrides": several})
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)
    assert "at" not in answer.get_json()["error"] and list(opened(keeping).override_rows(*ALWAYS)) == []


def test_a_report_keeps_its_excerpt(client: FlaskClient, keeping: Flask) -> None:
    term = client.post("/api/v1/check", json={"text": DRAFT, "institution": "open"}).get_json()["findings"]
    source = next(finding["source"] for finding in term if finding["clause"] == "9.nga")
    assert post(client, "reports", REPORT, source=source).status_code == 201
    [row] = opened(keeping).report_rows(*ALWAYS)
    plain = [name for name in REPORT if name not in ("institution", "source", "fingerprint")]
    assert {name: row[name] for name in plain} == {name: REPORT[name] for name in plain}
    assert (row["office"], row["term"]) == ("open", source)


def test_a_number_that_an_excerpt_left_out_cannot_be_tried_out(client: FlaskClient, keeping: Flask) -> None:
    """A finding's fingerprint is a hash of its sentence: whoever has the excerpt and no key must not tell whether a number fits."""
    fingerprints = [fingerprint_of(client, number) for number in ("০১৭১২৩৪৫৬৭৮", "০১৭১২৩৪৫৬৭৮", "০১৭১২৩৪৫৬৭৯")]
    for fingerprint in fingerprints:
        assert post(client, "reports", REPORT, fingerprint=fingerprint).status_code == 201
    rows = list(opened(keeping).report_rows(*ALWAYS))
    assert len(set(fingerprints)) == 2 and not [it for it in fingerprints if it in str(rows)]
    key = read_key("ab" * 32)
    assert {row["fingerprint"] for row in rows} == {key.fingerprint(it) for it in fingerprints}  # still counted as one
    assert {row["key_id"] for row in rows} == {key.id}


def fingerprint_of(client: FlaskClient, number: str) -> str:
    draft = {"text": f"রোগীর মোবাইল {number}", "institution": "open", "account": {"kind": "institution"}}
    findings = client.post("/api/v1/check", json=draft).get_json()["findings"]
    return str(next(it["fingerprint"] for it in findings if it["check"] == "personal/mobile"))


@pytest.mark.parametrize("text", [DRAFT, "সে একটা অকর্মা", "যোগাযোগ: ০১৭১২৩৪৫৬৭৮"])
def test_the_source_of_every_finding_is_kept(client: FlaskClient, keeping: Flask, text: str) -> None:
    draft = {"text": text, "institution": "open", "account": {"kind": "institution"}}
    findings = client.post("/api/v1/check", json=draft).get_json()["findings"]
    assert findings
    for finding in findings:
        fields = {name: finding[name] for name in ("check", "clause", "source", "fingerprint")}
        assert post(client, "reports", REPORT, **fields).status_code == 201
    rows = opened(keeping).report_rows(*ALWAYS)
    assert {(row["check"], row["term"]) for row in rows} == {(it["check"], it["source"]) for it in findings}


KNOWN = [
    "prohibited/demeaning.yaml#কুলাঙ্গার",
    "learned/nga.tsv#অকর্মা",
    "learned/nga.tsv#&demeaning",
    "checks/identifiers#mobile",
    "checks/unimportant#chat",
    "checks/branding#website",
    "checks/platform_limits#length",
]
MADE_UP = [
    "prohibited/demeaning.yaml#কুলাঙ্গারের গোপন কথা",
    "prohibited/demeaning.yaml#",
    "learned/nga.tsv#গোপন",
    "learned/nga.tsv#অকর্মা গোপন",
    "learned/nga.tsv#",
    "learned/nga.tsv",
    "learned/kha.tsv#অকর্মা",
    "wordlists/learned/nga.tsv#অকর্মা",
    "অকর্মা",
    "checks/identifiers#gopon",
    "checks/identifiers#mobile গোপন",
    "checks/identifiers#website",
    "checks/gopon#mobile",
    "checks/identifiers",
    "checks/identifiers#",
    "personal/mobile",
]


@pytest.mark.parametrize("source", KNOWN + MADE_UP)
def test_a_source_is_kept_where_the_server_knows_it_and_emptied_where_it_is_made_up(
    client: FlaskClient, keeping: Flask, source: str
) -> None:
    assert post(client, "reports", REPORT, source=source).status_code == 201
    [row] = opened(keeping).report_rows(*ALWAYS)
    assert row["term"] == (source if source in KNOWN else "")


@pytest.mark.parametrize("field", ["platform", "source"])
def test_a_free_field_carries_nothing_into_the_records(client: FlaskClient, keeping: Flask, field: str) -> None:
    assert post(client, "reports", REPORT, **{field: "গোপন চিহ্ন secret-mark"}).status_code == 201
    assert "গোপন" not in str(list(opened(keeping).report_rows(*ALWAYS)))


OVERRIDE_REFUSED = [
    ({"institution": "strict"}, 403, "no_override"),
    ({"institution": "unheard-of"}, 403, "no_override"),
    ({"reason": "because"}, 422, "bad_field"),
    ({"reason": None}, 422, "bad_field"),
    ({"reason": ["court-order"]}, 422, "bad_field"),
    ({"reason": "x" * 501}, 413, "too_large"),
    ({"reason": "other", "note": ""}, 422, "bad_field"),
    ({"note": DRAFT[:20]}, 422, "note_repeats"),
    ({"note": "জামিলা খাতুন", "account": {"kind": "institution", "name": "জামিলা খাতুন"}}, 422, "note_repeats"),
    ({"note": "@jamila.khatun", "account": {"kind": "institution", "handle": "@jamila.khatun"}}, 422, "note_repeats"),
    ({"note": "করিম মিয়া বলেছেন", "account": {"kind": "institution", "handle": "করিম মিয়া"}}, 422, "note_repeats"),
    ({"note": "রহিম উদ্দিন", "mentions": [{"text": "রহিম উদ্দিন"}]}, 422, "note_repeats"),
    ({"note": "সভার ছবি", "attachments": [{"kind": "image", "alt": "সভার ছবি"}]}, 422, "note_repeats"),
    ({"note": "ক" * 81}, 413, "too_large"),
    ({"note": 7}, 422, "bad_field"),
    ({"note": "\0"}, 422, "bad_field"),
    ({"text": None}, 422, "bad_field"),
]
REPORT_REFUSED = [
    ({"check": "prohibited/unheard-of"}, 422, "bad_field"),
    ({"check": "personal/গোপন"}, 422, "bad_field"),
    ({"check": "personal/"}, 422, "bad_field"),
    ({"clause": "9.zz"}, 422, "bad_field"),
    ({"fingerprint": "secret"}, 422, "bad_field"),
    ({"excerpt": "ক" * 201}, 413, "too_large"),
    *(
        ({name: "x" * 501}, 413, "too_large")
        for name in ("institution", "platform", "clause", "check", "source", "fingerprint")
    ),
    ({"excerpt": None, "check": None}, 422, "bad_field"),
    ({"note": "গ্রাম নামের «কুলাঙ্গার» নামের"}, 422, "note_repeats"),
]
REFUSED = [("overrides", *row) for row in OVERRIDE_REFUSED] + [("reports", *row) for row in REPORT_REFUSED]


@pytest.mark.parametrize("path, changes, status, code", REFUSED, ids=range(len(REFUSED)))
def test_a_wrong_field_keeps_nothing(
    client: FlaskClient, keeping: Flask, path: str, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = post(client, path, OVERRIDE if path == "overrides" else REPORT, **changes)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)
    assert "কুলাঙ্গার" not in answer.get_data(as_text=True)
    assert [*opened(keeping).override_rows(*ALWAYS), *opened(keeping).report_rows(*ALWAYS)] == []


@pytest.mark.parametrize("path", ["overrides", "reports"])
def test_a_broken_body_is_refused(client: FlaskClient, path: str) -> None:
    json_type = {"Content-Type": "application/json"}
    assert client.post(f"/api/v1/{path}", data=b"{", headers=json_type).status_code == 400
    assert client.post(f"/api/v1/{path}", data=b"[]", headers=json_type).status_code == 422
    assert client.post(f"/api/v1/{path}", data=json.dumps(OVERRIDE)).status_code == 415


def test_what_an_office_s_own_table_finds_can_be_reported(tmp_path: Path) -> None:
    """By whatever name its findings have, and by no name that none can have."""
    lists = write_list(tmp_path / "wordlists", "কুলাঙ্গার", "demeaning")
    (lists / "learned").mkdir()
    (lists / "learned/own.tsv").write_text("# clause: 9.nga\nঅকর্মা\t1.2\n", encoding="utf-8")
    (lists / "learned/ads.tsv").write_text("# clause: 9.nga\n# check: prohibited/ads\nঅপদার্থ\t1.2\n", encoding="utf-8")
    ruleset = Desk.open(Settings(wordlists=(lists,))).ruleset
    found = {it.check for it in check_draft(Draft("সে অকর্মা। সে অপদার্থ।"), ruleset).findings}
    assert found == {"learned/own", "prohibited/ads"}
    names = ("learned/own", "prohibited/ads", "learned/ads", "learned/nga", "learned/6", "learned/", "learned")
    assert {name for name in names if is_check(name, ruleset)} == found


def test_a_source_is_looked_for_in_the_list_of_its_file_alone(
    ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a hundred thousand terms."""
    (own,) = (own for own in ruleset.lists if own.id == "demeaning")
    file = own.terms[0].source.partition("#")[0]
    assert known_term(own.terms[-1].source, ruleset) == own.terms[-1].source
    looked: list[str] = []

    def counting(term: Term) -> str:
        looked.append(term.text)
        return term.text

    monkeypatch.setattr(Term, "name", property(counting))
    for source, most in ((f"{file}#গোপন", len(own.terms)), ("prohibited/gopon.yaml#গোপন", 0), ("গোপন", 0)):
        looked.clear()
        assert known_term(source, ruleset) == "" and len(looked) <= most, source


@pytest.mark.parametrize("name", ["facebook", "Facebook", "X", "WhatsApp", "koo", ""])
def test_a_platform_is_known_in_whatever_letters(client: FlaskClient, keeping: Flask, name: str) -> None:
    assert post(client, "reports", REPORT, platform=name).status_code == 201
    [row] = opened(keeping).report_rows(*ALWAYS)
    assert row["platform"] == (name.lower() if name not in ("koo", "") else "other")


@pytest.mark.parametrize("kind", ["mobile", "list", "nid"])
def test_findings_of_code_can_be_reported(client: FlaskClient, keeping: Flask, kind: str) -> None:
    fields = {"check": f"personal/{kind}", "clause": "6.ga", "source": f"checks/identifiers#{kind}"}
    assert post(client, "reports", REPORT, **fields).status_code == 201
    [row] = opened(keeping).report_rows(*ALWAYS)
    assert row["term"] == fields["source"]


def test_every_check_s_own_rules_are_known(ruleset: Ruleset) -> None:
    sources = set()
    for check in all_checks():
        for shown in check.flags:
            draft = Draft.parse({**shown.fields, "text": example(shown.text, 0).text})
            sources |= {it.source for it in check_draft(draft, ruleset, shown.institution, [check]).findings}
    assert {source.partition("/")[0] for source in sources} >= {"prohibited", "checks"}
    assert {source for source in sources if known_term(source, ruleset) != source} == set()


def test_the_office_is_told_what_it_may(client: FlaskClient) -> None:
    told = client.get("/api/v1/office?institution=open").get_json()["records"]
    assert told["overrides"] is told["reports"] is True
    assert {"id": "court-order", "bn": "আদালতের আদেশ বা আইনি বাধ্যবাধকতা", "en": "A court's order or a legal duty"} in told[
        "reasons"
    ]
    strict = client.get("/api/v1/office?institution=strict").get_json()["records"]
    assert strict == {"overrides": False, "reports": True, "reasons": []}


HOLDS = "{}:\n  mode: hold\n  message:\n    bn: থামুন\n"


@pytest.mark.parametrize(
    ("switch", "taken"),
    [
        (HOLDS.format("all"), False),
        (HOLDS.format("open"), False),
        (HOLDS.format("all") + "open:\n  mode: warn_only\n", True),  # its own goes before
        (HOLDS.format("strict"), True),
        (HOLDS.format("all") + "  until: 2020-01-01 18:00\n", True),  # over
    ],
)
def test_no_override_is_taken_while_the_switch_holds(
    folder: Path, lists: Path, tmp_path: Path, switch: str, taken: bool
) -> None:
    """Reports are: they publish nothing."""
    url, path = f"sqlite:///{tmp_path}/records.sqlite", tmp_path / "switch.yaml"
    migrate(url)
    path.write_text(switch, encoding="utf-8")
    settings = Settings(wordlists=(lists,), institutions=folder, records=url, records_key="ab" * 32, switch=path)
    app = create_app(replace(settings, time_limit=NO_HURRY))
    client = app.test_client()
    for body in (OVERRIDE, {"overrides": [OVERRIDE, SECOND]}):
        answer = post(client, "overrides", body)
        told = (answer.status_code, answer.get_json().get("error", {}).get("code"))
        assert told == ((201, None) if taken else (403, "no_override"))
    assert bool(list(opened(app).override_rows(*ALWAYS))) is taken
    assert post(client, "reports", REPORT).status_code == 201


def test_without_records_nothing_is_offered_or_taken(lists: Path) -> None:
    client = create_app(Settings(wordlists=(lists,), time_limit=NO_HURRY)).test_client()
    assert client.get("/api/v1/office").get_json()["records"] == {"overrides": False, "reports": False, "reasons": []}
    for path, body in (("overrides", OVERRIDE), ("reports", REPORT)):
        answer = post(client, path, body)
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "no_records")


def test_ready_tells_the_key_by_its_id_alone(lists: Path, tmp_path: Path) -> None:
    """Servers that hash under different keys are told apart, and the key itself by nobody."""
    told = {}
    for digits in ("ab" * 32, "cd" * 32):
        url = f"sqlite:///{tmp_path}/records.sqlite"
        client = create_app(Settings(wordlists=(lists,), records=url, records_key=digits)).test_client()
        ready = client.get("/ready")
        told[digits] = ready.get_json()["records_key"]
        assert digits[:16] not in ready.get_data(as_text=True)
    assert told == {digits: read_key(digits).id for digits in told} and len(set(told.values())) == 2
    off = create_app(Settings(wordlists=(lists,), records_key="ab" * 32)).test_client()
    assert (off.get("/ready").get_json()["records"], off.get("/ready").get_json()["records_key"]) == ("off", "")


def test_with_the_database_gone_checks_go_on(folder: Path, lists: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    client = create_app(
        Settings(wordlists=(lists,), institutions=folder, records=url, records_key="ab" * 32, time_limit=NO_HURRY)
    ).test_client()
    for path, body in (("overrides", OVERRIDE), ("reports", REPORT)):
        answer = post(client, path, body)
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "records_unavailable")
        assert answer.headers["Retry-After"] == "5" and "records state" in answer.get_json()["error"]["message"]
    assert client.post("/api/v1/check", json={"text": DRAFT}).status_code == 200


def test_the_alert_of_the_docs_tells_a_purge_that_did_not_come(lists: Path, url: str) -> None:
    """grep's pattern in docs/operations.md, over what /ready says."""
    docs = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    [pattern] = re.findall(r"/ready \| grep -oE '([^']+)'", docs)
    migrate(url)
    settings = Settings(wordlists=(lists,), records=url, records_key="ab" * 32, records_days=30)
    client, records = create_app(settings).test_client(), Records(url)
    records.keep_override(KEPT)
    assert not re.search(pattern, client.get("/ready").get_data(as_text=True))
    aged(records, overrides, 40)
    told = client.get("/ready").get_data(as_text=True)
    assert [found[0] for found in re.finditer(pattern, told)] == ['"records":"overdue"']
    assert all(f'"{said}"' in docs for said in ("overdue", "gone", "not_migrated", "faulty", "memory, redis gone"))
