"""Sentences that one copy of a section has and another lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reconcilers.same_text.duplicates import SHORTEST, section_of
from reconcilers.same_text.figures_in_text import is_amount
from reconcilers.same_text.similarity import numbered
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, Telling, on_pages
from schemas.document import Extraction, Paragraph
from schemas.finding import Duplicate
from swedish.sentences import find_sentences
from swedish.tokens import find_tokens

Bag = frozenset[tuple[str, int]]
MISSING = "(saknas)"
_SAME = 0.75  # share of a sentence's words that stand in the other's
_COVERED = 0.75  # share of one section's sentences that stand in the other, for the two to be copies
_ENDS = 0.9  # the same where what is missing is the section's first or last sentence
_FEWEST_WORDS, _A_SENTENCE = 5, 8
_MOST_SENTENCES = 300  # of a section that is compared; a longer one is a document of its own


@dataclass(frozen=True)
class Sentence:
    """A sentence at its place; `words` without punctuation and case."""

    spot: Spot
    part_id: str
    words: Bag


@dataclass(frozen=True, slots=True)
class Gap:
    """Sentences that the other section leaves out after the sentence `after`;
    `inside` where it goes on afterwards.
    """

    sentences: tuple[Sentence, ...]
    after: Sentence
    inside: bool
    faithful: bool


def find_missing(readings: Sequence[Extraction], duplicates: Iterable[Duplicate]) -> list[Telling]:
    """A telling for each run of sentences that a copy of its section lacks, and its whole part too."""
    sections = _sections(readings)
    parts: dict[str, list[Sentence]] = defaultdict(list)
    for sentences in sections.values():
        for sentence in sentences:
            parts[sentence.part_id].append(sentence)
    gaps: dict[frozenset[Bag], list[Gap]] = defaultdict(list)
    for full, short in _linked(readings, duplicates):
        for gap in _gaps(sections[full], sections[short], parts):
            gaps[frozenset(s.words for s in gap.sentences)].append(gap)
    return [_telling(same) for same in gaps.values()]


def _sections(readings: Iterable[Extraction]) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for reading in readings:
        for paragraph in reading.paragraphs:
            found[section_of(paragraph)] += _sentences(reading.source.document_id, paragraph)
    return found


def _sentences(document_id: str, paragraph: Paragraph) -> Iterator[Sentence]:
    for start, end in find_sentences(paragraph.text):
        raw = paragraph.text[start:end]
        words = numbered(token.key.casefold() for token in find_tokens(raw))
        spot = Spot(document_id, paragraph.place.page, paragraph.paragraph_id, start, raw)
        if len(words) >= _FEWEST_WORDS:
            yield Sentence(spot, paragraph.part_id, words)


def _linked(readings: Iterable[Extraction], duplicates: Iterable[Duplicate]) -> list[tuple[str, str]]:
    """Sections of which enough paragraphs repeat each other, both ways round."""
    section = {p.paragraph_id: section_of(p) for reading in readings for p in reading.paragraphs}
    long = Counter(
        section_of(p) for reading in readings for p in reading.paragraphs if len(p.text) >= SHORTEST
    )
    known = [d for d in duplicates if d.level == "paragraph" and d.id_a in section and d.id_b in section]
    pairs = Counter((section[d.id_a], section[d.id_b]) for d in known)
    linked = sorted(pair for pair, count in pairs.items() if 2 * count >= min(long[side] for side in pair))
    return [*linked, *((b, a) for a, b in linked)]


def _gaps(
    full: Sequence[Sentence], short: Sequence[Sentence], parts: dict[str, list[Sentence]]
) -> Iterator[Gap]:
    if max(len(full), len(short)) > _MOST_SENTENCES:
        return
    found = [_match(sentence, short) for sentence in full]
    back = [_match(sentence, full) for sentence in short]
    matched = [place for place in found if place is not None]
    covered, covers = (
        len(matched) / len(full or [0]),
        sum(place is not None for place in back) / len(short or [0]),
    )
    if len(matched) < 2 or max(covered, covers) < _COVERED:
        return
    faithful = min(covered, covers) >= _COVERED
    for is_found, run in groupby(range(len(full)), key=lambda n: found[n] is not None):
        numbers = list(run)
        before, after = _at(found, numbers[0] - 1), _at(found, numbers[-1] + 1)
        if is_found:
            continue
        lost = tuple(full[n] for n in numbers)
        cut_out = (
            before is not None and after is not None and _one_paragraph(full, numbers[0] - 1, numbers[-1] + 1)
        )
        if not cut_out and any(_stands_elsewhere(sentence, short, parts) for sentence in lost):
            continue
        if before is not None and after is not None and 0 <= after - before <= 1:
            yield Gap(lost, short[before], inside=True, faithful=faithful)
        elif (
            covers >= _ENDS
            and faithful
            and before == len(short) - 1
            and _one_paragraph(full, numbers[0] - 1, numbers[-1])
        ):
            yield Gap(lost, short[before], inside=False, faithful=faithful)


def _one_paragraph(sentences: Sequence[Sentence], first: int, last: int) -> bool:
    """They stand in one paragraph; a whole one may well be said in one copy only, or in another place."""
    return len({sentence.spot.paragraph_id for sentence in sentences[first : last + 1]}) == 1


def _at(found: Sequence[int | None], place: int) -> int | None:
    return found[place] if 0 <= place < len(found) else None


def _match(sentence: Sentence, others: Sequence[Sentence]) -> int | None:
    """The number of the sentence among `others` that holds most of its words, if it holds enough."""
    shares = [_shared(sentence, other) for other in others]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= _SAME else None


def _shared(sentence: Sentence, other: Sentence) -> float:
    """Share of the sentence's words, or of the other's where that is a sentence of some length inside this
    one.
    """
    shared, own, others = len(sentence.words & other.words), len(sentence.words), len(other.words)
    return shared / (min(own, others) if others >= _A_SENTENCE else own)


def _stands_elsewhere(
    sentence: Sentence, short: Sequence[Sentence], parts: dict[str, list[Sentence]]
) -> bool:
    """It stands in another section of the part that lacks it here: moved, not missing."""
    part_id = short[0].part_id
    if part_id == sentence.part_id:
        return False
    return _match(sentence, parts[part_id]) is not None


def _telling(gaps: Sequence[Gap]) -> Telling:
    """The same sentences, left out of one copy or of several."""
    full = sorted({_whole(gap) for gap in gaps})
    text = " ".join(sentence.spot.raw for sentence in gaps[0].sentences)
    short = tuple(sorted({gap.after.spot for gap in gaps}))
    figures = any(is_amount(token.text) for token in find_tokens(text))
    severity = "warning" if figures and any(gap.inside and gap.faithful for gap in gaps) else "notice"
    says = f"{quoted(text)} står {on_pages(full)} men saknas {on_pages(short)}, efter {quoted(short[0].raw)}."
    return Telling("missing_text", severity, says, text, MISSING, tuple(full), short)


def _whole(gap: Gap) -> Spot:
    return replace(gap.sentences[0].spot, raw=" ".join(sentence.spot.raw for sentence in gap.sentences))
