"""Sentences that one copy of a section has and another lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reconcilers.known.known import Known
from reconcilers.same_text.copies import matters_of
from reconcilers.same_text.duplicates import SHORTEST, section_of
from reconcilers.same_text.figures_in_text import is_amount
from reconcilers.same_text.similarity import numbered
from reconcilers.slips.trusted_sheets import without_damaged
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, on_pages, spot_in_paragraph, spots_to_claims
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction, Paragraph
from schemas.finding import Duplicate
from schemas.kinds import FindingKind, Severity
from swedish.sentences import find_sentences
from swedish.tokens import find_tokens

Bag = frozenset[tuple[str, int]]
MISSING = "(saknas)"
_SAME = 0.75  # share of a sentence's words that stand in the other's
_COVERED = 0.75  # share of one section's sentences that stand in the other, for the two to be copies
_ENDS = 0.9  # the same where what is missing is the section's last sentence
_FEWEST_MATCHED = 2  # sentences of a section that stand in the other: one may be a form's
_FEWEST_WORDS = 5  # of a sentence: a shorter one is a lead-in ("Kommunstyrelsen beslutar") or a heading
_A_SENTENCE = 8  # words from which a sentence found inside a longer one is the same, cut otherwise
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


def tell_missing(reading: Extraction, known: Known) -> Iterator[Telling]:
    """A telling for each run of sentences that a copy of its section lacks, and its whole part too."""
    readings = [without_damaged(each) for each in (reading, *known.others)]
    sections = _sections(readings)
    parts: dict[str, list[Sentence]] = defaultdict(list)
    for sentences in sections.values():
        for sentence in sentences:
            parts[sentence.part_id].append(sentence)
    gaps: dict[frozenset[Bag], list[Gap]] = defaultdict(list)
    for full, short in _linked(readings, known.duplicates):
        for gap in _gaps(sections[full], sections[short], parts):
            gaps[frozenset(s.words for s in gap.sentences)].append(gap)
    yield from map(_tell, gaps.values())


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
        spot = spot_in_paragraph(document_id, paragraph, start, raw)
        if len(words) >= _FEWEST_WORDS:
            yield Sentence(spot, paragraph.part_id, words)


def _linked(readings: Sequence[Extraction], duplicates: Iterable[Duplicate]) -> list[tuple[str, str]]:
    """Sections of which enough paragraphs repeat each other, both ways round."""
    paragraphs = [paragraph for reading in readings for paragraph in reading.paragraphs]
    section = {paragraph.paragraph_id: section_of(paragraph) for paragraph in paragraphs}
    long = Counter(section_of(paragraph) for paragraph in paragraphs if len(paragraph.text) >= SHORTEST)
    repeated = Counter(
        (section[pair.id_a], section[pair.id_b])
        for pair in duplicates
        if pair.level == "paragraph" and {pair.id_a, pair.id_b} <= section.keys()
    )
    matters = {key: matter for reading in readings for key, matter in matters_of(reading).items()}
    of_one = ((pair, n) for pair, n in repeated.items() if not _of_two_matters(pair, matters))
    linked = sorted((a, b) for (a, b), count in of_one if 2 * count >= min(long[a], long[b]))
    return [*linked, *((b, a) for a, b in linked)]


def _of_two_matters(sections: tuple[str, str], matters: Mapping[str, str]) -> bool:
    """§§ of a protocol are written by one form: what one of them lacks is not left out."""
    a, b = (matters.get(section) for section in sections)
    return None not in (a, b) and a != b


def _gaps(
    full: Sequence[Sentence], short: Sequence[Sentence], parts: dict[str, list[Sentence]]
) -> Iterator[Gap]:
    """What `full` says and `short` leaves out, between two sentences that it has or after its last one."""
    if not full or not short or max(len(full), len(short)) > _MOST_SENTENCES:
        return
    found = [_match(sentence, short) for sentence in full]
    covered = _share_found(found)
    covers = _share_found([_match(sentence, full) for sentence in short])
    matched = sum(place is not None for place in found)
    if matched < _FEWEST_MATCHED or max(covered, covers) < _COVERED:
        return
    faithful = min(covered, covers) >= _COVERED
    for first, last in _runs_not_found(found):
        before, after = _at(found, first - 1), _at(found, last + 1)
        goes_on = before is not None and after is not None
        lost = tuple(full[first : last + 1])
        cut_out = goes_on and _one_paragraph(full, first - 1, last + 1)
        if not cut_out and any(_stands_elsewhere(sentence, short, parts) for sentence in lost):
            continue
        left_out_between = before is not None and after is not None and 0 <= after - before <= 1
        cut_off_at_the_end = before == len(short) - 1 and _one_paragraph(full, first - 1, last)
        if before is not None and left_out_between:
            yield Gap(lost, short[before], inside=True, faithful=faithful)
        elif before is not None and cut_off_at_the_end and faithful and covers >= _ENDS:
            yield Gap(lost, short[before], inside=False, faithful=faithful)


def _share_found(found: Sequence[int | None]) -> float:
    return sum(place is not None for place in found) / len(found)


def _runs_not_found(found: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """The first and the last number of each run of sentences that the other section lacks."""
    for is_lost, run in groupby(range(len(found)), key=lambda number: found[number] is None):
        numbers = list(run)
        if is_lost:
            yield numbers[0], numbers[-1]


def _one_paragraph(sentences: Sequence[Sentence], first: int, last: int) -> bool:
    """They stand in one paragraph; a whole one may well be said in one copy only, or in another place."""
    return len({sentence.spot.holder for sentence in sentences[first : last + 1]}) == 1


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


def _tell(gaps: Sequence[Gap]) -> Telling:
    """The same sentences, left out of one copy or of several."""
    full = [_whole(gap) for gap in gaps]
    text = " ".join(sentence.spot.raw for sentence in gaps[0].sentences)
    short = sorted({gap.after.spot for gap in gaps})
    figures = any(is_amount(token.text) for token in find_tokens(text))
    severity = (
        Severity.WARNING if figures and any(gap.inside and gap.faithful for gap in gaps) else Severity.NOTICE
    )
    says = f"{quoted(text)} står {on_pages(full)} men saknas {on_pages(short)}, efter {quoted(short[0].raw)}."
    places = spots_to_claims(full), spots_to_claims(short)
    return Telling(FindingKind.MISSING_TEXT, severity, says, text, MISSING, *places)


def _whole(gap: Gap) -> Spot:
    return replace(gap.sentences[0].spot, raw=" ".join(sentence.spot.raw for sentence in gap.sentences))
