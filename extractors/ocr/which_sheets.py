"""Sheets whose text no text layer gives: which they are, and their words as OCR reads them.

The engines are imported when the first such sheet is read, never before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from extractors.ocr.chosen_engines import first_reader, second_reader
from extractors.ocr.engine import EngineFailed
from extractors.ocr.type_sizes import settle_sizes
from extractors.pages.layer_against_picture import hold_against
from extractors.pages.lost_ligatures import UNKNOWN
from extractors.pages.text_layer import is_picture
from schemas.kinds import TextSource
from schemas.page import Page, SheetsByOcr, Word, tilt_box
from schemas.place import Box
from schemas.warnings import Code, Warned, warn

if TYPE_CHECKING:
    from extractors.ocr.read_sheet import SeenSheet

MOST_SHEETS = 500
OCR_VERSION = "1"  # what others made of a sheet is not taken over when its document is read again
UNKNOWN_SHEETS = SheetsByOcr()
Tell = Callable[[int, int], None]  # how many sheets have been read by OCR, and how many will be


def needs_ocr(page: Page) -> bool:
    """True for a sheet that is a picture with hardly a word,
    and for one whose text layer or content is damaged.
    """
    return is_picture(page) or any(each.is_lying or each.is_broken for each in page.warnings)


def _is_doubted(page: Page) -> bool:
    return any(warning.code is Code.FIGURES_DOUBTED for warning in page.warnings)


def readers_here() -> str:
    """The OCR readers that are installed, with the version of what is made of them."""
    second = second_reader()
    return f"{OCR_VERSION} {first_reader().NAME}{f' {second.NAME}' if second.is_installed() else ''}"


def read_where_needed(
    document: Any,
    pages: Iterable[Page],
    most: int = MOST_SHEETS,
    tell: Tell = lambda _done, _of: None,
    known: SheetsByOcr = UNKNOWN_SHEETS,
) -> tuple[list[Page], SheetsByOcr]:
    """All sheets, those that need it read by OCR, and what OCR looked at.

    `document` is the open PDFium document they came from, `known` what the same readers made of it before. At
    most `most` sheets are read so: the rest say in their warnings that they are not. Where one sheet's text
    layer is found to lie, every other layer of the document is held against its sheet's picture too: the
    fonts are one office's, and sheets with few words do not give themselves away.
    """
    sheets = list(pages)
    asked = [page for page in sheets if needs_ocr(page)]
    if not asked:
        return sheets, UNKNOWN_SHEETS
    # what better readers made of it before is not lost
    readers = readers_here() if _is_installed() else known.by
    run = _Run(
        document, most, tell, {page.number: page for page in sheets}, known if known.by == readers else None
    )
    run.read(asked)
    if any(not is_picture(page) and run.sheets[page.number].text_source == TextSource.OCR for page in asked):
        told = [warn(Code.FIGURES_DOUBTED)] if any(map(_is_doubted, asked)) else []
        others = [page.warned(*told) for page in sheets if page.words and not needs_ocr(page)]
        run.read(others, only_to_check=True)
    scans = settle_sizes([run.sheets[page.number] for page in asked if is_picture(page)])
    settled = run.sheets | {page.number: page for page in scans}
    return list(settled.values()), SheetsByOcr(readers, run.looked)


@dataclass(slots=True)
class _Run:
    """The sheets of one document by number, exchanged for what OCR reads as it goes on."""

    document: Any
    most: int
    tell: Tell
    sheets: dict[int, Page]
    known: SheetsByOcr | None
    looked: dict[int, Page | None] = field(default_factory=dict)

    done: int = 0

    def read(self, pages: Sequence[Page], *, only_to_check: bool = False) -> None:
        within = pages[: max(0, self.most - self.done)]
        planned = self.done + len(within)
        for page in within:
            found = self._look(page)
            if not any(warning.is_no_word for warning in found.warnings):
                self.looked[page.number] = found if found.text_source != TextSource.NATIVE else None
            self.sheets[page.number] = found
            self.done += 1
            self.tell(self.done, planned)
        for page in pages[len(within) :] if not only_to_check else ():
            self.sheets[page.number] = page.warned(warn(Code.OCR_LIMIT, most=self.most))

    def _look(self, page: Page) -> Page:
        known = self.known.sheets if self.known is not None else {}
        if page.number not in known or (_is_doubted(page) and known[page.number] is None):
            return read_scanned(self.document, page.number - 1, page)
        return _told_of_damage(known[page.number] or _borne_out(page), page.warnings)


def read_scanned(document: Any, index: int, page: Page) -> Page:
    """Sheet `index` (from 0) of the open PDFium document with OCR's words in place of `page`'s own.

    A text layer that the picture does not contradict is kept as it is; words of a sound layer on a picture (a
    stamp, a page number) are kept beside OCR's, and `text_source` is then "mixed".
    """
    if not _is_installed():
        return page.warned(warn(Code.OCR_NOT_INSTALLED))
    try:
        return _read_by_ocr(document, index, page)
    except EngineFailed as failure:
        return page.warned(warn(Code.OCR_FAILED, error=failure))


def _read_by_ocr(document: Any, index: int, page: Page) -> Page:
    from extractors.ocr.read_sheet import look_at
    from extractors.ocr.sheet_image import render

    drawn = render(document, index)
    if drawn is None:
        return page.warned(warn(Code.OCR_NOT_DRAWN))
    picture = is_picture(page)
    drawn = drawn.turned(page.turn) if page.turn else drawn
    seen = look_at(drawn, is_scan=picture, look_round=not page.words)
    if picture:
        return _with_scan(page, seen)
    if any(warning.code is Code.LAYER_LACKS_LETTERS for warning in page.warnings):
        return _with_letters(page, seen)
    return _with_true_layer(page, seen)


def _with_scan(page: Page, seen: SeenSheet) -> Page:
    """The picture's words, and those of the layer where they stand beside them."""
    from extractors.ocr.read_sheet import hear_both

    found = hear_both(seen)
    upright = page.turned(seen.turn) if seen.turn else page
    upright = _straightened(upright, seen.sheet.skew)
    words = [word for word in found.words if not any(word.box.overlaps(own.box) for own in upright.words)]
    return replace(
        upright,
        words=(*upright.words, *words),
        rules=upright.rules or seen.rules,
        text_source=TextSource.MIXED if page.words else TextSource.OCR,
        warnings=(*_still_true(page.warnings), *found.warnings),
    )


