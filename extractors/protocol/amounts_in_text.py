"""Amounts and percentages of running text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.protocol.part_reading import PartReading
from schemas.document import Amount, Paragraph
from schemas.page import Page, Word
from schemas.place import Place, box_around
from swedish.numbers.amounts import AmountMention, find_amounts
from swedish.numbers.units import to_kronor

_DROPPED = re.compile(r"[\s\u00ad-]+")  # what joining lines may add or take away


def find_amounts_in(document_id: str, parts: Sequence[PartReading]) -> tuple[Amount, ...]:
    """The amounts of every paragraph, in order."""
    found: list[Amount] = []
    outlines = [part.outline for part in parts]
    for paragraph, words in (each for o in outlines for each in zip(o.paragraphs, o.words, strict=True)):
        if not any(map(str.isdigit, paragraph.text)):
            continue
        for mention in find_amounts(paragraph.text):
            printed = _words_of(paragraph, mention, words)
            if printed and all(word.struck for _, word in printed):
                continue  # struck out: the paragraph keeps it, and nobody says it
            place = _place(paragraph, printed)
            found.append(amount_of(amount_id(document_id, len(found)), paragraph, mention, place))
    return tuple(found)


def amount_id(document_id: str, number: int) -> str:
    return f"{document_id}-a{number:04d}"


def amount_of(amount_id: str, paragraph: Paragraph, mention: AmountMention, place: Place) -> Amount:
    """The mention as it is published."""
    return Amount(
        amount_id=amount_id,
        paragraph_id=paragraph.paragraph_id,
        raw=mention.raw,
        value=mention.value,
        unit=mention.unit.name,
        value_sek=None if mention.value is None else to_kronor(mention.value, mention.unit),
        approximate=mention.approximate,
        place=place,
    )


def _words_of(
    paragraph: Paragraph, mention: AmountMention, words: Sequence[tuple[Page, Word]]
) -> list[tuple[Page, Word]]:
    """The words that print the mention."""
    start = len(_DROPPED.sub("", paragraph.text[: mention.start]))
    end = start + len(_DROPPED.sub("", mention.raw))
    hit: list[tuple[Page, Word]] = []
    offset = 0
    for page, word in words:
        length = len(_DROPPED.sub("", word.text))
        if offset < end and offset + length > start:
            hit.append((page, word))
        offset += length
    return hit


def _place(paragraph: Paragraph, printed: Sequence[tuple[Page, Word]]) -> Place:
    """Around the words, on the sheet where they begin."""
    if not printed:
        return paragraph.place
    page = printed[0][0]
    return page.place(box_around(word.box for held, word in printed if held is page))
