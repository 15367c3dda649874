"""A text as it is compared: words with their keys, clauses, brackets and denials.

Without a grammar: clauses are told by marks and by closed classes of words, and where that goes
wrong a claim is at worst `unproved`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.grading.dictionary import Dictionary
from quizapp.grading.languages import language_of
from quizapp.prove.phrases import INSTEAD
from quizapp.prove.word_classes import FRAME, HEDGES, PREPOSITIONS, words_of
from quizapp.prove.word_roots import may_be_verb, word_keys

TOKEN = re.compile(
    r"(?P<name>[^\W\d_]+(?:-\d+[A-Z][^\W\d_]*)+(?!\w)|[^\W\d_]+[-/]?\d[\w]*(?![\w.,]*\d)|\d+(?::\d+)+|\d+[A-Z]+\b)"
    r"|(?P<rank>\d+(?:st|nd|rd|th)\b)"
    r"|(?P<number>(?<![^\s(\[/<>=≤≥~±])[-+±]?\s?(?<![.\d])\d+(?:[.,]\d+)*(?:e[-+]?\d+)?"
    r"|\d+(?:[.,]\d+)*(?:e[-+]?\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<mark>[;:,.()\[\]<>≤≥~=%‰°/±-])"
)
_SUBORDINATE = frozenset(
    {"although", "though", "while", "whereas", "if", "when", "because", "since"}
)
TURNS = frozenset({"but", "whereas", "while", "although", "though", "however", "yet"})
_RELATIVE = frozenset({"which", "whose", "whom", "who", "that"})
PRONOUNS = frozenset({"it", "its", "they", "their", "he", "she", "his", "her", "those", "them"})
AUXILIARIES = words_of(
    "is are was were be has have had did does do may might can could will would should must rose "
    "fell grew became led gave took made showed found held kept lost"
)
MODALS = words_of("to may might can could will would should must do does did")
_BEFORE_VERB = PRONOUNS | _RELATIVE | words_of(") % patients participants groups group")
_BEFORE_NOUN = PREPOSITIONS | words_of("the a between and or than")
_OBJECTS = words_of("a an the that this these its their no not")
_JOINING = frozenset({"and", "or", "so"})
_LABELS = words_of("study experiment trial phase type stage grade table figure version task test")
_STATISTICS = words_of("ci cri iqr hr or rr sd se auc irr")
_SHORT = 3  # letters of an article or a preposition
_STOPS = frozenset({";", ":", "."})
_LACKING = words_of("absent lacking missing")
_KNOWN = words_of(
    "known certain clear determined reported measured examined studied available seen"
)
_EXCEPTIONS = frozenset({"except"})  # what is excepted is denied in its own words


@dataclass(frozen=True, slots=True)
class TextToken:
    """A word, number or mark at a place of a text.

    Attributes:
        at: its place, from 0, over all sentences.
        form: in small letters.
        shown: as it stands in the normal form.
        phrase: the words of the author that it stands for, alone or with the tokens around it;
            None where it is written so.
        kind: name, rank, number, word or mark; a name holds digits that are no number.
        keys: what a word is known by.
        sentence: which sentence it is in.
        clause: which clause; a bracket is a clause of its own.
        parent: the clause that its bracket, or its clause without a subject, belongs to.
        is_content: whether a claim that has it must find it in its source.
        is_verb: whether it looks like a verb that says something of what stands before it.
        bracket: the innermost bracket that it is in; 0 outside of brackets.
        is_verbal: whether the word, or what it is a form of, is conjugated somewhere.
    """

    at: int
    form: str
    shown: str
    kind: str
    keys: frozenset[str] = frozenset()
    sentence: int = 0
    clause: int = 0
    parent: int = 0
    is_content: bool = False
    is_verb: bool = False
    bracket: int = 0
    is_verbal: bool = False
    phrase: "WrittenPhrase | None" = None

    @property
    def written(self) -> str:
        """The word for its author: as written, or all of the phrase that it stands for."""
        return self.shown if self.phrase is None else self.phrase.text


@dataclass(frozen=True, slots=True)
class WrittenPhrase:
    """Words of an author that the normal form has otherwise, and the place of the first of them."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies, with the places of the words that it may deny.

    `behind` are those that it denies before all: what is said, not of whom. One that names a kind
    may be said otherwise: never users, those who had not used it.
    """

    at: int
    scope: frozenset[int]
    behind: frozenset[int]
    is_naming: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One or more sentences, read."""

    tokens: tuple[TextToken, ...]
    denials: tuple[Denial, ...]
    language: str

    @property
    def content(self) -> Iterator[TextToken]:
        """The words that say what the text is about."""
        return (each for each in self.tokens if each.is_content)


