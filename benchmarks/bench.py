"""What `make bench` prints: exact rows beside the peers', time per sheet, and the shared measures.

    python -m benchmarks.bench [SHARED] [--write]

SHARED is the folder of the reference (../shared).
Ends with status 1 where one of our rows is missed or made up, or a limit is broken.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks import archive_kin, digit_faults, speed
from benchmarks.corpus import ROOT, SHARED, Measured, find_reference, find_samples, source_of
from benchmarks.peers import table_readers
from benchmarks.rows import Count, count_rows, our_rows
from benchmarks.scores import score_all, short_of
from extractors.document import extract

RESULTS = ROOT / "benchmarks" / "results.md"
PACKAGES = ("pypdfium2", "pdfplumber", "camelot-py")
_CELLS_CHANGED = 100  # of each sample


class Told:
    """Lines printed, kept for the file of results, and the limits found broken."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.broken: list[str] = []

    def say(self, line: str = "") -> None:
        print(line, flush=True)
        self.lines.append(line)

    def break_limit(self, what: str) -> None:
        self.broken.append(what)
        self.say(f"  BROKEN: {what}")


def bench_rows(told: Told, document: Measured) -> None:
    """Exact rows: peers are told which sheets to read, ours reads the whole file and is told nothing."""
    sheets = document.table_sheets
    told.say(
        f"Exact rows (label and all cells) in {document.pdf.name}; peers are told the {len(sheets)} "
        "sheets with tables"
    )
    told.say(
        "All rows printed but group rows; made up: rows with a figure that are not printed, or given twice"
    )
    told.say(f"  {'':22}{'exact':>12}{'made up':>10}")
    for name, read in table_readers().items():
        try:
            _say_count(told, name, count_rows(document.gold, read(document.pdf, sheets)))
        except Exception as error:  # a peer that fails on the file has found nothing
            told.say(f"  {name:22}  {type(error).__name__}: {error}")
    pdf = document.pdf.read_bytes()
    ours = count_rows(document.gold, our_rows(extract(pdf, source_of(pdf, document.pdf))))
    _say_count(told, "Paragraf, untold", ours)
    if ours.exact < ours.gold or ours.made_up:
        told.break_limit(f"{ours.gold - ours.exact} rows missed, {len(ours.made_up)} made up")


def _say_count(told: Told, name: str, count: Count) -> None:
    told.say(f"  {name:22}{f'{count.exact} of {count.gold}':>12}{len(count.made_up):>10}")


def bench_speed(told: Told, document: Measured) -> None:
    """Milliseconds a sheet, and the two ratios that are held to."""
    sheets = document.gold["document"]["pages"]
    taken = speed.seconds_per_sheet(speed.readers(document.pdf, sheets))
    plain, ours, words = (
        taken[n] for n in ("PDFium, plain text", "Paragraf, everything", "pdfplumber, words")
    )
    told.say(f"Time per sheet, {document.pdf.name}, {sheets} sheets, median, one process")
    told.say(f"  {'':22}{'ms':>10}{'/ plain':>10}{'/ ours':>10}")
    for name, seconds in taken.items():
        told.say(f"  {name:22}{1000 * seconds:>10.2f}{seconds / plain:>10.1f}{seconds / ours:>10.1f}")
    most, aim = speed.MOST_TIMES_PLAIN_TEXT, speed.AIM_TIMES_PLAIN_TEXT
    least = speed.LEAST_TIMES_FASTER_THAN_WORDS
    told.say(
        f"  Paragraf takes {ours / plain:.1f} times PDFium's plain text (at most {most:g}, aim {aim:g});"
    )
    told.say(
        f"  pdfplumber's words alone take {words / ours:.1f} times "
        f"Paragraf's everything (at least {least:g})."
    )
    if ours > most * plain:
        told.break_limit(f"{ours / plain:.1f} times plain text, more than {most:g}")
    if words < least * ours:
        told.break_limit(f"words take {words / ours:.1f} times ours, less than {least:g}")


def bench_scores(told: Told, reference: Measured, samples: list[Measured], score_py: Path) -> None:
    """A line a document: how many measures are at 1, and those that are not."""
    told.say("Measures of score.py (0 to 1; those not named are 1)")
    scores = score_all([reference, *samples], score_py)
    for name, own in scores.items():
        less = ", ".join(f"{measure} {value:.3f}" for measure, value in own.items() if value < 1)
        full = sum(value == 1 for value in own.values())
        told.say(f"  {name:32}{full:>3} of {len(own):>2} at 1   {less}".rstrip())
    for short in short_of(scores[reference.pdf.name]):
        told.break_limit(f"{reference.pdf.name}: {short}")


def bench_archive(told: Told) -> None:
    """One new document held against its kin among 10,000."""
    measured = archive_kin.measure()
    told.say(archive_kin.told(measured))
    if measured["seconds"] > archive_kin.MOST_SECONDS or measured["mb"] > archive_kin.MOST_MB:
        told.break_limit("a new document costs too much against an archive of 10,000")
    if measured["pairs"] != 1 or measured["failed"]:
        told.break_limit(
            f"{measured['pairs']} pairs compared, {measured['failed']} failed; there is one pair of kin"
        )


def bench_digit_faults(told: Told) -> None:
    """One digit changed in a cell of a sum, drawn from our own samples: how many changes a finding tells."""
    found, tried = digit_faults.count_found(most=_CELLS_CHANGED)
    share, least = found / tried, digit_faults.LEAST_SHARE
    told.say(
        f"One digit changed in a cell of a sum: {share:.4f} found ({found} of {tried}; at least {least})"
    )
    if share < least:
        told.break_limit(f"{share:.4f} of changed digits found, less than {least}")


def bench_module(told: Told, module: str, shared: Path) -> None:
    """A measurement that is a command of its own too."""
    done = subprocess.run(
        [sys.executable, "-m", module, str(shared)], capture_output=True, text=True, check=False
    )
    for line in done.stdout.splitlines():
        told.say(line)
    if done.returncode:
        told.break_limit(f"{module} ends with status {done.returncode} {done.stderr.strip()[-200:]}".strip())


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("shared", nargs="?", type=Path, default=SHARED, help="folder of the reference")
    asked.add_argument("--write", action="store_true", help="write benchmarks/results.md anew")
    given = asked.parse_args()
    told = Told()
    reference, samples = find_reference(given.shared), find_samples()
    largest = max(samples, key=lambda each: int(each.gold["document"]["pages"]))
    if reference is None:
        told.say(
            f"No reference in the shared folder: rows and times are measured on our own {largest.pdf.name}."
        )
    bench_rows(told, reference or largest)
    told.say()
    bench_speed(told, reference or largest)
    told.say()
    score_py = given.shared / "measure" / "score.py"
    if reference is not None and score_py.exists():
        bench_scores(told, reference, samples, score_py)
    else:
        told.say("No score.py in the shared folder: its measures are skipped.")
    told.say()
    bench_digit_faults(told)
    told.say()
    bench_archive(told)
    for module in ("benchmarks.printed", "benchmarks.real"):
        told.say()
        bench_module(told, module, given.shared)
    if given.write:
        RESULTS.write_text(_results(told.lines))
    return 1 if told.broken else 0


def _results(lines: list[str]) -> str:
    machine = (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}"
    )
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    head = (
        f"# Results\n\n{datetime.date.today()}, {machine}; "
        f"{packages}. Written by `make bench` with `--write`."
    )
    return "\n".join([head, "", "```", *lines, "```", ""])


if __name__ == "__main__":
    raise SystemExit(main())
