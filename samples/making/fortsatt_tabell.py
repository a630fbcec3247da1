"""Sample 2: one table over three sheets with its header repeated, another over two sheets without (typst)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from making.gold import Gold, Json
from making.model import Row, Table, group, grouped, line, money, total, values_of
from making.typeset import Grid, Sheet, set_until_steady

NAME = "fortsatt-tabell"
TITLE = "Delårsrapport januari–augusti 2025"
BODY = "Socialnämnden"

UNITS = (
    "Ledning och stab", "Myndighetsutövning vuxna", "Myndighetsutövning barn och familj", "Äldreboendet Lindgården", "Äldreboendet Åsängen",
    "Äldreboendet Björkbacken", "Hemtjänst norr", "Hemtjänst söder", "Hemsjukvård och rehabilitering", "Daglig verksamhet", "Gruppbostäder",
    "Personlig assistans", "Familjecentralen", "Ungdomsmottagningen", "Budget- och skuldrådgivning", "Boendestöd", "Korttidsboendet Solvik",
    "Trygghetslarm och nattpatrull", "Anhörigstöd", "Färdtjänst och riksfärdtjänst", "Öppenvården Vändpunkten", "Arbetsmarknad och försörjningsstöd",
    "Hjälpmedel", "Vikariepoolen",
)  # fmt: skip
PLACES = ("Lövhult", "Granås", "Åby", "Kvarnsjön", "Östanå", "Hälleforsen", "Tallberga")
CLUBS = (
    "IF",
    "bygdegårdsförening",
    "scoutkår",
    "hembygdsförening",
    "pensionärsförening",
    "orienteringsklubb",
    "ridklubb",
    "teatersällskap",
    "sångkör",
)

PAGE = """
#set document(title: "Delårsrapport januari–augusti 2025", author: "Socialförvaltningen", date: none)
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "sv", hyphenate: true)
#let head1(body) = text(font: "DejaVu Sans", size: 15pt, weight: "bold", body)
#let head2(body) = text(font: "DejaVu Sans", size: 11.5pt, weight: "bold", body)
#set page(paper: "a4", margin: (x: 62pt, top: 98pt, bottom: 84pt),
  header: [#set text(font: "DejaVu Sans", size: 7.5pt)
    #grid(columns: (1fr, 1fr, auto), [*GRANÅS STAD*], [Bilaga Socialnämnden, 2025-10-14 § 112], [Dnr SN 2025/00318])
    #line(length: 100%, stroke: 0.4pt)],
  footer: context [#set text(font: "DejaVu Sans", size: 7.5pt)
    #grid(columns: (1fr, auto), [Delårsrapport januari–augusti 2025], [#counter(page).display() (#counter(page).final().first())])])
#set par(justify: true)
"""


def figures(seed: int) -> Iterator[int]:
    """An endless, fixed row of numbers from 0 to 9,999."""
    state = seed
    while True:
        state = (state * 1_103_515_245 + 12_345) % 2**31
        yield state // 65_536 % 10_000


def with_deviation(label: str, earlier: int, now: int, budget: int, forecast: int, kind: str = "data") -> Row:
    return line(label, earlier, now, budget, forecast, forecast - budget, kind=kind)


def outcome() -> Table:
    """Deviation is forecast less budget; every total is a sum of what stands above."""
    source, rows, incomes, costs = figures(7), [], [], []
    for place, unit in enumerate(UNITS):
        earned, spent = next(source) // 7 + 85, 4 * next(source) + 7_000
        income = with_deviation(
            "Intäkter", earned - 31, earned, earned * 3 // 2, earned * 3 // 2 + next(source) % 90
        )
        cost = with_deviation(
            "Kostnader", 412 - spent, -spent, -spent * 3 // 2, -spent * 3 // 2 - 700 + next(source) % 1_500
        )
        rows += [group(unit, 5), income, cost, total("Netto", [income, cost], "net")]
        incomes.append(income)
        costs.append(cost)
        if place == 2:  # one row more between the ordinary ones
            refund = line("Återsökta medel från Migrationsverket", None, 640, None, 640, 640)
            rows[-1:] = [refund, total("Netto", [income, cost, refund], "net")]
            incomes.append(refund)
    sums = [total("Summa intäkter", incomes, "total"), total("Summa kostnader", costs, "total")]
    rows += [group("Hela nämnden", 5), *sums, total("Nettokostnad", sums, "net")]
    columns = (
        "Tkr",
        "Utfall / Jan–aug 2024",
        "Utfall / Jan–aug 2025",
        "Helår 2025 / Budget",
        "Helår 2025 / Prognos",
        "Helår 2025 / Avvikelse",
    )
    head = ("Tkr", "Jan–aug\n2024", "Jan–aug\n2025", "Budget", "Prognos", "Avvikelse")
    return Table(
        "Utfall och prognos per enhet",
        columns,
        tuple(rows),
        "tkr",
        "header",
        head,
        (("Utfall", 1, 2), ("Helår 2025", 3, 5)),
        repeated=True,
    )


def grants() -> Table:
    source, rows = figures(23), []
    for place in PLACES:
        for club in CLUBS[: 9 if place != "Kvarnsjön" else 6]:
            asked = 500 * (next(source) % 160) + 12_000
            before = None if next(source) % 6 == 0 else asked - 500 * (next(source) % 20)
            rows.append(
                Row(
                    f"{place.removesuffix('s')}s {club}",
                    (money(asked), money(before), money(min(asked, (before or asked) + 1_500))),
                )
            )
    rows.append(total("Summa", rows))
    return Table(
        "Bidrag till föreningar 2025",
        ("Förening", "Sökt", "Beviljat 2024", "Beviljat 2025"),
        tuple(rows),
        "kr",
        "text",
    )


def million(tkr: int) -> str:
    return f"{abs(tkr) / 1000:.1f}".replace(".", ",")


def build(pages: Mapping[str, int]) -> Sheet:
    gold = Gold(f"{NAME}.pdf", "Granås stad", BODY, "2025-10-14", TITLE, "SN 2025/00318")
    sheet = Sheet(gold, pages)
    units, clubs = outcome(), grants()
    _, _, budget, forecast, deviation = values_of(units.rows[-1])
    sheet.add(PAGE)
    sheet.part("annex", TITLE)
    sheet.heading(TITLE, 1)
    sheet.paras(
        f"Socialnämndens nettokostnad för helåret beräknas till {{{million(forecast)} mnkr}}, vilket "
        f"är {{{million(deviation)} mnkr}} "
        f"{'sämre' if deviation < 0 else 'bättre'} än budgeten på {{{million(budget)} mnkr}}. Flera "
        "enheter har haft svårt att rekrytera "
        "sjuksköterskor och undersköterskor under sommaren.",
        "Tabellen visar utfallet till och med augusti och prognosen för helåret, enhet för enhet. "
        "Avvikelsen är prognosen minus budgeten; ett minus "
        "betyder att enheten väntas kosta mer än planerat.",
    )
    sheet.heading("Utfall och prognos per enhet", 2)
    sheet.table(
        units,
        Grid(
            "1fr, 52pt, 52pt, 56pt, 56pt, 54pt",
            fill="(x, y) => if y < 2 { luma(225) }",
            stroke="(bottom: 0.3pt + luma(150))",
        ),
    )
    sheet.para(
        "Återsökta medel redovisas hos den enhet som har haft kostnaden. Beloppen är avrundade var för "
        "sig innan de förts in."
    )
    sheet.heading("Bidrag till föreningar 2025", 2)
    granted = values_of(clubs.rows[-1])[2]
    sheet.para(
        f"Nämnden har under året beviljat sammanlagt {{{grouped(granted)} kronor}} till föreningar som "
        "arbetar med äldre, barn och unga. "
        "Alla belopp i tabellen är i kronor. En tom ruta betyder att föreningen inte sökte bidrag det året."
    )
    sheet.table(clubs, Grid("1fr, 80pt, 80pt, 80pt", size=9, fill="(x, y) => if calc.odd(y) { luma(240) }"))
    sheet.para("Föreningarna lämnar sin redovisning senast den 31 januari 2026.")
    sheet.add(sheet.mark("end")[0])
    return sheet


def make() -> tuple[bytes, Json]:
    return set_until_steady(build)
