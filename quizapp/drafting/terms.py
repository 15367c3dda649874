"""The terms of a text: technical words, whole noun phrases, acronyms with what they stand for.

A term is known by signs of its own, not by a list of terms: it has a word that is not common, a
capital within the sentence, a hyphen that joins a compound, an acronym of its letters, or a phrase
before it that introduces names; or the text says it twice. English noun phrases are cut where
joining words, marks and verbs stand; of other languages single words and acronyms are taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from quizapp.bank.model import Concept
from quizapp.drafting.acronyms import find_expansions
from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import FigureKind, FoundTerm
from quizapp.drafting.word_forms import is_verb_in_s, may_be_verb
from quizapp.drafting.word_lists import (
    Rarity,
    is_common,
    is_function_word,
    is_plural,
    is_unknown,
    listed_words,
    rarity_of,
)

_WORD = re.compile(
    r"(?:in|ex|de) (?:vitro|vivo|situ|silico|utero|novo)\b|"
    r"[^\W_]+(?:[-\u2010\u2011\u2012\u2013+/'’.−][^\W_]+)*[+'’]?"
)
_IS_ACRONYM = re.compile(r"[A-Z0-9][A-Za-z0-9]*[A-Z][A-Za-z0-9]*s?")
_INTRODUCED = re.compile(
    r"\b(?:called|termed|named|known as|referred to as|dubbed)[ ,]+(?:the |an? )?[\"'“‘]?$"
)
_THIRD_PERSON = re.compile(r"[a-z](?:i[sz]es?|if(?:ies|y)|ulates|inates|ibutes?)$")
_NAMES_A_FIGURE = re.compile(r"(?: [(\[]\w+[)\]])?\s?(?:[=<>≤≥]|\d+\.\d)")
_GERUND = re.compile(r"[a-z](?:i[sz]ing|ifying|ating)$")
_VERB = re.compile(r"(?:ate|i[sz]e|ify)$")
_HYPHENS = ("-", "\u2010", "\u2011")
_BEFORE_OBJECT = frozenset(("a", "an", "the", "its", "their"))
_MOST_WORDS, _MOST_INITIALS = 4, 9
_LEAST_RARE, _LEAST_NAME, _LEAST_STEM = 4, 3, 5  # letters


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence, and what tells whether it may be part of a term."""

    text: str
    start: int
    end: int
    rarity: Rarity
    is_name: bool

    @property
    def is_rare(self) -> bool:
        """Whether it is no common word."""
        return self.rarity is not Rarity.COMMON


