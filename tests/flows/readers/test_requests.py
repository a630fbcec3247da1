"""A reader process imports what it is asked for, and nothing else."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from flows.readers.requests import Request
from tests.flows import stand_ins
from tests.flows.conftest import ROOT


def test_a_function_is_sent_by_its_name() -> None:
    asked = Request(stand_ins.read, (b"%PDF",), {"max_pages": 3}, tells=True)
    again = pickle.loads(pickle.dumps(asked))
    assert again == asked and again.work is stand_ins.read
    assert b"stand_ins" in pickle.dumps(asked)


def test_what_has_no_name_cannot_be_asked() -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(Request(lambda: None, (), {}))


def test_a_request_alone_imports_no_engine() -> None:
    code = "import sys, flows.readers.requests; print({'pypdfium2', 'numpy', 'prefect'} & set(sys.modules))"
    said = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)
    assert said.strip() == "set()"
