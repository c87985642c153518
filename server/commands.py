"""The command line: flask check, flask wordlists lint, explain, diff, learn."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext

from server.bilingual import in_bangla
from server.checker import DATA, check_draft, read_data
from server.checks import known_checks
from server.desk import Desk, compiled_copy
from server.draft import Draft, load_json
from server.errors import BadRequest
from server.service.opened import desk, open_desk
from server.settings import Settings
from server.usage import Command, Commands
from server.wordlists.facts.guideline import FILE as GUIDELINE
from server.wordlists.load import load
from server.wordlists.reading.faults import Fault, FaultyLists, escaped, refuse_fatal
from server.wordlists.reading.folders import SHIPPED, base_of
from server.wordlists.reading.layers import is_own
from server.wordlists.reading.table import FOLDER as LEARNED
from server.wordlists.ruleset import Ruleset
from server.wordlists.tending.changes import changed_files, changed_rows
from server.wordlists.tending.diff import (
    BadRevision,
    Flag,
    Side,
    compare,
    filled_in,
    folder_of,
    layers,
    own_texts,
    read_side,
    read_texts,
    report,
)
from server.wordlists.tending.explain import explain
from server.wordlists.tending.hints import hints
from server.wordlists.tending.lint import lint, no_collection
from server.wordlists.tending.unheard import unheard_of

MARKS = {"advise": "পরামর্শ", "warn": "সতর্কতা", "block": "স্থগিত"}
VERDICTS = {**MARKS, "clear": "নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি", "unchecked": "যাচাই করা হয়নি"}

IDS = range(-(2**63), 2**64)  # integers that JSON's readers take as they are, with a sign or without


@click.command("check", cls=Command, short_help="খসড়া যাচাই: লেখক যা দেখতেন | check a draft")
@click.argument("text", required=False)
@click.option(
    "--jsonl",
    is_flag=True,
    help="স্ট্যান্ডার্ড ইনপুটের প্রতি লাইনে একটি অনুরোধ (চাইলে id-সহ), প্রতি লাইনে একটি উত্তর | "
    "One request body a line (plus id) from standard input, one answer a line.",
)
@with_appcontext
def check_command(text: str | None, jsonl: bool) -> None:
    """TEXT (না দিলে স্ট্যান্ডার্ড ইনপুটের লেখা) যাচাই করে; লেখককে যা জানানো হতো তা দেখায়।

    Check TEXT (or standard input) and print what the writer would be told.
    """
    try:
        open_desk(current_app)
    except FaultyLists as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if jsonl:
        for line in sys.stdin.buffer:
            if line.strip():
                click.echo(_as_line(_answer(line)))
        return
    settings: Settings = current_app.config["JACHAI"]
    draft = _typed(text)
    _tell_alone(settings.wordlists)
    _print(desk().told(desk().check(draft)), settings.wordlists)


def _typed(text: str | None) -> Draft:
    """The text as an office's draft, from standard input where it is None. Exits where it can be none."""
    try:
        typed = text if text is not None else sys.stdin.buffer.read().decode("utf-8-sig")
        return Draft.parse({"text": typed, "account": {"kind": "institution"}})
    except UnicodeDecodeError:
        click.echo("লেখাটি UTF-8-এ নয়; UTF-8-এ সংরক্ষণ করে আবার দিন | the text is not UTF-8; save it as UTF-8", err=True)
        sys.exit(2)
    except BadRequest as error:
        click.echo(error.message, err=True)
        sys.exit(2)


def _answer(line: bytes) -> dict[str, Any]:
    """The answer to one line; a line that cannot be checked is answered by its error, and the rest go on."""
    name = None
    try:
        fields = load_json(line)
        name = _id_of(fields)
        return {"id": name, **desk().told(desk().check(Draft.parse(fields)))}
    except BadRequest as error:
        return {"id": name, **error.as_json()}


def _id_of(fields: Any) -> str | int | None:
    """By which the answer is told apart: only what comes back as it was sent. BadRequest where it would not."""
    name = fields.get("id") if isinstance(fields, dict) else None
    if name is None or isinstance(name, str) or (type(name) is int and name in IDS):
        return name
    raise BadRequest("bad_field", "id", "লেখা (string) বা ৬৪ বিটের পূর্ণসংখ্যা দিন", "give a string or an integer of 64 bits")


