"""Why what copying leaves in a deck is told, with a bad and a good example."""

from quizapp.bank.diagnostics import Explanation, Level

PASTED_CODES = (
    Explanation(
        "B119",
        Level.WARNING,
        "lines around the deck that are none of it",
        "A chat shows a file between two lines of ```, and says something before and after it. "
        "They are skipped; other programs that read YAML stop at them.",
        "```yaml\nquizapp: 2\n…\n```",
        "quizapp: 2\n…",
    ),
    Explanation(
        "B120",
        Level.WARNING,
        "curly quotes that are read as letters",
        "YAML knows straight quotes alone. Curly ones are shown to the learner, and a typed answer "
        "is compared with them.",
        "ask: “Which city is it?”",
        'ask: "Which city is it?"',
    ),
    Explanation(
        "B121",
        Level.WARNING,
        "a number that is read as text",
        "A number is digits alone, with a point before decimals, and its unit under `unit`. Text "
        "has no tolerance, no denominator, and no numbers beside it.",
        "answer: 5 mg",
        "answer: 5\nunit: mg",
    ),
)
