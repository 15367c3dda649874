"""Comparing a typed phrase with one form of the key, word by word.

What is found is a `Comparison`: which words fit and how, which are missing, which are extra, and
whether the order tells. `quizapp.grading.terms` makes a grade of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.languages import Language
from quizapp.grading.tokens import Token, join_tokens, latin_form, tokens_of, without_articles
from quizapp.grading.words import Fault, Likeness, WordMatch, match_words

_AND = "&"
_MOST_TIMES_THE_KEY, _MOST_BESIDE = 2, 6  # words; what has more of them is another answer
_LETTERS_OF_SPACING = 5  # letters from which two words may be one that was parted
_LINKING_LETTERS = ("", "s", "n", "en", "es", "er", "e")  # between the nouns of a German compound
# Words and signs around which the order tells: A causes B is not B causes A.
_DIRECTING = frozenset(
    [
        "to",
        "from",
        "than",
        "v",
        "vs",
        "versus",
        "before",
        "after",
        "into",
        "under",
        "over",
        "/",
        "=",
        "→",
        ">",
        "<",
        "causes",
        "inhibits",
        "activates",
        "AND",
        "OR",
        "zu",
        "nach",
        "vor",
        "gegen",
        "als",
        "à",
        "contre",
        "avant",
        "après",
        "que",
        "a",
        "contra",
        "antes",
        "después",
        "prima",
        "dopo",
        "naar",
        "voor",
        "tegen",
        "dan",
        "к",
        "от",
        "до",
        "после",
        "против",
    ]
)
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


def compare_phrases(form: str, typed: str, language: Language) -> Comparison:
    """Return what `typed` is to one form of the key."""
    key, given = tokens_of(form, language), tokens_of(typed, language)
    if not key or not given or len(given) > _MOST_TIMES_THE_KEY * len(key) + _MOST_BESIDE:
        return Comparison(form, missing=key, extra=given)
    article = _other_article(key, given, language)
    if article is None and are_equal_forms(form, typed, language):
        return Comparison(form, is_equal=True)
    turned = _turn(key, language), _turn(given, language)
    is_bound = turned != (key, given) or any(token.opens for token in key[1:])
    key = _content(_without_silent(turned[0], language, is_key=True), language)
    given = _content(_without_silent(turned[1], language, is_key=False), language)
    key, given = _respace(key, given, language), _respace(given, key, language)
    fits, missing, extra = _assign(key, given, tokens_of(form, language)[-1], language)
    return Comparison(
        form,
        fits=fits,
        missing=missing,
        extra=extra,
        order=_compare_order(key, fits, language, is_bound=is_bound),
        is_denied=_deny_otherwise(key, given, language),
        article=article,
    )


def are_equal_forms(key: str, typed: str, language: Language) -> bool:
    """Return whether two texts are the same, written on: articles and spaces do not tell.

    But "a typical" is not "atypical", and an article that excludes the key's is another one.
    """
    one, other = tokens_of(key, language), tokens_of(typed, language)
    if not one or not other:
        return key == typed
    is_whole = other[0] not in _lone_articles(other, language) or one[0].form == other[0].form
    ways = _spellings(other, typed, language, is_whole=is_whole)
    if _spellings(one, key, language, is_key=True).isdisjoint(ways):
        return False
    return join_tokens(one) == join_tokens(other) or not _other_article(one, other, language)


def _lone_articles(tokens: Sequence[Token], language: Language) -> tuple[Token, ...]:
    """Return the article of one letter that opens a text, where a space parts it from the next."""
    is_one = len(tokens) > 1 and tokens[0].is_letter and tokens[0].form in language.articles
    return (tokens[0],) if is_one and not tokens[1].is_glued else ()


def _spellings(
    tokens: tuple[Token, ...],
    text: str,
    language: Language,
    *,
    is_key: bool = False,
    is_whole: bool = True,
) -> frozenset[str]:
    """Return the ways in which `text` may be written on; `is_whole`: with its articles, too."""
    ways = [without_articles(tokens, language, is_key=is_key)]
    if is_whole:
        ways += [tokens, tokens_of(latin_form(text), language)]
    joined = {join_tokens(way) for way in ways}
    turned = _turn(tokens, language)
    if turned != tokens:
        turned = without_articles(turned, language)
        linking = _LINKING_LETTERS if language.code == "de" else ("",)
        joined |= {
            join_tokens((replace(turned[0], form=turned[0].form + letters), *turned[1:]))
            for letters in linking
        }
    if len(tokens) > 1 and tokens[-1].form in language.particles:
        joined.add(join_tokens((tokens[-1], *tokens[:-1])))  # steigt an: ansteigt
    return frozenset(joined)


def _without_silent(
    tokens: tuple[Token, ...], language: Language, *, is_key: bool
) -> tuple[Token, ...]:
    """Return tokens without articles, unless there is nothing else."""
    plain = without_articles(tokens, language, is_key=is_key)
    if len(plain) > 1 and plain[0].form in language.prepositions:
        joined = plain[0].form + plain[1].form
        words = open_dictionary(language.code)
        if not words.is_empty and not words.known(joined):  # in active is inactive
            plain = plain[1:]
    return plain or tokens


def _turn(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """Return "X of Y" as "Y X", where the language puts the noun that is named last."""
    links = [at for at in range(1, len(tokens) - 1) if tokens[at].form in language.links]
    if not language.has_head_last or not links or links != list(range(links[0], links[-1] + 1)):
        return tokens
    is_article = tokens[links[0]].form in language.articles
    if is_article and len(tokens) > len(links) + 2:
        return tokens  # a sentence has articles, too
    return (*tokens[links[-1] + 1 :], *tokens[: links[0]])


def _content(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """Return the tokens that say something; all of them where none does."""
    kept = tuple(
        token
        for at, token in enumerate(tokens)
        if not _is_silent(tokens, at, language)
        or (token.is_letter and (token.is_capitalised or at + 1 == len(tokens)))
        or (at + 1 < len(tokens) and tokens[at + 1].is_glued)
    )
    return kept or tokens


def _is_silent(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Return whether a word says nothing; one that joins two nouns must stand between two."""
    form = tokens[at].form
    if form in language.articles or form in language.fillers:
        return True
    return form in language.links and 0 < at < len(tokens) - 1


