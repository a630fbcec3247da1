"""What a row's or a column's label says of its figures: kind, reference or value, footnote marks left out."""

from __future__ import annotations

import re
from functools import lru_cache

from schemas.kinds import RowKind
from swedish.numbers.notation import RAISED_MARKS

_FOOTNOTE = re.compile(
    r"(?<=[\w.%)\]])\s*(?:(?<![\d(–-])\d{1,2}\)|\*+|"
    rf"(?<!\bm)(?<!\b[kcdm]m)[{RAISED_MARKS}]+[)⁾]?)$"
)
_REFERENCE = re.compile(
    r"^(?:not(?:\s\d{1,2})?|noter|nr|not\s*nr|konto|kontonr|kontonummer|ansvar|"
    r"projekt(?:nr|nummer|-?id)|proj\.?\s*nr|dnr|"
    r"diarienr|diarienummer|§|id|kod|objekt(?:nr)?|ärende(?:nr)?|"
    r"sid(?:a|or)?|s\.|telefon|(?:bank|plus|post)giro|bg|pg|iban|förfaller|förfallodag|klockan|kl|tid|årtal|"
    r"\w+(?:nr|nummer)|\w*datum|(?:bygg|start|slut|inköps|anskaffnings|tillträdes|budget|räkenskaps)?år)\.?$",
    re.IGNORECASE,
)
_CODES = re.compile(
    r"^(?:konto(?:nr|nummer|kod)?|ansvar(?:skod|nr)?|projekt(?:nr|nummer|-?id|kod)|proj\.?\s*nr|kod|objekt(?:nr)?|"
    r"nr|id|löpnr|verksamhetskod)\.?$",
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
    r"^(?:verksamhetens\s)?netto(?:kostnad(?:er)?|resultat|effekt|intäkt(?:er)?|belopp)?\b|^(?:årets\s|"
    r"periodens\s)?resultat\b"
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

    >>> [names_references(label) for label in ("Not", "Not 1", "Konto", "Nettokostnad", "Antal")]
    [True, True, True, False, False]
    """
    return bool(_REFERENCE.match(column_label.strip()))


def names_codes(column_label: str) -> bool:
    """True for a column of what rows are filed under: accounts, projects, responsibilities.

    >>> [names_codes(label) for label in ("Konto", "Projektnr", "Not", "Projekt")]
    [True, True, False, False]
    """
    return bool(_CODES.match(column_label.strip()))


def holds_remarks(column_label: str) -> bool:
    """True for a column of comments: a figure at the end of one is none of the table's.

    >>> holds_remarks("Anmärkningar: Huomautukset:"), holds_remarks("Antal anmärkningar")
    (True, False)
    """
    return bool(_REMARKS.match(column_label.strip()))


_UNIT = re.compile(r"(?:mått)?enhet(?:er)?|sort", re.IGNORECASE)


def names_units(column_label: str) -> bool:
    """True for a column that may hold each row's unit.

    >>> names_units("Enhet"), names_units("Enhetschef")
    (True, False)
    """
    return _UNIT.fullmatch(column_label.strip()) is not None


def row_kind(label: str, group: str | None) -> RowKind:
    """What the row is, from its words and those of its group.

    >>> def kinds(*rows): return [str(row_kind(*row)) for row in rows]
    >>> kinds(("SUMMA TILLGÅNGAR", "Kassa och bank"), ("Summa omsättningstillgångar", "Kassa och bank"))
    ['total', 'subtotal']
    >>> kinds(("Summa eget kapital och skulder", None), ("Summa eget kapital", None))
    ['total', 'subtotal']
    >>> kinds(("Summa intäkter", None), ("Summa", None), ("Nettokostnad", "Kansli"))
    ['subtotal', 'total', 'net']
    >>> kinds(("Kostnad", "Totalt"), ("Kostnad", "Kansli"))
    ['total', 'data']
    """
    text = without_footnote(label)
    if _TOTAL.match(text) or (group and _TOTAL_GROUP.match(group)):
        return RowKind.TOTAL
    if _SUBTOTAL.match(text):
        return RowKind.SUBTOTAL
    return RowKind.NET if _NET.match(text) else RowKind.DATA


_WORD = re.compile(r"[^\W_]+(?:[:-][^\W_]+)*")
_ENDINGS = re.compile(
    r"(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ers|ars|ar|er|or|en|et|as|es|na|a|e|n|s)$"
)
_SHORTEST_STEM = 4
_STOP_WORDS = frozenset(
    "och i på av för till med som den det de en ett från vid om inom "
    "per att samt eller under över är har m m.m "
    "enligt mot sig sin sina detta denna dessa nu också blir blev vara var".split()
)
_SUM_WORDS = (
    "summa summan totalt total totala totalsumma sammanlagt sammanlagda yhteensä hela samtliga".split()
)
_OF_WHICH = re.compile(r"^\W*(?:varav|därav|därutav|härav|dels|ingår|i ovanstående)\b", re.IGNORECASE)
_TOTAL_WORDS = re.compile(
    r"\b(?:summa|total\w*|sammanlagt|sammanlagda|yhteensä|delsumma|slutsumma|s:a)\b", re.IGNORECASE
)


def fold(label: str | None) -> str:
    """The label in small letters, spaces and dashes folded.

    >>> fold("Utfall  Jan–Aug")
    'utfall jan-aug'
    """
    return re.sub(r"\s+", " ", re.sub("[‐-―−]", "-", label or "")).strip().casefold()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without Swedish inflection, as far as endings tell; never shorter than four letters.

    >>> stem("intäkterna"), stem("Intäkt"), stem("kostnaden"), stem("nettokostnader")
    ('intäkt', 'intäkt', 'kostnad', 'nettokostnad')
    """
    word = word.casefold()
    while (shorter := _ENDINGS.sub("", word)) != word and len(shorter) >= _SHORTEST_STEM:
        word = shorter
    return word


_SUM_STEMS = frozenset(map(stem, _SUM_WORDS))


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order.

    >>> words("Bidrag till föreningar")
    ('bidrag', 'förening')
    """
    found = (word.casefold() for word in _WORD.findall(text.replace("\u00ad", "")))
    return tuple(stem(word) for word in found if word not in _STOP_WORDS)


@lru_cache(maxsize=8192)
def subject(label: str) -> frozenset[str]:
    """What the row is about: its stems without the words that only say "sum".

    >>> subject("Summa intäkter") == subject("Intäkt"), subject("Totalt")
    (True, frozenset())
    """
    return frozenset(word for word in words(re.sub(r"\([^)]*\)", " ", label)) if word not in _SUM_STEMS)


def is_of_which(label: str) -> bool:
    """True for a row whose figures are already counted in another.

    >>> is_of_which("varav personal"), is_of_which("- Därav lån"), is_of_which("Personal")
    (True, True, False)
    """
    return bool(_OF_WHICH.match(label))


def names_total(label: str | None) -> bool:
    """True where the label says that it sums up.

    >>> names_total("Gator sammanlagt / Kadut yhteensä"), names_total("Sammanlagt"), names_total("Gator")
    (True, True, False)
    """
    return bool(label and _TOTAL_WORDS.search(label))


@lru_cache(maxsize=4096)
def said_in(*texts: str) -> frozenset[str]:
    """The stems of the texts and what they may be abbreviated to, three letters at the least."""
    found = {word for text in texts for word in words(text)}
    return frozenset(word[:size] for word in found for size in range(min(3, len(word)), len(word) + 1))


def covers(label: frozenset[str], said: frozenset[str]) -> bool:
    """True where every word of the label is said, written out or as the label's abbreviation of it.

    >>> covers(subject("Gem adm kultur och fritid"), said_in("Gemensam administration för kultur och fritid"))
    True
    """
    named = [word for word in label if not word.isdigit()] or list(label)
    return bool(named) and all(word in said for word in named)
