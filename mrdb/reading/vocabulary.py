"""The words by which a management response is recognised: headings, labels, column titles, placeholders, list marks."""

import re

from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.domain.status import Status
from mrdb.text.labels import STATUS
from mrdb.text.report import AS_OF

LABELS: dict[tuple[str, ...], str] = {
    ("ONDERWERP",): "subject",
    ("DOC.", "NR"): "document number",
    ("DOC.NR",): "document number",
    ("DOC", "NR"): "document number",
    ("DATUM",): "date",
    ("VAN",): "sender",
    ("AAN",): "recipient",
}
"""Labels of the fields at the head of the document, as words without their colon."""

CONTEXT = "SITUERING"
RECOMMENDATION = "AANBEVELING"
ANSWERS: tuple[tuple[str, ...], ...] = (
    ("MANAGEMENT", "RESPONSE"),
    ("MANAGEMENT", "RESPONS"),
    ("MANAGEMENTRESPONS",),
    ("MANAGEMENTRESPONSE",),
)

COLUMN_TITLES = frozenset(
    {
        "Actie", "Acties", "Kalender", "Opvolging", "Stvz", "Commentaar",
        "Verantwoordelijke", "Verantwoordelijken", "Verantwoordelijke(n)",
    }
)  # fmt: skip
CALENDAR_TITLE = "Kalender"
RESPONSIBLE_TITLE = "Verantwoordelijke"

PLACEHOLDER = ("(stvz", "op", "opvolgingsmoment,", "wordt", "overschreven", "bij", "volgend", "opvolgingsmoment)")
"""Stands in the follow-up columns as long as there is no report."""

STATUS_WORDS = {label.lower(): status for status, label in STATUS.items()} | {"lopend": Status.ONGOING}

MARKS = {"•": BULLET, "e": BULLET, "·": BULLET, "●": BULLET, "-": BULLET, "◦": SUB_BULLET, "o": SUB_BULLET}
"""What stands at the beginning of a list item; OCR reads the round bullet as "e" and the open one as "o"."""

COLUMN_RULE = "|"
JOINING_WORDS = frozenset({"en", "of", "en/of", "tot"})
"""After a hyphen these show that the hyphen stands for a part left out: "beleids- en expertencellen"."""

ACTION_NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})[.:]?")
"""The number with which an action begins; a dot behind it is furniture."""

ROLE = re.compile(
    r"""(SG|RvB|stuurgroep\w*|directeurs?|directie\w*|diensthoofd|dienst|[\w-]*co[oö]rdinator(en)?|\w*manager|\w*medewerkers?
    |\w*verantwoordelijken?|afdeling\w*|\w*hoofd|voorzitter|secretaris|team\w*|werkgroep|cel|bestuur\w*|raad)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A word with which the name of a role, a service or a group begins."""

HEAD_LABELS = {
    "onderwerp": "subject",
    "betreft": "subject",
    "doc. nr": "document number",
    "doc nr": "document number",
    "doc.nr": "document number",
    "documentnummer": "document number",
    "datum": "date",
    "van": "sender",
    "aan": "recipient",
    AS_OF.casefold(): "as of",
}
"""The same labels in a Word document, where people write them as they like; the last is one of our report."""

CONTEXT_NAMES = ("situering en context", "situering", "context", "inleiding")
ANSWER_NAMES = (
    "management response", "management respons", "managementresponse", "managementrespons", "management reactie",
    "managementreactie", "reactie management", "reactie van het management", "reactie van de directie",
    "reactie directie", "antwoord management", "antwoord van het management",
)  # fmt: skip
TABLE_NAMES = ("acties", "actieplan", "actietabel", "actiepunten", "opvolging van de acties")
"""Headings of a Word document."""

COLUMN_NAMES = {
    title: column
    for column, titles in {
        "number": ("nr", "nummer", "#"),
        "action": (
            "actie", "acties", "actie(s)", "actiepunt", "actiepunten", "concrete actie", "concrete acties", "maatregel",
            "maatregelen", "wat",
        ),
        "calendar": ("kalender", "timing", "termijn", "deadline", "planning", "wanneer", "tijdstip", "streefdatum"),
        "responsible": (
            "verantwoordelijke(n)", "verantwoordelijke", "verantwoordelijken", "wie", "trekker", "trekkers",
            "trekker(s)",
        ),
        "follow-up": ("opvolging",),
        "status": ("stvz", "status", "stand van zaken"),
        "comment": ("commentaar", "commentaren", "opmerking", "opmerkingen", "toelichting", "bemerkingen"),
    }.items()
    for title in titles
}  # fmt: skip
"""The titles of the columns in a Word document, and which column each of them means."""

TYPED_MARKS = {"•": BULLET, "·": BULLET, "●": BULLET, "▪": BULLET, "-": BULLET, "–": BULLET} | {
    "◦": SUB_BULLET, "○": SUB_BULLET,
}  # fmt: skip
"""What people type before the items of a list in Word, where they do not let Word do it."""
