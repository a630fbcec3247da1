"""Small indexes of made-up units."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import tantivy

from archive.search.asked import read_asked
from archive.search.fields import About, schema, to_document
from archive.search.find import Found, SearchIndex
from archive.search.query import Filters
from archive.search.unit import Passage, Unit, UnitKind

ABOUT = About("doc", "Granås kommun", "Kultur- och fritidsnämnden", None, "", "")


def section(id: str, *texts: str, title: str = "") -> Unit:
    return Unit(UnitKind.SECTION, id, title, tuple(map(Passage, texts)), (title,) if title else ())


def decision(id: str, title: str, *texts: str, paragraph: str = "1") -> Unit:
    passages = (Passage(title), Passage(f"§ {paragraph}"), *map(Passage, texts))
    return Unit(UnitKind.DECISION, id, title, passages, (title,), paragraph=paragraph)


def index_of(units: Sequence[Unit], about: About = ABOUT) -> SearchIndex:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        writer = tantivy.Index(schema(), path=folder).writer(15_000_000, num_threads=1)
        for unit in units:
            writer.add_document(to_document(unit, about))
        writer.commit()
        writer.wait_merging_threads()
        return SearchIndex(Path(folder))


def found(index: SearchIndex, typed: str, filters: Filters | None = None) -> Found:
    return index.find(read_asked(typed), filters or Filters())


def ids(index: SearchIndex, typed: str, filters: Filters | None = None) -> list[str]:
    """Of the hits, best first."""
    return [hit.shown["id"] for hit in found(index, typed, filters).hits]
