"""Dutch documents in running text, and those that stand in two languages."""

# ruff: noqa: E501 - a line of truth is one action

from word_documents import Rows, a_document, add_table, saved

from shapes.truth import Truth, landscape, lined, rows, shape


@shape(
    "nl lopende tekst met themas",
    """
subject: Actieplan diversiteit 2026-2028
date: 2026-01-15
# | Instroom | | | Het personeelsbestand weerspiegelt de samenleving te weinig.
1 | Vacatures anoniem laten screenen | KT | dienst HR
2 | Een stageprogramma uitwerken met twee hogescholen | MLT | dienst HR
# | Onthaal | | | Nieuwe medewerkers voelen zich niet altijd welkom.
3 | Elke nieuwe medewerker krijgt een meter of peter | KT | teamverantwoordelijken
4 | Een gebedsruimte inrichten | LT | facilitaire dienst
# | Communicatie | | | Onze beelden bevestigen soms clichés.
5 | Beeldbank doorlichten met een extern panel | MLT | dienst Communicatie
""",
    kept="Dit plan kwam er na de audit van 2025.",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        "Title> Actieplan diversiteit 2026-2028",
        "Goedgekeurd door de raad van bestuur op 15 januari 2026",
        "Dit plan kwam er na de audit van 2025.",
        "KT = korte termijn, MLT = middellange termijn, LT = lange termijn",
    ]
    for part in truth.parts:
        blocks += [f"Heading 2> Thema: {part.title}", part.text]
        blocks += [f"Actie {one.number}: {one.text} ({one.when}) – {one.who}" for one in part.actions]
    return blocks


@shape(
    "nl lopende tekst met velden",
    """
subject: Evaluatie noodfonds 2025
date: 2026-03-05
# 1 | Vul het noodfonds structureel aan | aanvaard → accepted | Het fonds krijgt een vast percentage van de giften. | Het fonds was twee keer leeg in één jaar.
1) | Reglement van het fonds aanpassen | 30 april 2026 → 2026-04-30 | Zakelijk directeur
2) | Percentage voorleggen aan de algemene vergadering | juni 2026 → 2026-06 | Voorzitter
# 2 | Rapporteer sneller aan donoren | aanvaard → accepted | Binnen zes weken na de steun komt er een kort verslag. | Donoren wachten gemiddeld vijf maanden.
1) | Sjabloon voor een kort verslag maken | mei 2026 → 2026-05 | dienst Fondsenwerving
2) | Verslagen op de website plaatsen | doorlopend → ~ | webteam
# 3 | Stap in het internationale noodfonds | niet aanvaard → rejected | De bijdrage is te hoog. | Andere organisaties zijn lid.
""",
    suffixes="txt",
)
def _(truth: Truth) -> bytes:
    lines = ["MANAGEMENTRESPONS", "", "Onderwerp: Evaluatie noodfonds 2025", "Datum: 5 maart 2026", ""]
    for part in truth.parts:
        lines += [f"AANBEVELING {part.number}: {part.title}", "", part.text, ""]
        lines += ["MANAGEMENT RESPONSE", "", f"{part.said.capitalize()}. {part.answer}", ""]
        for one in part.actions:
            lines += [f"{one.number} {one.text}", f"   Termijn: {one.when}", f"   Verantwoordelijke: {one.who}", ""]
    return "\n".join(lines).encode()


@shape(
    "nl hekje en percentages",
    """
subject: Doorlichting digitale werking
date: 2026-05-20
# 3 | Vervang het ledenbestand | Aanvaard → accepted | De keuze valt voor de zomer.
 | Lastenboek schrijven | februari 2026 → 2026-02 | ICT-verantwoordelijke | 100% → completed | Gepubliceerd op 3 maart.
 | Leverancier kiezen | 30/06/2026 → 2026-06-30 | Directieteam | 40% → ongoing | Drie offertes ontvangen.
 | Gegevens overzetten | Q4 2026 → 2026-10..2026-12 | ICT-verantwoordelijke | 0% → not_started |
# 5 | Beveilig de laptops | Aanvaard → accepted | Dit is dringend.
 | Schijven versleutelen | eind mei 2026 → ..2026-05-31 | Helpdesk | 80% → ongoing | Nog twaalf toestellen.
 | Opleiding phishing voor iedereen | najaar 2026 → 2026-09..2026-12 | Helpdesk; dienst HR → Helpdesk; dienst HR | 0% → not_started |
""",
    suffixes="docx pdf",
)
def _(truth: Truth) -> bytes:
    document = a_document(
        [["Onderwerp", truth.subject, "Datum", "20/05/2026"], ["Opdrachtgever", "Directieteam", "Versie", "2"]],
    )
    landscape(document.sections[0])
    titles = ["Actiepunten", "Einddatum", "Verantwoordelijken", "Voortgang", "Opmerkingen"]
    for part in truth.parts:
        document.add_paragraph(f"#{part.number} {part.title}", style="Heading 2")
        document.add_paragraph(f"Standpunt van de directie: {part.said.lower()}. {part.answer}")
        add_table(document, [titles, *rows(part.actions, "{text}", "{when}", "{who}", "{said}", "{comment}")])
    return saved(document)


