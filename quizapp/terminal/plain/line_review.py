"""The review of a deck line by line: each card with what stands beside it, then one act."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TextIO

from quizapp.bank.place import Place
from quizapp.bank.sentences import answer_texts
from quizapp.errors import QuizappError
from quizapp.items.item import CHOICE_FORMATS, Format, Item
from quizapp.items.item_lines import StyledLine, Tone
from quizapp.services.clock import Clock
from quizapp.services.review_deck import CardToReview, DeckReview, ReviewAct
from quizapp.services.review_questions import heading_of, question_of
from quizapp.services.words import quantity
from quizapp.terminal.plain.input_lines import Lines
from quizapp.terminal.plain.line_loop import LineLoop, NextStep
from quizapp.terminal.plain.lines import question_lines
from quizapp.terminal.review_words import count_text, finding_lines, source_lines, state_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.words import right_answer

HELP = """\
a accept (a REASON where it is in conflict with its source), A accept the rest of this sentence,
x reject (x REASON), n next, u undo, e edit, q leave, ? this help. Each act is saved at once."""
_AT_THE_END = "No card left to read: u undo, q leave"
_PROMPT = "a accept, A rest of this sentence, x reject, n next, u undo, e edit, q leave, ? help"

OpenEditor = Callable[[Place], bool]


def run_line_review(
    review: DeckReview,
    now: Clock,
    open_editor: OpenEditor,
    input_stream: TextIO,
    output_stream: TextIO,
) -> None:
    """Read the open cards of `review` one by one until none is left, or it is left."""
    lines = Lines(input_stream, output_stream)
    with lines.until_told():
        LineReview(review, now, open_editor, lines).run()


class LineReview(LineLoop):
    """One reader's way through a deck."""

    def __init__(
        self, review: DeckReview, now: Clock, open_editor: OpenEditor, lines: Lines
    ) -> None:
        super().__init__(now, lines, HELP)
        self.review = review
        self.open_editor = open_editor
        self.waiting = [each.name for each in review.open_cards]

    def run(self) -> None:
        """Hold the talk to its end."""
        heading = f"{one_line(self.review.title)}: {count_text(self.review)}, signed by "
        self.write_lines(f"{heading}{one_line(self.review.by)}. Type ? for help")
        step = NextStep.NEXT
        while step is not NextStep.LEAVE:
            card = self._current()
            if card is None:
                self.write_lines("", _AT_THE_END)
            elif step is NextStep.NEXT:
                self.write_lines("", *self._card_lines(card), _PROMPT)
            step = self.act_on_line(self.handle_line)

    def leave(self, _: str = "") -> NextStep:
        """Leave; each act is saved already."""
        self.write_lines(f"{one_line(self.review.title)}: {count_text(self.review)}.")
        return NextStep.LEAVE

    def handle_line(self, line: str) -> NextStep:
        """Do what a line says; one that says nothing, or nothing known, changes nothing."""
        name, _, rest = line.partition(" ")
        if name not in _COMMANDS:
            raise ValueError(f"{name or 'Nothing'} is no command. Type ? for help")
        return _COMMANDS[name](self, rest.strip())

    # --- acts -------------------------------------------------------------------------------------

    def accept(self, reason: str) -> NextStep:
        """Sign the card."""
        return self._done(self.review.accept(self._name(), reason))

    def accept_sentence(self, _: str) -> NextStep:
        """Sign all cards that cite the same."""
        return self._done(self.review.accept_sentence(self._name()))

    def reject(self, reason: str) -> NextStep:
        """Hold the card back."""
        return self._done(self.review.reject(self._name(), reason))

    def skip(self, _: str) -> NextStep:
        """Go on; the card comes again at the end of the deck in another review."""
        self.waiting.remove(self._name())
        return NextStep.NEXT

    def undo(self, _: str) -> NextStep:
        """Take the last act back, and show its card again."""
        act = self.review.undo()
        if act is None:
            raise QuizappError("Nothing to undo", "")
        self.write_lines(f"{act.told}.")
        others = [each for each in self.waiting if each not in act.cards]
        self.waiting = [*act.cards, *others]
        return NextStep.NEXT

    def edit(self, _: str) -> NextStep:
        """Open the editor at the card, then show it as it is now."""
        card = self._current()
        if card is not None and self.open_editor(card.place):
            known = {each.name for each in self.review.cards}
            self.review.reload()
            new = [each.name for each in self.review.open_cards if each.name not in known]
            self.waiting += new
        return NextStep.NEXT

    # --- parts ------------------------------------------------------------------------------------

    def _done(self, act: ReviewAct) -> NextStep:
        """Tell what was done, and go on."""
        self.write_lines(f"{act.told}.")
        self.waiting = [each for each in self.waiting if each not in act.cards]
        return NextStep.NEXT

    def _name(self) -> str:
        """Return the card to be read.

        Raises:
            QuizappError: there is none left.
        """
        card = self._current()
        if card is None:
            raise QuizappError("No card left to read", "")
        return card.name

    def _current(self) -> CardToReview | None:
        """Return the card to be read; those that are gone meanwhile are passed over."""
        while self.waiting:
            card = self.review.find(self.waiting[0])
            if card is not None:
                return card
            self.waiting.pop(0)
        return None

    def _card_lines(self, card: CardToReview) -> Iterator[str]:
        """Yield a card in each of its formats, then what stands beside it."""
        left = f"{len(self.waiting)} left" if len(self.waiting) > 1 else "the last one"
        yield f"{card.name}: {state_text(card)}, {left}"
        if not card.items:
            answer = ", ".join(answer_texts(card.signoff.card))
            yield f"No format can ask this card. Answer: {one_line(answer)}"
        for number, item in enumerate(card.items, 1):
            heading = one_line(heading_of(self.review.title, item, number))
            yield f"[{number} of {quantity(len(card.items), 'format')}] {heading}"
            yield from question_lines(question_of(item, self.now()))
            yield f"Answer: {right_answer(item)}"
            yield from _reasons(item)
        yield from plain_lines(source_lines(card))
        yield from plain_lines(finding_lines(card, self.review.differences(card)))


_COMMANDS: Mapping[str, Callable[[LineReview, str], NextStep]] = {
    "a": LineReview.accept,
    "A": LineReview.accept_sentence,
    "x": LineReview.reject,
    "n": LineReview.skip,
    "u": LineReview.undo,
    "e": LineReview.edit,
    "q": LineReview.leave,
    "?": LineReview.help,
}


def plain_lines(lines: Iterable[StyledLine]) -> Iterator[str]:
    """Yield styled lines as text; words that the other text has stand between _."""
    for line in lines:
        text = "".join(
            f"_{one_line(span.text)}_" if span.tone is Tone.SHARED else span.text
            for span in line.text
        )
        if found := f"{line.mark.text}{text}".rstrip():
            yield found


def _reasons(item: Item) -> Iterator[str]:
    """Yield why each wrong option is wrong, then the explanation."""
    if item.format in CHOICE_FORMATS or item.format is Format.TRUE_FALSE:
        for option in item.options:
            if not option.is_right and option.why:
                yield f"{one_line(option.text)}: {one_line(option.why)}"
    if item.why:
        yield f"Why: {one_line(item.why)}"