def _respace(
    tokens: tuple[Token, ...], others: Sequence[Token], language: Language
) -> tuple[Token, ...]:
    """Return `tokens` with two that together are one of `others` written on as one."""
    at = 0
    spaced = list(tokens)
    while at + 1 < len(spaced):
        one, other = spaced[at], spaced[at + 1]
        if other.form in language.particles:  # steigt an: ansteigt
            one, other = other, one
        joined = Token(one.text + other.text, one.form + other.form)
        if _is_one(joined, (one, other), others, language):
            spaced[at : at + 2] = [joined]
        at += 1
    return tuple(spaced)


def _is_one(
    joined: Token, parts: tuple[Token, Token], others: Sequence[Token], language: Language
) -> bool:
    """Return whether two words are one of `others` that was parted: neither fits by itself."""
    if all(part.number is not None for part in parts):
        return False
    if len(joined.form) < _LETTERS_OF_SPACING and joined.form.isalpha():
        return any(other.form == joined.form for other in others)
    if any(
        match_words(other, part, language).likeness <= Likeness.SLIP
        for other in others
        for part in parts
    ):
        return False
    return any(match_words(other, joined, language).likeness <= Likeness.SLIP for other in others)


def _assign(
    key: Sequence[Token], given: Sequence[Token], last: Token, language: Language
) -> tuple[tuple[Fit, ...], tuple[Token, ...], tuple[Token, ...]]:
    """Return which typed word fits which of the key, what is missing, and what is extra.

    The most alike are given away first, and of these the ones that stand alike. `last` is the last
    word of the key as written: a surname, which no initial stands for.
    """
    matches = sorted(
        (match.likeness, abs(place - at), place, at)
        for place, word in enumerate(key)
        for at, other in enumerate(given)
        if (match := _match(key, place, other, last, language)).likeness < Likeness.OTHER
    )
    place_of: dict[int, int] = {}
    for _, _, place, at in matches:
        if place not in place_of and at not in place_of.values():
            place_of[place] = at
    fits = tuple(
        Fit(key[place], given[at], _match(key, place, given[at], last, language), at)
        for place, at in sorted(place_of.items())
    )
    missing = tuple(word for place, word in enumerate(key) if place not in place_of)
    used = set(place_of.values())
    return fits, missing, tuple(word for at, word in enumerate(given) if at not in used)


