"""One note of Anki's on its way to a fact of ours: what it asks and answers.

Nothing is thought up. A card that shows a question and hides an answer becomes a card; the answer
is the field to be typed, or else the first that its back shows and its front does not; the others
there are the why. A sentence with clozes becomes a `say` with gaps, or where it cannot be one (a
cloze inside another, two texts under one number, braces of a formula) questions with a blank.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.anki.asking import (
    NO_ANSWER,
    CannotCarryError,
    answer_of,
    blanked,
    can_have_gaps,
    hidden_by,
    say_of,
)
from quizapp.anki.cloze import cloze_text, clozes_in, inside_clozes
from quizapp.anki.naming import card_name, fact_name
from quizapp.anki.notebook import AnkiNote, Template
from quizapp.anki.plain import Plain, plain_of, tidy
from quizapp.anki.seen import Seen, seen
from quizapp.anki.templates import TYPE, Shown, is_empty, shown
from quizapp.bank.writer import Value

OCCLUSION = "image-occlusion:"
OF_ANKI = frozenset({"leech", "marked"})  # tags that Anki itself gives
TAG_OR_CLOZE = re.compile(r"<[^<>]*>|\{\{c[0-9,]+::((?:(?!::|\}\}).)*)(?:::[^{}]*)?\}\}")
LONGEST_TITLE = 60

GONE = "the note type has no such card any more"
NO_QUESTION = "its question is empty"
SEEN_QUESTION = "its question is a picture or a sound alone"
ON_PICTURE = "image occlusion asks on a picture"
DRAFTED = "its question needs a picture or a sound: a draft, with the file beside the deck"
BESIDE = "a picture or a sound of its answer is a file beside the deck, and not shown"
BOTH_WAYS = "its picture is asked with on one card and answers another: a draft"
NO_HINT = "the hint of a cloze is left out"
REMOTE = "what it shows from the network is left out"


@dataclass(frozen=True, slots=True)
class CarriedSource:
    """A source by what a reader calls it, and what else is said of it."""

    short: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact is said: a source, and the numbers of its sentences, () for all of it."""

    source: CarriedSource
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedFact:
    """A note as a fact.

    Attributes:
        name: the last part of the fact's id.
        title: what a reader knows the note by.
        say: its sentence with gaps; "" where it has none.
        cards: its cards by name, each as an author would write it.
        others: its other keys, as an author would write them.
        media: the names of the pictures and sounds in it.
        deck: the name of its deck in Anki.
        image: the picture that is shown with it.
        citations: where it is said.
        is_ours: whether it was a fact of ours before it was a note.
    """

    name: str
    title: str
    say: str
    cards: Mapping[str, Value]
    others: Mapping[str, Value]
    media: tuple[str, ...]
    deck: str
    image: Seen | None = None
    citations: tuple[Citation, ...] = ()
    is_ours: bool = False


