"""The words by which a management response is recognised: headings, labels, column titles, placeholders, list marks."""

import re

from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.domain.status import Status
from mrdb.text.labels import STATUS

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
    r"""(SG|RvB|stuurgroep\w*|directeurs?|directie\w*|diensthoofd|dienst|\w*co[oö]rdinator(en)?|\w*manager|\w*medewerkers?
    |\w*verantwoordelijken?|afdeling\w*|\w*hoofd|voorzitter|secretaris|team\w*|werkgroep|cel|bestuur\w*|raad)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A word with which the name of a role, a service or a group begins."""
