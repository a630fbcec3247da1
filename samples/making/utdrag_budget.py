"""Sample 1: an extract, its memo and its budget annex in one file (reportlab)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from making import budget_figures as figures
from making import budget_words as words
from making.faults import Faults
from making.flow import Flow, Style, set_twice
from making.gold import Gold, Json
from making.grid import Look
from making.pens import ReportlabPen

NAME = "utdrag-budget"
SOUND = Faults()
DATE = "2025-09-16"
DIARY = "SBN 2025-00142 041"
TITLE = "Nämndplan och budget 2026 för samhällsbyggnadsnämnden"
MEMO = "Nämndplan och budget 2026"
ANNEX = "Nämndplan 2026 med budget"

SERIF = Style(
    "LiberationSerif-Regular",
    "LiberationSerif-Bold",
    "LiberationSans-Bold",
    size=11.5,
    leading=14.5,
    left=96,
    right=510,
    top=150,
    bottom=742,
)
LETTER = Style(
    "LiberationSerif-Regular",
    "LiberationSerif-Bold",
    "LiberationSans-Bold",
    size=11.5,
    leading=14.5,
    left=96,
    right=510,
    top=178,
    bottom=752,
)
REPORT = Style(
    "DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Bold",
    size=9.5, leading=13, left=62, right=534, top=70, bottom=770, heads=((18, 14), (13, 12), (11, 10), (10, 8)),
)  # fmt: skip
LOOK = Look(
    (204, 67, 67, 67, 67),
    "DejaVuSansCondensed",
    "DejaVuSansCondensed-Bold",
    size=8.6,
    leading=11,
    pad=3,
    head_fill=0.86,
)
SMALL = "LiberationSans-Regular"


def extract_head(flow: Flow, number: int) -> None:
    pen = flow.pen
    pen.text(60, 48, "SJÖVALLA KOMMUN", "LiberationSans-Bold", 12)
    pen.text(60, 62, "Samhällsbyggnadsnämnden", SMALL, 10)
    pen.text(330, 48, "PROTOKOLLSUTDRAG", "LiberationSans-Bold", 12)
    pen.text(490, 48, f"Sida {number}({flow.of})", SMALL, 9)
    for x, label, value in (
        (60, "Sammanträdesdatum", DATE),
        (200, "Paragraf", "§ 87"),
        (330, "Diarienummer", DIARY),
    ):
        pen.text(x, 84, label, SMALL, 6.5)
        pen.text(x, 96, value, SMALL, 9.5)
    pen.line(60, 102, 538, 102, 0.7)


def memo_head(flow: Flow, number: int) -> None:
    pen = flow.pen
    pen.text(60, 48, "SJÖVALLA KOMMUN", "LiberationSans-Bold", 12)
    pen.text(330, 48, "TJÄNSTESKRIVELSE", "LiberationSans-Bold", 12)
    pen.text(490, 48, f"Sida {number}({flow.of})", SMALL, 9)
    if number > 1:
        return
    block = (
        (60, ("Handläggare", "Birgitta Sjöö", "0499-123 45")),
        (225, ("Datum", "2025-09-02")),
        (330, ("Instans", "Samhällsbyggnads-", "nämnden")),
        (440, ("Dnr", DIARY)),
    )
    for x, (label, *values) in block:
        pen.text(x, 84, label, SMALL, 7)
        for place, value in enumerate(values):
            pen.text(x, 96 + 12 * place, value, SMALL, 9.5)


def annex_foot(flow: Flow, number: int) -> None:
    pen = flow.pen
    pen.line(62, 792, 534, 792, 0.4, 0.6)
    pen.text(62, 804, f"Sjövalla kommun, {ANNEX}", REPORT.text, 7.5, 0.35)
    page = f"{number}({flow.of})"
    pen.text(534 - pen.width(page, REPORT.text, 7.5), 804, page, REPORT.text, 7.5, 0.35)


def extract(flow: Flow) -> None:
    flow.part("protocol", TITLE, SERIF, extract_head)
    flow.pen.text(96, 140, "§ 87", "LiberationSans-Bold", 11.5)
    dnr = f"Dnr {DIARY}"
    flow.pen.text(
        510 - flow.pen.width(dnr, "LiberationSans-Bold", 11.5), 140, dnr, "LiberationSans-Bold", 11.5
    )
    flow.heading(TITLE, 1)
    flow.heading("Samhällsbyggnadsnämndens beslut", 2)
    flow.para(words.LEAD, after=3)
    flow.listing(words.POINTS)
    flow.para(words.AWAY)
    flow.heading("Reservation", 2)
    flow.para(words.RESERVATION)
    flow.heading("Protokollsanteckning", 2)
    flow.para(words.NOTE)
    flow.heading("Sammanfattning av ärendet", 2)
    flow.paras(words.FRAME, words.WINTER, words.PERMITS, words.BUSES)
    flow.heading("Simhallen", 3)
    flow.paras(words.POOL, words.SAVINGS)
    flow.heading("Beslutsunderlag", 2)
    flow.listing((f"{ANNEX}, bilaga", "Tjänsteskrivelse 2025-09-02"))


def memo(flow: Flow) -> None:
    flow.part("memo", MEMO, LETTER, memo_head)
    flow.y -= 30
    flow.heading(MEMO, 1)
    flow.heading("Förslag till beslut", 2)
    flow.para(words.LEAD, after=3)
    flow.listing(words.POINTS)
    flow.heading("Ärendet i sin helhet", 2)
    flow.para(f"{words.FRAME} {words.WINTER}")  # one paragraph here, two in the extract
    flow.paras(words.PERMITS, words.BUSES)
    flow.heading("Simhallen", 3)
    flow.para(words.POOL)  # the last sentence of the extract is left out
    flow.heading("Samverkan", 2)
    flow.para("Förvaltningens samverkansgrupp den 28 augusti 2025")
    flow.heading("Beslutet expedieras till", 2)
    flow.listing(words.TO)
    signatures(flow)


def signatures(flow: Flow) -> None:
    flow.need(90)
    flow.gap(48)
    for x, name, title in ((96, "Marianne Fält", "Förvaltningschef"), (320, "Birgitta Sjöö", "Ekonomichef")):
        flow.pen.text(x, flow.y, name, SERIF.text, 11.5)
        flow.pen.text(x, flow.y + 14, title, SERIF.text, 11.5)
    flow.gap(20)


def annex(flow: Flow, contents: Sequence[Json]) -> None:
    flow.part("annex", ANNEX, REPORT, annex_foot)
    cover(flow)
    flow.new_page()
    contents_list(flow, contents)
    flow.new_page()
    flow.heading("Inledning", 1, "1")
    flow.paras(*words.INTRO)
    flow.heading("Nämndens ram", 2)
    flow.paras(words.FRAME, words.WINTER, words.PERMITS, words.BUSES)
    flow.heading("Simhallen", 2)
    flow.paras(words.POOL, words.SAVINGS)
    duties(flow)
    resources(flow)
    investments(flow)


def cover(flow: Flow) -> None:
    flow.pen.box(0, 0, 595, 190, fill=0.8)
    flow.pen.text(62, 120, "SJÖVALLA", "DejaVuSansCondensed-Bold", 30, 0.25)
    flow.y = 340
    flow.heading(ANNEX, 1)
    flow.para("Samhällsbyggnadsnämnden")


def contents_list(flow: Flow, contents: Sequence[Json]) -> None:
    flow.heading("Innehållsförteckning", 1)
    start = sum(flow.counts[:-1])
    for section in contents:
        if section["part"] != 2 or section["number"] is None or section["level"] > 2:
            continue
        left = flow.left + 14 * (section["level"] - 1)
        text, page = f"{section['number']} {section['heading']}", str(section["page"] - start)
        flow.y += 17
        right = flow.right - 14
        dots = int(
            (right - left - flow.pen.width(text, REPORT.text, 9.5) - 6)
            / flow.pen.width(".", REPORT.text, 9.5)
        )
        flow.pen.text(left, flow.y, text + " " + "." * dots, REPORT.text, 9.5)
        flow.pen.text(flow.right - flow.pen.width(page, REPORT.text, 9.5), flow.y, page, REPORT.text, 9.5)


def duties(flow: Flow) -> None:
    flow.heading("Uppdrag och mål", 1, "2")
    flow.heading("Uppdraget enligt reglementet", 2, "2.1")
    flow.para(
        "Reglementet antogs av kommunfullmäktige den 12 december 2022, § 164, och ses över en gång "
        "under mandatperioden."
    )
    flow.heading("Mål för 2026", 2, "2.2")
    flow.paras(
        (
            "Tre av fyra invånare ska vara nöjda med gator och gångvägar. I den senaste enkäten var "
            "andelen {68 procent}."
        ),
        "Beslut om bygglov ska fattas inom åtta veckor i {95 procent} av ärendena.",
    )
    flow.heading("Personal", 1, "3")
    flow.para(
        "Förvaltningen har 214 tillsvidareanställda. Lönekostnaden beräknas öka med {2,9 procent} "
        "mellan budgetåren. Sjukfrånvaron var {6,8 procent} "
        "under första halvåret, att jämföra med {7,4 procent} samma tid 2024."
    )
    flow.heading("Miljö och klimat", 1, "4")
    flow.para(
        "Fordonen ska vara fossilfria vid utgången av 2027. Inköp av el sker genom ett gemensamt avtal "
        "till och med 2026-12-31."
    )


def resources(flow: Flow) -> None:
    flow.new_page()
    flow.heading("Resurser", 1, "5")
    flow.heading("Nämndens ekonomi", 2, "5.1")
    flow.heading("Resultat", 3, "5.1.1")
    flow.heading("Ekonomiskt sammandrag (tkr)", 4, "5.1.1.1")
    flow.table(figures.summary(), LOOK)
    flow.heading("Ekonomiska förutsättningar", 2, "5.2")
    flow.paras(
        words.FRAME,
        "Efter juli månad pekar prognosen mot ett underskott på {2,0 mnkr} jämfört med kommunbidraget.",
    )
    flow.heading("Verksamhet 2026", 2, "5.3", keep=200)
    flow.table(figures.activities(), LOOK)
    for place, (name, texts) in enumerate(words.ACTIVITY_TEXTS, 1):
        flow.heading(name, 3, f"5.3.{place}")
        flow.paras(*texts)


def investments(flow: Flow) -> None:
    flow.new_page()
    flow.heading("Investeringar", 1, "6")
    flow.heading("Sammanställning", 2, "6.1")
    narrow = replace(LOOK, size=8.2, leading=10, pad=2.5)
    flow.table(
        figures.all_investments(), replace(narrow, widths=(200, 62, 62, 62, 62), rules="all", head_fill=0.9)
    )
    flow.heading("Årliga anslag", 2, "6.2")
    flow.table(figures.yearly_investments(), replace(narrow, widths=(172, 60, 60, 60, 60, 60), head_fill=0.9))
    flow.paras(
        "Beläggning av gator avser i första hand Storgatan och vägen till Sågudden.",
        (
            "Fastighetsinköp gäller mark för bostäder norr om järnvägen. Varje köp över {3 mnkr} prövas av "
            "kommunfullmäktige."
        ),
    )
    flow.heading("Projekt som löper över flera år", 2, "6.3")
    flow.table(
        figures.long_investments(),
        replace(
            narrow, widths=(157, 45, 45, 45, 45, 45, 45, 45), rules="all", figures_on="last", head_fill=None
        ),
    )
    flow.heading("Hamntorget", 3)
    flow.para(
        "Stensättningen är klar. Planteringar och belysning återstår "
        "och beräknas kosta {7,4 mnkr} under 2026."
    )


def people(gold: Gold) -> None:
    for name, party in (("Tomas Wikström", "M"), ("Ann-Christin Löfgren", "M"), ("Said Haddad", "KD")):
        gold.person(name, party, "not_participating")
    gold.person("Per-Olof Dahlgren", "SD", "reservation")
    gold.person("Ulla-Karin Ståhl", "V", "protocol_note")
    gold.person("Birgitta Sjöö", None, "official")
    gold.person("Jonas Åkerlund", None, "official")
    gold.person("Marianne Fält", None, "official")


def build(totals: Sequence[int], contents: Sequence[Json], faults: Faults = SOUND, name: str = NAME) -> Flow:
    gold = Gold(f"{name}.pdf", "Sjövalla kommun", "Samhällsbyggnadsnämnden", DATE, TITLE, DIARY)
    flow = Flow(ReportlabPen(TITLE, "Samhällsbyggnadsförvaltningen"), gold, SERIF, extract_head)
    flow.totals, flow.faults = totals, faults
    extract(flow)
    memo(flow)
    annex(flow, contents)
    gold.decision(
        "87", TITLE, 1, diary_number=DIARY, decision_text=[words.LEAD, *words.POINTS],
        not_participating=[{"name": n, "party": p} for n, p in (("Tomas Wikström", "M"), ("Ann-Christin Löfgren", "M"), ("Said Haddad", "KD"))],
        reservations=[words.RESERVATION], protocol_notes=[words.NOTE], attachments=[f"{ANNEX}, bilaga", "Tjänsteskrivelse 2025-09-02"],
    )  # fmt: skip
    people(gold)
    return flow


def make() -> tuple[bytes, Json]:
    return set_twice(build)
