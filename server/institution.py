"""An office's profile: its names, accounts, and what it has decided. One YAML file each, faults told as file:line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from server.draft import Account
from server.severity import Severity, in_bangla
from server.text.normalise import normalise
from server.tokens import AT_ONCE, MARK
from server.wordlists.facts.guideline import Guideline
from server.wordlists.reading.faults import Fault, Faults, FaultyLists, closest
from server.wordlists.reading.fields import one_of, refuse_choice, refuse_unknown, severity
from server.wordlists.reading.source import Entry, Fields, mapping, read, text, texts, unreadable

UNREACHABLE = ("allow", "warn", "hold")
OVERRIDES = ("reason", "never")
MANDATES = ("election", "disaster", "police", "health", "court", "broadcaster", "parliament")
UNMEASURED = ("whatsapp", "other")  # an office may have an account there, though no limit of theirs is known


@dataclass(frozen=True)
class Institution:
    """One office. Every text is as its profile writes it; `owns` and `is_own` compare in the normal form."""

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
    sells: bool = False  # offers, prices and loans are its own business
    token_hashes: tuple[str, ...] = ()
    edition: str = ""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    when_unreachable: str = "warn"
    override: str = "never"
    allow_pause: bool = True  # whether a writer may pause checking on a site

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names of the office, the Bangla one first."""
        return tuple(name for name in (self.name_bn, self.name_en, *self.aliases) if name)

    @cached_property
    def _own(self) -> frozenset[str]:
        """Names and accounts in the normal form, handles without their @."""
        return frozenset(normalise(name.lstrip("@")) for name in (*self.names, *self.accounts))

    def is_own(self, account: Account) -> bool:
        """Whether the account that posts is this office's, by its name or handle."""
        return self.owns(account.name) or self.owns(account.handle)

    def owns(self, name: str) -> bool:
        """Whether that name or handle, with or without an @, is one of this office's."""
        return bool(name) and normalise(name.lstrip("@")) in self._own


