"""Our own notes coming back: we know what each field holds, so little is lost.

Of the cards that a note has in Anki, all but clozes are ways to ask one card: it comes along once.
What a package does not say (which words must never be accepted, what is easily confused) stays with
the author's deck.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html import unescape
from typing import NamedTuple

from quizapp.anki.export.html import (
    ALIASES_START,
    FIXED_CLASS,
    GAP_HTML,
    OPTIONS_START,
    ORDERED_START,
    REASONS_START,
    UNORDERED_START,
    WORDS_START,
)
from quizapp.anki.export.note_types import CLOZE_TYPE_ID, NOTE_TYPE_ID
from quizapp.anki.ids import card_name
from quizapp.anki.importing.answers import ConversionError, parse_answer
from quizapp.anki.importing.cloze import NOT_IN_SENTENCE
from quizapp.anki.importing.collection import NoteType
from quizapp.anki.importing.html_to_text import check_field_length, clean_text, html_to_text
from quizapp.anki.importing.note_to_fact import (
    NO_QUESTION,
    ImportedCitation,
    ImportedSource,
    NoteConverter,
    NoteImage,
)
from quizapp.bank.numerals import is_number, parse_decimal
from quizapp.bank.yaml.writer import YamlValue
from quizapp.items.articles import restore_article
from quizapp.items.near_numbers import NEAR_REASON

_CARD_NAME = card_name(0)
_GAP_MARK = "\ue000"  # where the gap of a sentence is; no text of a person holds it
_QUIZAPP_TAG = re.compile("quizapp::[^:]+(::)?", re.IGNORECASE)
# As in: Levy 1997, sentences 4 and 5 · doi:10.1016/…
_CITATION_LINE = re.compile(
    r"([^·]{1,100}?)(?:, sentences? ([0-9, and]{1,200}))?(?: · (.{1,1000}))?"
)
_SENTENCE_NUMBER = re.compile(r"\b[1-9][0-9]{0,5}\b")
_UNREADABLE_SOURCE = "its source is not in quizapp's format"


def is_quizapp_type(kind: NoteType) -> bool:
    """Return whether notes of this type are ours."""
    return kind.id in {NOTE_TYPE_ID, CLOZE_TYPE_ID}


class _ParsedOption(NamedTuple):
    """An option, and why it is wrong: "" where nothing says so."""

    text: str
    is_right: bool
    why: str


class QuizappNoteConverter(NoteConverter):
    """A note of ours."""

    is_ours = True

    def _convert_cards(self) -> tuple[str, dict[str, YamlValue]]:
        if self.note.note_type.is_cloze:
            return super()._convert_cards()
        self._collect_why(())
        self._question_media.update(
            dict.fromkeys(self._read_text(self._field_html("Question")).media)
        )
        question, _, _ = self._field_html("Question").partition(UNORDERED_START)
        # A card that its sentence alone asks for needs no question beside it.
        ask = "" if self._gap_sentence and GAP_HTML in question else self._read_text(question).text
        if not self._gap_sentence and not ask:
            raise ConversionError(NO_QUESTION)
        card = {"ask": ask, **self._answer_keys()}
        return self._gap_sentence, {
            _CARD_NAME: {key: value for key, value in card.items() if value}
        }

    @cached_property
    def _gap_sentence(self) -> str:
        """The sentence with its gap; "" where it has none, or one for each member."""
        html, words = _read_words(self._field_html("Gap"))
        before, gap, after = html.partition(GAP_HTML)
        sentence = self._read_text(f"{before}{_GAP_MARK}{after}").text
        if not gap or GAP_HTML in after or NOT_IN_SENTENCE.search(sentence):
            return ""
        opening, _, rest = sentence.partition(_GAP_MARK)
        key, _, _ = self._field_html("Answer").partition(ALIASES_START)
        shown = f"|{words}" if words and not NOT_IN_SENTENCE.search(words) else ""
        before_key = restore_article(opening, words or html_to_text(key).text)
        return f"{before_key}{{{_CARD_NAME}{shown}}}{rest}"

    def _answer_keys(self) -> dict[str, YamlValue]:
        """Return what is right, and what is wrong.

        Raises:
            ValueError: there is no answer.
        """
        main, _, also = self._field_html("Answer").partition(ALIASES_START)
        options = self._field_html("Choices")
        choices = tuple(_parse_options(options, self._field_html("Why")))
        is_fixed = options.startswith(OPTIONS_START + FIXED_CLASS)
        answer = parse_answer(self._read_text(main))
        wrong = {each.text: each.why for each in choices if not each.is_right}
        # Of numbers, and of all that there are, those that are wrong without a reason are known.
        explained = {text: why for text, why in wrong.items() if why and why != NEAR_REASON}
        if number := self._number_keys(answer, choices, is_fixed=is_fixed):
            return {**number, "wrong": explained, "near": NEAR_REASON in wrong.values()}
        if not isinstance(answer, str):
            is_order = main.startswith(ORDERED_START)
            return {"answer": {"order": answer} if is_order else answer, "wrong": wrong}
        among = [each.text for each in choices] if is_fixed else []
        aliases = _span_texts(also)
        wrong = explained if among else wrong
        return {"answer": answer, "among": among, "aliases": aliases, "wrong": wrong}

    def _number_keys(
        self, answer: YamlValue, choices: Sequence[_ParsedOption], *, is_fixed: bool
    ) -> dict[str, YamlValue]:
        """Return the answer "56 patients" as a number with its unit; {} where it is none."""
        typed = html_to_text(self._field_html("Typed")).text
        key = next((each.text for each in choices if each.is_right), typed)
        if not isinstance(answer, str) or not is_number(key) or not answer.startswith(key):
            return {}
        unit = answer.removeprefix(key).strip()
        # Figures alone may be a name, such as that of a chromosome; but options that keep their
        # order say that they are an amount.
        return {"answer": parse_decimal(key), "unit": unit} if unit or is_fixed else {}

    def _collect_why(self, fields: Iterable[str]) -> None:
        because, _, _ = self._field_html("Why").partition(REASONS_START)
        for field in ("Why", *fields):
            self._answer_media.update(dict.fromkeys(self._read_text(self._field_html(field)).media))
        if why := html_to_text(because).text:
            self._why["Why"] = why
        self._citations = tuple(self._parse_citations())

    def _parse_citations(self) -> Iterator[ImportedCitation]:
        for line in filter(None, self._field_html("Source").split("<br>")):
            found = _CITATION_LINE.fullmatch(html_to_text(line).text)
            if found is None:
                self.add_loss(_UNREADABLE_SOURCE)
            else:
                short, sentences, details = found.groups(default="")
                numbers = tuple(map(int, _SENTENCE_NUMBER.findall(sentences)))
                yield ImportedCitation(ImportedSource(short, details), numbers)

    def _other_keys(self, image: NoteImage | None) -> dict[str, YamlValue]:
        others = super()._other_keys(image)
        if mnemonic := html_to_text(self._field_html("Mnemonic")).text:
            others["mnemonic"] = mnemonic
        # The note does not say whether a wrong answer in its sentence makes that false.
        return others | {"hedged": True} if self._gap_sentence else others

    def _own_tags(self) -> list[str]:
        return [_QUIZAPP_TAG.sub("", tag) for tag in super()._own_tags()]

    def _field_html(self, name: str) -> str:
        return check_field_length(self.note.fields.get(name, ""))


def _read_words(sentence: str) -> tuple[str, str]:
    """Return a sentence with a plain gap, and the words that the gap shows when it is filled."""
    before, start, rest = sentence.partition(WORDS_START)
    words, quote, after = rest.partition('"')
    if not start or not quote:
        return sentence, ""
    return f"{before}{GAP_HTML.partition('>')[0]}{after}", clean_text(unescape(words))


def _parse_options(options: str, why: str) -> Iterator[_ParsedOption]:
    """Yield the options in a field of ours, with what another says against them."""
    _, _, reasons = why.partition(REASONS_START)
    named = (text.partition("</b>") for _, text in _list_entries(reasons))
    against = {html_to_text(name).text: html_to_text(text).text for name, _, text in named}
    for attributes, text in _list_entries(options):
        plain = html_to_text(text).text
        yield _ParsedOption(plain, "right" in attributes, against.get(plain, ""))


def _list_entries(html: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes and the content of each member of a list."""
    for part in html.split("<li")[1:]:
        attributes, _, text = part.partition("</li>")[0].partition(">")
        yield attributes, text


def _span_texts(html: str) -> list[str]:
    """Return the texts of all spans, none twice."""
    texts = (html_to_text(part.rpartition(">")[2]).text for part in html.split("</span>")[:-1])
    return list(dict.fromkeys(filter(None, texts)))
