"""Is a text layer to be trusted? Told by each sheet's share of known words, and by letters that should be there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import sqrt

from wordfreq import get_frequency_dict

from schemas.page import Page

LEAST_WORDS = 15
# Sound sheets had 0.88 to 1.00 of their words known (0.79 where there were few), damaged ones 0.26 to 0.82.
KNOWN, SPREAD = 0.85, 0.35
DAMAGED = "Textlagret verkar skadat (okända ord); text och siffror på sidan är inte att lita på förrän de lästs om."
NO_SWEDISH_LETTERS = "Textlagret saknar å, ä och ö; orden på sidan är inte som de är tryckta."
UNREAD = "Bladet är en bild utan textlager; det som står i bilden är inte läst."
FEW_WORDS, MUCH = 20, 0.4  # a stamp on a picture that covers this much of the sheet
LEAST_LETTERS = 600
LANGUAGES = ("sv", "fi", "en")
_WORD = re.compile(r"^[(“”\"]?([a-zåäöé]{3,})[),.;:“”\"]?$")


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(get_frequency_dict(language, wordlist="best"))


def is_known(word: str) -> bool:
    """True for a word, in small letters, of Swedish, Finnish or English."""
    return any(word in _known(language) for language in LANGUAGES)


def is_picture(page: Page) -> bool:
    """True for a sheet that is a picture with no text to read, or none but a stamp."""
    covered = sum(max(0.0, box.width) * max(0.0, box.height) for box in page.images)
    area = page.width * page.height
    return len(page.words) < FEW_WORDS and (covered > MUCH * area if page.words else bool(page.images))


def judge_texts(pages: Sequence[Page]) -> list[str | None]:
    """A warning in Swedish for each sheet whose layer is not to be trusted, None for the others."""
    words = [match[1] for page in pages for word in page.words if (match := _WORD.match(word.text))]
    if _lacks_letters(words):
        return [NO_SWEDISH_LETTERS if page.words else None for page in pages]
    return [judge_text(page) for page in pages]


def judge_text(page: Page) -> str | None:
    """A warning in Swedish where the sheet's words are of no language we know; None where they are, or are too few.

    Finland-Swedish sheets print both their languages, annexes may be in English.
    """
    words = [match[1] for word in page.words if (match := _WORD.match(word.text))]
    if len(words) < LEAST_WORDS:
        return None
    least = KNOWN - SPREAD / sqrt(len(words))
    if _share(words, "sv") >= least:
        return None
    if _share(words, "sv", "fi") >= least or _share(words, "en") >= least:
        return None
    return DAMAGED


def _share(words: list[str], *languages: str) -> float:
    return sum(any(word in _known(language) for language in languages) for word in words) / len(words)


def _lacks_letters(words: list[str]) -> bool:
    """True for much Swedish text (the list of Swedish words holds many English ones) without å, ä and ö."""
    letters = "".join(words)
    return len(letters) > LEAST_LETTERS and not set("åäö") & set(letters) and _share(words, "en") < _share(words, "sv")
