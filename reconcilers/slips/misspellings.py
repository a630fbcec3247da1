"""Slips that a text gives away by itself:
a word against the document's own spelling, a change from 2022 to 2022.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from reconcilers.known.known import Known
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import (
    Spot,
    on_pages,
    spot_in_cell,
    spot_in_paragraph,
    spot_on_sheet,
    spots_to_claims,
)
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction, Part
from schemas.kinds import FindingKind, Severity
from swedish.dates import MONTH
from swedish.numbers.notation import BODY, YEAR
from swedish.spelling import is_form
from swedish.tokens import find_tokens
from swedish.word_list import UNKNOWN, parts_of

_SHORTEST = 5  # letters of a word in which one may be wrong; shorter ones are a letter from many others
_SHOWN = 3  # places of the right spelling, for a person to see how the document writes the word
_PERIOD = rf"(?:(?:{MONTH}) )?{YEAR}"
_FROM_TO = re.compile(
    rf"\bfrån (?P<first>[^.;]{{1,40}}?)\b(?P<start>{_PERIOD})"
    rf"(?P<then>,? till (?P<second>[^.;]{{1,40}}?))\b(?P<end>{_PERIOD})",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(och|att|i|på|av|för|till|med|en|ett|som|är|eller|från|vid|ska|kommer) \1\b", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"\b\d{1,2}\s*$")
_NUMBERS = re.compile(BODY)
_SAME_TITLE = 0.6  # share of the words of two titles, each once, that are in both
_CAME = frozenset(
    ("begäran", "ansökan", "svar", "yttrande", "förslag", "remiss", "remissvar", "beslut", "fråga")
)


def tell_slips(reading: Extraction, _: Known) -> Iterator[Telling]:
    """All of them, in no order that means anything."""
    yield from _same_period(reading)
    yield from _words_twice(reading)
    yield from _misspelled(reading)
    yield from _titles(reading)


def _same_period(reading: Extraction) -> Iterator[Telling]:
    """A change of a figure from a year to the same year."""
    for paragraph in reading.paragraphs:
        for match in _FROM_TO.finditer(paragraph.text):
            if _changes_within_a_period(match):
                spot = spot_in_paragraph(reading.source.document_id, paragraph, match.start(), match[0])
                says = (
                    f"{quoted(match[0])} {on_pages([spot])}: en förändring kan inte börja och sluta "
                    f"{match['end']}."
                )
                expected = f"två olika år än {match['start']} och {match['end']}"
                yield Telling(
                    FindingKind.WORDING, Severity.WARNING, says, expected, match[0], spots_to_claims([spot])
                )


def _changes_within_a_period(match: re.Match[str]) -> bool:
    """Two figures that differ stand by one and the same period, and are not the days of its month."""
    if all(_DAY_BEFORE.search(match[name]) for name in ("first", "second")):
        return False
    first, second = (_NUMBERS.findall(match[name]) for name in ("first", "second"))
    one_period = match["start"].casefold() == match["end"].casefold()
    return one_period and bool(first) and bool(second) and first != second


def _words_twice(reading: Extraction) -> Iterator[Telling]:
    for paragraph in reading.paragraphs:
        for match in _TWICE.finditer(paragraph.text):
            spot = spot_in_paragraph(reading.source.document_id, paragraph, match.start(), match[0])
            says = f"Ordet {quoted(match[1])} står två gånger i rad {on_pages([spot])}."
            yield Telling(
                FindingKind.WORDING, Severity.NOTICE, says, match[1], match[0], spots_to_claims([spot])
            )


def _misspelled(reading: Extraction) -> Iterator[Telling]:
    """A word that no list knows, a letter away from one that the document uses at least as often."""
    places: dict[str, list[Spot]] = defaultdict(list)
    for word, spot in _vocabulary(reading):
        places[word].append(spot)
    known_by_initial: dict[str, list[str]] = defaultdict(list)
    for word in places:
        if parts_of(word) < UNKNOWN:
            known_by_initial[word[0]].append(word)
    for odd, spots in places.items():
        if parts_of(odd) < UNKNOWN:
            continue
        meant = [word for word in known_by_initial[odd[0]] if _is_meant(word, odd)]
        right = [word for word in meant if len(places[word]) >= len(spots)]
        if len(right) == 1:
            yield _spelled(right[0], odd, places)


def _spelled(right: str, odd: str, places: dict[str, list[Spot]]) -> Telling:
    shown, meant = _as_printed(odd, places[odd]), _as_printed(right, places[right])
    here = f"{quoted(shown)} {on_pages(places[odd])}"
    says = f"{here} är troligen felskrivet för {quoted(meant)}, som dokumentet annars skriver."
    as_meant, as_shown = spots_to_claims(places[right][:_SHOWN]), spots_to_claims(places[odd])
    return Telling(FindingKind.WORDING, Severity.NOTICE, says, meant, shown, as_meant, as_shown)


def _as_printed(word: str, spots: Iterable[Spot]) -> str:
    for spot in spots:
        start = spot.raw.casefold().find(word)
        return spot.raw[start : start + len(word)] if start >= 0 else word
    return word


def _is_meant(word: str, odd: str) -> bool:
    """One letter more, fewer, other or changed places with its neighbour, and no other form of the word."""
    near_in_length = abs(len(word) - len(odd)) <= 1  # quicker to see than the distance
    return near_in_length and OSA.distance(word, odd, score_cutoff=1) == 1 and not is_form(word, odd)


def _vocabulary(reading: Extraction) -> Iterator[tuple[str, Spot]]:
    """Words that are no names, in paragraphs and in the tables' labels and headers, in small letters."""
    yield from _words_of_text(reading)
    yield from _words_of_tables(reading)


