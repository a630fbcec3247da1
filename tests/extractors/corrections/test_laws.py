"""Laws of corrections, for any figure and any characters in its place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractors.corrections.apply import apply_corrections
from extractors.corrections.carry import edit_between
from schemas.correction import AGREED, APPLIED, UNSETTLED, Correction
from schemas.document import Extraction
from schemas.kinds import CorrectionKind
from tests.extractors.corrections.test_applying import applied, reading, without_rows

FIGURES = st.sampled_from([fact for fact in reading().facts if fact.place.box])
PRINTED = st.one_of(
    st.integers(-999_999, 999_999).map(lambda n: f"{n:,}".replace(",", " ")),
    st.sampled_from(["..", "12,5 %", "(1 250)", "1 250-", "x", "12 34", "ca 4 mnkr", "Buffert"]),
)
WORDS = st.text(st.sampled_from("abå 1,."), max_size=12)


@given(st.lists(st.tuples(FIGURES, PRINTED), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_correcting_twice_is_correcting_once(told: list[tuple[object, str]]) -> None:
    corrections = [written(fact, printed) for fact, printed in told]
    once = applied(*corrections)
    twice = applied(*corrections, to=without_rows(once))
    assert without_rows(twice) == without_rows(once)
    for first, second in zip(once.corrections, twice.corrections, strict=True):
        assert second.state == (AGREED if first.state == APPLIED else first.state)


@given(FIGURES, PRINTED)
@settings(max_examples=40, deadline=None)
def test_nothing_else_changes(fact: object, printed: str) -> None:
    after = applied(written(fact, printed))
    others = [f for f in reading().facts if f is not fact]
    assert [f for f in after.facts if f.fact_id != fact.fact_id] == others  # type: ignore[attr-defined]
    assert len({f.fact_id for f in after.facts}) == len(after.facts)
    assert replace(after, tables=(), facts=(), corrections=(), warnings=()) == replace(
        reading(), tables=(), facts=(), warnings=()
    )


@given(st.lists(st.tuples(FIGURES, PRINTED), min_size=2, max_size=4), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_lines_is_of_no_account(told: list[tuple[object, str]], dice: object) -> None:
    corrections = list({c.correction_id: c for c in (written(*each) for each in told)}.values())
    mixed = list(corrections)
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    assert without_rows(applied(*corrections)) == without_rows(applied(*mixed))


OF_PLACES = (
    *(CorrectionKind.CELL, CorrectionKind.STRIKE, CorrectionKind.NO_FACT),
    *(CorrectionKind.TEXT, CorrectionKind.NAME, CorrectionKind.UNTOLD),
)


@given(st.integers(1, 14), WORDS, WORDS, st.sampled_from(OF_PLACES))
@settings(max_examples=80, deadline=None)
def test_what_is_not_settled_changes_nothing(
    page: int, read: str, printed: str, kind: CorrectionKind
) -> None:
    correction = Correction(reading().source.document_id, page, read.strip(), printed.strip(), kind)
    after = applied(correction)
    assume(after.corrections[0].state in UNSETTLED)
    assert without_rows(after) == replace(reading(), warnings=())
    assert after.warnings[-1].says == after.corrections[0].says


@given(WORDS, WORDS, WORDS)
def test_an_edit_makes_the_one_text_the_other(before: str, old: str, new: str) -> None:
    edit = edit_between(before + old, before + new)
    assert edit.new == before + new
    assert not (before + old) or edit.carried(before + old) == before + new


def test_without_corrections_a_reading_stays_itself() -> None:
    assert apply_corrections(reading(), (), lambda *_: None) == reading()


def written(fact: object, printed: str) -> Correction:
    """As the command writes it: anchored on the figure's box."""
    of: Extraction = reading()
    place, raw = fact.place, fact.raw  # type: ignore[attr-defined]
    new = Correction(
        of.source.document_id, place.page, raw, printed, CorrectionKind.CELL, box=place.box, choice=0
    )
    return replace(new, choice=None)
