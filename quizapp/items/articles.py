"""An article before a gap, where it would tell which answers fit: "an [ … ]" becomes "a(n) [ … ]".

In English alone, where the author's own article says how the key is pronounced.
"""

import re
from collections.abc import Iterator

from quizapp.bank.sentences import BLANK
from quizapp.grading.expected import ENGLISH
from quizapp.items.context import CardContext
from quizapp.items.expected_answers import language_of_card
from quizapp.items.text_shape import opens_with_vowel_sound

_ARTICLE_BEFORE_GAP = re.compile(
    rf"(?<![\w'’-])(?P<article>an?)(?=\s+{re.escape(BLANK)})", re.IGNORECASE
)
_HIDDEN_ARTICLE = re.compile(r"(?<![\w'’-])(a)\(n\)(\s+)$", re.IGNORECASE)


def hide_article(context: CardContext, stem: str) -> str:
    """Return `stem`, a sentence with a gap, with no article that rules a wrong answer out."""
    found = _ARTICLE_BEFORE_GAP.search(stem)
    if found is None or language_of_card(context.deck_index.deck, context.card) != ENGLISH:
        return stem
    is_before_vowel = found["article"].casefold() == "an"
    if all(opens_with_vowel_sound(text) == is_before_vowel for text in _declared_texts(context)):
        return stem
    return _ARTICLE_BEFORE_GAP.sub(lambda match: f"{match['article'][0]}(n)", stem)


def restore_article(before: str, key: str) -> str:
    """Return what stands before a gap with its article again, as it is before `key`."""
    article = "an" if opens_with_vowel_sound(key) else "a"
    return _HIDDEN_ARTICLE.sub(lambda found: f"{found[1]}{article[1:]}{found[2]}", before)


def sentence_pattern(stem: str) -> str:
    """Return a pattern of the sentences that `stem` may be with its gaps filled, a group a gap."""
    first, *rest = map(re.escape, stem.split(BLANK))
    hidden = re.escape("(n) ")
    parts = [
        part.removesuffix(hidden) + "n? " if part.endswith(hidden) else part
        for part in (first, *rest[:-1])
    ]
    return "(.+?)".join((*parts, *rest[-1:]))


def _declared_texts(context: CardContext) -> Iterator[str]:
    """Yield what the author declared to be a wrong answer of a card."""
    card = context.card
    yield from (wrong.text for wrong in card.wrong)
    yield from card.among
    yield from card.distractor_pool
    concepts = context.deck_index.by_type.get(card.choose_from, ()) if card.choose_from else ()
    yield from (concept.name for concept in concepts)