def _words_of_text(reading: Extraction) -> Iterator[tuple[str, Spot]]:
    for paragraph in reading.paragraphs:
        for token in find_tokens(paragraph.text):
            if token.kind == "word" and _is_plain(token.text):
                spot = spot_in_paragraph(reading.source.document_id, paragraph, token.start, token.text)
                yield token.text.casefold(), spot


def _words_of_tables(reading: Extraction) -> Iterator[tuple[str, Spot]]:
    """The first word of a label or header: of the others a capital does not tell whether they are names."""
    for table in reading.tables:
        for cell in (cell for cell in table.cells if cell.role in ("label", "header")):
            for token in find_tokens(cell.text):
                if token.opens and _is_plain(token.text):
                    raw = " ".join(cell.text.split())
                    yield token.text.casefold(), spot_in_cell(reading.source.document_id, table, cell, raw)


def _is_plain(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word[1:].islower()


def _titles(reading: Extraction) -> Iterator[Telling]:
    """A § and the memo written for it under two titles of the same words, none the other cut short."""
    titled = [(decision, _title_words(decision.title)) for decision in reading.decisions]
    memos = [part for part in reading.parts if part.kind == "memo" and part.title]
    for memo in memos:
        words = _title_words(memo.title or "")
        for decision, others in titled:
            own, other = _matter_of(words), _matter_of(others)
            cut_short = _holds(own, other) or _holds(other, own)
            if _shared(words, others) >= _SAME_TITLE and not cut_short:
                yield _two_titles(reading, decision.title, decision.first_page, memo)


def _matter_of(words: list[str]) -> list[str]:
    """The title's words without how the matter came ("Begäran om"), which a memo may leave out.

    >>> _matter_of("begäran om bidrag till teatern".split())
    ['bidrag', 'till', 'teatern']
    """
    came = len(words) > 2 and words[0] in _CAME and words[1] in ("om", "på", "till", "över", "angående")
    return words[2:] if came else words


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    words = len(set(a)) + len(set(b))
    return 2 * len(set(a) & set(b)) / words if words else 0.0


def _two_titles(reading: Extraction, title: str, page: int | None, memo: Part) -> Telling:
    here = spot_on_sheet(reading.source.document_id, page, title)
    there = spot_on_sheet(reading.source.document_id, memo.first_page, memo.title or "")
    says = (
        f"Samma ärende heter {quoted(title)} {on_pages([here])} men {quoted(there.raw)} {on_pages([there])}."
    )
    places = spots_to_claims([here]), spots_to_claims([there])
    return Telling(FindingKind.WORDING, Severity.NOTICE, says, title, there.raw, *places)


def _title_words(title: str) -> list[str]:
    return [token.text.casefold() for token in find_tokens(title)]


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))
