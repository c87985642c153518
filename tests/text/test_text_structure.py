"""server/text stands on nothing of the server, breaks no word by \\b or \\w, and each of its files has a test."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TEXT = TESTS.parent.parent / "server" / "text"
FILES = sorted(TEXT.glob("*.py"))
# Tables and shapes, tested through the file that uses them.
TESTED_WITH = {
    "clusters": "offsets", "lookalikes": "normalise", "shapes": "words", "noun_endings": "endings", "verb_endings": "endings",
    "latin_endings": "romanised", "split_letters": "disguises", "spaced_letters": "disguises",
    "mixed": "disguises", "masked": "disguises", "known_words": "romanised", "spellings": "romanised",
    "initials": "disguises", "spans": "links", "ansi": "language", "scripts": "language", "function_words": "language",
    "__init__": "text_structure",
}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_imports_nothing_of_the_server_outside_text(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for module in modules:
            assert not module.startswith("server") or module.startswith("server.text.")
            assert not module.startswith("flask")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_pattern_trusts_word_boundaries(path: Path) -> None:
    code = ast.parse(path.read_text("utf-8"))
    docs = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(code)
        if isinstance(node, ast.Module | ast.FunctionDef)
    }
    texts = [node.value for node in ast.walk(code) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert not [text for text in texts if text not in docs and ("\\b" in text or "\\w" in text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_has_a_test_and_keeps_small(path: Path) -> None:
    assert (TESTS / f"test_{TESTED_WITH.get(path.stem, path.stem)}.py").exists()
    assert len(path.read_text("utf-8").splitlines()) <= 200


def test_the_guard_is_sorted_ascii_and_carries_its_licence() -> None:
    lines = (TEXT / "english.txt").read_text("ascii").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    head = "\n".join(line for line in lines if line.startswith("#"))
    assert words == sorted(set(words))
    assert "Copyright 2000-2011 by Kevin Atkinson" in head
    assert "Princeton University" in head
