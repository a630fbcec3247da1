"""What is downloaded, opened again by those who would: it says what the release says."""

from __future__ import annotations

import hashlib
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import polars as pl
import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.web import addresses
from tests.app.web.page_types import CULTURE, MARKDOWN, SOUND, document_named, rows

NOT_FOUND = 404


@pytest.fixture(scope="module")
def budget(archive: Path) -> str:
    return document_named(archive, SOUND)


def printed(archive: Path, document_id: str, index: int) -> list[list[str]]:
    """The cells of the release as a grid, a spanning cell once."""
    table_id = f"{document_id}-t{index:03}"
    about = rows(archive, "tables", document_id).filter(table_id=table_id).row(0, named=True)
    grid = [[""] * about["n_columns"] for _ in range(about["n_rows"])]
    for cell in rows(archive, "cells", document_id).filter(table_id=table_id).iter_rows(named=True):
        grid[cell["row"]][cell["column"]] = cell["text"]
    return grid


def facts(archive: Path, document_id: str, index: int) -> pl.DataFrame:
    return rows(archive, "facts", document_id).filter(table_id=f"{document_id}-t{index:03}")


@pytest.mark.parametrize("index", [0, 1, 3])
def test_csv_is_the_table_as_it_is_printed(
    client: TestClient, archive: Path, budget: str, index: int
) -> None:
    got = client.get(addresses.table(budget, index, "csv"))
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    assert got.headers["content-disposition"].startswith("attachment; ")
    read = pd.read_csv(io.BytesIO(got.content), header=None, dtype=str, keep_default_na=False)
    assert read.values.tolist() == printed(archive, budget, index)


def test_csv_for_excel_has_its_separator_and_its_mark(client: TestClient, archive: Path, budget: str) -> None:
    got = client.get(addresses.table(budget, 1, "csv") + "?for=excel").content
    assert got.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(
        io.BytesIO(got), sep=";", header=None, dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )
    assert read.values.tolist() == printed(archive, budget, 1)


def test_a_workbook_has_figures_as_numbers_and_the_facts_beside(
    client: TestClient, archive: Path, budget: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(addresses.table(budget, 1, "xlsx")).content))
    known = facts(archive, budget, 1)
    for fact in known.iter_rows(named=True):
        cell = book["Tryckt"].cell(fact["row"] + 1, fact["column"] + 1)
        assert isinstance(cell.value, int | float) and Decimal(str(cell.value)) == fact["value"]
    texts = {cell.value for line in book["Tryckt"].iter_rows() for cell in line if cell.data_type == "s"}
    grid = {text for line in printed(archive, budget, 1) for text in line}
    assert texts <= grid and "Nettokostnad" in texts
    read = pd.read_excel(
        io.BytesIO(client.get(addresses.table(budget, 1, "xlsx")).content), sheet_name="Fakta"
    )
    assert read["fact_id"].tolist() == known["fact_id"].to_list()
    assert [Decimal(str(each)) for each in read["value"]] == known["value"].to_list()


def test_parquet_has_the_facts_of_the_release(client: TestClient, archive: Path, budget: str) -> None:
    got = pd.read_parquet(io.BytesIO(client.get(addresses.table(budget, 1, "parquet")).content))
    known = pd.read_parquet(archive / "release" / "facts")
    known = known[known["table_id"] == f"{budget}-t001"].reset_index(drop=True)
    pd.testing.assert_frame_equal(got, known[got.columns.tolist()], check_dtype=False)


@pytest.mark.parametrize("name", [SOUND, CULTURE, MARKDOWN])
def test_an_original_is_the_file_that_came_in(client: TestClient, archive: Path, name: str) -> None:
    document_id = document_named(archive, name)
    got = client.get(f"{addresses.document(document_id)}/original")
    [known] = rows(archive, "documents", document_id)["sha256"].to_list()
    assert hashlib.sha256(got.content).hexdigest() == known == got.headers["x-sha256"]
    assert name in got.headers["content-disposition"] and got.headers["x-content-type-options"] == "nosniff"
    is_packed = "content-encoding" in got.headers
    assert is_packed == (name == MARKDOWN)
    assert is_packed or int(got.headers["content-length"]) == len(got.content)


def test_a_sheet_is_a_picture_of_the_zoom_that_is_asked(client: TestClient, archive: Path) -> None:
    document_id = document_named(archive, CULTURE)
    about = rows(archive, "pages", document_id).filter(pl.col("page") == 3).row(0, named=True)
    for asked, pixels in (("", 1.5), ("?zoom=200", 3.0), ("?zoom=99999", 1.5), ("?zoom=-1", 1.5)):
        got = client.get(f"{addresses.document(document_id)}/blad/3.png{asked}")
        with Image.open(io.BytesIO(got.content)) as image:
            assert abs(image.width - pixels * about["width"]) <= 2, asked


def test_a_printed_table_and_a_place_of_a_finding_are_pictures(client: TestClient, archive: Path) -> None:
    finding = rows(archive, "findings").filter(pl.col("kind") == "sum").row(0, named=True)
    table = rows(archive, "tables", finding["document_id"]).row(0, named=True)
    of_the_table = f"{addresses.table(table['document_id'], table['table_index'])}/blad/{table['first_page']}"
    for address in (f"/avvikelse/{finding['finding_id']}/0.png", f"{of_the_table}.png"):
        got = client.get(address)
        with Image.open(io.BytesIO(got.content)) as image:
            assert image.format == "PNG" and image.width > 300


@pytest.mark.parametrize(
    "address",
    [
        "/dokument/{}/blad/0.png",
        "/dokument/{}/blad/13.png",
        "/dokument/{}/blad/1000000000.png",
        "/dokument/{}/tabell/99.csv",
        "/dokument/{}/tabell/1.exe",
        "/dokument/{}/tabell/1/blad/1.png",
        "/avvikelse/{}-f000/0.png",
        "/dokument/{}x/original",
        "/static/..%2fserver.py",
        "/static/server.py",
    ],
)
def test_what_is_not_there_is_told(client: TestClient, budget: str, address: str) -> None:
    got = client.get(address.format(budget))
    assert got.status_code == NOT_FOUND and "<h1>" in got.text
