"""The line mode on a real session and a real store, through two text streams."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedAmount
from quizapp.items.item import Format, Item
from quizapp.learner.model import Verdict
from quizapp.memory.model import Memory, New
from quizapp.services.ports import QuizRequest, StudyRequest
from quizapp.terminal.plain.line_session import run_line_session
from tests.session.watched_store import WatchedStore
from tests.terminal.rivers import (
    CHOICE,
    FLIP,
    GAP,
    LIST,
    MATCH,
    NUMBER,
    ORDER,
    SELECT,
    TRUE_FALSE,
    TYPED,
    RiverServices,
    memory_of,
)

ANY = StudyRequest(formats=tuple(Format))


def talk(services: RiverServices, typed: str, request: StudyRequest = ANY) -> list[str]:
    """Return what is written when `typed` is all that comes in."""
    written = io.StringIO()
    run_line_session(services.open_study(request), services.now, io.StringIO(typed), written)
    return written.getvalue().splitlines()


def after_prompt(lines: Sequence[str], number: int = 0) -> str:
    """Return the line that follows the prompt of that number."""
    prompts = [index for index, line in enumerate(lines) if line.startswith("> ")]
    return lines[prompts[number] + 1]


def test_a_question_is_written_with_its_numbered_options() -> None:
    lines = talk(RiverServices([CHOICE]), "")

    assert lines[2:7] == [
        "Choose one:",
        "Where does a river build a delta?",
        "1. at its source",
        "2. at its mouth",
        "3. at a waterfall",
    ]


@pytest.mark.usefixtures("known_words")
def test_the_verdict_begins_the_line_after_the_answer() -> None:
    assert after_prompt(talk(RiverServices([CHOICE]), "2\n")) == "Right."
    assert after_prompt(talk(RiverServices([CHOICE]), "1\n")) == "Wrong."
    slip = after_prompt(talk(RiverServices([TYPED]), "estuari\n"))
    assert slip == "Right, one slip: One letter: estuary."
    assert after_prompt(talk(RiverServices([TYPED]), "\n")) == "Wrong: you didn't know."


def test_a_wrong_answer_is_followed_by_the_right_one_why_and_the_source() -> None:
    lines = talk(RiverServices([CHOICE]), "1\n")
    verdict = lines.index("Wrong.")

    assert lines[verdict + 1 : verdict + 5] == [
        "Answer: at its mouth",
        "at its source: There it cuts, it does not build.",
        "The slope ends at the coast.",
        "Source: Okafor 2011, sentence 7",
    ]


def test_the_remark_on_the_answer_comes_before_why_another_is_wrong() -> None:
    remarked = replace(CHOICE, note="A delta is land that the river made.")

    lines = talk(RiverServices([remarked]), "1\n")
    verdict = lines.index("Wrong.")

    assert lines[verdict + 1 : verdict + 4] == [
        "Answer: at its mouth",
        "A delta is land that the river made.",
        "at its source: There it cuts, it does not build.",
    ]


def test_a_bound_without_its_sign_is_asked_for_more() -> None:
    bound = replace(
        NUMBER,
        key=("< 0.001",),
        expected=ExpectedAmount("< 0.001", "< 0.001", Decimal("0.001"), Decimal("0.001"), sign="<"),
    )

    lines = talk(RiverServices([bound]), "0.001\nless than 0.001\n")

    assert "less than, at most, more than or at least?" in after_prompt(lines)
    assert after_prompt(lines, 1) == "Right."


class WatchingReader(io.StringIO):
    """A reader that looks, before each line is read, at what waits for its rating."""

    def __init__(self, typed: str, store: WatchedStore) -> None:
        super().__init__(typed)
        self.store = store
        self.verdicts: list[Verdict | None] = []

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # text, not bytes
        judged = self.store.judged
        self.verdicts.append(judged.verdict if judged else None)
        return super().readline(size)


def test_an_answer_is_kept_before_it_is_rated() -> None:
    services = RiverServices([TYPED])
    services.learner_store = store = WatchedStore(services.store, "ada")
    typed = WatchingReader("lake\no\n:u\n", store)

    run_line_session(services.open_study(ANY), services.now, typed, io.StringIO())

    assert typed.verdicts == [None, Verdict.WRONG, Verdict.CORRECT, Verdict.WRONG]


class LeftReader(io.StringIO):
    """A stream whose reader goes away as the verdict is written."""

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]  # text, not bytes
        for line in lines:
            if line.startswith("Right"):
                raise BrokenPipeError
            self.write(line)


def test_an_answer_that_was_judged_is_kept_though_its_verdict_reached_nobody() -> None:
    services = RiverServices([CHOICE])

    with pytest.raises(BrokenPipeError):
        run_line_session(services.open_study(ANY), services.now, io.StringIO("2\n"), LeftReader())

    assert services.overview().reviews_today == 1


def test_the_ratings_are_told_with_their_intervals() -> None:
    lines = talk(RiverServices([CHOICE]), "2\n")

    assert any(line.startswith("1 Again 1 min, 2 Hard ") for line in lines)
    assert any(line.endswith(" Enter: Good.") for line in lines)


def test_the_prompt_stands_at_the_start_of_a_line_twice_an_item() -> None:
    lines = talk(RiverServices([CHOICE]), "2\n4\n")

    assert [line for line in lines if line.startswith(">")] == ["> 2", "> 4"]


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (CHOICE, "2"),
        (SELECT, "1 3"),
        (SELECT, "3,1"),
        (TRUE_FALSE, "f"),
        (TRUE_FALSE, "False"),
        (GAP, "meltwater"),
        (TYPED, "estuary"),
        (NUMBER, "13"),
        (LIST, "coast, valley"),
        (MATCH, "1a 2b 3c"),
        (MATCH, "2B 3C 1A"),
        (MATCH, "1 a, 2 b, 3 c"),
        (MATCH, "1-a; 2=b; 3 → c"),
        (MATCH, "a b c"),
        (MATCH, "ABC"),
    ],
)
def test_every_format_is_answered_on_one_line(item: Item, answer: str) -> None:
    assert after_prompt(talk(RiverServices([item]), f"{answer}\n")) == "Right."


def test_an_order_is_answered_by_its_numbers() -> None:
    services = RiverServices([ORDER])
    session = services.open_study(ANY)
    session.start(services.now())
    assert session.question is not None
    shown = [option.text for option in session.question.shown_options]
    answer = " ".join(str(shown.index(member) + 1) for member in ORDER.key)

    assert after_prompt(talk(services, f"{answer}\n")) == "Right."


def test_a_match_is_written_with_numbered_rows_and_lettered_values() -> None:
    lines = talk(RiverServices([MATCH]), "")

    assert lines[2:11] == [
        "Match:",
        "Which river runs into which sea?",
        "1. Vardesk",
        "2. Ombre",
        "3. Tamsil",
        "a. Grey Sea",
        "b. Long Bay",
        "c. Inner Gulf",
        "d. North Lake",
    ]


def test_wrong_pairs_are_told_and_the_right_ones() -> None:
    lines = talk(RiverServices([MATCH]), "1a 2c 3b\n")
    verdict = lines.index("Wrong: 1 of 3 pairs.")

    assert lines[verdict + 1 : verdict + 5] == [
        "Answer: Vardesk → Grey Sea; Ombre → Long Bay; Tamsil → Inner Gulf",
        "Right: Vardesk → Grey Sea",
        "Not: Ombre → Inner Gulf",
        "Not: Tamsil → Long Bay",
    ]


def test_a_wrong_order_is_told_beside_the_right_one() -> None:
    lines = talk(RiverServices([replace(ORDER, has_fixed_order=True)]), "2 1 3\n")

    assert "Answer: bend → neck → oxbow" in lines
    assert "Yours: neck → bend → oxbow" in lines


def test_a_flip_shows_its_answer_and_is_rated() -> None:
    services = RiverServices([FLIP])
    lines = talk(services, "\n4\n")

    assert "Answer: the line of the deepest points" in lines
    assert isinstance(memory_of(services, FLIP), Memory)


@pytest.mark.parametrize(
    ("item", "line", "said"),
    [
        (CHOICE, "7", "Type one of the numbers (1 to 3)"),
        (CHOICE, "1 2", "Type one of the numbers (1 to 3)"),
        (CHOICE, "mouth", "Type one of the numbers (1 to 3)"),
        (SELECT, "1 1", "Type the numbers of all that apply (1 to 3)"),
        (TRUE_FALSE, "x", "Type t or f"),
        (ORDER, "1 2", "Type all the numbers, in order (1 to 3)"),
        (MATCH, "1b 2a", "Type pairs such as 1b 2a, each letter once (1 to 3, a to d)"),
        (MATCH, "a b a", "Type pairs such as 1b 2a, each letter once (1 to 3, a to d)"),
        (MATCH, "1a 2b 2c", "Type pairs such as 1b 2a, each letter once (1 to 3, a to d)"),
        (MATCH, "1a 2b 3z", "Type pairs such as 1b 2a, each letter once (1 to 3, a to d)"),
        (MATCH, "1 2 3", "Type pairs such as 1b 2a, each letter once (1 to 3, a to d)"),
        (MATCH, "a1 b2 c3", "Type pairs such as 1b 2a, each letter once (1 to 3, a to d)"),
        (TYPED, ":x", "No command :x. Type :? for help"),
    ],
)
def test_what_is_no_answer_is_asked_again(item: Item, line: str, said: str) -> None:
    services = RiverServices([item])

    assert after_prompt(talk(services, f"{line}\n")) == said
    assert isinstance(memory_of(services, item), New)


def test_what_is_no_rating_is_asked_again() -> None:
    lines = talk(RiverServices([CHOICE]), "2\n9\n")

    assert "Press Enter for the next question, 1 to 4 to rate, or o if you were right" in lines


def test_i_was_right_turns_the_rating() -> None:
    services = RiverServices([TYPED])
    lines = talk(services, "tideway\no\n4\n")

    assert "Counted as right." in lines
    assert "1 answer: 1 right, 0 wrong" in "\n".join(lines)


def test_what_was_right_cannot_be_made_right() -> None:
    lines = talk(RiverServices([TYPED]), "estuary\no\n")

    assert "This can't be counted as right. Press Enter for the next question" in lines


def test_the_end_of_the_input_keeps_an_answer_whose_feedback_was_shown() -> None:
    services = RiverServices([CHOICE])
    talk(services, "2\n")

    assert isinstance(memory_of(services, CHOICE), Memory)


def test_the_end_of_the_input_before_an_answer_keeps_nothing() -> None:
    services = RiverServices([CHOICE])
    lines = talk(services, "")

    assert isinstance(memory_of(services, CHOICE), New)
    assert "No answers." in lines


def test_q_leaves_with_the_answer_kept_and_a_summary() -> None:
    services = RiverServices([CHOICE, TYPED])
    lines = talk(services, "1\n:q\n")

    assert isinstance(memory_of(services, CHOICE), Memory)
    assert lines[-2].startswith("1 answer: 0 right, 1 wrong, in ")
    assert lines[-1] == (
        "Missed: Where does a river build a delta? at its mouth (Okafor 2011, sentence 7)"
    )


def test_u_takes_the_last_answer_back_and_asks_it_again() -> None:
    services = RiverServices([CHOICE, TYPED])
    lines = talk(services, "1\n4\n:u\n")

    assert lines.count(CHOICE.stem) == 2
    assert isinstance(memory_of(services, CHOICE), New)


def test_u_takes_back_an_answer_not_yet_kept() -> None:
    lines = talk(RiverServices([CHOICE]), "1\n:u\n2\n")

    assert "Undone." in lines
    assert "Right." in lines


def test_h_hints() -> None:
    lines = talk(RiverServices([TYPED]), ":h\n")

    assert "Hint: e······" in lines


def test_s_suspends_the_card_and_asks_the_next() -> None:
    services = RiverServices([CHOICE, TYPED])
    lines = talk(services, ":s\n")
    entry = services.learner_store.learner_card(CHOICE.card)

    assert "Suspended." in lines
    assert TYPED.stem in lines
    assert entry is not None
    assert entry.is_suspended


def test_b_buries_the_card_and_asks_the_next() -> None:
    lines = talk(RiverServices([CHOICE, TYPED]), ":b\n")

    assert "Buried until tomorrow." in lines
    assert TYPED.stem in lines


def test_a_card_is_marked_and_flagged_and_its_question_stays() -> None:
    services = RiverServices([CHOICE])
    lines = talk(services, ":m\n:F\n:M\n2\n")
    entry = services.learner_store.learner_card(CHOICE.card)

    assert [line for line in lines if line in {"Marked.", "Flagged.", "Unmarked."}] == [
        "Marked.",
        "Flagged.",
        "Unmarked.",
    ]
    assert lines.count(CHOICE.stem) == 1
    assert entry is not None
    assert entry.is_flagged
    assert not entry.is_marked


def test_a_leech_is_told_beside_what_it_is_mixed_up_with() -> None:
    services = RiverServices([CHOICE])
    services.forget(CHOICE, 8)
    lines = talk(services, "\n", StudyRequest())

    assert any(line.startswith("Leech: forgotten 8 times") for line in lines)
    assert f"Keep apart: {CHOICE.stem} at its mouth" in lines


def test_i_tells_where_the_card_stands() -> None:
    lines = talk(RiverServices([CHOICE]), ":i\n")

    assert "Card: rivers/choice/answer" in lines
    assert "Place: capitals.yaml:1" in lines


def test_help_tells_what_can_be_typed() -> None:
    lines = talk(RiverServices([CHOICE]), ":?\n")

    assert any(":u undo, :h hint" in line for line in lines)


def test_a_quiz_goes_on_without_ratings() -> None:
    services = RiverServices([CHOICE])
    written = io.StringIO()
    run_line_session(services.open_quiz(QuizRequest()), services.now, io.StringIO("2\n\n"), written)

    assert "Enter: next." in written.getvalue()
    assert "Again" not in written.getvalue()
    assert isinstance(memory_of(services, CHOICE), New)


def test_nothing_is_coloured_drawn_or_painted_twice() -> None:
    written = "\n".join(talk(RiverServices([CHOICE, TYPED, ORDER]), "1\n\nx\n\n\n\n"))

    assert [letter for letter in written if letter in "\x1b\r\b" or "─" <= letter <= "▟"] == []
