"""Brings a database's tables up to date; safe to run again, and on several servers at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from server.records import database
from server.records.key import Key
from server.records.rekey import key_fingerprints
from server.records.tables import HEAD
from server.settings import BadSetting

FOLDER = Path(__file__).parent / "migrations"
LOCK = 1_784_020_016  # the same number on every server: one migrates, the others wait


def migrate(url: str, key: Key | None = None) -> None:
    """Creates or changes the tables, all or nothing. SQLAlchemyError or OSError where the database cannot be reached,
    BadSetting where it was made for other letters than Unicode's.

    One that a newer server has migrated is left as it is: what is newer only adds. `key`: without one the fingerprints that
    it would key are cleared instead.
    """
    target = database.address(url)
    if target.get_backend_name() == "sqlite":
        database.make_file(target)
    with database.engine(url, patient=True).begin() as connection:
        _refuse_other_letters(connection)
        _lock(connection)
        if (MigrationContext.configure(connection).get_current_revision() or "") > HEAD:
            return
        command.upgrade(configured(connection), "head")
        key_fingerprints(connection, key)


def configured(connection: Connection | None = None) -> Config:
    """Alembic's settings; they live here and need no file of their own."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def _refuse_other_letters(connection: Connection) -> None:
    """No other database has Bangla letters, or it counts their bytes: excerpts would be refused one by one."""
    if connection.dialect.name != "postgresql":
        return
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise BadSetting(
            f"JACHAI_RECORDS: ডেটাবেজটি UTF8 নয়, {encoding}; বাংলা রাখা যাবে না। নতুন করে তৈরি করুন: createdb -E UTF8 -T template0 -O jachai jachai | "
            f"The database is {encoding}, not UTF8, and cannot keep Bangla. Make one with: createdb -E UTF8 -T template0 -O jachai jachai"
        )


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK})