def _match(
    key: Sequence[Token], place: int, typed: Token, last: Token, language: Language
) -> WordMatch:
    """Return what a typed word is to the word of the key at `place`.

    In a phrase words that deny are one, and a name may be cut: C. albicans, Mt Everest.
    """
    word = key[place]
    if len(key) > 1 and {word.form, typed.form} <= language.negations:
        return WordMatch(Likeness.SAME)
    is_initial = typed.is_letter and typed.form == word.form[0]
    is_initial = is_initial and (typed.is_capitalised or typed.form not in language.articles)
    is_name = word != last and len(key) > 1 and word.text.istitle() and word.form.isalpha()
    is_cut = _is_contraction(typed.form, word.form) or _is_contraction(word.form, typed.form)
    if is_name and (is_initial or is_cut):
        return WordMatch(Likeness.SAME)
    return match_words(word, typed, language)


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
    directs = any(token.form in _DIRECTING or token.form in _SIGNS_THAT_TELL for token in key)
    if is_bound or directs or binding > 1:
        return Order.TURNED
    if language.has_free_order:
        has_same_endings = all(fit.key.form == fit.typed.form for fit in fits)
        return Order.SAME if has_same_endings else Order.OTHER
    lowest = places.index(min(places))
    is_moved = len(places) > 2 and [*places[lowest:], *places[:lowest]] == sorted(places)  # noqa: PLR2004
    return Order.SAME if is_moved else Order.OTHER


def _binds(token: Token) -> bool:
    """Return whether a token says something of its neighbour: a number, a letter, a sign."""
    return token.form != _AND and (
        token.number is not None
        or token.is_letter
        or not token.form.isalpha()
        or (token.text.isupper() and len(token.text) > 1)
    )


def _other_article(
    key: Sequence[Token], given: Sequence[Token], language: Language
) -> tuple[str, str] | None:
    """Return the articles before one noun, right and typed, where they exclude each other."""
    one, other = _articles(key, language), _articles(given, language)
    if language.has_free_order and min(len(one), len(other)) < 2:  # noqa: PLR2004
        return None  # a case alone says nothing of who does what
    for noun, article in one.items():
        typed = other.get(noun)
        if typed and typed != article and {typed, article} <= language.definite:
            return article, typed
    is_moved = len(one) == len(other) > 0 and set(one).isdisjoint(other) and key != given
    words = {token.form for token in key}
    if is_moved and all(noun in words for noun in other):
        return " ".join(next((a, n) for n, a in one.items())), " ".join(
            next((a, n) for n, a in other.items())
        )
    return None


def _articles(tokens: Sequence[Token], language: Language) -> dict[str, str]:
    """Return the article before each word that has a definite one."""
    return {
        after.form: token.form
        for token, after in pairwise(tokens)
        if token.form in language.definite and after.form not in language.definite
    }


def _deny_otherwise(key: Sequence[Token], given: Sequence[Token], language: Language) -> bool:
    """Return whether one side denies and the other does not."""
    denials = [sum(_denies(token, language) for token in side) for side in (key, given)]
    return (
        bool(denials[0]) != bool(denials[1]) if language.has_concord else denials[0] != denials[1]
    )


def _denies(token: Token, language: Language) -> bool:
    is_number = token.text == "No" and language.code == "en"  # No. 5
    return token.form in language.negations and not is_number


def find_fault(comparison: Comparison, language: Language) -> tuple[Fit, ...]:
    """Return missing words beside the extra ones that stand for them, those with a veto first."""
    pairs = [
        Fit(key, typed, match_words(key, typed, language))
        for key in comparison.missing
        for typed in comparison.extra
    ]
    order = {Fault.OPPOSITE: 0, Fault.ANOTHER_WORD: 1}
    return tuple(sorted(pairs, key=lambda fit: order.get(fit.match.fault, 2)))
