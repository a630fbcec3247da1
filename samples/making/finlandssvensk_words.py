"""What the technical committee of Sandnäs, a town that does not exist, said on 12 March 2025."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    number: str
    title: str
    body: tuple[str, ...]
    proposal: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    diary: str | None = None


HEAD = (
    ("Organ / Toimielin", "Tekniska nämnden"),
    ("Sammanträdestid / Kokousaika", "12.3.2025 kl. 17.30–19.05"),
    ("Sammanträdesplats / Kokouspaikka", "Stadshuset, rum 2"),
    ("Ärenden / Asiat", "17–21 §"),
)
MEMBERS = (
    ("Forsbäck Mikaela", True, "ordförande"), ("Enqvist Tor", True, "viceordförande (distans)"), ("Grankull Hanna", True, ""),
    ("Rantala Päivi", True, ""), ("Söderholm Christer", False, ""), ("Wester Bo-Göran", True, ""),
)  # fmt: skip
SUBSTITUTES = (
    ("Kronqvist Siv", False, ""), ("Nyby Jan-Erik", False, ""), ("Ojala Timo", False, ""), ("Smeds Ann-Sofi", False, ""), ("Häggblom Kaj", True, ""), ("Finne Rut", False, ""),
)  # fmt: skip
ATTENDING = (
    ("Ahlskog Ralf", "teknisk direktör, protokollförare"),
    ("Nystedt Carola", "stadsstyrelsens representant"),
    ("Viitala Jukka", "husbyggnadschef, 20 §"),
)
DIRECTOR = "Tekniska direktör Ralf Ahlskogs"
MATTERS = (
    Matter(
        "17", ("Sammanträdets laglighet och " "beslutförhet"), (("Kallelsen har sänts till " "ledamöterna den 6.3.2025."),),
        (), ("Sammanträdet konstaterades vara lagligt sammankallat och beslutfört.",),
    ),
    Matter(
        "18", "Val av protokolljusterare", ("Protokollet justeras elektroniskt senast 18.3.2025 kl. 15.00.",),
        (("Nämnden väljer två " "protokolljusterare."),), (("Till protokolljusterare valdes Tor " "Enqvist och Päivi Rantala."),),
    ),
    Matter(
        "19", "Farthinder på Skolgatan",
        (
            "Föräldraföreningen vid Norra skolan har den " "14.1.2025 lämnat in en skrivelse om trafiken " "på Skolgatan. Mätningar visar att var tredje bil kör för "
            "fort när skoldagen börjar.",
            "Två upphöjda övergångsställen kostar sammanlagt {46 500 €}. Inom budgeten finns {60 000 euro} för trafiksäkerhet.",
        ),
        ("Nämnden beslutar att två farthinder byggs under sommaren.",), ("Beslut enligt förslaget.",), "SAND/88/10.03.01/2025",
    ),
    Matter(
        "20", "Budgetuppföljning och investeringsplan",
        (
            "Verksamhetsbidraget beräknas bli {–0,78 m€}, medan budgeten är {–0,44 m€}. Den milda vintern har sparat pengar på plogning, men priset på asfalt "
            "och fjärrvärme har stigit med {6,5 %} på ett år.",
        ),
        ("Tekniska nämnden beslutar", "anteckna budgetuppföljningen för kännedom,", "godkänna investeringsplanen för åren 2025–2028, samt", "sända planen till stadsstyrelsen."),
        ("Tekniska nämnden beslutade", "anteckna budgetuppföljningen för kännedom,", "godkänna investeringsplanen för åren 2025–2028, samt", "sända planen till stadsstyrelsen."),
        "SAND/31/02.02.02/2025",
    ),
    Matter(
        "21", "Anmälningsärenden",
        ("Närings-, trafik- och miljöcentralens beslut 20.2.2025 om skyddsområdet vid Storån.", "Protokoll från vägnämnden 25.2.2025."),
        ("Ärendena antecknas för kännedom.",), ("Ärendena antecknades för kännedom.",), "SAND/9/00.04.01/2025",
    ),
)  # fmt: skip
LAST = Matter(
    "", "Anvisning för begäran om omprövning",
    (
        "Den som är missnöjd med ett beslut kan begära omprövning hos nämnden inom fjorton dagar från delfåendet. Parten anses ha fått del av beslutet "
        "sju dagar efter att brevet har sänts.",
        "Begäran ska vara skriftlig och undertecknad. Den lämnas till stadens registratorskontor, Torggatan 1, 00001 Sandnäs.",
    ),
)  # fmt: skip
ENERGY = (
    "Staden äger 41 byggnader som värms med fjärrvärme eller flis. Under 2024 sänktes temperaturen med en grad i alla skolor under loven, och "
    "lamporna i simhallen byttes.",
    "Sammanlagt minskade förbrukningen av värme med {3,1 procent}. Störst var minskningen i idrottshallen, där ventilationen nu styrs av bokningarna.",
    "Elpriset har däremot varit nyckfullt. Staden har bundit priset för hälften av behovet till och med juni 2027.",
)
HEAT = (
    ("Skolor", ("4 120", "3 985")),
    ("Daghem", ("1 036", "1 012")),
    ("Idrottshall", ("884", "790")),
    ("Simhall", ("1 655", "1 670")),
    ("Kontor", ("705", "683")),
)
