"""Why each code of this room is a fault, with a bad and a good example, for `check --explain`."""

from collections.abc import Mapping

from quizapp.bank.diagnostics import Explanation, Level
from quizapp.bank.pasted_codes import PASTED_CODES


def _error_explanation(code: str, title: str, reason: str, bad: str, good: str) -> Explanation:
    """Return the explanation of a fault that keeps its deck out of the store."""
    return Explanation(code, Level.ERROR, title, reason, bad, good)


def _info_explanation(code: str, title: str, reason: str, bad: str, good: str) -> Explanation:
    """Return the explanation of what is only to be known."""
    return Explanation(code, Level.INFO, title, reason, bad, good)


_SHAPE_CODES = (
    _error_explanation(
        "B101",
        "the file is not YAML",
        "YAML reads a deck by its punctuation: a colon with a space makes a key, a brace opens a "
        "group. Text that holds such marks, or begins with one, needs quotes.",
        "say: {answer} is the capital of France.",
        'say: "{answer} is the capital of France."',
    ),
    _error_explanation(
        "B102",
        "YAML that a deck may not use",
        "Tags can make programs run, aliases can make a small file fill the memory, and a second "
        "document would be overlooked. A deck is plain text, groups and lists.",
        "aliases: &names [P. carinii]",
        "aliases: [P. carinii]",
    ),
    _error_explanation(
        "B103",
        "a key is given twice",
        "YAML would silently keep one of the two and lose the other.",
        "answer: Paris\nanswer: Lyon",
        "answer: Paris",
    ),
    _error_explanation(
        "B104",
        "a character that a deck can't have",
        "Control characters can rewrite what a terminal shows, and marks that turn the direction "
        "of writing can show other words than those graded. A deck is saved as UTF-8.",
        r'ask: "Which \e[8mcity is it?"',
        "ask: Which city is it?",
    ),
    _error_explanation(
        "B105",
        "the file is too large or too deep",
        "A deck's file may have 64 MiB, and 32 groups and lists inside each other. A larger deck "
        "is a folder: deck.yaml with the header, and more files with concepts and facts.",
        "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "a: [x]",
    ),
    _error_explanation(
        "B106",
        "an unknown key",
        "A key that is misspelt would be passed over, and what it says would be lost.",
        "anwser: Paris",
        "answer: Paris",
    ),
    _error_explanation(
        "B107",
        "something is missing or empty",
        "A fact needs an id and an answer, a card something that asks for it, a source its "
        "citation, a concept its name and type.",
        "- {id: capital, ask: Which city is the capital?}",
        "- {id: capital, ask: Which city is the capital?, answer: Paris}",
    ),
    _error_explanation(
        "B108",
        "a value of the wrong kind",
        "Each key takes one kind of value: text, a number, true or false, a list, or a group.",
        "tags: geography",
        "tags: [geography]",
    ),
    _error_explanation(
        "B109",
        "an invalid id",
        "A learner's history hangs on ids, so they are plain: a-z, 0-9 and dashes, and no slash.",
        "- id: Capital of France",
        "- id: capital-of-france",
    ),
    _error_explanation(
        "B110",
        "an id is given twice",
        "Two facts, concepts or decks with one id would share one history.",
        "- {id: capital, …}\n- {id: capital, …}",
        "- {id: capital-of-france, …}\n- {id: capital-of-spain, …}",
    ),
    _error_explanation(
        "B111",
        "a key in the wrong place",
        "`unit`, `of` and `equals` belong to numbers, `choose_from` and `code` to words; what asks "
        "and answers belongs in a card where the fact has `cards`.",
        "answer: Paris\nunit: inhabitants",
        "answer: 2100000\nunit: inhabitants",
    ),
    _error_explanation(
        "B112",
        "a format that this quizapp does not read",
        "The number behind `quizapp` is the version of the format: 1 or 2. A deck of a later "
        "version would be misread.",
        "quizapp: 3",
        "quizapp: 2",
    ),
    _error_explanation(
        "B113",
        "no deck can be read there",
        "A path is a .yaml file, a folder with a deck.yaml, or a folder of decks.",
        "quizapp check notes/",
        "quizapp check decks/capitals.yaml",
    ),
    _error_explanation(
        "B114",
        "more problems than are shown",
        "Many faults often have one cause. The first of them are shown; fix those first.",
        "",
        "",
    ),
    _error_explanation(
        "B115",
        "a template that does not fit its table",
        "`ask` names the row, or every row would be asked the same; `say` holds the gap of its "
        "column; `reverse` names the value and not the row. Other braces name columns.",
        'patients: {ask: "How many patients were there?"}',
        'patients: {ask: "How many patients did {row} report?"}',
    ),
    _error_explanation(
        "B116",
        "rows or columns that look the same",
        "Two rows of one name would be asked the same with two answers; a column called like a "
        "key of a row, or like the reverse card of a column, would hide it.",
        "columns: {why: …}",
        "columns: {reason: …}",
    ),
    _error_explanation(
        "B117",
        "a key that comes later",
        "The key is kept for a later version of the format. Until that reads it, what it says "
        "would be lost.",
        "- {id: discharge, ask: On which day was he discharged?, date: 2015-09-14}",
        "- {id: discharge, ask: On which day was he discharged?, answer: 14 September 2015}",
    ),
    _error_explanation(
        "B118",
        "a key of version 2 in a deck of version 1",
        "A deck that calls itself version 1 can be read by every quizapp. What version 2 brought, "
        "an older one would refuse.",
        "quizapp: 1\nsources: {ligo2016: {cite: …, names: [GW150914]}}",
        "quizapp: 2\nsources: {ligo2016: {cite: …, names: [GW150914]}}",
    ),
)

