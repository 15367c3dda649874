"""Answering by putting lines in order."""

from textual.content import Content

from quizapp.items.item import Option
from quizapp.session.model import Chosen, Question
from quizapp.terminal.content import hanging, styled
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.body import Body, Outcome, Pressed


class Order(Body):
    """Lines that keep the number they were shown with; move them, or type the numbers in order."""

    ACTIONS = frozenset({"choose", "cursor", "move", "submit"})

    def begin(self, question: Question) -> None:
        """Begin with the order shown."""
        self.lines: list[Option] = list(question.shown)
        self.numbers = {option.id: number for number, option in enumerate(question.shown, 1)}
        self.at = 0
        self.typed = 0  # how many lines were placed by their numbers

    def choose(self, index: int) -> Outcome:
        """Put the line shown with number `index + 1` behind those placed before."""
        line = next(option for option in self.lines if self.numbers[option.id] == index + 1)
        if self.lines.index(line) >= self.typed:
            self.lines.remove(line)
            self.lines.insert(self.typed, line)
            self.at = self.typed
            self.typed = (self.typed + 1) % len(self.lines)
            self.redraw()
        return Pressed.TAKEN

    def cursor(self, step: int) -> Outcome:
        """Move the cursor."""
        self.at = min(max(self.at + step, 0), len(self.lines) - 1)
        self.redraw()
        return Pressed.TAKEN

    def move(self, step: int) -> Outcome:
        """Move the line under the cursor."""
        target = min(max(self.at + step, 0), len(self.lines) - 1)
        self.lines.insert(target, self.lines.pop(self.at))
        self.at, self.typed = target, 0
        self.redraw()
        return Pressed.TAKEN

    def submit(self) -> Outcome:
        """Answer with the lines as they stand."""
        return Chosen(tuple(option.id for option in self.lines))

    def draw(self, width: int) -> Content:
        """Return the lines as they stand; after the answer each with its mark."""
        if self.question is None:
            return Content()
        return Content("\n").join(
            self._line(place, option, width) for place, option in enumerate(self.lines)
        )

    def _line(self, place: int, option: Option, width: int) -> Content:
        number = f"{self.numbers[option.id]}  "
        if self.feedback is None:
            is_here = place == self.at
            mark = styled(("▸ " if is_here else "  ") + number, "bold $tint")
            return hanging(mark, styled(one_line(option.text), "bold" if is_here else ""), width)
        right_order = self.question.item.options if self.question else ()
        is_right = right_order[place].id == option.id
        style = "$right" if is_right else "$wrong"
        mark = styled(("✓ " if is_right else "✗ ") + number, f"bold {style}")
        return hanging(mark, styled(one_line(option.text), style), width)
