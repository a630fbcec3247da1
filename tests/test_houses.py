"""The house is whole: each module has a test of its own, or is on a list that only shrinks."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("app", "flows", "extractors", "reconcilers", "archive", "swedish", "schemas", "benchmarks")

# Tried through their neighbours only. A module that gets a test of its own is struck from here; a new one
# comes with its test and never gets onto the list.
WITHOUT: list[str] = []


def modules() -> list[Path]:
    """Every module of the rooms, from the root."""
    found = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return [path.relative_to(ROOT) for path in found if not path.stem.startswith("__")]


def has_test_of_its_own(module: Path) -> bool:
    """A file of tests in the same place under tests/, or an example in a docstring, which is run too."""
    beside = ROOT / "tests" / module.parent / f"test_{module.stem}.py"
    return beside.exists() or "\n    >>> " in (ROOT / module).read_text(encoding="utf-8")


def test_every_module_has_a_test_of_its_own() -> None:
    assert sorted(map(str, (each for each in modules() if not has_test_of_its_own(each)))) == WITHOUT


def test_examples_are_run_in_every_room() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = project["tool"]["pytest"]["ini_options"]
    assert "--doctest-modules" in told["addopts"]
    assert {*ROOMS, "tests"} == set(told["testpaths"])
