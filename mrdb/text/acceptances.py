"""The words with which management accepts a recommendation or does not, in Dutch, French and English.

They stand here as ``domain.wording.plain`` writes them: without capitals and accents.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(", "))


ACCEPTED = _words(
    "ok, stemt, instemt, instemmen, "
    "aanvaard, aanvaarden, aanvaardt, aangenomen, akkoord, eens, geaccepteerd, goedgekeurd, onderschreven, "
    "onderschrijven, onderschrijft, bijgetreden, accept, accepts, accepted, agree, agrees, agreed, concur, concurs, "
    "endorse, endorses, endorsed, approved, accepte, acceptons, acceptee, accord, approuve, approuvee, approuvons, "
    "retenue, souscrit, souscrivons, accepter, accepting, agreement, favorable, favorables, partageons, overgenomen, "
    "overnemen, volgt, volgen, gevolgd, bijtreden, adopted, adoptee, suit, suivie"
)
REJECTED = _words(
    "oneens, verworpen, afgewezen, geweigerd, verwerpen, verwerpt, rejected, reject, rejects, declined, disagree, "
    "disagrees, disagreed, rejete, rejetee, rejette, rejetons, refuse, refusee, refusons, desaccord, defavorable, "
    "defavorables"
)
PARTIALLY = _words("gedeeltelijk, deels, partieel, partially, partly, partial, partiellement, partielle, partiel")
PARTIALLY_IN_WORDS = ("ten dele", "in part", "en partie", "onder voorbehoud", "met voorbehoud", "sous reserve")
GOES = _words("gaat, stemt, kan")
"""With ``SAYS`` and ``TAKES`` what somebody does that "het agentschap" may stand for."""
TAKES, OVER = _words("neemt, nemen"), "over"
"""Together in a clause they accept: "De directie neemt deze aanbeveling over"."""
LARGELY = _words("grotendeels, overwegend, principieel, largely, mostly, generally, globalement, largement, principe")
"""With which nobody knows how far it is accepted."""
NOT = _words("niet, geen, not, don, cannot, non, pas, ne, n")
FULLY = _words("volledig, geheel, helemaal, fully, entirely, completely, pleinement, entierement, totalement")
AROUND = FULLY | _words(
    "de, het, deze, dit, aanbeveling, wordt, werd, is, met, mee, wij, we, onze, directie, management, managementteam, "
    "organisatie, bestuur, raad, van, door, gaan, gaat, the, this, recommendation, been, has, are, with, to, our, do, "
    "does, t, s, board, office, la, cette, le, l, d, recommandation, est, a, ete, nous, sommes, direction, avec, "
    "organisation, en, conseil, administration, zijn, hier, hiermee, hierin, daarmee, ermee, ons, kan, kunnen, worden, "
    "re, be, can, could, in, on, peut, pouvons, etre, neemt, nemen, y, ce, point, ainsi, college, directieteam, "
    "stuurgroep, team, comite, equipe, ngo, secretariaat, secretariat, dienst, programma, programme, coordinatie"
)
"""What may stand beside them without changing what they say."""
SAYS = _words(
    "aanvaardt, onderschrijft, verwerpt, accepts, agrees, concurs, endorses, rejects, disagrees, accepte, approuve, "
    "souscrit, rejette, refuse"
)
"""What an organisation does that is named in front."""
WITH = _words("met, with, avec")
THE = _words("het, de, deze, dit, belang, the, this, these, la, le, les, l, cette, ces")
"""Behind ``WITH``: then it is about that, as in "Akkoord met het belang van …"."""
BECAUSE = "want|omdat|aangezien|om|en(?! partie)|because|as|since|to|and|car|parce que|puisque|étant donné que|et"
"""With which an explanation begins, as a pattern."""
BUT = "maar|echter|doch|behalve|tenzij|but|however|except|although|mais|toutefois|cependant|sauf"
"""With which a limit begins."""
YES = _words("ja, yes, oui, j, y, o")
NO = _words("nee, neen, no, non, n")
