"""What two documents say of each other, kept a folder a side:
each side holds the rows it owns in the release.

`between/3f/<sha256>/<partner>/`: a folder without files says that the two were held against each other and
that none of the rows are this side's.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from archive.documents import mark_changed
from archive.durable import move_into_place, new_aside, remove_tree, sync_folder, sync_tree, write_synced
from archive.layout import Archive
from archive.partitions import read_rows, table_bytes

Rows = Mapping[str, pa.Table]


def keep_pair(archive: Archive, sides: Mapping[str, tuple[str, Rows]]) -> None:
    """Commit both sides: by document, its partner and the rows it owns. What they said before is replaced."""
    for sha256 in sides:
        mark_changed(archive, sha256)
    for sha256, (partner, rows) in sides.items():
        _drop_side(archive, sha256, partner)
        aside = new_aside(archive.tmp, "pair")
        for name, table in rows.items():
            if table.num_rows:
                write_synced(aside / f"{name}.parquet", table_bytes(table))
        sync_tree(aside)
        move_into_place(aside, archive.partners(sha256) / partner)


def drop_pair(archive: Archive, first: str, last: str) -> None:
    """Forget the pair, on the side of `last` last:
    whoever looks there again after a kill finds what is left to do.
    """
    for sha256, partner in ((first, last), (last, first)):
        mark_changed(archive, sha256)
        _drop_side(archive, sha256, partner)


def partners_of(archive: Archive, sha256: str) -> list[str]:
    """The documents it is held against."""
    return sorted(folder.name for folder in archive.partners(sha256).glob("*"))


def read_between(archive: Archive, sha256: str) -> list[dict[str, pa.Table]]:
    """The rows the document owns, a dict of tables a partner."""
    return [read_side(archive, sha256, partner) for partner in partners_of(archive, sha256)]


def read_side(archive: Archive, sha256: str, partner: str) -> dict[str, pa.Table]:
    """The rows of the pair that the document owns."""
    return {
        file.stem: read_rows(file) for file in sorted((archive.partners(sha256) / partner).glob("*.parquet"))
    }


def _drop_side(archive: Archive, sha256: str, partner: str) -> None:
    folder = archive.partners(sha256) / partner
    if folder.exists():
        remove_tree(folder, archive.tmp)
        sync_folder(folder.parent)
