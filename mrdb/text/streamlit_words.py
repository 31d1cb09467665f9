"""Streamlit's own English words on screen, and what they are in Dutch: it has no translations of its own."""

from calendar import month_name

from mrdb.text import nl
from mrdb.text.dates import MONTHS

_WAIT = "Laat deze pagina openstaan. Zodra de server er weer is, gaat ze vanzelf verder met wat je typte."

WORDS = {
    "Clear all": "Alles wissen",
    "Clear value": "Wissen",
    "Select all": "Alles kiezen",
    "No results": "Niets gevonden",
    "Choose an option": "Kies",
    "Choose options": "Kies",
    "Press Enter to apply": "Druk op Enter",
    "Press Ctrl+Enter to apply": "",
    "Press ⌘+Enter to apply": "",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Skip to main content": "Naar de inhoud",
    "App pages": "Pagina’s",
    "Choose date": "Kies een datum",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
        "Met de pijltjes ga je van dag tot dag, met Enter kies je, met Escape sluit je."
    ),
    "Previous month": "Vorige maand",
    "Next month": "Volgende maand",
    "yyyy": "jjjj",
    "Open": "Openen",
    "Close": "Sluiten",
    "Connecting": "Verbinden …",
    "Connecting to Streamlit server": "Verbinden met de server …",
    "Connection error": "Geen verbinding met de server",
    "Streamlit server is not responding. Are you connected to the internet?": _WAIT,
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": _WAIT,
    "streamlit run yourscript.py": "",
    "Page not found": "Deze pagina bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.": nl.NO_SUCH_PAGE,
    "Running...": "Bezig …",
    "Rerun": "Vernieuwen",
    "Upload": "Bladeren …",
    "Copy to clipboard": "Kopieer",
    "Settings": "Instellingen",
    "Print": "Afdrukken",
    "Main menu": "Menu",
    (
        "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error "
        "details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower "
        "right of your app)."
    ): nl.UNEXPECTED,
    "Failed to generate file for download": "Dit bestand kon niet gemaakt worden. Probeer het opnieuw.",
    "Copy": "Kopieer",
    "Show/hide columns": "Kolommen tonen of verbergen",
    "Show chart": "Toon grafiek",
    "Show data": "Toon gegevens",
    "Search": "Zoeken",
    "Download as CSV": "Download als CSV",
    "Clear date": "Datum wissen",
    "Empty": "Leeg",
    "Error": "Fout",
    "Error:": "Fout:",
    "file upload": "Bestand kiezen",
    "upload": "Bestand kiezen",
    "Add files": "Bestanden toevoegen",
    "Selected values": "Gekozen",
    "Remove file": "Bestand weglaten",
    "File size is too small.": "Dit bestand is leeg.",
    "visualization": "grafiek",
}

_TOO_LARGE = "Dit bestand is te groot"
_MONTHS = tuple(zip(month_name[1:], MONTHS, strict=True))
PATTERNS = (
    ("^Help for (.*)$", "Uitleg bij $1"),
    ("^Shortcut (.*)$", "Sneltoets $1"),
    ("^Fullscreen: (.*)$", "Volledig scherm: $1"),
    ("^Show chart: (.*)$", "Toon grafiek: $1"),
    ("^Show data: (.*)$", "Toon gegevens: $1"),
    ("^Download as PNG(.*)$", "Download als afbeelding$1"),
    ("^Copy Vega-Lite spec(.*)$", "Kopieer de grafiek$1"),
    ("^.* mark container$", "groep"),
    ("^Add: (.*)$", "Toevoegen: $1"),
    ("^Remove (.*)$", "$1 weglaten"),
    (r"^(\d+) options? available\.$", "$1 te kiezen."),
    ("^(.*), selected$", "$1, gekozen"),
    (r"^File must be (\d+)\.0MB or smaller\.$", f"{_TOO_LARGE}: het mag hoogstens $1 MB zijn."),
    (r"^(\d+)MB per file", "hoogstens $1 MB per bestand"),
    ("^.* files are not allowed\\.$", "Zo’n bestand lezen we niet. Sla het op als Excel (.xlsx) of Word (.docx)."),
    ("^AxiosError: .* 413$", f"{_TOO_LARGE} voor de server."),
    ("^AxiosError: .*$", "Het bestand is niet aangekomen. Probeer het opnieuw."),
    ("^(: )?Date set .* between (.*) and (.*)\\.$", "$1kies een dag tussen $2 en $3."),
    ("^Error: Date set .* between (.*) and (.*)\\.$", "Fout: kies een dag tussen $1 en $2."),
    ("^Choose date, (.*)$", "Kies een datum, $1"),
    *((f"^(\\d+) – {english}$", f"$1 – {dutch}") for english, dutch in _MONTHS),
    *((f"^Selected Date: {english} (\\d+), (\\d+)$", f"Gekozen: $1 {dutch} $2") for english, dutch in _MONTHS),
    ("^day, (.*)$", "dag, $1"),
    ("^month, (.*)$", "maand, $1"),
    ("^year, (.*)$", "jaar, $1"),
)
"""The same for words that hold a name, a size or a day: regular expressions as the browser reads them."""
