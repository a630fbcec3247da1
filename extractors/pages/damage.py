"""What is said of sheets whose drawing is broken in the file, which PDFium draws in part without a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.pages.text_layer import is_picture
from extractors.pdf.stream_users import Harm, NotFollowed, find_harms
from extractors.pdf.streams import find_broken_streams, is_cut
from schemas.page import Page
from schemas.warnings import Code, Warned, warn


@dataclass(frozen=True, slots=True)
class Damage:
    """Warnings: of sheets by number, and of the file where the harm cannot be placed."""

    of_sheets: Mapping[int, tuple[Warned, ...]] = field(default_factory=dict)
    of_file: tuple[Warned, ...] = ()


def find_damage(pdf: bytes, pages: Sequence[Page]) -> Damage:
    """What of the PDF's drawing is broken, as far as its streams themselves tell it."""
    broken = find_broken_streams(pdf, pictures=any(map(is_picture, pages)))
    if not broken and not is_cut(pdf):
        return Damage()
    try:
        harms = find_harms(pdf, broken, len(pages))
    except NotFollowed as failure:
        return Damage(of_file=(warn(Code.FILE_BROKEN, error=failure),))
    return Damage({page.number: tuple(_said(harms.get(page.number, ()), page)) for page in pages})


def _said(harms: Collection[Harm], page: Page) -> Iterator[Warned]:
    if Harm.CUT in harms:
        yield warn(Code.CONTENT_CUT)
    elif Harm.ALTERED in harms:
        yield warn(Code.CONTENT_ALTERED)
    if Harm.PICTURE in harms:
        yield warn(Code.SCAN_BROKEN if is_picture(page) else Code.PICTURE_BROKEN)
    if Harm.FONT in harms:
        yield warn(Code.FONT_BROKEN)
