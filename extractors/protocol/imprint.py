"""What a document says of itself: municipality, body, day of meeting, title, diary number, language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from statistics import median

from extractors.pages.lines import Line
from extractors.pages.running_heads import Margins
from extractors.protocol.part_reading import PartReading
from extractors.text.contents_list import find_listed
from extractors.text.matters import Matter
from extractors.text.parts import ANNEX
from schemas.document import Paragraph
from schemas.page import Page
from schemas.warnings import Code, Warned, warn
from swedish.dates import find_days
from swedish.diary import read_diary_number
from swedish.municipalities import find_municipality, find_region, municipality_of_address
from swedish.numbers.shapes import looks_like_figure

_KIND = r"(?:styrelsen?|fullmäktige|nämnden?|utskottet?|beredningen|delegationen|kommissionen|rådet)"
_BODY = re.compile(
    # Kultur- och fritidsnämnden
    rf"\b((?:[A-ZÅÄÖ][a-zåäö-]*{_KIND}s\s[a-zåäö]*(?:utskott|beredning|delegation|presidium))"
    rf"|(?:[A-ZÅÄÖ][a-zåäö]+-,?\s(?:[a-zåäö]+-\s)?(?:och|samt)\s[a-zåäö]*{_KIND})"
    rf"|(?:[A-ZÅÄÖ][a-zåäö]+a\s[a-zåäö]*{_KIND})"  # Tekniska nämnden
    rf"|(?:[A-ZÅÄÖ][a-zåäö-]*{_KIND})"
    r"|Direktionen)s?\b"
)
_BODY_UPPER = re.compile(
    r"\b((?:[A-ZÅÄÖ]+-,?\s(?:[A-ZÅÄÖ]+-\s)?(?:OCH|SAMT)\s)?"
    r"[A-ZÅÄÖ-]*(?:STYRELSEN?|FULLMÄKTIGE|NÄMNDEN?|UTSKOTTET?|BEREDNINGEN))\b"
)
TITLED = 3  # lines of a first sheet that may say whose paper it is
SAME_EDGE = 3.0  # points
_ADOPTED = re.compile(r"\b(?:antag|fastställ|revidera|ändra)\w*\b", re.IGNORECASE)  # when rules were made
LARGER = 1.4  # times the type size of the text
_NAMED = 7  # words of a line that may name the body of a report: longer ones are running text
COVER = 8  # lines: a first sheet with fewer is a cover, and the second goes on with it
_MEETING = re.compile(r"(?:sammanträdes?(?:datum|dag|tid|td)|mötesdatum|datum)\s*:?\s*", re.IGNORECASE)
_KIND_OF_PAPER = re.compile(
    r"^(?:\w*protokoll|föredragningslista|kallelse)\s+(?:nr\s*)?\d{1,3}\s?[/-]\s?(?:20)?\d\d$", re.I
)
_SITTING = re.compile(r"^(?:sammanträdes?(?:datum|dag|tid|td)|mötes(?:datum|tid))\b", re.IGNORECASE)
_SWEDISH = frozenset(
    "och att det som en på är av för den med till inte om har i ett ska vid från beslut".split()
)
_WORD = re.compile(r"[a-zåäöé]+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """The document's own particulars; None where it does not say, or says two things.

    `titles` has one for each part.
    """

    municipality: str | None
    municipality_code: str | None
    body: str | None
    meeting_date: date | None
    title: str | None
    diary_number: str | None
    language: str | None
    titles: tuple[str | None, ...]
    warnings: tuple[Warned, ...]


def read_imprint(parts: Sequence[PartReading]) -> Imprint:
    """The particulars, from running heads first, then from the first sheets' text."""
    first = parts[0]
    pages = [page for part in parts for page in part.pages]
    margins = [sheet for part in parts for sheet in part.margins]
    heads = [line for sheet in first.margins for line in (*sheet.head, *sheet.foot)]
    opening = list(margins[0].body[:40])
    following = margins[1:2] if len(opening) < COVER else []
    second = [line for sheet in following for line in sheet.body[:10]]
    both = [*opening, *second]
    municipality, code = _municipality(heads, opening, margins)
    matters = [matter for part in parts for matter in part.matters]
    titles = list(_titles(parts, margins))
    return Imprint(
        municipality=municipality,
        municipality_code=code,
        body=_body_of_report(heads, both) if first.part.kind == ANNEX else _body(heads, both),
        meeting_date=_meeting_date(heads, opening, unlabelled=first.part.kind != ANNEX),
        title=matters[0].title if len(matters) == 1 else titles[0],
        diary_number=_diary_number(matters, heads, opening),
        language=_language(paragraph for part in parts for paragraph in part.outline.paragraphs),
        titles=tuple(titles),
        warnings=tuple(_warnings(pages)),
    )


def _titles(parts: Sequence[PartReading], margins: Sequence[Margins]) -> Iterator[str | None]:
    """Each part's title: what the list of contents calls an annex, the number a protocol bears,
    else what it says itself.
    """
    named = {entry.sheet: entry.title for entry in find_listed(margins)}
    for index, part in enumerate(parts):
        sheet = part.pages[0]
        # what OCR reads first on a scanned annex is a stamp or a logotype as often as its title
        has_own = sheet.text_source == "native" and part.outline.sections
        if part.part.kind == ANNEX and sheet.number in named and not has_own:
            yield named[sheet.number]
        elif index == 0:
            yield _title_of_first(part)
        else:
            yield _part_title(part)


def _title_of_first(part: PartReading) -> str | None:
    if len(part.matters) > 1:
        printed = _printed_title(part.margins[0])
        if printed or _begins_with_matter(part):
            return printed
    return _part_title(part)


