"""Texts that stand twice: those that differ in figures or names in full view, the others on demand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.report.repeats import Repeats, repeats_of
from schemas.finding import Duplicate
from schemas.kinds import DifferenceKind, Level, Relation, TextSource
from tests.app.report.made_material import material, other_document
from tests.app.told_paper import repeat

WORDING = repeat(kind=DifferenceKind.WORDING)


def found(*pairs: Duplicate) -> Repeats:
    repeats = repeats_of(material(duplicates=pairs))
    assert repeats is not None
    return repeats


@pytest.mark.parametrize("kind", [DifferenceKind.NUMBER, DifferenceKind.NAME])
def test_another_figure_or_name_is_in_full_view_before_other_words(kind: DifferenceKind) -> None:
    groups = found(WORDING, repeat(kind=kind)).groups
    assert [(group.heading, group.n_pairs, group.is_open) for group in groups] == [
        ("Siffror eller namn skiljer", 1, True), ("Annat skiljer", 1, False),
    ]  # fmt: skip


def test_what_is_identical_is_only_counted() -> None:
    repeats = found(repeat(Relation.IDENTICAL), repeat(Relation.IDENTICAL), WORDING)
    assert (repeats.n_pairs, repeats.n_differing) == (3, 1)
    assert repeats.same == "2 par är ordagrant lika"
    assert [group.heading for group in repeats.groups] == ["Annat skiljer"]


def test_the_two_versions_stand_side_by_side_where_they_are_printed() -> None:
    (pair,) = found(repeat()).groups[0].pairs
    assert (pair.here, pair.there) == ("Blad 1, Ärende åäö", "Blad 2, Ärende åäö")
    assert "76,6" in " ".join(piece.text for piece in pair.own if piece.differs)
    assert "67,6" in " ".join(piece.text for piece in pair.other if piece.differs)


def test_the_other_document_s_side_names_its_file() -> None:
    other = other_document()
    pair = replace(repeat(), document_id_b=other.document_id)
    repeats = repeats_of(material(duplicates=[pair], others=[other]))
    assert repeats is not None
    assert repeats.groups[0].pairs[0].there == "Blad 2, Ärende åäö i kväll.pdf"


def test_one_paper_in_two_inputs_repeats_itself_throughout_and_is_left_out() -> None:
    twin = other_document(text_source=TextSource.MARKDOWN)
    pair = replace(repeat(), document_id_b=twin.document_id)
    assert repeats_of(material(duplicates=[pair], others=[twin])) is None


def test_whole_sections_are_told_by_their_paragraphs() -> None:
    assert repeats_of(material(duplicates=[replace(repeat(), level=Level.SECTION)])) is None
