"""Streamlit's own English words on screen, and what they are in Dutch: it has no translations of its own."""

import json

from mrdb.text import nl

_WAIT = "Laat deze pagina openstaan. Zodra de server er weer is, gaat ze vanzelf verder met wat je typte."

WORDS = {
    "Clear all": "Alles wissen",
    "Clear value": "Wissen",
    "Remove": "Verwijderen",
    "Select all": "Alles kiezen",
    "No results": "Niets gevonden",
    "No options to select.": "Niets te kiezen",
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
    "Close dialog": "Sluiten",
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
    "Open main menu": "Menu",
    "Main menu": "Menu",
    "Open in new tab": "In een nieuw tabblad",
    (
        "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error "
        "details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower "
        "right of your app)."
    ): nl.UNEXPECTED,
    "Copy": "Kopieer",
    "Show chart": "Toon grafiek",
    "Show data": "Toon gegevens",
}

_SCRIPT = """
(() => {
  const words = %s;
  document.documentElement.lang = "nl";
  const attributes = ["aria-label", "title", "placeholder"];
  const put = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const dutch = words[node.data.trim()];
      if (dutch !== undefined && node.data !== dutch) node.data = dutch;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.tagName === "TEXTAREA") return;
    if (node.isContentEditable && !node.dataset.placeholder) return; // what people type; an empty date is not
    for (const name of attributes) {
      const english = node.getAttribute(name);
      const dutch = words[english] ?? english?.replace(/^Help for /, "Uitleg bij ");
      if (dutch && dutch !== english) node.setAttribute(name, dutch);
    }
    node.childNodes.forEach(put);
  };
  if (!window.spokenDutch) {
    window.spokenDutch = new MutationObserver((changes) => changes.forEach((change) => {
      put(change.target);
      change.addedNodes.forEach(put);
    }));
    // Streamlit writes the address of the next page into the history of this one first; Back would lose its filters.
    const push = history.pushState.bind(history);
    history.pushState = (state, title, to) => {
      const url = new URL(to ?? location.href, location.href);
      if (url.searchParams.has("actie") && !/\\/(actie|historiek|vergadering)$/.test(url.pathname)) return;
      push(state, title, to);
    };
    window.spokenDutch.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
    });
  }
  put(document.body);
})();
"""


def dutch_script() -> str:
    """A script element that puts the words of the page in Dutch, now and whenever Streamlit writes new ones."""
    return f"<script>{_SCRIPT % json.dumps(WORDS, ensure_ascii=False)}</script>"
