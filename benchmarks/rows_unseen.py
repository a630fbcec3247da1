"""Exact rows over reference, shared corpus and the ICDAR 2013 competition's files, reader beside reader.

    python -m benchmarks.rows_unseen [SHARED]

Peers are told the sheets that have tables and read no others; Paragraf reads each file whole and is told
nothing, without OCR and second looks. A document on which a reader fell counts with no row found. The
competition's ground truth has no spaces in some files and no capitals in others, and no empty columns: its
rows are compared without spaces, capitals and empty cells, for every reader.
"""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpus import Measured, find_reference, sheets_with_tables, source_of
from benchmarks.peers import table_readers
from benchmarks.peers_apart import peers_apart
from benchmarks.rows import count_rows, has_figure, our_rows
from benchmarks.told import Told, run_alone
from extractors.document import extract

# three of camelot's flavours and pdfplumber's own way: with text borders it makes up more than it finds
LOCAL = ("camelot stream", "camelot lattice", "camelot hybrid", "pdfplumber")


@dataclass(frozen=True)
class Printed:
    """A file, and its tables as the counting wants them."""

    pdf: Path
    gold: dict[str, Any]

    @property
    def sheets(self) -> list[int]:
        return sheets_with_tables(self.gold)


@dataclass
class Tally:
    """What one reader found in one set of documents."""

    exact: int = 0
    gold: int = 0
    made_up: int = 0
    fell: list[str] = field(default_factory=list)
    seconds: float = 0.0


def find_sets(shared: Path) -> dict[str, list[Printed]]:
    """Reference, corpus and competition, those that the shared folder has."""
    reference = find_reference(shared)
    corpus = [
        Measured(gold.with_name(gold.name.replace(".gold.json", ".pdf")), gold)
        for gold in sorted((shared / "corpus").glob("*.gold.json"))
    ]
    competition = [
        Printed(xml.with_name(xml.name.replace("-str.xml", ".pdf")), gold_of_competition(xml))
        for xml in sorted((shared / "icdar2013-eu").glob("*-str.xml"))
    ]
    sets = {
        "reference": [Printed(reference.pdf, reference.gold)] if reference else [],
        "corpus": [Printed(each.pdf, each.gold) for each in corpus],
        "icdar": [each for each in competition if each.pdf.exists()],
    }
    return {name: printed for name, printed in sets.items() if printed}


def gold_of_competition(xml: Path) -> dict[str, Any]:
    """The competition's ground truth as gold: its rows with a figure right of the label are asked for, others
    (headers, groups) may be given or not; a cell over several columns stands in the first.
    """
    tables = []
    for table in ET.parse(xml).getroot().iter("table"):
        rows: dict[int, dict[int, str]] = {}
        pages = []
        for region in table.iter("region"):
            pages.append(int(region.get("page", "1")))
            down, across = (int(region.get(f"{side}-increment") or 0) for side in ("row", "col"))
            for cell in region.iter("cell"):
                row, column = int(cell.get("start-row", "0")) + down, int(cell.get("start-col", "0")) + across
                content = cell.find("content")
                text = "".join(content.itertext()) if content is not None else ""
                rows.setdefault(row, {})[column] = text
        width = 1 + max((column for row in rows.values() for column in row), default=0)
        filled = [[row.get(column, "") for column in range(width)] for _, row in sorted(rows.items())]
        tables.append({"pages": pages, "rows": [_row(cells) for cells in filled]})
    return {"tables": tables}


def squeeze(row: Sequence[str | None]) -> list[str]:
    """A row without spaces, capitals and empty cells.

    >>> squeeze(["Summa 2030", None, "1 200"])
    ['summa2030', '1200']
    """
    return [folded for cell in row if (folded := "".join((cell or "").split()).casefold())]


def _row(cells: Sequence[str]) -> dict[str, Any]:
    label, *rest = squeeze(cells) or [""]
    values = [each if has_figure(("", each)) else None for each in rest]
    return {"label": label, "cells": rest, "values": values, "kind": "data" if any(values) else "group"}


def bench(told: Told, shared: Path) -> None:
    """A line a reader and set; the peers that are not there are named."""
    sets = find_sets(shared)
    told.say(
        "Exact rows (label and all cells) of all printed, and made up; seconds for the sheets with tables"
    )
    told.say("Peers are told those sheets; Paragraf reads every file whole, one process each")
    for name, printed in sets.items():
        told.say(f"  {name}: {len(printed)} documents")
    local = table_readers()
    with peers_apart() as apart:
        readers: dict[str, Callable[[Path, list[int]], Any]] = {name: local[name] for name in LOCAL}
        readers |= {peer.name: peer.read for peer in apart if peer.read}
        lacking = [peer for peer in apart if not peer.read]
        readers["Paragraf"] = lambda pdf, _sheets: our_rows(extract(pdf.read_bytes(), source_of(b"", pdf)))
        for name, read in readers.items():
            for of, printed in sets.items():
                tally = _tally(read, printed, squeeze if of == "icdar" else list)
                _say(told, name, of, tally)
        for peer in lacking:
            told.say(f"  {peer.name:22}{peer.lacks}")


def _say(told: Told, name: str, of: str, tally: Tally) -> None:
    fell = f"  fell on {len(tally.fell)}" if tally.fell else ""
    told.say(
        f"  {name:22}{of:12}{f'{tally.exact} of {tally.gold}':>16}{tally.exact / max(1, tally.gold):>8.3f}"
        f"{tally.made_up:>8} made up{tally.seconds:>8.1f} s{fell}"
    )
    key = f"{'_'.join(name.split() if 'camelot' in name else name.split()[:1]).lower()}_{of}"
    counts = {"exact": tally.exact, "printed": tally.gold, "made_up": tally.made_up}
    told.note(**{f"{key}_{what}": count for what, count in counts.items()})


def _tally(
    read: Callable[[Path, list[int]], Any],
    printed: Sequence[Printed],
    fold: Callable[[Sequence[str | None]], list[Any]],
) -> Tally:
    tally = Tally()
    for each in printed:
        start = time.perf_counter()
        try:
            given = read(each.pdf, each.sheets) if each.sheets else []
        except Exception as error:
            tally.fell.append(f"{each.pdf.name}: {error}")
            given = []
        tally.seconds += time.perf_counter() - start
        count = count_rows(each.gold, map(fold, given))
        tally.exact, tally.gold = tally.exact + count.exact, tally.gold + count.gold
        tally.made_up += len(count.made_up)
    return tally


if __name__ == "__main__":
    raise SystemExit(run_alone(bench))
