"""Today's questions from Python: a plain loop of question, answer, feedback and rating."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

from quizapp.grading.grade import Grade, Outcome
from quizapp.items.item import Format, Item, ItemSource
from quizapp.learner.model import NO_PAIR, ChosenOptions, GaveUp, Response, Revealed, TypedText
from quizapp.memory.model import Rating
from quizapp.services.python_grade import note_of

if TYPE_CHECKING:
    from quizapp.session.model import Feedback, Judged, Question
    from quizapp.session.session import Session

GivenAnswer: TypeAlias = str | int | float | Decimal | Sequence[str | None] | Mapping[str, str]

_OF_OPTIONS = frozenset({Format.CHOICE, Format.TRUE_FALSE, Format.SELECT, Format.ORDER})
_SEPARATORS = ("\n", ";", ",")  # between several options in one text


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it is shown. Answer with its text, its id, or its place from 1 on."""

    id: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class StudyFeedback:
    """What there is to say of an answer.

    Attributes:
        outcome: right, slip, more, unsure or wrong. After more the question is still open, once:
            answer it again. Unsure is for you to say: `confirm` whether it is the same, or rate a
            card that was only turned over.
        note: why, as a sentence; "" when there is nothing to add.
        share: how much was found, from 0 to 1.
        key: the right answer, one text a member; () while the question is still open.
        remark: what the author remarks on the right answer; "" without it.
        why: what the author explains; "" without it.
        sources, sentences: papers with numbers of sentences, and the words of attached ones.
        suggested: the rating that is taken where none is given; None where the answer is kept
            without one (a true or false that was right says little of the memory).
        due: when each rating would bring the card back.
        can_override: whether `question.override()` may say "I was right".
    """

    outcome: Outcome
    note: str
    share: float
    key: tuple[str, ...]
    why: str = ""
    sources: tuple[ItemSource, ...] = ()
    suggested: Rating | None = None
    due: Mapping[Rating, datetime] = field(default_factory=dict)
    can_override: bool = False
    remark: str = ""
    sentences: tuple[str, ...] = ()


