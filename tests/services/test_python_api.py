"""What a Python program may do with `import quizapp`, on real decks and SQLite files."""

import doctest
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

import quizapp
from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import ExportDeck
from quizapp.bank.model import DeckId
from quizapp.items.item import Format
from quizapp.services import python_api, python_grade

ROOT = Path(__file__).parent.parent.parent
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

CAPITALS = """\
quizapp: 1
deck: capitals
title: Capitals

facts:
  - id: france
    ask: What is the capital of France?
    answer: Paris
    say: "{answer} is the capital of France."
    why: It has been since 987.
    wrong: {Lyon: "It is the third largest city.", Nice: "It lies by the sea."}
  - id: germany
    ask: What is the capital of Germany?
    answer: Berlin
"""

# A fact for each format: what it asks, in a deck that asks it in no other way.
EVERY_FORMAT = """\
quizapp: 1
deck: formats
title: Formats

facts:
  - id: capital
    ask: What is the capital of France?
    answer: Paris
    say: "{answer} is the capital of France."
    wrong: {Lyon: "It is the third largest city.", Nice: "It lies by the sea."}
  - id: patients
    ask: How many patients were there?
    answer: 56
    unit: patients
  - id: colours
    ask: Which colours has the flag of France?
    answer: [blue, white, red]
    wrong: {green: "That is Italy's.", black: "That is Germany's."}
  - id: steps
    ask: In which order do the meals come?
    answer: {order: [breakfast, lunch, dinner]}

tables:
  - id: cities
    row: city
    columns:
      country:
        ask: "In which country does {row} lie?"
        say: "{row} lies in {country}."
        choose_from: column
    rows:
      madrid: {name: Madrid, country: Spain}
      rome: {name: Rome, country: Italy}
      athens: {name: Athens, country: Greece}
"""


@pytest.fixture
def capitals(tmp_path: Path) -> Path:
    return written(tmp_path / "capitals.yaml", CAPITALS)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[quizapp.StudyStore]:
    with quizapp.open_store(f"sqlite:///{tmp_path / 'answers.db'}", now=MORNING) as opened:
        yield opened


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def me(store: quizapp.StudyStore) -> quizapp.Learner:
    return store.learner("me", zone=UTC)


# --- the face ------------------------------------------------------------------------------------


def test_every_public_name_is_there_documented_and_listed() -> None:
    assert set(quizapp.__all__) == {*python_api.__all__, "__version__"}
    assert set(quizapp.__all__) <= set(dir(quizapp))
    for name in python_api.__all__:
        assert getattr(quizapp, name) is getattr(python_api, name)
        assert getattr(quizapp, name).__doc__


def test_a_name_that_is_not_public_is_told_like_any_other() -> None:
    with pytest.raises(AttributeError, match="module 'quizapp' has no attribute 'lode'"):
        _ = quizapp.lode  # type: ignore[attr-defined]


MYPY_OPTIONS = ("--config-file=", "--follow-imports=silent", "--cache-dir=/dev/null")
CONSUMER = """
    from collections.abc import Iterator
    from typing import assert_type
    import quizapp
    bank = quizapp.load("deck.yaml")
    assert_type(bank, quizapp.Bank)
    assert_type(quizapp.check("deck.yaml"), list[quizapp.Problem])
    assert_type(quizapp.generate(bank), Iterator[quizapp.Item])
    assert_type(quizapp.grade("Paris", "paris").outcome, quizapp.Outcome)
    with quizapp.open_store("sqlite://") as store:
        for question in store.learner("me").study(bank, limit=3):
            assert_type(question.stem, str)
            feedback = question.answer("Paris")
            assert_type(feedback.suggested, quizapp.Rating | None)
            question.rate(feedback.suggested)
    quizapp.grade("Paris", "Lyon", kind="guess")
    quizapp.lode("deck.yaml")
"""


