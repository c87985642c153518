"""Tokens: random, known by their hashes alone, two at once, one office each."""

from __future__ import annotations

from pathlib import Path

import pytest

from server import create_app
from server.institution import load_institutions
from server.institution_commands import institutions_commands
from server.settings import Settings
from server.tokens import AT_ONCE, Tokens, hash_of, new_token
from server.wordlists.reading.faults import FaultyLists
from tests.service.offices import small_app, write_list, write_profiles


def test_a_token_means_its_office() -> None:
    tokens = [new_token() for _ in range(4)]
    known = Tokens((hash_of(token), f"office-{place // 2}") for place, token in enumerate(tokens))
    assert [known.office_of(token) for token in tokens] == ["office-0", "office-0", "office-1", "office-1"]
    assert len(set(tokens)) == 4 and all(len(token) > 40 for token in tokens)
    for wrong in ("", "x", tokens[0] + " ", hash_of(tokens[0]), "\ud800", tokens[0] * 9):
        assert known.office_of(wrong) is None


def test_the_whole_hash_is_compared() -> None:
    token = new_token()
    close = hash_of(token)[:-1] + ("0" if hash_of(token)[-1] != "0" else "1")
    assert Tokens([(close, "a")]).office_of(token) is None


@pytest.mark.parametrize(
    "hashes, what",
    [
        ([["a"], ["a"]], r"b\.yaml:5: .*'a''s too"),
        ([["a", "b"], ["c", "a"]], r"b\.yaml:6: .*'a''s too"),
        ([["a", "b", "c"]], r"a\.yaml:7: .*at most 2 at once"),  # the row that is too many
        ([["a", "b"], ["c"]], ""),
    ],
)
def test_a_token_has_one_office_and_old_ones_go(tmp_path: Path, hashes: list[list[str]], what: str) -> None:
    for office, names in zip("abc", hashes, strict=False):
        rows = "".join(f"  - sha256:{name * 64}\n" for name in names)
        (tmp_path / f"{office}.yaml").write_text(
            f"id: {office}\nnames:\n  bn: ক\ntoken_hashes:\n{rows}", encoding="utf-8"
        )
    if not what:
        assert len(load_institutions(tmp_path)) == len(hashes)
        return
    with pytest.raises(FaultyLists, match=what):
        load_institutions(tmp_path)


def test_the_command_tells_the_faults_of_a_profile(tmp_path: Path) -> None:
    app = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"))
    (tmp_path / "offices/ka.yaml").write_text("id: ka\n", encoding="utf-8")
    done = app.test_cli_runner().invoke(institutions_commands, ["token", "ka"])
    assert done.exit_code == 1 and "offices/ka.yaml:1" in done.output and isinstance(done.exception, SystemExit)


def test_the_command_needs_no_lists(tmp_path: Path) -> None:
    """Lists that are being mended are no reason to give nobody a token."""
    settings = Settings(wordlists=(write_list(tmp_path, "[["),), institutions=write_profiles(tmp_path / "offices"))
    assert create_app(settings).test_cli_runner().invoke(institutions_commands, ["token", "ka"]).exit_code == 0


@pytest.mark.parametrize("kept", [(), ("x",), ("x", "y")], ids=["the first", "one more", "for the oldest"])
def test_what_the_command_prints_is_what_the_profile_lacks(tmp_path: Path, kept: tuple[str, ...]) -> None:
    """A second `token_hashes:` is a fault, and whoever then keeps the new one cuts the office off; so is a third token."""
    offices = write_profiles(tmp_path / "offices")
    profile = offices / "ka.yaml"
    hashes = [f"  - {hash_of(token)}\n" for token in kept]
    profile.write_text(
        "".join(["id: ka\nnames:\n  bn: ক দপ্তর\n", *(["token_hashes:\n"] if kept else []), *hashes]), encoding="utf-8"
    )
    app = small_app(tmp_path, institutions=offices)
    told = app.test_cli_runner().invoke(institutions_commands, ["token", "ka"]).output
    printed = "".join(line for line in told.splitlines(keepends=True) if line.startswith(("token_hashes:", "  - ")))
    before = profile.read_text(encoding="utf-8")
    if "take the oldest row out first" in told and "সবচেয়ে পুরোনো সারিটি মুছুন" in told:
        before = before.replace(hashes[0], "")
    profile.write_text(before + printed, encoding="utf-8")
    assert len(load_institutions(offices)["ka"].token_hashes) == min(len(kept) + 1, AT_ONCE)


@pytest.mark.parametrize("empty", ["token_hashes:", "token_hashes: # last taken out", "token_hashes: []"])
def test_an_empty_head_is_replaced_by_what_the_command_prints(tmp_path: Path, empty: str) -> None:
    """It is left where the last hash was taken out; a hidden copy is no profile."""
    offices = tmp_path / "offices"
    offices.mkdir()
    written = "id: {}\nnames:\n  bn: ক দপ্তর\n{}sells: no\n"
    (offices / "ka.yaml").write_text(written.format("ka", f"{empty}\n"), encoding="utf-8")
    (offices / "kha.yaml").write_text(written.format("kha", ""), encoding="utf-8")
    (offices / ".#kha.yaml").write_text(written.format("kha", f"{empty}\n"), encoding="utf-8")
    app = small_app(tmp_path, institutions=offices)
    for office, where in (("ka", "in place of the empty token_hashes: of the profile"), ("kha", "add to the profile")):
        told = app.test_cli_runner().invoke(institutions_commands, ["token", office]).output
        assert where in told
        printed = told.partition(f"{where}:\n\n")[2]
        (offices / f"{office}.yaml").write_text(written.format(office, printed), encoding="utf-8")
    assert all(len(office.token_hashes) == 1 for office in load_institutions(offices).values())


def test_the_command_shows_a_token_and_its_line(tmp_path: Path) -> None:
    app = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"))
    told = app.test_cli_runner().invoke(institutions_commands, ["token", "ka"]).output
    token = next(word for word in told.split() if word.startswith("jachai_"))
    assert f"  - {hash_of(token)}\n" in told and "টোকেন" in told
    unknown = app.test_cli_runner().invoke(institutions_commands, ["token", "kotha"])
    assert unknown.exit_code == 2 and "এগুলোর একটি লিখুন: ka, kha | " in unknown.output
