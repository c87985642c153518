"""flask policy: the browser policy that installs the extension for an office and tells it its server."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from string import punctuation
from typing import Any
from urllib.parse import quote, urlsplit

import click

from server.bilingual import in_bangla
from server.institution import Institution, load_institutions, no_such_profile
from server.settings import ROOT, Settings
from server.tokens import MARK, hash_of
from server.usage import Command
from server.wordlists.reading.faults import FaultyLists

Managed = dict[str, str | bool | list[str]]
PLACES = {
    "chromium": "/etc/chromium/policies/managed/jachai.json",
    "chrome": "/etc/opt/chrome/policies/managed/jachai.json",
    "edge": "/etc/opt/edge/policies/managed/jachai.json",
    "firefox": "/etc/firefox/policies/policies.json (Windows: distribution\\policies.json)",
    "chrome-windows": "jachai.reg, অথবা GPO-তে একই মান | or the same values by GPO",
    "edge-windows": "jachai.reg, অথবা GPO-তে একই মান | or the same values by GPO",
}
WINDOWS = {"chrome-windows": "Google\\Chrome", "edge-windows": "Microsoft\\Edge"}
CHROMIUM_ID = re.compile(r"[a-p]{32}")
# What the extension takes (extension/background/settings.js); it throws away in silence what is otherwise.
HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
MOST_SITES = 50
LONGEST = 512  # characters of an address or a token


def firefox_id() -> str:
    """The extension's id in Firefox, as its manifest has it."""
    manifest = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
    return str(manifest["browser_specific_settings"]["gecko"]["id"])


def for_chromium(extension: str, update_url: str, managed: Managed) -> str:
    """A file of managed policies for Chromium, Chrome or Edge on Linux."""
    return _json(
        {"ExtensionInstallForcelist": [f"{extension};{update_url}"], "3rdparty": {"extensions": {extension: managed}}}
    )


def for_firefox(extension: str, install_url: str, managed: Managed) -> str:
    """Firefox's policies.json; no extension runs in its private windows by itself, where a post would go unchecked."""
    installed = {"installation_mode": "force_installed", "install_url": install_url, "private_browsing": True}
    settings = {extension: installed}
    return _json({"policies": {"ExtensionSettings": settings, "3rdparty": {"Extensions": {extension: managed}}}})


def for_windows(vendor: str, extension: str, update_url: str, managed: Managed) -> str:
    """A .reg file; each value is also what a GPO sets. Windows reads it in its code page, so it is all ASCII."""
    update_url, managed = _in_ascii(update_url), {**managed, "serverUrl": _in_ascii(str(managed["serverUrl"]))}
    root = f"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\{vendor}"
    policy = f"{root}\\3rdparty\\extensions\\{extension}\\policy"
    lines = [
        "Windows Registry Editor Version 5.00",
        f"\n[{root}\\ExtensionInstallForcelist]",
        _value("8420", f"{extension};{update_url}"),
        f"\n[{policy}]",
    ]
    lines += [_value(name, value) for name, value in managed.items() if not isinstance(value, list)]
    for name, value in managed.items():
        if isinstance(value, list):
            lines.append(f"\n[{policy}\\{name}]")
            lines += [_value(str(number), item) for number, item in enumerate(value, 1)]
    return "\r\n".join(lines).replace("\r\n\n", "\r\n\r\n") + "\r\n"


def _value(name: str, value: str | bool) -> str:
    if isinstance(value, bool):
        return f'"{name}"=dword:0000000{int(value)}'
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{name}"="{escaped}"'


def _json(policy: Mapping[str, Any]) -> str:
    return json.dumps(policy, ensure_ascii=False, indent=2) + "\n"


MAKERS: dict[str, Callable[[str, str, Managed], str]] = {
    **dict.fromkeys(("chromium", "chrome", "edge"), for_chromium),
    "firefox": for_firefox,
    **{name: (lambda *given, vendor=vendor: for_windows(vendor, *given)) for name, vendor in WINDOWS.items()},
}


TOKENLESS = (
    "টোকেন ছাড়া নীতি তৈরি করা হলো: সার্ভার এই দপ্তরের টোকেন চায়, তাই কর্মকর্তা-কর্মচারীরা নিজে টোকেন না দেওয়া পর্যন্ত যাচাই হবে না; --token দিন | "
    "made without a token: the server asks for one of this office, so nothing is checked until the staff type it in; give --token"
)


