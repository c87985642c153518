"""Who signs a post at its end, and what a dash in the middle of it does not name."""

import pytest

from server.text.normalise import normalise
from server.text.signed import signature


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("কাজ চলছে। — উপজেলা ভূমি অফিস", "উপজেলা ভূমি অফিস"),
        ("Closed today. - Zone Office, City Corporation", "zone office, city corporation"),
        ("শুভ সকাল! – পৌরসভা।", "পৌরসভা"),
        ("প্রথম ছত্র\n— জেলা প্রশাসন", "জেলা প্রশাসন"),
        ("বিষয়টি দেখবে — উপজেলা ভূমি অফিস", ""),
        ("কাজ চলছে। — কক্ষ ১০৫", ""),
        ("কাজ চলছে। — পৌরসভা। কাল আসুন", ""),
        ("কাজ চলছে।", ""),
        ("", ""),
    ],
)
def test_who_signs(text: str, signed: str) -> None:
    normal = normalise(text)
    span = signature(normal)
    assert (normal[slice(*span)] if span else "") == (normalise(signed) if signed else "")
