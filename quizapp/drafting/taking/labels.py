"""What a label means: "Front", "correct_answer", "Antwort". Keys, columns and lines share these.

Words of a closed class: what the parts of a question are called, in the languages of quizapp.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a part of a card is for."""

    ASK = "ask"
    ANSWER = "answer"
    TERM = "term"
    DEFINITION = "definition"
    OPTIONS = "options"
    OPTION = "option"  # one of them: "Option B"
    INDEX = "index"
    WRONG = "wrong"
    WHY = "why"
    REASONS = "reasons"
    SOURCE = "source"
    ID = "id"
    TAGS = "tags"


_NAMES: dict[Role, str] = {
    Role.ASK: (
        "ask question questiontext questionstem q front prompt stem frage pregunta domanda "
        "pergunta vraag вопрос f p v vorderseite anverso recto fronte voorkant"
    ),
    Role.ANSWER: (
        "answer answers ans a r back response correctanswer correctanswers correct rightanswer "
        "correctoption correctchoice correctresponse solution solutions key answerkey antwort "
        "antworten richtigeantwort lösung lösungen richtig respuesta respuestas soluciones "
        "respuestacorrecta correcta réponse réponses réponsecorrecte bonneréponse risposta "
        "risposte rispostacorretta resposta respostas respostacorreta antwoord antwoorden "
        "juisteantwoord ответ ответы правильныйответ rückseite reverso verso retro achterkant "
        "theansweris"
    ),
    Role.TERM: "term word begriff término terme termine termo",
    Role.DEFINITION: "definition meaning definición définition definizione definição",
    Role.OPTIONS: (
        "options choices answeroptions answerchoices possibleanswers multiplechoice optionen "
        "antwortmöglichkeiten opciones choix opzioni opções opties варианты"
    ),
    Role.INDEX: "correctindex answerindex correctanswerindex correctoptionindex correctchoiceindex",
    Role.WRONG: (
        "wrong wronganswer wronganswers wrongoption wrongoptions incorrect incorrectanswer "
        "incorrectanswers incorrectoption incorrectoptions distractor distractors falsch "
        "falscheantworten distraktor distraktoren incorrectas respuestasincorrectas "
        "mauvaisesréponses rispostesbagliate foutenantwoorden"
    ),
    Role.WHY: (
        "why explanation explain rationale reason reasoning feedback because erklärung "
        "begründung explicación explication spiegazione explicação uitleg пояснение"
    ),
    Role.REASONS: (
        "explanations rationales reasons optionexplanations optionrationales "
        "distractorrationale distractorrationales whywrong wrongreasons"
    ),
    Role.SOURCE: (
        "source sources citation citations cite reference ref sentence sentences sourcesentence "
        "sourcesentences sentencenumber sentencenumbers basedon quelle satz sätze fuente frase "
        "frases oración phrase phrases fonte frasi bron zin zinnen источник"
    ),
    Role.ID: "id",
    Role.TAGS: "tags tag keywords",
}
_NOT_IN_NAME = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"(?P<name>[^\W\d_]+?)(?P<number>\d{1,4})")
_OPTION = re.compile(r"(?:option|choice|answer|opción|antwort|wahl)?(?P<letter>[a-h]|[1-8])")


def fold_label(label: str) -> str:
    """Return a label as labels are compared: letters and digits alone, small, without accents."""
    plain = unicodedata.normalize("NFKD", label)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_IN_NAME.sub("", bare).casefold()


_ROLES = {fold_label(name): role for role, names in _NAMES.items() for name in names.split()}


def role_of(label: str) -> Role | None:
    """Return what a label is for; a number behind it does not matter: "Q3", "distractor 2"."""
    name = fold_label(label)
    if name in _ROLES:
        return _ROLES[name]
    numbered = _NUMBERED.fullmatch(name)
    if numbered and numbered["name"] not in {"option", "choice", "answer"}:
        return _ROLES.get(numbered["name"])
    return None


def option_letter(label: str) -> str:
    """Return the letter of the option that a label names ("Option B", "c", "choice 2"), or ""."""
    found = _OPTION.fullmatch(fold_label(label))
    return found["letter"].upper() if found else ""


def roles_of(labels: Iterable[str]) -> dict[str, Role]:
    """Return the role of each label that has one.

    Where options stand under letters of their own, "A" is the first of them and no answer.
    """
    names = list(labels)
    letters = {option_letter(name): name for name in names if option_letter(name)}
    is_row = {"A", "B"} <= set(letters) or {"1", "2"} <= set(letters)
    options = set(letters.values()) if is_row else set()
    return {
        name: role
        for name in names
        if (role := Role.OPTION if name in options else role_of(name)) is not None
    }
