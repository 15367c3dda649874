"""What the app and the line mode say alike: verdicts, answers, reasons, sources, durations.

Pure: values in, words out. How they look is not decided here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

from quizapp.errors import QuizappError
from quizapp.grading.expected import ExpectedMatch
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.items.item import Format, Item, ItemSource
from quizapp.learner.model import (
    FIRST_OUTCOMES,
    NO_PAIR,
    ChosenOptions,
    GaveUp,
    Mode,
    Response,
    TypedText,
    Verdict,
    verdict_of,
)
from quizapp.memory.model import Rating
from quizapp.session.grade_response import can_be_rated
from quizapp.session.model import (
    AnsweredQuestion,
    Confirmation,
    Feedback,
    Progress,
    Question,
    Summary,
)
from quizapp.terminal.safe_text import one_line

GAP = "[ … ]"  # how the maker of gaps writes one

_TASK_WORDS = {
    Format.FLIP: "Recall",
    Format.TRUE_FALSE: "True or false?",
    Format.CHOICE: "Choose one",
    Format.SELECT: "Choose all that apply",
    Format.MATCH: "Match",
    Format.GAP: "Fill the gap",
    Format.ORDER: "Put in order",
    Format.NUMBER: "Type the number",
    Format.TYPED: "Type the answer",
    Format.LIST: "Name them all",
}

FORMAT_NAMES = {
    Format.FLIP: "flip",
    Format.TRUE_FALSE: "true or false",
    Format.CHOICE: "multiple choice",
    Format.SELECT: "choose all that apply",
    Format.MATCH: "match",
    Format.GAP: "gap",
    Format.ORDER: "order",
    Format.NUMBER: "number",
    Format.TYPED: "typed answer",
    Format.LIST: "list",
}

OUTCOME_SIGNS = {
    Outcome.RIGHT: "✓",
    Outcome.SLIP: "≈",
    Outcome.MORE: "…",
    Outcome.UNSURE: "?",
    Outcome.WRONG: "✗",
}
OUTCOME_WORDS = {
    Outcome.RIGHT: "Right",
    Outcome.SLIP: "Right, one slip",
    Outcome.MORE: "Say more",
    Outcome.UNSURE: "Not judged",
    Outcome.WRONG: "Wrong",
}
NOT_JUDGED = OUTCOME_WORDS[Outcome.UNSURE]

RATING_WORDS = {
    Rating.AGAIN: "Again",
    Rating.HARD: "Hard",
    Rating.GOOD: "Good",
    Rating.EASY: "Easy",
}


def is_unjudged(grade: Grade) -> bool:
    """Return whether it is open: right or wrong is for someone to say."""
    return grade.outcome is Outcome.UNSURE


def shown_outcome(grade: Grade, asked_as: Format) -> Outcome:
    """Return the outcome that sign, word and colour are of.

    What is close in the log looks like a slip, though it be half of a select.
    """
    if grade.outcome is not Outcome.WRONG:
        return grade.outcome
    return FIRST_OUTCOMES[verdict_of(grade, asked_as)]


def confirmation_text(asked: Confirmation) -> str:
    """Return what the learner is asked: is what was given the same as the answer?"""
    if asked.grade.reason is not Reason.UNJUDGED:
        return one_line(asked.grade.note)
    return f"The answer is {right_answer(asked.question.item)}. {one_line(asked.grade.note)}"


def task_text(item: Item) -> str:
    """Return what the learner is to do with `item`; a list says how many it wants."""
    count = f" ({len(item.key)})" if item.format in {Format.LIST, Format.SELECT} else ""
    return _TASK_WORDS[item.format] + count


def right_answer(item: Item) -> str:
    """Return the key on one line."""
    if item.format is Format.MATCH:
        return "; ".join(map(pair_text, item.prompts, item.key))
    return one_line(_answer_separator(item).join(item.key))


def _answer_separator(item: Item) -> str:
    """Return what stands between the members of an answer."""
    return " → " if item.format is Format.ORDER else ", "


def given_answer(question: Question, response: Response) -> str:
    """Return what the learner answered, on one line; "" when nothing was."""
    if isinstance(response, TypedText):
        return one_line(response.text)
    if isinstance(response, ChosenOptions) and question.item.format is Format.MATCH:
        found = answered_pairs(question.item, response)
        return "; ".join(pair_text(pair.prompt, pair.given) for pair in found if pair.given)
    if isinstance(response, ChosenOptions):
        texts = {option.id: option.text for option in question.shown_options}
        return one_line(
            _answer_separator(question.item).join(
                texts.get(chosen, chosen) for chosen in response.options
            )
        )
    return ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of a match: its prompt, the value that it was given ("" for none), the right one."""

    prompt: str
    given: str
    right: str
    is_right: bool

    @property
    def outcome(self) -> Outcome:
        """A pair is right or wrong."""
        return Outcome.RIGHT if self.is_right else Outcome.WRONG


