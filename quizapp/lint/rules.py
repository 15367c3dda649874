"""The table of all rules: code, level, why it is one, with examples, and the function that looks.

Sources: the NBME item-writing guide ("Constructing Written Test Questions for the Basic and
Clinical Sciences"); Haladyna, Downing & Rodriguez 2002 (Appl Meas Educ 15:309-333); BMC Med Educ
s12909-016-0559-7 on flawed items in medical exams.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.bank.diagnostics import Explanation, Level
from quizapp.bank.model import Bank
from quizapp.items.item import Item
from quizapp.lint import clues, decks, images, judging, languages, options, p_values, questions
from quizapp.lint.dropped import DROPPED
from quizapp.lint.finding import Finding
from quizapp.lint.grounding_codes import GROUNDING, P_VALUES
from quizapp.lint.judging_codes import LANGUAGE, MISJUDGED, NEAR_NAMES, UNKNOWN_WORDS

_NBME = "NBME item-writing guide"
_HALADYNA = "Haladyna, Downing & Rodriguez 2002"
_FLAWS = "BMC Med Educ s12909-016-0559-7"

ItemRule: TypeAlias = Callable[[Item], Iterator[Finding]]
BankRule: TypeAlias = Callable[[Bank, Sequence[Item]], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with the functions that look for it: in one item, in a bank.

    One that `looks_for_english` words is for decks in English: "Not" is another word in German.
    C306 has none: an exam is drawn so that it never holds, see `exam_cues.can_join_form`.
    """

    explanation: Explanation
    item_rules: tuple[ItemRule, ...] = ()
    bank_rules: tuple[BankRule, ...] = ()
    looks_for_english: bool = False


