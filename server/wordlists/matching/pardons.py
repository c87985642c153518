"""Why hits do not count: an exception, words of their sentence, an answer or a denial behind it, what is said of a quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from server.text.links import links
from server.text.quotes import beside_marks, marks_around, quotes
from server.text.sentences import CLOSERS
from server.wordlists.matching.compiled import Compiled
from server.wordlists.matching.match import Hit
from server.wordlists.matching.overlap import Cover, Span

OPENERS = " -–—:\"'“‘("  # between two sentences, or before the first word of one

COLONS = (":", "-", "–", "—")  # behind a heading
ENDS = " ।.!|"  # of a sentence that asks nothing

Sentences = dict[int, set[int]]  # a set of phrases by its number → the sentences that it forgives
# the same → and where in the text its phrases stand
Places = dict[int, dict[int, list[Span]]]


class Pardons:
    """What forgives hits in one normal form, and those that it does."""

    def __init__(self, compiled: Compiled, normal: str, sentences: Sequence[Span], hits: Iterable[Hit]) -> None:
        """`hits`: of phrases that forgive; whatever is only part of a longer name is not among them."""
        self._compiled = compiled
        self._normal = normal
        self._sentences = sentences
        self._ends = [end for _, end in sentences]
        self._links = Cover(links(normal))
        exceptions: dict[int, list[Span]] = defaultdict(list)
        self._contexts: Places = defaultdict(lambda: defaultdict(list))
        self._around: Sentences = defaultdict(set)
        self._agreeing: Sentences = defaultdict(set)
        denials: list[Hit] = []
        taken_back: set[int] = set()
        for hit in hits:
            number, sentence = hit.role.number, self.sentence(hit)
            if hit.role.kind == "exception":
                exceptions[number].append((hit.start, hit.end))
            elif hit.role.kind == "context":
                self._contexts[number][sentence].append((hit.start, hit.end))
            elif hit.role.kind == "answer" and self._begins(hit) and self._asks(sentence - 1):
                self._contexts[number][sentence - 1].append((hit.start, hit.end))
            elif hit.role.kind == "denial" and sentence and not self._asks(sentence):
                denials += [hit] if self._begins(hit) or self._closes(hit) else []
            elif hit.role.kind == "heading" and self._begins(hit) and self._heads(hit):
                denials.append(hit)
            elif hit.role.kind == "no denial":
                taken_back.add(sentence)
            elif hit.role.kind in ("around", "agreeing") and not self.quotes.holds(hit.start, hit.end):
                (self._around if hit.role.kind == "around" else self._agreeing)[number].add(sentence)
        self._exceptions = {number: Cover(spans) for number, spans in exceptions.items()}
        self._denied: set[int] = set()
        for hit in denials:
            before = self.sentence(hit) - 1
            if before + 1 not in taken_back:  # "it is a rumour" may go on: "they say"
                self._denied.add(before)
                self._contexts[hit.role.number][before].append((hit.start, hit.end))

    def sentence(self, hit: Hit) -> int:
        """The number of the sentence in which a hit stands."""
        return bisect_right(self._ends, hit.start)

    @cached_property
    def _quoted(self) -> list[Span]:
        return quotes(self._normal)

    @cached_property
    def quotes(self) -> Cover:
        """What stands in quotation marks."""
        return Cover(self._quoted)

    @property
    def denied(self) -> list[Span]:
        """The sentences that the one behind them denies, in order."""
        return [self._sentences[number] for number in sorted(self._denied)]

    @property
    def is_any_exception(self) -> bool:
        """Whether a phrase stands there inside which some term does not count."""
        return bool(self._exceptions)

    def _begins(self, hit: Hit) -> bool:
        """Whether a hit begins a sentence that stands behind another."""
        sentence = self.sentence(hit)
        return bool(sentence) and not self._normal[self._sentences[sentence][0] : hit.start].strip(OPENERS)

    def _closes(self, hit: Hit) -> bool:
        """Whether nothing stands behind a hit in its sentence but what ends it: a Bangla sentence denies at its end."""
        return not self._normal[hit.end : self._ends[self.sentence(hit)]].strip(f"{ENDS}{CLOSERS}")

    def _heads(self, hit: Hit) -> bool:
        """Whether a colon or a dash stands behind a hit."""
        return self._normal[hit.end :].lstrip(" ").startswith(COLONS)

    def _asks(self, sentence: int) -> bool:
        start, end = self._sentences[sentence]
        return self._normal[start:end].rstrip(CLOSERS).endswith("?")

    def why(self, hit: Hit, number: int | None = None, beside: Iterable[Hit] = ()) -> str:
        """Why a hit of that term (its own, where none is named) does not count: link, name, exception, context, denied, quoted; "" where it does.

        `beside`: the hits with which it makes that term.
        """
        number = hit.role.number if number is None else number
        if self._links.holds(hit.start, hit.end):
            return "link"
        if self._compiled.persons.is_named(self._normal, hit.start, hit.end):
            return "name"
        exceptions, contexts = self._compiled.forgiving(number)
        for own in exceptions:
            if own in self._exceptions and self._exceptions[own].holds(hit.start, hit.end):
                return "exception"
        sentence = self.sentence(hit)
        if self._contexts and self._is_in_context(sentence, contexts, [hit, *beside]):
            return "denied" if sentence in self._denied else "context"
        return "quoted" if self._around and self._is_quoted(hit, number, contexts) else ""

    def _is_in_context(self, sentence: int, contexts: Iterable[int], hits: Iterable[Hit]) -> bool:
        """Whether what forgives that sentence stands there, and not only within what one of these hits says.

        Else রসিদ দেওয়া হবে না would forgive itself where হবে না forgives. What forgives and is the whole hit still does: so a row
        of a shared group is kept out of a rule.
        """
        found = [span for own in contexts for span in self._contexts.get(own, {}).get(sentence, ())]
        return bool(found) and not all(any(_is_part(span, hit) for hit in hits) for span in found)

    def _is_quoted(self, hit: Hit, number: int, contexts: Iterable[int]) -> bool:
        """Whether a hit stands in quotation marks, and beside them what forgives it.

        The first group of a near-rule is what the rule is about; that may stand in marks as a name does (the ‘July fighters’),
        so it does not count as quoted. A hit counts where its end stands in the marks: they "are actors".
        """
        near = self._compiled.owners[number][1].near
        marks = marks_around(self._quoted, hit.end - 1)
        if marks is None or (near and self._compiled.owners.list_of(hit.role.number).id == near[0]):
            return False
        telling, further = beside_marks(self._normal, self._ends, hit.start, marks[1])
        around = any(telling & self._around.get(own, set()) for own in contexts)
        return around and not any(further & self._agreeing.get(own, set()) for own in contexts)

    def is_spoken_of(self, number: int, hits: Sequence[Hit]) -> bool:
        """Whether beside these hits stands what would forgive a quotation, and no agreeing: few set marks around what they report."""
        numbers = set(map(self.sentence, hits))
        around = any(numbers & self._around.get(own, set()) for own in self._compiled.forgiving(number).contexts)
        return around and not any(numbers & agreeing for agreeing in self._agreeing.values())


def _is_part(span: Span, hit: Hit) -> bool:
    """Whether a place lies in a hit that is longer."""
    return hit.start <= span[0] and span[1] <= hit.end and span != (hit.start, hit.end)
