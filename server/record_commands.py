"""flask records key, migrate, state, export, purge, hash."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from server.records.export import OVERRIDES, REPORTS, as_csv, as_jsonl
from server.records.kept import RecordsGone
from server.records.key import Key, new_key, read_key
from server.settings import BadSetting, Settings
from server.usage import Commands

if TYPE_CHECKING:
    from server.records.store import Records

GONE = (
    "ডেটাবেজে পৌঁছানো গেল না, বা তাতে লেখা যায় না (জায়গা বা অনুমতি নেই, বা ডেটাবেজটি UTF-8 নয়)। ঠিকানা, পাসওয়ার্ড, সেবা ও ফাইলের মালিক (jachai) দেখে নিন; "
    "নতুন ডেটাবেজে আগে: flask --app wsgi records migrate | "
    "The database cannot be reached or written (no room, no permission, not UTF-8). Check its address, password and service, and its file's "
    "owner (jachai); a new one first needs: flask --app wsgi records migrate"
)
NOT_MIGRATED = (
    "ডেটাবেজে পৌঁছানো গেছে, কিন্তু তাতে সারণি নেই: flask --app wsgi records migrate (ঠিকানার বানান ভুল হলে SQLite একটি নতুন খালি ফাইল বানায়) | "
    "the database was reached and has no tables: flask --app wsgi records migrate (of a mistyped address SQLite makes a new, empty file)"
)
OVERDUE = (
    "৯০ দিন পার হওয়া উদ্ধৃতি বা রাখার মেয়াদ (JACHAI_RECORDS_DAYS) পার হওয়া সারি এখনো মোছা হয়নি। এখনই মুছতে: flask --app wsgi records purge; প্রতিদিন মোছার টাইমার (jachai-purge.timer) চলছে কি না দেখুন | "
    "Excerpts older than 90 days, or rows older than JACHAI_RECORDS_DAYS, were not deleted yet. Delete them now: flask --app wsgi records purge; see whether the daily timer (jachai-purge.timer) runs"
)
FORMATS = {"csv": as_csv, "jsonl": as_jsonl}
FIRST_DAY = datetime(1970, 1, 1)  # of any computer's clock: one that has lost its battery begins with it
LAST_DAY = datetime(9999, 12, 30)  # as click reads a day; a later one has no day behind it
DAY = click.DateTime(["%Y-%m-%d"])

records_commands = Commands(
    "records",
    short_help="রেকর্ড: কারণ জানিয়ে প্রকাশ, জানানো ভুল চিহ্ন | what is kept",
    help="রেকর্ড: কারণ জানিয়ে প্রকাশ, আর লেখকের জানানো ভুল চিহ্ন।\n\nWhat is kept: overrides and reports.",
)


@records_commands.command("key", short_help="নতুন চাবি তৈরি করে | print a new key")
def key_command() -> None:
    """JACHAI_RECORDS_KEY-এর জন্য নতুন চাবি দেখায়।

    Print a new key for JACHAI_RECORDS_KEY.
    """
    click.echo(new_key())


@records_commands.command("migrate", short_help="সারণি তৈরি বা হালনাগাদ করে | make or update the tables")
def migrate_command() -> None:
    """ডেটাবেজের সারণি তৈরি বা হালনাগাদ করে; বারবার চালালেও ক্ষতি নেই।

    Make the tables, or bring them up to date; safe to run again.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from server.records.migrate import migrate

    try:
        settings = _settings()
        migrate(settings.records, _key(settings))
    except BadSetting as error:
        raise click.ClickException(str(error)) from None
    except (SQLAlchemyError, OSError) as error:
        raise click.ClickException(f"{GONE} ({type(error).__name__})") from None
    click.echo("ঠিক আছে | fine")


@records_commands.command("state", short_help="রেকর্ড রাখা যাচ্ছে কি না | whether rows can be kept")
def state_command() -> None:
    """রেকর্ড রাখা যাচ্ছে কি না জানায়: ok, gone (ডেটাবেজে লেখা যায় না), not_migrated (সারণি নেই), overdue (মোছার সময় পেরিয়েছে); ok না হলে কমান্ডটি ১ ফেরত দেয়।

    Print whether rows can be kept: ok, gone, not_migrated, or overdue where a purge should have been; 1 unless ok.
    """
    state = _records(_settings()).state()
    cures = {"ok": "ok", "overdue": f"overdue: {OVERDUE}", "not_migrated": f"not_migrated: {NOT_MIGRATED}"}
    click.echo(cures.get(state, f"{state}: {GONE}"))
    sys.exit(state != "ok")


