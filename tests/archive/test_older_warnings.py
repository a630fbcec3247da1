"""What was told before warnings had codes becomes a warning that says the same."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.older_warnings import read_sentence
from schemas.warning_codes import WarningCode
from schemas.warnings import Code, Warned, meanings, warn

NAMES = {
    code: [name for _, name, _, _ in string.Formatter().parse(says) if name]
    for code, (_, says) in meanings().items()
}
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


def warnings_of(code: WarningCode) -> st.SearchStrategy[Warned]:
    given_words = st.tuples(*(WORDS for _ in NAMES[code]))
    sheets = st.sampled_from([(), (3,), (3, 5)])
    return st.builds(
        lambda words, own: Warned(code, tuple(zip(NAMES[code], words, strict=True)), own), given_words, sheets
    )


@pytest.mark.parametrize("code", [code for code in Code if code is not Code.WITHOUT_CODE])
@given(data=st.data())
def test_a_sentence_is_read_back_as_one_that_says_the_same(code: WarningCode, data: st.DataObject) -> None:
    warning = data.draw(warnings_of(code))
    again = read_sentence(warning.says)
    assert (again.code, again.sheets, again.says) == (code, warning.sheets, warning.says)


def test_a_sentence_of_one_is_read_back_though_it_does_not_say_the_number() -> None:
    said = warn(Code.FILES_ATTACHED, count=1, shown="karta.pdf")
    assert read_sentence(said.says).says == said.says
