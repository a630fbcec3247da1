"""A phrase as it is printed, and all that repeats it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extractors.corrections.texts import correct_text
from schemas.document import Extraction
from tests.extractors.corrections.small_paper import TEXT, phrase, reading, said


def corrected(raw: str, printed: str, of: Extraction | None = None) -> Extraction:
    return correct_text(of or reading(), said(raw, printed), phrase(raw))


def test_only_the_phrase_is_changed_and_the_paragraph_says_by_what() -> None:
    (paragraph,) = corrected("skolan", "förskolan").paragraphs
    assert paragraph.text == TEXT.replace("skolan", "förskolan")
    assert paragraph.correction_ids == (said("skolan", "förskolan").correction_id,)


def test_an_amount_is_read_anew_under_its_own_id() -> None:
    (amount,) = corrected("41,2", "42,1").amounts
    assert (amount.amount_id, amount.raw, amount.value) == ("a0", "42,1 mnkr", Decimal("42.1"))


def test_an_amount_that_goes_is_gone_and_one_that_comes_has_a_new_id() -> None:
    assert corrected("41,2 mnkr", "mer").amounts == ()
    first, second = corrected("kostar", "kostar 3 mnkr, mot").amounts
    assert (second.amount_id, second.raw) == ("a0", "41,2 mnkr")
    assert first.raw == "3 mnkr" and first.amount_id != "a0"


def test_a_name_in_the_text_is_the_person_s() -> None:
    (person,) = corrected("Lindval", "Lindvall").people
    assert person.name == "Bo Lindvall"


def test_a_heading_is_changed_wherever_its_sheet_repeats_it() -> None:
    made = reading()
    section = replace(made.sections[0], heading="Årsbudgt")
    titled = replace(
        made, sections=(section,), tables=(replace(made.tables[0], title="Årsbudgt"),), title="Årsbudgt"
    )
    target = phrase("Årsbudgt", text="Årsbudgt", target_id=section.section_id)
    after = correct_text(titled, said("Årsbudgt", "Årsbudget"), target)
    assert {after.sections[0].heading, after.tables[0].title, after.title} == {"Årsbudget"}
    assert after.paragraphs == made.paragraphs
