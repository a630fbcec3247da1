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
from schemas.kinds import PartKind
from swedish.spelling import is_form, is_near, is_slip
from swedish.tokens import Token, find_tokens
from swedish.word_list import is_common

_MOST_COPIES = 40  # of one paragraph: what stands more often is a form or a running text
_SHARED = 0.8  # of the words of the shorter sentence, for two to be one but for what has changed
FEWEST, _MANY = 5, 20  # words that two sentences share: to be one sentence at all, and to be so beyond doubt


@dataclass(frozen=True)
class Text:
    """A paragraph with its words, the heading it stands under, and the matter: its §'s diary number or id."""

    document_id: str
    paragraph: Paragraph
    heading: str
    matter: str | None = None
    in_annex: bool = False

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
    def of_two_matters(self) -> bool:
        """§§ of a protocol are written by one form, and so are its annexes: no copies of each other."""
        if self.a.document_id != self.b.document_id:
            return False
        if self.across_parts and self.a.in_annex and self.b.in_annex:
            return True
        return None not in (self.a.matter, self.b.matter) and self.a.matter != self.b.matter

    @property
    def across_parts(self) -> bool:
        return self.a.paragraph.part_id != self.b.paragraph.part_id


def find_copies(readings: Sequence[Extraction], duplicates: Iterable[Duplicate]) -> list[Copies]:
    """The pairs of paragraphs that are not identical, with their texts; what stands everywhere is a form."""
    texts = {text.paragraph.paragraph_id: text for reading in readings for text in texts_of(reading)}
    pairs = [d for d in duplicates if d.level == "paragraph" and {d.id_a, d.id_b} <= texts.keys()]
    often = Counter(side for pair in pairs for side in (pair.id_a, pair.id_b))
    differing = [pair for pair in pairs if pair.relation != "identical"]
    return [
        Copies(texts[pair.id_a], texts[pair.id_b], pair.similarity)
        for pair in differing
        if max(often[pair.id_a], often[pair.id_b]) <= _MOST_COPIES
    ]


def texts_of(reading: Extraction) -> Iterator[Text]:
    """Every paragraph with the heading it stands under."""
    headings = {section.section_id: section.heading for section in reading.sections}
    matters = matters_of(reading)
    annexes = {part.part_id for part in reading.parts if part.kind is PartKind.ANNEX}
    for paragraph in reading.paragraphs:
        section = paragraph.section_id or ""
        heading, in_annex = headings.get(section, ""), paragraph.part_id in annexes
        yield Text(reading.source.document_id, paragraph, heading, matters.get(section), in_annex)


def matters_of(reading: Extraction) -> dict[str, str]:
    """The matter of each section that stands under a §."""
    own = {d.section_id: d.diary_number or d.decision_id for d in reading.decisions if d.section_id}
    found: dict[str, str] = {}
    for section in reading.sections:  # a section stands before those under it
        matter = own.get(section.section_id) or found.get(section.parent_id or "")
        if matter is not None:
            found[section.section_id] = matter
    return found


def shares_sentence(copies: Copies, change: Change, fewest: int = FEWEST) -> bool:
    """The change stands in what is otherwise one and the same sentence, of which `fewest` words agree."""
    if not change.a or not change.b:
        return True
    a, b = _words(copies.a.sentence(change.a[0])), _words(copies.b.sentence(change.b[0]))
    shared, unchanged = (a & b).total(), min(a.total(), b.total()) - len(change.a)
    return shared >= max(fewest, _SHARED * unchanged)


def _words(tokens: Iterable[Token]) -> Counter[str]:
    return Counter(token.key.casefold() for token in tokens)


def must_agree(copies: Copies, change: Change) -> bool:
    """The two sentences are about one thing: same subject, same period, and enough beside them that agrees.

    A form filled in for two departments, years or persons is no copy: there another name, period or heading
    differs as well, or every figure does.
    """
    if not shares_sentence(copies, change):
        return False
    if _other_subject(copies, change) or _other_period(copies, change):
        return False
    if copies.of_two_matters or (not copies.across_parts and _has_passages_of_its_own(copies)):
        return False
    if _each_has_passages_of_its_own(copies) and not _same_heading(copies):
        return False
    differing = sum(c.kind == "number" and _differ(c) for c in copies.changes)
    agreeing = _agreeing_amounts(copies)
    if agreeing:
        return differing <= agreeing
    return differing <= 1 and _share_enough_words(copies)


def _has_passages_of_its_own(copies: Copies) -> bool:
    """True where one of the texts has a sentence more: within one part, sentences that return in other
    company are a form.
    """
    lone = [change.a or change.b for change in copies.changes if not (change.a and change.b)]
    return any(len(tokens) > FEWEST for tokens in lone)


def _each_has_passages_of_its_own(copies: Copies) -> bool:
    """True where both say something, in a sentence or more, that the other does not: what they share may be a
    sentence of a form.
    """
    long = [(len(change.a) > FEWEST, len(change.b) > FEWEST) for change in copies.changes]
    return any(a for a, _ in long) and any(b for _, b in long)


def _same_heading(copies: Copies) -> bool:
    return copies.a.heading.casefold() == copies.b.heading.casefold()


def _share_enough_words(copies: Copies) -> bool:
    """Within one part two like sentences are more often two of a form than copies."""
    in_two_parts = FEWEST if _same_heading(copies) else FEWEST + 1
    shared = (_words(copies.a.tokens) & _words(copies.b.tokens)).total()
    return shared >= (in_two_parts if copies.across_parts else _MANY)


def _differ(change: Change) -> bool:
    return not say_the_same(change.a[0].text, change.b[0].text)


def _other_subject(copies: Copies, change: Change) -> bool:
    """A name or a word of weight differs in the same sentence."""
    sentence = change.a[0].sentence if change.a else None
    beside = [other for other in copies.changes if other is not change and other.a and other.b]
    return any(
        other.kind in ("wording", "name") and other.a[0].sentence == sentence and _is_subject(other)
        for other in beside
    )


def _is_subject(change: Change) -> bool:
    a, b = (" ".join(token.text for token in side) for side in (change.a, change.b))
    is_one_word = is_slip(a, b) or is_form(a, b) or a.casefold() == b.casefold()
    is_one_name = change.kind == "name" and is_near(a, b)
    if is_one_word or is_one_name:
        return False
    return _has_weight(change.a) and _has_weight(change.b)


def _has_weight(tokens: Sequence[Token]) -> bool:
    return any(not is_common(token.text) for token in tokens)


def _other_period(copies: Copies, change: Change) -> bool:
    """A year or a day differs too: in the headings, or before the change or in its sentence."""
    if copies.a.heading_figures != copies.b.heading_figures:
        return True
    others = [c.a[0] for c in copies.changes if c.kind == "number" and c is not change and _differ(c)]
    if change.a and is_period(change.a[0].text):
        return bool(others)
    last = change.a[0].sentence if change.a else 0
    return any(is_period(other.text) and other.sentence <= last for other in others)


def _agreeing_amounts(copies: Copies) -> int:
    a, b = (Counter(t.key for t in text.tokens if is_amount(t.text)) for text in (copies.a, copies.b))
    return sum((a & b).values())
