"""The words of time in Dutch, French and English: the one table, in which a language that the reader knows stands.

What they mean in days stands in ``calendar_units``. Words are written without capitals; the reader looks for them so.
"""

from enum import Enum

from mrdb.domain.days import FIRST, LAST
from mrdb.domain.wording import plain
from mrdb.text.dates import DAYS

Words = tuple[str, ...]


def _words(text: str) -> frozenset[str]:
    """Every word, with its accents and without."""
    return frozenset([*text.split(), *plain(text).split()])


def _phrases(text: str) -> frozenset[Words]:
    """Phrases with a comma between, word by word; an elided article is a word: "d' ici"."""
    return frozenset(tuple(phrase.split()) for phrase in text.split(", "))


def _numbered(*names: str) -> dict[str, int]:
    return {word: number for number, line in enumerate(names, start=1) for word in _words(line)}


YEARS = range(FIRST.year, LAST.year + 1)
"""The years that a document can name; anything else is no year."""

MONTH_NUMBERS = _numbered(
    "januari jan january janvier janv",
    "februari feb febr february février févr fév",
    "maart mrt march mar mars",
    "april apr avril avr",
    "mei may mai",
    "juni jun june juin",
    "juli jul july juillet juil",
    "augustus aug august août",
    "september sep sept septembre",
    "oktober okt october oct octobre",
    "november nov novembre",
    "december dec décembre déc",
)
_OTHER_DAYS = ("monday mon lundi lun", "tuesday tue mardi", "wednesday wed mercredi mer", "thursday thu jeudi jeu",
               "friday fri vendredi ven", "saturday sat samedi sam", "sunday sun dimanche dim")  # fmt: skip
WEEKDAYS = {
    word: number
    for number, (day, others) in enumerate(zip(DAYS, _OTHER_DAYS, strict=True))
    for word in (day, day[:2], *others.split())
}
SEASON_NAMES = {
    "voorjaar": _words("voorjaar"),
    "najaar": _words("najaar"),
    "lente": _words("lente spring printemps"),
    "zomer": _words("zomer summer été"),
    "herfst": _words("herfst autumn fall automne"),
    "winter": _words("winter hiver"),
    "zomervakantie": _words("zomervakantie"),
}
ORDINALS = _numbered(
    "eerste 1e 1è 1ste first 1st premier première 1er 1ère 1re",
    "tweede 2e 2de second 2nd 2è deuxième second seconde 2ème 2ième 2nde",
    "derde 3e 3de third 3rd 3è troisième 3ème 3ième",
    "vierde 4e 4de fourth 4th 4è quatrième 4ème 4ième",
)
LAST_WORDS = _words("laatste last dernier dernière")
QUARTER_WORDS = _words("kwartaal kw trimester trim kwart quarter qtr trimestre")
SEMESTER_WORDS = _words("semester sem semestre jaarhelft")
HALF_WORDS = _words("helft half moitié")
WEEK_WORDS = frozenset({"week", "wk", "semaine"})
YEAR_WORDS = _words("jaar year année")
SCHOOL_YEARS = _phrases(
    "schooljaar, werkjaar, academiejaar, aj, school year, academic year, ay, année scolaire, année académique"
)
RELATIVE_YEARS = {
    **dict.fromkeys(_phrases("dit jaar, this year, cette année"), 0),
    **dict.fromkeys(_phrases("volgend jaar, next year, année prochaine, an prochain"), 1),
}
PARTS_OF_A_YEAR = _phrases("year - end, year end, eindejaar, jaareinde")
"""These name the year themselves."""
BEGIN, MIDDLE, END = "begin", "midden", "eind"
PARTS: dict[Words, str] = {
    **dict.fromkeys(_phrases("begin, aanvang, early, beginning, start of, début"), BEGIN),
    **dict.fromkeys(_phrases("midden, medio, half, halverwege, halfweg, mid, middle, mi, milieu"), MIDDLE),
    **dict.fromkeys(_phrases("eind, einde, end, late, fin"), END),
    **dict.fromkeys(PARTS_OF_A_YEAR, END),
}
ARTICLES = frozenset({"de", "het", "dit", "deze", "le", "la", "les", "l'", "du", "d'", "ce", "cet", "the", "this"})
MONTH_OF = _phrases("maand, month of, mois de, mois d'")
"""Says nothing of its own in front of a month."""
OF = frozenset({"van", "of", "de", "du", "d'"})
"""What stands between a unit and its year, or between a part and its unit."""
AND = frozenset({"en", "et", "and", "&", "+"})
OR = frozenset({"of", "ou", "or"})

