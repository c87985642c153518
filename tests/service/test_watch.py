"""The watch: one call for a change that lies still, none for what is hidden or half uploaded."""

from __future__ import annotations

from pathlib import Path

from server.service.watch import Marks, changes, marks


def mark(name: str) -> Marks:
    return frozenset({(name, 1, 1, 1)})


def test_a_change_is_told_once_it_lies_still() -> None:
    looks = iter([mark(name) for name in "aabcccaab"])
    told = changes(lambda: next(looks), range(8))
    seen = []
    for _ in told:
        seen.append("told")
    assert seen == ["told", "told"]  # c, then a; the last b has not lain still


def test_what_counts_as_a_change(tmp_path: Path) -> None:
    path = tmp_path / "prohibited" / "a.yaml"
    path.parent.mkdir()
    seen = [marks([tmp_path])]

    def changed() -> bool:
        seen.append(marks([tmp_path]))
        return seen[-1] != seen[-2]

    path.write_text("a")
    assert changed() and not changed()
    path.write_text("ab")
    assert changed()
    path.with_suffix(".new").write_text("cd")
    path.with_suffix(".new").replace(path)
    assert changed()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").write_text("x")
    (tmp_path / ".a.yaml.swp").write_text("x")
    assert not changed()
    path.unlink()
    assert changed() and marks([tmp_path / "none"]) == frozenset()
