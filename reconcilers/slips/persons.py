"""One person in two spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from reconcilers.known.known import Known
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import (
    Spot,
    most_common,
    on_pages,
    spot_in_paragraph,
    spot_on_sheet,
    spots_to_claims,
)
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction, Paragraph, Person
from schemas.kinds import FindingKind, Severity
from swedish.spelling import is_form, is_near, sounds_alike
from swedish.tokens import Token, find_tokens

_ATTENDANCE = frozenset(("member", "substitute", "absent"))
_LONG_NAME = 6  # letters: Anna and Anne are two names, Lindblad and Lindblat are one
Name = tuple[str, ...]


def tell_person_names(reading: Extraction, _: Known) -> Iterator[Telling]:
    """Names of which all words but one are the same, and that one misspelled;
    those who stand in one list are two.

    One name of the list of those present, the other nowhere in it, or both of one party:
    an error; else a warning.
    """
    people: dict[Name, list[Person]] = defaultdict(list)
    for person in reading.people:
        people[_parts(person.name)].append(person)
    spots = _spots(reading, people)
    for a, b in _alike(list(people)):
        if not _are_two(people[a], people[b], spots[a], spots[b]):
            one_party = _parties(people[a]) & _parties(people[b])
            severity = Severity.ERROR if one_party or _only_one_is_listed(people, a, b) else Severity.WARNING
            yield _tell(severity, spots[a], spots[b])
    yield from _mentioned(reading, people, spots)


def _parts(name: str) -> Name:
    """The name's words; some lists print the surname first."""
    return tuple(sorted(name.split()))


def _alike(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    by_rest: dict[Name, list[Name]] = defaultdict(list)
    for name in names:
        for rest in {name[:n] + name[n + 1 :] for n in range(len(name)) if len(name) > 1}:
            by_rest[rest].append(name)
    pairs = {pair for same in by_rest.values() for pair in combinations(same, 2)}
    for a, b in sorted(pairs):
        (x,), (y,) = _only(a, b), _only(b, a)
        if is_misspelled(x, y):
            yield a, b


def _only(a: Name, b: Name) -> list[str]:
    own = list(a)
    for word in b:
        if word in own:
            own.remove(word)
    return own


def is_misspelled(a: str, b: str) -> bool:
    """One name in two spellings, as far as the letters tell; a genitive is none.

    >>> (is_misspelled("Carlsson", "Carlson"), is_misspelled("Lindvalls", "Lindvall"),
    ...  is_misspelled("Ek", "Ed"))
    (True, False, False)
    """
    is_genitive = a + "s" == b or b + "s" == a
    if a.casefold() == b.casefold() or is_genitive:
        return False
    two_short_names = is_form(a, b) and len(a) < _LONG_NAME
    return sounds_alike(a, b) or (is_near(a, b) and not two_short_names)


def _are_two(a: Sequence[Person], b: Sequence[Person], here: Sequence[Spot], there: Sequence[Spot]) -> bool:
    """They stand in one list, vote twice, or belong to two parties."""
    ours, theirs = _parties(a), _parties(b)
    of_two_parties = ours and theirs and not ours & theirs
    in_one_list = _lists(a) & _lists(b)
    in_one_paragraph = _paragraphs(here) & _paragraphs(there)
    return bool(of_two_parties or in_one_list or in_one_paragraph)


def _lists(people: Iterable[Person]) -> set[tuple[str | None, str]]:
    people = list(people)
    return {(person.decision_id, person.role) for person in people} | _attendance(people)


def _paragraphs(spots: Iterable[Spot]) -> set[str]:
    return {spot.holder for spot in spots if spot.in_paragraph}


def _attendance(people: Iterable[Person]) -> set[tuple[str | None, str]]:
    return {(None, "attendance") for p in people if p.decision_id is None and p.role in _ATTENDANCE}


def _parties(people: Iterable[Person]) -> set[str]:
    return {person.party for person in people if person.party}


def _only_one_is_listed(people: dict[Name, list[Person]], a: Name, b: Name) -> bool:
    return bool(_attendance(people[a])) != bool(_attendance(people[b]))


def _spots(reading: Extraction, people: dict[Name, list[Person]]) -> dict[Name, list[Spot]]:
    """Where each name stands, its party with it as far as it follows in parentheses."""
    spots: dict[Name, list[Spot]] = {name: [] for name in people}
    pages: dict[int | None, list[Paragraph]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        pages[paragraph.place.page].append(paragraph)
    for name, persons in people.items():
        for person in persons:
            found = [s for p in pages[person.page] if (s := _spot_in(reading, p, person))]
            spots[name] += found or [spot_on_sheet(reading.source.document_id, person.page, person.name)]
    return spots


def _spot_in(reading: Extraction, paragraph: Paragraph, person: Person) -> Spot | None:
    start = paragraph.text.find(person.name)
    end = start + len(person.name)
    if start < 0 or paragraph.text[end : end + 1].isalpha():
        return None
    party = f" ({person.party})"
    raw = person.name + (party if paragraph.text[end:].startswith(party) else "")
    return spot_in_paragraph(reading.source.document_id, paragraph, start, raw)


def _tell(severity: Severity, a: Sequence[Spot], b: Sequence[Spot]) -> Telling:
    right, wrong = (a, b) if (-len(set(a)), min(a)) <= (-len(set(b)), min(b)) else (b, a)
    expected, found = most_common(right), most_common(wrong)
    both = f"{quoted(expected)} {on_pages(right)} men {quoted(found)} {on_pages(wrong)}"
    says = f"Samma person tycks heta {both}."
    return Telling(
        FindingKind.NAME, severity, says, expected, found, spots_to_claims(right), spots_to_claims(wrong)
    )


def _mentioned(
    reading: Extraction, people: dict[Name, list[Person]], spots: dict[Name, list[Spot]]
) -> Iterator[Telling]:
    """First name and surname in running text, one of them misspelled;
    nobody in the document bears that name.
    """
    document_id = reading.source.document_id
    names = list(people)
    found: dict[tuple[Name, str], list[Spot]] = defaultdict(list)
    bearing = _numbers_by_word(names)
    for paragraph in reading.paragraphs:
        for a, b in _full_names(paragraph, find_tokens(paragraph.text)):
            raw = paragraph.text[a.start : b.end]
            for name in _meant(a.text, b.text, names, bearing):
                found[name, raw].append(spot_in_paragraph(document_id, paragraph, a.start, raw))
    for (name, _), wrong in found.items():
        yield _tell(Severity.WARNING, spots[name], wrong)


def _numbers_by_word(names: Sequence[Name]) -> dict[str, list[int]]:
    """The numbers of the names that each word is one of."""
    bearing: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for word in set(name):
            bearing[word].append(number)
    return bearing


def _meant(first: str, last: str, names: Sequence[Name], bearing: dict[str, list[int]]) -> list[Name]:
    """The persons of whose two names one is printed and the other misspelled;
    none if somebody is called so.
    """
    printed = {first, last, first.removesuffix("s"), last.removesuffix("s")}
    sharing = [names[number] for number in sorted({n for word in printed for n in bearing.get(word, ())})]
    if any(len(set(name) & printed) > 1 for name in sharing):
        return []
    meant: list[Name] = []
    for name in sharing:
        rest = [word for word in name if word not in printed]
        other = last if first in name else first
        if len(name) == 2 and len(rest) == 1 and is_misspelled(rest[0], other):
            meant.append(name)
    return meant


def _full_names(paragraph: Paragraph, tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    for a, b in pairwise(tokens):
        if a.text[0].isupper() and b.kind == "name" and paragraph.text[a.end : b.start] == " ":
            yield a, b
