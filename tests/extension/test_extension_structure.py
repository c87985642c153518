"""The promises of the extension's layout: a platform is one file and a line, one file touches storage, no page can be fooled."""

import json
import re
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[2] / "extension"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text())
[CONTENT] = MANIFEST["content_scripts"]
SCRIPTS = sorted(EXTENSION.rglob("*.js"))
BROWSER_API = re.compile(r"(?<![\w.])(?:globalThis\.)?(?:chrome|browser)\??\.")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)


def name(path: Path) -> str:
    """A path as the manifest writes it."""
    return path.relative_to(EXTENSION).as_posix()


def code(path: Path) -> str:
    """A script without its comments."""
    return COMMENT.sub("", path.read_text())


def folder(prefix: str, names: list[str]) -> list[str]:
    """Those of `names` in one folder."""
    return [one for one in names if one.startswith(f"{prefix}/")]


def test_there_are_scripts_to_look_at() -> None:
    assert len(SCRIPTS) > 20 and {name(path).split("/")[0] for path in SCRIPTS} >= {"background", "content", "page"}


@pytest.mark.parametrize("part", ["platforms", "content", "page"])
def test_every_script_of_the_page_is_in_the_manifest_and_the_other_way_round(part: str) -> None:
    in_folder = sorted(name(path) for path in (EXTENSION / part).glob("*.js"))
    assert sorted(folder(part, CONTENT["js"])) == in_folder
    assert in_folder


def test_the_manifest_loads_page_in_the_order_that_page_asks_for() -> None:
    head = (EXTENSION / "page" / "namespace.js").read_text()
    [order] = re.findall(r"Load in this order.*?:\n//\s+(.+)\n", head)
    assert folder("page", CONTENT["js"]) == [f"page/{one}.js" for one in order.split()]
    assert CONTENT["js"][0] == "page/namespace.js"


def test_platforms_are_known_before_main_looks_for_one() -> None:
    scripts = CONTENT["js"]
    assert scripts[-1] == "content/main.js"
    assert all(scripts.index(one) < scripts.index("content/main.js") for one in folder("platforms", scripts))


def test_a_platform_runs_on_exactly_the_hosts_that_the_manifest_matches() -> None:
    hosts = []
    for path in (EXTENSION / "platforms").glob("*.js"):
        [listed] = re.findall(r"hosts: \[(.*?)\]", code(path), re.DOTALL)
        hosts += re.findall(r"'([^']+)'", listed)
    assert sorted(f"https://{host}/*" for host in hosts) == sorted(CONTENT["matches"])


def test_every_platform_says_when_its_selectors_were_confirmed() -> None:
    for path in (EXTENSION / "platforms").glob("*.js"):
        assert re.search(r"confirmed: '(never|\d{4}-\d\d-\d\d)", path.read_text()), name(path)


@pytest.mark.parametrize("path", [path for path in SCRIPTS if name(path).startswith(("page/", "platforms/"))], ids=name)
def test_page_and_platforms_call_no_browser_api(path: Path) -> None:
    assert not BROWSER_API.search(code(path))


def test_the_code_knows_the_version_of_its_manifest() -> None:
    """Else Chromium's worker would reload the extension, or an old one would not notice that it is one."""
    [built] = re.findall(r"export const BUILT = '([\d.]+)';", code(EXTENSION / "background/install.js"))
    assert built == MANIFEST["version"]


def test_one_file_touches_storage() -> None:
    assert [
        name(path)
        for path in SCRIPTS
        if re.search(r"(?:chrome|browser)\??\.storage\b|localStorage|indexedDB", code(path))
    ] == ["background/storage.js"]


def test_content_scripts_never_hear_of_the_token() -> None:
    for script in CONTENT["js"]:
        assert "token" not in code(EXTENSION / script).lower(), script


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_no_script_makes_markup_or_code_of_text(path: Path) -> None:
    dangers = r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|setHTMLUnsafe|srcdoc)\b"
    assert not re.search(dangers, code(path))


def test_only_the_background_and_our_own_pages_reach_the_network() -> None:
    callers = {
        name(path)
        for path in SCRIPTS
        if re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource", code(path))
    }
    assert callers == {"background/server.js", "background/words.js"}


