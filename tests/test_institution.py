"""Profiles: read whole, faults told as file:line, the right office chosen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from server.checker import check_draft
from server.checks import all_checks, known_checks
from server.desk import Desk
from server.draft import Account, Draft
from server.institution import FIELDS, UNMEASURED, Institution, chosen, load_institutions
from server.institution_commands import institutions_commands
from server.records.subject import known_platform
from server.settings import Settings
from server.severity import Severity
from server.tokens import MARK, hash_of, new_token
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.reading.faults import Fault, FaultyLists
from server.wordlists.ruleset import Ruleset
from tests.conftest import shipped
from tests.service.offices import small_app, write_list, write_profiles

pytestmark = pytest.mark.thorough

PLATFORMS = platforms_in(())

ROOT = Path(__file__).resolve().parent.parent
WHOLE = f"""id: a
names:
  bn: ক
  en: A
  aliases: [খ]
accounts:
  facebook: [ক পেজ]
  x: ["@a"]
websites: [a.gov.bd]
hashtags: ["#ক"]
phones: ["০২-১২৩"]
emails: [a@a.gov.bd]
bank_accounts: ["৩৪১২০০১০০০৫৫৭"]
may_tag: [গ]
grievance: grs.gov.bd
mandates: [election]
person_may_post: yes
sells: yes
token_hashes: ["sha256:{"a" * 64}"]
edition: "2019"
severity:
  branding/name: warn
when_unreachable: hold
override: reason
allow_pause: no
"""


@pytest.fixture(autouse=True)
def lists_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command asks the lists for the checks' names alone: those that are read already. tests/deploy/test_walk.py has it read them."""
    monkeypatch.setattr("server.institution_commands.load", lambda _: (shipped(), []))


def test_the_examples_are_fine() -> None:
    offices = load_institutions(ROOT / "deploy/institutions")
    assert set(offices) == {"nilkandi-upazila", "ministry-of-skills", "palashdanga-university", "janasheba-bank"}
    office = offices["nilkandi-upazila"]
    assert office.names[0] == "উপজেলা প্রশাসন, নীলকান্দি" and office.websites and office.phones
    assert office.is_own(Account(name="নীলকান্দি উপজেলা প্রশাসন"))
    assert not office.is_own(Account(name="UNO Nilkandi")) and not office.is_own(Account())
    ministry = offices["ministry-of-skills"]
    assert ministry.severities["branding/website"] is Severity.WARN and ministry.when_unreachable == "hold"
    assert ministry.is_own(Account(handle="@moskillsbd")) and ministry.owns("MoSkillsBD")
    assert not ministry.person_may_post and offices["palashdanga-university"].person_may_post
    assert offices["janasheba-bank"].sells and not ministry.sells


def test_every_field_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WHOLE, encoding="utf-8")
    (office,) = load_institutions(tmp_path).values()
    assert office == Institution(
        "a",
        name_bn="ক",
        name_en="A",
        aliases=("খ",),
        accounts=("ক পেজ", "@a"),
        websites=("a.gov.bd",),
        hashtags=("#ক",),
        phones=("০২-১২৩",),
        emails=("a@a.gov.bd",),
        bank_accounts=("৩৪১২০০১০০০৫৫৭",),
        may_tag=("গ",),
        grievance="grs.gov.bd",
        mandates=("election",),
        person_may_post=True,
        sells=True,
        token_hashes=("sha256:" + "a" * 64,),
        edition="2019",
        severities={"branding/name": Severity.WARN},
        when_unreachable="hold",
        override="reason",
        allow_pause=False,
    )
    assert {name for name in FIELDS if f"\n{name}:" in f"\n{WHOLE}"} == set(FIELDS)


def test_every_field_is_in_the_docs() -> None:
    docs = (ROOT / "docs/institutions.md").read_text(encoding="utf-8")
    for name in FIELDS:
        assert f"`{name}`" in docs, name


