"""Newer selectors go out as data; word of a broken one comes in as three ids, and nothing else is taken or kept."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.service.offices import bearer, small_app, write_profiles

pytestmark = pytest.mark.thorough

SELECTORS = """\
name: facebook
confirmed: 2026-12-01
written: 2026-12-01
selectors:
  composer: 'div[role="textbox"]:not([aria-label="Aa"])'
labels:
  publish: [Post, পোস্ট করুন]
"""
BROKEN = {"platform": "facebook", "selector": "composer", "selectors": "builtin"}
MARK = "গোপন-চিহ্ন-4711"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """An office's lists with newer selectors of one platform."""
    folder = tmp_path / "wordlists" / "data" / "selectors"
    folder.mkdir(parents=True)
    (folder / "facebook.yaml").write_text(SELECTORS, encoding="utf-8")
    return small_app(tmp_path).test_client()


def counted(client: FlaskClient, name: str, selectors: str) -> float:
    start = f'jachai_broken_platforms_total{{platform="{name}",selector="composer",selectors="{selectors}"}} '
    rows = client.get("/metrics").get_data(as_text=True).splitlines()
    return next((float(row.removeprefix(start)) for row in rows if row.startswith(start)), 0.0)


def test_newer_selectors_are_told_with_their_version(client: FlaskClient) -> None:
    told = client.get("/api/v1/platforms").get_json()
    assert told["version"].startswith("2026-12-01-") and len(told["version"]) == 19
    assert told["platforms"] == [
        {
            "name": "facebook",
            "confirmed": "2026-12-01",
            "written": "2026-12-01",
            "selectors": {"composer": 'div[role="textbox"]:not([aria-label="Aa"])'},
            "labels": {"publish": ["Post", "পোস্ট করুন"]},
        }
    ]


def test_the_version_follows_what_is_said(client: FlaskClient, tmp_path: Path) -> None:
    before = client.get("/api/v1/platforms").get_json()["version"]
    (tmp_path / "wordlists" / "data" / "selectors" / "facebook.yaml").write_text(
        SELECTORS.replace("Aa", "Bb"), encoding="utf-8"
    )
    assert small_app(tmp_path).test_client().get("/api/v1/platforms").get_json()["version"] != before


def test_nothing_newer_is_shipped(tmp_path: Path) -> None:
    assert small_app(tmp_path).test_client().get("/api/v1/platforms").get_json() == {"version": "", "platforms": []}


def test_a_broken_one_is_counted_and_logged_by_its_ids(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    version = client.get("/api/v1/platforms").get_json()["version"]
    before = counted(client, "facebook", "builtin"), counted(client, "facebook", "newest")
    with caplog.at_level(logging.WARNING):
        for selectors in ("builtin", version):
            reply = client.post("/api/v1/platforms/broken", json={**BROKEN, "selectors": selectors, "text": MARK})
            assert reply.status_code == 204 and reply.data == b""
    assert (counted(client, "facebook", "builtin"), counted(client, "facebook", "newest")) == (
        before[0] + 1,
        before[1] + 1,
    )
    assert "facebook composer newest" in caplog.text and MARK not in caplog.text


def test_what_somebody_makes_up_is_not_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    made_up = {"platform": "jamila-khatun-01712345678", "selectors": "2017-12-34-56781234"}
    with caplog.at_level(logging.WARNING):
        assert client.post("/api/v1/platforms/broken", json={**BROKEN, **made_up}).status_code == 204
    assert "other composer older" in caplog.text
    assert not any(value in caplog.text for value in made_up.values())


def test_a_version_of_before_is_counted_as_older(client: FlaskClient) -> None:
    before = counted(client, "facebook", "older")
    client.post("/api/v1/platforms/broken", json={**BROKEN, "selectors": "2025-01-01-00000000"})
    assert counted(client, "facebook", "older") == before + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"platform": MARK},
        {"platform": "x" * 33},
        {"platform": ""},
        {"platform": 7},
        {"platform": None},
        {"selector": "account"},
        {"selector": "composer publish"},
        {"selectors": MARK},
        {"selectors": "builtin\n"},
        {"selectors": "2026-12-01"},
    ],
)
def test_anything_but_known_ids_is_refused_and_not_repeated(client: FlaskClient, wrong: dict[str, Any]) -> None:
    reply = client.post("/api/v1/platforms/broken", json={**BROKEN, **wrong})
    assert reply.status_code == 422
    assert reply.get_json()["error"]["code"] == "bad_field" and MARK not in reply.get_data(as_text=True)


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[]", 422), (b"null", 422)])
def test_a_body_that_is_no_object_is_refused(client: FlaskClient, body: bytes, status: int) -> None:
    reply = client.post("/api/v1/platforms/broken", data=body, content_type="application/json")
    assert reply.status_code == status


def test_names_that_somebody_makes_up_fill_no_figures_and_hide_no_platform(client: FlaskClient) -> None:
    before = counted(client, "other", "builtin")
    for number in range(100):
        client.post("/api/v1/platforms/broken", json={**BROKEN, "platform": f"made-up-{number}"})
    assert counted(client, "other", "builtin") == before + 100
    assert "made-up" not in client.get("/metrics").get_data(as_text=True)
    for name in ("mastodon", "threads", "generic", "twitter"):
        known = counted(client, name, "builtin")
        client.post("/api/v1/platforms/broken", json={**BROKEN, "platform": name})
        assert counted(client, name, "builtin") == known + 1


def test_where_offices_have_tokens_both_need_one(tmp_path: Path) -> None:
    client = small_app(tmp_path, institutions=write_profiles(tmp_path / "institutions")).test_client()
    assert client.get("/api/v1/platforms").status_code == 401
    assert client.post("/api/v1/platforms/broken", json=BROKEN).status_code == 401
    assert client.get("/api/v1/platforms", headers=bearer("ka")).status_code == 200
    assert client.post("/api/v1/platforms/broken", json=BROKEN, headers=bearer("ka")).status_code == 204