_REFERENCE_CODES = (
    _error_explanation(
        "B201",
        "an unknown source",
        "What is cited must be under `sources`, so that learners see where a fact comes from.",
        "source: levi1997#7",
        "source: levy1997#7",
    ),
    _error_explanation(
        "B202",
        "a sentence that the source does not have",
        "The source says how many sentences it has, and the number cited is beyond them.",
        "levy1997: {cite: …, sentences: 10}\nsource: levy1997#11",
        "source: levy1997#10",
    ),
    _error_explanation(
        "B203",
        "one name, two concepts",
        "What a learner types is looked up by name: a name or alias belongs to one concept only, "
        "in whatever case it is written.",
        "ebv: {name: Epstein-Barr virus, aliases: [HHV]}\n"
        "hsv: {name: herpes simplex virus, aliases: [HHV]}",
        "ebv: {name: Epstein-Barr virus, aliases: [HHV-4]}\n"
        "hsv: {name: herpes simplex virus, aliases: [HHV-1]}",
    ),
    _error_explanation(
        "B204",
        "a type of no concept",
        "`choose_from` draws wrong answers from the concepts of one type.",
        "choose_from: organsim",
        "choose_from: organism",
    ),
    _error_explanation(
        "B205",
        "an unknown concept",
        "`is_a` names a broader concept by its id.",
        "is_a: virusses",
        "is_a: viruses",
    ),
    _error_explanation(
        "B206",
        "concepts in a circle",
        "Of two concepts one can be broader, not both.",
        "a: {name: A, type: t, is_a: b}\nb: {name: B, type: t, is_a: a}",
        "a: {name: A, type: t, is_a: b}\nb: {name: B, type: t}",
    ),
    _error_explanation(
        "B207",
        "an unknown fact",
        "`confuse_with` names another fact: by its id in this deck, by deck/id in another.",
        "confuse_with: [capitol-of-spain]",
        "confuse_with: [capital-of-spain]",
    ),
    _info_explanation(
        "B208",
        "a reference that was not checked",
        "`confuse_with` names a fact of a deck that was not read in this run. Nothing is wrong "
        "with that, but a slip of the pen in it goes unseen.",
        "confuse_with: [captials/lisbon]",
        "confuse_with: [capitals/lisbon]",
    ),
)

_SENTENCE_CODES = (
    _error_explanation(
        "B301",
        "a gap without a card",
        "Each gap of `say` is filled by the answer of the card that it names.",
        'say: "{ansewr} is the capital of France."',
        'say: "{answer} is the capital of France."',
    ),
    _error_explanation(
        "B302",
        "a card without a gap",
        "A sentence that leaves one of its cards out cannot ask for it. A thing that the sentence "
        "does not say is a fact of its own.",
        'say: "{city} is the capital."\ncards: {city: …, country: …}',
        'say: "{city} is the capital of {country}."\ncards: {city: …, country: …}',
    ),
    _error_explanation(
        "B303",
        "a brace without its partner",
        "Braces in `say` make gaps, {card} or {card|other words}, and nothing else.",
        'say: "{answer is the capital of France."',
        'say: "{answer} is the capital of France."',
    ),
)

