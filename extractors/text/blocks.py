"""The text of a part as blocks: headings, paragraphs, list items,
columns of short lines, contents entries.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.text.block import Block
from extractors.text.false_headings import without_false_headings
from extractors.text.headings import heading_goes_on, is_broken_heading, is_heading, number_of
from extractors.text.leaders import has_leaders
from extractors.text.measure import Measure, take_measure
from extractors.text.text_lines import BULLET, ENDS, TextLine, is_labelled, mark_entries
from swedish.diary import is_diary_line
from swedish.headings import leads_in, tells_a_decision
from swedish.joined_lines import is_broken_day, is_unfinished
from swedish.numbers.notation import RAISED_MARKS
from swedish.section_signs import read_sign
from swedish.stations import read_station

_ITEM = re.compile(r"^(?:[•●▪◦‣·\uf0b7–-]|\(?\d{1,2}[.)]|\(?[a-zåäö]\)|att\b(?=.*$))\s?\S", re.IGNORECASE)
_CLAUSE = re.compile(r"^att\s", re.IGNORECASE)  # of a decision: each on a line of its own
_INTRODUCES = re.compile(r"(?:[:,;.]|\b(?:samt|och|beslutar|besluta|föreslår))$", re.IGNORECASE)
_NOTE_MARK = re.compile(rf"^(?:\d{{1,2}}\)|\*|[{RAISED_MARKS}]+\)?\s)")
_FEW_DOTS = re.compile(r"[^\W\d]\s?(?:\.{2,3}|…|\s\.)\s*\d{1,4}$")
_LIST_NUMBER = re.compile(r"^(\d{1,2})[.)]\s")
LINES_APART = 1.32  # of the pitch: how far lines of one paragraph may stand apart
SENTENCE_APART = 1.16  # the same, where a sentence ends one line and begins the next
ROOMY = 0.1  # of the sheet's width: room that a line of a paragraph does not leave
EVEN = 0.05  # of the sheet's width: lines of a narrow measure end as near each other
MANY_WORDS = 5  # of such a line
FAR_UP = 0.1  # of the sheet's height: text that goes on overleaf reaches nearer the foot than that


def find_blocks(sheets: list[list[TextLine | Block]]) -> list[Block]:
    """The blocks of a part from its sheets' lines, in reading order, paragraphs whole over sheet breaks.

    A sheet's tables stand among its lines as blocks already made.
    """
    sheets = [mark_entries(sheet) for sheet in sheets]
    texts = [[item for item in sheet if isinstance(item, TextLine)] for sheet in sheets]
    measure = take_measure(texts)
    blocks: list[Block] = []
    for sheet in sheets:
        before: TextLine | None = None
        for index, item in enumerate(sheet):
            if isinstance(item, Block):
                blocks.append(item)
                continue
            after = sheet[index + 1] if index + 1 < len(sheet) else None
            _place(blocks, item, before, after if isinstance(after, TextLine) else None, measure)
            before = item
    blocks = without_false_headings(blocks)
    return [block for block in blocks if block.text.strip()]


def _place(
    blocks: list[Block],
    line: TextLine,
    before: TextLine | None,
    after: TextLine | None,
    measure: Measure,
) -> None:
    """Puts the line in the last block, or begins a new one with it."""
    at = len(blocks) - 1
    last = blocks[-1] if blocks else None
    if len(blocks) > 1 and last is not None and _goes_on_after_footnote(blocks[-2], last, line, before):
        at, last = at - 1, blocks[-2]
    heading = last.lines[-1] if last is not None and last.kind == "heading" else None
    if line.listed or has_leaders(line.text) or _is_listed_after(last, line):
        _place_contents(blocks, line)
    elif last and heading is not None and heading is before and is_broken_heading(heading, line, measure):
        blocks[at] = last.with_line(line)
    elif is_heading(line, before, after, measure) and not (last and _is_of_the_decision(last, line)):
        if (
            last
            and heading is not None
            and not read_sign(line.text)
            and heading_goes_on(heading, line, measure)
        ):
            blocks[at] = last.with_line(line)
        else:
            blocks.append(Block("heading", (line,), number=number_of(line)))
    elif last is not None and last.kind in ("text", "item") and _goes_on(last, line, before, measure):
        blocks[at] = last.with_line(line)
    else:
        stretched = _is_stretched(line) and _fills(line, measure)
        columns = len(line.runs) > 1 and not line.boxed and not is_labelled(line) and not stretched
        columns = columns and not _hangs(line)
        kind = "item" if BULLET.match(line.text) else "columns" if columns else "text"
        if kind == "columns" and last is not None and last.kind == "columns" and _next_row(last, line):
            blocks[at] = last.with_line(line)
        else:
            blocks.append(Block(kind, (line,)))


def _hangs(line: TextLine) -> bool:
    """True for a clause set with a hanging indent: "att   godkänna taxan"."""
    return len(line.runs) == 2 and line.runs[0].text.casefold() == "att" and line.runs[1].text[:1].islower()


def _is_listed_after(last: Block | None, line: TextLine) -> bool:
    """True for an entry so long that only a few dots lead to its page number, under one with more."""
    return last is not None and last.kind == "contents" and bool(_FEW_DOTS.search(line.text))


def _is_of_the_decision(last: Block, line: TextLine) -> bool:
    """True for a line that would head something elsewhere, but says under a heading who decides, or is the
    next of the numbered clauses: offices set what is decided in bold type.
    """
    if tells_a_decision(line.text):
        return True
    if last.kind == "heading" or is_diary_line(last.text):
        return leads_in(line.text) and last.page is line.page
    number, own = _LIST_NUMBER.match(last.text), _LIST_NUMBER.match(line.text)
    if own is None or (last.lines[-1].page is line.page and last.lines[-1].box.bottom > line.box.bottom):
        return False
    if number is None:
        return own[1] == "1" and leads_in(last.text)
    return line.look == last.lines[0].look and int(own[1]) == int(number[1]) + 1


def _goes_on_after_footnote(above: Block, note: Block, line: TextLine, before: TextLine | None) -> bool:
    """True where the paragraph goes on after the footnote that ended the sheet it began on."""
    return above.lines[-1] is before or (before is None and _is_footnote(above, note, line))


def _is_footnote(above: Block, note: Block, line: TextLine) -> bool:
    """True for a note set apart at the foot of a sheet whose text goes on,
    in the middle of a sentence, on the next.
    """
    first, end = note.lines[0], above.lines[-1]
    mark = note.kind in ("item", "text") and _NOTE_MARK.match(first.text)
    apart = first.page is end.page and first.box.top - end.box.bottom > 2 * first.size
    unfinished = above.kind in ("text", "item") and not ENDS.search(end.text) and line.text[:1].islower()
    return bool(mark) and apart and unfinished and line.page is not first.page


def _place_contents(blocks: list[Block], line: TextLine) -> None:
    """A contents entry; the line just before it, in the same style and without leaders, was its beginning."""
    last = blocks[-1] if blocks else None
    begun = (
        last is not None
        and last.kind in ("text", "item", "columns")
        and len(last.lines) == 1
        and last.lines[0].page is line.page
        and line.box.top - last.lines[0].box.bottom < 0.5 * line.box.height
        and any(block.kind == "contents" for block in blocks[-3:])
    )
    if begun and last is not None:
        blocks[-1] = replace(last.with_line(line), kind="contents")
    else:
        blocks.append(Block("contents", (line,)))


def _begins_matter(end: TextLine, line: TextLine) -> bool:
    """True for a line that begins a §; a sentence may have "§ 31" at the start of a line too."""
    sign = read_sign(line.text)
    if sign is None or (not line.bold and is_unfinished(end.text)):
        return False
    return line.bold or not sign.title or (sign.title[0].isupper() and bool(ENDS.search(end.text)))


def _goes_on(last: Block, line: TextLine, before: TextLine | None, measure: Measure) -> bool:
    """True where the line continues the block's paragraph."""
    end = last.lines[-1]
    if end is before and _breaks_a_day(end, line):
        return True
    if BULLET.match(line.text) or line.boxed != end.boxed or abs(end.size - line.size) > 0.6:
        return False
    if leads_in(last.text) and (end.page is not line.page or _had_room(end, line, measure)):
        return False
    if _CLAUSE.match(line.text):
        introduced = bool(_INTRODUCES.search(end.text))
        roomy = end.page is line.page and _had_room(end, line, measure)
        a_clause_before = bool(_CLAUSE.match(last.text))
        if introduced + roomy + a_clause_before > 1:
            return False
    if (
        is_diary_line(line.text)
        or _begins_matter(end, line)
        or read_station(end.text)
        or read_station(line.text)
    ):
        return False
    if last.label is not None and abs(line.box.x0 - last.lines[0].runs[1].box.x0) > 8:
        return False
    if end.page is not line.page:
        return before is None and _crosses_sheets(last, line, measure)
    if end is not before or (len(line.runs) > 1 and not _is_stretched(line)):
        return False
    at_an_end = ENDS.search(end.text) is not None and line.text[:1].isupper()
    farthest = (SENTENCE_APART if at_an_end else LINES_APART) * measure.pitch(line.size)
    if line.box.bottom - end.box.bottom > farthest or line.box.middle <= end.box.middle:
        return False
    if line.lead_bold and not end.bold and ENDS.search(end.text) and not end.runs[-1].words[-1].bold:
        return not _had_room(end, line, measure)
    if end.bold != line.bold and end.lead_bold and end.bold and _had_room(end, line, measure):
        return False
    if line.text[:1].islower():
        return True
    return not (
        _had_room(end, line, measure, 0.03) and (ENDS.search(end.text) or _is_an_entry(end, line, measure))
    )


