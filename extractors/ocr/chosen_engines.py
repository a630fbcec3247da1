"""Which engines read: another one is a file of its own, and its name here."""

from __future__ import annotations

from extractors.ocr.engine import FirstReader, SecondReader


def first_reader() -> FirstReader:
    """The engine that is asked first."""
    from extractors.ocr import rapid

    return rapid


def second_reader() -> SecondReader:
    """The engine that is held against it."""
    from extractors.ocr import tesseract

    return tesseract
