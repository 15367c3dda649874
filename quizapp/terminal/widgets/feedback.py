"""What is said after an answer: verdict, right answer, why, explanation, source."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.grading.grade import Verdict
from quizapp.items.item import Format
from quizapp.session.model import Feedback, Revealed
from quizapp.terminal.content import STYLES, style_of, styled
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.piece import Piece
from quizapp.terminal.words import (
    NOT_JUDGED,
    WORDS,
    changed,
    is_given_up,
    is_unjudged,
    kept_apart,
    leech,
    picture,
    reasons,
    right_answer,
    seconds,
    shows_answer,
    sign,
    sources,
)

# The way of answering itself, or the sentence, shows what was right.
SHOWN_ABOVE = frozenset(
    {
        Format.CHOICE,
        Format.SELECT,
        Format.TRUE_FALSE,
        Format.MATCH,
        Format.ORDER,
        Format.GAP,
        Format.FLIP,
    }
)


class FeedbackPanel(Piece):
    """Shows a feedback beside a line in the colour of its verdict."""

    DEFAULT_CSS = """
    FeedbackPanel { padding: 0 0 0 1; border-left: outer $right; display: none; }
    FeedbackPanel.-close { border-left: outer $close; }
    FeedbackPanel.-wrong { border-left: outer $wrong; }
    FeedbackPanel.-flip { border-left: outer $tint; }
    """
    feedback: Feedback | None = None

    def say(self, feedback: Feedback | None) -> None:
        """Show `feedback`; nothing when there is none."""
        self.feedback = feedback
        self.display = feedback is not None
        if feedback is not None:
            is_flip = isinstance(feedback.response, Revealed)
            style = style_of(feedback.grade)
            self.set_class(style == STYLES[Verdict.CLOSE], "-close")
            self.set_class(style == STYLES[Verdict.WRONG], "-wrong")
            self.set_class(is_flip, "-flip")
        self.redraw()

    def draw(self, width: int) -> Content:  # noqa: ARG002 (it wraps)
        """Return all there is to say, a line each."""
        return Content("\n").join(paragraphs(self.feedback)) if self.feedback else Content()


def paragraphs(feedback: Feedback) -> Iterator[Content]:
    """Yield what there is to say, most telling first."""
    item = feedback.question.item
    yield verdict_line(feedback)
    if item.format not in SHOWN_ABOVE and shows_answer(feedback):
        yield Content.assemble(("Answer  ", "$quiet"), styled(right_answer(item), "bold"))
    if changed(feedback.question):
        yield Content.assemble(("Changed  ", "$quiet"), styled(changed(feedback.question)))
    yield from explanations(feedback)
    if item.sources:
        yield styled(sources(item), "$quiet")
    if feedback.leech is not None:
        yield Content.assemble(("Leech  ", "bold $close"), styled(leech(feedback)))
        for sentence in kept_apart(feedback):
            yield Content.assemble(("  ↔ ", "$close"), styled(sentence))


def explanations(feedback: Feedback) -> Iterator[Content]:
    """Yield why it is so, what the picture to it shows, and how to remember it."""
    item = feedback.question.item
    for reason in reasons(feedback):
        yield styled(reason)
    if shown := picture(item, is_asked_with=False):
        yield styled(f"Picture: {shown}", "$quiet")
    if item.mnemonic:
        yield Content.assemble(("Mnemonic  ", "$quiet"), styled(one_line(item.mnemonic), "italic"))


def verdict_line(feedback: Feedback) -> Content:
    """Return sign and word, the note, and the time it took."""
    grade = feedback.grade
    word = "Not known" if is_given_up(feedback.response) else WORDS[grade.verdict]
    if is_unjudged(grade):
        word = NOT_JUDGED
    if isinstance(feedback.response, Revealed):
        head = styled("How well did you know it?", "bold $tint")
    else:
        head = styled(f"{sign(grade)} {word}", f"bold {style_of(grade)}")
    parts = [head]
    if feedback.is_overridden:
        parts.append(styled("you said so", "$quiet"))
    elif grade.note:
        parts.append(styled(one_line(grade.note)))
    parts.append(styled(seconds(feedback.milliseconds), "$quiet"))
    return styled(" · ", "$quiet").join(parts)
