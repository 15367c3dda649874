"""Nouns said otherwise in any language: a compound by its parts, an event as a sentence.

What is yielded is judged as an answer itself is. No word is exchanged for another root.
"""

import re
from collections.abc import Iterator

from quizapp.grading.derivations import are_related
from quizapp.grading.fold import bare
from quizapp.grading.languages import ENGLISH, Language
from quizapp.grading.tokens import Token, tokens_of
from quizapp.grading.words import LanguageData, Likeness, match_words

_LINKING = ("", "s", "n", "en", "es", "er", "e", "-")  # between the nouns of a compound
_GENITIVES = ("s", "es", "ens")  # des Herzens
_SHORTEST_PART = 3  # letters
_SHORTEST_HEAD = 4
_SHORTEST_VERB = 4  # letters that it shares with its noun
_LONGEST_ENDING = 4
_LONGEST_EVENT = 5  # words
_AT = re.compile(r"(\w+) (?:at|during|on|in|from|with) (?:the )?(\w+)", re.IGNORECASE)
_TWO = re.compile(r"(\w+) (\w+)")
_GERUND = re.compile(r"\w{3,}ing")
_ACTION = re.compile(r"\b(?:process|act|action|activity|practice|technique|method)\b")
_ASKED = re.compile(
    r"\b(?=(?:which|what|what (?:is|are)|(?:name|term|word) (?:for|of))\s+((?:\w+\s+){0,2}\w+))",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся)?$")
_PARTICIPLE = re.compile(r"(?:ен|ан|ят)(?:о|а|ы)$")
_NOT_BUT = {
    "en": r"not (.+?),? but (?:rather )?(.+)",
    "de": r"nicht (.+?),? sondern (.+)",
    "fr": r"(?:non|pas) (.+?),? mais (.+)",
    "es": r"no (.+?),? sino (.+)",
    "it": r"non (.+?),? (?:ma|bensì) (.+)",
    "pt": r"não (.+?),? mas (?:sim )?(.+)",
    "nl": r"niet (.+?),? maar (.+)",
    "ru": r"не (.+?), а (.+)",
}


def noun_wordings(
    form: str, text: str, data: LanguageData, question: str
) -> Iterator[tuple[str, str]]:
    """Yield pairs of a form of the key and an answer, one of both said otherwise."""
    language = data.language
    denied = _NOT_BUT.get(language.code)
    if denied and (found := re.fullmatch(denied, text, re.IGNORECASE)):
        yield form, found[2]
    if (rest := _without_sort(text, language)) and not _without_sort(form, language):
        yield form, rest
    pairs = ((form, text), (text, form))
    if language.has_compounds and any(_is_compound_of(*pair, data) for pair in pairs):
        yield form, form
    if language is ENGLISH:
        if any(_stands_at(*pair) for pair in pairs) or _is_act_asked(form, text, question):
            yield form, form
        if _is_of_class(form, text, question):
            yield form, form
    elif any(_is_event(*pair, data) for pair in pairs):
        yield form, form


# --- what a noun is of ---------------------------------------------------------------------------


def _without_sort(text: str, language: Language) -> str:
    """Return what a noun that says only which sort of thing it is is of: процесс осмоса."""
    tokens = tokens_of(text, language)
    if len(tokens) < 2:  # noqa: PLR2004
        return ""
    at = 1 if tokens[0].form in language.articles else 0
    if tokens[at].form not in language.sorts:
        return ""
    rest = tokens[at + 1 :]
    joints = language.links | language.articles
    while rest and rest[0].form in joints:
        rest = rest[1:]
    is_joined = len(rest) < len(tokens) - at - 1 or not language.links or language.has_free_order
    return " ".join(token.text for token in rest) if is_joined else ""


