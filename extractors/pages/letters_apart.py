"""Words set for emphasis with a space between all their letters: "S u m m a" is Summa."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from schemas.page import Page, Word
from schemas.place import box_around
from swedish.word_list import is_known

FEWEST = 4  # letters: "i å" and initials are words
NARROWEST, WIDEST = 0.1, 0.9  # of the type size: the space between two; columns stand farther apart
NEXT_WORD = 1.6  # of the usual space: a wider one parts two words


def with_letters_joined(page: Page) -> Page:
    """The sheet with letters that stand one by one at even spaces joined to the words that they spell, where
    these are known: the marks of a roll call spell none.

    >>> from schemas.place import Box
    >>> words = [Word(c, Box(50 + 9 * n, 36, 56 + 9 * n, 48), 12) for n, c in enumerate("Summa")]
    >>> [word.text for word in with_letters_joined(Page(1, 595, 842, 0, tuple(words))).words]
    ['Summa']
    >>> [word.text for word in with_letters_joined(Page(1, 595, 842, 0, tuple(words[:3]))).words]
    ['S', 'u', 'm']
    >>> marks = [Word(c, Box(50 + 9 * n, 36, 56 + 9 * n, 48), 12) for n, c in enumerate("JNAJN")]
    >>> len(with_letters_joined(Page(1, 595, 842, 0, tuple(marks))).words)
    5
    """
    if sum(_is_letter(word) for word in page.words) < FEWEST:
        return page
    return replace(page, words=tuple(word for row in _rows(page.words) for word in _joined(row)))


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha()


def _rows(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Stretches of letters that follow one another on one line, and every other word by itself."""
    row: list[Word] = []
    for word in words:
        if row and not (_is_letter(word) and _follows(row[-1], word)):
            yield row
            row = []
        row.append(word)
        if not _is_letter(word):
            yield row
            row = []
    if row:
        yield row


def _follows(before: Word, word: Word) -> bool:
    on_line = abs(word.box.middle - before.box.middle) < 1 and word.size == before.size > 0
    return on_line and NARROWEST < (word.box.x0 - before.box.x1) / word.size < WIDEST


def _joined(row: list[Word]) -> list[Word]:
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(row)]
    if len(row) < FEWEST or not gaps:
        return row
    usual = median(gaps)
    words = [[row[0]]]
    for gap, letter in zip(gaps, row[1:], strict=True):
        if gap > NEXT_WORD * usual:
            words.append([letter])
        else:
            words[-1].append(letter)
    spelled = [_one(letters) for letters in words]
    return spelled if all(is_known(word.text.casefold()) for word in spelled) else row


def _one(letters: list[Word]) -> Word:
    box = box_around(letter.box for letter in letters)
    assert box is not None, "a word has letters"
    return replace(letters[0], text="".join(letter.text for letter in letters), box=box)