@pytest.mark.parametrize("page", ["institutions.md", "severity.md"])
def test_the_profiles_of_the_docs_are_right(tmp_path: Path, ruleset: Ruleset, page: str) -> None:
    """Each whole one, or part of one, as it is copied from there: without a fault or a hint."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        head = "" if block.startswith("id:") else "id: a\nnames:\n  bn: ক\n"
        (tmp_path / "a.yaml").write_text(head + block, encoding="utf-8")
        hints: list[Fault] = []
        checks = known_checks(ruleset.lists, ruleset.learned.tables)
        (office,) = load_institutions(tmp_path, ruleset.guideline, checks, PLATFORMS, hints).values()
        assert office.severities and not hints


def test_both_languages_of_the_docs_have_a_row_for_each_field() -> None:
    bangla, english = (ROOT / "docs/institutions.md").read_text(encoding="utf-8").split("## In English")
    heads = [re.findall(r"(?m)^\| (`[^|]+) \|", part) for part in (bangla, english)]
    for name in FIELDS:
        assert [any(f"`{name}`" in head for head in found) for found in heads] == [True, True], name


@pytest.mark.parametrize(
    "text, line, what",
    [
        ("", 1, "the file is empty; write id and names"),
        ("# id: a\n", 1, "the file is empty; write id and names"),
        ("id: a\nname: x\n", 2, "unknown field 'name'; write 'names'"),
        ("id: a\n", 1, "'names' is missing"),
        ("id: a\nnames:\n  en: A\n", 2, "write bn: NAME"),
        ("id: a\nnames:\n  bn: ক\nwhen_unreachable: stop\n", 4, "write one of: allow, warn, hold"),
        ("id: a\nnames:\n  bn: ক\nseverity:\n  branding/name: loud\n", 5, "write one of: advise, warn, block"),
        ("id: a\nnames:\n  bn: ক\nwebsites:\n  x: y\n", 4, "give 'websites' a list"),
        ("id:\nnames:\n  bn: ক\n", 1, "id: not ''; write it like nilkandi-upazila"),
        ("id: a\nnames:\n  bn: ক\nallow_pause: never\n", 4, "write one of: yes, no"),
        ("id: A b\nnames:\n  bn: ক\n", 1, "id: not 'A b'"),
        ("id: all\nnames:\n  bn: ক\n", 1, "id: 'all' means every office in the central switch; write another id"),
        (
            "id: a\nnames:\n  bn: ক\nwebsites:\n  - a.gov.bd\n  - https://b.gov.bd\n",
            6,
            "websites: not 'https://b.gov.bd'",
        ),
        ("id: a\nnames:\n  bn: ক\nhashtags: [nilkandi]\n", 4, "hashtags: not 'nilkandi'; write it like \"#"),
        ("id: a\nnames:\n  bn: ক\nhashtags: #ক_খ\n", 4, "'#ক_খ' is dropped as a comment"),
        ("id: a\nnames:\n  bn: ক\nhashtags: [#ক_খ]\n", 4, "'#ক_খ' is dropped as a comment"),
        ("id: a\nnames:\n  bn: ক\nhashtags:\n  - #ক_খ\n", 5, "'#ক_খ' is dropped as a comment"),
        ("id: a\nnames:\n  bn: ক\nhashtags:\n  #ক_খ\n", 5, "'#ক_খ' is dropped as a comment"),
        (
            "id: a\nnames:\n  bn: ক\nwebsites:\n  - a.gov.bd,\n",
            5,
            "not 'a.gov.bd,'; write it without the stop behind it: a.gov.bd",
        ),
        (
            "id: a\nnames:\n  bn: ক\nwebsites:\n  - a.gov.bd/bn।\n",
            5,
            "write it without the stop behind it: a.gov.bd/bn",
        ),
        ("id: a\nnames:\n  bn: ক\nwebsites: ['a.gov.bd, b.gov.bd']\n", 4, "write it like nilkandi"),
        ("id: a\nnames:\n  bn: ক\nhashtags: ['#ক_দপ্তর।']\n", 4, "write it without the stop behind it: #ক_দপ্তর"),
        ("id: a\nnames:\n  bn: ক\nhashtags: ['#ক,#খ']\n", 4, "write it like"),
        ("id: a\nnames:\n  bn: ক\nemails:\n  - a@a.gov.bd;\n", 5, "write it without the stop behind it: a@a.gov.bd"),
        ("id: a\nnames:\n  bn: ক\nemails: [a@a.gov.bd.]\n", 4, "write it without the stop behind it: a@a.gov.bd"),
        ("id: a\nnames:\n  bn: ক\ngrievance: grs.gov.bd,\n", 4, "write it without the stop behind it: grs.gov.bd"),
        ("id: a\nnames:\n  bn: ক\nphones: ['---']\n", 4, "phones: not '---'; write it like"),
        ("id: a\nnames:\n  bn: ক\nbank_accounts: ['---------']\n", 4, "bank_accounts: not '---------'; write it like"),
        (
            "id: a\nnames:\n  bn: ক\nseverity:\n  branding/name: warn\n  learned/nga: block\n",
            6,
            "learned/nga: learned weights never block; write advise or warn",
        ),
        ("id: a\nnames:\n  bn: ক\nphones: [control room]\n", 4, "phones: not 'control room'"),
        ("id: a\nnames:\n  bn: ক\nemails: [uno]\n", 4, "emails: not 'uno'"),
        ("id: a\nnames:\n  bn: ক\nbank_accounts: [x]\n", 4, "bank_accounts: not 'x'"),
        ("id: a\nnames:\n  bn: ক\nmandates: [elections]\n", 4, "write one of: election, disaster"),
        ("id: a\nnames:\n  bn: ক\nedition: new\n", 4, "edition: not 'new'; write one of: 2016"),
        ("id: a\nnames:\n  bn: ক\nedition: '1971'\n", 4, "edition: not '1971'; write one of: 2016"),
        ("id: a\nnames:\n  bn: ক\ngrievance: call us\n", 4, "grievance: not 'call us'"),
        (
            "id: a\nnames:\n  bn: ক\ntoken_hashes: [secret]\n",
            4,
            "token_hashes: no token's hash; take the row out, then run",
        ),
        (
            "id: a\nnames:\n  bn: ক\naccounts:\n  x:\n    - https://x.com/a\n",
            6,
            "accounts: not 'https://x.com/a'; write it like",
        ),
        ("id: a\nnames:\n  bn: ক\naccounts:\n  facebook: facebook.com/a\n", 5, "accounts: not 'facebook.com/a'"),
        ("id: a\nnames:\n  bn: ক\naccounts:\n  facebook: [www.facebook.com]\n", 5, "accounts: not 'www.facebook.com'"),
        ("id: a\nnames:\n  bn: ক\naccounts:\n  facebok: [a]\n", 5, "unknown field 'facebok'; write 'facebook'"),
        ("id: a\nnames:\n  bn: ক\nperson_may_post: maybe\n", 4, "write one of: yes, no"),
        ("id: a\nnames:\n  bn: ক\nseverity:\n  website: warn\n", 5, "no check 'website'; write a name of docs"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLists) as error:
        load_institutions(tmp_path, platforms=PLATFORMS)
    assert any(fault.line == line and what in fault.said.en for fault in error.value.faults), error.value.faults


@pytest.mark.parametrize("name", ["brandign", "branding/nam", "Branding/name", "branding"])
@pytest.mark.parametrize("checks", [(), ("branding/name", "branding/website", "personal/nid")])
def test_a_severity_of_no_check_is_told_once(tmp_path: Path, name: str, checks: tuple[str, ...]) -> None:
    (tmp_path / "a.yaml").write_text(f"id: a\nnames:\n  bn: ক\nseverity: {{{name}: warn}}\n", encoding="utf-8")
    if name == "branding/nam" and not checks:  # it may be one's
        assert name in load_institutions(tmp_path)["a"].severities
        return
    with pytest.raises(FaultyLists) as error:
        load_institutions(tmp_path, checks=checks)
    [fault] = error.value.faults
    cure = "branding/name" if checks else "a name of docs/severity.md"
    assert fault.line == 4 and fault.said.en.startswith(f"severity: no check '{name}'; write {cure}")


HASH = "sha256:" + "ab" * 32


@pytest.mark.parametrize(
    "row, cure",
    [
        (
            new_token(),
            "this is the token, not its hash; take the row out, then run flask --app wsgi institutions token ID",
        ),
        (new_token()[:20], "this is the token"),  # a part of it
        (
            new_token().removeprefix(MARK),
            "no token's hash; take the row out, then run flask --app wsgi institutions token ID",
        ),
        (HASH[:-1], "no token's hash"),
        (HASH.upper(), "no token's hash"),
        (HASH.removeprefix("sha256:"), "no token's hash"),
        (f"{HASH} {new_token()}", "no token's hash"),
    ],
)
@pytest.mark.parametrize("form", ["\n  - {}", " [{}]", " {}", "\n  - '{}'", f"\n  - {HASH}\n  - {{}}"])
def test_what_stands_for_a_hash_is_never_told(tmp_path: Path, form: str, row: str, cure: str) -> None:
    (tmp_path / "a.yaml").write_text(f"id: a\nnames:\n  bn: ক\ntoken_hashes:{form.format(row)}\n", encoding="utf-8")
    with pytest.raises(FaultyLists) as error:
        load_institutions(tmp_path)
    told = str(error.value)
    assert cure in told and row not in told and row[-12:] not in told


@pytest.mark.parametrize(
    "written",
    [
        f"token_hashes:\n  - {HASH} #{{}}",
        f"token_hashes:\n  - {HASH}\n  - {{}}",
        "token_hashes: #{}",
        "{}: x",
        "severity: {}",
        "severity:\n  {}: warn",
        "severity:\n  prohibited/demeaning: {}",
        "websites: ['{}']",
        "override: {}",
        "accounts:\n  {}: ['@ka']",
        "- {}",
    ],
)
def test_a_token_that_was_put_anywhere_is_never_told(tmp_path: Path, written: str) -> None:
    token = new_token()
    text = f"id: a\nnames:\n  bn: ক\n{written.format(token)}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLists) as error:
        load_institutions(tmp_path, checks=("prohibited/demeaning",), platforms=PLATFORMS)
    assert token.removeprefix(MARK)[:12] not in f"{error.value} {error.value.faults}"


@pytest.mark.parametrize("platform", [*PLATFORMS, *UNMEASURED, "mastodon", "bluesky", "twitter"])
def test_an_account_may_be_on_every_platform_of_the_data(tmp_path: Path, platform: str) -> None:
    (tmp_path / "a.yaml").write_text(f"id: a\nnames:\n  bn: ক\naccounts:\n  {platform}: ['@ka']\n", encoding="utf-8")
    assert load_institutions(tmp_path, platforms=PLATFORMS)["a"].accounts == ("@ka",)


def test_an_account_may_be_on_a_platform_of_the_office_s_own(tmp_path: Path) -> None:
    """Its own data is read first, by the server and by both commands that read profiles."""
    offices, lists = tmp_path / "offices", write_list(tmp_path / "wordlists", "কুলাঙ্গার")
    offices.mkdir()
    (offices / "a.yaml").write_text("id: a\nnames:\n  bn: ক\naccounts:\n  koo: ['@ka']\n", encoding="utf-8")
    settings = Settings(wordlists=(lists,), institutions=offices, learned="off")
    with pytest.raises(FaultyLists, match="unknown field 'koo'"):
        Desk.open(settings)
    (lists / "data").mkdir()
    (lists / "data/platforms.yaml").write_text(
        "koo:\n  count: utf16\n  post: '400'\n  seen: 2026-11-24\n", encoding="utf-8"
    )
    desk = Desk.open(settings)
    assert desk.institutions["a"].accounts == ("@ka",)
    assert [known_platform(name, desk.ruleset) for name in ("koo", "Koo", "facebook")] == ["koo", "koo", "other"]


@pytest.mark.parametrize(
    "edition, cure",
    [
        ("2016", ""),
        ("2019", ""),
        ("", ""),
        ("2020", "edition: not '2020'; write one of: 2016, 2019"),
        ("2031", "edition: not '2031'; write one of: 2016, 2019"),
        ("২০১৯", ""),
        ("২০২০", "edition: not '২০২০'; write one of: 2016, 2019"),
    ],
)
def test_an_edition_is_one_of_the_guideline_s(ruleset: Ruleset, tmp_path: Path, edition: str, cure: str) -> None:
    (tmp_path / "a.yaml").write_text(f"id: a\nnames:\n  bn: ক\nedition: {edition}\n", encoding="utf-8")
    if not cure:
        assert load_institutions(tmp_path, ruleset.guideline)["a"].edition == {"২০১৯": "2019"}.get(edition, edition)
        return
    with pytest.raises(FaultyLists) as error:
        load_institutions(tmp_path, ruleset.guideline)
    assert cure in str(error.value)


def test_no_server_starts_whose_office_names_another_edition(tmp_path: Path) -> None:
    offices = write_profiles(tmp_path / "offices", "edition: '2020'\n")
    with pytest.raises(FaultyLists, match=r"ka.yaml:5: .*write one of: 2016, 2019"):
        small_app(tmp_path, institutions=offices)


@pytest.mark.parametrize("name", ["a.yml", "a.YML", "a.YAML", "a.yaml.txt", "a.yml.txt"])
def test_a_profile_under_a_name_that_would_not_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("id: a\nnames:\n  bn: ক\n", encoding="utf-8")
    with pytest.raises(FaultyLists, match=f"{tmp_path.name}/{name}:1: .*rename the file to a.yaml"):
        load_institutions(tmp_path)


@pytest.mark.parametrize(
    "name", ["README.md", "a.yaml.bak", "a.yaml~", "notes.txt", "yaml", ".a.yaml.swp", ".a.yml", ".#a.yaml", "~$a.yaml"]
)
def test_what_is_no_profile_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("nobody@nowhere")  # as Emacs marks what it has open
    (tmp_path / "old.yaml").mkdir()
    assert load_institutions(tmp_path) == {}


def test_a_profile_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("id: a\nnames:\n  bn: ক\n", encoding="utf-8")
    for refusing in (("read_bytes",), ("iterdir",), ("is_dir", "read_bytes")):  # the file, its folder, what lies in it
        with monkeypatch.context() as patch, pytest.raises(FaultyLists, match=r":1: .*PermissionError.*chgrp") as error:
            for asked in refusing:
                patch.setattr(Path, asked, refuse)  # root may read everything
            load_institutions(tmp_path)
        assert len(error.value.faults) == 1, error.value.faults


def test_a_profile_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    with pytest.raises(FaultyLists, match=r"a.yaml:1: .*FileNotFoundError.*take it out"):
        load_institutions(tmp_path)


def refuse(path: Path) -> bytes:
    raise PermissionError(13, "Permission denied", str(path))


def test_the_same_id_twice(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("# ক\nnames:\n  bn: ক\nid: a\n", encoding="utf-8")
    with pytest.raises(FaultyLists, match=r"b\.yaml:4: .*stands in a\.yaml too"):
        load_institutions(tmp_path)


@pytest.mark.parametrize(
    "row",
    [
        "accounts: {x: ['@a'], mastodon: ['@a@b.gov.bd'], facebook: ['ডি.সি. অফিস/ঢাকা', A.B. Office, 'জেলা তথ্য বাতায়ন (dhaka.gov.bd)']}",
        "websites: [a.gov.bd, b.a.gov.bd, a.gov.bd/bn/page, a.gov.bd/]",
        "websites: [যাচাই.বাংলা]",
        "hashtags: ['#ক_দপ্তর', '#A-1', '#নীলকান্দি২']",
        "emails: [a.b-c+d@a.gov.bd]",
        "phones: ['999', '৩৩৩', '+880 (2) 123-456']",
        "severity: {learned/nga: warn, prohibited/demeaning: block, purpose/learned: block}",
    ],
)
def test_what_looks_as_it_should_is_taken(tmp_path: Path, row: str) -> None:
    (tmp_path / "a.yaml").write_text(f"id: a\nnames:\n  bn: ক\n{row}\n", encoding="utf-8")
    assert load_institutions(tmp_path)


@pytest.mark.parametrize(
    "rows, faults",
    [
        ("ab", []),
        ("aa", [(7, "this hash stands already at line 6; take one out")]),
        ("aba", [(8, "this hash stands already at line 6; take one out")]),
        ("abc", [(8, "at most 2 at once")]),
        ("abcd", [(8, "at most 2 at once"), (9, "at most 2 at once")]),
        ("xa", [(6, "the same token is 'kha''s too")]),
        ("ax", [(7, "the same token is 'kha''s too")]),
    ],
)
def test_what_is_wrong_with_tokens_is_told_where_it_stands(
    tmp_path: Path, rows: str, faults: list[tuple[int, str]]
) -> None:
    (tmp_path / "kha.yaml").write_text(
        f"id: kha\nnames: {{bn: খ}}\ntoken_hashes: ['{hash_of('x')}']\n", encoding="utf-8"
    )
    hashes = "".join(f"  - {hash_of(row)}\n" for row in rows)
    (tmp_path / "own.yaml").write_text(f"# ক\n\nid: ka\nnames: {{bn: ক}}\ntoken_hashes:\n{hashes}", encoding="utf-8")
    try:
        load_institutions(tmp_path)
        told = []
    except FaultyLists as error:
        told = error.faults
    assert [(fault.line, fault.file) for fault in told] == [(line, f"{tmp_path.name}/own.yaml") for line, _ in faults]
    assert all(what in fault.said.en for fault, (_, what) in zip(told, faults, strict=True))


@pytest.mark.parametrize(
    "sites, line",
    [
        ("a.gov.bd", 0),
        ("a.gov.bd/", 0),
        ("a.gov.bd, b.gov.bd/bn/page", 4),
        ("b.gov.bd/bn, b.gov.bd", 0),
        ("b.gov.bd, www.b.gov.bd/bn", 0),
    ],
)
def test_a_website_with_a_path_is_hinted(app: Flask, tmp_path: Path, sites: str, line: int) -> None:
    """Which stops nobody: an office may have but a page of another's site."""
    (tmp_path / "a.yaml").write_text(f"id: a\nnames:\n  bn: ক\nwebsites: [{sites}]\n", encoding="utf-8")
    assert load_institutions(tmp_path)
    told = app.test_cli_runner().invoke(institutions_commands, ["lint", str(tmp_path)])
    assert told.exit_code == 0 and "1 profiles" in told.stdout
    hinted = f"a.yaml:{line}: ইঙ্গিত (hint): websites: শুধু b.gov.bd লেখা পোস্টে"
    assert (hinted in told.stdout and "that has b.gov.bd alone" in told.stdout) if line else "hint" not in told.stdout


