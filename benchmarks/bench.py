"""Everything that is measured, part by part, written to benchmarks/results.md with each figure by its name.

    python -m benchmarks.bench [PART ...] [--shared DIR]

Without PARTs: all of them, some 45 minutes on two cores, most of it OCR and camelot. With some, the
chapters of the others stay as they are. SHARED is the folder of the reference (../shared); without it the
parts that need it are left out, the rest is measured on a sample of our own, and nothing is written. Ends
with status 1 where a limit is broken or a part fell.
"""

from __future__ import annotations

import argparse
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import (
    archive_kin,
    corpus_speed,
    digit_faults,
    printed,
    readme,
    real,
    rows_unseen,
    searches,
    speed,
)
from benchmarks.corpus import ROOT, SHARED, Measured, find_reference, find_samples, source_of
from benchmarks.peers import table_readers
from benchmarks.results import RESULTS, chapter, read_chapters, read_figures, read_results, write_chapters
from benchmarks.rows import Count, count_rows, our_rows
from benchmarks.scores import score_all, short_of
from benchmarks.told import Told
from extractors.document import extract

_CELLS_CHANGED = 100  # of each sample


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is measured: the shared folder, the reference in it where it is there, and our own samples."""

    shared: Path
    reference: Measured | None
    samples: Sequence[Measured]

    @classmethod
    def of(cls, shared: Path) -> Corpus:
        return cls(shared, find_reference(shared), find_samples())

    @property
    def document(self) -> Measured:
        """The reference, else the largest of our samples."""
        return self.reference or max(self.samples, key=lambda each: int(each.gold["document"]["pages"]))

    @property
    def score_py(self) -> Path:
        return self.shared / "measure" / "score.py"


Part = Callable[[Told, Corpus], None]


def bench_rows(told: Told, corpus: Corpus) -> None:
    """Exact rows: peers are told which sheets to read, ours reads the whole file and is told nothing."""
    document = corpus.document
    sheets = document.table_sheets
    told.say(
        f"Exact rows (label and all cells) in {document.pdf.name}; peers are told the {len(sheets)} "
        "sheets with tables"
    )
    told.say(
        "All rows printed but group rows; made up: rows with a figure that are not printed, or given twice"
    )
    told.say(f"  {'':22}{'exact':>12}{'made up':>10}")
    best = max(_rows_of_peers(told, document, sheets), key=lambda count: count.exact)
    pdf = document.pdf.read_bytes()
    ours = count_rows(document.gold, our_rows(extract(pdf, source_of(pdf, document.pdf))))
    _say_count(told, "Paragraf, untold", ours)
    told.note(printed=ours.gold, exact=ours.exact, made_up=len(ours.made_up))
    told.note(best_peer_exact=best.exact, best_peer_made_up=len(best.made_up))
    if ours.exact < ours.gold or ours.made_up:
        told.break_limit(f"{ours.gold - ours.exact} rows missed, {len(ours.made_up)} made up")


def _rows_of_peers(told: Told, document: Measured, sheets: list[int]) -> Iterable[Count]:
    for name, read in table_readers().items():
        try:
            count = count_rows(document.gold, read(document.pdf, sheets))
        except Exception as error:  # a peer that fails on the file has found nothing
            told.say(f"  {name:22}  {type(error).__name__}: {error}")
        else:
            _say_count(told, name, count)
            yield count


def _say_count(told: Told, name: str, count: Count) -> None:
    told.say(f"  {name:22}{f'{count.exact} of {count.gold}':>12}{len(count.made_up):>10}")


def bench_speed(told: Told, corpus: Corpus) -> None:
    """Milliseconds a sheet, and the two ratios that are held to."""
    document = corpus.document
    sheets = document.gold["document"]["pages"]
    taken = speed.seconds_per_sheet(speed.readers(document.pdf, sheets))
    plain, ours, proved, words = (
        taken[n]
        for n in (
            "PDFium, plain text",
            "Paragraf, everything",
            "Paragraf, read and proved",
            "pdfplumber, words",
        )
    )
    told.say(f"Time per sheet, {document.pdf.name}, {sheets} sheets, median, one process")
    told.say(f"  {'':26}{'ms':>10}{'/ plain':>10}{'/ ours':>10}")
    for name, seconds in taken.items():
        told.say(f"  {name:26}{1000 * seconds:>10.2f}{seconds / plain:>10.1f}{seconds / ours:>10.1f}")
    told.note(plain_text_ms=1000 * plain, ours_ms=1000 * ours, read_and_proved_ms=1000 * proved)
    told.note(times_plain_text=ours / plain, share_of_words=ours / words)
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


def bench_scores(told: Told, corpus: Corpus) -> None:
    """A line a document: how many measures are at 1, and those that are not; the reference's all by name."""
    reference = corpus.reference
    if reference is None:
        told.say("No reference in the shared folder: its measures are skipped.")
        return
    told.say("Measures of score.py (0 to 1; those not named are 1)")
    scores = score_all([reference, *corpus.samples], corpus.score_py)
    for name, own in scores.items():
        less = ", ".join(f"{measure} {each.value:.3f}" for measure, each in own.items() if each.value < 1)
        full = sum(each.value == 1 for each in own.values())
        told.say(f"  {name:32}{full:>3} of {len(own):>2} at 1   {less}".rstrip())
    told.note(sheets=reference.gold["document"]["pages"])
    for measure, each in scores[reference.pdf.name].items():
        counts = {"found": each.found, "gold": each.gold, "made_up": each.given - each.found}
        told.note(**{measure: each.value}, **{f"{measure}_{name}": count for name, count in counts.items()})
    for short in short_of(scores[reference.pdf.name]):
        told.break_limit(f"{reference.pdf.name}: {short}")