RULES: tuple[Rule, ...] = (
    Rule(
        Explanation(
            "S101",
            Level.ERROR,
            "the question asks nothing",
            "A stem that asks can be answered before the options are read; one that only names a "
            "subject makes the learner guess what is wanted.",
            "ask: The capital of France",
            "ask: What is the capital of France?",
            _NBME,
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
            _HALADYNA,
        ),
        (questions.find_negative_stem,),
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
            _HALADYNA,
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
            _NBME,
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
            _HALADYNA,
        ),
        (questions.find_bare_gap,),
        (lambda _, items: questions.find_ambiguous_gaps(items),),
    ),
    Rule(
        Explanation(
            "O201",
            Level.ERROR,
            "all or none of the above",
            "Who knows one or two options knows the answer, and options are shuffled: nothing is "
            "above.",
            "wrong: [All of the above]",
            "wrong: [Lyon, Marseille]",
            _HALADYNA,
        ),
        (options.find_all_or_none,),
    ),
    Rule(
        Explanation(
            "O202",
            Level.ERROR,
            "yes and no, or true and false, as options",
            "A choice of two is a coin; a true-false item is made of `say` and `untrue`.",
            "among: [yes, no]",
            "untrue: [{say: Lyon is the capital of France., why: Paris is.}]",
            _HALADYNA,
        ),
        (options.find_yes_or_no,),
    ),
    Rule(
        Explanation(
            "O203",
            Level.ERROR,
            "two options are the same answer",
            "Where two options grade as equal, either both are right or both can be ruled out.",
            "wrong: [four, 4]",
            "wrong: [4, 6]",
            _NBME,
        ),
        (options.find_equal_options, options.find_equal_match_options),
        (options.find_equal_closed_sets,),
    ),
    Rule(
        Explanation(
            "O204",
            Level.ERROR,
            "numbers out of order, or of mixed decimals or units",
            "Numbers are found fastest in ascending order; the one written otherwise is the key.",
            "wrong: [30, 12.5]",
            "wrong: [12, 30]",
            _HALADYNA,
        ),
        (options.find_disordered_numbers,),
    ),
    Rule(
        Explanation(
            "O205",
            Level.WARNING,
            "a vague word in an option",
            "Often and rarely mean other things to other people, so the key can be argued about.",
            "answer: it often relapses",
            "answer: it relapses in three of four",
            _FLAWS,
        ),
        (options.find_vague_word,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "O206",
            Level.ERROR,
            "an option that combines others",
            "Who knows one part can rule out, or in, the combination.",
            "wrong: [Lyon, Nice, Lyon and Nice]",
            "wrong: [Lyon, Nice, Marseille]",
            _NBME,
        ),
        (options.find_combined_option,),
    ),
    Rule(
        Explanation(
            "O207",
            Level.ERROR,
            "a wrong option is in the question, or options of mixed kinds",
            "What the question already names is no answer to it, and the one number among words "
            "stands out.",
            "ask: How many of the 56 died?\nwrong: {56: all of them}",
            "ask: How many of the 56 died?\nwrong: {4: the liver transplants}",
            _NBME,
        ),
        (options.find_option_in_stem, options.find_mixed_kinds),
    ),
    Rule(
        Explanation(
            "O208",
            Level.WARNING,
            "a number too far from the key, or evenly spaced numbers",
            "A number beyond five times the key, or a fifth of it, tempts nobody; even spacing "
            "makes the middle one likely.",
            "answer: 13\nwrong: {500: too many}",
            "answer: 13\nwrong: {31: the digits swapped}",
            _HALADYNA,
        ),
        (options.find_far_or_even_numbers,),
    ),
    Rule(
        Explanation(
            "C301",
            Level.ERROR,
            "a word of the key is in the question",
            "The option that repeats a word of the question is chosen without knowing anything.",
            "ask: Which inheritance has X-linked hyper-IgM syndrome?\nanswer: X-linked",
            "ask: How is CD40 ligand deficiency inherited?\nanswer: X-linked",
            _NBME,
        ),
        bank_rules=(clues.find_key_words_in_stems,),
    ),
    Rule(
        Explanation(
            "C302",
            Level.WARNING,
            "the key is the longest option",
            "Authors qualify what must be true; learners know it.",
            "answer: the loss of most of the cells of the bone marrow\nwrong: [anemia, leukemia]",
            "answer: aplastic anemia\nwrong: [iron-deficiency anemia, acute leukemia]",
            _NBME,
        ),
        (clues.find_longest_key,),
    ),
    Rule(
        Explanation(
            "C303",
            Level.WARNING,
            "the key shares most words with the other options",
            "Authors vary the key to make wrong options, so what most options have a part of is "
            "right: who counts words need not know.",
            "answer: chronic oral ulcers\nwrong: [chronic warts, oral polyps, nasal ulcers]",
            "answer: oral ulcers\nwrong: [nasal polyps, genital warts, gastric erosions]",
            _NBME,
        ),
        (clues.find_converging_key,),
    ),
    Rule(
        Explanation(
            "C304",
            Level.WARNING,
            "absolute words on one side only",
            "Always and never are seldom true, so they point at the wrong options.",
            "answer: in winter\nwrong: [always, never]",
            "answer: in winter\nwrong: [in spring, in summer]",
            _NBME,
        ),
        (clues.find_absolute_words,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "C305",
            Level.WARNING,
            "the key alone is written otherwise",
            "An article, a capital, a plural or a final stop that only the key has gives it away.",
            "answer: the liver\nwrong: [kidney, spleen]",
            "answer: liver\nwrong: [kidney, spleen]",
            _HALADYNA,
        ),
        (clues.find_odd_key,),
    ),
    Rule(
        Explanation(
            "C306",
            Level.ERROR,
            "in one exam, a question gives another's key away",
            "A bank may ask both ways round; an exam may not. `check` looks at no exam: exams are "
            "drawn without such pairs.",
            "Which fungus often infects the lung?   On what does Pneumocystis thrive?",
            "Which fungus often infects the lung?   What blocks the fungus's folate?",
            _HALADYNA,
        ),
    ),
    Rule(
        Explanation(
            "C307",
            Level.ERROR,
            "the words for a picture name the key",
            "Where a picture is beside the question, so do the words for whoever cannot see "
            "it: they describe what one sees, and leave to the learner what it is.",
            "answer: onion\nimage: {file: cells.png, alt: Cells of an onion., show: question}",
            "answer: onion\nimage: {file: cells.png, alt: A row of oblong cells., show: question}",
            _HALADYNA,
        ),
        bank_rules=(images.find_key_in_alt,),
    ),
    Rule(
        Explanation(
            "D401",
            Level.WARNING,
            "true and false are out of balance",
            "Where most statements are true, true is a good guess.",
            "(ten facts with `say`, none with `untrue`)",
            "(ten facts with `say`, ten `untrue` statements)",
            _HALADYNA,
        ),
        bank_rules=(decks.find_lopsided_truth,),
    ),
    Rule(
        Explanation(
            "D402",
            Level.WARNING,
            "two cards ask nearly the same",
            "With another answer, a learner who knows both is wrong half the time; with the same "
            "one, the second card asks for nothing more.",
            "ask: How many were transplanted?   (in two facts)",
            "ask: How many received a liver?   ask: How many received bone marrow?",
            _HALADYNA,
        ),
        bank_rules=(decks.find_repeated_stems,),
    ),
    Rule(
        Explanation(
            "D403",
            Level.WARNING,
            "a fact that makes no item, a concept that nothing uses",
            "What is written down and never asked was work for nothing, or is misspelled.",
            "concepts: {nice: {name: Nice, type: town}}   (and no card chooses from town)",
            "choose_from: town",
        ),
        bank_rules=(decks.find_unused_entries,),
    ),
    Rule(
        Explanation(
            "D404",
            Level.INFO,
            "a wrong answer without its reason",
            "Who chose it learns only that it is wrong. The reason is shown after the answer.",
            "wrong: [Lyon]",
            "wrong: {Lyon: It is the third largest city.}",
            _FLAWS,
        ),
        bank_rules=(decks.find_missing_reasons,),
    ),
    Rule(P_VALUES, bank_rules=(p_values.find_misread_p_values,), looks_for_english=True),
    Rule(NEAR_NAMES, bank_rules=(judging.find_near_keys,)),
    Rule(MISJUDGED, bank_rules=(judging.find_misjudged_answers,)),
    Rule(LANGUAGE, bank_rules=(languages.find_unknown_languages, languages.find_foreign_scripts)),
)

# Those of grounding and of unknown words are explained with the others, and looked for where
# a source or a dictionary is at hand; those of what is not asked are told on demand.
RULES_BY_CODE: Mapping[str, Rule] = {
    rule.explanation.code: rule
    for rule in (*RULES, *map(Rule, (*GROUNDING, *UNKNOWN_WORDS, *DROPPED)))
}
