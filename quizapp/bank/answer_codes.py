"""Why each code of the rules on answers (B4xx) is a fault, for `check --explain`."""

from quizapp.bank.diagnostics import Explanation, Level


def explain_error(code: str, title: str, reason: str, bad: str, good: str) -> Explanation:
    """Return the explanation of a fault that keeps its deck out of the store."""
    return Explanation(code, Level.ERROR, title, reason, bad, good)


ANSWER_CODES = (
    explain_error(
        "B401",
        "right and wrong at once",
        "A learner would be marked down for the right answer. The answer, its aliases and "
        "`also_right` must not be under `wrong` or `never`.",
        "answer: Paris\nwrong: [paris, Lyon]",
        "answer: Paris\nwrong: [Lyon]",
    ),
    explain_error(
        "B402",
        "a number over its denominator",
        "`of` is the whole that a number is counted from: nothing counted in it can exceed it.",
        "answer: 57\nof: 56",
        "answer: 13\nof: 56",
    ),
    explain_error(
        "B403",
        "arithmetic that does not hold",
        "`equals` is the author's own check, and the numbers of the deck do not bear it out.",
        'answer: 25\nequals: "round(100 * deaths.answer / cohort-size.answer)"  # 13 of 56',
        'answer: 23\nequals: "round(100 * deaths.answer / cohort-size.answer)"',
    ),
    explain_error(
        "B404",
        "arithmetic that cannot be read",
        "`equals` takes + - * / and parentheses, round(x) and round(x, decimals), numbers, and "
        "number cards of the deck as fact.card. A minus between cards needs spaces.",
        "equals: deaths / cohort",
        "equals: round(100 * deaths.answer / cohort-size.answer)",
    ),
    explain_error(
        "B405",
        "a closed set without the answer",
        "`among` names all the answers there are, so the right one is among them.",
        "answer: low\namong: [normal, high]",
        "answer: low\namong: [low, normal, high]",
    ),
    explain_error(
        "B406",
        "nothing to choose from",
        "`choose_from` makes every other concept of its type wrong, save those in `also_right` "
        "and those broader or narrower than the answer. Here none is left.",
        "concepts: {paris: {name: Paris, type: capital}}\nanswer: Paris\nchoose_from: capital",
        "concepts:\n  paris: {name: Paris, type: capital}\n"
        "  lima: {name: Lima, type: capital, background: true}",
    ),
    explain_error(
        "B407",
        "a wrong answer outside the closed set",
        "`among` names all the answers there are, so a wrong one is among them, too.",
        "among: [low, normal, high]\nwrong: {absent: …}",
        "among: [low, normal, high, absent]\nwrong: {absent: …}",
    ),
    explain_error(
        "B408",
        "the same twice",
        "A member or a wrong answer that is there twice would be asked or shown twice.",
        "answer: [oral, rectal, Oral]",
        "answer: [oral, rectal]",
    ),
    explain_error(
        "B409",
        "a wrong answer of another kind",
        "Beside numbers a word stands out as wrong, and nothing is learned by passing it over.",
        "answer: 4\nwrong: {thirteen: …}",
        "answer: 4\nwrong: {13: …}",
    ),
    explain_error(
        "B410",
        "an untrue statement that is true",
        "It is the sentence of the fact itself.",
        'say: "{answer} is the capital."\nuntrue: [{say: Paris is the capital.}]',
        'say: "{answer} is the capital."\nuntrue: [{say: Lyon is the capital.}]',
    ),
    explain_error(
        "B411",
        "an untrue statement of a card that is not there",
        "`card` names the card of the fact whose answer the statement gets wrong.",
        "untrue: [{say: Lyon is the capital., card: captial}]",
        "untrue: [{say: Lyon is the capital., card: capital}]",
    ),
    explain_error(
        "B412",
        "an untrue statement without its card",
        "A false statement is a question on one card: what is learned of it is that card's answer. "
        "Of a fact with several cards its author names the one, or writes the statement under it. "
        "In a version-1 deck it is asked on the only card whose answer it does not say, which is "
        "told as an info; where that does not tell, it is not asked, and that is a warning.",
        "untrue: [{say: Four patients did not relapse.}]",
        "untrue: [{say: Four patients did not relapse., card: relapses}]",
    ),
    explain_error(
        "B414",
        "numbers near a bound",
        "Of a bound (at least 3, up to 40, by the age of 4) a number nearby may be true as well: "
        "who is over 30 is over 25, too. Only you know which numbers are wrong.",
        "ask: By what age in years were half of them diagnosed?\nanswer: 4\nnear: true",
        "ask: By what age in years were half of them diagnosed?\nanswer: 4\n"
        "wrong: {1: By then it was a fifth., 10: By then it was nearly all.}",
    ),
    explain_error(
        "B415",
        "an amount that cannot be read",
        "An amount is a number, with its error or confidence interval if it has one; an interval; "
        "a bound with its sign; or a ratio. Its unit comes behind it. Decimals follow a point, "
        "whatever the language of the deck. What is only about right has a `tolerance`.",
        "amount: about 5",
        'amount: "5 mg"  # or "36 +5/-4 M⊙", "35-250 Hz", "< 0.001", "1 in 1030000"',
    ),
    explain_error(
        "B416",
        "an interval that the amount does not have",
        "`asks: interval` asks for the ends of an error or a confidence interval, so the amount "
        "states one.",
        'amount: "0.83"\nasks: interval',
        'amount: "0.83 (95% CI 0.75-0.93)"\nasks: interval',
    ),
)
