"""Comparing a typed phrase with one form of the key, word by word.

What is found is a `Comparison`: which words fit and how, which are missing, which are extra, and
whether the order tells. `quizapp.grading.terms` makes a grade of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import permutations

from quizapp.grading.derivations import is_made_of_name, is_own_adjective
from quizapp.grading.equal_forms import are_equal_forms, other_article, turn_link
from quizapp.grading.fold import bare
from quizapp.grading.languages import ENGLISH, Accents, Language
from quizapp.grading.tokens import Token, tokens_of, without_articles
from quizapp.grading.words import Fault, LanguageData, Likeness, WordMatch, match_words

_AND = "&"
_MOST_TIMES_THE_KEY, _MOST_BESIDE = 2, 6  # words; what has more of them is another answer
_LETTERS_OF_SPACING = 5  # letters from which two words may be one that was parted
_SHORTEST_SWAPPED = 3  # letters of a word in a phrase, two of which may be swapped
# Signs around which the order tells, as it does around the directing words of a language.
_SIGNS_THAT_TELL = frozenset("+/=<>%*#→~|^")


class Order(Enum):
    """How the words of an answer stand beside those of the key."""

    SAME = "same"  # or moved as the language lets one move them
    OTHER = "other"  # it may tell: a horse race is no race horse
    TURNED = "turned"  # it tells: B causes A


@dataclass(frozen=True, slots=True)
class Fit:
    """A word of the key, the typed word that fits it, and how."""

    key: Token
    typed: Token
    match: WordMatch
    at: int = 0  # the place of the typed word


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a typed phrase is to one form of the key.

    Attributes:
        form: the form of the key.
        is_equal: whether both are the same, written on.
        fits: words that fit, in the key's order.
        missing: words of the key that nothing fits.
        extra: typed words that fit nothing.
        order: whether the words that fit stand as in the key.
        is_denied: whether one side denies and the other does not.
        article: the article of the key and the typed one, where they exclude each other.
    """

    form: str
    is_equal: bool = False
    fits: tuple[Fit, ...] = ()
    missing: tuple[Token, ...] = ()
    extra: tuple[Token, ...] = ()
    order: Order = Order.SAME
    is_denied: bool = False
    article: tuple[str, str] | None = None

    def of_likeness(self, likeness: Likeness) -> tuple[Fit, ...]:
        """Return the fits of one kind."""
        return tuple(fit for fit in self.fits if fit.match.likeness is likeness)


def compare_phrases(form: str, typed: str, data: LanguageData) -> Comparison:
    """Return what `typed` is to one form of the key."""
    language = data.language
    key, given = tokens_of(form, language), tokens_of(typed, language)
    if not key or not given or len(given) > _MOST_TIMES_THE_KEY * len(key) + _MOST_BESIDE:
        return Comparison(form, missing=key, extra=given)
    article = other_article(key, given, language)
    if article is None and are_equal_forms(form, typed, language):
        return Comparison(form, is_equal=True)
    turned = turn_link(key, language), turn_link(given, language)
    is_bound = turned != (key, given) or any(token.opens for token in key[1:])
    key = _without_silent(turned[0], data, is_key=True)
    names = _names_in(tokens_of(form, language), language)
    key = _content(key, language, names)
    given = _content(_without_silent(turned[1], data, is_key=False), language, names)
    key, given = _respace(key, given, data), _respace(given, key, data)
    fits, missing, extra = _assign(key, given, tokens_of(form, language)[-1], data)
    order = _compare_order(key, fits, language, is_bound=is_bound)
    if order is Order.TURNED and _stand_alike(form, typed, fits, language):
        order = Order.OTHER  # the right of silence is not the right to silence turned round
    return Comparison(
        form,
        fits=fits,
        missing=missing,
        extra=extra,
        order=order,
        is_denied=_deny_otherwise(key, given, language),
        article=article,
    )


def _stand_alike(form: str, typed: str, fits: Sequence[Fit], language: Language) -> bool:
    """Return whether the words that fit stand as they do in a key that has a directing word."""
    key, given = tokens_of(form, language), tokens_of(typed, language)
    if not any(token.form in language.directing for token in key):
        return False
    places = [
        (key.index(fit.key), given.index(fit.typed))
        for fit in fits
        if fit.key in key and fit.typed in given
    ]
    return len(places) == len(fits) and [place for _, place in sorted(places)] == sorted(
        place for _, place in places
    )


def _without_silent(
    tokens: tuple[Token, ...], data: LanguageData, *, is_key: bool
) -> tuple[Token, ...]:
    """Return tokens without articles, unless there is nothing else."""
    plain = without_articles(tokens, data.language, is_key=is_key)
    if len(plain) > 1 and plain[0].form in data.language.prepositions:
        joined = plain[0].form + plain[1].form
        if not data.words.is_empty and not data.words.known(joined):  # in active is inactive
            plain = plain[1:]
    return plain or tokens


