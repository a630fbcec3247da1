"""The second OCR reader, Tesseract with Swedish, where it is installed: its words and where they stand.

The only file that knows Tesseract; it is run as a program of its own, with one thread.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from functools import cache

import cv2

from extractors.ocr.engine import EngineFailed, SeenWord
from extractors.pdf.render import Pixels

NAME = "tesseract"
SIZES = (2.0, 3.0, 1.5)  # one size lets it see what another does not
TIMEOUT = 90
_WHOLE_SHEET, _ONE_BLOCK = 3, 6  # its page segmentation modes


@cache
def find_tesseract() -> str | None:
    """The program's path, None where it is not installed or has no Swedish."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "--list-langs"], capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if "swe" in told.stdout.split() else None


def is_installed() -> bool:
    """True where the program is there, with Swedish."""
    return find_tesseract() is not None


def read_words(grey: Pixels, dpi: int, *, one_block: bool = False) -> list[SeenWord] | None:
    """Every word Tesseract sees; None where it is not installed.
    Raises EngineFailed where it took too long or crashed.
    """
    program = find_tesseract()
    if program is None:
        return None
    encoded = cv2.imencode(".png", grey, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()
    layout = str(_ONE_BLOCK if one_block else _WHOLE_SHEET)
    command = [program, "-", "-", "--dpi", str(dpi), "-l", "swe", "--psm", layout, "tsv"]
    try:
        done = subprocess.run(
            command,
            input=encoded,
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineFailed(type(error).__name__) from error
    return _words_of_tsv(done.stdout.decode("utf-8", "replace"))


def _words_of_tsv(tsv: str) -> list[SeenWord]:
    """The words of Tesseract's table.

    >>> head = "level\\tleft\\ttop\\twidth\\theight\\ttext"
    >>> _words_of_tsv(head + "\\n5\\t10\\t20\\t30\\t8\\tSumma\\n4\\t0\\t0\\t90\\t9\\t")
    [SeenWord(text='Summa', left=10, top=20, right=40, bottom=28)]
    """
    words = []
    for row in csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] == "5" and text:
            left, top, width, height = (int(row[key]) for key in ("left", "top", "width", "height"))
            words.append(SeenWord(text, left, top, left + width, top + height))
    return words
