"""The §§ that must be there and were not found: told, with where each should stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.protocol.part_reading import PartReading
from extractors.text.matters import Matter, find_missing, find_stated
from schemas.warnings import Code, Warned, warn

_FIRST_LINES = 12  # of a part's first sheet: where it says that it is an extract
_SHOWN = 12  # runs of numbers


def tell_lost_matters(parts: Sequence[PartReading]) -> Iterator[Warned]:
    """A warning for each meeting with a gap in its numbers, or without §§ that its first page tells of.

    Annexes may stand between its §§: what comes behind them goes on with the numbers.
    """
    for meeting in _meetings(parts):
        held = [(matter, _sheet(matter, part)) for part in meeting for matter in part.matters]
        first = meeting[0]
        if _is_extract(first):
            continue
        front = first.blocks[: first.matters[0].head[0]] if first.matters else first.blocks
        missing = find_missing([matter for matter, _ in held], find_stated(front, first.entries))
        if missing:
            ends = first.part.first_page or 1, meeting[-1].part.last_page or 1
            shown = ", ".join(_where(run, held, ends) for run in runs_of(missing)[:_SHOWN])
            yield warn(Code.STRUCTURE_INCOMPLETE, count=len(missing), shown=shown)


def _meetings(parts: Sequence[PartReading]) -> list[list[PartReading]]:
    """The protocols, and agendas, that go on with each other's numbers."""
    meetings: list[list[PartReading]] = []
    for part in (p for p in parts if p.part.kind == "protocol" or (p.part.kind == "notice" and p.matters)):
        numbers = _numbers(part)
        before = _numbers(*meetings[-1]) if meetings else []
        goes_on = meetings and (not numbers or not before or numbers[0] > before[-1])
        if goes_on and meetings[-1][0].part.kind == part.part.kind:
            meetings[-1].append(part)
        else:
            meetings.append([part])
    return meetings


def _numbers(*parts: PartReading) -> list[int]:
    return [int(m.sign.paragraph) for part in parts for m in part.matters if m.sign.paragraph.isdigit()]


def _is_extract(part: PartReading) -> bool:
    lines = [*part.margins[0].head, *part.margins[0].body[:_FIRST_LINES]]
    return any("utdrag" in line.text.casefold() for line in lines)


def runs_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """
    >>> runs_of([140, 142, 143, 144])
    [(140, 140), (142, 144)]
    """
    runs = [[n for _, n in group] for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return [(run[0], run[-1]) for run in runs]


def _where(run: tuple[int, int], held: Sequence[tuple[Matter, int]], ends: tuple[int, int]) -> str:
    """ "§ 142 (mellan sida 5 och 7)"; `ends` are the meeting's first and last sheet."""
    first, last = run
    name = f"§ {first}" if first == last else f"§§ {first}–{last}"
    numbered = [(int(m.sign.paragraph), sheet) for m, sheet in held if m.sign.paragraph.isdigit()]
    low = max((sheet for number, sheet in numbered if number < first), default=ends[0])
    high = min((sheet for number, sheet in numbered if number > last), default=ends[1])
    return f"{name} ({f'sida {low}' if low >= high else f'mellan sida {low} och {high}'})"


def _sheet(matter: Matter, part: PartReading) -> int:
    return part.blocks[matter.at].page.number
