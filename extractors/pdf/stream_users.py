"""Which sheets use a file's broken streams:
pdfminer follows the objects, as PDFium does not give their numbers.

Asked only where something is broken; an old object that a later version of the file replaced harms no sheet.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from extractors.pdf.streams import BrokenStream, is_cut

_DRAWN = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+Do\b")
_CATALOGUE = re.compile(rb"(\d+)\s+\d+\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog\b", re.DOTALL)
_ESCAPED = re.compile(r"#([0-9A-Fa-f]{2})")
_NOT_OF_FONT = ("Resources", "Parent")  # a font of drawn glyphs may name those of the sheet
_Named = Mapping[str, Any]


class Harm(Enum):
    """What of a sheet is broken: its own drawing (ends too early, or was altered), a font, a picture."""

    CUT = "cut"
    ALTERED = "altered"
    FONT = "font"
    PICTURE = "picture"


class NotFollowed(Exception):
    """pdfminer cannot follow the file's objects from sheet to stream; the message names its exception."""


def find_harms(pdf: bytes, broken: Iterable[BrokenStream], page_count: int) -> dict[int, frozenset[Harm]]:
    """What is broken of each harmed sheet, by number from 1.

    Raises NotFollowed where that cannot be told, also where pdfminer counts other than `page_count` sheets.
    """
    try:
        file = _open(pdf, tuple(broken))
        leaves = list(_leaves(file.document.catalog.get("Pages"), {}, set()))
        if len(leaves) != page_count:
            raise NotFollowed(f"{len(leaves)} sidor av {page_count}")
        harms = {number: frozenset(_harms_of(file, *leaf)) for number, leaf in enumerate(leaves, start=1)}
    except (MemoryError, NotFollowed):
        raise
    except Exception as error:  # pdfminer raises whatever a damaged object leads it to
        raise NotFollowed(type(error).__name__) from error
    return {number: found for number, found in harms.items() if found}


@dataclass(frozen=True, slots=True)
class _File:
    """The file's objects as pdfminer finds them, and which of them are broken."""

    pdf: bytes
    document: Any
    broken: Mapping[int, list[BrokenStream]]

    def harm(self, ref: Any) -> Harm | None:
        """What is wrong with the object itself; nothing where `ref` is no reference."""
        number = _number(ref)
        if not number:
            return None
        holder, position = self._place(number)
        if holder:  # of a holder that is cut, what comes before the cut is as it was
            streams = [each for each in self.broken.get(holder, ()) if each.altered]
        else:
            streams = [each for each in self.broken.get(number, ()) if self._is_at(each, position)]
        if streams:
            return Harm.ALTERED if all(each.altered for each in streams) else Harm.CUT
        return Harm.CUT if self._is_lost(number, position, ref) else None

    def _place(self, number: int) -> tuple[int, int | None]:
        """The number of the stream that holds the object (0:
        none does), and where it begins (None: nobody says).
        """
        for table in self.document.xrefs:
            try:
                holder, at, _ = table.get_pos(number)
            except KeyError:
                continue
            return (holder, None) if holder else (0, at)
        return 0, None

    def _is_at(self, stream: BrokenStream, position: int | None) -> bool:
        """True where the broken stream is the object in use, and not an older one with its number."""
        return position is None or (
            position <= stream.position and not self.pdf[position : stream.position].strip()
        )

    def _is_lost(self, number: int, position: int | None, ref: Any) -> bool:
        """True where the object is nowhere, or what stands in its place is none.

        That it stands elsewhere than the file says is no loss: PDFium looks for it, where pdfminer does not.
        """
        heading = rb"(?<!\d)%d\s+\d+\s+obj\b" % number
        if _value(ref) is not None:
            return False
        in_place = position is not None and re.compile(heading + rb"(?!\s*null)").match(self.pdf, position)
        return bool(in_place) or not re.search(heading, self.pdf)


def _open(pdf: bytes, broken: tuple[BrokenStream, ...]) -> _File:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # that data are lost is told by us, and in Swedish
    by_number: dict[int, list[BrokenStream]] = {}
    for stream in broken:
        by_number.setdefault(stream.number, []).append(stream)
    return _File(pdf, PDFDocument(PDFParser(io.BytesIO(_ended(pdf)))), by_number)


