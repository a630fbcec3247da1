"""The reading in CSV: what it holds comes back as it was, and the data package describes it."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from app.eark.reading import table_to_csv, write_reading
from tests.app.eark.made_packages import keep, subject


def test_every_kind_of_value_has_one_way_to_be_written() -> None:
    table = pa.table(
        {
            "text": ['§ 1, "ja"\nnej', None],
            "figure": pa.array([Decimal("-1234.500000"), None], pa.decimal128(38, 6)),
            "flag": [True, False],
            "day": [date(2024, 6, 17), None],
            "at": pa.array([datetime(2024, 6, 17, 12, tzinfo=UTC), None], pa.timestamp("us", tz="UTC")),
            "list": [["å", "b"], []],
        }
    )
    assert table_to_csv(table).decode() == (
        "text,figure,flag,day,at,list\r\n"
        '"§ 1, ""ja""\nnej",-1234.500000,true,2024-06-17,2024-06-17T12:00:00+00:00,"[""å"", ""b""]"\r\n'
        ",,false,,,[]\r\n"
    )


def test_the_description_fits_the_files(tmp_path: Path) -> None:
    about = subject(keep(tmp_path / "a"))
    write_reading(tmp_path, "data", about)
    package = json.loads((tmp_path / "data" / "datapackage.json").read_bytes())
    named = {each["name"] for each in package["resources"]}
    assert named == about.tables.keys() and {"facts", "findings"} <= named
    for each in package["resources"]:
        content = (tmp_path / "data" / each["path"]).read_bytes()
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert each["bytes"] == len(content)
        header, *rows = list(csv.reader(content.decode().splitlines(keepends=True)))
        assert header == [field["name"] for field in each["schema"]["fields"]]
        assert len(rows) == each["rows"] == about.tables[each["name"]].num_rows
        assert {key["reference"]["resource"] for key in each["schema"]["foreignKeys"]} <= named
        assert each["mediatype"] == "text/csv" and "partition" not in each


def test_rows_are_those_that_a_release_holds(tmp_path: Path) -> None:
    about = subject(keep(tmp_path / "a"))
    write_reading(tmp_path, "data", about)
    with (tmp_path / "data" / "facts.csv").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    assert [row["raw"] for row in read] == about.tables["facts"]["raw"].to_pylist()
    assert Decimal(read[0]["value"]) == about.tables["facts"]["value"][0].as_py()
