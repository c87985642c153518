"""Every setting: its name, default and meaning. Read once from the environment; docs/settings.md has the table."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_interface
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "JACHAI_"
COMPILED = ROOT / ".compiled"  # of `compiled`, where the environment names none
HOST = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")  # a name, an IPv4 or, in brackets, an IPv6 address


def not_started(error: Exception) -> str:
    """What is told of a server that ends before it has begun."""
    return f"যাচাই চালু হলো না | Jachai did not start:\n{error}"


class BadSetting(ValueError):
    """A setting that cannot be taken; the text names it and the cure."""


@dataclass(frozen=True)
class Settings:
    """What IT may set. A field NAME is read from JACHAI_NAME."""

    wordlists: tuple[Path, ...] = (ROOT / "wordlists",)
    institutions: Path | None = None
    bind: str = "127.0.0.1:8420"
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    limit: int = 300
    redis: str = ""
    learned: str = "on"
    time_limit: float = 1.0
    log_level: str = "info"
    metrics_from: tuple[IPv4Network | IPv6Network, ...] = ()
    switch: Path | None = None
    watch: float = 2.0
    last_good: Path | None = None
    compiled: Path | None = None
    records: str = ""
    records_key: str = ""
    records_days: int = 730

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings that the environment names, defaults for the rest. BadSetting on a wrong name or value."""
        values: dict[str, object] = {"compiled": COMPILED}
        for name in sorted(environment):
            if name.startswith(PREFIX):
                field = name.removeprefix(PREFIX).lower()
                if field not in READERS:
                    known = ", ".join(PREFIX + known.upper() for known in READERS)
                    raise BadSetting(
                        f"{name}: এমন কোনো সেটিং নেই; শেষে দেওয়া নামগুলোর একটি লিখুন | No such setting. Known: {known}"
                    )
                _refuse_leftovers(name, environment[name])
                values[field] = READERS[field](name, environment[name])
        settings = cls(**values)  # type: ignore[arg-type]  # each reader gives its field's type
        settings._refuse_missing()
        return settings

    def _refuse_missing(self) -> None:
        """BadSetting for a folder of lists or profiles that is not there. Where a copy of it may be kept, whoever reads it says so."""
        folders = [("wordlists", folder) for folder in self.wordlists]
        folders += [("institutions", self.institutions)] if self.institutions else []
        has_copies = bool(self.last_good and self.last_good.is_dir())
        for name, folder in folders:
            if not (folder.is_dir() or (has_copies and not folder.exists())):
                raise BadSetting(
                    f"{PREFIX}{name.upper()}: ফোল্ডার নেই: {folder}; যে ফোল্ডার আছে তার নাম লিখুন | No such folder; name one that exists."
                )


def _refuse_leftovers(name: str, value: str) -> None:
    """BadSetting where systemd and the shell, which both read the settings file, would take two different values from it."""
    if re.search(r"\s#", value):
        raise BadSetting(
            f"{name}: মন্তব্যটি আলাদা লাইনে লিখুন; মানের পরে লিখলে systemd সেটিকে মানের অংশ ধরে | "
            "Write the comment on a line of its own; behind a value systemd takes it for a part of it."
        )
    if "\r" in value:
        cure = r"sed -i 's/\r$//' /etc/jachai/jachai.env"
        raise BadSetting(
            f"{name}: সেটিংস ফাইলে লাইনের শেষের চিহ্ন Windows-এর; চালান: {cure} | The settings file has line ends of Windows; run: {cure}"
        )


def _folders(name: str, value: str) -> tuple[Path, ...]:
    return tuple(Path(part) for part in value.split(":") if part) or Settings.wordlists


def _folder_or_none(name: str, value: str) -> Path | None:
    return Path(value) if value else None


def _file_or_none(name: str, value: str) -> Path | None:
    path = Path(value)
    if not value:
        return None
    if path.is_dir() or not path.parent.is_dir():
        raise BadSetting(
            f"{name}: ফাইলের নাম লিখুন, তার ফোল্ডার আগে থেকে থাকতে হবে: {value} | Name a file in a folder that exists."
        )
    return path


