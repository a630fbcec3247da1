"""Two copies of one text, and whether what they say must agree."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.same_text.copies import Copies, find_copies, must_agree, shares_sentence
from reconcilers.same_text.differences import Change
from reconcilers.same_text.duplicates import find_duplicates
from tests.reconcilers.texts import reading_of

TEXT = "Nämnden beviljas {} tkr för att rusta upp de äldre vägarna i {} under året {} enligt planen."


def pair(a: str, b: str, heading: str = "Vägar", other: str = "Vägar") -> Copies:
    reading = reading_of([(heading, [a])], [(other, [b])])
    (copies,) = find_copies([reading], find_duplicates(reading))
    return copies


def changed(copies: Copies, kind: str = "number") -> Change:
    return next(change for change in copies.changes if change.kind == kind)


def test_one_figure_that_differs_in_one_sentence_must_agree() -> None:
    copies = pair(TEXT.format("500", "Berga", "2025"), TEXT.format("550", "Berga", "2025"))
    assert must_agree(copies, changed(copies))


def test_a_form_filled_in_for_another_place_is_no_copy() -> None:
    copies = pair(TEXT.format("500", "Berga", "2025"), TEXT.format("550", "Skogstorp", "2025"))
    assert not must_agree(copies, changed(copies))


def test_a_form_filled_in_for_another_year_is_no_copy() -> None:
    copies = pair(TEXT.format("500", "Berga", "2025"), TEXT.format("550", "Berga", "2026"))
    assert not must_agree(copies, changed(copies))


def test_a_heading_of_another_year_says_another_period() -> None:
    texts = TEXT.format("500", "Berga", "i år"), TEXT.format("550", "Berga", "i år")
    copies = pair(*texts, heading="Vägar 2024", other="Vägar 2025")
    assert not must_agree(copies, changed(copies))


def test_a_change_in_a_sentence_of_its_own_says_nothing_of_the_other() -> None:
    """Five words in common at least, and four in five of the shorter sentence."""
    same = "Nämnden ska rusta upp de äldre vägarna och broarna i hela kommunen under året."
    copies = pair(f"{same} Det kostar 500 tkr.", f"{same} Det kostar 550 tkr.")
    assert not shares_sentence(copies, changed(copies))


def test_identical_paragraphs_have_nothing_to_compare() -> None:
    reading = reading_of([("A", [TEXT])], [("B", [TEXT])])
    assert find_duplicates(reading) != () and find_copies([reading], find_duplicates(reading)) == []


def test_each_text_knows_its_heading_and_whether_the_other_stands_in_another_part() -> None:
    copies = pair(TEXT.format("5", "Berga", "2025"), TEXT.format("6", "Berga", "2025"), other="Broar")
    assert (copies.a.heading, copies.b.heading, copies.across_parts) == ("Vägar", "Broar", True)


MORE = "Riskerna bedöms främst ligga i ökade priser på entreprenader och i osäkra statsbidrag."


def within(a: str, b: str) -> Copies:
    """Two paragraphs of one part, under two headings."""
    reading = reading_of([("Vägar", [a]), ("Broar", [b])])
    (copies,) = find_copies([reading], find_duplicates(reading))
    return copies


def test_within_one_part_sentences_in_other_company_are_a_form() -> None:
    a, b = TEXT.format("500", "Berga", "2025"), TEXT.format("550", "Berga", "2025")
    alone, beside = within(f"{a} {MORE}", f"{b} {MORE}"), within(f"{a} {MORE}", b)
    assert must_agree(alone, changed(alone)) and not must_agree(beside, changed(beside))


def test_two_paragraphs_of_a_protocol_are_no_copies_but_of_one_matter() -> None:
    copies = pair(TEXT.format("500", "Berga", "2025"), TEXT.format("550", "Berga", "2025"))
    for matters, agree in ((("KS 1", "KS 1"), True), (("KS 1", "KS 2"), False), (("KS 1", None), True)):
        a, b = (replace(text, matter=m) for text, m in zip((copies.a, copies.b), matters, strict=True))
        own = Copies(a, b, copies.similarity)
        assert must_agree(own, changed(own)) is agree


def test_two_annexes_of_one_document_are_no_copies_but_an_annex_and_its_memo_are() -> None:
    copies = pair(TEXT.format("500", "Berga", "2025"), TEXT.format("550", "Berga", "2025"))
    for annexes, agree in (((True, True), False), ((False, True), True)):
        a, b = (replace(text, in_annex=n) for text, n in zip((copies.a, copies.b), annexes, strict=True))
        own = Copies(a, b, copies.similarity)
        assert must_agree(own, changed(own)) is agree


def test_in_two_parts_sentences_in_other_company_on_both_sides_are_a_form() -> None:
    """A copy may leave a sentence out; where each has its own, only one heading makes them copies."""
    other = "Snön kom sent, och vägarna behövde plogas färre gånger än de senaste åren."
    texts = (
        f"{TEXT.format('500', 'Berga', '2025')} {MORE}",
        f"{TEXT.format('550', 'Berga', '2025')} {other}",
    )
    apart, under_one = pair(*texts, other="Broar"), pair(*texts)
    assert not must_agree(apart, changed(apart)) and must_agree(under_one, changed(under_one))
