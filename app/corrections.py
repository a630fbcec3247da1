"""What a person says is printed: written, listed and taken back on the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.errors import CannotShow
from app.show import find_document, rows_to_csv
from app.words import CORRECTION, severity_label
from archive.corrections import Ledger, Misunderstood, raise_if_senseless, read_ledger
from archive.documents import original_path
from archive.layout import Archive
from archive.release import read_rows_of
from flows.readers.limits import Limits
from flows.steps.correct import Proof, Tried, try_correction, withdraw
from flows.steps.ingest import Run, arrival_time, installed_versions
from flows.steps.stale_corrections import standing_corrections
from schemas.correction import (
    AGREED,
    AMBIGUOUS,
    APPLIED,
    CONTRADICTED,
    KINDS,
    REFUSED,
    WITHDRAWN,
    Corrected,
    Correction,
    plain,
    refusal,
)
from schemas.errors import ExitStatus
from schemas.kinds import CorrectionKind

_WAITING = "väntar på nästa körning"
_MOST_FINDINGS = 5


def run_in(folder: Path, seconds: float, memory_mb: int) -> Run:
    """One document is read: one reader is enough."""
    limits = Limits(workers=1, seconds=seconds, memory_mb=memory_mb)
    return Run(Archive(folder), arrival_time(), installed_versions(), limits)


def kind_named(name: str) -> CorrectionKind:
    if name not in (CorrectionKind.UNTOLD, *KINDS):
        raise CannotShow(f"--kind är {', '.join(KINDS)}.")
    return CorrectionKind(name)


def write_correction(
    run: Run, document: str, correction: Correction, *, write: bool
) -> tuple[str, ExitStatus]:
    """What was done, or why not, and the exit status. `correction.document_id` is found from `document`."""
    sha256 = find_document(document, run.archive.root)
    if original_path(run.archive, sha256).suffix != ".pdf":
        raise CannotShow(
            "Dokumentet är Markdown och har inga blad att rätta mot. Rätta i filen och läs in den på nytt."
        )
    correction = _plain(correction, sha256[:16], run)
    try:
        raise_if_senseless(correction)
    except Misunderstood as why:
        raise CannotShow(f"Rättelsen går inte att förstå: {why}.") from None
    tried = try_correction(run, sha256, correction, write=write)
    return "\n".join(_told(tried, write=write)), _status(tried)


def take_back(run: Run, correction_id: str, by: str, why: str) -> str:
    """The sentence that says it is done."""
    release = withdraw(run, correction_id, plain(by), plain(why))
    return f"Rättelse {correction_id} är tillbakadragen; raden står kvar i corrections.csv. Utgåva {release}."


def list_corrections(folder: Path, document: str | None, form: str) -> str:
    """Every correction in the file with its state in the release, then the lines that were not understood."""
    if form not in ("text", "csv", "json"):
        raise CannotShow("--format är text, csv eller json.")
    archive = Archive(folder)
    ledger = read_ledger(archive)
    only = find_document(document, folder)[:16] if document else None
    rows = [row for row in _rows(archive, ledger) if only in (None, row["document_id"])]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1, default=str)
    if form == "csv":
        return rows_to_csv(rows)
    problems = standing_corrections(archive, ledger).problems
    told = [f"corrections.csv {problem}." for problem in problems]
    return "\n".join([*(line for row in rows for line in _lines(row)), *told]) or "Inga rättelser."


def _plain(correction: Correction, document_id: str, run: Run) -> Correction:
    return Correction(
        document_id=document_id,
        page=correction.page,
        read=plain(correction.read),
        printed=plain(correction.printed),
        kind=correction.kind,
        row=plain(correction.row),
        column=plain(correction.column),
        by=plain(correction.by),
        at=run.at,
        why=plain(correction.why),
        is_sure=correction.is_sure,
        choice=correction.choice or 0,
    )


def _status(tried: Tried) -> ExitStatus:
    return ExitStatus.OK if tried.outcome.state in (APPLIED, AGREED) else ExitStatus.USAGE


def _told(tried: Tried, *, write: bool) -> Iterator[str]:
    outcome = tried.outcome
    yield outcome.says if outcome.state != REFUSED else _refusal(outcome)
    if outcome.state == AMBIGUOUS:
        yield "Ange --row och --column, fler ord i --read, eller --candidate med numret."
    elif outcome.state == REFUSED:
        yield "Jämför med papperet (paragraf draw). Står det ändå så: kör igen med --force."
    elif outcome.state == CONTRADICTED:
        yield "Dra först tillbaka den andra: paragraf corrections --withdraw ID."
    if outcome.state == APPLIED:
        yield from _effects(tried)
        kept = f"Skriven i corrections.csv. Utgåva {tried.release}."
        yield kept if tried.release else "Inget är skrivet (--dry-run)."
    elif outcome.state != AGREED or not write:
        yield "Inget är skrivet."


def _refusal(outcome: Corrected) -> str:
    """Without the advice for whoever edits the file: on the terminal there is --force."""
    read, printed = outcome.raw_read, outcome.raw_corrected
    return refusal(outcome.correction_id, outcome.place.page, read, printed).what


def _effects(tried: Tried) -> Iterator[str]:
    fact, before, after = tried.fact, tried.before, tried.after
    if fact is not None:
        unit = f" {fact.unit}" if fact.unit else ""
        yield f"  Värdet blir {fact.value}{unit} ({fact.status})."
    yield f"  Kontroller som stämmer: {before.held} av {before.checks} → {after.held} av {after.checks}."
    if after.held < before.held:
        yield "  Obs: färre kontroller stämmer än förut. Se efter på papperet en gång till."
    yield from _findings("Försvinner", before, after)
    yield from _findings("Tillkommer", after, before)


def _findings(word: str, those: Proof, others: Proof) -> Iterator[str]:
    told = [finding for says, finding in those.findings.items() if says not in others.findings]
    for finding in told[:_MOST_FINDINGS]:
        yield f"  {word}: {severity_label(finding.severity)}  {finding.says}"
    if len(told) > _MOST_FINDINGS:
        yield f"  {word}: … och {len(told) - _MOST_FINDINGS} till"


def _rows(archive: Archive, ledger: Ledger) -> list[dict[str, Any]]:
    names = {row["document_id"]: row["file_name"] for row in read_rows_of(archive, "documents").to_pylist()}
    released = {row["correction_id"]: row for row in read_rows_of(archive, "corrections").to_pylist()}
    rows = []
    for document_id, corrections in sorted(ledger.by_document.items()):
        for correction in sorted(corrections, key=lambda each: each.page):
            known = released.get(correction.correction_id, {})
            is_stale = (known.get("state") == WITHDRAWN) != (correction.withdrawn is not None)
            rows.append(
                {
                    "correction_id": correction.correction_id,
                    "document_id": document_id,
                    "file_name": names.get(document_id, document_id),
                    "line": ledger.lines[correction.correction_id],
                    "page": correction.page,
                    "state": None if is_stale or not known else known["state"],
                    "read": correction.read,
                    "printed": correction.printed,
                    "says": None if is_stale or not known else known["says"],
                    "by": correction.by or None,
                    "at": correction.at,
                    "why": correction.why or None,
                }
            )
    return rows


def _lines(row: dict[str, Any]) -> Iterator[str]:
    state = CORRECTION[row["state"]] if row["state"] else _WAITING
    yield f"{row['correction_id']}  {state}  ({row['file_name']}, corrections.csv rad {row['line']})"
    yield f"    {row['says'] or _unsaid(row)}"
    signed = [str(row["at"])[:10] if row["at"] else "", row["by"] or "", row["why"] or ""]
    if any(signed):
        yield f"    {', '.join(filter(None, signed))}"


def _unsaid(row: dict[str, Any]) -> str:
    return f"blad {row['page']}: ”{row['read']}” → ”{row['printed']}”"
