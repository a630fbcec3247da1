"""A block of a part's text: the lines that one heading, paragraph or entry is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extractors.pages.lines import Run
from extractors.text.text_lines import TextLine, is_labelled
from schemas.page import Page
from schemas.place import Box, box_around
from swedish.joined_lines import join_texts

_MARK = re.compile(r"^[•●▪◦‣·\uf0b7–-]\s+")


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, item, contents entry, a column of short lines, or what says of a § once more, or
    below it, what its head does (`repeated`); its lines may stand on two sheets.

    `table` says which of the part's tables, a sheet's share each, stands here.
    """

    kind: str
    lines: tuple[TextLine, ...]
    number: str | None = None
    table: int | None = None

    def with_line(self, line: TextLine) -> Block:
        return Block(self.kind, (*self.lines, line), self.number, self.table)

    @property
    def label(self) -> str | None:
        """The label that the block's first line begins with, what it names standing beside it."""
        first = self.lines[0] if self.kind == "text" else None
        return first.runs[0].text if first is not None and is_labelled(first) else None

    @property
    def labelled(self) -> list[str]:
        """What the label names: lines that begin with a capital are entries of their own."""
        if self.label is None:
            return []
        entries = [[self.lines[0].runs[1].text]]
        for line in self.lines[1:]:
            if line.text[0].isupper() and not entries[-1][-1].endswith(("-", "\u00ad", ",")):
                entries.append([line.text])
            else:
                entries[-1].append(line.text)
        return [join_texts(entry) for entry in entries]

    @cached_property
    def text(self) -> str:
        return join_texts(line.text for line in self.lines)

    @cached_property
    def said(self) -> str:
        """The text without a list's mark that is no number."""
        return _MARK.sub("", self.text) if self.kind == "item" else self.text

    @property
    def page(self) -> Page:
        return self.lines[0].page

    @property
    def last_page(self) -> int:
        return self.lines[-1].page.number

    @property
    def box(self) -> Box | None:
        """Around the lines on the block's first sheet."""
        return box_around(line.box for line in self.lines if line.page is self.page)


def columns_of(block: Block) -> list[list[Run]]:
    """The runs of a block of columns, each column's one under the other, the leftmost column first."""
    columns: list[list[Run]] = []
    for line in block.lines:
        for run in line.runs:
            home = next((c for c in columns if abs(c[0].box.x0 - run.box.x0) < 6), None)
            if home is None:
                columns.append([run])
            else:
                home.append(run)
    return sorted(columns, key=lambda c: c[0].box.x0)
