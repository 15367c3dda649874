"""How an exam went: the score, that of each tag, and what was missed with its sources."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.session.exam import ExamResult
from quizapp.session.model import Answer
from quizapp.terminal.content import fitted, hanging, styled
from quizapp.terminal.exam_words import earned, lost, points, share, taken
from quizapp.terminal.house import QuizWish
from quizapp.terminal.keys import SUMMARY, flat
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.lines import KeyLine, TopLine
from quizapp.terminal.widgets.missed import missed_item, pictured
from quizapp.terminal.widgets.piece import Piece, Reading
from quizapp.terminal.words import right_answer

BAR = 24
TAG = 22


class Result(Piece):
    """The result as text."""

    def __init__(self, result: ExamResult) -> None:
        super().__init__()
        self.result = result

    def draw(self, width: int) -> Content:
        """Return the score, the tags, what was missed and what was right, a blank line apart."""
        parts = [score(self.result), *tags(self.result)]
        missed = lost(self.result)
        if missed:
            parts.append(styled("Missed", "$quiet"))
            parts += [explained(answer, width) for answer in missed]
        right = earned(self.result)
        if right:
            parts.append(styled("Right", "$quiet"))
            parts += [earned_item(answer, width) for answer in right]
        if not self.result.answers:
            parts.append(styled("Its questions are gone from their decks.", "$quiet"))
        return Content("\n\n").join(parts)


def score(result: ExamResult) -> Content:
    """Return the points, the attempt and the time."""
    attempt = f"attempt {result.attempt} at this form" if result.attempt > 1 else "first attempt"
    return styled("   ").join(
        (
            styled(f"{points(result.score)} points", "bold"),
            styled(share(result.score), "bold $tint"),
            styled(f"{taken(result.seconds)} · {attempt}", "$quiet"),
        )
    )


def tags(result: ExamResult) -> Iterator[Content]:
    """Yield the score of each tag as a bar."""
    if result.by_tag:
        yield Content("\n").join(
            Content.assemble(
                styled(fitted(tag, TAG) + " ", "$quiet"),
                (f"{bar(of_tag.share, BAR):<{BAR}} ", "$tint"),
                points(of_tag),
            )
            for tag, of_tag in result.by_tag.items()
        )


def explained(answer: Answer, width: int) -> Content:
    """Return a missed item with its explanation."""
    item = answer.question.item
    lines = [missed_item(answer, width)]
    if item.why:
        lines.append(hanging(styled("    "), styled(one_line(item.why)), width))
    return Content("\n").join((*lines, *pictured(item, width, is_asked_with=False)))


def earned_item(answer: Answer, width: int) -> Content:
    """Return an item that was answered rightly, with its answer."""
    item = answer.question.item
    return Content("\n").join(
        (
            hanging(styled("✓ ", "bold $right"), styled(one_line(item.stem)), width),
            hanging(styled("    "), styled(right_answer(item), "$quiet"), width),
        )
    )


class ExamResultScreen(KeyScreen):
    """How an exam went; one that `is_past` gives way to the list that it was opened from."""

    KEYS = SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = [*flat(SUMMARY)]
    CSS_PATH = "summary.tcss"

    def __init__(self, result: ExamResult, *, is_past: bool = False) -> None:
        super().__init__()
        self.result = result
        self.is_past = is_past
        self.missed = tuple(answer.question.item.id for answer in lost(result))

    def compose(self) -> ComposeResult:
        """Build the result."""
        with Vertical(id="column"):
            yield TopLine()
            with Reading():
                yield Result(self.result)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show title and keys."""
        self.query_one(TopLine).say(self.result.title, status="handed in")
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer only what there is to do; an exam is not undone."""
        offered = {"retry": bool(self.missed), "undo": False}
        return offered.get(action, True)

    def action_home(self) -> None:
        """Go back to the start, or to the list."""
        if self.is_past:
            self.close()
        else:
            self.quiz_app.go_home()

    def action_retry(self) -> None:
        """Ask what was missed once more, as a quiz."""
        wish = QuizWish(items=self.missed, count=len(self.missed))
        self.quiz_app.begin(lambda: self.quiz_app.house.quiz(wish))
