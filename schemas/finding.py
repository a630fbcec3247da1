"""What reconciliation says: an identity that was tried, and a disagreement worth a person's time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from schemas.kinds import CheckKind, DifferenceKind, FindingKind, Level, Relation, Severity
from schemas.place import Place


@dataclass(frozen=True, slots=True)
class Claim:
    """One printed reading at one place: what a finding points at."""

    document_id: str
    place: Place
    raw: str
    fact_id: str | None = None
    amount_id: str | None = None
    paragraph_id: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """An identity the figures should obey;
    `found` is the figure that is proved, `expected` what the others give.

    >>> def check(found: str, tolerance: str) -> Check:
    ...     figures = (Decimal("10.5"), Decimal(found), Decimal(tolerance))
    ...     return Check("c0", "d", CheckKind.SUM, *figures, (), (), "Summan stämmer.")
    >>> check("10.4", "0.1").holds, check("10.6", "0.1").holds, check("10.7", "0.1").holds
    (True, True, False)
    >>> check("10.4", "0").difference
    Decimal('-0.1')
    """

    check_id: str
    document_id: str
    kind: CheckKind
    expected: Decimal
    found: Decimal
    tolerance: Decimal
    fact_ids: tuple[str, ...]
    amount_ids: tuple[str, ...]
    says: str

    @property
    def difference(self) -> Decimal:
        return self.found - self.expected

    @property
    def holds(self) -> bool:
        return abs(self.difference) <= self.tolerance


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement: `expected` and `found` as printed, `says` in Swedish."""

    finding_id: str
    document_id: str
    kind: FindingKind
    severity: Severity
    says: str
    expected: str | None
    found: str | None
    evidence: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one side says and the other does not."""

    kind: DifferenceKind
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two paragraphs, or two sections, that say the same; the one that stands first is side a."""

    duplicate_id: str
    level: Level
    document_id_a: str
    part_id_a: str
    id_a: str
    document_id_b: str
    part_id_b: str
    id_b: str
    relation: Relation
    similarity: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What holding one document against itself and the archive gave."""

    document_id: str
    duplicates: tuple[Duplicate, ...] = ()
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
