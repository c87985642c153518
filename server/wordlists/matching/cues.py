"""Which words of which groups stand in a text: what a check asks when lists alone cannot decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from server.text.normalise import normalise
from server.wordlists.matching.compiled import AS_WRITTEN, Compiled
from server.wordlists.matching.look import Look
from server.wordlists.matching.overlap import Span


def cues(normal: str, ruleset: Compiled, *groups: str) -> dict[str, list[Span]]:
    """The spans (code points of the normal form, ascending) of each of these groups that stands in it.

    Most drafts hold none of them: what may forgive is looked up only where there is something to forgive.
    """
    phrases, asked = ruleset.phrases, ruleset.marks(groups)
    opened = phrases.open(normal)
    hits = phrases.walk(opened, asked) if opened.marks & asked else []
    if not hits:
        return {}
    look = Look(ruleset, normal, [*hits, *phrases.forgiving(opened, ruleset.forgiving_any(hits))])
    found: dict[str, list[Span]] = defaultdict(list)
    for hit in look.hits:
        if not look.forgiven(hit):
            found[ruleset.owners.list_of(hit.role.number).id].append((hit.start, hit.end))
    return {group: sorted(spans) for group, spans in found.items()}


def written(ruleset: Compiled, group: str) -> Written:
    """The phrases of this group, one of `AS_WRITTEN`, as its list writes them: no endings, no Banglish, a tenth of the time."""
    if group not in AS_WRITTEN:
        raise ValueError(f"{group}: a server does not keep the rows of this group; add it to AS_WRITTEN")
    known = ruleset.once(_written)
    if group not in known:
        terms = (term for word_list, term in ruleset.owners if word_list.is_group and word_list.id == group)
        texts = (phrase for term in terms for phrase in (term.text, *(term.romanised or ())) if phrase)
        known[group] = Written(map(normalise, texts))
    return known[group]


def _written(_: Compiled) -> dict[str, Written]:
    """By group."""
    return {}


class Written:
    """Phrases that are looked for letter by letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(phrases)
        self._whole = tuple(phrase for phrase in self._phrases if not _SPACE.search(phrase))
        self._firsts = tuple({_SPACE.split(phrase)[0] for phrase in self._phrases} - set(self._whole))

    def stands_in(self, normal: str) -> bool:
        """Whether one of the phrases stands in a normal form; where none `may_begin`, none does."""
        return any(phrase in normal for phrase in self._phrases)

    def may_begin(self, stretch: str) -> bool:
        """Whether one of the phrases stands or begins in a stretch between spaces."""
        return stretch.endswith(self._firsts) or any(phrase in stretch for phrase in self._whole)


_SPACE = re.compile(r"\s")
