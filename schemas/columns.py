"""Each published column, described once: Arrow type, unit where it has one, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import pyarrow as pa

from schemas.kinds import TextSource, listed
from schemas.warning_codes import WarningCode

AMOUNT = pa.decimal128(38, 6)
STRINGS = pa.list_(pa.string())


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `nullable` False means that every row has it; `kind` is the closed list of its words."""

    name: str
    type: pa.DataType
    says: str
    unit: str | None = None
    nullable: bool = True
    kind: type[StrEnum] | None = None

    def required(self) -> Column:
        return replace(self, nullable=False)

    def named(self, name: str, says: str | None = None) -> Column:
        """The column under another name, and with another description where one is given.

        >>> DOCUMENT_ID.named("document_id_a").says == DOCUMENT_ID.says, RAW.named("raw", "As read.").says
        (True, 'As read.')
        """
        return replace(self, name=name, says=says or self.says)

    @property
    def field(self) -> pa.Field:
        notes = {"description": self.says} | ({"unit": self.unit} if self.unit else {})
        return pa.field(self.name, self.type, nullable=self.nullable, metadata=notes)


def text(name: str, says: str) -> Column:
    return Column(name, pa.string(), says)


def choice(name: str, kind: type[StrEnum], says: str = "{values}.") -> Column:
    """A word from a closed list; `{values}` in what it says are the words.

    >>> from schemas.kinds import Relation
    >>> choice("relation", Relation, "How the two differ: {values}.").says
    'How the two differ: identical, near or changed.'
    """
    return Column(name, pa.string(), says.format(values=listed(kind)), kind=kind)


def texts(name: str, says: str) -> Column:
    return Column(name, STRINGS, says)


def count(name: str, says: str, unit: str | None = None) -> Column:
    return Column(name, pa.int32(), says, unit)


def points(name: str, says: str) -> Column:
    return Column(name, pa.float64(), says, "pt")


def amount(name: str, says: str, unit: str | None = None) -> Column:
    return Column(name, AMOUNT, says, unit)


def flag(name: str, says: str) -> Column:
    return Column(name, pa.bool_(), says)


def moment(name: str, says: str) -> Column:
    return Column(name, pa.timestamp("us", tz="UTC"), says, "UTC")


DOCUMENT_ID = text("document_id", "First 16 hex digits of the file's sha256.").required()
PART_ID = text("part_id", "The part (protocol, memo, annex, notice) it belongs to; a key of `parts`.")
SECTION_ID = text(
    "section_id", "The nearest heading above it; a key of `sections`, null before the first heading."
)
TABLE_ID = text("table_id", "The logical table; a key of `tables`.").required()
DECISION_ID = text("decision_id", "The § it belongs to; a key of `decisions`, null for the whole meeting.")
PARAGRAPH_ID = text("paragraph_id", "The paragraph it stands in; a key of `paragraphs`.")
CORRECTION_ID = text(
    "correction_id", "The correction that says what is printed here; a key of `corrections`."
)
RAW_READ = text("raw_read", "What the extractors read, where a correction says what is printed; else null.")
PAGE = count("page", "The PDF's sheet, counted from 1; null where the input had no sheets (Markdown).")
FIRST_PAGE = count(
    "first_page", "The sheet where it begins, counted from 1; null where the input had no sheets."
)
LAST_PAGE = count("last_page", "The sheet where it ends, counted from 1; null where the input had no sheets.")
ROW = count("row", "Row of the logical table, header rows included, counted from 0.").required()
COLUMN = count("column", "Column of the logical table, counted from 0 (the label column).").required()
RAW = text("raw", "The characters as printed.").required()
UNIT = text(
    "unit", "Unit as the contract writes it (kr, tkr, mnkr, mdkr, EUR, procent, antal, …); others as printed."
)
VALUE_SEK = amount("value_sek", "The value in kronor; null where it is no Swedish money.", "kr")
WARNINGS = texts("warnings", "What was skipped, guessed or not read, in Swedish.")
WARNING_CODES = Column(
    "warning_codes",
    STRINGS,
    "The code of each of `warnings`, in the same order; null where it was read before codes.",
    kind=WarningCode,
)
TEXT_SOURCE = choice("text_source", TextSource).required()
SAYS = text("says", "A sentence a person understands.").required()
SHA256 = text("sha256", "SHA-256 of the file's bytes, hex.").required()
FILE_NAME = text("file_name", "The file's name when its bytes first came in.")
SOURCE_URI = text(
    "source_uri", "Where the file came from, as given: a path relative to what was named, or an address."
)
BOX = (
    points(
        "x0", "Left edge, from the left of the sheet as a person sees it; null where the input gave no place."
    ),
    points("top", "Upper edge, from the top of the sheet as a person sees it."),
    points("x1", "Right edge, from the left of the sheet."),
    points("bottom", "Lower edge, from the top of the sheet."),
)

DIFFERENCE = pa.list_(
    pa.struct([pa.field("kind", pa.string()), pa.field("a", pa.string()), pa.field("b", pa.string())])
)
CLAIM = pa.list_(
    pa.struct(
        [
            pa.field("document_id", pa.string()),
            pa.field("page", pa.int32()),
            *(pa.field(c.name, c.type) for c in BOX),
            pa.field("raw", pa.string()),
            pa.field("fact_id", pa.string()),
            pa.field("amount_id", pa.string()),
            pa.field("paragraph_id", pa.string()),
        ]
    )
)
