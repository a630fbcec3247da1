"""What became of each file, and of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flows.readers.answers import Reading
from schemas.errors import ExitStatus
from schemas.kinds import SEVERITIES, Fate
from schemas.warnings import sentences

_FAILED = frozenset((Fate.QUARANTINED, Fate.STILL_QUARANTINED, Fate.NOT_OPENED, Fate.WAITING))
_KEPT = frozenset((Fate.INGESTED, Fate.REPLACED, Fate.UNCHANGED))
_NEWS_OF_FAILURE = frozenset((Fate.QUARANTINED, Fate.NOT_OPENED))


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """A file's fate.

    `what` is ingested, replaced (read anew by another extractor), unchanged, duplicate (same bytes as `says`,
    in the same run), quarantined, still_quarantined (known bad, not tried again), not_opened, waiting (being
    written) or passed_over (Markdown in a folder that is no paper of an office: a README).
    """

    file: str
    what: Fate
    sha256: str = ""
    path: str = ""
    code: str = ""
    says: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def with_reading(self, whole: Reading) -> Outcome:
        reading, proved = whole.extraction, whole.reconciliation
        names = ("decisions", "tables", "facts", "amounts")
        severities = Counter(finding.severity for finding in proved.findings)
        counts = (
            *((name, len(getattr(reading, name))) for name in names),
            *((f"{severity}s", severities[severity]) for severity in SEVERITIES),
            ("checks", len(proved.checks)),
            ("checks_held", sum(check.holds for check in proved.checks)),
        )
        of_sheets = (warning.on(sheet.page) for sheet in reading.pages for warning in sheet.warnings)
        unsaid = [warning for warning in of_sheets if warning not in reading.warnings]
        return replace(self, counts=counts, warnings=tuple(sentences((*reading.warnings, *unsaid))))

    @property
    def has_failed(self) -> bool:
        return self.what in _FAILED

    @property
    def is_kept(self) -> bool:
        """The bytes are a document in the archive now."""
        return self.what in _KEPT


@dataclass(frozen=True, slots=True)
class Compared:
    """How many pairs of documents were held against each other, and how many of them could not be."""

    pairs: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Corrections:
    """How many corrections are in each state in the release,
    and what in corrections.csv was not understood.
    """

    states: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A run's outcomes in order of name, and the release that stands after it."""

    outcomes: tuple[Outcome, ...] = ()
    release: int = 0
    is_new_release: bool = False
    compared: Compared = Compared()
    corrections: Corrections = field(default_factory=Corrections)

    @property
    def tally(self) -> Counter[Fate]:
        """How many files had each fate."""
        return Counter(outcome.what for outcome in self.outcomes)

    @property
    def failures(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.has_failed)

    @property
    def has_new_failures(self) -> bool:
        """Whether something failed that the operator has not been told of before."""
        return any(outcome.what in _NEWS_OF_FAILURE for outcome in self.outcomes)

    @property
    def exit_status(self) -> ExitStatus:
        if all(outcome.what == Fate.PASSED_OVER for outcome in self.outcomes):
            return ExitStatus.NOTHING_FOUND
        return ExitStatus.SOME_FAILED if self.failures else ExitStatus.OK

    def count(self, name: str) -> int:
        """Rows of one kind among the files read in this run."""
        return sum(dict(outcome.counts).get(name, 0) for outcome in self.outcomes)
