"""The marks that text recognition (OCR) leaves in Dutch words; they are shown, never repaired by rule."""

import re

_DAMAGE = re.compile(
    r"""
    [a-zà-ÿ]\d[a-zà-ÿ]              # coé6rdinatie
    | \b0\.[a-z]\.                  # 0.a.
    | [ie]é(?:n|r|\b)               # Belgié, creéren, strategieén
    | codrd | \bcoordin | \wcoordin # a lost trema: codrdinator, coordinatie
    | be[il]nv | \bgeint            # beinvloeding, geintegreerd
    | [°'’][’']                     # 11.11.11°’s, subthema'’s
    | \blll                         # lllustratief
    | [a-z],[a-zà-ÿ]                # bewezen,o.a.
    | ^[—–]\w                       # —december
    | ^ed\.$                        # e.d.
    """,
    re.VERBOSE,
)


def is_damaged(word: str) -> bool:
    return bool(_DAMAGE.search(word))
