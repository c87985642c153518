"""How often one may ask: office, install, address of wrong tokens; in shared memory and in a real Redis."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
import redis
from flask.testing import FlaskClient
from limits.strategies import FixedWindowRateLimiter
from redis.connection import AbstractConnection

from server.draft import MAX_DEPTH
from server.errors import BadRequest
from server.service import limits as limits_file
from server.service.access import MOST_UNNAMED
from server.service.limits import PER_INSTALL, PER_STAFF, WRONG_TOKENS, Limits
from server.service.tally import NEAR, SLOTS, Tally
from server.settings import BadSetting
from tests.service.offices import bearer, small_app, write_profiles
from tests.service.redis_server import RedisServer

pytestmark = pytest.mark.service
DRAFT = {"text": "সভা"}


def install(place: int) -> str:
    return f"install-number-{place:04}"


def client(folder: Path, **settings: object) -> FlaskClient:
    return small_app(folder, institutions=write_profiles(folder / "offices"), **settings).test_client()


def asked(client: FlaskClient, office: str = "ka", **headers: str) -> int:
    return client.get("/api/v1/office", headers={**bearer(office), **headers}).status_code


@pytest.fixture
def redis_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RedisServer]:
    """One that counts as gone only where it is: a busy machine may take longer than REDIS_WAIT."""
    monkeypatch.setattr(limits_file, "REDIS_WAIT", 60.0)
    monkeypatch.setattr(limits_file, "REDIS_SLOW", 60.0)
    monkeypatch.setattr(limits_file, "REDIS_REST", 3600.0)
    server = RedisServer(tmp_path)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No minute ends in the middle of a test."""
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)
    monkeypatch.setattr("server.service.tally.monotonic", lambda: 5_000.0)


def test_an_office_has_its_staff_and_another_office_its_own(tmp_path: Path) -> None:
    asking = client(tmp_path, limit=2)
    assert [asked(asking) for _ in range(2 * PER_STAFF + 1)] == [200] * 2 * PER_STAFF + [429]
    assert asked(asking, "kha") == 200


def test_a_refusal_says_when_to_come_back(tmp_path: Path) -> None:
    asking = client(tmp_path, limit=1)
    origin = {"Origin": "chrome-extension://" + "a" * 32}
    answers = [
        asking.post("/api/v1/check", json=DRAFT, headers={**bearer("ka"), **origin}) for _ in range(PER_STAFF + 1)
    ]
    refused = answers[-1]
    assert refused.status_code == 429 and refused.get_json()["error"]["code"] == "too_many"
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    assert "Retry-After" in refused.headers["Access-Control-Expose-Headers"]