def _new_folder_or_none(name: str, value: str) -> Path | None:
    path = Path(value)
    if not value:
        return None
    if not path.parent.is_dir() or (path.exists() and not path.is_dir()):
        raise BadSetting(
            f"{name}: ফোল্ডারের নাম লিখুন, যে ফোল্ডারের ভেতরে থাকবে সেটি আগে থেকে থাকতে হবে: {value} | Name a folder within a folder that exists."
        )
    return path


def _compiled(name: str, value: str) -> Path | None:
    return None if value == "off" else _new_folder_or_none(name, value) or COMPILED


def _address(name: str, value: str) -> str:
    host, _, port = value.rpartition(":")
    if not (HOST.fullmatch(host) and _number(port, 65_535)):
        raise BadSetting(f"{name}: ঠিকানা:পোর্ট লিখুন, যেমন 127.0.0.1:8420 | Write host:port, such as 127.0.0.1:8420.")
    return value


def _number(value: str, most: int) -> int:
    """The number from 1 to `most` that these digits 0 to 9 write; 0 where they write none."""
    is_written = value.isascii() and value.isdigit() and len(value) <= len(str(most))
    return int(value) if is_written and int(value) <= most else 0


def _networks(name: str, value: str) -> tuple[IPv4Network | IPv6Network, ...]:
    parts = [part.strip() for part in value.split(",") if part.strip()]
    try:
        found = [ip_interface(part) for part in parts]
    except ValueError:
        raise BadSetting(
            f"{name}: আইপি ঠিকানা কমা দিয়ে লিখুন, যেমন 10.0.0.5,10.1.0.0/16 | Write IP addresses with commas, such as 10.0.0.5,10.1.0.0/16."
        ) from None
    for part, given in zip(parts, found, strict=True):
        if given.ip != given.network.network_address:  # a machine's address and a network's mask
            raise BadSetting(
                f"{name}: {part} লিখবেন না; পুরো নেটওয়ার্ক হলে {given.network}, একটি যন্ত্র হলে {given.ip} লিখুন | "
                f"Not {part}: write {given.network} for the whole network or {given.ip} for the one machine."
            )
    return tuple(_as_peers_are(given.network) for given in found)


