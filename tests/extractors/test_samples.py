"""What is read of every sample, stage by stage, is exactly what its gold says.

The gold is written by the sample's maker from what it prints.
What is not reached yet is a strict xfail with its reason: it fails here on the day when it is reached.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.things_to_rows import Arrival, extraction_to_tables
from tests.extractors import gold_of_tables, gold_of_text
from tests.extractors.conftest import Reading
from tests.extractors.gold import Gold, compare
from tests.extractors.not_reached import row

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.parents[1].name for path in SAMPLES.glob("*/expected/gold.json"))
STAGES = gold_of_text.STAGES | gold_of_tables.STAGES

SUMS = (
    "which rows are sums: some do not begin with Summa, Total or "
    "Netto, and some that begin with Netto are none"
)
TORN = "the first reading tears the thousands apart: see tests/flows/readers/test_second_look.py"
NOT_REACHED = {
    **{("andra-lasning", stage): TORN for stage in ("cells", "facts", "tables")},
    (
        "finlandssvensk",
        "roles",
    ): "a ticked substitute, and an official who is also the secretary: gold takes the other",
    ("finlandssvensk", "row_kinds"): SUMS,
    ("minustecken", "row_kinds"): SUMS,
    ("skadad-text", "diary_number"): "the sample prints its diary number nowhere",
    (
        "skadad-text",
        "heading_levels",
    ): "sizes measured on two pictures do not say which of two headings is the higher",
    (
        "skadad-text",
        "paragraphs",
    ): "“flera” on sheet 2 has lost its fl without a trace, and OCR joins two on sheet 5",
    ("utan-linjer", "row_kinds"): SUMS,
}
# Printed, read, and left out by the gold on purpose: head blocks, signatures, a cover's wordmark, labels of a
# chart.
ALSO_PRINTED = {
    "finlandssvensk": {
        *("Mikaela Forsbäck ordförande", "Ralf Ahlskog protokollförare", "Tor Enqvist protokolljusterare"),
        *("Päivi Rantala protokolljusterare", "Elförbrukning per invånare, kWh", "812 790"),
        "Protokollet är undertecknat elektroniskt. / Pöytäkirja on allekirjoitettu sähköisesti.",
        *("800", "745", "600", "400", "200", "0", "2020", "2021", "2022", "701", "688", "2023", "2024"),
    },
    "protokoll": {
        *(
            "Underskrifter",
            "Sekreterare Åsa Lundgren",
            "Ordförande Eva Sundin",
            "ANSLAG / BEVIS",
            "GRANÅS STAD",
        ),
        "Justerare Karl Bergström Linnéa Sjögren",
    },
    "utan-linjer": {
        *("Handläggare Lars-Erik Mo, 0999-55 01 20", "Datum 2025-03-04", "Diarienummer KS 2025-0061"),
        *("Lars-Erik Mo Ekonomichef", "Birgit Axelsson Kommundirektör"),
    },
    "utdrag-budget": {
        *("Handläggare Birgitta Sjöö 0499-123 45", "Datum 2025-09-02", "Instans Samhällsbyggnadsnämnden"),
        *(
            "Dnr SBN 2025-00142 041",
            "Marianne Fält Förvaltningschef",
            "Birgitta Sjöö Ekonomichef",
            "SJÖVALLA",
        ),
    },
}
ALSO_PRINTED["utdrag-budget-fel"] = ALSO_PRINTED["utdrag-budget"]

WARNED_OF = {
    "andra-lasning": ["Sida 1: 2 celler kunde inte läsas som tal"],
    "skadad-text": [
        "Sida 2: Tecken på sidan saknar Unicode-värde",
        "Sida 2: 6 ord med förlorade ligaturer är lagade med ordlista",
        "Sida 3: Textlagret säger inte det som är tryckt",
        "Sidor utan läsbar text: 4.",
    ],
}


def _stages() -> list[object]:
    return [
        row(name, stage, name=f"{name}-{stage}", why=NOT_REACHED.get((name, stage)))
        for name in NAMES
        for stage in STAGES
    ]


def _gold(name: str, reading: Reading) -> Gold:
    folder = SAMPLES / name
    return Gold.of(folder / "expected" / "gold.json", reading(folder / f"{name}.pdf"))


@pytest.mark.parametrize(("name", "stage"), _stages())
def test_what_is_read_is_what_the_gold_says(name: str, stage: str, reading: Reading) -> None:
    found = compare(stage, STAGES[stage], _gold(name, reading))
    if stage == "paragraphs":
        found = found.without({row for row in found.made_up if row[2] in ALSO_PRINTED.get(name, ())})
    if found:
        pytest.fail(str(found), pytrace=False)


@pytest.mark.parametrize(
    "stage", sorted({s for n, s in NOT_REACHED if n == "skadad-text"} - {"diary_number"})
)
def test_the_sound_sheets_of_a_damaged_file_are_read_whole(stage: str, reading: Reading) -> None:
    """Sheets 1 and 6; the level of a heading on 6 depends on those before it."""
    sheets = {1} if stage == "heading_levels" else {1, 6}
    found = compare(stage, STAGES[stage], _gold("skadad-text", reading), sheets)
    if found:
        pytest.fail(str(found), pytrace=False)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_what_is_damaged_is_warned_of(name: str, reading: Reading) -> None:
    """Word for word as published, up to where the words themselves are listed."""
    arrival = Arrival(f"{name}.pdf", f"{name}.pdf", datetime(2024, 6, 17, tzinfo=UTC))
    (document,) = extraction_to_tables(_gold(name, reading).read, arrival, "")["documents"].to_pylist()
    told = [says.split(" (")[0] for says in document["warnings"]]
    assert told == WARNED_OF.get(name, [])
