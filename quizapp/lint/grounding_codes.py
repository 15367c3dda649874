"""What the codes of grounding mean; `quizapp check --source` looks for them."""

from quizapp.bank.diagnostics import Explanation, Level

# What a deck that was written for the codes before these set aside: an answer, and a number of
# `say`, that stood in no sentence cited.
FORMER_CODES = {"G103": ("G101", "G102"), "G104": ("G101", "G102")}

UNPROVED = "G104"

GROUNDING = (
    Explanation(
        "G103",
        Level.WARNING,
        "a claim in conflict with the sentences it cites",
        "A number that is another one there, or another kind of number; the opposite direction; a "
        "denial on one side only. What is compared is `say`, each question with its answer, the "
        "numbers of `why`, and the reasons of wrong answers. Text behind `Background:` is not.",
        "Levy's series has 58 patients.\nsource: levy1997#1   (which has 56)",
        "Levy's series has 56 patients.\nsource: levy1997#1",
    ),
    Explanation(
        UNPROVED,
        Level.INFO,
        "a claim that comparing words does not find in the sentences it cites",
        'A word that they lack, a stronger or a missing "some" or "may", a number beside other '
        "words, things of two clauses put together. Often the claim is true and only said in other "
        "words: then a person has to read it. So it is of an untrue statement whose words are all "
        "there.",
        "Many patients were cured.\nsource: levy1997#8   (which tells of no cure)",
        "Three patients received bone marrow.\nsource: levy1997#8",
    ),
    Explanation(
        "G105",
        Level.WARNING,
        "six words or more that run as in the source",
        "A deck that is handed on holds facts and terms, and no sentence of somebody else.",
        "(the sentence of the abstract, copied)",
        "(what it says, in your own words)",
    ),
    Explanation(
        "G106",
        Level.WARNING,
        "a source's text that git tracks",
        "A copy of an abstract is for yourself: who publishes the deck should not publish it.",
        "text: levy1997.nbib   (which `git ls-files` lists)",
        "text: levy1997.nbib   (which .gitignore names)",
    ),
    Explanation(
        "G107",
        Level.ERROR,
        "an untrue statement that repeats the source",
        "It has the words of a sentence, in their order, and nothing else: what only resembles it "
        "is left to a person (G104). A learner who knows the source would be marked down for being "
        "right.",
        "untrue: [{say: Three patients received bone marrow.}]\nsource: levy1997#8",
        "untrue: [{say: Four patients received bone marrow.}]\nsource: levy1997#8",
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
P_VALUES = Explanation(
    "G108",
    Level.WARNING,
    "a P value explained as the probability of chance",
    "It is how often data like these, or more extreme ones, would be seen if there were no effect. "
    "How likely chance is as their cause, it does not say.",
    'why: "P = 0.03: the probability that the result is due to chance is 3 %."',
    'why: "P = 0.03: if there were no effect, 3 % of such trials would differ as much."',
    "Wasserstein & Lazar 2016 (Am Stat 70:129-133)",
)
