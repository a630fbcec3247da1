"""A sheet is drawn of a PDF at hand, and of a document in an archive by its name or id."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from app.drawn import draw_to_file
from app.errors import CannotShow
from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.things_to_rows import Arrival
from tests.app import told_paper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    archive = Archive(tmp_path / "a")
    with writing(archive):
        arrival = Arrival(told_paper.FILE, told_paper.FILE, told_paper.NOON)
        keep_document(archive, told_paper.pdf(), told_paper.reading(), arrival, Versions("1"))
    return archive.root


def test_a_document_of_an_archive_is_drawn_by_name_and_by_id(folder: Path, tmp_path: Path) -> None:
    keys = (told_paper.FILE, told_paper.reading().source.document_id)
    drawn = [draw_to_file(key, folder, 2, tmp_path / f"{n}.png") for n, key in enumerate(keys)]
    assert drawn[0].read_bytes() == drawn[1].read_bytes()
    with Image.open(drawn[0]) as picture:
        assert picture.width > 500


def test_the_picture_is_named_after_the_file_and_the_sheet(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert draw_to_file(told_paper.FILE, folder, 1, None) == Path("nämnd-1.png")
    Path("annan.pdf").write_bytes(told_paper.pdf())
    assert draw_to_file("annan.pdf", None, 2, None) == Path("annan-2.png")


def test_markdown_and_what_is_not_there_are_refused(folder: Path, tmp_path: Path) -> None:
    note = tmp_path / "nämnd.md"
    note.write_text("# Protokoll\n")
    with pytest.raises(CannotShow, match="har inga blad att rita"):
        draw_to_file(str(note), None, 1, None)
    with pytest.raises(CannotShow, match="paragraf list visar dem som finns"):
        draw_to_file("mars.pdf", folder, 1, None)
