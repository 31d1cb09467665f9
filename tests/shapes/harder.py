"""Documents with something in them that is easily misread, in all three languages."""

# ruff: noqa: E501 - a line of truth is one action

from docx.text.paragraph import Paragraph
from word_documents import Rows, a_document, saved

from shapes.truth import Truth, across, landscape, lined, rows, shape


@shape(
    "nl voorblad en inhoudstafel",
    """
subject: Eindevaluatie strategisch plan 2021-2025
date: 2025-12-19
# 1 | Scherp de missie aan | Aanvaard → accepted | De missie wordt herschreven met de leden. | De missie telt vandaag elf doelen.
1.1 | Schrijfdag met de leden | maart 2026 → 2026-03 | Directeur | Afgerond → completed | Eerste ontwerp klaar.
1.2 | Missie laten goedkeuren door de algemene vergadering | 20 juni 2026 → 2026-06-20 | Voorzitter | Niet gestart → not_started |
# 2 | Kies drie speerpunten | Aanvaard → accepted | Klimaat, zorg en onderwijs liggen voor de hand. | De middelen zijn versnipperd.
2.1 | Speerpunten uitwerken per dienst | voorjaar 2026 → ..2026-06-30 | Diensthoofden | Lopende → ongoing | Zorg en onderwijs klaar.
2.2 | Begroting per speerpunt opmaken | oktober 2026 → 2026-10 | Zakelijk directeur | Niet gestart → not_started |
2.3 | Jaarlijkse terugblik per speerpunt | jaarlijks → ~ | Directieteam | Niet gestart → not_started |
# 3 | Versterk het middenkader | Gedeeltelijk aanvaard → partially_accepted | Coaching wel, extra functies niet. | Diensthoofden zijn overbevraagd.
3.1 | Coachingstraject voor zes diensthoofden | september 2026 - mei 2027 → 2026-09..2027-05 | Dienst Personeel | Niet gestart → not_started | Offertes gevraagd.
# 4 | Richt een jongerenraad op | Aanvaard → accepted | Met een eigen budget. | Jongeren beslissen nergens mee.
4.1 | Oproep aan jongeren verspreiden | januari 2026 → 2026-01 | Jongerenwerker | Afgerond → completed | Veertig kandidaten.
4.2 | Huishoudelijk reglement opstellen | tegen april 2026 → ..2026-04-30 | Jongerenwerker | Lopende → ongoing |
4.3 | Eerste advies aan de raad van bestuur | 4e kwartaal 2026 → 2026-10..2026-12 | Jongerenraad | Niet gestart → not_started |
# 5 | Verhuis naar een toegankelijk gebouw | Niet aanvaard → rejected | De huur loopt tot 2029. | Het gebouw heeft geen lift.
# 6 | Meet de tevredenheid van de leden | Aanvaard → accepted | Om de twee jaar. | De laatste meting dateert van 2018.
6.1 | Bevraging uitschrijven | Q2 2026 → 2026-04..2026-06 | Dienst Leden | Lopende → ongoing | Vragen liggen voor.
6.2 | Resultaten bespreken met de leden | najaar 2026 → 2026-09..2026-12 | Dienst Leden | Niet gestart → not_started |
# 7 | Maak de boekhouding papierloos | Aanvaard → accepted | De software is aangekocht. | Facturen gaan nog per post rond.
7.1 | Software in gebruik nemen | vanaf 1 januari 2026 → >2026-01-01 | Boekhouding | Lopende → ongoing | Opleiding gegeven.
7.2 | Papieren archief afbouwen | eind 2027 → ..2027-12-31 | Boekhouding | Niet gestart → not_started |
""",
    kept="Met dank aan de leden van de klankbordgroep.",
)
def _(truth: Truth) -> list[str | Rows]:
    titles = ["Nr.", "Actie", "Streefdatum", "Verantwoordelijke", "Status", "Bemerkingen"]
    blocks: list[str | Rows] = [
        "Title> Eindevaluatie strategisch plan 2021-2025",
        "Subtitle> Managementrespons",
        "Goedgekeurd door de raad van bestuur van 19 december 2025",
        "Heading 1> Inhoud",
        *(f"TOC Heading> Aanbeveling {one.number}. {one.title}\t{n}" for n, one in enumerate(truth.parts, start=3)),
        "Heading 1> Woord vooraf",
        "Met dank aan de leden van de klankbordgroep.",
        "Heading 1> Respons per aanbeveling",
    ]
    for part in truth.parts:
        blocks += [f"Heading 2> Aanbeveling {part.number}. {part.title}", part.text]
        blocks += ["Heading 3> Reactie van de directie", f"{part.said}. {part.answer}"]
        found = rows(part.actions, "{number}", "{text}", "{when}", "{who}", "{said}", "{comment}")
        blocks += ["Heading 3> Acties", [titles, *found]] if found else []
    return blocks


