"""Sample 3: tables held together by white space alone, set tightly (fpdf2)."""

from __future__ import annotations

from collections.abc import Sequence

from making.flow import Flow, Style, set_twice
from making.gold import Gold, Json
from making.grid import Look
from making.model import Figure, Row, Table, group, line, money, total
from making.pens import FpdfPen

NAME = "utan-linjer"
TITLE = "Årsbokslut 2024 för kommunen och dess stiftelser"
DIARY = "KS 2025-0061"
FACE, BOLD, NARROW = "LiberationSans-Regular", "LiberationSans-Bold", "LiberationSansNarrow-Regular"
STYLE = Style(FACE, BOLD, BOLD, size=10.5, leading=14, left=76, right=520, top=118, bottom=770)
WIDE = Look((262, 40, 70, 70), FACE, BOLD, size=9.5, leading=11.5, pad=1.5, rules="none", figures_on="last")
TIGHT = Look(
    (174, 47, 47, 47, 47, 47), NARROW, "LiberationSansNarrow-Bold", size=9, leading=11, pad=1.1, rules="none"
)
COUNTS = Look((250, 62, 62, 62), FACE, BOLD, size=9.5, leading=11.5, pad=1.5, rules="none", indent=10)


def head(flow: Flow, number: int) -> None:
    pen = flow.pen
    pen.text(76, 50, "Kvarnsjö kommun", BOLD, 13)
    pen.text(76, 64, "Kommunledningskontoret", FACE, 9)
    pen.text(300, 50, "Tjänsteskrivelse", FACE, 10)
    pen.text(462, 50, f"Sida {number}({flow.of})", FACE, 9)
    if number == 1:
        for x, words in (
            (76, ("Handläggare", "Lars-Erik Mo, 0999-55 01 20")),
            (300, ("Datum", "2025-03-04")),
            (420, ("Diarienummer", DIARY)),
        ):
            pen.text(x, 84, words[0], FACE, 7)
            pen.text(x, 95, words[1], FACE, 9)


def with_note(label: str, note: str, now: int, before: int, kind: str = "data") -> Row:
    return Row(label, (Figure(note), money(now), money(before)), kind)


def noted_total(label: str, rows: Sequence[Row], kind: str) -> Row:
    bare = total(label, [Row(r.label, r.cells[1:]) for r in rows], kind)
    return Row(label, (Figure(""), *bare.cells), kind, proves=True)


def income_statement() -> Table:
    running = [
        with_note("Verksamhetens intäkter", "1, 2", 182_344, 176_910),
        with_note("Verksamhetens kostnader", "3", -981_207, -940_518),
        with_note("Jämförelsestörande poster", "4", -6_150, 0),
        with_note("Avskrivningar och nedskrivningar av materiella tillgångar", "5", -41_066, -39_822),
    ]
    net = noted_total("Verksamhetens nettokostnader", running, "net")
    income = [
        with_note("Skatteintäkter", "6", 641_880, 618_305),
        with_note("Generella statsbidrag och utjämning", "7", 211_496, 204_733),
    ]
    result = noted_total("Verksamhetens resultat", [net, *income], "subtotal")
    finance = [
        with_note("Finansiella intäkter", "8", 9_417, 7_218),
        with_note("Finansiella kostnader, däribland räntan på lånet för reningsverket", "9", -5_638, -4_071),
    ]
    rows = (
        *running,
        net,
        *income,
        result,
        *finance,
        noted_total("Årets resultat", [result, *finance], "total"),
    )
    return Table("Resultaträkning", ("", "Not", "2024", "2023"), rows, "tkr", "caption")