_ANSWER_CODES = (
    _error_explanation(
        "B401",
        "right and wrong at once",
        "A learner would be marked down for the right answer. The answer, its aliases and "
        "`also_right` must not be under `wrong` or `never`.",
        "answer: Paris\nwrong: [paris, Lyon]",
        "answer: Paris\nwrong: [Lyon]",
    ),
    _error_explanation(
        "B402",
        "a number over its denominator",
        "`of` is the whole that a number is counted from: nothing counted in it can exceed it.",
        "answer: 57\nof: 56",
        "answer: 13\nof: 56",
    ),
    _error_explanation(
        "B403",
        "arithmetic that does not hold",
        "`equals` is the author's own check, and the numbers of the deck do not bear it out.",
        'answer: 25\nequals: "round(100 * deaths.answer / cohort-size.answer)"  # 13 of 56',
        'answer: 23\nequals: "round(100 * deaths.answer / cohort-size.answer)"',
    ),
    _error_explanation(
        "B404",
        "arithmetic that cannot be read",
        "`equals` takes + - * / and parentheses, round(x) and round(x, decimals), numbers, and "
        "number cards of the deck as fact.card. A minus between cards needs spaces.",
        "equals: deaths / cohort",
        "equals: round(100 * deaths.answer / cohort-size.answer)",
    ),
    _error_explanation(
        "B405",
        "a closed set without the answer",
        "`among` names all the answers there are, so the right one is among them.",
        "answer: low\namong: [normal, high]",
        "answer: low\namong: [low, normal, high]",
    ),
    _error_explanation(
        "B406",
        "nothing to choose from",
        "`choose_from` makes every other concept of its type wrong, save those in `also_right` "
        "and those broader or narrower than the answer. Here none is left.",
        "concepts: {paris: {name: Paris, type: capital}}\nanswer: Paris\nchoose_from: capital",
        "concepts:\n  paris: {name: Paris, type: capital}\n"
        "  lima: {name: Lima, type: capital, background: true}",
    ),
    _error_explanation(
        "B407",
        "a wrong answer outside the closed set",
        "`among` names all the answers there are, so a wrong one is among them, too.",
        "among: [low, normal, high]\nwrong: {absent: …}",
        "among: [low, normal, high, absent]\nwrong: {absent: …}",
    ),
    _error_explanation(
        "B408",
        "the same twice",
        "A member or a wrong answer that is there twice would be asked or shown twice.",
        "answer: [oral, rectal, Oral]",
        "answer: [oral, rectal]",
    ),
    _error_explanation(
        "B409",
        "a wrong answer of another kind",
        "Beside numbers a word stands out as wrong, and nothing is learned by passing it over.",
        "answer: 4\nwrong: {thirteen: …}",
        "answer: 4\nwrong: {13: …}",
    ),
    _error_explanation(
        "B410",
        "an untrue statement that is true",
        "It is the sentence of the fact itself.",
        'say: "{answer} is the capital."\nuntrue: [{say: Paris is the capital.}]',
        'say: "{answer} is the capital."\nuntrue: [{say: Lyon is the capital.}]',
    ),
    _error_explanation(
        "B411",
        "an untrue statement of a card that is not there",
        "`card` names the card of the fact whose answer the statement gets wrong.",
        "untrue: [{say: Lyon is the capital., card: captial}]",
        "untrue: [{say: Lyon is the capital., card: capital}]",
    ),
    _error_explanation(
        "B412",
        "an untrue statement without its card",
        "A false statement is a question on one card: what is learned of it is that card's answer. "
        "Of a fact with several cards its author names the one, or writes the statement under it. "
        "In a version-1 deck it is asked on the only card whose answer it does not say, which is "
        "told as an info; where that does not tell, it is not asked, and that is a warning.",
        "untrue: [{say: Four patients did not relapse.}]",
        "untrue: [{say: Four patients did not relapse., card: relapses}]",
    ),
    _error_explanation(
        "B414",
        "numbers near a bound",
        "Of a bound (at least 3, up to 40, by the age of 4) a number nearby may be true as well: "
        "who is over 30 is over 25, too. Only you know which numbers are wrong.",
        "ask: By what age in years were half of them diagnosed?\nanswer: 4\nnear: true",
        "ask: By what age in years were half of them diagnosed?\nanswer: 4\n"
        "wrong: {1: By then it was a fifth., 10: By then it was nearly all.}",
    ),
)

_IMAGE_CODES = (
    _error_explanation(
        "B501",
        "a picture outside the deck's folder",
        "A picture is a file beside its deck or in a folder beneath, so that a deck can be moved "
        "and handed on whole, and shows nothing else of a reader's own. Its path begins at the "
        "deck's folder and is written with slashes.",
        "image: {file: ../liver.png, alt: …}",
        "image: {file: figures/liver.png, alt: …}",
    ),
    _error_explanation(
        "B502",
        "a picture of a kind that cannot be shown",
        "PNG, JPEG, GIF, WebP and SVG are shown wherever a deck is learned.",
        "image: {file: figures/liver.tiff, alt: …}",
        "image: {file: figures/liver.png, alt: …}",
    ),
    _error_explanation(
        "B503",
        "a missing picture",
        "What `file` names must be a file that can be read.",
        "image: {file: figures/livre.png, alt: …}",
        "image: {file: figures/liver.png, alt: …}",
    ),
    _error_explanation(
        "B504",
        "a picture that is empty or too large",
        "A picture may have 10 MiB: more is slow to show and heavy to hand on.",
        "image: {file: figures/whole-slide.png, alt: …}",
        "image: {file: figures/portal-tract.png, alt: …}",
    ),
    _error_explanation(
        "B505",
        "a picture that is not of the kind its name says",
        "Some programs go by the name and some by what is in the file: one of them would show "
        "nothing.",
        "image: {file: figures/liver.png, alt: …}  # holds a JPEG",
        "image: {file: figures/liver.jpg, alt: …}",
    ),
)

_ALL_CODES = (
    *(_SHAPE_CODES, PASTED_CODES, _REFERENCE_CODES),
    *(_SENTENCE_CODES, _ANSWER_CODES, _IMAGE_CODES),
)
CODES: Mapping[str, Explanation] = {each.code: each for group in _ALL_CODES for each in group}
