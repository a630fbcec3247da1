"""What a protocol's own numbers contradict: a § number twice, names that are more or fewer than the votes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcilers.known.known import Known
from reconcilers.structure.contents import find_contents_lists
from reconcilers.structure.meetings import find_meetings
from reconcilers.structure.votes import find_vote_counts
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import ELSEWHERE, Spot, on_pages, spot_on_sheet, spots_to_claims
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction
from schemas.kinds import FindingKind, Severity

_SURE = 5  # entries at the right sheets for each at a wrong one


def tell_structure(reading: Extraction, _: Known) -> Iterator[Telling]:
    """Warnings of the kinds sequence and vote, notices of the kind reference; a § that is not found is the
    reading's fault.
    """
    yield from _same_number(reading)
    yield from _names_and_sums(reading)
    yield from _misplaced(reading)


def _same_number(reading: Extraction) -> Iterator[Telling]:
    """Two §§ of one meeting under one number and two titles."""
    document_id = reading.source.document_id
    for meeting in find_meetings(reading):
        for one, other in pairwise(meeting.decisions):
            if one.paragraph != other.paragraph or one.title.casefold() == other.title.casefold():
                continue
            spots = [
                spot_on_sheet(document_id, d.first_page, f"§ {d.paragraph} {d.title}") for d in (one, other)
            ]
            titles = f"{quoted(one.title)} och {quoted(other.title)}"
            says = f"§ {one.paragraph} står två gånger {on_pages(spots)}: {titles}."
            after = str(int(one.paragraph) + 1)
            yield Telling(
                FindingKind.SEQUENCE, Severity.WARNING, says, after, other.paragraph, spots_to_claims(spots)
            )


def _misplaced(reading: Extraction) -> Iterator[Telling]:
    """A heading that begins on another sheet than the contents list says, where it is right of all others."""
    document_id = reading.source.document_id
    for contents in find_contents_lists(reading):
        if contents.placed < _SURE or len(contents.misplaced) > contents.placed // _SURE:
            continue
        for entry, section, right in contents.misplaced:
            said, stands = f"sida {entry.printed_page}", f"sida {right}"
            spots = [
                Spot(document_id, entry.place.page, "", ELSEWHERE, entry.text, entry.place),
                spot_on_sheet(document_id, section.first_page, section.heading),
            ]
            says = f"Innehållsförteckningen säger {said} för {quoted(entry.text)}, som börjar på {stands}."
            yield Telling(FindingKind.REFERENCE, Severity.NOTICE, says, stands, said, spots_to_claims(spots))


def _names_and_sums(reading: Extraction) -> Iterator[Telling]:
    """A vote whose sums are others than the names that are listed for it."""
    document_id = reading.source.document_id
    for count in find_vote_counts(reading):
        if count.holds:
            continue
        named = f"{count.named[0]} ja, {count.named[1]} nej" + (
            f" och {count.named[2]} som avstår" if count.named[2] else ""
        )
        spot = spot_on_sheet(document_id, count.ballot.page, count.told_as_printed)
        here = f"§ {count.decision.paragraph} {on_pages([spot])}"
        says = f"{here}: rösterna är {count.told_as_printed}, men namnen {named}."
        yield Telling(
            FindingKind.VOTE, Severity.WARNING, says, named, count.told_as_printed, spots_to_claims([spot])
        )
