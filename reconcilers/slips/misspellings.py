"""Slips that a text gives away by itself:
a word against the document's own spelling, a change from 2022 to 2022.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import ELSEWHERE, Spot, Telling, cell_id, on_pages
from schemas.document import Extraction, Part
from swedish.dates import MONTH
from swedish.numbers.notation import BODY, YEAR
from swedish.spelling import is_form
from swedish.tokens import find_tokens
from swedish.word_list import UNKNOWN, parts_of

_SHORTEST = 5  # letters of a word in which one may be wrong
_PERIOD = rf"(?:(?:{MONTH}) )?{YEAR}"
_FROM_TO = re.compile(
    rf"\bfrån (?P<first>[^.;]{{1,40}}?)\b(?P<start>{_PERIOD})"
    rf"(?P<then>,? till (?P<second>[^.;]{{1,40}}?))\b(?P<end>{_PERIOD})",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(och|att|i|på|av|för|till|med|en|ett|som|är|eller|från|vid|ska|kommer) \1\b", re.IGNORECASE
)
_NUMBERS = re.compile(BODY)
_SAME_TITLE = 0.6


def find_slips(reading: Extraction) -> list[Telling]:
    """All of them, in no order that means anything."""
    return [*_same_period(reading), *_words_twice(reading), *_misspelled(reading), *_titles(reading)]


def _same_period(reading: Extraction) -> Iterator[Telling]:
    """A change of a figure from a year to the same year."""
    for paragraph in reading.paragraphs:
        for match in _FROM_TO.finditer(paragraph.text):
            first, second = (_NUMBERS.findall(match[name]) for name in ("first", "second"))
            if match["start"].casefold() == match["end"].casefold() and first and second and first != second:
                spot = _spot(reading, paragraph.paragraph_id, paragraph.place.page, match.start(), match[0])
                says = (
                    f"{quoted(match[0])} {on_pages([spot])}: en förändring kan inte börja och sluta "
                    f"{match['end']}."
                )
                expected = f"två olika år än {match['start']} och {match['end']}"
                yield Telling("wording", "warning", says, expected, match[0], (), (spot,))


def _words_twice(reading: Extraction) -> Iterator[Telling]:
    for paragraph in reading.paragraphs:
        for match in _TWICE.finditer(paragraph.text):
            spot = _spot(reading, paragraph.paragraph_id, paragraph.place.page, match.start(), match[0])
            says = f"Ordet {quoted(match[1])} står två gånger i rad {on_pages([spot])}."
            yield Telling("wording", "notice", says, match[1], match[0], (), (spot,))


def _misspelled(reading: Extraction) -> Iterator[Telling]:
    """A word that no list knows, a letter away from one that the document uses at least as often."""
    places: dict[str, list[Spot]] = defaultdict(list)
    for word, spot in _vocabulary(reading):
        places[word].append(spot)
    for odd, spots in places.items():
        if parts_of(odd) < UNKNOWN:
            continue
        right = [word for word in places if _is_meant(word, odd) and len(places[word]) >= len(spots)]
        if len(right) == 1:
            yield _spelled(right[0], odd, places)


def _spelled(right: str, odd: str, places: dict[str, list[Spot]]) -> Telling:
    shown, meant = _as_printed(odd, places[odd]), _as_printed(right, places[right])
    here = f"{quoted(shown)} {on_pages(places[odd])}"
    says = f"{here} är troligen felskrivet för {quoted(meant)}, som dokumentet annars skriver."
    return Telling("wording", "notice", says, meant, shown, tuple(places[right][:3]), tuple(places[odd]))


def _as_printed(word: str, spots: Iterable[Spot]) -> str:
    for spot in spots:
        start = spot.raw.casefold().find(word)
        return spot.raw[start : start + len(word)] if start >= 0 else word
    return word


def _is_meant(word: str, odd: str) -> bool:
    if word == odd or abs(len(word) - len(odd)) > 1 or word[0] != odd[0] or parts_of(word) >= UNKNOWN:
        return False
    return OSA.distance(word, odd, score_cutoff=1) == 1 and not is_form(word, odd)


def _vocabulary(reading: Extraction) -> Iterator[tuple[str, Spot]]:
    """Words that are no names, in paragraphs and in the tables' labels and headers, in small letters."""
    for paragraph in reading.paragraphs:
        for token in find_tokens(paragraph.text):
            if token.kind == "word" and _is_plain(token.text):
                page = paragraph.place.page
                yield (
                    token.text.casefold(),
                    _spot(reading, paragraph.paragraph_id, page, token.start, token.text),
                )
    for table in reading.tables:
        for cell in table.cells:
            if cell.role in ("label", "header"):
                for token in find_tokens(cell.text):
                    if token.opens and _is_plain(token.text):
                        raw = " ".join(cell.text.split())
                        yield (
                            token.text.casefold(),
                            _spot(reading, cell_id(table, cell), cell.place.page, ELSEWHERE, raw),
                        )


def _is_plain(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word[1:].islower()


def _titles(reading: Extraction) -> Iterator[Telling]:
    """A § and the memo written for it under two titles of the same words, none the other cut short."""
    memos = [part for part in reading.parts if part.kind == "memo" and part.title]
    for memo in memos:
        words = _title_words(memo.title or "")
        for decision in reading.decisions:
            others = _title_words(decision.title)
            shared = 2 * len(set(words) & set(others)) / max(len(set(words)) + len(set(others)), 1)
            if shared >= _SAME_TITLE and not _holds(words, others) and not _holds(others, words):
                yield _two_titles(reading, decision.title, decision.first_page, memo)


def _two_titles(reading: Extraction, title: str, page: int | None, memo: Part) -> Telling:
    here = _spot(reading, "", page, ELSEWHERE, title)
    there = _spot(reading, "", memo.first_page, ELSEWHERE, memo.title or "")
    says = (
        f"Samma ärende heter {quoted(title)} {on_pages([here])} men {quoted(there.raw)} {on_pages([there])}."
    )
    return Telling("wording", "notice", says, title, there.raw, (here,), (there,))


def _title_words(title: str) -> list[str]:
    return [token.text.casefold() for token in find_tokens(title)]


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _spot(reading: Extraction, place_id: str, page: int | None, start: int, raw: str) -> Spot:
    return Spot(reading.source.document_id, page, place_id, start, raw)
