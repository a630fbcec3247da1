"""Does a text layer say what is printed? Told by holding it against what a reader sees in the sheet's
picture.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from schemas.page import Word
from swedish.word_list import is_known

# On 33 sound sheets no reader missed a word that no list knows but one (a hyphenated name); of 68 damaged
# ones 65 had two or more, and one with eight words had one.
STRANGE, ONE_IN = 2, 30
MOST_MISREAD = 20  # one digit in so many, at most, that a reader sees otherwise
FEW_WORDS, UNSEEN_DIGITS = 5, 2  # a sheet of figures alone
LEAST_SEEN, MOST_LACKING = 10, 0.6
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many words and digits the layer has;
    words in it that nobody sees nor any list knows; digits nobody sees.
    """

    words: int
    strange: int
    digits: int
    unseen_digits: int
    pieces: int = 0  # of the layer, words or not
    seen: int = 0
    lacking: int = 0  # of the known words that are seen, those the layer has not

    @property
    def has_other_figures(self) -> bool:
        """True where the picture has other digits than the layer: readers err in one of a hundred, maps of
        fonts that exchange digits in a fifth of them all.
        """
        return self.unseen_digits > max(UNSEEN_DIGITS, self.digits / MOST_MISREAD)

    @property
    def is_contradicted(self) -> bool:
        """True where the sheet prints something else than its layer says."""
        if self.pieces > self.seen / 2 >= LEAST_SEEN / 2 and self.lacking > MOST_LACKING * self.seen:
            # a font without a map gives signs that are no words; a layer of few beside a picture is sound
            return True
        if self.words < FEW_WORDS:
            return self.strange > 0 or self.unseen_digits >= UNSEEN_DIGITS
        return self.strange >= STRANGE or self.strange * ONE_IN >= self.words


def hold_against(layer: Iterable[Word], seen: Iterable[Word]) -> Agreement:
    """The layer's words and digits held against the seen ones, wherever on the sheet they stand.

    Rings and dots are folded away: a reader that sees "Arets" has not seen another word. A word that a list
    knows is not counted against the layer: readers miss some, and a damaged font makes words that no one
    knows.
    """
    given, found = list(layer), list(seen)
    words, digits = _words(given), _digits(given)
    left = Counter(_plain(word) for word in words.elements())
    left -= Counter(_plain(word) for word in _words(found).elements())
    strange = sum(left[_plain(word)] for word in words if not is_known(word))
    known = Counter(_plain(word) for word in _words(found).elements() if is_known(word))
    lacking = known - Counter(_plain(word) for word in words.elements())
    unseen = (digits - _digits(found)).total()
    return Agreement(
        words.total(), strange, digits.total(), unseen, len(given), known.total(), lacking.total()
    )


def _plain(word: str) -> str:
    """Without what stands over or under its letters:
    OCR here knows Swedish ones, annexes may be in any language.
    """
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


def _words(words: Iterable[Word]) -> Counter[str]:
    return Counter(_LETTERS.findall(" ".join(word.text for word in words).casefold()))


def _digits(words: Iterable[Word]) -> Counter[str]:
    return Counter(sign for word in words for sign in word.text if sign.isdigit())
