"""An office's profile: its names, accounts, and what it has decided. One YAML file each, faults told as file:line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.draft import Account
from server.severity import Severity
from server.text.normalise import normalise
from server.wordlists.faults import Fault, Faults, FaultyLists
from server.wordlists.fields import one_of, refuse_unknown, severity
from server.wordlists.source import Entry, Fields, mapping, read, text, texts

UNREACHABLE = ("allow", "warn", "hold")


@dataclass(frozen=True)
class Institution:
    """One office. Every text is as its profile writes it; `is_name` compares in the normal form."""

    id: str
    name_bn: str = ""
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    bank_accounts: tuple[str, ...] = ()
    may_tag: tuple[str, ...] = ()
    grievance: str = ""
    mandates: tuple[str, ...] = ()
    person_may_post: bool = False
    edition: str = ""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    when_unreachable: str = "warn"
    override: str = "never"

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the office, the Bangla one first."""
        return tuple(name for name in (self.name_bn, self.name_en, *self.aliases) if name)

    def is_own(self, account: Account) -> bool:
        """Whether the account that posts is this office's, by its name or handle."""
        own = {normalise(name) for name in (*self.names, *self.accounts)}
        return normalise(account.name) in own or normalise(account.handle.lstrip("@")) in own


def _names(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, ("bn", "en", "aliases"), faults)
    values["name_bn"] = text(fields.get("bn"), faults, "bn")
    values["name_en"] = text(fields.get("en"), faults, "en")
    values["aliases"] = _words(fields.get("aliases"), faults, "aliases")
    if not values["name_bn"]:
        faults.add(entry.line, "names এর নিচে bn: নাম লিখুন", "write bn: NAME below names")


def _accounts(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    platforms = mapping(entry.node, faults)
    values["accounts"] = tuple(
        name for platform, names in platforms.items() for name in _words(names, faults, platform)
    )


def _severities(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    read_all = {check: severity(item, faults, check) for check, item in mapping(entry.node, faults).items()}
    values["severities"] = {check: level for check, level in read_all.items() if level}


def _words(entry: Entry | None, faults: Faults, name: str) -> tuple[str, ...]:
    return tuple(value for value, _ in texts(entry, faults, name) or ())


LISTS = ("websites", "hashtags", "phones", "emails", "bank_accounts", "may_tag", "mandates")
TEXTS = ("id", "grievance", "edition")
CHOICES = {
    "when_unreachable": one_of(UNREACHABLE),
    "override": one_of(("reason", "never")),
    "person_may_post": one_of(("yes", "no")),
}
SHAPED = {"names": _names, "accounts": _accounts, "severity": _severities}
FIELDS = (*TEXTS, *SHAPED, *LISTS, *CHOICES)


def read_institution(path: Path, faults: Faults) -> Institution | None:
    """The profile in that file; None where it has no id or no name."""
    fields: Fields = mapping(read(path, faults), faults)
    refuse_unknown(fields, FIELDS, faults)
    values: dict[str, Any] = {name: text(fields.get(name), faults, name) for name in TEXTS}
    for name in ("id", "names"):
        if name not in fields:
            faults.add(1, f"‘{name}’ ঘরটি নেই; লিখুন", f"'{name}' is missing; write it")
            return None
    for name, reader in SHAPED.items():
        if name in fields:
            reader(fields[name], faults, values)
    for name in LISTS:
        values[name] = _words(fields.get(name), faults, name)
    for name, choose in CHOICES.items():
        chosen = choose(fields[name], faults, name) if name in fields else None
        if chosen:
            values[name] = chosen == "yes" if name == "person_may_post" else chosen
    return Institution(**values)


def load_institutions(folder: Path | None) -> dict[str, Institution]:
    """All profiles of a folder, by id. FaultyLists, with every fault at once, where one cannot be used."""
    found: dict[str, Institution] = {}
    faults: list[Fault] = []
    for path in _files(folder):
        collected = Faults.of(path, path.parent)
        institution = read_institution(path, collected)
        if institution and institution.id in found:
            collected.add(
                1, f"id ‘{institution.id}’ অন্য ফাইলেও আছে", f"the id '{institution.id}' stands in another file too"
            )
        elif institution:
            found[institution.id] = institution
        faults += collected.found
    if faults:
        raise FaultyLists(faults)
    return found


def _files(folder: Path | None) -> Iterable[Path]:
    return sorted(folder.glob("*.yaml")) if folder else ()


def chosen(institutions: Mapping[str, Institution], wanted: str) -> Institution | None:
    """Which office posts: the one that the request names, else the only one, else none."""
    if wanted in institutions:
        return institutions[wanted]
    return next(iter(institutions.values())) if len(institutions) == 1 else None
