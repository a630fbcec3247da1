"""What was asked for, as a query of the index. Query objects are built, never a query's text: tantivy's own
reader of text gives nothing, silently, for `plan*`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import tantivy
from tantivy import Occur, Query

from archive.search.asked import Asked, Clause, ClauseKind
from archive.search.fields import CONTEXT, PARTS, STEMS, TOP_PARTS, TOP_STEMS, WORDS, day_number
from archive.search.unit import UnitKind
from schemas.kinds import SEVERITIES
from swedish.search_words import Word, said_apart

# How much a word counts by how it is met. Over the judged searches (benchmarks/results.md, the chapter of
# searches) as many succeed from a quarter to twice each of them; the first hit moves for one in a hundred.
_AS_WRITTEN, _PARTS_APART, _ON_TOP = 1.0, 0.3, 2.0
_WEIGHTS = {STEMS: 1.0, PARTS: 0.4, TOP_STEMS: _ON_TOP, TOP_PARTS: 0.6, CONTEXT: 0.3}
_ANYWHERE = frozenset(_WEIGHTS)
_IN_TEXT = _ANYWHERE - {CONTEXT}
# Of what kind a hit is, where words alone would have it: what was decided before who said it in passing. A
# row whose label is the one word asked for scores twice what the § about it does: a decision counts twice. As
# many searches succeed from 1.5 to 5 times (without: 3 of 328 fewer, and 5 fewer at first place).
_KINDS = {UnitKind.DECISION: 3.0, UnitKind.DOCUMENT: 1.0, UnitKind.SECTION: 0.5, UnitKind.PERSON: 1.5}
_MARKS_OF_REGEX = re.compile(r"[\\.+*?()|\[\]{}^$#&~-]")  # the engine refuses a mark before any other sign
_MATTER = re.compile(r"(?:19|20)\d\d-\d+")
_MORE_OF_DECISIONS = 1.0  # times what its words give, added to that
_LIKE_DISTANCE = 1
_SHORT, _LONG = 3, 8  # letters: so short a word has no like, so long a one may be two letters off


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be; empty of what may be anything. Days and kronor with both ends included.

    `superseded` are documents that a newer version stands for; `among` are those it must be of.
    """

    kinds: tuple[str, ...] = ()
    municipality: str = ""
    body: str = ""
    part_kind: str = ""
    severity: str = ""  # "any": of any finding
    finding_kind: str = ""
    person_id: str = ""
    document_id: str = ""
    meeting_id: str = ""
    paragraph: str = ""
    diary: str = ""
    first_day: date | None = None
    last_day: date | None = None
    least: float | None = None
    most: float | None = None
    superseded: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    but: tuple[str, ...] = ()  # ids of units that are left out


