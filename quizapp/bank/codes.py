"""Why each code of this room is a fault, with a bad and a good example, for `check --explain`."""

from collections.abc import Mapping

from quizapp.bank.answer_codes import ANSWER_CODES, explain_error
from quizapp.bank.diagnostics import Explanation, Level
from quizapp.bank.pasted_codes import PASTED_CODES
from quizapp.bank.signoff_codes import SIGNOFF_CODES


def _info_explanation(code: str, title: str, reason: str, bad: str, good: str) -> Explanation:
    """Return the explanation of what is only to be known."""
    return Explanation(code, Level.INFO, title, reason, bad, good)


_SHAPE_CODES = (
    explain_error(
        "B101",
        "the file is not YAML",
        "YAML reads a deck by its punctuation: a colon with a space makes a key, a brace opens a "
        "group. Text that holds such marks, or begins with one, needs quotes.",
        "say: {answer} is the capital of France.",
        'say: "{answer} is the capital of France."',
    ),
    explain_error(
        "B102",
        "YAML that a deck may not use",
        "Tags can make programs run, aliases can make a small file fill the memory, and a second "
        "document would be overlooked. A deck is plain text, groups and lists.",
        "aliases: &names [P. carinii]",
        "aliases: [P. carinii]",
    ),
    explain_error(
        "B103",
        "a key is given twice",
        "YAML would silently keep one of the two and lose the other.",
        "answer: Paris\nanswer: Lyon",
        "answer: Paris",
    ),
    explain_error(
        "B104",
        "a character that a deck can't have",
        "Control characters can rewrite what a terminal shows, and marks that turn the direction "
        "of writing can show other words than those graded. A deck is saved as UTF-8.",
        r'ask: "Which \e[8mcity is it?"',
        "ask: Which city is it?",
    ),
    explain_error(
        "B105",
        "the file is too large or too deep",
        "A deck's file may have 64 MiB, and 32 groups and lists inside each other. A larger deck "
        "is a folder: deck.yaml with the header, and more files with concepts and facts.",
        "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "a: [x]",
    ),
    explain_error(
        "B106",
        "an unknown key",
        "A key that is misspelt would be passed over, and what it says would be lost.",
        "anwser: Paris",
        "answer: Paris",
    ),
    explain_error(
        "B107",
        "something is missing or empty",
        "A fact needs an id and an answer, a card something that asks for it, a source its "
        "citation, a concept its name and type.",
        "- {id: capital, ask: Which city is the capital?}",
        "- {id: capital, ask: Which city is the capital?, answer: Paris}",
    ),
    explain_error(
        "B108",
        "a value of the wrong kind",
        "Each key takes one kind of value: text, a number, true or false, a list, or a group.",
        "tags: geography",
        "tags: [geography]",
    ),
    explain_error(
        "B109",
        "an invalid id",
        "A learner's history hangs on ids, so they are plain: a-z, 0-9 and dashes, and no slash.",
        "- id: Capital of France",
        "- id: capital-of-france",
    ),
    explain_error(
        "B110",
        "an id is given twice",
        "Two facts, concepts or decks with one id would share one history.",
        "- {id: capital, …}\n- {id: capital, …}",
        "- {id: capital-of-france, …}\n- {id: capital-of-spain, …}",
    ),
    explain_error(
        "B111",
        "a key in the wrong place",
        "`unit`, `of` and `equals` belong to numbers, `choose_from` and `code` to words; what asks "
        "and answers belongs in a card where the fact has `cards`.",
        "answer: Paris\nunit: inhabitants",
        "answer: 2100000\nunit: inhabitants",
    ),
    explain_error(
        "B112",
        "a format that this quizapp does not read",
        "The number behind `quizapp` is the version of the format: 1 or 2. A deck of a later "
        "version would be misread.",
        "quizapp: 3",
        "quizapp: 2",
    ),
    explain_error(
        "B113",
        "no deck can be read there",
        "A path is a .yaml file, a folder with a deck.yaml, or a folder of decks.",
        "quizapp check notes/",
        "quizapp check decks/capitals.yaml",
    ),
    explain_error(
        "B114",
        "more problems than are shown",
        "Many faults often have one cause. The first of them are shown; fix those first.",
        "",
        "",
    ),
    explain_error(
        "B115",
        "a template that does not fit its table",
        "`ask` names the row, or every row would be asked the same; `say` holds the gap of its "
        "column; `reverse` names the value and not the row. Other braces name columns.",
        'patients: {ask: "How many patients were there?"}',
        'patients: {ask: "How many patients did {row} report?"}',
    ),
    explain_error(
        "B116",
        "rows or columns that look the same",
        "Two rows of one name would be asked the same with two answers; a column called like a "
        "key of a row, or like the reverse card of a column, would hide it.",
        "columns: {why: …}",
        "columns: {reason: …}",
    ),
    explain_error(
        "B117",
        "a key that comes later",
        "The key is kept for a later version of the format. Until that reads it, what it says "
        "would be lost.",
        "- {id: discharge, ask: On which day was he discharged?, date: 2015-09-14}",
        "- {id: discharge, ask: On which day was he discharged?, answer: 14 September 2015}",
    ),
    explain_error(
        "B118",
        "a key of version 2 in a deck of version 1",
        "A deck that calls itself version 1 can be read by every quizapp. What version 2 brought, "
        "an older one would refuse.",
        "quizapp: 1\nsources: {ligo2016: {cite: …, names: [GW150914]}}",
        "quizapp: 2\nsources: {ligo2016: {cite: …, names: [GW150914]}}",
    ),
)

