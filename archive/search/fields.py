"""The fields of the index, and a unit as a document of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import tantivy

from archive.search.unit import Unit
from swedish.dates import MONTHS
from swedish.search_words import Word, find_words
from swedish.slugs import slug

FORMAT = 4  # another one is another index: it is built anew
WORDS, STEMS, PARTS = "words", "stems", "parts"
TOP_STEMS, TOP_PARTS = "top_stems", "top_parts"
CONTEXT = "context"  # whose document it is and of when: asked for beside what stands in it
BREAK = "¶"  # stands between passages, so that no phrase goes over them
KEYS = ("id", "document_id", "meeting_id", "paragraph", "diary", "person_id")
FACETS = ("kind", "municipality", "body", "year", "part_kind", "severity", "finding_kind")


@dataclass(frozen=True, slots=True)
class About:
    """What all units of a document share."""

    document_id: str
    municipality: str = ""
    body: str = ""
    day: date | None = None
    meeting_id: str = ""
    title: str = ""

    @property
    def slugs(self) -> tuple[str, str]:
        return slug(self.municipality), slug(self.body)

    @property
    def says(self) -> str:
        day = (
            f"{self.day.isoformat()} {self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"
            if self.day
            else ""
        )
        return f"{self.municipality} {self.body} {day} {self.title}"


def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORDS, tokenizer_name="whitespace", index_option="position")
    for name in (STEMS, PARTS, TOP_STEMS, TOP_PARTS, CONTEXT):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in KEYS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=name == "id")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_float_field("amount", indexed=True, fast=True)
    builder.add_bytes_field("shown", stored=True)
    return builder.build()


def to_document(unit: Unit, about: About) -> tantivy.Document:
    """The unit as the index keeps it."""
    document = tantivy.Document()
    _add_text(document, unit, about)
    keys = {
        "id": [unit.id],
        "document_id": [about.document_id],
        "meeting_id": [about.meeting_id],
        "paragraph": [unit.paragraph],
        "diary": [diary_key(number) for number in unit.diary_numbers],
        "person_id": unit.person_ids,
        "kind": [unit.kind.value],
        "municipality": [about.slugs[0]],
        "body": [about.slugs[1]],
        "year": [str(about.day.year) if about.day else ""],
        "part_kind": [unit.part_kind],
        "severity": [unit.severity],
        "finding_kind": [unit.finding_kind],
    }
    for name, values in keys.items():
        for value in filter(None, values):
            document.add_text(name, value)
    document.add_integer("day", day_number(about.day))
    for amount in unit.amounts:
        document.add_float("amount", amount)
    document.add_bytes("shown", unit.to_json(about.document_id))
    return document


def day_number(day: date | None) -> int:
    """20240617; 0 where no day is known."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def diary_key(number: str) -> str:
    """A diary number however it is written: one matter has one key.

    >>> diary_key("KS 2024-00375 1.1.2.1"), diary_key("KS/2024:375"), diary_key("Dnr 2024-375")
    ('ks 2024-375', 'ks 2024-375', '2024-375')
    """
    words = [word.word for word in find_words(number) if word.word != "dnr"]
    return " ".join(words[: _last_of_number(words)])


def _last_of_number(words: list[str]) -> int:
    """Behind the first word with a year and a number: what follows is the archive's plan."""
    for place, word in enumerate(words, 1):
        if "-" in word and any(piece.isdigit() and len(piece) == 4 for piece in word.split("-")):
            return place
    return len(words)


def _add_text(document: tantivy.Document, unit: Unit, about: About) -> None:
    passages = [list(find_words(passage.text)) for passage in unit.passages]
    document.add_text(WORDS, f" {BREAK} ".join(" ".join(word.word for word in words) for words in passages))
    everything = [word for words in passages for word in words]
    document.add_text(STEMS, _stems(everything))
    document.add_text(PARTS, _parts(everything))
    document.add_text(CONTEXT, _stems(find_words(about.says)))
    top = [word for text in unit.top for word in find_words(text)]
    document.add_text(TOP_STEMS, _stems(top))
    document.add_text(TOP_PARTS, _parts(top))


def _stems(words: Iterable[Word]) -> str:
    return " ".join(stem for word in words for stem in word.stems)


def _parts(words: Iterable[Word]) -> str:
    return " ".join(part for word in words for part in word.parts)


def about_of(row: dict[str, Any]) -> About:
    """Of a row of `documents`."""
    return About(
        row["document_id"],
        row["municipality"] or "",
        row["body"] or "",
        row["meeting_date"],
        row.get("meeting_id") or "",
        row["title"] or "",
    )
