"""Who may ask. With tokens: whoever has one. With none: this machine alone (open mode), through no proxy, for no other site's page."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from flask import Flask, request

from server.desk import Desk
from server.errors import BadRequest
from server.institution import Institution
from server.service.cors import is_extension
from server.service.limits import Limits
from server.service.network import (
    household,
    is_forwarded,
    is_loopback,
    is_loopback_host,
    is_proxied,
    is_same_host,
    is_within,
    who_asks,
)
from server.service.opened import open_desk
from server.settings import BadSetting, Settings

API = "/api/v1/"
LIMITS = "jachai.limits"  # the app's extension
OFFICE = "jachai.office"  # in a request's environ: the office whose token it has
ASKING = "jachai.asking"  # there too: the office that it asks for, by token or by name
TAKE_UP = "systemctl daemon-reload && systemctl restart jachai.socket jachai"  # a port that is open stays what it was

# proxies of which a worker tells that no setting names them: whoever reaches us can write such a header
MOST_UNNAMED = 8

log = logging.getLogger(__name__)

Environ = dict[str, Any]


def refuse_unsafe_start(settings: Settings, desk: Desk) -> None:
    """BadSetting where no office has a token and yet others than this machine could ask."""
    if desk.tokens:
        return
    host = settings.bind.rpartition(":")[0].strip("[]")
    cure = "flask --app wsgi institutions token ID"
    if not (is_loopback(host) or host == "localhost"):
        raise BadSetting(
            f"JACHAI_BIND: কোনো দপ্তরের টোকেন নেই, তাই শুধু 127.0.0.1 ঠিকানায় চালানো যায়; অন্য ঠিকানার আগে টোকেন তৈরি করুন: {cure} | "
            f"No office has a token, so the server binds to 127.0.0.1 alone; before any other address make a token: {cure}"
        )
    if settings.trusted_proxies:
        raise BadSetting(
            f"JACHAI_TRUSTED_PROXIES: প্রক্সির পেছনে চালাতে টোকেন লাগে; তৈরি করুন: {cure} | Behind a proxy tokens are needed; make one: {cure}"
        )


def refuse_other_address(settings: Settings, names: Iterable[Any]) -> None:
    """BadSetting where a socket that systemd holds has another name (`getsockname`) than JACHAI_BIND, by which we judge who may ask."""
    host, _, port = settings.bind.rpartition(":")
    for name in names:
        told = f"{name[0]}:{name[1]}" if isinstance(name, tuple) else str(name)
        if not isinstance(name, tuple) or str(name[1]) != port or not is_same_host(host.strip("[]"), name[0]):
            raise BadSetting(
                f"JACHAI_BIND: jachai.socket খোলা {told} ঠিকানায়, অথচ এখানে লেখা {settings.bind}; দুটি এক করুন, "
                f"তারপর চালান: {TAKE_UP} | "
                f"jachai.socket listens on {told}, and JACHAI_BIND says {settings.bind}; make them the same, "
                f"then run: {TAKE_UP}"
            )


def admit(desk: Desk, environ: Environ) -> None:
    """Lets the request in, its office in `environ[OFFICE]`, or refuses it: 401 or 403."""
    if not desk.tokens:
        _admit_this_machine(environ)
    elif is_asking(environ):
        environ[OFFICE] = _office_of_token(desk, environ)


def is_asking(environ: Environ) -> bool:
    """Whether the request asks the API something; a browser's preflight carries no token and asks nothing.

    Judged by the route that answers, however its address was typed; by the address only where no route does.
    """
    rule = environ["werkzeug.request"].url_rule
    asked: str = rule.rule if rule else environ["PATH_INFO"]
    return asked.startswith(API) and environ["REQUEST_METHOD"] != "OPTIONS"


def _admit_this_machine(environ: Environ) -> None:
    if environ["REQUEST_METHOD"] == "OPTIONS" and is_extension(environ.get("HTTP_ORIGIN", "")):
        return  # a preflight asks nothing; refused, it would keep the refusal of what follows from being read
    if not is_loopback(environ.get("REMOTE_ADDR", "")):
        raise BadRequest("only_this_machine")
    if not is_loopback_host(environ.get("HTTP_HOST", "")):
        raise BadRequest("only_loopback_name")
    if is_proxied(environ):
        raise BadRequest("no_proxy")
    if _is_of_other_page(environ) and not _is_link(environ):
        raise BadRequest("no_other_page")


def _is_of_other_page(environ: Environ) -> bool:
    """Whether a page of another site has the browser ask, by headers that no page can write; curl sends none of them.

    The extension sends its own `Origin`, or, where it may reach all hosts, `Sec-Fetch-Site: none` or `same-origin`. Chromium sends
    the same for what it fetches ahead for another site's page, but with `Sec-Purpose`; for a page's WebSocket only `Origin`.
    """
    origin = environ.get("HTTP_ORIGIN", "")
    if is_extension(origin):
        return False
    site = environ.get("HTTP_SEC_FETCH_SITE")
    if site is None:
        return origin not in ("", f"http://{environ['HTTP_HOST']}")
    return site in ("cross-site", "same-site") or "HTTP_SEC_PURPOSE" in environ


def _is_link(environ: Environ) -> bool:
    """Whether the browser goes to one of our pages in a window of its own, as by a link in an office's manual."""
    sent = (environ["REQUEST_METHOD"], environ.get("HTTP_SEC_FETCH_MODE"), environ.get("HTTP_SEC_FETCH_DEST"))
    return sent == ("GET", "navigate", "document") and not is_asking(environ)


