"""What two readers of one paper read differently,
told so that a person can look at the paper and see who is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcilers.same_text.differences import raw_of
from reconcilers.same_text.figures_in_text import how_they_differ, is_amount, is_period, say_the_same
from reconcilers.telling.in_words import quoted, shorten
from reconcilers.telling.places import says_where
from reconcilers.telling.tellings import Telling, to_findings
from reconcilers.two_papers.one_paper import names_of
from reconcilers.two_papers.tables import Compared, FigurePair, LabelPair, compare_tables
from reconcilers.two_papers.texts import Passages, Piece, TwinChange, bare, compare_texts
from schemas.document import Decision, Extraction, Fact
from schemas.finding import Claim, Finding
from schemas.kinds import FindingKind, Severity
from schemas.place import Place
from swedish.tokens import Token

MOST_LOUD = 60  # findings on figures: beyond it one reader has failed altogether, and that is said once
# figures of a table that may differ one by one; beyond it, and half of all, the table is told as a whole
_MOST_ODD = 3
_EXAMPLES = 3
_AROUND = 60  # characters of the sentence before a figure
_OF_PASSAGE = 100  # characters of a passage, enough to find it by
_NO_FIGURE = "(ingen siffra)"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Twins:
    """Both readings and what a sentence calls them."""

    a: Extraction
    b: Extraction
    name_a: str
    name_b: str

    def both(self, a: str, b: str) -> str:
        return f"{self.name_a} har {a}, {self.name_b} {b}"


def find_twin_findings(a: Extraction, b: Extraction) -> tuple[Finding, ...]:
    """What two readers of one paper read differently; the findings belong to `b`."""
    document_id = b.source.document_id
    return to_findings(tell_twins(b, a), document_id, f"{document_id}-{a.source.document_id}-r")


def tell_twins(b: Extraction, a: Extraction) -> Iterator[Telling]:
    """Figures one by one; words, names and missing passages in one notice each.

    What is known of `b` is the other reading, `a`, which is nearer the paper.
    """
    twins = _Twins(a, b, *names_of(a, b))
    changes, passages = compare_texts(a, b)
    tables = list(compare_tables(a, b))
    loud = [*_of_tables(twins, tables), *_of_decisions(twins), *_of_text(twins, changes)]
    yield from loud[:MOST_LOUD]
    if len(loud) > MOST_LOUD:
        yield _and_more(twins, loud[MOST_LOUD:])
    yield from _of_words(twins, _word_pairs(twins, changes, tables))
    yield from _of_passages(twins, passages)


def _and_more(twins: _Twins, left: Sequence[Telling]) -> Telling:
    says = (
        f"{twins.name_a} och {twins.name_b} skiljer sig på "
        f"{len(left)} ställen till: en av dem är dåligt läst."
    )
    return Telling(
        FindingKind.NUMBER, Severity.WARNING, says, left[0].expected, left[0].found, left[0].places
    )


# --- tables ------------------------------------------------------------------


def _of_tables(twins: _Twins, tables: Iterable[Compared]) -> Iterator[Telling]:
    for compared in tables:
        odd = [pair for pair in compared.pairs if pair.differs]
        if not (compared.a and compared.b):
            yield _alone(twins, compared)
        elif len(odd) > _MOST_ODD and 2 * len(odd) > len(compared.pairs):
            yield _whole_table(twins, compared, odd)
        else:
            yield from (_figure(twins, compared, pair) for pair in odd)
        yield from (_label(twins, compared, pair) for pair in compared.labels if _has_other_digits(pair))


def _has_other_digits(pair: LabelPair) -> bool:
    """A year or a number in a label read otherwise;
    one that a reader leaves out altogether is most often a mark.
    """
    a, b = _DIGITS.findall(pair.a), _DIGITS.findall(pair.b)
    return bool(a and b) and a != b


def _label(twins: _Twins, compared: Compared, pair: LabelPair) -> Telling:
    says = (
        f"Tabellen {_title(compared) or 'utan titel'}: "
        f"{twins.both(quoted(pair.a), quoted(pair.b))} som rubrik."
    )
    return Telling(FindingKind.NUMBER, Severity.ERROR, says, pair.a, pair.b, _label_claims(twins, pair))


def _label_claims(twins: _Twins, pair: LabelPair) -> tuple[Claim, ...]:
    sides = ((twins.a, pair.place_a, pair.a), (twins.b, pair.place_b, pair.b))
    return tuple(Claim(reading.source.document_id, place, raw) for reading, place, raw in sides)


def _title(compared: Compared) -> str | None:
    """As the first reader has it, else as the second."""
    return next((table.title for table in (compared.a, compared.b) if table and table.title), None)


def _alone(twins: _Twins, compared: Compared) -> Telling:
    """Figures that one reader has in rows or columns of their own:
    as likely cut or joined otherwise as lost.
    """
    here, there = (twins.name_a, twins.name_b) if compared.a else (twins.name_b, twins.name_a)
    raws = [fact.raw for pair in compared.pairs for fact in (pair.a, pair.b) if fact]
    name = f"Tabellen {_title(compared) or 'utan titel'}"
    tal = f"{len(raws)} tal" if len(raws) > 1 else "ett tal"
    says = f"{name}: {here} har {tal} ({raws[0]} …) i rader eller kolumner som {there} saknar."
    readings = (raws[0], _NO_FIGURE) if compared.a else (_NO_FIGURE, raws[0])
    return Telling(FindingKind.MISSING_TEXT, Severity.NOTICE, says, *readings, _claims(twins, compared.pairs))


def _whole_table(twins: _Twins, compared: Compared, odd: Sequence[FigurePair]) -> Telling:
    a, b = _readings(odd[0])
    name = f"Tabellen {_title(compared) or 'utan titel'}"
    says = f"{name}: {len(odd)} av {len(compared.pairs)} tal är lästa på två sätt, t.ex. {twins.both(a, b)}."
    return Telling(FindingKind.NUMBER, Severity.WARNING, says, a, b, _claims(twins, odd))


def _figure(twins: _Twins, compared: Compared, pair: FigurePair) -> Telling:
    fact = pair.a or pair.b
    assert fact is not None, "a pair has a figure"
    readings = _readings(pair)
    says = f"{says_where(_title(compared), fact)}: {twins.both(*readings)}{_proof(pair)}."
    severity = Severity.ERROR if pair.a and pair.b else Severity.WARNING
    return Telling(FindingKind.NUMBER, severity, says, *readings, _claims(twins, [pair]))


def _readings(pair: FigurePair) -> tuple[str, str]:
    printed = pair.printed.strip() or _NO_FIGURE
    return pair.a.raw if pair.a else printed, pair.b.raw if pair.b else printed


def _proof(pair: FigurePair) -> str:
    """Which of the two the document's own sums bear out, where they tell."""
    proved = [fact.raw for fact in (pair.a, pair.b) if fact and fact.status == "verified"]
    return (
        f"; dokumentets egna summor stämmer med {proved[0]}" if len(proved) == 1 and pair.a and pair.b else ""
    )


