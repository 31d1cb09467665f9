"""Dutch documents whose actions stand in tables."""

# ruff: noqa: E501 - a line of truth is one action

from word_documents import Rows, a_document, add_list, put_in_list, saved

from shapes.truth import Truth, across, beside, landscape, lined, rows, shape, sheet


@shape(
    "nl een tabel per aanbeveling",
    """
subject: Tussentijdse evaluatie voedselprogramma Burundi
date: 2026-03-12
# 1 | Versterk de opvolging van de coöperaties | aanvaard → accepted | We gaan akkoord: de coöperaties vroegen er zelf om. | Het team bezoekt elke coöperatie nu één keer per jaar.
a | Een bezoekschema opstellen per provincie | tegen juni 2026 → ..2026-06-30 | Landencoördinator Burundi | Afgewerkt → completed | Schema hangt uit in Gitega.
b | Vier animatoren opleiden in boekhouding | 2e semester 2026 → 2026-07..2026-12 | Partnerdienst; boekhouder Gitega → Partnerdienst; boekhouder Gitega | Lopend → ongoing | Twee animatoren volgden de eerste module.
# 2 | Maak werk van één meetkader | gedeeltelijk aanvaard → partially_accepted | Eén kader voor alle partners is niet haalbaar, wel een gedeelde kern. | Partners meten nu elk op hun eigen manier.
a | Tien kernindicatoren vastleggen met de partners | 15/09/2026 → 2026-09-15 | MEAL-medewerker | Nog niet gestart → not_started |
b | De databank aanpassen aan de kernindicatoren | eind 2026 → ..2026-12-31 | IT-dienst | Nog niet gestart → not_started | Wacht op de keuze van de indicatoren.
# 3 | Sluit het kantoor in Rumonge | niet aanvaard → rejected | Het kantoor is nodig voor de vissersgroepen. | De kosten wegen zwaar.
""",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        "Title> Managementrespons",
        [["Betreft", truth.subject], ["Datum", "12 maart 2026"], ["Opgesteld door", "Dienst Partnerwerking"]],
    ]
    for part in truth.parts:
        blocks += [
            f"Heading 2> AANB. {part.number} – {part.title}",
            part.text,
            f"Reactie van de directie: {part.said}. {part.answer}",
        ]
        if part.actions:
            titles = ["Wat gaan we doen?", "Tegen wanneer?", "Trekker", "Stand", "Opmerkingen"]
            blocks.append([titles, *rows(part.actions, "{number}) {text}", "{when}", "{who}", "{said}", "{comment}")])
    return blocks


@shape(
    "nl een grote tabel",
    """
subject: Evaluatie van de campagne Eerlijke Banken
date: 2026-01-22
# 1 | Leg de doelgroep van de campagne vroeger vast | Aanvaard → accepted | We beslissen voortaan vóór de zomer.
1.1 | Doelgroepnota schrijven en bespreken | voorjaar 2026 → ..2026-06-30 | Campagneteam
1.2 | Nota voorleggen aan de raad van bestuur | uiterlijk 30/06/2026 → 2026-06-30 | Directeur
# 2 | Werk met vaste partners in de media | Gedeeltelijk aanvaard → partially_accepted | We willen ook nieuwe media kunnen aanspreken.
2.1 | Drie mediapartners vastleggen | september 2026 → 2026-09 | Persdienst
2.2 | Mediatraining voor woordvoerders | doorlopend → ~ | Persdienst en dienst Vorming → Persdienst; dienst Vorming
2.3 | Evaluatie van de samenwerking | Q1 2027 → 2027-01..2027-03 | Directeur
# 3 | Meet de impact op het beleid van de banken | Aanvaard → accepted | Dat is de kern van de campagne.
3.1 | Jaarlijkse bankenscan uitbesteden | 2026-2027 → 2026..2027 | Onderzoeksdienst
""",
    own="Prioriteit, Budget",
    kept="hoog hoog laag midden hoog midden 4.500 2.000 18.000",
)
def _(truth: Truth) -> bytes:
    document = a_document(
        "Title> Evaluatie van de campagne Eerlijke Banken",
        "Subtitle> Antwoord van het management",
        "Antwerpen, 22 januari 2026",
        "De evaluatie werd uitgevoerd door een extern bureau.",
    )
    document.add_page_break()
    landscape(document.add_section())
    titles = ["Aanbeveling", "Reactie", "Toelichting", "Actie", "Timing", "Verantwoordelijke", "Prioriteit", "Budget"]
    table = beside(truth.parts, ("{number}. {title}", "{said}", "{answer}"), ("{number} {text}", "{when}", "{who}"))
    more = zip(
        ["hoog", "hoog", "laag", "midden", "hoog", "midden"],
        ["", "", "€ 4.500", "€ 2.000", "", "€ 18.000"],
        strict=True,
    )
    cells = [titles, *([*row, *own] for row, own in zip(table, more, strict=True))]
    lined(document, cells)
    return saved(document)


