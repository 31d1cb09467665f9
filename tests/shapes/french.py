"""French documents as Belgian organisations write them."""

# ruff: noqa: E501 - a line of truth is one action

from word_documents import Rows, a_document, saved

from shapes.truth import Truth, beside, landscape, lined, rows, shape


@shape(
    "fr un tableau par recommandation",
    """
subject: Évaluation finale du programme santé à Kinshasa
date: 2026-03-17
# 1 | Renforcer les mutuelles de santé | acceptée → accepted | La direction partage ce constat. | Les mutuelles restent fragiles.
1.1 | Former les gestionnaires de six mutuelles | juin 2026 → 2026-06 | Chargé de programme santé | En cours → ongoing | Deux mutuelles formées.
1.2 | Négocier un tarif avec les hôpitaux | d'ici fin 2026 → ..2026-12-31 | Représentation Kinshasa | Pas commencé → not_started |
# 2 | Réduire le nombre de zones de santé | partiellement acceptée → partially_accepted | Une seule zone sera quittée. | Le programme est trop dispersé.
2.1 | Préparer la sortie de la zone de Kisenso | 2ème semestre 2026 → 2026-07..2026-12 | Représentation Kinshasa | Pas commencé → not_started | Après accord du ministère.
# 3 | Créer une pharmacie centrale | refusée → rejected | Cela relève de l'État. | Les ruptures de stock sont fréquentes.
3.1 | Plaidoyer auprès du ministère | en continu → ~ | Chargée de plaidoyer | Réalisé → completed | Note remise le 3 mars.
""",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        "Title> Réponse de la direction",
        [
            ["Objet", truth.subject],
            ["Date", "17 mars 2026"],
            ["De", "Direction des programmes"],
            ["À", "Conseil d'administration"],
        ],
    ]
    titles = ["Actions", "Échéance", "Responsable(s)", "État d'avancement", "Commentaires"]
    for part in truth.parts:
        blocks += [
            f"Heading 2> Recommandation {part.number} : {part.title}",
            part.text,
            f"Réponse de la direction : {part.said}. {part.answer}",
            [titles, *rows(part.actions, "{number} {text}", "{when}", "{who}", "{said}", "{comment}")],
        ]
    return blocks


@shape(
    "fr un grand tableau",
    """
subject: Évaluation du programme d'éducation à la citoyenneté
date: 2025-12-08
# 1 | Mieux cibler les écoles techniques | Acceptée → accepted | Un partenariat est en discussion.
1.1 | Signer une convention avec deux réseaux | mars 2026 → 2026-03 | Coordinatrice ECMS | Réalisé → completed | Conventions signées.
1.2 | Adapter les outils pédagogiques | 1er semestre 2026 → 2026-01..2026-06 | Équipe pédagogique | En cours → ongoing |
# 2 | Mesurer le changement chez les jeunes | Acceptée → accepted | Une étude est prévue.
2.1 | Commander une étude à l'université | 30/09/2026 → 2026-09-30 | Responsable suivi-évaluation | À faire → not_started |
2.2 | Publier les résultats | début 2027 → 2027-01..2027-03 | Service communication | À faire → not_started | Version courte pour les écoles.
# 3 | Abandonner les animations en classe | Non acceptée → rejected | Elles sont très demandées.
3.1 | Revoir le format des animations | T4 2026 → 2026-10..2026-12 | Équipe pédagogique | Annulé → dropped | Remplacé par l'action 1.2.
""",
    own="Budget",
)
def _(truth: Truth) -> bytes:
    document = a_document("Heading 1> Réponse managériale")
    landscape(document.sections[0])
    header = document.sections[0].header.paragraphs[0]
    header.text = "Évaluation du programme d'éducation à la citoyenneté – 8 décembre 2025"
    titles = [
        "N°",
        "Recommandation",
        "Réponse",
        "Justification",
        "Mesures",
        "Délai",
        "Responsable",
        "Suivi",
        "Remarques",
    ]
    left, right = (
        ("{number}", "{title}", "{said}", "{answer}"),
        ("{number} {text}", "{when}", "{who}", "{said}", "{comment}"),
    )
    lined(document, [titles, *beside(truth.parts, left, right)])
    return saved(document)


@shape(
    "fr recommandations et plan d'action",
    """
subject: Évaluation à mi-parcours du projet Femmes rurales
date: 2026-05-11
# R1 | Alléger les procédures pour les groupements | Acceptée → accepted | Le manuel sera simplifié.
1 | Réécrire le manuel des procédures | juillet 2026 → 2026-07 | Responsable administrative
2 | Tester le manuel avec cinq groupements | octobre 2026 → 2026-10 | Animatrices
# R2 | Ouvrir l'accès au crédit | Acceptée partiellement → partially_accepted | Via une institution locale.
3 | Signer un accord avec la caisse de Kaya | avant le 1er décembre 2026 → ..2026-11-30 | Coordinateur national
# R3 | Doubler le nombre de villages | Rejetée → rejected | Le budget ne le permet pas.
# R4 | Documenter les bonnes pratiques | Acceptée → accepted | Avec les groupements eux-mêmes.
4 | Produire trois vidéos | courant 2027 → 2027 | Service communication
""",
    suffixes="pdf docx",
)
def _(truth: Truth) -> bytes:
    document = a_document(
        "Title> Évaluation à mi-parcours du projet Femmes rurales",
        "Réponse de la direction – Ouagadougou, le 11 mai 2026",
        "Heading 1> 1. Recommandations",
    )
    answers = [[one.number, one.title, one.said, one.answer] for one in truth.parts]
    lined(document, [["N°", "Recommandation", "Position", "Commentaire de la direction"], *answers])
    document.add_paragraph("2. Plan d'action", style="Heading 1")
    links = [
        [part.number, *row]
        for part in truth.parts
        for row in rows(part.actions, "{number}", "{text}", "{when}", "{who}")
    ]
    lined(document, [["Rec.", "N°", "Action prévue", "Échéance", "Responsable"], *links])
    return saved(document)


@shape(
    "fr texte suivi avec actions",
    """
subject: Réponse à l'audit organisationnel
date: 2026-01-29
# 1 | Clarifier le rôle du conseil d'administration | Acceptée → accepted | Le règlement date de 2009.
 | Réviser le règlement d'ordre intérieur | mai 2026 → 2026-05 | Secrétaire général
 | Organiser une mise au vert du conseil | 26 septembre 2026 → 2026-09-26 | Présidente
# 2 | Mettre en place une politique salariale | Acceptée → accepted | Une étude comparative est disponible.
 | Présenter une grille salariale | troisième trimestre 2026 → 2026-07..2026-09 | Directrice administrative
""",
)
def _(truth: Truth) -> list[str | Rows]:
    blocks: list[str | Rows] = [
        "Objet : Réponse à l'audit organisationnel",
        "Date : 29 janvier 2026",
    ]
    for part in truth.parts:
        blocks += [
            f"Heading 2> Recommandation n° {part.number} – {part.title}",
            f"Réponse du management : {part.said}. {part.answer}",
            "Actions à mener :",
            *(f"List Bullet> {one.text} – échéance : {one.when} – responsable : {one.who}" for one in part.actions),
        ]
    return blocks
