"""The commands that look into an archive, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.layout import Archive
from archive.search.write import index_path, is_current
from schemas.errors import ExitStatus
from tests.app.conftest import Paragraf
from tests.archive.test_release import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("looked"), ["majmöte", "majkväll"]).root


def test_a_search_ends_with_what_it_found(command: Paragraf, folder: Path) -> None:
    found = command("search", "budgetuppföljningen", "-a", folder, "--kind", "paragraf", "--json")
    assert found.returncode == ExitStatus.OK and json.loads(found.stdout)["total"] == 2
    none = command("search", "qvxrtp", "-a", folder)
    assert none.returncode == ExitStatus.NOTHING_FOUND and "0 träffar." in none.stdout


def test_filters_limit_and_a_wrong_one_is_refused(command: Paragraf, folder: Path) -> None:
    for option, value, total in (
        ("--year", "2024", 2),
        ("--year", "2023", 0),
        ("--municipality", "Borås Stad", 2),
    ):
        found = command(
            "search", "budgetuppföljningen", "-a", folder, option, value, "--kind", "paragraf", "--json"
        )
        assert json.loads(found.stdout)["total"] == total
    wrong = command("search", "budgetuppföljningen", "-a", folder, "--least", "mycket")
    assert wrong.returncode == ExitStatus.USAGE and "”mycket” är inget belopp" in wrong.stderr


def test_what_is_left_out_stands_behind_two_dashes(command: Paragraf, folder: Path) -> None:
    with_all = json.loads(command("search", "-a", folder, "--json", "--", "budgetuppföljningen").stdout)[
        "total"
    ]
    without = json.loads(
        command("search", "-a", folder, "--json", "--", "budgetuppföljningen", "-borås").stdout
    )
    assert without["total"] < with_all


def test_documents_are_listed(command: Paragraf, folder: Path) -> None:
    assert command("list", "-a", folder).stdout.splitlines()[-1] == "2 dokument."
    assert len(json.loads(command("list", "majkv", "-a", folder, "-f", "json").stdout)) == 1


def test_an_archive_without_an_index_gets_one_and_says_so(command: Paragraf, tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte"])
    index_path(archive, 1).rename(tmp_path / "aside")
    found = command("search", "budgetuppföljningen", "-a", tmp_path)
    assert found.returncode == ExitStatus.OK and "Gör sökregistret först" in found.stderr
    assert is_current(Archive(tmp_path), 1)
    assert "utgåva 1 är gjort" in command("index", "-a", tmp_path).stdout


@pytest.mark.parametrize("words", [("search", "x"), ("list",), ("index",), ("serve",)])
def test_a_misspelt_archive_and_one_without_a_release_are_told_apart(
    command: Paragraf, tmp_path: Path, words: tuple[str, ...]
) -> None:
    missing = command(*words, "-a", tmp_path / "finns-inte")
    assert missing.returncode == ExitStatus.USAGE and "finns inte" in missing.stderr
    empty = command(*words, "-a", tmp_path)
    assert empty.returncode != ExitStatus.OK and "paragraf ingest" in empty.stderr


def test_a_wrong_root_path_is_refused_before_anything_starts(command: Paragraf, folder: Path) -> None:
    refused = command("serve", "-a", folder, "--root-path", "protokoll/")
    assert refused.returncode == ExitStatus.USAGE and "börjar med /" in refused.stderr
