"""An address of every type of page, looked up in a release."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from app.web import addresses

SOUND, FAULTY, CULTURE, MARKDOWN = (
    *("utdrag-budget.pdf", "utdrag-budget-fel.pdf"),
    *("protokoll.pdf", "fritidsnamnd.md"),
)


def rows(archive: Path, table: str, document_id: str = "") -> pl.DataFrame:
    """A table of the release, of one document where it is named."""
    found = pl.read_parquet(archive / "release" / table)
    return found.filter(pl.col("document_id") == document_id) if document_id else found


def document_named(archive: Path, file_name: str) -> str:
    found = rows(archive, "documents").filter(pl.col("file_name") == file_name)
    return str(found["document_id"].item())


def of_every_type(archive: Path) -> Mapping[str, str]:
    """By type, where one such page is."""
    return {**_of_the_site(archive), **_of_a_document(archive), **_of_a_meeting(archive)}


def _of_the_site(archive: Path) -> Mapping[str, str]:
    sums = rows(archive, "findings").filter(pl.col("kind") == "sum")
    return {
        "start": "/",
        "search with hits": addresses.search(q="budget"),
        "search with filters": addresses.search(q="budget", typ="tabellrad", minst="1 mnkr"),
        "search without hits": addresses.search(q="xyzzyqwq"),
        "findings": "/avvikelser",
        "finding": addresses.finding(sums["finding_id"][0]),
        "runs": "/korningar",
        "about": "/om",
        "accessibility": "/tillganglighet",
        "sign in": "/logga-in",
        "error": "/finns/inte",
    }


def _of_a_document(archive: Path) -> Mapping[str, str]:
    budget, culture = document_named(archive, SOUND), document_named(archive, CULTURE)
    facts = rows(archive, "facts", budget).filter(pl.col("year").is_not_null())
    repeats = rows(archive, "duplicates").filter(pl.col("level") == "paragraph")
    return {
        "document": addresses.document(budget),
        "document of Markdown": addresses.document(document_named(archive, MARKDOWN)),
        "text": addresses.text(culture),
        "sheet": addresses.sheet(culture, 3, q="biblioteket"),
        "zoomed sheet": addresses.sheet(culture, 3, q="biblioteket", zoom="200"),
        "table": addresses.table(budget, 1),
        "table of Markdown": addresses.table(document_named(archive, MARKDOWN), 0),
        "figure": f"{addresses.document(budget)}/siffra/{facts['fact_id'][0]}",
        "repeats": f"{addresses.document(repeats['document_id_a'][0])}/upprepningar",
    }


def _of_a_meeting(archive: Path) -> Mapping[str, str]:
    culture = document_named(archive, CULTURE)
    about = rows(archive, "documents", culture).row(0, named=True)
    return {
        "paragraph": addresses.paragraph(about, "64"),
        "matter": addresses.matter(about, "KFN 2025/0055"),
        "meeting": addresses.meeting(about["meeting_id"]),
        "body": addresses.body(about["municipality"], about["body"]),
        "municipality": addresses.municipality(about["municipality"]),
        "person": addresses.person(rows(archive, "people", culture)["person_id"][0]),
    }