def _with_true_layer(page: Page, seen: SeenSheet) -> Page:
    """The sheet as it is where its layer says what is printed, else with OCR's words."""
    from extractors.ocr.read_sheet import hear_both

    agreement = hold_against(page.words, seen.words)
    has_other_figures = _is_doubted(page) and agreement.has_other_figures
    if not (agreement.is_contradicted or has_other_figures):
        return _borne_out(page)
    found = hear_both(seen)
    words = [_borne_out_word(word, seen.words, page.words) for word in found.words]
    warnings = _still_disputed(found.warnings, words)
    count = agreement.unseen_digits if has_other_figures else agreement.strange
    replaced = warn(Code.FIGURES_REPLACED if has_other_figures else Code.LAYER_REPLACED, count=count)
    return replace(
        page,
        words=tuple(_styled(word, page.words) for word in words),
        rules=page.rules or seen.rules,
        text_source=TextSource.OCR,
        warnings=(*_still_true(page.warnings), replaced, *warnings),
    )


def _still_disputed(warnings: Iterable[Warned], words: Iterable[Word]) -> list[Warned]:
    """OCR's warnings, without its disputes where another voice has settled them all."""
    unread = any(UNKNOWN in word.text for word in words)
    return [each for each in warnings if unread or each.code is not Code.FIGURES_DISPUTED]


def _borne_out_word(word: Word, first: Iterable[Word], layer: Iterable[Word]) -> Word:
    """A disputed word as the first reader has it, where the layer says the same: two readers of three."""
    if UNKNOWN not in word.text:
        return word
    alone = next((other for other in first if _same_ends(other.box, word.box)), None)
    if alone is not None and any(own.text == alone.text and own.box.overlaps(word.box) for own in layer):
        return replace(word, text=alone.text)
    return word


def _borne_out(page: Page) -> Page:
    """The sheet as its layer has it, which was suspected and is true."""
    return replace(page, warnings=tuple(each for each in page.warnings if not each.is_lying))


def _told_of_damage(kept: Page, warnings: Iterable[Warned]) -> Page:
    """What OCR made of the sheet before, perhaps by a version that did not look into the file's streams."""
    told = (each for each in warnings if each.is_broken and each not in kept.warnings)
    return kept.warned(*told)


def _same_ends(a: Box, b: Box) -> bool:
    return a.has_ends_of(b, 0.1) and a.top < b.middle < a.bottom


def _with_letters(page: Page, seen: SeenSheet) -> Page:
    """OCR's words, and the layer's figures, which its missing letters do not touch;
    where the two differ is told.
    """
    from extractors.ocr.read_sheet import hear_both

    found = hear_both(seen)
    lettered = [word.box for word in found.words if any(map(str.isalpha, word.text))]
    figures = [
        w for w in page.words if _is_figure(w.text) and not any(w.box.overlaps(box) for box in lettered)
    ]
    words, differing = [], []
    for word in found.words:
        own = [figure for figure in figures if word.box.overlaps(figure.box)]
        if not own:
            words.append(_styled(word, page.words))
        elif UNKNOWN not in word.text and _digits([word]) not in ("", _digits(own)):
            differing.append(f"”{word.text}” mot ”{' '.join(each.text for each in own)}”")
    shown = "; ".join(differing[:8])
    told = [warn(Code.FIGURES_DIFFER, count=len(differing), shown=shown)] if differing else []
    warnings = _still_disputed(found.warnings, words)
    return replace(
        page,
        words=(*figures, *words),
        rules=page.rules or seen.rules,
        text_source=TextSource.MIXED,
        warnings=(*_still_true(page.warnings), warn(Code.LETTERS_BY_OCR), *told, *warnings),
    )


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def _digits(words: Iterable[Word]) -> str:
    return "".join(sign for word in words for sign in word.text if sign.isdigit())


def _straightened(page: Page, skew: float) -> Page:
    """The sheet's own words, rules and pictures where they stand once it is turned about its middle."""
    if not skew:
        return page

    def tilted(box: Box) -> Box:
        return tilt_box(box, skew, page.width, page.height)

    return replace(
        page,
        words=tuple(replace(word, box=tilted(word.box)) for word in page.words),
        rules=(),  # the picture's own are found in it
        images=tuple(map(tilted, page.images)),
        skew=skew,
    )


def _still_true(warnings: tuple[Warned, ...]) -> list[Warned]:
    """What was said of the text layer no longer holds once OCR's words stand in its place."""
    return [warning for warning in warnings if not warning.is_of_layer]


def _styled(word: Word, printed: Iterable[Word]) -> Word:
    """The word in the type of the damaged text layer's word at its place:
    its letters lie, its type does not.
    """
    for own in printed:
        if own.box.holds_middle_of(word.box):
            return replace(word, size=own.size, bold=own.bold, italic=own.italic, colour=own.colour)
    return word


def _is_installed() -> bool:
    return first_reader().is_installed()
