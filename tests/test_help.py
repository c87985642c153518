"""--help and make help: each command, option and argument of ours is explained in Bangla first, then in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask.cli import FlaskGroup, ScriptInfo

from server import create_app
from server.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
BANGLA, LATIN = re.compile(r"[\u0980-\u09ff]{2}"), re.compile("[A-Za-z]{2}")
# code points of a command's Bangla, so that it stands on one line beside the longest name
MOST = 45


def commands(group: click.Group | None = None, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """Our commands and groups by what is typed; flask's own (run, shell, routes) are not among them."""
    found = group.commands if group else create_app(Settings()).cli.commands
    for name, command in found.items():
        yield f"{above}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")


OURS = dict(commands())


def texts_of(command: click.Command) -> Iterator[tuple[str, str]]:
    """The help texts of a command and its options, each with a name to find it by; an argument may do without one."""
    yield "help", command.help or ""
    yield "short_help", command.short_help or ""
    for parameter in command.params:
        if isinstance(parameter, click.Option) or getattr(parameter, "help", None):
            yield str(parameter.name), getattr(parameter, "help", None) or ""


def is_told_in_both(text: str) -> bool:
    """Whether Bangla stands in it, and English behind it."""
    bangla = BANGLA.search(text)
    return bool(bangla and LATIN.search(text, bangla.end()))


def test_all_commands_are_looked_at() -> None:
    assert {"check", "policy", "switch hold", "records purge", "institutions token", "wordlists learn"} <= OURS.keys()


@pytest.mark.parametrize("name", OURS)
def test_help_is_in_bangla_and_english(name: str) -> None:
    assert [where for where, text in texts_of(OURS[name]) if not is_told_in_both(text)] == []


@pytest.mark.parametrize("name", OURS)
def test_an_argument_is_named_in_the_help(name: str) -> None:
    said = OURS[name].help or ""
    for argument in OURS[name].params:
        if isinstance(argument, click.Argument):
            words = getattr(argument.type, "choices", [str(argument.name).upper()])
            assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("name", OURS)
def test_the_list_of_commands_shows_bangla_whole(name: str) -> None:
    """Left alone, click cuts the first sentence in the middle of a word."""
    bangla = (OURS[name].short_help or "").partition(" | ")[0]
    above = OURS.get(name.rpartition(" ")[0]) or FlaskGroup()
    info = ScriptInfo(create_app=lambda: create_app(Settings()))
    with click.Context(above, obj=info, terminal_width=80) as context:  # which else leaves an app's context behind
        listed = above.get_help(context)
    assert len(bangla) <= MOST
    assert any(bangla in line for line in listed.splitlines()), listed


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("institutions tokn", "‘tokn’ নামে কোনো কমান্ড নেই; নিয়ম দেখতে শেষে --help লিখুন | No such command 'tokn'."),
        ("institutions --al", "‘--al’ নামে কোনো অপশন নেই; নিয়ম দেখতে শেষে --help লিখুন | No such option '--al'."),
        ("institutions token", "'OFFICE' দেওয়া হয়নি; নিয়ম দেখতে শেষে --help লিখুন | Missing argument 'OFFICE'."),
        ("switch hold", "'--message' দেওয়া হয়নি; নিয়ম দেখতে শেষে --help লিখুন | Missing option '--message'."),
        ("records export notes", "এভাবে লেখা যায় না; নিয়ম দেখতে শেষে --help লিখুন | Invalid value for"),
        ("records purge --days", "কমান্ডটি এভাবে লেখা যায় না; নিয়ম দেখতে শেষে --help লিখুন | Option '--days'"),
        ("check a b", "কমান্ডটি এভাবে লেখা যায় না; নিয়ম দেখতে শেষে --help লিখুন | Got unexpected extra argument"),
        ("policy", "'OFFICE' দেওয়া হয়নি; নিয়ম দেখতে শেষে --help লিখুন | Missing argument 'OFFICE'."),
        ("switch show", "Error: JACHAI_SWITCH-এ ফাইলের নাম লিখুন | set JACHAI_SWITCH to the switch's file"),
    ],
)
def test_what_was_mistyped_is_told_in_both(typed: str, told: str) -> None:
    done = create_app(Settings()).test_cli_runner().invoke(args=typed.split())
    assert done.exit_code == 2 and told in done.output and done.output.count("Usage: ") == 1


def test_a_group_alone_shows_its_help() -> None:
    shown = create_app(Settings()).test_cli_runner().invoke(args=["records"]).output
    assert "Commands:" in shown and "Error" not in shown


def test_what_is_run_with_python_m_is_explained_too() -> None:
    """Their options, as written: not every machine has what they import."""
    calls = [
        node
        for path in sorted((ROOT / "tests").glob("*/__main__.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "add_argument"
    ]
    helps = [next((ast.unparse(it.value) for it in call.keywords if it.arg == "help"), "") for call in calls]
    assert len(helps) >= 6 and [text for text in helps if not is_told_in_both(text)] == []


def test_make_help_is_in_bangla_and_english() -> None:
    said = re.findall(r"(?m)^[a-z-]+:.*?## (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert len(said) > 15 and [text for text in said if not is_told_in_both(text)] == []