def foundations() -> Table:
    """Whole kronor in narrow columns: the gap between two figures is hardly wider than the space inside
    one.
    """
    rows = [
        line("Karin Östmans minne", 1_204_618, 31_207, 12_345, -28_000, 1_220_170, space=" "),
        line("Skolresefonden", 348_112, 9_026, 678, -8_500, 349_316, space=" "),
        line(
            "Sommargåvan för barn i Kvarnsjö och Hälla",
            2_910_455,
            75_404,
            204_118,
            -61_250,
            3_128_727,
            space=" ",
        ),
        line("Stiftelsen Hembygdens vård", 86_903, 2_253, 0, -1_000, 88_156, space=" "),
        line("Bröderna Ahls donation", 12_345_678, 319_845, -41_906, -250_000, 12_373_617, space=" "),
    ]
    columns = ("Stiftelse", "Ingående kapital", "Avkastning", "Värdeändring", "Utdelning", "Utgående kapital")
    head = (
        "Stiftelse",
        "Ingående\nkapital",
        "Avkast-\nning",
        "Värde-\nändring",
        "Utdelning",
        "Utgående\nkapital",
    )
    return Table(
        "Stiftelsernas kapital", columns, (*rows, total("Summa", rows, space=" ")), "kr", "caption", head
    )


def errands() -> Table:
    rows = (
        group("Inkomna ärenden", 3),
        line("Ansökningar om god man eller förvaltare", 41, 38, 52),
        line("Anmälningar som har lämnats av anhöriga eller av sjukvården", 17, 22, 19),
        group("Avslutade ärenden", 3),
        line("Beslut av nämnden", 9, 7, 12),
        line("Beslut på delegation", 44, 50, 55),
    )
    return Table(
        "Antal ärenden hos överförmyndaren",
        ("Antal ärenden", "2022", "2023", "2024"),
        rows,
        "antal",
        "header",
    )


def caption(flow: Flow, words: str) -> None:
    flow.y += 12
    flow.pen.text(flow.left, flow.y, words, FACE, 8.5, 0.3)
    flow.gap(4)


def build(totals: Sequence[int], _contents: Sequence[Json]) -> Flow:
    gold = Gold(f"{NAME}.pdf", "Kvarnsjö kommun", "Kommunstyrelsen", "2025-03-04", TITLE, DIARY)
    flow = Flow(FpdfPen(TITLE, "Kommunledningskontoret"), gold, STYLE, head)
    flow.totals = totals
    flow.part("memo", TITLE, STYLE, head)
    flow.heading(TITLE, 1)
    flow.heading("Förslag till beslut", 2)
    flow.para("Kommunstyrelsen godkänner årsbokslutet och överlämnar det till revisorerna.")
    flow.heading("Årets resultat", 2)
    flow.paras(
        "Kommunen gick {11,1 mnkr} plus under 2024. Räknat i kronor blev resultatet alltså {11 076 000 "
        "kronor}, sedan både räntor och avskrivningar har "
        "dragits ifrån. Året innan var överskottet {22,8 mnkr}.",
        (
            "Skatteintäkterna växte med {3,8 procent}. Kostnaderna växte snabbare, med {4,3 %}, till "
            "största delen beroende på ny ersättning till skolskjutsen."
        ),
    )
    caption(flow, "Belopp i tkr")
    flow.table(income_statement(), WIDE)
    flow.para("Jämförelsestörande poster avser rivningen av Hällaskolan.")
    flow.heading("Stiftelserna", 2)
    flow.para(
        "Kommunen förvaltar fem stiftelser. Utdelningen bestäms i april av den nämnd som ändamålet hör till."
    )
    caption(flow, "Belopp i hela kronor")
    flow.table(foundations(), TIGHT)
    flow.heading("Överförmyndaren", 2)
    flow.para("Ärendena blir fler för tredje året. Väntetiden är i genomsnitt nio veckor.")
    flow.table(errands(), COUNTS)
    flow.heading("Beslutet skickas till", 2)
    flow.para("Revisorerna")
    flow.gap(36)
    flow.need(30)
    for x, words in ((76, ("Lars-Erik Mo", "Ekonomichef")), (300, ("Birgit Axelsson", "Kommundirektör"))):
        flow.pen.text(x, flow.y, words[0], FACE, 10.5)
        flow.pen.text(x, flow.y + 13, words[1], FACE, 10.5)
    gold.person("Lars-Erik Mo", None, "official")
    gold.person("Birgit Axelsson", None, "official")
    return flow


def make() -> tuple[bytes, Json]:
    return set_twice(build)
