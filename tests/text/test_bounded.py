"""What is remembered stays bounded, and begins anew when it is full."""

from __future__ import annotations

from server.text.bounded import Bounded, ByText, Texts, remembered


def test_it_holds_no_more_than_it_may_and_gives_back_what_it_keeps() -> None:
    known: Bounded[int, str] = Bounded(3)
    assert [known.keep(number, str(number)) for number in range(3)] == ["0", "1", "2"]
    assert dict(known) == {0: "0", 1: "1", 2: "2"}
    assert known.keep(3, "3") == "3"
    assert dict(known) == {3: "3"}


def test_by_text_it_holds_no_long_one() -> None:
    known: ByText[int] = ByText(2, longest=3)
    assert [known.keep(text, len(text)) for text in ("সভা", "সভায়")] == [3, 5]
    assert dict(known) == {"সভা": 3}
    assert [known.keep(text, len(text)) for text in ("আজ", "কাল")] == [2, 3]
    assert dict(known) == {"কাল": 3}


def test_of_texts_it_holds_no_more_than_it_may_and_no_long_one() -> None:
    known = Texts(3, longest=3)
    known.take(["সভা", "সভায়", "আজ"])
    assert known == {"সভা", "আজ"}
    known.take({"সভা", "কাল"})
    assert known == {"সভা", "কাল"}
    known.take(["ক", "খ", "গ", "ঘ"])  # of one draft: they go with the next
    assert known == {"ক", "খ", "গ", "ঘ"}
    known.take(["ঙ"])
    assert known == {"ঙ"}


def test_a_function_remembers_no_long_text() -> None:
    asked: list[str] = []

    @remembered(2, longest=3)
    def length(text: str) -> int:
        """How long it is."""
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("সভা", "সভা", "সভায়", "সভায়")] == [3, 3, 5, 5]
    assert asked == ["সভা", "সভায়", "সভায়"]
    assert length.__doc__ == "How long it is."