CONTINUOUS_WORDS = _words("doorlopend doorlopende continu permanent voortdurend ongoing continuous continuously")
CONTINUOUS_PHRASES = _phrases(
    "het hele jaar door, doorheen het jaar, "
    "throughout the year, all year round, year - round, "
    "en continu, en permanence, tout au long de l' année, toute l' année"
)
# How often says more than "doorlopend" does, so these words also stay in the label.
FREQUENCIES = _phrases(
    "dagelijks, wekelijks, tweewekelijks, maandelijks, tweemaandelijks, driemaandelijks, zesmaandelijks, "
    "halfjaarlijks, jaarlijks, tweejaarlijks, telkens, per jaar, per kwartaal, "
    "daily, weekly, monthly, quarterly, annually, yearly, half - yearly, semi - annually, twice a year, once a year, "
    "per year, tous les ans, tous les mois, tous les trimestres, annuellement, mensuellement, trimestriellement, "
    "par an, par mois, une fois par an, deux fois par an, une fois par mois"
)
EACH_TIME = frozenset({"telkens"})
"""Says how often only in front of a date."""
FREQUENCY_NOUNS = _words(
    "annual biannual continuous annuel annuelle mensuel mensuelle trimestriel semestriel hebdomadaire permanente "
    "continue"
)
"""Says how often only when it stands alone: an "annual report" is a report."""
RECURRING = _words("jaarlijkse maandelijkse halfjaarlijkse driemaandelijkse annual annuel annuelle annuels annuelles")
"""Before a date without its year they make it one of every year."""
EVERY = _phrases("elk, elke, ieder, iedere, om de, every, each, chaque, tous les, toutes les")
"""With a unit behind it: "elk najaar", "every quarter", "om de drie maanden"."""
SMALL_NUMBERS = _words("twee drie vier zes two three four six deux trois quatre")
LENGTHS = _words(
    "dag dagen werkdagen week weken maand maanden kwartalen jaar jaren "
    "day days weeks month months year years jour jours semaine semaines mois an ans année années"
)
EVERY_UNITS = LENGTHS | QUARTER_WORDS | SEMESTER_WORDS | WEEKDAYS.keys()

# After these a season or month is a subject or another year's, not a date: "de kost van de winter", "volgend voorjaar".
NOT_IN_TIME = _words(
    "van voor over met aan door om bij naar als elk elke ieder iedere volgend volgende vorig vorige komend komende "
    "afgelopen niet geen rond "
    "of for about with next last previous every each not no "
    "de du des pour sur avec par chaque prochain prochaine dernier"
)
# "Fase 2 maart 2026" is phase 2 in March as well as 2 March.
COUNTERS = _words(
    "fase stap deel module versie ronde nr luik sessie werf pijler punt actie thema sprint blok week editie groep les "
    "workshop doel "
    "phase step part version no round session pillar point action batch "
    "étape partie volet pilier axe lot"
)
# A number before one of these is an amount, whatever stands in front of it.
COUNTED = LENGTHS | _words(
    "deelnemers organisaties personen mensen leden vrijwilligers scholen gemeenten gezinnen euro keer uur "
    "stuks exemplaren handtekeningen bezoekers km ton "
    "participants people persons members volunteers schools households organisations organizations euros hours "
    "personnes membres bénévoles écoles communes ménages fois heures"
)