def bench_archive(told: Told, _corpus: Corpus) -> None:
    """One new document held against its kin among 10,000."""
    measured = archive_kin.measure()
    told.say(archive_kin.told(measured))
    told.note(**{name: measured[name] for name in ("documents", "seconds", "mb", "reader_mb", "pairs")})
    if measured["seconds"] > archive_kin.MOST_SECONDS or measured["mb"] > archive_kin.MOST_MB:
        told.break_limit("a new document costs too much against an archive of 10,000")
    if measured["pairs"] != 1 or measured["failed"]:
        told.break_limit(
            f"{measured['pairs']} pairs compared, {measured['failed']} failed; there is one pair of kin"
        )


def bench_digit_faults(told: Told, _corpus: Corpus) -> None:
    """One digit changed in a cell of a sum, drawn from our own samples: how many changes a finding tells."""
    found, tried = digit_faults.count_found(most=_CELLS_CHANGED, say=told.say)
    share, least = found / tried, digit_faults.LEAST_SHARE
    told.note(found=found, tried=tried, share=share)
    told.say(
        f"One digit changed in a cell of a sum: {share:.4f} found ({found} of {tried}; at least {least})"
    )
    if share < least:
        told.break_limit(f"{share:.4f} of changed digits found, less than {least}")


# in the order of results.md; the names are those of its chapters, and begin the names of its figures
PARTS: dict[str, Part] = {
    "rows": bench_rows,
    "speed": bench_speed,
    "unseen": lambda told, corpus: rows_unseen.bench(told, corpus.shared),
    "corpus": lambda told, corpus: corpus_speed.bench(told, corpus.shared),
    "reference": bench_scores,
    "digit_faults": bench_digit_faults,
    "archive": bench_archive,
    "printed": lambda told, corpus: printed.bench(told, corpus.shared),
    "searches": lambda told, corpus: searches.bench(told, corpus.shared),
    "real": lambda told, corpus: real.bench(told, corpus.shared),
}


def measure(part: str, corpus: Corpus, is_written: bool) -> bool:
    """Whether the part held; what it says becomes its chapter, unless it fell before it said all."""
    told, start = Told(), time.perf_counter()
    print(f"\n## {part}\n", flush=True)
    try:
        PARTS[part](told, corpus)
    except Exception:  # the parts after it are measured all the same
        traceback.print_exc()
        return False
    if is_written and told.figures:
        chapters = read_chapters(read_results()) | {part: chapter(part, told, time.perf_counter() - start)}
        RESULTS.write_text(write_chapters(chapters, PARTS), encoding="utf-8")
    return not told.broken


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("part", nargs="*", help=f"of {', '.join(PARTS)}; all unless said")
    asked.add_argument("--shared", type=Path, default=SHARED, help="folder of the reference")
    given = asked.parse_args()
    if unknown := set(given.part) - set(PARTS):
        asked.error(f"no part is called {', '.join(sorted(unknown))}")
    corpus = Corpus.of(given.shared)
    is_whole = corpus.reference is not None and corpus.score_py.exists()
    if not is_whole:
        print(f"No reference or no score.py in {given.shared}: results.md stays as it is.")
    held = [measure(part, corpus, is_whole) for part in given.part or PARTS]
    for sentence in readme.missing((ROOT / "README.md").read_text("utf-8"), read_figures(read_results())):
        print(f"README.md lacks: {sentence}")
    return 0 if all(held) else 1


if __name__ == "__main__":
    raise SystemExit(main())
