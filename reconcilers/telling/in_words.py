"""Readings as they are quoted in a sentence."""

from __future__ import annotations

LONGEST = 400  # characters of a reading; a finding's readings together stay well below what a person reads


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning to a whole word.

    >>> shorten("ett två tre", 9)
    'ett två …'
    """
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + " …"


def on_page(page: int | None) -> str:
    """
    >>> on_page(3), on_page(None)
    ('på sidan 3', '')
    """
    return "" if page is None else f"på sidan {page}"


def quoted(text: str) -> str:
    """In Swedish quotation marks, shortened.

    >>> quoted("ja")
    '”ja”'
    """
    return f"”{shorten(text, 160)}”"
