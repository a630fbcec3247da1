"""A sheet with what was seen on it, as a file: of a PDF at hand, or of a document in an archive."""

from __future__ import annotations

from pathlib import Path

from app.errors import CannotShow
from app.show import find_document
from archive.documents import original_path, read_arrival
from archive.layout import Archive


def draw_to_file(document: str, folder: Path | None, page: int, out: Path | None) -> Path:
    """Where the PNG is. Raises CannotShow, and `schemas.errors` of a file that is no readable PDF."""
    from extractors.kinds import is_markdown
    from extractors.pictures.draw import draw_page
    from flows.steps.files import read_bytes

    path, name = (Path(document), Path(document).name) if folder is None else _kept(document, folder)
    data = read_bytes(path)
    if is_markdown(data, name):
        raise CannotShow(
            f"{name} är Markdown och har inga blad att rita. paragraf show visar vad som lästes."
        )
    png = draw_page(data, page)
    out = out or Path(f"{Path(name).stem}-{page}.png")
    out.write_bytes(png)
    return out


def _kept(key: str, folder: Path) -> tuple[Path, str]:
    """Where the original lies, and the name it came under."""
    archive, sha256 = Archive(folder), find_document(key, folder)
    arrival = read_arrival(archive, sha256)
    path = original_path(archive, sha256)
    return path, arrival.file_name if arrival and path.suffix == ".pdf" else path.name
