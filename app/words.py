"""The report's Swedish: the names of kinds, figures as they are written, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from reconcilers.two_papers.one_paper import READERS
from schemas.kinds import CheckKind, CorrectionState, FindingKind, Severity

SEVERITY: Mapping[str, tuple[str, str]] = {
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.NOTICE: ("upplysning", "upplysningar"),
}
CHECK: Mapping[str, str] = {
    CheckKind.SUM: "Summor",
    CheckKind.NET: "Netton och skillnader",
    CheckKind.CROSS_TABLE: "Samma uppgift i två tabeller",
    CheckKind.TEXT_VS_TABLE: "Uppgift i text mot tabell",
    CheckKind.PERCENT: "Procent",
    CheckKind.STRUCTURE: "Protokollets uppbyggnad",
}
FINDING: Mapping[str, str] = {
    FindingKind.SUM: "Summa",
    FindingKind.NET: "Netto",
    FindingKind.SIGN: "Tecken",
    FindingKind.UNIT: "Enhet",
    FindingKind.CROSS_TABLE: "Två tabeller",
    FindingKind.TEXT_VS_TABLE: "Text mot tabell",
    FindingKind.PERCENT: "Procent",
    FindingKind.NUMBER: "Uppgift",
    FindingKind.WORDING: "Ordalydelse",
    FindingKind.MISSING_TEXT: "Text som saknas",
    FindingKind.NAME: "Namn",
    FindingKind.SEQUENCE: "Ordningsföljd",
    FindingKind.REFERENCE: "Hänvisning",
    FindingKind.VOTE: "Röstetal",
    FindingKind.DATE: "Datum",
    FindingKind.RESTATED: "Ändrad i efterhand",
}
CORRECTION: Mapping[str, str] = {
    CorrectionState.APPLIED: "gäller",
    CorrectionState.AGREED: "läses nu rätt ändå; behövs inte längre",
    CorrectionState.NOT_FOUND: "hittas inte på bladet",
    CorrectionState.AMBIGUOUS: "passar på flera ställen",
    CorrectionState.CONTRADICTED: "motsägs av en annan rättelse",
    CorrectionState.REFUSED: "motsägs av bladets textlager",
    CorrectionState.WITHDRAWN: "tillbakadragen",
}


def counted(number: int, one: str, many: str) -> str:
    """
    >>> counted(1, "fel", "fel"), counted(1234, "kontroll", "kontroller")
    ('1 fel', '1\\xa0234 kontroller')
    """
    return f"{number:,} {one if number == 1 else many}".replace(",", "\xa0")


def severity_label(severity: str) -> str:
    """As it stands before a finding on the terminal.

    >>> severity_label("notice")
    'UPPLYSNING'
    """
    return SEVERITY[severity][0].upper()


def alternatives(kind: type[StrEnum]) -> str:
    """
    >>> alternatives(Severity)
    'error, warning eller notice'
    """
    *others, last = kind
    return f"{', '.join(others)} eller {last}"


def counted_severity(severity: str, number: int) -> str:
    return counted(number, *SEVERITY[severity])


def figure(value: Decimal) -> str:
    """As a Swedish office writes it.

    >>> figure(Decimal("-1234567.500000")), figure(Decimal("0.000000"))
    ('−1\\xa0234\\xa0567,5', '0')
    """
    plain = f"{value:,f}"
    whole, _, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    text = whole.replace(",", "\xa0") + (f",{decimals}" if decimals else "")
    return text.replace("-", "−") if text != "-0" else "0"


def share(part: int, whole: int) -> str:
    """
    >>> share(2, 3), share(0, 0)
    ('67 %', '–')
    """
    return f"{100 * part / whole:.0f} %" if whole else "–"


def reading_names(between: bool, text_sources: Sequence[str]) -> tuple[str, str]:
    """What a finding's two readings are called;
    `between` two documents, whose text sources are given in order.

    >>> reading_names(False, ["native"]), reading_names(True, ["native", "native"])
    (('Väntat', 'Funnet'), ('Tidigare', 'Nu'))
    >>> reading_names(True, ["native", "markdown", "native"])
    ('PDF-filen', 'Markdown-filen')
    """
    if not between:
        return "Väntat", "Funnet"
    readers = [READERS[source] for source in dict.fromkeys(text_sources)]
    if len(set(readers)) != 2:
        return "Tidigare", "Nu"
    return readers[0][:1].upper() + readers[0][1:], readers[1][:1].upper() + readers[1][1:]


_WITHIN_FIGURE = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=(?:tkr|kkr|mnkr|mkr|mdkr|kr|kronor|procent|%|st|år)(?!\w))"
    r"|(?<=§) (?=\d)"
)


def unbroken(text: str) -> str:
    """The text with its figures and their units, and § with its number, kept on one line each.

    >>> unbroken("§ 12: -76 600 tkr av 1 250 000 kronor år 2024")
    '§\xa012: -76\xa0600\xa0tkr av 1\xa0250\xa0000\xa0kronor år 2024'
    """
    return _WITHIN_FIGURE.sub("\u00a0", text)


def sheets(pages: Iterable[int | None], printed: Mapping[int, str | None] | None = None) -> str:
    """The sheets, each with the page number printed on it where that is another; Markdown has none to name.

    >>> sheets([3, 1, 3]), sheets([2]), sheets([None])
    ('blad 1 och 3', 'blad 2', '')
    >>> sheets([13], {13: "Sida 12(28)"}), sheets([4, 5], {4: "4", 5: "Sid 3"})
    ('blad 13 (tryckt sida 12)', 'blad 4 och 5 (tryckt sida 3)')
    """
    known = printed or {}
    held = [_sheet(page, known.get(page)) for page in sorted({page for page in pages if page is not None})]
    if not held:
        return ""
    return "blad " + (" och ".join([", ".join(held[:-1]), held[-1]]) if held[1:] else held[0])


def _sheet(page: int, printed: str | None) -> str:
    number = re.search(r"\d+", printed or "")
    return f"{page} (tryckt sida {number[0]})" if number and number[0] != str(page) else str(page)


def sheet_name(page: int | None, printed: str | None) -> str:
    """A sheet as it is named on a page, never broken between its word and its number.

    >>> sheet_name(13, "Sida 12(28)"), sheet_name(None, None)
    ('blad\xa013 (tryckt sida\xa012)', '')
    """
    return re.sub(r" (?=\d)", "\u00a0", sheets([page], {page: printed} if page else None))
