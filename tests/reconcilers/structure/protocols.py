"""Protocols made of § numbers, votes, voters and printed page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.document import Ballot, Decision, Extraction, Person, Sheet
from schemas.kinds import Role, TextSource, Vote
from tests.reconcilers.texts import reading_of

VOTES = {"j": Vote.YES, "n": Vote.NO, "a": Vote.ABSTAIN}


def protocol(
    numbers: Sequence[int],
    *,
    front: str = "Protokoll",
    titles: Sequence[str] = (),
    attachments: Sequence[str] = (),
    annexes: Sequence[str] = (),
    votes: Sequence[tuple[int, tuple[int, int, int], str]] = (),
    printed: Sequence[str | None] = (),
) -> Extraction:
    """A reading with those §§; `votes`: a §, its sums and its voters ("jjn"); `printed`: page numbers."""
    texts = [(f"Ärende {number}", ["Bryggan byts."]) for number in numbers]
    reading = reading_of([("Protokoll", [front]), *texts], *[[(name, ["Ritning."])] for name in annexes])
    names = [*titles, *(f"Ärende {number}" for number in numbers[len(titles) :])]
    decisions = tuple(
        _decision(reading, at, number, title, tuple(attachments) if at == 0 else ())
        for at, (number, title) in enumerate(zip(numbers, names, strict=True))
    )
    ids = {int(d.paragraph): d.decision_id for d in decisions}
    ballots = [
        Ballot(f"v{at}", ids[number], 0, None, *sums, None, 1) for at, (number, sums, _) in enumerate(votes)
    ]
    voters = [(ids[number], VOTES[letter]) for number, _, letters in votes for letter in letters]
    people = tuple(
        Person(at, decision_id, f"Person {at}", "S", Role.MEMBER, vote, 1)
        for at, (decision_id, vote) in enumerate(voters)
    )
    titled = tuple(
        replace(part, title=name) for part, name in zip(reading.parts, ["Protokoll", *annexes], strict=True)
    )
    parts = tuple(replace(p, kind=type(p.kind)("annex")) if at else p for at, p in enumerate(titled))
    sheets = tuple(
        Sheet(at, parts[0].part_id, 595, 842, 0, text, TextSource.NATIVE, False)
        for at, text in enumerate(printed, 1)
    )
    return replace(
        reading,
        parts=parts,
        decisions=decisions,
        votes=tuple(ballots),
        people=people,
        pages=sheets or reading.pages,
    )


def _decision(
    reading: Extraction, at: int, number: int, title: str, attachments: tuple[str, ...]
) -> Decision:
    return Decision(
        decision_id=f"d{at}",
        part_id=reading.parts[0].part_id,
        section_id=reading.sections[at + 1].section_id,
        paragraph=str(number),
        diary_number=None,
        title=title,
        body=None,
        decision_text=("Bryggan byts.",),
        proposals=(),
        protocol_notes=(),
        reservations=(),
        attachments=attachments,
        votes_yes=None,
        votes_no=None,
        votes_abstain=None,
        first_page=1,
        last_page=1,
    )
