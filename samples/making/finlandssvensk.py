"""Sample 7: a Finland-Swedish committee:
"18 §", head in columns, two languages, euro, a turned sheet, two columns, a bar chart (reportlab).
"""

from __future__ import annotations

from collections.abc import Sequence

from making import finlandssvensk_words as words
from making.flow import Flow, Style, set_twice
from making.gold import Gold, Json, unmarked
from making.grid import Look
from making.model import Row, Table, decimal, group, line, total
from making.pens import ReportlabPen

NAME = "finlandssvensk"
BODY, DATE, TITLE = "Tekniska nämnden", "2025-03-12", "Protokoll 3/2025"
FACE, BOLD = "Vera", "VeraBd"
STYLE = Style(
    FACE,
    BOLD,
    BOLD,
    size=9.5,
    leading=13,
    left=64,
    right=530,
    top=104,
    bottom=774,
    heads=((10.5, 6), (9.5, 8), (9.5, 8), (9.5, 6)),
)
TURNED = Style(
    FACE,
    BOLD,
    BOLD,
    size=9,
    leading=12,
    left=70,
    right=770,
    top=96,
    bottom=540,
    heads=((10.5, 6), (9.5, 8), (9.5, 8), (9.5, 6)),
)
LOOK = Look((214, 62, 62, 62, 62), FACE, BOLD, size=8, leading=10, pad=2.4, rules="rows")


def head(flow: Flow, number: int) -> None:
    """Columns: kind, §, date, page; the body below."""
    pen = flow.pen
    pen.text(64, 44, "Sandnäs stad", BOLD, 11)
    pen.text(64, 56, "Santaniemen kaupunki", FACE, 8, 0.3)
    if number < 3:
        return
    for x, text in (
        (64, "Protokoll"),
        (220, flow.gold.decisions[-1]["paragraph"] + " §"),
        (320, "12.3.2025"),
        (500, "Sida"),
    ):
        pen.text(x, 76, text, FACE, 8.5)
    pen.text(64, 87, BODY, FACE, 8.5)
    pen.text(500, 87, str(number), FACE, 8.5)
    pen.line(64, 91, 530, 91, 0.5)


def turned_head(flow: Flow, number: int) -> None:
    pen = flow.pen
    for x, text in ((70, "Protokoll"), (300, "20 §"), (450, "12.3.2025"), (740, f"Sida {number}")):
        pen.text(x, 50, text, FACE, 8.5)
    pen.line(70, 58, 770, 58, 0.5)


def notice_head(flow: Flow, _number: int) -> None:
    flow.pen.text(64, 44, "Sandnäs stad", BOLD, 11)
    flow.pen.text(64, 56, "Santaniemen kaupunki", FACE, 8, 0.3)


def front_page(flow: Flow) -> None:
    flow.heading(TITLE, 1)
    for label, value in words.HEAD:
        flow.y += 14
        flow.pen.text(64, flow.y, label, BOLD, 8.5)
        flow.pen.text(260, flow.y, value, FACE, 9)
        flow.gold.paragraph(f"{label} {value}", [flow.sheet])
    flow.gap(24)
    for x, label, names in ((64, "Ordinarie", words.MEMBERS), (310, "Ersättare", words.SUBSTITUTES)):
        attendance(
            flow,
            x,
            label,
            [f"[{'X' if there else ' '}] {_titled(name, title)}" for name, there, title in names],
        )
        for name, _, title in (entry for entry in names if entry[1]):
            present(flow, name, "chair" if title == "ordförande" else "member")
    flow.gap(14 * 8)
    attendance(flow, 64, "Övriga närvarande", [_titled(name, title) for name, title in words.ATTENDING])
    for name, _ in words.ATTENDING:
        present(flow, name, "attending")
    flow.gap(90)
    signatures(flow)


def _titled(name: str, title: str) -> str:
    return f"{name}, {title}" if title else name


def attendance(flow: Flow, x: float, label: str, lines: Sequence[str]) -> None:
    """A label and the names below it: one paragraph."""
    flow.pen.text(x, flow.y, label, BOLD, 9)
    for place, entry in enumerate(lines, 1):
        flow.pen.text(x, flow.y + 14 * place, entry, FACE, 9)
    flow.gold.paragraph(" ".join((label, *lines)), [flow.sheet])


def present(flow: Flow, name: str, role: str) -> None:
    """The list prints "Forsbäck Mikaela", the signature "Mikaela Forsbäck": one person, demanded once."""
    family, given = name.split(" ", 1)
    flow.gold.person(name, None, role, [f"{given} {family}"])


def signatures(flow: Flow) -> None:
    """Given name first here, family name first in the list above:
    the printed forms differ, the persons do not.
    """
    for x, y, name, title in (
        (64, 0, "Mikaela Forsbäck", "ordförande"),
        (310, 0, "Ralf Ahlskog", "protokollförare"),
        (64, 50, "Tor Enqvist", "protokolljusterare"),
        (310, 50, "Päivi Rantala", "protokolljusterare"),
    ):
        flow.pen.text(x, flow.y + y, name, FACE, 9)
        flow.pen.text(x, flow.y + y + 12, title, FACE, 9)
    flow.pen.text(
        64,
        flow.y + 110,
        "Protokollet är undertecknat elektroniskt. / Pöytäkirja on allekirjoitettu sähköisesti.",
        FACE,
        8,
        0.3,
    )


