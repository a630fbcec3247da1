"""Hits and documents as the terminal has them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.errors import CannotShow
from app.found import found_to_json, found_to_text, list_to_text
from app.library import Snapshot, open_library
from app.searching import answer, read_ask
from tests.archive.test_release import made


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_library(made(tmp_path_factory.mktemp("found"), ["majmöte", "majkväll"]).root).now()


def test_a_hit_says_what_it_is_where_it_stands_and_which_words_answer(snapshot: Snapshot) -> None:
    text = found_to_text(
        answer(snapshot, read_ask({"q": "budgetuppföljningen", "typ": "paragraf"})), in_colour=False
    )
    first, about, where, words, *_ = text.splitlines()
    assert first == "1. § 208 Budgetuppföljning"
    assert about == "   Paragraf: Borås Stad, Kommunstyrelsen, 2024-06-17"
    assert where.startswith("   blad 1, maj") and "*Budgetuppföljning*" in words
    assert text.splitlines()[-1] == "2 träffar."


def test_in_colour_the_words_are_bold(snapshot: Snapshot) -> None:
    text = found_to_text(answer(snapshot, read_ask({"q": "budgetuppföljningen"})), in_colour=True)
    assert "\x1b[1mBudgetuppföljning\x1b[0m" in text and "*" not in text


def test_as_json_a_hit_has_its_ids_and_the_marked_words(snapshot: Snapshot) -> None:
    told = json.loads(
        found_to_json(answer(snapshot, read_ask({"q": "budgetuppföljningen", "typ": "paragraf"})))
    )
    assert told["total"] == 2 == len(told["hits"]) and told["notes"] == []
    assert {hit["paragraph"] for hit in told["hits"]} == {"208"}
    assert told["hits"][0]["marked"] == ["Budgetuppföljning"]
    assert {hit["document_id"] for hit in told["hits"]} == set(snapshot.documents)


def test_what_was_not_found_is_told_with_a_way_on(snapshot: Snapshot) -> None:
    text = found_to_text(answer(snapshot, read_ask({"q": "qvxrtp zzyzx"})), in_colour=False)
    assert "finns inte i arkivet" in text and "skol*" in text and text.endswith("0 träffar.")


def test_documents_are_listed_by_any_beginning_of_a_name_or_an_id(snapshot: Snapshot) -> None:
    first = next(iter(snapshot.documents))
    for key, count in ((None, 2), ("maj", 2), ("MAJKV", 1), (first[:6], 1), ("juni", 0)):
        told = list_to_text(snapshot, key, "", "", "json")
        assert len(json.loads(told)) == count
    assert list_to_text(snapshot, "juni", "", "", "text") == "Inget dokument passar."
    line = list_to_text(snapshot, "majkv", "boras stad", "kommunstyrelsen", "text").splitlines()[0]
    assert line.startswith("2024-06-17  ") and "§ 208" in line and line.endswith("majkväll.pdf")
    rows = list(csv.DictReader(io.StringIO(list_to_text(snapshot, None, "", "", "csv"))))
    assert [row["paragraphs"] for row in rows] == ["208", "208"]
    with pytest.raises(CannotShow, match="text, csv eller json"):
        list_to_text(snapshot, None, "", "", "yaml")
