"""Whether a PDF's font is bold or italic:
what the file says of it, or the font's own word where that is nonsense.
"""

from __future__ import annotations

import ctypes
import re
import struct
from typing import Any

import pypdfium2.raw as pdfium

BOLD_WEIGHT, HEAVIEST = 600, 1000
BOLD_FLAG, ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|fet", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SFNT = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_DIRECTORY, _ENTRY, _MAC_STYLE = 12, 16, 44  # bytes, as the OpenType specification lays them out


def is_odd(font: Any) -> bool:
    """True for the fonts of Windows' "Print To PDF":
    CIDFont+F1, F2, … with stems that make a weight of 3,912.
    """
    return bool(pdfium.FPDFFont_GetWeight(font) > HEAVIEST)


def read_face(font: Any) -> tuple[bool, bool, str]:
    """(bold, italic, name) of an open PDFium font, its name without the mark of a subset."""
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, name, 256)
    printed = name.value.decode("latin-1")
    flags, weight = pdfium.FPDFFont_GetFlags(font), pdfium.FPDFFont_GetWeight(font)
    own = style_of_sfnt(_embedded(font))
    if own or is_odd(font):
        weight = 0  # reckoned from stems: Ghostscript gives plain Liberation Serif 650
    bold = weight >= BOLD_WEIGHT or bool(flags & BOLD_FLAG) or bool(_BOLD_NAME.search(printed))
    italic = bool(flags & ITALIC_FLAG) or bool(_ITALIC_NAME.search(printed))
    if own:
        bold, italic = bold or own[0], italic or own[1]
    return bold, italic, _SUBSET.sub("", printed)


def _embedded(font: Any) -> bytes:
    size = ctypes.c_size_t()
    if not pdfium.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size)) or not size.value:
        return b""
    buffer = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, buffer, size.value, ctypes.byref(size))
    return bytes(buffer)


def style_of_sfnt(data: bytes) -> tuple[bool, bool] | None:
    """(bold, italic) as the `head` table of a TrueType or OpenType font says; None where it has none."""
    if data[:4] not in _SFNT or len(data) < _DIRECTORY:
        return None
    (count,) = struct.unpack_from(">H", data, 4)
    for start in range(_DIRECTORY, min(_DIRECTORY + _ENTRY * count, len(data) - _ENTRY + 1), _ENTRY):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start)
        if tag == b"head" and offset + _MAC_STYLE + 2 <= len(data):
            (style,) = struct.unpack_from(">H", data, offset + _MAC_STYLE)
            return bool(style & 1), bool(style & 2)
    return None