def list_of_matters(flow: Flow, contents: Sequence[Json]) -> None:
    flow.new_page()
    flow.heading("Ärenden", 1)
    page_of = {s["heading"]: s["page"] for s in contents if s["level"] == 1}
    for m in (*words.MATTERS, words.LAST):
        text = f"{m.number} § {m.title}" if m.number else m.title
        flow.y += 16
        dots = int((440 - flow.pen.width(text, FACE, 9)) / flow.pen.width(".", FACE, 9))
        flow.pen.text(64, flow.y, f"{text} {'.' * dots}", FACE, 9)
        page = str(page_of.get(m.title, 1))
        flow.pen.text(528 - flow.pen.width(page, FACE, 9), flow.y, page, FACE, 9)


def matter(flow: Flow, m: words.Matter) -> None:
    """Each § on a sheet of its own."""
    flow.gold.decision(
        m.number,
        m.title,
        flow.sheet + 1,
        diary_number=m.diary,
        decision_text=[unmarked(t) for t in m.decision],
        proposals=[unmarked(t) for t in m.proposal],
    )
    flow.new_page()
    if m.diary:
        flow.pen.text(530 - flow.pen.width(m.diary, FACE, 8.5), flow.y + 6, m.diary, FACE, 8.5)
        flow.gap(16)
    flow.gap(6)
    flow.gold.section(m.title, 1, flow.sheet)
    flow.y += 12
    flow.pen.text(64, flow.y, f"{m.number} §", BOLD, 10.5)
    flow.pen.text(108, flow.y, m.title, BOLD, 10.5)
    flow.gap(14)
    if m.number == "20":
        earlier(flow)
    flow.left = 108
    flow.paras(*m.body)
    if m.number == "20":
        flow.table(outcome(), LOOK_IN)
    flow.left = 64
    for heading, texts in (
        (f"{words.DIRECTOR} förslag:", m.proposal),
        ("Tekniska nämndens beslut:", m.decision),
    ):
        if texts:
            flow.heading(heading, 2)
            flow.left = 108
            for number, text in enumerate(texts):
                flow.para(text, mark=f"{number})" if number and len(texts) > 2 else "")
            flow.left = 64


def earlier(flow: Flow) -> None:
    """What another body decided before: no decision of this meeting."""
    flow.heading("Tidigare behandling", 2)
    flow.left = 108
    flow.paras(
        "Stadsstyrelsen 3.2.2025, 31 §",
        (
            "Stadsstyrelsen beslutade att uppmana nämnderna att hålla sig inom budgeten och att återkomma "
            "med en plan före utgången av mars."
        ),
    )
    flow.left = 64


LOOK_IN = Look((206, 54, 54, 54, 54), FACE, BOLD, size=8, leading=10, pad=2.4, rules="rows")


def euro(label: str, *figures: str, kind: str = "data") -> Row:
    return Row(label, tuple(decimal(f) for f in figures), kind)


def outcome() -> Table:
    """Millions of euro with two decimals; the last column is per cent."""
    rows = (
        euro("Försäljningsintäkter / Myyntituotot", "4,82", "0,71", "4,90", "14,7"),
        euro("Hyresintäkter / Vuokratuotot", "6,15", "1,03", "6,15", "16,7"),
        Row(
            "Verksamhetens intäkter / Toimintatuotot",
            tuple(decimal(f) for f in ("10,97", "1,74", "11,05", "15,9")),
            "subtotal",
            proves=False,
        ),
        euro("Personalkostnader / Henkilöstökulut", "-5,40", "-0,88", "-5,52", "16,3"),
        euro("Köp av tjänster / Palvelujen ostot", "-3,26", "-0,61", "-3,41", "18,7"),
        euro("Material och förnödenheter / Aineet ja tarvikkeet", "-2,75", "-0,70", "-2,90", "25,5"),
        Row(
            "Verksamhetens kostnader / Toimintakulut",
            tuple(decimal(f) for f in ("-11,41", "-2,19", "-11,83", "19,2")),
            "subtotal",
            proves=False,
        ),
        Row(
            "Verksamhetsbidrag / Toimintakate",
            tuple(decimal(f) for f in ("-0,44", "-0,45", "-0,78", "102,3")),
            "net",
            proves=False,
        ),
    )
    columns = ("m€", "Budget 2025", "Utfall 1–2/2025", "Prognos 2025", "Utfall, %")
    return Table(
        "Budgetuppföljning",
        columns,
        rows,
        "mEUR",
        "header",
        ("m€", "Budget\n2025", "Utfall\n1–2/2025", "Prognos\n2025", "Utfall,\n%"),
    )