def _claims(twins: _Twins, pairs: Iterable[FigurePair]) -> tuple[Claim, ...]:
    sides = [side for pair in pairs for side in ((twins.a, pair.a), (twins.b, pair.b))]
    return tuple(_of_fact(reading, fact) for reading, fact in sides if fact)


def _of_fact(reading: Extraction, fact: Fact) -> Claim:
    return Claim(reading.source.document_id, fact.place, fact.raw, fact_id=fact.fact_id)


# --- §§ ----------------------------------------------------------------------


def _of_decisions(twins: _Twins) -> Iterator[Telling]:
    """Number, diary number and votes, where both have as many §§."""
    if len(twins.a.decisions) != len(twins.b.decisions):
        return
    for ours, theirs in zip(twins.a.decisions, twins.b.decisions, strict=True):
        for what, a, b in zip(_PARTICULARS, _particulars(ours), _particulars(theirs), strict=True):
            if a and b and bare(a) != bare(b):
                says = f"§ {ours.paragraph}, {what}: {twins.both(a, b)}."
                sides = ((twins.a, ours, a), (twins.b, theirs, b))
                places = [Claim(r.source.document_id, Place(d.first_page), raw) for r, d, raw in sides]
                yield Telling(FindingKind.NUMBER, Severity.ERROR, says, a, b, tuple(places))


_PARTICULARS = ("paragrafens nummer", "diarienumret", "ja-röster", "nej-röster", "nedlagda röster")


def _particulars(decision: Decision) -> list[str]:
    votes = (decision.votes_yes, decision.votes_no, decision.votes_abstain)
    return [
        decision.paragraph,
        decision.diary_number or "",
        *("" if vote is None else str(vote) for vote in votes),
    ]


# --- running text ------------------------------------------------------------


