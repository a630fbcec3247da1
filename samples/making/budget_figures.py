"""Sjövalla's invented budget: activities, the summary that adds them up, and the investments.
Every sum is computed.
"""

from __future__ import annotations

from making.model import Row, Table, group, line, total, values_of

YEARS = ("Bokslut 2024", "Budget 2025", "Prognos 2025", "Budget 2026")

# Activity: (income, cost) for each of YEARS, thousands of kronor.
ACTIVITIES: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "Nämnd och ledning": ((212, 0, 0, 0), (-8_911, -9_240, -9_180, -9_465)),
    "Gata och park": ((6_418, 5_950, 6_120, 6_075), (-41_377, -40_615, -42_030, -41_860)),
    "Plan och bygg": ((9_034, 9_800, 8_450, 9_600), (-17_652, -18_205, -17_340, -18_790)),
    "Mark och exploatering": ((3_276, 2_480, 2_910, 2_560), (-4_189, -3_955, -4_070, -4_015)),
    "Kollektivtrafik": ((0, 0, 0, 0), (-12_506, -13_300, -13_300, -13_870)),
    "Lokaler och städ": ((58_741, 60_230, 60_230, 61_905), (-61_083, -62_025, -62_415, -63_410)),
    "Måltider": ((31_905, 32_640, 32_875, 33_480), (-37_448, -38_160, -38_690, -38_810)),
}
GRANT = (71_400, 74_400, 74_400, 76_600)  # kommunbidrag
STATE_GRANTS = (2_145, 1_980, 2_060, 1_840)
STAFF = (-74_220, -76_315, -76_840, -78_560)
PREMISES = (-38_906, -39_470, -39_515, -40_225)
CAPITAL = (-15_318, -15_900, -15_760, -16_450)


def activity_rows() -> tuple[Row, ...]:
    rows: list[Row] = []
    incomes, costs = [], []
    for name, (income, cost) in ACTIVITIES.items():
        lines = [line("Intäkt", *income), line("Kostnad", *cost)]
        rows += [group(name, 4), *lines, total("Nettokostnad", lines, "net")]
        incomes.append(lines[0])
        costs.append(lines[1])
    sums = [total("Intäkt", incomes, "total"), total("Kostnad", costs, "total")]
    return (*rows, group("Totalt", 4), *sums, total("Nettokostnad", sums, "net"))


def activities() -> Table:
    return Table("Verksamhet 2026", ("Tkr", *YEARS), activity_rows(), "tkr", "header", repeated=True)


def summary() -> Table:
    """The same totals from the other side: by kind of income and cost."""
    *_, income, cost, _net = activity_rows()
    fees = [a - b for a, b in zip(values_of(income), STATE_GRANTS, strict=True)]
    known = [line("", *values) for values in (STAFF, PREMISES, CAPITAL)]
    other = [a - b for a, b in zip(values_of(cost), values_of(total("", known)), strict=True)]
    gains = [line("Avgifter, hyror och försäljning", *fees), line("Statsbidrag", *STATE_GRANTS)]
    spent = [
        line("Personal", *STAFF),
        line("Lokalhyror", *PREMISES),
        line("Material, entreprenad och tjänster", *other),
        line("Kapitalkostnader", *CAPITAL),
    ]
    all_gains, all_spent = (
        total("Summa intäkter", gains, "subtotal"),
        total("Summa kostnader", spent, "subtotal"),
    )
    net = total("Nettokostnad", [all_gains, all_spent], "net")
    given = line("Kommunbidrag", *GRANT)
    rows = (
        *gains,
        all_gains,
        *spent,
        all_spent,
        net,
        given,
        total("Resultat jämfört med kommunbidrag", [net, given]),
        line("Ackumulerat resultat", *(None,) * 4),
    )
    return Table("Ekonomiskt sammandrag (tkr)", ("Post", *YEARS), rows, "tkr", "title")


PLAN = ("Budget 2026", "Plan 2027", "Plan 2028", "Plan 2029")


def yearly_investments() -> Table:
    rows = [
        line("Beläggning av gator", -6_200, -6_500, -6_500, -6_800, -7_000),
        line("Gång- och cykelvägar", -2_400, -3_100, -2_900, -3_000, -3_000),
        line("Lekplatser och parker", -1_150, -1_300, -900, -900, -1_250),
        line("Utbyte av gatubelysning till ledarmaturer i ytterområden", -850, -1_700, -1_700, 0, 0),
        line("Kökens maskiner", None, -640, -420, -420, -420),
        line("Fastighetsinköp", -10_000, -12_500, -12_500, -12_500, -12_500),
    ]
    head = ("", "Total\nbudget\n2025", "Budget\n2026", "Plan 2027", "Plan 2028", "Plan 2029")
    columns = ("", "Total budget 2025", *PLAN)
    return Table("Årliga anslag", columns, (*rows, total("Summa", rows)), "tkr", "part", head)


def long_investments() -> Table:
    rows = [
        line("Hamntorget", -48_500, -31_270, -9_800, -7_430, 0, 0, 0),
        line("Ny infart Norra Björkvik", -22_000, -1_645, -4_200, -11_500, -4_655, 0, 0),
        line("Simhallens ombyggnad, etapp 2", -136_000, -12_980, -38_400, -61_300, -23_320, 0, 0),
        line("Kaj och strandskoning vid Sågudden", -17_250, 0, 0, -1_250, -8_000, -8_000, 0),
    ]
    head = (
        "Projekt",
        "Godkän¦\nd utgift",
        "Utgift\nt.o.m.\n2024",
        "Prognos\n2025",
        "Budget\n2026",
        "Plan\n2027",
        "Plan\n2028",
        "Plan\n2029",
    )
    columns = ("Projekt", "Godkänd utgift", "Utgift t.o.m. 2024", "Prognos 2025", *PLAN)
    return Table(
        "Projekt som löper över flera år", columns, (*rows, total("Summa", rows)), "tkr", "part", head
    )


def all_investments() -> Table:
    yearly, long = yearly_investments().rows[-1], long_investments().rows[-1]
    rows = [
        line("Årliga anslag", *values_of(yearly)[1:]),
        line("Projekt som löper över flera år", *values_of(long)[3:]),
    ]
    head = ("", *(text.replace(" ", "\n") for text in PLAN))
    return Table("Sammanställning", ("", *PLAN), (*rows, total("Summa", rows)), "tkr", "part", head)
