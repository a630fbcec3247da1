"""What a person says is printed where the extractors read something else,
and what became of it in a reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from schemas.kinds import CorrectionKind, CorrectionState
from schemas.place import Box, Place
from schemas.warnings import Code, Warned, warn

_Kind, _State = CorrectionKind, CorrectionState
FIELDS = (_Kind.MUNICIPALITY, _Kind.BODY, _Kind.MEETING_DATE, _Kind.TITLE, _Kind.DIARY_NUMBER)
CELL_KINDS = (_Kind.CELL, _Kind.STRIKE, _Kind.NO_FACT, _Kind.HEADER)
UNIT = _Kind.UNIT
KINDS = tuple(kind for kind in CorrectionKind if kind is not _Kind.UNTOLD)

APPLIED, AGREED, WITHDRAWN = _State.APPLIED, _State.AGREED, _State.WITHDRAWN
NOT_FOUND, AMBIGUOUS = _State.NOT_FOUND, _State.AMBIGUOUS
CONTRADICTED, REFUSED = _State.CONTRADICTED, _State.REFUSED
UNSETTLED = (NOT_FOUND, AMBIGUOUS, CONTRADICTED, REFUSED)


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of corrections.csv.

    `kind` is `UNTOLD` where the words alone must tell what is meant. `box` is where the words were read when
    the correction was written, None on a line written by hand. `is_sure` lets it stand against a sound text
    layer. `withdrawn` says who took it back, when and why, None while it stands. `choice` is None on a line
    of the file; while a correction is being written it is 0, or the number of the candidate that a person
    chose, and the place found becomes its own.
    """

    document_id: str
    page: int
    read: str
    printed: str
    kind: CorrectionKind = CorrectionKind.UNTOLD
    row: str = ""
    column: str = ""
    box: Box | None = None
    by: str = ""
    at: datetime | None = None
    why: str = ""
    is_sure: bool = False
    withdrawn: str | None = None
    choice: int | None = None

    @property
    def correction_id(self) -> str:
        """From what it says and of which place; who wrote it, when and why are no part of it."""
        box = "" if self.box is None else box_to_text(self.box)
        told = (
            self.document_id,
            str(self.page),
            self.kind,
            self.read,
            self.printed,
            self.row,
            self.column,
            box,
        )
        return "k" + blake2b("\x1f".join(told).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()

    @property
    def is_new(self) -> bool:
        return self.choice is not None

    def anchored(self, outcome: Corrected) -> Correction:
        """The correction with the place that a reading found for it as its own."""
        return replace(
            self,
            kind=outcome.kind,
            read=outcome.raw_read,
            row=outcome.row_label,
            column=outcome.column_label,
            box=outcome.place.box,
            choice=None,
        )


@dataclass(frozen=True, slots=True)
class Corrected:
    """A row of `corrections`: `raw_read` was read when it was written,
    `raw_now` is what this reading has there.
    """

    correction_id: str
    kind: CorrectionKind
    state: CorrectionState
    says: str
    target_id: str | None
    row_label: str
    column_label: str
    raw_read: str
    raw_now: str | None
    raw_corrected: str
    corrected_by: str | None
    corrected_at: datetime | None
    reason: str | None
    despite_text_layer: bool
    place: Place


def refusal(correction_id: str, page: int | None, read: str, printed: str) -> Warned:
    """That the text layer of the sheet, which is sound, says otherwise."""
    return warn(
        Code.CORRECTION_REFUSED,
        correction=correction_id,
        page=page,
        printed=quoted_printed(printed),
        read=quoted_read(read),
    )


def quoted_read(read: str) -> str:
    """
    >>> quoted_read("12 345"), quoted_read("")
    ('”12 345”', '(tomt)')
    """
    return f"”{read}”" if read else "(tomt)"


def quoted_printed(printed: str) -> str:
    """
    >>> quoted_printed("12 345"), quoted_printed("")
    ('”12 345”', 'ingenting')
    """
    return f"”{printed}”" if printed else "ingenting"


def box_to_text(box: Box) -> str:
    """
    >>> box_to_text(Box(1.0, 20.25, 3.5, 24.0))
    '1 20.25 3.5 24'
    """
    return " ".join(f"{edge:.2f}".rstrip("0").rstrip(".") for edge in (box.x0, box.top, box.x1, box.bottom))


def text_to_box(text: str) -> Box | None:
    """None where it is not four numbers, edges in order.

    >>> text_to_box("1 20.25 3.5 24"), text_to_box("1 2 3"), text_to_box("3 2 1 4")
    (Box(x0=1.0, top=20.25, x1=3.5, bottom=24.0), None, None)
    """
    if not re.fullmatch(r"\d+(?:\.\d+)?(?: \d+(?:\.\d+)?){3}", text):
        return None
    box = Box(*map(float, text.split()))
    return box if box.x0 <= box.x1 and box.top <= box.bottom else None


def plain(text: str) -> str:
    """The text with one plain space for white space of any kind: how words are compared and kept in the file.

    >>> plain(" 12\\u00a0345\\n")
    '12 345'
    """
    return " ".join(text.split())
