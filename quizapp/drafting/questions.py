"""The question of a proposal: the sentence with a blank, or one that the sentence makes by itself.

Grammar is composed nowhere. "How many" takes the place of the number that a sentence opens with,
and what follows stays as it is; every other question is the sentence with a blank.
"""

import re

from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import FigureKind, FoundFigure
from quizapp.drafting.stems import GappedSentence, count_words
from quizapp.drafting.word_lists import is_function_word
from quizapp.grading.languages import language_of

_FRAMES = {  # one number, an interval, one word, several words
    "en": "Which number fills|Which figures fill|Which word fills|Which words fill| the gap?",
    "de": "Welche Zahl steht|Welche Angabe steht|Welches Wort steht|Welche Wörter stehen"
    "| in der Lücke?",
    "fr": "Quel nombre manque-t-il|Quels chiffres manquent|Quel mot manque-t-il|Quels mots manquent"
    "| ?",
    "es": "¿Qué número falta|¿Qué cifras faltan|¿Qué palabra falta|¿Qué palabras faltan|?",
    "it": "Quale numero manca|Quali cifre mancano|Quale parola manca|Quali parole mancano|?",
    "pt": "Que número falta|Que valores faltam|Que palavra falta|Que palavras faltam|?",
    "nl": "Welk getal ontbreekt|Welke cijfers ontbreken|Welk woord ontbreekt"
    "|Welke woorden ontbreken|?",
    "ru": "Какого числа не хватает|Каких чисел не хватает|Какого слова не хватает"
    "|Каких слов не хватает|?",
}
_OPENING = re.compile(
    r"(?:(?:Overall|In all|In total|Altogether), )?(?:A total of )?", re.IGNORECASE
)
_OPENING_OF = re.compile(r"(Of (?:the|all|these|those) [^,;()]{3,60}, )")
_NEXT_CLAUSE = re.compile(r", (?:which|who|whose|whereas|while|although|but)\b|;|:| …")
_COUNTING = (FigureKind.COUNT, FigureKind.SHARE, FigureKind.BARE, FigureKind.GROUP)
_MAX_WORDS = 30


def write_question(made: GappedSentence, figure: FoundFigure | None, language: str) -> str:
    """Return the question of a stem in the deck's language."""
    if figure is not None and language_of(language).code == "en":
        asked = _how_many(made, figure)
        if asked:
            return asked
    number, figures, word, words, end = _FRAMES.get(language_of(language).code, "||||").split("|")
    is_words = len(made.hidden.split()) > 1
    frame = (
        (words if is_words else word)
        if figure is None
        else figures
        if figure.value is None
        else number
    )
    sentence = made.question.strip()
    return f"{frame}{end} {sentence}".strip()


def _how_many(made: GappedSentence, figure: FoundFigure) -> str:
    """Return "How many …?" where the number is the first word of its sentence; "" elsewhere."""
    opening = _OPENING.fullmatch(made.before)
    of = _OPENING_OF.fullmatch(made.before)
    if not (opening or of) or figure.is_bound or figure.value is None:
        return ""
    cut = _NEXT_CLAUSE.search(made.after)
    rest = (made.after[: cut.start()] if cut else made.after).strip().rstrip(".")
    others = (
        each for each in find_figures(rest) if each.kind in _COUNTING and each.value != figure.whole
    )
    if not _makes_a_question(rest) or not _is_closed(rest) or any(others):
        return ""
    if figure.kind is FigureKind.COUNT and (figure.unit or rest.startswith("of ") or of):
        asked = "how many"
    elif figure.kind is FigureKind.SHARE and re.match(r"% of\b|per ?cent of\b", rest):
        asked, rest = "what percentage", re.sub(r"^ ?(?:%|per ?cent) ", "", rest)
    else:
        return ""
    text = f"{of[1] if of else ''}{asked} {rest}?"
    return f"{text[0].upper()}{text[1:]}"


def _makes_a_question(rest: str) -> bool:
    """Return whether what follows the number is a clause of its own, and no mere name."""
    words = rest.split()
    has_verb = any(is_function_word(word, "en") or word.endswith("ed") for word in words[1:])
    return has_verb and len(words) > 3 and count_words(rest) <= _MAX_WORDS and "%" not in rest[1:]  # noqa: PLR2004


def _is_closed(text: str) -> bool:
    return text.count("(") == text.count(")")