@shape(
    "nl doorgehaald en verborgen",
    """
subject: Evaluatie voedselbanken
date: 2026-03-02
# 1 | Werk samen met boeren uit de buurt | Aanvaard → accepted | Er zijn al vijf boeren gevonden. | Het aanbod is eenzijdig.
1.1 | Contracten opmaken met boeren | mei 2026 → 2026-05 | Dienst Aankoop | Lopende → ongoing | Drie contracten klaar.
1.2 | Koelwagen huren | september 2026 → 2026-09 | Logistiek | Niet gestart → not_started |
# 2 | Verdeel ook in de avonduren | Aanvaard → accepted | Eén avond per week. | Werkende ouders geraken niet tijdig.
2.1 | Vrijwilligers zoeken voor de avond | april 2026 → 2026-04 | Vrijwilligerswerking | Lopende → ongoing | Twaalf namen.
""",
    kept="Tweede koelcel plaatsen juni 2025 juli 2026 intern: prijs niet delen",
)
def _(truth: Truth) -> bytes:
    document = a_document("Onderwerp: Evaluatie voedselbanken", "Datum: 02/03/2026")
    titles = ["Actie", "Kalender", "Verantwoordelijke", "Stvz", "Commentaar"]
    for part in truth.parts:
        document.add_paragraph(f"Aanbeveling {part.number}: {part.title}", style="Heading 2")
        document.add_paragraph(part.text)
        document.add_paragraph(f"Managementrespons: {part.said}. {part.answer}")
        found = rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}")
        gone = ["1.3 Tweede koelcel plaatsen", "juni 2025", "Logistiek", "Lopende", ""] if part.number == "1" else []
        table = lined(document, [titles, *found, *([gone] if gone else [])])
        for cell in table.rows[-1].cells if gone else ():
            _struck(cell.paragraphs[0])
        if gone:
            _struck(table.cell(2, 1).paragraphs[0].insert_paragraph_before("juli 2026"))
            table.cell(1, 4).paragraphs[0].add_run(" intern: prijs niet delen").font.hidden = True
    return saved(document)


def _struck(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.strike = True


@shape(
    "nl meer acties in een cel",
    """
subject: Evaluatie mobiliteitsbeleid
date: 2026-04-27
# 1 | Beperk het aantal vluchten | Aanvaard → accepted | Onder 800 kilometer nemen we de trein.
1.1 | Reisbeleid herschrijven | juni 2026 → 2026-06 | Dienst Personeel
1.2 | Reisbureau op de hoogte brengen | juni 2026 → 2026-06 | Dienst Personeel
# 2 | Moedig fietsen aan | Aanvaard → accepted | De fietsvergoeding bestaat al.
2.1 | Fietsenstalling uitbreiden | september 2026 → 2026-09 | Facilitaire dienst
2.2 | Leasefietsen aanbieden | september 2026 → 2026-09 | Facilitaire dienst
2.3 | Douches herstellen | september 2026 → 2026-09 | Facilitaire dienst
# 3 | Schaf de bedrijfswagens af | Niet aanvaard → rejected | De contracten lopen nog drie jaar.
3.1 | Elektrische wagens kiezen bij vernieuwing | doorlopend → ~ | Zakelijk directeur
""",
)
def _(truth: Truth) -> list[str | Rows]:
    cells = [["Aanbeveling", "Standpunt", "Acties", "Timing", "Verantwoordelijke"]]
    for part in truth.parts:
        first, told = part.actions[0], "\n".join(f"{one.number} {one.text}" for one in part.actions)
        cells.append([f"{part.number}. {part.title}", f"{part.said}\n{part.answer}", told, first.when, first.who])
    return ["Managementrespons", "Onderwerp: Evaluatie mobiliteitsbeleid", "Datum: 27 april 2026", cells]


@shape(
    "nl stand van zaken op twee momenten",
    """
subject: Evaluatie huis van de vrede
date: 2025-09-15
# 1 | Open het huis in het weekend | Aanvaard → accepted | Eerst op zaterdag. | De zaal staat leeg in het weekend.
1.1 | Beurtrol met vrijwilligers opstellen | december 2025 → 2025-12 | Huisbeheerder | Afgerond → completed | Beurtrol hangt uit.
1.2 | Sleutelplan aanpassen | januari 2026 → 2026-01 | Huisbeheerder | Lopende → ongoing | Wacht op de slotenmaker.
# 2 | Verlaag de zaalhuur voor buurtgroepen | Aanvaard → accepted | Voor groepen zonder subsidie. | De prijs schrikt af.
2.1 | Nieuw tarief voorleggen aan het bestuur | maart 2026 → 2026-03 | Penningmeester | Niet gestart → not_started |
""",
    own="Stvz 01/12/2025",
    kept="Lopende eerste namen Niet gestart Niet gestart",
)
def _(truth: Truth) -> list[str | Rows]:
    titles = ["Actie", "Kalender", "Verantwoordelijke", "Stvz 01/12/2025", "Stvz 01/06/2026"]
    before = iter(["Lopende: eerste namen", "Niet gestart", "Niet gestart"])
    blocks: list[str | Rows] = ["ONDERWERP: Evaluatie huis van de vrede", "DATUM: 15/09/2025"]
    for part in truth.parts:
        found = rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}\n{comment}")
        blocks += [f"AANBEVELING {part.number} : {part.title}", part.text, "MANAGEMENT RESPONSE"]
        blocks += [f"{part.said}. {part.answer}", [titles, *([*row[:3], next(before), row[3]] for row in found)]]
    return blocks


