"""Phrases as organisations write them in the column of dates, each with what it means on 13 October 2025.

A line is a phrase, " | " and its meaning: ``2026``, ``2026-03``, ``2026-03-14`` or ``2026-01..2026-06`` fall due with
their last day; ``>`` begins there; ``~`` goes on, perhaps between the days that follow; a comma parts milestones;
``?`` has its year from the document's date; ``-`` is no certain date, which is to be doubted; ``none`` no term at all.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from mrdb.domain.period import PeriodKind

Meaning = tuple[PeriodKind, date | None, date | None, bool]
"""Kind, first and last day, and whether the year is the document's."""
_KINDS = {">": PeriodKind.START, "~": PeriodKind.CONTINUOUS}


def truths(text: str) -> Iterator[tuple[str, str]]:
    """Phrases with their meaning; one of several lines has it behind the last."""
    phrase: list[str] = []
    for line in text.strip().splitlines():
        said, bar, meaning = line.rpartition(" | ")
        phrase.append(said if bar else line)
        if bar:
            yield "\n".join(phrase), meaning
            phrase.clear()


def meanings(code: str) -> list[Meaning]:
    return [] if code in ("-", "none") else [_meaning(one) for one in code.split(",")]


def _meaning(code: str) -> Meaning:
    kind = _KINDS.get(code[0], PeriodKind.DEADLINE)
    first, dots, last = code.strip(">~?").partition("..")
    ends = _ends(first)[0], _ends(last if dots else first)[1]
    return kind, *ends, code.endswith("?")


def _ends(code: str) -> tuple[date | None, date | None]:
    if not code:
        return None, None
    year, month, day = (*map(int, code.split("-")), 0, 0)[:3]
    first, last = month or 1, month or 12
    return date(year, first, day or 1), date(year, last, day or monthrange(year, last)[1])


