"""What the leisure committee of Granås decided on 22 October 2025, § 61–68. Every word of it is made up."""

from __future__ import annotations

from dataclasses import dataclass, field

MEMBERS = (
    ("Eva Sundin", "S", "ordförande"), ("Karl Bergström", "M", "1:e vice ordförande"), ("Fatima Osman", "S", "2:e vice ordförande"),
    ("Nils Åkesson", "C", ""), ("Gun-Britt Öhman", "S", ""), ("Peter Hallgren", "SD", ""), ("Linnéa Sjögren", "MP", ""),
    ("Johan Väst", "M", ""), ("Margareta Lind", "V", ""),
)  # fmt: skip
SUBSTITUTES = (
    ("Oskar Nyström", "KD", "för Mona Ekdahl (KD)"),
    ("Samira Aziz", "S", "för Rolf Tengroth (S), §§ 61–66"),
)
ATTENDING = (
    ("Helena Kvist", None, "förvaltningschef"), ("Daniel Ström", None, "ekonom, § 62"), ("Ingela Moberg", None, "bibliotekschef, § 64"),
    ("Viktor Holm", "L", "ej tjänstgörande ersättare"),
)  # fmt: skip
SECRETARY, CHAIR, ADJUSTERS = (
    "Åsa Lundgren",
    "Eva Sundin",
    (("Karl Bergström", "M"), ("Linnéa Sjögren", "MP")),
)
VOTES = {
    "ja": (
        "Eva Sundin",
        "Fatima Osman",
        "Nils Åkesson",
        "Gun-Britt Öhman",
        "Linnéa Sjögren",
        "Margareta Lind",
        "Samira Aziz",
    ),
    "nej": ("Karl Bergström", "Johan Väst", "Peter Hallgren"),
    "avstår": ("Oskar Nyström",),
}


@dataclass(frozen=True, slots=True)
class Matter:
    """One §: its decision first, then what led to it, as (heading, paragraphs)."""

    number: str
    title: str
    diary: str | None
    decision: tuple[str, ...]
    rest: tuple[tuple[str, tuple[str, ...]], ...] = ()
    numbered: bool = True  # the points after the lead-in line
    gone: tuple[tuple[str, str], ...] = ()
    named: tuple[tuple[str, str, str], ...] = field(default=())  # name, party, role


