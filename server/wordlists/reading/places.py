"""A field of a list that stands where no such field belongs: told with its place, not with a name that is spelled like it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from server.bilingual import Bilingual
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import refuse_unknown
from server.wordlists.reading.source import Fields

OF_HEAD = Bilingual("সারিতে নয়, ফাইলের শুরুতে লিখুন, terms:-এর আগে", "write it in the head, above terms:, not in a row")
OF_ROW = Bilingual(
    "ফাইলের শুরুতে নয়, terms:-এর নিচে যে সারির জন্য তাতে লিখুন", "write it in a row below terms:, not in the head"
)
OF_RULE = Bilingual(
    "group-এ নয়, যে near-নিয়মে group-টি আছে সেখানে লিখুন", "write it in the near-rule that names the group, not here"
)
OF_LIST = Bilingual(
    "group-এ এ ঘর নেই; তালিকা হলে ফাইলটি prohibited/ বা অন্য ফোল্ডারে রাখুন, group হলে লাইনটি মুছুন",
    "a group has none; a list belongs in prohibited/ or another folder, in a group delete the line",
)
OF_RULES = Bilingual(
    "near-নিয়ম group-এ নয়, prohibited/ বা অন্য ফোল্ডারের তালিকায় লিখুন",
    "write a near-rule in a list of prohibited/ or another folder, not in a group",
)

Places = Mapping[str, Bilingual]  # by a field's name


def list_places(head: Iterable[str], row: Iterable[str]) -> tuple[Places, Places]:
    """Where fields belong that stand in a list's head, and in a row of it. A `term` in the head is a misspelt `terms`."""
    return dict.fromkeys(set(row) - {"term"}, OF_ROW), dict.fromkeys(head, OF_HEAD)


def group_places(head: Iterable[str], row: Iterable[str]) -> tuple[Places, Places]:
    """As `list_places`, of a group. `row`: what the rows of a list have, its near-rules among them."""
    in_head = {
        **dict.fromkeys(set(row) - {"term"}, OF_RULE),
        **dict.fromkeys(("clause", "message", "says", "instead"), OF_LIST),
        "near": OF_RULES,
    }
    return in_head, {**dict.fromkeys(head, OF_HEAD), **in_head, "message": OF_RULE}


def refuse_foreign(fields: Fields, known: Collection[str], places: Places, faults: Faults) -> None:
    """A fault for every field that is not among `known`: its place where it has one, else as `refuse_unknown`."""
    for name, entry in fields.items():
        if name not in known and name in places:
            place = places[name]
            faults.add(entry.line, f"অজানা ঘর ‘{name}’: {place.bn}", f"unknown field '{name}': {place.en}")
    refuse_unknown({name: entry for name, entry in fields.items() if name not in places}, known, faults)


def refuse_lone_within(fields: Fields, faults: Faults) -> None:
    """A fault for a distance where no near-rule says of what: nothing asks for it."""
    if "within" in fields and "near" not in fields:
        faults.add(
            fields["within"].line,
            "within শুধু near-নিয়মে লাগে; লাইনটি মুছুন, নইলে term-এর বদলে near: [a, b] লিখুন",
            "within belongs to near-rules alone; delete the line, or write near: [a, b] in place of term",
        )
