"""Where everything lies in an archive, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

EMPTY_SHELF = "empty"
PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder that only this package writes in."""

    root: Path

    @property
    def documents(self) -> Path:
        return self.root / "documents"

    @property
    def between(self) -> Path:
        """What two documents say of each other: a folder for each document, in it one for each partner."""
        return self.root / "between"

    @property
    def index(self) -> Path:
        """By which documents find their kin; made anew from the documents if it is not there."""
        return self.root / "index"

    @property
    def quarantine(self) -> Path:
        return self.root / "quarantine"

    @property
    def attached(self) -> Path:
        """PDFs that lay inside other files, until they are documents of their own."""
        return self.root / "attached"

    @property
    def changed(self) -> Path:
        """One empty file for each sha256 that the release does not show yet as it is."""
        return self.root / "changed"

    @property
    def releases(self) -> Path:
        return self.root / "releases"

    @property
    def release(self) -> Path:
        """The link that readers follow."""
        return self.root / "release"

    @property
    def search(self) -> Path:
        """The search index of each release; made anew from the documents where it is not there."""
        return self.root / "search"

    @property
    def pinned(self) -> Path:
        return self.root / "pinned"

    @property
    def tmp(self) -> Path:
        return self.root / "tmp"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def events(self) -> Path:
        return self.root / "events.jsonl"

    @property
    def corrections(self) -> Path:
        """What people say is printed; theirs to edit, and never replaced by a run."""
        return self.root / "corrections.csv"

    @property
    def marks(self) -> Path:
        """What people have said of findings."""
        return self.root / "marks.jsonl"

    def bundle(self, sha256: str) -> Path:
        return self.documents / sha256[:2] / sha256

    def partners(self, sha256: str) -> Path:
        return self.between / sha256[:2] / sha256

    def waiting(self, sha256: str) -> Path:
        return self.attached / sha256[:2] / sha256

    def quarantined(self, sha256: str) -> Path:
        return self.quarantine / sha256[:2] / f"{sha256}.json"


def shelf_of(sha256: str) -> str:
    """The partition a document's rows stand in; the letter keeps readers from taking it for a number.

    >>> shelf_of("3f09ab")
    's3f'
    """
    return f"s{sha256[:2]}"


def part_path(table: str, shelf: str) -> str:
    """Where a shelf of a table lies, from the release's root."""
    return f"{table}/shelf={shelf}/part-0.parquet"
