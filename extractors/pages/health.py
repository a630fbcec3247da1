"""Is a sheet's text layer to be trusted? Told by its share of known words, and by letters that should be there."""

from __future__ import annotations

import re
from functools import cache
from math import sqrt

from wordfreq import get_frequency_dict

from schemas.page import Page

LEAST_WORDS = 15
# Sound sheets had 0.88 to 1.00 of their words known (0.79 where there were few), damaged ones 0.26 to 0.82.
KNOWN, SPREAD = 0.85, 0.35
DAMAGED = "Textlagret verkar skadat (okända ord); text och siffror på sidan är inte att lita på förrän de lästs om."
NO_SWEDISH_LETTERS = "Textlagret saknar å, ä och ö; orden på sidan är inte som de är tryckta."
LEAST_LETTERS = 600
_WORD = re.compile(r"^[(“”\"]?([a-zåäöé]{3,})[),.;:“”\"]?$")


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(get_frequency_dict(language, wordlist="best"))


def judge_text(page: Page) -> str | None:
    """A warning in Swedish where the sheet's words are of no language we know; None where they are, or are too few.

    Finland-Swedish sheets print both their languages, annexes may be in English.
    """
    words = [match[1] for word in page.words if (match := _WORD.match(word.text))]
    if len(words) < LEAST_WORDS:
        return None
    least = KNOWN - SPREAD / sqrt(len(words))
    if _share(words, "sv") >= least:
        return NO_SWEDISH_LETTERS if _lacks_letters(words) else None
    if _share(words, "sv", "fi") >= least or _share(words, "en") >= least:
        return None
    return DAMAGED


def _share(words: list[str], *languages: str) -> float:
    return sum(any(word in _known(language) for language in languages) for word in words) / len(words)


def _lacks_letters(words: list[str]) -> bool:
    """True for much Swedish text (the list of Swedish words holds many English ones) without å, ä and ö."""
    letters = "".join(words)
    return len(letters) > LEAST_LETTERS and not set("åäö") & set(letters) and _share(words, "en") < _share(words, "sv")
