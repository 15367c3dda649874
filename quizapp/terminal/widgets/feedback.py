"""What is said after an answer: verdict, right answer, why, explanation, source."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.grading.grade import Outcome
from quizapp.items.item import Format
from quizapp.learner.model import Revealed
from quizapp.session.model import Feedback
from quizapp.terminal.content import OUTCOME_STYLES, hanging_indent, style_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.verdict_words import (
    Pieces,
    is_list_shown,
    letter_diff,
    must_tell_answer,
    verdict_note,
    verdict_word,
)
from quizapp.terminal.widgets.base import PaintedWidget
from quizapp.terminal.words import (
    OUTCOME_SIGNS,
    changed_answer_text,
    confusable_sentences,
    duration_text,
    given_answer,
    image_text,
    leech_text,
    reasons,
    right_answer,
    short_source,
    shown_outcome,
)

# The way of answering itself, or the sentence, shows what was right.
_SHOWN_ABOVE = frozenset(
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


_BORDER = 2  # cells of the line beside the feedback


class FeedbackPanel(PaintedWidget):
    """Shows a feedback beside a line in the colour of its verdict."""

    DEFAULT_CSS = """
    FeedbackPanel { padding: 0 0 0 1; border-left: outer $right; display: none; }
    FeedbackPanel.-close { border-left: outer $close; }
    FeedbackPanel.-wrong { border-left: outer $wrong; }
    FeedbackPanel.-flip { border-left: outer $tint; }
    """
    feedback: Feedback | None = None

    def update(self, feedback: Feedback | None) -> None:
        """Show `feedback`; nothing when there is none."""
        self.feedback = feedback
        self.display = feedback is not None
        if feedback is not None:
            is_flip = isinstance(feedback.response, Revealed)
            outcome = shown_outcome(feedback.grade, feedback.question.item.format)
            self.set_class(outcome is Outcome.SLIP, "-close")
            self.set_class(outcome is Outcome.WRONG, "-wrong")
            self.set_class(is_flip, "-flip")
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return all there is to say, a line each."""
        if self.feedback is None:
            return Content()
        return Content("\n").join(paragraphs(self.feedback, width - _BORDER))


def paragraphs(feedback: Feedback, width: int) -> Iterator[Content]:
    """Yield what there is to say, most telling first."""
    item = feedback.question.item
    yield _verdict_content(feedback, width)
    yield from _answer_lines(feedback, width)
    if changed_answer_text(feedback.question):
        yield Content.assemble(
            ("Changed  ", "$quiet"), style_text(changed_answer_text(feedback.question))
        )
    yield from _explanations(feedback)
    yield from _cited_sentences(feedback)
    shown = [each.source for each in feedback.cited if each.pieces]
    if others := "; ".join(short_source(each) for each in item.sources if each not in shown):
        yield style_text(others, "$quiet")
    if feedback.leech is not None:
        yield Content.assemble(("Leech  ", "bold $close"), style_text(leech_text(feedback)))
        for sentence in confusable_sentences(feedback):
            yield Content.assemble(("  ↔ ", "$close"), style_text(sentence))


def _answer_lines(feedback: Feedback, width: int) -> Iterator[Content]:
    """Yield the right answer and what was typed, one below the other where they are compared."""
    item = feedback.question.item
    answer = style_text(right_answer(item), "bold")
    if (diff := letter_diff(feedback)) is not None:
        wrong = "$close" if feedback.grade.passes else "$wrong"
        rows = [("Answer", _marked(diff.answer, "bold", "$right"))]
        rows += [("Spelling", _marked(diff.word, "bold", "$right"))] if diff.word else []
        rows.append(("You wrote", _marked(diff.typed, "", wrong)))
    elif feedback.is_overridden:
        yours = given_answer(feedback.question, feedback.response)
        rows = [("Answer", answer), ("You wrote", style_text(yours))]
    elif not _is_shown_above(feedback) and must_tell_answer(feedback):
        rows = [("Answer", answer)]
    else:
        return
    labels = max(len(label) for label, _ in rows) + 2
    for label, text in rows:
        yield hanging_indent(style_text(f"{label:<{labels}}", "$quiet"), text, width)


def _is_shown_above(feedback: Feedback) -> bool:
    """Return whether what was right is shown where it was answered, or in the sentence."""
    return feedback.question.item.format in _SHOWN_ABOVE or is_list_shown(feedback)


def _marked(pieces: Pieces, style: str, marked: str) -> Content:
    """Return a text with the letters underlined that differ; one that is not there is a blank."""
    return Content("").join(
        style_text(text or " ", f"bold underline {marked}") if differs else style_text(text, style)
        for text, differs in pieces
    )


def _with_answer_bold(note: str, answer: str) -> Content:
    """Return a sentence in which the answer, where it is told, stands out."""
    before, told, after = note.partition(answer)
    return Content.assemble(style_text(before), style_text(told, "bold"), style_text(after))


def _explanations(feedback: Feedback) -> Iterator[Content]:
    """Yield why it is so, what the picture to it shows, and how to remember it."""
    item = feedback.question.item
    for reason in reasons(feedback):
        yield style_text(reason)
    if shown := image_text(item, is_asked_with=False):
        yield style_text(f"Picture: {shown}", "$quiet")
    if item.mnemonic:
        yield Content.assemble(
            ("Mnemonic  ", "$quiet"), style_text(one_line(item.mnemonic), "italic")
        )


def _cited_sentences(feedback: Feedback) -> Iterator[Content]:
    """Yield the sentences that are cited, what was asked for underlined, and from where."""
    for cited in feedback.cited:
        if cited.fault:
            yield style_text(one_line(cited.fault), "$quiet")
            continue
        text = Content("").join(
            style_text(piece.text, "bold underline" if piece.is_marked else "")
            for piece in cited.pieces
        )
        yield Content.assemble(text, style_text(f"  {short_source(cited.source)}", "$quiet"))


def _verdict_content(feedback: Feedback, width: int) -> Content:
    """Return sign and word, the note, and the time it took where there is room for it."""
    grade = feedback.grade
    outcome = shown_outcome(grade, feedback.question.item.format)
    if isinstance(feedback.response, Revealed):
        head = style_text("How well did you know it?", "bold $tint")
    else:
        head = style_text(
            f"{OUTCOME_SIGNS[outcome]} {verdict_word(feedback)}", f"bold {OUTCOME_STYLES[outcome]}"
        )
    parts = [head]
    if note := verdict_note(feedback):
        parts.append(_with_answer_bold(note, right_answer(feedback.question.item)))
    between = style_text(" · ", "$quiet")
    told = between.join(parts)
    timed = between.join((told, style_text(duration_text(feedback.milliseconds), "$quiet")))
    return told if told.cell_length <= width < timed.cell_length else timed
