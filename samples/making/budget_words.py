"""What Sjövalla's committee says about its budget:
the same paragraphs in the extract, the memo and the annex.
"""

LEAD = "Samhällsbyggnadsnämnden beslutar"
POINTS = (
    "att anta nämndplan och budget för 2026,",
    "att begära att kommunfullmäktige anvisar investeringsmedel enligt nämndplanens avsnitt 6, samt",
    (
        "att ge förvaltningschefen i uppdrag att senast i mars 2026 redovisa hur underskottet inom gata "
        "och park ska hämtas in."
    ),
)
FRAME = (
    "Nämndens ram för 2026 uppgår till {76,6 mnkr}, vilket är {2,2 mnkr} mer än i år. Höjningen "
    "motsvarar {3,0 procent} och ska räcka till "
    "löner, hyror och de nya busslinjerna."
)
WINTER = (
    "Två snörika månader i början av året gjorde plogning och sandning dyrare än väntat. Prognosen för "
    "gata och park är därför {1,2 mnkr} sämre "
    "än budget, och vägarna i ytterområdena har fått vänta med lagningar som skulle ha utförts i maj."
)
PERMITS = (
    "Antalet ansökningar om bygglov fortsätter att sjunka. Avgifterna inom plan och bygg beräknas bli "
    "{1 350 tkr} lägre än budget i år. Två "
    "tjänster har lämnats obesatta sedan i våras, men de fasta kostnaderna för kartor och arkiv går "
    "inte att minska i samma takt."
)
BUSES = (
    "Länets trafikbolag har aviserat högre priser för de tre linjer som kommunen köper till. Kostnaden "
    "för kollektivtrafik stiger med ca {0,6 mnkr}, "
    "det vill säga {4,3 %}. Nämnden bedömer att turerna till Norra Björkvik behövs även om resandet på helgerna är litet."
)
POOL = (
    "Simhallens ombyggnad är nämndens största åtagande. Den andra etappen har en godkänd utgift på {136 mnkr}, varav {61,3 mnkr} faller på 2026. "
    "Bassängerna hålls stängda från midsommar till höstlovet."
)
SAVINGS = "Nämnden ser för närvarande inget utrymme för nya åtaganden utöver dem som räknas upp i planen."
NOTE = "Ulla-Karin Ståhl (V) lämnar en anteckning till protokollet, se bilaga."
RESERVATION = "Per-Olof Dahlgren (SD) reserverar sig mot beslutet till förmån för eget yrkande."
AWAY = "I beslutet deltar inte Tomas Wikström (M), Ann-Christin Löfgren (M) och Said Haddad (KD)."
TO = (
    "Ekonomiavdelningen, Birgitta Sjöö birgitta.sjoo@sjovalla.example",
    "Kommunstyrelsens diarium ks.diarium@sjovalla.example",
    "Jonas Åkerlund jonas.akerlund@sjovalla.example",
)
INTRO = (
    "Samhällsbyggnadsnämnden svarar för kommunens gator, parker, hamnar och lokaler, för planläggning och bygglov, för måltider i skola och omsorg "
    "samt för den kollektivtrafik som köps utöver länets grundutbud.",
    "Planen beskriver vad nämnden ska åstadkomma under 2026 och vad det får kosta. Den bygger på kommunfullmäktiges ramar från juni och på "
    "förvaltningens prognos efter juli månad.",
)
ACTIVITY_TEXTS = (
    (
        "Nämnd och ledning",
        ("Under posten ryms nämndens arvoden, förvaltningsledningen och den gemensamma kundtjänsten.",),
    ),
    (
        "Gata och park",
        (
            WINTER,
            "Avtalet om vinterväghållning löper ut i april 2027. En ny upphandling förbereds tillsammans med Granås stad.",
        ),
    ),
    ("Plan och bygg", (PERMITS,)),
    (
        "Mark och exploatering",
        (
            "Arrenden och tomträtter räknas upp den 1 juli. Försäljning av industritomter ingår inte i budgeten.",
        ),
    ),
    ("Kollektivtrafik", (BUSES,)),
    (
        "Lokaler och städ",
        ("Städningen utförs i egen regi sedan 2021. Internhyran höjs med {2,5 procent} vid årsskiftet.",),
    ),
    (
        "Måltider",
        (
            "Köken lagar omkring 5 400 portioner om dagen. Svinnet har minskat sedan eleverna börjat väga vad de slänger.",
        ),
    ),
)