def _proxies(name: str, value: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """As `_networks`; BadSetting for the one that everybody is in, by which anybody could write the address that is counted."""
    found = _networks(name, value)
    everybody = next((str(network) for network in found if not network.prefixlen), "")
    if everybody:
        raise BadSetting(
            f"{name}: {everybody} মানে পৃথিবীর সব যন্ত্র; শুধু নিজের প্রক্সির ঠিকানা লিখুন, যেমন 127.0.0.1 | "
            f"{everybody} is every machine there is; write your own proxy's address alone, such as 127.0.0.1."
        )
    return found


def _as_peers_are(network: IPv4Network | IPv6Network) -> IPv4Network | IPv6Network:
    """An IPv4 network that is written as IPv6 (::ffff:10.0.0.5) as what it is: addresses are compared so."""
    first = network.network_address.ipv4_mapped if isinstance(network, IPv6Network) else None
    return IPv4Network((first, network.prefixlen - 96)) if first else network  # a shorter prefix leaves none such


def _staff(name: str, value: str) -> int:
    words = {"on": Settings.limit, "off": 0}
    number = words.get(value, _number(value, 1_000_000))
    if not number and value not in words:
        raise BadSetting(
            f"{name}: কর্মচারীর সংখ্যা (ইংরেজি অঙ্কে, যেমন 300), on বা off লিখুন | Write a number of staff, on, or off."
        )
    return number


def _redis(name: str, value: str) -> str:
    if value and not value.startswith(("redis://", "rediss://", "redis+unix://")):
        raise BadSetting(f"{name}: লিখুন, যেমন redis://host:6379/0 | Write it like redis://host:6379/0.")
    return value


def _one_of(*allowed: str):  # type: ignore[no-untyped-def]  # a reader, as those beside it
    known = ", ".join(allowed)

    def read(name: str, value: str) -> str:
        if value not in allowed:
            raise BadSetting(f"{name}: এগুলোর একটি লিখুন: {known} | Write one of: {known}")
        return value

    return read


def _seconds(name: str, value: str, or_bn: str = "", or_en: str = "") -> float:
    """`or_bn`, `or_en`: what else may be written."""
    seconds = float(value) if re.fullmatch(r"[0-9]+(\.[0-9]+)?|\.[0-9]+", value) else 0.0
    if not 0.01 <= seconds <= 60:
        raise BadSetting(
            f"{name}: ০.০১ থেকে ৬০ সেকেন্ড লিখুন, ইংরেজি অঙ্কে, যেমন 2.5{or_bn} | Write seconds from 0.01 to 60{or_en}."
        )
    return seconds


def _database(name: str, value: str) -> str:
    if value and not re.match(r"sqlite:////|postgresql://", value):
        raise BadSetting(
            f"{name}: লিখুন sqlite:////পূর্ণ/পথ/records.sqlite বা postgresql://... | "
            "Write sqlite:////full/path/records.sqlite or postgresql://..."
        )
    return value


def _days(name: str, value: str) -> int:
    days = _number(value, 36_500)
    if not days:
        raise BadSetting(f"{name}: ১ থেকে ৩৬৫০০ দিন লিখুন, ইংরেজি অঙ্কে, যেমন 730 | Write days from 1 to 36500.")
    return days


def _seconds_or_off(name: str, value: str) -> float:
    return 0.0 if value == "off" else _seconds(name, value, "; না চাইলে off", "; off for none")


READERS = {
    "wordlists": _folders,
    "institutions": _folder_or_none,
    "bind": _address,
    "trusted_proxies": _proxies,
    "limit": _staff,
    "redis": _redis,
    "learned": _one_of("on", "off"),
    "time_limit": _seconds,
    "log_level": _one_of("debug", "info", "warning", "error"),
    "metrics_from": _networks,
    "switch": _file_or_none,
    "watch": _seconds_or_off,
    "last_good": _new_folder_or_none,
    "compiled": _compiled,
    "records": _database,
    "records_key": lambda name, value: value,
    "records_days": _days,
}
MEANINGS = {
    "wordlists": "Folders of word lists, `[first:]base[:local...]`; later ones add, change or retire. Of a file of data/ and guideline.yaml the first one is read",
    "institutions": "Folder of institution profiles, one YAML file each; none: branding and allowed tags are skipped",
    "bind": "Address on which the server listens; also the extension's default server",
    "trusted_proxies": "Addresses or networks of proxies, with commas; only their X-Forwarded-For is believed. Needs tokens",
    "limit": "Staff that one office's token must carry, 20 checks a minute each; `on`: 300; `off`: no limits, for benches",
    "redis": "Where several servers count together: redis://host:6379/0, rediss:// or redis+unix://; none: each server for itself",
    "learned": "`off` leaves the learned evidence out: fewer abuses are found, fewer innocent comments warned of (quality.md has both)",
    "time_limit": "Seconds after which no more checks are begun and learned evidence is added up no further; the answer then says so. What may block is looked for however late",
    "log_level": "How much the server logs; no draft text at any level",
    "metrics_from": "Networks, with commas, that may read /metrics beside this machine",
    "switch": "File of the central switch (docs/operations.md); it need not be there",
    "watch": "Seconds between looks at the folders of lists and profiles; a change is taken in once it lies still. `off`: only by HUP",
    "last_good": "Folder for a copy of the office's lists and profiles as they last could be used: where they are faulty at a start, the server answers with that copy and /ready says so; none: it does not start",
    "compiled": "Folder for copies of the compiled lists, by which commands and starts take a second or two until lists or program change; read only where it belongs to the server's own user. `off`: none",
    "records": "Database of overrides and reports: `sqlite:////path` or `postgresql://...`; none: nothing is kept",
    "records_key": "Key under which texts are hashed: 64 digits, or the file that holds them; needed with records",
    "records_days": "Days after which `records purge` deletes a row",
}
