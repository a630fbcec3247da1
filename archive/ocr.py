"""What OCR made of a document's sheets, kept beside the original:
a second reading need not cost minutes again.
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import asdict, fields, replace
from typing import Any

from archive.kept_warnings import kept_to_warning, warning_to_kept
from archive.layout import Archive
from schemas.kinds import TextSource
from schemas.page import Page, Rule, SheetsByOcr, SidewaysLine, Word
from schemas.place import Box

OCR_FILE = "ocr.json.gz"


def read_by_ocr(archive: Archive, sha256: str) -> SheetsByOcr:
    """Empty where OCR has not looked at the document, or the document is not in the archive.

    What cannot be understood is as good as nothing: it was kept to spare time, and the sheets are read again.
    Warnings of older archives are sentences, and are read as such.
    """
    try:
        kept = json.loads(gzip.decompress((archive.bundle(sha256) / OCR_FILE).read_bytes()))
        sheets = {int(number): _to_page(page) if page else None for number, page in kept["sheets"].items()}
        return SheetsByOcr(kept["by"], sheets)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return SheetsByOcr()


def by_ocr_to_bytes(looked: SheetsByOcr) -> bytes:
    """The same bytes for the same sheets."""
    sheets = {
        str(number): _from_page(page) if page else None for number, page in sorted(looked.sheets.items())
    }
    text = json.dumps({"by": looked.by, "sheets": sheets}, separators=(",", ":"))  # half surrogates too
    return gzip.compress(text.encode(), mtime=0)


def _from_page(page: Page) -> dict[str, Any]:
    bare = asdict(replace(page, words=(), rules=(), images=(), warnings=(), sideways=()))
    return bare | {
        "words": [_from_word(word) for word in page.words],
        "sideways": [[line.upwards, *map(_from_word, line.words)] for line in page.sideways],
        "rules": [[*_edges(rule.box), rule.filled, rule.colour] for rule in page.rules],
        "images": [_edges(box) for box in page.images],
        "warnings": [warning_to_kept(warning) for warning in page.warnings],
    }


def _from_word(word: Word) -> list[Any]:
    return [word.text, *_edges(word.box), word.size, word.bold, word.italic, word.colour, word.invisible]


def _to_word(kept: list[Any]) -> Word:
    """Older archives do not say which words are without ink."""
    text, x0, top, x1, bottom, *style = kept
    word = Word(text, Box(x0, top, x1, bottom), *style[:4])
    return replace(word, invisible=style[4]) if style[4:] else word


def _to_page(kept: dict[str, Any]) -> Page:
    """Older archives have no turned lines."""
    kept = {"sideways": []} | kept
    known = {field.name: kept[field.name] for field in fields(Page)}
    return Page(
        **known
        | {
            "words": tuple(map(_to_word, kept["words"])),
            "sideways": tuple(
                SidewaysLine(tuple(map(_to_word, words)), up) for up, *words in kept["sideways"]
            ),
            "rules": tuple(Rule(Box(*rest[:4]), *rest[4:]) for rest in kept["rules"]),
            "images": tuple(Box(*edges) for edges in kept["images"]),
            "text_source": TextSource(kept["text_source"]),
            "warnings": tuple(map(kept_to_warning, kept["warnings"])),
        }
    )


def _edges(box: Box) -> list[float]:
    return [box.x0, box.top, box.x1, box.bottom]