def answered_pairs(item: Item, response: Response) -> tuple[Pair, ...]:
    """Return the rows of a match as they were answered, in their order."""
    texts = {option.id: one_line(option.text) for option in item.options}
    chosen = response.options if isinstance(response, ChosenOptions) else ()
    right = item.expected.right if isinstance(item.expected, ExpectedMatch) else ()
    return tuple(
        Pair(one_line(prompt), texts.get(given, ""), texts.get(wanted, ""), given == wanted)
        for prompt, wanted, given in zip_longest(
            item.prompts, right, chosen[: len(right)], fillvalue=NO_PAIR
        )
    )


def pair_text(prompt: str, value: str) -> str:
    """Return a pair on one line."""
    return f"{one_line(prompt)} → {one_line(value)}"


def join_with_and(texts: Sequence[str]) -> str:
    """Return texts as a sentence has them: "1", "1 and 3", "1, 2 and 4"."""
    *others, last = texts
    return f"{', '.join(others)} and {last}" if others else last


def should_show_answer(feedback: Feedback) -> bool:
    """Return whether the right answer must be told: unless the very same was given."""
    grade = feedback.grade
    return (
        grade.outcome is not Outcome.RIGHT
        or grade.reason is not Reason.SAME
        or given_answer(feedback.question, feedback.response).casefold()
        != right_answer(feedback.question.item).casefold()
    )


def reasons(feedback: Feedback) -> Iterator[str]:
    """Yield what is to be learnt: the remark on the answer, why what was chosen is wrong, why."""
    if feedback.question.item.note:
        yield one_line(feedback.question.item.note)
    if (
        isinstance(feedback.response, ChosenOptions)
        and feedback.question.item.format is not Format.ORDER
    ):
        for option in feedback.question.shown_options:
            if option.id in feedback.response.options and not option.is_right and option.why:
                yield f"{one_line(option.text)}: {one_line(option.why)}"
    if feedback.question.item.why:
        yield one_line(feedback.question.item.why)


def image_text(item: Item, *, is_asked_with: bool) -> str:
    """Return what the picture beside the question, or that of the answer, shows; "" for none."""
    image = item.image
    return one_line(image.alt) if image and image.is_shown_with_question is is_asked_with else ""


def leech_text(feedback: Feedback) -> str:
    """Return that the card is forgotten again and again; "" where it is not."""
    if feedback.leech is None:
        return ""
    return (
        f"forgotten {feedback.leech.lapses} times, flagged for its author: "
        "compare it with what you mix it up with, or make a mnemonic"
    )


def confusable_sentences(feedback: Feedback) -> Iterator[str]:
    """Yield the sentence of a leech, then those of the facts that it may be confused with."""
    if feedback.leech is not None:
        for item in (feedback.question.item, *feedback.leech.confusables):
            yield one_line(item.sentence or f"{item.stem} {right_answer(item)}")


def changed_answer_text(question: Question) -> str:
    """Return the old and the new answer where the answer changed since it was last asked.

    The old one is the card's. An item that asks for a part of the card alone, for a statement on
    it, or for more than it, does not tell the new one.
    """
    old = question.learner_card.old_key
    if not old:
        return ""
    item = question.item
    new = item.key[:1] if item.format is Format.MATCH else item.key
    is_whole = item.format is not Format.TRUE_FALSE and (len(new) > 1) == (len(old) > 1)
    now = ", now " + one_line(_answer_separator(item).join(new)) if is_whole else ""
    return f"was {one_line(', '.join(old))}{now}"