def plan() -> Table:
    """On the turned sheet: thousands of euro, group rows in two languages."""
    streets = [
        line("Strandvägen, ytbeläggning / Rantatie, päällystys", -310, -240, 0, 0, -550),
        line("Skolgatans trottoar / Koulukadun jalkakäytävä", -85, 0, 0, 0, -85),
        line("Bron över Storån / Isojoen silta", 0, -1_150, -2_400, -300, -3_850),
    ]
    houses = [
        line("Simhallens tak / Uimahallin katto", -720, 0, 0, 0, -720),
        line("Daghemmet Ekorren, tillbyggnad / Päiväkoti Orava, laajennus", -140, -1_980, -460, 0, -2_580),
        line("Statsandel för daghemmet / Päiväkodin valtionosuus", 0, 600, 150, 0, 750),
    ]
    sums = [
        total("Gator sammanlagt / Kadut yhteensä", streets, "subtotal"),
        total("Byggnader sammanlagt / Rakennukset yhteensä", houses, "subtotal"),
    ]
    rows = (
        group("Gator och broar / Kadut ja sillat", 5),
        *streets,
        sums[0],
        group("Byggnader / Rakennukset", 5),
        *houses,
        sums[1],
        total("Netto / Netto", sums, "net"),
    )
    columns = ("1 000 €", "2025", "2026", "2027", "2028", "Sammanlagt / Yhteensä")
    return Table(
        "Investeringsplan 2025–2028",
        columns,
        rows,
        "tEUR",
        "header",
        ("1 000 €", "2025", "2026", "2027", "2028", "Sammanlagt /\nYhteensä"),
    )


def turned_sheet(flow: Flow) -> None:
    flow.style, flow.furniture = TURNED, turned_head
    flow.new_page(rotate=90, paper=(841.89, 595.28))
    flow.heading("Investeringsplan 2025–2028 / Investointisuunnitelma 2025–2028", 2)
    flow.table(
        plan(),
        Look((330, 72, 72, 72, 72, 82), FACE, BOLD, size=8.5, leading=11, pad=3, rules="all", head_fill=0.88),
    )
    flow.para("Statsandelen förutsätter att bygget börjar före den 1 oktober 2026.")
    flow.style, flow.furniture = STYLE, head


def two_columns(flow: Flow) -> None:
    """The information sheet to 20 §: text and a small table side by side, a chart below."""
    flow.new_page()
    flow.heading("Energin i stadens byggnader", 2)
    top = flow.y
    flow.right = 286
    flow.paras(*words.ENERGY)
    low, flow.y = flow.y, top
    flow.left, flow.right = 310, 530
    rows = tuple(Row(label, tuple(decimal(f) for f in figures)) for label, figures in words.HEAT)
    columns = ("MWh", "2023", "2024")
    flow.table(
        Table("Energin i stadens byggnader", columns, rows, "MWh", "header"),
        Look((120, 48, 48), FACE, BOLD, size=8, leading=10, pad=2.2, rules="head"),
    )
    flow.para("Uppgifterna är inte normaliserade för vädret.")
    flow.y = max(low, flow.y)
    flow.left, flow.right = STYLE.left, STYLE.right
    chart(flow)


def chart(flow: Flow) -> None:
    """Bars with labels: figures that stand in no table."""
    pen, base, left = flow.pen, flow.y + 190, 100
    pen.text(left, flow.y + 20, "Elförbrukning per invånare, kWh", BOLD, 8.5)
    pen.line(left, base, left + 360, base, 0.8)
    for step in range(5):
        pen.line(left, base - 30 * step, left + 360, base - 30 * step, 0.3, 0.8)
        pen.text(left - 26, base - 30 * step + 3, str(200 * step), FACE, 7.5)
    for place, (year, value) in enumerate(
        (("2020", 812), ("2021", 790), ("2022", 745), ("2023", 701), ("2024", 688))
    ):
        x = left + 24 + 68 * place
        pen.box(x, base - value * 0.15, x + 34, base, fill=0.55)
        pen.text(x + 8, base - value * 0.15 - 4, str(value), FACE, 7.5)
        pen.text(x + 5, base + 12, year, FACE, 7.5)


def appeal(flow: Flow) -> None:
    flow.part("notice", words.LAST.title, STYLE, notice_head)
    flow.heading(words.LAST.title, 1)
    flow.paras(*words.LAST.body)


def build(totals: Sequence[int], contents: Sequence[Json]) -> Flow:
    gold = Gold(f"{NAME}.pdf", "Sandnäs stad", BODY, DATE, TITLE)
    flow = Flow(ReportlabPen(TITLE, "Sandnäs stad"), gold, STYLE, head)
    flow.totals = totals
    flow.part("protocol", TITLE, STYLE, head)
    front_page(flow)
    list_of_matters(flow, contents)
    for m in words.MATTERS:
        matter(flow, m)
        if m.number == "20":
            turned_sheet(flow)
            two_columns(flow)
    appeal(flow)
    return flow


def make() -> tuple[bytes, Json]:
    return set_twice(build)
