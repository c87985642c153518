"""Who may ask: with tokens whoever has one, without them this machine alone."""

from __future__ import annotations

from contextlib import nullcontext
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.desk import Desk
from server.service.access import refuse_other_address, refuse_unsafe_start
from server.service.limits import PER_STAFF
from server.service.network import household, is_loopback, is_loopback_host, who_asks
from server.settings import BadSetting, Settings
from tests.service.offices import TOKENS, bearer, small_app, write_list, write_profiles

DRAFT = {"text": "সভা", "account": {"kind": "institution"}}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("guarded")
    return small_app(folder, institutions=write_profiles(folder / "offices")).test_client()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return small_app(tmp_path_factory.mktemp("open")).test_client()


def code(answer: Any) -> str:
    return str(answer.get_json()["error"]["code"])


@pytest.mark.parametrize(
    "header, expected",
    [
        (None, "no_token"),
        ("", "no_token"),
        ("Bearer", "no_token"),
        ("Bearer ", "no_token"),
        (f"Basic {TOKENS['ka']}", "no_token"),
        (TOKENS["ka"], "no_token"),
        ("Bearer wrong", "bad_token"),
        (f"Bearer {TOKENS['ka']}x", "bad_token"),
        (f"Bearer {TOKENS['ka'][:-1]}", "bad_token"),
        (f"Bearer {TOKENS['ka'].upper()}", "bad_token"),
        ("Bearer " + "x" * 5_000, "bad_token"),
        ("Bearer \u00ff", "bad_token"),
    ],
)
@pytest.mark.parametrize(
    "method, path", [("post", "/api/v1/check"), ("get", "/api/v1/office"), ("get", "/api/v1/none")]
)
def test_the_api_needs_a_token(guarded: FlaskClient, header: str | None, expected: str, method: str, path: str) -> None:
    answer = getattr(guarded, method)(path, headers={"Authorization": header} if header is not None else {})
    assert answer.status_code == 401 and code(answer) == expected
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert any("\u0980" <= letter <= "\u09ff" for letter in answer.get_json()["error"]["message"])


# What follows the host in the request line, as gunicorn hands it on. Werkzeug finds a route behind any number of slashes.
TYPED = [
    "//{}", "///{}", "{}", "/./{}", "/../{}", "/x/../{}", "/{}/", "/{}//", "/{}/.", "//{}/", "/{};x", "\\{}", "/\\{}", "/ {}", "/{} ",
    "/%2f{}", "/\t{}", "/\u00a0{}", "/x/{}", "//x//{}", "|/{}", "/|{}", "http://localhost/{}",
]  # fmt: skip
ASKED = [
    ("POST", "api/v1/check"),
    ("GET", "api/v1/office"),
    ("POST", "api/v1/overrides"),
    ("POST", "api/v1/reports"),
    ("GET", "api/v1/platforms"),
    ("POST", "api/v1/platforms/broken"),
]


def respelled(path: str) -> list[str]:
    """The same path in other letters, with more slashes in it."""
    return [
        path.upper(),
        path.title(),
        path.replace("/", "//"),
        path.replace("/", "/./"),
        path.replace("api", "ａｐｉ"),
    ]


@pytest.mark.parametrize("method, path", ASKED)
def test_the_gate_sees_every_address_that_a_route_answers(guarded: FlaskClient, method: str, path: str) -> None:
    for typed in [*(form.format(path) for form in TYPED), *("/" + other for other in respelled(path))]:
        answer = guarded.open(
            method=method, json=DRAFT, environ_overrides={"PATH_INFO": typed.encode().decode("latin-1")}
        )
        assert (answer.status_code, code(answer)) in ((401, "no_token"), (404, "not_found")), typed
        below = {"PATH_INFO": f"//{path}", "SCRIPT_NAME": "/x"}  # as a header of that name has it, from this machine
        assert guarded.open(method=method, json=DRAFT, environ_overrides=below).status_code == 401


def test_an_address_with_more_slashes_has_its_headers_and_its_limits(tmp_path: Path) -> None:
    client = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"), limit=1).test_client()
    origin = {"Origin": "chrome-extension://" + "a" * 32}
    answers = [
        client.get(headers={**bearer("ka"), **origin}, environ_overrides={"PATH_INFO": "//api/v1/office"})
        for _ in range(PER_STAFF + 1)
    ]
    assert [answer.status_code for answer in answers] == [200] * PER_STAFF + [429]
    assert {answer.headers.get("Access-Control-Allow-Origin") for answer in answers} == {origin["Origin"]}


