"""Corrections as a person writes them, on a real PDF whose text layer is damaged on one sheet."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

from schemas.errors import ExitStatus
from tests.app.conftest import Paragraf

PDF = "skadad-text.pdf"
DAMAGED = 3


@pytest.fixture(scope="module")
def ingested(command: Paragraf, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("correct") / "archive"
    assert command("ingest", samples / "skadad-text", "-a", folder, "--direct").returncode == 0
    return folder


@pytest.fixture
def own(ingested: Path, tmp_path: Path) -> Path:
    shutil.copytree(ingested, tmp_path / "own", symlinks=True)
    return tmp_path / "own"


def facts(folder: Path, page: int) -> pd.DataFrame:
    read = pd.read_parquet(folder / "release" / "facts", dtype_backend="pyarrow")
    return read[read["page"] == page]


def test_a_figure_is_corrected_published_listed_and_taken_back(
    command: Paragraf, own: Path, samples: Path
) -> None:
    written = ("correct", PDF, "-a", own, "--page", 1, "--read", "50 944", "--printed", "50 449", "--force")
    tried = command(*written, "--dry-run")
    assert (
        tried.returncode == 0
        and "Inget är skrivet" in tried.stdout
        and not (own / "corrections.csv").exists()
    )
    run = command(*written, "--by", "Anna", "--why", "Överstruket för hand")
    assert run.returncode == 0 and "”50 944” → ”50 449”" in run.stdout and "Utgåva 2" in run.stdout
    assert "Värdet blir 50449 tkr" in run.stdout
    assert "50 449" in set(facts(own, 1)["raw"])
    again = command("ingest", samples / "skadad-text", "-a", own, "--direct")
    assert "1 oförändrad. Utgåva 2." in again.stdout and "Rättelser: 1 gäller." in again.stdout
    [listed] = json.loads(command("corrections", "-a", own, "-f", "json").stdout)
    assert (listed["state"], listed["by"], listed["why"]) == ("applied", "Anna", "Överstruket för hand")
    shown = command("corrections", PDF, "-a", own).stdout
    assert listed["correction_id"] in shown and "gäller" in shown and "rad 2" in shown
    gone = command("corrections", "-a", own, "--withdraw", listed["correction_id"], "--by", "Bo")
    assert gone.returncode == 0 and "Utgåva 3" in gone.stdout
    assert "50 944" in set(facts(own, 1)["raw"])
    assert "tillbakadragen" in command("corrections", "-a", own).stdout


def test_a_damaged_table_is_set_right_by_hand_and_proves_itself(
    command: Paragraf, own: Path, samples: Path
) -> None:
    """Whatever the extractors make of its text layer,
    where header and digits mean something else than is printed.
    """
    gold = json.loads((samples / "skadad-text" / "expected" / "gold.json").read_text(encoding="utf-8"))
    [table] = [table for table in gold["tables"] if table["pages"][0] == DAMAGED]
    printed = [cell for row in table["rows"] for cell in row["cells"] if cell]
    misread = facts(own, DAMAGED)["raw"].to_list()
    heads = ["2023", "2024"][: len(misread) - len(printed)]
    document = pd.read_parquet(own / "release" / "documents")["document_id"].iloc[0]
    lines = [
        (document, DAMAGED, "header", wrong, right) for wrong, right in zip(misread, heads, strict=False)
    ]
    below = zip(misread[len(heads) :], printed, strict=True)
    lines += [(document, DAMAGED, "cell", wrong, right) for wrong, right in below if wrong != right]
    if set(facts(own, DAMAGED)["unit"]) != {"tkr"}:
        lines.append((document, DAMAGED, "unit", "", "tkr"))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([("document", "page", "kind", "read", "printed"), *lines])
    (own / "corrections.csv").write_text(out.getvalue(), encoding="utf-8")
    run = command("ingest", samples / "skadad-text", "-a", own, "--direct")
    assert not lines or f"Rättelser: {len(lines)} gäller.\n" in run.stdout
    after = facts(own, DAMAGED)
    assert after["raw"].to_list() == printed
    assert set(after["status"]) == {"verified"} and set(after["unit"]) == {"tkr"}
    assert set(after["year"]) == {2023, 2024}


def test_what_is_printed_otherwise_is_refused_with_the_way_out(command: Paragraf, own: Path) -> None:
    wrong = ("correct", PDF, "-a", own, "--page", 1, "--read", "50 944", "--printed", "50 449")
    refused = command(*wrong)
    assert refused.returncode == ExitStatus.USAGE and "--force" in refused.stdout
    assert not (own / "corrections.csv").exists()
    forced = command(*wrong, "--force")
    assert forced.returncode == 0 and "fast textlagret säger något annat" in forced.stdout
    assert "färre kontroller stämmer" in forced.stdout  # the sum no longer bears the figure out
    rows = pd.read_parquet(own / "release" / "corrections")
    assert rows["despite_text_layer"].to_list() == [True]


def test_words_that_stand_twice_are_counted_up_and_one_can_be_chosen(command: Paragraf, own: Path) -> None:
    twice = ("correct", PDF, "-a", own, "--page", 1, "--read", "Summa", "--printed", "Summan", "--force")
    head = command("correct", PDF, "-a", own, "--page", 1, "--read", "i", "--printed", "I")
    assert head.returncode == ExitStatus.USAGE and "1. texten" in head.stdout and "--candidate" in head.stdout
    assert command(*twice).returncode == 0
    nowhere = command("correct", PDF, "-a", own, "--page", 1, "--read", "finns ej", "--printed", "x")
    assert nowhere.returncode == ExitStatus.USAGE and "finns inte på bladet" in nowhere.stdout


def test_a_bad_line_is_told_by_number_in_the_summary(command: Paragraf, own: Path, samples: Path) -> None:
    (own / "corrections.csv").write_text("document;page;read;printed\nskadad-text;3;a;b\n")
    run = command("ingest", samples / "skadad-text", "-a", own, "--direct")
    assert run.returncode == 0 and re.search(r"corrections\.csv rad 2: document ska vara", run.stdout)
    assert "corrections.csv rad 2" in command("corrections", "-a", own).stdout


@pytest.mark.parametrize(
    "more",
    [("--printed", ""), ("--printed", "x", "--kind", "siffra"), ("--printed", "x", "--kind", "meeting_date")],
)
def test_a_correction_without_sense_is_one_line(command: Paragraf, own: Path, more: tuple[str, ...]) -> None:
    run = command("correct", PDF, "-a", own, "--page", 1, "--read", "50 944", *more)
    assert (
        run.returncode == ExitStatus.USAGE and run.stderr.count("\n") == 1 and "Traceback" not in run.stderr
    )
