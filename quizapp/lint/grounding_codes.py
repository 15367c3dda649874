"""What the codes of grounding mean; `quizapp check --source` looks for them."""

from quizapp.bank.diagnostics import Explanation, Level

GROUNDING = (
    Explanation(
        "G101",
        Level.WARNING,
        "an answer that is not in the sentences it cites",
        "Either the wrong sentence is cited, or the answer is not what the source says. Its words, "
        "those of an alias, or its number in digits or words must be there; every member of "
        "a list has. What `equals` computes need not.",
        "answer: sclerosing cholangitis\nsource: levy1997#8   (of bone marrow alone)",
        "answer: sclerosing cholangitis\nsource: levy1997#7",
    ),
    Explanation(
        "G102",
        Level.WARNING,
        "a number in `say` that is not in the sentences it cites",
        "A number is what is most easily copied wrong, and what is least easily noticed.",
        'say: "Of the 65 patients, {answer} died."',
        'say: "Of the 56 patients, {answer} died."\nsource: [levy1997#1, levy1997#9]',
    ),
    Explanation(
        "G201",
        Level.INFO,
        "a sentence of the source that no fact cites",
        "What was read and not written down is forgotten; some sentences are left out on purpose.",
        "(ten sentences, facts that cite nine of them)",
        "source: levy1997#10   (in one more fact)",
    ),
    Explanation(
        "G202",
        Level.WARNING,
        "the deck and the file count the sentences otherwise",
        "Then levy1997#7 is another sentence for the deck than for its reader.",
        "sentences: 9   (and ten lines in the file)",
        "sentences: 10",
    ),
)
