"""explain and diff teach a maintainer what a list does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from server.wordlists.diff import BadRevision, compare, folder_of, read_texts, report
from server.wordlists.explain import explain
from tests.wordlists.lists import rows, ruleset

TERMS = rows("""\
- শালা
- term: নৌকা
  except: [নৌকা বাইচ]
- term: পাগল
  context: [হাসপাতাল]
- term: দালাল
  weight: 0.5
- ভোট চোর
- চোর
""")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("শালার", "found: «শালার» prohibited/test.yaml#শালা, 9.nga, warn (হুবহু | as written, ‘র’"),
        ("shalar", "in Banglish"),
        ("শ.া.লা", "in disguise"),
        ("শালাক", "nearly: «শালাক» = শালা + ‘ক’"),
        ("নৌকা বাইচ", "inside an exception"),
        ("হাসপাতালে পাগল", "a forgiving word"),
        ("দালাল", "does not add up"),
        ("ভোট চোর", "where a longer or stricter match stands"),
        ("http://shala.com/", "inside a web or mail address"),
        ("সভা", "no word of any list"),
        ("ভাই বোনেরা", "a group's word; no partner"),
    ],
)
def test_explain(tmp_path: Path, text: str, expected: str) -> None:
    rules = ruleset(tmp_path, TERMS, kin="ভাই", near="বন্ধু")
    assert any(expected in line for line in explain(text, rules)), list(explain(text, rules))


def test_diff_tells_what_is_newly_flagged_and_newly_silent(tmp_path: Path) -> None:
    old, new = tmp_path / "old/wordlists", tmp_path / "new/wordlists"
    ruleset(old, "  - শালা\n  - গাধা\n")
    ruleset(new, "  - শালা\n  - বলদ\n")
    (new / "harmless").mkdir()
    (new / "harmless/office.txt").write_text("বলদ পালন প্রশিক্ষণ\n", encoding="utf-8")
    changes = list(compare(old, new, ["তুই গাধা", "তুই শালা", "সভা"]))
    assert [(change.sign, change.flag.source, change.texts) for change in changes] == [
        ("+", "prohibited/test.yaml#বলদ", ("বলদ পালন প্রশিক্ষণ",)),
        ("-", "prohibited/test.yaml#গাধা", ("তুই গাধা",)),
    ]
    lines = list(report(changes))
    assert "9.nga: +1 নতুন ধরা | newly flagged, -1 আর ধরা নয় | newly silent" in lines
    assert list(report(compare(new, new, []))) == ["কোনো পার্থক্য নেই | no difference"]


def test_diff_reads_git_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset(tmp_path / "repo/wordlists", "  - শালা\n")
    monkeypatch.chdir(tmp_path / "repo")
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "lists"]):
        subprocess.run(["git", *command], check=True)
    folder = folder_of("HEAD", tmp_path / "scratch")
    assert (folder / "prohibited/test.yaml").is_file()
    with pytest.raises(BadRevision, match="neither a folder nor"):
        folder_of("no-such-revision", tmp_path / "scratch")


def test_texts_come_as_lines_or_as_json(tmp_path: Path) -> None:
    path = tmp_path / "texts"
    path.write_text('{"id": 1, "text": "এক\\nদুই"}\nতিন\n\n', encoding="utf-8")
    assert list(read_texts(path)) == ["এক\nদুই", "তিন"]
