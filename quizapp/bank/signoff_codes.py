"""Why each code of signed files is a fault, for `check --explain`."""

from quizapp.bank.diagnostics import Explanation, Level

_SIGNED = "deaths/number: {by: Ada, date: 2026-11-29, hash: 4be1c09d77a2, proof: read}"

SIGNOFF_CODES = (
    Explanation(
        "B601",
        Level.ERROR,
        "a value that a sign-off can't have",
        "The file `NAME.signed.yaml` is written by `quizapp review`: who read a card, on which "
        "day, and a hash of what it said then. A value that was changed by hand signs nothing.",
        _SIGNED.replace("2026-11-29", "29.11.2026"),
        _SIGNED,
    ),
    Explanation(
        "B602",
        Level.INFO,
        "a sign-off of a card that the deck does not have",
        "The card was deleted, or has another id now. The line is kept, and signs nothing.",
        _SIGNED.replace("deaths/", "death/"),
        _SIGNED,
    ),
    Explanation(
        "B603",
        Level.WARNING,
        "cards that nobody signed, in a deck that asks for it",
        "The deck sets `exam: signed`: a card is in its exams only when someone has read it as it "
        "is now, and said so with `quizapp review`. It is an error with `--strict`.",
        "settings: {exam: signed}   (and no NAME.signed.yaml)",
        "settings: {exam: signed}   (and a line for each card in NAME.signed.yaml)",
    ),
)
