"""The file where people write what is printed:
`corrections.csv`, one line a correction, never rewritten by a run.

A line stands on its own: one that cannot be understood is told by its number and harms no other.
A withdrawal is a line too; nothing is deleted.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import blake2b

from archive.durable import replace_file
from archive.layout import Archive
from schemas.correction import FIELDS, KINDS, UNIT, Correction, box_to_text, plain, text_to_box
from schemas.kinds import CorrectionKind

COLUMNS = (
    *("document", "page", "kind", "read", "printed", "row", "column", "box"),
    *("by", "at", "why", "sure", "withdraws"),
)
_NEEDED = frozenset(("document", "page", "read", "printed"))
_NO_HEADER = "rubrikraden saknas eller nämner inte document, page, read och printed; ingen rättelse kan läsas"
_YES = "ja"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is not understood, and what to do about it."""

    line: int
    says: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The file as understood: each document's corrections in order, withdrawn ones too,
    and the lines they stand on.

    `is_broken` says that its first line is not understood, so that nothing can be said of the rest.
    """

    by_document: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_broken: bool = False

    def of(self, sha256: str) -> tuple[Correction, ...]:
        """The document's corrections, by its sha256 or id."""
        return self.by_document.get(sha256[:16], ())

    def fingerprint(self, sha256: str) -> str:
        """Another one where anything about the document's corrections is another; "" where there are none."""
        own = self.of(sha256)
        return blake2b(repr(own).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() if own else ""


class Misunderstood(ValueError):
    """Why a line is not understood, in Swedish."""


def read_ledger(archive: Archive) -> Ledger:
    """The file as it stands; an empty ledger where there is none."""
    if not archive.corrections.exists():
        return Ledger()
    lines = archive.corrections.read_bytes().removeprefix(_BOM).splitlines()
    head = _header(lines)
    if head is None:
        is_empty = not any(map(bytes.strip, lines))
        return Ledger(problems=() if is_empty else (Problem(1, _NO_HEADER),), is_broken=not is_empty)
    standing: dict[str, Correction] = {}
    numbers: dict[str, int] = {}
    problems = []
    for number, line in enumerate(lines[head.line + 1 :], head.line + 2):
        try:
            row = _row(line, head.names, head.mark)
            if row.get("withdraws"):
                _withdraw(row, standing)
            elif row:
                correction = _correction(row)
                _add(correction, standing)
                numbers[correction.correction_id] = number
        except Misunderstood as why:
            problems.append(Problem(number, str(why)))
    documents: dict[str, list[Correction]] = {}
    for correction in standing.values():
        documents.setdefault(correction.document_id, []).append(correction)
    return Ledger({name: tuple(own) for name, own in documents.items()}, numbers, tuple(problems))


def append_correction(archive: Archive, correction: Correction) -> None:
    """Add the correction's line, in one rename; call it while holding the archive.
    What stood there stays as it is.
    """
    _append(
        archive,
        {
            "document": correction.document_id,
            "page": str(correction.page),
            "kind": correction.kind,
            "read": correction.read,
            "printed": correction.printed,
            "row": correction.row,
            "column": correction.column,
            "box": box_to_text(correction.box) if correction.box else "",
            "by": correction.by,
            "at": correction.at.isoformat() if correction.at else "",
            "why": correction.why,
            "sure": _YES if correction.is_sure else "",
        },
    )


def append_withdrawal(archive: Archive, correction_id: str, by: str, at: datetime, why: str) -> None:
    """Add the line that takes a correction back."""
    _append(archive, {"withdraws": correction_id, "by": by, "at": at.isoformat(), "why": why})


def _append(archive: Archive, values: Mapping[str, str]) -> None:
    kept = archive.corrections.read_bytes() if archive.corrections.exists() else b""
    head = _header(kept.removeprefix(_BOM).splitlines())
    if head is not None:
        kept, names = _with_columns(kept, head, [name for name in COLUMNS if values.get(name)])
        mark = head.mark
    elif kept.strip():  # nobody's words are thrown away because we do not understand them
        raise Misunderstood(_NO_HEADER)
    else:
        names, mark = list(COLUMNS), ";"
        kept = _line(names, mark)
    ends_a_line = kept.endswith((b"\n", b"\r"))
    new = _line([plain(values.get(name, "")) for name in names], mark)
    replace_file(archive.corrections, kept + (b"" if ends_a_line else b"\n") + new, archive.tmp)


def _with_columns(kept: bytes, head: _Header, needed: Sequence[str]) -> tuple[bytes, list[str]]:
    """The file with the needed columns in its header line, and all columns it then names."""
    missing = [name for name in needed if name not in head.names]
    if not missing:
        return kept, head.names
    lines = kept.splitlines(keepends=True)
    names = [*head.names, *missing]
    began_with_mark = kept.startswith(_BOM) and head.line == 0
    lines[head.line] = (_BOM if began_with_mark else b"") + _line(names, head.mark)
    return b"".join(lines), names


def _line(values: Sequence[str], mark: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerow(values)
    return out.getvalue().encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Header:
    """The line that names the columns: which one it is, from 0, the names, and the mark between them."""

    line: int
    names: list[str]
    mark: str


def _header(lines: Sequence[bytes]) -> _Header | None:
    """None where the first line that says anything names no columns, or not those that are needed.

    Swedish spreadsheets part columns with a semicolon, others with a comma.
    """
    says_something = (index for index, line in enumerate(lines) if line.strip() and not _is_comment(line))
    first = next(says_something, None)
    if first is None:
        return None
    text = lines[first].decode("utf-8", "replace")
    mark = ";" if ";" in text else ","
    names = [name.strip().casefold() for name in next(csv.reader([text], delimiter=mark))]
    return _Header(first, names, mark) if set(names) >= _NEEDED else None


def _is_comment(line: bytes) -> bool:
    return line.startswith(b"#")


def _row(line: bytes, names: Sequence[str], mark: str) -> dict[str, str]:
    """The line's values by column; {} of an empty line or a comment."""
    is_empty = not line.strip(b"; ,\t\r")  # a spreadsheet writes its marks on an empty row too
    if is_empty or _is_comment(line):
        return {}
    try:
        values = next(csv.reader([line.decode("utf-8")], delimiter=mark, strict=True))
    except UnicodeDecodeError:
        raise Misunderstood("raden är inte UTF-8; spara filen som CSV UTF-8") from None
    except csv.Error:
        raise Misunderstood("ett citattecken saknas") from None
    if any(values[len(names) :]):
        raise Misunderstood(f"raden har fler fält än rubrikraden; sätt citattecken om text med {mark}")
    return {name: plain(value) for name, value in zip(names, values, strict=False)}


def _correction(row: Mapping[str, str]) -> Correction:
    document, page, kind = row.get("document", "").lower(), row.get("page", ""), row.get("kind", "")
    if not re.fullmatch(r"[0-9a-f]{16,64}", document):
        raise Misunderstood("document ska vara dokumentets id (16 tecken ur documents.document_id)")
    if not (page.isascii() and page.isdigit() and int(page)):
        raise Misunderstood("page ska vara bladets nummer, räknat från 1")
    if kind and kind not in KINDS:
        raise Misunderstood(f"kind ska vara tomt eller {', '.join(KINDS)}")
    box = text_to_box(row.get("box", ""))
    if row.get("box") and box is None:
        raise Misunderstood("box ska vara tom eller fyra tal: x0 top x1 bottom")
    if row.get("sure", "") not in ("", _YES):
        raise Misunderstood(f"sure ska vara tomt eller {_YES}")
    correction = Correction(
        document_id=document[:16],
        page=int(page),
        read=row.get("read", ""),
        printed=row.get("printed", ""),
        kind=CorrectionKind(kind),
        row=row.get("row", ""),
        column=row.get("column", ""),
        box=box,
        by=row.get("by", ""),
        at=_moment(row.get("at", "")),
        why=row.get("why", ""),
        is_sure=row.get("sure") == _YES,
    )
    raise_if_senseless(correction)
    return correction


def raise_if_senseless(correction: Correction) -> None:
    """Raise Misunderstood where the correction cannot be meant, wherever it would be applied."""
    strikes_out = correction.kind == "strike"
    if not correction.printed and not strikes_out:
        raise Misunderstood(
            "printed är tomt; skriv vad som står på papperet, eller kind strike om inget gör det"
        )
    if correction.printed and strikes_out:
        raise Misunderstood("strike säger att inget står där; printed ska vara tomt")
    keeps_the_words = correction.kind in ("no_fact", "header")  # they say what the words are, not which
    if correction.read == correction.printed and not keeps_the_words:
        raise Misunderstood("read och printed är lika")
    has_cell = correction.row and correction.column
    has_one_place = correction.kind in (UNIT, *FIELDS)  # a table has one unit, a document one title
    if not correction.read and not (has_cell or correction.box or has_one_place):
        raise Misunderstood("read är tomt; en tom cell pekas ut med row och column")
    if correction.kind == "meeting_date" and not _is_day(correction.printed):
        raise Misunderstood("printed ska vara en dag, skriven 2024-06-17")


def _add(correction: Correction, standing: dict[str, Correction]) -> None:
    known = standing.get(correction.correction_id)
    if known and known.withdrawn is None:
        raise Misunderstood(f"samma rättelse står redan i filen ({correction.correction_id})")
    standing.pop(correction.correction_id, None)  # written again, it comes last
    standing[correction.correction_id] = correction


def _withdraw(row: Mapping[str, str], standing: dict[str, Correction]) -> None:
    known = standing.get(row["withdraws"])
    if known is None or known.withdrawn is not None:
        raise Misunderstood(f"ingen gällande rättelse ovanför raden heter {row['withdraws']}")
    told = [f" {row['at'][:10]}"] * bool(row.get("at")) + [f" av {row.get('by')}"] * bool(row.get("by"))
    why = f": {row['why'].rstrip('.')}" if row.get("why") else ""
    standing[row["withdraws"]] = replace(known, withdrawn="".join(told) + why)


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Misunderstood("at ska vara tomt eller en dag, skriven 2024-06-17") from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None