def _names_in(key: Sequence[Token], language: Language) -> frozenset[str]:
    """Return the fillers that are part of a name: São Paulo, the bundle of His."""
    is_name = all(word.is_capitalised or word.form in language.links for word in key)
    names = (word.form for word in key[0 if is_name else 1 :] if word.is_capitalised)
    return frozenset(names) & language.fillers


def _content(
    tokens: tuple[Token, ...], language: Language, names: frozenset[str]
) -> tuple[Token, ...]:
    """Return the tokens that say something; all of them where none does."""
    kept = tuple(
        token
        for at, token in enumerate(tokens)
        if not _is_silent(tokens, at, language)
        or token.form in names
        or (token.is_letter and (token.is_capitalised or at + 1 == len(tokens)))
        or (at + 1 < len(tokens) and tokens[at + 1].is_glued)
    )
    return kept or tokens


def _is_silent(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Return whether a word says nothing; one that joins two nouns must stand between two.

    Or before a name: van Gogh.
    """
    form = tokens[at].form
    if form in language.articles or form in language.fillers:
        return True
    is_between = 0 < at < len(tokens) - 1
    opens_name = (
        not at and len(tokens) > 1 and tokens[1].is_capitalised and tokens[0].text.islower()
    )
    return form in language.links and (is_between or opens_name)


def _respace(
    tokens: tuple[Token, ...], others: Sequence[Token], data: LanguageData
) -> tuple[Token, ...]:
    """Return `tokens` with two that together are one of `others` written on as one."""
    at = 0
    spaced = list(tokens)
    while at + 1 < len(spaced):
        one, other = spaced[at], spaced[at + 1]
        if other.form in data.language.particles:  # steigt an: ansteigt
            one, other = other, one
        joined = Token(one.text + other.text, one.form + other.form)
        if _is_one(joined, (one, other), others, data):
            spaced[at : at + 2] = [joined]
        at += 1
    return tuple(spaced)


def _is_one(
    joined: Token, parts: tuple[Token, Token], others: Sequence[Token], data: LanguageData
) -> bool:
    """Return whether two words are one of `others` that was parted: neither fits by itself."""
    if all(part.number is not None for part in parts):
        return False
    if len(joined.form) < _LETTERS_OF_SPACING and joined.form.isalpha():
        return any(other.form == joined.form for other in others)
    if any(
        match_words(other, part, data).likeness <= Likeness.SLIP
        for other in others
        for part in parts
    ):
        return False
    return any(match_words(other, joined, data).likeness <= Likeness.SLIP for other in others)


def _assign(
    key: Sequence[Token], given: Sequence[Token], last: Token, data: LanguageData
) -> tuple[tuple[Fit, ...], tuple[Token, ...], tuple[Token, ...]]:
    """Return which typed word fits which of the key, what is missing, and what is extra.

    The most alike are given away first, and of these the ones that stand alike. `last` is the last
    word of the key as written: a surname, which no initial stands for.
    """
    denials = data.language.negations
    has_marks = sum(bare(word.form) != word.form for word in key) > 1
    is_bare = has_marks and data.language.accents is Accents.MARK
    is_bare = is_bare and all(bare(word.form) == word.form for word in given)
    matches = sorted(
        (match.likeness, word.form not in (other.form, *denials), abs(place - at), place, at)
        for place, word in enumerate(key)
        for at, other in enumerate(given)
        if (match := _match(key, place, other, last, data, is_bare=is_bare)).likeness
        < Likeness.OTHER
    )
    place_of: dict[int, int] = {}
    for *_, place, at in matches:
        if place not in place_of and at not in place_of.values():
            place_of[place] = at
    fits = tuple(
        Fit(key[place], given[at], _match(key, place, given[at], last, data, is_bare=is_bare), at)
        for place, at in sorted(place_of.items())
    )
    missing = tuple(word for place, word in enumerate(key) if place not in place_of)
    used = set(place_of.values())
    return fits, missing, tuple(word for at, word in enumerate(given) if at not in used)


def _match(  # noqa: PLR0913 (a word, where it stands, and what is known of both texts)
    key: Sequence[Token],
    place: int,
    typed: Token,
    last: Token,
    data: LanguageData,
    *,
    is_bare: bool,
) -> WordMatch:
    """Return what a typed word is to the word of the key at `place`.

    `is_bare`: several words of the key have marks, and the answer has none.

    In a phrase words that deny are one, and a name may be cut: C. albicans, Mt Everest; two
    letters of a short word may be swapped.
    """
    word = key[place]
    if len(key) == 1:
        return match_words(word, typed, data)
    if typed.form == bare(word.form) != word.form and is_bare:
        return WordMatch(Likeness.ACCENT, Fault.ACCENT)  # typed where there are no accents
    if {word.form, typed.form} <= data.language.negations:
        return WordMatch(Likeness.SAME)
    is_initial = typed.is_letter and typed.form == bare(word.form[0])
    is_initial = is_initial and (typed.is_capitalised or typed.form not in data.language.articles)
    is_name = word != last and word.text.istitle() and word.form.isalpha()
    is_cut = _is_contraction(typed.form, word.form) or _is_contraction(word.form, typed.form)
    if is_name and (is_initial or is_cut):
        return WordMatch(Likeness.SAME)
    are_names = word.is_capitalised and typed.is_capitalised and data.language is ENGLISH
    if are_names and any(is_made_of_name(*pair) for pair in permutations((word.form, typed.form))):
        return WordMatch(Likeness.SAME)
    pairs = permutations((word.form, typed.form))
    if word != last and any(is_own_adjective(*pair, data.language.code) for pair in pairs):
        return WordMatch(Likeness.SAME)  # deep vein, deep venous thrombosis
    is_swapped = word.text.islower() and typed.form in _swapped(word.form)
    if is_swapped and not data.words.is_empty and not data.words.known(typed.form):
        return WordMatch(Likeness.SLIP, Fault.LETTER)  # mens rae
    return match_words(word, typed, data)


def _swapped(word: str) -> frozenset[str]:
    """Return what two neighbouring letters swapped make of a short word."""
    ends = range(1, len(word)) if _SHORTEST_SWAPPED <= len(word) <= _LETTERS_OF_SPACING else ()
    return frozenset(word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in ends)


def _is_contraction(short: str, long: str) -> bool:
    """Return whether a word is the first and the last letter of another: St, Mt, Dr."""
    return len(short) == 2 and len(long) > 2 * len(short) and short == long[0] + long[-1]  # noqa: PLR2004


def _compare_order(
    key: Sequence[Token], fits: Sequence[Fit], language: Language, *, is_bound: bool
) -> Order:
    """Return how the words that fit stand; `is_bound`: their order tells whatever they are."""
    places = [fit.at for fit in fits]
    if places == sorted(places):
        return Order.SAME
    binding = sum(_binds(fit.key) for fit in fits)
    directs = any(
        token.form in language.directing or token.form in _SIGNS_THAT_TELL for token in key
    )
    is_reversed = places == [2, 1, 0]
    if is_reversed and fits[1].key.form == _AND and all(fit.key.text.islower() for fit in fits):
        return Order.SAME  # green and red
    is_reversed = is_reversed and fits[1].key.form.isalpha()  # B conquers A
    if is_bound or directs or binding > 1 or (is_reversed and not language.has_free_order):
        return Order.TURNED
    if language.has_free_order:
        has_same_endings = all(fit.key.form == fit.typed.form for fit in fits)
        return Order.SAME if has_same_endings else Order.OTHER
    lowest = places.index(min(places))
    # What is named stands last still: the left upper lobe, the upper left lobe.
    has_head = len(places) > 2 and places[-1] == max(places)  # noqa: PLR2004
    if language.has_head_last and has_head and all(_is_plain(fit) for fit in fits):
        return Order.SAME
    is_moved = len(places) > 2 and [*places[lowest:], *places[:lowest]] == sorted(places)  # noqa: PLR2004
    return Order.SAME if is_moved else Order.OTHER


def _is_plain(fit: Fit) -> bool:
    return fit.key.form == fit.typed.form


def _binds(token: Token) -> bool:
    """Return whether a token says something of its neighbour: a number, a letter, a sign."""
    return token.form != _AND and (
        token.number is not None
        or token.is_letter
        or not token.form.isalpha()
        or (token.text.isupper() and len(token.text) > 1)
    )


def _deny_otherwise(key: Sequence[Token], given: Sequence[Token], language: Language) -> bool:
    """Return whether one side denies and the other does not."""
    denials = [sum(_denies(token, language) for token in side) for side in (key, given)]
    return (
        bool(denials[0]) != bool(denials[1]) if language.has_concord else denials[0] != denials[1]
    )


def _denies(token: Token, language: Language) -> bool:
    is_number = token.text == "No" and language.code == "en"  # No. 5
    return token.form in language.negations and not is_number


def find_fault(comparison: Comparison, data: LanguageData) -> tuple[Fit, ...]:
    """Return missing words beside the extra ones that stand for them, those with a veto first."""
    pairs = [
        Fit(key, typed, match_words(key, typed, data))
        for key in comparison.missing
        for typed in comparison.extra
    ]
    order = {Fault.OPPOSITE: 0, Fault.ANOTHER_WORD: 1}
    return tuple(sorted(pairs, key=lambda fit: order.get(fit.match.fault, 2)))