def _as_line(answer: dict[str, Any]) -> str:
    """The answer as JSON; escaped throughout where the line's `id` cannot be printed."""
    line = json.dumps(answer, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half a pair in it
        return json.dumps(answer)
    return line


def _print(answer: dict[str, Any], folders: Iterable[Path]) -> None:
    click.echo(f"{VERDICTS[answer['verdict']]} ({answer['verdict']})")
    if "switch" in answer:  # `hold` lets nothing go, whatever is found
        mode, (bn, en) = answer["switch"]["mode"], answer["switch"]["message"].values()
        click.echo(f"  কেন্দ্রীয় সুইচ | the central switch: {mode}{bn and f': {bn}'}{en and f' | {en}'}")
    for finding in answer["findings"]:
        place = f"{finding['start']}-{finding['end']}" if finding["spans"] else "—"
        words = f"«{finding['match']}» " if finding["match"] else ""
        click.echo(f"  {MARKS[finding['severity']]} {finding['clause_label']} [{place}] {words}{finding['message']}")
        for replacement in finding["replacements"]:
            click.echo(f"      → {replacement}")
        if finding["insert"]:
            click.echo(f"      + {finding['insert']['text'].strip()}")
        click.echo(f"      {finding['source']}")
    for note in answer["notes"]:
        click.echo(f"  {note['message']}")
    click.echo(f"  ruleset {answer['ruleset']['version']} {answer['ruleset']['hash'][:12]}, {_named(folders)}")


wordlists_commands = Commands(
    "wordlists",
    short_help="শব্দতালিকা যাঁরা রাখেন, তাঁদের কমান্ড | for the word lists",
    help="শব্দতালিকা যাঁরা রাখেন, তাঁদের কমান্ড।\n\nTools for those who keep the word lists.",
)


@wordlists_commands.command("lint", short_help="তালিকার সব ভুল ও সমাধান | every fault of the lists")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))  # of one that is none `load` tells the cure
@click.option(
    "--hints",
    "shows_hints",
    is_flag=True,
    help="যা ভুল নয়, তবে কাজে আসে না বা বেশি চিহ্নিত করে, তা-ও দেখায় | Print what is not wrong, but adds nothing or takes too much.",
)
def lint_command(folders: tuple[Path, ...], shows_hints: bool) -> None:
    """তালিকার সব ভুল দেখায়: ফাইল:লাইন, কী ভুল, কীভাবে ঠিক করবেন। FOLDERS না দিলে JACHAI_WORDLISTS-এর ফোল্ডারগুলো।

    Print every fault of the lists as file:line, and how to mend it. FOLDERS: else those of JACHAI_WORDLISTS.
    """
    settings = Settings.from_environment()
    folders = tuple(folder.resolve() for folder in folders) or settings.wordlists
    ruleset, told = _linted(folders, settings.learned == "on")
    found = sorted({*told, *hints(folders, ruleset)})
    # whoever keeps an office's folder can mend nothing in the shipped one, which has hundreds
    own = [hint for hint in found if len(folders) == 1 or is_own(hint.file, folders)]
    # what an office wrote that does nothing, or not what it did before, is seldom what it meant
    shown = own if shows_hints else [hint for hint in own if hint in told and len(folders) > 1]
    for hint in shown:
        click.echo(str(hint))
    if more := len(own) - len(shown):
        click.echo(f"ইঙ্গিত: {in_bangla(more)}টি, দেখতে --hints যোগ করুন | {more} hints; add --hints to see them")
    if shipped := len(found) - len(own):
        only = escaped(f"wordlists lint --hints {base_of(folders)}")
        click.echo(
            f"মূল তালিকার ইঙ্গিত: {in_bangla(shipped)}টি, দেখতে: {only} | hints about the shipped lists: {shipped}; to see them: {only}"
        )
    terms = sum(len(word_list.terms) for word_list in ruleset.lists)
    _tell_alone(folders)
    click.echo(
        f"ঠিক আছে: {in_bangla(len(ruleset.lists))}টি তালিকা, {in_bangla(terms)}টি সারি | "
        f"fine: {len(ruleset.lists)} lists, {terms} terms, ruleset {ruleset.version} {ruleset.hash[:12]}, {_named(folders)}"
    )


# rows are tried only once all can be read, sentences only once the rows hold
AGAIN = "এগুলো ঠিক করে আবার চালান; তখন বাকি পরীক্ষাও হবে | mend these and run it again: the rest is tried then"


def _named(folders: Iterable[Path], typed: Mapping[Path, str] | None = None) -> str:
    """The folders as JACHAI_WORDLISTS or `typed` names them: whoever left one out sees that nobody looked at it."""
    return escaped(":".join((typed or {}).get(folder, str(folder)) for folder in folders))


