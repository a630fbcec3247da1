"""The report's Swedish: the names of kinds, figures as they are written, places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reconcilers.two_papers.one_paper import READERS

SEVERITY = {
    "error": ("fel", "fel"),
    "warning": ("varning", "varningar"),
    "notice": ("upplysning", "upplysningar"),
}
CHECK = {
    "sum": "Summor",
    "net": "Netton och skillnader",
    "cross_table": "Samma uppgift i två tabeller",
    "text_vs_table": "Uppgift i text mot tabell",
    "percent": "Procent",
}
FINDING = {
    "sum": "Summa",
    "net": "Netto",
    "sign": "Tecken",
    "unit": "Enhet",
    "cross_table": "Två tabeller",
    "text_vs_table": "Text mot tabell",
    "percent": "Procent",
    "number": "Uppgift",
    "wording": "Ordalydelse",
    "missing_text": "Text som saknas",
    "name": "Namn",
}


def counted(number: int, one: str, many: str) -> str:
    """
    >>> counted(1, "fel", "fel"), counted(1234, "kontroll", "kontroller")
    ('1 fel', '1\\xa0234 kontroller')
    """
    return f"{number:,} {one if number == 1 else many}".replace(",", "\xa0")


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


def sheets(pages: Iterable[int | None]) -> str:
    """Markdown has no sheets to name.

    >>> sheets([3, 1, 3]), sheets([2]), sheets([None])
    ('blad 1 och 3', 'blad 2', '')
    """
    held = [str(page) for page in sorted({page for page in pages if page is not None})]
    if not held:
        return ""
    return "blad " + (" och ".join([", ".join(held[:-1]), held[-1]]) if held[1:] else held[0])
