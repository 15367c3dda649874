"""What the app and the line mode say alike: verdicts, answers, reasons, sources, durations.

Pure: values in, words out. How they look is not decided here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

from quizapp.errors import QuizappError
from quizapp.grading.expected import ExpectedMatch
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.items.item import Format, Item, SourceNote
from quizapp.memory.model import Rating
from quizapp.session.model import (
    UNPAIRED,
    Answer,
    Chosen,
    Feedback,
    GaveUp,
    Mode,
    Progress,
    Question,
    Response,
    Summary,
    Typed,
)
from quizapp.session.rating import can_be_rated
from quizapp.terminal.text import one_line

GAP = "[ … ]"  # how the maker of gaps writes one

TASKS = {
    Format.FLIP: "Recall",
    Format.TRUE_FALSE: "True or false?",
    Format.CHOICE: "Choose one",
    Format.SELECT: "Choose all that apply",
    Format.MATCH: "Match",
    Format.GAP: "Fill the gap",
    Format.ORDER: "Put in order",
    Format.NUMBER: "Give the number",
    Format.TYPED: "Type the answer",
    Format.LIST: "Name them all",
}

SIGNS = {Verdict.CORRECT: "✓", Verdict.CLOSE: "≈", Verdict.WRONG: "✗"}
WORDS = {Verdict.CORRECT: "Correct", Verdict.CLOSE: "Close", Verdict.WRONG: "Not quite"}
NOT_JUDGED, NOT_JUDGED_SIGN = "Not judged", "?"

RATINGS = {
    Rating.AGAIN: "Again",
    Rating.HARD: "Hard",
    Rating.GOOD: "Good",
    Rating.EASY: "Easy",
}


def is_unjudged(grade: Grade) -> bool:
    """Say whether judging failed: right or wrong is for the learner to say."""
    return grade.reason is Reason.UNJUDGED


def sign(grade: Grade) -> str:
    """Return the sign of a verdict."""
    return NOT_JUDGED_SIGN if is_unjudged(grade) else SIGNS[grade.verdict]


def task(item: Item) -> str:
    """Return what the learner is to do with `item`; a list says how many it wants."""
    count = f" ({len(item.key)})" if item.format in {Format.LIST, Format.SELECT} else ""
    return TASKS[item.format] + count


def right_answer(item: Item) -> str:
    """Return the key on one line."""
    if item.format is Format.MATCH:
        return "; ".join(map(paired, item.prompts, item.key))
    return one_line(joint_of(item).join(item.key))


def joint_of(item: Item) -> str:
    """Return what stands between the members of an answer."""
    return " → " if item.format is Format.ORDER else ", "


def given(question: Question, response: Response) -> str:
    """Return what the learner answered, on one line; "" when nothing was."""
    if isinstance(response, Typed):
        return one_line(response.text)
    if isinstance(response, Chosen) and question.item.format is Format.MATCH:
        found = pairs(question.item, response)
        return "; ".join(paired(pair.prompt, pair.given) for pair in found if pair.given)
    if isinstance(response, Chosen):
        texts = {option.id: option.text for option in question.shown}
        return one_line(
            joint_of(question.item).join(texts.get(chosen, chosen) for chosen in response.options)
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
    def verdict(self) -> Verdict:
        """A pair is right or wrong."""
        return Verdict.CORRECT if self.is_right else Verdict.WRONG


def pairs(item: Item, response: Response) -> tuple[Pair, ...]:
    """Return the rows of a match as they were answered, in their order."""
    texts = {option.id: one_line(option.text) for option in item.options}
    chosen = response.options if isinstance(response, Chosen) else ()
    right = item.expected.right if isinstance(item.expected, ExpectedMatch) else ()
    return tuple(
        Pair(one_line(prompt), texts.get(given, ""), texts.get(wanted, ""), given == wanted)
        for prompt, wanted, given in zip_longest(
            item.prompts, right, chosen[: len(right)], fillvalue=UNPAIRED
        )
    )


def paired(prompt: str, value: str) -> str:
    """Return a pair on one line."""
    return f"{one_line(prompt)} → {one_line(value)}"


def enumerated(texts: Sequence[str]) -> str:
    """Return texts as a sentence has them: "1", "1 and 3", "1, 2 and 4"."""
    *others, last = texts
    return f"{', '.join(others)} and {last}" if others else last


def shows_answer(feedback: Feedback) -> bool:
    """Say whether the right answer must be told: unless the very same was given."""
    grade = feedback.grade
    return (
        grade.verdict is not Verdict.CORRECT
        or grade.reason is not Reason.SAME
        or given(feedback.question, feedback.response).casefold()
        != right_answer(feedback.question.item).casefold()
    )


def reasons(feedback: Feedback) -> Iterator[str]:
    """Yield what is to be learnt, most telling first: the chosen wrong options, the explanation."""
    if isinstance(feedback.response, Chosen) and feedback.question.item.format is not Format.ORDER:
        for option in feedback.question.shown:
            if option.id in feedback.response.options and not option.is_right and option.why:
                yield f"{one_line(option.text)}: {one_line(option.why)}"
    if feedback.question.item.why:
        yield one_line(feedback.question.item.why)


def picture(item: Item, *, is_asked_with: bool) -> str:
    """Return what the picture beside the question, or that of the answer, shows; "" for none."""
    image = item.image
    return one_line(image.alt) if image and image.is_asked_with is is_asked_with else ""


def leech(feedback: Feedback) -> str:
    """Return that the card is forgotten again and again; "" where it is not."""
    if feedback.leech is None:
        return ""
    return (
        f"forgotten {feedback.leech.lapses} times, and flagged for its author: "
        "read it beside what it is mixed up with, or make a mnemonic"
    )


def kept_apart(feedback: Feedback) -> Iterator[str]:
    """Yield the sentence of a leech, then those of the facts that it may be confused with."""
    if feedback.leech is not None:
        for item in (feedback.question.item, *feedback.leech.confusables):
            yield one_line(item.sentence or f"{item.stem} {right_answer(item)}")


def changed(question: Question) -> str:
    """Return the old and the new answer where the answer changed since it was last asked.

    The old one is the card's. An item that asks for a part of the card alone, for a statement on
    it, or for more than it, does not tell the new one.
    """
    old = question.entry.old_key
    if not old:
        return ""
    item = question.item
    new = item.key[:1] if item.format is Format.MATCH else item.key
    is_whole = item.format is not Format.TRUE_FALSE and (len(new) > 1) == (len(old) > 1)
    now = ", now " + one_line(joint_of(item).join(new)) if is_whole else ""
    return f"was {one_line(', '.join(old))}{now}"


def source(note: SourceNote) -> str:
    """Return a source in short: its name and sentence."""
    name = one_line(note.short or note.cite)
    return f"{name}, sentence {note.sentence}" if note.sentence else name


def sources(item: Item) -> str:
    """Return the sources of `item` in short; "" when it names none."""
    return "; ".join(source(note) for note in item.sources)


def is_given_up(response: Response) -> bool:
    """Say whether the learner did not know."""
    return isinstance(response, GaveUp)


def counts(progress: Progress, mode: Mode) -> str:
    """Return what is still to come: cards by their kind in study, questions in a quiz."""
    if mode is not Mode.STUDY:
        return f"{progress.remaining} left"
    return f"{progress.new} new  {progress.learning} learning  {progress.due} due"


def amount(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it must be."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# The largest unit that an interval reaches: from how many minutes on, its length, its sign.
HOUR, DAY = 60, 24 * 60
UNITS = (
    (365 * DAY, 365 * DAY, "y"),
    (60 * DAY, 30 * DAY, "mo"),
    (DAY, DAY, "d"),
    (HOUR, HOUR, "h"),
    (0, 1, "m"),
)
A_MINUTE, AN_HOUR = 60, 3600  # in seconds
WHOLE_FROM = 10  # years and months below this keep one decimal


def interval(until: timedelta) -> str:
    """Return a time span in the shortest words: 10m, 2h, 6d, 2.5mo, 1.2y; <1m when there is none.

    It is taken to the nearest minute, so that a day less the second since the answer is a day.
    """
    minutes = round(until / timedelta(minutes=1))
    if minutes < 1:
        return "<1m"
    _, length, sign = next(unit for unit in UNITS if minutes >= unit[0])
    count = minutes / length
    if sign in {"mo", "y"} and count < WHOLE_FROM:
        return f"{count:.1f}".removesuffix(".0") + sign
    return f"{round(count)}{sign}"


def intervals(feedback: Feedback, now: datetime) -> dict[Rating, str]:
    """Return the ratings to choose from, each with when it would bring the card back."""
    if not feedback.due and can_be_rated(feedback):  # a flip in a quiz: no card comes back
        return dict.fromkeys(Rating, "")
    return {rating: interval(due - now) for rating, due in sorted(feedback.due.items())}


def time_left(seconds: int | None) -> str:
    """Return the time that is left: 1:05:00 left, 12:34 left; "" where there is no limit."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, A_MINUTE)
    if seconds < AN_HOUR:
        return f"{minutes}:{rest:02} left"
    return f"{minutes // A_MINUTE}:{minutes % A_MINUTE:02}:{rest:02} left"


def seconds(milliseconds: int) -> str:
    """Return a time taken: 3.2 s, 48 s, 2 m 5 s."""
    whole = round(milliseconds / 1000)
    if milliseconds < 10_000:  # noqa: PLR2004 (ten seconds: below it, tenths tell something)
        return f"{milliseconds / 1000:.1f} s"
    return f"{whole} s" if whole < 60 else f"{whole // 60} m {whole % 60} s"  # noqa: PLR2004 (a minute)


def missed(summary: Summary) -> tuple[Answer, ...]:
    """Return the answers that were wrong and stayed so."""
    return tuple(
        answer
        for answer in summary.answers
        if answer.grade.verdict is Verdict.WRONG and not answer.is_overridden
    )


def in_words(error: BaseException) -> str:
    """Return an error as one or two sentences."""
    if isinstance(error, QuizappError):
        return f"{error.message}; {error.mend}" if error.mend else error.message
    return str(error) or type(error).__name__
