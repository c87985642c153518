"""The command line for the offices' profiles: flask institutions lint, token."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from server.bilingual import in_bangla
from server.checks import known_checks
from server.institution import load_institutions, no_such_profile
from server.settings import Settings
from server.tokens import AT_ONCE, hash_of, new_token
from server.usage import Commands
from server.wordlists.facts.platforms import platforms_in
from server.wordlists.load import load
from server.wordlists.reading.faults import Fault, Faults, FaultyLists, refuse_fatal
from server.wordlists.reading.folders import seen
from server.wordlists.reading.source import mapping, read, text

institutions_commands = Commands(
    "institutions",
    short_help="দপ্তরের প্রোফাইল ও টোকেন | offices' profiles and tokens",
    help="দপ্তরের প্রোফাইল যাঁরা রাখেন, তাঁদের কমান্ড।\n\nTools for those who keep the offices' profiles.",
)

TOKENLESS = (
    "কোনো প্রোফাইলে টোকেন নেই: সার্ভার কেবল নিজের কম্পিউটারের অনুরোধ নেবে, nginx-এর পেছনে চালু হবে না। টোকেন তৈরি করতে: flask --app wsgi institutions token ID | "
    "no profile has a token: the server serves its own computer alone, and does not start behind nginx. To make one: flask --app wsgi institutions token ID"
)
SHUT_OUT = (
    "এসব দপ্তরের টোকেন নেই, অথচ অন্য দপ্তরের আছে; সার্ভার তাই এসব দপ্তরের কোনো অনুরোধ নেবে না: {ids}। টোকেন তৈরি করতে: flask --app wsgi institutions token ID | "
    "these offices have no token though others have one, so the server takes no request of theirs: {ids}. To make one: flask --app wsgi institutions token ID"
)
REPLACED = "প্রোফাইলের খালি token_hashes: লাইনটির জায়গায় লিখুন | write this in place of the empty token_hashes: of the profile"


@institutions_commands.command("lint", short_help="প্রোফাইলের সব ভুল ও সমাধান | every fault of the profiles")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def lint_institutions_command(folder: Path | None) -> None:
    """প্রোফাইলের সব ভুল দেখায়: ফাইল:লাইন, কী ভুল, কীভাবে ঠিক করবেন। FOLDER না দিলে JACHAI_INSTITUTIONS-এর ফোল্ডার।

    Print every fault of the profiles as file:line, and how to mend it. FOLDER: else that of JACHAI_INSTITUTIONS.
    """
    settings = Settings.from_environment()
    folder = folder or settings.institutions
    if folder is None:
        raise click.UsageError(
            "ফোল্ডারের নাম দিন, অথবা JACHAI_INSTITUTIONS নির্ধারণ করুন | name a folder, or set JACHAI_INSTITUTIONS"
        )
    hints_of_them: list[Fault] = []
    try:
        lists, faults = load(settings.wordlists)  # for the names of the checks alone: their examples are not tried
        refuse_fatal(faults)
        checks = known_checks(lists.lists, lists.learned)
        found = load_institutions(folder, lists.guideline, checks, platforms_in(settings.wordlists), hints_of_them)
    except FaultyLists as error:
        click.echo(str(error))
        sys.exit(1)
    for hint in hints_of_them:
        click.echo(str(hint))
    click.echo(f"ঠিক আছে: {in_bangla(len(found))}টি প্রোফাইল | fine: {len(found)} profiles: {', '.join(sorted(found))}")
    without = [name for name, office in sorted(found.items()) if not office.token_hashes]
    if len(without) == len(found):
        click.echo(TOKENLESS, err=True)
    elif without:
        click.echo(SHUT_OUT.format(ids=", ".join(without)), err=True)


@institutions_commands.command("token", short_help="দপ্তরের নতুন টোকেন তৈরি করে | make a token for an office")
@click.argument("office")
@with_appcontext
def token_command(office: str) -> None:
    """OFFICE (প্রোফাইলের id)-এর জন্য নতুন টোকেন তৈরি করে; শুধু এবারই দেখায়, সঙ্গে প্রোফাইলে বসানোর লাইন।

    Make a new random token for OFFICE (an id): shown this once, with the line for its profile.
    """
    try:
        known = load_institutions(current_app.config["JACHAI"].institutions)
    except FaultyLists as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if office not in known:
        raise click.UsageError(no_such_profile(office, known))
    token, before = new_token(), known[office].token_hashes
    click.echo(f"টোকেন (শুধু এবারই দেখানো হলো) | the token, shown this once:\n\n    {token}\n")
    row = f"  - {hash_of(token)}\n"
    # a second head would be a fault, and whoever then keeps the new one cuts the office off
    if not before:
        is_there = _has_field(current_app.config["JACHAI"].institutions, office, "token_hashes")
        where = REPLACED if is_there else "প্রোফাইলে যোগ করুন | add to the profile"
        click.echo(f"{where}:\n\ntoken_hashes:\n{row}")
        return
    click.echo(f"প্রোফাইলের token_hashes-এর নিচে যোগ করুন | add below token_hashes of the profile:\n\n{row}")
    if len(before) < AT_ONCE:
        click.echo(
            "আগেরটি রেখে নতুনটি যোগ করুন; সবাই নতুনটি পেলে আগেরটি মুছুন (একসঙ্গে দুটি চলে)। | "
            "Add it beside the old one; take the old one out once all have the new one (two work at once)."
        )
    else:
        click.echo(
            "প্রোফাইলে দুটি টোকেন আগে থেকেই আছে, একসঙ্গে দুটির বেশি চলে না: আগে সবচেয়ে পুরোনো সারিটি মুছুন, তারপর এটি যোগ করুন। "
            "পুরোনো টোকেনটি তখন আর চলবে না; যাঁরা এখনো সেটি ব্যবহার করেন, তাঁদের আগে অন্যটি দিন। | "
            "The profile has two tokens already, and no more work at once: take the oldest row out first, then add this one. "
            "The oldest token is refused from then on; give those who still use it the other one before."
        )


def _has_field(folder: Path, office: str, name: str) -> bool:
    """Whether the office's profile, one of that folder without a fault, has this field, though it may be empty."""
    untold = Faults("")
    profiles = (mapping(read(path, untold), untold) for path in seen(folder, "*.yaml"))
    return any(name in fields for fields in profiles if "id" in fields and text(fields["id"], untold, "id") == office)
