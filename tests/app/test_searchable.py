"""A copy that can be searched is written beside its original, never over it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

import app.searchable
from app.errors import CannotShow
from app.searchable import write_searchable_copy
from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.things_to_rows import Arrival
from extractors.pdf.open import OpenPdf
from schemas.document import SheetWord
from schemas.place import Box, Place
from tests.app import told_paper

WORD = SheetWord(0, "Diarieförd", Place(2, Box(60, 300, 120, 312)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with a paper on whose second sheet OCR read a word."""
    archive = Archive(tmp_path / "a")
    scanned = replace(told_paper.reading(), words=(WORD,))
    with writing(archive):
        arrival = Arrival(told_paper.FILE, told_paper.FILE, told_paper.NOON)
        keep_document(archive, told_paper.pdf(), scanned, arrival, Versions("1"))
    return archive.root


def test_the_words_that_ocr_read_can_be_found_in_the_copy(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kopia.pdf"
    assert write_searchable_copy(told_paper.FILE, folder, out) == (
        f"{out}: 1 blad har fått text som OCR har läst. Originalet är orört."
    )
    with OpenPdf(out.read_bytes()) as opened:
        first, second = opened.pages()
    assert "Diarieförd" in [word.text for word in second.words]
    assert "Diarieförd" not in [word.text for word in first.words]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["kopia.pdf"]


def test_a_screen_reader_is_told_the_copys_language_title_and_paragraphs(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "kopia.pdf"
    write_searchable_copy(told_paper.FILE, folder, out)
    with pikepdf.open(out) as copy:
        assert copy.Root.Lang == "sv-SE" and copy.Root.MarkInfo.Marked
        assert copy.docinfo.Title == told_paper.reading().title
        assert [str(element.S) for element in copy.Root.StructTreeRoot.K.K] == ["/P"]


def test_the_copy_is_named_after_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    write_searchable_copy(told_paper.FILE, folder, None)
    assert (folder.parent / "nämnd-sokbar.pdf").exists()


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF in no archive, in which OCR had nothing to read."""
    path = tmp_path / "nämnd.pdf"
    path.write_bytes(told_paper.pdf())
    monkeypatch.setattr(
        app.searchable, "_read_now", lambda path: (path.name, path.read_bytes(), (), (path.name, None))
    )
    return path


def test_a_pdf_with_text_on_every_sheet_is_copied_as_it_is(paper: Path) -> None:
    out = paper.with_name("kopia.pdf")
    assert "oförändrad kopia" in write_searchable_copy(str(paper), None, out)
    assert out.read_bytes() == paper.read_bytes()


def test_the_original_is_not_written_over(paper: Path) -> None:
    with pytest.raises(CannotShow, match="är originalet, som inte skrivs över"):
        write_searchable_copy(str(paper), None, paper)
    assert paper.read_bytes() == told_paper.pdf()


def test_markdown_and_what_is_not_there_are_refused(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = paper.with_name("nämnd.md")
    note.write_text("# Protokoll\n")
    with pytest.raises(CannotShow, match="är Markdown: text, som redan går att söka i"):
        write_searchable_copy(str(note), None, None)
    monkeypatch.undo()
    with pytest.raises(CannotShow, match="Ingen fil heter"):
        write_searchable_copy(str(paper.with_name("mars.pdf")), None, None)
    assert sorted(path.name for path in paper.parent.iterdir()) == ["nämnd.md", "nämnd.pdf"]
