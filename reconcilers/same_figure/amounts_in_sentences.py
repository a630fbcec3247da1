"""Amounts in running text with what is said about them: the sentence, its years, its heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from schemas.document import Amount, Extraction, Paragraph, Section
from swedish.numbers.notation import BODY, YEAR
from swedish.numbers.units import AFTER_FIGURE
from swedish.numbers.writing import decimals
from swedish.sentences import find_sentences
from swedish.table_labels import said_in, words

_CLAUSE = re.compile(r",\s|;\s|\bvarav\b|\bmedan\b|\boch\b|\bjämfört med\b|\(|\)|–\s", re.IGNORECASE)
# a word or two and a year, in brackets or to the sentence's end: no other figure
_COLUMN_BEHIND = re.compile(rf"\s*(?:\(([^\d()]{{0,30}}{YEAR})\)|,\s([^\d,;()]{{3,30}}{YEAR})\W*$)")
_YEAR = re.compile(rf"(?<![\d,]){YEAR}(?![\d,])")
_UNIT = re.compile(rf"(?<!\w)(?:{AFTER_FIGURE})|\b(?:miljon|miljard|procent)\w*|\btusen\b", re.IGNORECASE)
_FIGURE = re.compile(BODY)
_LEAST_WORDS, _LONG_WORD = 4, 9


@dataclass(frozen=True, slots=True)
class Mention:
    """An amount in its sentence; `order` is its place among the sentence's amounts,
    `at` where it begins there.
    """

    amount: Amount
    paragraph: Paragraph
    heading: str
    sentence: str
    at: int
    order: int

    @property
    def clause(self) -> str:
        """The part of the sentence up to the amount, from the nearest comma or "varav" before it, and the
        column that stands just behind the amount: "(prognos 2031)", ", bokslut 2031."
        """
        starts = [m.end() for m in _CLAUSE.finditer(self.sentence, 0, self.at)]
        before = self.sentence[starts[-1] if starts else 0 : self.at]
        behind = _COLUMN_BEHIND.match(self.sentence, self.at + len(self.amount.raw))
        return f"{before} {behind[1] or behind[2]}" if behind else before

    @property
    def said(self) -> frozenset[str]:
        """What the sentence says."""
        return said_in(self.sentence)

    @property
    def context(self) -> frozenset[str]:
        """What the sentence and its heading say."""
        return said_in(self.sentence, self.heading)

    @property
    def wide_context(self) -> frozenset[str]:
        """What the paragraph and its heading say."""
        return said_in(self.paragraph.text, self.heading)

    @property
    def years(self) -> frozenset[int]:
        return frozenset(int(year) for year in _YEAR.findall(self.sentence))

    @property
    def frame(self) -> tuple[str, ...] | None:
        """The sentence with its years, but without its figures: one frame, one statement.
        None of a short sentence.
        """
        bare = _UNIT.sub(" ", _FIGURE.sub(" ", self.sentence))
        stems = words(bare)
        least = _LEAST_WORDS - any(len(word) >= _LONG_WORD for word in stems)
        return (*stems, *map(str, sorted(self.years)), str(self.order)) if len(stems) >= least else None

    @property
    def size(self) -> Decimal:
        """Kronor (or euro), without sign."""
        assert self.amount.value is not None
        return abs(self.amount.value_sek if self.amount.value_sek is not None else self.amount.value)

    @property
    def slack(self) -> Decimal:
        """Half of the last printed digit; a whole one after "ca"."""
        assert self.amount.value is not None
        step = Decimal(1 if self.amount.approximate else "0.5").scaleb(-decimals(self.amount.value))
        return step * (self.size / abs(self.amount.value) if self.amount.value else 1)

    @property
    def digits(self) -> int:
        """Printed digits, leading zeros left out."""
        return len(re.sub(r"\D", "", str(self.amount.value)).lstrip("0"))


def find_mentions(reading: Extraction) -> list[Mention]:
    """Every amount with a value, in reading order."""
    amounts: dict[str, list[Amount]] = defaultdict(list)
    for amount in reading.amounts:
        amounts[amount.paragraph_id].append(amount)
    sections = {section.section_id: section for section in reading.sections}
    return [
        mention
        for paragraph in reading.paragraphs
        if paragraph.paragraph_id in amounts
        for mention in _mentions(paragraph, amounts[paragraph.paragraph_id], sections)
    ]


def _mentions(
    paragraph: Paragraph, amounts: list[Amount], sections: Mapping[str, Section]
) -> Iterator[Mention]:
    section = sections.get(paragraph.section_id or "")
    heading = section.heading if section else ""
    spans = find_sentences(paragraph.text)
    at, orders = 0, [0] * len(spans)
    for amount in amounts:
        begin = paragraph.text.find(amount.raw, at)
        if begin < 0 or amount.value is None:
            continue
        at = begin + len(amount.raw)
        index = next(i for i, (start, end) in enumerate(spans) if start <= begin < end or i == len(spans) - 1)
        start, end = spans[index]
        yield Mention(amount, paragraph, heading, paragraph.text[start:end], begin - start, orders[index])
        orders[index] += 1
