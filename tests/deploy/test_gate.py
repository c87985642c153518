"""The shipped nginx site before a real server with tokens: no way to type an address leads past the gate."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.deploy.back import Back
from tests.deploy.front import Front
from tests.service.offices import bearer, write_list, write_profiles

pytestmark = pytest.mark.service
JSON = {"Content-Type": "application/json"}
DRAFT = json.dumps({"text": "সভা", "institution": "kha", "reason": "court-order"}).encode()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("gate")
    offices = write_profiles(folder / "offices", "override: reason\n")
    lists = write_list(folder / "wordlists", "কুলাঙ্গার")
    back = Back(folder / "back", wordlists=str(lists), institutions=str(offices), trusted_proxies="127.0.0.1")
    made = Front(folder / "front", [back.address])
    back.start()
    try:
        back.wait()
        made.start()
        yield made
    finally:
        made.stop()
        back.stop()


@pytest.mark.parametrize(
    "path",
    ["/api/v1/check", "/api/v1/office?institution=kha", "/api/v1/overrides", "/api/v1/reports", "/api/v1/platforms/broken"],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    ["{}", "/{}", "//{}", "/.{}", "/x/..{}", "/%2e{}", "/%2F{}", "/%2f%2f{}", "/practice/..{}", "/health/..//{}"],
)
def test_no_address_leads_past_the_gate(front: Front, path: str, form: str) -> None:
    method = "GET" if "?" in path else "POST"
    assert front.ask(method, form.format(path), DRAFT, JSON)[0] in (401, 404)


@pytest.mark.parametrize("path", ["/api/v1/check", "//api/v1/check", "/%2Fapi/v1/check"])
def test_with_the_token_they_all_lead_there(front: Front, path: str) -> None:
    status, headers, body = front.ask("POST", path, DRAFT, {**JSON, **bearer("ka")})
    assert status == 200 and json.loads(body)["verdict"]
    assert json.loads(front.logged(0, headers["jachai-request"]))["server_id"] == headers["jachai-request"]


@pytest.mark.parametrize(
    "path", ["/metrics", "//metrics", "/health/../metrics", "/practice/..//ready", "/practice/..%2fready", "/%2fready"]
)
def test_what_is_for_it_alone_stays_so(front: Front, path: str) -> None:
    assert front.ask("GET", path)[0] == 404