@pytest.mark.slow
def test_a_type_checker_sees_the_types_of_a_program_that_uses_it(tmp_path: Path) -> None:
    program = written(tmp_path / "program.py", textwrap.dedent(CONSUMER))

    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *MYPY_OPTIONS, str(program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    # The two faults are those that were made on purpose.
    assert 'Argument "kind" to "grade" has incompatible type "Literal[\'guess\']"' in done.stdout
    assert 'Module has no attribute "lode"' in done.stdout
    assert "Found 2 errors in 1 file" in done.stdout, done.stdout + done.stderr


# --- decks ---------------------------------------------------------------------------------------


def test_a_deck_is_loaded_and_makes_its_questions(capitals: Path) -> None:
    bank = quizapp.load(capitals)
    items = list(quizapp.generate(bank))

    assert [deck.title for deck in bank.decks] == ["Capitals"]
    assert ("capitals/france/answer/typed", "What is the capital of France?") in [
        (item.id, item.stem) for item in items
    ]
    assert list(quizapp.generate(bank, seed=0)) == items


def test_all_faults_of_a_deck_come_in_one_error(tmp_path: Path) -> None:
    deck = written(
        tmp_path / "faulty.yaml",
        "quizapp: 1\ndeck: faulty\ntitle: Faulty\nfacts:\n"
        "  - {id: one, ask: What?}\n  - {id: one, ask: Who?, answer: me}\n",
    )

    with pytest.raises(quizapp.InvalidDeckError) as caught:
        quizapp.load(deck)

    assert len(caught.value.problems) >= 2
    assert isinstance(caught.value, quizapp.QuizappError)
    assert [
        each.message for each in caught.value.problems if each.message in str(caught.value)
    ] == [each.message for each in caught.value.problems]
    assert f"{deck}:5" in str(caught.value)


def test_a_deck_that_is_not_there_is_a_fault_too(tmp_path: Path) -> None:
    with pytest.raises(quizapp.InvalidDeckError, match="nowhere"):
        quizapp.load(tmp_path / "nowhere.yaml")


def test_check_finds_what_the_command_finds(capitals: Path) -> None:
    written(
        capitals, CAPITALS.replace("answer: Berlin", "answer: Berlin\n    wrong: {Berlin: No.}")
    )

    problems = quizapp.check(capitals)

    assert [type(problem) for problem in problems] == [quizapp.Problem] * len(problems)
    assert "error" in {problem.level for problem in problems}


def test_a_bank_and_its_paths_make_the_same_package(capitals: Path, tmp_path: Path) -> None:
    from_bank = quizapp.export_anki(
        quizapp.load(capitals), tmp_path / "a.apkg", formats=["typed", "choice"], now=MORNING
    )
    from_path = quizapp.export_anki(
        capitals, tmp_path / "b.apkg", formats=["typed", "choice"], now=MORNING
    )

    assert (from_bank.notes, from_bank.cards) == (2, {"choice": 1, "question": 2, "typed": 2})
    assert from_path.cards == from_bank.cards
    assert "collection.anki2" in " ".join(ZipFile(tmp_path / "a.apkg").namelist())


def test_a_package_from_python_has_the_notes_of_one_from_the_store(
    store: quizapp.StudyStore, tmp_path: Path
) -> None:
    deck = written(tmp_path / "formats.yaml", EVERY_FORMAT)
    store.add(deck, now=MORNING)
    cards = me(store)._learner_store.export_cards(DeckId("formats"))
    export_decks(tmp_path / "store.apkg", [ExportDeck(DeckId("formats"), "Formats", cards)])

    quizapp.export_anki(deck, tmp_path / "python.apkg", now=MORNING)

    assert len(notes_of(tmp_path / "python.apkg")) == 7
    assert notes_of(tmp_path / "python.apkg") == notes_of(tmp_path / "store.apkg")


def notes_of(package: Path) -> list[tuple[object, ...]]:
    with ZipFile(package) as archive:
        archive.extract("collection.anki2", package.parent)
    with closing(sqlite3.connect(package.parent / "collection.anki2")) as collection:
        return collection.execute("SELECT guid, mid, mod, flds, tags FROM notes").fetchall()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"target": "deck.zip"}, "let it end in .apkg"),
        ({"formats": ["spoken"]}, "Anki has no format 'spoken'"),
        ({"style": "poem"}, "There is no style 'poem'"),
        ({"now": datetime(2026, 3, 2)}, "now needs a time zone"),  # noqa: DTZ001 (the fault)
    ],
)
def test_a_wrong_wish_for_a_package_is_told(
    arguments: dict[str, object], sentence: str, capitals: Path, tmp_path: Path
) -> None:
    wish = {"target": tmp_path / "deck.apkg", **arguments}

    with pytest.raises(ValueError, match=sentence):
        quizapp.export_anki(capitals, **wish)  # type: ignore[arg-type]


