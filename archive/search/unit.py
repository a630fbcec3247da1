"""What a hit is: a thing of a document, with the passages that say where in it the words stand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any


class UnitKind(StrEnum):
    """What a hit is."""

    DECISION = auto()
    SECTION = auto()
    ROW = auto()
    PERSON = auto()
    FINDING = auto()
    DOCUMENT = auto()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a row or a sentence of a unit; `id` is its id in the release, `box` in points."""

    text: str
    page: int | None = None
    id: str = ""
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """`top` is what the unit is about: the heading, and of a § what was decided. `passages` can be shown.

    `amounts` in kronor. `severity` is of the worst finding about it, "" of none.
    """

    kind: UnitKind
    id: str
    title: str
    passages: tuple[Passage, ...]
    top: tuple[str, ...] = ()
    page: int | None = None
    paragraph: str = ""
    part_kind: str = ""
    diary_numbers: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    amounts: tuple[float, ...] = ()
    severity: str = ""
    finding_kind: str = ""
    table_id: str = ""
    row: int | None = None
    roles: tuple[
        tuple[str, str, int | None], ...
    ] = ()  # a person's: what she is, under which §, on which sheet

    def to_json(self, document_id: str) -> bytes:
        """What a hit is shown from; a passage is its text, sheet, id and box."""
        shown: dict[str, Any] = {name: getattr(self, name) for name in _SHOWN if getattr(self, name)}
        passages = [(each.text, each.page, each.id, each.box) for each in self.passages]
        shown |= {"document_id": document_id, "row": self.row, "passages": passages}
        return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


_SHOWN = (
    "kind",
    "id",
    "title",
    "page",
    "paragraph",
    "part_kind",
    "severity",
    "table_id",
    "roles",
    "diary_numbers",
)
