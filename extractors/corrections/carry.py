"""A change in one text, carried to the other places that hold the same printed words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from schemas.document import Decision, Extraction
from schemas.place import stands_on
from swedish.align import only_change

_OF_DECISION = ("title", "decision_text", "proposals", "protocol_notes", "reservations", "attachments")


@dataclass(frozen=True, slots=True)
class Edit:
    """`old` with old[start:end] replaced by `by`, the smallest change that makes it what it became."""

    old: str
    start: int
    end: int
    by: str

    @property
    def new(self) -> str:
        return self.old[: self.start] + self.by + self.old[self.end :]

    def carried(self, text: str) -> str:
        """The text with the change in it, where it holds the words that were changed,
        from the same text, once.

        >>> edit_between("Lindval Bo (M), Ek Ann (C)", "Lindvall Bo (M), Ek Ann (C)").carried("Lindval Bo")
        'Lindvall Bo'
        >>> edit_between("Lindval Mikael, Ek Ann", "Lindvall Mikael, Ek Ann").carried("Ek Ann")
        'Ek Ann'
        """
        if not text or not self.old:
            return text
        if text.count(self.old) == 1:
            return text.replace(self.old, self.new)
        starts = [
            start
            for start in _starts(self.old, text)
            if start <= self.start and self.end <= start + len(text)
        ]
        if len(starts) != 1 or (self.start == self.end and self.start in (starts[0], starts[0] + len(text))):
            return self._grown(text, starts)
        at = starts[0]
        return text[: self.start - at] + self.by + text[self.end - at :]

    def _grown(self, text: str, starts: Sequence[int]) -> str:
        """A change at the very edge of the words belongs to them where it goes on with their last or first
        word.
        """
        if len(starts) != 1 or not self.by or any(mark.isspace() for mark in self.by):
            return text
        at_end = self.start == starts[0] + len(text)
        return text + self.by if at_end else self.by + text


def edit_between(old: str, new: str) -> Edit:
    """What differs, without what is common at the beginning and the end.

    >>> edit_between("67,6 mnkr", "76,6 mnkr")
    Edit(old='67,6 mnkr', start=0, end=2, by='76')
    """
    start, end, stop = only_change(old, new)
    return Edit(old, start, end, new[start:stop])


def carry_into_people(reading: Extraction, old: str, new: str, page: int | None) -> Extraction:
    """The names on the sheet that the text holds."""
    edit = edit_between(old, new)
    people = [replace(p, name=edit.carried(p.name)) if p.page == page else p for p in reading.people]
    return replace(reading, people=tuple(people))


def carry_into_decisions(reading: Extraction, old: str, new: str, page: int | None) -> Extraction:
    """What the §§ on the sheet repeat of the text."""
    edit = edit_between(old, new)
    decisions = [
        _carried(d, edit) if stands_on(page, d.first_page, d.last_page) else d for d in reading.decisions
    ]
    return replace(reading, decisions=tuple(decisions))


def _carried(decision: Decision, edit: Edit) -> Decision:
    changes: dict[str, Any] = {}
    for name in _OF_DECISION:
        value: str | tuple[str, ...] = getattr(decision, name)
        changes[name] = edit.carried(value) if isinstance(value, str) else tuple(map(edit.carried, value))
    return replace(decision, **changes)


def _starts(text: str, part: str) -> list[int]:
    starts, start = [], text.find(part)
    while start >= 0:
        starts.append(start)
        start = text.find(part, start + 1)
    return starts
