"""Streamlit's own English words on screen, and what they are in Dutch: it has no translations of its own."""

from mrdb.text import nl

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
    "Press Enter to submit form": "Druk op Enter",
    "Invalid date format": "Dit is geen datum",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Skip to main content": "Naar de inhoud",
    "App pages": "Pagina’s",
    "Choose date": "Kies een datum",
    "Previous month": "Vorige maand",
    "Next month": "Volgende maand",
    "yyyy": "jjjj",
    "Open": "Openen",
    "Link to heading": "Link naar deze titel",
    "Close": "Sluiten",
    "Connecting": "Verbinden …",
    "Connecting to Streamlit server": "Verbinden met de server …",
    "Connection error": "Geen verbinding met de server",
    "Streamlit server is not responding. Are you connected to the internet?": _WAIT,
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": _WAIT,
    "streamlit run yourscript.py": "make run",
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
    "Copy": "Kopieer",
    "Show chart": "Toon grafiek",
    "Show data": "Toon gegevens",
    "Show/hide columns": "Kolommen tonen of verbergen",
    "Search": "Zoeken",
    "Download as CSV": "Download als CSV",
}
