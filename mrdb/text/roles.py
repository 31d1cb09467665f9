"""The words for whoever answers for an action, in Dutch, French and English, and for nobody yet."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


FIRST = _words(
    r"SG, RvB, AV, stuurgroep\w*, directeurs?, directie\w*, diensthoofd\w*, dienst, diensten, "
    r"[\w-]*co[oö]rdinator(?:en)?, \w*manager, [\w-]*medewerkers?, [\w-]*verantwoordelijken?, afdeling\w*, \w*hoofd, "
    r"voorzitter, secretaris, team\w*, werkgroep, cel, bestuur\w*, raad, [\w-]+-directeur, penningmeester, "
    r"beleidsmedewerkers?, adviseurs?, directeurs?-\w+, directrice, direction, responsables?, charg[ée]e?s?, "
    r"coordinateur, coordinatrice, coordination, conseil, conseill[eè]re?s?, chef, cheffe, comit[ée], [ée]quipes?, "
    r"services?, d[ée]partement, cellule, unit[ée], bureau, secr[ée]tariat, pr[ée]sidente?, gestionnaire, "
    r"repr[ée]sentante?, p[oô]le, groupe, point\s+focal, director, head, chair, chairperson, board, department, "
    r"office, officer, deputy, manager, coordinator, secretariat, steering, committee, unit"
)
"""With which the name of a role, a service or a group begins."""
LAST = _words(
    r"[\w-]*dienst, [\w-]*diensten, [\w-]*team, [\w-]*teams, [\w-]*afdeling, [\w-]*directeur, [\w-]*manager, "
    r"[\w-]*co[oö]rdinator, [\w-]*verantwoordelijke, [\w-]*medewerker, [\w-]*groep, [\w-]*hoofd, [\w-]*directie, "
    r"units?, managers?, officers?, directors?, co-?ordinators?, departments?, offices?, advis[eo]rs?, specialists?, "
    r"committees?, boards?, sections?, divisions?, bureaux?, leads?, assistants?, groups?, secretariat, "
    r"representatives?, staff, chief, branch, desk, focal\s+points?"
)
"""With which it ends."""
TITLES = _words(
    "chief, deputy chief, head, director, deputy director, manager, officer, coordinator, co-ordinator, "
    "representative, specialist, adviser, advisor, deputy representative, lead"
)
"""English titles behind which a comma may stand: "Chief, Nutrition" is one."""
FIELDS = _words(
    "monitoring, evaluation, m, finance, administration, research, planning, communication, communications, human, "
    "risk, policy, programme, program, learning, gender, legal, audit, procurement, safety, health, quality, "
    "knowledge"
)
"""With which the name of an English unit may begin: "Monitoring and Evaluation Unit" is one."""
TASKS = _words(
    "lead, co-lead, lead unit, trekker, co-trekker, eindverantwoordelijke, hoofdverantwoordelijke, coördinatie, "
    "coordination, coordinatie, ondersteuning, ondersteunend, support, supporting, uitvoering, pilote, copilote, "
    "chef de file, appui, soutien, penhouder, initiatief"
)
"""What somebody does in it; no part of the name."""
WITH = _words(
    "in samenwerking met, i.s.m., ism, samen met, met ondersteuning van, met de steun van, met steun van, "
    "ondersteund door, in overleg met, in afstemming met, with the support of, with support of, with support from, "
    "with the support from, supported by, in collaboration with, in cooperation with, in coordination with, "
    "in consultation with, together with, in partnership with, avec l'appui de, avec l'appui du, avec l'appui des, "
    "avec le soutien de, avec le soutien du, avec le soutien des, avec l'aide de, en collaboration avec, "
    "en coopération avec, en coordination avec, en concertation avec, en partenariat avec, conjointement avec"
)
"""Between one who answers and one who helps."""
ARTICLES = ("de ", "het ", "the ", "le ", "la ", "les ", "l'", "l’", "d'", "d’")
NOBODY = frozenset(
    _words("-, –, —, /, n.v.t., n.v.t, nvt, n/a, n.a., na, geen, niemand, none, nobody, aucun, personne, s/o, s.o.")
)
"""In the place of a name where there is nobody to name."""
NOBODY_YET = frozenset(
    _words(
        "?, ??, ???, nog te bepalen, te bepalen, nader te bepalen, nog te bekijken, n.t.b., ntb, ntb., tbd, t.b.d., "
        "tbc, t.b.c., nog aan te duiden, aan te duiden, nog af te spreken, nog te beslissen, nog te kiezen, onbekend, "
        "vacant, vacature, to be determined, to be decided, to be defined, to be confirmed, to be agreed, to be "
        "appointed, unknown, not specified, not known, à déterminer, a determiner, à définir, a definir, à préciser, à "
        "désigner, à confirmer, à convenir, inconnu, idem, id., ibid., ditto, zie hierboven, zie boven, see above, "
        "voir ci-dessus, non précisé, niet bepaald, nog niet bepaald, nog open, open"
    )
)
"""In the place of a name that is still to come, or that stands elsewhere."""
