"""What a row's or a column's label says of its figures: kind, reference or value, footnote marks left out."""

from __future__ import annotations

import re

_FOOTNOTE = re.compile(r"(?<=[\w.%)\]])\s*(?:(?<![\d(–-])\d{1,2}\)|\*+|[¹²³⁴⁵⁶⁷⁸⁹]+)$")
_REFERENCE = re.compile(
    r"^(?:not|noter|nr|not\s*nr|konto|kontonr|kontonummer|ansvar|projekt(?:nr|nummer|-?id)|proj\.?\s*nr|dnr|"
    r"diarienr|diarienummer|§|id|kod|objekt(?:nr)?|ärende(?:nr)?|sid(?:a|or)?|s\.|löpnr|postnr|telefon|datum)\.?$",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"^(?:anmärkning(?:ar)?|kommentar(?:er)?|notering(?:ar)?|huomautu(?:kset|ksia|s))\b", re.IGNORECASE
)
_TOTAL = re.compile(  # with the two sides of a balance sheet
    r"^(?:summa|totalt?|totalsumma|slutsumma|s:a|sum)[\s.:]*(?:totalt?)?$"
    r"|^(?:summa|s:a)\s+(?:tillgångar|(?:eget\s+kapital|avsättningar)\b.*\bskulder)$",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"^(?:del)?(?:summa|s:a|total[ta]?)\b|\b(?:sammanlagt|totalt)\b", re.IGNORECASE)
_NET = re.compile(
    r"^(?:verksamhetens\s)?netto(?:kostnad(?:er)?|resultat|effekt|intäkt(?:er)?|belopp)?\b|^(?:årets\s|periodens\s)?resultat\b"
    r"|^saldo\b|^rörelseresultat\b|^årets\s+kassaflöde$",
    re.IGNORECASE,
)
_TOTAL_GROUP = re.compile(r"^(?:totalt?|summa|hela |samtliga)\b", re.IGNORECASE)


def without_footnote(label: str) -> str:
    """The label without the footnote mark at its end.

    >>> without_footnote("Kommunbidrag 1)"), without_footnote("Räntor*"), without_footnote("Ålder (20-64)")
    ('Kommunbidrag', 'Räntor', 'Ålder (20-64)')
    """
    return _FOOTNOTE.sub("", label).strip()


def names_references(column_label: str) -> bool:
    """True for a column of note numbers, project numbers, accounts and the like: its figures are no facts.

    >>> [names_references(label) for label in ("Not", "Konto", "Nettokostnad", "Antal")]
    [True, True, False, False]
    """
    return bool(_REFERENCE.match(column_label.strip()))


def holds_remarks(column_label: str) -> bool:
    """True for a column of comments: a figure at the end of one is none of the table's.

    >>> holds_remarks("Anmärkningar: Huomautukset:"), holds_remarks("Antal anmärkningar")
    (True, False)
    """
    return bool(_REMARKS.match(column_label.strip()))


def row_kind(label: str, group: str | None) -> str:
    """data, subtotal, total or net, from the row's words and those of its group.

    >>> [row_kind(label, "Kassa och bank") for label in ("SUMMA TILLGÅNGAR", "Summa omsättningstillgångar")]
    ['total', 'subtotal']
    >>> row_kind("Summa eget kapital och skulder", None), row_kind("Summa eget kapital", None)
    ('total', 'subtotal')

    >>> row_kind("Summa intäkter", None), row_kind("Summa", None), row_kind("Nettokostnad", "Kansli")
    ('subtotal', 'total', 'net')
    >>> row_kind("Kostnad", "Totalt"), row_kind("Kostnad", "Kansli")
    ('total', 'data')
    """
    text = without_footnote(label)
    if _TOTAL.match(text) or (group and _TOTAL_GROUP.match(group)):
        return "total"
    if _SUBTOTAL.match(text):
        return "subtotal"
    return "net" if _NET.match(text) else "data"
