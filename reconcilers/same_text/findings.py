"""What copies of one text say differently, and slips that one text gives away itself:
findings for a clerk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reconcilers.same_text.copies import find_copies
from reconcilers.same_text.disagreements import Disagreement, find_disagreements
from reconcilers.same_text.missing_sentences import find_missing
from reconcilers.slips.misspellings import find_slips
from reconcilers.slips.trusted_sheets import without_damaged, without_ocr
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, Telling, most_common, on_pages, places_of, tell
from schemas.document import Extraction
from schemas.finding import Duplicate, Finding
from swedish.word_list import parts_of

_FORM = 3  # different readings of one place: a form that is filled in, not copies of a text
_WHAT = {"number": "Uppgiften", "unit": "Enheten", "sign": "Tecknet", "name": "Namnet"}
_LOUDEST = ("error", "warning", "notice")


def find_wording(
    reading: Extraction, duplicates: Sequence[Duplicate], *others: Extraction
) -> tuple[Finding, ...]:
    """Findings of the kinds wording, missing_text, name, number, unit and sign that the texts alone give.

    `others` are further documents that `duplicates` may name (a later body's protocol,
    a memo in a file of its own).
    """
    readings = tuple(without_damaged(each) for each in (reading, *others))
    places = places_of(readings)
    found = [d for copies in find_copies(readings, duplicates) for d in find_disagreements(copies)]
    tellings = [*_tell_copies(found, reading), *find_missing(readings, duplicates)]
    known = {(t.expected.casefold(), t.found.casefold()) for t in tellings}
    tellings += [
        t
        for t in find_slips(without_ocr(readings[0]))
        if (t.expected.casefold(), t.found.casefold()) not in known
    ]
    return tuple(tell(telling, places) for telling in tellings)


def _tell_copies(found: Iterable[Disagreement], reading: Extraction) -> Iterator[Telling]:
    """One telling for each place of a text that is printed in two ways, slips of one word told once."""
    slips: dict[tuple[str, str, str], list[Disagreement]] = defaultdict(list)
    for group in _groups(found):
        if group[0].small:
            words = sorted({group[0].a.raw.casefold(), group[0].b.raw.casefold()})
            slips[group[0].kind, words[0], words[-1]] += group
        else:
            yield from _tell_group(group)
    for group in slips.values():
        if not _are_two_things(group, reading):
            yield from _tell_group(group)


def _groups(found: Iterable[Disagreement]) -> Iterator[list[Disagreement]]:
    """Disagreements about the same words of the same text together, however many copies there are."""
    first_of: dict[tuple[str, str, int], tuple[str, str, int]] = {}

    def root(spot: tuple[str, str, int]) -> tuple[str, str, int]:
        while first_of.setdefault(spot, spot) != spot:
            first_of[spot] = first_of[first_of[spot]]
            spot = first_of[spot]
        return spot

    held = list(found)
    for each in held:
        first_of[root(_key(each, each.b))] = root(_key(each, each.a))
    groups: dict[tuple[str, str, int], list[Disagreement]] = defaultdict(list)
    for each in held:
        groups[root(_key(each, each.a))].append(each)
    yield from groups.values()


def _key(each: Disagreement, spot: Spot) -> tuple[str, str, int]:
    return each.kind, spot.paragraph_id, spot.start


def _tell_group(group: Sequence[Disagreement]) -> Iterator[Telling]:
    """The reading that most places have against each of the others;
    of spellings the one made of known words.
    """
    spots = sorted({spot for each in group for spot in (each.a, each.b)})
    by_reading: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_reading[spot.raw.casefold()].append(spot)
    small = group[0].small
    if not small and len(by_reading) >= _FORM and 2 * len(by_reading) > len(spots):
        return
    order = sorted(
        by_reading, key=lambda r: ((_oddness(r) if small else 0), -len(by_reading[r]), by_reading[r][0])
    )
    severity = min((each.severity for each in group), key=_LOUDEST.index)
    for wrong in order[1:]:
        yield _telling(group[0], severity, by_reading[order[0]], by_reading[wrong])


def _oddness(words: str) -> int:
    return sum(parts_of(word) for word in words.split()) - len(words.split())


def _telling(like: Disagreement, severity: str, right: Sequence[Spot], wrong: Sequence[Spot]) -> Telling:
    expected, found = most_common(right), most_common(wrong)
    both = f"{quoted(expected)} {on_pages(right)} men {quoted(found)} {on_pages(wrong)}"
    if like.kind in _WHAT:
        says = f"{_WHAT[like.kind]} är {both}, i en text som i övrigt är densamma; båda kan inte vara rätt."
    elif like.small:
        says = f"Samma ord skrivs {both}."
    elif severity == "notice":
        says = f"Samma text lyder {both}."
    else:
        says = f"Samma text lyder {both}: de säger motsatsen till varandra."
    return Telling(like.kind, severity, says, expected, found, tuple(right), tuple(wrong))


def _are_two_things(group: Sequence[Disagreement], reading: Extraction) -> bool:
    """Both names stand by themselves elsewhere too, so that they are two names and no slip."""
    if group[0].kind != "name":
        return False
    compared = {spot.paragraph_id for each in group for spot in (each.a, each.b)}
    elsewhere = " ".join(
        [
            *(p.text for p in reading.paragraphs if p.paragraph_id not in compared),
            *(cell.text for table in reading.tables for cell in table.cells),
            *(section.heading for section in reading.sections),
        ]
    ).casefold()
    return all(raw.casefold() in elsewhere for raw in (group[0].a.raw, group[0].b.raw))
