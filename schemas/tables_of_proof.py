"""The published tables that reconciliation fills: what repeats, what was tried, what disagrees."""

from __future__ import annotations

import pyarrow as pa

from schemas import columns as c
from schemas.columns import amount, choice, flag, text, texts
from schemas.kinds import CheckKind, DifferenceKind, FindingKind, Level, Relation, Severity, listed
from schemas.published_table import PublishedTable

_SIDES = tuple(
    column.named(f"{column.name}_{side}")
    for side in "ab"
    for column in (c.DOCUMENT_ID, c.PART_ID, text("id", "The paragraph or section on this side."))
)
DUPLICATES = PublishedTable(
    "duplicates",
    "Two paragraphs, or two sections, that say the same.",
    ("duplicate_id",),
    (
        text("duplicate_id", "The pair.").required(),
        choice("level", Level).required(),
        *_SIDES,
        choice("relation", Relation).required(),
        c.Column("similarity", pa.float64(), "2·M/T over words, 0 to 1."),
        c.Column("differences", c.DIFFERENCE, f"What differs: kind ({listed(DifferenceKind)}), a, b."),
    ),
)
CHECKS = PublishedTable(
    "checks",
    "One identity that the figures should obey, held or not.",
    ("check_id",),
    (
        text("check_id", "The check.").required(),
        c.DOCUMENT_ID,
        choice("kind", CheckKind, "{values}; structure counts §§, sheets, annexes or votes.").required(),
        amount("expected", "What the other figures give."),
        amount("found", "The figure that is proved."),
        amount("difference", "found − expected."),
        amount("tolerance", "What rounding allows."),
        flag("holds", "True where |difference| ≤ tolerance.").required(),
        texts("fact_ids", "The facts that take part."),
        texts("amount_ids", "The amounts that take part."),
        c.SAYS,
    ),
)
FINDINGS = PublishedTable(
    "findings",
    "A disagreement worth a person's time.",
    ("finding_id",),
    (
        text("finding_id", "The finding.").required(),
        c.DOCUMENT_ID,
        choice("kind", FindingKind, "{values}; reference and restated are not looked for yet.").required(),
        choice("severity", Severity).required(),
        c.SAYS,
        text("expected", "The one reading, as printed."),
        text("found", "The other reading, as printed."),
        c.Column("evidence", c.CLAIM, "The places, at most 24."),
    ),
)
