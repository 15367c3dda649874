"""Number words of a running text in digits."""

from text_to_num import alpha2digit  # type: ignore[attr-defined]  # it is exported without saying so

_LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl"})  # that text2num reads
_ALL_WORDS = -1.0  # the least value that is written in digits: one, first and zero as well


def write_in_digits(text: str, language: str) -> str:
    """Return `text` with its number words in digits: "13 of them, the 2nd one" of English.

    A text of a language whose number words are not known stays as it is.
    """
    if language not in _LANGUAGES:
        return text
    digits: str = alpha2digit(text, language, _ALL_WORDS)
    return digits