class TermFinder:
    """Finds the terms of the sentences of one text; what the text says elsewhere counts."""

    def __init__(
        self,
        sentences: Sequence[str],
        language: str,
        concepts: Iterable[Concept] = (),
        title: str = "",
    ) -> None:
        self._language = language
        self._concepts = tuple(concepts)
        self._title = _stems(title)
        self._expansions = find_expansions(sentences)
        self._counts = Counter(
            key
            for sentence in sentences
            for key in {_key(sentence[a:b]) for a, b in self._phrases(sentence)}
        )
        self._lower = {
            word[0]
            for sentence in sentences
            for word in _WORD.finditer(sentence)
            if word[0].islower()
        }

    def find(self, sentence: str) -> tuple[FoundTerm, ...]:
        """Return the terms of a sentence in order; no two overlap."""
        found = [*self._find_known(sentence), *self._find_expanded(sentence)]
        if self._language == "en":
            found += [self._weigh(sentence, *span) for span in self._phrases(sentence)]
        else:
            found += self._find_words(sentence)
        taken: list[FoundTerm] = []
        for term in found:
            if term.weight > 0 and all(
                term.end <= other.start or term.start >= other.end for other in taken
            ):
                taken.append(term)
        return tuple(sorted(taken, key=lambda term: term.start))

    # --- names known already --------------------------------------------------------------------

    def _find_known(self, sentence: str) -> Iterator[FoundTerm]:
        """Yield the concepts of other decks whose name, or alias, stands in the sentence."""
        text = sentence.casefold()
        for concept in self._concepts:
            for name in sorted(concept.names, key=len, reverse=True):
                found = find_name(name, sentence) if name.casefold() in text else None
                if found is not None:
                    is_name = name == concept.name
                    weight = 0.7 + self._weigh(sentence, *found).weight
                    yield FoundTerm(*found, _key(name), (), weight, concept if is_name else None)
                    break

    def _find_expanded(self, sentence: str) -> Iterator[FoundTerm]:
        """Yield acronyms that the text explains, and what they are short for."""
        for acronym, words in self._expansions.items():
            long = rf"(?<![\w-]){re.escape(words)}(?![\w-])(?: \({re.escape(acronym)}\))?"
            short = rf"(?<![\w-]){re.escape(acronym)}(?![\w-])"
            if found := re.search(long, sentence, re.IGNORECASE):
                names: tuple[str, ...] = (acronym, words)
                weight = 2.8
            elif found := re.search(short, sentence):
                names, weight = (words,), 1.6
            else:
                continue
            if not _NAMES_A_FIGURE.match(sentence, found.end()):
                yield FoundTerm(*found.span(), _key(words), names, weight)

    # --- noun phrases -----------------------------------------------------------------------------

    def _phrases(self, sentence: str) -> Iterator[tuple[int, int]]:
        """Yield where the noun phrases of an English sentence stand, its verbs left out."""
        figures = find_figures(sentence, self._language)
        numbers = [
            (f.start, f.end if f.kind is FigureKind.COUNT else f.close)
            for f in figures
            if f.kind is not FigureKind.LABEL
            or not re.search(r"[^\W\d]", sentence[f.start : f.end])
        ]
        run: list[_Word] = []
        before = ""
        for found in _WORD.finditer(sentence):
            gap = sentence[run[-1].end : found.start()] if run else " "
            is_number = any(a < found.end() and found.start() < b for a, b in numbers)
            is_ending = sentence[: found.start()].endswith(_HYPHENS)  # -th
            is_break = is_number or is_ending or is_function_word(found[0], self._language)
            if len(run) > 1 and _ends_in_verb(run, found[0]):
                run.pop()
            if run and (gap != " " or is_break):
                yield from self._trim(run, before, found[0] if gap == " " else "")
                run = []
            if is_break:
                before = found[0].casefold()
                continue
            if not run and sentence[: found.start()].rstrip()[-1:] in {
                ",",
                ";",
                ":",
                "(",
                ")",
                "—",
            }:
                before = ""
            run.append(self._word(sentence, found))
        yield from self._trim(run, before)

    def _word(self, sentence: str, found: re.Match[str]) -> _Word:
        """Return a word with its signs."""
        text = found[0]
        is_first = not re.search(r"\w", sentence[: found.start()])
        parts = re.split(r"[-\u2010-\u2013/'’]", text)
        ranks = (rarity_of(part) for part in parts if len(part) >= _LEAST_RARE and part.isalpha())
        rarity = max(ranks, default=Rarity.COMMON)
        is_name = any(c.isupper() for c in (text[1:] if is_first else text)) or any(
            map(str.isdigit, text)
        )
        return _Word(text, *found.span(), rarity, is_name)

    def _trim(self, run: list[_Word], before: str, after: str = "") -> Iterator[tuple[int, int]]:
        """Yield the noun phrases in a run of words, cut at its verbs; `before` and `after` it.

        Where two readings are possible there is no phrase.
        """
        if run and _opens_with_verb(run[0], before):
            run = run[1:]
            if run and _VERB.search(run[0].text) and may_be_verb(run[0].text):
                run = run[1:]  # "in which states regulate …"
        if run and before and _GERUND.search(run[0].text) and run[0].rarity is not Rarity.RARE:
            run = run[1:]
        part: list[_Word] = []
        for place, word in enumerate(run):
            behind = run[place + 1] if place + 1 < len(run) else None
            if _begins_another_name(word, part):
                yield from _cut(part)
                part = []
            if behind is not None and _is_plural_before(word, behind):
                is_last = place + 2 >= len(run)
                role = _role_before(word, behind, after if is_last else "", is_last=is_last)
                kept = {_Role.HEAD: [*part, word], _Role.VERB: part, _Role.OPEN: []}
                yield from _cut(kept[role])
                part = []
            elif _is_participle(word) and not word.is_rare and _is_verb(word, part, behind):
                yield from _cut(part)
                part = []
            else:
                part.append(word)
        yield from _cut(part)

    def _weigh(self, sentence: str, start: int, end: int) -> FoundTerm:
        """Return a noun phrase with how much it looks like a term; 0 for ordinary words."""
        text = sentence[start:end]
        words = [self._word(sentence, found) for found in _WORD.finditer(sentence, start, end)]
        rare = sum((0, 0.5, 1)[word.rarity] for word in words)
        names = [w for w in words if w.is_name and w.text.casefold() not in self._lower]
        compounds = [
            w for w in words if re.search(r"[a-z]{3}[-\u2010\u2011\u2013][a-z]{3}", w.text)
        ]
        count = self._counts[_key(text)]
        is_plain_name = len(words) == 1 and bool(names) and not _IS_ACRONYM.fullmatch(text)
        weight = min(rare, 2) * 1.1 + bool(names) * 0.9 + bool(compounds) * 0.7
        weight += 0.4 * (len(words) > 1 or rare >= 1) + 0.5 * (count > 1 and len(words) > 1)
        weight += 1.5 * bool(_INTRODUCED.search(sentence[:start]))
        weight += 0.4 * bool(_stems(text) & self._title) - 0.6 * is_plain_name
        is_term = rare or names or compounds or (count > 1 and len(words) > 1)
        head = words[-1].text if words else ""
        is_noun = (
            not re.search(r"(?:[^e]ed|ing|ly|ize[sd]?|able|ible)$", head) or len(words) > 1 or names
        )
        is_long = (len(text) > _LEAST_RARE or names) and max(map(len, text.split())) >= _LEAST_NAME
        is_author = names and re.match(r"(?:,? et al|’s? | & | and colleagues)", sentence[end:])
        is_numbered = re.search(r"(?:&|\d) $", sentence[:start])  # 55 Cnc
        is_symbol = _NAMES_A_FIGURE.match(sentence, end)
        is_term = is_term and not (is_author or is_numbered or is_symbol)
        return FoundTerm(
            start, end, _key(text), weight=weight if is_term and is_noun and is_long else 0.0
        )

    def _find_words(self, sentence: str) -> Iterator[FoundTerm]:
        """Yield words that the dictionary of a language does not know, and names."""
        for found in _WORD.finditer(sentence):
            text = found[0]
            if len(text) <= _LEAST_RARE or any(map(str.isdigit, text)):
                continue
            if is_unknown(text, self._language) and not is_function_word(text, self._language):
                yield FoundTerm(*found.span(), _key(text), weight=1.3)