def _office_of_token(desk: Desk, environ: Environ) -> Institution:
    scheme, _, token = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise BadRequest("no_token", headers={"WWW-Authenticate": "Bearer"})
    office = desk.tokens.office_of(token.strip())
    if office is None:
        raise BadRequest("bad_token", headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
    return desk.institutions[office]


def office_for(desk: Desk, wanted: str) -> Institution | None:
    """Which office asks: the token's, else the one named, else the only one, else none. The log names it."""
    office: Institution | None = request.environ.get(OFFICE) or desk.institution(wanted)
    request.environ[ASKING] = office
    return office


def address(environ: Environ, settings: Settings) -> str:
    """The address that asks, through whatever proxy is trusted."""
    return who_asks(environ.get("REMOTE_ADDR", ""), environ.get("HTTP_X_FORWARDED_FOR", ""), settings.trusted_proxies)


def _tell_unnamed(environ: Environ, settings: Settings, told: set[str]) -> None:
    """Logs a proxy that no setting names, by its address alone: whatever it passes on is taken for its own. Each is told once."""
    peer = environ.get("REMOTE_ADDR", "")
    if peer in told or len(told) >= MOST_UNNAMED or not is_forwarded(environ):
        return
    if not is_within(peer, settings.trusted_proxies):
        told.add(peer)
        log.warning(
            "%s থেকে আসা Forwarded ও X-Forwarded-* হেডার মানা হচ্ছে না, তাই এর মাধ্যমে আসা সবার ভুল টোকেন একজনের বলে গোনা হয়; "
            "এটি আপনার প্রক্সি হলে ঠিকানাটি JACHAI_TRUSTED_PROXIES-এ লিখুন | "
            "Forwarded and X-Forwarded-* of %s are not believed, so wrong tokens that it passes on count as its own; if it is your proxy, "
            "write its address into JACHAI_TRUSTED_PROXIES",
            peer,
            peer,
        )


def install(app: Flask) -> None:
    """Looks at every request of the app before its view does."""
    settings: Settings = app.config["JACHAI"]
    limits = app.extensions[LIMITS] = Limits.open(settings)
    unnamed: set[str] = set()

    @app.before_request
    def look() -> None:
        environ, desk = request.environ, open_desk(app)
        if desk.tokens:  # without, what came through a proxy is refused, and the answer says so
            _tell_unnamed(environ, settings, unnamed)
        try:
            admit(desk, environ)
        except BadRequest as error:
            if error.code == "bad_token" and limits:
                limits.count_wrong_token(household(address(environ, settings)))
            raise
        if limits and is_asking(environ):
            office: Institution | None = environ.get(OFFICE)
            limits.count(office.id if office else "", environ.get("HTTP_JACHAI_INSTALL", ""))
