"""What the server is made of, and what it says where it cannot serve."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from app.library import open_library
from app.web.server import CannotListen, _bind, make_app
from tests.app.conftest import Paragraf
from tests.app.web.serving import Served


def test_it_answers_as_soon_as_it_says_where(served: Served) -> None:
    told = httpx.get(served.address + "/")
    assert told.status_code == 200 and "server" not in told.headers


def test_a_port_that_is_taken_is_told(paragraf: Paragraf, archive: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=str(port)):
            _bind("127.0.0.1", port)
        run = paragraf("serve", "-a", archive, "--port", port)
    assert run.returncode != 0 and "Välj en annan port med --port" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_archive_without_a_release_is_told(paragraf: Paragraf, tmp_path: Path) -> None:
    (tmp_path / "tomt").mkdir()
    run = paragraf("serve", "-a", tmp_path / "tomt", "--port", 65_000)
    assert run.returncode != 0 and "paragraf ingest" in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("root_path", ["protokoll", "/protokoll/", "/"])
def test_a_root_path_begins_with_a_slash_and_ends_without(
    paragraf: Paragraf, archive: Path, root_path: str
) -> None:
    run = paragraf("serve", "-a", archive, "--root-path", root_path)
    assert run.returncode != 0 and "--root-path" in run.stderr


def test_a_fault_of_ours_is_told_as_one(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("hemligt inuti")

    monkeypatch.setattr("app.web.routes.search.show_start", fail)
    with TestClient(make_app(open_library(archive)), raise_server_exceptions=False) as client:
        told = client.get("/")
    assert told.status_code == 500 and "Ett fel som vi inte förutsåg" in told.text
    assert "hemligt" not in told.text


def test_prefect_is_not_needed_to_serve() -> None:
    asked = "import sys, app.web.server; print([m for m in sys.modules if m.split('.')[0] == 'prefect'])"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"\[\]\s*", run.stdout)