def _opens_with_verb(word: _Word, before: str) -> bool:
    """Return whether the first word of a phrase is a verb: "may retain", "which causes"."""
    is_verb_like = word.rarity is Rarity.COMMON or _VERB.search(word.text) is not None
    is_relative = before in {"to", "not", "which", "who"}
    return before in listed_words("modal", "en") or (is_relative and is_verb_like)


class _Role(Enum):
    """What a word in -s is, before another one."""

    HEAD = 0  # the lymphocytes | obtained, time trends | understate
    VERB = 1  # deficiency | causes | infection
    OPEN = 2


def _role_before(word: _Word, behind: _Word, after: str, *, is_last: bool) -> _Role:
    """Return what a plural-like word is, by what may be a verb: it, or the one behind it."""
    if not word.text.islower() or (_is_participle(behind) and is_last):
        return _Role.HEAD
    is_next_verb = behind.text.islower() and may_be_verb(behind.text)
    if not is_verb_in_s(word.text):
        return _Role.HEAD
    if not is_next_verb:
        return _Role.VERB
    return _Role.HEAD if after.casefold() in _BEFORE_OBJECT else _Role.OPEN


def _is_verb(word: _Word, part: Sequence[_Word], behind: _Word | None) -> bool:
    """Return whether a participle is no part of a noun phrase, as in "stem cell sorting" it is."""
    return not part or behind is None or word.text.endswith("ed")