@pytest.mark.parametrize("path", ["//metrics", "metrics", "//ready", "//api/v1/office", "///practice/", "//health"])
def test_no_address_passes_by_what_closes_the_server(opened: FlaskClient, path: str) -> None:
    far = {"PATH_INFO": path, "REMOTE_ADDR": "192.168.0.9"}
    assert opened.get(environ_overrides=far).status_code == 403
    proxied = {"PATH_INFO": path, "HTTP_X_FORWARDED_FOR": "127.0.0.1"}
    assert opened.get(environ_overrides=proxied).status_code == 403


def test_the_figures_stay_closed_however_they_are_asked_for(guarded: FlaskClient) -> None:
    for path in ("//metrics", "///metrics", "metrics", "/metrics/", "/metrics//", "/./metrics"):
        answer = guarded.get(environ_overrides={"PATH_INFO": path, "REMOTE_ADDR": "10.0.0.9"})
        assert (answer.status_code, code(answer)) in ((403, "metrics_closed"), (404, "not_found")), path


def test_the_token_says_which_office(guarded: FlaskClient) -> None:
    for office in TOKENS:
        told = guarded.get("/api/v1/office?institution=ka", headers=bearer(office)).get_json()
        assert told["id"] == office
    answer = guarded.post("/api/v1/check", json={**DRAFT, "institution": "kha"}, headers=bearer("ka"))
    assert answer.status_code == 200 and "no_institution" not in str(answer.get_json()["notes"])


def test_the_scheme_is_read_in_any_case(guarded: FlaskClient) -> None:
    assert guarded.get("/api/v1/office", headers={"Authorization": f"bearer  {TOKENS['ka']} "}).status_code == 200


@pytest.mark.parametrize("path", ["/health", "/ready", "/practice/"])
def test_what_needs_no_token(guarded: FlaskClient, path: str) -> None:
    with guarded.get(path) as answer:
        assert answer.status_code == 200


def test_a_preflight_needs_no_token(guarded: FlaskClient) -> None:
    asked = {"Origin": "chrome-extension://" + "a" * 32, "Access-Control-Request-Method": "POST"}
    answer = guarded.options("/api/v1/check", headers=asked)
    assert answer.status_code == 200 and answer.headers["Access-Control-Allow-Origin"] == asked["Origin"]


def test_a_refusal_can_be_read_by_the_extension(guarded: FlaskClient) -> None:
    origin = "moz-extension://0f1e2d3c-0000-4000-8000-123456789abc"
    answer = guarded.post("/api/v1/check", json=DRAFT, headers={"Origin": origin})
    assert answer.status_code == 401 and answer.headers["Access-Control-Allow-Origin"] == origin


