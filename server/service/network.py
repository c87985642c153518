"""Addresses: loopback, the networks that a setting names, and who really asks behind a proxy that is trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

Networks = Sequence[IPv4Network | IPv6Network]
FORWARDING = "HTTP_X_FORWARDED_"
OF_PROXIES = ("HTTP_VIA", "HTTP_X_REAL_IP")
OLD = "HTTP/1.0"  # as nginx's bare proxy_pass speaks; browsers, curl, Prometheus and wrk speak 1.1


@lru_cache(1024)
def is_loopback(address: str) -> bool:
    """Whether that peer is this machine; a unix socket's peer has no address and is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address == ""
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback


def is_loopback_host(host: str) -> bool:
    """Whether a Host header names this machine, so that no page elsewhere can have a name of its own for it."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return name == "localhost" or bool(name and is_loopback(name))


def is_proxied(environ: Mapping[str, object]) -> bool:
    """Whether a request shows that it came through a proxy. One that passes all on and adds nothing cannot be told."""
    if environ.get("SERVER_PROTOCOL") == OLD:
        return True
    return is_forwarded(environ) or any(name in environ for name in OF_PROXIES)


def is_forwarded(environ: Mapping[str, object]) -> bool:
    """Whether a header says for whom, or how, the request was passed on: Forwarded, X-Forwarded-For, -Proto ..."""
    return any(name == "HTTP_FORWARDED" or name.startswith(FORWARDING) for name in environ)


def is_same_host(named: str, address: str) -> bool:
    """Whether a host as a setting names it is that address; `localhost` is any loopback one."""
    try:
        return ip_address(named) == ip_address(address)
    except ValueError:
        return named == "localhost" and is_loopback(address)


def is_within(address: str, networks: Networks) -> bool:
    """Whether that address lies in one of the networks."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return any(found in network for network in networks)


def who_asks(peer: str, forwarded_for: str, proxies: Networks) -> str:
    """The address that asks: the peer, or the last one that a trusted proxy named and that is no proxy itself."""
    address = peer
    for named in reversed(forwarded_for.split(",")):
        if not is_within(address, proxies) or not named.strip():
            break
        address = _without_port(named.strip())
    return address


def _without_port(named: str) -> str:
    """The address alone, where a proxy writes 203.0.113.9:50123 or [2001:db8::9]:50123."""
    host, _, port = named.rpartition(":")
    has_port = port.isdecimal() and (":" not in host or host.endswith("]"))
    return (host if host and has_port else named).strip("[]")


def household(address: str) -> str:
    """By what an address is counted: an IPv6 customer has a whole /64."""
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(IPv6Network((int(found) >> 64 << 64, 64)))
    return str(found)