class Queries:
    """Makes queries for an index of the schema."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema

    def of(self, asked: Asked, filters: Filters, *, any_word: bool = False) -> Query:
        """All groups met, or with `any_word` at least one, and one of them by the text itself."""
        words = [(self._occur(group, any_word), self._group(group)) for group in asked.groups]
        if any_word:  # not one that stands in every text
            plain = [(Occur.Should, self._group(group)) for group in asked.groups if not _is_common(group)]
            words.append((Occur.Must, Query.const_score_query(Query.boolean_query(plain), 0.0)))
        limits = [*self._limits(filters), *((Occur.MustNot, self._plain(clause)) for clause in asked.without)]
        if not words:
            return Query.boolean_query([(Occur.Must, Query.all_query()), *limits])
        core = Query.boolean_query(words)
        said = Query.boolean_query([(Occur.Should, self._group(group, _IN_TEXT)) for group in asked.groups])
        limits.append((Occur.Must, Query.const_score_query(said, 0.0)))
        liked = [
            (Occur.Should, Query.const_score_query(self._term("kind", kind), score))
            for kind, score in _KINDS.items()
        ]
        liked.append((Occur.Should, self._again_of_decisions(core)))
        return Query.boolean_query([(Occur.Must, core), *limits, *liked])

    def _again_of_decisions(self, core: Query) -> Query:
        is_decision = Query.const_score_query(self._term("kind", UnitKind.DECISION), 0.0)
        return Query.boolean_query(
            [(Occur.Must, is_decision), (Occur.Must, Query.boost_query(core, _MORE_OF_DECISIONS))]
        )

    def _occur(self, group: Sequence[Clause], any_word: bool) -> Occur:
        return Occur.Should if any_word or _is_common(group) else Occur.Must

    def _group(self, group: Sequence[Clause], fields: frozenset[str] = _ANYWHERE) -> Query:
        ways = [self._clause(clause, fields) for clause in group]
        return ways[0] if len(ways) == 1 else Query.disjunction_max_query(ways)

    def _clause(self, clause: Clause, fields: frozenset[str] = _ANYWHERE) -> Query:
        match clause.kind:
            case ClauseKind.PHRASE:
                return self._phrase(clause)
            case ClauseKind.PREFIX:
                return self._beginning(clause.words[0].word)
            case ClauseKind.LIKE:
                return self.like(clause.words[0].word)
            case ClauseKind.WORD:
                return self._word(clause.words[0], fields)

    def _plain(self, clause: Clause) -> Query:
        """For what is left out: the word in its forms, not what it is a part of; of a body all papers."""
        if clause.kind != ClauseKind.WORD:
            return self._clause(clause)
        stems = clause.words[0].stems
        return Query.disjunction_max_query([self._any(STEMS, stems), self._any(CONTEXT, stems)])

    def _word(self, word: Word, fields: frozenset[str]) -> Query:
        ways = [(self._term(WORDS, word.word), _AS_WRITTEN)]
        ways += [(self._any(name, word.stems), weight) for name, weight in _WEIGHTS.items() if name in fields]
        for parts in said_apart(word):
            apart = Query.boolean_query([(Occur.Must, self._any(STEMS, part)) for part in parts])
            ways.append((apart, _PARTS_APART))
        return _some(ways)

    def _phrase(self, clause: Clause) -> Query:
        words: list[str | tuple[int, str]] = [word.word for word in clause.words]
        row = Query.boost_query(Query.phrase_query(self._schema, WORDS, words), _AS_WRITTEN + _ON_TOP)
        *before, last = clause.words
        if not _MATTER.fullmatch(last.word):
            return row
        # "KS 2025/211" asks for the matter whose third paper is printed "KS 2025/00211-3".
        papers = [self._term(WORDS, word.word) for word in before] + [self._term(PARTS, last.word)]
        paper = Query.boolean_query([(Occur.Must, each) for each in papers])
        return Query.disjunction_max_query([row, Query.boost_query(paper, _AS_WRITTEN)])

    def _beginning(self, beginning: str) -> Query:
        literal = _MARKS_OF_REGEX.sub(r"\\\g<0>", beginning)
        begun = f"{literal}.*"
        top = Query.regex_query(self._schema, TOP_STEMS, begun)
        return _some([(Query.regex_query(self._schema, WORDS, begun), _AS_WRITTEN), (top, _ON_TOP)])

    def like(self, word: str) -> Query:
        """The word spelled about so: a letter off, two in a long word; so short a one has no like."""
        if len(word) <= _SHORT:
            return self._term(WORDS, word)
        distance = _LIKE_DISTANCE + (len(word) >= _LONG)
        return Query.fuzzy_term_query(self._schema, WORDS, word, distance=distance)

    def _limits(self, filters: Filters) -> Iterator[tuple[Occur, Query]]:
        equal = (
            *("municipality", "body", "part_kind", "finding_kind", "person_id"),
            *("document_id", "meeting_id", "paragraph", "diary"),
        )
        for name in equal:
            if value := getattr(filters, name):
                yield Occur.Must, Query.const_score_query(self._term(name, value), 0.0)
        if filters.kinds:
            yield Occur.Must, Query.const_score_query(self._any("kind", filters.kinds), 0.0)
        if filters.severity:
            severities = SEVERITIES if filters.severity == "any" else (filters.severity,)
            yield Occur.Must, Query.const_score_query(self._any("severity", severities), 0.0)
        yield from self._ranges(filters)
        if filters.among:
            among = Query.term_set_query(self._schema, "document_id", list(filters.among))
            yield Occur.Must, Query.const_score_query(among, 0.0)
        if filters.but:
            yield Occur.MustNot, Query.term_set_query(self._schema, "id", list(filters.but))
        if filters.superseded:
            yield Occur.MustNot, Query.term_set_query(self._schema, "document_id", list(filters.superseded))

    def _ranges(self, filters: Filters) -> Iterator[tuple[Occur, Query]]:
        if filters.first_day or filters.last_day:
            first = day_number(filters.first_day) or 1
            last = day_number(filters.last_day) or 99_999_999
            days = Query.range_query(self._schema, "day", tantivy.FieldType.Integer, first, last)
            yield Occur.Must, Query.const_score_query(days, 0.0)
        if filters.least is not None or filters.most is not None:
            least = -math.inf if filters.least is None else filters.least
            most = math.inf if filters.most is None else filters.most
            amounts = Query.range_query(self._schema, "amount", tantivy.FieldType.Float, least, most)
            yield Occur.Must, Query.const_score_query(amounts, 0.0)

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(
            self._schema, field, value, index_option="freq" if field != WORDS else "position"
        )

    def _any(self, field: str, values: Iterable[str]) -> Query:
        terms = [self._term(field, value) for value in values]
        return terms[0] if len(terms) == 1 else Query.disjunction_max_query(terms)


def _is_common(group: Sequence[Clause]) -> bool:
    return all(clause.is_common for clause in group)


def _some(ways: Sequence[tuple[Query, float]]) -> Query:
    return Query.boolean_query([(Occur.Should, Query.boost_query(query, weight)) for query, weight in ways])
