"""The pages' sentences in English, by the Swedish ones."""

from __future__ import annotations

from collections.abc import Mapping

_ABOUT = {
    "Allt finns som JSON under": "Everything is there as JSON under",
    "Bara de första visas här; alla finns i datamängdens tabell duplicates.": (
        "Only the first are shown here; all are in the data set's table duplicates."
    ),
    "Bladen visas som bilder av handlingarna som de kom in. Texten på varje blad står nedanför bilden "
    "så som den lästes; tabeller finns som egna sidor.": (
        "The sheets are shown as pictures of the papers as they came in. The text of each sheet stands "
        "below its picture as it was read; tables have pages of their own."
    ),
    "Det som står inom hakparentes fyller kommunen i innan webbplatsen öppnas för allmänheten.": (
        "What stands in brackets is filled in by the municipality before the site is opened to the public."
    ),
    "Det som visas är det som står i handlingarna. Inget är ändrat.": (
        "What is shown is what stands in the papers. Nothing has been changed."
    ),
    "E-post, telefon och svarstid.": "E-mail, telephone and time to answer.",
    "En sökning är en adress: spara den, eller prenumerera på dess nya träffar.": (
        "A search is an address: keep it, or subscribe to its new hits."
    ),
    "Eventuella kända brister och när de åtgärdas.": (
        "Known shortcomings, if any, and when they will be mended."
    ),
    "Här går det att söka i kommunala handlingar och se på bladet att det står så.": (
        "Here you can search municipal papers, and see on the sheet that it says so."
    ),
    "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Du kan anmäla till Digg om du "
    "inte är nöjd med hur vi svarar.": (
        "The Agency for Digital Government (Digg) supervises the act. You can report to Digg if you are "
        "not content with how we answer."
    ),
    "Originalfilerna är oförändrade. Många av dem saknar taggar för skärmläsare.": (
        "The original files are unchanged. Many of them have no tags for screen readers."
    ),
    "Sök efter vad som beslutades, vem som beslutade det och om siffrorna stämmer. Varje träff öppnar "
    "bladet med orden markerade.": (
        "Search for what was decided, who decided it and whether the figures add up. Each hit opens the "
        "sheet with the words marked."
    ),
    "Sökning och läsning fungerar med tangentbord och skärmläsare, utan skript, i mobil och på papper. "
    "Sidorna prövas automatiskt med axe-core vid varje ändring.": (
        "Searching and reading work by keyboard and screen reader, without scripts, on a telephone and on "
        "paper. The pages are tested automatically with axe-core at every change."
    ),
    "Varje tal i en tabell har den plats det står på. Summor, netton och uppgifter som står två gånger "
    "har räknats om: det som inte går ihop står under Avvikelser. Inget är ändrat i handlingarna.": (
        "Every figure in a table has the place where it stands. Sums, nets and figures that stand twice "
        "have been reckoned again: what does not add up stands under Findings. Nothing in the papers has "
        "been changed."
    ),
    "Vem som har granskat, hur och när. Redogörelsen uppdaterades senast den …": (
        "Who has reviewed it, how and when. The statement was last updated on …"
    ),
    "dokument nämner ingen kommun; de finns i sökningen.": (
        "documents name no municipality; the search finds them."
    ),
    "står bakom den här webbplatsen. Den ska kunna användas av alla. Lagen om tillgänglighet till "
    "digital offentlig service (2018:1937) och WCAG 2.2 nivå AA har varit utgångspunkten.": (
        "is responsible for this site. Everyone is to be able to use it. The Swedish act on accessibility "
        "of digital public services (2018:1937) and WCAG 2.2 level AA have been the point of departure."
    ),
}
_HELP = {
    "Citattecken ger orden i följd:": "Quotation marks give the words in a row:",
    "Diarienummer, paragrafer och belopp skrivs som de brukar:": (
        "Diary numbers, items and amounts are written as they usually are:"
    ),
    "ELLER ger det ena eller det andra.": "ELLER (or) gives the one or the other.",
    "Minus tar bort:": "Minus leaves out:",
    "Ord hittas i alla böjningar, och som delar av sammansatta ord: budget hittar skolbudgeten.": (
        "Swedish words are found in every inflection, and as parts of compounds: budget finds skolbudgeten."
    ),
    "Stjärna ger början av ett ord:": "A star gives the beginning of a word:",
}
_DOCUMENTS = {
    "Bladet som bild; samma text står nedanför.": "The sheet as a picture; the same text stands below.",
    "Dokumentet har inga blad att visa (Markdown).": "The document has no sheets to show (Markdown).",
    "En nyare version har kommit:": "A newer version has come:",
    "En person är ett namn med parti i en kommun. Namnbyten och initialer hålls isär: inget bevisar att "
    "det är samma person.": (
        "A person is a name with a party in a municipality. Changed names and initials are kept apart: "
        "nothing proves that it is the same person."
    ),
    "Inga stycken börjar på bladet.": "No paragraphs begin on the sheet.",
    "Inget beslut hittades under paragrafen.": "No decision was found under the item.",
    "Inget protokoll med paragrafer finns från mötet.": "There are no minutes with items from the meeting.",
    "Paragrafen är hämtad ur en äldre version.": "The item is from an older version.",
    "Samma rad, grupp och enhet hos samma organ. Talen är som de trycktes; olika handlingar kan räkna "
    "olika.": (
        "The same row, group and unit of the same body. The figures are as they were printed; different "
        "papers may reckon differently."
    ),
    "Siffran över åren; samma tal står i tabellen nedanför.": (
        "The figure over the years; the same figures stand in the table below."
    ),
    "Texten som den lästes, i ordning.": "The text as it was read, in order.",
    "Överstruket står bara i det tidigare beslutet, understruket bara i det senare.": (
        "What is struck through stands only in the earlier decision, what is underlined only in the later."
    ),
    "Överstruket står bara till vänster, understruket bara till höger.": (
        "What is struck through stands only to the left, what is underlined only to the right."
    ),
}
_FINDINGS = {
    "Det som inte går ihop i handlingarna: summor, uppgifter som sägs på två sätt, namn som skiljer.": (
        "What does not add up in the papers: sums, facts that are told in two ways, names that differ."
    ),
    "Dokumentets eget fel: så står det på papperet": "The document's own error: the paper says so",
    "En felläsning blir en rad i corrections.csv och gäller i nästa utgåva.": (
        "A misreading becomes a row of corrections.csv and holds from the next release."
    ),
    "Det står så även om filens egen text säger annat": "It says so even if the file's own text differs",
    "Felläst av oss: på papperet står något annat": "Misread by us: the paper says something else",
    "Inga avvikelser här.": "No findings here.",
    "Logga in för att märka avvikelsen": "Sign in to mark the finding",
    "Ny: ta bort märkningen": "New: take the mark away",
    "Sedd: inget mer att göra": "Seen: nothing more to do",
    "Servern är startad utan nyckel: inget kan ändras här. Starta den med --token för att märka "
    "avvikelser.": (
        "The server was started without a key: nothing can be changed here. Start it with --token to mark "
        "findings."
    ),
}
_PROBLEMS = {
    "Adressen går inte att förstå.": "The address cannot be understood.",
    "Arkivet har inget från det mötet.": "The archive has nothing from that meeting.",
    "Arkivet har inget från en kommun med det namnet.": (
        "The archive has nothing from a municipality of that name."
    ),
    "Arkivet har inget från ett organ med det namnet.": "The archive has nothing from a body of that name.",
    "Avvikelsen finns inte i den här utgåvan: den är rättad, eller gällde en äldre läsning.": (
        "The finding is not in this release: it has been corrected, or was about an older reading."
    ),
    "Den sidan av webbplatskartan finns inte. Alla sidor står i sitemap.xml.": (
        "That page of the site map does not exist. All pages stand in sitemap.xml."
    ),
    "Det får du inte göra här.": "You may not do that here.",
    "Dokumentet finns inte i den här utgåvan.": "The document is not in this release.",
    "Ett fel som vi inte förutsåg. Det står i serverns logg. Sök igen, eller gå till början.": (
        "An error that we did not foresee. It stands in the server's log. Search again, or go to the start."
    ),
    "Filen finns inte.": "There is no such file.",
    "Ingen paragraf med det id:t finns i den här utgåvan.": "No item with that id is in this release.",
    "Ingen person med det id:t finns i den här utgåvan.": "No person with that id is in this release.",
    "Inget i arkivet har det diarienumret.": "Nothing in the archive has that diary number.",
    "Just nu går det inte att svara. Försök igen om en stund.": (
        "It is not possible to answer just now. Try again in a while."
    ),
    "Platsen finns inte i den här utgåvan.": "The place is not in this release.",
    "Sidan finns inte.": "There is no such page.",
    "Siffran finns inte i den här utgåvan.": "The figure is not in this release.",
    "Så kan sidan inte anropas.": "The page cannot be called in that way.",
}
SENTENCES: Mapping[str, str] = {**_ABOUT, **_HELP, **_DOCUMENTS, **_FINDINGS, **_PROBLEMS}
