"""What screens that ask a question have in common: keys and clicks go to its way of answering."""

from abc import abstractmethod
from collections.abc import Callable, Mapping

from textual import events
from textual.binding import Binding

from quizapp.learner.model import Response
from quizapp.session.model import Question
from quizapp.session.option_order import PAIR_LETTERS
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.answer_body import (
    AnswerBody,
    KeyResult,
    NoResponse,
    Refused,
    RepeatToConfirm,
)
from quizapp.terminal.widgets.base import LineClicked
from quizapp.terminal.widgets.header_and_footer import Remark
from quizapp.terminal.widgets.question_view import QuestionView

# Keys that stand for a range, and how the footer writes it: as many as there are.
_KEY_RANGES: Mapping[str, Callable[[AnswerBody], str]] = {
    "answer.choose_1": lambda body: f"1–{body.line_count}",
    "answer.pair": lambda body: (
        f"a–{PAIR_LETTERS[len(body.question.shown_options) - 1]}" if body.question else "a"
    ),
}


class AnswerScreen(KeyScreen):
    """A screen with a `QuestionView`."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.question: Question | None = None
        self.awaited_repeat: RepeatToConfirm | None = None  # what the same key would answer now

    @property
    def body(self) -> AnswerBody | None:
        """The way of answering; None until the first question."""
        return self.query_one(QuestionView).body

    @property
    @abstractmethod
    def is_asking(self) -> bool:
        """Whether the question takes an answer now."""

    @abstractmethod
    def respond(self, response: Response) -> None:
        """Answer the question."""

    def show_message(self, text: str, style: str = "$quiet") -> None:
        """Say `text` below the answer."""
        self.query_one(QuestionView).show_remark(text, style)

    # --- keys -------------------------------------------------------------------------------------

    def is_typed(self, key: str, binding: Binding) -> bool:
        """Return whether the way of answering takes `key` for itself, as text goes into a field."""
        is_own = binding.action.startswith("body(")
        return self.is_asking and self.body is not None and not is_own and self.body.types(key)

    def key_label(self, binding: Binding) -> str:
        """Return a key as the footer writes it; the options that there are, not all nine."""
        shown = _KEY_RANGES.get(str(binding.id))
        if shown is not None and self.body is not None and binding.key_display:
            return shown(self.body)
        return super().key_label(binding)

    def footer_word(self, binding: Binding) -> str:
        """Return what the footer says of a key, in the words of the way of answering."""
        words = self.body.WORDS if self.body is not None else {}
        return words.get(str(binding.id), super().footer_word(binding))

    def can_answer_with(self, name: object, *arguments: object) -> bool:
        """Return whether the way of answering does something at such a key."""
        if self.body is None or self.question is None or name not in self.body.ACTIONS:
            return False
        return name != "choose" or int(str(arguments[0])) < self.body.line_count

    async def act_on_key(self, event: events.Key) -> None:
        """Take a key: text goes to the field, the rest is looked up."""
        if self.is_asking and self.body is not None and self.body.type_key(event):
            self.forget_repeat()
            return
        await super().act_on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Hand pasted text to the field."""
        if self.is_asking and self.body is not None and not self.running_jobs:
            told = self.body.paste(event.text)
            self.forget_repeat()
            if told:
                self.refuse(told)

    def on_line_clicked(self, picked: LineClicked) -> None:
        """Choose the option that was clicked."""
        chosen = (picked.action, picked.index)
        is_body = isinstance(picked.widget, AnswerBody) and not self.running_jobs
        if is_body and self.check_action("body", chosen):
            self.action_body(*chosen)

    # --- answering --------------------------------------------------------------------------------

    def action_body(self, name: str, *arguments: object) -> None:
        """Do what the way of answering does at a key, and act on what came of it."""
        outcome: KeyResult = getattr(self.body, name)(*arguments)
        if isinstance(outcome, RepeatToConfirm):
            self.ask_to_repeat(outcome)
        elif isinstance(outcome, Refused):
            self.forget_repeat()
            self.refuse(outcome.words)
        elif isinstance(outcome, NoResponse):
            self.forget_repeat()
            if name == "submit":  # a member was entered: an older hint is not on what is left
                self.show_message("")
        else:
            self.respond(outcome)

    def refuse(self, words: str) -> None:
        """Say why what stands there is no answer, in sight though it fills the screen."""
        self.show_message(words, "$close")
        remark = self.query_one(Remark)
        self.call_after_refresh(remark.scroll_visible, animate=False)

    def ask_to_repeat(self, outcome: RepeatToConfirm) -> None:
        """Answer where the same key was pressed before, else say what it would answer."""
        if self.is_replaying:  # pressed before the question could be read
            return
        if self.awaited_repeat == outcome:
            self.respond(outcome.response)
        else:
            self.awaited_repeat = outcome
            self.show_message(outcome.words)

    def forget_repeat(self) -> None:
        """Forget what the same key would answer."""
        if self.awaited_repeat is not None:
            self.awaited_repeat = None
            self.show_message("")