@pytest.mark.parametrize("headers", [{"Host": "jachai.example"}, {"X-Forwarded-For": "203.0.113.9"}])
def test_open_modes_refusal_can_be_read_by_the_extension(opened: FlaskClient, headers: dict[str, str]) -> None:
    named = {**headers, "Origin": EXTENSION}
    preflight = opened.options("/api/v1/check", headers={**named, "Access-Control-Request-Method": "POST"})
    refusal = opened.post("/api/v1/check", json=DRAFT, headers=named)
    assert (preflight.status_code, refusal.status_code) == (200, 403)
    assert (
        preflight.headers["Access-Control-Allow-Origin"] == refusal.headers["Access-Control-Allow-Origin"] == EXTENSION
    )
    page = {**headers, "Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    assert opened.options("/api/v1/check", headers=page).status_code == 403


def test_with_tokens_a_stranger_may_come_through_a_proxy(guarded: FlaskClient) -> None:
    headers = {**bearer("ka"), "X-Forwarded-For": "203.0.113.9", "Host": "jachai.example.gov.bd"}
    far = {"REMOTE_ADDR": "203.0.113.7"}
    assert guarded.get("/api/v1/office", headers=headers, environ_base=far).status_code == 200


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8420", "127.0.0.1:8420", "127.0.0.2:8420", "[::1]:8420", "LOCALHOST"]
)
def test_open_mode_answers_this_machine(opened: FlaskClient, host: str) -> None:
    assert opened.post("/api/v1/check", json=DRAFT, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers, environ, expected",
    [
        ({"Host": "jachai.example"}, {}, "only_loopback_name"),
        ({"Host": "localhost.example"}, {}, "only_loopback_name"),
        ({"Host": "127.0.0.1.example:8420"}, {}, "only_loopback_name"),
        ({"Host": "evil@localhost.example"}, {}, "only_loopback_name"),
        ({"Host": "[::1"}, {}, "only_loopback_name"),
        ({"Host": "127.0.0.2.example"}, {}, "only_loopback_name"),
        ({"Host": ":8420"}, {}, "only_loopback_name"),
        ({"Host": "0.0.0.0"}, {}, "only_loopback_name"),
        ({"Forwarded": "for=1.2.3.4"}, {}, "no_proxy"),
        ({"X-Forwarded-For": "127.0.0.1"}, {}, "no_proxy"),
        ({"X-Forwarded-Proto": "https"}, {}, "no_proxy"),
        ({"X-Forwarded-Host": "localhost"}, {}, "no_proxy"),
        ({"X-Forwarded-Client-Cert": "x"}, {}, "no_proxy"),
        ({"X-Real-IP": "127.0.0.1"}, {}, "no_proxy"),
        ({"Via": "1.1 front"}, {}, "no_proxy"),
        ({}, {"SERVER_PROTOCOL": "HTTP/1.0"}, "no_proxy"),  # nginx's bare proxy_pass
        ({}, {"REMOTE_ADDR": "192.168.0.9"}, "only_this_machine"),
        ({}, {"REMOTE_ADDR": "::ffff:192.168.0.9"}, "only_this_machine"),
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/office", "/health", "/practice/"])
def test_open_mode_refuses_all_others(
    opened: FlaskClient, headers: dict[str, str], environ: dict[str, str], expected: str, path: str
) -> None:
    answer = opened.get(path, headers=headers, environ_overrides=environ)
    assert answer.status_code == 403 and code(answer) == expected


EXTENSION = "moz-extension://0f1e2d3c-0000-4000-8000-123456789abc"
OWN = "http://localhost"  # as the client of the tests names the server
SUB = {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "empty"}
LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize(
    "asked, headers, taken",
    [
        # as real browsers send them for a page of another site
        ("GET /api/v1/office", {"Sec-Fetch-Site": "cross-site", **SUB}, False),
        ("GET /api/v1/office", {"Sec-Fetch-Site": "same-site", **SUB}, False),  # another port of this machine
        ("GET /practice/page/text.js", {"Sec-Fetch-Site": "cross-site", **SUB}, False),
        ("GET /health", {"Sec-Fetch-Site": "cross-site", **SUB}, False),
        ("POST /api/v1/check", {"Sec-Fetch-Site": "cross-site", "Origin": "https://a.example", **SUB}, False),
        ("POST /api/v1/check", {"Sec-Fetch-Site": "cross-site", "Origin": "null", **LINK}, False),
        ("OPTIONS /api/v1/check", {"Sec-Fetch-Site": "cross-site", "Origin": "https://a.example"}, False),
        ("GET /practice/", {"Sec-Fetch-Site": "cross-site", **LINK, "Sec-Fetch-Dest": "iframe"}, False),
        ("GET /api/v1/office", {"Sec-Fetch-Site": "cross-site", **LINK}, False),
        # speculation rules
        ("GET /api/v1/office", {"Sec-Fetch-Site": "none", "Sec-Purpose": "prefetch", **LINK}, False),
        ("GET /api/v1/office", {"Origin": "https://a.example"}, False),  # Chromium's WebSocket
        ("GET /api/v1/office", {"Origin": f"{OWN}:3000"}, False),
        ("GET /api/v1/office", {"Origin": "null"}, False),
        # a link, an address typed, the practice page, curl
        ("GET /practice/", {"Sec-Fetch-Site": "cross-site", **LINK}, True),
        ("GET /api/v1/office", {"Sec-Fetch-Site": "none", **LINK}, True),
        ("POST /api/v1/check", {"Sec-Fetch-Site": "same-origin", "Origin": OWN}, True),
        ("POST /api/v1/check", {"Origin": OWN}, True),
        ("POST /api/v1/check", {}, True),
        # the extension: without a permission for the host, and with one in Chromium and in Firefox
        ("POST /api/v1/check", {"Sec-Fetch-Site": "cross-site", "Origin": EXTENSION}, True),
        ("GET /api/v1/office", {"Sec-Fetch-Site": "cross-site", "Origin": "chrome-extension://" + "a" * 32}, True),
        ("OPTIONS /api/v1/check", {"Sec-Fetch-Site": "cross-site", "Origin": EXTENSION}, True),
        ("GET /api/v1/office", {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors"}, True),
        ("POST /api/v1/check", {"Sec-Fetch-Site": "none", "Origin": EXTENSION}, True),
        ("GET /api/v1/office", {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, True),
        ("POST /api/v1/check", {"Sec-Fetch-Site": "same-origin", "Origin": EXTENSION}, True),
    ],
)
def test_open_mode_answers_no_page_of_another_site(
    opened: FlaskClient, asked: str, headers: dict[str, str], taken: bool
) -> None:
    method, path = asked.split()
    with opened.open(path, method=method, headers=headers, json=DRAFT if method == "POST" else None) as answer:
        assert answer.status_code == (200 if taken else 403)
        assert taken or code(answer) == "no_other_page"


def test_a_page_of_another_site_uses_up_no_limit(tmp_path: Path) -> None:
    client = small_app(tmp_path, limit=1).test_client()
    for _ in range(PER_STAFF + 1):
        assert client.get("/api/v1/office", headers={"Sec-Fetch-Site": "cross-site", **SUB}).status_code == 403
    assert client.post("/api/v1/check", json=DRAFT).status_code == 200


def test_with_tokens_the_token_alone_says_who_asks(guarded: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", **SUB, **bearer("ka")}
    assert guarded.get("/api/v1/office", headers=headers).status_code == 200


@pytest.mark.parametrize("bind", ["0.0.0.0:8420", "10.0.0.1:80", "[::]:8420", "jachai.example:80"])
def test_without_tokens_no_start_for_others(tmp_path: Path, bind: str) -> None:
    desk = Desk.open(Settings(wordlists=(write_list(tmp_path, "শব্দ"),)))
    with pytest.raises(BadSetting, match="institutions token ID"):
        refuse_unsafe_start(Settings(bind=bind), desk)


def test_which_starts_are_safe(tmp_path: Path) -> None:
    lists = (write_list(tmp_path, "শব্দ"),)
    opened = Desk.open(Settings(wordlists=lists))
    for bind in ("127.0.0.1:8420", "localhost:1", "[::1]:8420", "127.0.0.9:80"):
        refuse_unsafe_start(Settings(bind=bind), opened)
    guarded = Desk.open(Settings(wordlists=lists, institutions=write_profiles(tmp_path / "offices")))
    refuse_unsafe_start(Settings(bind="0.0.0.0:8420", trusted_proxies=(ip_network("10.0.0.1"),)), guarded)
    with pytest.raises(BadSetting, match="JACHAI_TRUSTED_PROXIES"):
        refuse_unsafe_start(Settings(trusted_proxies=(ip_network("10.0.0.1"),)), opened)


@pytest.mark.parametrize(
    "bind, name, is_named",
    [
        ("127.0.0.1:8420", ("127.0.0.1", 8420), True),
        ("[::1]:8420", ("::1", 8420, 0, 0), True),
        ("localhost:8420", ("127.0.0.1", 8420), True),
        ("localhost:8420", ("::1", 8420, 0, 0), True),
        ("127.0.0.1:8420", ("0.0.0.0", 8420), False),  # open to all, and taken for this machine's alone
        ("localhost:8420", ("0.0.0.0", 8420), False),
        ("[::1]:8420", ("::", 8420, 0, 0), False),
        ("127.0.0.1:8420", ("127.0.0.1", 8421), False),
        ("jachai.example:8420", ("127.0.0.1", 8420), False),
        ("127.0.0.1:8420", "/run/jachai.sock", False),
    ],
)
def test_a_socket_that_is_open_has_the_address_of_the_settings(bind: str, name: Any, is_named: bool) -> None:
    with nullcontext() if is_named else pytest.raises(BadSetting, match=r"jachai\.socket"):
        refuse_other_address(Settings(bind=bind), [name])


@pytest.mark.parametrize(
    "peer, forwarded, expected",
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # no trusted proxy: what it says is not believed
        ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "127.0.0.1, 198.51.100.1", "198.51.100.1"),  # what the client wrote itself is not believed
        ("10.0.0.5", "198.51.100.1, 10.0.0.6", "198.51.100.1"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("::ffff:10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1:50123", "198.51.100.1"),  # as some proxies write it
        ("10.0.0.5", "198.51.100.1:50123, 10.0.0.6:443", "198.51.100.1"),
        ("10.0.0.5", "[2001:db8::7]:50123", "2001:db8::7"),
        ("10.0.0.5", "2001:db8::7", "2001:db8::7"),
        ("10.0.0.5", "198.51.100.1, unknown", "unknown"),  # no address is no proxy: who stands before is not asked
        ("10.0.0.5", "198.51.100.1, ", "10.0.0.5"),
        ("", "198.51.100.1", ""),  # a unix socket's peer
    ],
)
def test_who_asks(peer: str, forwarded: str, expected: str) -> None:
    assert who_asks(peer, forwarded, (ip_network("10.0.0.0/24"),)) == expected


def test_addresses() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1") and is_loopback("::ffff:127.0.0.1") and is_loopback("")
    assert not is_loopback("10.0.0.1") and not is_loopback("name")
    assert not is_loopback_host("") and is_loopback_host("localhost")
    assert household("2001:db8:1:2:3::4") == household("2001:db8:1:2:ffff::") == "2001:db8:1:2::/64"
    assert household("203.0.113.7") == "203.0.113.7" and household("<script>") == "unknown"
    assert household("::ffff:203.0.113.7") != household("::ffff:203.0.113.8")  # as a socket for both has IPv4
