"""A copy of a scan that any PDF reader can search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from app.errors import CannotShow
from schemas.document import SheetWord

_Read = tuple[str, bytes, Iterable[SheetWord], tuple[str, str | None]]


def write_searchable_copy(key: str, folder: Path | None, out: Path | None) -> str:
    """Writes the copy of the document that `key` names,
    in the archive or as a PDF's path; says what was done.

    Raises CannotShow where there is no such document,
    and where the copy would take the place of its original.
    """
    from extractors.kinds import is_markdown

    name, pdf, words, about = _read_now(Path(key)) if folder is None else _as_kept(key, folder)
    out = out or Path(f"{Path(name).stem}-sokbar.pdf")
    if folder is None and out.exists() and out.samefile(key):
        raise CannotShow(f"{out} är originalet, som inte skrivs över. Ange ett annat namn med -o.")
    if is_markdown(pdf, name):
        raise CannotShow(f"{name} är Markdown: text, som redan går att söka i.")
    by_sheet: dict[int, list[SheetWord]] = defaultdict(list)
    for word in words:
        if word.place.page is not None:
            by_sheet[word.place.page].append(word)
    aside = out.with_name(f".{out.name}.part")
    aside.write_bytes(_copy(pdf, by_sheet, about) if by_sheet else pdf)
    aside.replace(out)
    if not by_sheet:
        return f"{out}: en oförändrad kopia, alla blad har redan text."
    return f"{out}: {len(by_sheet)} blad har fått text som OCR har läst. Originalet är orört."


def _copy(pdf: bytes, words: dict[int, list[SheetWord]], about: tuple[str, str | None]) -> bytes:
    """With the words, and tagged for screen readers under the document's title and language."""
    from extractors.pictures.searchable import write_searchable
    from extractors.pictures.tagged import tag_copy

    return tag_copy(write_searchable(pdf, words), words, *about)


def _as_kept(key: str, folder: Path) -> _Read:
    """Name, bytes, words by OCR, and (title, language)."""
    from app.show import find_document
    from archive.documents import read_arrival, read_document, read_original
    from archive.layout import Archive
    from archive.rows_to_things import tables_to_extraction

    archive = Archive(folder)
    sha256 = find_document(key, folder)
    arrival = read_arrival(archive, sha256)
    reading = tables_to_extraction(read_document(archive, sha256))
    name = arrival.file_name if arrival else sha256[:16]
    return name, read_original(archive, sha256), reading.words, (reading.title or name, reading.language)


def _read_now(path: Path) -> _Read:
    from app.progress import sheets_on_terminal
    from app.show import read_file
    from flows.steps.files import read_bytes

    if not path.is_file():
        raise CannotShow(f"Ingen fil heter {path}. Ange --archive för att söka i ett arkiv.")
    with sheets_on_terminal(path.name) as hear:
        reading = read_file(path, hear)
    return path.name, read_bytes(path), reading.words, (reading.title or path.name, reading.language)
