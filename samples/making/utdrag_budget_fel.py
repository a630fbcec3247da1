"""Sample 1 once more with five faults in it, each named in the gold."""

from __future__ import annotations

from collections.abc import Sequence

from making import utdrag_budget
from making.faults import CellFault, Faults, WordFault
from making.flow import Flow, set_twice
from making.gold import Json

NAME = "utdrag-budget-fel"
MEMO, ANNEX = 1, 2
FAULTS = Faults(
    words=(
        WordFault(MEMO, "{76,6 mnkr}", "{67,6 mnkr}"),
        WordFault(MEMO, "Norra Björkvik", "Norra Björkvk"),
        WordFault(ANNEX, "{136 mnkr}", "{136 tkr}"),
    ),
    cells=(
        CellFault("Verksamhet 2026", "Måltider", "Nettokostnad", "Prognos 2025", -5_851),
        CellFault("Sammanställning", None, "Årliga anslag", "Plan 2028", -23_260),
        CellFault(
            "Sammanställning", None, "Summa", "Plan 2028", -31_260
        ),  # so that the sum holds and only the other table tells
    ),
)
DISCREPANCIES: list[Json] = [
    {
        "kind": "text_vs_table",
        "where": [
            "part 1 Ärendet i sin helhet",
            "part 0, part 2: 76,6 mnkr",
            "Ekonomiskt sammandrag / Kommunbidrag / Budget 2026",
        ],
        "expected": "76,6 mnkr",
        "found": "67,6 mnkr",
        "note": "two digits changed places in the memo only",
    },
    {
        "kind": "wording",
        "where": ["part 1 Ärendet i sin helhet"],
        "expected": "Norra Björkvik",
        "found": "Norra Björkvk",
        "note": "a letter is missing in the memo only",
    },
    {
        "kind": "unit",
        "where": [
            "part 2 Simhallen",
            "Projekt som löper över flera år / Simhallens ombyggnad, etapp 2 / Godkänd utgift",
        ],
        "expected": "136 mnkr",
        "found": "136 tkr",
        "note": "the unit is wrong in the annex only",
    },
    {
        "kind": "sum",
        "where": ["Verksamhet 2026 / Måltider / Nettokostnad / Prognos 2025"],
        "expected": "-5 815",
        "found": "-5 851",
        "note": "32 875 - 38 690 is -5 815",
    },
    {
        "kind": "cross_table",
        "where": ["Sammanställning / Årliga anslag / Plan 2028", "Årliga anslag / Summa / Plan 2028"],
        "expected": "-23 620",
        "found": "-23 260",
        "note": "the two tables differ, each adds up",
    },
]
CONSEQUENCES: list[Json] = [  # may be told or not
    {
        "kind": "sum",
        "where": ["Verksamhet 2026 / Totalt / Nettokostnad / Prognos 2025"],
        "expected": "-76 476",
        "found": "-76 440",
    },
    {
        "kind": "cross_table",
        "where": ["Sammanställning / Summa / Plan 2028"],
        "expected": "-31 620",
        "found": "-31 260",
    },
    {
        "kind": "percent",
        "where": ["part 1 Ärendet i sin helhet: 3,0 procent of 67,6 mnkr"],
        "expected": "None",
        "found": "67,6 mnkr",
    },
]


def build(totals: Sequence[int], contents: Sequence[Json]) -> Flow:
    return utdrag_budget.build(totals, contents, FAULTS, NAME)


def make() -> tuple[bytes, Json]:
    pdf, gold = set_twice(build)
    gold["discrepancies"] = DISCREPANCIES
    gold["consequences_of_planted"] = CONSEQUENCES
    gold["checks_that_hold"] = [check for check in gold["checks_that_hold"] if check["value"] != "-5851"]
    return pdf, gold
