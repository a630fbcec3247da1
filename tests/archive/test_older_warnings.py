"""What was told before warnings had codes becomes a warning that says the same."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.older_warnings import read_sentence
from schemas.warning_codes import WarningCode
from schemas.warnings import SENTENCES, Code, Warned, meanings

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


OF_ONE = [code for code in Code if SENTENCES[code].of_one]


@pytest.mark.parametrize("code", OF_ONE)
@pytest.mark.parametrize("sheets", [(), (3,), (3, 5)])
def test_a_sentence_of_one_is_read_back_with_its_advice(code: WarningCode, sheets: tuple[int, ...]) -> None:
    words = tuple((name, "1" if name == "count" else "karta.pdf") for name in NAMES[code])
    said = Warned(code, words, sheets)
    again = read_sentence(said.says)
    assert (again.code, again.sheets, again.says) == (code, said.sheets, said.says)