@shape(
    "nl aanbevelingen als rij tussen de acties",
    """
subject: Leerproces gender in de werking
date: 2025-11-18
# 1 | Neem gender op in elke partnerovereenkomst | Akkoord → accepted
1.1 | Modelclausule laten nakijken door de jurist | december 2025 → 2025-12 | Zakelijke dienst | Uitgevoerd → completed | Clausule goedgekeurd op 12 december.
1.2 | Clausule toevoegen aan nieuwe overeenkomsten | vanaf januari 2026 → >2026-01-01 | Partnerdienst | In uitvoering → ongoing |
# 2 | Vorm alle medewerkers | Akkoord → accepted
2.1 | Vormingsdag voor medewerkers Zuid | najaar 2026 → 2026-09..2026-12 | Vormingsverantwoordelijke | Te starten → not_started |
2.2 | Vormingsdag voor vrijwilligers | voorjaar 2027 → ..2027-06-30 | Vormingsverantwoordelijke | Te starten → not_started | Datum volgt.
# 3 | Volg genderbudgetten op | Niet akkoord → rejected
3.1 | Alternatief bekijken met de boekhouding | eind 2026 → ..2026-12-31 | Financiële dienst | Geschrapt → dropped | Geen draagvlak bij de partners.
""",
    kept="Het leerproces liep van januari tot september.",
)
def _(truth: Truth) -> list[str | Rows]:
    titles = ["Actie", "Deadline", "Verantwoordelijke", "Stand van zaken", "Commentaar"]
    cells: list[list[str]] = []
    for part in truth.parts:
        cells += [across(f"Aanbeveling {part.number}: {part.title} ({part.said})", 5), titles]
        cells += rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}")
    return [
        "MANAGEMENT RESPONS",
        "Onderwerp: Leerproces gender in de werking",
        "Datum: 18/11/2025",
        "Situering",
        "Het leerproces liep van januari tot september.",
        cells,
    ]


@shape(
    "nl aanbevelingen en actieplan apart",
    """
subject: Eindevaluatie waterprogramma Noord-Kivu
date: 2026-05-04
# R1 | Betrek de watercomités bij het onderhoud | Aanvaard → accepted | De comités krijgen een eigen budget.
1 | Onderhoudscontract opmaken met 12 comités | tegen eind augustus 2026 → ..2026-08-31 | Projectleider water
2 | Gereedschap aankopen | Q3 2026 → 2026-07..2026-09 | Logistiek verantwoordelijke
# R2 | Verbeter de waterkwaliteitstesten | Aanvaard → accepted | Testen gebeuren voortaan elk kwartaal.
3 | Overeenkomst met het labo van Goma vernieuwen | 01/07/2026 → 2026-07-01 | Projectleider water
4 | Testresultaten delen met de gezondheidszones | doorlopend → ~ | Medewerker gezondheid
# R3 | Verminder het personeel in Beni | Verworpen → rejected | De veiligheid vraagt een ploeg ter plaatse.
# R4 | Deel de lessen met andere ngo's | Aanvaard → accepted | Er komt een studiedag.
5 | Studiedag in Brussel | november 2026 → 2026-11 | Dienst Communicatie
""",
    kept="De reactie werd besproken op het directieteam van 27 april.",
)
def _(truth: Truth) -> list[str | Rows]:
    links = [
        [part.number, *row]
        for part in truth.parts
        for row in rows(part.actions, "{number}", "{text}", "{when}", "{who}")
    ]
    return [
        "Title> Eindevaluatie waterprogramma Noord-Kivu",
        "Subtitle> Managementreactie van 4 mei 2026",
        "De reactie werd besproken op het directieteam van 27 april.",
        "Heading 1> Aanbevelingen en reactie",
        [
            ["Nr.", "Aanbeveling", "Aanvaard?", "Reactie van het management"],
            *([one.number, one.title, one.said, one.answer] for one in truth.parts),
        ],
        "Heading 1> Actieplan",
        [["Aanbeveling", "Nr.", "Actiepunt", "Termijn", "Verantwoordelijke"], *links],
    ]


