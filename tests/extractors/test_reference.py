"""The reference document, where it lies beside this checkout: every stage exactly as its gold says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.extractors import gold_of_tables, gold_of_text
from tests.extractors.conftest import Reading
from tests.extractors.gold import Gold, compare

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
GOLDS = sorted(REFERENCE.glob("*.gold.json"))
STAGES = {
    name: stage
    for name, stage in (gold_of_text.STAGES | gold_of_tables.STAGES).items()
    if name not in ("proposals", "attachments", "votes")  # this gold does not speak of them
}
# Printed and read, and left out by the gold: the memo's head block and signatures, a wordmark, boxed
# indicators.
ALSO_PRINTED = re.compile(
    r"^(?:Datum|Instans|Dnr|BORÅS STAD|Utfall 20\d\d|033 \d+$)|(?:Handläggare|Ordförande|Stadsdirektör)$"
)
pytestmark = pytest.mark.skipif(not GOLDS, reason="the reference document is not beside this checkout")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.name.split(".")[0])
def test_what_is_read_is_what_the_gold_says(path: Path, stage: str, reading: Reading) -> None:
    read = reading(path.with_name(path.name.replace(".gold.json", ".pdf")))
    found = compare(stage, STAGES[stage], Gold.of(path, read))
    if stage == "paragraphs":
        found = found.without({row for row in found.made_up if ALSO_PRINTED.search(row[2])})
    if found:
        pytest.fail(str(found), pytrace=False)
