"""An office's profile: its names, accounts, and what it has decided. One YAML file each, faults told as file:line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from server.bilingual import in_bangla
from server.draft import Account
from server.severity import Severity
from server.switch import ALL
from server.text.normalise import normalise
from server.tokens import AT_ONCE, refuse_hash
from server.wordlists.facts.guideline import Guideline
from server.wordlists.reading.faults import Fault, Faults, closest, refuse_fatal
from server.wordlists.reading.fields import one_of, refuse_choice, refuse_unknown, severity
from server.wordlists.reading.folders import HIDDEN
from server.wordlists.reading.source import NO_FOLDER, Entry, Fields, mapping, read, text, texts, unreadable
from server.wordlists.reading.table import FOLDER as LEARNED

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
    pages = mapping(entry.node, faults).values()
    values["accounts"] = tuple(name for names in pages for name in _rows(names, faults, "accounts"))


def _severities(entry: Entry, faults: Faults, values: dict[str, Any]) -> None:
    fields = mapping(entry.node, faults)
    read_all = {check: severity(item, faults, check) for check, item in fields.items()}
    for check, level in read_all.items():
        if level is Severity.BLOCK and check.startswith(f"{LEARNED}/"):
            faults.add(
                fields[check].line,
                f"severity: {check}: শেখা ওজনে কখনো স্থগিত করা হয় না; advise বা warn লিখুন",
                f"severity: {check}: learned weights never block; write advise or warn",
            )
    values["severities"] = {check: level for check, level in read_all.items() if level}


def _words(entry: Entry | None, faults: Faults, name: str) -> tuple[str, ...]:
    return tuple(value for value, _ in texts(entry, faults, name) or ())


MEANT = re.compile(r"\.ya?ml(\.txt)?\Z", re.IGNORECASE)  # a profile's file: Windows hides endings, some write .yml
STOPS = ",;।"  # typed behind a row as in a sentence: one click would put them into each post
# What a row of a list, or a text, must look like, and what to write instead. A row of any other list is free text.
CHECK_NAME = re.compile(r"[a-z0-9-]+/[a-z0-9-]+\Z")
SHAPES = {
    "id": (rf"(?!{ALL}\Z)[a-z0-9]+(-[a-z0-9]+)*", "nilkandi-upazila"),
    "accounts": (r"(?!https?://|www\.|[\w.-]+\.[a-z]{2,}/).*", '"@MoSkillsBD"'),  # no address: none is shown
    "grievance": (rf"\S+\.[^\s{STOPS}]+", "grs.gov.bd"),
    "websites": (rf"[^\s/@{STOPS}]+\.[^\s/@.{STOPS}]{{2,}}(/(\S*[^\s.{STOPS}])?)?", "nilkandi.palashdanga.gov.bd"),
    "hashtags": (rf"#[^\s#.{STOPS}]+", '"#নীলকান্দি_উপজেলা_প্রশাসন"'),  # bare, YAML drops it
    "phones": (r"(?=.*\d)\+?[\d()\s-]{3,20}", "০২-৪৭১১১২২৩"),
    "emails": (rf"[^\s@{STOPS}]+@[^\s@{STOPS}]+\.[^\s@.{STOPS}]+", "uno.nilkandi@mopa.gov.bd"),
    "bank_accounts": (r"(?=.*\d)[\d\s-]{8,24}", "৩৪১২০০১০০০৫৫৭"),
    "token_hashes": (r"sha256:[0-9a-f]{64}", ""),
    "mandates": ("|".join(MANDATES), ""),
}


def _shaped(name: str, value: str, line: int, faults: Faults) -> str:
    """The value; a fault where it does not look like what belongs there."""
    shape, example = SHAPES.get(name, ("", ""))
    if not shape or re.fullmatch(shape, value) or not (value or name == "id"):
        return value
    if name == "token_hashes":
        refuse_hash(value, line, faults)
    elif name == "id" and value == ALL:
        faults.add(
            line,
            f"id: জরুরি সুইচে ‘{ALL}’ মানে সব দপ্তর; অন্য id লিখুন",
            f"id: '{ALL}' means every office in the central switch; write another id",
        )
    elif name == "mandates":
        refuse_choice(name, value, MANDATES, line, faults)
    else:
        meant = value.rstrip(f".{STOPS}")
        if re.fullmatch(shape, meant):
            bn, en = f"শেষের চিহ্ন ছাড়া লিখুন: {meant}", f"write it without the stop behind it: {meant}"
        else:
            bn, en = f"লিখুন, যেমন {example}", f"write it like {example}"
        faults.add(line, f"{name}: ‘{value}’ চলে না; {bn}", f"{name}: not '{value}'; {en}")
    return value


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
    return _read_fields(_fields(path, faults), faults, guideline, checks, platforms)


def _fields(path: Path, faults: Faults) -> Fields:
    """What stands in that file; nothing where it cannot be read (then a fault says why)."""
    node = read(path, faults, ("id", "names"))
    return mapping(node, faults) if node else {}


def _read_fields(
    fields: Fields,
    faults: Faults,
    guideline: Guideline | None,
    checks: Collection[str],
    platforms: Collection[str],
) -> Institution | None:
    """As `read_institution`, of what stands in a profile."""
    if not fields:
        return None
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
    _refuse_twice(fields, faults)
    _hint_paths(fields, values["websites"], faults)
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


def _hashes(fields: Fields) -> list[tuple[str, int]]:
    """The tokens' hashes with their lines; what is wrong with them is told where they are read."""
    return texts(fields.get("token_hashes"), Faults(""), "token_hashes") or []


