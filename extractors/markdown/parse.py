"""A Markdown file becomes sheets of elements, parted where the input parts its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.markdown.elements import Contents, Element, Heading, Lines, Sheet, Text, Token
from extractors.markdown.grids import Tabled, read_html, read_pipes, read_tabs
from extractors.markdown.inline import read_inline
from extractors.text.leaders import has_leaders
from swedish.joined_lines import join_texts

BLANKS_BETWEEN_SHEETS = 2
SHORT_LINE = 60  # characters: a paragraph of lines all shorter than this has its line breaks from the print
_PAGE_BREAK = re.compile(r"<!--\s*page-?\s?break\s*-->|\\(?:pagebreak|newpage)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_RULED_OFF = re.compile(r"^\s{0,3}(?:\{\d+\})?(?:-\s?){3,}$|^\s{0,3}(?:\*\s?){3,}$|^\s{0,3}(?:_\s?){3,}$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{2,})\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_ITEM = re.compile(r"^\s*([-*+•●▪–]|\d{1,3}[.)]|[a-zåäö]\))\s+(\S.*)$")
_MARKS = frozenset("-*+")
_HTML_TABLE = re.compile(r"^\s*(?:<(?:div|center|html|body|figure)\b[^>]*>\s*)*<table\b", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_DASHES = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_IMAGE = re.compile(r"^\s*(?:!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>)\s*$", re.IGNORECASE)
_HARD = re.compile(r"(?: {2,}|\\|<br\s*/?>)\s*$", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.…_]*(?:s\.?|sid\.?|sida)?\s*(\d{1,4})\s*$")


@dataclass
class _Reader:
    """Reads line by line; `at` is the next line."""

    lines: list[str]
    at: int = 0
    sheets: list[Sheet] = field(default_factory=lambda: [[]])
    n_charts: int = 0
    after_image: bool = False

    @property
    def line(self) -> str:
        return self.lines[self.at]

    def ahead(self, offset: int = 1) -> str:
        """The line `offset` after this one, empty behind the last."""
        return self.lines[self.at + offset] if self.at + offset < len(self.lines) else ""

    def add(self, *elements: Element) -> None:
        self.sheets[-1] += elements
        self.after_image = False

    def add_table(self, tabled: Tabled) -> None:
        self.n_charts += tabled.n_charts
        self.add(*tabled.elements)

    def break_sheet(self) -> None:
        if self.sheets[-1]:
            self.sheets.append([])


def read_markdown(text: str) -> tuple[list[Sheet], int]:
    """The file's sheets, and how many tables of charts' data were left out."""
    text = _FRONT_MATTER.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _without_comments(_PAGE_BREAK.sub("\f", text)).replace("\f", "\n\f\n")
    reader = _Reader(text.split("\n"))
    blanks = 0
    while reader.at < len(reader.lines):
        if reader.line.strip(" \t") and blanks >= BLANKS_BETWEEN_SHEETS:
            reader.break_sheet()
        if not reader.line.strip(" \t"):
            blanks += 1
            reader.at += 1
            continue
        blanks = 0
        _read_block(reader)
    return [sheet for sheet in reader.sheets if sheet], reader.n_charts


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that nothing ends is kept as it is printed."""
    first, *rest = text.split("<!--")
    return first + "".join(piece.partition("-->")[2] if "-->" in piece else f"<!--{piece}" for piece in rest)


def _read_block(reader: _Reader) -> None:
    """One block: a heading, a table, a list item or a paragraph."""
    line = reader.line
    if "\f" in line or _RULED_OFF.match(line):
        reader.break_sheet()
        reader.at += 1
    elif match := _HEADING.match(line):
        reader.add(Heading(len(match[1]), read_inline(match[2])))
        reader.at += 1
    elif _FENCE.match(line):
        _read_fenced(reader)
    elif _IMAGE.match(line):
        reader.after_image = True
        reader.at += 1
    elif _HTML_TABLE.match(line):
        _read_html(reader)
    elif _begins_pipes(reader):
        reader.add_table(read_pipes(_take_piped(reader)))
    elif _begins_tabs(line):
        reader.add_table(read_tabs(_take_tabbed(reader)))
    else:
        _read_text(reader)


