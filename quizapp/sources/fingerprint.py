"""Whether two copies of a text are cut into the same sentences, without keeping the text."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_LENGTH = 12  # hexadecimal digits: 48 bits tell the papers of a lifetime apart
_GREEK_NAME = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?(\w+)")


def fingerprint_sentences(sentences: Iterable[str]) -> str:
    """Return 12 hexadecimal digits of SHA-256 over the normal form of all sentences.

    Two copies agree when they have the same letters and digits in the same sentences, whatever
    their spaces, dashes, quotes, capitals and raised figures: pages and records differ in these.
    """
    lines = "\n".join(map(_normalize_sentence, sentences))
    return hashlib.sha256(lines.encode()).hexdigest()[:_LENGTH]


def _normalize_sentence(sentence: str) -> str:
    """Return the letters and digits of a sentence; Greek letters are spelt out."""
    plain = unicodedata.normalize("NFKD", sentence).casefold()
    return "".join(_spell_out(each) for each in plain if each.isalnum())


def _spell_out(letter: str) -> str:
    """Return "beta" for the sign, and any other letter as it is."""
    if "\u0370" <= letter <= "\u03ff":
        found = _GREEK_NAME.fullmatch(unicodedata.name(letter, ""))
        return found[1].casefold() if found else letter
    return letter
