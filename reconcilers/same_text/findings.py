"""What copies of one text say differently, and slips that one text gives away itself:
findings for a clerk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcilers.known.known import Known
from reconcilers.same_text.copies import find_copies
from reconcilers.same_text.disagreements import Disagreement, find_disagreements
from reconcilers.same_text.missing_sentences import tell_missing
from reconcilers.slips.misspellings import tell_slips
from reconcilers.slips.trusted_sheets import without_damaged, without_ocr
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, most_common, on_pages, spots_to_claims
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction
from schemas.kinds import SEVERITIES, FindingKind, Severity
from swedish.word_list import parts_of

_FORM = 3  # different readings of one place: a form that is filled in, not copies of a text
_WHAT = {
    FindingKind.NUMBER: "Uppgiften",
    FindingKind.UNIT: "Enheten",
    FindingKind.SIGN: "Tecknet",
    FindingKind.NAME: "Namnet",
}


def tell_wording(reading: Extraction, known: Known) -> Iterator[Telling]:
    """Tellings of the kinds wording, missing_text, name, number, unit and sign that the texts alone give.

    A slip that two copies show is not told a second time as one that the text gives away by itself.
    """
    told = [*_tell_copies(reading, known), *tell_missing(reading, known)]
    yield from told
    readings = {_readings(each) for each in told}
    slips = tell_slips(without_ocr(without_damaged(reading)), known)
    yield from (each for each in slips if _readings(each) not in readings)


def _readings(telling: Telling) -> tuple[str, str]:
    return telling.expected.casefold(), telling.found.casefold()


def _tell_copies(reading: Extraction, known: Known) -> Iterator[Telling]:
    """One telling for each place of a text that is printed in two ways, slips of one word told once."""
    sound = [without_damaged(each) for each in (reading, *known.others)]
    copies = find_copies(sound, known.duplicates)
    found = [disagreement for pair in copies for disagreement in find_disagreements(pair)]
    slips: dict[tuple[str, str, str], list[Disagreement]] = defaultdict(list)
    for group in _groups(found):
        if group[0].small:
            words = sorted({group[0].a.raw.casefold(), group[0].b.raw.casefold()})
            slips[group[0].kind, words[0], words[-1]] += group
        else:
            yield from _tell_group(group)
    said = _everything_said(reading) if slips else []
    for group in slips.values():
        if not _are_two_things(group, said):
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
    return each.kind, spot.holder, spot.start


def _tell_group(group: Sequence[Disagreement]) -> Iterator[Telling]:
    """The reading that most places have against each of the others;
    of spellings the one made of known words.
    """
    spots = sorted({spot for each in group for spot in (each.a, each.b)})
    by_reading: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_reading[spot.raw.casefold()].append(spot)
    if not group[0].small and _is_form(by_reading, len(spots)):
        return
    right, *wrong = _surest_first(by_reading, by_spelling=group[0].small)
    severity = min((each.severity for each in group), key=SEVERITIES.index)
    for other in wrong:
        yield _tell(group[0], severity, by_reading[right], by_reading[other])


def _is_form(by_reading: Mapping[str, Sequence[Spot]], places: int) -> bool:
    """Nearly every place has a reading of its own, and they are several."""
    return len(by_reading) >= _FORM and 2 * len(by_reading) > places


def _surest_first(by_reading: Mapping[str, Sequence[Spot]], by_spelling: bool) -> list[str]:
    def rank(reading: str) -> tuple[int, int, Spot]:
        odd = _oddness(reading) if by_spelling else 0
        return odd, -len(by_reading[reading]), by_reading[reading][0]

    return sorted(by_reading, key=rank)


def _oddness(words: str) -> int:
    return sum(parts_of(word) for word in words.split()) - len(words.split())


def _tell(like: Disagreement, severity: Severity, right: Sequence[Spot], wrong: Sequence[Spot]) -> Telling:
    expected, found = most_common(right), most_common(wrong)
    both = f"{quoted(expected)} {on_pages(right)} men {quoted(found)} {on_pages(wrong)}"
    if like.kind in _WHAT:
        says = f"{_WHAT[like.kind]} är {both}, i en text som i övrigt är densamma; båda kan inte vara rätt."
    elif like.small:
        says = f"Samma ord skrivs {both}."
    elif severity == Severity.NOTICE:
        says = f"Samma text lyder {both}."
    else:
        says = f"Samma text lyder {both}: de säger motsatsen till varandra."
    places = spots_to_claims(right), spots_to_claims(wrong)
    return Telling(like.kind, severity, says, expected, found, *places)


def _everything_said(reading: Extraction) -> list[tuple[str, str]]:
    """Every text of the document in small letters, with the id of the paragraph it is of, if it is of one."""
    paragraphs = [(paragraph.paragraph_id, paragraph.text) for paragraph in reading.paragraphs]
    cells = [("", cell.text) for table in reading.tables for cell in table.cells]
    headings = [("", section.heading) for section in reading.sections]
    return [(holder, text.casefold()) for holder, text in (*paragraphs, *cells, *headings)]


def _are_two_things(group: Sequence[Disagreement], said: Sequence[tuple[str, str]]) -> bool:
    """Both names stand by themselves elsewhere too, so that they are two names and no slip."""
    if group[0].kind != "name":
        return False
    compared = {spot.holder for each in group for spot in (each.a, each.b)}
    elsewhere = [text for holder, text in said if holder not in compared]
    names = [raw.casefold() for raw in (group[0].a.raw, group[0].b.raw)]
    return all(any(name in text for text in elsewhere) for name in names)
