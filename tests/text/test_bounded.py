"""What is remembered stays bounded, and begins anew when it is full."""

from __future__ import annotations

from server.text.bounded import Bounded


def test_it_holds_no_more_than_it_may_and_gives_back_what_it_keeps() -> None:
    known: Bounded[int, str] = Bounded(3)
    assert [known.keep(number, str(number)) for number in range(3)] == ["0", "1", "2"]
    assert dict(known) == {0: "0", 1: "1", 2: "2"}
    assert known.keep(3, "3") == "3"
    assert dict(known) == {3: "3"}