# --- one answer ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "response", "how", "outcome"),
    [
        ("hypogammaglobulinemia", "hypogammaglobulinemia", {}, "right"),
        ("hypogammaglobulinemia", "hypogamaglobulinemia", {}, "slip"),
        ("hypogammaglobulinemia", "hypergammaglobulinemia", {}, "wrong"),
        ("hypogammaglobulinemia", "hypogamaglobulinemia", {"strict": True}, "wrong"),
        ("contact dermatitis", "dermatitis", {}, "more"),
        ("contact dermatitis", "dermatitis", {"given": "Which dermatitis?"}, "more"),
        ("saphenous vein", "saphenous", {"given": "Which vein is it?"}, "right"),
        ("grep -v", "grep -V", {"code": True}, "wrong"),
        ("hypogammaglobulinemia", "hypogamaglobulinemia", {"language": "ja"}, "wrong"),
        ("bacterial sinusitis", "acute bacterial sinusitis", {}, "unsure"),
        ("malleus", "hammer", {"aliases": ["hammer"]}, "right"),
        ("malleus", "malleolus", {"others": ["malleolus"]}, "wrong"),
        ("Paris", "Pari", {"never": ["Pari"]}, "wrong"),
        ("Paris", "", {}, "wrong"),
        (13, "thirteen", {"kind": "number"}, "right"),
        ("13", "13/56", {"kind": "number", "of": 56}, "right"),
        (31, "31.4", {"kind": "number", "tolerance": 0.5}, "right"),
        (31, "32", {"kind": "number", "tolerance": 0.5}, "wrong"),
        (Decimal("0.5"), "0.5 mg", {"kind": "number", "unit": "mg"}, "right"),
        (1, "1 g", {"kind": "number", "unit": "mg"}, "wrong"),
        (12, "a dozen", {"kind": "number", "aliases": ["a dozen"]}, "right"),
        (12, "20", {"kind": "number", "tolerance": 10, "never": ["twenty"]}, "wrong"),
        ("1 in 203000", "once in 203,000 years", {"kind": "amount"}, "right"),
        ("36 +5/-4 kg", "36", {"kind": "amount"}, "right"),
        ("36 +5/-4 kg", "36 +4/-4 kg", {"kind": "amount"}, "wrong"),
        ("< 0.001", "0.001", {"kind": "amount"}, "more"),
        ("< 0.001", "P < .001", {"kind": "amount"}, "right"),
        ("35-250 Hz", "36 to 251 Hz", {"kind": "amount", "tolerance": 1}, "right"),
        ("35-250 Hz", "audible", {"kind": "amount", "aliases": ["audible"]}, "right"),
        (["red", "green"], "green, red", {"kind": "list"}, "right"),
        (
            [["IgA", "immunoglobulin A"], "IgG"],
            "IgG and immunoglobulin A",
            {"kind": "list"},
            "right",
        ),
        (["red", "green"], ["red"], {"kind": "list"}, "wrong"),
        (["red", "green", "blue"], "red, green, purple", {"kind": "list"}, "wrong"),
        (["one", "two", "three"], ["one", "two", "three"], {"kind": "sequence"}, "right"),
        (["one", "two", "three"], "one, two", {"kind": "sequence"}, "wrong"),
        (["one", "two", "three"], "two, one, three", {"kind": "sequence"}, "wrong"),
    ],
)
@pytest.mark.usefixtures("known_words")
def test_an_answer_is_judged(answer: object, response: str, how: object, outcome: str) -> None:
    grade = quizapp.grade(answer, response, **how)  # type: ignore[arg-type]

    assert grade.outcome == outcome
    assert 0 <= grade.share <= 1
    assert not grade.note or grade.note.endswith((".", "?", "!"))


