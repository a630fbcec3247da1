"""Seeded faults: one digit changed in a cell that takes part in a sum must yield a finding.

    python -m benchmarks.digit_faults [--each N] [--most N] [--misses]

Figures are changed in the reading, not in the PDF. Prints, for each sound sample, the changes tried and how
many were found. Ends with status 1 where the share of all is below the limit.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from benchmarks.corpus import ROOT, source_of
from extractors.document import extract
from reconcilers.known.grid import find_grids
from reconcilers.known.known import know
from reconcilers.reconcile import OF_FIGURES
from reconcilers.same_figure.checks import find_cross_checks
from reconcilers.sums.checks import find_checks
from reconcilers.telling.tellings import in_order_of_sheets, to_findings
from schemas.document import Extraction, Fact
from schemas.finding import Finding

LEAST_SHARE = 0.98
SOUND = (
    "utdrag-budget", "fortsatt-tabell", "minustecken", "finlandssvensk", "utan-linjer", "protokoll",
    "skadad-text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell as it was and as it reads with one digit changed, and the findings that then came."""

    was: Fact
    now: Fact
    findings: tuple[Finding, ...]

    @property
    def named(self) -> bool:
        """True where a finding has the cell among its places (a sum of sixty figures has more than a
        finding names).
        """
        return any(
            claim.fact_id == self.now.fact_id for finding in self.findings for claim in finding.evidence
        )


def read_sample(name: str) -> Extraction:
    """The reading of a sample, by the name of its folder."""
    path = ROOT / "samples" / name / f"{name}.pdf"
    pdf = path.read_bytes()
    return extract(pdf, source_of(pdf, path))


def figure_findings(reading: Extraction) -> tuple[Finding, ...]:
    """Findings on figures alone, as reconcile() finds them."""
    grids = find_grids(reading)
    within = find_checks(reading, grids)
    known = know(reading, grids, (*within, *find_cross_checks(reading, grids, within)))
    told = in_order_of_sheets(telling for make in OF_FIGURES for telling in make(reading, known))
    return to_findings(told, known.document_id, f"{known.document_id}-f")


def cells_in_sums(reading: Extraction) -> list[Fact]:
    """Facts that take part in a sum or net that holds, in reading order."""
    held = (c for c in find_checks(reading) if c.holds and c.kind in ("sum", "net"))
    ids = {fact_id for check in held for fact_id in check.fact_ids}
    return [fact for fact in reading.facts if fact.fact_id in ids]


def with_digit(fact: Fact, position: int, digit: str, per_unit: Decimal | None) -> Fact:
    """The fact with another digit at that position of its number;
    `per_unit` is kronor for each printed unit.
    """
    places = [i for i, sign in enumerate(fact.raw) if sign.isdecimal()]
    raw = fact.raw[: places[position]] + digit + fact.raw[places[position] + 1 :]
    sign, digits, exponent = fact.value.as_tuple()
    padded = [*(0,) * (len(places) - len(digits)), *digits]
    padded[position] = int(digit)
    value = Decimal((sign, tuple(padded), int(exponent)))
    return replace(fact, raw=raw, value=value, value_sek=None if per_unit is None else value * per_unit)


def digit_changes(fact: Fact, rng: random.Random, each: int) -> Iterator[tuple[int, str]]:
    """Positions and other digits, drawn without repetition; no number is given a leading zero."""
    digits = [sign for sign in fact.raw if sign.isdecimal()]
    if len(digits) < len(fact.value.as_tuple().digits):
        return
    options = [(i, d) for i, was in enumerate(digits) for d in "0123456789" if d != was]
    options = [(i, d) for i, d in options if d != "0" or i > 0 or len(digits) == 1]
    yield from rng.sample(options, min(each, len(options)))


def seed_faults(reading: Extraction, rng: random.Random, each: int = 1, most: int = 0) -> Iterator[Fault]:
    """`each` changes of every cell that takes part in a sum, one at a time;
    of `most` cells, drawn at random.
    """
    rates = {f.unit: f.value_sek / f.value for f in reading.facts if f.value and f.value_sek is not None}
    cells = cells_in_sums(reading)
    for fact in rng.sample(cells, most) if 0 < most < len(cells) else cells:
        for position, digit in digit_changes(fact, rng, each):
            changed = with_digit(fact, position, digit, rates.get(fact.unit))
            facts = tuple(changed if f is fact else f for f in reading.facts)
            yield Fault(fact, changed, figure_findings(replace(reading, facts=facts)))


def count_found(
    names: Iterable[str] = SOUND,
    each: int = 1,
    most: int = 0,
    misses: bool = False,
    say: Callable[[str], None] = print,
) -> tuple[int, int]:
    """Changes found and changes tried, told line by line."""
    found = tried = 0
    for name in names:
        faults = list(seed_faults(read_sample(name), random.Random(name), each, most))
        hits = sum(bool(fault.findings) for fault in faults)
        named = sum(fault.named for fault in faults)
        loud = sum(any(each.severity != "notice" for each in fault.findings) for fault in faults)
        found, tried = found + hits, tried + len(faults)
        say(
            f"  {name:18}{hits:5} of {len(faults):5} found, {loud} as error or warning, {named} with "
            "the cell named"
        )
        for fault in faults:
            if misses and not fault.findings:
                where = (fault.was.group_label, fault.was.row_label, fault.was.column_label)
                say(" / ".join(map(str, ("      missed:", *where, f"{fault.was.raw} → {fault.now.raw}"))))
    return found, tried


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--each", type=int, default=1, help="changes of each cell (1)")
    parser.add_argument(
        "--most", type=int, default=100, help="cells of each sample, drawn at random; 0: all (100)"
    )
    parser.add_argument("--misses", action="store_true", help="list the changes that yielded no finding")
    parser.add_argument("samples", nargs="*")
    given = parser.parse_args()
    found, tried = count_found(given.samples or SOUND, given.each, given.most, given.misses)
    share = found / tried if tried else 1.0
    print(
        f"One digit changed in a cell of a sum: {share:.4f} found ({found} of {tried}; at least "
        f"{LEAST_SHARE})"
    )
    sys.exit(share < LEAST_SHARE)


if __name__ == "__main__":
    main()
