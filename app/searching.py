"""A search as it is asked for: read from its parameters, answered with what can be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.library import Row, Snapshot
from app.web import addresses
from archive.search.asked import LONGEST, Asked, read_asked
from archive.search.find import DEEPEST, Found, Hit
from archive.search.marks import Marker, Piece, cut, snippet
from archive.search.query import Filters
from archive.search.unit import UnitKind
from schemas.kinds import PartKind, Severity
from schemas.value import Number
from swedish.dates import read_day
from swedish.numbers.grammar import read_number
from swedish.numbers.units import to_kronor
from swedish.slugs import slug

A_PAGE, MOST_A_PAGE = 20, 100
FACETS = ("kind", "municipality", "body", "year", "part_kind", "severity")  # that a search is counted by
_LONGEST_VALUE = 100  # characters of a filter
_ANY = "alla"
NEWEST = "nyast"
_LAST_CAME = (20, 200, 2_000)  # documents: what is new is mostly in the few that came last


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: words, filters, which page of the hits. `problems` are filters that were not understood,
    each a sentence; they limit nothing.
    """

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    given: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    size: int = A_PAGE
    newest: bool = False
    all_versions: bool = False
    problems: tuple[str, ...] = ()

    @property
    def asked(self) -> Asked:
        return read_asked(self.words)


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit: what it is, where it stands, and the piece of it that answers.

    `address` is the page of the thing itself, `sheet_address` the sheet with the words marked, None of
    Markdown. `page` counts sheets from 1; `printed` is the number printed on it.
    """

    kind: str
    id: str
    title: str
    pieces: tuple[Piece, ...]
    document: Row = field(repr=False)
    address: str = ""
    sheet_address: str | None = None
    page: int | None = None
    printed: str | None = None
    paragraph: str = ""
    part_kind: str = ""
    severity: str = ""
    score: float = 0.0
    roles: tuple[tuple[str, str], ...] = ()
    under: str = ""  # of a table row, its table's title

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Answer:
    """`total` counts every hit; `counts` say by facet how many there are of each value."""

    ask: Ask
    total: int
    hits: tuple[Shown, ...]
    counts: Mapping[str, Mapping[str, int]]
    notes: tuple[str, ...]
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages of hits can be turned to."""
        return -(-min(self.total, DEEPEST) // self.ask.size)


def read_ask(given: Mapping[str, str]) -> Ask:
    """The search that the parameters mean; what cannot be understood is told and left out.

    >>> ask = read_ask({"q": "taxa", "ar": "2024", "minst": "1,5 mnkr", "typ": "paragraf", "sida": "x"})
    >>> ask.filters.first_day.isoformat(), ask.filters.least, ask.filters.kinds, ask.page
    ('2024-01-01', 1500000.0, ('decision',), 1)
    >>> read_ask({"fran": "i går"}).problems
    ('”i går” är inget datum. Skriv till exempel 2024-06-17.',)
    """
    kept = {name: value.strip() for name, value in given.items() if name in PARAMETERS and value.strip()}
    problems: list[str] = []
    short = {name: value[:_LONGEST_VALUE] for name, value in kept.items() if name != "q"}
    first, last = _days(short, problems)
    filters = Filters(
        kinds=_kinds(short, problems),
        municipality=slug(short.get("kommun", "")),
        body=slug(short.get("organ", "")),
        part_kind=_listed(short, "del", [*PartKind], problems),
        severity=_listed(short, "avvikelse", ["any", *Severity], problems),
        person_id=short.get("person", ""),
        document_id=short.get("dokument", ""),
        first_day=first,
        last_day=last,
        least=_kronor(short, "minst", problems),
        most=_kronor(short, "mest", problems),
    )
    return Ask(
        kept.get("q", ""),
        filters,
        kept,
        page=_whole(short.get("sida", ""), 1, DEEPEST),
        size=_whole(short.get("antal", ""), A_PAGE, MOST_A_PAGE),
        newest=short.get("ordning") == NEWEST,
        all_versions=short.get("versioner") == _ANY,
        problems=tuple(problems),
    )


PARAMETERS = {
    "q": 'Ord, "fras", början*, -utan, ELLER / words, "phrase", prefix*, -without, OR',
    "typ": "paragraf, avsnitt, tabellrad, person, avvikelse, dokument",
    "kommun": "Kommunen / the municipality",
    "organ": "Organet / the body",
    "ar": "Mötesåret / the year of the meeting",
    "fran": "Första mötesdagen / from the day",
    "till": "Sista mötesdagen / to the day",
    "del": "protocol, memo, annex, notice",
    "avvikelse": "any, error, warning, notice",
    "person": "En persons id / a person_id",
    "dokument": "Ett dokuments id / a document_id",
    "minst": "Minsta belopp, t.ex. 1,5 mnkr / least amount",
    "mest": "Största belopp / largest amount",
    "ordning": "nyast: nyaste mötet först / the newest meeting first",
    "versioner": "alla: äldre versioner också / older versions too",
    "sida": "Sidan av träffarna, från 1 / page of the hits",
    "antal": "Träffar på en sida, högst 100 / hits a page",
}
_NO_LIMITS = {"q", "sida", "antal", "ordning", "versioner"}
KINDS = {
    "paragraf": UnitKind.DECISION,
    "avsnitt": UnitKind.SECTION,
    "tabellrad": UnitKind.ROW,
    "person": UnitKind.PERSON,
    "avvikelse": UnitKind.FINDING,
    "dokument": UnitKind.DOCUMENT,
}


def answer(snapshot: Snapshot, ask: Ask, facets: Sequence[str] = ()) -> Answer:
    """The page of hits that is asked for, with the counts of the facets over all hits."""
    filters = ask.filters if ask.all_versions else _without_older(snapshot, ask.filters)
    asked = ask.asked
    newest = ask.newest or not asked.groups
    offset = min((ask.page - 1) * ask.size, DEEPEST)
    found = snapshot.index.find(asked, filters, offset=offset, limit=ask.size, newest=newest)
    counts = snapshot.index.counts(found, facets) if facets else {}
    hits = tuple(
        _shown(snapshot, hit, found.marker, ask)
        for hit in found.hits
        if hit.document_id in snapshot.documents
    )
    return Answer(ask, found.total, hits, counts, tuple(_notes(ask, asked, found)), found.instead)


def latest(snapshot: Snapshot, ask: Ask, most: int) -> tuple[Shown, ...]:
    """The hits in what came into the archive last, whatever the day of its meeting: what is new to one who
    asked before. Of words that the archive has not, none: a like word is no news.
    """
    filters = ask.filters if ask.all_versions else _without_older(snapshot, ask.filters)
    came = snapshot.as_they_came
    for among in (*(came[:many] for many in _LAST_CAME if many < len(came)), ()):
        within = replace(filters, among=tuple(among))
        found = snapshot.index.find(ask.asked, within, limit=DEEPEST, newest=True)
        hits = () if found.any_word or found.instead else found.hits
        if len(hits) >= most:
            break
    place = {document_id: number for number, document_id in enumerate(came)}
    ordered = sorted(hits, key=lambda hit: (place[hit.document_id], len(hit.shown["id"]), hit.shown["id"]))
    return tuple(_shown(snapshot, hit, found.marker, ask) for hit in ordered[:most])


def _without_older(snapshot: Snapshot, filters: Filters) -> Filters:
    if filters.document_id:  # who names a version means it
        return filters
    return replace(filters, superseded=tuple(snapshot.superseded))


def _notes(ask: Ask, asked: Asked, found: Found) -> Iterator[str]:
    """What was done with the words beyond looking for them, and what to try where nothing was found."""
    yield from ask.problems
    if asked.is_cut:
        yield f"Sökningen är lång: bara de första {LONGEST} tecknen och 40 orden söks."
    for word, near in found.instead.items():
        yield f"”{word}” finns inte i arkivet. Sökte i stället på {_listed_words(near)}."
    if found.unknown:
        yield f"{_listed_words(found.unknown)} finns inte i arkivet, och inget ord som liknar."
    if found.any_word and found.total:
        yield "Inget ställe har alla orden. Här är de som har några av dem."
    if not found.total:
        yield from _ways_on(ask, asked)
    if found.total > DEEPEST:
        yield f"Bara de första {DEEPEST:,} träffarna går att bläddra till. Avgränsa sökningen.".replace(
            ",", "\xa0"
        )


def _ways_on(ask: Ask, asked: Asked) -> Iterator[str]:
    if ask.words and not asked:
        yield "Sökningen har inget ord. Skriv ett ord, ett namn, ett diarienummer eller § och nummer."
    elif ask.given.keys() - _NO_LIMITS and ask.words:
        yield "Ta bort någon avgränsning, eller sök med färre ord eller början av ett ord (skol*)."
    elif ask.words:
        yield "Sök med färre ord eller med början av ett ord (skol*)."


def _listed_words(words: Sequence[str]) -> str:
    quoted = [f"”{word}”" for word in words]
    return " och ".join([", ".join(quoted[:-1]), quoted[-1]]) if quoted[1:] else quoted[0]


def _shown(snapshot: Snapshot, hit: Hit, marker: Marker, ask: Ask) -> Shown:
    shown, document = hit.shown, snapshot.documents[hit.document_id]
    passages = shown["passages"]
    number, pieces = _snippet(shown, marker)
    page = passages[number][1] if passages else shown.get("page")
    return Shown(
        shown["kind"],
        shown["id"],
        shown.get("title", ""),
        tuple(pieces),
        document,
        _address(snapshot, shown, document, ask.words),
        _sheet(shown, document, page, passages[number][2] if passages else "", ask.words),
        page,
        snapshot.printed_pages(hit.document_id).get(page) if page else None,
        shown.get("paragraph", ""),
        shown.get("part_kind", ""),
        shown.get("severity", ""),
        hit.score,
        tuple((role, under) for role, under, _ in shown.get("roles", ()) if role),
        passages[1][0] if shown["kind"] == UnitKind.ROW and len(passages) > 1 else "",
    )


def _snippet(shown: Mapping[str, Any], marker: Marker) -> tuple[int, list[Piece]]:
    """Of a table row the row itself, whatever word of its table's title was asked for."""
    texts = [passage[0] for passage in shown["passages"]]
    if shown["kind"] == UnitKind.ROW or not marker:
        return 0, cut(texts[0], marker) if texts else []
    return snippet(texts, marker)


def _address(snapshot: Snapshot, shown: Mapping[str, Any], document: Row, words: str) -> str:
    """The page of the thing itself and of no other copy of it, where it is a text with the words marked."""
    document_id = document["document_id"]
    match shown["kind"]:
        case UnitKind.DECISION:
            shows = snapshot.shows_meeting(document)
            return addresses.paragraph(document, shown["paragraph"], words, shows_meeting=shows)
        case UnitKind.PERSON:
            return addresses.person(shown["id"].rpartition("-")[2])
        case UnitKind.FINDING:
            return addresses.finding(shown["id"])
        case UnitKind.ROW:
            return addresses.table(document_id, int(shown["table_id"].rpartition("-t")[2]), row=shown["row"])
        case UnitKind.SECTION:
            return addresses.text(document_id, shown["id"], words)
        case _:
            return addresses.document(document_id)


def _sheet(shown: Mapping[str, Any], document: Row, page: int | None, passage: str, words: str) -> str | None:
    """The sheet with the words marked; of a table row with the row marked."""
    if not page or not document["page_count"]:
        return None
    row = f"{shown['table_id']}-r{shown['row']}" if shown["kind"] == UnitKind.ROW else None
    finding = shown["id"] if shown["kind"] == UnitKind.FINDING else None
    paragraph = passage if shown["kind"] in (UnitKind.DECISION, UnitKind.SECTION) else None
    return addresses.sheet(
        document["document_id"], page, q=words or None, stycke=paragraph, rad=row, avvikelse=finding
    )


def _kinds(given: Mapping[str, str], problems: list[str]) -> tuple[str, ...]:
    name = _listed(given, "typ", list(KINDS), problems)
    return (KINDS[name].value,) if name else ()


def _listed(given: Mapping[str, str], name: str, known: Sequence[str], problems: list[str]) -> str:
    value = given.get(name, "")
    if value and value not in known:
        problems.append(f"”{value}” är inget värde för {name}. Välj bland {', '.join(known)}.")
        return ""
    return value


def _days(given: Mapping[str, str], problems: list[str]) -> tuple[date | None, date | None]:
    year = given.get("ar", "")
    firsts = [_day(given.get("fran", ""), problems)]
    lasts = [_day(given.get("till", ""), problems)]
    if year.isascii() and year.isdigit() and 1000 <= int(year) <= 9999:
        firsts.append(date(int(year), 1, 1))
        lasts.append(date(int(year), 12, 31))
    elif year:
        problems.append(f"”{year}” är inget årtal. Skriv till exempel 2024.")
    first, last = max(filter(None, firsts), default=None), min(filter(None, lasts), default=None)
    if first and last and first > last:
        problems.append(f"Ingen dag är både från {first} och till {last}.")
    return first, last


def _day(text: str, problems: list[str]) -> date | None:
    day = getattr(read_day(text), "value", None) if text else None
    if text and not isinstance(day, date):
        problems.append(f"”{text}” är inget datum. Skriv till exempel 2024-06-17.")
        return None
    return day


def _kronor(given: Mapping[str, str], name: str, problems: list[str]) -> float | None:
    text = given.get(name, "")
    number = read_number(text) if text else None
    if isinstance(number, Number):
        kronor = to_kronor(number.value, number.unit) if number.unit else number.value
        if kronor is not None:
            return float(kronor)
    if text:
        problems.append(f"”{text}” är inget belopp. Skriv till exempel 250 000 eller 1,5 mnkr.")
    return None


def _whole(text: str, otherwise: int, most: int) -> int:
    return (
        min(int(text), most)
        if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text)
        else otherwise
    )
