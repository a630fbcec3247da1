"""Contents lists and lists of matters against the headings that stand in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extractors.protocol.part_reading import PartReading
from extractors.text.entries import Entry, key_of
from schemas.document import ContentsEntry, Section
from schemas.place import box_around
from schemas.warnings import Code, Warned, warn

ALIKE = 90.0  # rapidfuzz's ratio: a word or two that a list leaves out, or OCR has read otherwise
_SHOWN = 6  # headings that a warning names
_MOST_MISSED = 0.2  # of a list: where more is not found, the list names something else than headings


def find_contents(parts: Sequence[PartReading]) -> tuple[ContentsEntry, ...]:
    """The entries in order, each with the section that it names, None where none was found."""
    named = [(key_of(s.heading), s.number, s) for part in parts for s in part.outline.sections]
    by_number = {  # an annex may part the §§ from their list
        matter.sign.paragraph: section_id
        for part in reversed(parts)
        for matter, section_id in zip(part.matters, part.outline.matter_sections, strict=True)
    }
    found: list[ContentsEntry] = []
    for part in parts:
        after = 0  # entries stand in the order of their headings
        for entry in part.entries:
            block = part.blocks[entry.at]
            section_id = by_number.get(entry.paragraph or "")
            if section_id is None:
                at = _named(entry, named, after)
                section_id, after = (named[at][2].section_id, at) if at is not None else (None, after)
            place = block.page.place(box_around(line.box for line in block.lines if line.page is block.page))
            found.append(
                ContentsEntry(
                    len(found),
                    part.part.part_id,
                    entry.number,
                    entry.text,
                    entry.printed_page,
                    section_id,
                    place,
                )
            )
    return tuple(found)


def _named(entry: Entry, sections: Sequence[tuple[str, str | None, Section]], after: int) -> int | None:
    """The section with the entry's words, the first behind the last one found; else one with nearly them."""
    key = key_of(entry.text)
    order = [*range(after, len(sections)), *range(after)]
    same = [at for at in order if sections[at][0] == key]
    numbered = [at for at in same if entry.number and sections[at][1] == entry.number]
    if same:
        found: int = (numbered or same)[0]
        return found
    near: list[int] = [at for at in order if fuzz.ratio(key, sections[at][0]) >= ALIKE]
    return near[0] if near else None


def tell_missing_headings(contents: Sequence[ContentsEntry]) -> Iterator[Warned]:
    """A warning where a list names a few headings that were not found."""
    missing = [entry for entry in contents if entry.section_id is None and entry.names_a_heading]
    if missing and len(missing) <= _MOST_MISSED * len(contents):
        shown = ", ".join(f"”{entry.text}” (tryckt sida {entry.printed_page})" for entry in missing[:_SHOWN])
        yield warn(Code.HEADINGS_INCOMPLETE, count=len(missing), shown=shown)
