"""What a paragraph says, seven words at a time, and which of those windows hold figures of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

IN_A_ROW = 7  # words: "en ökning med 4,2 procent" stands in any report, with a word more at each end in few
_BEFORE = IN_A_ROW // 2
_UNIT = (
    r"kr|kronor|tkr|kkr|mkr|mnkr|mdkr|mdr|sek|msek|tsek|miljon(?:er)?|miljard(?:er)?|tusen|euro|€|m€|t€|%|"
    r"procent(?:enhet(?:er)?)?"
)
# Grouped thousands, a decimal comma or a unit. What an office prints in its formulas has none of these: a
# year, a date, SFS 2017:725, § 12, kl. 18.00, KS 2024-00375, 501 80 Borås, 033-35 70 00, 212000-1561.
_OWN = rf"\d{{1,3}}(?:[ .]\d{{3}})+(?:,\d+)?|\d+,\d+|\d+(?= ?(?:{_UNIT})(?!\w))"
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[^\W\d]*"
_DAY = rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}} {_MONTH}(?: \d{{4}})?"
_TOKEN = re.compile(
    rf"(?P<day>(?<![\w-])(?:{_DAY})(?!\w))|(?P<own>(?<![\w.,/:])(?<!\w[-–])(?:{_OWN})(?![\w/:–-]*\d| \d))|\w+"
)
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Window:
    """Words in a row, written the same way wherever they stand:
    `text`, or those around an `own` figure or a `day`.
    """

    kind: str
    words: str


def find_windows(text: str) -> Iterator[Window]:
    """Every window of the text, as `text`, and one around each figure of its `own` and each `day`.

    >>> [w.words for w in find_windows("Nämnden får 1 250 tkr för skolan enligt § 12.") if w.kind == "own"]
    ['nämnden får 1250 tkr för skolan enligt']
    >>> [(w.kind, w.words) for w in find_windows("Se § 12 i kommunallagen (2017:725) den 3 maj 2024.")][2:]
    [('day', '12 i kommunallagen 2017 725 den 3maj2024')]
    """
    tokens = list(_TOKEN.finditer(_SPACE.sub(" ", text.casefold())))
    words = [re.sub(r"[ .]", "", token[0]) for token in tokens]
    last = len(words) - IN_A_ROW
    for start in range(last + 1):
        yield Window("text", " ".join(words[start : start + IN_A_ROW]))
    for place, token in enumerate(tokens if last >= 0 else ()):
        if token.lastgroup:
            start = min(max(place - _BEFORE, 0), last)
            yield Window(token.lastgroup, " ".join(words[start : start + IN_A_ROW]))