def _warnings(pages: Sequence[Page]) -> Iterator[Warned]:
    yield from (warning.on(page.number) for page in pages for warning in page.warnings)
    blank = [str(page.number) for page in pages if not page.words and page.width and not page.images]
    if blank:
        yield warn(Code.SHEETS_WITHOUT_TEXT, shown=", ".join(blank))


def _municipality(
    heads: list[Line], opening: list[Line], margins: Sequence[Margins]
) -> tuple[str | None, str | None]:
    """The one that the first part's heads or opening names; else the one whose own web address the document
    gives; else the region that a line of them names first.
    """
    texts = [run.text for line in (*heads, *opening) for run in line.runs]
    addressed = opening and opening[0].text.strip(" :").casefold() == "till"
    first = [line.runs[0].text for line in (*heads, *(() if addressed else opening[:TITLED]))]
    every = [line.text for own in margins for line in (*own.head, *own.body, *own.foot)]
    found = (find_municipality(texts), municipality_of_address(every), find_region(first))
    return next((each for each in found if each != (None, None)), (None, None))


def _body(heads: list[Line], opening: list[Line]) -> str | None:
    for lines in (heads, opening):
        if counts := _bodies_in(lines):
            return counts.most_common(1)[0][0]
    return None


def _bodies_in(lines: Sequence[Line]) -> Counter[str]:
    texts = [run.text for line in lines for run in line.runs]
    counts = Counter(m[1] for text in texts for m in _BODY.finditer(text))
    return counts + Counter(m[1].capitalize() for text in texts for m in _BODY_UPPER.finditer(text))


def _body_of_report(heads: list[Line], opening: list[Line]) -> str | None:
    """As of a protocol, but from no row of figures, and no running text that tells of several bodies or of a
    council: of others than its own.
    """
    lines = [line for line in opening if not any(looks_like_figure(run.text) for run in line.runs[1:])]
    titles = [line for line in lines if len(line.words) <= _NAMED]
    if named := _body(heads, titles):
        return named
    told = _bodies_in(lines)
    body = next(iter(told)) if len(told) == 1 else None
    return None if body and body.casefold().endswith("fullmäktige") else body


def _meeting_date(heads: list[Line], opening: list[Line], unlabelled: bool) -> date | None:
    """The day behind "Sammanträdestid" on the first sheet;
    else the one in the running heads, or behind "Datum".

    A report by itself has days too, of its printing or its period:
    only one beside such a label, a § or a body's name is a meeting's there.
    """
    for line in opening:
        if _SITTING.match(line.text) and (found := find_days(line.text)):
            return found[0][2].value
    heads, opening = (
        lines if unlabelled else list(filter(_tells_of_meeting, lines)) for lines in (heads, opening)
    )
    days = {day.value for line in heads for _, _, day in find_days(line.text)}
    if len(days) == 1:
        return days.pop()
    if len(days := set(_days_under_labels(heads))) == 1:
        return days.pop()
    labelled = [line for line in opening if _MEETING.search(line.text)]
    for line in [*labelled, *opening]:
        if found := find_days(line.text):
            return found[0][2].value
    return None


def _days_under_labels(lines: Sequence[Line]) -> Iterator[date]:
    """The day just under "Sammanträdesdatum", flush with it."""
    for upper, lower in pairwise(lines):
        for label in upper.runs:
            if _SITTING.match(label.text) and upper.page is lower.page:
                under = (run.text for run in lower.runs if abs(run.box.x0 - label.box.x0) < SAME_EDGE)
                yield from (day.value for text in under for _, _, day in find_days(text))


def _tells_of_meeting(line: Line) -> bool:
    if _ADOPTED.search(line.text):
        return False
    return "§" in line.text or bool(_MEETING.search(line.text) or _BODY.search(line.text))


def _diary_number(matters: list[Matter], heads: list[Line], opening: list[Line]) -> str | None:
    if len(matters) == 1 and matters[0].diary_number:
        return matters[0].diary_number
    if len(matters) > 1:
        return None
    for line in [*heads, *opening]:
        for run in line.runs:
            if found := read_diary_number(run.text):
                return found
    return None


def _part_title(part: PartReading) -> str | None:
    if len(part.matters) == 1:
        return part.matters[0].title
    sections = part.outline.sections
    if sections and (sections[0].level == 1 or not part.matters):
        return sections[0].heading
    if part.part.kind == ANNEX and (title := _large_in_head(part)):
        return title
    return part.blocks[0].text[:120] if part.blocks else None


def _large_in_head(part: PartReading) -> str | None:
    """The first line of the running head in far larger type than the text has: a report's title, said anew
    on every sheet.
    """
    usual = median([line.size for line in part.margins[0].body] or [0.0])
    return next((line.text for line in part.margins[0].head if line.size > LARGER * usual > 0), None)


def _begins_with_matter(part: PartReading) -> bool:
    """True where no heading stands before the part's first § but that of the list of matters."""
    headed = (s.section_id for s in part.outline.sections if not s.heading.startswith("Ärende"))
    return next(headed, "") in part.outline.matter_sections


def _printed_title(margins: Margins) -> str | None:
    """ "Protokoll 5/2022" in the first sheet's head."""
    lines = [*margins.head, *margins.body[:6]]
    return next((line.text for line in lines if line.bold and _KIND_OF_PAPER.match(line.text)), None)


def _language(paragraphs: Iterator[Paragraph]) -> str | None:
    words = _WORD.findall(" ".join(paragraph.text for paragraph in islice(paragraphs, 200)).lower())
    if len(words) < 30:
        return None
    return "sv" if sum(word in _SWEDISH for word in words) > 0.1 * len(words) else None
