"""The whole report as one HTML page that needs nothing else: no network, no script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from app.report.findings import chapters_of
from app.report.material import Document, Material, gather
from app.report.pictures import take_pictures
from app.report.repeats import repeats_of
from app.words import CHECK, counted, counted_severity, figure, share, sheets, unbroken
from archive.layout import Archive
from schemas.finding import Check
from schemas.kinds import SEVERITIES, Severity
from schemas.warnings import sentences


def write_report(folder: Path, sha256: str, out: Path | None = None) -> tuple[Path, Material]:
    """Write the page, named as the file unless told otherwise; where it is, and what it was made of."""
    material = gather(Archive(folder), sha256)
    out = out or Path(f"{Path(material.about.file_name).stem}.html")
    out.write_text(report_to_html(material), encoding="utf-8")
    return out, material


def report_to_html(material: Material) -> str:
    """The page: in short, findings worst first, texts that stand twice, checks."""
    held = [check for check in material.checks if check.holds]
    return _template().render(
        title=material.about.reading.title or material.about.file_name,
        about=_about(material.about),
        sums=_sums(material),
        is_faulty=any(material.count(severity) for severity in SEVERITIES if severity != Severity.NOTICE),
        warnings=sentences(material.about.reading.warnings),
        chapters=list(chapters_of(material, take_pictures(material))),
        repeats=repeats_of(material),
        failed=[_line(material, check) for check in material.checks if not check.holds],
        n_held=len(held),
        held=list(_by_kind(material, held)),
    )


def _template() -> Template:
    """All that is put into a page is escaped; a name that nobody hands in is an error, not an empty space."""
    pages = Environment(
        loader=PackageLoader("app.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters["figures"] = unbroken
    return pages.get_template("report.html.j2")


def _about(about: Document) -> dict[str, str]:
    reading = about.reading
    return {
        "Organ": ", ".join(filter(None, (reading.municipality, reading.body))),
        "Mötesdag": reading.meeting_date.isoformat() if reading.meeting_date else "",
        "Diarienummer": reading.diary_number or "",
        "Fil": about.file_name + (f", {reading.page_count} blad" if reading.page_count else ""),
        "Id": about.document_id,
    }


def _sums(material: Material) -> list[tuple[str, str]]:
    """Each figure of the page's head, and what it counts."""
    held = sum(check.holds for check in material.checks)
    facts = material.about.reading.facts
    proved = sum(fact.status == "verified" for fact in facts)
    counts = [counted_severity(severity, material.count(severity)).partition(" ") for severity in SEVERITIES]
    checks = counted(len(material.checks), "kontroll", "kontroller")
    figures = counted(len(facts), "tal", "tal")
    return [
        *((number, noun) for number, _, noun in counts),
        (share(held, len(material.checks)), f"av {checks} stämmer"),
        (share(proved, len(facts)), f"av {figures} i tabeller är styrkta"),
    ]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check in words; its figures are what was expected, what was found, and the difference."""

    says: str
    where: str
    figures: tuple[str, ...] = field(compare=False)


def _line(material: Material, check: Check) -> CheckLine:
    figures = (check.expected, check.found, check.difference)
    return CheckLine(check.says, _where(material, check), tuple(map(figure, figures)))


def _by_kind(
    material: Material, held: Sequence[Check]
) -> Iterator[tuple[str, int, list[tuple[CheckLine, int]]]]:
    """Each kind in words, how many checks it has, and each line with how often it is told; most first."""
    kinds: dict[str, list[Check]] = defaultdict(list)
    for check in held:
        kinds[check.kind].append(check)
    for kind, checks in sorted(kinds.items(), key=lambda each: -len(each[1])):
        lines = Counter(_line(material, check) for check in checks)
        yield CHECK[kind], len(checks), list(lines.items())


def _where(material: Material, check: Check) -> str:
    facts = material.about.facts
    pages = [facts[fact_id].place.page for fact_id in check.fact_ids if fact_id in facts]
    where = sheets(pages, material.about.printed)
    return f"{where[:1].upper()}{where[1:]}." if where else ""
