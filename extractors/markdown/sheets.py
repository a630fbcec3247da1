"""What OCR breaks made whole again, and where documents inside the file begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from extractors.markdown.elements import (
    Boxed,
    Element,
    Grid,
    Heading,
    Sheet,
    Text,
    Token,
    element_text,
    text_of,
)
from extractors.markdown.grids import continued
from extractors.text.parts import ANNEX, MEMO, PartCut
from schemas.kinds import PartKind
from schemas.warnings import Code, Warned, warn
from swedish.diary import read_diary_number

Starts = dict[int, tuple[PartKind, str]]  # sheet from 0 -> kind of the part that begins there, and why

_ENDS = re.compile(r"[.!?:;]['”\")\]]?$")
_ENTRY = re.compile(r"^(?:att|dels|samt|och|eller)\b|^\S{1,3}[.)]\s|^[•●▪–-]\s", re.IGNORECASE)
# Words that no Swedish paragraph ends with; "och" and "att" may stand before a list.
_UNFINISHED = frozenset(
    "för av i på med till som den det de en ett från vid under över mellan är har ska kan genom enligt "
    "utan där när "
    "inom mot hos efter före denna detta dessa vars vilka vilken vilket".split()
)
LEAST_PROSE = 60  # characters: what is shorter and ends without a full stop is a line of its own
_HANDLER = re.compile(r"\b(?:handläggare|handläggande tjänste(?:man|person))\b", re.IGNORECASE)
_DATED = re.compile(r"\b(?:dnr|diarienummer)\b|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
_CONTENTS = re.compile(r"^inneh[åa]ll", re.IGNORECASE)
_OPENS_PART = re.compile(
    r"^(?:bilaga\b|bil\.|liite\b|hur (?:man överklagar|beslutet överklagas)|så (?:här )?överklagar|"
    r"besvärshänvisning|"
    r"överklagandehänvisning|anvisning(?:ar)? (?:för|om) |anslagsbevis|bevis om (?:anslag|justering)|"
    r"kungörelse\b|"
    r"kallelse\b|föredragningslista\b)",
    re.IGNORECASE,
)


def mend(sheets: list[Sheet]) -> list[Sheet]:
    """Tables that a page break cut are whole again,
    and so are paragraphs cut where the input shows no break.
    """
    mended: list[Sheet] = []
    for sheet in sheets:
        mended.append([])
        for element in sheet:
            before = _last(mended)
            joined = _joined(before, element, at_break=not mended[-1])
            if joined is None:
                mended[-1].append(element)
            else:
                (mended[-1] or mended[-2])[-1] = joined
    return [sheet for sheet in mended if sheet]


def _last(mended: list[Sheet]) -> Element | None:
    held = mended[-1] or (mended[-2] if len(mended) > 1 else [])
    return held[-1] if held else None


def _joined(before: Element | None, element: Element, at_break: bool) -> Element | None:
    """Both as one, None where they are two. Paragraphs over a sheet's end are the blocks' own to join."""
    if isinstance(before, Grid) and isinstance(element, Grid):
        return continued(before, element)
    if isinstance(before, Text) and isinstance(element, Text) and not at_break and _goes_on(before, element):
        head, tail = before.lines, element.lines
        return Text((*head[:-1], (*head[-1], *tail[0]), *tail[1:]))
    return None


def _goes_on(before: Text, after: Text) -> bool:
    text, end = text_of(after.lines), text_of(before.lines)
    if len(end) < LEAST_PROSE or _ENDS.search(end) or _ENTRY.match(text) or len(before.lines) > 1:
        return False
    return text[:1].islower() or (len(end) > 2 * LEAST_PROSE and end.split()[-1] in _UNFINISHED)


def unglue(sheets: list[Sheet]) -> tuple[list[Sheet], list[Warned]]:
    """Diary numbers whose space OCR lost get it back where the document prints the same number with it.

    Warnings name what was put for what.
    """
    texts = [
        element_text(element) for sheet in sheets for element in sheet if isinstance(element, Heading | Text)
    ]
    whole = {
        number for text in texts if len(text) < 400 and (number := read_diary_number(text)) and " " in number
    }
    glued = {number.replace(" ", ""): number for number in whole}
    repaired: dict[str, str] = {}
    found = [[_with_space(element, glued, repaired) for element in sheet] for sheet in sheets]
    return found, [warn(Code.DIARY_NUMBER_MENDED, printed=raw, read=put) for raw, put in repaired.items()]


def _with_space(element: Element, glued: Mapping[str, str], repaired: dict[str, str]) -> Element:
    if not isinstance(element, Text) or not glued:
        return element
    lines = tuple(_respaced(line, glued, repaired) for line in element.lines)
    return element if lines == element.lines else Text(lines)


def _respaced(
    line: tuple[Token, ...], glued: Mapping[str, str], repaired: dict[str, str]
) -> tuple[Token, ...]:
    words = [token.text for token in line]
    for start in range(len(words)):
        for end in range(start + 1, min(start + 4, len(words)) + 1):
            put = glued.get("".join(words[start:end]))
            printed = " ".join(words[start:end])
            if put is not None and put != printed and put.count(" ") > printed.count(" "):
                repaired[printed] = put
                style = line[start]
                return (*line[:start], *(replace(style, text=word) for word in put.split()), *line[end:])
    return line


def part_starts(sheets: list[Sheet]) -> tuple[list[Sheet], Starts]:
    """The sheets, cut anew before a document's own head or title,
    and the sheets where that shows a part's beginning.

    Markdown has no running heads to tell the documents apart by: what is left is a letter's head
    (handläggare, number and day in a few short lines) and a cover (a title alone on its sheet).
    """
    cut: list[Sheet] = []
    for sheet in sheets:
        cut.append([])
        covers = _covers(sheet)
        for index, element in enumerate(sheet):
            if cut[-1] and (_is_letter_head(element) or _opens_part(element) or index in covers):
                cut.append([])
            cut[-1].append(element)
    starts: Starts = {}
    for index, sheet in enumerate(cut):
        if _is_letter_head(sheet[0]):
            starts[index] = MEMO, "brevhuvud med handläggare och diarienummer"
        elif index and (title := _cover_title(sheet)):
            starts[index] = ANNEX, f"omslag: “{title}”"
    return cut, starts


def _is_letter_head(element: Element) -> bool:
    if not isinstance(element, Text | Grid) or (isinstance(element, Grid) and element.ruled):
        return False
    text = element_text(element)
    rows = len(element.lines) if isinstance(element, Text) else element.n_rows
    return rows >= 2 and len(text) < 400 and bool(_HANDLER.search(text)) and bool(_DATED.search(text))


def _opens_part(element: Element) -> bool:
    return isinstance(element, Heading) and bool(_OPENS_PART.match(text_of(element.lines)))


def _covers(sheet: Sheet) -> set[int]:
    """Where in the sheet a cover begins and ends:
    a title of level 1 with a contents list's title a few lines below.
    """
    found: set[int] = set()
    for index, element in enumerate(sheet):
        if not isinstance(element, Heading) or element.level > 1 or _CONTENTS.match(text_of(element.lines)):
            continue
        below = sheet[index + 1 : index + 5]
        ends = (n for n, other in enumerate(below) if isinstance(other, Heading))
        end = next(ends, None)
        if end is not None and _CONTENTS.match(element_text(below[end])):
            mark = index and isinstance(sheet[index - 1], Text) and element_text(sheet[index - 1]).isupper()
            found |= {index - 1 if mark else index, index + 1 + end}
    return found


def _cover_title(sheet: Sheet) -> str | None:
    """The title of a sheet that holds nothing else but a few short lines."""
    titles = [element for element in sheet if isinstance(element, Heading) and element.level == 1]
    texts = [element_text(element) for element in sheet]
    bare = not any(isinstance(element, Grid | Boxed) for element in sheet)
    if len(titles) != 1 or len(sheet) > 6 or not bare or any(len(text) > 120 for text in texts):
        return None
    return text_of(titles[0].lines)


def with_starts(cuts: list[PartCut], starts: Starts, n_pages: int) -> list[PartCut]:
    """The parts that the text tells, cut again where a letter's head or a cover begins one."""
    first = {cut.first_page: (cut.kind, cut.evidence) for cut in cuts}
    for index, found in starts.items():
        if index + 1 not in first or index == 0:
            first[index + 1] = found
    pages = sorted(first)
    ends = [page - 1 for page in pages[1:]] + [n_pages]
    return [PartCut(first[page][0], page, end, first[page][1]) for page, end in zip(pages, ends, strict=True)]
