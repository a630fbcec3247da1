"""A reading once more, as that of another document: another file, other ids, another place, day and people.

What is replaced is replaced wherever it stands: in ids, texts, headings, cells, checks and findings alike.
Figures, and where things stand on their sheets, stay as they were read.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from operator import is_
from typing import Any, TypeVar

from benchmarks.made_up_names import FIRST_YEAR, MUNICIPALITIES, SEATS, seated, word_of
from schemas.document import Extraction, Source
from schemas.finding import Reconciliation
from swedish.slugs import slug

Thing = TypeVar("Thing")
_FIRST_DAY, _LAST_DAY = date(FIRST_YEAR, 1, 7), date(2026, 10, 30)
_KIND = re.compile(r"\s+(?:kommun|stad)$", re.IGNORECASE)
_SHORTEST_NAME = 5  # letters: "Mark" and "Ale" are words too
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGITS = re.compile(r"\d+")
_PLAN = re.compile(r"\s+\d+(?:\.\d+)+$")
_TEXTLESS = re.compile(r"(?:(?:int|float|bool|date|Decimal|Place|Box|None)(?: \| )?)+")  # of a field's type
_SENTENCE = 60  # characters: what is shorter is seldom a paragraph
_DRAWS = 50  # until a diary number is one that the document does not have already
_TITLED = 3  # one document in so many has its word in a title too


@dataclass(frozen=True, slots=True)
class Document:
    """What is kept of one: its file, what was read in it, and what that gave held against itself."""

    pdf: bytes
    reading: Extraction
    proved: Reconciliation


class Original:
    """A document that others are made of; `moving` are those of its texts in which something is replaced."""

    def __init__(self, document: Document) -> None:
        self.document = document
        names = sorted(_all_names(document.reading), key=len, reverse=True)
        # "Ekviks kommunhus", "Anna Eks förslag": the genitive stays
        self.pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names))})(s?)(?!\w)")
        self.moving: set[str] = set()
        reworded((document.reading, document.proved), self._note)

    def _note(self, text: str) -> str:
        if self.pattern.search(text):
            self.moving.add(text)
        return text

    def reworded(self, thing: Thing, names: Mapping[str, str]) -> Thing:
        """The thing with each name replaced by the one that it has in `names`."""

        @cache
        def say(text: str) -> str:
            if text not in self.moving:
                return text
            return self.pattern.sub(lambda found: names[found[1]] + found[2], text)

        return reworded(thing, say)


def other_document(original: Original, number: int, seed: int, copy: int) -> Document:
    """The document so numbered among all that are made, the `copy`th of this original.

    Its municipality follows from where it stands, so that fifty copies in a row have one each.
    """
    document = original.document
    dice = random.Random(f"{seed} {document.reading.source.sha256} {number}")
    pdf = commented(document.pdf, copy)
    municipality = MUNICIPALITIES[number_of_place(document, copy)]
    day = any_weekday(dice)
    names = _other_names(document.reading, municipality, day, seed, dice)
    sha256 = hashlib.sha256(pdf).hexdigest()
    names |= {document.reading.source.sha256: sha256, document.reading.source.document_id: sha256[:16]}
    reading, proved = original.reworded((document.reading, document.proved), names)
    file_name = f"{slug(municipality)}-{slug(reading.body or 'protokoll')}-{day}-{number:05d}.pdf"
    own = replace(
        reading,
        source=Source(sha256, file_name, f"{slug(municipality)}/{day.year}/{file_name}"),
        municipality=municipality,
        municipality_code=None,
        meeting_date=day,
    )
    return Document(pdf, with_word(own, proved, word_of(number), number % _TITLED == 0, dice), proved)


def number_of_place(document: Document, copy: int) -> int:
    """Of the copies of an original each in turn in another municipality, and no two originals in step."""
    return (int(document.reading.source.document_id, 16) + copy) % len(MUNICIPALITIES)


def commented(pdf: bytes, copy: int) -> bytes:
    """The same PDF with a comment behind its end, which readers pass over.

    >>> commented(b"%%EOF", 17)
    b'%%EOF\\n%kopia 17\\n'
    """
    return pdf + (b"" if pdf.endswith(b"\n") else b"\n") + b"%%kopia %d\n" % copy


def any_weekday(dice: random.Random) -> date:
    """
    >>> days = [any_weekday(random.Random(n)) for n in range(300)]
    >>> min(days).year, max(days).year, max(day.weekday() for day in days)
    (2015, 2026, 4)
    """
    day = _FIRST_DAY + timedelta(dice.randrange((_LAST_DAY - _FIRST_DAY).days))
    return day - timedelta(max(0, day.weekday() - 4))


def other_diary_number(number: str, year: int, dice: random.Random) -> str:
    """In the same style, of the year and with another number; a plan's number behind it stays.

    >>> dice = random.Random(1)
    >>> [other_diary_number(n, 2016, dice) for n in ("KS/2023:326", "KSN-2023-00326", "2023/7 1.2.3")]
    ['KS/2016:138', 'KSN-2016-00583', '2016/868 1.2.3']
    """
    found = _YEAR.search(number)
    start, end = found.span() if found else (0, 0)
    own = next((each for each in _DIGITS.finditer(number) if not start <= each.start() < end), None)
    drawn = str(dice.randint(1, 999))
    if own:
        padded = drawn.zfill(len(own[0])) if own[0].startswith("0") else drawn
        number = number[: own.start()] + padded + number[own.end() :]
    return _YEAR.sub(str(year), number, count=1)


def with_word(
    reading: Extraction, proved: Reconciliation, word: str, in_title: bool, dice: random.Random
) -> Extraction:
    """The reading with the word in a paragraph that repeats no other, and where asked in a §'s title."""
    repeated = {side for each in proved.duplicates for side in (each.id_a, each.id_b)}
    whole = [p.paragraph_id for p in reading.paragraphs if len(p.text) >= _SENTENCE and p.text.endswith(".")]
    own = [each for each in whole if each not in repeated]
    if chosen := dice.choice(own or whole or [p.paragraph_id for p in reading.paragraphs] or [""]):
        paragraphs = (
            replace(p, text=f"{p.text} Se även {word}.") if p.paragraph_id == chosen else p
            for p in reading.paragraphs
        )
        reading = replace(reading, paragraphs=tuple(paragraphs))
    return _with_title(reading, word, dice) if in_title and reading.decisions else reading