@click.command("policy", cls=Command, short_help="দপ্তরের ব্রাউজার নীতি তৈরি করে | an office's browser policy")
@click.argument("office")
@click.option(
    "--browser",
    type=click.Choice(list(MAKERS)),
    default="chromium",
    show_default=True,
    help="যে ব্রাউজারের নীতি | Which browser's policy.",
)
@click.option("--server", required=True, help="সার্ভারের ঠিকানা | Address of the server: https://...")
@click.option(
    "--from",
    "source",
    required=True,
    help="Chromium: updates.xml-এর ঠিকানা; Firefox: সই করা .xpi ফাইলের | Chromium: address of updates.xml; Firefox: of the signed .xpi.",
)
@click.option(
    "--extension",
    default="",
    help="Chromium-এ এক্সটেনশনের আইডি, a থেকে p-এর ৩২ অক্ষর | Chromium's id of the extension, 32 letters a to p.",
)
@click.option(
    "--token",
    default="",
    help="দপ্তরের টোকেন | The office's token (flask --app wsgi institutions token OFFICE).",
)
@click.option(
    "--language",
    type=click.Choice(["bn", "en"]),
    help="লেখক যে ভাষায় দেখবেন; না দিলে তাঁর পছন্দ | Language of the interface; else the writer's choice.",
)
@click.option("--no-pause", is_flag=True, help="কেউ যাচাই সাময়িক বন্ধ রাখতে পারবেন না | Nobody may pause the checks.")
@click.option(
    "--site",
    "sites",
    multiple=True,
    help="আরও যে সাইটে যাচাই হবে, তার হোস্ট | Host of a further site whose composers are checked.",
)
def policy_command(  # one parameter an option
    office: str, browser: str, server: str, source: str, extension: str, token: str, language: str | None,
    no_pause: bool, sites: tuple[str, ...],
) -> None:  # fmt: skip
    """OFFICE (প্রোফাইলের id)-এর ব্রাউজার নীতি দেখায়; ফাইলটি কোথায় রাখতে হবে, পাশে তা-ও জানায়।

    Print the browser policy for OFFICE (the id of its profile); where it belongs is said beside it.
    """
    found = _extension_of(browser, extension)
    profile, asks_for_tokens = _profile(office)
    managed: Managed = {
        "serverUrl": _server(server), "institution": office, "whenUnreachable": profile.when_unreachable
    }  # fmt: skip
    managed |= {"token": _token(token, profile, asks_for_tokens)} if token else {}
    managed |= {"language": language} if language else {}
    managed |= {"allowPause": False} if no_pause else {}
    managed |= {"sites": _sites(sites)} if sites else {}
    if asks_for_tokens and not token:
        click.echo(TOKENLESS, err=True)
    click.echo(f"→ {PLACES[browser]}", err=True)
    click.echo(MAKERS[browser](found, _source(browser, source), managed), nl=False)


def _extension_of(browser: str, extension: str) -> str:
    if browser == "firefox":
        return firefox_id()
    if not CHROMIUM_ID.fullmatch(extension):
        raise click.UsageError(
            "--extension: প্যাক করা এক্সটেনশনের ৩২ অক্ষরের আইডি দিন (deploy/policies/README.md) | give the packed extension's id of 32 letters (deploy/policies/README.md)"
        )
    return extension


def _token(token: str, profile: Institution, is_known: bool) -> str:
    """The token; a mistake where it is none, such as its hash, or none of the office's: with such a one nobody is let in, or as another office.

    `is_known`: whether any profile has tokens; those that were made and not written down yet are not known.
    """
    if not re.fullmatch(rf"{MARK}[\w-]+", token, re.ASCII) or len(token) > LONGEST:
        raise click.UsageError(
            f"--token: টোকেনটি দিন, যা {MARK} দিয়ে শুরু (প্রোফাইলের sha256: সারি নয়); নতুন টোকেন তৈরি করতে: flask --app wsgi institutions token ID | "
            f"give the token, which begins with {MARK} (not the profile's sha256: row); for a new one: flask --app wsgi institutions token ID"
        )
    if is_known and hash_of(token) not in profile.token_hashes:
        raise click.UsageError(
            "--token: এটি এই দপ্তরের টোকেন নয় (প্রোফাইলের token_hashes-এ নেই); অক্ষরগুলো মিলিয়ে দেখুন, নয়তো নতুন টোকেন তৈরি করুন: flask --app wsgi institutions token ID | "
            "this is not one of the office's tokens (token_hashes of its profile); look for a slip, or make a new one: flask --app wsgi institutions token ID"
        )
    return token


