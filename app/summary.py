"""What the terminal says after a run, in Swedish, for a person."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.words import SEVERITY
from archive.layout import Archive
from archive.release import count_rows, read_rows_of
from flows.steps.in_words import compared_to_sentence, corrections_to_lines, report_to_sentence
from flows.steps.outcomes import Compared, Outcome, Report
from schemas.kinds import SEVERITIES, Fate

_FORMS = {
    "documents": ("dokument", "dokument"),
    "decisions": ("§", "§§"),
    "tables": ("tabell", "tabeller"),
    "facts": ("faktum", "fakta"),
    "amounts": ("belopp", "belopp"),
    **SEVERITY,
    "checks": ("kontroll", "kontroller"),
    "quarantine": ("fil i karantän", "filer i karantän"),
}
_COUNTED = ("documents", "decisions", "tables", "facts", "amounts", "quarantine")
_MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """What the release holds: rows a table, findings a severity, checks and how many of them hold."""

    rows: Mapping[str, int]
    severities: Mapping[str, int]
    checks: int
    held: int


def standing_of(archive: Archive) -> Standing:
    """Of the current release, so that it is true also when nothing was new."""
    severities = Counter(read_rows_of(archive, "findings", ["severity"])["severity"].to_pylist())
    holds = read_rows_of(archive, "checks", ["holds"])["holds"]
    return Standing(count_rows(archive), severities, len(holds), holds.to_pylist().count(True))


def report_to_text(report: Report, standing: Standing, archive: Path) -> str:
    """The whole summary."""
    rows = standing.rows
    folder = archive / "release" / "facts"
    lines = [
        report_to_sentence(report),
        f"Datamängden: {', '.join(counted(rows.get(name, 0), name) for name in _COUNTED)}.",
        *_proved(standing),
        *_compared(report.compared),
        *corrections_to_lines(report.corrections),
        *_warnings(report.outcomes),
        *_duplicates(report.outcomes),
        *_passed_over(report.outcomes),
        *_failures(report.failures),
        "",
        f"Data:  {archive / 'release'}",
        f'Öppna: pandas.read_parquet("{folder}")',
        f"Sök:   {_command()} serve --archive {archive}",
    ]
    return "\n".join(lines)


def _command() -> str:
    """How the command was called, so that the next line can be called so too: often it is not on the path."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "paragraf" else "paragraf"


def counted(number: int, name: str) -> str:
    """A number with its noun.

    >>> counted(1, "tables"), counted(1234, "tables")
    ('1 tabell', '1\\xa0234 tabeller')
    """
    one, many = _FORMS[name]
    return f"{number:,} {one if number == 1 else many}".replace(",", "\xa0")


def outcome_to_line(outcome: Outcome) -> str:
    """One file that was not ingested: its name, the code, what to do."""
    return f"  {outcome.file}  [{outcome.code or outcome.what}]\n      {outcome.says}"


def _proved(standing: Standing) -> list[str]:
    if not standing.checks and not standing.severities:
        return []
    found = ", ".join(counted(standing.severities.get(name, 0), name) for name in SEVERITIES)
    return [f"Avstämning: {found}; {standing.held} av {counted(standing.checks, 'checks')} stämmer."]


def _compared(compared: Compared) -> list[str]:
    return [compared_to_sentence(compared)] if compared.pairs else []


def _failures(failures: Iterable[Outcome]) -> list[str]:
    told = [outcome_to_line(outcome) for outcome in failures]
    return ["", f"Ej inlästa ({len(told)}):", *told] if told else []


def _duplicates(outcomes: Iterable[Outcome]) -> list[str]:
    same = [outcome for outcome in outcomes if outcome.what == Fate.DUPLICATE]
    told = [f"  {outcome.file} har samma innehåll som {outcome.says}" for outcome in same]
    return ["Dubbletter:", *told] if told else []


def _passed_over(outcomes: Iterable[Outcome]) -> list[str]:
    passed = [outcome for outcome in outcomes if outcome.what == Fate.PASSED_OVER]
    told = [f"  {outcome.file}" for outcome in passed[:_MOST_FILES]]
    left = len(passed) - _MOST_FILES
    rest = [f"  … och {left} filer till"] if left > 0 else []
    return ["Förbigångna, ingen kommunal handling:", *told, *rest] if told else []


def _warnings(outcomes: Iterable[Outcome]) -> list[str]:
    """One line a file: its first warning, and how many more it has."""
    warned = [outcome for outcome in outcomes if outcome.warnings]
    if not warned:
        return []
    told = [f"  {o.file}: {o.warnings[0]}{_and_more(len(o.warnings) - 1)}" for o in warned[:_MOST_FILES]]
    left = len(warned) - _MOST_FILES
    rest = [f"  … och {left} filer till"] if left > 0 else []
    total = sum(len(outcome.warnings) for outcome in warned)
    return [f"Varningar ({total}; alla i documents.warnings och pages.warnings):", *told, *rest]


def _and_more(number: int) -> str:
    return f" (och {number} till)" if number > 0 else ""
