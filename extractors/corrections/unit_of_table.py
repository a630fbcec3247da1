"""A table's unit as it is printed, and what its figures are worth by it."""

from __future__ import annotations

from dataclasses import replace

from extractors.corrections.target import Target
from schemas.correction import Correction
from schemas.document import Extraction, Fact
from schemas.kinds import UnitSource
from swedish.numbers.units import UNITS, to_kronor

SAID_BY_A_PERSON = UnitSource.CORRECTION


def correct_unit(reading: Extraction, correction: Correction, target: Target) -> Extraction:
    """The reading with the table's unit,
    also for those of its facts that had the table's and not one of their own.
    """
    old = next(table for table in reading.tables if table.table_id == target.table_id)
    new = replace(old, unit=correction.printed, unit_source=SAID_BY_A_PERSON)

    def settled(fact: Fact) -> Fact:
        if fact.table_id != old.table_id or fact.unit not in (None, old.unit):
            return fact
        return replace(fact, unit=new.unit, value_sek=to_kronor(fact.value, UNITS.get(correction.printed)))

    return replace(
        reading,
        tables=tuple(new if table.table_id == old.table_id else table for table in reading.tables),
        facts=tuple(settled(fact) for fact in reading.facts),
    )