def _breaks_a_day(end: TextLine, line: TextLine) -> bool:
    """True for "2031-10-" over "04."; after a whole "2031-12-3" a line "1. …" is an entry of a list."""
    last, first = end.runs[-1].words[-1].text, line.runs[0].words[0].text.rstrip(".,;")
    close = end.page is line.page and line.box.top - end.box.bottom < line.box.height
    return close and is_broken_day(last, first) and (last.endswith("-") or not BULLET.match(line.text))


def _is_stretched(line: TextLine) -> bool:
    """True for a justified line whose spaces are wide, all of much the same width."""
    words = [word for run in line.runs for word in run.words]
    if len(line.runs) < 2 or len(words) < 4 or 2 * sum(word.text.isalpha() for word in words) < len(words):
        return False
    gaps = [after.box.x0 - word.box.x1 for word, after in pairwise(words)]
    return max(gaps) < 2.2 * line.size or max(gaps) < 1.6 * min(gaps)


def _fills(line: TextLine, measure: Measure) -> bool:
    """True where the line ends at the right margin, as a justified one does."""
    return abs(line.box.x1 - measure.right.get(line.page.number, line.box.x1)) < line.size / 2


def _is_an_entry(end: TextLine, line: TextLine, measure: Measure) -> bool:
    """True where a line with a capital begins though the one above left much room in its column: an entry
    of a list without marks, as of papers or recipients.
    """
    if is_unfinished(end.text):
        return False
    even = abs(line.box.x1 - end.box.x1) < EVEN * end.page.width
    if even and min(len(line.text.split()), len(end.text.split())) >= MANY_WORDS:
        return False  # running text in a narrow measure, beside a picture
    behind = min(measure.reach(end), end.room) - end.box.x1 - line.runs[0].words[0].box.width
    return line.text[:1].isupper() and behind > ROOMY * end.page.width


