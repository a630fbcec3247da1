"""The data dictionary: a chapter a table, a line a column, as it stands in docs."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa

from schemas.columns import CLAIM, Column
from schemas.dictionary import _line, dictionary
from schemas.tables import TABLES_OF_RELEASE

ROOT = Path(__file__).parents[2]


def test_the_dictionary_in_docs_is_up_to_date() -> None:
    assert (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == dictionary()


def test_every_table_is_a_chapter_with_a_line_for_each_of_its_columns() -> None:
    chapters = re.split(r"^## ", dictionary(), flags=re.MULTILINE)[1:]
    assert [each.splitlines()[0] for each in chapters[:-1]] == [table.name for table in TABLES_OF_RELEASE]
    for chapter, table in zip(chapters[:-1], TABLES_OF_RELEASE, strict=True):
        assert re.findall(r"^\| `(\w+)` \|", chapter, re.M) == [column.name for column in table.columns]


def test_a_line_says_type_unit_and_whether_it_may_be_missing() -> None:
    column = Column("share", pa.float64(), "Of one | of all.", "pt", nullable=False)
    assert _line(column) == "| `share` | double | pt | no | Of one \\| of all. |"
    assert _line(Column("evidence", CLAIM, "Places.")).split(" | ")[1:4] == ["list of struct", "", "yes"]