def _of_text(twins: _Twins, changes: Sequence[TwinChange]) -> Iterator[Telling]:
    for change in changes:
        if change.kind == "number" and change.in_a and change.in_b:
            a, b = change.a[0].text, change.b[0].text
            if not say_the_same(a, b) and not _is_same_setting(a, b):
                sure = any(is_amount(raw) or is_period(raw) for raw in (a, b))
                says = f"I texten ”{_around(change.in_a, change)}”: {twins.both(a, b)}."
                kind, severity = how_they_differ(a, b), Severity.ERROR if sure else Severity.WARNING
                yield Telling(kind, severity, says, a, b, _text_claims(twins, change))


def _is_same_setting(a: str, b: str) -> bool:
    """ "2024:725" and "2024-725", but not "15,1" and "151": a comma tells the size of a figure."""
    return bare(a) == bare(b) and ("," in a) == ("," in b)


def _around(piece: Piece, change: TwinChange) -> str:
    start, end = change.a[0].start, change.a[-1].end
    first = piece.text.rfind(" ", 0, start - _AROUND) + 1 if start > _AROUND else 0
    return f"{'…' if first else ''}{piece.text[first:end]}"


def _text_claims(twins: _Twins, change: TwinChange) -> tuple[Claim, ...]:
    sides = ((twins.a, change.in_a, change.a), (twins.b, change.in_b, change.b))
    return tuple(
        Claim(reading.source.document_id, piece.place, _raw(piece, tokens), paragraph_id=piece.paragraph_id)
        for reading, piece, tokens in sides
        if piece
    )


def _raw(piece: Piece, tokens: Sequence[Token]) -> str:
    """The tokens as printed; those that go on in the next paragraph are left out."""
    own = [token for token in tokens if piece.text[token.start : token.end] == token.text]
    return raw_of(piece.text, own) or ""


_Pairs = dict[tuple[str, str], tuple[Claim, ...]]  # what two readers have for one, and where it first stands


def _word_pairs(
    twins: _Twins, changes: Iterable[TwinChange], tables: Iterable[Compared]
) -> dict[FindingKind, _Pairs]:
    """By kind."""
    pairs: dict[FindingKind, _Pairs] = defaultdict(dict)
    for change in changes:
        if change.kind in ("name", "wording") and change.in_a and change.in_b:
            claims = _text_claims(twins, change)
            pairs[FindingKind(change.kind)].setdefault((claims[0].raw, claims[1].raw), claims)
    for label in (label for compared in tables for label in compared.labels):
        a, b = bare(label.a), bare(label.b)
        # an upper header is easily lost
        if not _has_other_digits(label) and not (a.endswith(b) or b.endswith(a)):
            pairs[FindingKind.WORDING].setdefault((label.a, label.b), _label_claims(twins, label))
    return pairs


def _of_words(twins: _Twins, pairs: Mapping[FindingKind, _Pairs]) -> Iterator[Telling]:
    """Names in one notice, other words in another: a reader that misspells does so often."""
    for kind, noun in ((FindingKind.NAME, "namn"), (FindingKind.WORDING, "ord")):
        held = {
            raws: claims for raws, claims in pairs.get(kind, {}).items() if bare(raws[0]) != bare(raws[1])
        }
        if held:
            shown = " och ".join(f"{quoted(a)} mot {quoted(b)}" for a, b in list(held)[:_EXAMPLES])
            says = f"{twins.name_a} och {twins.name_b} läser {len(held)} {noun} olika: {shown}"
            says += "." if len(held) <= _EXAMPLES else ", med flera."
            claims = tuple(claim for both in held.values() for claim in both)
            yield Telling(kind, Severity.NOTICE, says[:1].upper() + says[1:], *next(iter(held)), claims)


def _of_passages(twins: _Twins, passages: Passages) -> Iterator[Telling]:
    sides = (
        (twins.a, twins.name_a, twins.name_b, passages.a),
        (twins.b, twins.name_b, twins.name_a, passages.b),
    )
    for reading, here, there, pieces in sides:
        if pieces:
            stycken = "ett stycke" if len(pieces) == 1 else f"{len(pieces)} stycken"
            says = f"{here} har {stycken} som {there} saknar: {quoted(pieces[0].text)}"
            says += "." if len(pieces) == 1 else ", med flera."
            texts = (pieces[0].text, "") if reading is twins.a else ("", pieces[0].text)
            claims = _passage_claims(reading, pieces)
            yield Telling(
                FindingKind.MISSING_TEXT, Severity.NOTICE, says[0].upper() + says[1:], *texts, claims
            )


def _passage_claims(reading: Extraction, pieces: Iterable[Piece]) -> tuple[Claim, ...]:
    document_id = reading.source.document_id
    return tuple(
        Claim(document_id, piece.place, shorten(piece.text, _OF_PASSAGE), paragraph_id=piece.paragraph_id)
        for piece in pieces
    )