def _with_title(reading: Extraction, word: str, dice: random.Random) -> Extraction:
    chosen = dice.choice(reading.decisions)
    titled = replace(chosen, title=f"{chosen.title}, {word}".strip(", "))
    decisions = (titled if each is chosen else each for each in reading.decisions)
    sections = (
        replace(each, heading=f"{each.heading}, {word}") if each.section_id == chosen.section_id else each
        for each in reading.sections
    )
    return replace(reading, decisions=tuple(decisions), sections=tuple(sections))


def reworded(thing: Thing, say: Callable[[str], str]) -> Thing:
    """The thing with every text in it as `say` gives it; what nothing is changed in is the very same object.

    >>> source = Source("ab", "a.pdf")
    >>> reworded((source, 7, "x"), str.upper)
    (Source(sha256='AB', file_name='A.PDF', source_uri=''), 7, 'X')
    >>> reworded((source,), lambda text: text)[0] is source
    True
    """
    other: Any = thing
    kind: Any = type(thing)
    if kind is str:  # a word of a closed list is a string too, and stays
        other = say(other)
    elif kind is tuple:
        parts = [reworded(each, say) for each in other]
        other = thing if all(map(is_, parts, other)) else tuple(parts)
    elif names := _fields_with_text(kind):
        held = [getattr(thing, name) for name in names]
        new = [reworded(value, say) for value in held]
        other = thing if all(map(is_, new, held)) else replace(other, **dict(zip(names, new, strict=True)))
    same: Thing = other
    return same


@cache
def _fields_with_text(kind: Any) -> tuple[str, ...]:
    """None of what is no dataclass."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if not _TEXTLESS.fullmatch(str(field.type)))


def _all_names(reading: Extraction) -> set[str]:
    """Whatever `_other_names` and the ids give another one for."""
    nobody = random.Random(0)
    others = _other_names(reading, MUNICIPALITIES[0], _FIRST_DAY, 0, nobody)
    return {reading.source.sha256, reading.source.document_id, *others}


def _other_names(
    reading: Extraction, municipality: str, day: date, seed: int, dice: random.Random
) -> dict[str, str]:
    names = _other_people(reading, municipality, day, seed, dice) | _other_diary_numbers(reading, day, dice)
    if reading.meeting_date:
        names[reading.meeting_date.isoformat()] = day.isoformat()
    if reading.municipality:
        names[reading.municipality] = municipality
        bare = _KIND.sub("", reading.municipality)
        if len(bare) >= _SHORTEST_NAME:
            names[bare] = _KIND.sub("", municipality)
        names |= {
            old.upper(): new.upper() for old, new in names.items() if old in (reading.municipality, bare)
        }
    return names


def _other_people(
    reading: Extraction, municipality: str, day: date, seed: int, dice: random.Random
) -> dict[str, str]:
    """Each person's name and that of one of the same party who sat in that municipality that year."""
    parties = {person.name: person.party for person in reading.people if person.party}
    names: dict[str, str] = {}
    for old in dict.fromkeys(person.name for person in reading.people if person.name):
        sat = seated(seed, municipality, parties.get(old, ""), day.year)
        free = [name for name in sat if name not in names.values()]
        names[old] = dice.choice(free[:SEATS]) if free else old
    return names


def _other_diary_numbers(reading: Extraction, day: date, dice: random.Random) -> dict[str, str]:
    """Each diary number and another one, also as it is without the plan's number behind it."""
    of_decisions = (each for d in reading.decisions for each in (d.diary_number, *d.diary_numbers))
    names: dict[str, str] = {}
    for old in sorted(filter(None, {reading.diary_number, *of_decisions})):
        plain = _PLAN.sub("", old)
        if plain not in names:
            drawn = (other_diary_number(plain, day.year, dice) for _ in range(_DRAWS))
            names[plain] = next((new for new in drawn if new not in names.values()), plain)
        names[old] = names[plain] + old[len(plain) :]
    return names
