"""What the codes of judging typed answers mean; G503 and G505 need a dictionary at hand."""

from quizapp.bank.diagnostics import Explanation, Level

NEAR_NAMES = Explanation(
    "G501",
    Level.INFO,
    "an answer a slip away from another name",
    "Where a slip could turn one name into another, the judge cannot forgive it: both are judged "
    "to the letter. Learners should know both, and the author that it is so.",
    "answer: malleus   (and another card's answer is malleolus)",
    "answer: malleus\nnever: [malleolus]",
)
MISJUDGED = Explanation(
    "G502",
    Level.ERROR,
    "a right answer that is refused, or a wrong one that is accepted",
    "The judge was asked about the answer, its aliases and what must never be right. A word of "
    "the question alone is no answer, and what lies nearer to a `never` than to the answer is "
    "refused.",
    "ask: Which disease is Crohn's disease?\nanswer: disease",
    "ask: Which disease of the gut skips segments?\nanswer: Crohn's disease",
)
LANGUAGE = Explanation(
    "G504",
    Level.WARNING,
    "a language that is not known, or an answer in another script",
    "What articles, endings and accents an answer may have depends on its language. Without it "
    "answers are judged exactly, and one in a script that the language does not have is typed by "
    "nobody.",
    "language: en\nfacts: [{id: a, ask: What is water in Russian?, answer: вода}]",
    "language: en\nfacts: [{id: a, ask: What is water in Russian?, answer: вода, language: ru}]",
)
UNKNOWN_WORDS = (
    Explanation(
        "G503",
        Level.INFO,
        "an answer that is perhaps misspelt",
        "The word is not in the dictionary of its language, no other fact has it, and one slip "
        "away is a word that is known.",
        "answer: hypogamaglobulinemia",
        "answer: hypogammaglobulinemia",
    ),
    Explanation(
        "G505",
        Level.INFO,
        "a unit that is not known",
        "Of a known unit other spellings are right, and so is the same amount in another unit. "
        "One that is not known is accepted as it is written, and never converted.",
        "answer: 5\nunit: mg/dll",
        "answer: 5\nunit: mg/dl",
    ),
)