def _tell_alone(*sides: Sequence[Path]) -> None:
    """Says of folders that are looked at without the shipped lists, or a copy of them, that they are."""
    for folders in sides:
        if not any((folder / GUIDELINE).is_file() for folder in folders):
            alone = _named(folders)
            click.echo(
                f"{alone}: মূল তালিকা ছাড়া একা দেখা হলো; নিজের ফোল্ডার হলে লিখুন JACHAI_WORDLISTS={SHIPPED}:{alone} | "
                f"looked at alone, without the shipped lists; for a folder of your own set JACHAI_WORDLISTS={SHIPPED}:{alone}",
                err=True,
            )


def _linted(folders: Sequence[Path], learned: bool) -> tuple[Ruleset, list[Fault]]:
    """The ruleset and the hints about it; where the lists are faulty, prints every fault and exits."""
    try:
        ruleset, told = lint(folders, learned, thoroughly=True, data=DATA)
        refuse_fatal(unheard_of(ruleset, known_checks(ruleset.lists, ruleset.learned.tables), folders))
        return ruleset, told
    except FaultyLists as error:
        click.echo(str(error))
        click.echo(AGAIN, err=True)
        sys.exit(1)


@wordlists_commands.command("explain", short_help="লেখা কেন চিহ্নিত হয় বা ছাড় পায় | why a text is flagged")
@click.argument("text", required=False)
def explain_command(text: str | None) -> None:
    """TEXT (না দিলে স্ট্যান্ডার্ড ইনপুটের লেখা) কেন চিহ্নিত হয় বা কী কারণে ছাড় পায়, তা দেখায়; শেষে দেখায় লেখককে যা জানানো হয়।

    Tell why TEXT (or standard input) is flagged, or what let it go; then what the writer is told.
    """
    settings = Settings.from_environment()
    draft = _typed(text)
    try:
        ruleset = _untried(settings)
        asked = Desk.over(ruleset, settings)
    except FaultyLists as error:
        click.echo(str(error))
        sys.exit(1)
    _tell_alone(settings.wordlists)
    for line in explain(draft.text, ruleset):
        click.echo(line)
    click.echo(
        "\nলেখককে যা জানানো হয় (ওপরে মিলেছে অথচ এখানে নেই: পরীক্ষাটি ছাড় দিয়েছে, বা অন্যটির সঙ্গে জানিয়েছে) | "
        "what the writer is told (found above and not here: its check let it go, or tells it with another):"
    )
    _print(asked.told(asked.check(draft)), settings.wordlists)


def _untried(settings: Settings) -> Ruleset:
    """The lists, their examples not tried: a list under which an innocent sentence is flagged is what one asks about."""
    with no_collection():
        copy = compiled_copy(settings)
        if copy and (known := copy.read()):
            return known
        lists, faults = load(settings.wordlists)
        refuse_fatal(faults)
        ruleset = Ruleset(lists, settings.learned == "on")
        read_data(ruleset)
        return ruleset


@wordlists_commands.command("diff", short_help="তালিকা বদলালে নতুন কী চিহ্নিত হয় | what a change flags")
@click.argument("old")
@click.argument("new")
@click.option(
    "--texts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="আরও যেসব লেখায় মেলাবেন: প্রতি লাইনে একটি JSON বা একটি লেখা | More texts to compare on: JSON lines, or a text a line.",
)
def diff_command(old: str, new: str, texts: Path | None) -> None:
    """OLD ও NEW (ফোল্ডার বা git-এর সংস্করণ)-এর সারি ও ফাইলের পার্থক্য দেখায়, আর একটিতে যা চিহ্নিত হয় অথচ অন্যটিতে হয় না।

    মেলানো হয় harmless/, দুই পাশের উদাহরণ ও --texts ফাইলের লেখায়; JACHAI_WORDLISTS যে ফোল্ডার অন্যের ওপরে রাখে, সেটি সেভাবেই দেখা হয়।

    Tell which rows and files OLD and NEW (folders or git revisions) have otherwise, and what each flags that the other does not.

    They are compared on harmless/, on the examples of both and on the texts of a file.

    A folder that JACHAI_WORDLISTS lays over others is compared as it lies over them.
    """
    with tempfile.TemporaryDirectory() as scratch:
        try:
            more = read_texts(texts) if texts else ()
            _print_diff(*_sides(old, new, Path(scratch)), more)
        except (BadRevision, FaultyLists) as error:
            click.echo(str(error))
            sys.exit(1)