LEAD = "Kultur- och fritidsnämnden beslutar"
MATTERS = (
    Matter(
        "61", "Val av justerare och fastställande av dagordning", None,
        (("Karl Bergström (M) och " "Linnéa Sjögren (MP) " "utses att jämte ordföranden justera " "protokollet."), ("Dagordningen fastställs med " "tillägg av ett ärende om " "skateparken.")),
        numbered=False,
    ),
    Matter(
        "62", "Delårsrapport per den 31 augusti 2025", "KFN 2025/0087",
        (LEAD, "att godkänna delårsrapporten,", ("att överlämna den till " "kommunstyrelsen, samt"), "att förklara paragrafen omedelbart justerad."),
        (
            ("Ärendebeskrivning", (
                "Förvaltningen räknar med ett överskott på {0,9 mnkr} vid årets slut. Intäkterna från simskolan blev högre än beräknat, medan "
                "elpriserna drog upp kostnaden för ishallen med omkring {415 tkr} jämfört med samma period förra året.",
                "Sjukfrånvaron har minskat med {0,7 procentenheter} till {5,2 procent}. Antalet besök på biblioteken ökade till 61 240.",
            )),
            ("Ekonomiskt utfall", ()),
            ("Beslutsunderlag", ("Delårsrapport per den 31 augusti 2025", "Tjänsteskrivelse 2025-10-01")),
            ("Beslutet skickas till", ("Kommunstyrelsen", "Ekonom Daniel Ström")),
        ),
    ),
    Matter(
        "63", "Verksamhetsbidrag till studieförbund och kulturföreningar 2026", "KFN 2025/0102",
        (LEAD, "att fördela sammanlagt {1 860 000 kronor} enligt förvaltningens förslag,", "att avslå ansökan från Östanå motorklubb, eftersom klubben inte har haft någon öppen verksamhet under året."),
        (
            ("Jäv", ("Nils Åkesson (C) anmäler jäv och deltar inte i handläggningen av ärendet.",)),
            ("Ärendebeskrivning", (
                "Elva föreningar har sökt bidrag för 2026. Nämndens regler kräver minst tjugo medlemmar, en antagen stadga och en verksamhet som är öppen för "
                "alla. Förvaltningen har granskat ansökningarna tillsammans med föreningsrådet och funnit att tio av dem uppfyller kraven.",
                "Bidragen betalas ut i två delar, den första senast den 15 februari. En förening som inte lämnar in sin årsredovisning blir återbetalningsskyldig.",
            )),
            ("Beslutsunderlag", ("Sammanställning över ansökningar",)),
            ("Beslutet skickas till", ("Sökande föreningar",)),
        ),
        gone=(("Nils Åkesson", "C"),),
        named=(("Nils Åkesson", "C", "disqualified"),),
    ),
    Matter(
        "64", "Öppettider på biblioteket i Lövhult", "KFN 2025/0055",
        (LEAD, "att biblioteket i Lövhult från och med den 1 februari 2026 håller öppet tisdagar och torsdagar klockan 13–18,", "att meröppet med passerkort införs övriga dagar klockan 7–21."),
        (
            ("Ärendebeskrivning", (
                "Biblioteket i Lövhult är i dag bemannat fyra dagar i veckan. Under våren räknades besökarna: två av dagarna kom i genomsnitt färre än "
                "elva personer. Med meröppet kan låntagarna själva hämta och lämna böcker när lokalen är obemannad.",
                "Kostnaden för lås, larm och kameror beräknas till {240 000 kr}, och driften blir därefter {2,5–3 procent} billigare per år.",
            )),
            ("Yrkanden", (
                "Fatima Osman (S) yrkar bifall till förvaltningens förslag.",
                "Johan Väst (M) yrkar, med instämmande av Peter Hallgren (SD), avslag på förslaget.",
            )),
            ("Propositionsordning", (
                "Ordföranden ställer bifall mot avslag och finner att nämnden beslutar enligt förvaltningens förslag. Votering begärs och ska verkställas.",
                "Ja-röst för bifall till förvaltningens förslag. Nej-röst för avslag.",
            )),
            ("Omröstningsresultat", ("Med sju ja-röster mot tre nej-röster, och en ledamot som avstår, bifaller nämnden förvaltningens förslag.",)),
            ("Reservation", ("Johan Väst (M), Karl Bergström (M) och Peter Hallgren (SD) reserverar sig mot beslutet till förmån för Johan Västs yrkande.",)),
            ("Beslutet skickas till", ("Bibliotekschef Ingela Moberg", "Lövhults byalag")),
        ),
        named=(("Johan Väst", "M", "reservation"), ("Karl Bergström", "M", "reservation"), ("Peter Hallgren", "SD", "reservation")),
    ),
    Matter(
        "65", "Avgifter för hallar och planer 2026", "KFN 2025/0110",
        ("Kultur- och fritidsnämnden föreslår kommunfullmäktige besluta", "att fastställa avgifterna enligt tabellen,", "att avgifterna gäller från och med den 1 januari 2026."),
        (
            ("Ärendebeskrivning", (
                "Avgifterna har varit oförändrade sedan 2022. Förslaget innebär en höjning med {10 procent} för vuxna, avrundat till närmaste femtal, medan barn "
                "och unga tränar gratis som tidigare.",
            )),
            ("Förslag till avgifter", ()),
            ("Protokollsanteckning", ("Margareta Lind (V) anser att även seniorer borde träna utan avgift.",)),
            ("Beslutet skickas till", ("Kommunfullmäktige",)),
        ),
        named=(("Margareta Lind", "V", "protocol_note"),),
    ),
    Matter(
        "66", "Svar på medborgarförslag om belysning i skateparken", "KFN 2025/0071",
        (LEAD, "att medborgarförslaget är besvarat."),
        (
            ("Ärendebeskrivning", (
                "I ett medborgarförslag föreslås att skateparken vid Kvarnsjön får strålkastare. Tekniska kontoret har redan beställt sex stolpar, som "
                "sätts upp före påsk. Kostnaden, {168 500 kronor}, ryms i investeringsramen.",
            )),
            ("Beslutet skickas till", ("Förslagsställaren",)),
        ),
        numbered=False,
    ),
    Matter(
        "67", "Information från förvaltningen", "KFN 2025/0003",
        ("Nämnden tackar för informationen.",),
        (
            ("Sammanfattning", (
                "Förvaltningschef Helena Kvist berättar om höstlovets program, om vattenskadan i musikskolan och om rekryteringen av en ny fritidschef. "
                "Tjänsten söktes av 23 personer.",
            )),
        ),
        numbered=False,
    ),
    Matter(
        "68", "Redovisning av delegationsbeslut", "KFN 2025/0004",
        ("Redovisningen läggs till handlingarna.",),
        (("Sammanfattning", ("Beslut som har fattats med stöd av delegation under tiden 2025-09-11–2025-10-15 redovisas i en lista med 14 beslut.",)),),
        numbered=False,
    ),
)  # fmt: skip
APPEAL = (
    ("Laglighetsprövning", (
        "Den som är medlem i kommunen kan få ett beslut prövat av förvaltningsrätten. Överklagandet ska vara skriftligt och tala om vilket beslut "
        "det gäller, varför det anses olagligt och vilken ändring som önskas.",
        "Skrivelsen ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då justeringen av protokollet tillkännagavs på "
        "kommunens anslagstavla.",
    )),
    ("Vart skrivelsen skickas", (
        "Förvaltningsrätten i Granås, Box 14, 000 01 Granås. Ange namn, adress och telefonnummer.",
    )),
)  # fmt: skip
