"""Sample 5: a whole protocol, § 61–68, with list of matters, roll call and appeal instructions (typst,
justified and hyphenated).
"""

from __future__ import annotations

from collections.abc import Mapping

from making import protokoll_words as words
from making.gold import Gold, Json, unmarked
from making.model import Figure, Row, Table, line, money, nothing, total
from making.protokoll_words import MATTERS, MEMBERS, SUBSTITUTES, Matter
from making.typeset import Grid, Sheet, literal, set_until_steady

NAME = "protokoll"
BODY, DATE = "Kultur- och fritidsnämnden", "2025-10-22"
TITLE = "Protokoll från kultur- och fritidsnämndens sammanträde"
PAGE = """
#set document(title: "Protokoll 2025-10-22", author: "Kultur- och fritidsförvaltningen", date: none)
#set text(font: "Liberation Serif", size: 11.5pt, lang: "sv", hyphenate: true)
#set par(justify: true)
#let head1(body) = text(font: "Liberation Sans", size: 13pt, weight: "bold", body)
#let head2(body) = text(font: "Liberation Sans", size: 11pt, weight: "bold", body)
#let small = 8pt
#set page(paper: "a4", margin: (left: 82pt, right: 76pt, top: 120pt, bottom: 104pt),
  header: context [#set text(font: "Liberation Sans", size: 9pt)
    #grid(columns: (1fr, 1fr, auto), row-gutter: 5pt,
      [*GRANÅS STAD*], [*SAMMANTRÄDESPROTOKOLL*], [Sida #counter(page).display() (#counter(page).final().first())],
      [Kultur- och fritidsnämnden], [Sammanträdesdatum 2025-10-22], [])
    #line(length: 100%, stroke: 0.5pt)],
  footer: [#set text(font: "Liberation Sans", size: 7pt)
    #table(columns: (1fr, 1fr, 2fr), stroke: 0.4pt, inset: (x: 3pt, top: 3pt, bottom: 16pt),
      [Justerandes signatur], [], [Utdragsbestyrkande])])
"""


def entry(sheet: Sheet, label: str, lines: tuple[str, ...]) -> None:
    """A label in the left column, names or places below each other in the right one: one paragraph."""
    code, page = sheet.mark()
    below = " \\ ".join(f"#{literal(words)}" for words in lines)
    sheet.add(
        (
            f"#grid(columns: (146pt, 1fr), [#set par(justify: false);{code}*#{literal(label)}*], [#set "
            f"par(justify: false); {below}])"
        ),
        "",
    )
    sheet.gold.paragraph(" ".join((label, *lines)), [page])


def named(name: str, party: str | None, role: str) -> str:
    return f"{name}{f' ({party})' if party else ''}{f', {role}' if role else ''}"


def front_page(sheet: Sheet) -> None:
    sheet.heading(TITLE, 1)
    entry(sheet, "Plats och tid", ("Stadshuset, sal Linden, kl. 17.00–19.25", "Ajournering kl. 18.10–18.20"))
    entry(sheet, "Ledamöter", tuple(named(*m) for m in MEMBERS))
    entry(sheet, "Tjänstgörande ersättare", tuple(f"{n} ({p}) {how}" for n, p, how in SUBSTITUTES))
    entry(sheet, "Övriga närvarande", tuple(named(*a) for a in words.ATTENDING))
    entry(sheet, "Justerare", tuple(f"{n} ({p})" for n, p in words.ADJUSTERS))
    entry(sheet, "Justeringens plats och tid", ("Stadskansliet, 2025-10-29 kl. 15.00",))
    entry(sheet, "Paragrafer", ("61–68",))
    sheet.add('#v(2pt) #text(weight: "bold")[Underskrifter]')
    signed = (
        ("Sekreterare", words.SECRETARY),
        ("Ordförande", words.CHAIR),
        ("Justerare", f"{words.ADJUSTERS[0][0]}#h(40pt){words.ADJUSTERS[1][0]}"),
    )
    for label, name in signed:
        sheet.add(
            f"#v(1pt) #grid(columns: (146pt, 1fr), [{label}], [#line(length: 100%, stroke: (dash: "
            f'"dotted", thickness: 0.5pt)) #v(-8pt) {name}])'
        )
    posting(sheet)


