"""Which lines of a part head its sections, and which of them belong to one heading."""

from __future__ import annotations

import re

from extractors.text.measure import LARGE, Measure
from extractors.text.text_lines import BULLET, ENDS, TextLine
from swedish.headings import heads_alone

_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,5})\.?\s+(?=[A-ZÅÄÖ“\"”])")
_NO_HEADING = re.compile(
    r"^(?:anslag\b|bevis\b|underskrift|elektroniska underskrift|justerandes? sign)", re.IGNORECASE
)
LONGEST = 200
LARGEST_WRAPPED = 20.0  # points: larger type is a cover's
MUCH_ROOM = 0.15  # of the sheet's width
SMALL = 0.92  # of the size of running text: a smaller line heads something only by its look or its words
SMALLEST = 0.75
CLEAR = 0.5  # of the type size: above and below a line of capitals that heads a section
LEAST_CAPITALS = 8


def number_of(line: TextLine) -> str | None:
    """The number that a heading begins with: "3.2", or None."""
    match = _NUMBERED.match(line.text)
    return match[1] if match else None


def is_heading(line: TextLine, before: TextLine | None, after: TextLine | None, measure: Measure) -> bool:
    """True where the line heads a section, by its type, its place and its words."""
    if line.boxed and not (line.bold and heads_alone(line.text)):
        return False
    if line.size < SMALLEST * measure.body or len(line.text) > LONGEST or len(line.runs) > 2:
        return False
    two_columns = after is not None and len(line.runs) == len(after.runs) == 2
    if two_columns and after is not None and not _NUMBERED.match(line.text) and _heads_columns(line, after):
        return False
    large = line.size > LARGE * measure.body or _is_in_capitals(line, before, after)
    apart = before is None or line.box.top - before.box.bottom > 0.5 * line.size
    named = apart and len(line.runs) == 1 and heads_alone(line.text)
    dressed = line.look in measure.heading_looks and len(line.runs) == 1 and not _fills(line, measure)
    if line.size < SMALL * measure.body and not (dressed or (named and line.bold)):
        return False
    if (
        not (line.bold or large or named or dressed)
        or line.text[0].islower()
        or not any(map(str.isalpha, line.text))
    ):
        return False
    if BULLET.match(line.text) and not _NUMBERED.match(line.text):
        return False
    if _NO_HEADING.match(line.text) or (line.text.endswith((".", ",", ";")) and not large):
        return False
    if (
        before is not None
        and is_close_under(before, line)
        and not (before.bold or before.size > LARGE * measure.body)
    ):
        return False
    if after is None or large:
        return True
    return not (
        _fills(line, measure) and is_close_under(line, after) and not after.bold and after.text[:1].islower()
    )


def _fills(line: TextLine, measure: Measure) -> bool:
    return line.box.x1 > measure.right.get(line.page.number, 500) - 0.06 * line.page.width


def _is_in_capitals(line: TextLine, before: TextLine | None, after: TextLine | None) -> bool:
    """True for a line of capitals alone between two paragraphs: a heading by one who uses no styles."""
    if not line.text.isupper() or len(line.runs) > 1 or sum(map(str.isalpha, line.text)) < LEAST_CAPITALS:
        return False
    if after is None or after.text.isupper() or len(after.text) <= len(line.text) or ENDS.search(line.text):
        return False
    above = before is None or line.box.top - before.box.bottom > CLEAR * line.size
    return above and after.box.top - line.box.bottom > CLEAR * line.size


def _heads_columns(line: TextLine, after: TextLine) -> bool:
    """True where the runs stand just over those of the next line: they head its columns, not a section."""
    return all(abs(a.box.x0 - b.box.x0) < 4 for a, b in zip(line.runs, after.runs, strict=True))


def is_close_under(upper: TextLine, lower: TextLine) -> bool:
    return abs(upper.size - lower.size) < 0.3 and lower.box.top - upper.box.bottom < 0.12 * lower.size


def heading_goes_on(before: TextLine, line: TextLine, measure: Measure) -> bool:
    """True where the line is the next of the heading whose last line, so far, is `before`."""
    if before.page is not line.page or _NUMBERED.match(line.text) or before.bold != line.bold:
        return False
    if heads_alone(line.text) and line.size <= LARGEST_WRAPPED:
        return False
    loose = line.text[0].islower() and line.bold  # that goes on with a word: no heading begins so
    close = line.box.top - before.box.bottom < (0.7 if loose else 0.35) * line.size
    same = abs(before.size - line.size) < 0.3
    if close and same and line.size > 16 and abs(before.box.centre - line.box.centre) < 6:
        return True  # a title set in the middle
    capitals = line.size > 16 and before.text.isupper() and line.text.isupper()
    close = close or (capitals and line.box.top - before.box.bottom < 0.8 * line.size)
    hangs = number_of(before) is not None and any(abs(x0 - line.box.x0) < 3 for x0 in _beginnings(before))
    aligned = close and same and (abs(before.box.x0 - line.box.x0) < 25 or hangs)
    return aligned and not _stands_alone(before, line, measure)


def _beginnings(line: TextLine) -> list[float]:
    """Where its second word or column begins: behind a heading's number."""
    words = [word for run in line.runs for word in run.words]
    return [word.box.x0 for word in words[1:2]]


def _stands_alone(end: TextLine, line: TextLine, measure: Measure) -> bool:
    """True where a heading had much room for the capitalised word that begins the next:
    two headings, no text between.

    Covers set one title in several lines, in large type; elsewhere a line that wraps fills its measure.
    """
    aligned = abs(end.box.x0 - line.box.x0) < 2 and line.size < LARGEST_WRAPPED
    reach = end.box.x1 + 0.25 * end.size + line.runs[0].words[0].box.width
    return aligned and line.text[:1].isupper() and reach < measure.widest - MUCH_ROOM * end.page.width


def is_broken_heading(before: TextLine, line: TextLine, measure: Measure) -> bool:
    """True where the line goes on with a heading, `before`, that broke in the middle of a sentence."""
    small = line.bold and line.text[:1].islower() and not BULLET.match(line.text)
    year = line.size > 16 and not any(map(str.isalpha, line.text))
    return (small or year) and heading_goes_on(before, line, measure)
