"""One note of Anki's on its way to a fact of ours: what it asks and answers.

Nothing is made up. A card that shows a question and hides an answer becomes a card; the answer
is the field to be typed, or else the first that its back shows and its front does not; the others
there are the why. A sentence with clozes becomes a `say` with gaps, or where it cannot be one (a
cloze inside another, two texts under one number, braces of a formula) questions with a blank.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.anki.ids import card_name, fact_name
from quizapp.anki.importing.answers import NO_ANSWER, ConversionError, parse_answer
from quizapp.anki.importing.cloze import (
    blank_clozes,
    can_have_gaps,
    cloze_answer,
    cloze_contents,
    iter_clozes,
    parse_cloze_field,
    sentence_with_gaps,
)
from quizapp.anki.importing.collection import AnkiNote, CardTemplate
from quizapp.anki.importing.html_to_text import FieldText, clean_text, html_to_text
from quizapp.anki.importing.templates import (
    TYPE_FILTER,
    TemplatePart,
    is_empty_field,
    render_template,
)
from quizapp.bank.deck_files import is_image_path
from quizapp.bank.diagnostics import shorten_text
from quizapp.bank.yaml.writer import YamlValue

_OCCLUSION_PREFIX = "image-occlusion:"
_ANKI_TAGS = frozenset({"leech", "marked"})  # tags that Anki itself gives
_TAG_OR_CLOZE = re.compile(r"<[^<>]*>|\{\{c[0-9,]+::((?:(?!::|\}\}).)*)(?:::[^{}]*)?\}\}")
_MAX_TITLE_LENGTH = 60
ALT_PREFIX = "picture"
_WORD = re.compile(r"[^\W_]+")
_MAX_NAME_LENGTH, _MAX_ALT_LENGTH = 100, 300  # characters
# What programs call pictures says nothing of what they show.
_GENERIC_NAME = re.compile(r"[a-f0-9]{8,}|[0-9]+|paste|clipboard|image|img|dsc|picture|screenshot")

_NO_TEMPLATE = "the note type no longer has this card"
NO_QUESTION = "its question is empty"
_MEDIA_ONLY_QUESTION = "its question is only a picture or a sound"
_IMAGE_OCCLUSION = "image occlusion asks about a picture"
_NEEDS_MEDIA = (
    "its question needs a picture or a sound: kept as a draft, with the file beside the deck"
)
_MEDIA_NOT_SHOWN = "a picture or a sound of its answer is kept beside the deck but not shown"
_IMAGE_ON_BOTH_SIDES = "its picture asks on one card and answers another: kept as a draft"
_HINT_DROPPED = "the cloze hint is left out"
_REMOTE_DROPPED = "content from the network is left out"


@dataclass(frozen=True, slots=True)
class NoteImage:
    """A picture of a note by its name in Anki; one that a question needs `is_asked_with`."""

    name: str
    alt: str
    is_asked_with: bool


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """A source by what a reader calls it, and what else is said of it."""

    short: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class ImportedCitation:
    """Where a fact is said: a source, and the numbers of its sentences, () for all of it."""

    source: ImportedSource
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedFact:
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
    cards: Mapping[str, YamlValue]
    other_keys: Mapping[str, YamlValue]
    media: tuple[str, ...]
    deck: str
    image: NoteImage | None = None
    citations: tuple[ImportedCitation, ...] = ()
    is_ours: bool = False


class NoteConverter:
    """One note on its way.

    Attributes:
        title: what a reader knows the note by.
        losses: what did not come along, each reason once.
        is_ours: whether it is a note that we once made.
    """

    is_ours = False

    def __init__(self, note: AnkiNote) -> None:
        self.note = note
        self.title = _note_title(note)
        self.losses: dict[str, None] = {}
        self._media: dict[str, None] = {}
        self._question_media: dict[str, None] = {}  # media that questions show
        self._answer_media: dict[str, None] = {}  # media that answers show
        self._alts: dict[str, str] = {}
        self._why: dict[str, str] = {}
        self._citations: tuple[ImportedCitation, ...] = ()

    def add_loss(self, reason: str) -> None:
        """Keep why something did not come along."""
        self.losses[reason] = None

    def to_fact(self) -> ImportedFact | None:
        """Return the note as a fact; None when none of its cards can be one."""
        say, cards = self._convert_cards()
        if not cards:
            return None
        image = _choose_image(self._media, self._question_media, self._alts)
        return ImportedFact(
            name=fact_name(self.note.guid),
            title=self.title,
            say=say,
            cards=cards,
            other_keys=self._other_keys(image),
            media=tuple(self._media),
            deck=self.note.cards[0].deck,
            image=image,
            citations=self._citations,
            is_ours=self.is_ours,
        )

    def _convert_cards(self) -> tuple[str, dict[str, YamlValue]]:
        """Return the sentence with gaps, "" where there is none, and the cards by name.

        Raises:
            ValueError: nothing can be asked.
        """
        return (
            self._convert_clozes()
            if self.note.note_type.is_cloze
            else ("", self._convert_two_sided())
        )

    # --- cards with two sides ---

    def _convert_two_sided(self) -> dict[str, YamlValue]:
        cards: dict[str, YamlValue] = {}
        for card in self.note.cards:
            template = self.note.note_type.templates.get(card.ordinal)
            try:
                if template is None:
                    raise ConversionError(_NO_TEMPLATE)
                cards[card_name(card.ordinal)] = self._convert_card(template)
            except ValueError as error:
                self.add_loss(str(error))
        return cards

    def _convert_card(self, template: CardTemplate) -> dict[str, YamlValue]:
        """Return what a card asks and answers.

        Raises:
            ValueError: there is nothing to ask or to answer; the template cannot be read.
        """
        front = list(render_template(template.front, self.note.fields))
        question = self._read_text(self._side_html(front))
        others = self._back_only_fields(front, template)
        typed = [each.field for each in front if TYPE_FILTER in each.filters]
        answer = next(iter([*typed, *others]), None)
        if not question.text:
            raise ConversionError(_MEDIA_ONLY_QUESTION if question.media else NO_QUESTION)
        if answer is None:
            raise ConversionError(NO_ANSWER)
        hidden = self._read_text(self.note.fields[answer])
        value = parse_answer(hidden)
        self._collect_why(field for field in others if field != answer)
        self._question_media.update(dict.fromkeys(question.media))
        self._answer_media.update(dict.fromkeys(hidden.media))
        return {"ask": question.text, "answer": value}

    def _side_html(self, front: Iterable[TemplatePart]) -> str:
        """Return what a side shows."""
        return "".join(
            self.note.fields[each.field] if each.field else each.text
            for each in front
            if each.is_shown
        )

    def _back_only_fields(self, front: Sequence[TemplatePart], template: CardTemplate) -> list[str]:
        """Return the fields that the back alone shows, in their order, those that say something."""
        seen = {each.field for each in front if each.is_shown}
        fields = self.note.fields
        behind = (each.field for each in render_template(template.back, fields) if each.field)
        return [
            each
            for each in dict.fromkeys(behind)
            if each not in seen and not is_empty_field(fields[each])
        ]

    # --- clozes ---

    def _convert_clozes(self) -> tuple[str, dict[str, YamlValue]]:
        """Return a sentence with gaps, "" where it can have none, and what its cards ask for.

        Raises:
            ValueError: it asks on a picture; the template or the clozes cannot be read.
        """
        template = self.note.note_type.templates.get(0)
        if template is None:
            raise ConversionError(_NO_TEMPLATE)
        front = list(render_template(template.front, self.note.fields))
        html = self._side_html(front)
        pieces, plain = parse_cloze_field(html)
        self._collect_media(plain)
        if any(each.text.startswith(_OCCLUSION_PREFIX) for each in iter_clozes(pieces)):
            raise ConversionError(_IMAGE_OCCLUSION)
        answers: dict[int, YamlValue] = {}
        for card in self.note.cards:
            try:
                answers[card.ordinal + 1] = cloze_answer(pieces, card.ordinal + 1)
            except ConversionError as error:
                self.add_loss(str(error))
        self._collect_why(self._back_only_fields(front, template))
        hidden = html_to_text(cloze_contents(html)).media
        self._answer_media.update(dict.fromkeys(hidden))
        self._question_media.update(
            dict.fromkeys(each for each in plain.media if each not in hidden)
        )
        if can_have_gaps(pieces, answers):
            if any(each.hint for each in iter_clozes(pieces)):
                self.add_loss(_HINT_DROPPED)
            say = sentence_with_gaps(pieces, answers)
            return say, {card_name(at - 1): {"answer": each} for at, each in answers.items()}
        return "", {
            card_name(at - 1): {"ask": clean_text(blank_clozes(pieces, at)), "answer": each}
            for at, each in answers.items()
        }

    # --- what all cards of a note share ---

    def _read_text(self, html: str) -> FieldText:
        plain = html_to_text(html)
        self._collect_media(plain)
        return plain

    def _collect_media(self, plain: FieldText) -> None:
        self._media.update(dict.fromkeys(plain.media))
        self._alts.update(plain.alts)
        if plain.has_remote:
            self.add_loss(_REMOTE_DROPPED)

    def _collect_why(self, fields: Iterable[str]) -> None:
        for field in fields:
            plain = self._read_text(self.note.fields[field])
            self._answer_media.update(dict.fromkeys(plain.media))
            if plain.text:
                self._why[field] = plain.text

    def _other_keys(self, image: NoteImage | None) -> dict[str, YamlValue]:
        """Return the keys of a fact beside its cards and its picture."""
        entry: dict[str, YamlValue] = {}
        if self._why:
            entry["why"] = _join_why(self._why)
        tags = [clean_text(tag) for tag in self._own_tags()]
        if tags:
            entry["tags"] = list(dict.fromkeys(filter(None, tags)))
        if self._is_draft(image):
            entry["status"] = "draft"
        return entry

    def _own_tags(self) -> list[str]:
        """Return the tags that are the author's or the learner's own."""
        return [tag for tag in self.note.tags if tag.casefold() not in _ANKI_TAGS]

    def _is_draft(self, image: NoteImage | None) -> bool:
        """Return whether a question cannot be asked as it was; keep what of the media is lost."""
        shown = None if image is None else image.name
        is_lacking = any(each != shown for each in self._question_media)
        is_both = image is not None and image.is_asked_with and shown in self._answer_media
        if is_lacking:
            self.add_loss(_NEEDS_MEDIA)
        elif any(each != shown for each in self._media):
            self.add_loss(_MEDIA_NOT_SHOWN)
        if is_both:
            self.add_loss(_IMAGE_ON_BOTH_SIDES)
        return is_lacking or is_both


def _note_title(note: AnkiNote) -> str:
    """Return what a reader knows a note by: its first field that says something."""
    for field in note.fields.values():
        text = clean_text(_TAG_OR_CLOZE.sub(r"\1", field[: 10 * _MAX_TITLE_LENGTH]))
        if text:
            return shorten_text(text, _MAX_TITLE_LENGTH)
    return note.guid


def _join_why(texts: Mapping[str, str]) -> str:
    """Return what explains a fact; of several fields each says which it is."""
    if len(texts) == 1:
        return next(iter(texts.values()))
    return " ".join(f"{clean_text(field)}: {text}" for field, text in texts.items())


def _choose_image(
    media: Iterable[str], asked_with: Collection[str], alts: Mapping[str, str]
) -> NoteImage | None:
    """Return the first picture that a question shows, else the first at all; None without one."""
    pictures = [name for name in media if is_image_path(name)]
    name = next((each for each in pictures if each in asked_with), next(iter(pictures), None))
    if name is None:
        return None
    return NoteImage(
        name, alts.get(name, "")[:_MAX_ALT_LENGTH] or alt_from_file_name(name), name in asked_with
    )


def alt_from_file_name(file: str) -> str:
    """Return what the name of a file says that it shows: "picture liver section"."""
    stem = file.rpartition(".")[0][:_MAX_NAME_LENGTH]
    words = _WORD.findall(stem)
    return " ".join(
        (ALT_PREFIX, *(word for word in words if not _GENERIC_NAME.fullmatch(word.lower())))
    )