def read_text(sentences: Sequence[str], language: str, dictionary: Dictionary) -> Reading:
    """Return `sentences`, in normal form, as they are compared."""
    tokens: list[TextToken] = []
    clauses = 0
    for number, sentence in enumerate(sentences):
        raw = [_token(each, language, dictionary) for each in TOKEN.finditer(sentence)]
        raw = [_named(raw, at) for at in range(len(raw))]
        placed = [
            replace(each, at=len(tokens) + at, sentence=number, is_verb=_looks_like_verb(raw, at))
            for at, each in enumerate(raw)
        ]
        marked = _mark_clauses(placed, clauses + 1)
        clauses = max((each.clause for each in marked), default=clauses)
        parents = {each.clause: each.parent for each in marked}
        tokens.extend(replace(each, parent=_root(each.clause, parents)) for each in marked)
    denials = tuple(_denials(tokens, language))
    for each in denials:
        if each.is_naming and tokens[each.at].form == "never":
            tokens[each.at] = replace(tokens[each.at], is_content=True)
    return Reading(tuple(tokens), denials, language)


def _root(clause: int, parents: Mapping[int, int]) -> int:
    """Return the clause with a subject of its own that `clause` belongs to."""
    while parents.get(clause, clause) != clause:
        clause = parents[clause]
    return clause


def _token(found: re.Match[str], language: str, dictionary: Dictionary) -> TextToken:
    """Return a token that knows nothing of its place yet."""
    kind, shown = found.lastgroup or "", found.group()
    form = shown.casefold().removesuffix("'s")
    if kind not in {"word", "name"}:
        return TextToken(0, re.sub(r"\s", "", form), shown, kind)
    keys = word_keys(form, dictionary)
    negations = language_of(language).negations
    is_frame = not FRAME.isdisjoint({form, *keys}) if language == "en" else len(form) <= _SHORT
    is_letter = len(form) == 1 and kind == "word" and form.isascii()
    is_content = not (is_frame or is_letter or form in negations or form == INSTEAD)
    return TextToken(
        0, form, shown, kind, keys, is_content=is_content, is_verbal=may_be_verb(form, dictionary)
    )


def _named(tokens: Sequence[TextToken], at: int) -> TextToken:
    """Return the token at `at`, as a name where a number is part of one: Study 2, LP 791-18."""
    token = tokens[at]
    if token.kind != "number" or not token.form.isdigit() or not at:
        return token
    after = [each.form for each in tokens[at + 1 : at + 3]]
    is_joined = after[:1] == ["-"] and after[-1].isdigit() and _is_short_name(tokens[at - 1])
    first, *dash = tokens[max(0, at - 3) : at]  # LP, 791, -
    if [each.form.isdigit() for each in dash] == [True, False] and dash[-1].form == "-":
        is_joined = _is_short_name(first)
    is_labelled = tokens[at - 1].form in _LABELS and not {"%", "-"} & {*after[:1]}
    if not (is_joined or is_labelled):
        return token
    return replace(token, kind="name", keys=frozenset({token.form}), is_content=True)


def _is_short_name(token: TextToken) -> bool:
    """Return whether a token is letters that name a thing, and no statistic."""
    return len(token.shown) > 1 and token.shown.isupper() and token.form not in _STATISTICS


# --- clauses -------------------------------------------------------------------------------------


