"""`quizapp report`: what answers say of the decks, and what an exam flagged."""

from collections.abc import Iterator

import click

from quizapp.cli.global_options import QuizappGroup
from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.output import fields_of, say, say_json
from quizapp.cli.shared_options import DECKS_ARGUMENT, JSON_OPTION
from quizapp.cli.tables import table_lines
from quizapp.cli.words import percent
from quizapp.services.answer_report import AnswerReport, report_answers
from quizapp.services.flagged_answers import (
    FlaggedExamAnswer,
    grant_flagged,
    list_flagged,
    take_back_granted,
)
from quizapp.services.words import quantity
from quizapp.terminal.exam_words import points_text, when
from quizapp.terminal.words import given_answer, right_answer


@click.group(cls=QuizappGroup, epilog="Example: quizapp report answers")
def command() -> None:
    """Show what answers say of the decks, and what exams flagged."""


@command.command("answers", epilog="Example: quizapp report answers --json")
@DECKS_ARGUMENT
@JSON_OPTION
@click.pass_context
def answers(ctx: click.Context, decks: tuple[str, ...], *, is_json: bool) -> None:
    """Show which aliases are missing and which stems are unclear, by all learners' answers."""
    with prepared_workspace(ctx, decks) as workspace:
        found = report_answers(workspace)
    if is_json:
        say_json(_answers_as_dict(found))
    else:
        say(*_answer_lines(found))


@command.command("flagged", epilog="Example: quizapp report flagged --grant 3")
@click.option("--grant", "granted", type=int, metavar="N", help="Count answer N as right.")
@click.option("--undo", "undone", type=int, metavar="N", help="Take back what was granted for N.")
@JSON_OPTION
@click.pass_context
def flagged(ctx: click.Context, granted: int | None, undone: int | None, *, is_json: bool) -> None:
    """List the answers of exams that scored 0 and should be looked at; grant one."""
    with prepared_workspace(ctx) as workspace:
        if granted is not None:
            grant_flagged(workspace, granted)
        if undone is not None:
            take_back_granted(workspace, undone)
        found = list_flagged(workspace)
    if is_json:
        say_json({"flagged": [_flagged_as_dict(each) for each in found]})
    else:
        say(*_flagged_lines(found))


def _answers_as_dict(found: AnswerReport) -> dict[str, object]:
    """Return the report in its stable JSON shape."""
    return {
        "aliases": [
            {
                **fields_of(each, "card", "key", "typed", "times", "learners"),
                "file": each.place.file,
                "line": each.place.line,
                "proposal": each.aliases_line,
            }
            for each in found.candidates
        ],
        "cards": [
            fields_of(each, "card", "answers", "say_more", "is_stem_unclear")
            for each in found.cards
        ],
    }


def _answer_lines(found: AnswerReport) -> Iterator[str]:
    """Yield what learners insist on, the lines to paste, and how often more was asked for."""
    if not found.candidates and not found.cards:
        yield "Nothing to report yet."
    if found.candidates:
        yield from table_lines(
            ("Typed", "Answer", ">Times", ">Learners", "Card"),
            (
                (each.typed, each.key, each.times, each.learners, each.card)
                for each in found.candidates
            ),
        )
    proposed = [each for each in found.candidates if each.aliases_line]
    if proposed:
        yield ""
        yield "Confirmed twice or more. Paste what is right into the deck:"
        for each in proposed:
            yield f"{each.place.file}:{each.place.line}  {each.card}"
            yield f"  {each.aliases_line}"
    if found.cards:
        yield ""
        yield from table_lines(
            ("Say more", ">Answers", "Card", ""),
            (
                (
                    percent(each.say_more),
                    each.answers,
                    each.card,
                    "the stem is unclear" if each.is_stem_unclear else None,
                )
                for each in found.cards
            ),
        )


def _flagged_as_dict(each: FlaggedExamAnswer) -> dict[str, object]:
    """Return a flagged answer in its stable JSON shape."""
    answer = each.answer.answer
    return {
        **fields_of(each, "number", "learner", "exam"),
        "handed_in": each.handed_in.isoformat(),
        "item": answer.question.item.id,
        "question": answer.question.item.stem,
        "answer": right_answer(answer.question.item),
        "given": given_answer(answer.question, answer.response),
        "flag": each.answer.flag.value,
        "is_granted": each.answer.is_granted,
        "granted_by": each.answer.granted_by,
        "points": each.score.points,
        "points_granted": each.granted_score.points,
        "max_points": each.score.max_points,
    }


def _flagged_lines(found: tuple[FlaggedExamAnswer, ...]) -> Iterator[str]:
    """Yield the flagged answers under the exam that each is of."""
    if not found:
        yield "No exam has a flagged answer."
    shown = None
    for each in found:
        exam = (each.learner, each.handed_in)
        if exam != shown:
            if shown is not None:
                yield ""
            yield f"{each.exam}, {each.learner}, {when(each.handed_in)}: {_score_text(each)}"
            shown = exam
        answer = each.answer.answer
        state = f", granted by {each.answer.granted_by}" if each.answer.is_granted else ""
        yield f"{each.number}. {answer.question.item.stem} ({each.answer.flag.value}{state})"
        yield f"   Answer: {right_answer(answer.question.item)}"
        yield f"   Given: {given_answer(answer.question, answer.response)}"
    waiting = sum(not each.answer.is_granted for each in found)
    if waiting:
        yield ""
        count = quantity(waiting, "answer")
        yield f"{count} to look at. Grant one: quizapp report flagged --grant N"


def _score_text(each: FlaggedExamAnswer) -> str:
    """Return the score as judged, and as granted where that is another."""
    judged = f"{points_text(each.score)} points"
    if each.granted_score == each.score:
        return judged
    return f"{judged} as judged, {points_text(each.granted_score)} as granted"
