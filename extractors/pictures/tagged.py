"""A PDF made for screen readers: its language, its title, and which of its text is a paragraph."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from schemas.document import SheetWord

_LANGUAGES = {"sv": "sv-SE", "fi": "fi-FI", "en": "en-GB"}
_APART = 0.9  # of a word's height: a greater gap down begins a paragraph


def tag_copy(pdf: bytes, words: Mapping[int, Sequence[SheetWord]], title: str, language: str | None) -> bytes:
    """The PDF with a title, a language and, on each named sheet (from 1), its words tagged as paragraphs.

    The words are the last text objects of the sheet, one each, in the order given; what stands before them is
    a picture of the same and is passed over by a screen reader. A file with tags of its own keeps them.
    """
    with Pdf.open(io.BytesIO(pdf)) as opened:
        _describe(opened, title, _LANGUAGES.get(language or "sv", "sv-SE"))
        if Name.StructTreeRoot not in opened.Root:
            _tag(opened, words)
        out = io.BytesIO()
        opened.save(out, deterministic_id=True)
        return out.getvalue()


def _describe(opened: Pdf, title: str, language: str) -> None:
    opened.Root.Lang = String(language)
    opened.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as about:
        about["dc:title"] = title
        about["dc:language"] = [language]


def _tag(opened: Pdf, words: Mapping[int, Sequence[SheetWord]]) -> None:
    root = opened.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = opened.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    parents = Array()
    for key, number in enumerate(sorted(words)):
        page = opened.pages[number - 1]
        starts = list(_paragraph_starts(words[number]))
        if _mark_words(opened, page, len(starts)):
            page.obj.StructParents = key
            page.obj.Tabs = Name.S
            parents.append(key)
            parents.append(_paragraphs(opened, document, page, starts))
    root.K = document
    root.ParentTree = opened.make_indirect(Dictionary(Nums=parents))
    root.ParentTreeNextKey = len(words)
    opened.Root.StructTreeRoot = root
    # other sheets have text that nobody has tagged: what reads the file aloud is told so
    opened.Root.MarkInfo = Dictionary(Marked=True, Suspects=len(words) < len(opened.pages))


def _paragraph_starts(words: Sequence[SheetWord]) -> Iterator[bool]:
    """Whether each word begins a paragraph: it stands lower than the next line would, or goes up again."""
    before = None
    for word in words:
        box = word.place.box
        if before is None or box is None:
            yield before is None
        else:
            yield box.top - before.bottom > _APART * before.height or box.bottom < before.top
        before = box or before


def _mark_words(opened: Pdf, page: pikepdf.Page, count: int) -> bool:
    """Number the last `count` text objects of the sheet; False where there are not so many."""
    operations = list(pikepdf.parse_content_stream(page))
    begins = [at for at, each in enumerate(operations) if each.operator == Operator("BT")]
    if len(begins) < count or not count:
        return False
    marked: list[Any] = [
        ([Name.Artifact], Operator("BMC")),
        *operations[: begins[-count]],
        ([], Operator("EMC")),
    ]
    number = -1
    for each in operations[begins[-count] :]:
        if each.operator == Operator("BT"):
            number += 1
            marked.append(([Name.P, Dictionary(MCID=number)], Operator("BDC")))
        marked.append(each)
        if each.operator == Operator("ET"):
            marked.append(([], Operator("EMC")))
    page.Contents = opened.make_stream(pikepdf.unparse_content_stream(marked))
    return True


def _paragraphs(opened: Pdf, document: Any, page: pikepdf.Page, starts: Sequence[bool]) -> Array:
    """A paragraph element for each run of words; by word, the element it belongs to."""
    owners = Array()
    element: Any = None
    for number, is_start in enumerate(starts):
        if is_start:
            made = Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=Array())
            element = opened.make_indirect(made)
            document.K.append(element)
        element.K.append(number)
        owners.append(element)
    return owners