@shape(
    "en two columns with the promise in the answer",
    """
subject: Review of the early warning unit
date: 2026-02-25
# 1 | That the unit publish a monthly outlook. | Accepted → accepted
 | The first outlook will appear in April.
# 2 | That field offices share data every week. | Accepted → accepted
 | A shared folder has been set up and focal points are named.
# 3 | That the unit move to the regional office. | Not accepted → rejected
 | Staff remain in the capital, close to the ministries.
# 4 | That the software be replaced. | Partially accepted → partially_accepted
 | A cheaper licence will be bought; replacement follows with the next budget.
""",
)
def _(truth: Truth) -> list[str | Rows]:
    told = [[f"{one.number}. {one.title}", f"{one.said}\n{one.actions[0].text}"] for one in truth.parts]
    titles = ["KEY RECOMMENDATIONS TO THE UNIT", "MANAGEMENT RESPONSE AND ACTION TAKEN OR TO BE TAKEN"]
    return [f"Title> {truth.subject}", "Management response matrix", "Nairobi, 25 February 2026", [titles, *told]]


@shape(
    "en action points under improvements",
    """
subject: Accountability plan after the flood response review
date: 2026-01-30
# 1 | Complaints reach the people who can answer them | | | Too many calls were lost during the floods.
1.1 | Set up a toll-free line in three districts | Q2 2026 → 2026-04..2026-06 | Community engagement officer | 60% → ongoing | Line tested in one district.
1.2 | Train forty volunteers to log complaints | 15 May 2026 → 2026-05-15 | Branch managers | 100% → completed | Training held in Khulna.
# 2 | Cash reaches families within ten days | | | The average was three weeks.
2.1 | Sign framework agreements with two banks | by end of September 2026 → ..2026-09-30 | Finance manager | 20% → ongoing | Terms under review.
2.2 | Simulate a transfer with two hundred families | December 2026 → 2026-12 | Cash delegate | 0% → not_started |
2.3 | Publish the lessons of the simulation | as of January 2027 → >2027-01-01 | Cash delegate | 0% → not_started |
""",
    own="Deliverable",
    kept="Phone line Logbook Contracts Report Note",
)
def _(truth: Truth) -> bytes:
    document = a_document("Heading 1> Accountability plan after the flood response review", "Date: 30 January 2026")
    landscape(document.sections[0])
    titles = ["Action point", "Deliverable", "Due date", "Lead", "Completion rate (%)", "Remarks"]
    own = iter(["Phone line", "Logbook", "Contracts", "Report", "Note"])
    for part in truth.parts:
        document.add_paragraph(f"Recommendation {part.number} – {part.title}", style="Heading 2")
        document.add_paragraph(part.text)
        found = rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}")
        lined(document, [titles, *([row[0], next(own), *row[1:]] for row in found)])
    return saved(document)


@shape(
    "fr sous-recommandations sous un titre",
    """
subject: Évaluation conjointe du consortium Eau
date: 2026-06-12
# 1.1 | Harmoniser les outils de collecte | Accepté → accepted | Un modèle commun existe.
 | Adopter le modèle commun | juillet 2026 → 2026-07 | Comité technique | En cours → ongoing | Relecture par les membres.
# 1.2 | Partager les données entre membres | Partiellement accepté → partially_accepted | Sauf les données personnelles.
 | Ouvrir une plateforme de partage | 1er trimestre 2027 → 2027-01..2027-03 | Chef de file | Pas commencé → not_started |
 | Rédiger une charte des données | octobre 2026 → 2026-10 | Juriste | En cours → ongoing |
# 2.1 | Former les comités de gestion | Accepté → accepted | Avec les services de l'État.
 | Former vingt comités | d'ici décembre 2026 → ..2026-12-31 | Animateurs | Réalisé → completed | Vingt-deux comités formés.
""",
    kept="Suivi des données Gestion locale",
)
def _(truth: Truth) -> list[str | Rows]:
    titles = ["Actions", "Délais", "Responsables", "Statut", "Commentaires"]
    themes = {"1.1": "1. Suivi des données", "2.1": "2. Gestion locale"}
    cells: list[list[str]] = [titles]
    for part in truth.parts:
        cells += [across(f"Thème {themes[part.number]}", 5)] if part.number in themes else []
        cells += [across(f"Recommandation {part.number} : {part.title}", 5)]
        cells += [across(f"Réponse : {part.said}. {part.answer}", 5)]
        cells += rows(part.actions, "{text}", "{when}", "{who}", "{said}", "{comment}")
    return ["Heading 1> Évaluation conjointe du consortium Eau", "Réponse du consortium, 12 juin 2026", cells]