@pytest.mark.usefixtures("known_words")
def test_the_examples_that_help_shows_are_true() -> None:
    assert doctest.testmod(python_grade) == doctest.TestResults(failed=0, attempted=4)


def test_a_note_is_a_sentence_that_keeps_the_letters_of_what_it_quotes() -> None:
    named = quizapp.grade("malleus", "malleolus", others=["malleolus"])
    unit = quizapp.grade(1, "1 g", kind="number", unit="mg")

    assert (named.outcome, named.share) == (quizapp.Outcome.WRONG, 0.0)
    assert named.note.startswith("malleolus is ")
    assert unit.note.endswith("mg, not g.")


def test_a_part_of_a_list_is_a_share_of_it() -> None:
    part = quizapp.grade(["red", "green", "blue"], "red, green", kind="list")

    assert (part.outcome.value, part.note) == ("wrong", "2 of 3. Missing: blue.")
    assert part.share == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"kind": "guess"}, "There is no kind 'guess'"),
        ({"unit": "mg"}, "are for a number, not for a term"),
        ({"never": ["paris"]}, "cannot be right and never be accepted"),
        ({"answer": " "}, "The answer is empty"),
        ({"answer": "many", "kind": "number"}, "must be a number, not 'many'"),
        ({"answer": float("nan"), "kind": "number"}, "a finite number"),
        ({"answer": "about 5", "kind": "amount"}, "'about 5' says about how much, which cannot be"),
        ({"answer": "5 kg", "kind": "amount", "unit": "kg"}, "has its unit in itself"),
        ({"answer": "5", "kind": "amount", "tolerance": -1}, "must not be below zero"),
        ({"answer": 1, "kind": "number", "tolerance": -1}, "must not be below zero"),
        ({"answer": [], "kind": "list"}, "at least one member"),
        ({"answer": [[]], "kind": "list"}, "A member of the answer is empty"),
        ({"answer": 1, "kind": "number", "of": 0}, "of must be above zero"),
        ({"aliases": [" "]}, "aliases has an empty text"),
        ({"answer": ["a"], "kind": "list", "aliases": ["b"]}, "its aliases beside it"),
        ({"response": "x" * 300}, "at most 200 fit here"),
        ({"language": ""}, "language is empty"),
    ],
)
def test_an_argument_without_meaning_is_a_value_error(
    arguments: dict[str, object], sentence: str
) -> None:
    call: dict[str, object] = {"answer": "Paris", "response": "Lyon", **arguments}

    with pytest.raises(ValueError, match=sentence):
        quizapp.grade(**call)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"answer": 3}, "The answer of a term must be a text"),
        ({"answer": "red, green", "kind": "list"}, "must be a list of texts"),
        ({"answer": True, "kind": "number"}, "must be a number"),
        ({"answer": ["5"], "kind": "amount"}, "must be a text or a number"),
        ({"aliases": "Lutetia"}, "aliases must be a list of texts, not one text"),
        ({"response": ["Paris"]}, "The response must be a text"),
        ({"response": None}, "The response must be a text"),
        ({"strict": "yes"}, "strict must be True or False"),
        ({"language": None}, "language must be a text"),
    ],
)
def test_an_argument_of_another_type_is_a_type_error(
    arguments: dict[str, object], sentence: str
) -> None:
    call: dict[str, object] = {"answer": "Paris", "response": "Lyon", **arguments}

    with pytest.raises(TypeError, match=sentence):
        quizapp.grade(**call)  # type: ignore[arg-type]


