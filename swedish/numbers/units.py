"""Units of money, share and count, in the spellings that Swedish offices print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from schemas.value import Unit
from swedish.numbers.notation import EXACT, MARKS, YEAR

UNITS: dict[str, Unit] = {
    unit.name: unit
    for unit in (
        Unit("kr", Decimal(1)),
        Unit("tkr", Decimal(1000)),
        Unit("mnkr", Decimal(1_000_000)),
        Unit("mdkr", Decimal(1_000_000_000)),
        Unit("öre", Decimal("0.01")),
        Unit("EUR"),
        Unit("tEUR"),
        Unit("mEUR"),
        Unit("procent"),
        Unit("procentenheter"),
        Unit("promille"),
        Unit("antal"),
    )
}

# A space in a spelling stands for any white space, also none after a figure or a full stop ("1000kr",
# "milj.kr").
SPELLINGS: dict[str, tuple[str, ...]] = {
    "kr": ("kr", "sek", "kronor", "kronors", "krona", "svenska kronor", ":-", ",-"),
    "tkr": (
        *("tkr", "kkr", "tsek", "ksek", "tusen kronor", "tusentals kronor", "tusental kronor", "tusen kr"),
        *("tusen svenska kronor", "tusentals svenska kronor", "tusental svenska kronor"),
    ),
    "mnkr": (
        *("mnkr", "mkr", "msek", "mn kr", "miljoner kronor", "miljon kronor", "miljoner kr", "miljon kr"),
        *("milj. kronor", "milj. kr", "milj kronor", "milj kr", "miljoner svenska kronor"),
    ),
    "mdkr": (
        *("mdkr", "mdrkr", "md kr", "mdr kr", "mdsek", "miljarder kronor", "miljard kronor", "miljarder kr"),
        *("miljard kr", "mdr kronor"),
    ),
    "öre": ("öre",),
    "EUR": ("€", "eur", "euro", "euros"),
    "tEUR": ("t€", "k€", "teur", "keur", "tusen euro", "tusen €", "tusentals euro"),
    "mEUR": (
        *("m€", "meur", "mn €", "mn euro", "milj. euro", "milj euro", "milj. €", "milj €"),
        *("miljoner euro", "miljon euro", "miljoner €"),
    ),
    "procent": ("%", "procent", "procents"),
    "procentenheter": ("procentenheter", "procentenhet", "%-enheter", "%-enhet"),
    "promille": ("‰", "promille"),
}
# What offices also put before the figure: "SEK 25 000", "kr 350".
BEFORE_FIGURE = ("kr", "sek", "€", "eur")
# Without a currency they may count people, and make no amount.
SCALES = ("miljoner", "miljarder")
EUROS = {"EUR": Decimal(1), "tEUR": Decimal(1000), "mEUR": Decimal(1_000_000)}
# Units only where they label a column: in a sentence "1000 kr" is an amount, and "miljarder" may count
# people.
LABEL_SPELLINGS: dict[str, tuple[str, ...]] = {
    "tkr": ("1000 kr", "1 000 kr", "1.000 kr", "1000 kronor", "1 000 kronor", "1000 sek"),
    "mdkr": ("miljarder", "mdr"),
    "tEUR": ("1000 €", "1 000 €", "1.000 €", "1000 euro", "1 000 euro", "1000 eur", "1 000 eur"),
    "antal": ("antal",),
}
_COUNTED = ("st", "st.", "stycken")  # after a figure; loose in a label "st" is too short to mean anything
# "others as printed": a figure may well carry one, a label may name one after a comma or in parentheses.
PRINTED = tuple("m² m2 m³ m3 km² km2 km ha kwh mwh gwh ton kg h tim timmar år kvm".split())
# "98 000 kr/år" is plain money; "824 kr/kvm" is a price, a unit of its own and worth no kronor.
_TIMES = "år månad månader mån vecka dag dygn timme tim h kvartal tertial halvår termin läsår".split()
# In a label what stands behind the stroke may also be the next column's name ("Budget tkr/utfall").
_THINGS = (
    *("invånare", "inv", "kvm", "m²", "m2", "m³", "m3", "barn", "elev", "plats", "person", "brukare", "st"),
    *("kwh", "mwh", "km", "mil", "ton", "kg", "ha", "hushåll", "lägenhet", "lgh", "besök", "anställd"),
    *("årsarbetare", "medlem", "deltagare", "ärende", "vårddygn", "portion", "bostad"),
)

_WHOLE = {"inv": "invånare"}

_SPACES = re.compile(r"[\s\u200b]+")
_LOOSE = re.compile(r"(?<=[\d.]) ")


def _key(raw: str) -> str:
    key = _LOOSE.sub("", _SPACES.sub(" ", raw.strip()).casefold())
    return key.replace("ı", "i")  # re.IGNORECASE takes the one for the other


_BY_SPELLING: dict[str, Unit] = {
    _key(spelling): UNITS[name]
    for spellings in (SPELLINGS, LABEL_SPELLINGS, {"antal": _COUNTED})
    for name, printed in spellings.items()
    for spelling in printed
}


def _pattern_of(spelling: str) -> str:
    """The spelling as a regex that never ends inside a word, with the spaces that it may have."""
    spaced = re.sub(r"(?<=[\d.])\\ ", r"\\s*", re.escape(spelling)).replace(r"\ ", r"\s+")
    return spaced + (r"(?!\w|-\w)" if spelling[-1].isalnum() else r"(?![0-9])")


def _any_of(spellings: Iterable[str]) -> str:
    """All spellings, the longest first: "%-enheter" before "%", "1000 kr" before "kr"."""
    return "|".join(map(_pattern_of, sorted(set(spellings), key=lambda s: (-len(s), s))))


def _alternatives(*groups: dict[str, tuple[str, ...]], per: str = "") -> str:
    """Any spelling, one of money perhaps with what it is counted by behind it."""
    spellings = [(name, s) for group in groups for name, printed in group.items() for s in printed]
    money = _any_of(s for name, s in spellings if UNITS[name].is_money)
    return f"(?:{money}){per}|{_any_of(s for name, s in spellings if not UNITS[name].is_money)}"


_NOUN = r"[^\W\d_]+[²³23]?(?!\w)"
_PER_THING = rf"(?: ?/ ?(?!(?:{_any_of(_TIMES)})){_NOUN}(?:/{_NOUN})*)?"
_PER_KNOWN = rf"(?:\s?/\s?(?:{_any_of((*_THINGS, *_TIMES))}))?"


def unit_spelled(spelling: str) -> Unit:
    """The unit of a spelling that one of this module's patterns has matched.

    >>> unit_spelled("kr/år").name, unit_spelled("kr / kvm"), unit_spelled("€/anställd/år").name
    ('kr', Unit(name='kr/kvm', kronor=None), 'EUR/anställd/år')
    """
    money, *per = (piece.strip() for piece in spelling.split("/"))
    unit = _BY_SPELLING[_key(money)]
    plain = not per or per[0].casefold() in _TIMES
    return unit if plain else Unit("/".join((unit.name, *(_WHOLE.get(p.casefold(), p) for p in per))))


# For a sentence, where the figure stands just before its unit.
AFTER_FIGURE = _alternatives(SPELLINGS, per=_PER_THING)

_WRAPPED = re.compile(
    r"\(?\s*(?:(?:alla\s+|samtliga\s+)?belopp(?:en)?\s+)?(?:i\s+)?(.*?)\s*\)?", re.IGNORECASE | re.DOTALL
)


def read_unit(raw: str) -> Unit | None:
    """The unit that the whole string is, in parentheses or after "i" or "belopp i" too.

    >>> read_unit("Mkr").name, read_unit("(belopp i 1 000 kr)").name, read_unit("%-enheter").name
    ('mnkr', 'tkr', 'procentenheter')
    >>> read_unit("kraftigt"), read_unit("tkr/mnkr"), read_unit("kr/kvm").name
    (None, None, 'kr/kvm')
    """
    if len(raw) > 40:
        return None
    found = _BY_SPELLING.get(_key(raw))
    if found is None and (wrapped := _WRAPPED.fullmatch(raw.strip())):
        found = _BY_SPELLING.get(_key(wrapped[1])) or _read_per(wrapped[1])
    return found or _read_printed(raw)


_COUNTED_BY = re.compile(rf"([^/]+?)((?: ?/ ?{_NOUN})+)")


def _read_per(raw: str) -> Unit | None:
    """Money by the year or the thing: "kr/år", "kr/kvm"; two units are none."""
    match = _COUNTED_BY.fullmatch(raw.strip()) if "/" in raw else None
    money = _BY_SPELLING.get(_key(match[1])) if match else None
    if match is None or money is None or not money.is_money:
        return None
    several = any(_key(each) in _BY_SPELLING for each in match[2].split("/") if _key(each) not in _THINGS)
    return None if several else unit_spelled(match[0])


def _read_printed(raw: str) -> Unit | None:
    name = raw.strip().strip("()").strip()
    return Unit(name) if name.casefold() in PRINTED else None


_STATED = re.compile(
    rf"(?<![^\W\d_])(?:{_alternatives(SPELLINGS, LABEL_SPELLINGS, per=_PER_KNOWN)})", re.IGNORECASE
)
# "över 100 tkr" states no unit of a column; "Budget 2024 tkr" and "Budget 2025:1 tkr" do.
_FIGURE_BEFORE = re.compile(rf"(?:(?<!\d){YEAR}(?:[:/–-]\d+)*|(?P<figure>\d[\d:{MARKS}]*))(?<=\d)\s?\Z")
_COUNT = UNITS["antal"]
_ENDING = "|".join(map(re.escape, sorted((*PRINTED, *_COUNTED), key=len, reverse=True)))
_TAIL = re.compile(rf"[,(]\s*({_ENDING})\)?\s*$", re.IGNORECASE)


_PER = re.compile(rf"\bper\s+({_any_of(_THINGS)})", re.IGNORECASE)


def find_unit(text: str) -> Unit | None:
    """The one unit that a header, title or caption states; None where it states none or several.

    >>> find_unit("Ekonomiskt sammandrag (Tkr)").name, find_unit("Andel (20-64 år), %").name
    ('tkr', 'procent')
    >>> find_unit("Antal platser").name, find_unit("Andel av antal elever, %").name
    ('antal', 'procent')
    >>> find_unit("Sparande (kr/kvm)").name, find_unit("Hyra, kr/månad").name
    ('kr/kvm', 'kr')
    >>> find_unit("Skuld per invånare, kr").name, find_unit("Avgift per månad, kr").name
    ('kr/invånare', 'kr')
    >>> find_unit("Kostnad, tkr och %"), find_unit("Projekt över 500 kr"), find_unit("Krisberedskap")
    (None, None, None)
    """
    found = {unit_spelled(m[0]) for m in _STATED.finditer(text) if not _follows_figure(text, m.start())}
    each = _PER.search(text)
    if each and len(found) == 1 and (money := next(iter(found))).is_money:  # "Skuld per invånare (kr)"
        return unit_spelled(f"{money.name}/{each[1].casefold()}")
    stronger = found - {_COUNT} or found  # "antal" may also be what a share or a cost is counted by
    if stronger:
        return stronger.pop() if len(stronger) == 1 else None
    tail = _TAIL.search(text)
    return read_unit(tail[1]) if tail else None


def counts_by_thing(label: str) -> bool:
    """True for a label of what is divided by something: its figures are no plain money.

    >>> counts_by_thing("Skuldsättning per kvm totalyta"), counts_by_thing("Hyra per månad")
    (True, False)
    """
    return _PER.search(label) is not None


COUNTED = (
    r"(?:tillfällen|besök|besökare|deltagare|elever|barn|invånare|medlemmar|platser|personer|ärenden|"
    r"anställda|årsarbetare)"
)
"""Regex of what a label that ends or begins so counts."""
_COUNTS = re.compile(r"(?:^|.* / )" + COUNTED + r"\s*(?:$|[\d(,])", re.IGNORECASE)


def unit_of_label(label: str) -> Unit | None:
    """The unit that a column's own header tells, a count where it says what is counted.

    >>> [u and u.name for u in map(unit_of_label, ("Medlemmar 7–20 år", "Barn och unga", "Utfall, tkr"))]
    ['antal', None, 'tkr']
    """
    return find_unit(label) or (UNITS["antal"] if _COUNTS.match(label) else None)


def _follows_figure(text: str, start: int) -> bool:
    before = _FIGURE_BEFORE.search(text, max(0, start - 12), start)
    return before is not None and before["figure"] is not None


_UNITS_SAID = _alternatives(SPELLINGS, {k: v for k, v in LABEL_SPELLINGS.items() if k != "antal"})
_OF_THE_TABLE = re.compile(
    rf"\btabell\w*\b[^.;!?(]{{0,80}}?\((?:i )?({_UNITS_SAID})\)\s*[.:]?\s*$", re.IGNORECASE
)
_SENTENCES = re.compile(r"[.;!?](?:\s+|$)")
_SAID = re.compile(
    r"\b(?:(?:belopp|siffror|tal|summor|värden|uppgifter|kostnader|utgifter|intäkter|"
    r"tabell|upprätta)\w*|(?:redovisas|anges|visas|uttrycks|presenteras))\b[^.;!?]{0,80}?"
    r"\b(?:i|avser|är)\s+(?:hel(?:a|tal)\s+)?"
    rf"({_UNITS_SAID})",
    re.IGNORECASE,
)


_MONEY_SAID = _any_of(
    s
    for each in (SPELLINGS, LABEL_SPELLINGS)
    for name, said in each.items()
    if UNITS[name].is_money
    for s in said
)
_AMOUNTS = (
    "avgift|kostnad|pris|tax|bidrag|belopp|hyr[ao]|intäkt|utgift|ersättning|arvode|budget|lön|anslag|resultat|"
    "skuld|investering|värde|summ|medel"
)
_TO_A_TABLE = re.compile(
    rf"(?:{_AMOUNTS})\w*\s+i\s+(?:hela\s+)?(?P<money>(?:{_MONEY_SAID}){_PER_KNOWN})|"
    rf"(?:,\s*|\bi\s+)(?P<last>(?:{_UNITS_SAID}){_PER_KNOWN})\s*[.:]?\s*$|"
    rf"\((?:i\s+)?(?P<enclosed>(?:{_UNITS_SAID}){_PER_KNOWN})(?:\s[^()]{{0,40}})?\)\s*[.:]?\s*$",
    re.IGNORECASE,
)


_SHARES_ASIDE = re.compile(
    r",?\s*(?:och\s+|samt\s+)?andel\w*\s+(?:i\s+)?(?:procent|%)\s+inom\s+parentes", re.IGNORECASE
)
_OF_COUNTS = re.compile(
    r"antal\s+[\w-]+(?:\s+(?:och|samt)\s+[\w-]+)?"
    r"(?:\s+(?:per|den|i|vid|efter|för|under|av|på|från|fördela\w+)\b[^.:;!?]*)?[.:]?\s*",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    rf"\b(?:har|är|var|blev|blir|ska|kan|framgår|redovisas|visas|\w*ökar|ökat|\w*minskar|minskat|(?:{_AMOUNTS})\w*)\b",
    re.IGNORECASE,
)
_ANY_UNIT = re.compile(rf"(?<!\w)(?:{_UNITS_SAID})(?!\w)", re.IGNORECASE)
_OF_OTHER_THINGS = re.compile(r"\b(?:antal\w*|hur många|dagar|timmar)\b", re.IGNORECASE)


def find_unit_leading_in(text: str) -> Unit | None:
    """The unit that the text above a table leads in its figures with; None where it says none or several.

    >>> [find_unit_leading_in(text).name for text in (
    ...     "Avgifterna i kronor inklusive moms:", "Föreningarna får följande bidrag, kronor.",
    ...     "Avgiften är (kr/år inklusive moms):", "Hyran i kronor per timme beror på lokalen. A är skolor.",
    ... )]
    ['kr', 'kr', 'kr', 'kr']
    >>> find_unit_leading_in("Antal barn den 15 oktober, andel i procent inom parentes.").name
    'antal'
    >>> find_unit_leading_in("Tabellen visar folkmängden per ort. Antal personer den 31 december.").name
    'antal'
    >>> find_unit_leading_in("Antalet elever har ökat."), find_unit_leading_in("Antal elever och kostnader.")
    (None, None)
    >>> find_unit_leading_in("Intäkterna ökade med 3 tkr."), find_unit_leading_in("Andelen i procent ökade.")
    (None, None)
    """
    counts = _SHARES_ASIDE.sub("", text)
    *_, last = ("", *filter(None, _SENTENCES.split(counts)))
    if _OF_COUNTS.fullmatch(last) and not (_ANY_UNIT.search(counts) or _SAYS_MORE.search(last)):
        return UNITS["antal"]
    if _OF_OTHER_THINGS.search(text):
        return None
    said = [(m, m["money"] or m["last"] or m["enclosed"]) for m in _TO_A_TABLE.finditer(text)]
    found = {unit_spelled(spelling) for match, spelling in said if not _per_thing(text[match.end() :])}
    return found.pop() if len(found) == 1 else None


def _per_thing(behind: str) -> bool:
    """True before what money is divided by: "(i kronor) per kvadratmeter" is no plain money."""
    return (each := re.match(r"\s+per\s+(\w+)", behind)) is not None and each[1].casefold() not in _TIMES


_RESTS = re.compile(
    rf"(?:^|[.;!?]\s+)(?P<what>\w{{3,}}?)(?:erna|arna|orna|er|or|ar|en|et|a)?\s+"
    rf"(?:(?:är|anges|redovisas|visas)\s+)?i\s+(?P<unit>{_UNITS_SAID})\s*(?:,|;|och|medan)\s*"
    rf"(?:allt\s+|alla\s+)?(?:övrig\w*|resten|annat|andra)\b[^.;,]{{0,40}}?\b(?P<rest>{_UNITS_SAID}|antal)\s*(?:[.;:]|$)",
    re.IGNORECASE,
)


def units_by_kind(text: str) -> tuple[str, Unit, Unit] | None:
    """Where a sentence gives one kind of figures a unit and the rest another: the kind's stem, both units.

    >>> stem, unit, rest = units_by_kind("Kostnaderna är i miljoner kronor, övriga uppgifter är antal.")
    >>> stem, unit.name, rest.name
    ('kostnad', 'mnkr', 'antal')
    >>> units_by_kind("Beloppen är i tkr.")
    """
    match = _RESTS.search(text)
    if match is None or _key(match["rest"]) == _key(match["unit"]):
        return None
    return match["what"].casefold(), unit_spelled(match["unit"]), unit_spelled(match["rest"])


def find_unit_in_sentence(text: str) -> Unit | None:
    """The unit that a sentence says its figures are in; None where it says none or several.

    >>> find_unit_in_sentence("Beloppen är i tusental kronor om inte annat anges.").name
    'tkr'
    >>> find_unit_in_sentence("Intäkterna blev 3 tkr högre.") is None
    True
    >>> find_unit_in_sentence("Utfallet framgår av tabellen (tkr).").name
    'tkr'
    >>> find_unit_in_sentence("Förra årets värde inom parentes. Procent.").name
    'procent'
    """
    if units_by_kind(text):
        return None
    found = {unit_spelled(m[1]) for said in (_SAID, _OF_THE_TABLE) for m in said.finditer(text)}
    sentences = [each for each in _SENTENCES.split(text) if each]
    if not found and len(sentences) > 1 and (unit := _BY_SPELLING.get(_key(sentences[-1]))):
        return unit
    return found.pop() if len(found) == 1 else None


def to_kronor(value: Decimal, unit: Unit | None) -> Decimal | None:
    """The value in kronor, None where the unit is no Swedish money.

    >>> to_kronor(Decimal("151.5"), UNITS["mnkr"])
    Decimal('151500000.0')
    """
    return None if unit is None or unit.kronor is None else EXACT.multiply(value, unit.kronor)