def _is_compound_of(compound: str, phrase: str, data: LanguageData) -> bool:
    """Return whether a phrase has the parts of a compound: ontsteking van de longen."""
    words = [token for token in tokens_of(compound, data.language) if not _is_article(token, data)]
    parts = [token for token in tokens_of(phrase, data.language) if not _is_article(token, data)]
    if len(words) != 1 or len(parts) != 3 or parts[1].form not in data.language.links | {"in"}:  # noqa: PLR2004
        return False
    whole, head, part = words[0].form, parts[0].form, parts[2].form
    heads = {head, *data.words.lemmas(head)}
    stems = {part, *data.words.lemmas(part), *(part.removesuffix(each) for each in _GENITIVES)}
    return any(
        whole == stem + linking + each
        for each in heads
        for stem in stems
        for linking in _LINKING
        if len(each) >= _SHORTEST_HEAD and len(stem) >= _SHORTEST_PART
    )


def _is_article(token: Token, data: LanguageData) -> bool:
    return token.form in data.language.articles and token.form not in data.language.links


def _stands_at(one: str, other: str) -> bool:
    """Return whether one noun stands by another that the other text makes an adjective."""
    at, two = _AT.fullmatch(one), _TWO.fullmatch(re.sub(r"^(?:the|an?) ", "", other))
    if not at or not two or at[1].casefold() != two[2].casefold():
        return False
    return any(are_related(kind, two[1], at[2]) for kind in ("act", "quality"))


def _is_act_asked(form: str, text: str, question: str) -> bool:
    """Return whether an act is asked for, and its verb named: subducting."""
    is_verb = _GERUND.fullmatch(text.casefold()) and not _GERUND.fullmatch(form.casefold())
    return bool(is_verb and _ACTION.search(question) and are_related("act", text, form))


def _is_of_class(form: str, text: str, question: str) -> bool:
    """Return whether an adjective of the key says which ones of what is asked for are meant."""
    words = re.sub(r"^(?:the|an?) ", "", text).casefold().split()
    if len(words) != 2 or " " in form:  # noqa: PLR2004
        return False
    asked = " ".join(_ASKED.findall(question)).casefold().split()
    return words[1] in asked and are_related("quality", words[0], form)


# --- events --------------------------------------------------------------------------------------


def _is_event(noun_side: str, verb_side: str, data: LanguageData) -> bool:
    """Return whether a sentence says that what a noun names was done: on a pris la Bastille."""
    language = data.language
    event, said = tokens_of(noun_side, language), tokens_of(verb_side, language)
    if not _has_free_doer(said, language) or len(event) > _LONGEST_EVENT + 1:
        return False
    silent = language.silent | language.definite | language.auxiliaries | language.perfects
    nouns = [token for token in event if token.form not in silent]
    words = [token for token in said if token.form not in silent]
    if len(nouns) < 2 or len(words) != len(nouns):  # noqa: PLR2004
        return False
    verbs = [word for word in words if _are_of_one_root(word.form, nouns[0].form)]
    is_said = any(token.form in language.auxiliaries for token in said)
    if len(verbs) != 1 or not (is_said or _is_russian_verb(verbs[0].form, data)):
        return False
    rest = [word for word in words if word is not verbs[0]]
    return all(any(_are_one(noun, word, data) for word in rest) for noun in nouns[1:])


def _is_russian_verb(form: str, data: LanguageData) -> bool:
    """Return whether a word is a verb by its infinitive, or a short participle: отменено."""
    lemmas = data.words.lemmas(form)
    return any(map(_INFINITIVE.search, lemmas)) or bool(_PARTICIPLE.search(form))


def _are_one(one: Token, other: Token, data: LanguageData) -> bool:
    return match_words(one, other, data).likeness <= Likeness.ACCENT


def _has_free_doer(said: tuple[Token, ...], language: Language) -> bool:
    """Return whether a sentence leaves out who did it, as the noun of the event does."""
    forms = {token.form for token in said}
    if not forms.isdisjoint(language.negations):
        return False
    return language.has_impersonal or not forms.isdisjoint(language.auxiliaries)


def _are_of_one_root(verb: str, noun: str) -> bool:
    """Return whether a verb and a noun share all but their endings."""
    one, other = bare(verb), bare(noun)
    shared = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1),
        min(len(one), len(other)),
    )
    return shared >= max(_SHORTEST_VERB, min(len(one), len(other)) - _LONGEST_ENDING)
