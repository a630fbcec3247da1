"""What README.md shows is what happens: its commands are run as they stand, and its Python after them."""

from __future__ import annotations

import ast
import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import local_server, set_environment
from tests.app.conftest import ROOT
from tests.app.test_cli import COMMANDS

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.M | re.S)
SHELL = [text for language, text in BLOCKS if not language and text.startswith("$ ")]
PYTHON = [text for language, text in BLOCKS if language == "python"]
# output may be folded to the width of the page, and "..." stands for what is left out
FREE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block, over several lines where one ends in a backslash, with the output shown
    under it.

    >>> list(commands("$ a -b\\nsaid\\n$ c\\n"))
    [('a -b', 'said\\n'), ('c', '')]
    """
    for each in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, shown = re.split(r"(?<!\\)(\n)", each, maxsplit=1)
        yield command, shown


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a checkout after `make run`: samples, and the command in .venv/bin."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "samples").symlink_to(ROOT / "samples")
    command = folder / ".venv" / "bin" / "paragraf"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!{sys.executable} -P\nfrom app.cli import main\nmain()\n")
    command.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def with_server(surroundings: dict[str, str]) -> Iterator[dict[str, str]]:
    """Surroundings in which a server stands;
    that a command starts and ends its own is shown in test_engine.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "environ", dict(surroundings))  # what the server's starter changes
        home = Path(surroundings["PREFECT_HOME"])
        set_environment(home, "CRITICAL")
        with local_server(home) as address:
            yield surroundings | {"PREFECT_API_URL": f"{address}/api"}


@pytest.fixture(scope="module")
def differences(home: Path, with_server: dict[str, str]) -> list[str]:
    """Every command of README.md run in order in one folder: those that failed or said something else."""
    told = []
    for command, shown in (each for block in SHELL for each in commands(block)):
        run = subprocess.run(
            ["sh", "-c", command], cwd=home, env=with_server, capture_output=True, text=True, check=False
        )
        said = doctest.OutputChecker().check_output(shown, run.stdout, FREE)
        if run.returncode or (shown and not said):
            told.append(f"$ {command}\n{run.stdout}{run.stderr}")
    return told


@pytest.mark.engine
def test_the_commands_do_what_is_shown(differences: list[str], home: Path) -> None:
    assert len(SHELL) == 3
    assert differences == [], "\n".join(differences)
    assert (home / "report.html").stat().st_size > 0


@pytest.mark.engine
@pytest.mark.usefixtures("differences")
def test_the_python_gives_what_is_shown(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    shown, loading = PYTHON
    example = doctest.DocTestParser().get_doctest(shown, {}, "README.md", None, None)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=FREE).run(example, out=said.append)
    assert (result.failed, result.attempted) == (0, 4), "".join(said)
    assert len(set(rows_given(loading))) == 1


def rows_given(code: str) -> Iterator[int]:
    """How many rows each expression of the code gives, whichever library it is in."""
    names: dict[str, object] = {}
    for line in ast.parse(code).body:
        if isinstance(line, ast.Expr):
            value = eval(ast.unparse(line), names)
            yield len(value.collect() if hasattr(value, "collect") else value)
        else:
            exec(ast.unparse(line), names)


def test_every_command_and_target_it_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)\b", README)) <= targets
    assert set(re.findall(r"\bparagraf ([a-z]+)\b", README.split("## What it does")[1])) <= set(COMMANDS)
