"""Markup within a line: bold, italics, links, entities and the HTML that OCR engines put in Markdown."""

from __future__ import annotations

import html
import re

from extractors.markdown.elements import Lines, Token

_BOLD, _PLAIN, _ITALIC, _UPRIGHT, _BREAK = map(chr, range(0xE001, 0xE006))  # private use: no print has them
_OWN = re.compile("[\ue001-\ue005\ue010-\ue02f]")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)|<img\b[^>]*>", re.IGNORECASE)
_LINK = re.compile(
    r"(?<!!)\[([^\]]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)|<((?:https?://|"
    r"mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>"
)
_RAISED = re.compile(r"<sup>\s*(\d{1,2})\)?\s*</sup>|\$\s*\^\{?(\d{1,2})\)?\}?\s*\$", re.IGNORECASE)
_BREAKS = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRONG = re.compile(r"<(/?)(?:b|strong|th)\b[^>]*>", re.IGNORECASE)
_STRESSED = re.compile(r"<(/?)(?:i|em)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`+)([^`]+?)\1")
_EMPHASIS = (  # within 1,000 characters: a mark that nothing ends costs no more
    (re.compile(r"\*{3}(?=\S)(.{1,1000}?)(?<=\S)\*{3}", re.DOTALL), f"{_BOLD}{_ITALIC}\\1{_UPRIGHT}{_PLAIN}"),
    (re.compile(r"\*\*(?=\S)(.{1,1000}?)(?<=\S)\*\*", re.DOTALL), f"{_BOLD}\\1{_PLAIN}"),
    (re.compile(r"(?<!\w)__(?=\S)(.{1,1000}?)(?<=\S)__(?!\w)", re.DOTALL), f"{_BOLD}\\1{_PLAIN}"),
    # a lone star is a footnote mark: "532*"
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), f"{_ITALIC}\\1{_UPRIGHT}"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)"), f"{_ITALIC}\\1{_UPRIGHT}"),
)
_SWITCHES = re.compile(f"([{_BOLD}{_PLAIN}{_ITALIC}{_UPRIGHT}{_BREAK}])")


def read_inline(raw: str) -> Lines:
    """The words of a paragraph, heading or cell with their styles, cut where the input breaks the line.

    >>> read_inline("**Netto** 532*<br>se [bilaga](b.pdf)")[0]
    (Token(text='Netto', bold=True, italic=False), Token(text='532*', bold=False, italic=False))
    >>> [token.text for token in read_inline("<b>Summa</b> &amp; 88,0<sup>1</sup> *ung.* 5 \\\\* 3")[0]]
    ['Summa', '&', '88,0', '1)', 'ung.', '5', '*', '3']
    """
    text = _OWN.sub("", raw)
    text = _ESCAPE.sub(lambda match: chr(0xE010 + _ESCAPED.index(match[1])), text) if "\\" in text else text
    text = _IMAGE.sub("", text)
    text = _LINK.sub(
        lambda match: match[1] if match[1] is not None else match[2].removeprefix("mailto:"), text
    )
    text = _RAISED.sub(lambda match: _raised(match, text), text)
    text = _STRONG.sub(lambda match: _PLAIN if match[1] else _BOLD, _BREAKS.sub(_BREAK, text))
    text = _STRESSED.sub(lambda match: _UPRIGHT if match[1] else _ITALIC, text)
    text = _TAG.sub("", text)
    for pattern, marked in _EMPHASIS:
        text = pattern.sub(marked, text)
    text = html.unescape(_CODE.sub(r"\2", text))
    return _lines(re.sub("[\ue010-\ue02f]", lambda match: _ESCAPED[ord(match[0]) - 0xE010], text))


_ESCAPED = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def _raised(match: re.Match[str], text: str) -> str:
    """A raised figure is a footnote mark, as contracts print it in a line: "1)";
    behind m it is an exponent.
    """
    figure = match[1] or match[2]
    if figure in ("2", "3") and re.search(r"\b[kcdm]?m$", text[: match.start()]):
        return "²" if figure == "2" else "³"
    return f" {figure})"


def _lines(text: str) -> Lines:
    bold = italic = 0
    lines: list[list[Token]] = [[]]
    glued = False  # the piece before ended without a space: "**Viared**:" is one word
    for piece in _SWITCHES.split(text):
        if piece == _BREAK:
            lines.append([])
            glued = False
        elif piece in (_BOLD, _PLAIN):
            bold = max(0, bold + (1 if piece == _BOLD else -1))
        elif piece in (_ITALIC, _UPRIGHT):
            italic = max(0, italic + (1 if piece == _ITALIC else -1))
        elif piece:
            words = [Token(word, bold > 0, italic > 0) for word in piece.split()]
            if words and glued and not piece[0].isspace() and lines[-1]:
                last = lines[-1].pop()
                words[0] = Token(last.text + words[0].text, last.bold, last.italic)
            lines[-1] += words
            glued = not piece[-1].isspace()
    return tuple(tuple(line) for line in lines if line)
