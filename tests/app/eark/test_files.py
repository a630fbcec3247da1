"""What is hashed is what is written, and what is read back is held against it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.eark.files import PDF, TEXT, copy_file, digests, raise_if_not_as_written, write_file
from app.errors import CannotExport


def test_a_copy_is_hashed_while_it_is_read(tmp_path: Path) -> None:
    content = b"%PDF" * 600_000  # more than one piece
    (tmp_path / "a.pdf").write_bytes(content)
    copied = copy_file(tmp_path / "a.pdf", tmp_path / "p", "data/original.pdf", PDF)
    assert (copied.size, copied.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert digests(tmp_path / "p") == {"data/original.pdf": copied.sha256}


def test_a_file_less_more_or_other_is_told(tmp_path: Path) -> None:
    files = [write_file(tmp_path, name, name.encode(), TEXT) for name in ("a", "b")]
    raise_if_not_as_written(tmp_path, files)
    (tmp_path / "a").write_bytes(b"other")
    (tmp_path / "b").unlink()
    (tmp_path / "c").touch()
    with pytest.raises(CannotExport, match=r"\(a, b, c\)"):
        raise_if_not_as_written(tmp_path, files)
