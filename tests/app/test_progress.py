"""The bar on a terminal, and nothing where there is none."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr

import pytest

from app.progress import progress, sheets_on_terminal
from flows.readers.answers import SheetsRead
from flows.steps.outcomes import Outcome
from schemas.kinds import Fate


class Terminal(io.StringIO):
    """A terminal of 120 columns."""

    def isatty(self) -> bool:
        return True

    @property
    def last_line(self) -> str:
        """What stood there before the bar was taken away."""
        plain = re.sub(r"\x1b\[[\d?;]*\w", "", self.getvalue())
        return plain.strip().splitlines()[-1]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("COLUMNS", "120"), ("TERM", "xterm")):
        monkeypatch.setenv(name, value)


def test_each_file_moves_the_bar_and_is_named() -> None:
    with redirect_stderr(Terminal()) as terminal, progress("Läser") as listen:
        listen(Outcome("nämnd [1].pdf", Fate.INGESTED), 2)
        listen(SheetsRead(3, 7, "bilaga.pdf"), 2)
        listen(Outcome("bilaga.pdf", Fate.INGESTED), 2)
    assert terminal.last_line.startswith("bilaga.pdf ") and "2/2" in terminal.last_line


def test_sheets_are_told_under_the_file_s_name_whatever_it_holds() -> None:
    with redirect_stderr(Terminal()) as terminal, sheets_on_terminal("nämnd [b]1[/b].pdf") as hear:
        hear(SheetsRead(3, 7))
    assert terminal.last_line.startswith("nämnd [b]1[/b].pdf: OCR, blad 3 av 7 ")
    assert "3/7" in terminal.last_line


def test_where_stderr_is_no_terminal_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Läser") as listen, sheets_on_terminal("a.pdf") as hear:
        listen(Outcome("a.pdf", Fate.INGESTED), 1)
        hear(SheetsRead(1, 2))
    assert capsys.readouterr() == ("", "")
