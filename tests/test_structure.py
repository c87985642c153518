"""The house holds: the floors, and the promises of CONTRIBUTING's recipes."""

from __future__ import annotations

import ast
import itertools
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest

from server.checks import all_checks
from server.errors import ERRORS
from tests.conftest import clean_environment, shipped
from tests.test_help import OURS, texts_of

ROOT = Path(__file__).resolve().parent.parent
SERVER = ROOT / "server"
FILES = sorted(SERVER.rglob("*.py"))

# A file may import only from its own row and from earlier rows.
FLOORS = (
    {"server", "bilingual", "severity"},
    {"text"},
    {"wordlists"},
    {"personal"},
    {"settings", "errors", "tokens", "repeats", "shared", "digest", "usage"},
    {"draft"},
    {"switch", "switchboard"},
    {"institution"},
    {"posting"},
    {"finding"},
    {"checks"},
    {"checker", "records"},
    {"desk"},
    {"service"},
    {"api", "practice", "platform_views", "record_views"},
    {"commands", "institution_commands", "record_commands", "policy", "switch_commands"},
)
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}
# The same inside of these packages, by folder or file; here those of one floor know nothing of each other either.
INNER_FLOORS = {
    "wordlists": (
        {"reading"},
        {"facts"},
        {"matching"},
        {"learned"},
        {"load"},
        {"ruleset"},
        {"compiled_copy", "tending"},
        {"learning"},
    ),
    "personal": ({"candidate"}, {"around"}, {"particulars", "people", "judging", "family"}),
}


def part(path: Path) -> str:
    """The floor's name of a file: "text" for server/text/words.py."""
    inside = path.relative_to(SERVER)
    return (
        inside.parts[0].removesuffix(".py") if inside.name != "__init__.py" or len(inside.parts) > 1 else "create_app"
    )


def imported_by(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The names that these nodes import, dotted: server.wordlists.load.load."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "write the whole name"
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All nodes of a file, the module first."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> list[str]:
    """The parts of server that a file imports."""
    names = imported_by(nodes(path))
    return [name.split(".")[1] for name in names if name.startswith("server.")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SERVER)))
def test_nothing_points_upward(path: Path) -> None:
    own = part(path)
    if own == "create_app":  # it wires
        return
    for imported in imports(path):
        assert LEVEL[imported] <= LEVEL[own], f"{own} imports {imported}"


def test_text_knows_no_list_and_wordlists_no_check() -> None:
    for folder, known in (("text", {"text"}), ("wordlists", {"text", "wordlists", "bilingual", "severity"})):
        used = set(itertools.chain.from_iterable(imports(path) for path in (SERVER / folder).rglob("*.py")))
        assert used == known, folder


INNER = [path for path in FILES if part(path) in INNER_FLOORS]


def inner_part(path: Path) -> str:
    """The folder or file within its package: "reading" for server/wordlists/reading/source.py."""
    return path.relative_to(SERVER).parts[1].removesuffix(".py")


def inner(name: str, package: str) -> str | None:
    """The folder or file of a package in which a dotted name lies."""
    return name.split(".")[2] if name.startswith(f"server.{package}.") else None


@pytest.mark.parametrize("package", INNER_FLOORS)
def test_each_part_of_a_package_has_its_floor(package: str) -> None:
    parts = {inner_part(path) for path in INNER if part(path) == package} - {"__init__"}
    assert parts == set().union(*INNER_FLOORS[package])


@pytest.mark.parametrize("path", INNER, ids=lambda path: str(path.relative_to(SERVER)))
def test_nothing_in_a_package_points_upward_or_beside_itself(path: Path) -> None:
    package, own = part(path), inner_part(path)
    lower = itertools.takewhile(lambda floor: own not in floor, INNER_FLOORS[package])
    below = {own}.union(*lower) if own != "__init__" else ()
    told = imported_by(nodes(path))
    assert [name for name in told if (to := inner(name, package)) and to not in below] == []


def test_what_looks_at_drafts_asks_nothing_of_a_maintainers() -> None:
    for path in FILES:
        if LEVEL.get(part(path), len(FLOORS)) <= LEVEL["checker"] and part(path) != "wordlists":
            names = imported_by(nodes(path))
            assert {inner(name, "wordlists") for name in names}.isdisjoint({"tending", "learning"}), path


def test_learning_is_loaded_by_its_command_alone() -> None:
    """It needs scikit-learn, which no server has."""
    for path in FILES:
        if SERVER / "wordlists/learning" not in path.parents:
            names = imported_by(ast.iter_child_nodes(nodes(path)[0]) if path == SERVER / "commands.py" else nodes(path))
            assert "learning" not in {inner(name, "wordlists") for name in names}, path


