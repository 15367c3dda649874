"""Other ways to say one thing by grammar alone: who does what stays, and no word is exchanged.

A rewording is judged as the answer itself is, so it brings an answer into the order of the key or
the key into that of the answer, and decides nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quizapp.grading.derivations import are_related, is_own_adjective
from quizapp.grading.languages import ENGLISH, Language
from quizapp.grading.tokens import numeral_of

_BESIDE = re.compile(r"(.+?)\s*\((.+)\)")
_INITIAL = re.compile(r"[^\W\d_]\.")
_SHORT_NAME = re.compile(r"[A-Z][A-Z0-9]{0,6}s?")
_COUNTED = re.compile(r"(\d+)-?([^\W\d_]{4,})")
_FRAME = re.compile(r"(?:(?:the|an?)\s+)?(\w+)\s+of\s+(.+)", re.IGNORECASE)
_ASKED = re.compile(  # not what *is* the opposite of hot
    r"\b(?:which|what)\s+(?!(?:is|are|was|were|do|does|did|has|have)\b)(\w+(?:\s+\w+)?)",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"the\s+(.+)\s+ones?|(?:the\s+)?(.+)\s+(?:process|phenomenon|technique|method|concept)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(.+?)\s((?:may|can|must|shall|will|should|would|could|might)\s(?:not\s)?)?"
    r"(?:(?:(?:has|have|had)\s)?(?:is|are|was|were|be|been|being|gets?|got)\s)+(.+?)\sby\s(.+)",
    re.IGNORECASE,
)
_CANNOT = re.compile(r"\bcan(?:not|'?t)\b", re.IGNORECASE)
# Neither A nor B is not A or B.
_NEITHER = re.compile(r"\b(be )?neither (be )?(\S+) nor (\S+)", re.IGNORECASE)
_CONJUNCTION = re.compile(r"^(?:because|if|when|since|so that)\s+", re.IGNORECASE)
_THAT_IS = re.compile(r"^(.+?)\s(?:that|which|who)\s(?:is|are)\s(.+)$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|this|these|he|she)\s+(.+)", re.IGNORECASE)
_ACCIDENTAL = re.compile(r"\b([A-G])[ -]?(#|♯|sharp\b|b\b|♭|flat\b)")
_NOUNS = re.compile(r"\b(\w+) of (?:(?:the|an?) )?(\w+)\b", re.IGNORECASE)
# What these nouns are of, they name: the process of osmosis is osmosis; the rate of it is not.
_SORTS = re.compile(
    r"process|phenomenon|concept|notion|idea|doctrine|technique|method|practice|mechanism|strategy"
    r"|condition|disease|disorder|syndrome|state",
    re.IGNORECASE,
)
_THEORY = re.compile("theory", re.IGNORECASE)  # of several words; that of mind is no mind
_LEAST_OF_CUT = 4  # letters
_SILENT = frozenset({"the", "a", "an", "of", "and", "in", "for"})
_ANSWERING = re.compile(  # what opens a whole sentence
    r"(?:the answer (?:is|would be)|it (?:would|must) be|die antwort (?:ist|lautet)|das ist"
    r"|la réponse est|c'est|la respuesta es|la risposta è|a resposta é|het antwoord is|dat is)\s+",
    re.IGNORECASE,
)
_LONGEST_PAIR = 5  # words of two nouns with their articles and "of"
_LONGEST_SUBJECT = 3  # words
_FEWEST_INITIALS = 3  # but for a name, the UK: of fewer letters it may be of another thing
_EVENT = re.compile(  # the Norman conquest of England by him
    r"(?:(?:by|for|through|via|the|an?)\s+)*(?:(.+?)(?:'s?)?\s+)?(\w+)\s+(?:of|in)\s+(.+?)"
    r"(?:\s+by\s+(.+))?",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:(?:by|for|through|via|to|it|they)\s+)?(.+)", re.IGNORECASE)


def rewordings(
    form: str, text: str, language: Language, question: str = "", others: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield pairs of a form of the key and an answer, one of both said otherwise."""
    if long := _spelled_out(text):
        yield form, long
    yield _with_first_names(form, text), text
    yield from _qualities(form, text, language)
    yield from ((form, said) for said in _in_words(text, form, language))
    yield from ((said, text) for said in _in_words(form, text, language))
    if answering := _ANSWERING.match(text):
        yield form, text[answering.end() :]
    if _is_short_name_of(text, form, language) and not _may_be_another(
        text, question, others, language
    ):
        yield form, form
    if language is not ENGLISH:
        return
    from text_to_num import (  # type: ignore[attr-defined]  # noqa: PLC0415 (start-up)
        alpha2digit,  # exported without saying so
    )

    said, other = (
        _NEITHER.sub(r"not \3 or \4", _CANNOT.sub("can not", each)) for each in (form, text)
    )
    yield said, other
    if (said, other) != (form, text):
        yield said, re.sub(r"(\S+) or (\S+)", r"\2 or \1", other)
    opened = _CONJUNCTION.sub("", text)
    yield form, _THAT_IS.sub(r"\2 \1", opened)
    yield _THAT_IS.sub(r"\2 \1", form), opened
    yield from ((form, active) for active in _actives(text))
    yield from ((active, text) for active in _actives(form))
    yield from _shorter(form, text, question, others)
    if class_ := _CLASS.fullmatch(text):
        yield form, class_[1] or class_[2]
    if re.search(r"\d", form) and not re.search(r"\d", text):
        yield form, alpha2digit(text.replace("-", " "), "en", 0.0)
    yield (
        _turn_nouns(_ACCIDENTAL.sub(_name_accidental, form)),
        _turn_nouns(_ACCIDENTAL.sub(_name_accidental, text)),
    )
    yield from _with_subject(form, text, question)
    yield from _events(form, text)


