"""A text's words as reconciliation compares them:
figures with their units, names, words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from swedish.dates import DAY_IN_FIGURES, MONTH
from swedish.numbers.notation import COLON_ORE, FIRST_IN_TEXT, REST_IN_TEXT, TORN
from swedish.numbers.units import AFTER_FIGURE, SCALES
from swedish.sentences import sentence_starts

_UNIT = rf"(?:{AFTER_FIGURE}|(?:{'|'.join(SCALES)})(?!\w))"
_NUMBER = FIRST_IN_TEXT + REST_IN_TEXT
_ALONE = r"(?![-\w]*[^\W\d_])"  # not in "20-procentig" or "5G"
_FIGURE = (
    rf"{DAY_IN_FIGURES}|\d{{1,2}} (?:{MONTH})(?: \d{{4}})?"
    r"|\d{4} ?[-–/] ?\d{2,4}(?![\d-])"
    rf"|(?:(?<![\w)=-])[-−–<>≤≥±] ?)?(?:(?:{TORN})?{_NUMBER}{COLON_ORE} ?{_UNIT}"
    # "27/41", "18:30", "SFS 2017:725": a number of something, of which no part is a figure
    rf"|{_NUMBER}(?:[:/][0-9]+)*{_ALONE})"
)
_COUNTS = "noll två tre fyra fem sex sju åtta nio tio elva tolv".split()
COUNTS = dict(zip(_COUNTS, (0, *range(2, 13)), strict=True))
_TOKEN = re.compile(rf"(?P<figure>{_FIGURE})|(?P<word>[^\W_](?:[\w'’:./&+-]*[^\W_])?-?)", re.IGNORECASE)
_COUNT_OR_MONTH = re.compile(rf"(?:{MONTH}|{'|'.join(COUNTS)})", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z]\)|[•–-])\s")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure with its unit, a name or a word; `opens` where it is the first of a sentence."""

    text: str
    kind: str
    start: int
    end: int
    sentence: int
    opens: bool

    @property
    def key(self) -> str:
        """What makes it the same word: figures without regard to spaces and dashes."""
        return re.sub(r"[\s\u200b]", "", self.text).translate(_DASHES) if self.kind == "figure" else self.text


_DASHES = dict.fromkeys(map(ord, "−–"), "-")


@lru_cache(maxsize=10_000)
def find_tokens(text: str) -> tuple[Token, ...]:
    """The text's tokens in order.

    >>> [(t.text, t.kind) for t in find_tokens("Den 3 maj fick Borås Stad -1 250 tkr (3,5 %).")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Den', 'word'), ('3 maj', 'figure'), ('fick', 'word'), ('Borås', 'name'), ('Stad', 'name'),
     ('-1 250 tkr', 'figure'), ('3,5 %', 'figure')]
    """
    spaced = re.sub(r"\s", " ", text)
    starts = sentence_starts(spaced)
    tokens: list[Token] = []
    sentence = -1
    mark = _LIST_MARK.match(spaced)  # a list's number is no figure of the text
    for match in _TOKEN.finditer(spaced, mark.end() if mark else 0):
        opens = False
        while sentence + 1 < len(starts) and starts[sentence + 1] <= match.start():
            sentence, opens = sentence + 1, True
        raw = text[match.start() : match.end()]
        tokens.append(
            Token(raw, _kind(raw, match.lastgroup, opens), match.start(), match.end(), sentence, opens)
        )
    return tuple(tokens)


def _kind(raw: str, group: str | None, opens: bool) -> str:
    if group == "figure" or any(c.isdigit() for c in raw) or _COUNT_OR_MONTH.fullmatch(raw):
        return "figure"
    return "name" if raw[0].isupper() and not opens else "word"
