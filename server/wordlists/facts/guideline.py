"""The guideline's clauses: what a finding cites. Which edition's labels are shown is the office's choice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.bilingual import Bilingual, in_bangla
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.fields import bilingual, refuse_unknown
from server.wordlists.reading.source import Fields, items, line_of, mapping, read, text

FILE = "guideline.yaml"
LONGEST_ID = 16  # characters of a clause's id: as much as a record takes
CLAUSE_FIELDS = ("id", "label", "bn", "en", "instead")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. `labels`: edition → the label that staff know, "৯(ঙ)". `text` has its head's sentence in front."""

    id: str
    labels: dict[str, str]
    text: Bilingual
    instead: Bilingual  # what to write instead


@dataclass(frozen=True, slots=True)
class Guideline:
    """All clauses by id, and the edition whose labels stand where an office names none."""

    edition: str
    clauses: dict[str, Clause]

    def label(self, clause: str, edition: str = "") -> str:
        """The clause's label in that edition, the default's where it has none."""
        labels = self.clauses[clause].labels
        return labels.get(edition) or labels[self.edition]


def read_guideline(path: Path, faults: Faults) -> Guideline:
    """The guideline in that file; what is wrong in it is told in `faults`."""
    fields = mapping(read(path, faults, None), faults)
    refuse_unknown(fields, ("edition", "heads", "clauses", "note"), faults)
    edition = text(fields.get("edition"), faults, "edition")
    heads = {
        name: bilingual(entry, faults, name)
        for name, entry in (mapping(fields["heads"].node, faults) if "heads" in fields else {}).items()
    }
    clauses = {}
    for node in items(fields.get("clauses"), faults, "clauses"):
        clause = _read_clause(mapping(node, faults), heads, edition, faults)
        if clause and clause.id in clauses:
            faults.add(
                line_of(node),
                f"id ‘{clause.id}’ আগের একটি অনুচ্ছেদেও আছে; অন্য id লিখুন বা একটি অনুচ্ছেদ মুছুন",
                f"a clause above has the id '{clause.id}' too; write another, or delete one of the two",
            )
        elif clause:
            clauses[clause.id] = clause
    if not clauses:
        faults.add(1, "একটিও অনুচ্ছেদ নেই; clauses: লিখুন", "no clause at all; write clauses:")
    return Guideline(edition, clauses)


def _read_clause(fields: Fields, heads: dict[str, Bilingual], edition: str, faults: Faults) -> Clause | None:
    refuse_unknown(fields, CLAUSE_FIELDS, faults)
    line = next(iter(fields.values())).line if fields else 1
    for name in ("id", "label", "bn", "instead"):
        if name not in fields:
            faults.add(line, f"অনুচ্ছেদে ‘{name}’ নেই; লিখুন", f"the clause has no '{name}'; write it")
            return None
    labels = {name: text(entry, faults, name) for name, entry in mapping(fields["label"].node, faults).items()}
    if edition not in labels:
        faults.add(fields["label"].line, f"{edition} সংস্করণের label নেই", f"no label for the edition {edition}")
        return None
    clause_id = text(fields["id"], faults, "id")
    if len(clause_id) > LONGEST_ID:
        faults.add(
            fields["id"].line,
            f"id: সর্বোচ্চ {in_bangla(LONGEST_ID)}টি অক্ষরে লিখুন, যেমন 9.nga",
            f"id: write at most {LONGEST_ID} characters, such as 9.nga",
        )
    # the sentence that a letter completes: "9" for 9.nga, "5.tta" for 5.tta.i
    head = heads.get(clause_id.rpartition(".")[0], Bilingual("", ""))
    said = Bilingual(text(fields["bn"], faults, "bn"), text(fields.get("en"), faults, "en"))
    return Clause(
        id=clause_id,
        labels=labels,
        # a head alone says nothing
        text=Bilingual(f"{head.bn} {said.bn}".strip(), said.en and f"{head.en} {said.en}".strip()),
        instead=bilingual(fields["instead"], faults, "instead"),
    )
