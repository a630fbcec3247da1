"""A document's page: its contents without its §§, its text in order, its repeated texts."""

from __future__ import annotations

import pytest

from app.library import Row, Snapshot
from app.web.pages.documents import find_decision, show_document, show_repeats, show_text
from app.web.pages.shared_rows import NotHere


def named(release: Snapshot, file_name: str) -> Row:
    return next(row for row in release.documents.values() if row["file_name"] == file_name)


def test_contents_are_the_headings_outside_paragraphs(release: Snapshot) -> None:
    document_id = named(release, "protokoll.pdf")["document_id"]
    shown = show_document(release, document_id)
    sections = {row["section_id"]: row for row in release.rows("sections", document_id)}
    heads = {row["section_id"] for row in shown["decisions"]}
    assert len(heads) == 8 and shown["sections"]
    for row in shown["sections"]:
        above = row
        while above is not None:
            assert above["section_id"] not in heads
            above = sections.get(above["parent_id"])


def test_a_person_stands_once_with_all_her_roles(release: Snapshot) -> None:
    shown = show_document(release, named(release, "protokoll.pdf")["document_id"])
    ids = [row["person_id"] for row in shown["people"]]
    assert len(ids) == len(set(ids)) and any(len(row["roles"]) > 1 for row in shown["people"])


def test_the_text_has_every_paragraph_once_in_order(release: Snapshot) -> None:
    document_id = named(release, "utdrag-budget.pdf")["document_id"]
    shown = [row for block in show_text(release, document_id)["blocks"] for row in block.paragraphs]
    every = release.rows("paragraphs", document_id)
    assert {row["paragraph_id"] for row in shown} == {row["paragraph_id"] for row in every}
    assert len(shown) == len(every)


def test_repeated_texts_that_differ_come_first_with_what_differs_marked(release: Snapshot) -> None:
    shown = show_repeats(release, named(release, "utdrag-budget-fel.pdf")["document_id"])
    relations = [pair.relation for pair in shown["pairs"]]
    assert shown["n_pairs"] >= len(relations) > 5 and relations == sorted(relations, key="identical".__eq__)
    assert all(
        any(piece.differs for piece in (*pair.own, *pair.other)) == (pair.relation != "identical")
        for pair in shown["pairs"]
    )


def test_a_paragraph_is_found_however_its_number_is_written(release: Snapshot) -> None:
    document_id = named(release, "protokoll.pdf")["document_id"]
    assert find_decision(release, document_id, " 63 ")["paragraph"] == "63"
    with pytest.raises(NotHere, match="ingen § 99"):
        find_decision(release, document_id, "99")
