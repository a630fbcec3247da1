"""A reader process answers one request after another, whatever becomes of each."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from flows.readers.answers import SheetsRead
from flows.readers.process import _LENGTH, _answer, _receive, _send
from flows.readers.requests import Request
from schemas.errors import NotAPdf, ParagrafError, ReaderCrashed, TookTooMuchMemory
from tests.flows.conftest import ROOT


def told(work: Callable[..., Any], *given: Any, tells: bool = False) -> Any:
    heard: list[tuple[int, int]] = []
    request = pickle.dumps(Request(work, given, {}, tells))
    answer = pickle.loads(_answer(request, lambda done, of: heard.append((done, of)), megabytes=512))
    return (answer, heard) if tells else answer


def refuse() -> None:
    raise NotAPdf("börjar inte med %PDF")


def want_memory() -> None:
    raise MemoryError


def fall(name: str) -> None:
    raise IndexError(f"{name}: tuple index out of range" * 20)


def read_two_sheets(tell: Callable[[int, int], None]) -> str:
    sys.stdout.write("an engine writes where it should not\n")
    tell(1, 2)
    tell(2, 2)
    return "read"


def test_the_answer_is_what_the_function_returned() -> None:
    assert told(max, 3, 7) == 7


def test_whoever_wants_to_tell_how_far_it_is_can() -> None:
    assert told(read_two_sheets, tells=True) == ("read", [(1, 2), (2, 2)])


def test_a_refusal_is_an_answer() -> None:
    answer = told(refuse)
    assert isinstance(answer, NotAPdf) and answer.detail == "börjar inte med %PDF"
    memory = told(want_memory)
    assert isinstance(memory, TookTooMuchMemory) and memory.detail == "512 MB"


def test_a_bug_is_told_by_its_line_and_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    answer = told(fall, "x")
    assert isinstance(answer, ReaderCrashed) and answer.detail.startswith("IndexError: x: tuple index")
    assert (
        " i test_process.py rad " in answer.detail and "/" not in answer.detail and len(answer.detail) < 300
    )
    assert "Traceback" in capsys.readouterr().err


def test_a_message_is_as_long_as_it_says_and_a_closed_pipe_ends_it() -> None:
    pipe = io.BytesIO()
    for message in (b"one", b""):
        _send(pipe, message)
    pipe.seek(0)
    assert [_receive(pipe), _receive(pipe), _receive(pipe)] == [b"one", b"", None]
    assert _receive(io.BytesIO(_LENGTH.pack(3)[:5])) is None


def test_over_its_pipes_it_tells_and_answers_and_what_engines_print_is_no_answer() -> None:
    asked = io.BytesIO()
    for request in (Request(read_two_sheets, (), {}, tells=True), Request(refuse, (), {})):
        _send(asked, pickle.dumps(request))
    run = subprocess.run(
        [sys.executable, "-m", "flows.readers.process", "1024", str(os.getpid())],
        input=asked.getvalue(), capture_output=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    replies, said = io.BytesIO(run.stdout), []
    while (message := _receive(replies)) is not None:
        said.append(pickle.loads(message))
    assert said[:3] == [SheetsRead(1, 2), SheetsRead(2, 2), "read"]
    assert isinstance(said[3], ParagrafError) and len(said) == 4 and run.returncode == 0
    assert b"an engine writes where it should not" in run.stderr


def test_it_ends_with_the_parent_that_was_named() -> None:
    """Whoever started it is not the one it was told: that one is gone."""
    command = [sys.executable, "-m", "flows.readers.process", "1024", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.wait(timeout=30) == 1