def _had_room(end: TextLine, line: TextLine, measure: Measure, spare: float = 0.0) -> bool:
    """True where the line's first word would have fitted behind `end`: the paragraph had ended there."""
    word = line.runs[0].words[0].box
    limit = min(end.room, measure.right.get(end.page.number, end.page.width * 0.88)) - spare * end.page.width
    return end.box.x1 + 0.25 * end.size + word.width < limit


def _crosses_sheets(last: Block, line: TextLine, measure: Measure) -> bool:
    end = last.lines[-1]
    if line.bold != end.bold and not line.lead_bold:
        return False
    if not end.box.x0 - 40 < line.box.x0 < end.box.x1:
        return False
    if len(line.runs) > 1 and not _is_stretched(line):
        return False
    if line.text[:1].islower():
        return True
    if _is_caption(last, measure):
        return False
    if not ENDS.search(end.text):  # a list's last entry is short, a paragraph's line in the middle is not
        return len(last.lines) > 1 or not _had_room(end, line, measure, 0.3)
    return not _had_room(end, line, measure)


def _is_caption(last: Block, measure: Measure) -> bool:
    """True for a line or two, or small type, far above the foot of the sheet: words under a picture, say."""
    end = last.lines[-1]
    slight = len(last.lines) <= 2 or end.size < 0.92 * measure.body
    return slight and end.box.bottom < measure.foot - FAR_UP * end.page.height


def _next_row(last: Block, line: TextLine) -> bool:
    """True where a line of several columns stands close under one, in the same columns."""
    end = last.lines[-1]
    if end.page is not line.page or line.box.top - end.box.bottom > 1.2 * line.box.height:
        return False
    return any(abs(a.box.x0 - b.box.x0) < 4 for a in end.runs for b in line.runs)
