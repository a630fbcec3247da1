"""The documents that are measured: shared ones where their folder is there, and samples of our own."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from schemas.document import Source

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path("../shared")


@dataclass(frozen=True)
class Measured:
    """A PDF and the file that says what is right about it."""

    pdf: Path
    gold_file: Path

    @cached_property
    def gold(self) -> dict[str, Any]:
        gold: dict[str, Any] = json.loads(self.gold_file.read_text())
        return gold

    @property
    def table_sheets(self) -> list[int]:
        """Sheets, from 1, on which a table of the gold stands."""
        return sheets_with_tables(self.gold)


def sheets_with_tables(gold: dict[str, Any]) -> list[int]:
    """Sheets, from 1, on which a table of the gold stands."""
    return sorted({page for table in gold["tables"] for page in table["pages"]})


def find_reference(shared: Path) -> Measured | None:
    """The reference document, None where the folder is not there."""
    golds = sorted((shared / "reference").glob("*.gold.json"))
    return (
        Measured(golds[0].with_name(json.loads(golds[0].read_text())["document"]["file"]), golds[0])
        if golds
        else None
    )


def find_samples() -> list[Measured]:
    """Our own samples that have a gold file."""
    golds = sorted((ROOT / "samples").glob("*/expected/gold.json"))
    return [
        Measured(gold.parent.parent / json.loads(gold.read_text())["document"]["file"], gold)
        for gold in golds
    ]


def find_pdfs(shared: Path) -> list[Path]:
    """Every PDF there is: the samples', then the shared ones."""
    return [*sorted((ROOT / "samples").glob("*/*.pdf")), *sorted(shared.rglob("*.pdf"))]


def source_of(pdf: bytes, path: Path) -> Source:
    return Source(hashlib.sha256(pdf).hexdigest(), path.name)
