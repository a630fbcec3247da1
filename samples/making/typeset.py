"""The third engine: typst sets the page itself (justified, hyphenated, its own table breaks)
and is then asked where everything landed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from making.fonts import DEBIAN, font_path
from making.gold import Gold, Json, unmarked
from making.model import Row, Table

FACES = ("DejaVuSans", "LiberationSerif-Regular", "LiberationSans-Regular")
PRELUDE = """
#let mark(key) = context [#metadata((k: key, p: here().page())) <m>]
#set table.cell(breakable: false)
#set par(leading: 0.62em, spacing: 1.1em)
"""


def literal(text: str) -> str:
    """Text as a typst string, so that nothing in it is markup.

    >>> literal('§ 6 "A" #x')
    '"§ 6 \\\\"A\\\\" #x"'
    """
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """How typst rules a table; `widths` are typst lengths."""

    widths: str
    size: float = 8.5
    stroke: str = "none"
    fill: str = "none"
    inset: str = "(x: 4pt, y: 3pt)"
    rule_head: bool = True


class Sheet:
    """A typst source being written, and the gold beside it.
    `pages` holds what an earlier setting answered.
    """

    def __init__(self, gold: Gold, pages: Mapping[str, int]) -> None:
        self.gold, self.pages, self.source = gold, pages, [PRELUDE]
        self.marks = 0

    def add(self, *lines: str) -> None:
        self.source += lines

    def mark(self, key: str | None = None) -> tuple[str, int]:
        """Code that reports its page under a key, and that page as known so far."""
        self.marks += 1
        key = key or f"m{self.marks}"
        return f'#mark("{key}")', self.pages.get(key, 1)

    def part(self, kind: str, title: str) -> None:
        code, page = self.mark()
        self.add(code)
        self.gold.part(kind, title, page)

    def heading(
        self,
        text: str,
        level: int,
        number: str | None = None,
        key: str | None = None,
        before: str = "",
        heads: bool = True,
    ) -> None:
        """`before` is typst code that stays with the heading, on the line above it; what looks like a heading
        and only names the table below it `heads` no section.
        """
        code, page = self.mark(key)
        if heads:
            self.gold.section(text, level, page, number)
        printed = f"{number} {text}" if number else text
        self.add(
            (
                f"{before}#block(sticky: true, above: 1.5em, below: "
                f"0.7em)[{code}#head{level}[#{literal(printed)}]]"
            ),
            "",
        )

    def para(self, text: str, indent: str = "0pt", mark: str = "", style: str = "") -> None:
        start, first = self.mark()
        end, last = self.mark()
        body = f"{start}#{literal(unmarked(text))}{end}"
        if mark:
            body = f"#grid(columns: (1.6em, 1fr), [#{literal(mark)}], [{body}])"
        self.add(
            f"#block(inset: (left: {indent}))[{style}{body}]"
            if mark or indent != "0pt"
            else f"{style}{body}",
            "",
        )
        self.gold.paragraph(f"{mark} {text}" if mark else text, sorted({first, last}))

    def paras(self, *texts: str) -> None:
        for text in texts:
            self.para(text)

    def listing(self, items: Sequence[str], mark: Callable[[int], str] = lambda n: f"{n}.") -> None:
        for number, item in enumerate(items, 1):
            self.para(item, "1em", mark(number))

    def table(self, table: Table, grid: Grid, **more: Any) -> None:
        pages, rows = [], []
        for row in table.rows:
            code, page = self.mark()
            pages.append(page)
            rows.append(_row_code(row, code))
        columns = (
            f"(1fr, {', '.join([grid.widths] * (len(table.columns) - 1))})"
            if "," not in grid.widths
            else f"({grid.widths})"
        )
        repeat = str(table.repeated).lower()
        self.add(
            f"#[#set text(size: {grid.size}pt, hyphenate: false); #set par(justify: false)",
            f"#table(columns: {columns}, stroke: {grid.stroke}, fill: {grid.fill}, inset: {grid.inset},",
            "align: (x, y) => if x == 0 { left + bottom } else { right + bottom },",
            f"table.header(repeat: {repeat}, {_head_code(table)}),",
            "table.hline(stroke: 0.6pt)," if grid.rule_head else "",
            *rows,
            ")]",
            "",
        )
        self.gold.table(table, pages, **more)


def _head_code(table: Table) -> str:
    cells = []
    if table.spans:
        covered = {c for _, first, last in table.spans for c in range(first, last + 1)}
        upper: list[tuple[int, str]] = [(c, "[]") for c in range(len(table.columns)) if c not in covered]
        upper += [
            (first, f"table.cell(colspan: {last - first + 1}, align: center)[*#{literal(text)}*]")
            for text, first, last in table.spans
        ]
        cells = [code for _, code in sorted(upper)]
    for text in table.printed_head:
        lines = " \\ ".join(f"#{literal(words)}" for words in text.replace("¦", "").split("\n") if words)
        cells.append(f"[*{lines}*]" if lines else "[]")
    return ", ".join(cells)


def _row_code(row: Row, mark: str) -> str:
    star = "" if row.kind == "data" else "*"
    cells = [f"[{star}#{literal(cell.raw)}{star}]" if cell.raw else "[]" for cell in row.cells]
    return f"[{mark}{star}#{literal(row.label)}{star}], " + ", ".join(cells) + ","


def set_until_steady(build: Callable[[Mapping[str, int]], Sheet]) -> tuple[bytes, Json]:
    """Set, ask for the pages, and set again until the answer no longer changes."""
    import typst

    for face in FACES:
        font_path(face)
    fonts: dict[str, Any] = {"font_paths": [str(DEBIAN)], "ignore_system_fonts": True}
    pages: dict[str, int] = {}
    for _ in range(4):
        sheet = build(pages)
        source = "\n".join(sheet.source).encode()
        answer = {m["k"]: m["p"] for m in json.loads(typst.query(source, "<m>", field="value", **fonts))}
        if answer == pages:
            return bytes(typst.compile(source, format="pdf", **fonts)), sheet.gold.as_json(pages["end"])
        pages = answer
    raise RuntimeError("the pages never settled")
