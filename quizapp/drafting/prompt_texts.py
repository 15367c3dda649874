"""What a prompt says: the rules of a good card, the format, and examples of several fields."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a source, and the cards that were made of it."""

    sentence: str
    yaml: str


def _paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, each on one line."""
    return tuple(" ".join(each.split()) for each in text.strip().split("\n\n"))


RULES = _paragraphs("""
Take every fact and every figure from a sentence of the source, and nothing from elsewhere.

Give each card `source:` with the sentence it is from, such as the first column shows. If it
takes two sentences, give both as a list.

Ask for one thing. Two questions are two cards.

One answer is right, and nobody in the field would defend another. Name the place, the group,
the time or the study wherever the answer depends on it.

Write a whole question that can be answered before any options are seen. Never “Which of these
is true?”, never “What is said about …?”.

The question makes sense alone, months later: no “the study”, no “it” or “they” without its
noun, no “in this abstract”.

Ask for what is. Leave out *not*, *except* and *never*; no “all of the above”, no yes-or-no
questions.

The answer is short: a term, a name, or one number with its `unit`. It never stands in the
question.

Give two or three wrong answers. Each is of the same kind, length and grammar as the right one,
and is what a learner who half knows would pick: another figure or term of the source, a common
mix-up.

Give each wrong answer its reason: why it is wrong, or what it is instead. If you cannot say
why, leave it out; without a good one, give none.

No wrong answer is right as well, contains the right one, or means the same.

Keep a figure as it stands: its unit, its denominator, its interval, “at least”, “up to”. Keep
“may”, “some” and “often”. Do not compute, round or strengthen.

Use your own words. Never copy six words running from a sentence.

`why` gives a reason that helps to remember, in one sentence. If it is not from the source,
begin it with “Background:”.
""")

FIX_RULES = _paragraphs("""
Change what the fault names, and leave the rest as it is, the `id` too.

If the sentence does not say what the card claims, correct the card or cite the sentence that
does; if none does, leave the card out.

One answer is right. No wrong answer is right as well, and each has its reason.

Give each card its `source:`, and use your own words: never six words running from a sentence.
""")

PURPOSE = (
    "The cards are for learners who are asked them months later, without the text beside them. "
    "Write as many as the text has facts worth knowing, and not one more: each figure with its "
    "meaning, each cause, each comparison, each term. Begin with what a reader would be sorry to "
    "forget."
)

TERMS = "The learner's decks know these terms. Call each by its first name."

HELD = (
    "Each card below was held back. What is wrong with it, and what to do, is above it; the "
    "sentence that it cites is beneath."
)

FORMAT = """\
- `id`: two to four words, a-z, 0-9 and dashes.
- `source`: where it is said, `name#sentence`, or a list of these.
- `ask`: the question, in double quotes.
- `answer`: a term in double quotes, or a bare number without separators (1030000) with its `unit`
  beside it. A list in any order is `[a, b]`, steps in their order `{order: [a, b, c]}`.
- `unit`, `of` (what a count is counted from): for numbers, where there is one.
- `wrong`: wrong answers, each with its reason.
- `why`: may be left out.

Put every text in straight double quotes."""

ANSWER_WITH = (
    "Answer with one YAML block: a list of cards under `facts:`, in a ```yaml fence, and nothing "
    "before or behind it. Cite a sentence for each card."
)

EXAMPLES = (
    Example(
        "Of the 212 nest boxes put up along the river, 53 were used by flycatchers, most of them "
        "facing east.",
        """\
facts:
  - id: boxes-occupied
    source: "river2011#3"
    ask: "In how many of the 212 boxes along the river did flycatchers breed?"
    answer: 53
    of: 212
    wrong:
      25: "That is the percentage of the boxes."
      159: "So many stayed without flycatchers."
  - id: box-direction
    source: "river2011#3"
    ask: "Which way did most of the boxes face in which flycatchers bred?"
    answer: "east"
    wrong:
      "west": "The opposite was found."
    why: "Background: the morning sun warms a nest after a cold night."
""",
    ),
    Example(
        "Of the 212 charters kept in the abbey, 53 were forged in the twelfth century, chiefly to "
        "prove rights to mills.",
        """\
facts:
  - id: charters-forged
    source: "abbey1998#3"
    ask: "How many of the 212 charters of the abbey were forged in the twelfth century?"
    answer: 53
    of: 212
    wrong:
      25: "That is the percentage of the charters."
      159: "So many were not."
  - id: forged-rights
    source: "abbey1998#3"
    ask: "The right to what did most forged charters of the abbey claim?"
    answer: "mills"
    wrong:
      "forests": "The forgers wanted what the river drove."
    why: "Background: whoever owned the mill was paid by all who ground there."
""",
    ),
)
