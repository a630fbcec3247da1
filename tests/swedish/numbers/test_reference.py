"""The reference document's own figures, where it is at hand:
every table cell, every amount in its paragraphs.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from schemas.value import Number
from swedish.numbers.amounts import find_amounts
from swedish.numbers.grammar import find_style, read_number
from swedish.numbers.notation import fold
from swedish.numbers.units import to_kronor

GOLDS = sorted((Path(__file__).parents[4] / "shared" / "reference").glob("*.gold.json"))
pytestmark = pytest.mark.skipif(not GOLDS, reason="the reference document is not beside this checkout")


@pytest.fixture(scope="module", params=GOLDS, ids=lambda path: path.name)
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(json.loads(request.param.read_text(encoding="utf-8")))


def test_every_table_cell_is_read(gold: dict[str, Any]) -> None:
    for table in gold["tables"]:
        cells = [cell for row in table["rows"] for cell in row["cells"]]
        values = [value for row in table["rows"] for value in row["values"]]
        reads = [read_number(cell, find_style(cells)) for cell in cells]
        assert [r.value if isinstance(r, Number) else None for r in reads] == [
            v and Decimal(v) for v in values
        ]


def test_every_amount_in_the_paragraphs_is_found_and_none_made_up(gold: dict[str, Any]) -> None:
    stated = [(a["part"], fold(a["raw"]), Decimal(a["value_sek"])) for a in gold["amounts_in_text"]]
    stated += [(a["part"], fold(a["raw"]), Decimal(a["value"])) for a in gold["percentages_in_text"]]
    assert Counter(_found(gold)) == Counter(stated)


def _found(gold: dict[str, Any]) -> list[tuple[int, str, Decimal | None]]:
    return [
        (
            section["part"],
            fold(mention.raw),
            mention.value and (to_kronor(mention.value, mention.unit) or mention.value),
        )
        for section in gold["sections"]
        for paragraph in section["paragraphs"]
        for mention in find_amounts(paragraph)
    ]
