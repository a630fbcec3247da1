"""One paper that came in twice, as PDF and as Markdown, or as a scan:
is it one, and which reader is named first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from schemas.document import Extraction
from swedish.align import share
from swedish.dates import MONTHS

SAME_WORDS = 0.9  # share of words that two readings of one paper have in common, whatever breaks their lines
SAME_FIGURES = 0.8  # of figures in tables: a report of another month has its words, and other figures
_FEW_FIGURES = 8  # in tables: of fewer, one or two misread ones are already a fifth
READERS = {
    "native": "PDF-filen",
    "mixed": "PDF-filen",
    "ocr": "den skannade filen",
    "markdown": "Markdown-filen",
}
_RANK = tuple(READERS)
_WORD = re.compile(r"\w+")


def are_one_paper(one: Extraction, other: Extraction) -> bool:
    """True where two kinds of input say so nearly the same that they can only be one paper.

    Two revisions of a report are alike too, but bear another day;
    two bodies decide one matter in the same words.
    """
    if _input(one) == _input(other) or _is_of_others(one, other):
        return False
    return _have_same_figures(one, other) and share(_words(one), _words(other)) >= SAME_WORDS


def _have_same_figures(one: Extraction, other: Extraction) -> bool:
    """True too where one of them has too few to tell."""
    ours, theirs = (Counter(abs(fact.value) for fact in reading.facts) for reading in (one, other))
    too_few = min(ours.total(), theirs.total()) < _FEW_FIGURES
    return too_few or share(ours, theirs) >= SAME_FIGURES


def _input(reading: Extraction) -> str:
    """A PDF with a scanned sheet or two is a PDF still: its revisions are revisions."""
    return "native" if reading.text_source == "mixed" else reading.text_source


def in_order(one: Extraction, other: Extraction) -> tuple[Extraction, Extraction]:
    """The reading nearest the paper first: the PDF's own text, a scan, Markdown."""
    first, second = sorted(
        (one, other), key=lambda reading: (_RANK.index(reading.text_source), reading.source.sha256)
    )
    return first, second


def names_of(a: Extraction, b: Extraction) -> tuple[str, str]:
    """What a sentence calls the two files."""
    names = READERS[a.text_source], READERS[b.text_source]
    return names if names[0] != names[1] else (a.source.file_name, b.source.file_name)


def _is_of_others(one: Extraction, other: Extraction) -> bool:
    """Another municipality, another body, another day: what one of them does not print says nothing."""
    of_another_municipality = _contradict(one.municipality_code, other.municipality_code)
    of_another_body = _contradict(one.body, other.body)
    return of_another_municipality or of_another_body or _is_of_another_day(one, other)


def _contradict(a: str | None, b: str | None) -> bool:
    return bool(a and b and a.casefold() != b.casefold())


def _is_of_another_day(one: Extraction, other: Extraction) -> bool:
    """Both may have the day on paper and only have taken different ones for the meeting's."""
    a, b = one.meeting_date, other.meeting_date
    if a is None or b is None or a == b:
        return False
    return not _prints(other, a) and not _prints(one, b)


def _prints(reading: Extraction, day: date) -> bool:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return any(day.isoformat() in text or written in text.casefold() for text in _texts(reading))


def _words(reading: Extraction) -> Counter[str]:
    return Counter(word for text in _texts(reading) for word in _WORD.findall(text.casefold()))


def _texts(reading: Extraction) -> Iterable[str]:
    yield from (section.heading for section in reading.sections)
    yield from (paragraph.text for paragraph in reading.paragraphs)
    yield from (cell.text for table in reading.tables for cell in table.cells)