def _names(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    fields = mapping(entry.node, faults)
    refuse_unknown(fields, ("bn", "en", "aliases"), faults)
    values["name_bn"] = text(fields.get("bn"), faults, "bn")
    values["name_en"] = text(fields.get("en"), faults, "en")
    values["aliases"] = _words(fields.get("aliases"), faults, "aliases")
    if not values["name_bn"]:
        faults.add(entry.line, "names-এর নিচে bn: নাম লিখুন", "write bn: NAME below names")


def _accounts(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    values["accounts"] = tuple(
        name for platform, names in mapping(entry.node, faults).items() for name in _words(names, faults, platform)
    )


def _severities(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    read_all = {check: severity(item, faults, check) for check, item in mapping(entry.node, faults).items()}
    values["severities"] = {check: level for check, level in read_all.items() if level}


def _words(entry: Entry | None, faults: Faults, name: str) -> tuple[str, ...]:
    return tuple(value for value, _ in texts(entry, faults, name) or ())


MEANT = re.compile(r"\.ya?ml(\.txt)?\Z", re.IGNORECASE)  # a profile's file: Windows hides endings, some write .yml
# What a row of a list, or a text, must look like, and what to write instead. A row of any other list is free text.
CHECK_NAME = re.compile(r"[a-z0-9-]+/[a-z0-9-]+\Z")
SHAPES = {
    "id": (r"[a-z0-9]+(-[a-z0-9]+)*", "nilkandi-upazila"),
    "grievance": (r"\S+\.\S+", "grs.gov.bd"),
    "websites": (r"[^\s/@]+\.[^\s/@.]{2,}(/\S*)?", "nilkandi.palashdanga.gov.bd"),
    "hashtags": (r"#[^\s#]+", '"#নীলকান্দি_উপজেলা_প্রশাসন"'),  # bare, YAML drops it
    "phones": (r"\+?[\d()\s-]{3,20}", "০২-৪৭১১১২২৩"),
    "emails": (r"[^\s@]+@[^\s@]+\.[^\s@]+", "uno.nilkandi@mopa.gov.bd"),
    "bank_accounts": (r"[\d\s-]{8,24}", "৩৪১২০০১০০০৫৫৭"),
    "token_hashes": (r"sha256:[0-9a-f]{64}", ""),
    "mandates": ("|".join(MANDATES), ""),
}


def _shaped(name: str, value: str, line: int, faults: Faults) -> str:
    """The value; a fault where it does not look like what belongs there."""
    shape, example = SHAPES.get(name, ("", ""))
    if not shape or re.fullmatch(shape, value) or not (value or name == "id"):
        return value
    if name == "token_hashes":
        _refuse_hash(value, line, faults)
    elif name == "mandates":
        refuse_choice(name, value, MANDATES, line, faults)
    else:
        faults.add(
            line, f"{name}: ‘{value}’ চলে না; লিখুন, যেমন {example}", f"{name}: not '{value}'; write it like {example}"
        )
    return value


def _refuse_hash(value: str, line: int, faults: Faults) -> None:
    """What stands where a token's hash belongs may be the token: it is never told again, for all may read /ready."""
    cure = "flask --app wsgi institutions token ID"
    if value.startswith(MARK):
        faults.add(
            line,
            f"token_hashes: এখানে টোকেনটিই লেখা আছে, তার হ্যাশ নয়; সারিটি মুছুন, তারপর {cure} চালিয়ে যে sha256: সারি পাবেন সেটি লিখুন",
            f"token_hashes: this is the token, not its hash; take the row out, then run {cure} and write the sha256: row that it shows",
        )
        return
    faults.add(
        line,
        f"token_hashes: এটি টোকেনের হ্যাশ নয়; {cure} যে sha256: সারি দেখায় সেটি লিখুন",
        f"token_hashes: no token's hash; write the sha256: row that {cure} shows",
    )


def _edition(entry: Entry, faults: Faults, guideline: Guideline | None) -> str:
    """Whose labels are shown; a fault where it is no year, or the guideline has no label of it."""
    written = text(entry, faults, "edition")
    year = str(int(written)) if re.fullmatch(r"20\d\d|২০\d\d", written) else ""
    labels = (clause.labels for clause in guideline.clauses.values()) if guideline else ()
    known = sorted({edition for own in labels for edition in own})
    if year and (year in known or not known):
        return year
    if written:
        refuse_choice("edition", written, known or ["2016"], entry.line, faults)
    return written


def _rows(entry: Entry | None, faults: Faults, name: str) -> tuple[str, ...]:
    return tuple(_shaped(name, value, line, faults) for value, line in texts(entry, faults, name) or ())


LISTS = ("websites", "hashtags", "phones", "emails", "bank_accounts", "may_tag", "mandates", "token_hashes")
TEXTS = ("id", "grievance")
YES_NO = ("yes", "no")
CHOICES = {
    "when_unreachable": one_of(UNREACHABLE),
    "override": one_of(OVERRIDES),
    "allow_pause": one_of(YES_NO),
    "person_may_post": one_of(YES_NO),
    "sells": one_of(YES_NO),
}
SHAPED = {"names": _names, "accounts": _accounts, "severity": _severities}
FIELDS = (*TEXTS, *SHAPED, *LISTS, *CHOICES, "edition")


def read_institution(
    path: Path,
    faults: Faults,
    guideline: Guideline | None = None,
    checks: Collection[str] = (),
    platforms: Collection[str] = (),
) -> Institution | None:
    """The profile in that file; None where it has no id or no name. The rest as `load_institutions` has it."""
    node = read(path, faults, ("id", "names"))
    if node is None:
        return None
    fields: Fields = mapping(node, faults)
    refuse_unknown(fields, FIELDS, faults)
    for name in ("id", "names"):
        if name not in fields:
            faults.add(1, f"‘{name}’ ঘরটি নেই; লিখুন", f"'{name}' is missing; write it")
            return None
    _refuse_unknown_checks(fields, faults, checks)
    if platforms and "accounts" in fields:
        refuse_unknown(mapping(fields["accounts"].node, Faults(faults.file)), (*platforms, *UNMEASURED), faults)
    return Institution(**_read_values(fields, faults, guideline))


def _read_values(fields: Fields, faults: Faults, guideline: Guideline | None) -> dict[str, Any]:
    """What Institution is made of, by its names; without what is not written, but for lists."""
    values: dict[str, Any] = {name: _rows(fields.get(name), faults, name) for name in LISTS}
    if "edition" in fields:
        values["edition"] = _edition(fields["edition"], faults, guideline)
    for name in filter(fields.__contains__, TEXTS):
        values[name] = _shaped(name, text(fields[name], faults, name), fields[name].line, faults)
    for name in filter(fields.__contains__, SHAPED):
        SHAPED[name](fields[name], faults, values)
    for name in filter(fields.__contains__, CHOICES):
        chosen = CHOICES[name](fields[name], faults, name)
        if chosen:
            values[name] = chosen == "yes" if chosen in YES_NO else chosen
    return values


def load_institutions(
    folder: Path | None,
    guideline: Guideline | None = None,
    checks: Collection[str] = (),
    platforms: Collection[str] = (),
) -> dict[str, Institution]:
    """All profiles of a folder, by id. FaultyLists, with every fault at once, where one cannot be used.

    `guideline`: where it is given, an edition that it has no labels of is a fault. `checks`: the names of all; where they
    are given, a `severity` for any other is a fault. `platforms`: of the lists' data; where they are given, an account on
    any but these and UNMEASURED is a fault.
    """
    found: dict[str, Institution] = {}
    files: dict[str, str] = {}  # id → the file that has it
    faults: list[Fault] = []
    for path in _files(folder, faults) if folder else ():
        collected = Faults.of(path, path.parent)
        institution = _read_named(path, collected, guideline, checks, platforms)
        if institution and institution.id in found:
            other = files[institution.id]
            collected.add(
                1,
                f"id ‘{institution.id}’ {other}-এও আছে; অন্য id লিখুন, নইলে একটি ফাইল সরান",
                f"the id '{institution.id}' stands in {other} too; write another one, or take one of the files away",
            )
        elif institution:
            found[institution.id] = institution
            files[institution.id] = path.name
            _refuse_shared_tokens(institution, found, collected)
        faults += collected.found
    if faults:
        raise FaultyLists(faults)
    return found


def _files(folder: Path, faults: list[Fault]) -> list[Path]:
    """The profiles, and what was meant for one. Hidden files are an editor's own."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        faults.append(Fault(str(folder), 1, unreadable(folder, error)))
        return []
    return [path for path in paths if MEANT.search(path.name) and path.name[0] != "." and not _is_folder(path)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # whoever may not enter its folder is told so where the profile is read
        return False


def _read_named(
    path: Path, faults: Faults, guideline: Guideline | None, checks: Collection[str], platforms: Collection[str]
) -> Institution | None:
    """The profile in that file; None, and a fault, where its name keeps it from being read."""
    if path.suffix != ".yaml":
        right = MEANT.sub(".yaml", path.name)
        faults.add(
            1,
            f"প্রোফাইলের নাম .yaml দিয়ে শেষ হয়; ফাইলটির নাম দিন {right}",
            f"a profile's name ends in .yaml; rename the file to {right}",
        )
        return None
    return read_institution(path, faults, guideline, checks, platforms)


def _refuse_unknown_checks(fields: Fields, faults: Faults, checks: Collection[str]) -> None:
    """A fault for every `severity` of a check that does not exist, with the closest that does.

    Where it is not known which do, for what cannot be the name of one.
    """
    if "severity" not in fields:
        return
    for name, entry in mapping(fields["severity"].node, Faults(faults.file)).items():
        if name not in checks and (checks or not CHECK_NAME.match(name)):
            close = ", ".join(closest(name, checks))
            faults.add(
                entry.line,
                f"severity: ‘{name}’ নামে কোনো পরীক্ষা নেই; লিখুন {close or 'docs/severity.md-এর একটি নাম'}",
                f"severity: no check '{name}'; write {close or 'a name of docs/severity.md'}",
            )


def _refuse_shared_tokens(institution: Institution, others: Mapping[str, Institution], faults: Faults) -> None:
    """A fault where a token means two offices, or where old ones were never taken out."""
    own = set(institution.token_hashes)
    for other in others.values():
        if other is not institution and own & set(other.token_hashes):
            faults.add(
                1,
                f"token_hashes: একই টোকেন ‘{other.id}’-এরও; নতুন টোকেন নিন",
                f"token_hashes: the same token is '{other.id}''s too; take a new one",
            )
    if len(institution.token_hashes) > AT_ONCE:
        faults.add(
            1,
            f"token_hashes: একসঙ্গে {in_bangla(AT_ONCE)}টির বেশি নয়; পুরোনোটি মুছুন",
            f"token_hashes: at most {AT_ONCE} at once; take the old one out",
        )


def chosen(institutions: Mapping[str, Institution], wanted: str) -> Institution | None:
    """Which office posts: the one that the request names, else the only one, else none."""
    if wanted in institutions:
        return institutions[wanted]
    return next(iter(institutions.values())) if len(institutions) == 1 else None


def no_such_profile(office: str, known: Collection[str]) -> str:
    """What a command says of an id that no profile has."""
    if not known:
        return (
            f"‘{office}’ নামে প্রোফাইল নেই, কোনো প্রোফাইলই নেই; JACHAI_INSTITUTIONS-এ প্রোফাইলের ফোল্ডার লিখুন | "
            f"no profile '{office}', and no other; set JACHAI_INSTITUTIONS to the folder of the profiles"
        )
    ids = ", ".join(sorted(known))
    return f"‘{office}’ নামে প্রোফাইল নেই; এগুলোর একটি লিখুন: {ids} | no profile '{office}'; write one of: {ids}"
