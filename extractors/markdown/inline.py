"""Markup within a line: Markdown's own by markdown-it-py, and the HTML that OCR engines put in Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token as Mark

from extractors.markdown.elements import Lines, Token

_GRAMMAR = MarkdownIt("commonmark")
_RAISED = re.compile(r"<sup>\s*(\d{1,2})\)?\s*</sup>|\$\s*\^\{?(\d{1,2})\)?\}?\s*\$", re.IGNORECASE)
# a star inside a word is printed: Markdown's grammar makes "5*3*2" of it "532"
_STAR = re.compile(r"(?<=\w)\*(?=\w)")
_TAG = re.compile(r"<(/?)([a-z]+)", re.IGNORECASE)
_STRONG, _STRESSED = frozenset(("b", "strong", "th")), frozenset(("i", "em"))


@dataclass(slots=True)
class _Pen:
    """Writes words in the style that holds; `glued`: the last one goes on, as in "**Viared**:"."""

    lines: list[list[Token]] = field(default_factory=lambda: [[]])
    bold: int = 0
    italic: int = 0
    glued: bool = False

    def write(self, text: str) -> None:
        words = [Token(word, self.bold > 0, self.italic > 0) for word in text.split()]
        if words and self.glued and not text[0].isspace():
            last = self.lines[-1].pop()
            words[0] = Token(last.text + words[0].text, last.bold, last.italic)
        self.lines[-1] += words
        self.glued = bool(words or self.glued) and not text[-1:].isspace()

    def break_line(self) -> None:
        self.lines.append([])
        self.glued = False


def read_inline(raw: str) -> Lines:
    """The words of a paragraph, heading or cell with their styles, cut where the input breaks the line.

    >>> read_inline("**Netto** 532*<br>se [bilaga](b.pdf)")[0]
    (Token(text='Netto', bold=True, italic=False), Token(text='532*', bold=False, italic=False))
    >>> [token.text for token in read_inline("<b>Summa</b> &amp; 88,0<sup>1</sup> *ung.* 5 \\\\* 3")[0]]
    ['Summa', '&', '88,0', '1)', 'ung.', '5', '*', '3']
    """
    text = _STAR.sub(r"\\*", _RAISED.sub(lambda match: _raised(match, raw), raw))
    [line] = _GRAMMAR.parseInline(text)
    pen = _Pen()
    for mark in line.children or ():
        _take(pen, mark)
    return tuple(tuple(line) for line in pen.lines if line)


def _take(pen: _Pen, mark: Mark) -> None:
    """A link keeps its words; a picture has none."""
    match mark.type:
        case "text" | "text_special" | "code_inline":
            pen.write(mark.content)
        case "softbreak" | "hardbreak":  # how the input wraps; only <br> breaks a line of the print
            pen.write(" ")
        case "strong_open" | "strong_close":
            pen.bold += mark.nesting
        case "em_open" | "em_close":
            pen.italic += mark.nesting
        case "html_inline":
            _take_tag(pen, mark.content)


def _take_tag(pen: _Pen, tag: str) -> None:
    match = _TAG.match(tag)
    if match is None:  # a comment
        return
    name, by = match[2].lower(), -1 if match[1] else 1
    if name == "br":
        pen.break_line()
    elif name in _STRONG:
        pen.bold = max(0, pen.bold + by)
    elif name in _STRESSED:
        pen.italic = max(0, pen.italic + by)


def _raised(match: re.Match[str], text: str) -> str:
    """A raised figure is a footnote mark, as contracts print it in a line: "1)";
    behind m it is an exponent.
    """
    figure = match[1] or match[2]
    if figure in ("2", "3") and re.search(r"\b[kcdm]?m$", text[: match.start()]):
        return "²" if figure == "2" else "³"
    return f" {figure})"