DUTCH = """
31/03/2026 | 2026-03-31
uiterlijk 15 juni 2026 | 2026-06-15
uiterlijk eind maart 2026 | 2026-03-21..2026-03-31
Tegen midden 2026 | 2026-06..2026-07
ten laatste op 30/06/2026 | 2026-06-30
voor 1 september 2026 | 2026-08-31
vóór de zomer van 2026 | 2026-05-31
tegen de zomer 2026 | 2026-06..2026-08
tegen april | 2026-04?
tegen november | 2025-11?
eind november | 2025-11-21..2025-11-30?
eerste kwartaal | 2026-01..2026-03?
vierde kwartaal | 2025-10..2025-12?
tweede semester | 2025-07..2025-12?
voorjaar | 2026-01..2026-06?
zomer | 2026-06..2026-08?
begin januari | 2026-01-01..2026-01-10?
vanaf februari | >2026-02?
vanaf december | >2025-12?
5 oktober | 2026-10-05?
20 oktober | 2025-10-20?
voor oktober | 2026-09-30?
eind dit jaar | 2025-10..2025-12?
begin volgend jaar | 2026-01..2026-03?
in de loop van volgend jaar | 2026?
Q1 '26 | 2026-01..2026-03
Q2/2026 | 2026-04..2026-06
2026 Q3 | 2026-07..2026-09
2026-Q4 | 2026-10..2026-12
Q2-Q3 2026 | 2026-04..2026-09
4de kwartaal 2025 | 2025-10..2025-12
laatste kwartaal van 2026 | 2026-10..2026-12
eerste trimester 2026 | 2026-01..2026-03
kwartaal 2 2026 | 2026-04..2026-06
2e jaarhelft 2026 | 2026-07..2026-12
S1 2027 | 2027-01..2027-06
semester 2 van 2026 | 2026-07..2026-12
eerste helft 2026 | 2026-01..2026-06
winter 2026/2027 | 2026-12..2027-02
herfst 2026 | 2026-09..2026-11
eindejaar 2026 | 2026-10..2026-12
begin-2027 | 2027-01..2027-03
2026-2028 | 2026..2028
2026 t/m 2028 | 2026..2028
van januari 2026 tot juni 2027 | 2026-01..2027-06
jan - mrt 2026 | 2026-01..2026-03
september–december 2026 | 2026-09..2026-12
van 2 tot 6 maart 2026 | 2026-03-02..2026-03-06
12-03-2026 | 2026-03-12
14-mrt-2026 | 2026-03-14
14-mrt-26 | 2026-03-14
2026-05 | 2026-05
2026/05/28 | 2026-05-28
5.6.2026 | 2026-06-05
vrijdag 12 juni 2026 | 2026-06-12
donderdag 12 juni 2026 | -
week 20 2026 | 2026-05-11..2026-05-17
week 3 van 2026 | 2026-01-12..2026-01-18
week 60 2026 | -
week van 9 maart 2026 | -
laatste week van augustus 2026 | -
eerste helft van mei 2026 | -
schooljaar 2026-2027 | 2026-09..2027-08
academiejaar 2025-2026 | 2025-09..2026-08
academiejaar 26-27 | 2026-09..2027-08
AJ 2025/2026 | 2025-09..2026-08
werkjaar 2026 | -
start schooljaar 2026-2027 | >2026-09..2027-08
einde schooljaar 2025-2026 | -
eerste semester AJ 2026-2027 | -
vanaf 2028 | >2028
vanaf 1/1/2026 | >2026-01-01
met ingang van 1 juli 2026 | >2026-07-01
start: Q1 2026 | >2026-01..2026-03
ten vroegste in 2027 | >2027
sinds 2023 | >2023
na de zomer van 2026 | >2026-09-01
na Pasen 2026 | -
na de stuurgroep van mei 2026 | -
na akkoord van de directie in april 2026 | -
na goedkeuring door DGD (maart 2026) | -
zodra de nieuwe directeur start in mei 2026 | -
vanaf de algemene vergadering in juni 2026 | -
indien budget beschikbaar in 2026 | -
afhankelijk van de begroting 2026 | -
onder voorbehoud van financiering: Q2 2026 | -
voor de bestuursvergadering van maart 2026 | -
in voorbereiding van het MJP 2027-2031 | -
reeds opgestart in 2023 | >2023
Gestart in maart 2025 | >2025-03
reeds gerealiseerd in 2024 | -
al gebeurd in 2025 | -
niet voor 2027 | -
niet meer haalbaar in 2026 | -
Niet in 2026 | -
pas in 2028 | -
geen capaciteit in 2026 | -
juni 2026 niet gehaald | -
maart 2026 verschoven naar november 2026 | 2026-11
Q2 2025 verschoven naar Q2 2026 | 2026-04..2026-06
voorjaar 2025, nu voorjaar 2026 | 2026-01..2026-06
Q1 2026 uitgesteld naar Q3 2026 | 2026-07..2026-09
eerst maart 2026, nu september 2026 | 2026-09
oorspronkelijk december 2025, verschoven naar juni 2026 | 2026-06
verlengd tot eind 2027 | 2027-10..2027-12
uitgesteld (was juni 2026) | -
juni 2026, uitgesteld | -
mei 2026 geannuleerd | -
jaarlijks, in het voorjaar | ~
jaarlijks (oktober) | ~
jaarlijks: elk jaar in maart | ~
elk najaar | ~
telkens in mei | ~
telkens bij een nieuw project | -
elke drie maanden | ~
elk kwartaal, te beginnen in Q1 2026 | ~2026-01..
Jaarlijkse evaluatie in juni | -
jaarlijks vanaf 2026 | ~2026..
doorlopend | ~
Continu | ~
doorlopend vanaf september 2026 | ~2026-09..
doorlopend (2026-2028) | ~
Doorlopend, eerste rapport juni 2026 | ~,2026-06
binnen 3 maanden | -
binnen de 6 maanden na goedkeuring | -
6 maanden na 1 maart 2026 | -
twee weken voor 15 mei 2026 | -
T + 3 maanden | -
T0+6m | -
M+12 | -
KT | -
MLT | -
korte termijn | -
op lange termijn (2030) | -
zo snel mogelijk | -
onmiddellijk | -
nog te bepalen | -
te bekijken met de partners | -
n.v.t. | none
nvt | none
geen deadline | none
Geen termijn | none
/ | none
- | none
lopend | -
afgerond | -
maart en september 2026 | -
begin of eind 2026 | -
mei of juni 2026 | -
eerste en tweede kwartaal 2026 | -
1e en 2e semester 2026 | -
maart 2026? | -
maart 2026 of later | -
< juni 2026 | -
dec 26 | -
mrt '26 | 2026-03
03/26 | -
31/04/2026 | -
2025/2026 | -
Nota: maart 2026; goedkeuring: juni 2026 | 2026-03,2026-06
- Ontwerp: januari 2026
- Uitvoering: vanaf september 2026 | 2026-01,>2026-09
Fase 1: Q1 2026, fase 2: Q3 2026 | 2026-01..2026-03,2026-07..2026-09
Eerste ontwerp (februari 2026) | 2026-02
Bespreking op RvB van maart 2026 | 2026-03
Rapport klaar tegen 15/10/2026 | 2026-10-15
Strategie 2027-2031 klaar tegen juni 2026 | 2026-06
Evaluatie MJP 2022-2026 | -
Budget 2026 | -
Juni 2026: voorstel aan RvB na consultatie | 2026-06
Overleg na consultatie, uiterlijk mei 2026 | 2026-05
Maandelijks teamoverleg | ~
tussen nu en juni 2026 | 2026-06
in de tweede helft van november 2026 | -
kerst 2026 | -
grote vakantie | -
eind Q2 2026 | 2026-06
half mei 2026 | 2026-05-11..2026-05-20
eind juni/begin juli 2026 | 2026-06-21..2026-07-10
einde project | -
voor het einde van het jaar | 2025-10..2025-12?
tegen volgende AV | -
rond maart 2026 | 2026-03
heel 2026 | -
per 1 januari 2027 | -
evaluatie van in 2024 gestarte projecten | -
2 workshops in 2026 | 2026
15 scholen tegen 2027 | 2027
in 2026 scholen bereiken | -
Uitrol 2026 - 2027 | -
20/10 | -
tegen 20/11 | 2025-11-20?
zomervakantie 2026 | 2026-07..2026-08
eerste week na de paasvakantie 2026 | -
opstart in januari 2026, afronding in december 2026 | 2026-01,2026-12
Voorstel op de RvB van 12 december 2025 | 2025-12-12
tussen de zomer en het najaar van 2026 | 2026-06..2026-12
uiterlijk bij de opmaak van de begroting 2027 | -
in het kader van het nieuwe programma 2027-2031 | -
elke eerste maandag van de maand | ~
2 keer per jaar (mei + november) | ~
gefaseerd: 2026 (pilot), 2027 (uitrol) | -
dec. '25 | 2025-12
Half 2026 | 2026-06..2026-07
Oktober 2025 (gerealiseerd) | 2025-10
Gerealiseerd (september 2025) | -
al lopende, af te ronden tegen Q2 2026 | 2026-04..2026-06
nov/dec 2025 | 2025-11..2025-12
Volgende RvB | -
bij het begin van elk werkjaar | -
januari 2026 tot en met maart 2026 | 2026-01..2026-03
maandelijks vanaf januari 2026 | ~2026-01..
1 x per kwartaal | ~
Deadline: eind oktober 2026! | 2026-10-21..2026-10-31
tweede week februari 2026 | -
start na het verlof van Els (maart 2026) | -
afhankelijk van goedkeuring door FOD in 2026 | -
deels 2026, deels 2027 | -
van zodra mogelijk in 2026 | -
tot uiterlijk 28 februari 2026 | 2026-02-28
mei-juni | 2026-05..2026-06?
sept-okt 2026 | 2026-09..2026-10
september | 2026-09?
binnenkort | -
20 december a.s. | 2025-12-20?
na 2026 | >2027-01-01
einde Q3 | 2026-09?
over 2 jaar | -
in 2026 en 2027 | -
Tegen de volgende algemene vergadering (juni 2026) | 2026-06
Voorlegging aan RvB: 15 december | 2025-12-15?
Najaar '26 | 2026-09..2026-12
tegen het najaar | 2025-09..2025-12?
het volledige jaar 2026 | 2026
2026 en volgende jaren | -
2026 e.v. | -
2026+ | -
Vanaf Q2 | >2026-04..2026-06?
Q1/Q2 2026 | 2026-01..2026-06
K1 2026 | -
1ste kw. 2026 | 2026-01..2026-03
begin Q2 2026 | 2026-04
medio Q3 2026 | 2026-08
Eind sem. 1 2026 | 2026-06
tegen eind schooljaar | -
elk jaar in de maand mei | ~
ieder kwartaal | ~
minstens 2x per jaar | ~
wekelijks op maandag | ~
jaarlijks tegen 31 maart | ~
tweejaarlijks (2026, 2028) | -
een keer per jaar, in september | ~
permanent vanaf 1 januari 2026 | ~2026-01-01..
vanaf januari 2026 maandelijks | ~2026-01..
Continu proces, evaluatie eind 2026 | 2026-10..2026-12
gestart in 2024, loopt door tot 2027 | >2024,2027
lopend sinds 2024 | >2024
opgestart, klaar tegen maart 2026 | 2026-03
was voorzien voor juni 2025 | -
voorzien in juni 2026 | 2026-06
gepland op 12 maart 2026 | 2026-03-12
ingepland: 12/03/2026 | 2026-03-12
deadline verschoven van maart 2026 naar juni 2026 | 2026-06
verlengd met 6 maanden tot juni 2026 | 2026-06
doorgeschoven naar programma 2027-2031 | 2027..2031
wordt herbekeken in 2027 | 2027
niet voorzien in 2026, wel in 2027 | -
vervalt vanaf 2026 | >2026
zonder einddatum | none
geen einddatum voorzien | -
nog geen datum | -
datum te bepalen | -
? | -
x | -
ok | -
ja | -
2026 (onder voorbehoud) | -
afhankelijk van subsidie, ten vroegste 2027 | >2027
na ontvangst van de subsidie, vermoedelijk maart 2026 | -
3 maanden na de start van het project in januari 2026 | -
max. 6 maanden na goedkeuring, dus voor eind 2026 | 2026-10..2026-12
een maand voor de AV van 13 juni 2026 | -
aansluitend op de evaluatie van 2026 | -
bij de start van het nieuwe programma in 2027 | 2027
tijdens de planningsdagen van januari 2026 | 2026-01
op de teamdag van 6 februari 2026 | 2026-02-06
uiterlijk week 10 2026 | 2026-03-02..2026-03-08
wk 45 | 2025-11-03..2025-11-09?
in week 45 | 2025-11-03..2025-11-09?
eerste week van 2026 | -
de eerste 3 maanden van 2026 | -
komende zomer | -
dit voorjaar | 2026-01..2026-06?
deze maand | -
volgende maand | -
binnen het jaar | -
binnen 2 jaar (2027) | -
tegen 2030 | 2030
horizon 2030 | -
1 jan '26 - 31 dec '26 | 2026-01-01..2026-12-31
01/01/26-31/12/26 | 2026-01-01..2026-12-31
1/1 t.e.m. 30/6/2026 | 2026-01-01..2026-06-30
van 1 tot 15 november | 2025-11-01..2025-11-15?
december 2025 – februari 2026 | 2025-12..2026-02
dec-feb | -
zomer-najaar 2026 | 2026-06..2026-12
do 12/03/2026 | 2026-03-12
12 en 19 maart 2026 | -
12.03.26 | -
2026-2027-2028 | -
2026, 2027 | -
maart ’26 | 2026-03
3/2026 | 2026-03
april: ontwerp, juni: definitief | 2026-04?,2026-06?
april 2026: ontwerp, juni 2026: definitief | 2026-04,2026-06
Ontwerp april 2026, definitief juni 2026 | 2026-04,2026-06
Stap 1 - maart 2026; stap 2 - mei 2026 | 2026-03,2026-05
1) maart 2026 2) mei 2026 | -
Schrijven strategie 2027-2031: jan-jun 2026 | 2026-01..2026-06
Jaarplan 2026 | -
bij opmaak jaarplan 2027 (najaar 2026) | 2026-09..2026-12
evaluatie in 2026 van acties uit 2024 | 2026
Goedgekeurd op RvB 12/09/2025 | -
zie jaarplan 2026 | -
zie actie 2.1 | -
KT (2026) | -
KT: Q1 2026 | 2026-01..2026-03
MLT (2027-2028) | -
hoog | -
prioritair, Q4 2025 | 2025-10..2025-12
100% tegen 2027 | 2027
50 vrijwilligers tegen juni 2026 | 2026-06
Aan te vatten in november 2025 | 2025-11
Af te werken tegen Pasen | -
Ten laatste met de jaarrekening 2025 | -
na de evaluatie (Q3 2026) | -
Vóór 2027 | 2026-12-31
vóór 15/11 | 2025-11-14?
ten laatste 15 november | 2025-11-15?
half oktober | 2025-10-11..2025-10-20?
begin oktober | 2026-10-01..2026-10-10?
nog dit jaar | 2025?
in het najaar | 2025-09..2025-12?
in de winter | 2025-12..2026-02?
najaar en voorjaar | -
najaar 2025 en voorjaar 2026 | 2025-09..2025-12,2026-01..2026-06
elk voorjaar, te beginnen in 2026 | ~2026..
elke zomer | ~
jaarlijkse terugkoppeling op de AV (juni) | -
maandelijks, vanaf februari 2026 | ~2026-02..
bij elke RvB | -
per kwartaal | ~
permanent aandachtspunt | -
blijvend | -
loopt | -
structureel vanaf 2026 | >2026
eenmalig, maart 2026 | 2026-03
op termijn | -
middellange termijn | -
2026-2027 (MLT) | -
volgende programmacyclus | -
DGD-programma 2027-2031 | -
in de nieuwe beleidsperiode vanaf 2027 | >2027
uitvoering vanaf 1 september 2026, evaluatie in juni 2027 | >2026-09-01,2027-06
voorbereiding najaar 2025, uitvoering 2026 | -
2025: verkenning; 2026: uitvoering; 2027: evaluatie | 2025,2026,2027
- Q4 2025: lastenboek
- Q1 2026: gunning
- vanaf Q2 2026: uitvoering | 2025-10..2025-12,2026-01..2026-03,>2026-04..2026-06
verkennend gesprek in november, beslissing in maart | -
13 oktober 2025 | 2025-10-13
sinds begin 2025 | >2025-01..2025-03
sinds september | -
al sinds 2020 | >2020
al langer bezig | -
in uitvoering | -
gepland | -
on hold | -
vervallen | -
niet langer relevant | -
geschrapt (was Q2 2026) | -
eerder gepland in 2025, wordt 2026 | -
dient nog ingepland te worden, ten vroegste Q2 2026 | >2026-04..2026-06
hangt af van de nieuwe regering (2026) | -
wanneer de nieuwe website er is (maart 2026) | -
eens het dossier is ingediend in april 2026 | -
mits akkoord tegen juni 2026 | 2026-06
na 1 januari 2027 | >2027-01-02
voor 1 januari 2027 | 2026-12-31
tot en met 2027 | 2027
t.e.m. juni 2026 | 2026-06
t/m 30/06/2026 | 2026-06-30
binnen 14 dagen | -
2 maanden voor het einde van het project | -
10 dagen in maart 2026 | 2026-03
3 vormingen: maart, juni en september 2026 | -
op 3, 10 en 17 maart 2026 | -
3 en 4 maart 2026 | -
weekend van 14 maart 2026 | -
eind maart, begin april 2026 | -
maart 26 | -
feb.-mrt. 2026 | 2026-02..2026-03
1ste helft 2026 | 2026-01..2026-06
eerste jaarhelft | 2026-01..2026-06?
2de sem. 2026 | 2026-07..2026-12
trimester 1 2026 | 2026-01..2026-03
Q4 | 2025-10..2025-12?
Q1 | 2026-01..2026-03?
Q5 2026 | -
13/13/2026 | -
2062 | -
1026 | -
15 juni 2206 | -
schooljaar '26-'27 | 2026-09..2027-08
werkjaar 2025-2026 | 2025-09..2026-08
tijdens het schooljaar 2025-2026 | 2025-09..2026-08
voor de start van het schooljaar 2026-2027 | -
in 2025 opgestart project | -
opvolging van de beslissing van 12 mei 2025 | -
cf. nota van 3 maart 2026 | -
versie 2026 | -
Tegen eind maart '26 met update in juni | -
uiterlijk 31 december 2026 (met mogelijke verlenging tot 2027) | -
Lancering najaar 2026 | 2026-09..2026-12
oplevering tegen 30 april | 2026-04-30?
herwerking afsprakennota, Q1 2026 | 2026-01..2026-03
goed te keuren door de AV van juni 2026 | 2026-06
te bespreken op stuurgroep 20/01/2026 | 2026-01-20
bespreking stuurgroep januari; beslissing RvB maart | 2026-01?,2026-03?
te agenderen zodra de nota klaar is | -
kan pas na aanwerving van een medewerker (2026) | -
ten vroegste eind 2026 | >2026-10..2026-12
uiterlijk 3 maanden voor de start van het programma 2027-2031 | -
in lijn met het MJP 2026-2030 | -
2026 (1e helft) | -
1e helft van het jaar | -
gespreid over 2026 en 2027 | -
verspreid over het jaar 2026 | 2026
over het hele jaar | -
om het jaar | -
om de twee jaar, volgende in 2026 | 2026
jaarlijks in januari (vanaf 2027) | ~2027..
jaarlijks, eerste keer in maart 2026 | 2026-03
minimaal jaarlijks | ~
niet van toepassing | none
geen specifieke timing | -
doorlopend vanaf najaar | ~2025-09..?
reeds lopend, evaluatie in december 2026 | 2026-12
lopende, einde voorzien in juni 2026 | 2026-06
wordt meegenomen in planning 2026 | -
planning 2026 | -
Jaarplanning 2026: september 2025 | 2025-09
september 2025 | 2025-09
gebeurd op 12/06/2025 | -
op de RvB van 12/06/2025 goedgekeurd | -
Vanaf heden | -
Vanaf nu, doorlopend | ~
start najaar, eind voorjaar | -
startend in september 2026 | >2026-09
van start in september 2026 | >2026-09
volgt in 2026 | 2026
Bij herziening ToC in 2026 | 2026
Ten tijde van de mid-term (2029) | -
1 januari 2027 van kracht | 2027-01-01
treedt in werking op 1 januari 2027 | 2027-01-01
1/01/2027 | 2027-01-01
01-2026 | 2026-01
0/2026 | -
2026-13 | -
eind Q4 2025 | 2025-12
tegen de eindejaarsperiode 2026 | -
eerste RvB van 2026 | -
3e week van januari 2026 | -
Eerste versie januari 2026 | 2026-01
Nog te plannen in voorjaar 2026 | 2026-01..2026-06
ism HR, tegen 1 mei 2026 | 2026-05-01
Voor 31/12 | 2025-12-30?
Ruim voor de zomer van 2026 | -
tijdens zomer 2026 | 2026-06..2026-08
vanaf nu tot eind 2026 | 2026-10..2026-12
januari '26 -> juni '26 | -
van Q1 tot Q3 2026 | 2026-01..2026-09
Binnen de lopende beleidsperiode (t.e.m. 2026) | 2026
2026 – opmaak; 2027 – uitvoering | 2026,2027
Niet prioritair, ten vroegste 2028 | >2028
voorlopig niet | -
pilootfase tot juni 2026, daarna evaluatie | 2026-06
na pilootfase (tot juni 2026) | 2026-06
halfjaarlijks | ~
zesmaandelijks, vanaf juli 2026 | ~2026-07..
aanpassing statuten: BAV 12 december 2025 | 2025-12-12
Zie 3.2 (najaar 2026) | -
idem | -
zelfde timing als 1.1 | -
1.1: maart 2026, 1.2: juni 2026 | 2026-03,2026-06
gestart, volgende stap in januari 2026 | 2026-01
elke 2 jaar | ~
tot herziening van het beleid in 2027 | -
tot 2026 | 2026
oktober 2026 - maart 2027 | 2026-10..2027-03
Tegen 1/9 | -
Tegen 01/09 | 2026-09-01?
RvB maart | 2026-03?
zo spoedig mogelijk na de AV | -
voor zomer 2026 | 2026-05-31
vóór zomer | 2026-05-31?
eind juni: voorstel | 2026-06-21..2026-06-30?
vanaf schooljaar 2026-2027 | >2026-09..2027-08
in het schooljaar '25-'26 | 2025-09..2026-08
Q1 2027 of eerder | -
maximaal 2 jaar | -
Gedurende het programma 2022-2026 | -
afronding voorzien voor einde Q1 2026 | 2026-03
opvolging 2x/jaar | -
elk semester een rapport | ~
tussentijds in 2026, finaal in 2027 | 2026,2027
tot nader order | -
In 2026: onderzoek; in 2027: implementatie | 2026,2027
Aanwerving (januari 2026), inwerking (tot juni 2026) | -
overleg HR-dienst op 12/11 | 2025-11-12?
klaar (12/06/2025) | -
niet gestart | -
najaar 2025 (RvB van november) | 2025-09..2025-12
verwacht: voorjaar 2026 | 2026-01..2026-06
bij volgende evaluatie, ten laatste 2028 | 2028
"""

