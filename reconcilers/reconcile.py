"""The whole of reconciliation on one screen: what a document's texts and figures say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcilers.findings.of_figures import tell_figures
from reconcilers.findings.of_sentences import tell_sentences
from reconcilers.known.grid import find_grids
from reconcilers.known.known import Known, know
from reconcilers.same_figure.checks import find_cross_checks
from reconcilers.same_text.duplicates import find_duplicates
from reconcilers.same_text.findings import tell_wording
from reconcilers.slips.calendar import tell_odd_days
from reconcilers.slips.findings import tell_names
from reconcilers.structure.checks import find_structure_checks
from reconcilers.structure.findings import tell_structure
from reconcilers.sums.checks import find_checks
from reconcilers.telling.tellings import Maker, Telling, in_order_of_sheets, to_findings
from schemas.document import Extraction
from schemas.finding import Check, Reconciliation
from schemas.kinds import FactStatus

OF_FIGURES: Sequence[Maker[Known]] = (tell_figures, tell_sentences)
OF_TEXTS: Sequence[Maker[Known]] = (tell_wording, tell_names, tell_odd_days, tell_structure)
_ON_ONE_FIGURE = ("number", "unit", "sign")  # kinds of which a text and a table may tell the same twice


def reconcile(reading: Extraction) -> Reconciliation:
    """The document held against itself; nothing in the reading is changed."""
    known = know_all(reading)
    document_id = reading.source.document_id
    findings = to_findings(in_order_of_sheets(_tell_once(reading, known)), document_id, f"{document_id}-f")
    return Reconciliation(document_id, known.duplicates, known.checks, findings)


def know_all(reading: Extraction) -> Known:
    """The reading by its ids, every identity tried on its figures, and what it says twice."""
    grids = find_grids(reading)
    within = find_checks(reading, grids)
    checks = (*within, *find_cross_checks(reading, grids, within))
    checks += find_structure_checks(reading, len(checks))
    return know(reading, grids, checks, find_duplicates(reading))


def _tell_once(reading: Extraction, known: Known) -> list[Telling]:
    """What all makers tell; of a figure that is wrong in a sentence the tables' word, not the copies'."""
    of_figures = [telling for make in OF_FIGURES for telling in make(reading, known)]
    of_texts = [telling for make in OF_TEXTS for telling in make(reading, known)]
    told = {
        (claim.paragraph_id, telling.found)
        for telling in of_figures
        for claim in telling.places
        if claim.amount_id
    }
    return [*of_figures, *(telling for telling in of_texts if not _is_told(telling, told))]


def with_status(reading: Extraction, checks: Iterable[Check]) -> Extraction:
    """The reading with each fact's status: verified, conflict, or unchecked where no check names it.

    A fact in a check that holds is verified though another fails:
    the failure is then some other figure's fault.
    """
    held: set[str] = set()
    failed: set[str] = set()
    for check in checks:
        (held if check.holds else failed).update(check.fact_ids)
    facts = tuple(replace(fact, status=_status(fact.fact_id, held, failed)) for fact in reading.facts)
    return replace(reading, facts=facts)


def _status(fact_id: str, held: set[str], failed: set[str]) -> FactStatus:
    if fact_id in held:
        return FactStatus.VERIFIED
    return FactStatus.CONFLICT if fact_id in failed else FactStatus.UNCHECKED


def _is_told(telling: Telling, told: set[tuple[str | None, str]]) -> bool:
    """True where a telling on figures names the same wrong figure in the same paragraph."""
    paragraphs = {claim.paragraph_id for claim in (*telling.places, *telling.against)}
    readings = {(paragraph, raw) for paragraph in paragraphs for raw in (telling.expected, telling.found)}
    return telling.kind in _ON_ONE_FIGURE and not told.isdisjoint(readings)