def _begins_another_name(word: _Word, part: Sequence[_Word]) -> bool:
    """Return whether a name follows a named thing: "FEVER benchmark | RetroCheck"."""
    is_thing = len(part) > 1 and part[0].is_name and part[-1].text.islower()
    return is_thing and word.text[:1].isupper()


def _ends_in_verb(run: Sequence[_Word], behind: str) -> bool:
    """Return whether what stands behind a phrase shows its last word to be a verb."""
    if behind == "that":
        return not run[-1].is_rare  # the analysis shows that
    is_third_person = run[-1].text.islower() and run[-1].text.endswith("s")
    return is_third_person and behind in _BEFORE_OBJECT


def _is_plural_before(word: _Word, behind: _Word) -> bool:
    """Return whether a word is the last of its phrase, being a plural; of names, before a verb."""
    is_word = word.text.islower() or (behind.text.islower() and not behind.is_rare)
    return is_word and "-" not in word.text and is_plural(word.text, "en")


def _is_participle(word: _Word) -> bool:
    is_word = word.text.islower() or not word.is_name  # the first of a sentence has a capital
    return is_word and word.text.endswith(("ed", "ing")) and "-" not in word.text


def _cut(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the phrase of `words`, without ordinary words where it is too long."""
    rest = list(words)
    while rest and _THIRD_PERSON.search(rest[-1].text):
        rest.pop()
    while (
        rest
        and _is_participle(rest[-1])
        and (not rest[-1].is_rare or _GERUND.search(rest[-1].text))
    ):
        rest.pop()
    while len(rest) > _MOST_WORDS and not (rest[0].is_rare or rest[0].is_name):
        rest.pop(0)
    if rest and len(rest) <= _MOST_WORDS + 1:
        yield rest[0].start, rest[-1].end


def find_name(name: str, sentence: str) -> tuple[int, int] | None:
    """Return where a sentence says a name as whole words; None where it does not.

    A name with a capital behind its first letter, or a short one, is looked for as it is written.
    """
    if len(name) < _LEAST_NAME:
        return None
    is_exact = any(c.isupper() for c in name[1:]) or len(name) <= _LEAST_RARE
    pattern = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    found = re.search(pattern, sentence, 0 if is_exact else re.IGNORECASE)
    return found.span() if found else None


def _key(text: str) -> str:
    """Return a phrase by which its forms are one: small letters, no plural."""
    words = re.split(r"[\s-]+", text.casefold())
    return " ".join(re.sub(r"(?<=...)(?<!s)s$", "", word) for word in words)


def _stems(text: str) -> frozenset[str]:
    """Return the longer words of a text, by their beginnings."""
    return frozenset(
        stem(word)
        for word in _WORD.findall(text)
        if len(word) > _LEAST_RARE and not is_common(word)
    )


def stem(word: str) -> str:
    """Return what related forms of a word have in common, roughly."""
    return (
        re.sub(r"(?:ies|es|s|ed|ing|al|ic|ly|ion|ation)$", "", word.casefold())
        if len(word) > _LEAST_STEM
        else word.casefold().removesuffix("s")
    )


__all__ = ["TermFinder", "find_name", "stem"]
