"""What documents, lists and our own overview call their columns, their labels and their headings."""

from enum import Enum

from mrdb.domain.facts import Fact
from mrdb.text.labels import NO_REPORT
from mrdb.text.report import AS_OF


class Part(Enum):
    """What a document names that is no fact.

    Its date never changes; ``OTHER`` stays in the context under its label; ``AS_OF`` is a label of our own report.
    """

    DATE = "date"
    OTHER = "other"
    AS_OF = "as of"
    ACTIONS = "actions"


Named = Fact | Part
HEAD: tuple[Named, ...] = (Fact.SUBJECT, Fact.DOCUMENT_NUMBER, Part.DATE, Fact.SENDER, Fact.RECIPIENT)
"""The labels at the head of every document."""

COLUMNS = (
    Fact.NUMBER,
    Fact.RECOMMENDATION,
    Fact.ACTION_TEXT,
    Fact.CALENDAR,
    Fact.RESPONSIBLE,
    Fact.STATUS,
    Fact.COMMENT,
)
"""What a table of actions can hold, in the order in which a column is offered to one of them."""
ACTION_COLUMNS = tuple(of for of in COLUMNS if of != Fact.RECOMMENDATION)
DOCUMENT_COLUMNS = (*COLUMNS, Fact.ANSWER, Fact.ACCEPTANCE)
"""What a table of a document can hold: one big table has its recommendations and their answers in it too."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


HEADINGS: dict[Named, tuple[str, ...]] = {
    Fact.NUMBER: _words(
        "nr, nummer, #, actienummer, actie nr, nr actie, volgnummer, no, number, action no, action number, id, num, "
        "n°, n° action, numéro, numéro d'action, unique number, ref, référence, referentie, reference"
    ),
    Fact.RECOMMENDATION: _words(
        "aanbeveling, aanbevelingen, aanbev, recommendation, recommendations, bevinding, finding, evaluation "
        "recommendation, recommandation, key recommendation, issue, constat, evaluation recommendation or issue, "
        "recommandation de l'évaluation, aanbeveling uit de evaluatie, aanbeveling van de evaluatie, aanbeveling nr, "
        "nr aanbeveling, nummer aanbeveling, recommendation no, recommendation number, rec no, rec, reco, n° "
        "recommandation, n° de la recommandation, numéro de la recommandation, recommandation n°, wat wordt "
        "aanbevolen, wat is aanbevolen, wat beveelt de evaluatie aan, wat raadt de evaluatie aan, what is recommended, "
        "what was recommended, que recommande l'évaluation, qu'est ce qui est recommandé"
    ),
    Fact.ACTION_TEXT: _words(
        "actie, acties, actie(s), actiepunt, actiepunten, concrete actie, concrete acties, maatregel, maatregelen, "
        "taak, activiteit, omschrijving, beschrijving, omschrijving actie, action, actions, key action, action point, "
        "activity, task, description, wat, what, geplande actie, voorgestelde actie, te nemen actie, te ondernemen "
        "actie, beschrijving actie, beschrijving van de actie, omschrijving van de actie, action to be taken, "
        "management action to be taken, planned action, proposed action, agreed action, follow up action, corrective "
        "action, deliverable, action clé, action prévue, action proposée, action à entreprendre, action à mener, "
        "action à prendre, action concrète, action envisagée, description de l'action, mesure, mesure prévue, mesure "
        "proposée, mesure à prendre, activité, tâche, quoi, wat gaan we doen, wat gaan wij doen, wat doen we, wat doen "
        "we eraan, welke stappen, welke acties, welke maatregelen, what steps, which steps, quelles étapes, quelles "
        "actions, quelles mesures, wat gebeurt er, wat moet er gebeuren, what will we do, what will be done, what are "
        "we going to do, que ferons nous, qu'allons nous faire, que va t on faire"
    ),
    Fact.CALENDAR: _words(
        "kalender, termijn, termijnen, deadline, deadlines, timing, planning, streefdatum, einddatum, tijdstip, tegen, "
        "tegen wanneer, wanneer, datum, due date, due, target date, end date, timeframe, timeline, when, "
        "uitvoeringstermijn, afdoeningstermijn, tijdspad, tijdpad, tijdskader, tijdlijn, vervaldatum, time frame, time "
        "line, completion date, date, duedate, schedule, by when, implementation date, expected completion date, "
        "target completion date, planned date, calendrier, échéance, échéancier, délai, date limite, date prévue, date "
        "butoir, date d'échéance, délai d'exécution, délai de mise en œuvre, date d'achèvement, période, periode, "
        "quand, pour quand, tegen wanneer gebeurt het, wanneer gebeurt het, wanneer is het klaar, klaar tegen, af "
        "tegen, ready by, done by, prêt pour, fini pour, when will it be done, quand le fera t on, pour quand est ce "
        "prévu"
    ),
    Fact.RESPONSIBLE: _words(
        "verantwoordelijke(n), verantwoordelijke, verantwoordelijken, trekker, trekkers, trekker(s), eigenaar, "
        "uitvoerder, wie, responsible, responsible person, owner, lead, assigned to, who, door wie, actiehouder, "
        "verantwoordelijke dienst, verantwoordelijke eenheid, verantwoordelijkheid, actie door, responsible unit, "
        "responsible party, responsible office, responsible department, responsible entity, responsible co unit, "
        "responsible staff, responsible for implementation, responsibility, lead unit, person in charge, person "
        "responsible, unit responsible, in charge, action owner, action officer, action officer unit, focal point, "
        "responsable, unité responsable, service responsable, personne responsable, entité responsable, département "
        "responsable, responsabilité, porteur, pilote, qui, par qui, acteur responsable, responsable de la mise en "
        "œuvre, wie doet het, wie doet dit, wie doet wat, wie is verantwoordelijk, wie trekt het, who is responsible, "
        "who will do it, who does it, qui le fait, qui est responsable, qui s'en charge"
    ),
    Fact.STATUS: _words(
        "stvz, status, stavaza, stand van zaken, toestand, state, progress, voortgang, opvolging, tracking, follow up, "
        "status van uitvoering, uitvoering, afgedaan, uitgevoerd, gedaan, done, fait, stand, current status, "
        "implementation status, status of implementation, state of implementation, completion rate, implemented, "
        "statut, état, état d'avancement, avancement, taux d'avancement, taux de réalisation, progrès, suivi, "
        "situation, réalisé, état de mise en œuvre, état de la mise en œuvre, statut de mise en œuvre, degré de "
        "réalisation, hoe ver staan we, hoe ver, hoever, how far, hoever staan we, waar staan we, hoe ver staat het, "
        "hoever staat het, is het gebeurd, is het gedaan, where do we stand, how far are we, is it done, où en sommes "
        "nous, où en est on, est ce fait"
    ),
    Fact.COMMENT: _words(
        "commentaar, commentaren, opmerking, opmerkingen, toelichting, bemerking, bemerkingen, notitie, notities, "
        "comment, comments, remark, remarks, note, notes, explanation, nota, verduidelijking, observation, "
        "commentaire, remarque, explication, précision"
    ),
    Fact.ACCEPTANCE: _words(
        "acceptatie, aanvaarding, aanvaard, gedeeltelijk aanvaard, niet aanvaard, deels aanvaard, akkoord, "
        "niet akkoord, deels akkoord, gedeeltelijk akkoord, acceptance, accepted, partially accepted, rejected, "
        "not accepted, partly accepted, agreed, agree, disagree, partially agree, partially agreed, not agreed, "
        "acceptation, accepté, acceptée, partiellement acceptée, rejetée, refusée, non acceptée, "
        "acceptance of recommendation, aanvaarding van de aanbeveling, acceptation de la recommandation, "
        "accord, d'accord, y n, yes no, ja nee, oui non, j n, o n"
    ),
    Fact.SUBJECT: _words(
        "onderwerp, betreft, titel van de evaluatie, naam van de evaluatie, evaluatie, titel, subject, re, "
        "title of evaluation, title of the evaluation, evaluation title, review title, name of evaluation, title, "
        "evaluation, objet, sujet, concerne, titre de l'évaluation, intitulé de l'évaluation, titre, intitulé, "
        "évaluation"
    ),
    Fact.DOCUMENT_NUMBER: _words(
        "doc. nr, doc nr, doc.nr, documentnummer, documentnr, document no, document nr, document number, doc. no, "
        "document n°, numéro du document, n° du document, n° doc, doc. n°, référence du document, ons kenmerk, kenmerk"
    ),
    Part.DATE: _words(
        "datum, date, datum van het document, datum document, opgesteld op, datum opmaak, date of document, "
        "document date, date of management response, date of response, date of issue, prepared on, issued on, "
        "date du document, date de la réponse, établi le, fait le, date de rédaction"
    ),
    Fact.SENDER: _words(
        "van, from, de, opgesteld door, opgemaakt door, opsteller, auteur, prepared by, author, submitted by, préparé "
        "par, rédigé par, établi par, soumis par, expéditeur, afzender"
    ),
    Fact.RECIPIENT: _words(
        "aan, to, à, a, verspreiding, distribution, diffusion, bestemmeling, "
        "bestemd voor, ter attentie van, destinataire, addressed to"
    ),
    Part.OTHER: _words(
        "versie, version, datum goedkeuring, goedgekeurd op, approved on, date of approval, date d'approbation, "
        "approuvé le, position, unit, bureau, unit/bureau, functie, fonction, region, région, regio, office, land, "
        "country, pays, evaluation year, year, jaar, année, jaar van de evaluatie, année de l'évaluation, cleared by, "
        "approved by, goedgekeurd door, validé par, approuvé par, tracked by, opgevolgd door, suivi par, input into "
        "and update in erc, person-in-charge for follow-up to management response, status, statut, classificatie, "
        "classification, organisatie, organisation, organization, evaluator, evaluatoren, évaluateur, evaluation team, "
        "programme, program, programma, project, projet, periode, période, period, commanditaire, opdrachtgever, "
        "commissioned by, type of evaluation, evaluation type, contact"
    ),
    Part.AS_OF: (AS_OF.casefold(),),
    Fact.CONTEXT: _words(
        "situering, situering en context, context, inleiding, achtergrond, situering van de evaluatie, samenvatting, "
        "algemene reactie, algemene bedenkingen, algemene opmerkingen, introduction, background, overall response, "
        "overall comments, general comments, general response, overall management response, overall response to the "
        "evaluation, general response to the evaluation, overall comments on the evaluation, summary, background and "
        "context, context and background, contexte, mise en contexte, contexte et objectif, introduction et contexte, "
        "contexte général, commentaires généraux, observations générales, résumé, préambule, réponse globale, réponse "
        "générale"
    ),
    Fact.ANSWER: _words(
        "management response, management respons, managementresponse, managementrespons, management reactie, "
        "managementreactie, reactie management, reactie van het management, reactie van de directie, reactie directie, "
        "antwoord management, antwoord van het management, antwoord van de directie, reactie, antwoord, respons, "
        "management's response, response, response of management, response from management, management response and "
        "action taken or to be taken, management response and comment, management comment, management comments, "
        "réponse, réponse du management, réponse managériale, réponse de la direction, réponse de gestion, réponse de "
        "l'organisation, réponse de l'administration, réponse à la recommandation, position, position de la direction, "
        "commentaire de la direction, justification, commentaires de la direction, standpunt, standpunt van de "
        "directie, standpunt directie, toezegging, wat vinden we ervan, wat vinden wij ervan, wat vindt de directie, "
        "gaan we akkoord, waarom, why, pourquoi, zijn we het eens, ons antwoord, onze reactie, wat is onze reactie, do "
        "we agree, our response, what do we think, notre réponse, sommes nous d'accord, que répondons nous"
    ),
    Part.ACTIONS: _words(
        "acties, actieplan, actietabel, actiepunten, opvolging van de acties, geplande acties, voorgestelde acties, "
        "concrete acties, maatregelen, actions, key action, key actions, key action(s), action plan, planned actions, "
        "follow-up actions, proposed actions, agreed actions, actions clés, action clé, plan d'action, plan d'actions, "
        "actions prévues, actions proposées, actions à entreprendre, actions à mener, actions à prendre, "
        "suivi des actions, mesures, mesures prévues, te ondernemen acties, te nemen acties, actions to be taken, "
        "wat gaan we doen, tableau de suivi, opvolgingstabel, follow-up table"
    ),
}
"""What each of them is called; the first name is that of the source document."""

OTHER_COLUMNS = frozenset(
    _words(
        "budget, kost, kosten, cost, costs, coût, coûts, funding, financiering, middelen, resources, ressources, "
        "prioriteit, priority, priorité, urgentie, indicator, indicatoren, indicators, indicateur, indicateurs, "
        "document, documenten, documents, bron, bronnen, source, sources, verificatiebron, risico, risk, risque, "
        "doelgroep, partners, partenaires, resultaat, resultaten, result, results, résultat, résultats, type, "
        "categorie, category, catégorie, thema, theme, thème, onderwerp, topic, bijlage, link"
    )
)
"""Words in the titles of columns that documents have, and that are none of ours."""

TERM_WORDS = frozenset(
    _words(
        "kt, mlt, mt, lt, ct, korte termijn, middellange termijn, lange termijn, short term, medium term, long term, "
        "court terme, moyen terme, long terme"
    )
)
"""Terms without a date."""

RECOMMENDATION = _words(
    "aanbeveling, recommendation, recommandation, evaluation recommendation, key recommendation, "
    "evaluation recommendation or issue, recommendation or issue, aanbev, aanb, reco, rec"
)
"""With which the heading of one begins."""
RECOMMENDATIONS = _words(
    "aanbevelingen, recommendations, recommandations, evaluation recommendations, key recommendations, "
    "recommandations de l'évaluation, aanbevelingen van de evaluatie, aanbevelingen uit de evaluatie, "
    "aanbevelingen en reactie, aanbevelingen en antwoord, aanbevelingen en managementrespons, "
    "recommendations and responses, recommendations and management response, recommandations et réponses, "
    "respons per aanbeveling, reactie per aanbeveling, response to recommendations, response per recommendation, "
    "réponse aux recommandations, réponse par recommandation"
)
"""Above several of them."""
GENERIC = frozenset(
    _words(
        "management, managementrespons, managementresponse, managementreactie, respons, response, reactie, antwoord, "
        "reponse, op, de, het, van, een, uit, bij, met, evaluatie, evaluatierapport, eindevaluatie, rapport, externe, "
        "aanbevelingen, aanbeveling, tussentijdse, to, the, of, evaluation, report, recommendations, recommendation, "
        "final, mid, term, plan, matrix, form, template, follow, up, opvolging, opvolgingstabel, tabel, table, "
        "tableau, a, l, la, le, du, des, aux, d, recommandations, recommandation, direction, directie, suivi, "
        "actieplan, action, actions, formulier, en, and, et, finale, gestion, manageriale, sheet, fiche, fiches, "
        "register, answer, matrice, document, opvolgingsfiche, opvolgfiche, overzicht, l, opvolgtabel, reponses, "
        "responses, antwoorden"
    )
)
"""A title of only these words, without accents, tells what kind of document it is and not what it is about."""
THEMES = _words(
    "thema, thème, theme, pijler, axe, domein, domaine, werkpunt, aandachtspunt, conclusie en aanbeveling, "
    "thematic area, focus area, area"
)
"""With which the heading of one begins in a document that does not use that word."""
OF_ORGANISATION = _words("van, door, de, du, des, of, from, by")
_COUNTED = (
    "1 één one un une eerste first premier première",
    "2 twee two deux tweede second deuxième seconde",
    "3 drie three trois derde third troisième",
    "4 vier four quatre vierde fourth quatrième",
    "5 vijf five cinq vijfde fifth cinquième",
    "6 zes six zesde sixth sixième",
    "7 zeven seven sept zevende seventh septième",
    "8 acht eight huit achtste eighth huitième",
    "9 negen nine neuf negende ninth neuvième",
    "10 tien ten dix tiende tenth dixième",
)
COUNTED = {word: words.split()[0] for words in _COUNTED for word in words.split()[1:]}
"""Numbers in words, before the word for a recommendation or behind it."""
PLACEHOLDER = ("(stvz", "op", "opvolgingsmoment,", "wordt", "overschreven", "bij", "volgend", "opvolgingsmoment)")
"""Stands in the follow-up columns as long as there is no report."""

NUMBER_WORDS = _words("actiepunt, actie, action, nummer, number, nr, no, n°, nº, #")
"""What people write before a number; longer ones before those that they begin with."""

NO_STATUS_WORDS = frozenset(
    {NO_REPORT.casefold(), *_words("nog geen stvz, -, –, —, n.v.t, nvt, n/a, s/o, /, ?, geen, none, aucun")}
)
"""What stands in a status column where there is nothing to say, without a full stop."""
YES_WORDS = frozenset(_words("ja, yes, oui"))
