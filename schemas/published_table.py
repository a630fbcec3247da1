"""What a table of the release is: its name, its key and its columns."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from schemas.columns import Column

CONTRACT_VERSION = "1"


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table of the release: `key` names the columns that are unique together.

    >>> from schemas.columns import DOCUMENT_ID
    >>> PublishedTable("parts", "A part.", ("document_id",), (DOCUMENT_ID,)).schema.names
    ['document_id']
    """

    name: str
    says: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        notes = {"description": self.says, "key": ",".join(self.key), "contract_version": CONTRACT_VERSION}
        return pa.schema([column.field for column in self.columns], metadata=notes)
