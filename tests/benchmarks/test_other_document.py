"""A reading made that of another document: whatever names the one is gone, and the rest is as it was read."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2

from benchmarks.made_up_names import MUNICIPALITIES, word_of
from benchmarks.other_document import Document, Original, other_diary_number, other_document
from reconcilers.reconcile import reconcile
from tests.readings import read_pdf

SAMPLE = Path(__file__).parents[2] / "samples" / "protokoll" / "protokoll.pdf"
NUMBER, COPY = 9, 4  # a number divisible by three: the word is in a title too


@cache
def original() -> Original:
    reading = read_pdf(SAMPLE)
    return Original(Document(SAMPLE.read_bytes(), reading, reconcile(reading)))


def other(number: int = NUMBER, copy: int = COPY, seed: int = 1) -> Document:
    return other_document(original(), number, seed, copy)


def test_the_file_is_another_one_that_opens_as_the_same_sheets() -> None:
    pdf = other().pdf
    assert pdf.endswith(b"%%EOF\n%kopia 4\n")
    assert hashlib.sha256(pdf).hexdigest() == other().reading.source.sha256
    assert len(pypdfium2.PdfDocument(pdf)) == original().document.reading.page_count


def test_nothing_that_names_the_original_is_left() -> None:
    old = original().document.reading
    people = {person.name for person in old.people}
    numbers = {number for decision in old.decisions for number in decision.diary_numbers}
    assert old.municipality and old.meeting_date and len(people) > 10 and len(numbers) > 3
    names = {old.source.sha256, old.source.document_id, old.municipality, old.municipality.split()[0]}
    names |= {old.meeting_date.isoformat(), *people, *numbers}
    told = repr(original().document)
    assert [name for name in names if name in told] == list(names)
    made = repr((other().reading, other().proved))
    assert [name for name in names if name in made] == []


def test_figures_places_and_how_many_of_each_stay() -> None:
    old, new = original().document.reading, other().reading
    assert [(fact.value, fact.place) for fact in new.facts] == [
        (fact.value, fact.place) for fact in old.facts
    ]
    assert [amount.raw for amount in new.amounts] == [amount.raw for amount in old.amounts]
    for table in ("pages", "parts", "sections", "paragraphs", "decisions", "people", "votes", "contents"):
        assert len(getattr(new, table)) == len(getattr(old, table))
    assert [person.role for person in new.people] == [person.role for person in old.people]


def test_people_keep_apart_and_those_of_a_party_come_from_its_seats() -> None:
    old, new = original().document.reading, other().reading
    pairs = {(one.name, another.name) for one, another in zip(old.people, new.people, strict=True)}
    assert len(pairs) == len({one for one, _ in pairs}) == len({another for _, another in pairs})


def test_the_word_stands_in_one_paragraph_and_in_a_third_of_documents_in_a_title() -> None:
    word, new = word_of(NUMBER), other().reading
    assert sum(word in paragraph.text for paragraph in new.paragraphs) == 1
    [titled] = [decision for decision in new.decisions if word in decision.title]
    [heading] = [section for section in new.sections if word in section.heading]
    assert titled.section_id == heading.section_id
    plain = other(NUMBER + 1).reading
    assert not any(word_of(NUMBER + 1) in decision.title for decision in plain.decisions)


def test_copies_follow_from_their_number_their_seed_and_nothing_else() -> None:
    again = Original(original().document)
    assert other_document(again, NUMBER, 1, COPY) == other()
    assert other(seed=2).reading.people != other().reading.people


def test_fifty_copies_in_a_row_stand_in_fifty_municipalities() -> None:
    stand = {other(2 * copy, copy).reading.municipality for copy in range(len(MUNICIPALITIES))}
    assert stand == set(MUNICIPALITIES)


def test_a_reading_that_names_nothing_is_made_another_all_the_same() -> None:
    bare = replace(
        original().document.reading, municipality=None, meeting_date=None, diary_number=None, body=None,
        people=(), decisions=(), paragraphs=(),
    )  # fmt: skip
    made = other_document(Original(replace(original().document, reading=bare)), NUMBER, 1, COPY).reading
    assert made.municipality in MUNICIPALITIES and made.meeting_date is not None
    assert made.source.file_name.split("-")[2:3] == ["protokoll"]


def test_a_diary_number_without_digits_or_year_is_taken_as_it_is() -> None:
    dice = random.Random(3)
    assert other_diary_number("Dnr saknas", 2016, dice) == "Dnr saknas"
    assert other_diary_number("2023", 2016, dice) == "2016"
    assert other_diary_number("SAND/88/10.03.01/2025", 2016, dice).endswith("/10.03.01/2016")
