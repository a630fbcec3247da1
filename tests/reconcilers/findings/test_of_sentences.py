"""A sentence that tells another figure than the table is told once, with what is right."""

from __future__ import annotations

from decimal import Decimal

from reconcilers.findings.of_sentences import tell_sentences
from reconcilers.known.known import know
from reconcilers.telling.tellings import Telling
from schemas.finding import Check
from schemas.kinds import CheckKind, FindingKind, Severity
from tests.reconcilers.made_tables import DOCUMENT, Made, Told, make

TABLE = Made("Drift 2026", "Budget 2026", """
    Skola | 41 275
    Vård | 94 115""")  # fmt: skip


def told(*sentences: str, expected: str = "0", holds: tuple[bool, ...] = (), kind: str = "") -> list[Telling]:
    """What is told where each sentence's first amount is held against the first figure of the table."""
    reading = make(TABLE, told=[Told(sentence) for sentence in sentences])
    fact = reading.facts[0]
    amounts: dict[str, list[str]] = {}
    for amount in reading.amounts:
        amounts.setdefault(amount.paragraph_id, []).append(amount.amount_id)
    checks = tuple(
        Check(
            f"c{number}", DOCUMENT, CheckKind(kind or CheckKind.TEXT_VS_TABLE), Decimal(expected),
            Decimal(expected) if number < len(holds) and holds[number] else Decimal(-1), Decimal(0),
            () if kind else (fact.fact_id,), tuple(ids if kind else ids[:1]), "",
        )
        for number, ids in enumerate(amounts.values())
    )  # fmt: skip
    return list(tell_sentences(reading, know(reading, checks=checks)))


def test_a_figure_told_wrongly_comes_with_the_table_s_as_the_sentence_writes_it() -> None:
    (one,) = told("Skolan kostar 42,1 mnkr.")
    assert (one.kind, one.severity) == (FindingKind.TEXT_VS_TABLE, Severity.WARNING)
    assert (one.expected, one.found) == ("41,3 mnkr", "42,1 mnkr")
    assert one.says.startswith("I texten på sidan 2 (”Skolan kostar 42,1 mnkr”) står 42,1 mnkr, men ")
    assert one.says.endswith(" har 41 275 tkr: det motsvarar 41,3 mnkr.")
    assert [(claim.raw, claim.fact_id is None) for claim in one.places] == [
        ("42,1 mnkr", True),
        ("41 275", False),
    ]


def test_told_right_elsewhere_it_is_surely_wrong_here() -> None:
    (one,) = told("Skolan kostar 42,1 mnkr.", "Skolans kostnad är 41,275 mnkr.", holds=(False, True))
    assert (one.severity, one.expected) == (Severity.ERROR, "41,275 mnkr")
    assert [claim.raw for claim in one.places] == ["42,1 mnkr", "41 275", "41,275 mnkr"]


def test_a_thousandfold_is_another_unit() -> None:
    (one,) = told("Skolan kostar 41,3 tkr.")
    assert (one.kind, one.severity, one.expected) == (FindingKind.UNIT, Severity.ERROR, "41,3 mnkr")
    assert one.says.endswith("enheten ska troligen vara mnkr.")


def test_one_wrong_amount_in_many_sentences_is_one_telling_with_a_few_places() -> None:
    (one,) = told(*["Skolan kostar 42,1 mnkr."] * 12)
    assert len([claim for claim in one.places if claim.amount_id]) == 8
    assert len(told("Skolan kostar 42,1 mnkr.", "Skolan kostar 43,1 mnkr.")) == 2


def test_what_holds_is_not_told() -> None:
    assert told("Skolan kostar 41,3 mnkr.", holds=(True,)) == []


def test_a_share_comes_with_what_the_amounts_give() -> None:
    (one,) = told("Ökningen är 5 procent, från 100 mnkr till 110 mnkr.", expected="10", kind="percent")
    assert (one.kind, one.severity) == (FindingKind.PERCENT, Severity.WARNING)
    assert (one.expected, one.found) == ("10 procent", "5 procent")
    assert one.says == "I texten på sidan 2 står 5 procent, men 100 mnkr och 110 mnkr ger 10 procent."


def test_a_long_sentence_is_shown_from_a_whole_word_on() -> None:
    (one,) = told(f"{'Nämnden har under hela året arbetat hårt. ' * 3}Skolan kostar 42,1 mnkr.")
    shown = one.says.split("”")[1]
    assert shown.startswith("…") and shown.endswith("Skolan kostar 42,1 mnkr") and len(shown) < 75
    assert shown[1:].split()[0] in ("under", "hela", "året", "arbetat", "hårt.", "Nämnden", "har")
