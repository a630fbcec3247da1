"""What a document says of itself: municipality, body, day of meeting, title, diary number, language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from extractors.pages.lines import Line
from extractors.pages.running_heads import Margins
from extractors.text.blocks import Block
from extractors.text.contents_list import find_listed
from extractors.text.matters import Matter
from extractors.text.parts import ANNEX
from extractors.text.sections import Outline
from schemas.document import Part
from schemas.page import Page
from schemas.warnings import Code, Warned, warn
from swedish.dates import find_days
from swedish.diary import read_diary_number
from swedish.municipalities import find_municipality, municipality_of_address

_KIND = r"(?:styrelsen?|fullmäktige|nämnden?|utskottet?|beredningen|delegationen|kommissionen|rådet)"
_BODY = re.compile(
    # Kultur- och fritidsnämnden
    rf"\b((?:[A-ZÅÄÖ][a-zåäö]+-,?\s(?:[a-zåäö]+-\s)?(?:och|samt)\s[a-zåäö]*{_KIND})"
    rf"|(?:[A-ZÅÄÖ][a-zåäö]+a\s[a-zåäö]*{_KIND})"  # Tekniska nämnden
    rf"|(?:[A-ZÅÄÖ][a-zåäö-]*{_KIND}))s?\b"
)
_BODY_UPPER = re.compile(r"\b([A-ZÅÄÖ-]*(?:STYRELSEN?|FULLMÄKTIGE|NÄMNDEN?|UTSKOTTET?|BEREDNINGEN))\b")
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


@dataclass(slots=True)
class Imprint:
    """The document's own particulars; None where it does not say, or says two things."""

    municipality: str | None = None
    municipality_code: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    title: str | None = None
    diary_number: str | None = None
    language: str | None = None
    titles: dict[str, str | None] = field(default_factory=dict)
    warnings: list[Warned] = field(default_factory=list)


def read_imprint(
    pages: list[Page],
    margins: list[Margins],
    parts: list[Part],
    outline: Outline,
    matters_of: dict[str, list[Matter]],
    blocks_of: dict[str, list[Block]],
) -> Imprint:
    """The particulars, from running heads first, then from the first sheets' text."""
    imprint = Imprint()
    first = parts[0]
    own = [margins[number - 1] for number in first.sheets]
    heads = [line for sheet in own for line in (*sheet.head, *sheet.foot)]
    opening = list(own[0].body[:40])
    following = margins[first.sheets[0] :][:1] if len(opening) < COVER else []
    second = [line for sheet in following for line in sheet.body[:10]]
    imprint.municipality, imprint.municipality_code = _municipality([*heads, *opening], margins)
    imprint.body = _body(heads, [*opening, *second])
    imprint.meeting_date = _meeting_date(heads, opening, unlabelled=first.kind != ANNEX)
    matters = [m for found in matters_of.values() for m in found]
    imprint.titles = {part.part_id: _part_title(part, outline, matters_of, blocks_of) for part in parts}
    if len(matters_of.get(first.part_id, [])) > 1:
        printed = _printed_title(margins[first.sheets[0] - 1])
        if printed or _begins_with_matter(first, outline):
            imprint.titles[first.part_id] = printed
    named = {entry.sheet: entry.title for entry in find_listed(margins)}
    headed = {section.part_id for section in outline.sections}
    # what OCR reads first on a scanned annex is a stamp or a logotype as often as its title
    for part in parts:
        sheet = part.sheets[0]
        has_own = pages[sheet - 1].text_source == "native" and part.part_id in headed
        if part.kind == "annex" and sheet in named and not has_own:
            imprint.titles[part.part_id] = named[sheet]
    imprint.title = matters[0].title if len(matters) == 1 else imprint.titles.get(first.part_id)
    imprint.diary_number = _diary_number(matters, heads, opening)
    imprint.language = _language(outline)
    imprint.warnings = [warning.on(p.number) for p in pages for warning in p.warnings]
    blank = [str(p.number) for p in pages if not p.words and p.width and not p.images]
    if blank:
        imprint.warnings.append(warn(Code.SHEETS_WITHOUT_TEXT, shown=", ".join(blank)))
    return imprint


def _municipality(lines: list[Line], margins: list[Margins]) -> tuple[str | None, str | None]:
    """The one that the first part's heads or opening names;
    else the one whose own web address the document gives.
    """
    found = find_municipality([line.text for line in lines])
    if found != (None, None):
        return found
    return municipality_of_address(
        [line.text for own in margins for line in (*own.head, *own.body, *own.foot)]
    )


def _body(heads: list[Line], opening: list[Line]) -> str | None:
    for lines in (heads, opening):
        texts = [run.text for line in lines for run in line.runs]
        counts = Counter(m[1] for text in texts for m in _BODY.finditer(text))
        counts += Counter(m[1].capitalize() for text in texts for m in _BODY_UPPER.finditer(text))
        if counts:
            return counts.most_common(1)[0][0]
    return None


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
    labelled = [line for line in opening if _MEETING.search(line.text)]
    for line in [*labelled, *opening]:
        if found := find_days(line.text):
            return found[0][2].value
    return None


def _tells_of_meeting(line: Line) -> bool:
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


def _part_title(
    part: Part, outline: Outline, matters_of: dict[str, list[Matter]], blocks_of: dict[str, list[Block]]
) -> str | None:
    matters = matters_of.get(part.part_id, [])
    if len(matters) == 1:
        return matters[0].title
    sections = [s for s in outline.sections if s.part_id == part.part_id]
    if sections and (sections[0].level == 1 or not matters):
        return sections[0].heading
    blocks = blocks_of.get(part.part_id, [])
    return blocks[0].text[:120] if blocks else None


def _begins_with_matter(part: Part, outline: Outline) -> bool:
    """True where no heading stands before the part's first § but that of the list of matters."""
    headed = (s for s in outline.sections if s.part_id == part.part_id and not s.heading.startswith("Ärende"))
    return next((s.section_id for s in headed), None) in outline.matter_sections.values()


def _printed_title(margins: Margins) -> str | None:
    """ "Protokoll 5/2022" in the first sheet's head."""
    lines = [*margins.head, *margins.body[:6]]
    return next((line.text for line in lines if line.bold and _KIND_OF_PAPER.match(line.text)), None)


def _language(outline: Outline) -> str | None:
    words = _WORD.findall(" ".join(p.text for p in outline.paragraphs[:200]).lower())
    if len(words) < 30:
        return None
    return "sv" if sum(word in _SWEDISH for word in words) > 0.1 * len(words) else None
