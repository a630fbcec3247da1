"""Is a text layer to be trusted? Told by each sheet's share of known words,
and by letters that should be there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

from schemas.page import Page
from schemas.warnings import Code, Warned, warn
from swedish.word_list import is_known, words_of

LEAST_WORDS = 15
# Of 100 sound sheets all had 0.91 and more of their words known where there were fifty, 0.84 where there were
# twenty; of 75 damaged ones the worse half had less. The others are found through these:
# layer_against_picture.py.
KNOWN, SPREAD = 0.95, 0.5
FOREIGN, FOREIGN_SPREAD = 0.85, 0.35  # annexes in English; compounds are not looked into
LEAST_MARKS, LEGIBLE = 20, 0.6
FEW_WORDS, MUCH = 20, 0.4  # a stamp on a picture that covers this much of the sheet
LEAST_LETTERS = 600
_LEADER = re.compile(r"^[.…_·•●▪–—-]+$")
_WORD = re.compile(r"^[(“”\"]?([a-zåäöé]{3,})[),.;:“”\"]?$")


def is_picture(page: Page) -> bool:
    """True for a sheet that is a picture with no text to read, or none but a stamp."""
    covered = sum(max(0.0, box.width) * max(0.0, box.height) for box in page.images)
    area = page.width * page.height
    return len(page.words) < FEW_WORDS and (covered > MUCH * area if page.words else bool(page.images))


def judge_texts(pages: Sequence[Page]) -> list[Warned | None]:
    """A warning for each sheet whose layer is not to be trusted, None for the others."""
    words = [match[1] for page in pages for word in page.words if (match := _WORD.match(word.text))]
    if _lacks_letters(words):
        return [warn(Code.LAYER_LACKS_LETTERS) if page.words else None for page in pages]
    return [judge_text(page) for page in pages]


def judge_text(page: Page) -> Warned | None:
    """A warning where the sheet's words are of no language we know;
    None where they are, or are too few.

    Finland-Swedish sheets print both their languages, annexes may be in English. A layer whose signs are
    hardly ever letters or digits is one of a font without a map.
    """
    # an office's own word once
    words = sorted({match[1] for word in page.words if (match := _WORD.match(word.text))})
    if len(words) < LEAST_WORDS:
        return None if _is_legible(page) else warn(Code.LAYER_DAMAGED)
    if sum(map(is_known, words)) / len(words) >= KNOWN - SPREAD / sqrt(len(words)):
        return None
    is_english = _share(words, "en") >= FOREIGN - FOREIGN_SPREAD / sqrt(len(words))
    return None if is_english else warn(Code.LAYER_DAMAGED)


def _is_legible(page: Page) -> bool:
    marks = [word.text for word in page.words if not _LEADER.match(word.text)]
    return len(marks) < LEAST_MARKS or sum(any(map(str.isalnum, m)) for m in marks) >= LEGIBLE * len(marks)


def _share(words: list[str], language: str) -> float:
    return sum(word in words_of(language) for word in words) / len(words)


def _lacks_letters(words: list[str]) -> bool:
    """True for much Swedish text (the list of Swedish words holds many English ones) without å, ä and ö."""
    letters = "".join(words)
    return (
        len(letters) > LEAST_LETTERS
        and not set("åäö") & set(letters)
        and _share(words, "en") < _share(words, "sv")
    )
