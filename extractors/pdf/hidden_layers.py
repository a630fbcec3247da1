"""Layers (optional content) that are switched off: in the file, and not on the sheet."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from extractors.pdf.render import page_size, render_grey, scale_for

_LAYERS = re.compile(rb"/OCProperties\b")
_SWITCHED_OFF = re.compile(rb"/OFF\s*\[?\s*\d|/BaseState\s*/(?:OFF|Unchanged)|/ViewState\s*/OFF")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^\0]{0,400}?\bstream\r?\n")
_DPI = 72.0
DEEPEST = 8  # forms within forms
MOST_LAYERS = 100  # asked about on a sheet: each is a picture drawn
LONGEST_NAME = 256
MOST_BYTES = 8_000_000  # of one object stream


def has_layers_off(pdf: bytes) -> bool:
    """True where the file has layers of which some may be off; their names may lie in object streams.

    >>> has_layers_off(b"<< /OCProperties << /D << /OFF [ 3 0 R ] >> /OCGs [ 3 0 R ] >> >>")
    True
    >>> has_layers_off(b"<< /OCProperties << /D << /OFF [ ] >> /OCGs [ 3 0 R ] >> >>")
    False
    """
    if _LAYERS.search(pdf):
        return bool(_SWITCHED_OFF.search(pdf)) or any(map(_SWITCHED_OFF.search, _object_streams(pdf)))
    parts = list(_object_streams(pdf))
    return any(map(_LAYERS.search, parts)) and any(map(_SWITCHED_OFF.search, (pdf, *parts)))


def _object_streams(pdf: bytes) -> Iterator[bytes]:
    for found in _OBJECT_STREAM.finditer(pdf):
        try:
            end = pdf.find(b"endstream", found.end())
            yield zlib.decompressobj().decompress(pdf[found.end() : end], MOST_BYTES)
        except zlib.error:  # stored otherwise: nothing is known of its layers
            continue


def leave_out_hidden(page: Any) -> None:
    """Take out of an open page whatever lies in a layer and is not drawn: the page is the same without it.

    PDFium draws what is switched on and says nothing of the rest; so each layer is taken out on trial.
    """
    layers = [list(things) for _, things in groupby(_layered(page), key=lambda thing: thing.layer)]
    if not layers:
        return
    scale = scale_for(page_size(page), _DPI)
    drawn = render_grey(page, scale)
    for things in layers[:MOST_LAYERS]:
        for thing in things:
            pdfium.FPDFPageObj_SetIsActive(thing.shape, False)
        if np.array_equal(render_grey(page, scale), drawn):
            for thing in things:
                thing.take_out(thing.shape)
        else:
            for thing in things:
                pdfium.FPDFPageObj_SetIsActive(thing.shape, True)


@dataclass(frozen=True, slots=True)
class _Layered:
    """A page object that lies in a layer by its marks, or a form, which may do so by itself."""

    shape: Any
    layer: tuple[str, ...]
    take_out: Callable[[Any], object]


def _layered(page: Any) -> Iterator[_Layered]:
    def take_out(shape: Any) -> object:
        return pdfium.FPDFPage_RemoveObject(page, shape)

    shapes = [pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page))]
    yield from _layered_of(shapes, take_out, ())


def _layered_of(
    shapes: list[Any], take_out: Callable[[Any], object], within: tuple[str, ...]
) -> Iterator[_Layered]:
    for index, shape in enumerate(shapes):
        kind = pdfium.FPDFPageObj_GetType(shape)
        layers = _layers_of(shape)
        is_form = kind == pdfium.FPDF_PAGEOBJ_FORM
        if (layers or is_form) and not _is_without_ink(shape, kind, len(within)):
            yield _Layered(shape, (*within, *layers, *([f"form {index}"] if is_form else [])), take_out)
        if is_form and len(within) < DEEPEST:
            count = max(0, pdfium.FPDFFormObj_CountObjects(shape))
            inner = [pdfium.FPDFFormObj_GetObject(shape, at) for at in range(count)]
            yield from _layered_of(inner, _taker_out_of(shape), (*within, f"form {index}"))


def _taker_out_of(form: Any) -> Callable[[Any], object]:
    return lambda shape: pdfium.FPDFFormObj_RemoveObject(form, shape)


def _is_without_ink(shape: Any, kind: int, depth: int) -> bool:
    """True for text drawn without ink, as OCR lays it over a scan, and for a form that holds some: taking it
    out changes no picture.
    """
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        count = max(0, pdfium.FPDFFormObj_CountObjects(shape))
        inner = [pdfium.FPDFFormObj_GetObject(shape, at) for at in range(count)]
        return any(_is_without_ink(each, pdfium.FPDFPageObj_GetType(each), depth + 1) for each in inner)
    if kind != pdfium.FPDF_PAGEOBJ_TEXT:
        return False
    return bool(pdfium.FPDFTextObj_GetTextRenderMode(shape) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _layers_of(shape: Any) -> list[str]:
    """The names of the layers that the object is marked as lying in."""
    marks = (pdfium.FPDFPageObj_GetMark(shape, at) for at in range(pdfium.FPDFPageObj_CountMarks(shape)))
    return [_layer_name(mark) for mark in marks if _text(pdfium.FPDFPageObjMark_GetName, mark) == "OC"]


def _layer_name(mark: Any) -> str:
    return _text(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name")


def _text(get: Callable[..., int], *of: Any) -> str:
    buffer, size = (ctypes.c_ushort * LONGEST_NAME)(), ctypes.c_ulong()
    if not get(*of, buffer, ctypes.sizeof(buffer), ctypes.byref(size)):
        return ""
    return bytes(buffer)[: size.value].decode("utf-16-le", "replace").rstrip("\0")
