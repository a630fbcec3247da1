"""The reference printed by other engines, scaled, turned and scanned: the facts must not change.

python -m benchmarks.printed [SHARED]
"""

from __future__ import annotations

import ctypes
import io
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from benchmarks.corpus import find_reference
from benchmarks.scores import Scores, ingest, score
from benchmarks.told import Told, run_alone

ENGINES: dict[str, list[str]] = {  # from Debian: ghostscript, poppler-utils, mupdf-tools
    "Ghostscript": ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-o", "{out}", "{pdf}"],
    "Cairo": ["pdftocairo", "-pdf", "{pdf}", "{out}"],
    "MuPDF (its fonts without a map, so OCR)": ["mutool", "draw", "-q", "-F", "pdf", "-o", "{out}", "{pdf}"],
}
LEAST = {
    "Ghostscript": 1.0,
    "Cairo": 1.0,
    "scaled to 71 %": 1.0,
    "turned by 90 degrees": 1.0,
    "scanned": 0.98,
}
DPI, SKEW = 200, 1.0


def copies(pdf: Path, folder: Path) -> Iterator[tuple[str, Path | None]]:
    """Each name with the copy that was made; None where its engine is not installed."""
    for number, (name, command) in enumerate(ENGINES.items()):
        out = folder / f"engine-{number}.pdf"
        if shutil.which(command[0]) is None:
            yield name, None
            continue
        filled = [part.format(pdf=pdf, out=out) for part in command]
        subprocess.run(filled, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        yield name, out
    makers: dict[str, Callable[[pypdfium2.PdfDocument], bytes]] = {
        "scaled to 71 %": _scaled,
        "turned by 90 degrees": _turned,
        "scanned": _scanned,
    }
    for name, make in makers.items():
        out = folder / f"{name.split()[0]}.pdf"
        out.write_bytes(make(pypdfium2.PdfDocument(pdf)))
        yield name, out


def _scaled(pdf: pypdfium2.PdfDocument, factor: float = 0.7071) -> bytes:
    for page in pdf:
        left, bottom, right, top = (factor * side for side in page.get_bbox())  # the inherited one too
        matrix, clip = pdfium.FS_MATRIX(factor, 0, 0, factor, 0, 0), pdfium.FS_RECTF(left, top, right, bottom)
        pdfium.FPDFPage_TransFormWithClip(page, ctypes.byref(matrix), ctypes.byref(clip))
        page.set_mediabox(left, bottom, right, top)
        page.set_cropbox(left, bottom, right, top)
    return _saved(pdf)


def _turned(pdf: pypdfium2.PdfDocument) -> bytes:
    for page in pdf:
        page.set_rotation((page.get_rotation() + 90) % 360)
    return _saved(pdf)


def _scanned(pdf: pypdfium2.PdfDocument) -> bytes:
    sheets = [page.render(scale=DPI / 72).to_pil().convert("L") for page in pdf]
    crooked = [sheet.rotate(SKEW, Image.Resampling.BICUBIC, fillcolor=255) for sheet in sheets]
    held = io.BytesIO()
    crooked[0].save(held, "PDF", save_all=True, append_images=crooked[1:], resolution=DPI, quality=75)
    return held.getvalue()


def _saved(pdf: pypdfium2.PdfDocument) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def measure(shared: Path) -> Iterator[tuple[str, Scores | None, float]]:
    """Each copy's measures, None where its engine is not installed,
    and how many seconds a sheet reading took.
    """
    reference = find_reference(shared)
    if reference is None:
        return
    score_py = shared / "measure" / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        for name, copy in copies(reference.pdf, Path(folder)):
            if copy is None:
                yield name, None, 0.0
                continue
            start = time.perf_counter()
            release = ingest([copy], Path(folder) / copy.stem)
            seconds = (time.perf_counter() - start) / reference.gold["document"]["pages"]
            yield name, score(release, reference.gold_file, score_py, copy.name), seconds


def bench(told: Told, shared: Path) -> None:
    """A line a copy; a copy whose facts fall short of what was reached breaks a limit."""
    told.say("The reference printed otherwise: facts, cells, headings, text (1 is all); seconds a sheet")
    for name, scores, seconds in measure(shared):
        if scores is None:
            told.say(f"  {name:42} not installed")
            continue
        values = "  ".join(f"{scores[each].value:.4f}" for each in ("facts", "cells", "headings", "text"))
        told.say(f"  {name:42} {values}  {seconds:6.2f} s")
        key = name.split()[0].lower()
        told.note(**{f"{key}_facts": scores["facts"].value, f"{key}_seconds": seconds})
        if scores["facts"].value < LEAST.get(name, 0.0):
            told.break_limit(f"{name}: facts {scores['facts'].value:.4f}, less than {LEAST[name]}")


if __name__ == "__main__":
    raise SystemExit(run_alone(bench))