def test_which_office_posts() -> None:
    one, two = Institution("one"), Institution("two")
    assert chosen({"one": one}, "") is one and chosen({"one": one}, "other") is one
    assert chosen({"one": one, "two": two}, "two") is two
    assert chosen({"one": one, "two": two}, "") is None and chosen({}, "one") is None


def test_lint_tells_every_fault_and_exits_1(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "id: a\nnames:\n  bn: ক\nseverity:\n  branding/websit: warn\n  personal/mobile: block\n  purpose/shops: warn\n  personal/mobil: warn\n"
        "  learned/ngaa: warn\n  learned/nga: warn\n  learned/said: warn\nedition: '2020'\n",
        encoding="utf-8",
    )
    (tmp_path / "b.yaml").write_text("id: b\n", encoding="utf-8")
    result = app.test_cli_runner().invoke(institutions_commands, ["lint", str(tmp_path)])
    assert result.exit_code == 1
    assert "a.yaml:5" in result.output and "no check 'branding/websit'; write branding/website" in result.output
    assert "a.yaml:8" in result.output and "write personal/mobile" in result.output
    assert "a.yaml:7" in result.output and "a.yaml:6" not in result.output
    assert "a.yaml:9" in result.output and "no check 'learned/ngaa'; write learned/nga" in result.output
    assert "a.yaml:10" not in result.output and "a.yaml:11" in result.output  # no finding is told as learned/said
    assert "a.yaml:12" in result.output and "write one of: 2016, 2019" in result.output
    assert "b.yaml:1" in result.output and "'names' is missing" in result.output


