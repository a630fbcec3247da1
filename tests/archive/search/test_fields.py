"""A unit as the index keeps it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from archive.search.fields import About, about_of, day_number, diary_key, schema, to_document
from tests.archive.search.made import ABOUT, decision


@pytest.mark.parametrize(
    ("numbers", "key"),
    [
        (("KS 2024-00375 1.1.2.1", "KS/2024:375", "ks-2024-375", "Dnr KS 2024/00375"), "ks 2024-375"),
        (("2024-118 041", "Dnr 2024:118"), "2024-118"),
        (("24MTN087", "24 MTN 87"), "24 mtn 87"),
    ],
)
def test_one_matter_has_one_key(numbers: tuple[str, ...], key: str) -> None:
    assert {diary_key(number) for number in numbers} == {key}


def test_a_day_is_a_number_in_the_order_of_days() -> None:
    assert day_number(date(2024, 6, 17)) == 20240617 and day_number(None) == 0


def test_whose_paper_it_is_can_be_asked_for_by_any_of_its_words() -> None:
    about = About("doc", "Granås kommun", "Socialnämnden", date(2024, 6, 17), "", "Protokoll")
    assert about.says == "Granås kommun Socialnämnden 2024-06-17 17 juni 2024 Protokoll"
    assert about.slugs == ("granas-kommun", "socialnamnden")


def test_a_document_of_which_nothing_is_known_is_about_nothing() -> None:
    row = dict.fromkeys(("document_id", "municipality", "body", "meeting_date", "meeting_id", "title"))
    assert about_of(row | {"document_id": "doc"}) == About("doc")


def test_what_is_shown_is_kept_as_it_was() -> None:
    kept = to_document(decision("d", "Taxa för å", "Anta taxan."), ABOUT)
    shown = json.loads(kept.get_first("shown") or b"")
    assert (shown["id"], shown["title"], shown["document_id"]) == ("d", "Taxa för å", "doc")
    assert [passage[0] for passage in shown["passages"]] == ["Taxa för å", "§ 1", "Anta taxan."]


def test_the_schema_is_made() -> None:
    assert schema()
