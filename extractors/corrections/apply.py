"""Corrections applied to a reading: each to its one place, marked there, and what became of each told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from extractors.corrections.cells import correct_cell
from extractors.corrections.target import Found, Target, find_target
from extractors.corrections.texts import correct_text
from extractors.corrections.unit_of_table import correct_unit
from schemas.correction import (
    AGREED,
    AMBIGUOUS,
    APPLIED,
    CONTRADICTED,
    FIELDS,
    NOT_FOUND,
    REFUSED,
    UNIT,
    UNSETTLED,
    WITHDRAWN,
    Corrected,
    Correction,
    plain,
    quoted_printed,
    quoted_read,
    refusal,
)
from schemas.document import Extraction
from schemas.kinds import CorrectionKind, CorrectionState
from schemas.place import Place
from schemas.warnings import Code, Warned, warn
from swedish.municipalities import code_of

BearsOut = Callable[[Correction, Target], bool | None]
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True)
class _Case:
    """A correction with what it was found to be about;
    `against` is another that says something else of it.
    """

    correction: Correction
    found: Found
    state: CorrectionState
    borne_out: bool | None = None
    against: str = ""

    @property
    def target(self) -> Target | None:
        return (
            self.found.targets[0] if self.found.targets and self.state not in (AMBIGUOUS, WITHDRAWN) else None
        )


def apply_corrections(
    reading: Extraction, corrections: Sequence[Correction], bears_out: BearsOut
) -> Extraction:
    """The reading as printed, with a row in `corrections` for each, in their order.

    `bears_out` says whether the paper's text layer prints what a correction says, None where it cannot tell.
    What is not found, found twice, contradicted by another or by the paper changes nothing, and is a warning.
    """
    cases = _without_contradictions([_case(reading, correction, bears_out) for correction in corrections])
    corrected = reading
    acting = {_spot(case.target): case for case in reversed(cases) if case.state == APPLIED and case.target}
    # From the end of each text to its beginning, so that the places found before still hold.
    for case in sorted(acting.values(), key=lambda case: -case.target.start if case.target else 0):
        if case.target:
            corrected = _apply(corrected, case.correction, case.target)
    rows = tuple(_row(case) for case in cases)
    warnings = [_warned(case) for case in cases if case.state in UNSETTLED]
    return replace(corrected, corrections=rows, warnings=(*corrected.warnings, *warnings))


def _spot(target: Target) -> tuple[str, str, int]:
    return target.kind, target.target_id, target.start


def _case(reading: Extraction, correction: Correction, bears_out: BearsOut) -> _Case:
    if correction.withdrawn is not None:
        return _Case(correction, Found(WITHDRAWN), WITHDRAWN)
    if correction.page > reading.page_count:
        return _Case(correction, Found(NOT_FOUND), NOT_FOUND)
    found = find_target(reading, correction)
    if correction.is_new and found.state == APPLIED:
        correction = _anchored(correction, found.targets[0])
        again = find_target(reading, correction)
        # what was chosen must be found again by itself
        found = found if again.targets == found.targets else again
    if found.state != APPLIED:
        return _Case(correction, found, found.state)
    [target] = found.targets
    borne_out = bears_out(correction, target)
    state = REFUSED if borne_out is False and not correction.is_sure else APPLIED
    return _Case(correction, found, state, borne_out)


def _anchored(correction: Correction, target: Target) -> Correction:
    """A correction that is being written takes the place it found as its own."""
    return replace(
        correction,
        kind=correction.kind or target.kind,
        read=plain(target.raw),
        row=target.row_label,
        column=target.column_label,
        box=target.place.box,
        choice=None,
    )


def _without_contradictions(cases: list[_Case]) -> list[_Case]:
    """Two that say different things of one place change nothing; two that say the same are one."""
    told = list(cases)
    acting = [i for i, case in enumerate(cases) if case.state in (APPLIED, AGREED) and case.target]
    for one in acting:
        for other in acting:
            if one != other and _clash(cases[one], cases[other]):
                against = cases[other].correction.correction_id
                told[one] = replace(cases[one], state=CONTRADICTED, against=against)
    return told


def _clash(one: _Case, other: _Case) -> bool:
    a, b = one.target, other.target
    if one.state == other.state == AGREED:
        return False
    if a is None or b is None or (a.kind, a.target_id) != (b.kind, b.target_id):
        return False
    apart = a.start + len(a.raw) <= b.start or b.start + len(b.raw) <= a.start
    if a.kind == "text" and apart:
        return False
    return _said(one.correction) != _said(other.correction) or (
        a.kind == "text" and (a.start, a.raw) != (b.start, b.raw)
    )


def _said(correction: Correction) -> tuple[str, str]:
    """What a correction makes of its place."""
    return correction.printed, correction.kind if correction.kind in ("no_fact", "header") else ""


def _apply(reading: Extraction, correction: Correction, target: Target) -> Extraction:
    if target.kind == "cell":
        return correct_cell(reading, correction, target)
    if target.kind == "text":
        return correct_text(reading, correction, target)
    if target.kind == "name":
        people = [
            replace(person, name=correction.printed)
            if str(person.person_index) == target.target_id
            else person
            for person in reading.people
        ]
        return replace(reading, people=tuple(people))
    if target.kind == UNIT:
        return correct_unit(reading, correction, target)
    return _correct_field(reading, target.kind, correction.printed)


def _correct_field(reading: Extraction, field: str, printed: str) -> Extraction:
    value: str | date = date.fromisoformat(printed) if field == "meeting_date" else printed
    changes: dict[str, object] = {field: value}
    if field == "municipality":
        changes["municipality_code"] = code_of(printed.rsplit(" ", 1)[0])
    return replace(reading, **changes)  # type: ignore[arg-type]


def _row(case: _Case) -> Corrected:
    correction, target = case.correction, case.target
    return Corrected(
        correction_id=correction.correction_id,
        kind=correction.kind or (target.kind if target else CorrectionKind.UNTOLD),
        state=case.state,
        says=_says(case),
        target_id=target.target_id if target else None,
        row_label=target.row_label if target else correction.row,
        column_label=target.column_label if target else correction.column,
        raw_read=correction.read,
        raw_now=plain(target.raw) if target else None,
        raw_corrected=correction.printed,
        corrected_by=correction.by or None,
        corrected_at=correction.at,
        reason=correction.why or None,
        despite_text_layer=correction.is_sure,
        place=Place(correction.page, target.place.box if target else correction.box),
    )


def _warned(case: _Case) -> Warned:
    """Why an unsettled correction changes nothing."""
    correction, targets = case.correction, case.found.targets
    read, printed = quoted_read(correction.read), quoted_printed(correction.printed)
    told = partial(warn, correction=correction.correction_id, page=correction.page)
    if case.state == AMBIGUOUS:
        places = "; ".join(f"{n}. {describe(t)}" for n, t in enumerate(targets[:_MOST_TOLD], 1))
        return told(Code.CORRECTION_AMBIGUOUS, read=read, count=len(targets), places=places)
    if case.state == CONTRADICTED:
        return told(Code.CORRECTION_CONTRADICTED, read=read, printed=printed, against=case.against)
    if case.state == REFUSED:
        return refusal(correction.correction_id, correction.page, correction.read, correction.printed)
    is_named = correction.row or correction.column
    where = f" ({describe_place(correction.row, correction.column)})" if is_named else ""
    return told(Code.CORRECTION_NOT_FOUND, read=read, where=where)


def _says(case: _Case) -> str:
    if case.state in UNSETTLED:
        return _warned(case).says
    correction, target = case.correction, case.target
    name = f"Rättelse {correction.correction_id} (blad {correction.page})"
    read, printed = quoted_read(correction.read), quoted_printed(correction.printed)
    if case.state == WITHDRAWN:
        return f"{name}: {read} → {printed} är tillbakadragen{correction.withdrawn}."
    where = describe(target) if target else ""
    if case.state == AGREED:
        return f"{name}: {where} läses nu som {printed} av sig själv; rättelsen behövs inte längre."
    now = f"; nu lästes ”{plain(target.raw)}”" if target and plain(target.raw) != correction.read else ""
    despite = ", fast textlagret säger något annat" if case.borne_out is False else ""
    return f"{name}: {where} {read} → {printed}{despite}{now}."


def describe(target: Target) -> str:
    """Where on the sheet, in words a person can look for."""
    if target.kind == "cell":
        return describe_place(target.row_label, target.column_label)
    if target.kind == "text":
        start, end = max(0, target.start - 25), target.start + len(target.raw) + 25
        return (
            f"texten ”{'…' if start else ''}{target.text[start:end]}{'…' if end < len(target.text) else ''}”"
        )
    if target.kind == "name":
        return f"namnet {target.raw} ({target.row_label})"
    if target.kind == UNIT:
        return f"enheten i tabellen {target.row_label or 'utan rubrik'}"
    return FIELD_NAMES[target.kind]


def describe_place(row: str, column: str) -> str:
    """
    >>> describe_place("Vatten", "Budget 2025"), describe_place("Vatten", "")
    ('raden Vatten, kolumnen Budget 2025', 'raden Vatten')
    """
    return (
        ", ".join([f"raden {row}"] * bool(row) + [f"kolumnen {column}"] * bool(column))
        or "en cell utan rubriker"
    )


FIELD_NAMES = dict(
    zip(FIELDS, ("kommunens namn", "organets namn", "mötesdagen", "titeln", "diarienumret"), strict=True)
)