# --- study ---------------------------------------------------------------------------------------


def test_a_loop_asks_judges_and_keeps(store: quizapp.StudyStore, capitals: Path) -> None:
    learner = me(store)
    outcomes = []

    for question in learner.study(capitals, now=MORNING, formats=["typed"], limit=2):
        feedback = question.answer("Paris")
        outcomes.append((question.stem, feedback.outcome, feedback.suggested))
        question.rate(feedback.suggested)

    assert outcomes == [
        ("What is the capital of France?", "right", quizapp.Rating.GOOD),
        ("What is the capital of Germany?", "wrong", quizapp.Rating.AGAIN),
    ]
    assert reviews_of(learner) == 2


def test_the_feedback_says_what_is_right_why_and_when_it_comes_back(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    question = first_of(store, capitals, "choice")

    feedback = question.answer("Lyon")

    assert feedback.key == ("Paris",)
    assert feedback.why == "It has been since 987."
    assert feedback.due[quizapp.Rating.AGAIN] == MORNING + timedelta(minutes=1)


def test_the_feedback_has_the_sentence_of_a_text_beside_the_deck(
    store: quizapp.StudyStore, tmp_path: Path
) -> None:
    (tmp_path / "atlas.txt").write_text("Paris is the capital of France.\n", encoding="utf-8")
    deck = tmp_path / "capitals.yaml"
    deck.write_text(
        "quizapp: 1\ndeck: capitals\ntitle: Capitals\n"
        "sources: {atlas: {cite: An atlas, text: atlas.txt}}\n"
        "facts: [{id: france, source: atlas#1, ask: Which is the capital?, answer: Paris}]\n",
        encoding="utf-8",
    )
    question = first_of(store, deck, "typed")

    feedback = question.answer("Paris")

    assert feedback.sentences == ("Paris is the capital of France.",)


def test_what_is_not_rated_takes_the_suggested_rating(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    learner = me(store)

    for question in learner.study(capitals, now=MORNING, formats=["typed"]):
        question.answer(question.item.key[0])

    # Each new card is asked twice: a Good answer brings it back in ten minutes.
    assert reviews_of(learner) == 4


def test_leaving_the_loop_keeps_what_was_judged(store: quizapp.StudyStore, capitals: Path) -> None:
    learner = me(store)

    for question in learner.study(capitals, now=MORNING, formats=["typed"]):
        question.answer("Paris")
        break

    assert reviews_of(learner) == 1
    with pytest.raises(ValueError, match="The question is over"):
        question.rate("easy")


def test_closing_the_store_keeps_what_was_judged(tmp_path: Path, capitals: Path) -> None:
    url = f"sqlite:///{tmp_path / 'answers.db'}"
    with quizapp.open_store(url) as store:
        study = iter(me(store).study(capitals, now=MORNING))
        next(study).give_up()

    with quizapp.open_store(url) as again:
        assert reviews_of(me(again)) == 1


def test_a_question_that_is_passed_over_is_told(store: quizapp.StudyStore, capitals: Path) -> None:
    study = iter(me(store).study(capitals, now=MORNING))
    next(study)

    with pytest.raises(ValueError, match="has no answer yet"):
        next(study)


def test_an_answer_that_does_not_fit_leaves_the_question_open(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    question = first_of(store, capitals, "choice")

    with pytest.raises(ValueError, match="'London' is none of the choices: "):
        question.answer("London")

    assert question.answer("paris").outcome == "right"
    with pytest.raises(ValueError, match="answered already"):
        question.answer("Paris")


def test_an_option_is_named_by_text_id_or_place(store: quizapp.StudyStore, capitals: Path) -> None:
    question = first_of(store, capitals, "choice")
    place = [choice.text for choice in question.choices].index("Paris") + 1

    assert question.answer(place).outcome == "right"


def test_each_format_can_be_answered(store: quizapp.StudyStore, tmp_path: Path) -> None:
    bank = quizapp.load(written(tmp_path / "formats.yaml", EVERY_FORMAT))
    store.add(bank, now=MORNING)
    asked: dict[str, str] = {}

    for format_ in quizapp.Format:
        learner = store.learner(f"learner of {format_}", zone=UTC)
        for question in learner.study(now=MORNING, formats=[format_], limit=1):
            asked[question.format] = question.answer(right_answer(question)).outcome

    assert asked == {
        "flip": "unsure",
        "true-false": "right",
        "choice": "right",
        "select": "right",
        "match": "right",
        "gap": "right",
        "order": "right",
        "number": "right",
        "typed": "right",
        "list": "right",
    }


def right_answer(question: quizapp.StudyQuestion) -> str | list[str] | dict[str, str]:
    item = question.item
    if question.format is Format.MATCH:
        return dict(zip(item.prompts, item.key, strict=True))
    if question.format in {Format.SELECT, Format.ORDER, Format.LIST}:
        return list(item.key)
    return item.key[0]


def test_several_options_may_come_in_one_text(store: quizapp.StudyStore, tmp_path: Path) -> None:
    deck = written(tmp_path / "formats.yaml", EVERY_FORMAT)

    question = first_of(store, deck, "order")

    assert question.answer("breakfast, lunch, dinner").outcome == "right"


def test_a_card_that_is_turned_over_is_rated_by_whoever_looked(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    learner = me(store)

    for question in learner.study(capitals, now=MORNING, formats=["flip"], limit=1):
        assert question.answer("").outcome == "unsure"
        question.rate("again")

    assert reviews_of(learner) == 1


def test_a_deck_is_asked_by_its_id_once_it_is_known(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    assert store.add(capitals, now=MORNING) == ("capitals",)

    assert store.decks == ("capitals",)
    assert me(store).study("capitals", now=MORNING).remaining == 2
    with pytest.raises(quizapp.QuizappError, match="no deck 'capitols'; it has capitals"):
        me(store).study("capitols", now=MORNING)


@pytest.mark.parametrize(
    ("given", "outcome", "share"),
    [
        ({"Madrid": "Spain", "Rome": "italy", "Athens": "Greece"}, "right", 1.0),
        (["Spain", "Greece", None], "wrong", 1 / 3),
        ([], "wrong", 0.0),
    ],
)
def test_a_match_takes_a_choice_for_each_prompt(
    given: list[str | None], outcome: str, share: float, store: quizapp.StudyStore, tmp_path: Path
) -> None:
    deck = written(tmp_path / "formats.yaml", EVERY_FORMAT)
    question = first_of(store, deck, "match")

    feedback = question.answer(given)

    assert question.prompts == ("Madrid", "Rome", "Athens")
    assert feedback.outcome == outcome
    assert feedback.share == pytest.approx(share)


@pytest.mark.parametrize(
    ("format_", "given", "sentence"),
    [
        ("match", {"Oslo": "Spain"}, "'Oslo' is none of: Madrid, Rome, Athens"),
        ("match", ["Spain"] * 4, "3 prompts and 4 answers"),
        ("choice", ["Paris", "Lyon"], "Choose one answer"),
        ("choice", {"Paris": "Lyon"}, "Only a match takes a mapping"),
        ("choice", "Oslo", "is none of the choices"),
        ("select", ["red", "red"], "chose an option twice"),
        ("typed", ["Paris", "Lyon"], "Type one answer"),
        ("typed", {"Paris": "Lyon"}, "Only a match takes a mapping"),
        ("typed", "x" * 300, "at most 200 fit here"),
    ],
)
def test_what_does_not_answer_a_format_is_told_and_the_question_stays_open(
    format_: str, given: str, sentence: str, store: quizapp.StudyStore, tmp_path: Path
) -> None:
    question = first_of(store, written(tmp_path / "formats.yaml", EVERY_FORMAT), format_)

    with pytest.raises(ValueError, match=sentence):
        question.answer(given)

    assert question.give_up().outcome == "wrong"


def test_a_part_of_what_is_to_be_chosen_is_not_it_with_its_share(
    store: quizapp.StudyStore, tmp_path: Path
) -> None:
    question = first_of(store, written(tmp_path / "formats.yaml", EVERY_FORMAT), "select")

    feedback = question.answer(["blue", "white"])

    assert (feedback.outcome, feedback.share) == ("wrong", 0.8)


def test_a_hint_costs_the_rating_and_i_was_right_restores_the_verdict(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    question = first_of(store, capitals, "typed")

    assert question.hint() != ""
    assert question.answer("Lutetia").can_override
    assert question.override().outcome == "right"
    question.rate("hard")
    with pytest.raises(ValueError, match="The question is over"):
        question.hint()


SINUSES = """\
quizapp: 1
deck: sinuses
title: Sinuses
settings: {formats: [typed]}
sources:
  atlas: {cite: An atlas.}
facts:
  - {id: cause, ask: Which disease is it?, answer: bacterial sinusitis, source: atlas#1}
"""


def sinusitis(store: quizapp.StudyStore, tmp_path: Path) -> quizapp.StudyQuestion:
    return first_of(store, written(tmp_path / "sinuses.yaml", SINUSES), "typed")


def test_after_more_the_question_is_open_once(store: quizapp.StudyStore, tmp_path: Path) -> None:
    question = sinusitis(store, tmp_path)

    more = question.answer("sinusitis")
    right = question.answer("bacterial sinusitis")

    assert (more.outcome.value, more.key, more.suggested) == ("more", (), None)
    assert (right.outcome.value, right.suggested) == ("right", quizapp.Rating.GOOD)
    with pytest.raises(ValueError, match="is answered already"):
        question.answer("sinusitis")


@pytest.mark.parametrize(("is_same", "outcome"), [(True, "slip"), (False, "wrong")])
def test_unsure_is_for_you_to_confirm(
    is_same: bool, outcome: str, store: quizapp.StudyStore, tmp_path: Path
) -> None:
    question = sinusitis(store, tmp_path)

    unsure = question.answer("acute bacterial sinusitis")
    with pytest.raises(ValueError, match="Say first whether it is the same"):
        question.answer("bacterial sinusitis")
    confirmed = question.confirm(is_same)

    assert (unsure.outcome.value, unsure.key) == ("unsure", ("bacterial sinusitis",))
    assert unsure.note.endswith("The same?")
    assert confirmed.outcome == outcome


@pytest.mark.parametrize(
    ("given", "rating", "verdict"),
    [
        ("acute bacterial sinusitis", "good", "close"),
        ("acute bacterial sinusitis", "again", "wrong"),
        ("acute bacterial sinusitis", None, "wrong"),
        ("sinusitis", None, "wrong"),
    ],
)
def test_a_rating_decides_what_was_asked_back(
    given: str, rating: str | None, verdict: str, store: quizapp.StudyStore, tmp_path: Path
) -> None:
    question = sinusitis(store, tmp_path)
    question.answer(given)

    question.rate(rating)

    (review,) = me(store)._learner_store.card_answers(question.item.card, 2)
    assert review.answer.verdict.value == verdict


@pytest.mark.parametrize("rating", ["good", " Good ", 3, quizapp.Rating.GOOD])
def test_a_rating_is_given_by_name_or_number(
    rating: str | int, store: quizapp.StudyStore, capitals: Path
) -> None:
    question = first_of(store, capitals, "typed")
    question.answer("Paris")

    question.rate(rating)

    assert reviews_of(me(store)) == 1


@pytest.mark.parametrize("rating", ["fine", 0, 5, True])
def test_there_are_four_ratings(
    rating: str | int, store: quizapp.StudyStore, capitals: Path
) -> None:
    question = first_of(store, capitals, "typed")

    with pytest.raises(ValueError, match="no answer yet"):
        question.rate(rating)
    question.answer("Paris")
    with pytest.raises(ValueError, match="There is no rating"):
        question.rate(rating)


def test_a_study_may_be_closed_by_hand(store: quizapp.StudyStore, capitals: Path) -> None:
    learner = me(store)

    with learner.study([capitals], now=MORNING, formats=["typed"]) as study:
        questions = iter(study)
        next(questions).answer("Paris")

    assert study.answered == 1
    assert list(questions) == []
    assert reviews_of(learner) == 1


def test_time_may_be_told_by_a_function(store: quizapp.StudyStore, capitals: Path) -> None:
    moments = iter(MORNING + timedelta(seconds=each) for each in range(100))

    for question in me(store).study(capitals, now=lambda: next(moments), limit=1):
        feedback = question.give_up()

    assert feedback.due[quizapp.Rating.AGAIN] == MORNING + timedelta(minutes=1, seconds=2)


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ({"limit": 0}, ValueError, "limit must be at least 1"),
        ({"limit": "3"}, TypeError, "limit must be a whole number"),
        ({"formats": ["sung"]}, ValueError, "There is no format 'sung'"),
        ({"formats": "typed"}, TypeError, "formats must be a list of texts"),
        ({"now": "today"}, TypeError, "now must be a datetime, or a function"),
        ({"now": lambda: "today"}, TypeError, "now must be a datetime, or a function"),
        ({"decks": 3}, TypeError, "Decks must be a Bank, a path, or several paths"),
    ],
)
def test_a_wrong_wish_for_a_study_is_told(
    arguments: dict[str, object],
    error: type[Exception],
    sentence: str,
    store: quizapp.StudyStore,
    capitals: Path,
) -> None:
    with pytest.raises(error, match=sentence):
        _ = me(store).study(**{"decks": capitals, **arguments}).remaining  # type: ignore[arg-type]


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="A store needs a URL"):
        quizapp.open_store(None)  # type: ignore[arg-type]
    with pytest.raises(quizapp.StoreError, match="doesn't exist"):
        quizapp.open_store(tmp_path / "nowhere.db", may_create=False)


def test_questions_are_made_of_a_bank() -> None:
    with pytest.raises(TypeError, match="Questions are made of a Bank"):
        quizapp.generate("capitals.yaml")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"name": ""}, "A learner needs a name"),
        ({"day_starts": 24}, "an hour, 0 to 23"),
        ({"zone": "Atlantis"}, "There is no time zone 'Atlantis'"),
        ({"retention": 1.0}, "between 0.7 and 0.99"),
        ({"new_per_day": -1}, "at least 0"),
    ],
)
def test_a_learner_that_cannot_be_is_told(
    arguments: dict[str, object], sentence: str, store: quizapp.StudyStore
) -> None:
    with pytest.raises(ValueError, match=sentence):
        store.learner(**arguments)  # type: ignore[arg-type]


def test_a_day_begins_in_the_zone_and_at_the_hour_of_the_learner(
    store: quizapp.StudyStore, capitals: Path
) -> None:
    learner = store.learner("night owl", zone="Asia/Tokyo", day_starts=4, new_per_day=1)
    late = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # 3 in the morning in Tokyo

    for question in learner.study(capitals, now=late, limit=1):
        question.answer(question.item.key[0])

    assert learner.study("capitals", now=late + timedelta(minutes=59)).remaining == 1
    assert learner.study("capitals", now=late + timedelta(minutes=61)).remaining == 2


def first_of(store: quizapp.StudyStore, deck: Path, format_: str) -> quizapp.StudyQuestion:
    """The first question of a deck in a format; its loop stays open as long as the store."""
    questions = iter(me(store).study(deck, now=MORNING, formats=[format_]))
    OPEN.append(questions)
    return next(questions)


OPEN: list[Iterator[quizapp.StudyQuestion]] = []  # a loop that nobody holds is left


def reviews_of(learner: quizapp.Learner) -> int:
    return sum(each.reviews for each in learner._learner_store.day_counts(0))