@records_commands.command("export", short_help="রেকর্ডের সারি দেখায় | print the rows")
@click.argument("kind", type=click.Choice(["overrides", "reports"]))
@click.option(
    "--since",
    type=DAY,
    help="প্রথম দিন (UTC); না দিলে সব, ভুল ঘড়িতে আগের তারিখ পড়া সারিও | First day, UTC; else all, also what a wrong clock dated back.",
)
@click.option(
    "--until",
    type=DAY,
    help="শেষ দিন (UTC); না দিলে সব, ভুল ঘড়িতে পরের তারিখ পড়া সারিও | Last day, UTC; else all, also what a wrong clock dated ahead.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="csv",
    show_default=True,
    help="সারিগুলো যেভাবে লেখা হবে | How the rows are written.",
)
def export_command(kind: str, since: datetime | None, until: datetime | None, form: str) -> None:
    """কারণ জানিয়ে প্রকাশ (overrides; প্রতি বিষয়ে এক সারি) বা লেখকের জানানো ভুল চিহ্ন (reports) দেখায়।

    Print the overrides, one row a finding, or the reports.
    """
    records = _records(_settings())
    start = (since or FIRST_DAY).replace(tzinfo=UTC)
    end = (min(until, LAST_DAY) if until else LAST_DAY).replace(tzinfo=UTC) + timedelta(days=1)
    try:
        rows, columns = (
            (records.override_rows(start, end), OVERRIDES)
            if kind == "overrides"
            else (records.report_rows(start, end), REPORTS)
        )
        for line in FORMATS[form](rows, columns):
            click.echo(line, nl=False)
    except RecordsGone:
        raise click.ClickException(GONE) from None


@records_commands.command("purge", short_help="মেয়াদ পেরোনো রেকর্ড মোছে | delete what is too old")
@click.option(
    "--days",
    type=click.IntRange(1, 36_500),
    help="এত দিনের পুরোনো সারি মুছবে; না দিলে JACHAI_RECORDS_DAYS | Rows older than this go; else JACHAI_RECORDS_DAYS.",
)
def purge_command(days: int | None) -> None:
    """৯০ দিনের পুরোনো উদ্ধৃতি এবং রাখার মেয়াদ পেরোনো সারি মোছে।

    Delete excerpts older than 90 days and rows older than the office keeps them.
    """
    settings = _settings()
    try:
        gone = _records(settings).purge(days or settings.records_days)
    except RecordsGone:
        raise click.ClickException(GONE) from None
    click.echo(", ".join(f"{name}: {count}" for name, count in gone.items()))


@records_commands.command("hash", short_help="প্রকাশিত লেখার হ্যাশ দেখায় | print the hash of a text")
def hash_command() -> None:
    """স্ট্যান্ডার্ড ইনপুটের লেখার (UTF-8) হ্যাশ দেখায়; কারণ জানিয়ে প্রকাশ করা লেখা রেকর্ডে এই হ্যাশে থাকে।

    হ্যাশ হয় প্রকাশিত লেখাটির; ফাঁকা জায়গা ও লাইনের শেষ এক করে নেওয়া হয়, শুরুর UTF-8 চিহ্ন বাদ যায়।

    Read a text (UTF-8) from standard input and print the hash under which an override of it stands.

    Hashed is the text as it was published, white space and line ends evened out, a mark of UTF-8 at its head left out.
    """
    try:
        key = read_key(Settings.from_environment().records_key)
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except BadSetting as error:
        raise click.ClickException(str(error)) from None
    except UnicodeDecodeError:
        raise click.ClickException("লেখাটি UTF-8-এ দিন | give the text as UTF-8") from None
    click.echo(f"{key.hash(text)} {key.id}")


def _settings() -> Settings:
    settings = Settings.from_environment()
    if not settings.records:
        raise click.UsageError(
            "JACHAI_RECORDS নির্ধারণ করুন; jachai.env-এ লেখা থাকলে মানটি একক উদ্ধৃতিচিহ্নে দিন | "
            "set JACHAI_RECORDS, such as sqlite:////var/lib/jachai/records.sqlite; if it stands in jachai.env, put its value in single quotation marks"
        )
    return settings


def _key(settings: Settings) -> Key | None:
    """The key, where there is one that can be read: the tables are made without."""
    try:
        return read_key(settings.records_key)
    except BadSetting:
        return None


def _records(settings: Settings) -> Records:
    from server.records.store import Records

    return Records(settings.records, patient=True, days=settings.records_days)
