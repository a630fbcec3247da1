"""Sample 4: less than nothing in six notations, three kinds of narrow spaces, percentages,
footnote marks and cells without a figure (fpdf2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from making.flow import Flow, Style, set_twice
from making.gold import Gold, Json
from making.grid import Look
from making.model import MINUS, NARROW, NO_BREAK, THIN, Figure, Row, Table, decimal, grouped, nothing
from making.pens import FpdfPen

NAME = "minustecken"
TITLE = "Bilaga 2 Uppföljning av ekonomin per den 30 april 2025"
BODY, DATE, DIARY = "Kommunstyrelsen", "2025-05-27", "KS 2025/00211-3"
FACE, BOLD = "DejaVuSans", "DejaVuSans-Bold"
STYLE = Style(
    FACE,
    BOLD,
    BOLD,
    size=9.5,
    leading=13,
    left=68,
    right=528,
    top=96,
    bottom=768,
    heads=((14, 8), (11, 12), (10, 8), (9, 6)),
)
LOOK = Look((196, 66, 66, 66, 66), FACE, BOLD, size=8.4, leading=11, pad=2.6, rules="rows", head_fill=0.9)
Notation = Callable[[int], str]


def hyphen(n: int) -> str:
    return ("-" if n < 0 else "") + grouped(n, NO_BREAK)


def true_minus(n: int) -> str:
    return (MINUS if n < 0 else "") + grouped(n, NARROW)


def brackets(n: int) -> str:
    return f"({grouped(n, ' ')})" if n < 0 else grouped(n, " ")


def trailing(n: int) -> str:
    return grouped(n, NO_BREAK) + ("-" if n < 0 else "")


def dash(n: int) -> str:
    return ("–" if n < 0 else "") + grouped(n, THIN)


def apart(n: int) -> str:
    return f"{'-' if n < 0 else '+'} {grouped(n, NO_BREAK)}" if n else "0"


def printed(n: int, notation: Notation) -> Figure:
    return Figure(notation(n), Decimal(n))


def row(label: str, numbers: Sequence[int | Figure], notation: Notation, kind: str = "data") -> Row:
    return Row(label, tuple(n if isinstance(n, Figure) else printed(n, notation) for n in numbers), kind)


def summed(label: str, rows: Sequence[Row], notation: Notation, kind: str = "total") -> Row:
    sums = [sum((r.cells[c].value or Decimal(0)) for r in rows) for c in range(len(rows[0].cells))]
    return Row(label, tuple(printed(int(s), notation) for s in sums), kind, proves=True)


def committees() -> Table:
    rows = [
        row("Kommunstyrelsen", (-31_204, -32_100, 896, -32_480), hyphen),
        row("Barn- och utbildningsnämnden", (-214_870, -209_300, -5_570, -212_000), hyphen),
        row("Socialnämnden", (-262_118, -255_400, -6_718, -268_900), hyphen),
        row("Räddningstjänsten", (-11_045, -11_600, 555, -11_600), hyphen),
    ]
    columns = ("Nämnd, tkr", "Utfall", "Budget", "Avvikelse", "Prognos")
    return Table("Nämnderna", columns, (*rows, summed("Summa nämnder", rows, hyphen)), "tkr", "header")


def owned() -> Table:
    rows = [
        row("Björkviks Bostäder AB", (4_310, 3_950, 4_100), true_minus),
        row("Björkviks Energi AB", (-1_862, 2_240, -900), true_minus),
        row("Hamnen i Björkvik AB 1)", (-12_405, -14_008, -13_300), true_minus),
        row("Utvecklingsbolaget", (nothing("–"), -77, nothing("..")), true_minus),
    ]
    last = summed("Summa bolag", rows, true_minus)
    shares = ("−4,2 %", "−182,9 %", "+3,5 %", "..")
    signed = [Row(r.label, (*r.cells, _share(s)), r.kind) for r, s in zip(rows, shares, strict=True)]
    columns = ("Resultat, tkr", "Utfall", "Föregående år", "Prognos", "Soliditet, förändring")
    head = ("Resultat, tkr", "Utfall", "Föregående\når", "Prognos", "Soliditet,\nförändring")
    return Table(
        "Bolagen",
        columns,
        (*signed, Row(last.label, (*last.cells, nothing("")), "total", proves=True)),
        "tkr",
        "header",
        head,
    )


def _share(text: str) -> Figure:
    return (
        nothing(text)
        if text == ".."
        else Figure(text, Decimal(text.removesuffix(" %").replace(",", ".").replace(MINUS, "-")))
    )


def cash_flow() -> Table:
    rows = [
        row("Den löpande verksamheten", (42_615, 51_230, 38_000), brackets),
        row("Nettoinvesteringar", (-60_118, -48_904, -95_000), brackets),
        row("Utlåning och placeringar", (-1_250, 0, -5_000), brackets),
        row("Nya lån och amorteringar", (25_000, -12_500, 55_000), brackets),
    ]
    return Table(
        "Kassaflöde",
        ("Post", "Jan–apr 2025", "Jan–apr 2024", "Prognos 2025"),
        (*rows, summed("Periodens kassaflöde", rows, brackets)),
        "tkr",
        "title",
    )


def capital() -> Table:
    rows = [
        row("Ingående eget kapital", (412_906, 401_118), trailing),
        row("Årets resultat", (9_740, 11_788), trailing),
        row("Omvärdering av pensioner", (-1_250, nothing("")), trailing),
        row("Rättelse av fel från tidigare år*", (-532, nothing("")), trailing),
    ]
    return Table(
        "Eget kapital",
        ("Eget kapital, kkr", "2025-04-30", "2024-12-31"),
        (*rows, summed("Utgående eget kapital", rows, trailing)),
        "tkr",
        "header",
    )


def effects() -> Table:
    """En dash in one column, the sign set apart in the next."""
    data = (
        ("Nya löneavtal från april", -14_500, -3_690),
        ("Elhandel och fjärrvärme", 2_310, 128),
        ("Statsbidrag för skolmat", 640, 0),
        ("Skyfallet i mars", -1_085, -1_085),
    )
    rows = [Row(label, (printed(a, dash), printed(b, apart))) for label, a, b in data]
    sums = Row(
        "Nettoeffekt",
        (printed(sum(d[1] for d in data), dash), printed(sum(d[2] for d in data), apart)),
        "net",
        proves=True,
    )
    return Table("Effekter på helåret", ("Tkr", "Helår", "Varav jan–apr"), (*rows, sums), "tkr", "header")


def key_figures() -> Table:
    rows = (
        Row(
            "Nettokostnadernas andel av skatt och bidrag", (decimal("99,1"), decimal("97,8"), decimal("98,0"))
        ),
        Row("Soliditet enligt blandmodellen", (decimal("41,6"), decimal("42,3"), nothing("x"))),
        Row("Sjukfrånvaro 2)", (decimal("7,0"), Figure("6,4 3)", Decimal("6.4")), nothing(""))),
        Row("Andel ekologiska livsmedel", (Figure("38*", Decimal(38)), decimal("36"), decimal("40"))),
    )
    return Table(
        "Nyckeltal, procent", ("Nyckeltal, %", "Utfall", "Föregående år", "Mål"), rows, "procent", "header"
    )


def head(flow: Flow, number: int) -> None:
    pen = flow.pen
    pen.text(68, 46, "BJÖRKVIKS KOMMUN", BOLD, 10)
    pen.text(68, 59, f"Bilaga {BODY}, {DATE} § 96", FACE, 8)
    pen.text(400, 46, f"Dnr {DIARY}", FACE, 8)
    page = f"{number} ({flow.of})"
    pen.text(528 - pen.width(page, FACE, 8), 46, page, FACE, 8)
    pen.line(68, 66, 528, 66, 0.5)


def body(flow: Flow) -> None:
    flow.heading(TITLE, 1)
    flow.paras(
        "Resultatet för årets fyra första månader är {9,7 mnkr}. Nämnderna redovisar tillsammans ett "
        "underskott på {–10,8 mnkr} mot budget, medan bolagen "
        f"är {{{MINUS}9{NARROW}957 tkr}} back. Uppgifterna är inte granskade av revisorerna.",
        "Prognosen för helåret har försämrats med {2,5–3 mnkr} sedan februari. Det är omkring {0,4 "
        "procentenheter} av skatt och bidrag, eller ungefär {500 kr} "
        "per invånare.",
    )
    flow.heading("Nämnderna", 2)
    flow.table(committees(), LOOK)
    flow.heading("Bolagen", 2)
    flow.table(owned(), LOOK)
    flow.para("1) Hamnen får driftbidrag enligt ägardirektivet, se § 14.")
    flow.heading("Kassaflöde (tkr)", 2)
    flow.table(cash_flow(), Look((220, 80, 80, 80), FACE, BOLD, size=8.4, leading=11, pad=2.6, rules="head"))
    flow.heading("Eget kapital", 2)
    flow.table(capital(), Look((250, 80, 80), FACE, BOLD, size=8.4, leading=11, pad=2.6, rules="all"))
    flow.para("* Felet gällde semesterlöneskulden och har rättats mot eget kapital.")
    flow.heading("Effekter på helåret", 2)
    flow.table(
        effects(), Look((250, 80, 90), FACE, BOLD, size=8.4, leading=11, pad=2.6, rules="rows", stripes=True)
    )
    flow.heading("Nyckeltal", 2)
    flow.table(
        key_figures(), Look((220, 80, 80, 80), FACE, BOLD, size=8.4, leading=11, pad=2.6, rules="rows")
    )
    flow.paras("2) Månadsavlönade, andel av ordinarie arbetstid.", "3) Uppgiften avser januari–mars.")


def build(totals: Sequence[int], _contents: Sequence[Json]) -> Flow:
    gold = Gold(f"{NAME}.pdf", "Björkviks kommun", BODY, DATE, TITLE, DIARY)
    flow = Flow(FpdfPen(TITLE, "Ekonomiavdelningen"), gold, STYLE, head)
    flow.totals = totals
    flow.part("annex", TITLE, STYLE, head)
    body(flow)
    return flow


def make() -> tuple[bytes, Json]:
    return set_twice(build)