def _shorter(
    form: str, text: str, question: str, others: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield an answer that is a short form of the key, or without the sort of thing it names."""
    if (frame := _FRAME.fullmatch(text)) and (
        says_only_sort(frame[1], question) or (_THEORY.fullmatch(frame[1]) and " " in frame[2])
    ):
        yield form, frame[2]
    if _is_cut_short(text, form) and not any(_is_cut_short(text, each) for each in others):
        yield form, form


def _turn_nouns(text: str) -> str:
    """Return a text with each noun behind "of" before the other: soil erosion.

    Not one that is these two alone, which is compared as it stands: the end of fire.
    """
    if _FRAME.fullmatch(text) and text.count(" of ") == 1 and len(text.split()) <= _LONGEST_PAIR:
        return text
    return _NOUNS.sub(
        lambda found: (
            found[0] if found[2].casefold() in ENGLISH.silent else f"{found[2]} {found[1]}"
        ),
        text,
    )


def _in_words(text: str, beside: str, language: Language) -> Iterator[str]:
    """Yield a text with a number as the word that it opens in another one: 30-jährig."""
    for found in _COUNTED.finditer(text):
        for word in re.findall(r"\w+", beside):
            number, _ = numeral_of(word.removesuffix(found[2]), language)
            if word.endswith(found[2]) and number == int(found[1]):
                yield text.replace(found[0], word)


def _actives(text: str) -> Iterator[str]:
    """Yield a sentence in the passive voice in the active one: B is caused by A, A caused B."""
    if found := _PASSIVE.fullmatch(text):
        done, modal, how, doer = found.groups(default="")
        verb, _, rest = how.partition(" ")
        yield f"{doer} {modal}{how} {done}"
        yield f"{doer} {modal}{verb} {done} {rest}"  # moved out of the cell


def says_only_sort(noun: str, question: str) -> bool:
    """Return whether a noun before "of" says only which sort of thing the next one is.

    So do a few nouns of every field, and the one that the question asks for: which *theory*?
    """
    asked = " ".join(_ASKED.findall(question))
    return bool(_SORTS.fullmatch(noun)) or _names(asked, noun)


def _with_subject(form: str, text: str, question: str) -> Iterator[tuple[str, str]]:
    """Yield an answer with the subject that it takes over from the question: it lowers glucose."""
    words, said = form.split(), _PRONOUN.fullmatch(text)
    for count in range(1, min(len(words), _LONGEST_SUBJECT + 1)):
        if not _names(question, words[count - 1]):
            return
        is_verb = words[count].endswith("s") and text.startswith(f"{words[count]} ")
        if said or is_verb:
            yield form, " ".join((*words[:count], said[1] if said else text))


def _names(question: str, word: str) -> bool:
    return word.casefold() in re.findall(r"\w+", question.casefold())


def _name_accidental(found: re.Match[str]) -> str:
    return f"{found[1]} {'sharp' if found[2] in {'#', '♯', 'sharp'} else 'flat'}"


# --- short names ---------------------------------------------------------------------------------


def _is_short_name_of(text: str, form: str, language: Language) -> bool:
    """Return whether a text is the first letters of all words of a name: GDP."""
    short, words = _shortened(text), re.findall(r"\w+", form)
    is_name = all(word[0].isupper() or word in _silent(language) for word in words)
    if language is not ENGLISH:  # Union européenne
        is_name = form[:1].isupper()
    letters = _initials(form, language)
    is_plural = form.endswith("s") and short == f"{letters}s"
    return len(letters) >= _FEWEST_INITIALS - is_name and (short == letters or is_plural)


def _silent(language: Language) -> frozenset[str]:
    return _SILENT if language is ENGLISH else language.silent | language.and_words


def _shortened(text: str) -> str:
    return re.sub(r"^(?:the|an?|die|der|das|la|le|l'|el|o|de) (?=[A-Z])|\.", "", text)


def _initials(text: str, language: Language) -> str:
    silent = _silent(language)
    words = re.findall(r"\w+", text)
    return "".join(word[0] for word in words if word.casefold() not in silent).upper()


def _with_first_names(form: str, text: str) -> str:
    """Return a name with the first names of an answer in the place of its initials: J. S. Bach."""
    names, words = form.replace(".", ". ").split(), text.split()
    # A single one may be of a genus: Entamoeba is no E. coli.
    if len(names) != len(words) or len(_INITIAL.findall(form)) == 1:
        return form
    pairs = zip(names, words, strict=True)
    return " ".join(b if _INITIAL.fullmatch(a) and a[0] == b[0] else a for a, b in pairs)


def _is_cut_short(text: str, form: str) -> bool:
    """Return whether a text is the beginning of a word with a full stop: cresc."""
    cut = text.removesuffix(".").casefold()
    is_cut = text.endswith(".") and cut.isalpha() and len(cut) >= _LEAST_OF_CUT
    return is_cut and form.isalpha() and form.casefold().startswith(cut)


def _may_be_another(text: str, question: str, others: Iterable[str], language: Language) -> bool:
    """Return whether a short name is of another name, or of words of the question, too."""
    short = _shortened(text)
    if _names(question, short) or short in _initials(question, language):
        return True
    alike = (other for other in others if other.removeprefix("the ")[:1].upper() == short[:1])
    return any(_is_short_name_of(text, other, language) for other in alike)


def _spelled_out(text: str) -> str:
    """Return an answer without the short name that it spells out itself; "" without one."""
    if found := _BESIDE.fullmatch(text):
        long, short = sorted(found.groups(), key=len, reverse=True)
        return long if _SHORT_NAME.fullmatch(short) and _abbreviates(short, long) else ""
    return ""


def _abbreviates(short: str, long: str) -> bool:
    """Return whether the letters of a short name stand in a long one in this order, first first."""
    letters = iter(long.casefold())
    is_within = all(letter in letters for letter in short.removesuffix("s").casefold())
    return is_within and long[:1].casefold() == short[:1].casefold()


# --- nouns, verbs and adjectives of one root -----------------------------------------------------


def _events(form: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield an event beside an act, as a sentence of whoever did it: the reduction of iron."""
    for noun_side, verb_side, is_turned in ((form, text, False), (text, form, True)):
        event, act = _EVENT.fullmatch(noun_side), _OPENING.fullmatch(verb_side)
        if not event or not act:
            continue
        for verb in act[1].split()[: _LONGEST_SUBJECT + 1]:
            if are_related("act", verb, event[2]):
                said = " ".join(filter(None, (event[4] or event[1], verb, event[3])))
                yield (act[1], said) if is_turned else (said, act[1])


def _qualities(form: str, text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield a noun behind "of" beside the adjective made of it."""
    kind = "quality" if language is ENGLISH else f"quality-{language.code}"
    for noun_side, word_side, is_turned in ((form, text, False), (text, form, True)):
        parted = _of_pattern(language).fullmatch(f" {noun_side}")
        for word in re.findall(r"\w+", word_side) if parted else ():
            if parted and _belongs(word, parted, kind, language):
                pair = (word, parted[2]) if language.has_head_last else (parted[2], word)
                said = " ".join((parted[1], *pair)).strip()
                yield (form, said) if is_turned else (said, text)


def _belongs(word: str, parted: re.Match[str], kind: str, language: Language) -> bool:
    """Return whether an adjective is of the noun behind "of"."""
    if is_own_adjective(word, parted[4], language.code):
        return True
    may_qualify = language.has_free_order or _may_qualify(parted)
    return may_qualify and are_related(kind, word, parted[4])


@cache
def _of_pattern(language: Language) -> re.Pattern[str]:
    """Return what reads a noun with another one behind "of", its article apart: d'un volcan."""
    joints = language.links | (language.articles if language.has_free_order else frozenset())
    joint = f"(?:{'|'.join(joints)})(?:\\s+|')" if joints else ""
    article = f"(?:({'|'.join(language.articles) or '-'})(?:\\s+|'))?"
    return re.compile(rf"(.*)\s(\w+)\s+{joint}{article}(\w+)", re.IGNORECASE)


def _may_qualify(parted: re.Match[str]) -> bool:
    """Return whether a noun behind "of" is one, not several that are counted: number of atoms."""
    return bool(parted[3]) or not parted[4].endswith("s") or parted[4].endswith(("us", "is"))
