"""The command line of the central switch: flask switch hold, warn-only, off, show. Holds within a second, with no reload."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click
import yaml
from flask import current_app
from flask.cli import with_appcontext

from server.bilingual import Bilingual
from server.institution import load_institutions, no_such_profile, read_institution
from server.settings import Settings
from server.switch import ALL, DHAKA, Switch, hour, look_through, read_switches, read_until
from server.usage import Commands
from server.wordlists.reading.faults import Faults, FaultyLists, refuse_fatal
from server.wordlists.reading.folders import seen
from server.wordlists.reading.source import mapping, read

switch_commands = Commands(
    "switch",
    short_help="জরুরি সুইচ: সব স্থগিত, বা শুধু সতর্কতা | hold, or only warn",
    help="জরুরি সুইচ: নির্দিষ্ট সময় পর্যন্ত সব প্রকাশ স্থগিত রাখে, বা কিছুই না আটকে শুধু সতর্ক করে।\n\n"
    "Let all checks only warn, or hold all publishing until an hour.",
)

MOST_TOLD = 2_000  # characters of a faulty file
MODES_SAID = {"hold": "সব প্রকাশ স্থগিত", "warn_only": "শুধু সতর্কতা, কিছুই আটকায় না"}
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

office_option = click.option(
    "--office", default=ALL, help="দপ্তরের id; না দিলে সব দপ্তর | An office's id; without it: all offices."
)
until_option = click.option(
    "--until",
    default="",
    help='"18:00" (আজ) বা "2026-11-25 18:00", বাংলাদেশ সময়; না দিলে off করা পর্যন্ত | '
    '"18:00" (today) or "2026-11-25 18:00", Bangladesh time; without it: until off.',
)


@switch_commands.command("hold", short_help="সব প্রকাশ স্থগিত, বার্তাসহ | hold every publish")
@click.option("--message", required=True, help="লেখক যা পড়বেন, বাংলায় | What the writer reads, in Bangla.")
@click.option("--message-en", default="", help="একই কথা ইংরেজিতে | The same in English.")
@until_option
@office_option
@with_appcontext
def hold_command(message: str, message_en: str, until: str, office: str) -> None:
    """সব প্রকাশ স্থগিত রাখে; লেখক বার্তাটি দেখেন।

    Hold every publish, with a message.
    """
    if not message.strip():
        raise click.UsageError("--message-এ লিখুন লেখক কী দেখবেন | write in --message what the writer is to read")
    said = {"bn": message, **({"en": message_en} if message_en else {})}
    _set(office, {"mode": "hold", **_until(until), "message": said})


@switch_commands.command("warn-only", short_help="কিছু আটকায় না, শুধু সতর্কতা | nothing blocks")
@until_option
@office_option
@with_appcontext
def warn_only_command(until: str, office: str) -> None:
    """কিছুই আটকায় না: যা স্থগিত হতো, তাতে শুধু সতর্ক করা হয়।

    Let nothing block: what would block only warns.
    """
    _set(office, {"mode": "warn_only", **_until(until)})


@switch_commands.command("off", short_help="সুইচ তুলে নেয় | take the switch out")
@office_option
@with_appcontext
def off_command(office: str) -> None:
    """সুইচ তুলে নেয়; ফাইলে ভুল কিছু থাকলে তা-ও বাদ দেয়।

    Take the switch out, and with it what is faulty in the file.
    """
    path, offices = _opened()
    with _alone(path):
        if office not in (ALL, *offices, *_named(path)):
            raise click.UsageError(no_such_profile(office, offices))
        faulty = _faulty(path, offices)
        left = _write(path, offices, office, None, with_faults=bool(faulty))
    if faulty:
        click.echo(
            f"ফাইলের ভুল অংশ বাদ গেছে; ফাইলে ছিল | what was faulty is thrown away; the file said:\n{faulty}", err=True
        )
    if left and office == ALL:
        click.echo(
            f"এই দপ্তরগুলোর নিজের সুইচ এখনো চালু: {', '.join(left)}; তুলে নিতে চালান: switch off --office ID | "
            f"switches of their own are still in force: {', '.join(left)}; take one out by: switch off --office ID",
            err=True,
        )


@switch_commands.command("show", short_help="সুইচে এখন যা আছে | show what is set")
@with_appcontext
def show_command() -> None:
    """সুইচে এখন কী আছে তা দেখায়।

    Show what is set.
    """
    _show(_read(*_opened()))


def _opened() -> tuple[Path, set[str]]:
    """The switch's file, and the offices that may stand in it. A faulty profile is told, and stops no switch."""
    settings: Settings = current_app.config["JACHAI"]
    folder = settings.institutions
    if settings.switch is None:
        raise click.UsageError("JACHAI_SWITCH-এ ফাইলের নাম লিখুন | set JACHAI_SWITCH to the switch's file")
    path = Path(os.path.realpath(settings.switch))  # a link stays one: other servers may read what it leads to
    try:
        return path, set(load_institutions(folder))
    except FaultyLists as error:
        for fault in error.faults:
            click.echo(str(replace(fault, fatal=False)), err=True)
    return path, {*(_readable(folder) if folder else ()), *_named(path)} - {ALL}


def _readable(folder: Path) -> Iterator[str]:
    """The ids that can be read of these profiles, though something else may be wrong in them."""
    for path in seen(folder, "*.yaml"):
        office = read_institution(path, Faults(""))
        if office:
            yield office.id


