"""A phrase as it is printed, and what follows: amounts, and all that repeats the text it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from extractors.corrections.carry import carry_into_decisions, carry_into_people
from extractors.corrections.target import Target
from extractors.protocol.amounts_in_text import amount_id, amount_of
from schemas.correction import Correction
from schemas.document import Amount, Extraction, Paragraph
from schemas.place import stands_on
from swedish.align import blocks_of
from swedish.numbers.amounts import AmountMention, find_amounts


def correct_text(reading: Extraction, correction: Correction, target: Target) -> Extraction:
    """The reading with the phrase as printed in its paragraph, heading or title of a table."""
    paragraph = next((p for p in reading.paragraphs if p.paragraph_id == target.target_id), None)
    section = next((s for s in reading.sections if s.section_id == target.target_id), None)
    table = next((t for t in reading.tables if t.table_id == target.target_id), None)
    old = (
        paragraph.text if paragraph else section.heading if section else (table.title or "") if table else ""
    )
    new = old[: target.start] + correction.printed + old[target.start + len(target.raw) :]
    page = target.place.page
    if paragraph:
        ids = (*paragraph.correction_ids, correction.correction_id)
        reading = _with_paragraph(reading, replace(paragraph, text=new, correction_ids=ids))
    else:
        reading = _with_title(reading, old, new, page)
    reading = carry_into_people(reading, old, new, page)
    if page != correction.page:  # a paragraph that began on the sheet before
        reading = carry_into_people(reading, old, new, correction.page)
    return carry_into_decisions(reading, old, new, page)


def _with_paragraph(reading: Extraction, paragraph: Paragraph) -> Extraction:
    paragraphs = [paragraph if p.paragraph_id == paragraph.paragraph_id else p for p in reading.paragraphs]
    amounts = _amounts_again(reading, paragraph)
    return replace(reading, paragraphs=tuple(paragraphs), amounts=amounts)


def _amounts_again(reading: Extraction, paragraph: Paragraph) -> tuple[Amount, ...]:
    """The paragraph's amounts read anew; those that were there before keep their ids and their places."""
    before = [amount for amount in reading.amounts if amount.paragraph_id == paragraph.paragraph_id]
    mentions = find_amounts(paragraph.text)
    pairs = _pairs([amount.raw for amount in before], [mention.raw for mention in mentions])
    unused = _unused_ids(reading)
    after: list[Amount] = []
    for old, new in pairs:
        if new is None:
            continue
        known = before[old] if old is not None else None
        own_id = known.amount_id if known else next(unused)
        after.append(_amount(own_id, paragraph, mentions[new], known))
    order = {p.paragraph_id: number for number, p in enumerate(reading.paragraphs)}
    others = [amount for amount in reading.amounts if amount.paragraph_id != paragraph.paragraph_id]
    return tuple(sorted([*others, *after], key=lambda amount: order[amount.paragraph_id]))


def _amount(own_id: str, paragraph: Paragraph, mention: AmountMention, known: Amount | None) -> Amount:
    return amount_of(own_id, paragraph, mention, known.place if known else paragraph.place)


def _unused_ids(reading: Extraction) -> Iterator[str]:
    """Ids that no amount of the reading has."""
    taken = {amount.amount_id for amount in reading.amounts}
    ids = (amount_id(reading.source.document_id, number) for number in count(len(taken)))
    return (each for each in ids if each not in taken)


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which amount became which, in the order of the new ones; None for one that came or went."""
    pairs: list[tuple[int | None, int | None]] = []
    for _, a0, a1, b0, b1 in blocks_of(before, after):
        both = min(a1 - a0, b1 - b0)
        pairs += [(a0 + i, b0 + i) for i in range(both)]
        pairs += [(i, None) for i in range(a0 + both, a1)]
        pairs += [(None, i) for i in range(b0 + both, b1)]
    return pairs


def _with_title(reading: Extraction, old: str, new: str, page: int | None) -> Extraction:
    """Headings on the sheet, and the titles that repeat them."""
    sections = [
        replace(s, heading=new) if (s.heading, s.first_page) == (old, page) else s for s in reading.sections
    ]
    parts = [
        replace(p, title=new) if p.title == old and stands_on(page, p.first_page, p.last_page) else p
        for p in reading.parts
    ]
    tables = [replace(t, title=new) if (t.title, t.first_page) == (old, page) else t for t in reading.tables]
    title = new if reading.title == old else reading.title
    return replace(reading, sections=tuple(sections), parts=tuple(parts), tables=tuple(tables), title=title)
