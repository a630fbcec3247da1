"""A document is found by what a person has at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import writing
from archive.lookup import find_documents
from archive.release import publish
from tests.archive.test_release import add


@pytest.mark.parametrize("published", [False, True])
def test_by_name_beginning_and_digits(tmp_path: Path, published: bool) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        first, second = add(archive, "Nämnden maj", "Nämnden majsol")
        if published:
            publish(archive)
    assert find_documents(archive, "Nämnden maj.pdf") == [first]
    assert find_documents(archive, "nämnden maj") == sorted([first, second])
    assert find_documents(archive, "nämnden majs") == [second]
    assert find_documents(archive, first[:12]) == [first]
    assert find_documents(archive, "maj") == []
