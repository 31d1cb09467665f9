"""Why a deadline moved or an action was dropped, in the words that somebody typed."""

import re


def because(reason: str) -> str:
    """What follows a sentence: ``. Reden: geen budget``, or nothing."""
    sentence = reason_sentence(reason)
    return f". {sentence}" if sentence else ""


def reason_sentence(reason: str) -> str:
    """``Reden: geen budget``, also where people typed "Reden:" themselves; "" without any words."""
    words = re.sub(r"^reden\s*:\s*", "", " ".join(reason.split()).rstrip(" ,;:"), flags=re.IGNORECASE)
    return f"Reden: {words}" if words else ""
