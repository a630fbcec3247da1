"""Streams of a file that do not decode whole: PDFium draws them as far as they go, and says nothing.

Looked for in the bytes alone, without the file's objects: a sound file is to cost next to nothing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

_PIECE = 1 << 16  # one inflates to 66 MB at most
_LONGEST_HEAD = 1 << 14
_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_FILTER = re.compile(rb"/Filter\s*(?:/(\w+)|\[([^]]*)\])")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_DEFLATED_PICTURE = re.compile(rb"/Subtype\s*/Image(?=.*/Fl)|/Fl(?=.*/Subtype\s*/Image)", re.DOTALL)
_NAMES = {b"Fl": b"FlateDecode", b"A85": b"ASCII85Decode", b"AHx": b"ASCIIHexDecode", b"DCT": b"DCTDecode"}
_CHECKSUM = 4
_EOL = b"\r\n"
_SPACE = b"\0\t\n\f\r "


@dataclass(frozen=True, slots=True)
class BrokenStream:
    """A stream that ends before its data do, or (`altered`) whose data do not match their checksum.

    `position` is where its object, `number`, begins in the file; 0 and -1 where its heading is lost.
    """

    number: int
    position: int
    altered: bool


@dataclass(frozen=True, slots=True)
class _Stream:
    number: int
    position: int
    head: bytes
    start: int
    end: int


def find_broken_streams(pdf: bytes, *, pictures: bool = True) -> tuple[BrokenStream, ...]:
    """Every stream that is broken, in use or not;
    what cannot be judged (encrypted, LZW, fax) is taken as sound.

    Deflated `pictures` cost more than all else together, and matter where text stands in them.
    """
    # all streams are then noise to us; PDFium reads them where only the owner has a password
    if b"/Encrypt" in pdf:
        return ()
    return tuple(
        BrokenStream(stream.number, stream.position, fault == "altered")
        for stream in _streams(pdf)
        if (pictures or not _DEFLATED_PICTURE.search(stream.head)) and (fault := _fault(pdf, stream))
    )


def is_cut(pdf: bytes) -> bool:
    """True where the file's end is missing, and with it the places of its objects,
    which PDFium then looks for.
    """
    return b"startxref" not in pdf[-4096:]


def _streams(pdf: bytes) -> Iterator[_Stream]:
    end = 0
    at = pdf.find(b"stream")
    while at >= 0:
        start = _data_after(pdf, at)
        if start:
            end = _end_of(pdf, start)
            yield _Stream(*_heading(pdf, at), start, end)
        # of a stream whose own keyword is damaged
        elif at - 3 != end and pdf.startswith(b"endstream", at - 3):
            yield _Stream(0, -1, b"", at, at)
        at = pdf.find(b"stream", end if start else at + 6)


def _heading(pdf: bytes, at: int) -> tuple[int, int, bytes]:
    """Number, position and dictionary of the object whose keyword `stream` stands at `at`."""
    begin = max(0, at - _LONGEST_HEAD)
    begin = max(begin, pdf.rfind(b"endobj", begin, at))
    found = max(_OBJECT.finditer(pdf, begin, at), key=re.Match.start, default=None)
    return (int(found[1]), found.start(), pdf[found.end() : at]) if found else (0, -1, pdf[begin:at])


def _data_after(pdf: bytes, at: int) -> int:
    """Where the data begin after the keyword `stream` at `at`; 0 where it is only a word."""
    if not pdf[max(0, at - 16) : at].rstrip(_SPACE).endswith(b">>"):
        return 0
    after = at + len(b"stream")
    if pdf.startswith(b"\r\n", after):
        return after + 2
    return after + 1 if pdf[after : after + 1] in (b"\n", b"\r") else 0


def _end_of(pdf: bytes, start: int) -> int:
    end = pdf.find(b"endstream", start)
    end = len(pdf) if end < 0 else end
    # where the keyword itself is damaged, the next one is another stream's
    lost = pdf.find(b"endobj", start, end)
    return end if lost < 0 else lost


def _fault(pdf: bytes, stream: _Stream) -> str | None:
    """ "cut" or "altered", None for a stream that is whole or cannot be judged."""
    if not stream.number:
        return "cut"
    filters = _filters(stream.head)
    if not filters or filters[0] not in _JUDGED:
        return None
    fault = _fault_of(pdf[stream.start : stream.end], filters)
    length = _LENGTH.search(stream.head)
    if fault and length and stream.start + int(length[1]) > stream.end:  # the word may stand among the data
        return _fault_of(pdf[stream.start : stream.start + int(length[1])], filters) and fault
    return fault


def _filters(head: bytes) -> list[bytes]:
    found = _FILTER.search(head)
    if not found:
        return []
    names = [found[1]] if found[1] else re.findall(rb"/(\w+)", found[2])
    return [_NAMES.get(name, name) for name in names]


_JUDGED = (b"FlateDecode", b"ASCII85Decode", b"ASCIIHexDecode", b"DCTDecode")


def _fault_of(data: bytes, filters: list[bytes]) -> str | None:
    if filters[0] == b"DCTDecode":
        return None if not data.strip(_EOL) or b"\xff\xd9" in data else "cut"
    if filters[0] == b"FlateDecode":
        return _fault_of_deflated(data)
    if filters[1:2] != [b"FlateDecode"]:
        return None
    try:
        inner = _from_ascii85(data) if filters[0] == b"ASCII85Decode" else _from_hex(data)
    except ValueError:
        return "cut"
    return _fault_of_deflated(inner)


def _fault_of_deflated(data: bytes) -> str | None:
    if not data.strip(_EOL):  # an empty stream holds nothing that could be lost
        return None
    if _inflates(zlib.decompressobj(), data):
        return None
    raw = zlib.decompressobj(-zlib.MAX_WBITS)
    if not _has_heading(data) or not _inflates(raw, data[2:]):
        return "cut"
    return "altered" if _denies(raw.unused_data) else None


def _denies(rest: bytes) -> bool:
    """True where a checksum stands after the data (which it does not match);
    some leave it out, or write zeros.
    """
    rest = rest.removesuffix(b"\n").removesuffix(b"\r")
    return len(rest) >= _CHECKSUM and (any(rest[:_CHECKSUM]) or len(rest) > 2 * _CHECKSUM)


def _has_heading(data: bytes) -> bool:
    return len(data) > 2 and data[0] & 15 == 8 and not (data[0] << 8 | data[1]) % 31


def _inflates(inflater: zlib._Decompress, data: bytes) -> bool:
    """True where the data come to the end that they themselves mark."""
    view = memoryview(data)
    try:
        for at in range(0, len(data), _PIECE):
            inflater.decompress(view[at : at + _PIECE])
            if inflater.eof:
                return True
    except zlib.error:
        return False
    return False


def _from_hex(data: bytes) -> bytes:
    digits = data.split(b">")[0]
    digits += b"0" * (len(digits.translate(None, _SPACE)) % 2)
    return bytes.fromhex(digits.translate(None, _SPACE).decode("latin-1"))


def _from_ascii85(data: bytes) -> bytes:
    """What the five-character groups stand for.

    Raises ValueError where a sign is none of the 85.

    >>> _from_ascii85(b"87cURD]j7BEbo7~>")
    b'Hello world'
    """
    signs = data.translate(None, _SPACE).removeprefix(b"<~").split(b"~")[0].replace(b"z", b"!!!!!")
    missing = -len(signs) % 5
    digits = np.frombuffer(signs + b"u" * missing, np.uint8).astype(np.int64) - ord("!")
    if digits.size and (digits.min() < 0 or digits.max() > 84):
        raise ValueError
    words = digits.reshape(-1, 5) @ np.array([85**4, 85**3, 85**2, 85, 1])
    whole: bytes = words.astype(">u4").tobytes()
    return whole[: len(whole) - missing]
