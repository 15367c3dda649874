"""Our own notes on their way back: we know what each field holds, so little is lost.

Of the cards that a note has in Anki, all but clozes are ways to ask one card: it comes along once.
What a package does not say (which words must never be accepted, what is easily confused) stays with
the author's deck.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from quizapp.anki.asking import NOT_IN_SAY, CannotCarryError, answer_of
from quizapp.anki.markup import ALSO, FIXED, GAP, IN_ORDER, OPTIONS, REASONS, TO_ORDER
from quizapp.anki.naming import card_name
from quizapp.anki.notebook import NoteType
from quizapp.anki.notetype import CLOZE_TYPE_ID, NOTE_TYPE_ID
from quizapp.anki.plain import plain_of, readable
from quizapp.anki.seen import Seen
from quizapp.anki.sheet import NO_QUESTION, CarriedSource, Citation, Sheet
from quizapp.bank.numerals import decimal_of, is_number
from quizapp.bank.writer import Value

CARD = card_name(0)
HERE = "\ue000"  # where the gap of a sentence is; no text of a person holds it
OWN_TAG = re.compile("quizapp::[^:]+(::)?", re.IGNORECASE)
# As in: Levy 1997, sentences 4 and 5 · doi:10.1016/…
CITED = re.compile(r"([^·]{1,100}?)(?:, sentences? ([0-9, and]{1,200}))?(?: · (.{1,1000}))?")
SENTENCE = re.compile(r"\b[1-9][0-9]{0,5}\b")
OTHER_SOURCE = "its source is written in a way that is not ours"


def is_own(kind: NoteType) -> bool:
    """Say whether notes of this type are ours."""
    return kind.id in {NOTE_TYPE_ID, CLOZE_TYPE_ID}


class Choice(NamedTuple):
    """An option, and why it is wrong: "" where nothing says so."""

    text: str
    is_right: bool
    why: str


class OwnSheet(Sheet):
    """A note of ours."""

    is_ours = True

    def _asked(self) -> tuple[str, dict[str, Value]]:
        if self.note.kind.is_cloze:
            return super()._asked()
        self._explain(())
        self._asked_with.update(dict.fromkeys(self._plain(self._field("Question")).media))
        question, _, _ = self._field("Question").partition(TO_ORDER)
        # A card that its sentence alone asks for needs no question beside it.
        ask = "" if self._say and GAP in question else self._plain(question).text
        if not self._say and not ask:
            raise CannotCarryError(NO_QUESTION)
        card = {"ask": ask, **self._answered()}
        return self._say, {CARD: {key: value for key, value in card.items() if value}}

    @cached_property
    def _say(self) -> str:
        """The sentence with its gap; "" where it has none, or one for each member."""
        before, gap, after = self._field("Gap").partition(GAP)
        sentence = self._plain(f"{before}{HERE}{after}").text
        if not gap or GAP in after or NOT_IN_SAY.search(sentence):
            return ""
        return sentence.replace(HERE, f"{{{CARD}}}")

    def _answered(self) -> dict[str, Value]:
        """Return what is right, and what is wrong.

        Raises:
            ValueError: there is no answer.
        """
        main, _, also = self._field("Answer").partition(ALSO)
        options = self._field("Choices")
        choices = tuple(choices_of(options, self._field("Why")))
        is_fixed = options.startswith(OPTIONS + FIXED)
        answer = answer_of(self._plain(main))
        wrong = {each.text: each.why for each in choices if not each.is_right}
        # Of numbers, and of all that there are, those that are wrong without a reason are known.
        explained = {text: why for text, why in wrong.items() if why}
        if number := self._number(answer, choices, is_fixed=is_fixed):
            return {**number, "wrong": explained}
        if not isinstance(answer, str):
            is_order = main.startswith(IN_ORDER)
            return {"answer": {"order": answer} if is_order else answer, "wrong": wrong}
        among = [each.text for each in choices] if is_fixed else []
        aliases = texts_of(also)
        wrong = explained if among else wrong
        return {"answer": answer, "among": among, "aliases": aliases, "wrong": wrong}

    def _number(
        self, answer: Value, choices: Sequence[Choice], *, is_fixed: bool
    ) -> dict[str, Value]:
        """Return the answer "56 patients" as a number with its unit; {} where it is none."""
        typed = plain_of(self._field("Typed")).text
        key = next((each.text for each in choices if each.is_right), typed)
        if not isinstance(answer, str) or not is_number(key) or not answer.startswith(key):
            return {}
        unit = answer.removeprefix(key).strip()
        # Figures alone may be a name, such as that of a chromosome; but options that keep their
        # order say that they are an amount.
        return {"answer": decimal_of(key), "unit": unit} if unit or is_fixed else {}

    def _explain(self, fields: Iterable[str]) -> None:
        because, _, _ = self._field("Why").partition(REASONS)
        for field in ("Why", *fields):
            self._hidden.update(dict.fromkeys(self._plain(self._field(field)).media))
        if why := plain_of(because).text:
            self._why["Why"] = why
        self._citations = tuple(self._cited())

    def _cited(self) -> Iterator[Citation]:
        for line in filter(None, self._field("Source").split("<br>")):
            found = CITED.fullmatch(plain_of(line).text)
            if found is None:
                self.lose(OTHER_SOURCE)
            else:
                short, sentences, details = found.groups(default="")
                numbers = tuple(map(int, SENTENCE.findall(sentences)))
                yield Citation(CarriedSource(short, details), numbers)

    def _others(self, image: Seen | None) -> dict[str, Value]:
        others = super()._others(image)
        if mnemonic := plain_of(self._field("Mnemonic")).text:
            others["mnemonic"] = mnemonic
        # The note does not say whether a wrong answer in its sentence makes that false.
        return others | {"hedged": True} if self._say else others

    def _tags(self) -> list[str]:
        return [OWN_TAG.sub("", tag) for tag in super()._tags()]

    def _field(self, name: str) -> str:
        return readable(self.note.fields.get(name, ""))


def choices_of(options: str, why: str) -> Iterator[Choice]:
    """Yield the options in a field of ours, with what another says against them."""
    _, _, reasons = why.partition(REASONS)
    named = (text.partition("</b>") for _, text in entries(reasons))
    against = {plain_of(name).text: plain_of(text).text for name, _, text in named}
    for attributes, text in entries(options):
        plain = plain_of(text).text
        yield Choice(plain, "right" in attributes, against.get(plain, ""))


def entries(html: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes and what stands in each member of a list."""
    for part in html.split("<li")[1:]:
        attributes, _, text = part.partition("</li>")[0].partition(">")
        yield attributes, text


def texts_of(html: str) -> list[str]:
    """Return the texts that stand in spans of their own, none twice."""
    texts = (plain_of(part.rpartition(">")[2]).text for part in html.split("</span>")[:-1])
    return list(dict.fromkeys(filter(None, texts)))
