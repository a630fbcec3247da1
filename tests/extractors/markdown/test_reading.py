"""A Markdown file is read as a PDF is, and nothing in it has a place on paper."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from extractors.markdown.reading import extract_markdown
from schemas.document import Source
from schemas.errors import EmptyFile, NotText, TooManyPages
from schemas.kinds import Engine, TextSource
from schemas.place import Box, Place
from schemas.warning_codes import WarningCode
from schemas.warnings import Code
from tests.extractors.markdown.conftest import Reader

SOURCE = Source("ab" * 32, "prov.md")
PAPER = """# Protokoll

Granås kommun, kommunstyrelsen 2025-06-03

## § 12 Budget

Nämnden får 41,3 mnkr. Åtgärderna följs upp.

**Drift, tkr**

| Nämnd | Utfall 2024 |
|---|---|
| Skola | 41 275 |
| Vård | 94 115 |
"""


def places(thing: object) -> Iterator[Place | int]:
    """Every place and every sheet's number in the reading."""
    if isinstance(thing, Place):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            value = getattr(thing, field.name)
            if field.name in ("page", "first_page", "last_page") and value is not None:
                yield value
            yield from places(value)
    elif isinstance(thing, tuple):
        for each in thing:
            yield from places(each)


def test_everything_is_read_and_nothing_has_a_sheet_or_a_box(read: Reader) -> None:
    got = read(PAPER)
    assert (got.text_source, got.page_count, got.pages) == (TextSource.MARKDOWN, 0, ())
    assert {table.engine for table in got.tables} == {Engine.MARKDOWN}
    assert [fact.value for fact in got.facts] == [41275, 94115] and len(got.amounts) == 1
    assert got.decisions and got.paragraphs
    found = list(places(got))
    assert len(found) > 10 and set(found) == {Place(None)}
    assert Box not in map(type, found)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PAPER.encode("utf-8-sig"), None),
        (PAPER.encode("utf-16"), None),
        (PAPER.encode("cp1252"), Code.NOT_UTF8),
        (PAPER.encode().replace("å".encode(), "å".encode()[:1], 1), Code.UTF8_BROKEN),
    ],
    ids=["UTF-8", "UTF-16", "Windows-1252", "a letter cut through"],
)
def test_letters_are_read_whatever_they_are_written_in(data: bytes, code: WarningCode | None) -> None:
    got = extract_markdown(data, SOURCE)
    assert {warning.code for warning in got.warnings} >= ({code} if code else set())
    assert not {warning.code for warning in got.warnings} & ({Code.NOT_UTF8, Code.UTF8_BROKEN} - {code})
    assert any("Åtgärderna följs upp." in paragraph.text for paragraph in got.paragraphs)


@pytest.mark.parametrize("data", [b"a\0b", b"\xff\xfea", "a\0b".encode("utf-16"), b"\x81\x8d"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        extract_markdown(data, SOURCE)


def test_a_file_without_words_and_one_of_too_many_sheets_are_refused() -> None:
    with pytest.raises(EmptyFile):
        extract_markdown(b"\n\n", SOURCE)
    with pytest.raises(TooManyPages, match=r"har 3 sidor \(gränsen är 2\)"):
        extract_markdown(b"Ett.\n\f\nTv\xc3\xa5.\n\f\nTre.\n", SOURCE, max_pages=2)


def test_the_data_of_charts_is_left_out_and_said(read: Reader) -> None:
    table = "<table><tr><td>2024</td><td>41</td></tr></table>"
    got = read(f"{PAPER}\n![](diagram.png)\n{table}\n")
    assert Code.CHARTS_LEFT_OUT in {warning.code for warning in got.warnings}
    assert len(got.facts) == 2