ENGLISH = """
March 2026 | 2026-03
by March 2026 | 2026-03
By the end of March 2026 | 2026-03-21..2026-03-31
by end 2026 | 2026-10..2026-12
by the end of 2026 | 2026-10..2026-12
end of 2026 | 2026-10..2026-12
End-2026 | 2026-10..2026-12
mid 2026 | 2026-06..2026-07
Mid-March 2026 | 2026-03-11..2026-03-20
early 2027 | 2027-01..2027-03
late 2026 | 2026-10..2026-12
beginning of 2026 | 2026-01..2026-03
year-end 2026 | 2026-10..2026-12
by year end | 2025-10..2025-12?
before year-end 2026 | 2026-10..2026-12
before the end of the year | 2025-10..2025-12?
end of the year | 2025-10..2025-12?
by the end of next year | 2026-10..2026-12?
next year | 2026?
end of Q1 2026 | 2026-03
by the end of the first quarter of 2026 | 2026-03
first quarter 2026 | 2026-01..2026-03
1st quarter of 2026 | 2026-01..2026-03
Quarter 3 2026 | 2026-07..2026-09
Q4 2025 | 2025-10..2025-12
Q1-2026 | 2026-01..2026-03
Q1 – Q2 2026 | 2026-01..2026-06
Q3 | 2026-07..2026-09?
Q4 | 2025-10..2025-12?
second half of 2026 | 2026-07..2026-12
First semester 2026 | 2026-01..2026-06
H2 2026 | 2026-07..2026-12
spring 2026 | 2026-03..2026-05
in the autumn of 2026 | 2026-09..2026-11
summer 2026 | 2026-06..2026-08
Fall 2026 | 2026-09..2026-11
31 December 2026 | 2026-12-31
December 31, 2026 | 2026-12-31
31st of December 2026 | 2026-12-31
by 1st June 2026 | 2026-06-01
15-Jun-2026 | 2026-06-15
15-Jun-26 | 2026-06-15
2026/06 | 2026-06
2026/06/15 | 2026-06-15
June | 2026-06?
by November | 2025-11?
in May | 2026-05?
Dec 15 | -
Jun 26 | -
Sept-26 | -
no later than 30 June 2026 | 2026-06-30
not later than June 2026 | 2026-06
at the latest by June 2026 | 2026-06
before 1 July 2026 | 2026-06-30
before the summer of 2026 | 2026-05-31
before 2027 | 2026-12-31
until December 2026 | 2026-12
through 2027 | -
from January 2026 | >2026-01
from 2027 onwards | >2027
As of January 2027 | >2027-01
as from 1 September 2026 | >2026-09-01
starting in 2026 | >2026
Starting January 2026 | >2026-01
since 2022 | >2022
after June 2026 | >2026-07-01
from January to June 2026 | 2026-01..2026-06
January - June 2026 | 2026-01..2026-06
between March and May 2026 | 2026-03..2026-05
March to May 2026 | 2026-03..2026-05
1 to 15 March 2026 | 2026-03-01..2026-03-15
2026 to 2028 | 2026..2028
2026 | 2026
during 2026 | 2026
throughout 2026 | -
in the course of 2026 | 2026
Planned for 2026 | 2026
scheduled for May 2026 | 2026-05
academic year 2026-2027 | 2026-09..2027-08
school year 2025/26 | 2025-09..2026-08
FY 2026 | -
FY26 | -
fiscal year 2026/27 | -
ongoing | ~
On-going | -
Continuous | ~
Ongoing until 2027 | ~..2027
ongoing from 2026 | ~2026..
Annually | ~
every year in May | ~
Annually, in November | ~
Quarterly | ~
Each quarter | ~
twice a year | ~
Annual report 2026 | -
Annual review in June | -
Monthly meetings | ~
Ongoing, with first report by June 2026 | ~,2026-06
after approval of the strategy in June 2026 | -
once approved by the Board in March 2026 | -
following the March 2026 Board meeting | -
pending funding, 2026 | -
subject to availability of funds - Q2 2026 | -
if resources allow, by end 2026 | 2026-10..2026-12
upon completion of the 2026 audit | -
depending on the 2026 budget | -
within 3 months | -
within six months of approval | -
3 months after 1 June 2026 | -
two weeks before 1 June 2026 | -
short term | -
Medium-term | -
long-term (2030) | -
ASAP | -
immediate | -
TBD | -
to be confirmed | -
Completed | -
No due date | none
no deadline established | none
N/A | none
None | none
not in 2026 | -
no longer planned for 2026 | -
not before 2027 | >2027
never | -
Already started in 2024 | >2024
started in January 2025 | >2025-01
already completed in 2024 | -
completed in June 2025 | -
Q2 2026 moved to Q4 2026 | 2026-10..2026-12
postponed to 2027 | 2027
originally June 2026, now December 2026 | 2026-12
Initially planned for June 2026 | -
June 2026 (postponed) | -
June 2026 - cancelled | -
extended until June 2027 | 2027-06
March or April 2026 | -
Q1 and Q2 2026 | -
early or mid 2026 | -
June 2026 or later | -
June 2026 onwards | -
first week of June 2026 | -
last Friday of March 2026 | -
week of 8 June 2026 | -
half of 2026 | -
second half of June 2026 | -
TOR drafted by January 2026; report by June 2026 | 2026-01,2026-06
Guidelines: June 2026 | 2026-06
Draft strategy by March 2026, final version by June 2026 | 2026-03,2026-06
June 2026: final report after consultation | 2026-06
Board meeting of June 2026 | 2026-06
Training of 20 people in 2026 | 2026
may be revised in 2027 | 2027
The team may decide | -
March for peace | -
2026 Strategic Plan | -
Strategic Plan 2026-2029 | -
end of project | -
mid-term review | -
end of programme (2026) | -
12/31/2026 | -
feedback from 2025 | -
Time frame: 2026 | 2026
Due: 30/06/2026 | 2026-06-30
2009 2010 | -
2025 - 2026 | 2025..2026
last quarter of 2025 | 2025-10..2025-12
by 2030 | 2030
by December | 2025-12?
30 days | -
Done by Q3 2025 | 2025-07..2025-09
By the third quarter of 2026 | 2026-07..2026-09
Q1, 2026 | 2026-01..2026-03
1Q 2026 | -
2Q26 | -
Jan-Mar 2026 | 2026-01..2026-03
Jan – Dec 2026 | 2026-01..2026-12
Nov. 2025 | 2025-11
Within the first six months of 2026 | -
In line with the 2026 workplan | -
Next annual planning (Nov 2025) | 2025-11
Prior to the June 2026 Executive Board | -
By the June 2026 Executive Board | 2026-06
Annual, starting 2026 | ~2026..
Every six months | ~
Continuous, from Q1 2026 | ~2026-01..
Started, to be finalised in March 2026 | 2026-03
Under way, expected completion June 2026 | 2026-06
Expected: mid-2026 | 2026-06..2026-07
Implemented in 2023 | -
Immediately and ongoing | ~
Spring/summer 2026 | 2026-03..2026-08
30 Apr 26 | -
30/4/26 | 2026-04-30
4th quarter | 2025-10..2025-12?
By 31 January | 2026-01-31?
Not applicable | none
n.a. | none
No deadline | none
Before end of March | 2026-03-21..2026-03-31?
Throughout the programme (2027-2031) | -
New programme phase | -
Delayed to Q2 2026 | 2026-04..2026-06
Deferred | -
To be completed not later than the end of September 2026 | 2026-09-21..2026-09-30
2026 (first half) | -
2026-27 | -
June 2026 at the latest | 2026-06
June/July 2026 | 2026-06..2026-07
by Q4 | 2025-10..2025-12?
By end Q1 | 2026-03?
end of March | 2026-03-21..2026-03-31?
first quarter of next year | 2026-01..2026-03?
in the coming year | -
over the next 12 months | -
by the next Board meeting | -
by the Board meeting in March 2026 | 2026-03
at the March 2026 Board meeting | 2026-03
before the March 2026 Board meeting | -
as soon as funding is secured (2026) | -
when the new ED starts in 2026 | -
January 2026 – ongoing | ~2026-01..
Ongoing since 2023 | ~2023..
ongoing throughout 2026 | -
Ongoing (review in June 2026) | ~,2026-06
ongoing, to be completed by June 2026 | ~,2026-06
Already in place since 2024 | >2024
in place since January 2024 | >2024-01
Launched in 2023 and ongoing | >2023,~
has been completed in Q2 2025 | -
done (June 2025) | -
planned to start in Q1 2026 | 2026-01..2026-03
to start in January 2026 | 2026-01
Start Q1 2026 | >2026-01..2026-03
Starts in Q1 2026 | 2026-01..2026-03
Start: 01/2026, end: 12/2026 | >2026-01,2026-12
01/2026 - 12/2026 | 2026-01..2026-12
Jan 2026 to Dec 2026 | 2026-01..2026-12
Jan. to March 2026 | 2026-01..2026-03
2026 Q1-Q2 | 2026-01..2026-06
Q1 FY26 | -
FY2026 Q2 | -
SY 2026-2027 | -
2026 onwards | -
from Q2 2026 onward | >2026-04..2026-06
effective 1 January 2026 | >2026-01-01
effective January 2027 | >2027-01
not started; revised to Dec 2026 | 2026-12
revised deadline: December 2026 | 2026-12
new target date: 30 June 2026 | 2026-06-30
initially Dec 2025; now June 2026 | 2026-06
rescheduled from Q1 to Q3 2026 | -
slipped to 2027 | 2027
cancelled | -
on hold until 2027 | -
no action before 2027 | -
not planned in 2026 | -
unless funded in 2026 | -
every two years, next in 2027 | 2027
each January | ~
annually in Q1 | ~
annually by 31 March | ~
every 1 July | ~
bi-annually | -
Semi-annually | ~
Monthly from January 2026 | ~2026-01..
at least once a year | ~
last week of June 2026 | -
week 24, 2026 | 2026-06-08..2026-06-14
week 24 | 2026-06-08..2026-06-14?
w/c 8 June 2026 | -
mid-June to mid-July 2026 | 2026-06-11..2026-07-20
early to mid 2026 | -
mid-year 2026 | 2026-06..2026-07
end of school year 2025-2026 | -
during the 2026 rainy season | -
dry season 2026 | -
June 2026 (tbc) | -
June 2026 (approx.) | 2026-06
around June 2026 | 2026-06
circa Q2 2026 | 2026-04..2026-06
2026/2027 | -
2026–2030 | 2026..2030
30.06.2026 | 2026-06-30
30-06-2026 | 2026-06-30
June 30th, 2026 | 2026-06-30
30th June | 2026-06-30?
June 30 | -
Sat 30 May 2026 | 2026-05-30
06-2026 | 2026-06
2026-06-30T00:00 | -
2026-06-30 00:00:00 | 2026-06-30
High priority - Q2 2026 | 2026-04..2026-06
Short-term (by Q2 2026) | 2026-04..2026-06
Short-term (0-6 months) | -
within 2026 | 2026
within Q1 2026 | 2026-01..2026-03
within 90 days | -
90 days after signature | -
TBD 2026 | -
same as 1.1 | -
see above | -
UNDAF 2026-2030 | -
part of the 2026 audit | -
for 2026 | -
for the 2026 budget | -
Policy drafted Q1 2026, approved Q2 2026, rolled out Q3 2026 | 2026-01..2026-03,2026-04..2026-06,2026-07..2026-09
a) March 2026 b) June 2026 | -
Dec 2025 / Mar 2026 | 2025-12..2026-03
Q4 2025/Q1 2026 | 2025-10..2026-03
Q4 2025 to Q2 2026 | 2025-10..2026-06
By Q2/Q3 2026 | 2026-04..2026-09
End Q3 | 2026-09?
mid-November | 2025-11-11..2025-11-20?
mid-October | 2025-10-11..2025-10-20?
early October | 2026-10-01..2026-10-10?
Christmas 2025 | -
Summer | 2026-06..2026-08?
this summer | 2026-06..2026-08?
next month | -
last quarter 2025 | 2025-10..2025-12
31/12 | -
31 Dec | 2025-12-31?
31-Dec | 2025-12-31?
Dec-2026 | 2026-12
Dec/2026 | 2026-12
2026, Q2 | -
Q2, FY 2026 | -
Sep-Dec 2026 | 2026-09..2026-12
Sept 2026 – Feb 2027 | 2026-09..2027-02
from Sept 2026 until Feb 2027 | 2026-09..2027-02
1 March 2026 - 30 April 2026 | 2026-03-01..2026-04-30
March 1-15, 2026 | -
1-15 March 2026 | 2026-03-01..2026-03-15
March 1 to April 15, 2026 | -
the second quarter of 2026 | 2026-04..2026-06
second quarter, 2026 | 2026-04..2026-06
for the first quarter of 2026 | 2026-01..2026-03
until further notice | -
until the end of 2026 | 2026-10..2026-12
not until 2027 | -
prior to July 2026 | 2026-06-30
no later than Q1 2026 | 2026-01..2026-03
at latest end of June 2026 | 2026-06-21..2026-06-30
three months from approval | -
six months from January 2026 | -
within 6 months of January 2026 | -
after the elections of 2026 | -
after the 2026 elections | -
after finalisation of the CPD in 2026 | -
contingent on funding in 2026 | -
provided funds are available by June 2026 | 2026-06
when resources permit | -
if approved, Q3 2026 | -
as needed | -
as required, at least annually | ~
on a rolling basis | -
regularly | -
every 3 months | ~
monthly in 2026 | ~2026..2026
quarterly, starting Q1 2026 | ~2026-01..
each year by 31 March | ~
annual (Q4) | ~
annual update in Q4 | -
yearly in March | ~
biennial | -
Recurring | -
Achieved | -
achieved in March 2025 | -
Overdue (was due June 2025) | -
extended from June 2025 to December 2026 | -
Extended to 31 December 2026 | 2026-12-31
postponed | -
originally due Q4 2025 | -
Not applicable anymore since 2025 | -
no action needed | -
No further action in 2026 | -
discontinued in 2025 | -
Under discussion, decision expected in May 2026 | 2026-05
TBC (likely Q2 2026) | -
2026-2030 Strategic Plan | -
in the 2026-2030 strategic plan | -
2026 AWP | -
AWP 2026 | -
as part of the 2027 budget cycle | -
in time for the 2026 HLPF | -
during the next programme cycle (2027-2031) | -
Report submitted 12 March 2026 | 2026-03-12
Draft: March 2026. Final: May 2026 | 2026-03,2026-05
Draft (March 2026), final (May 2026) | -
ToR by Dec 2025, consultant hired by Feb 2026 and report by May 2026 | 2025-12,2026-02,2026-05
Phase I - 2026, Phase II - 2027 | -
March 2026 (phase 1) and September 2026 (phase 2) | -
2 days in May 2026 | 2026-05
May 2026 may be too early | -
fall 2026 | 2026-09..2026-11
fall back option in 2026 | 2026
on 5 May | 2026-05-05?
5/5/26 | 2026-05-05
Immediately after Board approval (June 2026) | -
Rolling; first batch Q1 2026 | 2026-01..2026-03
June 2026 for the draft, September 2026 for the final | -
By June 2026 (draft) and September 2026 (final) | -
Aug. 2026 | 2026-08
1 Aug | 2026-08-01?
Nov 30, 2025 | 2025-11-30
30 November | 2025-11-30?
COB 30 November 2025 | 2025-11-30
end of business 30 June 2026 | 2026-06-30
Q2 onwards | -
starting from the second semester of 2026 | >2026-07..2026-12
Beginning in 2026 | >2026
beginning of Q2 2026 | 2026-04
as of now | -
from now until June 2026 | 2026-06
between now and end 2026 | 2026-10..2026-12
over 2026-2027 | 2026..2027
multi-year (2026-2028) | -
through the end of 2026 | 2026-10..2026-12
in early 2026 | 2026-01..2026-03
not later than 31 Dec. 2025 | 2025-12-31
latest by 15 January 2026 | 2026-01-15
target: Q4 2026 | 2026-10..2026-12
estimated completion date: September 2026 | 2026-09
Actual: June 2025; planned: March 2025 | 2025-06,2025-03
Planned: June 2026 / Actual: n/a | 2026-06
This has been done in 2025 | -
was done in May 2025 | -
will be done in May 2026 | 2026-05
should be completed in Q3 2026 | 2026-07..2026-09
expected to be finalized by December 2026 | 2026-12
No later than 6 months after the evaluation of March 2026 | -
Annually in the first quarter | ~
Every September | ~
two times per year (March, September) | ~
ongoing, at least until end 2027 | -
ongoing through December 2026 | -
continuous till 2028 | ~..2028
daily | ~
one-off | -
Month 6 | -
Year 2 | -
Y1 Q3 | -
Week 3 | 2026-01-12..2026-01-18?
in place by 1 January 2026 | 2026-01-01
operational from January 2026 | >2026-01
for implementation in 2026 and beyond | -
Ongoing, to be reviewed annually | ~
Every quarter from Q1 2026 | ~2026-01..
by mid-2026 at the latest | 2026-06..2026-07
by mid-December | 2025-12-11..2025-12-20?
Not started (due June 2026) | 2026-06
Due in June 2026 | 2026-06
delayed until after June 2026 | -
subject to Board approval in December 2025 | -
Board approval in December 2025 | 2025-12
will follow the 2026 review | -
2026-2027 biennium | -
biennium 2026-2027 | -
in the 4th quarter of 2025 | 2025-10..2025-12
last day of March 2026 | -
6 months | -
over a 6-month period from January 2026 | >2026-01
January 2026 (6 months) | 2026-01
Spring 2026 (April) | 2026-03..2026-05
semester 1, 2026 | 2026-01..2026-06
from 1 to 30 June 2026 | 2026-06-01..2026-06-30
Friday 13 March 2026 | 2026-03-13
no fixed date | -
to be agreed by March 2026 | 2026-03
June 2025, repeated June 2026 | -
Workshop held in May 2025; follow-up in May 2026 | 2026-05
before and after the summer of 2026 | -
on or before 30 June 2026 | 2026-06-30
Dec. 31, 2025 | 2025-12-31
by the end of the second quarter | 2026-06?
end of June 2026 (draft) | 2026-06-21..2026-06-30
Jan/Feb 2026 | 2026-01..2026-02
Mar 2026 - ongoing | ~2026-03..
Q3 2026 (tentative) | -
two years | -
ongoing (2024-2027) | -
Annual – every December | ~
every other year | -
June 2026, then annually | 2026-06
in parallel with the 2026 census | -
as soon as possible, by June 2026 | 2026-06
latest Q2 2026 | 2026-04..2026-06
to be launched in Q1 2026 | 2026-01..2026-03
launched in September 2025 | >2025-09
not later than three months after the end of 2026 | -
before the close of 2026 | -
by close of 2026 | -
no specific timeline | -
Done | -
Done in Q1 2025 | -
pilot in 2026; full roll-out by 2028 | 2026,2028
four months after approval (est. May 2026) | -
by COP31 (November 2026) | 2026-11
"""