def _refuse_twice(fields: Fields, faults: Faults) -> None:
    """A fault for a token's hash that stands twice: it would take the place of a new one."""
    seen: dict[str, int] = {}
    for value, line in _hashes(fields):
        if value in seen:
            faults.add(
                line,
                f"token_hashes: এই হ্যাশটি আগেও আছে (লাইন {in_bangla(seen[value])}); একটি মুছুন",
                f"token_hashes: this hash stands already at line {seen[value]}; take one out",
            )
        seen.setdefault(value, line)


def _hint_paths(fields: Fields, sites: Collection[str], faults: Faults) -> None:
    """A hint for a website with a path, where its address alone is none of the office's."""
    for site, line in texts(fields.get("websites"), Faults(""), "websites") or ():
        host, _, path = site.partition("/")
        if path and not {host, host.removeprefix("www.")}.intersection(sites):
            faults.add(
                line,
                f"websites: শুধু {host} লেখা পোস্টে ঠিকানা নেই বলা হবে; পুরো সাইট দপ্তরের হলে লিখুন {host}",
                f"websites: of a post that has {host} alone it is said that the website is missing; write {host} if all of it is the office's",
                fatal=False,
            )


def load_institutions(
    folder: Path | None,
    guideline: Guideline | None = None,
    checks: Collection[str] = (),
    platforms: Collection[str] = (),
    hints: list[Fault] | None = None,
) -> dict[str, Institution]:
    """All profiles of a folder, by id. FaultyLists, with every fault at once, where one cannot be used.

    `guideline`: where it is given, an edition that it has no labels of is a fault. `checks`: the names of all; where they
    are given, a `severity` for any other is a fault. `platforms`: of the lists' data; where they are given, an account on
    any but these and UNMEASURED is a fault. `hints`: takes what stops nothing, which is told to nobody else.
    """
    found: dict[str, Institution] = {}
    files: dict[str, str] = {}  # id → the file that has it
    faults: list[Fault] = []
    for path in _files(folder, faults) if folder else ():
        collected = Faults.of(path, path.parent)
        fields = _fields(path, collected) if _is_named_right(path, collected) else {}
        institution = _read_fields(fields, collected, guideline, checks, platforms)
        if institution and institution.id in found:
            other = files[institution.id]
            collected.add(
                fields["id"].line,
                f"id ‘{institution.id}’ {other}-এও আছে; অন্য id লিখুন, নইলে একটি ফাইল সরান",
                f"the id '{institution.id}' stands in {other} too; write another one, or take one of the files away",
            )
        elif institution:
            found[institution.id] = institution
            files[institution.id] = path.name
            _refuse_shared_tokens(institution, found, fields, collected)
        faults += (fault for fault in collected.found if fault.fatal or hints is not None)
    refuse_fatal(faults)
    if hints is not None:
        hints += faults
    return found


def _files(folder: Path, faults: list[Fault]) -> list[Path]:
    """The profiles, and what was meant for one. Hidden files and locks are an editor's own."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        is_gone = isinstance(error, FileNotFoundError)
        faults.append(Fault(str(folder), 1, NO_FOLDER if is_gone else unreadable(folder, error)))
        return []
    meant = (path for path in paths if MEANT.search(path.name) and not path.name.startswith(HIDDEN))
    return [path for path in meant if not _is_folder(path)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # whoever may not enter its folder is told so where the profile is read
        return False


def _is_named_right(path: Path, faults: Faults) -> bool:
    """Whether a profile's name lets it be read; a fault where it does not."""
    if path.suffix != ".yaml":
        right = MEANT.sub(".yaml", path.name)
        faults.add(
            1,
            f"প্রোফাইলের নাম .yaml দিয়ে শেষ হয়; ফাইলটির নাম দিন {right}",
            f"a profile's name ends in .yaml; rename the file to {right}",
        )
    return path.suffix == ".yaml"


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


def _refuse_shared_tokens(
    institution: Institution, others: Mapping[str, Institution], fields: Fields, faults: Faults
) -> None:
    """A fault where a token means two offices, or where old ones were never taken out. `fields`: the office's own."""
    own = dict(_hashes(fields))
    for other in others.values():
        shared = [own[one] for one in other.token_hashes if one in own and other is not institution]
        if shared:
            faults.add(
                shared[0],
                f"token_hashes: একই টোকেন ‘{other.id}’-এরও; নতুন টোকেন নিন",
                f"token_hashes: the same token is '{other.id}''s too; take a new one",
            )
    for line in list(own.values())[AT_ONCE:]:
        faults.add(
            line,
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
