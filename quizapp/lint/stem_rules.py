"""The rules on stems: code, level, why it is one, with examples, and the function that looks."""

from quizapp.bank.diagnostics import Explanation, Level
from quizapp.lint import negative_stems, questions, stem_focus
from quizapp.lint.rule import HALADYNA, NBME, Rule

STEM_RULES: tuple[Rule, ...] = (
    Rule(
        Explanation(
            "S101",
            Level.ERROR,
            "the question asks nothing",
            "A stem that asks can be answered before the options are read; one that only names a "
            "subject makes the learner guess what is wanted.",
            "ask: The capital of France",
            "ask: What is the capital of France?",
            NBME,
        ),
        (questions.find_missing_question,),
    ),
    Rule(
        Explanation(
            "S102",
            Level.WARNING,
            "a negative question",
            "Not and except are read over, and what is learned is what is false.",
            "ask: Which of these is not a capital?",
            "ask: Which of these is a capital?",
            HALADYNA,
        ),
        (negative_stems.find_negative_stem,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "S103",
            Level.WARNING,
            "a long question",
            "Over forty words test reading, not knowing.",
            "ask: (forty-five words, the question at their end)",
            "ask: What is the capital of France?",
            HALADYNA,
        ),
        (questions.find_long_stem,),
    ),
    Rule(
        Explanation(
            "S104",
            Level.ERROR,
            "the question ends in a or an",
            "The article tells whether the answer opens with a vowel.",
            "ask: A city at the Seine is an",
            "ask: Which city is at the Seine?",
            NBME,
        ),
        (questions.find_final_article,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "S105",
            Level.WARNING,
            "a gap without enough beside it",
            "With under five words beside it, or with the same words as another card's gap, more "
            "than one answer fits.",
            'say: "{answer} is a capital."',
            'say: "{answer} is the capital of France, at the Seine."',
            HALADYNA,
        ),
        (questions.find_bare_gap,),
        (lambda _, items: questions.find_ambiguous_gaps(items),),
    ),
    Rule(
        Explanation(
            "S106",
            Level.WARNING,
            "a question that asks for nothing in particular",
            "With its options covered, a question can still be answered by whoever knows. Of which "
            "is true, or what is true of a thing, there is no end of answers.",
            "ask: Which of the following statements about Paris is true?",
            "ask: On which river does Paris lie?",
            NBME,
        ),
        (stem_focus.find_unfocused_stem,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "S107",
            Level.WARNING,
            "two questions in one",
            "Who knows one of two answers is wrong, and nobody learns which of the two it was.",
            "ask: Who founded Rome, and in which year?",
            "ask: Who founded Rome?   (and the year in a card of its own)",
            HALADYNA,
        ),
        (stem_focus.find_second_question,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "S108",
            Level.WARNING,
            "a pronoun that refers to nothing",
            "A question is asked alone, weeks after the one before it in the deck: nothing tells "
            "then what it is.",
            "ask: How is it inherited?",
            "ask: How is CD40 ligand deficiency inherited?",
            HALADYNA,
        ),
        (stem_focus.find_dangling_pronoun,),
        looks_for_english=True,
    ),
)
