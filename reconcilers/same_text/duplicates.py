"""The same paragraph or section twice: in one document, or in two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reconcilers.same_text.differences import find_differences
from reconcilers.same_text.similarity import (
    NEAR_PARAGRAPH,
    NEAR_SECTION,
    Words,
    find_alike,
    relation,
    words_of,
)
from schemas.document import Extraction, Paragraph
from schemas.finding import Duplicate
from schemas.kinds import Level, Relation

SHORTEST = 46  # characters: the contract asks for more than 45
_DIGITS = 4  # of a published similarity


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a section's own text; passages of one `section` are not held against each other."""

    level: Level
    document_id: str
    part_id: str
    section: str
    id: str
    text: str

    @property
    def words(self) -> Words:
        return words_of(self.text)


def find_duplicates(reading: Extraction) -> tuple[Duplicate, ...]:
    """Paragraphs, then sections, that repeat each other within the document, in reading order."""
    both = (paragraph_passages(reading), section_passages(reading))
    return tuple(pair for passages in both for pair in _pairs_within(passages))


def find_duplicates_between(earlier: Extraction, later: Extraction) -> tuple[Duplicate, ...]:
    """Paragraphs, then sections, of one document that stand in another as well; `earlier` is side a.

    For revisions of one report, a memo and its extract in files of their own, a later body's protocol.
    """
    paragraphs = find_repeats(paragraph_passages(earlier), paragraph_passages(later))
    return (*paragraphs, *find_repeats(section_passages(earlier), section_passages(later)))


def find_repeats(here: Sequence[Passage], there: Sequence[Passage]) -> tuple[Duplicate, ...]:
    """Passages of `here` (side a) that stand in `there` too:
    in a second document, or where an index proposes them.
    """
    start = len(here)
    return tuple(_pair([*here, *there], lambda i, j: i < start <= j))


def _pairs_within(passages: Sequence[Passage]) -> Iterator[Duplicate]:
    return _pair(passages, lambda i, j: passages[i].section != passages[j].section)


def paragraph_passages(reading: Extraction) -> list[Passage]:
    """The paragraphs that are long enough to be held against others, in reading order."""
    document_id = reading.source.document_id
    return [
        Passage(Level.PARAGRAPH, document_id, p.part_id, section_of(p), p.paragraph_id, p.text)
        for p in reading.paragraphs
        if len(p.text) >= SHORTEST
    ]


def section_passages(reading: Extraction) -> list[Passage]:
    """The sections whose own paragraphs together are long enough, in reading order."""
    own: dict[str, list[str]] = {}
    for paragraph in reading.paragraphs:
        own.setdefault(section_of(paragraph), []).append(paragraph.text)
    document_id = reading.source.document_id
    texts = [(section, " ".join(own.get(section.section_id, ()))) for section in reading.sections]
    return [
        Passage(Level.SECTION, document_id, section.part_id, section.section_id, section.section_id, text)
        for section, text in texts
        if len(text) >= SHORTEST
    ]


def section_of(paragraph: Paragraph) -> str:
    """The section it stands in; what stands under no heading of a part counts as one."""
    return paragraph.section_id or paragraph.part_id


def _pair(passages: Sequence[Passage], may_pair: Callable[[int, int], bool]) -> Iterator[Duplicate]:
    words = [passage.words for passage in passages]
    for alike in sorted(find_alike(words, may_pair), key=lambda alike: (alike.first, alike.second)):
        yield _duplicate(passages[alike.first], passages[alike.second], alike.similarity)


def _duplicate(a: Passage, b: Passage, alike: float) -> Duplicate:
    near = NEAR_SECTION if a.level == Level.SECTION else NEAR_PARAGRAPH
    kind = relation(a.words, b.words, alike, near)
    return Duplicate(
        duplicate_id=f"{a.id}~{b.id}",
        level=a.level,
        document_id_a=a.document_id,
        part_id_a=a.part_id,
        id_a=a.id,
        document_id_b=b.document_id,
        part_id_b=b.part_id,
        id_b=b.id,
        relation=kind,
        similarity=round(alike, _DIGITS),
        differences=() if kind == Relation.IDENTICAL else find_differences(a.text, b.text),
    )
