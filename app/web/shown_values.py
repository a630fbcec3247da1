"""Values as a page shows them: days, figures that are never broken over lines, sheets, words of lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.words import CHECK, FINDING, SEVERITY, figure, sheet_name, unbroken
from swedish.dates import MONTHS

_NO_BREAK = {ord(" "): "\u00a0", ord("-"): "\u2011"}
WORDS: Mapping[str, tuple[str, str]] = {
    "protocol": ("Protokoll", "Minutes"),
    "memo": ("Tjänsteskrivelse", "Memo"),
    "annex": ("Bilaga", "Annex"),
    "notice": ("Kallelse, anslag", "Notice"),
    "decision": ("Paragraf", "Item"),
    "section": ("Avsnitt", "Section"),
    "row": ("Tabellrad", "Table row"),
    "person": ("Person", "Person"),
    "finding": ("Avvikelse", "Finding"),
    "document": ("Dokument", "Document"),
    "member": ("ledamot", "member"),
    "substitute": ("ersättare", "substitute"),
    "chair": ("ordförande", "chair"),
    "secretary": ("sekreterare", "secretary"),
    "adjuster": ("justerare", "adjuster"),
    "attending": ("närvarande", "attending"),
    "not_participating": ("deltar inte i beslutet", "does not take part"),
    "absent": ("frånvarande", "absent"),
    "disqualified": ("jäv", "disqualified"),
    "reservation": ("reserverar sig", "reservation"),
    "protocol_note": ("protokollsanteckning", "note to the minutes"),
    "official": ("tjänsteman", "official"),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "abstain": ("avstår", "abstains"),
    "native": ("text i filen", "text in the file"),
    "ocr": ("tolkad från bild (OCR)", "read from pictures (OCR)"),
    "mixed": ("text och tolkad bild", "text and pictures read (OCR)"),
    "markdown": ("Markdown", "Markdown"),
    "complete": ("helt läst", "read whole"),
    "partial": ("delvis läst", "read in part"),
    "verified": ("styrkt", "verified"),
    "conflict": ("stämmer inte", "in conflict"),
    "unchecked": ("inte prövad", "not checked"),
    "identical": ("ordagrant lika", "identical"),
    "near": ("nästan lika", "near"),
    "changed": ("ändrad", "changed"),
    "ny": ("ny", "new"),
    "sedd": ("sedd", "seen"),
    "dokumentets": ("dokumentets eget fel", "the document's own error"),
    "felläst": ("felläst av oss", "misread by us"),
    **{str(kind): (says, str(kind).replace("_", " ").capitalize()) for kind, says in FINDING.items()},
    **{str(severity): (names[0], str(severity)) for severity, names in SEVERITY.items()},
    **{f"check_{kind}": (says, str(kind)) for kind, says in CHECK.items()},
}


def words_in(language: str) -> Callable[[str | None], str]:
    """A word of a closed list, as a person says it."""
    place = 1 if language == "en" else 0
    return lambda word: WORDS.get(word or "", (word or "",) * 2)[place]


def day(value: date | datetime | None) -> str:
    """
    >>> day(date(2024, 6, 7)), day(None)
    ('7\\xa0juni\\xa02024', '')
    """
    return f"{value.day}\u00a0{MONTHS[value.month - 1]}\u00a0{value.year}" if value else ""


def whole(number: int) -> str:
    """
    >>> whole(12345)
    '12\\xa0345'
    """
    return f"{number:,}".replace(",", "\u00a0")


def one_line(text: str | None) -> str:
    """A figure or a diary number that must not be broken over lines.

    >>> one_line("-1 250 tkr")
    '\u20111\xa0250\xa0tkr'
    """
    return (text or "").translate(_NO_BREAK)


def size(octets: int) -> str:
    """
    >>> size(1_234_567), size(900)
    ('1,2\\xa0MB', '1\\xa0kB')
    """
    if octets >= 1_000_000:
        return f"{octets / 1e6:.1f}\u00a0MB".replace(".", ",")
    return f"{max(1, round(octets / 1000))}\u00a0kB"


def percent(share: float) -> str:
    return f"{100 * share:.0f}\u00a0%"


def amount(value: Decimal | None) -> str:
    return figure(value) if value is not None else ""


def sheets(row: Mapping[str, Any], printed: Mapping[int, str]) -> str:
    """The sheets of a thing: "blad 13 (tryckt sida 12)", "blad 3–5"; "" of Markdown."""
    first, last = row.get("first_page", row.get("page")), row.get("last_page", row.get("page"))
    if first is None:
        return ""
    return sheet_name(first, printed.get(first)) if last in (None, first) else f"blad\u00a0{first}–{last}"


FILTERS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "whole": whole,
    "unbroken": one_line,
    "figures": unbroken,
    "size": size,
    "percent": percent,
    "amount": amount,
    "sheets": sheets,
    "sheet": sheet_name,
}