def test_the_core_knows_no_flask() -> None:
    for path in FILES:
        if part(path) not in (
            "api",
            "practice",
            "platform_views",
            "record_views",
            "commands",
            "institution_commands",
            "record_commands",
            "policy",
            "usage",
            "switch_commands",
            "service",
            "create_app",
        ):
            for node in nodes(path):
                assert not (isinstance(node, ast.Import | ast.ImportFrom) and "flask" in ast.unparse(node)), path


def test_neither_flask_nor_what_is_seldom_asked_is_loaded_with_the_core() -> None:
    """By whatever way round: who lints lists or checks drafts in a batch needs no server."""
    core = "import sys, server.checker, server.desk, server.wordlists.tending.lint, server.text.language as language"
    told = "print([name for name in ('flask', 'werkzeug', 'sqlalchemy') if name in sys.modules], language.profiles.cache_info().currsize)"
    done = subprocess.run(
        [sys.executable, "-c", f"{core}\n{told}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[] 0"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SERVER)))
def test_files_stay_small_and_explained(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    module, *others = nodes(path)
    assert isinstance(module, ast.Module)
    assert ast.get_docstring(module), "say what the file is"
    functions = [node for node in others if isinstance(node, ast.FunctionDef)]
    nested = {inner for node in functions for inner in ast.walk(node) if inner is not node}
    for node in others:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert node in nested or ast.get_docstring(node), f"{node.name} has no docstring"


# behind a bracket that only closes; or in brackets of its own with the one value that it is about
TORN = re.compile(r"(?m)^ *[)\]}]+(?: as \w+)?[:,]? *#(?! fmt: | type: | noqa)|= \(\n[^\n#]*#[^\n]*\n *\)$")


def test_a_comment_stands_beside_what_it_is_about() -> None:
    """What the formatter does to a comment for which its line has no room: write it on a line of its own, above."""
    for path in (*FILES, *(ROOT / "tests").rglob("*.py")):
        if "node_modules" not in path.parts:
            torn = TORN.search(path.read_text(encoding="utf-8"))
            assert torn is None, f"{path}: {torn[0]}"


def test_no_place_for_leftovers() -> None:
    for path in FILES:
        assert path.stem not in ("utils", "util", "helpers", "common", "misc"), path
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                assert not node.name.endswith(("Manager", "Service", "Provider")), node.name


def test_a_check_is_one_file() -> None:
    """Recipe "a check": one new file in server/checks. Nothing else may name it."""
    for path in sorted((SERVER / "checks").glob("*.py")):
        if path.stem == "__init__":
            continue
        assert "CHECK = Check(" in path.read_text(encoding="utf-8"), path
        for other in FILES:
            text = other.read_text(encoding="utf-8")
            assert other == path or f"checks.{path.stem}" not in text, f"{other} names {path.stem}"


# ids of lists that are a word of the code for something else: a setting, a folder, a table, a kind of mark, what a head says
ALSO_WORDS = {"institutions", "greetings", "parties", "family", "harm", "elsewhere", "put-off", "superlatives"}


def test_a_list_is_one_file() -> None:
    """Recipe "a list": one new file in wordlists. No code may name it."""
    paths = [path for path in (ROOT / "wordlists").glob("*/*.yaml") if path.parent.name not in ("groups", "data")]
    ids = {found[1] for path in paths if (found := re.search("(?m)^id: (.+)$", path.read_text(encoding="utf-8")))}
    names = {path.stem for path in paths} | ids - ALSO_WORDS
    for path in [*FILES, *(ROOT / "extension").rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if f'"{name}"' in text or f"{name}.yaml" in text], path


def said_of_folders() -> dict[str, str]:
    """Each folder, and what docs/architecture.md says of its files: its own rows, else what its section says of no other."""
    house = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    said = defaultdict(str, server=house.split("```", 4)[3])
    for title, section in re.findall(r"(?ms)^### ((?:server|extension)\S*)/.*?$(.*?)(?=^##)", house):
        folder = title
        for line in section.splitlines():
            if head := re.search(r"files of `(\w+)/`", line):
                folder = f"{title.partition('/')[0]}/{head[1]}"
            own = re.match(r"\| `(\w+)/`", line)
            said[f"{title}/{own[1]}" if own else folder] += f"{line}\n"
    return said


def test_the_house_names_every_file() -> None:
    """docs/architecture.md, by which a newcomer finds a file; a new check and a new platform are their own entries."""
    said = said_of_folders()
    named = {folder: {*re.findall(r"`(\w+)`", text), *re.findall(r"(\w+)\.py", text)} for folder, text in said.items()}
    listed = {"checks", "versions", "platforms"}
    scripts = sorted((ROOT / "extension").glob("*/*.js"))
    files = [
        path.relative_to(ROOT)
        for path in (*FILES, *scripts)
        if path.parent.name not in listed and path.stem not in ("__init__", "env")
    ]
    beside = {str(path): named.get(str(path.parent)) or named.get(str(path.parents[1]), set()) for path in files}
    missing = {str(path) for path in files if path.stem not in beside[str(path)]}
    assert len(files) > 200 and missing == set()


PAGES = {"practice"}  # tried in a browser: tests/browser


def test_tests_mirror_the_tree() -> None:
    """Each folder of server has its folder of tests, each check's file its examples of both kinds."""
    folders = {path.relative_to(SERVER).parts[0] for path in FILES if path.parent != SERVER} - PAGES
    assert folders >= {"text", "wordlists", "personal", "checks", "records", "service"}
    for folder in folders:
        assert list((ROOT / "tests" / folder).rglob("test_*.py")), folder
    for package in INNER_FLOORS:
        inside = {path.parent.name for path in (SERVER / package).glob("*/*.py")}
        tried = {path.parent.name for path in (ROOT / "tests" / package).rglob("test_*.py")}
        assert inside == tried - {package}  # its own files, as load.py, may have theirs beside the folders
    checks = {check.look.__module__.rpartition(".")[2]: check for check in all_checks()}
    assert checks.keys() == {path.stem for path in (SERVER / "checks").glob("*.py")} - {"__init__"}
    assert {name for name, check in checks.items() if not (check.flags and check.passes)} == set()


def in_makefile(name: str) -> set[str]:
    """The browsers' tests that a variable of the Makefile names: "practice" for test_practice.py."""
    said = re.search(rf"(?m)^{name} +:= .*,((?:.*\\\n)*.*)\)$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert said, name
    return {word.removeprefix("test_").removesuffix(".py") for word in re.findall(r"[\w.]+", said[1])}


def test_the_two_halves_of_the_pages_tests_stay_even() -> None:
    """A new file goes with those that MORE_PAGES does not name; whoever waits for `make test` waits for the longer half."""
    files = {path.stem.removeprefix("test_"): path for path in (ROOT / "tests/browser").glob("test_*.py")}
    composers, more = in_makefile("COMPOSERS"), in_makefile("MORE_PAGES")
    assert composers | more <= files.keys() and composers.isdisjoint(more)
    tests = {name: len(re.findall("(?m)^def test_", path.read_text(encoding="utf-8"))) for name, path in files.items()}
    half = sum(tests[name] for name in more)
    both = sum(tests[name] for name in files.keys() - composers)
    assert 0.4 < half / both < 0.6, f"{half} of {both} tests: name more files in MORE_PAGES of the Makefile, or fewer"


def test_of_a_browsers_tables_make_test_tries_one_row() -> None:
    """All of them, where each counts: what holds a post back."""
    asked = [f"tests/browser/test_{name}.py" for name in ("faults", "guard")]
    run = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "not timed and not every", *asked]
    told = subprocess.run(run, cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=True).stdout
    tests = [line.partition("[") for line in told.splitlines() if "::" in line]
    rows = {name: [row for test, _, row in tests if test == name] for name, _, _ in tests}
    most = [max(len(rows[name]) for name in rows if name.startswith(file)) for file in asked]
    assert most[0] == 1 and most[1] > 3 and len(rows) > 40


SAYS = {"Bilingual", "add", "UsageError", "ClickException", "echo"}  # what is called with a message
ONE_SPELLING = {
    "একাউন্ট": "অ্যাকাউন্ট",
    "পরিপন্থী": "পরিপন্থি",
    "নথিতে": "রেকর্ডে",  # a document that leaks is a নথি
    "নথি রাখার": "রেকর্ড রাখার",
    "শিরোনামে": "হেডারে",
    "নাও হতে": "না-ও হতে",
    "মাথায় লিখুন": "শুরুতে লিখুন",
    "লিঙ্গ বৈষম্য": "লিঙ্গবৈষম্য",
    "লিঙ্গ পরিচয়": "লিঙ্গপরিচয়",
    "ভুল সতর্কতা": "ভুলভাবে চিহ্নিত",
    "ভুল ধরা": "ভুলভাবে চিহ্নিত",  # a block and an advice are reported too
}
APART = re.compile(r"[A-Za-z0-9০-৯’`}\]] (?:এর|এরও|এ|এও|তে)(?=[ ;।,|\"])")  # JACHAI_SWITCH এ, for JACHAI_SWITCH-এ
COUNTED = re.compile(r"\{(?!in_bangla\()[A-Z_]+\}(?: ?টি|-এর| অক্ষর| শব্দ)")  # ১ থেকে 30টি, for ১ থেকে ৩০টি


@cache
def said_by_the_server() -> list[str]:
    """The source of each message of the server's files."""
    found: list[str] = []
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        for node in nodes(path):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAYS:
                found += (ast.get_source_segment(source, argument) or "" for argument in node.args)
    found += (f'"{bn}"' for _, bn, _ in ERRORS.values())
    found += (text for command in OURS.values() for _, text in texts_of(command))
    return found


def said_by_the_extension() -> Iterator[str]:
    """Its Bangla strings and the practice page's; those of pages with their English."""
    table = json.loads((ROOT / "extension/_locales/bn/messages.json").read_text(encoding="utf-8"))
    yield from (entry["message"] for entry in table.values())
    for name in ("extension/page/words.js", "server/practice/static/words.js", "server/practice/index.html"):
        yield from (ROOT / name).read_text(encoding="utf-8").splitlines()


def said_by_the_lists() -> Iterator[str]:
    """What their heads say, and what a clause asks for instead; the clauses themselves are quoted as they were written."""
    lists = shipped()
    for head in (*lists.lists, *lists.learned):
        yield from (head.title.bn, head.message.bn)
    yield from (word_list.instead.bn for word_list in lists.lists)
    yield from (clause.instead.bn for clause in lists.guideline.clauses.values())


def said_by_the_guides() -> Iterator[str]:
    """The lines of what staff, IT and maintainers read in Bangla."""
    for name in (
        "README.md",
        "docs/deployment.md",
        "docs/extension.md",
        "docs/institutions.md",
        "docs/severity.md",
        "wordlists/README.md",
        "deploy/policies/README.md",
    ):
        yield from (ROOT / name).read_text(encoding="utf-8").splitlines()


def not_said() -> set[str]:
    """What the house's table of Bangla words says not to write."""
    house = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("### The same in Bangla")[2]
    rows = re.findall(r"(?m)^\| [^|]+ \| [^|]+ \| ([^|]*[\u0980-\u09ff][^|]*) \|$", house)
    return {word for row in rows for word in row.split(", ")}


@pytest.mark.parametrize("said", [said_by_the_server, said_by_the_extension, said_by_the_lists, said_by_the_guides])
def test_messages_are_spelled_in_one_way(said: Callable[[], Iterable[str]]) -> None:
    """One spelling for one word, one word for one thing, and a hyphen before the ending of what is no Bangla word."""
    texts = [normalize("NFC", text) for text in said()]
    refused = {normalize("NFC", word) for word in {*ONE_SPELLING, *not_said()}}
    assert len(texts) > 50 and len(not_said()) > 30
    assert [(old, text) for old in refused for text in texts if old in text] == []
    assert [text for text in texts if APART.search(text)] == []


def test_a_number_in_a_bangla_message_is_written_in_bangla() -> None:
    assert [text for text in said_by_the_server() if COUNTED.search(text)] == []


IN_BOTH = {"Bilingual", "add", "BadRequest"}  # what is called with a message in Bangla and the same in English


def told_in_both() -> Iterator[tuple[str, str]]:
    """The letters of each message that the server's files write in both languages, placeholders left out."""
    for path in FILES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in IN_BOTH:
                written = [re.sub(r"[^A-Za-z\u0980-\u09ff]", "", "".join(literals(it))) for it in node.args[-2:]]
                if all(written) and len(written) == 2:
                    yield written[0], written[1]
    yield from ((bn, en) for _, bn, en in ERRORS.values())


def literals(node: ast.expr) -> Iterator[str]:
    """The text of a string, or of an f-string outside its braces."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return (it.value for it in parts if isinstance(it, ast.Constant) and isinstance(it.value, str))


def test_bangla_comes_first_in_every_message() -> None:
    found = list(told_in_both())
    assert len(found) > 200
    assert [(bn, en) for bn, en in found if share_of_bangla(bn) <= share_of_bangla(en)] == []


def share_of_bangla(text: str) -> float:
    return len(re.findall(r"[\u0980-\u09ff]", text)) / len(text)
