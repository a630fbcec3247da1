"""The data dictionary, docs/data-dictionary.md: `python -m schemas.dictionary > docs/data-dictionary.md`."""

from __future__ import annotations

import sys

from schemas.columns import Column
from schemas.published_table import CONTRACT_VERSION, PublishedTable
from schemas.tables import TABLES_OF_RELEASE
from schemas.warnings import meanings

_HEAD = f"""# Data dictionary

Every table and column of a release, contract version {CONTRACT_VERSION}. Generated from
`schemas/tables.py` by `python -m schemas.dictionary`; a test fails when this file is behind.

Each table has one more column when it is read as a folder: `shelf`, the partition its file lies in (`s3f` for
documents whose sha256 begins with 3f).
"""


def dictionary() -> str:
    """The whole file."""
    return "\n".join([_HEAD, *(_chapter(table) for table in TABLES_OF_RELEASE), _warning_codes()])


def _warning_codes() -> str:
    """What each code means, and what a person is told; arguments stand in braces."""
    lines = [f"| `{code}` | {means} | {_cell(says)} |" for code, (means, says) in meanings().items()]
    head = [
        "## Warning codes",
        "",
        "What `warning_codes` can hold, and the sentence of each in `warnings`; what stands in braces is the",
        "document's own.",
        "",
        "| code | what it means | what is said |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *lines]) + "\n"


def _chapter(table: PublishedTable) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    head = ["| column | type | unit | null | what it is |", "|---|---|---|---|---|"]
    lines = [*head, *(_line(column) for column in table.columns)]
    return f"## {table.name}\n\n{table.says} Key: {key}.\n\n" + "\n".join(lines) + "\n"


def _line(column: Column) -> str:
    nullable = "yes" if column.nullable else "no"
    return f"| `{column.name}` | {_type(column)} | {column.unit or ''} | {nullable} | {_cell(column.says)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _type(column: Column) -> str:
    """Arrow's own words, shortened where they name a whole struct."""
    return "list of struct" if str(column.type).startswith("list<item: struct") else str(column.type)


if __name__ == "__main__":
    sys.stdout.write(dictionary())