def test_one_install_does_not_use_up_its_office(tmp_path: Path) -> None:
    asking = client(tmp_path, limit=PER_INSTALL.amount // PER_STAFF + 1)
    codes = [asked(asking, **{"Jachai-Install": install(1)}) for _ in range(PER_INSTALL.amount + PER_STAFF)]
    assert codes == [200] * PER_INSTALL.amount + [429] * PER_STAFF
    assert asked(asking, **{"Jachai-Install": install(2)}) == 200


def test_300_staff_behind_one_address(tmp_path: Path) -> None:
    counted = Limits(300)
    for _ in range(PER_STAFF):
        for place in range(300):
            counted.count("ka", install(place))
    with pytest.raises(BadRequest, match="too_many"):
        counted.count("ka", install(0))


@pytest.mark.parametrize("name", ["", "short", "x" * 65, "with space and more", "চিহ্ন" * 5, "a;b" * 8])
def test_what_is_no_install_id_is_not_counted_as_one(name: str) -> None:
    counted = Limits(300)
    for _ in range(PER_INSTALL.amount + 1):
        counted.count("ka", name)


def test_wrong_tokens_are_counted_by_address_and_right_ones_pass(tmp_path: Path) -> None:
    asking = client(tmp_path)
    wrong = {"Authorization": "Bearer wrong"}
    codes = [asking.get("/api/v1/office", headers=wrong).status_code for _ in range(WRONG_TOKENS.amount + 1)]
    assert codes == [401] * WRONG_TOKENS.amount + [429]
    assert asked(asking) == 200  # the same address with the right token
    far = {"REMOTE_ADDR": "203.0.113.7"}
    assert asking.get("/api/v1/office", headers=wrong, environ_base=far).status_code == 401


def test_behind_a_proxy_wrong_tokens_are_counted_by_who_sends_them(tmp_path: Path) -> None:
    asking = client(tmp_path, trusted_proxies=(ip_network("127.0.0.1"),))

    def wrong(address: str) -> int:
        headers = {"Authorization": "Bearer wrong", "X-Forwarded-For": address}
        return asking.get("/api/v1/office", headers=headers).status_code

    one_household = [wrong(f"2001:db8:1:2::{place:x}") for place in range(WRONG_TOKENS.amount + 1)]
    assert one_household == [401] * WRONG_TOKENS.amount + [429]
    assert wrong("2001:db8:1:3::1") == 401


def test_a_proxy_that_no_setting_names_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With its address and nothing that was sent, whoever asks for whatever, though each process tells of a few alone."""
    asking = client(tmp_path, trusted_proxies=(ip_network("10.0.0.1"),))
    for peer in ("10.0.0.1", "127.0.0.1", *(f"203.0.113.{place}" for place in range(20)), "127.0.0.1"):
        headers = {"X-Forwarded-For": "198.51.100.4, 10.9.9.9", "Authorization": "Bearer wrong"}
        asking.get("/api/v1/office", headers=headers, environ_base={"REMOTE_ADDR": peer})
    told = [record for record in caplog.records if "JACHAI_TRUSTED_PROXIES" in record.message]
    peers = ["127.0.0.1", *(f"203.0.113.{place}" for place in range(MOST_UNNAMED - 1))]
    assert [record.args for record in told] == [(peer, peer) for peer in peers]
    assert not [record for record in told if "198.51.100.4" in record.message or "10.9.9.9" in record.message]


@pytest.mark.parametrize(
    "headers, is_told",
    [
        ({"X-Forwarded-For": "198.51.100.4"}, True),
        ({"X-Forwarded-Proto": "https"}, True),
        ({"Forwarded": "for=198.51.100.4"}, True),
        ({"Via": "1.1 cache"}, False),
        ({}, False),
    ],
)
def test_which_headers_show_a_proxy_that_no_setting_names(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, headers: dict[str, str], is_told: bool
) -> None:
    assert asked(client(tmp_path), **headers) == 200
    assert any("JACHAI_TRUSTED_PROXIES" in record.message for record in caplog.records) == is_told


def test_off_means_off(tmp_path: Path) -> None:
    asking = client(tmp_path, limit=0)
    assert {asked(asking, **{"Jachai-Install": install(1)}) for _ in range(PER_INSTALL.amount + 5)} == {200}


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_what_is_not_limited(tmp_path: Path, path: str) -> None:
    asking = client(tmp_path, limit=1)
    assert {asking.get(path).status_code for _ in range(PER_STAFF + 5)} == {200}


def test_processes_count_together() -> None:
    tally = Tally()
    tally.incr("a", 60)
    child = os.fork()
    if child == 0:
        tally.incr("a", 60)
        os._exit(0)
    os.waitpid(child, 0)
    assert tally.get("a") == 2


def test_a_window_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    limiter = FixedWindowRateLimiter(Tally())
    assert [limiter.hit(WRONG_TOKENS, "a") for _ in range(15)] == [True] * 15
    ends = limiter.get_window_stats(WRONG_TOKENS, "a").reset_time
    assert 60 < ends - time.time() <= 61
    monkeypatch.setattr("server.service.tally.monotonic", lambda: 5_030.0)  # it ends no later for who goes on
    assert [limiter.hit(WRONG_TOKENS, "a") for _ in range(16)] == [True] * 15 + [False]
    monkeypatch.setattr("server.service.tally.monotonic", lambda: 5_000 + ends - time.time())
    assert limiter.hit(WRONG_TOKENS, "a")
    limiter.clear(WRONG_TOKENS, "a")
    assert limiter.get_window_stats(WRONG_TOKENS, "a").remaining == 30


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
def test_a_clock_that_is_set_locks_nobody_out(monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    counted = Limits(1)
    counted.count("ka", "")
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0 + hours * 3600)
    for _ in range(PER_STAFF - 1):
        counted.count("ka", "")
    with pytest.raises(BadRequest) as refused:
        counted.count("ka", "")
    assert 1 <= int(refused.value.headers["Retry-After"]) <= 61
    monkeypatch.setattr("server.service.tally.monotonic", lambda: 5_060.5)  # the last second is not free either
    with pytest.raises(BadRequest) as refused:
        counted.count("ka", "")
    assert refused.value.headers["Retry-After"] == "1"
    monkeypatch.setattr("server.service.tally.monotonic", lambda: 5_062.0)
    counted.count("ka", "")


def test_the_tally_is_bounded_and_keeps_the_newest() -> None:
    tally = Tally()
    for place in range(200_000):
        tally.incr(f"{place}", 60)
    assert tally.incr("199999", 60) == 2
    assert NEAR > 1 and tally.reset() is None and tally.get("199999") == 0


class Near(str):
    """A key that lies where all others of its kind do."""

    def __hash__(self) -> int:
        return int(self) * SLOTS


def test_keys_that_lie_together_are_told_apart_and_the_one_that_ends_first_leaves() -> None:
    tally, keys = Tally(), [Near(number) for number in range(NEAR + 1)]
    for key in keys[:NEAR]:
        tally.incr(key, 30 if key == "3" else 60)
    assert [tally.get(key) for key in keys] == [1] * NEAR + [0]
    tally.incr(keys[NEAR], 60)
    assert [key for key in keys if not tally.get(key)] == ["3"]


def test_two_servers_count_in_one_redis(redis_server: RedisServer) -> None:
    one, two = (Limits(1, redis_server.url) for _ in range(2))
    for _ in range(PER_STAFF // 2):
        one.count("ka", "")
        two.count("ka", "")
    with pytest.raises(BadRequest) as refused:
        two.count("ka", "")
    assert 1 <= int(refused.value.headers["Retry-After"]) <= 61
    assert one.counted_in == "redis"


def test_redis_gone_and_back(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    connects, opening = AbstractConnection.connect_check_health, set[str]()

    def watched(*given: Any, **named: Any) -> None:
        opening.add(threading.current_thread().name)
        connects(*given, **named)

    counted = Limits(1, redis_server.url)
    counted.count("ka", "")
    redis_server.stop()
    with monkeypatch.context() as patch:
        patch.setattr(AbstractConnection, "connect_check_health", watched)
        for _ in range(PER_STAFF):
            counted.count("ka", "")  # goes on, counted here
    assert opening == {"redis"}  # no check waits for it
    assert counted.counted_in == "memory, redis gone" and len(caplog.records) == 1
    assert "ConnectionError" in caplog.text  # why, as a wrong password would be told too
    with pytest.raises(BadRequest):
        counted.count("ka", "")
    redis_server.start()
    counted._rest_until = 0.0  # its rest is over
    counted.count("ka", "")
    assert counted.counted_in == "redis"


def calls(server: RedisServer) -> int:
    """How many counts came to that Redis."""
    with redis.Redis(unix_socket_path=str(server.socket)) as asking:
        return int(asking.info("commandstats").get("cmdstat_eval", {}).get("calls", 0))


def test_office_and_install_are_counted_in_one_call(redis_server: RedisServer) -> None:
    counted = Limits(300, redis_server.url)
    for _ in range(PER_INSTALL.amount):
        counted.count("ka", install(1))
    assert calls(redis_server) == PER_INSTALL.amount
    with pytest.raises(BadRequest) as refused:
        counted.count("ka", install(1))
    assert 1 <= int(refused.value.headers["Retry-After"]) <= 61
    with redis.Redis(unix_socket_path=str(redis_server.socket)) as asking:
        assert asking.get("jachai:o/ka") == b"%d" % PER_INSTALL.amount  # what was refused is not the office's
        assert 0 < asking.ttl("jachai:o/ka") <= 60


def test_a_connection_that_redis_closed_is_opened_anew(redis_server: RedisServer) -> None:
    counted = Limits(1, redis_server.url)
    counted.count("ka", "")
    with redis.Redis(unix_socket_path=str(redis_server.socket)) as asking:
        asking.client_kill_filter(_type="normal", skipme=True)
        counted.count("ka", "")
        assert counted.counted_in == "redis" and asking.get("jachai:o/ka") == b"2"


def test_a_redis_that_is_slow_rests_as_one_that_is_gone(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Limits(1, redis_server.url)
    monkeypatch.setattr(limits_file, "REDIS_SLOW", -1.0)
    for _ in range(3):
        counted.count("ka", "")
    assert calls(redis_server) == 1 and counted.counted_in == "memory, redis gone"


def test_a_name_that_does_not_resolve_holds_no_check(monkeypatch: pytest.MonkeyPatch) -> None:
    resolved, late = threading.Event(), threading.Event()

    def silent(*_: object, **__: object) -> None:
        if not resolved.wait(30):
            late.set()
        raise socket.gaierror

    monkeypatch.setattr("socket.getaddrinfo", silent)
    counted = Limits(1, "redis://redis.office:6379/0")
    try:
        for _ in range(3):
            counted._rest_until = 0.0  # its rest is over
            counted.count("ka", "")
        assert not late.is_set() and counted.counted_in == "memory, redis gone"
        # it is asked for once, however long it takes
        assert sum(one.name == "redis" for one in threading.enumerate()) == 1
    finally:
        resolved.set()


@pytest.mark.parametrize(
    "address", ["redis://:p:s/t@127.0.0.1:6379/0", "redis://:p#t@127.0.0.1/0", "redis://host:port", "redis://host?a=b"]
)
def test_an_address_of_redis_that_cannot_be_read_is_told_at_the_start(tmp_path: Path, address: str) -> None:
    """Not as a Redis that is gone, each five seconds; none of the password is told."""
    with pytest.raises(BadSetting, match=r"JACHAI_REDIS.*%3A %2F") as error:
        small_app(tmp_path, redis=address)
    assert address not in str(error.value) and error.value.__cause__ is None


def test_a_redis_that_was_never_reached_is_not_told_as_the_counter(redis_server: RedisServer) -> None:
    counted = Limits(1, redis_server.url)
    redis_server.stop()
    assert counted.counted_in == "memory, redis untried"
    counted.count("ka", "")
    counted._rest_until = 0.0  # its rest is over, and nothing has been counted since
    assert counted.counted_in == "memory, redis gone"
    redis_server.start()
    counted.count("ka", "")
    assert counted.counted_in == "redis"


@pytest.mark.parametrize("depth, status", [(MAX_DEPTH - 1, 200), (MAX_DEPTH, 400), (2_000, 400), (100_000, 400)])
@pytest.mark.parametrize("kind", ["list", "object", "in the last mention"])
def test_json_has_a_depth(tmp_path: Path, depth: int, status: int, kind: str) -> None:
    deep = {"list": "[" * depth + "]" * depth, "object": '{"a":' * depth + "1" + "}" * depth}.get(kind, "")
    body = f'{{"text": "সভা", "more": {deep}}}' if deep else ""
    if not deep:
        inner = "[" * (depth - 2) + "]" * (depth - 2)
        body = f'{{"text": "সভা", "mentions": [{{"text": "a"}}, {{"text": "b", "more": {inner}}}]}}'
    answer = client(tmp_path).post(
        "/api/v1/check", data=body.encode(), headers={**bearer("ka"), "Content-Type": "application/json"}
    )
    assert answer.status_code == status