def posting(sheet: Sheet) -> None:
    """The proof that the minutes were posted: a ruled box, no heading."""
    rows = (
        ("Organ", BODY),
        ("Anslaget sätts upp", "2025-10-30"),
        ("Anslaget tas ned", "2025-11-21"),
        ("Protokollet förvaras", "Stadskansliet"),
    )
    code, page = sheet.mark()
    said = "Justeringen har tillkännagivits på kommunens digitala anslagstavla."
    cells = "".join(f"[{label}], [{value}], " for label, value in rows)
    sheet.add(
        "#v(2pt) #block(breakable: false, width: 100%, stroke: 0.5pt, inset: 6pt)[#set text(size: "
        "9.5pt); #set par(justify: false)"
    )
    sheet.add(
        f"{code}#align(center)[*ANSLAG / BEVIS*]",
        said,
        f"#grid(columns: (140pt, 1fr), row-gutter: 5pt, {cells})]",
        "#pagebreak()",
    )
    for text in (said, *(f"{label} {value}" for label, value in rows)):
        sheet.gold.paragraph(text, [page])


def list_of_matters(sheet: Sheet) -> None:
    sheet.heading("Ärendelista", 1)
    lines = [(f"§ {m.number}", m.title, f"par{m.number}") for m in MATTERS] + [
        ("", "Besvärshänvisning", "appeal")
    ]
    for number, title, key in lines:
        page = sheet.pages.get(key, 1)
        sheet.add(
            f"#block(below: 0.9em)[#grid(columns: (36pt, 1fr, 20pt), [{number}], [#{literal(title)} "
            f"#box(width: 1fr, repeat[.])], align(right + bottom)[{page}])]"
        )
    sheet.add("#pagebreak()")


def economy() -> Table:
    rows = [
        line("Intäkter", 9_412, 8_700, 9_350),
        line("Personalkostnader", -21_866, -22_480, -22_310),
        line("Lokaler och el", -16_204, -15_700, -16_115),
    ]
    rows.append(line("Övriga kostnader", -7_318, -7_620, -7_125))
    columns = ("Tkr", "Utfall jan–aug", "Budget jan–aug", "Prognos jan–aug")
    return Table(
        "Ekonomiskt utfall",
        columns,
        (*rows, total("Nettokostnad", rows, "net")),
        "tkr",
        "header",
        ("Tkr", "Utfall\njan–aug", "Budget\njan–aug", "Prognos\njan–aug"),
    )


def fees() -> Table:
    prices = (
        ("Idrottshall A, hel plan", 200, 220),
        ("Idrottshall A, halv plan", 110, 120),
        ("Gymnastiksal", 85, 95),
        ("Ishall, träning", 450, 495),
        ("Konstgräs, hel plan", 310, 340),
    )
    rows = [Row(name, (money(0), money(old), money(new))) for name, old, new in prices]
    rows.append(Row("Omklädningsrum utan hall", (nothing("–"), money(50), money(55))))
    columns = ("Lokal, kronor per timme", "Barn och unga", "Vuxna 2022–2025", "Vuxna 2026")
    return Table("Förslag till avgifter", columns, tuple(rows), "kr", "header")


def roll_call() -> Table:
    voters = [(n, p) for n, p, _ in (*MEMBERS, *SUBSTITUTES)]
    rows = [
        Row(f"{n} ({p})", tuple(Figure("X" if n in words.VOTES[v] else "") for v in words.VOTES))
        for n, p in voters
    ]
    sums = Row("Summa", tuple(money(len(who)) for who in words.VOTES.values()), "total", proves=False)
    return Table("Omröstningsresultat", ("Ledamot", "Ja", "Nej", "Avstår"), (*rows, sums), None)