def test_lint_of_the_examples_is_fine(app: Flask) -> None:
    result = app.test_cli_runner().invoke(institutions_commands, ["lint", str(ROOT / "deploy/institutions")])
    assert result.exit_code == 0 and "4 profiles" in result.output and "janasheba-bank" in result.output


def test_lint_without_a_folder_names_the_setting(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JACHAI_INSTITUTIONS", raising=False)
    result = app.test_cli_runner().invoke(institutions_commands, ["lint"])
    assert result.exit_code == 2 and "JACHAI_INSTITUTIONS" in result.output


def test_a_check_names_its_kinds(ruleset: Ruleset) -> None:
    known = known_checks(ruleset.lists, ruleset.learned.tables)
    assert {
        "branding/website",
        "prohibited/demeaning",
        "tagging/mass-tags",
        "platform/length",
        "personal/mobile",
    } <= known
    for check in all_checks():
        for shown in check.flags:
            text = shown.text.replace("[[", "").replace("]]", "")
            draft = Draft.parse({**shown.fields, "text": text})
            for finding in check_draft(draft, ruleset, shown.institution, [check]).findings:
                assert finding.check in known, finding.check


def test_lint_says_that_no_profile_has_a_token(app: Flask, tmp_path: Path) -> None:
    """Without one the server does not start behind nginx, and said so there alone."""
    profile = "id: ka\nnames: {bn: ক}\n"
    (tmp_path / "ka.yaml").write_text(profile, encoding="utf-8")
    told = app.test_cli_runner().invoke(institutions_commands, ["lint", str(tmp_path)])
    assert told.exit_code == 0 and "no profile has a token" in told.stderr
    (tmp_path / "ka.yaml").write_text(f"{profile}token_hashes: ['{hash_of(new_token())}']\n", encoding="utf-8")
    told = app.test_cli_runner().invoke(institutions_commands, ["lint", str(tmp_path)])
    assert told.exit_code == 0 and not told.stderr


def test_lint_names_who_is_shut_out_by_the_tokens_of_others(app: Flask, tmp_path: Path) -> None:
    rest = {"ka": f"token_hashes: ['{hash_of(new_token())}']\n", "kha": "", "ga": ""}
    for name, row in rest.items():
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\nnames: {{bn: ক}}\n{row}", encoding="utf-8")
    told = app.test_cli_runner().invoke(institutions_commands, ["lint", str(tmp_path)])
    assert told.exit_code == 0 and "takes no request of theirs: ga, kha." in told.stderr