MOVED_WORDS = _words(
    "verschoven doorgeschoven opgeschoven uitgesteld verplaatst verdaagd vervroegd verlengd "
    "herzien bijgesteld moved postponed deferred rescheduled delayed shifted extended slipped revised "
    "reporté reportée décalé décalée repoussé repoussée postposé postposée prolongé prolongée"
)
MOVED_TO = _words("naar tot to until till for à au en jusqu'")


class Lead(Enum):
    """What the word before a date makes of it."""

    ON = "on"  # the day or the period itself
    WITHIN = "within"  # the period itself; also gives a bare number the sense of a year
    BY = "by"  # "tegen 1 maart", "uiterlijk 1 maart": falls due on that day, or on the last of that period
    UNTIL = "until"  # "tot" counts its last day, like "tot en met"
    BEFORE = "before"  # "voor 1 maart": strictly before, falls due on 28 February
    SURELY_BEFORE = "surely_before"  # the accent of "vóór" rules out that it means "for"
    FOR = "for"  # "pour le 1er mars": by that day, or meant for it
    FROM = "from"  # "vanaf 1 maart": a start on that day, or on the first of that period
    AFTER = "after"  # "na 1 maart": a start on 2 March
    START = "start"  # "start: maart 2026": a start, also for a range
    BETWEEN = "between"  # "van ... tot ...", "tussen ... en ...": only with a range
    MOVED = "moved"  # "verschoven naar 2026": what stood before it holds no longer


LEADS: dict[Words, Lead] = {
    words: lead
    for lead, phrases in {
        Lead.ON: "op, on, à, au",
        Lead.WITHIN: "in, in de loop van, loop van, tijdens, gedurende, binnen, endéans, gepland in, gepland voor, "
        "voorzien voor, during, within, in the course of, over the course of, planned for, scheduled for, "
        "foreseen for, "
        "en, courant, dans, durant, pendant, au cours de, au cours du, dans le courant de, en cours de, prévu pour",
        Lead.BY: "tegen, uiterlijk, ten laatste, op of voor, deadline, einddatum, streefdatum, "
        "tussen nu en, on or before, "
        "by, no later than, not later than, at the latest, due, due date, target date, between now and, "
        "d' ici, d' ici à, d' ici au, au plus tard, échéance, date limite",
        Lead.UNTIL: "tot, tot en met, t.e.m., until, till, up to, jusqu' à, jusqu' au, jusqu' en",
        Lead.BEFORE: "voor",
        Lead.SURELY_BEFORE: "vóór, vòòr, before, prior to, avant",
        Lead.FOR: "pour, for",
        Lead.FROM: "vanaf, sinds, ten vroegste, met ingang van, m.i.v., te beginnen, te beginnen in, "
        "beginnend, beginnend in, startend, startend in, commençant en, "
        "beginning in, beginning on, commencing, commencing in, "
        "effective, effective from, "
        "from, as of, as from, starting, starting in, starting from, since, not before, no earlier than, "
        "dès, à partir de, à partir du, à compter de, à compter du, depuis, au plus tôt, pas avant",
        Lead.AFTER: "na, after, après",
        Lead.START: "start, startdatum, start date, démarrage",
        Lead.BETWEEN: "van, tussen, between, entre",
        Lead.MOVED: "nu, nieuwe deadline, nieuwe datum, herziene deadline, now, new deadline, "
        "revised deadline, revised date, désormais, nouvelle échéance, nouvelle date, report à",
    }.items()
    for words in _phrases(phrases)
}
LEADS |= {tuple(map(plain, words)): lead for words, lead in LEADS.items() if len(words) > 1}
LEADS |= {(*words[:-1], "d'"): lead for words, lead in LEADS.items() if len(words) > 1 and words[-1] == "de"}
LEADS |= {(verb, to): Lead.MOVED for verb in MOVED_WORDS for to in MOVED_TO}
MOVES = frozenset(words for words, lead in LEADS.items() if lead == Lead.MOVED)
RANGE_WORDS = _phrases("tot en met, tot, t.e.m., to, through, until, till, à, au, jusqu' à, jusqu' au, jusqu' en")
"""Between the two ends of a range."""
HALF_CERTAIN = frozenset({"jan", "may", "mar", "march", "mars", "spring", "fall", "été", "ete", "mei", "mai"})
"""Also a name or another word: a date only with its year, a lead, or alone."""