FRENCH = """
mars 2026 | 2026-03
en mars 2026 | 2026-03
fin mars 2026 | 2026-03-21..2026-03-31
Fin 2026 | 2026-10..2026-12
d'ici fin 2026 | 2026-10..2026-12
d’ici la fin de l’année 2026 | 2026-10..2026-12
d'ici à juin 2026 | 2026-06
D'ici juin | 2026-06?
pour fin 2026 | 2026-10..2026-12
pour le 30 juin 2026 | 2026-06-30
au plus tard le 30 juin 2026 | 2026-06-30
avant le 1er juillet 2026 | 2026-06-30
avant l'été 2026 | 2026-05-31
avant fin 2026 | 2026-10..2026-12
avant 2027 | 2026-12-31
courant 2026 | 2026
courant mars 2026 | 2026-03
dans le courant de 2026 | 2026
au cours de l'année 2026 | 2026
au cours du premier semestre 2026 | 2026-01..2026-06
1er semestre 2026 | 2026-01..2026-06
2e semestre 2026 | 2026-07..2026-12
2ème semestre de 2026 | 2026-07..2026-12
deuxième semestre 2026 | 2026-07..2026-12
1er trimestre 2026 | 2026-01..2026-03
premier trimestre de 2026 | 2026-01..2026-03
T3 2026 | 2026-07..2026-09
T1 2026 | 2026-01..2026-03
4ème trimestre 2025 | 2025-10..2025-12
dernier trimestre 2026 | 2026-10..2026-12
3e trimestre | 2026-07..2026-09?
premier semestre | 2026-01..2026-06?
fin du 1er trimestre 2026 | 2026-03
S2 2026 | 2026-07..2026-12
début 2026 | 2026-01..2026-03
Début janvier 2026 | 2026-01-01..2026-01-10
mi-2026 | 2026-06..2026-07
mi-mars 2026 | 2026-03-11..2026-03-20
printemps 2026 | 2026-03..2026-05
à l'automne 2026 | 2026-09..2026-11
au printemps | 2026-03..2026-05?
été 2026 | 2026-06..2026-08
hiver 2025-2026 | 2025-12..2026-02
31 décembre 2026 | 2026-12-31
le 31 décembre 2026 | 2026-12-31
1er mars 2026 | 2026-03-01
lundi 2 mars 2026 | 2026-03-02
mardi 2 mars 2026 | -
31 décembre | 2025-12-31?
fevrier 2026 | 2026-02
août 2026 | 2026-08
aout 2026 | 2026-08
déc. 2026 | 2026-12
Juil. 2026 | 2026-07
janv.-mars 2026 | 2026-01..2026-03
de mars à juin 2026 | 2026-03..2026-06
du 1er mars au 15 mai 2026 | 2026-03-01..2026-05-15
de janvier 2026 à juin 2027 | 2026-01..2027-06
entre mars et mai 2026 | 2026-03..2026-05
janvier - juin 2026 | 2026-01..2026-06
2026-2027 | 2026..2027
de 2026 à 2028 | 2026..2028
en 2026 | 2026
2026 | 2026
en mai | 2026-05?
en novembre | 2025-11?
à partir de 2027 | >2027
à partir de janvier 2027 | >2027-01
dès janvier 2026 | >2026-01
dès 2027 | >2027
à compter du 1er janvier 2027 | >2027-01-01
depuis 2023 | >2023
après juin 2026 | >2026-07-01
jusqu'en 2027 | 2027
jusqu'à fin 2026 | 2026-10..2026-12
jusqu'au 30 juin 2026 | 2026-06-30
année 2026 | 2026
cette année | 2025?
l'année prochaine | 2026?
fin de l'année | 2025-10..2025-12?
fin d'année 2026 | 2026-10..2026-12
année scolaire 2025-2026 | 2025-09..2026-08
année académique 2026-2027 | 2026-09..2027-08
à la rentrée 2026 | -
exercice 2026 | -
en continu | ~
Permanent | ~
continu | ~
en cours | -
tout au long de l'année | ~
chaque année en mai | ~
Chaque trimestre | ~
annuellement, en juin | ~
tous les ans | ~
annuel | ~
rapport annuel 2026 | -
évaluation annuelle en juin | -
mensuellement | ~
deux fois par an | ~
après l'AG de juin 2026 | -
après approbation par le CA en mars 2026 | -
dès validation du budget 2026 | -
dès que le financement est acquis (2026) | -
suite à l'évaluation de 2025 | -
sous réserve de financement, 2026 | -
si le budget le permet, d'ici fin 2026 | 2026-10..2026-12
en fonction du budget 2026 | -
lors du CA de mars 2026 | 2026-03
dans les 6 mois | -
dans un délai de 3 mois après approbation | -
3 mois après le 1er juin 2026 | -
deux semaines avant le 1er juin 2026 | -
court terme | -
CT | -
à moyen terme | -
long terme (2030) | -
dès que possible | -
immédiatement | -
à déterminer | -
à définir | -
pas avant 2027 | >2027
pas en 2026 | -
plus en 2026 | -
n'est plus prévu en 2026 | -
pas d'échéance | none
sans objet | none
s.o. | none
aucune | none
sans échéance | none
déjà démarré en 2024 | >2024
lancé en janvier 2025 | >2025-01
déjà réalisé en 2024 | -
mars 2026 reporté à juin 2026 | 2026-06
reporté en 2027 | 2027
initialement prévu en mars 2026 | -
mars 2026 (reporté) | -
annulé en 2026 | -
mars ou avril 2026 | -
mars et juin 2026 | -
début ou fin 2026 | -
juin 2026 ou plus tard | -
première semaine de juin 2026 | -
semaine 24 2026 | 2026-06-08..2026-06-14
semaine du 8 juin 2026 | -
première moitié de juin 2026 | -
première moitié de 2026 | 2026-01..2026-06
Fin de projet | -
à mi-parcours | -
TdR : janvier 2026 ; rapport : juin 2026 | 2026-01,2026-06
Rapport final pour juin 2026 | -
Rapport final en juin 2026 | 2026-06
Rapport a été finalisé | -
sept organisations en 2026 | 2026
Plan stratégique 2027-2031 | -
Réunion du CA de mars 2026 | 2026-03
Échéance : 30/06/2026 | 2026-06-30
15/06/26 | 2026-06-15
mars 26 | -
Juin 2026 : rapport après consultation | 2026-06
consultation puis rapport au plus tard en juin 2026 | 2026-06
prévu pour 2026 | 2026
vers mars 2026 | 2026-03
Au plus tard fin juin 2026 | 2026-06-21..2026-06-30
d'ici le 31/03/2026 | 2026-03-31
Pour juin 2026 | 2026-06
Avant la fin du mois de mars 2026 | 2026-03-21..2026-03-31
Avril-mai 2026 | 2026-04..2026-05
Rentrée de septembre 2026 | 2026-09
Dans le cadre du prochain programme (2027-2031) | -
Prochaine AG | -
A partir du 1er janvier 2026 | >2026-01-01
A partir de septembre | >2026-09?
Dès que l'équipe sera au complet, 2026 | -
Annuel (juin) | ~
Une fois par an, en décembre | ~
2 fois par an | ~
Tous les 6 mois | ~
En cours, finalisation en mars 2026 | 2026-03
Réalisé en 2024 | -
Déjà en cours depuis 2024 | >2024
Sem. 1 2026 | 2026-01..2026-06
2è trimestre 2026 | 2026-04..2026-06
Trimestre 4 de 2026 | 2026-10..2026-12
1er janvier 2027 | 2027-01-01
Entre le 1er et le 15 mars 2026 | 2026-03-01..2026-03-15
De septembre 2026 à juin 2027 | 2026-09..2027-06
Fin de l'année académique 2025-2026 | -
Report à 2027 | 2027
Reporté à une date ultérieure | -
Non applicable | none
Pas de date fixée | -
Pour la prochaine réunion du CA en mars 2026 | -
Été | 2026-06..2026-08?
vacances d'été 2026 | -
d'ici décembre | 2025-12?
d'ici au 31 mars | 2026-03-31?
pour décembre 2025 au plus tard | 2025-12
fin T1 2026 | 2026-03
Fin du 2e trimestre 2026 | 2026-06
début du 2ème semestre 2026 | 2026-07
courant du 1er semestre 2026 | 2026-01..2026-06
dans le courant du premier trimestre 2026 | 2026-01..2026-03
durant l'été 2026 | 2026-06..2026-08
pendant l'année scolaire 2026-2027 | 2026-09..2027-08
à partir de la rentrée 2026 | -
dès la rentrée de septembre 2026 | -
dès le 1er janvier 2026 | >2026-01-01
dès l'approbation du plan en mars 2026 | -
à partir du CA de mars 2026 | -
avant l'AG de juin 2026 | -
lors de l'AG du 13 juin 2026 | 2026-06-13
au prochain CA | -
après l'été 2026 | >2026-09-01
après l'évaluation finale (2026) | -
une fois le budget approuvé, en 2026 | -
si possible en 2026 | -
en fonction des moyens, 2026 | -
en attente de financement | -
depuis janvier 2024 | >2024-01
en cours depuis 2024 | >2024
a démarré en 2024 | >2024
démarrage en janvier 2026 | >2026-01
Démarrage : janvier 2026 | >2026-01
lancement en mars 2026 | 2026-03
clôturé en juin 2025 | -
terminé | -
chaque année, au printemps | ~
chaque année en juin | ~
tous les deux ans | ~
une fois par trimestre | -
trimestriel | ~
mensuel | ~
chaque premier lundi du mois | ~
continu jusqu'en 2027 | ~..2027
en continu à partir de 2026 | ~2026..
reporté de mars à juin 2026 | -
décalé au 2e semestre 2026 | 2026-07..2026-12
prolongé jusqu'au 30 juin 2026 | 2026-06-30
nouvelle échéance : juin 2026 | 2026-06
pas de changement avant 2027 | -
aucune action en 2026 | -
ne sera pas réalisé en 2026 | -
sans date | -
à confirmer | -
à convenir | -
néant | -
juin 2026 (à confirmer) | -
juin-juillet | 2026-06..2026-07?
mai/juin 2026 | 2026-05..2026-06
mai et juin 2026 | -
du 15 mars au 30 avril 2026 | 2026-03-15..2026-04-30
du 15 au 30 avril 2026 | 2026-04-15..2026-04-30
entre juin et septembre 2026 | 2026-06..2026-09
de juin à septembre | 2026-06..2026-09?
janvier à décembre 2026 | 2026-01..2026-12
le 15/03/2026 | 2026-03-15
15 mars 2026 | 2026-03-15
le lundi 16 mars 2026 | 2026-03-16
15 mars | 2026-03-15?
mars-26 | -
03-2026 | 2026-03
2026.03 | -
S1 | 2026-01..2026-06?
S24 2026 | -
semaine 24 | 2026-06-08..2026-06-14?
troisième semaine d'avril 2026 | -
premier mois de 2026 | -
les six premiers mois de 2026 | -
dans les trois mois | -
endéans les 3 mois | -
endéans l'année 2026 | 2026
sous 30 jours | -
6 mois après la signature | -
M+6 | -
CT / MT / LT | -
court terme (2026) | -
Programme 2027-2031 | -
Plan d'action 2026 | -
budget 2026 | -
rapport annuel 2025 (mai 2026) | 2026-05
TdR en janvier 2026, recrutement en mars 2026 | 2026-01,2026-03
Janvier 2026 : TdR. Mars 2026 : recrutement. | 2026-01,2026-03
- TdR : janvier 2026
- rapport : juin 2026 | 2026-01,2026-06
5 ateliers en 2026 | 2026
pour 2026 | -
vers la fin 2026 | 2026-10..2026-12
fin 2025/début 2026 | 2025-10..2026-03
fin 2025 - début 2026 | 2025-10..2026-03
hiver 2026 | 2026-12..2027-02
année 2026-2027 | -
À partir de 2026 | >2026
Dès le mois de janvier 2026 | >2026-01
au mois de mai 2026 | 2026-05
au mois de mai | 2026-05?
d'ici un an | -
d'ici 2027 | 2027
d'ici la fin du programme | -
d'ici la fin du semestre | -
à l'horizon 2030 | -
avant la fin de l'année | 2025-10..2025-12?
avant fin mars | 2026-03-21..2026-03-31?
avant le 15 novembre | 2025-11-14?
avant septembre 2026 | 2026-08-31
fin septembre | 2026-09-21..2026-09-30?
fin octobre | 2025-10-21..2025-10-31?
mi-octobre | 2025-10-11..2025-10-20?
été prochain | -
cet automne | 2025-09..2025-11?
cet été | 2026-06..2026-08?
le trimestre prochain | -
au 2e trimestre | 2026-04..2026-06?
T4 | 2025-10..2025-12?
T1-T2 2026 | 2026-01..2026-06
T1/T2 2026 | 2026-01..2026-06
T1 et T2 2026 | -
1er et 2e trimestres 2026 | -
Semestre 1 - 2026 | -
second semestre 2026 | 2026-07..2026-12
seconde moitié de 2026 | 2026-07..2026-12
dernier trimestre de l'année 2026 | 2026-10..2026-12
courant du mois de mars 2026 | 2026-03
dans les meilleurs délais | -
dans le cadre du budget 2026 | -
dans la foulée de l'évaluation, en 2026 | 2026
lors de la prochaine AG, juin 2026 | 2026-06
à l'occasion de l'AG de juin 2026 | 2026-06
suite à la décision du CA du 12 mars 2026 | -
après concertation, en mars 2026 | -
sauf imprévu en mars 2026 | -
si accord du CA, mars 2026 | -
au moins une fois par an | ~
tous les 3 mois | ~
chaque semestre | ~
annuelle | ~
réunion annuelle en mai | -
réunions mensuelles | -
permanent à partir de 2026 | ~2026..
en permanence | ~
continu, évaluation fin 2026 | ~,2026-10..2026-12
entamé en 2024 | >2024
débuté en 2025 | >2025
démarré en 2024, se poursuit en 2026 | -
finalisé en décembre 2024 | -
en retard (prévu en juin 2025) | -
prévu en juin 2026 | 2026-06
prévu initialement en juin 2026 | -
repoussé à septembre 2026 | 2026-09
postposé à 2027 | 2027
postposé | -
reporté à l'automne 2026 | 2026-09..2026-11
reporté sine die | -
abandonné | -
non prévu en 2026 | -
rien avant 2027 | -
jamais | -
plus d'actualité | -
au plus tôt en 2027 | >2027
pas avant septembre 2026 | >2026-09
le 1er de chaque mois | ~
les 3 et 4 mars 2026 | -
3-4 mars 2026 | 2026-03-03..2026-03-04
du lundi 2 au vendredi 6 mars 2026 | 2026-03-02..2026-03-06
semaine du 2 au 6 mars 2026 | -
week-end du 14 mars 2026 | -
mars, juin et septembre 2026 | -
mars 2026, juin 2026 et septembre 2026 | 2026-03,2026-06,2026-09
mars/avril | 2026-03..2026-04?
02/03/2026 | 2026-03-02
2/3/26 | 2026-03-02
2026-03-02 | 2026-03-02
mai 2026 : 1re version, sept. 2026 : version finale | 2026-05,2026-09
1re version en mai 2026 | 2026-05
phase 1 mars 2026 | -
40 personnes formées d'ici 2027 | 2027
en 2026 personnes seront formées | -
sept. 26 | -
année budgétaire 2026 | -
année civile 2026 | -
PTF 2027-2031 | -
Premier trimestre 2026 au plus tard | 2026-01..2026-03
avant le prochain CA (mars 2026) | -
d'ici mars-avril 2026 | 2026-03..2026-04
au plus tard pour fin mars 2026 | 2026-03-21..2026-03-31
au plus vite | -
en fin d'année | 2025-10..2025-12?
en début d'année prochaine | 2026-01..2026-03?
en début d'année 2026 | 2026-01..2026-03
à la fin du premier semestre 2026 | 2026-06
au second semestre | 2025-07..2025-12?
au 31 décembre 2026 | 2026-12-31
le 30/06/26 | 2026-06-30
30 juin au plus tard | 2026-06-30?
du 1/3/2026 au 30/6/2026 | 2026-03-01..2026-06-30
de 2026 jusqu'à 2028 | 2026..2028
entre 2026 et 2028 | 2026..2028
à partir du 2e trimestre 2026 | >2026-04..2026-06
à partir de mi-2026 | >2026-06..2026-07
mise en œuvre dès septembre 2026 | >2026-09
mise en œuvre à partir de 2027, évaluation en 2028 | >2027,2028
élaboration en 2026, mise en œuvre en 2027 | 2026,2027
annuellement à partir de 2026 | ~2026..
chaque année avant le 31 mars | ~
chaque mois | ~
une réunion par trimestre | -
toute l'année | ~
pendant toute la durée du programme | -
en cours (fin prévue : juin 2026) | 2026-06
réalisé | -
réalisé en mars 2025 | -
approuvé par l'AG de juin 2025 | -
sera approuvé par l'AG de juin 2026 | 2026-06
était prévu pour 2025 | -
devait être fait en 2025 | -
si nécessaire | -
au besoin | -
le cas échéant, en 2026 | 2026
pas encore défini | -
pas encore planifié en 2026 | -
délai : 6 mois | -
délai : juin 2026 | 2026-06
Timing : T2 2026 | 2026-04..2026-06
Printemps-été 2026 | 2026-03..2026-08
Septembre à décembre 2026 | 2026-09..2026-12
15 septembre 2026 à 9h | 2026-09-15
Fin décembre 2025 | 2025-12-21..2025-12-31
fin 2025 | 2025-10..2025-12
1ère quinzaine de mars 2026 | -
première quinzaine de juin 2026 | -
d'ici à la fin de l'année | 2025-10..2025-12?
à réaliser pour le 1er septembre 2026 | 2026-09-01
à mettre en place dès 2026 | >2026
à discuter au CA de janvier 2026 | 2026-01
dans le courant de l'année scolaire 2026-2027 | 2026-09..2027-08
au cours du 2e trimestre | 2026-04..2026-06?
entre le 15 et le 30 juin 2026 | 2026-06-15..2026-06-30
sur l'année 2026 | -
sur 2 ans (2026-2027) | -
échéance fixée au 30 juin 2026 | 2026-06-30
délai prolongé jusqu'à décembre 2026 | 2026-12
ne commence qu'en 2027 | -
ne démarrera pas avant 2027 | -
commence en janvier 2026 | 2026-01
à commencer en 2026 | 2026
trimestriellement | ~
en octobre de chaque année | ~
au moins deux fois par an | ~
suivi continu | -
Continu / en cours | -
janv 2026 | 2026-01
07/2026 | 2026-07
le 2 du mois | -
tbd | -
mars (2026) | 2026-03?
fin mars (CA) | 2026-03-21..2026-03-31?
Fin 1er semestre 2026 | 2026-06
d'ici la mi-2026 | 2026-06..2026-07
pour la mi-mars | 2026-03-11..2026-03-20?
au début de 2026 | 2026-01..2026-03
au plus tard en mars | 2026-03?
à partir d'avril 2026 | >2026-04
jusque fin 2026 | 2026-10..2026-12
de mi-2026 à fin 2026 | 2026-06..2026-12
fin août-début septembre 2026 | 2026-08-21..2026-09-10
3 ans | -
triennal | -
une fois tous les deux ans | ~
chaque fin d'année | -
tous les mois de mars | ~
après le 1er trimestre 2026 | >2026-04-01
peu après l'été 2026 | >2026-09-01
bien avant juin 2026 | 2026-05-31
la première semaine de mars | -
au cours des 6 prochains mois | -
le plus tôt possible en 2026 | -
courant premier trimestre | 2026-01..2026-03?
T2 (avril-juin) 2026 | -
juin 2026 : OK | 2026-06
prévu en 2025 mais reporté en 2026 | 2026
été-automne 2026 | 2026-06..2026-11
"""

