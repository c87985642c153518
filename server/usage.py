"""What click finds wrong in how a command was typed, told in Bangla too: its own words are English alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup


class Command(click.Command):
    """One of our commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it."""
        with _in_bangla_too(ctx):
            return super().parse_args(ctx, args)


class Commands(AppGroup):
    """A group of them."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it."""
        with _in_bangla_too(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it."""
        with _in_bangla_too(ctx):
            return super().resolve_command(ctx, args)


@contextmanager
def _in_bangla_too(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:  # which shows the help, in both languages
        raise
    except click.UsageError as error:
        told = f"{_bangla(error)}; নিয়ম দেখতে শেষে --help লিখুন | {error.format_message()}"
        raise click.UsageError(told, ctx) from error


def _bangla(error: click.UsageError) -> str:
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"‘{error.command_name}’ নামে কোনো কমান্ড নেই"
    if isinstance(error, click.NoSuchOption):
        return f"‘{error.option_name}’ নামে কোনো অপশন নেই"
    if isinstance(error, click.BadParameter) and error.param:
        what = "দেওয়া হয়নি" if isinstance(error, click.MissingParameter) else "এভাবে লেখা যায় না"
        return f"{error.param.get_error_hint(error.ctx)} {what}"
    return "কমান্ডটি এভাবে লেখা যায় না"