def _read(path: Path, offices: set[str], with_faults: bool = False) -> dict[str, Switch]:
    """What is in force or will be. An entry whose hour has come, or of an office that is gone, is told and left out.

    `with_faults`: so is one that is faulty; else a fault stops the command.
    """
    with _telling(path):
        found, faults = look_through(path, offices)
        if not with_faults:
            refuse_fatal(faults)
    for fault in faults:
        click.echo(str(fault), err=True)
    now = datetime.now(DHAKA)
    return {name: switch for name, switch in found.items() if name in (ALL, *offices) and not switch.ends(now)}


def _named(path: Path) -> set[str]:
    """The offices that stand in the file, those that are gone too."""
    with _telling(path):
        return set(mapping(read(path, Faults("")), Faults("")))


def _faulty(path: Path, offices: set[str]) -> str:
    """What a faulty file says; "" where it has no fault."""
    with _telling(path):
        _, faults = look_through(path, offices)
        is_faulty = any(fault.fatal for fault in faults)
        return path.read_text(encoding="utf-8", errors="replace")[:MOST_TOLD] if is_faulty else ""


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """What is wrong in the switch's file, or keeps it from being read or written, is told with its cure."""
    try:
        yield
    except FaultyLists as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(_not_allowed(path, error)) from error


def _not_allowed(path: Path, error: OSError) -> str:
    """What keeps the file from being read or written, and what to do."""
    if error.errno in NO_ROOM:
        return (
            f"{path}: ডিস্কে জায়গা নেই, কিছুই বদলায়নি; জায়গা করে আবার চালান | no room is left on the disk and nothing "
            "is changed; make room and run this again"
        )
    if os.access(path, os.F_OK) and not os.access(path, os.R_OK):  # root has edited it under a strict umask
        cure = f"chown jachai: {path}; chmod 644 {path}"
        return f"{path}: পড়ার অনুমতি নেই; root হিসেবে চালান: {cure} | cannot be read; run as root: {cure}"
    return (
        f"{path}: পড়া বা লেখা গেল না ({type(error).__name__}); JACHAI_SWITCH-এ এমন ফোল্ডারের ফাইল লিখুন যা jachai ব্যবহারকারীর, "
        f"আর সেই ব্যবহারকারী হিসেবে চালান | cannot be read or written ({type(error).__name__}); name in JACHAI_SWITCH a file in a "
        "folder of the user jachai, such as /var/lib/jachai/switch.yaml, and run this as that user"
    )


def _until(written: str) -> dict[str, str]:
    if not written:
        return {}
    is_hour = len(written) <= len("18:00")
    day = datetime.now(DHAKA).date().isoformat()
    found = read_until(f"{day} {written}" if is_hour else written)
    if found is None:
        raise click.UsageError('এভাবে লিখুন: "18:00" বা "2026-11-25 18:00" | write "18:00" or "2026-11-25 18:00"')
    if found <= datetime.now(DHAKA):
        over, next_day = hour(found), hour(found + timedelta(days=1))
        bn, en = (f'; আগামীকালের হলে লিখুন "{next_day}"', f'; for tomorrow "{next_day}"') if is_hour else ("", "")
        raise click.UsageError(
            f"সময়টি ({over}) পেরিয়ে গেছে; পরের কোনো সময় লিখুন{bn} | {over} has passed; write a later hour{en}"
        )
    return {"until": hour(found)}


def _set(office: str, entry: dict[str, Any]) -> None:
    path, offices = _opened()
    if office not in (ALL, *offices):
        raise click.UsageError(no_such_profile(office, offices))
    with _alone(path):
        _write(path, offices, office, entry)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Two commands at once would each write what it read, and one entry would be lost. The folder is locked: the file is replaced.

    Some file systems lock no folder; there whoever runs two at once has to look, as `show` tells.
    """
    with _telling(path):
        folder = os.open(path.parent, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _write(
    path: Path, offices: set[str], office: str, entry: dict[str, Any] | None, with_faults: bool = False
) -> dict[str, Switch]:
    """Writes the file anew, whole or not at all, with this entry for that office; what is set then, which is shown too."""
    before = _read(path, offices, with_faults)
    kept = {name: _as_yaml(switch) for name, switch in before.items() if name != office}
    text = yaml.safe_dump(kept | ({office: entry} if entry else {}), allow_unicode=True, sort_keys=False)
    with _telling(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text if kept or entry else "")
            told = _refuse_faulty(Path(name), offices)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    _show(told)
    return told


def _refuse_faulty(written: Path, offices: set[str]) -> dict[str, Switch]:
    """What the file says that is to take the switch's place. A fault is the command's: it is told without a line."""
    try:
        return read_switches(written, offices)
    except FaultyLists as error:
        raise click.UsageError("\n".join(f"{fault.said.bn} | {fault.said.en}" for fault in error.faults)) from error


def _as_yaml(switch: Switch) -> dict[str, Any]:
    said = {language: text for language, text in switch.message._asdict().items() if text}
    until = {"until": hour(switch.until)} if switch.until else {}
    return {"mode": switch.mode, **until, **({"message": said} if said else {})}


def _show(switches: dict[str, Switch]) -> None:
    if not switches:
        click.echo("কিছু চালু নেই | nothing is set")
    for office, switch in switches.items():
        click.echo(" | ".join(_said(office, switch)))


def _said(office: str, switch: Switch) -> Bilingual:
    """What is set for an office, or for all, with what the writer reads."""
    until = hour(switch.until) if switch.until else ""
    whose, mode = "সব দপ্তর" if office == ALL else office, MODES_SAID[switch.mode]
    bn, en = (f": {text}" if text else "" for text in switch.message)
    return Bilingual(
        f"{whose}: {mode}, {until or 'off না করা'} পর্যন্ত{bn}", f"{office}: {switch.mode}, until {until or 'off'}{en}"
    )
