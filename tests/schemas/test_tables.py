"""The published tables: every column described, named alike, typed as the contract says."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pyarrow as pa
import pytest

from schemas import kinds
from schemas.columns import Column
from schemas.datapackage import describe_table, type_name
from schemas.dictionary import dictionary
from schemas.published_table import CONTRACT_VERSION, PublishedTable
from schemas.tables import TABLES_OF_RELEASE
from schemas.warning_codes import WarningCode

CONTRACT = Path(__file__).parents[3] / "shared" / "contract.md"
PARTITION = "shelf"
NAMES = [table.name for table in TABLES_OF_RELEASE]
COLUMNS = [(table.name, column) for table in TABLES_OF_RELEASE for column in table.columns]
SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

# The contract's own: levels of headings and of duplicates, readings as numbers and as printed, a reason and
# its places.
ADDED = {
    "corrections",
    "words",
    "contents",
}  # since the contract's first version: tables and columns may be added
HOMONYMS = {"level", "expected", "found", "evidence"}

AWAITED = {  # of the contract, with work still to be done; what has come is taken off this list
    "documents": {"is_current", "revision_of", "fiscal_year"},
}
each_table = pytest.mark.parametrize("table", TABLES_OF_RELEASE, ids=NAMES)
each_column = pytest.mark.parametrize(
    "column", [column for _, column in COLUMNS], ids=[f"{table}.{column.name}" for table, column in COLUMNS]
)


def test_no_two_tables_share_a_name() -> None:
    assert len(set(NAMES)) == len(NAMES)


@each_column
def test_a_column_says_in_a_sentence_what_it_is(column: Column) -> None:
    assert len(column.says) > 8
    assert column.says.endswith(".")
    assert "\n" not in column.says


@each_column
def test_a_column_is_named_in_snake_case(column: Column) -> None:
    assert SNAKE_CASE.fullmatch(column.name)
    assert column.name != PARTITION


@each_table
def test_a_table_names_its_key_among_its_columns(table: PublishedTable) -> None:
    columns = {column.name: column for column in table.columns}
    assert len(columns) == len(table.columns)
    assert SNAKE_CASE.fullmatch(table.name)
    assert table.key
    assert all(not columns[name].nullable for name in table.key)


@each_table
def test_the_arrow_schema_carries_what_is_said(table: PublishedTable) -> None:
    notes = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert notes == {
        "description": table.says,
        "key": ",".join(table.key),
        "contract_version": CONTRACT_VERSION,
    }
    for column, field in zip(table.columns, table.schema, strict=True):
        assert (field.name, field.type, field.nullable) == (column.name, column.type, column.nullable)
        assert field.metadata[b"description"].decode() == column.says
        assert field.metadata.get(b"unit", b"").decode() == (column.unit or "")


@each_column
def test_a_closed_list_is_told_wherever_the_column_is(column: Column) -> None:
    table = next(table for table in TABLES_OF_RELEASE if column in table.columns)
    [field] = [each for each in describe_table(table)["schema"]["fields"] if each["name"] == column.name]
    if column.kind is None:
        assert "enum" not in str(field)
        return
    words = [member.value for member in column.kind]
    constraints = field.get("arrayItem", field)["constraints"]
    assert constraints["enum"] == words
    lines = [line for line in dictionary().splitlines() if line.startswith("|")]
    assert all(any(word in line for line in lines) for word in words)
    if column.kind is not WarningCode:
        assert all(word in column.says for word in words)


def test_every_word_that_the_code_knows_as_a_list_is_some_column_s() -> None:
    """Only what became of a file in a run is told and not published."""
    lists = {kind for kind in vars(kinds).values() if isinstance(kind, type) and issubclass(kind, StrEnum)}
    published = {column.kind for _, column in COLUMNS} | {kinds.DifferenceKind}
    assert lists - published == {kinds.Fate, StrEnum}


@each_table
def test_no_amount_is_a_float(table: PublishedTable) -> None:
    """Only places, sizes, and shares from 0 to 1 are."""
    floats = {field.name for field in table.schema if pa.types.is_floating(field.type)}
    assert floats <= {"x0", "top", "x1", "bottom", "width", "height", "confidence", "similarity"}


@each_table
def test_a_name_has_one_type_and_one_unit(table: PublishedTable) -> None:
    for column in (column for column in table.columns if column.name not in HOMONYMS):
        others = [c for other in TABLES_OF_RELEASE for c in other.columns if c.name == column.name]
        assert {(other.type, other.unit) for other in others} == {(column.type, column.unit)}


@each_table
def test_the_data_package_describes_every_column(table: PublishedTable) -> None:
    resource = describe_table(table)
    assert [field["name"] for field in resource["schema"]["fields"]] == [
        column.name for column in table.columns
    ]
    assert all(field["description"] for field in resource["schema"]["fields"])
    assert resource["schema"]["primaryKey"] == list(table.key)
    for key in resource["schema"]["foreignKeys"]:
        other = next(t for t in TABLES_OF_RELEASE if t.name == key["reference"]["resource"])
        assert other.key == (key["reference"]["fields"],)


def test_every_type_has_a_name_in_the_data_package() -> None:
    assert {type_name(column.type) for _, column in COLUMNS} <= {
        *("string", "integer", "number", "boolean", "date", "datetime", "array")
    }


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract's own text is not beside this checkout")
def test_every_table_and_column_of_the_contract_is_there() -> None:
    published = {table.name: {column.name for column in table.columns} for table in TABLES_OF_RELEASE}
    stated = _columns_of_the_contract()
    assert [table for table, _ in stated] == [name for name in NAMES if name not in ADDED]
    assert {
        table: columns - published[table] for table, columns in stated if columns - published[table]
    } == AWAITED


def _columns_of_the_contract() -> list[tuple[str, set[str]]]:
    """Names before any parenthesis, from the contract's table of tables."""
    found = []
    for line in CONTRACT.read_text(encoding="utf-8").split("## Tables", 1)[1].splitlines():
        cells = line.strip("|").split("|")
        if line.startswith("|") and len(cells) == 3 and cells[0].strip() in NAMES:
            bare = cells[2].replace("**", "")
            while bare != (bare := re.sub(r"\([^()]*\)", "", bare)):
                pass
            found.append((cells[0].strip(), {name.strip() for name in bare.split(",")}))
    return found
