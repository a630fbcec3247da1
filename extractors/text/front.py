"""A protocol's first sheets: each entry of the attendance list and of the head becomes one block."""

from __future__ import annotations

from extractors.pages.lines import Run
from extractors.text.attendance import find_entries
from extractors.text.attendance_tables import take_tables
from extractors.text.block import Block
from extractors.text.leaders import has_leaders
from extractors.text.text_lines import TextLine
from swedish.section_signs import read_sign

_LISTED = ("member", "substitute", "attending", "adjuster", "absent")  # a bare "Beslutande" heads no section


def take_front(sheets: list[list[TextLine | Block]]) -> None:
    """Puts one "entry" block for each entry in the place of its lines,
    up to the first § or contents entry.
    """
    for sheet in sheets:
        end = next((i for i, item in enumerate(sheet) if _ends_front(item)), len(sheet))
        sheet[:end] = _with_entries([item for item in sheet[:end] if isinstance(item, TextLine)])
        if end < len(sheet) and not any(_is_contents(item) for item in sheet):
            return


def _ends_front(item: TextLine | Block) -> bool:
    return isinstance(item, Block) or read_sign(item.text) is not None or _is_contents(item)


def _is_contents(item: TextLine | Block) -> bool:
    return isinstance(item, TextLine) and has_leaders(item.text)


def _with_entries(lines: list[TextLine]) -> list[TextLine | Block]:
    _, listed = take_tables(lines)
    entries = [entry for entry in find_entries(listed) if entry.runs or entry.role in _LISTED]
    owner = {run: line for line in lines for run in line.runs}
    held = {entry.label: dict.fromkeys((entry.label, *(run for run, _ in entry.runs))) for entry in entries}
    taken = {run for runs in held.values() for run in runs}
    blocks = {
        label: Block("entry", tuple(_single(owner[run], run) for run in runs)) for label, runs in held.items()
    }
    items: list[TextLine | Block] = []
    others = iter(listed)
    other = next(others, None)
    for line in lines:
        if line is other:
            other = next(others, None)
        else:  # a row of a table of those who came
            items.append(Block("entry", tuple(_single(line, run) for run in line.runs)))
            continue
        if not any(run in taken for run in line.runs):
            items.append(line)
            continue
        # what no label holds is text all the same
        loose = [run for run in line.runs if run in blocks or run not in taken]
        items += [blocks.get(run) or _single(line, run) for run in loose]
    return items


def _single(line: TextLine, run: Run) -> TextLine:
    return TextLine(line.page, (run,), run.text, run.box, line.size, line.bold, line.look, line.boxed)
