"""One drawn sheet read by both OCR readers:
found, straightened, read, voted on, and set as words in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from extractors.ocr.asked_again import read_stacked
from extractors.ocr.chosen_engines import first_reader, second_reader
from extractors.ocr.engine import EngineFailed, PrintedBox, Reading, SeenWord
from extractors.ocr.ink_words import (
    InkLine,
    InkWord,
    join_days,
    line_of_reading,
    part_numbers,
    resize,
    tightened,
)
from extractors.ocr.restored_letters import restore_letters
from extractors.ocr.rules_in_picture import (
    cut_out,
    find_bands,
    find_passed_over,
    find_rules,
    is_dash,
    without_rules,
)
from extractors.ocr.sheet_image import SheetImage
from extractors.ocr.vote import Vote, has_figures, mark_uncertain, vote
from extractors.pdf.words import ASCENT, DESCENT
from schemas.page import Rule, Word
from schemas.place import Box
from schemas.warnings import Code, Warned, warn

FIRST, SECOND = first_reader(), second_reader()
TRUST = FIRST.TRUST
LOOSEST = 3.0  # box heights a character
SIDEWAYS_SHARE = 0.6
BOLD = 1.25  # times the usual stroke: on a grey copy plain letters had up to 1.2, bold ones 1.35 and more


@dataclass(frozen=True, slots=True)
class SeenSheet:
    """What the first reader made of a sheet;
    `turn` as in `Page.turn`, on top of any turn the picture already had.

    `pieces` are the boxes that hold text, with what each alone reads.
    """

    sheet: SheetImage
    lines: tuple[InkLine, ...]
    rules: tuple[Rule, ...]
    turn: int
    pieces: tuple[tuple[PrintedBox, Reading], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """As the first reader alone has them, in points."""
        return tuple(word for line in self.lines for word in _words_in_points(line, self.sheet.scale))


@dataclass(frozen=True, slots=True)
class SheetText:
    """What stands on a sheet, in points, once both readers have voted."""

    words: tuple[Word, ...]
    warnings: tuple[Warned, ...]


def look_at(drawn: SheetImage, *, is_scan: bool = True, look_round: bool = True) -> SeenSheet:
    """The sheet as the first reader sees it.

    `is_scan`: it may lie crooked and be strewn with dots; `look_round`:
    it may lie on its side or upside down.
    """
    seen = _look(drawn, 0, is_scan)
    if not look_round:
        return seen
    boxes, trust = _longest(seen)
    on_end = sum(box[3] - box[1] >= 1.5 * (box[2] - box[0]) for box in boxes)
    if on_end >= SIDEWAYS_SHARE * len(boxes) > 0:
        turn = max((90, 270), key=lambda turn: _mean_trust(seen.sheet, boxes, turn))
    elif boxes and trust <= TRUST.upright and _mean_trust(seen.sheet, boxes, 180) > trust:
        turn = 180
    else:
        return seen
    return _look(drawn.turned(turn), turn, is_scan)


def _look(drawn: SheetImage, turn: int, is_scan: bool) -> SeenSheet:
    sheet = drawn.cleaned() if is_scan else drawn
    boxes = FIRST.find_text(sheet)
    rules = find_rules(sheet, boxes)
    lines, readings = _read_lines(sheet, boxes, rules)
    pieces = tuple(zip(boxes, readings, strict=False))
    return SeenSheet(sheet, tuple(_settled(lines)), (*rules, *find_bands(sheet)), turn, pieces)


def _longest(seen: SeenSheet) -> tuple[list[PrintedBox], float]:
    """The longest boxes with text, which tell best how it lies, and how well they read as they lie."""
    longest = sorted(seen.pieces, key=lambda piece: -max(_sides(piece[0])))[:6]
    trust = sum(reading.mean_trust for _, reading in longest) / max(1, len(longest))
    return [box for box, _ in longest], trust


def _sides(box: PrintedBox) -> tuple[int, int]:
    return box[2] - box[0], box[3] - box[1]


def hear_both(seen: SeenSheet) -> SheetText:
    """The second reader asked too: what they dispute is unread, and told."""
    sheet = seen.sheet
    try:
        lines, warnings = _vote_on(sheet, list(seen.lines))
    except EngineFailed:
        lines, warnings = _alone(list(seen.lines), warn(Code.SECOND_OCR_READER_FAILED))
    angle = f"{abs(sheet.skew):.1f}".replace(".", ",")
    skewed = [warn(Code.SHEET_STRAIGHTENED, angle=angle)] if abs(sheet.skew) >= 0.5 else []
    words = tuple(word for line in lines for word in _words_in_points(line, sheet.scale))
    return SheetText(words, (*skewed, *warnings))


def _mean_trust(sheet: SheetImage, boxes: list[PrintedBox], turn: int) -> float:
    pieces = (cut_out(sheet.grey, box) for box in boxes)
    turned = [np.ascontiguousarray(np.rot90(piece, turn // 90)) for piece in pieces]
    return sum(reading.mean_trust for reading in FIRST.read_pieces(turned)) / len(turned)


def _read_lines(
    sheet: SheetImage, boxes: list[PrintedBox], rules: tuple[Rule, ...]
) -> tuple[list[InkLine], list[Reading]]:
    """The lines of text, and what each box alone reads."""
    unruled = without_rules(sheet, rules) if rules else sheet
    marks = find_passed_over(unruled, boxes)
    boxes = [tightened(unruled.grey, box) for box in boxes]
    pieces = [cut_out(sheet.grey, box) for box in (*boxes, *marks)]
    readings = FIRST.read_pieces(pieces)
    lines = []
    for n, (box, piece, reading) in enumerate(zip((*boxes, *marks), pieces, readings, strict=True)):
        if n >= len(boxes) and is_dash(piece):
            reading = Reading("–", (0.5,), (1.0,))
        least = TRUST.line if n < len(boxes) else TRUST.mark
        if reading.mean_trust >= least and not _is_drawing(box, reading):
            line = line_of_reading(reading, box, cut_out(unruled.grey, box))
            words = tuple(word for word in line.words if not _is_speck(word)) if line else ()
            if line and words:
                lines.append(replace(line, words=words))
    return lines, readings


def _is_speck(word: InkWord) -> bool:
    return not any(map(str.isalnum, word.text)) and sum(word.trust) < TRUST.signs * len(word.trust)


def _is_drawing(box: PrintedBox, reading: Reading) -> bool:
    """True for a long box with hardly a character in it: a thick line of dots, a signature."""
    return box[2] - box[0] > LOOSEST * (box[3] - box[1]) * max(1, len(reading.text))


def _settled(lines: list[InkLine]) -> list[InkLine]:
    """A dash takes size and baseline from its row; one that stands in no row was none."""
    wordy = [line for line in lines if any(map(str.isalnum, line.text))]
    settled = []
    for line in lines:
        if line in wordy:
            settled.append(line)
            continue
        row = [other for other in wordy if other.box[1] < (line.box[1] + line.box[3]) / 2 < other.box[3]]
        if row:
            near = min(row, key=lambda other: abs(other.box[0] - line.box[0]))
            settled.append(replace(line, size=near.size, baseline=near.baseline))
    return _emboldened(settled)


def _emboldened(lines: list[InkLine]) -> list[InkLine]:
    """The lines, those with thicker strokes than most of the sheet's as bold;
    figures have thicker ones than letters.

    Strokes grow with the size: only lines of about the usual size are measured,
    larger ones by their share of it.
    """
    usual = {
        kind: _usual_stroke(line for line in lines if _is_figure(line) == kind) for kind in (False, True)
    }
    return [
        replace(line, bold=line.stroke > BOLD * usual[_is_figure(line)] * line.size) if line.size else line
        for line in lines
    ]


def _usual_stroke(lines: Iterable[InkLine]) -> float:
    """The stroke that most characters have, as a share of the size."""
    return median([line.stroke / line.size for line in lines if line.size for _ in line.text] or [1.0])


def _is_figure(line: InkLine) -> bool:
    return 2 * sum(map(str.isdigit, line.text)) > len(line.text.replace(" ", ""))


def _vote_on(sheet: SheetImage, lines: list[InkLine]) -> tuple[list[InkLine], list[Warned]]:
    """The lines with disputed figures marked, and what to say about it."""
    dpi = round(sheet.scale * 72)
    seen = SECOND.read_words(sheet.grey, dpi)
    if seen is None:
        return _alone(lines, warn(Code.ONE_OCR_READER))
    lines = [_restored(line, _seen_in(line, seen)) for line in lines]
    votes = [vote(line.words, _seen_in(line, seen), TRUST.sure_sign) for line in lines]
    for factor in SECOND.SIZES:
        asked = _open_questions(votes)
        for n, heard in zip(asked, read_stacked(sheet, [lines[n].box for n in asked], factor), strict=True):
            votes[n] = _better(votes[n], vote(lines[n].words, heard, TRUST.sure_sign))
    lone = sum(len(found.alone) for found in votes)
    votes = [_lone_marked(found) for found in votes]
    return _told(lines, votes, [warn(Code.FIGURES_READ_ONCE, count=lone)] if lone else [])


def _restored(line: InkLine, second: str) -> InkLine:
    words = part_numbers(join_days(restore_letters(line.words, second, TRUST.letter), second))
    if words == line.words:
        return line
    restored = replace(line, words=words)
    return replace(restored, size=resize(line, restored.text).size)


def _alone(lines: list[InkLine], why: Warned) -> tuple[list[InkLine], list[Warned]]:
    """What the first reader says, its uncertain figures marked; `why` nobody else was heard."""
    votes = [mark_uncertain(line.words, TRUST.figure) for line in lines]
    return _told(lines, votes, [why] if any(has_figures(line.words) for line in lines) else [])


def _open_questions(votes: list[Vote]) -> list[int]:
    """The lines that are disputed or that only one reader has read, disputes first."""
    asked = [n for n, found in enumerate(votes) if found.disputes or found.alone]
    return sorted(asked, key=lambda n: not votes[n].disputes)


def _better(a: Vote, b: Vote) -> Vote:
    """The vote that leaves less open; to have been read otherwise is an answer,
    not to have been read is none.
    """
    return min(a, b, key=lambda found: (len(found.alone), len(found.disputes)))


def _seen_in(line: InkLine, seen: Sequence[SeenWord]) -> str:
    left, top, right, bottom = line.words[0].left, line.box[1], line.words[-1].right, line.box[3]
    inside = [
        word
        for word in seen
        if top <= (word.top + word.bottom) / 2 <= bottom
        and left - 4 <= (word.left + word.right) / 2 <= right + 4
    ]
    return " ".join(word.text for word in sorted(inside, key=lambda word: word.left))


def _lone_marked(found: Vote) -> Vote:
    if not found.alone:
        return found
    lone = mark_uncertain(found.words, TRUST.figure, found.alone)
    return replace(found, words=lone.words, disputes=(*found.disputes, *lone.disputes))


def _told(
    lines: list[InkLine], votes: list[Vote], warnings: list[Warned]
) -> tuple[list[InkLine], list[Warned]]:
    disputes = [dispute for found in votes for dispute in found.disputes]
    if disputes:
        shown = "; ".join(f"”{mine}” eller ”{other}”" for mine, other in disputes[:8])
        warnings = [*warnings, warn(Code.FIGURES_DISPUTED, count=len(disputes), shown=shown)]
    return [replace(line, words=found.words) for line, found in zip(lines, votes, strict=True)], warnings


def _words_in_points(line: InkLine, scale: float) -> list[Word]:
    top, bottom = line.baseline - ASCENT * line.size, line.baseline + DESCENT * line.size
    size = round(line.size / scale, 1)
    return [
        Word(
            word.text,
            Box(word.left / scale, top / scale, word.right / scale, bottom / scale),
            size,
            line.bold,
        )
        for word in line.words
    ]