def _take_piped(reader: _Reader) -> list[str]:
    """Lines of a pipe table, the line of dashes under its header left out."""
    taken: list[str] = []
    while reader.at < len(reader.lines) and "|" in reader.line:
        taken.append(reader.line)
        reader.at += 1
    return [line for line in taken if not _DASHES.match(line)]


def _begins_pipes(reader: _Reader) -> bool:
    line, below = reader.line.strip(), reader.ahead().strip()
    if "|" not in line:
        return False
    fenced = line.startswith("|") and line.endswith("|") and below.startswith("|") and below.endswith("|")
    return fenced or ("|" in below and bool(_DASHES.match(below)))


def _begins_tabs(line: str) -> bool:
    """True for a line of several cells, empty ones too; a line that is only indented is one of text."""
    return "\t" in line.lstrip(" \t")


def _take_tabbed(reader: _Reader) -> list[str]:
    taken = []
    while reader.at < len(reader.lines) and reader.line.strip():
        if (
            not ("\t" in reader.line or "\t" in reader.ahead())
            or _HEADING.match(reader.line)
            or "\f" in reader.line
        ):
            break
        taken.append(reader.line)
        reader.at += 1
    return taken


def _read_html(reader: _Reader) -> None:
    """An HTML table, to the tag that ends it; directly under an image it is the data of a chart."""
    depth = 0
    held: list[str] = []
    while reader.at < len(reader.lines):
        held.append(reader.line)
        depth += sum(-1 if tag[1] else 1 for tag in _TABLE_TAG.finditer(reader.line))
        reader.at += 1
        if depth <= 0:
            break
    if reader.after_image:
        reader.n_charts += 1
        reader.after_image = False
    else:
        reader.add_table(read_html("\n".join(held)))


def _read_fenced(reader: _Reader) -> None:
    reader.at += 1
    lines = []
    while reader.at < len(reader.lines) and not _FENCE.match(reader.line):
        lines.append(tuple(Token(word) for word in reader.line.split()))
        reader.at += 1
    reader.at += 1
    if any(lines):
        reader.add(Text(tuple(line for line in lines if line)))


def _read_text(reader: _Reader) -> None:
    """A paragraph or list item, to the next blank line or block; contents entries come one by one."""
    first = reader.line
    item = _ITEM.match(first)
    lines = [f"{'•' if item[1] in _MARKS else item[1]} {item[2]}" if item else _unquoted(first)]
    reader.at += 1
    while reader.at < len(reader.lines) and reader.line.strip() and not _begins_block(reader):
        if not item and (match := _UNDERLINE.match(reader.line)):
            reader.at += 1
            reader.add(Heading(1 if match[1][0] == "=" else 2, read_inline(join_texts(lines))))
            return
        lines.append(_unquoted(reader.line))
        reader.at += 1
    if sum(has_leaders(line) for line in lines) * 2 > len(lines):
        reader.add(*(_entry(line) for line in lines))
    elif found := _read_lines(lines):
        reader.add(Text(found))


def _begins_block(reader: _Reader) -> bool:
    line = reader.line
    if (
        "\f" in line
        or _HEADING.match(line)
        or _ITEM.match(line)
        or _HTML_TABLE.match(line)
        or _FENCE.match(line)
    ):
        return True
    return _IMAGE.match(line) is not None or _begins_tabs(line) or _begins_pipes(reader)


def _unquoted(line: str) -> str:
    return re.sub(r"^\s{0,3}(?:>\s?)+", "", line).lstrip()


def _read_lines(raws: list[str]) -> Lines:
    """The paragraph's lines as they are to be set: broken where the input says so, or where all are short."""
    short = len(raws) > 1 and all(len(raw) < SHORT_LINE for raw in raws)
    groups: list[list[str]] = [[]]
    for raw in raws:
        hard = bool(_HARD.search(raw))
        groups[-1].append(_HARD.sub("", raw).strip())
        if short or hard:
            groups.append([])
    breaks = "<br>".join(join_texts(group) for group in groups if group)
    return read_inline(breaks)


def _entry(line: str) -> Element:
    match = _LEADERS.search(line)
    if match is None:
        return Text(read_inline(line))
    label = read_inline(line[: match.start()])
    return Contents(tuple(token for held in label for token in held), match[1])
