"""The file that people write in: each line on its own, none lost, none silently passed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.corrections import (
    COLUMNS,
    Ledger,
    Misunderstood,
    append_correction,
    append_withdrawal,
    read_ledger,
)
from archive.layout import Archive
from schemas.correction import Correction, plain
from schemas.kinds import CorrectionKind
from schemas.place import Box

DOC = "0123456789abcdef"
AT = datetime(2024, 6, 17, 12, tzinfo=UTC)
FULL = Correction(
    DOC,
    3,
    "12 345",
    "12 845",
    CorrectionKind.CELL,
    "Summa; netto",
    'Kolumn "A"',
    Box(1, 2.5, 3, 4.25),
    "Anna",
    AT,
    "8 ej 3",
    True,
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(plain).filter(bool)


def ledger_of(tmp_path: Path, content: str | bytes) -> Ledger:
    raw = content.encode() if isinstance(content, str) else content
    (tmp_path / "corrections.csv").write_bytes(raw)
    return read_ledger(Archive(tmp_path))


def problems(tmp_path: Path, *lines: str) -> list[tuple[int, str]]:
    ledger = ledger_of(
        tmp_path, "\n".join(["document;page;kind;read;printed;row;column;at;box;sure;withdraws", *lines])
    )
    return [(problem.line, problem.says) for problem in ledger.problems]


def test_without_a_file_there_are_no_corrections(tmp_path: Path) -> None:
    assert read_ledger(Archive(tmp_path)) == Ledger()
    assert ledger_of(tmp_path, "") == Ledger()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    append_correction(Archive(tmp_path), FULL)
    append_correction(Archive(tmp_path), replace(FULL, page=4))
    ledger = read_ledger(Archive(tmp_path))
    assert ledger.of(DOC + "0" * 48) == (FULL, replace(FULL, page=4)) and ledger.problems == ()
    assert ledger.lines == {FULL.correction_id: 2, replace(FULL, page=4).correction_id: 3}


@given(TEXT, TEXT, TEXT)
def test_any_words_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, read: str, printed: str, row: str
) -> None:
    archive = Archive(tmp_path_factory.mktemp("a"))
    written = replace(FULL, read=read, printed=f"{printed}.", row=row, by="")
    if written.read == written.printed:
        return
    append_correction(archive, written)
    assert read_ledger(archive).of(DOC) == (written,)


def test_what_stood_there_stays_as_it_is(tmp_path: Path) -> None:
    by_hand = "# våra rättelser\r\nPage;Document;Read;Printed\r\n3;0123456789abcdef;1;2"
    (tmp_path / "corrections.csv").write_bytes(b"\xef\xbb\xbf" + by_hand.encode())
    append_correction(Archive(tmp_path), FULL)
    lines = (tmp_path / "corrections.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "# våra rättelser" and lines[2] == "3;0123456789abcdef;1;2"
    assert [c.read for c in read_ledger(Archive(tmp_path)).of(DOC)] == ["1", "12 345"]


def test_a_file_that_is_not_understood_is_not_written_in(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "0123456789abcdef;3;1;2\n")
    assert ledger.is_broken and ledger.problems[0].line == 1
    with pytest.raises(Misunderstood):
        append_correction(Archive(tmp_path), FULL)
    assert (tmp_path / "corrections.csv").read_text() == "0123456789abcdef;3;1;2\n"


def test_commas_and_semicolons_and_empty_lines(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, f'document,page,read,printed\n\n{DOC},1,"1,5","1,6"\n,,,\n# {DOC},1,a,b\n')
    assert [(c.read, c.printed) for c in ledger.of(DOC)] == [("1,5", "1,6")] and not ledger.problems


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (f"{DOC[:15]};1;;a;b", "document"),
        (f"{DOC};0;;a;b", "page"),
        (f"{DOC};³;;a;b", "page"),
        (f"{DOC};1;siffra;a;b", "kind"),
        (f"{DOC};1;;a;", "printed är tomt"),
        (f"{DOC};1;strike;a;b", "strike"),
        (f"{DOC};1;;a;a", "lika"),
        (f"{DOC};1;;;b", "read är tomt"),
        (f"{DOC};1;meeting_date;;17 juni", "2024-06-17"),
        (f"{DOC};1;;a;b;;;i går", "at"),
        (f"{DOC};1;;a;b;;;;1 2 3", "box"),
        (f"{DOC};1;;a;b;;;;;kanske", "sure"),
        (f'{DOC};1;;"a;b', "citattecken"),
        (f"{DOC};1;;a;b;;;;;;;för mycket", "fler fält"),
        (";;;;;;;;;;kffffffffff", "kffffffffff"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_harms_no_other(tmp_path: Path, line: str, word: str) -> None:
    [(number, says)] = problems(tmp_path, f"{DOC};1;;x;y", line, f"{DOC};1;;z;y")
    assert number == 3 and word in says
    assert len(read_ledger(Archive(tmp_path)).of(DOC)) == 2


def test_a_line_in_another_encoding_is_told(tmp_path: Path) -> None:
    head = b"document;page;read;printed\n"
    ledger = ledger_of(tmp_path, head + f"{DOC};1;Malmö;Malme\n".encode("latin-1") + f"{DOC};1;a;b".encode())
    assert [(p.line, "UTF-8" in p.says) for p in ledger.problems] == [(2, True)] and len(ledger.of(DOC)) == 1


def test_a_withdrawal_is_a_line_and_what_it_withdraws_may_be_written_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    append_correction(archive, FULL)
    standing = read_ledger(archive).fingerprint(DOC)
    append_withdrawal(archive, FULL.correction_id, "Bo", AT, "fel rad.")
    assert read_ledger(archive).of(DOC) == (replace(FULL, withdrawn=" 2024-06-17 av Bo: fel rad"),)
    assert read_ledger(archive).fingerprint(DOC) not in ("", standing)
    append_correction(archive, FULL)
    assert read_ledger(archive).of(DOC) == (FULL,) and read_ledger(archive).fingerprint(DOC) == standing
    append_correction(archive, FULL)
    assert [p.line for p in read_ledger(archive).problems] == [5]


def test_a_column_that_a_hand_written_file_lacks_is_added(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    ledger_of(tmp_path, f"document;page;read;printed\n{DOC};1;a;b\n")
    append_correction(archive, FULL)
    first = (tmp_path / "corrections.csv").read_text().splitlines()[0].split(";")
    assert first[:4] == ["document", "page", "read", "printed"] and set(first) < set(COLUMNS)
    assert read_ledger(archive).of(DOC)[1] == FULL