def _ended(pdf: bytes) -> bytes:
    """The file with a trailer where its end is cut off:
    PDFium looks for the catalogue itself, pdfminer does not.
    """
    catalogues = _CATALOGUE.findall(pdf) if is_cut(pdf) else []
    return (
        b"%s\ntrailer\n<< /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n" % (pdf, catalogues[-1])
        if catalogues
        else pdf
    )


def _leaves(node: Any, inherited: _Named, seen: set[int]) -> Iterator[tuple[Any, _Named]]:
    """Each sheet's reference and dictionary, in order, with what it inherits; empty for one that is lost."""
    number = _number(node)
    if number in seen:
        return
    seen.update({number} - {0})
    found = _value(node)
    if not isinstance(found, dict):
        yield node, {}
    elif "Kids" in found:
        resources = {"Resources": found["Resources"]} if "Resources" in found else inherited
        for kid in _value(found["Kids"]) or ():
            yield from _leaves(kid, resources, seen)
    else:
        yield node, {**inherited, **found}


def _harms_of(file: _File, ref: Any, page: _Named) -> Iterator[Harm]:
    contents, resources = page.get("Contents"), page.get("Resources")
    listed = _value(contents)
    yield from _told(file.harm(each) for each in (ref, resources, contents))
    yield from _harms_drawn(file, listed if isinstance(listed, list) else [contents], resources, set())


def _harms_drawn(file: _File, code: list[Any], resources: Any, seen: set[int]) -> Iterator[Harm]:
    """Of the streams that draw, and of the forms, pictures and fonts that they draw with."""
    yield from _told(map(file.harm, code))
    if any(isinstance(_value(ref), dict) for ref in code):  # the keyword `stream` itself is damaged
        yield Harm.CUT
    held = _value(resources) or {}
    names = _names_drawn(code)
    for name, shape in (_value(held.get("XObject")) or {}).items():
        if (names is None or name in names) and _number(shape) not in seen:
            seen.add(_number(shape))
            yield from _harms_of_shape(file, shape, resources, seen)
    for font in (_value(held.get("Font")) or {}).values():
        yield from _told([file.harm(font)])
        if any(map(file.harm, _reached(font, set()))):
            yield Harm.FONT


def _harms_of_shape(file: _File, shape: Any, resources: Any, seen: set[int]) -> Iterator[Harm]:
    """Of a form, as of the sheet that draws it; a picture is one harm whatever befell it."""
    attributes = getattr(_value(shape), "attrs", {})
    if _name(attributes.get("Subtype")) != "Image":
        yield from _harms_drawn(file, [shape], attributes.get("Resources", resources), seen)
    elif file.harm(shape):
        yield Harm.PICTURE


def _told(harms: Iterable[Harm | None]) -> Iterator[Harm]:
    return (harm for harm in harms if harm)


def _names_drawn(code: Iterable[Any]) -> set[str] | None:
    """The names of what is drawn besides text and lines; None where that cannot be told."""
    names: set[str] = set()
    for ref in code:
        stream = _value(ref)
        try:
            data = stream.get_data() if stream is not None else b""
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a filter that pdfminer cannot undo; everything at hand may be drawn
            return None
        names.update(_unescaped(name.decode("latin-1")) for name in _DRAWN.findall(data))
    return names


def _unescaped(name: str) -> str:
    """The name without its escapes.

    >>> _unescaped("Bild#201")
    'Bild 1'
    """
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), name)


def _reached(value: Any, seen: set[int]) -> Iterator[Any]:
    """Every reference in a font, and in what these refer to:
    its descriptor, program, maps and drawn glyphs.
    """
    found = _value(value)
    held = getattr(found, "attrs", found)
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for key, each in inner:
        number = _number(each)
        if key in _NOT_OF_FONT or number in seen:
            continue
        if number:
            seen.add(number)
            yield each
        yield from _reached(each, seen)


def _number(ref: Any) -> int:
    """The number of the object referred to, 0 for a value that stands where it is used."""
    from pdfminer.pdftypes import PDFObjRef

    return int(ref.objid) if isinstance(ref, PDFObjRef) else 0


def _value(ref: Any) -> Any:
    from pdfminer.pdftypes import resolve1

    return resolve1(ref)


def _name(literal: Any) -> str:
    return str(getattr(_value(literal), "name", ""))