def test_permissions_are_the_least() -> None:
    assert MANIFEST["permissions"] == ["storage", "scripting"]  # scripting: for the sites that IT names, once granted
    assert MANIFEST["optional_host_permissions"] == ["https://*/*", "http://*/*"]  # of these, one host at a click
    assert not {"host_permissions", "web_accessible_resources", "key", "externally_connectable"} & MANIFEST.keys()


def test_extension_pages_run_only_scripts_of_the_folder() -> None:
    policy = MANIFEST["content_security_policy"]["extension_pages"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "upgrade-insecure-requests" not in policy  # it would cut off an office's http server in Firefox
    for page in EXTENSION.rglob("*.html"):
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=", page.read_text()), name(page)


def test_both_languages_have_the_same_messages_and_each_is_used() -> None:
    tables = {
        language: json.loads((EXTENSION / "_locales" / language / "messages.json").read_text())
        for language in ("bn", "en")
    }
    assert list(tables["bn"]) == list(tables["en"])
    used = "\n".join(path.read_text() for kind in ("*.js", "*.html", "manifest.json") for path in EXTENSION.rglob(kind))
    for key, entry in tables["bn"].items():
        assert re.search(rf"""['"]{key}['"]|__MSG_{key}__""", used), f"no one shows {key}"
        assert re.search("[\u0980-\u09ff]", entry["message"]), key
        english = tables["en"][key]["message"]
        assert not re.search("[\u0980-\u09ff]", english), key
        assert sorted(re.findall(r"\{\d\}", english)) == sorted(re.findall(r"\{\d\}", entry["message"])), key


@pytest.mark.parametrize("path", sorted((EXTENSION / "content").glob("*.js")), ids=name)
def test_what_a_content_script_says_is_a_word_of_page(path: Path) -> None:
    assert not re.search("[\u0980-\u09ff]", code(path)), "say it in page/words.js, in both languages"


def test_every_message_that_a_page_names_exists() -> None:
    table = json.loads((EXTENSION / "_locales" / "bn" / "messages.json").read_text())
    for page in EXTENSION.rglob("*.html"):
        assert set(re.findall(r'data-words="(\w+)"', page.read_text())) <= table.keys(), name(page)
    for path in SCRIPTS:
        if not name(path).startswith("page/"):
            assert set(re.findall(r"\bwords\('(\w+)'", code(path))) <= table.keys(), name(path)


def test_managed_settings_are_the_settings() -> None:
    schema = json.loads((EXTENSION / "managed_schema.json").read_text())
    [defaults] = re.findall(
        r"DEFAULTS = Object\.freeze\(\{(.*?)\}\)", (EXTENSION / "background/settings.js").read_text(), re.DOTALL
    )
    assert sorted(schema["properties"]) == sorted(re.findall(r"^\s*(\w+):", defaults, re.MULTILINE))
    titles = [setting["title"] for setting in schema["properties"].values()]
    assert [title for title in titles if not re.fullmatch(r"[^|]*[ক-হ][^|]* \| [^|ক-হ]+", title)] == []


def test_no_file_is_over_400_lines() -> None:
    long = [
        name(path)
        for path in EXTENSION.rglob("*")
        if path.suffix in (".js", ".html", ".css") and path.read_text().count("\n") > 400
    ]
    assert long == []


PLATFORMS = sorted((EXTENSION / "platforms").glob("*.js"))


@pytest.mark.parametrize("path", PLATFORMS, ids=lambda path: path.stem)
def test_a_platform_is_one_file_and_its_lines_in_the_manifest(path: Path) -> None:
    source = code(path)
    assert source.count("Jachai.addPlatform(") == 1 and f"name: '{path.stem}'" in source
    naming = re.compile(rf"""['"`/]{path.stem}\b""")
    others = [name(other) for other in SCRIPTS if other != path and naming.search(code(other))]
    assert others == [], "another file knows this platform"


def test_no_other_script_names_a_platform_s_host() -> None:
    hosts = re.compile(
        "|".join(re.escape(one.removeprefix("https://").removesuffix("/*")) for one in CONTENT["matches"])
    )
    assert [name(path) for path in SCRIPTS if path not in PLATFORMS and hosts.search(code(path))] == []


WHAT_IS_TOLD = "| platform | action told to the server |"  # the second table of docs/platforms.md; the first is written


def told_platforms(document: str) -> set[str]:
    """The platforms of that table's rows: "instagram, threads" are two."""
    [table] = re.findall(rf"^{re.escape(WHAT_IS_TOLD)}.*\n\|[-|]+\n((?:\|.*\n)+)", document, re.MULTILINE)
    return {name.strip() for row in table.splitlines() for name in row.split("|")[1].split(",")}


def untried(platform: str, modules: str, sites: str, document: str) -> list[str]:
    """What a platform still lacks. `modules`: all *.test.mjs, joined."""
    there = {
        "tests/extension/platforms.test.mjs: rows for it": f"'{platform}'" in modules,
        "tests/browser/sites.py: a Site": f'Site("{platform} ' in sites,
        "docs/platforms.md: a row in the second table": platform in told_platforms(document),
    }
    return [cure for cure, is_there in there.items() if not is_there]


TRIED = (
    "\n".join(file.read_text() for file in Path(__file__).parent.glob("*.test.mjs")),
    (EXTENSION.parent / "tests/browser/sites.py").read_text(),
    (EXTENSION.parent / "docs/platforms.md").read_text(),
)


@pytest.mark.parametrize("path", PLATFORMS, ids=lambda path: path.stem)
def test_every_platform_is_tried_on_its_own_and_in_a_browser(path: Path) -> None:
    lacking = untried(path.stem, *TRIED)  # told alone: pytest would print all that is looked through
    assert lacking == []


def test_the_table_that_is_written_stands_for_no_other() -> None:
    modules, sites, document = TRIED
    document = re.sub(r"^\| x \| .*\n", "", document, flags=re.MULTILINE)
    assert "| x post |" in document and untried("x", modules, sites, document) == [
        "docs/platforms.md: a row in the second table"
    ]
    assert len(untried("unheard-of", *TRIED)) == 3


def test_a_hook_is_one_of_three() -> None:
    for path in PLATFORMS:
        hooks = set(re.findall(r"^    (\w+)(?:\(|: \((?:_?\w+,? ?)*\) =>)", code(path), re.MULTILINE))
        assert hooks <= {"publishControls", "publishKeys", "surroundings"}, name(path)


def unasked_selectors(source: str, known: set[str]) -> set[str]:
    """The selectors of a platform's file that neither our scripts nor its own hooks ask for: a name misspelt finds nothing."""
    [told] = re.findall(r"\bselectors: \{\n(.*?)\n    \}", source, re.DOTALL)
    asked = set(re.findall(r"\.selectors\.(\w+)", source))
    for names in re.findall(r"\{([\w, ]+)\} = \w+\.selectors;", source):
        asked.update(re.findall(r"\w+", names))
    return set(re.findall(r"^      (\w+):", told, re.MULTILINE)) - known - asked


def known_selectors() -> set[str]:
    """Those that a platform may have, and the server may renew."""
    [names] = re.findall(r"JachaiSelectors = .*\(\[(.*?)\]\);", (EXTENSION / "content/platform.js").read_text())
    return {"composer", *re.findall(r"\w+", names)}


@pytest.mark.parametrize("path", PLATFORMS, ids=lambda path: path.stem)
def test_every_selector_is_asked_for(path: Path) -> None:
    known, source = known_selectors(), code(path)
    assert unasked_selectors(source, known) == set(), "name it in `JachaiSelectors` of content/platform.js"
    assert unasked_selectors(source.replace("      composer:", "      composr:"), known) == {"composr"}


def test_marks_look_the_same_in_a_shadow_root() -> None:
    def rules(text: str) -> list[tuple[str, list[str]]]:
        found = re.findall(r"((?:@media [^{]*\{\s*)?::highlight\([\w-]+\)) \{(.*?)\}", text, re.DOTALL)
        return [
            (" ".join(to.split()), sorted(one.strip() for one in body.split(";") if one.strip())) for to, body in found
        ]

    sheet = rules((EXTENSION / "page/underline.css").read_text())
    assert len(sheet) == 4 and rules((EXTENSION / "page/underline.js").read_text()) == sheet


def test_no_observer_follows_the_page() -> None:
    """A composer shows itself by focus or typing; only what is found is observed, until it goes."""
    observers = {
        name(path): re.findall(r"\.observe\((.*?)[,)]", code(path))
        for path in SCRIPTS
        if re.search(r"new \w+Observer\(", code(path)) and name(path) in CONTENT["js"]
    }
    for path, observed in observers.items():
        own = {"document"} if path == "content/main.js" else set()  # a frame's, and only whether it is opened anew
        assert observed and set(observed) <= {"element", "this.element", "field", "surface.host", *own}, path
    assert "page/watch.js" in observers


PRACTICE = EXTENSION.parent / "server/practice"


def with_imports(path: Path, found: dict[Path, str]) -> dict[Path, str]:
    """Adds a script and what it imports to `found`: each with its code."""
    if path not in found:
        found[path] = code(path)
        for imported in re.findall(r"\b(?:from|import) '(\.[^']+)'", found[path]):
            with_imports((path.parent / imported).resolve(), found)
    return found


def loaded() -> dict[str, dict[Path, str]]:
    """The scripts that run together, by where they do."""
    entries = {
        "content scripts": [EXTENSION / script for script in CONTENT["js"]],
        "background": [EXTENSION / MANIFEST["background"]["service_worker"]],
    }
    for page in [*EXTENSION.rglob("*.html"), PRACTICE / "index.html"]:
        sources = re.findall(r'<script[^>]* src="([^"]+)"', page.read_text())
        folders = {source: EXTENSION if source.startswith("page/") else page.parent for source in sources}
        entries[page.name] = [(folder / source).resolve() for source, folder in folders.items()]
    together: dict[str, dict[Path, str]] = {where: {} for where in entries}
    for where, paths in entries.items():
        for path in paths:
            with_imports(path, together[where])
    return together


def assigned(source: str) -> set[str]:
    """The members of `Jachai` that a script sets."""
    return set(re.findall(r"\bJachai\.(\w+) (?:\?\?)?= ", source))


def asked(source: str) -> set[str]:
    """Those that it reads, but for what it can do without (`Jachai.NAME?.`, `Jachai?.NAME`). That each is one, tsc sees to."""
    patterns = re.findall(r"\bconst \{([^=;]*)\} = Jachai;", source)
    return {*re.findall(r"\bJachai\.(\w+)\b(?!\?)", source), *re.findall(r"\w+", " ".join(patterns))}


def declared() -> set[str]:
    """All that `Jachai` may have, as its type says."""
    types = (EXTENSION / "page/namespace.js").read_text().split("@typedef {object} PageMembers")[1]
    return set(
        re.findall(
            r"^ \* (?!@typedef).*\} \[?(\w+)\]?(?:  .*)?$", types.split("@typedef {PageMembers &")[0], re.MULTILINE
        )
    )


def unassigned(together: dict[str, dict[Path, str]]) -> set[tuple[str, str]]:
    """The members of `Jachai` that are asked for where nobody sets them: to tsc each of them is there, everywhere."""
    lacking = set()
    for where, scripts in together.items():
        here = set().union(*map(assigned, scripts.values()))
        lacking |= {(where, name) for source in scripts.values() for name in asked(source) - here}
    return lacking


def test_every_member_of_our_global_is_set_where_it_is_asked_for() -> None:
    together = loaded()
    assert all(asked("".join(scripts.values())) for scripts in together.values())
    assert unassigned(together) == set()


def test_every_member_of_our_global_is_set_somewhere() -> None:
    scripts = [source for there in loaded().values() for source in there.values()]
    assert declared() == set().union(*map(assigned, scripts))


@pytest.mark.parametrize(
    ("where", "path", "line"),
    [
        ("content scripts", "content/rules.js", "Jachai.toldRules = toldRules;"),
        ("content scripts", "content/path.js", "Jachai.isThere = isThere;"),
        ("background", "page/language.js", "Jachai.timeOf = timeOf;"),
    ],
)
def test_a_member_that_is_not_set_is_found(where: str, path: str, line: str) -> None:
    together = loaded()
    source = together[where][EXTENSION / path]
    assert line in source
    together[where][EXTENSION / path] = source.replace(line, "")
    assert unassigned(together) == {(where, line.split()[0].removeprefix("Jachai."))}


def test_what_only_another_page_sets_is_not_set_here() -> None:
    together = loaded()
    together["index.html"][Path("more.js")] = "Jachai.toldRules();"
    assert unassigned(together) == {("index.html", "toldRules")}
