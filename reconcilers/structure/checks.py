"""Checks of the kind structure: §§ against their range, sheets against their count, contents lists against
headings, votes against voters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reconcilers.structure.annexes import Annexes, find_annexes
from reconcilers.structure.contents import ContentsList, find_contents_lists
from reconcilers.structure.meetings import Meeting, find_meetings
from reconcilers.structure.presence import Presence, find_presence
from reconcilers.structure.printed_pages import PageRun, find_page_runs
from reconcilers.structure.votes import VoteCount, find_vote_counts
from reconcilers.sums.checks import with_id
from reconcilers.telling.in_words import quoted
from schemas.document import Extraction
from schemas.finding import Check
from schemas.kinds import CheckKind

_FEWEST = 2  # §§: one alone proves nothing of its numbers


def find_structure_checks(reading: Extraction, first_index: int) -> tuple[Check, ...]:
    """The checks, numbered from `first_index`; `expected` and `found` are counts."""
    checks = [
        *(check for meeting in find_meetings(reading) for check in _of_numbers(meeting)),
        *(_of_pages(run) for run in find_page_runs(reading.pages)),
        *_of_annexes(find_annexes(reading)),
        *(check for contents in find_contents_lists(reading) for check in _of_contents(contents)),
        *_of_presence(find_presence(reading)),
        *(_of_votes(count) for count in find_vote_counts(reading)),
    ]
    document_id = reading.source.document_id
    return tuple(with_id(check, document_id, first_index + n) for n, check in enumerate(checks))


def _check(expected: int, found: int, says: str) -> Check:
    return Check(
        "", "", CheckKind.STRUCTURE, Decimal(expected), Decimal(found), Decimal(0), (), (), says
    )  # fmt: skip


def _of_numbers(meeting: Meeting) -> Iterator[Check]:
    """The numbers run without a gap from the first to the last, or over the range that is told."""
    if len(meeting.decisions) < _FEWEST and meeting.stated is None:
        return
    if meeting.stated and len(meeting.decisions) < _FEWEST < meeting.stated[1] - meeting.stated[0]:
        return  # an extract of a longer protocol
    first, last = meeting.asked
    count = last - first + 1
    against = " mot första sidan" if meeting.stated else ""
    name = f"§§ {first}–{last}{against}" if count > 1 else f"§ {first}{against}"
    missing = meeting.missing
    shown = ", ".join(map(str, missing[:12])) + (" …" if len(missing) > 12 else "")
    says = (
        f"alla {count} finns" if not missing else f"{count - len(missing)} av {count} finns; {shown} saknas"
    )
    yield _check(count, count - len(missing), f"{name}: {says}.")


def _of_pages(run: PageRun) -> Check:
    says = f"Sidorna {run.first}–{run.last} av {run.total}"
    verdict = "alla finns" if run.holds else f"{run.sheets} blad"
    return _check(run.asked, run.sheets, f"{says}: {verdict}.")


def _of_annexes(annexes: Annexes | None) -> Iterator[Check]:
    if annexes is None:
        return
    asked, missing = len(annexes.listed), annexes.missing
    shown = f"; bilaga {', '.join(map(str, missing))} finns inte i filen" if missing else ""
    held = asked - len(missing)
    yield _check(asked, held, f"{held} av {asked} bilagor som paragraferna nämner med nummer{shown}.")


def _of_contents(contents: ContentsList) -> Iterator[Check]:
    asked, found = len(contents.entries), contents.found
    missing = [entry.text for entry in contents.entries if entry.section_id is None]
    shown = ", ".join(quoted(text) for text in missing[:3]) + (" …" if len(missing) > 3 else "")
    says = (
        f"alla {asked} rubriker finns"
        if not missing
        else f"{found} av {asked} rubriker finns; {shown} saknas"
    )
    yield _check(asked, found, f"Innehållsförteckningen: {says}.")
    if contents.placed:
        right = contents.placed - len(contents.misplaced)
        says = f"alla {right}" if right == contents.placed else f"{right} av {contents.placed}"
        yield _check(contents.placed, right, f"Innehållsförteckningens sidor: {says} stämmer.")


def _of_presence(presence: Presence | None) -> Iterator[Check]:
    if presence is None:
        return
    absent, both = len(presence.absent), presence.present_too
    says = f"{', '.join(both)} står också som närvarande" if both else "ingen står också som närvarande"
    told = f"{absent} frånvarande ledamöter" if absent > 1 else "1 frånvarande ledamot"
    yield _check(absent, absent - len(both), f"{told}, {presence.substitutes} ersättare: {says}.")


def _of_votes(count: VoteCount) -> Check:
    names = Counter({"ja": count.named[0], "nej": count.named[1], "avstår": count.named[2]})
    told = ", ".join(f"{number} {word}" for word, number in names.items() if number)
    verdict = "stämmer med" if count.holds else "stämmer inte med"
    says = f"§ {count.decision.paragraph}: namnen ({told}) {verdict} {count.told_as_printed}."
    which = next((n for n in range(3) if count.told[n] != count.named[n]), 0)  # the first side that differs
    return _check(count.told[which], count.named[which], says)