# What in front of a date makes of it something else than the day of the promise, also with words in between.
NEGATIONS = _words(
    "niet niets geen nooit zonder not no never without nothing ne non rien jamais plus sans aucun aucune"
)
EVENTS = _words(
    "na nadat zodra eens wanneer indien tenzij mits voorbehoud afhankelijk volgend pas per vanaf sinds "
    "voorafgaand aansluitend zie cf conform ingevolge voortgezet verdergezet tot until till "
    "after following once upon when if unless pending subject depending contingent conditional continues continued "
    "since before see "
    "après lorsque quand si sauf fois suite réserve partir depuis avant fonction voir poursuit"
) | {"vóór", "dès"}
HEAD_EVENTS = _words("voor als volgens from for pour selon")
"""Only as the first word of an item: elsewhere "voor" is mostly "for"."""
UNSETTLED = {(word,) for word in MOVED_WORDS} | _phrases(
    "was, oorspronkelijk, oorspronkelijke, eerst, initieel, aanvankelijk, vroeger, voorheen, eerder, "
    "te vroeg, te laat, geannuleerd, geschrapt, afgelast, verstreken, opgeschort, te bevestigen, indicatief, "
    "originally, initially, previously, formerly, too early, too late, "
    "cancelled, canceled, on hold, suspended, to be confirmed, tentative, tbc, tbd, "
    "initialement, auparavant, était, devait, trop tôt, trop tard, annulé, annulée, suspendu, à confirmer, à préciser"
)
"""Wherever they stand beside a date, it holds no longer or not yet; only a new one does."""
AT_LEAST = _words("minstens minimum least moins")
ALREADY = _words("reeds al already déjà")
SINCE = _words("sinds since depuis")
"""What has begun begins in no year to come."""
YET_TO_COME = _words("te wordt worden zal zullen moet to will shall should sera seront être doit")
# Without its accent "commence" is yet to come.
STARTED = frozenset(["démarré", "démarrée", "lancé", "lancée", "commencé", "débuté", "entamé"]) | _words(
    "gestart opgestart begonnen gelanceerd started launched begun"
)
OR_LATER = _phrases(
    "of later, en later, en verder, e . v, or later, onwards, and beyond, and onwards, ou plus tard, et après, "
    "et suivants, +"
)
NARROWING = (
    WEEKDAYS.keys()
    | WEEK_WORDS
    | HALF_WORDS
    | {"weekend", "weekeinde", "dag", "day", "jour", "vacances", "congés", "c", "end"}
)
"""Only a piece of the unit behind it: "eerste week van maart 2026"."""
TIME_WORDS = frozenset(
    {*LENGTHS, *WEEK_WORDS, *QUARTER_WORDS, *SEMESTER_WORDS, *MONTH_NUMBERS}.union(*SEASON_NAMES.values())
    - HALF_CERTAIN
)
NO_TERM = _phrases(
    "geen, geen deadline, geen termijn, geen einddatum, zonder deadline, zonder einddatum, zonder termijn, "
    "nvt, n v t, niet van toepassing, "
    "no due date, no deadline, no deadline established, none, n a, na, not applicable, "
    "pas de délai, pas d' échéance, sans échéance, sans délai, sans objet, non applicable, "
    "s o, aucun, aucune"
)
