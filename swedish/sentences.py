"""Where sentences begin and end."""

from __future__ import annotations

import re

_ABBREVIATED = re.compile(
    r"(?:\b(?:bl\.a|t\.ex|m\.m|m\.fl|t\.o\.m|fr\.o\.m|dvs|ca|kl|nr|dnr|inkl|exkl|resp|jfr|ev|kap|st|ordf)|"
    r"\b[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][”\"')]*\s+(?=[A-ZÅÄÖ”\"(\d•–-])")


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin; abbreviations end none.

    >>> sentence_starts("Det kostar ca. 3 kr. Vi betalar.")
    [0, 21]
    """
    found = [m.end() for m in _STOP.finditer(text) if not _ABBREVIATED.search(text[: m.start() + 1])]
    return [0, *found]


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence.

    >>> [("Ja. Det blir så."[a:b]) for a, b in find_sentences("Ja. Det blir så.")]
    ['Ja.', 'Det blir så.']
    """
    starts = sentence_starts(text)
    ends = [*starts[1:], len(text)]
    return [(a, a + len(text[a:b].rstrip())) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