def _mark_clauses(tokens: Sequence[TextToken], first: int) -> list[TextToken]:
    """Return `tokens` of one sentence with their clauses, numbered from `first`."""
    marked: list[TextToken] = []
    clause, parent, bracket, fresh = first, first, 0, first
    outer: list[tuple[int, int, int]] = []
    is_open_subordinate = bool(tokens) and tokens[0].form in _SUBORDINATE
    in_relative, main = False, (first, first)
    for at, token in enumerate(tokens):
        if (
            in_relative
            and token.is_verb
            and not tokens[at - 1].is_verb
            and _has_verb(marked, clause)
        ):
            clause, parent, in_relative = main[0], main[1], False  # the trees that grew here died
        is_closing = token.form in {")", "]"} and bool(outer)
        if token.form in {"(", "["}:
            outer.append((clause, parent, bracket))
            fresh += 1
            clause, parent, bracket = fresh, clause, fresh
        elif (
            not is_closing
            and at
            and _begins_clause(tokens, at, is_open_subordinate=is_open_subordinate)
        ):
            is_open_subordinate = is_open_subordinate and token.form != ","
            fresh += 1
            if token.form in _RELATIVE:
                main = (clause, parent)
            in_relative = in_relative and token.form not in TURNS
            is_own = not (token.form in _RELATIVE or in_relative or bracket)
            is_own = is_own and _has_subject(
                tokens, at, is_joined=token.form in _JOINING, alone=True
            )
            in_relative = token.form in _RELATIVE or (in_relative and token.form in {"and", "or"})
            parent = fresh if is_own else parent
            clause = fresh
        marked.append(replace(token, clause=clause, parent=parent, bracket=bracket))
        if is_closing:
            clause, parent, bracket = outer.pop()
    return marked


def _has_verb(tokens: Sequence[TextToken], clause: int) -> bool:
    """Return whether a verb stands in `clause`, not counting one just before the end."""
    return any(each.is_verb for each in tokens[:-1] if each.clause == clause)


def _begins_clause(tokens: Sequence[TextToken], at: int, *, is_open_subordinate: bool) -> bool:
    """Return whether a clause begins with the token at `at`."""
    token = tokens[at]
    after = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if token.form in _STOPS or token.form in TURNS or token.form in _RELATIVE - {"that"}:
        return True
    if token.form in _SUBORDINATE or (token.form in HEDGES and after in _SUBORDINATE):
        return tokens[at - 1].form not in HEDGES
    if token.form == "that":
        return tokens[at - 1].form != "than" and after not in {"of", "in", "for", "with"}
    if token.form == "," and is_open_subordinate:
        return True
    has_verb = any(each.is_verb for each in _clause_before(tokens, at))
    return token.form in _JOINING and has_verb and _has_subject(tokens, at, is_joined=True)


def _clause_before(tokens: Sequence[TextToken], at: int) -> Iterator[TextToken]:
    """Yield the words before `at` back to a mark that ends a clause."""
    for token in reversed(tokens[:at]):
        if token.form in _STOPS or token.form in TURNS:
            return
        yield token


def _has_subject(
    tokens: Sequence[TextToken], at: int, *, is_joined: bool = False, alone: bool = False
) -> bool:
    """Return whether behind `at` something is said of something new: a noun, then a verb.

    A pronoun says it of what was said before. What is joined by "and" may be a second verb (rose
    and reached), so that there an auxiliary must tell.
    """
    has_noun = False
    # "And 29% had died" takes its noun from before.
    for token in tokens[at + 1 :]:
        if token.form in _STOPS or token.form in {",", "(", "and", "or"} | TURNS | _RELATIVE:
            return False
        if token.form in PRONOUNS and not has_noun:
            if alone:
                return False
            has_noun = True
        if token.is_verb and has_noun and (token.form in AUXILIARIES or not is_joined):
            return True
        if token.form in AUXILIARIES:
            return False
        has_noun = has_noun or token.is_content or (token.kind == "number" and not alone)
    return False


def _looks_like_verb(tokens: Sequence[TextToken], at: int) -> bool:
    """Return whether the word at `at` looks like a verb of what stands before it."""
    token = tokens[at]
    if token.form in AUXILIARIES:
        return not at or tokens[at - 1].form != "to"
    if token.kind != "word" or not at:
        return False
    before = tokens[at - 1]
    after = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if token.is_verbal and token.form.endswith("s") and after in _OBJECTS:  # suggests that
        is_noun = before.kind == "word" and before.form not in _BEFORE_NOUN | AUXILIARIES
        return is_noun and not before.form.endswith(("s", "ly"))
    if not token.form.endswith("ed"):
        return False
    is_compound = at + 1 < len(tokens) and tokens[at + 1].form == "-"
    follows = before.is_content or before.kind == "number" or before.form in _BEFORE_VERB
    return follows and not is_compound


