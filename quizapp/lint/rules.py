"""The table of all rules: code, level, why it is one, with examples, and what looks for it."""

from collections.abc import Mapping

from quizapp.bank.diagnostics import Explanation, Level
from quizapp.lint import (
    bibliography,
    clues,
    decks,
    images,
    judging,
    languages,
    options,
    p_values,
    ranges,
)
from quizapp.lint.dropped import DROPPED
from quizapp.lint.grounding_codes import GROUNDING, P_VALUES
from quizapp.lint.judging_codes import LANGUAGE, MISJUDGED, NEAR_NAMES, UNKNOWN_WORDS
from quizapp.lint.rule import FLAWS, HALADYNA, NBME, Rule
from quizapp.lint.stem_rules import STEM_RULES

RULES: tuple[Rule, ...] = (
    *STEM_RULES,
    Rule(
        Explanation(
            "O201",
            Level.ERROR,
            "all or none of the above",
            "Who knows one or two options knows the answer, and options are shuffled: nothing is "
            "above.",
            "wrong: [All of the above]",
            "wrong: [Lyon, Marseille]",
            HALADYNA,
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
            HALADYNA,
        ),
        (options.find_yes_or_no,),
        (options.find_truth_as_answer,),
    ),
    Rule(
        Explanation(
            "O203",
            Level.ERROR,
            "two options are the same answer",
            "Where two options grade as equal, either both are right or both can be ruled out.",
            "wrong: [four, 4]",
            "wrong: [4, 6]",
            NBME,
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
            HALADYNA,
        ),
        (options.find_disordered_numbers,),
        (options.find_mixed_decimals,),
    ),
    Rule(
        Explanation(
            "O205",
            Level.WARNING,
            "a vague word in an option",
            "Often and rarely mean other things to other people, so the key can be argued about.",
            "answer: it often relapses",
            "answer: it relapses in three of four",
            FLAWS,
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
            NBME,
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
            NBME,
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
            HALADYNA,
        ),
        (options.find_far_or_even_numbers,),
    ),
    Rule(
        Explanation(
            "O209",
            Level.ERROR,
            "ranges that overlap",
            "What lies in the right range and in another has two right answers. Ends belong to a "
            "range: 10 to 20 and 20 to 30 share 20. Bounds of one side always overlap: what is "
            "below 120 is below 140. Ask for the number then (Below which pressure …?), let the "
            "wrong bounds lie on the other side, or leave `wrong` out. Both ends of an interval "
            "that is an `amount` are the answer, and so is what a question asks for by name: a "
            "range, limit, threshold, target; these may overlap.",
            "answer: 10 to 20\nwrong: [20 to 30, 30 to 40]",
            "answer: 10 to 19\nwrong: [20 to 29, 30 to 39]",
            NBME,
        ),
        bank_rules=(ranges.find_overlapping_ranges,),
    ),
    Rule(
        Explanation(
            "O211",
            Level.INFO,
            "where something was published, asked like any other fact",
            "Journal, volume, page and authors are looked up, not learned. With `kind: "
            "bibliography` they are found and exported, and asked only on demand.",
            "ask: In which journal did the series appear?\nanswer: J Pediatr",
            "ask: In which journal did the series appear?\nanswer: J Pediatr\nkind: bibliography",
            HALADYNA,
        ),
        bank_rules=(bibliography.find_unmarked_bibliography,),
        looks_for_english=True,
    ),
    Rule(
        Explanation(
            "C301",
            Level.ERROR,
            "a word of the key is in the question",
            "The option that repeats a word of the question is chosen without knowing anything.",
            "ask: Which inheritance has X-linked hyper-IgM syndrome?\nanswer: X-linked",
            "ask: How is CD40 ligand deficiency inherited?\nanswer: X-linked",
            NBME,
        ),
        bank_rules=(clues.find_key_words_in_stems,),
    ),
    Rule(
        Explanation(
            "C302",
            Level.WARNING,
            "the key is the longest option",
            "Authors qualify what must be true; learners know it. A closed set (`among`) is as it "
            "is, and so is an answer that denies what another says.",
            "answer: the loss of most of the cells of the bone marrow\nwrong: [anemia, leukemia]",
            "answer: aplastic anemia\nwrong: [iron-deficiency anemia, acute leukemia]",
            NBME,
        ),
        bank_rules=(clues.find_longest_keys,),
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
            NBME,
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
            NBME,
        ),
        (clues.find_absolute_words,),
        (clues.find_absolute_untrue,),
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
            HALADYNA,
        ),
        (clues.find_odd_key,),
        (clues.find_odd_capital,),
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
            HALADYNA,
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
            HALADYNA,
        ),
        bank_rules=(images.find_key_in_alt,),
    ),
    Rule(
        Explanation(
            "D401",
            Level.WARNING,
            "true and false are out of balance",
            "Where most statements are true, true is a good guess. A fact without `untrue` has a "
            "false one made of its `wrong`; `among` and `choose_from` alone make none.",
            "(ten facts with `say`, none with `untrue`)",
            "(ten facts with `say`, ten `untrue` statements)",
            HALADYNA,
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
            HALADYNA,
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
            FLAWS,
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
