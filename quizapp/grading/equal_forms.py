"""Are two texts the same, written on? Articles, spaces and hyphens hardly tell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from quizapp.grading.languages import Language
from quizapp.grading.tokens import Token, join_tokens, latin_form, tokens_of, without_articles

_LINKING_LETTERS = ("", "s", "n", "en", "es", "er", "e")  # between the nouns of a German compound
_PARTED = re.compile(r"[^\W\d_]/|/[^\W\d_]")  # a fraction has digits on both sides


@lru_cache(maxsize=8192)
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
    return join_tokens(one) == join_tokens(other) or not other_article(one, other, language)


def _lone_articles(tokens: Sequence[Token], language: Language) -> tuple[Token, ...]:
    """Return the article of one letter that opens a text, where a space parts it from the next."""
    is_one = len(tokens) > 1 and tokens[0].is_letter and tokens[0].form in language.articles
    return (tokens[0],) if is_one and not tokens[1].is_glued else ()


@lru_cache(maxsize=8192)
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
    if is_key and _PARTED.search(text):  # B/L, TCP/IP
        ways.append(tuple(token for token in tokens if token.form != "/"))
    if is_whole:
        ways += [tokens, tokens_of(latin_form(text), language)]
    joined = {join_tokens(way) for way in ways}
    turned = turn_link(tokens, language)
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


def turn_link(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """Return "X of Y" as "Y X", where the language puts the noun that is named last."""
    links = [at for at in range(1, len(tokens) - 1) if tokens[at].form in language.links]
    if not language.has_head_last or not links or links != list(range(links[0], links[-1] + 1)):
        return tokens
    is_article = tokens[links[0]].form in language.articles
    if is_article and len(tokens) > len(links) + 2:
        return tokens  # a sentence has articles, too
    if tokens[0].form in language.negations:
        return tokens  # lack of oxygen, no oxygen
    return (*tokens[links[-1] + 1 :], *tokens[: links[0]])


def other_article(
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
