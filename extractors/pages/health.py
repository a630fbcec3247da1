"""Is a text layer to be trusted? Told by each sheet's share of known words, and by letters that should be there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import sqrt

from wordfreq import get_frequency_dict

from extractors.pages.repair import is_word
from schemas.page import Page

LEAST_WORDS = 15
# Of 100 sound sheets all had 0.91 and more of their words known where there were fifty, 0.84 where there were twenty;
# of 75 damaged ones the worse half had less. The others are found through these: layer_check.py.
KNOWN, SPREAD = 0.95, 0.5
FOREIGN, FOREIGN_SPREAD = 0.85, 0.35  # annexes in English; compounds are not looked into
LEAST_MARKS, LEGIBLE = 20, 0.6
DAMAGED = "Textlagret verkar skadat (okända ord); text och siffror på sidan är inte att lita på förrän de lästs om."
NO_SWEDISH_LETTERS = "Textlagret saknar å, ä och ö; orden på sidan är inte som de är tryckta."
UNREAD = "Bladet är en bild utan textlager; det som står i bilden är inte läst."
BROKEN_BEGINS = "Sidans innehåll är skadat i filen"
CONTENT_CUT = (
    f"{BROKEN_BEGINS}: det går bara att läsa fram till skadan, och text och siffror efter den saknas. "
    "Hämta filen på nytt."
)
CONTENT_ALTERED = (
    f"{BROKEN_BEGINS}: det stämmer inte med sin kontrollsumma, så text och siffror på sidan kan vara fel. "
    "Hämta filen på nytt."
)
SCAN_BROKEN = f"{BROKEN_BEGINS}: bilden är inte hel, så text och siffror i den saknas. Hämta filen på nytt."
PICTURE_BROKEN = "En bild på sidan är skadad i filen och visas inte hel."
FONT_BROKEN = "Ett typsnitt på sidan är skadat i filen; orden kan vara fel lästa där det används."
BROKEN_SOMEWHERE = (
    "Delar av filen är skadade, och det går inte att säga på vilka sidor ({error}): text och siffror kan saknas. "
    "Hämta filen på nytt."
)
SECOND_GAVE_UP = "Siffrorna på sidan är lästa av en OCR-läsare; Tesseract gav upp. Sidan läses om vid nästa inläsning."
FEW_WORDS, MUCH = 20, 0.4  # a stamp on a picture that covers this much of the sheet
LEAST_LETTERS = 600
LANGUAGES = ("sv", "fi", "en")
_LEADER = re.compile(r"^[.…_·•●▪–—-]+$")
_WORD = re.compile(r"^[(“”\"]?([a-zåäöé]{3,})[),.;:“”\"]?$")


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(get_frequency_dict(language, wordlist="best"))


@cache
def is_known(word: str) -> bool:
    """True for a word, in small letters, of Swedish, Finnish or English, or one made of two Swedish ones."""
    return any(word in _known(language) for language in LANGUAGES) or is_word(word)


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

    Finland-Swedish sheets print both their languages, annexes may be in English. A layer whose signs are hardly ever
    letters or digits is one of a font without a map.
    """
    words = sorted({match[1] for word in page.words if (match := _WORD.match(word.text))})  # an office's own word once
    if len(words) < LEAST_WORDS:
        return None if _is_legible(page) else DAMAGED
    if sum(map(is_known, words)) / len(words) >= KNOWN - SPREAD / sqrt(len(words)):
        return None
    return None if _share(words, "en") >= FOREIGN - FOREIGN_SPREAD / sqrt(len(words)) else DAMAGED


def _is_legible(page: Page) -> bool:
    marks = [word.text for word in page.words if not _LEADER.match(word.text)]
    return len(marks) < LEAST_MARKS or sum(any(map(str.isalnum, m)) for m in marks) >= LEGIBLE * len(marks)


def _share(words: list[str], language: str) -> float:
    return sum(word in _known(language) for word in words) / len(words)


def _lacks_letters(words: list[str]) -> bool:
    """True for much Swedish text (the list of Swedish words holds many English ones) without å, ä and ö."""
    letters = "".join(words)
    return len(letters) > LEAST_LETTERS and not set("åäö") & set(letters) and _share(words, "en") < _share(words, "sv")