def _https(address: str) -> str:
    if not re.fullmatch(r"https://[^\s/]+\S*|http://(localhost|127\.0\.0\.1)(:\d+)?(/\S*)?", address):
        raise click.UsageError(f"{address}: https:// দিয়ে লিখুন | write an https:// address")
    return address


def _source(browser: str, address: str) -> str:
    """Where the browser finds the extension; a mistake where the other kind of browser would: nothing would be installed."""
    path = re.split("[?#]", _https(address))[0].lower()
    if browser == "firefox" and path.endswith((".xml", ".crx")):
        raise click.UsageError(
            "--from: Firefox-এর জন্য সই করা .xpi ফাইলের ঠিকানা দিন, updates.xml বা .crx নয় | "
            "for Firefox give the address of the signed .xpi, not of updates.xml or a .crx"
        )
    if browser != "firefox" and path.endswith((".xpi", ".crx")):
        raise click.UsageError(
            "--from: Chromium, Chrome ও Edge-এর জন্য updates.xml-এর ঠিকানা দিন, .xpi বা .crx নয় | "
            "for Chromium, Chrome and Edge give the address of updates.xml, not of an .xpi or a .crx"
        )
    return address


def _server(address: str) -> str:
    """The address below which the extension asks; a mistake where more stands in it, as in one copied from a browser."""
    if len(_https(address)) > LONGEST or not _is_plain(address):
        raise click.UsageError(
            "--server: শুধু হোস্ট দিন, দরকার হলে পোর্ট ও পথ; ব্যবহারকারীর নাম, ? বা # নয়, যেমন https://jachai.example.gov.bd; টোকেন দিন --token-এ | "
            "give the host, with a port and a path where they are needed, and no user, ? or #, such as https://jachai.example.gov.bd; "
            "the token goes to --token"
        )
    return address


def _is_plain(address: str) -> bool:
    """Whether host, port and path are all there is to it, and make sense to a browser."""
    try:
        parts = urlsplit(address)
        host, _port = (parts.hostname or "").encode("idna").decode(), parts.port  # .বাংলা is a host, too
        is_number = ":" in host or host.rpartition(".")[2].isdecimal()
        is_host = bool(ip_address(host) if is_number else HOST.fullmatch(host))
    except ValueError:  # a port or a number beyond all others, a bracket that stays open
        return False
    return is_host and "@" not in parts.netloc and not re.search("[?#]", address)


def _in_ascii(address: str) -> str:
    """The same address with a host in Bangla as its xn-- form; a mistake where that cannot be told."""
    scheme, _, rest = address.partition("//")
    host = re.split("[/?#]", rest)[0]
    try:
        known = re.sub(r"[^.:@]*[^\x00-\x7f][^.:@]*", _label, host)
    except ValueError:
        raise click.UsageError(f"{address}: হোস্টের xn-- রূপ দিন | give the xn-- form of the host") from None
    return f"{scheme}//{known}{quote(rest.removeprefix(host), punctuation)}"


def _label(found: re.Match[str]) -> str:
    if re.search("[\u200c\u200d]", found[0]):  # "idna" drops joiners, browsers keep or refuse them
        raise ValueError
    return found[0].encode("idna").decode()


def _sites(sites: tuple[str, ...]) -> list[str]:
    for site in sites:
        if not HOST.fullmatch(site):
            raise click.UsageError(
                f"--site {site}: শুধু হোস্টের নাম দিন, ছোট হাতের অক্ষরে, https://, পোর্ট বা পথ ছাড়া, যেমন intranet.example.gov.bd; "
                "বাংলা ঠিকানা হলে তার xn-- রূপ | give the host alone, in small letters, with no https://, port or path, "
                "such as intranet.example.gov.bd; of an address in Bangla its xn-- form"
            )
    if len(sites) > MOST_SITES:
        raise click.UsageError(f"--site: সর্বোচ্চ {in_bangla(MOST_SITES)}টি দিন | give at most {MOST_SITES}")
    return list(sites)


def _profile(office: str) -> tuple[Institution, bool]:
    """The office's profile, and whether the server asks for tokens: it does of all offices as soon as one has any."""
    try:
        offices = load_institutions(Settings.from_environment().institutions)
    except FaultyLists as error:
        raise click.ClickException(str(error)) from None
    if office not in offices:
        raise click.UsageError(no_such_profile(office, offices))
    return offices[office], any(one.token_hashes for one in offices.values())
