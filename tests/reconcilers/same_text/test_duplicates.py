from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcilers.same_text.duplicates import find_duplicates, find_duplicates_between, paragraph_passages
from reconcilers.same_text.similarity import find_alike
from tests.reconcilers.texts import reading_of

LONG = "Nämnden beslutar att lägga ner fritidsgården i Ekby till sommaren och att flytta verksamheten"
OTHER = "Avgiften för båtplatser i hamnen höjs från och med nästa säsong enligt bilagd taxa och karta"

texts = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=12).map(tuple), max_size=14)


@given(texts)
@settings(max_examples=300)
def test_the_index_loses_no_pair(texts: list[tuple[str, ...]]) -> None:
    found = {(a.first, a.second): a.similarity for a in find_alike(texts, lambda i, j: True)}
    ratios = {
        (i, j): SequenceMatcher(None, texts[i], texts[j], autojunk=False).ratio()
        for i, j in combinations(range(len(texts)), 2)
        if texts[i] or texts[j]
    }
    assert found == {pair: ratio for pair, ratio in ratios.items() if ratio >= 0.5}


@given(st.lists(st.text(alphabet="abcå 1,", min_size=46, max_size=90), min_size=1, max_size=4))
def test_a_document_and_itself_are_identical_paragraph_for_paragraph(paragraphs: list[str]) -> None:
    reading = reading_of([("En", paragraphs)])
    kept = [p for p in paragraph_passages(reading) if p.words]
    itself = {
        (d.id_a, d.id_b): d.relation
        for d in find_duplicates_between(reading, reading)
        if d.level == "paragraph"
    }
    assert all(itself[p.id, p.id] == "identical" for p in kept)


def test_paragraphs_of_one_section_are_not_compared() -> None:
    assert find_duplicates(reading_of([("En", [LONG, LONG])])) == ()


def test_identical_paragraphs_and_their_sections() -> None:
    found = find_duplicates(reading_of([("En", [LONG])], [("Två", [LONG])]))
    assert [(d.level, d.relation, d.similarity, d.differences) for d in found] == [
        ("paragraph", "identical", 1.0, ()),
        ("section", "identical", 1.0, ()),
    ]


def test_a_short_paragraph_is_no_copy() -> None:
    assert find_duplicates(reading_of([("En", ["x" * 45])], [("Två", ["x" * 45])])) == ()
    assert find_duplicates(reading_of([("En", ["x" * 46])], [("Två", ["x" * 46])]))


def test_a_split_paragraph_is_paired_with_each_piece() -> None:
    whole = reading_of([("En", [f"{LONG}. {OTHER}."])], [("Två", [f"{LONG}.", f"{OTHER}."])])
    paragraphs = [d for d in find_duplicates(whole) if d.level == "paragraph"]
    assert [(d.id_b[-1], d.relation) for d in paragraphs] == [("1", "changed"), ("2", "changed")]


def test_near_means_above_nine_tenths_of_a_paragraph_and_more_of_a_section() -> None:
    changed = LONG.replace("Ekby", "Ekeby")
    found = find_duplicates(reading_of([("En", [LONG])], [("Två", [changed])]))
    assert [(d.level, d.relation) for d in found] == [("paragraph", "near"), ("section", "changed")]
    assert found[0].differences[0].kind == "name"


def test_every_pair_has_an_id_of_its_own() -> None:
    found = find_duplicates(reading_of(*[[("En", [LONG]), ("Två", [LONG, OTHER])]] * 3))
    assert len({d.duplicate_id for d in found}) == len(found) > 10


def test_two_documents_are_held_against_each_other_only() -> None:
    earlier = reading_of([("En", [LONG]), ("Två", [LONG])], sha256="ab" * 32)
    later = reading_of([("En", [LONG])], sha256="cd" * 32)
    found = find_duplicates_between(earlier, later)
    assert {(d.document_id_a, d.document_id_b) for d in found} == {("ab" * 8, "cd" * 8)}
    assert sum(d.level == "paragraph" for d in found) == 2