BROKEN = """
Beleidsnota voorleggen aan de RvB
(tegen juni 2026) | 2026-06
Workshop met de partners
na de zomer van 2026 | >2026-09-01
Uit te voeren
in 2026 | 2026
Q1 2026: opmaak
Q2 2026: validatie
Q3 2026: uitrol | 2026-01..2026-03,2026-04..2026-06,2026-07..2026-09
Draft policy circulated for comments
by 31 January 2026 | 2026-01-31
Final policy approved
by the Board in March 2026 | 2026-03
Élaboration du plan : mars 2026
Mise en œuvre : à partir de juin 2026 | 2026-03,>2026-06
Après validation du CA
(mars 2026) | -
Wordt opgenomen in
jaarplan 2026 | -
Doorlopend;
eerste evaluatie eind 2026 | ~,2026-10..2026-12
Upon approval,
expected in May 2026 | -
Reeds gestart
Afronding: juni 2026 | 2026-06
vanaf het schooljaar
2026-2027 | >2026-09..2027-08
eerste semester
2026 | 2026-01..2026-06
tweede helft van
2026 | 2026-07..2026-12
30
juni 2026 | 2026-06-30
Q1 2026
maart 2027 | 2026-01..2026-03,2027-03
tussen maart
en juni 2026 | 2026-03..2026-06
entre mars
et juin 2026 | 2026-03..2026-06
maart
2026 | 2026-03
Voorstel: eind
november 2025 | 2025-11-21..2025-11-30
- najaar 2025: verkenning
- voorjaar 2026: beslissing | 2025-09..2025-12,2026-01..2026-06
uitgesteld
tot 2027 | 2027
na afronding van het huidige programma,
dus vanaf 2027 | >2027
"""