class Sheet:
    """One note on its way.

    Attributes:
        title: what a reader knows the note by.
        losses: what did not come along, each reason once.
        is_ours: whether it is a note that we once made.
    """

    is_ours = False

    def __init__(self, note: AnkiNote) -> None:
        self.note = note
        self.title = title_of(note)
        self.losses: dict[str, None] = {}
        self._media: dict[str, None] = {}
        self._asked_with: dict[str, None] = {}  # media that questions show
        self._hidden: dict[str, None] = {}  # media that answers show
        self._alts: dict[str, str] = {}
        self._why: dict[str, str] = {}
        self._citations: tuple[Citation, ...] = ()

    def lose(self, reason: str) -> None:
        """Keep why something did not come along."""
        self.losses[reason] = None

    def fact(self) -> CarriedFact | None:
        """Return the note as a fact; None when none of its cards can be one."""
        say, cards = self._asked()
        if not cards:
            return None
        image = seen(self._media, self._asked_with, self._alts)
        return CarriedFact(
            name=fact_name(self.note.guid),
            title=self.title,
            say=say,
            cards=cards,
            others=self._others(image),
            media=tuple(self._media),
            deck=self.note.cards[0].deck,
            image=image,
            citations=self._citations,
            is_ours=self.is_ours,
        )

    def _asked(self) -> tuple[str, dict[str, Value]]:
        """Return the sentence with gaps, "" where there is none, and the cards by name.

        Raises:
            ValueError: nothing can be asked.
        """
        return self._clozes() if self.note.kind.is_cloze else ("", self._cards())

    # --- cards with two sides ---

    def _cards(self) -> dict[str, Value]:
        cards: dict[str, Value] = {}
        for card in self.note.cards:
            template = self.note.kind.templates.get(card.ordinal)
            try:
                if template is None:
                    raise CannotCarryError(GONE)
                cards[card_name(card.ordinal)] = self._card(template)
            except ValueError as error:
                self.lose(str(error))
        return cards

    def _card(self, template: Template) -> dict[str, Value]:
        """Return what a card asks and answers.

        Raises:
            ValueError: there is nothing to ask or to answer; the template cannot be read.
        """
        front = list(shown(template.front, self.note.fields))
        question = self._plain(self._html(front))
        others = self._only_behind(front, template)
        typed = [each.field for each in front if TYPE in each.filters]
        answer = next(iter([*typed, *others]), None)
        if not question.text:
            raise CannotCarryError(SEEN_QUESTION if question.media else NO_QUESTION)
        if answer is None:
            raise CannotCarryError(NO_ANSWER)
        hidden = self._plain(self.note.fields[answer])
        value = answer_of(hidden)
        self._explain(field for field in others if field != answer)
        self._asked_with.update(dict.fromkeys(question.media))
        self._hidden.update(dict.fromkeys(hidden.media))
        return {"ask": question.text, "answer": value}

    def _html(self, front: Iterable[Shown]) -> str:
        """Return what a side shows."""
        return "".join(
            self.note.fields[each.field] if each.field else each.text
            for each in front
            if each.is_shown
        )

    def _only_behind(self, front: Sequence[Shown], template: Template) -> list[str]:
        """Return the fields that the back alone shows, in their order, those that say something."""
        seen = {each.field for each in front if each.is_shown}
        fields = self.note.fields
        behind = (each.field for each in shown(template.back, fields) if each.field)
        return [
            each
            for each in dict.fromkeys(behind)
            if each not in seen and not is_empty(fields[each])
        ]

    # --- clozes ---

    def _clozes(self) -> tuple[str, dict[str, Value]]:
        """Return a sentence with gaps, "" where it can have none, and what its cards ask for.

        Raises:
            ValueError: it asks on a picture; the template or the clozes cannot be read.
        """
        template = self.note.kind.templates.get(0)
        if template is None:
            raise CannotCarryError(GONE)
        front = list(shown(template.front, self.note.fields))
        html = self._html(front)
        pieces, plain = cloze_text(html)
        self._gather(plain)
        if any(each.text.startswith(OCCLUSION) for each in clozes_in(pieces)):
            raise CannotCarryError(ON_PICTURE)
        answers: dict[int, Value] = {}
        for card in self.note.cards:
            try:
                answers[card.ordinal + 1] = hidden_by(pieces, card.ordinal + 1)
            except CannotCarryError as error:
                self.lose(str(error))
        self._explain(self._only_behind(front, template))
        hidden = plain_of(inside_clozes(html)).media
        self._hidden.update(dict.fromkeys(hidden))
        self._asked_with.update(dict.fromkeys(each for each in plain.media if each not in hidden))
        if can_have_gaps(pieces, answers):
            if any(each.hint for each in clozes_in(pieces)):
                self.lose(NO_HINT)
            say = say_of(pieces, answers)
            return say, {card_name(at - 1): {"answer": each} for at, each in answers.items()}
        return "", {
            card_name(at - 1): {"ask": tidy(blanked(pieces, at)), "answer": each}
            for at, each in answers.items()
        }

    # --- what all cards of a note share ---

    def _plain(self, html: str) -> Plain:
        plain = plain_of(html)
        self._gather(plain)
        return plain

    def _gather(self, plain: Plain) -> None:
        self._media.update(dict.fromkeys(plain.media))
        self._alts.update(plain.alts)
        if plain.has_remote:
            self.lose(REMOTE)

    def _explain(self, fields: Iterable[str]) -> None:
        for field in fields:
            plain = self._plain(self.note.fields[field])
            self._hidden.update(dict.fromkeys(plain.media))
            if plain.text:
                self._why[field] = plain.text

    def _others(self, image: Seen | None) -> dict[str, Value]:
        """Return the keys of a fact beside its cards and its picture."""
        entry: dict[str, Value] = {}
        if self._why:
            entry["why"] = why_of(self._why)
        tags = [tidy(tag) for tag in self._tags()]
        if tags:
            entry["tags"] = list(dict.fromkeys(filter(None, tags)))
        if self._is_draft(image):
            entry["status"] = "draft"
        return entry

    def _tags(self) -> list[str]:
        """Return the tags that are the author's or the learner's own."""
        return [tag for tag in self.note.tags if tag.casefold() not in OF_ANKI]

    def _is_draft(self, image: Seen | None) -> bool:
        """Say whether a question cannot be asked as it was, and keep what of the media is lost."""
        shown = None if image is None else image.name
        is_lacking = any(each != shown for each in self._asked_with)
        is_both = image is not None and image.is_asked_with and shown in self._hidden
        if is_lacking:
            self.lose(DRAFTED)
        elif any(each != shown for each in self._media):
            self.lose(BESIDE)
        if is_both:
            self.lose(BOTH_WAYS)
        return is_lacking or is_both


def title_of(note: AnkiNote) -> str:
    """Return what a reader knows a note by: its first field that says something."""
    for field in note.fields.values():
        text = tidy(TAG_OR_CLOZE.sub(r"\1", field[: 10 * LONGEST_TITLE]))
        if text:
            return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
    return note.guid


def why_of(texts: Mapping[str, str]) -> str:
    """Return what explains a fact; of several fields each says which it is."""
    if len(texts) == 1:
        return next(iter(texts.values()))
    return " ".join(f"{tidy(field)}: {text}" for field, text in texts.items())