@shape(
    "nl paginakop en eigen kolommen",
    """
subject: Evaluatie klimaatprogramma Bolivia
date: 2026-02-18
# 1 | Kies voor agro-ecologie | Aanvaard → accepted | De nieuwe fase kiest daar resoluut voor.
1.1 | Technische fiches vertalen | tegen 1 mei 2026 → 2026-05-01 | Programmabeheerder | Lopende → ongoing | Vier van de tien fiches klaar.
1.2 | Uitwisseling met Peru organiseren | oktober 2026 → 2026-10 | Partner AGRECOL | Niet gestart → not_started |
# 2 | Zorg voor toegang tot krediet | Gedeeltelijk aanvaard → partially_accepted | Wij verlenen zelf geen krediet.
2.1 | Twee spaargroepen begeleiden | 2026 → 2026 | Programmabeheerder | Lopende → ongoing | Groepen van Tarija.
# 3 | Meet de bodemkwaliteit | Aanvaard → accepted | Met de universiteit van Cochabamba.
3.1 | Meetprotocol afspreken | eind juni 2026 → ..2026-06-30 | Partner AGRECOL | Afgerond → completed | Protocol getekend.
3.2 | Nulmeting uitvoeren | 1e semester 2027 → 2027-01..2027-06 | Universiteit | Niet gestart → not_started |
""",
    own="Indicator, Verificatiebron",
    kept="fiches deelnemers groepen protocol percelen verslag lijst boekje document databank",
)
def _(truth: Truth) -> bytes:
    document = a_document("Deze respons volgt de indeling van het evaluatierapport.")
    header = document.sections[0].header.paragraphs[0]
    header.text = "Managementrespons – Evaluatie klimaatprogramma Bolivia – 18 februari 2026"
    titles = ["Actie", "Kalender", "Verantwoordelijke", "Indicator", "Verificatiebron", "Stvz", "Commentaar"]
    own = iter([("fiches", "verslag"), ("deelnemers", "lijst"), ("groepen", "boekje"), ("protocol", "document")])
    for part in truth.parts:
        document.add_paragraph(f"Aanbeveling nr. {part.number} – {part.title}", style="Heading 1")
        document.add_paragraph("Managementrespons", style="Heading 2")
        document.add_paragraph(f"{part.said}: {part.answer}")
        found = rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}")
        more = [next(own, ("percelen", "databank")) for _ in found]
        lined(document, [titles, *([*row[:3], *two, *row[3:]] for row, two in zip(found, more, strict=True))])
    return saved(document)


@shape(
    "nl twee talen in de titels",
    """
subject: Joint evaluation of the Sahel programme
date: 2026-06-30
# 1 | Simplify the reporting of partners | Aanvaard / Accepted → accepted | Eén sjabloon voor alle donoren.
1.1 | Sjabloon testen met drie partners | september 2026 → 2026-09 | Programmateam Sahel | Lopende → ongoing | Test loopt in Mali.
1.2 | Guidance note in French | 31 December 2026 → 2026-12-31 | MEAL officer | Not started → not_started |
# 2 | Hire a security adviser | Gedeeltelijk aanvaard / Partially accepted → partially_accepted | Halftijds, gedeeld met een andere ngo.
2.1 | Vacature openstellen | augustus 2026 → 2026-08 | Dienst HR | Afgerond → completed | Indiensttreding op 1 oktober.
""",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        [["Onderwerp / Subject", truth.subject], ["Datum / Date", "30/06/2026"], ["Van / From", "Directie Zuid"]],
    ]
    titles = [
        "Actie / Action",
        "Termijn / Deadline",
        "Verantwoordelijke / Responsible",
        "Status",
        "Commentaar / Comments",
    ]
    for part in truth.parts:
        blocks += [
            f"Heading 2> Aanbeveling / Recommendation {part.number}: {part.title}",
            f"Managementrespons / Management response: {part.said}. {part.answer}",
            [titles, *rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}")],
        ]
    return blocks