CAPTIONS = ("Ekonomiskt utfall", "Förslag till avgifter")  # set as the sub-headings are, and naming a table
TABLES = {
    "Ekonomiskt utfall": (economy, Grid("1fr, 70pt, 70pt, 70pt", 9.5)),
    "Förslag till avgifter": (fees, Grid("1fr, 76pt, 90pt, 76pt", 9.5, stroke="0.4pt", rule_head=False)),
    "Omröstningsresultat": (
        roll_call,
        Grid("1fr, 44pt, 44pt, 48pt", 9.5, stroke="(bottom: 0.3pt)", rule_head=False),
    ),
}


def matter(sheet: Sheet, m: Matter) -> None:
    number, _ = sheet.mark()
    diary = f"[*Dnr #{literal(m.diary)}*]" if m.diary else "[]"
    above = (
        f'#v(14pt) #block(sticky: true, below: 0.4em)[{number}#set text(font: "Liberation Sans"); '
        f"#grid(columns: (1fr, auto), [*§ {m.number}*], {diary})]\n"
    )
    sheet.heading(m.title, 1, key=f"par{m.number}", before=above)
    page = sheet.pages.get(f"par{m.number}", 1)
    sheet.heading("Beslut", 2)
    lead, *points = m.decision
    sheet.para(lead)
    sheet.listing(points) if m.numbered else sheet.paras(*points)
    for heading, texts in m.rest:
        section(sheet, heading, texts)
    found = dict(m.rest)
    sheet.gold.decision(
        m.number, m.title, page, diary_number=m.diary, decision_text=[unmarked(t) for t in m.decision],
        reservations=list(found.get("Reservation", ())), protocol_notes=list(found.get("Protokollsanteckning", ())),
        proposals=list(found.get("Yrkanden", ())), attachments=list(found.get("Beslutsunderlag", ())),
        votes={"ja": 7, "nej": 3, "avstar": 1} if "Omröstningsresultat" in found else None,
    )  # fmt: skip


def section(sheet: Sheet, heading: str, texts: tuple[str, ...]) -> None:
    sheet.heading(heading, 2, heads=heading not in CAPTIONS)
    if heading in TABLES:
        table, grid = TABLES[heading]
        sheet.table(table(), grid)
    sheet.paras(*texts)


def appeal(sheet: Sheet) -> None:
    sheet.add(
        '#set page(header: [#set text(font: "Liberation Sans", size: 9pt); *GRANÅS STAD*], footer: none)'
    )
    sheet.part("notice", "Besvärshänvisning")
    sheet.heading("Besvärshänvisning", 1, key="appeal")
    for heading, texts in words.APPEAL:
        sheet.heading(heading, 2)
        sheet.paras(*texts)
    sheet.add(sheet.mark("end")[0])


def people(gold: Gold) -> None:
    for name, party, title in MEMBERS:
        gold.person(name, party, "chair" if title == "ordförande" else "member")
    for name, party, _ in SUBSTITUTES:
        gold.person(name, party, "substitute")
    gold.person("Mona Ekdahl", "KD", "absent")
    gold.person("Rolf Tengroth", "S", "absent")
    for name, other, _ in words.ATTENDING:
        gold.person(name, other, "attending")
    gold.person(words.SECRETARY, None, "secretary")


def build(pages: Mapping[str, int]) -> Sheet:
    gold = Gold(f"{NAME}.pdf", "Granås stad", BODY, DATE, TITLE)
    sheet = Sheet(gold, pages)
    sheet.add(PAGE)
    sheet.part("protocol", TITLE)
    front_page(sheet)
    list_of_matters(sheet)
    for m in MATTERS:
        matter(sheet, m)
    appeal(sheet)
    people(gold)
    return sheet


def make() -> tuple[bytes, Json]:
    return set_until_steady(build)
