"""Lines of a paragraph become one text: hyphenation undone, compound hyphens kept."""

from __future__ import annotations

from collections.abc import Iterable

SOFT = "\u00ad"
# Swedish leaves the hyphen of a shared word part standing: "Mark- och exploatering"
_SHARED = {"och", "eller", "samt", "respektive", "till", "som", "men", "/", "&"}


def join_texts(texts: Iterable[str]) -> str:
    """The lines as one text.

    >>> join_texts(["bostads\\u00ad", "områden"]), join_texts(["Mark-", "och vatten"])
    ('bostadsområden', 'Mark- och vatten')
    >>> join_texts(["Göteborg-", "Borås"])
    'Göteborg-Borås'
    """
    joined = ""
    for text in texts:
        joined = _join(joined, text) if joined else text
    return joined[:-1] + "-" if joined.endswith(SOFT) else joined


def _join(joined: str, text: str) -> str:
    if not joined.endswith((SOFT, "-")) or joined.endswith((" -", " " + SOFT)):
        return f"{joined} {text}"
    stem, first = joined[:-1], text.split(" ", 1)[0]
    if first.strip(",.;:") in _SHARED:
        return f"{stem}- {text}"
    if text[:1].islower() and stem[-1:].isalpha():
        return stem + text
    return f"{stem}-{text}"