def short_source(note: ItemSource) -> str:
    """Return a source in short: its name and sentence."""
    name = one_line(note.short or note.cite)
    return f"{name}, sentence {note.sentence}" if note.sentence else name


def short_sources(item: Item) -> str:
    """Return the sources of `item` in short; "" when it names none."""
    return "; ".join(short_source(note) for note in item.sources)


def is_given_up(response: Response) -> bool:
    """Return whether the learner did not know."""
    return isinstance(response, GaveUp)


def remaining_text(progress: Progress, mode: Mode) -> str:
    """Return what is still to come: cards by their kind in study, questions in a quiz."""
    if mode is not Mode.STUDY:
        return f"{progress.remaining} left"
    return f"{progress.new} new  {progress.learning} learning  {progress.due} due"


# The largest unit that an interval reaches: from how many minutes on, its length, its sign.
MINUTES_PER_HOUR, MINUTES_PER_DAY = 60, 24 * 60
_UNITS = (
    (365 * MINUTES_PER_DAY, 365 * MINUTES_PER_DAY, " y"),
    (60 * MINUTES_PER_DAY, 30 * MINUTES_PER_DAY, " mo"),
    (MINUTES_PER_DAY, MINUTES_PER_DAY, " d"),
    (MINUTES_PER_HOUR, MINUTES_PER_HOUR, " h"),
    (0, 1, " min"),
)
SECONDS_PER_MINUTE, SECONDS_PER_HOUR = 60, 3600  # in seconds
_WHOLE_FROM = 10  # years and months below this keep one decimal


def interval(until: timedelta) -> str:
    """Return a time span in short: 10 min, 2 h, 6 d, 2.5 mo, 1.2 y; <1 min when there is none.

    It is taken to the nearest minute, so that a day less the second since the answer is a day.
    """
    minutes = round(until / timedelta(minutes=1))
    if minutes < 1:
        return "<1 min"
    _, length, sign = next(unit for unit in _UNITS if minutes >= unit[0])
    count = minutes / length
    if sign in {" mo", " y"} and count < _WHOLE_FROM:
        return f"{count:.1f}".removesuffix(".0") + sign
    return f"{round(count)}{sign}"


def intervals(feedback: Feedback, now: datetime) -> dict[Rating, str]:
    """Return the ratings to choose from, each with when it would bring the card back."""
    if not feedback.due_by_rating and can_be_rated(
        feedback
    ):  # a flip in a quiz: no card comes back
        return dict.fromkeys(Rating, "")
    return {rating: interval(due - now) for rating, due in sorted(feedback.due_by_rating.items())}


def time_left(seconds: int | None) -> str:
    """Return the time that is left: 1:05:00 left, 12:34 left; "" where there is no limit."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, SECONDS_PER_MINUTE)
    if seconds < SECONDS_PER_HOUR:
        return f"{minutes}:{rest:02} left"
    return f"{minutes // SECONDS_PER_MINUTE}:{minutes % SECONDS_PER_MINUTE:02}:{rest:02} left"


def duration_text(milliseconds: int) -> str:
    """Return a time taken: 3.2 s, 48 s, 2 min 5 s."""
    whole = round(milliseconds / 1000)
    if milliseconds < 10_000:  # noqa: PLR2004 (ten seconds: below it, tenths tell something)
        return f"{milliseconds / 1000:.1f} s"
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"  # noqa: PLR2004 (a minute)


def missed_answers(summary: Summary) -> tuple[AnsweredQuestion, ...]:
    """Return the answers that were wrong and stayed so."""
    return tuple(
        answer
        for answer in summary.answers
        if verdict_of(answer.grade, answer.question.item.format) is Verdict.WRONG
        and not answer.is_overridden
    )


def error_text(error: BaseException) -> str:
    """Return an error as one or two sentences."""
    if isinstance(error, QuizappError):
        return f"{error.message}. fix: {error.fix}" if error.fix else error.message
    return str(error) or type(error).__name__
