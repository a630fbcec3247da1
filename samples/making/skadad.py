"""Sample 6: a report whose paper is sound and whose text layer is not (fpdf2, then damaged on purpose)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence

from making.flow import Flow, Style, set_twice
from making.fonts import font_path
from making.gold import Gold, Json
from making.grid import Look
from making.model import Table, line, total
from making.pens import FpdfPen

NAME = "skadad-text"
TITLE = "Bilaga 1 Rapport om intern kontroll 2024"
DIARY = "KS 2025-00019"
SOUND, BOLD = "DejaVuSans", "DejaVuSans-Bold"
LOST = "DejaVuSerif"  # the face whose ligatures lose their meaning
WRONG = "LiberationSerif-Regular"  # the face whose every fourth letter, and whose digits, mean something else
HEADS = ((15, 10), (11.5, 12), (10, 8), (9, 6))
STYLE = Style(SOUND, BOLD, BOLD, size=9.5, leading=14, left=76, right=520, top=100, bottom=770, heads=HEADS)
LIGATURES = Style(LOST, LOST, LOST, size=10, leading=14, left=76, right=520, top=100, bottom=770, heads=HEADS)
LARGER = ((16, 16), (14, 14))  # than the sheet's own text, which is larger than that of other sheets
GARBLED = Style(
    WRONG, WRONG, WRONG, size=11.5, leading=15, left=76, right=520, top=100, bottom=770, heads=LARGER
)
SHIFT = str.maketrans("åäöÅÄÖ0123456789jltTkK", "vzqVZQ5870123496ljfFhH")

LIGATURE_TEXTS = (
    "Felaktiga fakturor upptäcktes i fyra av fyrtio stickprov. Effekten på resultatet är liten, men "
    "flera förvaltningar saknar rutin för attest av "
    "leverantörer från andra länder.",
    (
        "Offerter begärs in enligt policyn. I ett fall fick samma firma tre uppdrag i följd utan "
        "affärsmässig prövning, och chefen fick en påminnelse."
    ),
)
WRONG_TEXTS = (
    "Kontrollen av löner omfattade alla utbetalningar under april. Två medarbetare hade fått för "
    "mycket i övertidsersättning, sammanlagt {14 382 kr}, "
    "och återbetalning har avtalats.",
    (
        "Jourersättningen stämmer med kollektivavtalet. Kostnaden blev {2,6 mnkr}, vilket är {5 procent} "
        "lägre än året före."
    ),
)
PICTURE_TEXT = (
    "Bekräftelse",
    "Undertecknade har gått igenom kassorna vid",
    "simhallen och biblioteket den 12 december 2024.",
    "Behållningen stämde med bokföringen.",
    "Skillnaden var 35 kronor.",
)


def head(flow: Flow, number: int) -> None:
    if number in (4, 5):  # the blank sheet and the picture carry no text at all
        return
    flow.pen.text(76, 50, "Tallviks kommun", BOLD, 11)
    flow.pen.text(76, 63, "Bilaga Kommunstyrelsen, 2025-02-11 § 23", SOUND, 8)
    flow.pen.text(470, 50, f"{number}({flow.of})", SOUND, 8)


def ligatures(text: str) -> str:
    return text.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def wages(label: str, *values: int) -> Table:
    rows = [
        line(label, *values, space=" "),
        line("Sjuklön", 1_204, 1_377, space=" "),
        line("Övertid", 864, 915, space=" "),
    ]
    return Table("Löner", ("Tkr", "2023", "2024"), (*rows, total("Summa", rows, space=" ")), "tkr", "header")


def table_look(face: str) -> Look:
    return Look((220, 80, 80), face, face, size=10, leading=12, pad=2.5, rules="all")


def sound_page(flow: Flow) -> None:
    flow.heading(TITLE, 1)
    flow.lines(
        (
            "Kommunstyrelsen har ansvar för att den interna kon\u00ad",
            "trollen är tillräcklig. Varje nämnd lämnar senast i feb-",
            "ruari en rapport om det gångna årets kontroller.",
        ),
        (
            "Kommunstyrelsen har ansvar för att den interna kontrollen är tillräcklig. Varje nämnd lämnar "
            "senast i februari en rapport om det gångna årets kontroller."
        ),
    )
    flow.lines(
        (
            "Kontrollerna kostade 1,\u200b4 mnkr, varav 0,\u200b35 mnkr gick till",
            "en extern granskare. IT-system och e-post ingick inte i gransk\u00ad",
            "ningen 2024.",
        ),
        (
            "Kontrollerna kostade {1,4 mnkr}, varav {0,35 mnkr} gick till en extern granskare. IT-system "
            "och e-post ingick inte i granskningen 2024."
        ),
    )
    flow.para(
        "Av {12,5 procent} av enkätsvaren framgår att rutinerna är okända. Lång\u00adtids\u00adplanering och upp\u00adföljning saknas på två enheter.".replace(
            "\u00ad", ""
        )
    )
    flow.table(wages("Månadslön", 48_210, 50_944), table_look(SOUND))


def build(totals: Sequence[int], _contents: Sequence[Json]) -> Flow:
    gold = Gold(f"{NAME}.pdf", "Tallviks kommun", "Kommunstyrelsen", "2025-02-11", TITLE, DIARY)
    pen = FpdfPen(TITLE, "Tallviks kommun")
    pen.pdf.compress = False  # so that the maps can be found and damaged
    flow = Flow(pen, gold, STYLE, head)
    flow.totals = totals
    flow.part("annex", TITLE, STYLE, head)
    sound_page(flow)
    flow.style, flow.shape = LIGATURES, ligatures
    flow.new_page()
    flow.gold.section("Fakturor och offerter", 2, flow.sheet)
    flow.pen.text(76, flow.y, ligatures("Fakturor och offerter"), LOST, 12)
    flow.gap(6)
    flow.paras(*LIGATURE_TEXTS)
    flow.style, flow.shape = GARBLED, str
    flow.new_page()
    flow.heading("Löner och ersättningar", 2)
    flow.paras(*WRONG_TEXTS)
    flow.table(wages("Timlön", 6_530, 7_182), table_look(WRONG))
    flow.style = STYLE
    flow.new_page()
    flow.new_page()
    picture_page(flow)
    flow.new_page()
    flow.heading("Fortsatt arbete", 2)
    flow.para("Nästa rapport lämnas i februari 2026. Då redovisas också hur bristerna har rättats.")
    return flow


def picture_page(flow: Flow) -> None:
    """A sheet that is one picture of text, as a scanner leaves it;
    its words are no part of the text layer.
    """
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("1", (1240, 1754), 1)
    pen = ImageDraw.Draw(image)
    for number, words in enumerate(PICTURE_TEXT):
        face = ImageFont.truetype(str(font_path(BOLD if number == 0 else SOUND)), 44 if number == 0 else 32)
        pen.text((170, 300 + 60 * number), words, font=face, fill=0)
    buffer = io.BytesIO()
    image.rotate(0.4, fillcolor=1).save(buffer, "PNG")
    flow.pen.pdf.image(buffer, 0, 0, 595.28, 841.89)  # type: ignore[attr-defined]
    flow.gold.section(PICTURE_TEXT[0], 2, flow.sheet)
    flow.gold.paragraph(" ".join(PICTURE_TEXT[1:]).replace("35 kronor", "{35 kronor}"), [flow.sheet])


def damage(pdf: bytes) -> bytes:
    """Change what glyphs mean, never what they look like; no byte moves, so every offset holds."""
    lost = {"ﬀ": "\ufffe", "ﬁ": "\ufffe", "ﬃ": "\ufffe", "ﬂ": None}  # office suites leave either
    pdf = edit_map(pdf, LOST, lambda char: lost.get(char, char))
    return edit_map(pdf, WRONG, lambda char: char.translate(SHIFT))


def edit_map(pdf: bytes, face: str, meaning: Callable[[str], str | None]) -> bytes:
    """Rewrite a face's ToUnicode in place; None takes a glyph off the map."""

    def block(hit: re.Match[bytes]) -> bytes:
        entries = [
            (code, meaning(chr(int(char, 16))))
            for code, char in re.findall(rb"<(\w{4})> <(\w{4})>\n", hit[2])
        ]
        kept = [b"<%s> <%04X>\n" % (code, ord(char)) for code, char in entries if char is not None]
        body = b"%d beginbfchar\n%s" % (len(kept), b"".join(kept))
        return body + b" " * (len(hit[0]) - len(body) - len(b"endbfchar")) + b"endbfchar"

    start, end = map_of(pdf, face)
    stream = re.sub(rb"(\d+) beginbfchar\n(.*?)endbfchar", block, pdf[start:end], flags=re.S)
    if stream == pdf[start:end] or len(stream) != end - start:
        raise ValueError(f"the map of {face} could not be damaged in place")
    return pdf[:start] + stream + pdf[end:]


def map_of(pdf: bytes, face: str) -> tuple[int, int]:
    """Where the ToUnicode stream of a face begins and ends."""
    name = {LOST: b"DejaVuSerif", WRONG: b"LiberationSerif"}[face]
    hit = re.search(
        rb"/BaseFont /[A-Z]+\+" + name + rb"\w*\n(?:(?!endobj).)*?/ToUnicode (\d+) 0 R", pdf, re.S
    )
    if hit:
        start = pdf.index(b"\n%s 0 obj\n" % hit[1])
        return start, pdf.index(b"endstream", start)
    raise ValueError(f"{face} has no ToUnicode")


def make() -> tuple[bytes, Json]:
    pdf, gold = set_twice(build)
    return damage(pdf), gold