_REFERENCE_CODES = (
    explain_error(
        "B201",
        "an unknown source",
        "What is cited must be under `sources`, so that learners see where a fact comes from.",
        "source: levi1997#7",
        "source: levy1997#7",
    ),
    explain_error(
        "B202",
        "a sentence that the source does not have",
        "The source says how many sentences it has, and the number cited is beyond them.",
        "levy1997: {cite: …, sentences: 10}\nsource: levy1997#11",
        "source: levy1997#10",
    ),
    explain_error(
        "B203",
        "one name, two concepts",
        "What a learner types is looked up by name: a name or alias belongs to one concept only, "
        "in whatever case it is written.",
        "ebv: {name: Epstein-Barr virus, aliases: [HHV]}\n"
        "hsv: {name: herpes simplex virus, aliases: [HHV]}",
        "ebv: {name: Epstein-Barr virus, aliases: [HHV-4]}\n"
        "hsv: {name: herpes simplex virus, aliases: [HHV-1]}",
    ),
    explain_error(
        "B204",
        "a type of no concept",
        "`choose_from` draws wrong answers from the concepts of one type.",
        "choose_from: organsim",
        "choose_from: organism",
    ),
    explain_error(
        "B205",
        "an unknown concept",
        "`is_a` names a broader concept by its id.",
        "is_a: virusses",
        "is_a: viruses",
    ),
    explain_error(
        "B206",
        "concepts in a circle",
        "Of two concepts one can be broader, not both.",
        "a: {name: A, type: t, is_a: b}\nb: {name: B, type: t, is_a: a}",
        "a: {name: A, type: t, is_a: b}\nb: {name: B, type: t}",
    ),
    explain_error(
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
    explain_error(
        "B301",
        "a gap without a card",
        "Each gap of `say` is filled by the answer of the card that it names.",
        'say: "{ansewr} is the capital of France."',
        'say: "{answer} is the capital of France."',
    ),
    explain_error(
        "B302",
        "a card without a gap",
        "A sentence that leaves one of its cards out cannot ask for it. A thing that the sentence "
        "does not say is a fact of its own.",
        'say: "{city} is the capital."\ncards: {city: …, country: …}',
        'say: "{city} is the capital of {country}."\ncards: {city: …, country: …}',
    ),
    explain_error(
        "B303",
        "a brace without its partner",
        "Braces in `say` make gaps, {card} or {card|other words}, and nothing else.",
        'say: "{answer is the capital of France."',
        'say: "{answer} is the capital of France."',
    ),
)

_IMAGE_CODES = (
    explain_error(
        "B501",
        "a picture outside the deck's folder",
        "A picture is a file beside its deck or in a folder beneath, so that a deck can be moved "
        "and handed on whole, and shows nothing else of a reader's own. Its path begins at the "
        "deck's folder and is written with slashes.",
        "image: {file: ../liver.png, alt: …}",
        "image: {file: figures/liver.png, alt: …}",
    ),
    explain_error(
        "B502",
        "a picture of a kind that cannot be shown",
        "PNG, JPEG, GIF, WebP and SVG are shown wherever a deck is learned.",
        "image: {file: figures/liver.tiff, alt: …}",
        "image: {file: figures/liver.png, alt: …}",
    ),
    explain_error(
        "B503",
        "a missing picture",
        "What `file` names must be a file that can be read.",
        "image: {file: figures/livre.png, alt: …}",
        "image: {file: figures/liver.png, alt: …}",
    ),
    explain_error(
        "B504",
        "a picture that is empty or too large",
        "A picture may have 10 MiB: more is slow to show and heavy to hand on.",
        "image: {file: figures/whole-slide.png, alt: …}",
        "image: {file: figures/portal-tract.png, alt: …}",
    ),
    explain_error(
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
    *(_SENTENCE_CODES, ANSWER_CODES, _IMAGE_CODES, SIGNOFF_CODES),
)
CODES: Mapping[str, Explanation] = {each.code: each for group in _ALL_CODES for each in group}
