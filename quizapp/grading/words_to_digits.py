"""Number words of a running text in digits."""

LANGUAGES_READ = frozenset({"en", "de", "fr", "es", "it", "pt", "nl"})  # by text2num
_ALL_WORDS = -1.0  # the least value that is written in digits: one, first and zero as well


def write_in_digits(text: str, language: str) -> str:
    """Return `text` with its number words in digits: "13 of them, the 2nd one" of English."""
    if language not in LANGUAGES_READ:
        return text
    # Loaded when words are first read; the library exports it without saying so.
    from text_to_num import alpha2digit  # type: ignore[attr-defined]  # noqa: PLC0415

    digits: str = alpha2digit(text, language, _ALL_WORDS)
    return digits
