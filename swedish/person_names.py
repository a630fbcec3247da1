"""Persons' names in running text: with a party behind, with an e-mail address, alone on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from swedish.align import share_in_order

_SMALL = "a-zà-öø-ÿāăąćčďđēęěğīłńňōőœřśşšťūůűźżž"
_LARGE = "A-ZÀ-ÖØ-ÞĆČĎĐŁŃŘŚŠŤŹŻŽ"
_PART = rf"[{_LARGE}][{_SMALL}]+(?:-[{_LARGE}][{_SMALL}]+)?"
_LINK = r"(?:af|av|von|van|de|der|la|le|el|al|bin)"
NAME = rf"{_PART}(?:\s+(?:{_LINK}\s+)?(?:{_PART}|[A-ZÅÄÖ]\.?(?=\s)))+"
_PARTY = r"\(\s*([A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ][A-Za-zåäö]{1,3}[A-Z]?|-)\s*\)"
_WITH_PARTY = re.compile(rf"({NAME})\s*,?\s*{_PARTY}")
_EMAIL = re.compile(r"([\w.+-]+)@[\w.-]+\.\w{2,}")
_ALONE = re.compile(rf"^({NAME})$")
# Words that begin with a capital before a name without being part of it: titles, and the first word of a
# sentence.
_TITLE = re.compile(
    r"^(?:\w*(?:råd(?:et|en)?|ordförande[n]?|ledamot(?:en)?|ledamöter(?:na)?|ersättare[n]?|"
    r"borgmästare[n]?|chef(?:en)?|"
    r"direktör(?:en)?|sekreterare[n]?|företrädare[n]?|talman(?:nen)?|gruppledare[n]?|strateg(?:en)?|"
    r"handläggare[n]?|"
    r"justerare[n]?|kanslist(?:en)?|samordnare[n]?|ingenjör(?:en)?|ekonom(?:en)?|jurist(?:en)?|"
    r"rektor(?:n)?|controller(?:n)?|planerare[n]?|arkitekt(?:en)?|föreståndare[n]?|koordinator(?:n)?|"
    r"utredare[n]?|inspektör(?:en)?|revisor(?:n)?|utvecklare[n]?|administratör(?:en)?|konsult(?:en)?)|"
    r"enligt|även|samt|till|mot|för|från|med|av|på|om|när|efter|också|både|bifall|yrkande[tn]?|"
    r"reservation|jäv|ja|nej|"
    r"därefter|sedan|vidare|dels|att|och|eller|herr|fru|i|ordf|vice|"
    r"förste|andre|hos|se|över|under|vid|mellan|"
    r"propositionsordning|avslag|återremiss|anteckning|protokollsanteckning|frågan|politiker|beslutet|"
    r"tjänstgörande|utse[rs]?|välj(?:a|er)?)$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:kommun|styrelse|nämnd|fullmäktige|förvaltning|avdelning|kontor|diari|enhet|region|stad|"
    r"sverige|bolag|skola|"
    r"plan|budget|protokoll|utskott|verksamhet|myndighet|förbund|förening|central|bilaga|datum|instans|paragraf)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person as printed at `start` in a text."""

    name: str
    party: str | None
    start: int


def find_named(text: str) -> Iterator[Named]:
    """Persons with their party behind, in order.

    >>> [(n.name, n.party)
    ...  for n in find_named("Kommunalrådet Anna Ek (M) och Jan-Ola af Berg (KD) deltar inte.")]
    [('Anna Ek', 'M'), ('Jan-Ola af Berg', 'KD')]
    """
    for match in _WITH_PARTY.finditer(text):
        name, offset = without_title(match[1])
        if name:
            party = None if match[2] == "-" else match[2]
            yield Named(name, party, match.start() + offset)


def without_title(name: str) -> tuple[str, int]:
    """The name without titles before it, and how many characters were dropped.

    >>> without_title("Oppositionsrådet Eva Lind")
    ('Eva Lind', 17)
    """
    kept, offset = name, 0
    while kept and _TITLE.match(kept.split()[0]) and " " in kept:
        rest = kept.split(None, 1)[1]
        offset += len(kept) - len(rest)
        kept = rest
    return ("", offset) if _TITLE.match(kept) else (kept, offset)


def looks_like_name(text: str) -> bool:
    """True for two to four capitalised words that name no office.

    >>> looks_like_name("Ulf Olsson"), looks_like_name("Kommunstyrelsen Diarium"), looks_like_name("Datum")
    (True, False, False)
    """
    return bool(_ALONE.match(text)) and len(text.split()) <= 4 and not _NO_PERSON.search(text)


def person_with_address(text: str) -> str | None:
    """The person an e-mail address belongs to, where the words before it name one.

    >>> (person_with_address("1. Eva Lind eva.lind@exempel.se"),
    ...  person_with_address("Kansliet KS.diarium@exempel.se"))
    ('Eva Lind', None)
    """
    match = _EMAIL.search(text)
    if match is None:
        return None
    words = re.findall(rf"{NAME}", text[: match.start()])
    name = words[-1].strip() if words else ""
    local = match[1].casefold().translate(str.maketrans("åäöé", "aaoe"))
    first = name.split()[0].casefold().translate(str.maketrans("åäöé", "aaoe")) if name else ""
    near = any(share_in_order(first, piece) > 0.7 for piece in re.split(r"[._+-]", local))
    return name if name and looks_like_name(name) and near else None


def name_key(name: str) -> str:
    """What a name is known by in either order and any capitals.

    >>> name_key("Norrgård Martin") == name_key("Martin NORRGÅRD")
    True
    """
    return " ".join(sorted(name.casefold().split()))
