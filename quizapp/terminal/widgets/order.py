"""Answering by putting lines in order."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from textual import events
from textual.content import Content

from quizapp.items.item import Option
from quizapp.session.model import Chosen, Question
from quizapp.terminal.content import beside, hanging, styled, tops, widths
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.body import NOTHING, Body, Outcome, Pressed
from quizapp.terminal.widgets.piece import Picked

HOW = "type the numbers in order, or move the lines"
YOURS = "your order"
RIGHT = "the right order"
MARK = 5  # cells before a line after the answer: its sign, its place
SIGN_AND_STYLE = {True: ("✓", "$right"), False: ("✗", "$wrong"), None: (" ", "$right")}
NO_SIGNS = repeat(None)


class Order(Body):
    """Lines that keep the number they were shown with; move them, or type the numbers in order."""

    ACTIONS = frozenset({"choose", "cursor", "move", "submit"})
    WORDS = {"answer.choose_1": "Put next", "answer.move_down": "Move"}  # noqa: RUF012 (as in the base)

    def begin(self, question: Question) -> None:
        """Begin with the order shown."""
        self.lines: list[Option] = list(question.shown)
        self.numbers = {option.id: number for number, option in enumerate(question.shown, 1)}
        self.at: int = 0
        self.placed = 0  # how many lines were placed by their numbers: these are the first ones
        self.is_touched = False
        self.tops = []

    # --- keys -------------------------------------------------------------------------------------

    def type_key(self, event: events.Key) -> bool:
        """Take backspace: the line placed last is to be placed again."""
        if event.key != "backspace":
            return False
        if self.placed:
            self._take_back(self.placed - 1)
        return True

    def choose(self, index: int) -> Outcome:
        """Put the line shown with number `index + 1` next, or take it back where it was put."""
        at = next(
            at for at, option in enumerate(self.lines) if self.numbers[option.id] == index + 1
        )
        if at < self.placed:
            return self._take_back(at)
        self.lines.insert(self.placed, self.lines.pop(at))
        self.at = self.placed
        self.placed += 1
        return self._touched()

    def _take_back(self, at: int) -> Outcome:
        """Put a line that was placed behind those that are."""
        self.placed -= 1
        self.lines.insert(self.placed, self.lines.pop(at))
        self.at = self.placed
        return self._touched()

    def cursor(self, step: int) -> Outcome:
        """Move the cursor."""
        self.at = min(max(self.at + step, 0), len(self.lines) - 1)
        self.redraw()
        return Pressed.TAKEN

    def move(self, step: int) -> Outcome:
        """Move the line under the cursor; the numbers then begin anew."""
        target = min(max(self.at + step, 0), len(self.lines) - 1)
        self.lines.insert(target, self.lines.pop(self.at))
        self.at, self.placed = target, 0
        return self._touched()

    def _touched(self) -> Outcome:
        self.is_touched = True
        self.redraw()
        return Pressed.TAKEN

    def submit(self) -> Outcome:
        """Answer with the lines as they stand; as they were shown they are never right."""
        if not self.is_touched:
            return NOTHING
        return Chosen(tuple(option.id for option in self.lines))

    def on_click(self, event: events.Click) -> None:
        """Tell the number of the line that was clicked."""
        if self.feedback is None and event.y < len(self.tops):
            line = self.lines[self.tops[event.y]]
            self.post_message(Picked(self, self.numbers[line.id] - 1))

    # --- looks ------------------------------------------------------------------------------------

    def draw(self, width: int) -> Content:
        """Return the lines as they stand; after the answer beside the right order."""
        if self.question is None:
            return Content()
        if self.feedback is not None:
            return self._judged(self.question, width)
        lines = [self._line(place, option, width) for place, option in enumerate(self.lines)]
        self.tops = tops(lines)
        return Content("\n").join([*lines, Content(), self._state()])

    def _line(self, place: int, option: Option, width: int) -> Content:
        is_placed = place < self.placed
        mark = Content.assemble(
            ("▸ " if place == self.at else "  ", "bold $tint"),
            (f"{self.numbers[option.id]}  ", "bold $tint"),
            ("• " if is_placed else "  ", "bold $tint"),
        )
        style = "$quiet" if self.placed and not is_placed else ""
        bold = "bold" if place == self.at else ""
        return hanging(mark, styled(one_line(option.text), f"{bold} {style}".strip()), width)

    def _state(self) -> Content:
        said = f"• {self.placed} of {len(self.lines)} put in order" if self.placed else HOW
        return styled(said, "$quiet")

    def _judged(self, question: Question, width: int) -> Content:
        """Return the order given beside the right one, or the right one alone where that is all."""
        right = question.item.options
        response = self.feedback.response if self.feedback else None
        if not isinstance(response, Chosen):
            return Content("\n").join(placed(right, NO_SIGNS, width))
        options = {option.id: option for option in right}
        own = [options[each] for each in response.options]
        signs = [one.id == other.id for one, other in zip(own, right, strict=True)]
        if all(signs):
            return Content("\n").join(placed(own, signs, width))
        left, rest = widths(wanted(own, YOURS), wanted(right, RIGHT), width)
        return beside(
            [styled(YOURS, "$quiet"), *placed(own, signs, left)],
            [styled(RIGHT, "$quiet"), *placed(right, NO_SIGNS, rest)],
            left,
        )


def wanted(options: Sequence[Option], title: str) -> int:
    """Return how many cells a column of `options` would like."""
    return max(len(title), *(MARK + styled(one_line(each.text)).cell_length for each in options))


def placed(options: Sequence[Option], signs: Iterable[bool | None], width: int) -> list[Content]:
    """Return options with their places, each with the sign for right, wrong, or none."""
    drawn = []
    for place, (option, is_right) in enumerate(zip(options, signs, strict=False), 1):
        sign, style = SIGN_AND_STYLE[is_right]
        mark = styled(f"{sign} {place}  ", f"bold {style}")
        drawn.append(hanging(mark, styled(one_line(option.text), style), width))
    return drawn
