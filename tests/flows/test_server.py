"""Where a Prefect server of our own lives, and that it is gone when the command is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows import server
from flows.server import ServerDidNotStart, home_of, local_server, set_environment
from tests.flows.conftest import ROOT


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set here is taken back."""
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(os, "environ", os.environ.copy())


def test_each_archive_has_a_home_of_its_own_outside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "XDG_STATE_HOME", str(tmp_path / "state"))
    one, other = home_of(tmp_path / "a"), home_of(tmp_path / "b")
    assert one != other and one == home_of(tmp_path / "b" / ".." / "a")
    assert one.parent == tmp_path / "state" / "paragraf"
    monkeypatch.setitem(os.environ, "PREFECT_HOME", str(tmp_path / "given"))
    assert home_of(tmp_path / "a") == tmp_path / "given"


def test_prefect_sends_nothing_home_and_knocks_here_past_any_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "NO_PROXY", "example.org")
    set_environment(tmp_path / "home", "WARNING")
    assert (tmp_path / "home").is_dir()
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false" and os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["NO_PROXY"] == os.environ["no_proxy"] == "example.org,127.0.0.1,localhost"


def test_a_server_that_the_user_names_is_used_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_start", lambda *_, **__: pytest.fail("one is there already"))
    monkeypatch.setitem(os.environ, "PREFECT_API_URL", "http://example.org:4200/api")
    with local_server(tmp_path) as address:
        assert address == "http://example.org:4200"
    assert os.environ["PREFECT_API_URL"] == "http://example.org:4200/api"


def test_one_that_does_not_start_is_told_with_its_log_and_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fallen = subprocess.Popen([sys.executable, "-S", "-c", "raise SystemExit(1)"])
    fallen.wait()
    monkeypatch.setattr(server, "_start", lambda *_, **__: fallen)
    with (
        pytest.raises(ServerDidNotStart, match=r"server\.log, eller kör med --direct\."),
        local_server(tmp_path),
    ):
        pytest.fail("there is no server")
    assert "PREFECT_API_URL" not in os.environ


def test_the_server_s_process_ends_with_its_parent() -> None:
    """The parent that it is told of is not its parent any more."""
    code = "import time; from flows.server import end_with; end_with(1); time.sleep(60)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=30, check=False).returncode == 1
