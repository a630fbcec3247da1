"""Whichever engine is chosen has what its protocol asks for."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.ocr.chosen_engines import first_reader, second_reader
from extractors.ocr.engine import FirstReader, SecondReader

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("engine", "protocol"), [(first_reader(), FirstReader), (second_reader(), SecondReader)], ids=["1", "2"]
)
def test_it_has_every_name_and_is_called_alike(engine: object, protocol: type) -> None:
    asked = {name: each for name, each in vars(protocol).items() if not name.startswith("_")}
    assert {"NAME", "is_installed"} <= set(asked)
    for name, each in asked.items():
        if inspect.isfunction(each):
            _, *parameters = inspect.signature(each).parameters
            assert list(inspect.signature(getattr(engine, name)).parameters) == parameters
        assert hasattr(engine, name)


def test_the_two_are_of_another_make() -> None:
    assert first_reader().NAME != second_reader().NAME


def test_an_engine_is_loaded_when_it_is_asked_for() -> None:
    code = "import sys, extractors.ocr.chosen_engines; print({'rapidocr', 'cv2', 'numpy'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT).strip() == "set()"
