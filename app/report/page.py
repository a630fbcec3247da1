"""The whole report as one HTML page that needs nothing else: no network, no script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from pathlib import Path

from app.report.findings import findings_to_html
from app.report.material import SEVERITIES, Document, Material, gather
from app.report.pictures import take_pictures
from app.report.repeats import repeats_to_html
from app.report.style import STYLE
from app.words import CHECK, counted, counted_severity, figure, share, sheets
from archive.layout import Archive
from schemas.finding import Check


def write_report(folder: Path, sha256: str, out: Path | None = None) -> tuple[Path, Material]:
    """Write the page, named as the file unless told otherwise; where it is, and what it was made of."""
    material = gather(Archive(folder), sha256)
    out = out or Path(f"{Path(material.about.file_name).stem}.html")
    out.write_text(report_to_html(material), encoding="utf-8")
    return out, material


def report_to_html(material: Material) -> str:
    """The page: in short, findings worst first, texts that stand twice, checks."""
    title = material.about.reading.title or material.about.file_name
    body = [
        *_head(material.about, title),
        *_in_short(material),
        *findings_to_html(material, take_pictures(material)),
        *repeats_to_html(material),
        *_failed_checks(material),
        *_held_checks(material),
        (
            '<p class="quiet">Avstämt av Paragraf. Ingen uppgift i dokumentet är ändrad: här står vad som '
            "trycktes.</p>"
        ),
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="sv">',
            (
                '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, '
                'initial-scale=1">'
            ),
            f"<title>Avstämning: {escape(title)}</title>",
            f"<style>{STYLE}</style></head>",
            "<body>",
            *body,
            "</body></html>",
            "",
        ]
    )


def _head(about: Document, title: str) -> Iterator[str]:
    reading = about.reading
    body = ", ".join(filter(None, (reading.municipality, reading.body)))
    told = {
        "Organ": body,
        "Mötesdag": reading.meeting_date.isoformat() if reading.meeting_date else "",
        "Diarienummer": reading.diary_number or "",
        "Fil": about.file_name + (f", {reading.page_count} blad" if reading.page_count else ""),
        "Id": about.document_id,
    }
    yield f'<header><p class="quiet">Avstämning</p><h1>{escape(title)}</h1><dl class="facts">'
    yield from (f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in told.items() if text)
    yield "</dl></header>"


def _in_short(material: Material) -> Iterator[str]:
    held = sum(check.holds for check in material.checks)
    facts = material.about.reading.facts
    proved = sum(fact.status == "verified" for fact in facts)
    boxes = [_big(counted_severity(severity, material.count(severity))) for severity in SEVERITIES]
    checks, figures = (
        counted(len(material.checks), "kontroll", "kontroller"),
        counted(len(facts), "tal", "tal"),
    )
    boxes += [f"<b>{share(held, len(material.checks))}</b> av {checks} stämmer"]
    boxes += [f"<b>{share(proved, len(facts))}</b> av {figures} i tabeller är styrkta"]
    yield '<main><ul class="sums">' + "".join(f"<li>{box}</li>" for box in boxes) + "</ul>"
    if not any(material.count(severity) for severity in SEVERITIES[:2]):
        yield "<p>Inga fel och inga varningar.</p>"
    yield from (
        f'<p class="quiet">Obs: {escape(warning.says)}</p>' for warning in material.about.reading.warnings
    )


def _big(text: str) -> str:
    number, _, noun = text.partition(" ")
    return f"<b>{number}</b> {noun}"


def _failed_checks(material: Material) -> Iterator[str]:
    failed = [check for check in material.checks if not check.holds]
    if not failed:
        return
    yield f'<h2 id="stammer-inte">Kontroller som inte stämmer ({len(failed)})</h2>'
    yield '<table><thead><tr><th scope="col">Kontroll</th><th scope="col" class="n">Väntat</th>'
    yield '<th scope="col" class="n">Funnet</th><th scope="col" class="n">Skillnad</th></tr></thead><tbody>'
    for check in failed:
        figures = (check.expected, check.found, check.difference)
        cells = "".join(f'<td class="n">{figure(value)}</td>' for value in figures)
        yield f"<tr><td>{escape(check.says)} {_where(material, check)}</td>{cells}</tr>"
    yield "</tbody></table>"


def _held_checks(material: Material) -> Iterator[str]:
    held: dict[str, list[Check]] = defaultdict(list)
    for check in material.checks:
        if check.holds:
            held[check.kind].append(check)
    yield f'<h2 id="stammer">Kontroller som stämmer ({sum(map(len, held.values()))})</h2>'
    for kind, checks in sorted(held.items(), key=lambda each: -len(each[1])):
        yield f"<details><summary>{CHECK.get(kind, escape(kind))}: {len(checks)}</summary><ul>"
        for says, times in Counter(f"{escape(c.says)} {_where(material, c)}" for c in checks).items():
            yield f"<li>{says}{f' ({times} gånger)' if times > 1 else ''}</li>"
        yield "</ul></details>"
    yield "</main>"


def _where(material: Material, check: Check) -> str:
    facts = material.about.facts
    pages = [facts[fact_id].place.page for fact_id in check.fact_ids if fact_id in facts]
    where = sheets(pages)
    return f'<span class="quiet">{_capital(where)}.</span>' if where else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