class StudyQuestion:
    """One question of a study: answer it, then rate it, or let the loop take what is suggested."""

    def __init__(
        self, session: "Session", asked: "Question", clock: Callable[[], datetime]
    ) -> None:
        self._session = session
        self._asked = asked
        self._clock = clock
        self.is_over = False  # kept, or left without an answer

    @property
    def item(self) -> Item:
        """All that is known of the question, its answer too."""
        return self._asked.item

    @property
    def format(self) -> Format:
        """How it is asked: a choice, a gap, a typed answer, and so on."""
        return self.item.format

    @property
    def stem(self) -> str:
        """What is asked."""
        return self.item.stem

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What there is to choose from, in the order shown; () where the answer is typed."""
        return tuple(Choice(option.id, option.text) for option in self._asked.shown_options)

    @property
    def prompts(self) -> tuple[str, ...]:
        """What the choices are to be paired with, in a match; () otherwise."""
        return self.item.prompts

    @property
    def introduction(self) -> str:
        """A sentence to be shown before a new card, where its deck introduces; "" otherwise."""
        return self._asked.introduction

    def answer(self, given: GivenAnswer) -> StudyFeedback:
        """Judge an answer.

        A typed format takes a text (a list: also a list of texts). A choice takes the text, the id
        or the place (from 1 on) of an option; select and order take several, as a list or as one
        text with commas or semicolons between; match takes a choice for each prompt, as a mapping
        or in their order, None for a prompt that is left alone. A flip is turned over, whatever is
        given, and it is for you to rate.

        Raises:
            ValueError: it does not fit the format, or is longer than any answer here; or the
                question is over. An open question stays open.
        """
        self._require_open()
        return self._judge(self._response(given))

    def give_up(self) -> StudyFeedback:
        """Say that you do not know; it counts as wrong."""
        self._require_open()
        return self._judge(GaveUp())

    def hint(self) -> str:
        """Return a further hint, which costs the rating; "" when there is none."""
        self._require_open()
        return self._session.hint(self._clock())

    def confirm(self, is_same: bool) -> StudyFeedback:  # noqa: FBT001 (read aloud: confirm(True))
        """Say whether what was given is the same as the answer, after an outcome of unsure.

        Raises:
            ValueError: nothing is to be confirmed.
        """
        self._require_current()
        return self._feedback(self._session.confirm(self._clock(), is_same=is_same))

    def override(self) -> StudyFeedback:
        """Say "I was right"; both verdicts are kept.

        Raises:
            ValueError: there is no answer, or it cannot be overridden.
        """
        self._require_answer()
        return self._feedback(self._session.override(self._clock()))

    def rate(self, rating: Rating | int | str | None = None) -> None:
        """Keep the answer: on disk when this returns. Without a rating the suggested one is taken.

        Where more was asked for and nothing came, it is not it; so is what was to be confirmed,
        unless the rating passes.

        Args:
            rating: `Rating.GOOD`, "good" or 3: again, hard, good or easy.

        Raises:
            ValueError: there is no answer yet, the question is over, or there is no such rating.
            StoreError: it could not be kept; the question is still there.
        """
        if not self._is_asked_back:
            self._require_answer()
        chosen = None if rating is None else _rating(rating)
        self._decide(chosen)
        self._session.go_on(chosen, self._clock())
        self.is_over = True

    def __repr__(self) -> str:
        return f"<StudyQuestion {self.item.id}: {self.stem}>"

    # --- what the loop asks ---

    def keep(self) -> None:
        """Keep an answer that was not rated, before the next question.

        Raises:
            ValueError: there is none.
        """
        if self._session.feedback is None and not self._is_asked_back:
            raise ValueError(
                "The question has no answer yet: answer it, give_up(), or leave the loop."
            )
        self.rate()

    @property
    def _is_asked_back(self) -> bool:
        """Whether more is asked for, or whether it is the same."""
        return self._session.say_more is not None or self._session.confirmation is not None

    def _decide(self, rating: Rating | None) -> None:
        """Decide what was asked back and not answered."""
        self._require_current()
        if self._session.confirmation is not None:
            passes = rating is not None and rating is not Rating.AGAIN
            self._session.confirm(self._clock(), is_same=passes)
        elif self._session.say_more is not None:
            self._session.answer(GaveUp(), self._clock())

    def _require_open(self) -> None:
        self._require_current()
        if self._session.confirmation is not None:
            raise ValueError("Say first whether it is the same: confirm(True) or confirm(False).")
        if self._session.feedback is not None:
            raise ValueError("The question is answered already: rate it, or ask the next one.")

    def _require_answer(self) -> None:
        self._require_current()
        if self._session.feedback is None:
            raise ValueError("The question has no answer yet.")

    def _require_current(self) -> None:
        if self.is_over:
            raise ValueError("The question is over.")

    def _judge(self, response: Response) -> StudyFeedback:
        judged: Judged = self._session.answer(response, self._clock())
        if self._session.say_more is not None:
            return self._asked_back(judged.grade, ())
        if self._session.confirmation is not None:
            return self._asked_back(judged.grade, self.item.key)
        feedback = self._session.feedback
        if feedback is None:
            raise ValueError("The question has no answer yet.")
        return self._feedback(feedback)

    def _asked_back(self, grade: Grade, key: tuple[str, ...]) -> StudyFeedback:
        """Return what is asked back; nothing else is told yet."""
        return StudyFeedback(grade.outcome, note_of(grade), grade.share, key)

    def _feedback(self, made: "Feedback") -> StudyFeedback:
        item, found = self.item, made.grade
        is_flip = isinstance(made.response, Revealed)
        return StudyFeedback(
            outcome=Outcome.UNSURE if is_flip else found.outcome,
            note=note_of(found),
            share=0.0 if is_flip else found.share,
            key=item.key,
            why=item.why,
            sources=item.sources,
            suggested=made.suggested_rating,
            due=made.due_by_rating,
            can_override=made.can_override,
            remark=item.note,
            sentences=tuple(each.text for each in made.cited if each.text),
        )

    # --- from what is given to a response ---

    def _response(self, given: GivenAnswer) -> Response:
        if self.format is Format.FLIP:
            return Revealed()
        if self.format is Format.MATCH:
            return ChosenOptions(self._pairs(given))
        if self.format in _OF_OPTIONS:
            return ChosenOptions(self._chosen(given))
        return TypedText(_typed_text(given, takes_several=self.format is Format.LIST))

    def _pairs(self, given: GivenAnswer) -> tuple[str, ...]:
        if isinstance(given, Mapping):
            strange = next((each for each in given if each not in self.prompts), None)
            if strange is not None:
                raise ValueError(f"{strange!r} is none of: {', '.join(self.prompts)}.")
            given = [given.get(prompt) for prompt in self.prompts]
        chosen = self._several(given)
        if len(chosen) > len(self.prompts):
            raise ValueError(f"There are {len(self.prompts)} prompts and {len(chosen)} answers.")
        return (*chosen, *(NO_PAIR for _ in self.prompts[len(chosen) :]))

    def _chosen(self, given: GivenAnswer) -> tuple[str, ...]:
        if isinstance(given, Mapping):
            raise ValueError("Only a match takes a mapping.")  # noqa: TRY004 (the format decides)
        chosen = tuple(each for each in self._several(given) if each != NO_PAIR)
        if self.format in {Format.CHOICE, Format.TRUE_FALSE} and len(chosen) > 1:
            raise ValueError("Choose one answer.")
        if len(set(chosen)) < len(chosen):
            raise ValueError("You chose an option twice.")
        return chosen

    def _several(self, given: GivenAnswer) -> tuple[str, ...]:
        """Return the ids of the options that are given, one by one or together in one text."""
        if isinstance(given, Sequence) and not isinstance(given, str):
            return tuple(NO_PAIR if each is None else self._option(each) for each in given)
        text = str(given).strip()
        if not text:
            return ()
        for parts in ([text], *(text.split(separator) for separator in _SEPARATORS)):
            found = [self._find_option(part) for part in parts if part.strip()]
            if all(each is not None for each in found):
                return tuple(each for each in found if each is not None)
        return (self._option(text),)

    def _option(self, text: str) -> str:
        found = self._find_option(text)
        if found is None:
            shown = "; ".join(choice.text for choice in self.choices)
            raise ValueError(f"{text!r} is none of the choices: {shown}.")
        return found

    def _find_option(self, given: str) -> str | None:
        """Return the id of an option by its text, its id, or else its place; None without one."""
        text = _folded(str(given))
        by_text = {_folded(choice.text): choice.id for choice in self.choices}
        by_id = {_folded(choice.id): choice.id for choice in self.choices}
        by_place = {str(place): each.id for place, each in enumerate(self.choices, start=1)}
        return by_text.get(text) or by_id.get(text) or by_place.get(text)


class Study:
    """Today's questions, one after the other. It ends when nothing is due for now.

    What is answered is kept when it is rated, when the next question is asked, and when the loop
    is left; `close`, a `with` statement, and closing the store keep it too.
    """

    def __init__(self, session: "Session", clock: Callable[[], datetime]) -> None:
        self._session = session
        self._clock = clock
        self._is_started = False
        self._is_closed = False
        self._question: StudyQuestion | None = None

    @property
    def remaining(self) -> int:
        """How many cards are still to come, the open one included."""
        self._start()
        return self._session.progress.remaining

    @property
    def answered(self) -> int:
        """How many answers were kept."""
        return self._session.progress.answered

    def __iter__(self) -> Iterator[StudyQuestion]:
        self._start()
        try:
            while (asked := self._session.question) is not None and not self._is_closed:
                self._question = question = StudyQuestion(self._session, asked, self._clock)
                yield question
                if not question.is_over and not self._is_closed:
                    question.keep()
        finally:
            self.close()

    def close(self) -> None:
        """Keep an answer that was judged, and end; a card only turned over is not kept."""
        if self._is_started and not self._is_closed:
            self._is_closed = True
            self._session.leave(self._clock())
            if self._question is not None:
                self._question.is_over = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> None:
        if not self._is_started:
            self._is_started = True
            self._session.start(self._clock())


def _typed_text(given: GivenAnswer, *, takes_several: bool) -> str:
    if isinstance(given, str):
        return given
    if isinstance(given, Mapping):
        raise ValueError("Only a match takes a mapping.")  # noqa: TRY004 (the format decides)
    if isinstance(given, Sequence):
        if not takes_several:
            raise ValueError("Type one answer.")
        return "\n".join(each for each in given if each is not None)
    return str(given)


def _rating(given: Rating | int | str) -> Rating:
    if isinstance(given, str):
        try:
            return Rating[given.strip().upper()]
        except KeyError:
            pass
    elif not isinstance(given, bool) and given in list(Rating):
        return Rating(given)
    raise ValueError(f"There is no rating {given!r}: again, hard, good or easy.")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
