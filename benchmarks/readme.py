"""What README.md says of how good it is: sentences with the names of figures, and none without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from benchmarks.told import Figure

CHAPTER = "How good it is"
# Each stands word for word in README.md, its figures taken from benchmarks/results.md.
SAYS = (
    "Measured on a {reference.sheets}-page protocol with memo and annex whose ground truth was made by hand",
    "{rows.exact} of {rows.printed} table rows exact and {rows.made_up} made up, where the best peer, told "
    "which pages to read, has {rows.best_peer_exact} and makes up {rows.best_peer_made_up}",
    "{reference.facts_found} of {reference.facts_gold} facts right with group, row, column, unit and page",
    "Reading everything costs some {speed.times_plain_text:.0f} times what PDFium's plain text costs, and "
    "{speed.share_of_words:.0%} of what pdfplumber's words alone cost",
    "Of the {reference.duplicates_gold} pairs of paragraphs that repeat each other, "
    "{reference.duplicates_found} are found and {reference.duplicates_made_up} made up",
    "of {reference.findings_recall_gold} disagreements known in the document "
    "{reference.findings_recall_found} are told, with {reference.findings_precision_made_up} false alarms "
    "among errors and warnings",
    "{reference.facts_verified:.0%} of the figures in tables are proved by an identity that holds",
    "{real.annual_reports_found} of {real.annual_reports_gold} figures of three annual reports and "
    "{real.year_end_report_found} of {real.year_end_report_gold} of a year-end report",
    "{real.layers_found} of {real.layers_bad} sheets whose text layer lies or is not there found, "
    "{real.layers_false} sound ones taken for such",
    "a scanned annual report against its text version: facts {real.scan_facts_f1:.2f} (F1, with group, row "
    "and column), {real.scan_characters_wrong:.1%} of characters wrong",
    "OCR costs some {printed.scanned_seconds:.0f} seconds a sheet",
)
_NAMED = re.compile(r"\{([\w.]+)(?::([^}]*))?\}")


def fill(sentence: str, figures: Mapping[str, Figure]) -> str:
    """The sentence with its figures.

    >>> fill("{rows.exact} rows, {reference.facts_verified:.0%} proved",
    ...      {"rows.exact": 126, "reference.facts_verified": 0.7972})
    '126 rows, 80% proved'
    """
    return _NAMED.sub(lambda found: format(figures[found[1]], found[2] or ""), sentence)


def named_in(sentence: str) -> set[str]:
    """The names of the figures that a sentence quotes."""
    return {found[1] for found in _NAMED.finditer(sentence)}


def missing(readme: str, figures: Mapping[str, Figure]) -> Iterator[str]:
    """The sentences that README.md should have and has not, those left out whose figures are not measured.

    >>> list(missing("OCR costs some 5\\nseconds a sheet", {"printed.scanned_seconds": 5.6}))
    ['OCR costs some 6 seconds a sheet']
    """
    words = fold(readme)
    said = (fill(sentence, figures) for sentence in SAYS if named_in(sentence) <= figures.keys())
    return (sentence for sentence in said if sentence not in words)


def fold(text: str) -> str:
    return " ".join(text.split())
