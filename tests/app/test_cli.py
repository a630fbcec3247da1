"""The command as a user meets it."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from typer.main import get_command

from app.cli import cli
from schemas.errors import ExitStatus
from schemas.version import VERSION
from tests.app.conftest import ROOT, Paragraf
from tests.archive.test_release import made

SHOWS_HELP = {"app", "schemas", "typer", "click", "annotated_doc", "shellingham"}  # Typer and what it imports
COMMANDS = sorted(get_command(cli).commands)  # type: ignore[attr-defined]


def test_help_loads_nothing_but_what_shows_it() -> None:
    """Prefect, pandas, pyarrow and the engines cost .3 to 2 s each. Modules are asked for, not seconds:
    on a busy machine those say nothing.
    """
    code = f"""
import sys
before = set(sys.modules)
from app.cli import cli
try:
    cli(["--help"])
except SystemExit:
    own = {{name.split(".")[0] for name in set(sys.modules) - before}} - set(sys.stdlib_module_names)
    print(sorted(own - {SHOWS_HELP!r}), file=sys.stderr)
"""
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "ingest" in shown.stdout
    assert shown.stderr.strip() == "[]"


def test_every_command_has_its_chapter_and_every_chapter_its_command() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^## paragraf (\S+)$", written, re.M)) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    parameters = get_command(cli).commands[name].params  # type: ignore[attr-defined]
    options = {each for parameter in parameters for each in parameter.opts if each.startswith("--")}
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    chapter = written.split(f"## paragraf {name}\n")[1].split("\n## ")[0]
    assert options - set(re.findall(r"--[a-z][a-z-]+", chapter)) == set()


def test_a_summary_says_how_much_there_is_and_how_to_open_it(
    paragraf: Paragraf, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "a"
    run = paragraf("ingest", samples / "minustecken", "-a", folder, "--direct")
    assert run.returncode == 0 and run.stderr == ""
    assert "Filer: 1 ny. Utgåva 1 (ny)." in run.stdout and " fakta" in run.stdout
    call = re.search(r"pandas\.(read_parquet)\(\"(.*)\"\)", run.stdout)
    assert call and len(getattr(pd, call[1])(call[2])) > 0


def test_bad_files_are_told_by_code_and_the_status_says_so(
    paragraf: Paragraf, command: Paragraf, samples: Path, bad: Path, tmp_path: Path
) -> None:
    run = paragraf("ingest", samples / "minustecken", bad, "-a", tmp_path / "a", "--direct")
    assert run.returncode == ExitStatus.SOME_FAILED
    reasons = (
        pd.read_parquet(tmp_path / "a" / "release" / "quarantine").set_index("file_name")["reason"].to_dict()
    )
    expected = {
        "empty.pdf": "empty_file",
        "not_a_pdf.pdf": "not_a_pdf",
        "truncated.pdf": "damaged_pdf",
        "encrypted_with_password.pdf": "encrypted_pdf",
        "three_thousand_pages.pdf": "too_many_pages",
        "zero_pages.pdf": "no_pages",
    }
    assert reasons == expected
    assert all(f"{name}  [{code}]" in run.stdout for name, code in expected.items())
    assert "Traceback" not in run.stdout + run.stderr
    more = command(
        "ingest", bad / "three_thousand_pages.pdf", "-a", tmp_path / "a", "--direct", "--max-pages", 3000
    )
    assert more.returncode == ExitStatus.OK


def test_a_users_mistake_is_one_line(command: Paragraf, tmp_path: Path, archive: Path) -> None:
    nowhere = command("ingest", tmp_path / "no.pdf", "-a", tmp_path / "a", "--direct")
    assert nowhere.returncode == ExitStatus.SOME_FAILED and "Kontrollera stavningen" in nowhere.stdout
    (tmp_path / "empty").mkdir()
    assert command("ingest", tmp_path / "empty", "-a", tmp_path / "a", "--direct").returncode == 3
    assert command("ingest").returncode == ExitStatus.USAGE
    unknown = command("show", "nothing", "-a", archive)
    assert unknown.returncode == ExitStatus.USAGE and unknown.stderr.count("\n") == 1
    file = tmp_path / "file"
    file.write_text("")
    blocked = command("ingest", archive, "-a", file / "a", "--direct")
    assert blocked.returncode == ExitStatus.INTERNAL and blocked.stderr.count("\n") == 1


def test_ctrl_c_ends_with_130_and_a_sentence(
    samples: Path, surroundings: dict[str, str], tmp_path: Path
) -> None:
    for name in range(40):  # enough to be in the middle of
        content = (samples / "protokoll" / "protokoll.pdf").read_bytes()
        (tmp_path / f"{name}.pdf").write_bytes(content + b"\n%%%d" % name)
    command = [
        sys.executable,
        "-P",
        "-m",
        "app.cli",
        "ingest",
        str(tmp_path),
        "-a",
        str(tmp_path / "a"),
        "--direct",
    ]
    process = subprocess.Popen(
        [*command, "--workers", "1"], stderr=subprocess.PIPE, text=True, env=surroundings
    )
    while not list((tmp_path / "a" / "documents").glob("*/*")):
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == ExitStatus.INTERRUPTED
    assert process.stderr and "Avbrutet. Arkivet är helt" in process.stderr.read()


def test_show_gives_text_csv_and_json(command: Paragraf, archive: Path) -> None:
    overview = command("show", "utdrag-budget.pdf", "-a", archive).stdout
    assert "Delar:" in overview and "Tabeller:" in overview and "§ " in overview
    index = re.search(r"^ +(\d+)  blad ", overview.split("Tabeller:")[1], re.M)
    assert index
    table = ("show", "utdrag-budget.pdf", "-a", archive, "--table", index[1])
    rows = json.loads(command(*table, "-f", "json").stdout)["rows"]
    assert list(csv.reader(io.StringIO(command(*table, "-f", "csv").stdout))) == rows
    assert rows[-1][0] in command(*table).stdout


def test_show_finds_a_decision_by_number_and_a_document_by_the_start_of_its_id(
    command: Paragraf, archive: Path
) -> None:
    document = json.loads(command("show", "utdrag-budget.pdf", "-a", archive, "-f", "json").stdout)[0]
    shown = command("show", document["document_id"][:6], "-a", archive, "--sections").stdout
    assert "blad 1" in shown
    number = re.search(r"§ (\d+)", command("show", document["document_id"], "-a", archive).stdout)
    assert (
        number
        and "Beslut\n" in command("show", document["sha256"], "-a", archive, "--decision", number[1]).stdout
    )
    missing = command("show", document["sha256"], "-a", archive, "--decision", 99999)
    assert missing.returncode == ExitStatus.USAGE and "Dokumentet har ingen § 99999" in missing.stderr


def test_show_reads_a_pdf_that_is_in_no_archive(paragraf: Paragraf, samples: Path) -> None:
    assert "protocol" in paragraf("show", samples / "protokoll" / "protokoll.pdf", "--parts").stdout


def test_draw_writes_a_png(command: Paragraf, samples: Path, tmp_path: Path) -> None:
    run = command("draw", samples / "minustecken" / "minustecken.pdf", "--page", 1, "-o", tmp_path / "1.png")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "1.png").read_bytes().startswith(b"\x89PNG")


def test_releases_are_listed_pinned_and_pruned(command: Paragraf, tmp_path: Path) -> None:
    for text in "ab":
        made(tmp_path, [text])
    listed = command("releases", "-a", tmp_path, "--pin", 1).stdout.splitlines()
    assert [line.split()[1] for line in listed] == ["fäst", "gällande"]
    assert "Inget" in command("prune", "-a", tmp_path, "--keep", 1).stdout
    command("releases", "-a", tmp_path, "--unpin", 1)
    assert "Borttagna: 1." in command("prune", "-a", tmp_path, "--keep", 1).stdout
    assert command("releases", "-a", tmp_path, "--pin", 9).returncode == ExitStatus.USAGE


def test_a_busy_archive_is_told_before_anything_is_started(
    paragraf: Paragraf, samples: Path, tmp_path: Path
) -> None:
    from archive.layout import Archive
    from archive.lock import writing

    with writing(Archive(tmp_path)):
        run = paragraf("ingest", samples, "-a", tmp_path)
    assert run.returncode == ExitStatus.ARCHIVE_BUSY and "En annan körning" in run.stderr


def test_the_version_is_told(command: Paragraf) -> None:
    assert command("--version").stdout == f"paragraf {VERSION}\n"