# --- denials -------------------------------------------------------------------------------------


def _denials(tokens: Sequence[TextToken], language: str) -> Iterator[Denial]:
    """Yield what denies, with its scope: the rest of its clause.

    The whole clause where "not" stands behind its verb, or "no" opens it.
    """
    negations = language_of(language).negations
    for at, token in enumerate(tokens):
        before = tokens[at - 1].form if at else ""
        is_prefix = at + 1 < len(tokens) and tokens[at + 1].form == "-"  # non-specific
        is_denial = token.form in negations - _EXCEPTIONS or token.form == INSTEAD
        is_predicate = language == "en" and _denies_before(tokens, at)
        is_both = token.form == "without" and before in {"and", "or"}  # with or without it
        if not (is_denial or is_predicate) or is_prefix or is_both:
            continue
        if token.form == "nor" and any(t.form == "neither" for t in tokens[max(0, at - 12) : at]):
            continue  # neither … nor denies once
        inside = [each for each in tokens if each.clause == token.clause]
        is_side = any(each.form == "than" for each in tokens[max(0, at - 2) : at])  # than none
        if is_side or (token.form == "never" and _names_a_kind(tokens, at)):
            named = frozenset(_first_content(tokens, at + 1))
            yield Denial(at, named, named, is_naming=True)
            continue
        if token.form == "without":
            inside = inside[: _end_of_phrase(inside, at)]
        is_whole = language != "en" or before in AUXILIARIES or inside[0].at == at or is_predicate
        scope = {each.at for each in inside if is_whole or each.at > at}
        end = max((each.at for each in inside), default=at) + 1
        scope |= _complement(tokens, end) if token.form in {"no", "without"} else set()
        behind = {each.at for each in inside if each.at > at and each.is_content} & scope
        is_open = (
            language != "en" or is_predicate or not behind
        )  # was not examined: who knows what, and no more
        behind = scope if is_open else {each for each in scope if each > at}
        yield Denial(at, frozenset(scope), frozenset(behind))


def _denies_before(tokens: Sequence[TextToken], at: int) -> bool:
    """Return whether a word denies what it is said of: benefits were absent, the cause is unknown.

    A word with a prefix that denies does so where it is otherwise one that a sentence may leave
    out; any other is an opposite.
    """
    token = tokens[at]
    rest = token.form.removeprefix("un")
    is_bare = rest != token.form and rest in _KNOWN
    is_attribute = at + 1 < len(tokens) and tokens[at + 1].is_content
    return (is_bare or token.form in _LACKING) and not is_attribute


def _end_of_phrase(inside: Sequence[TextToken], at: int) -> int:
    """Return where in a clause the nouns behind a preposition at `at` end."""
    return next(
        (
            number
            for number, each in enumerate(inside)
            if each.at > at
            and (each.is_verb or each.form == "," or each.form in PREPOSITIONS - {"of"})
        ),
        len(inside),
    )


def _names_a_kind(tokens: Sequence[TextToken], at: int) -> bool:
    """Return whether the denial at `at` says of which kind something is: among never users."""
    is_first = not at or tokens[at - 1].sentence != tokens[at].sentence
    is_noun_next = at + 1 < len(tokens) and (
        tokens[at + 1].is_content or tokens[at + 1].form in _JOINING
    )
    return is_noun_next and (is_first or tokens[at - 1].form in _BEFORE_NOUN)


def _first_content(tokens: Sequence[TextToken], start: int) -> Iterator[int]:
    """Yield the place of the first noun from `start` on."""
    yield from [each.at for each in tokens[start : start + 4] if each.is_content][:1]


def _complement(tokens: Sequence[TextToken], start: int) -> set[int]:
    """Return the places of a clause from `start` on that says of what there is no evidence."""
    is_that = start < len(tokens) and tokens[start].form == "that"
    if not is_that or tokens[start - 1].is_content or tokens[start - 1].kind != "word":
        return set()
    return {each.at for each in tokens if each.clause == tokens[start].clause}
