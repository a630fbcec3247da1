"""A document's §§ meeting by meeting, with the range of numbers that the first page tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.document import Decision, Extraction
from schemas.kinds import PartKind
from swedish.section_signs import missing_numbers, read_range


@dataclass(frozen=True, slots=True)
class Meeting:
    """The §§ that go on with each other's numbers; `stated` is the first and the last that is told of."""

    decisions: tuple[Decision, ...]
    stated: tuple[int, int] | None

    @property
    def numbers(self) -> list[int]:
        return [int(d.paragraph) for d in self.decisions if d.paragraph.isdigit()]

    @property
    def asked(self) -> tuple[int, int]:
        """The first and the last number that must be there; raises ValueError where no § has a number."""
        held = self.numbers
        if self.stated and any(self.stated[0] <= number <= self.stated[1] for number in held):
            return min(*held, self.stated[0]), max(*held, self.stated[1])
        return min(held), max(held)

    @property
    def missing(self) -> list[int]:
        return missing_numbers(self.numbers, self.stated)


def find_meetings(reading: Extraction) -> list[Meeting]:
    """The meetings of a document's protocols; where numbers begin anew another meeting does."""
    kinds = {part.part_id: part.kind for part in reading.parts}
    runs: list[list[Decision]] = []
    for decision in reading.decisions:
        if kinds.get(decision.part_id) != PartKind.PROTOCOL or not decision.paragraph.isdigit():
            continue
        before = int(runs[-1][-1].paragraph) if runs else None
        if before is not None and int(decision.paragraph) >= before:
            runs[-1].append(decision)
        else:
            runs.append([decision])
    return [Meeting(tuple(run), _stated(reading, run)) for run in runs]


def _stated(reading: Extraction, run: Sequence[Decision]) -> tuple[int, int] | None:
    """What stands in the part of the first § before it."""
    first = run[0]
    sections = {section.section_id: section.section_index for section in reading.sections}
    own = sections.get(first.section_id or "", len(sections))
    front = (
        paragraph.text
        for paragraph in reading.paragraphs
        if paragraph.part_id == first.part_id and sections.get(paragraph.section_id or "", -1) < own
    )
    return next((told for text in front if (told := read_range(text))), None)
