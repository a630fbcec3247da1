"""One number is the version of everything."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

from archive.documents import Versions
from flows.steps.ingest import installed_versions
from schemas.version import VERSION

ROOT = Path(__file__).parents[2]


def test_what_builds_the_package_reads_it_without_importing_anything() -> None:
    """A name and a string: the packages that others of the module would need are not there yet."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "schemas.version.VERSION"}
    body = ast.parse((ROOT / "schemas" / "version.py").read_text(encoding="utf-8")).body
    named = {ast.unparse(each.targets[0]): each.value for each in body if isinstance(each, ast.Assign)}
    assert ast.literal_eval(named["VERSION"]) == VERSION
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)


def test_what_changed_last_is_written_down_under_it() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## ([\d.]+)", changes, re.M)[0] == VERSION


def test_what_reads_and_what_proves_have_the_same() -> None:
    assert installed_versions() == Versions(VERSION, VERSION)
