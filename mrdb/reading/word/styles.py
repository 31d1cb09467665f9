"""The names of the paragraph styles by which our own Word report is read back as it was written."""

TABLE_TEXT = "Table Text"
TABLE_BULLET = "Table Bullet"
TABLE_SUB_BULLET = "Table Bullet 2"
TABLE_NOTE = "Table Note"
TABLE_AGREEMENT = "Table Agreement"
ACCEPTANCE = "Acceptance"
REPORT_HEADING = "Report Heading"
REPORT_NOTE = "Report Note"
REPORT_BULLET = "Report Bullet"

CELLS = frozenset({TABLE_TEXT, TABLE_BULLET, TABLE_SUB_BULLET})
"""What people typed, to the letter: a line with a hyphen before it is no item of a list there."""

PROSE = frozenset({"Body Text", "List Bullet", "List Bullet 2"})
"""The same in our report; anybody's document may have these styles."""

NOTES = frozenset({TABLE_NOTE, TABLE_AGREEMENT, REPORT_HEADING, REPORT_NOTE, REPORT_BULLET})
"""What the report adds: its summary, dates, moved deadlines, agreements, whether it is realised. No part of the
response itself."""
