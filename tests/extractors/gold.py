"""What a gold file says and what an Extraction says, stage by stage, as the same kind of rows.

Every stage is two functions that give rows (tuples that end in the sheet): what the gold expects, what was
read. The freedoms of the data contract are taken out of what was read, never out of what is expected.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from schemas.document import Extraction

Row = tuple[Any, ...]
Json = dict[str, Any]
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_FOOTNOTE = re.compile(r"\s*(?:(?<![\d(–-])\d{1,2}\)|\*+)$")


def fold(text: str | None) -> str:
    """White space, dashes and soft hyphens folded; letters and figures as they are.

    >>> fold("–12\\u00a0345"), fold(None)
    ('-12 345', '')
    """
    return re.sub(
        r"\s+", " ", (text or "").replace("\u00ad", "").replace("\u200b", "").translate(_DASHES)
    ).strip()


def label(text: str | None) -> str:
    """A row's or column's label without its footnote mark."""
    return _FOOTNOTE.sub("", fold(text))


def number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize()


@dataclass(frozen=True)
class Gold:
    """A gold file beside the Extraction of its PDF."""

    said: Json
    read: Extraction

    @classmethod
    def of(cls, path: Path, read: Extraction) -> Gold:
        return cls(json.loads(path.read_text(encoding="utf-8")), read)

    @cached_property
    def part_number(self) -> dict[str, int]:
        return {part.part_id: part.part_index for part in self.read.parts}

    @cached_property
    def heading_of(self) -> dict[str | None, str]:
        return {section.section_id: fold(section.heading).casefold() for section in self.read.sections}


@dataclass(frozen=True)
class Difference:
    """Rows that the gold has and the reading lacks, and the other way round."""

    stage: str
    missing: Counter[Row]
    made_up: Counter[Row]

    def __bool__(self) -> bool:
        return bool(self.missing or self.made_up)

    def without(self, rows: set[Row]) -> Difference:
        """The same without these made-up rows."""
        return replace(self, made_up=Counter({row: n for row, n in self.made_up.items() if row not in rows}))

    def __str__(self) -> str:
        lines = [f"  missing  {row}" for row in self.missing.elements()]
        lines += [f"  made up  {row}" for row in self.made_up.elements()]
        return "\n".join([f"{self.stage}: what was read is not what the gold says", *lines])


@dataclass(frozen=True)
class Stage:
    """One stage of the reading; rows that are merely `allowed` may be there or not."""

    expected: Callable[[Gold], Iterator[Row]]
    found: Callable[[Gold], Iterator[Row]]
    allowed: Callable[[Gold], Iterator[Row]] = lambda _: iter(())


def compare(name: str, stage: Stage, gold: Gold, sheets: set[int] | None = None) -> Difference:
    """The stage's difference; `sheets` keeps it to rows that stand on those."""
    expected, found, allowed = (
        Counter(stage.expected(gold)),
        Counter(stage.found(gold)),
        set(stage.allowed(gold)),
    )
    missing, made_up = expected - found, found - expected
    made_up = Counter({row: n for row, n in made_up.items() if row not in allowed})
    if sheets is not None:
        missing, made_up = (
            Counter({row: n for row, n in rows.items() if row[-1] in sheets}) for rows in (missing, made_up)
        )
    return Difference(name, missing, made_up)
