"""The names of those who voted, counted, against the sums that are told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.document import Ballot, Decision, Extraction
from schemas.kinds import Vote

Sums = tuple[int, int, int]  # yes, no, abstain


@dataclass(frozen=True, slots=True)
class VoteCount:
    """The one vote of a § whose voters are named."""

    decision: Decision
    ballot: Ballot
    named: Sums

    @property
    def told(self) -> Sums:
        return self.ballot.yes, self.ballot.no, self.ballot.abstain

    @property
    def told_as_printed(self) -> str:
        yes, no, abstain = self.told
        return f"{yes} ja, {no} nej" + (f" och {abstain} som avstår" if abstain else "")

    @property
    def holds(self) -> bool:
        return self.named == self.told


def find_vote_counts(reading: Extraction) -> Iterator[VoteCount]:
    """The §§ with one vote and named voters; of several votes, names do not say whose they are."""
    ballots: dict[str, list[Ballot]] = defaultdict(list)
    for ballot in reading.votes:
        ballots[ballot.decision_id].append(ballot)
    voters: dict[str | None, Counter[Vote]] = defaultdict(Counter)
    for person in reading.people:
        if person.vote is not None:
            voters[person.decision_id][person.vote] += 1
    for decision in reading.decisions:
        own, names = ballots[decision.decision_id], voters[decision.decision_id]
        if len(own) == 1 and names[Vote.YES] and (names[Vote.NO] or not own[0].no):
            yield VoteCount(decision, own[0], (names[Vote.YES], names[Vote.NO], names[Vote.ABSTAIN]))