@shape(
    "nl een rij per aanbeveling met de belofte in het antwoord",
    """
subject: Opvolging aanbevelingen rekenkamer: subsidies aan verenigingen
date: 2026-02-10
# 1 | Herzie de subsidieverordening | | | Criteria
 | Het college legt een nieuwe verordening voor aan de raad. | 31-12-26 → 2026-12-31 | Afdeling Samenleving | Nee |
# 2 | Controleer de verantwoordingsstukken steekproefsgewijs | | | Controle
 | Jaarlijks worden tien dossiers grondig nagekeken. | 1-7-26 → 2026-07-01 | Afdeling Financiën | Ja → completed | memo 2026/14
# 3 | Informeer de raad over de resultaten | | | Verslaggeving
 | De resultaten komen in het jaarverslag. | 15-4-27 → 2027-04-15 | Griffie | Nee |
""",
    own="Onderwerp",
)
def _(truth: Truth) -> list[str | Rows]:
    titles = [
        "Nr",
        "Onderwerp",
        "Aanbeveling",
        "Toezegging van het college",
        "Uitvoerder",
        "Afdoeningstermijn",
        "Afgedaan",
    ]
    cells = [
        [one.number, one.text, one.title, act.text, act.who, act.when, f"{act.said} {act.comment}".strip()]
        for one in truth.parts
        for act in one.actions
    ]
    return [f"Heading 1> {truth.subject}", "Vastgesteld op 10 februari 2026", [titles, *cells]]


@shape(
    "nl romeinse nummers en een tabel zonder hoofd",
    """
subject: Externe evaluatie partnerschapsbeleid
date: 2026-04-02
# I | Werk met minder partners | Aanvaard → accepted | De keuze wordt gespreid over twee jaar. | Vijfendertig partners is te veel voor de huidige ploeg.
1.1 | Uitstapscenario per partner uitschrijven | juni 2026 → 2026-06 | Dienst Zuid | Lopende → ongoing | Vier scenario's zijn klaar.
1.2 | Gesprek voeren met de betrokken partners | september - november 2026 → 2026-09..2026-11 | Regioverantwoordelijken | Niet gestart → not_started |
# II | Geef partners een stem in het bestuur | Gedeeltelijk aanvaard → partially_accepted | Een waarnemer kan, stemrecht vraagt nieuwe statuten. | Partners hebben vandaag geen zitje.
2.1 | Twee waarnemers uitnodigen op de algemene vergadering | 13 juni 2026 → 2026-06-13 | Voorzitter | Afgerond → completed | Waarnemers uit Peru en Senegal.
# III | Bouw een gezamenlijke reserve op | Aanvaard → accepted | Het voorstel komt in de begroting. | Partners lijden onder late betalingen.
3.1 | Voorstel tot reserve in de begroting 2027 | 1 december 2026 → 2026-12-01 | Zakelijk directeur | Niet gestart → not_started | Nog te bespreken met de revisor.
""",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        "ONDERWERP: Externe evaluatie partnerschapsbeleid",
        "DATUM: 2 april 2026",
        "VAN: Directie\tAAN: Raad van bestuur",
    ]
    for part in truth.parts:
        blocks += [
            f"Heading 2> Aanbeveling {part.number}. {part.title}",
            part.text,
            "Managementrespons",
            f"{part.said}. {part.answer}",
            rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}"),
        ]
    return blocks


@shape(
    "nl genummerd door Word",
    """
subject: Evaluatie vrijwilligerswerking
date: 2026-06-15
# 1 | Geef vrijwilligers een aanspreekpunt | Akkoord → accepted | Elke regio krijgt een vaste medewerker. | Vrijwilligers weten niet bij wie ze terechtkunnen.
1.1 | Vaste medewerker aanduiden per regio | juli 2026 → 2026-07 | Coördinator Beweging | Lopende → ongoing | Drie regio's zijn ingevuld.
1.2 | Contactlijst op de website zetten | 15 augustus 2026 → 2026-08-15 | Webmedewerker | Niet gestart → not_started |
# 2 | Erken hun inzet | Akkoord → accepted | Een jaarlijks bedankmoment is haalbaar. | Er is geen bedankbeleid.
2.1 | Bedankmoment organiseren | elk najaar → ~ | Coördinator Beweging | Niet gestart → not_started |
2.2 | Onkostenregeling herzien | eerste kwartaal 2027 → 2027-01..2027-03 | Dienst HR | Niet gestart → not_started | Na overleg met de boekhouding.
""",
)
def _(truth: Truth) -> bytes:
    document = a_document("Onderwerp: Evaluatie vrijwilligerswerking", "Datum: 15/06/2026")
    headings = add_list(document, ("decimal", "Aanbeveling %1:"), ("decimal", "%1.%2"))
    titles = ["Actie", "Wanneer", "Wie", "Status", "Toelichting"]
    for part in truth.parts:
        put_in_list(document.add_paragraph(part.title, style="Heading 2"), headings)
        document.add_paragraph(part.text)
        document.add_paragraph(f"Antwoord van het management: {part.said}. {part.answer}")
        lined(document, [titles, *rows(part.actions, "{text}", "{when}", "{who}", "{said}", "{comment}")])
        for row in document.tables[-1].rows[1:]:
            put_in_list(row.cells[0].paragraphs[0], headings, 1)
    return saved(document)