def _sides(old: str, new: str, scratch: Path) -> tuple[Side, Side]:
    """What OLD and NEW name, read; prints their folders. BadRevision or FaultyLists where one cannot be used."""
    folders = [folder_of(name, scratch / str(place)) for place, name in enumerate((old, new))]
    settings = Settings.from_environment()
    was, now = layers(folders, settings.wordlists)
    typed = dict(zip(folders, (old, new), strict=True))
    click.echo(f"আগের | old: {_named(was, typed)}\nনতুন | new: {_named(now, typed)}")
    _tell_alone(was, now)
    learned = settings.learned == "on"
    with no_collection():
        before, after = read_side(was, learned), read_side(now, learned, is_new=True)
        refuse_fatal(after.faults)
        read_data(after.ruleset)
        return filled_in(before, after, DATA), after


def _print_diff(before: Side, after: Side, more: Iterable[str]) -> None:
    """OLD's faults, what differs, and what is flagged otherwise in `more` and the sides' own texts. FaultyLists where one of those cannot be read."""
    for fault in before.faults:
        what = "আগের তালিকায় ভুল | a fault in OLD" if fault.fatal else "আগের তালিকায় | in OLD"
        click.echo(f"{what}: {fault}")
    for fault in before.of_data:
        click.echo(f"আগের তালিকায় ভুল, তাই নতুনটি ধরা হলো | a fault in OLD, so NEW's is taken: {fault}")
    beside = list(changed_files(before.folders, after.folders))
    for line in (*changed_rows(before.lists.lists, after.lists.lists), *beside):
        click.echo(line)
    tried = list(dict.fromkeys([*more, *own_texts(before, after)]))  # of each change the first few are shown
    click.echo(f"মিলিয়ে দেখা লেখা: {in_bangla(len(tried))}টি | texts compared: {len(tried)}")
    # What code makes of data/ and of low sums no list tells; it takes as long again.
    for line in report(compare(before, after, tried, _flags_of_checks if beside else None)):
        click.echo(line)


def _flags_of_checks(ruleset: Ruleset, text: str) -> set[Flag]:
    """What checks tell the writer of a text; a text too long to be a draft has none."""
    try:
        draft = Draft.parse({"text": text, "account": {"kind": "institution"}})
    except BadRequest:
        return set()
    return {Flag(it.clause, it.source, it.severity.word) for it in check_draft(draft, ruleset).findings}


@wordlists_commands.command("learn", short_help="নমুনা লেখা থেকে ওজন শেখে | learn the weights of learned/")
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="নমুনা লেখার ফোল্ডার (*.jsonl) | Folder of labelled texts, *.jsonl.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="সারণি কোথায় লেখা হবে; না দিলে learned/ | Where the tables go; else learned/.",
)
@click.option(
    "--harmless",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="আরও নির্দোষ লেখা, প্রতি লাইনে একটি JSON | More harmless texts, JSON lines.",
)
@click.option(
    "--not-9",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="যেসব লেখা ৯ অনুচ্ছেদের কোনো দফার পরিপন্থি নয় | Texts that break no letter of clause 9.",
)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["comments", "letters", "posts"]),
    help="শুধু এই সারণিগুলো; না দিলে সব | Some of the tables; else all.",
)
def learn_command(
    data: Path, out: Path | None, harmless: tuple[Path, ...], not_9: tuple[Path, ...], only: tuple[str, ...]
) -> None:
    """নমুনা লেখা থেকে learned/*.tsv-এর ওজন শেখে (আগে tests/quality/requirements.txt বসাতে হয়)।

    Learn the weights of learned/*.tsv from labelled texts (needs tests/quality/requirements.txt).
    """
    try:
        from server.wordlists.learning.learner import COURSES
        from server.wordlists.learning.tables import Harmless, learn_tables
    except ImportError as error:
        cure = escaped(f"make learn DATA={data}")
        raise click.ClickException(
            f"{error.name} বসানো নেই; চালান: {cure} (এটি বসিয়ে নিয়ে শেখে) | {error.name} is not installed; run: {cure} (installs it, then learns)"
        ) from error
    folders = Settings.from_environment().wordlists
    out = out or folders[-1] / LEARNED
    try:
        flagged = learn_tables(data, folders, out, Harmless(harmless, not_9), click.echo, only or COURSES)
    except FaultyLists as error:
        click.echo(str(error))
        sys.exit(1)
    for text in flagged:
        click.echo(f"এখনো ধরা পড়ে | still flagged: {text}")
    sys.exit(bool(flagged))
