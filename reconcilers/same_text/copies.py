"""Two copies of one text side by side, and whether what they say must agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcilers.same_text.differences import Change, find_changes
from reconcilers.same_text.figures_in_text import is_amount, is_period, say_the_same
from schemas.document import Extraction, Paragraph
from schemas.finding import Duplicate
from swedish.spelling import is_form, is_near, is_slip
from swedish.tokens import Token, find_tokens
from swedish.word_list import is_common

_MOST_COPIES = 40  # of one paragraph
_SHARED = 0.8  # of the words of the shorter sentence
FEWEST, _MANY = 5, 20  # words that two sentences share: to be one sentence at all, and to be so beyond doubt


@dataclass(frozen=True)
class Text:
    """A paragraph with its words and the heading it stands under."""

    document_id: str
    paragraph: Paragraph
    heading: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return find_tokens(self.paragraph.text)

    @cached_property
    def heading_figures(self) -> list[str]:
        return [token.key for token in find_tokens(self.heading) if token.kind == "figure"]

    def sentence(self, token: Token) -> list[Token]:
        return [other for other in self.tokens if other.sentence == token.sentence]


@dataclass(frozen=True)
class Copies:
    """A pair of paragraphs that say the same, and every change between them."""

    a: Text
    b: Text
    similarity: float

    @cached_property
    def changes(self) -> list[Change]:
        return find_changes(self.a.tokens, self.b.tokens)

    @property
    def across_parts(self) -> bool:
        return self.a.paragraph.part_id != self.b.paragraph.part_id


def find_copies(readings: Sequence[Extraction], duplicates: Iterable[Duplicate]) -> list[Copies]:
    """The pairs of paragraphs that are not identical, with their texts; what stands everywhere is a form."""
    texts = {text.paragraph.paragraph_id: text for reading in readings for text in texts_of(reading)}
    pairs = [d for d in duplicates if d.level == "paragraph" and d.id_a in texts and d.id_b in texts]
    often = Counter(side for pair in pairs for side in (pair.id_a, pair.id_b))
    return [
        Copies(texts[pair.id_a], texts[pair.id_b], pair.similarity)
        for pair in pairs
        if pair.relation != "identical" and max(often[pair.id_a], often[pair.id_b]) <= _MOST_COPIES
    ]


def texts_of(reading: Extraction) -> Iterator[Text]:
    """Every paragraph with the heading it stands under."""
    headings = {section.section_id: section.heading for section in reading.sections}
    for paragraph in reading.paragraphs:
        yield Text(reading.source.document_id, paragraph, headings.get(paragraph.section_id or "", ""))


def shares_sentence(copies: Copies, change: Change, fewest: int = FEWEST) -> bool:
    """The change stands in what is otherwise one and the same sentence, of which `fewest` words agree."""
    if not change.a or not change.b:
        return True
    sides = ((copies.a, change.a), (copies.b, change.b))
    a, b = (Counter(token.key.casefold() for token in text.sentence(side[0])) for text, side in sides)
    shared = (a & b).total()
    return shared >= fewest and shared >= _SHARED * (min(a.total(), b.total()) - len(change.a))


def must_agree(copies: Copies, change: Change) -> bool:
    """The two sentences are about one thing: same subject, same period, and enough beside them that agrees.

    A form filled in for two departments, years or persons is no copy: there another name, period or heading
    differs as well, or every figure does.
    """
    if not shares_sentence(copies, change) or _other_subject(copies, change) or _other_period(copies, change):
        return False
    figures = [c for c in copies.changes if c.kind == "number" and _differ(c)]
    agreeing = _agreeing_amounts(copies)
    if agreeing:
        return len(figures) <= agreeing or len(figures) == 1
    a, b = (Counter(token.key.casefold() for token in text.tokens) for text in (copies.a, copies.b))
    same_heading = copies.a.heading.casefold() == copies.b.heading.casefold()
    return len(figures) <= 1 and (a & b).total() >= (
        FEWEST + (not same_heading) if copies.across_parts else _MANY
    )


def _differ(change: Change) -> bool:
    return not say_the_same(change.a[0].text, change.b[0].text)


def _other_subject(copies: Copies, change: Change) -> bool:
    """A name or a word of weight differs in the same sentence."""
    sentence = change.a[0].sentence if change.a else None
    return any(
        other is not change and other.a and other.b and other.a[0].sentence == sentence and _is_subject(other)
        for other in copies.changes
        if other.kind in ("wording", "name")
    )


def _is_subject(change: Change) -> bool:
    a, b = (" ".join(token.text for token in side) for side in (change.a, change.b))
    if (
        is_slip(a, b)
        or is_form(a, b)
        or a.casefold() == b.casefold()
        or (change.kind == "name" and is_near(a, b))
    ):
        return False
    return all(any(not is_common(token.text) for token in side) for side in (change.a, change.b))


def _other_period(copies: Copies, change: Change) -> bool:
    """A year or a day differs too: in the headings, or before the change or in its sentence."""
    if copies.a.heading_figures != copies.b.heading_figures:
        return True
    last = change.a[0].sentence if change.a else 0
    numbers = [c for c in copies.changes if c.kind == "number" and c is not change and _differ(c)]
    if change.a and is_period(change.a[0].text):
        return bool(numbers)
    return any(is_period(c.a[0].text) and c.a[0].sentence <= last for c in numbers)


def _agreeing_amounts(copies: Copies) -> int:
    a, b = (Counter(t.key for t in text.tokens if is_amount(t.text)) for text in (copies.a, copies.b))
    return sum((a & b).values())