@shape(
    "nl letters en vinkjes over bladen",
    """
subject: Audit van de noodhulpwerking
date: 2026-02-26
# A | Beslis sneller over noodhulp | Aanvaard → accepted | De crisiscel beslist voortaan binnen drie dagen.
A.1 | Draaiboek crisiscel schrijven | maart 2026 → 2026-03 | Coördinator noodhulp | ✓ → completed | Draaiboek versie 2.
A.2 | Jaarlijkse oefening met de crisiscel | 4e kwartaal 2026 → 2026-10..2026-12 | Coördinator noodhulp | ☐ |
A.3 | Permanentie in het weekend regelen | 01/09/2026 → 2026-09-01 | Dienst Personeel | ☐ | Sociaal overleg loopt.
# B | Koop lokaal aan | Aanvaard → accepted | Waar de markt het toelaat.
B.1 | Marktstudies in vier landen | zomer 2026 → 2026-06..2026-08 | Logistiek medewerker | ✓ → completed | Rapporten van Mali en Niger.
B.2 | Aankoopprocedure aanpassen | tegen oktober 2026 → ..2026-10-31 | Aankoopdienst | ☐ |
B.3 | Raamcontracten afsluiten met lokale leveranciers | 2027 → 2027 | Aankoopdienst | ☐ | Na de marktstudies.
""",
    suffixes="docx pdf",
)
def _(truth: Truth) -> bytes:
    document = a_document("Title> Audit van de noodhulpwerking", "Respons van het management, 26 februari 2026")
    landscape(document.sections[0])
    document.sections[0].footer.paragraphs[0].text = "Vertrouwelijk – enkel voor intern gebruik"
    titles = ["Nr.", "Actie", "Streefdatum", "Eigenaar", "Gedaan", "Opmerking"]
    for part in truth.parts:
        document.add_paragraph(f"Aanbeveling {part.number}: {part.title}", style="Heading 1")
        document.add_paragraph(f"{part.said}. {part.answer}")
        found = rows(part.actions, "{number}", "{text}", "{when}", "{who}", "{said}", "{comment}")
        lined(document, [titles, *found[:2]])
        document.add_page_break()
        lined(document, [titles, *found[2:]])
    return saved(document)


@shape(
    "nl rekenblad",
    """
subject: Opvolgtabel evaluatie onderwijsprogramma Ecuador
date: 2026-03-30
# 1 | Stem de leerplannen af met het ministerie | ja → accepted | Er is al een werkgroep.
1.1 | Werkgroep leerplannen samenroepen | april 2026 → 2026-04 | Programmacoördinator | gerealiseerd → completed | Verslag op de server.
1.2 | Leerplannen vertalen naar het Kichwa | december 2026 → 2026-12 | Onderwijsadviseur | lopend → ongoing |
# 2 | Versterk de schooldirecties | deels → partially_accepted | Enkel in de provincies waar we blijven.
2.1 | Coachingstraject voor dertig directies | 2026-2027 → 2026..2027 | Onderwijsadviseur; partner Ñukanchik → Onderwijsadviseur; partner Ñukanchik | nog niet gestart → not_started |
# 3 | Bouw een internaat in Tena | nee → rejected | Bouwen is niet onze opdracht.
3.1 | Doorverwijzen naar het provinciebestuur | mei 2026 → 2026-05 | Programmacoördinator | gerealiseerd → completed | Brief verstuurd.
""",
    suffixes="xlsx",
)
def _(truth: Truth) -> bytes:
    titles = ["Nr", "Aanbeveling", "Aanvaard", "Motivering", "Nr actie", "Actie", "Deadline", "Wie", "Status", "Nota"]
    return sheet(
        [
            across(truth.subject, 10),
            ["Datum:", "30/03/2026", *[""] * 8],
            [""] * 10,
            titles,
            *beside(
                truth.parts,
                ("{number}", "{title}", "{said}", "{answer}"),
                ("{number}", "{text}", "{when}", "{who}", "{said}", "{comment}"),
            ),
        ]
    )
