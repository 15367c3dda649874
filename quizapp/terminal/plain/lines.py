"""What the line mode writes: questions, feedback, summaries, as lines. Pure.

The verdict's word begins its line and never changes, so that programs may wait for it.
"""

from collections.abc import Iterator
from datetime import datetime

from quizapp.grading.grade import Outcome
from quizapp.items.item import Format, Item
from quizapp.learner.model import Revealed
from quizapp.services.words import quantity
from quizapp.session.model import Feedback, Question, Summary
from quizapp.session.option_order import PAIR_LETTERS
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.verdict_words import letters_text, verdict_note, verdict_word
from quizapp.terminal.words import (
    OUTCOME_WORDS,
    RATING_WORDS,
    answered_pairs,
    changed_answer_text,
    confusable_sentences,
    duration_text,
    given_answer,
    image_text,
    interval,
    intervals,
    is_given_up,
    leech_text,
    missed_answers,
    pair_text,
    reasons,
    right_answer,
    short_sources,
    task_text,
)


def question_lines(question: Question) -> Iterator[str]:
    """Yield a question: the new card's sentence, the task, the stem, the options."""
    if question.introduction:
        yield f"New: {one_line(question.introduction)}"
    if question.learner_card.old_key:
        yield "This card's answer has changed."
    yield f"{task_text(question.item)}:".replace("?:", "?")
    yield one_line(question.item.stem)
    yield from picture_lines(question.item, is_asked_with=True)
    yield from _option_lines(question)


def _option_lines(question: Question) -> Iterator[str]:
    """Yield what there is to choose from: numbered, in a match rows with numbers, then letters."""
    if question.item.format is Format.TRUE_FALSE:
        return
    texts = [option.text for option in question.shown_options]
    numbered = question.item.prompts if question.item.format is Format.MATCH else texts
    for number, text in enumerate(numbered, 1):
        yield f"{number}. {one_line(text)}"
    if question.item.format is Format.MATCH:
        for letter, text in zip(PAIR_LETTERS, texts, strict=False):
            yield f"{letter}. {one_line(text)}"


def picture_lines(item: Item, *, is_asked_with: bool) -> Iterator[str]:
    """Yield what the picture that belongs there shows."""
    if shown := image_text(item, is_asked_with=is_asked_with):
        yield f"Picture: {shown}"


def feedback_lines(feedback: Feedback) -> Iterator[str]:
    """Yield a feedback: its verdict first, then what was right, why, and from where."""
    item = feedback.question.item
    if not isinstance(feedback.response, Revealed):
        yield _verdict_text(feedback)
    yield f"Answer: {right_answer(item)}"
    if letters := letters_text(feedback):
        yield f"Letters: {letters}"
    yield from _own_answer_lines(feedback)
    if changed_answer_text(feedback.question):
        yield f"Changed: {changed_answer_text(feedback.question)}"
    yield from reasons(feedback)
    yield from picture_lines(item, is_asked_with=False)
    if item.mnemonic:
        yield f"Mnemonic: {one_line(item.mnemonic)}"
    if item.sources:
        yield f"Source: {short_sources(item)}"
    yield from _cited_lines(feedback)
    if feedback.leech is not None:
        yield f"Leech: {leech_text(feedback)}."
        yield from (f"Keep apart: {sentence}" for sentence in confusable_sentences(feedback))


def _cited_lines(feedback: Feedback) -> Iterator[str]:
    """Yield the sentences that are cited, what was asked for between underscores."""
    for cited in feedback.cited:
        if cited.fault:
            yield f"No text: {one_line(cited.fault)}"
        else:
            text = "".join(
                f"_{piece.text}_" if piece.is_marked else piece.text for piece in cited.pieces
            )
            yield f"Sentence {cited.source.sentence}: {one_line(text)}"


def override_line(feedback: Feedback) -> str:
    """Return what was counted as right beside what is, and how that is taken back."""
    given = given_answer(feedback.question, feedback.response)
    key = right_answer(feedback.question.item)
    return f'You wrote "{given}"; the answer is "{key}". Type :u to undo'


def _own_answer_lines(feedback: Feedback) -> Iterator[str]:
    """Yield the own answer where it was given by numbers and was not right in every place."""
    question, response = feedback.question, feedback.response
    if feedback.grade.outcome is Outcome.RIGHT or is_given_up(response):
        return
    if question.item.format is Format.LIST and feedback.grade.slips and feedback.grade.missing:
        yield f"Misspelt: {one_line(', '.join(feedback.grade.slips))}"
    if question.item.format is Format.ORDER:
        yield f"Yours: {given_answer(question, response)}"
    if question.item.format is Format.MATCH:
        for pair in answered_pairs(question.item, response):
            sign = "Right" if pair.is_right else "Not"
            yield f"{sign}: {pair_text(pair.prompt, pair.given or '(nothing)')}"


def _verdict_text(feedback: Feedback) -> str:
    """Return the verdict's word and its note; the words never change."""
    if is_given_up(feedback.response):
        return f"{OUTCOME_WORDS[Outcome.WRONG]}: you didn't know."
    word, note = verdict_word(feedback), verdict_note(feedback)
    if note.endswith(("?", ".", "!")):
        return f"{word}: {note}"
    return f"{word}: {note}." if note else f"{word}."


def rating_prompt(feedback: Feedback, now: datetime) -> Iterator[str]:
    """Yield the line that tells how to go on."""
    right = " o: I was right." if feedback.can_override and not feedback.is_overridden else ""
    due = intervals(feedback, now)
    choices = ", ".join(
        f"{rating.value} {RATING_WORDS[rating]} {due[rating]}".strip() for rating in due
    )
    suggested = RATING_WORDS[feedback.suggested_rating] if feedback.suggested_rating else "next"
    yield (
        " ".join(part for part in (choices and f"{choices}.", f"Enter: {suggested}.") if part)
        + right
    )


def summary_lines(summary: Summary, now: datetime) -> Iterator[str]:
    """Yield how the session went and what was missed."""
    if summary.answers:
        wrong = len(missed_answers(summary))
        right = len(summary.answers) - wrong
        time = duration_text(sum(answer.milliseconds for answer in summary.answers))
        count = quantity(len(summary.answers), "answer")
        yield f"{count}: {right} right, {wrong} wrong, in {time}."
    else:
        yield "No answers."
    for answer in missed_answers(summary):
        item = answer.question.item
        where = f" ({short_sources(item)})" if item.sources else ""
        yield f"Missed: {one_line(item.stem)} {right_answer(item)}{where}"
    if summary.next_due is not None and summary.next_due > now:
        yield f"Next card in {interval(summary.next_due - now)}."
