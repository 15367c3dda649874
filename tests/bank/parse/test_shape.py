"""Faults of shape: keys and kinds of value."""

from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from tests.bank.trials import Faulty, load_text, problems_of

FAULTY = (
    Faulty(
        "a sentence that is nothing but a gap",
        ("facts:\n  - id: a\n    say: {answer}\n    answer: Paris\n"),
        line=6,
        column=10,
        code="B108",
        message="`say` opens with a gap and needs quotes: YAML takes it for a group of keys",
    ),
    Faulty(
        "a question with a comma in braces",
        ("facts:\n  - {id: a, ask: How many, really?, answer: 4}\n"),
        line=5,
        column=28,
        code="B106",
        message='"really?" is read as a key: inside `{…}` a comma ends text without quotes',
    ),
    Faulty(
        "an unknown key",
        ("facts:\n  - id: a\n    ask: Who?\n    anwser: b\n    answer: c\n"),
        line=7,
        column=5,
        code="B106",
        message="unknown key `anwser`",
    ),
    Faulty(
        "an unknown key of a source",
        ("sources:\n  a: {cite: A, sentence: 3}\n"),
        line=5,
        column=16,
        code="B106",
        message="unknown key `sentence`",
    ),
    Faulty(
        "an unknown key of a card",
        ("facts:\n  - id: a\n    cards:\n      b: {ask: Who?, answer: c, units: mg}\n"),
        line=7,
        column=33,
        code="B106",
        message="unknown key `units`",
    ),
    Faulty(
        "an unknown key without a likeness",
        "colour: red\n",
        line=4,
        column=1,
        code="B106",
        message="unknown key `colour`",
    ),
    Faulty(
        "a fact without an answer",
        ("facts:\n  - id: a\n    ask: Who?\n"),
        line=5,
        column=5,
        code="B107",
        message="`answer` is missing",
    ),
    Faulty(
        "a fact without an id",
        ("facts:\n  - ask: Who?\n    answer: b\n"),
        line=5,
        column=5,
        code="B107",
        message="`id` is missing",
    ),
    Faulty(
        "nothing behind a colon",
        ("facts:\n  - id: a\n    ask: Who?\n    answer:\n"),
        line=7,
        column=12,
        code="B107",
        message="`answer` is empty",
    ),
    Faulty(
        "a section with nothing in it",
        "facts:\n",
        line=4,
        column=7,
        code="B107",
        message="`facts` is empty",
    ),
    Faulty(
        "a list with one member",
        ("facts:\n  - id: a\n    ask: Who?\n    answer: [b]\n"),
        line=7,
        column=13,
        code="B107",
        message="`answer` needs at least 2 members",
    ),
    Faulty(
        "a source without its citation",
        ("sources:\n  a: {short: A}\n"),
        line=5,
        column=6,
        code="B107",
        message="`cite` is missing",
    ),
    Faulty(
        "a concept without its type",
        ("concepts:\n  a: {name: A}\n"),
        line=5,
        column=6,
        code="B107",
        message="`type` is missing",
    ),
    Faulty(
        "text for a list",
        "tags: red\n",
        line=4,
        column=7,
        code="B108",
        message="`tags` must be a list, not text",
    ),
    Faulty(
        "a list for text",
        ("facts:\n  - id: a\n    ask: [Who, Why]\n    answer: b\n"),
        line=6,
        column=10,
        code="B108",
        message="`ask` must be text, not a list",
    ),
    Faulty(
        "text for a group",
        "facts: [a]\n",
        line=4,
        column=9,
        code="B108",
        message="a fact must be a group of keys, not text",
    ),
    Faulty(
        "text for a section",
        "concepts: none\n",
        line=4,
        column=11,
        code="B108",
        message="`concepts` must be a group of keys, not text",
    ),
    Faulty(
        "text for wrong answers",
        ("facts:\n  - {id: a, ask: Who?, answer: b, wrong: c}\n"),
        line=5,
        column=42,
        code="B108",
        message="`wrong` must be a list or a group of keys, not text",
    ),
    Faulty(
        "yes for true",
        ("facts:\n  - {id: a, ask: Who?, answer: b, hedged: yes}\n"),
        line=5,
        column=43,
        code="B108",
        message="`hedged` must be `true` or `false`",
    ),
    Faulty(
        "a word for a number",
        ("facts:\n  - {id: a, ask: Who?, answer: 3, of: four}\n"),
        line=5,
        column=39,
        code="B108",
        message="`of` must be a number of at most 15 digits",
    ),
    Faulty(
        "a number that is too long",
        ("facts:\n  - {id: a, ask: Who?, answer: 1e99}\n"),
        line=5,
        column=32,
        code="B108",
        message="`answer` must be a number of at most 15 digits",
    ),
    Faulty(
        "a word for a count",
        ("sources:\n  a: {cite: A, sentences: ten}\n"),
        line=5,
        column=27,
        code="B108",
        message="`sentences` must be a whole number from 0",
    ),
    Faulty(
        "a status that is none",
        ("facts:\n  - {id: a, ask: Who?, answer: b, status: reviewd}\n"),
        line=5,
        column=43,
        code="B108",
        message='"reviewd" is not allowed as `status`',
    ),
    Faulty(
        "a format that is none",
        "settings: {formats: [choice, typing]}\n",
        line=4,
        column=30,
        code="B108",
        message='"typing" is not allowed as a member of `formats`',
    ),
    Faulty(
        "a share beyond its bounds",
        "settings: {retention: 95}\n",
        line=4,
        column=23,
        code="B108",
        message="`retention` must be at most 0.99",
    ),
    Faulty(
        "an id with capitals",
        ("facts:\n  - {id: Great Britain, ask: Who?, answer: b}\n"),
        line=5,
        column=10,
        code="B109",
        message='"Great Britain" is not an id',
    ),
    Faulty(
        "a card with an underscore",
        ("facts:\n  - id: a\n    cards:\n      b_c: {ask: Who?, answer: d}\n"),
        line=7,
        column=7,
        code="B109",
        message='"b_c" is not an id',
    ),
    Faulty(
        "a concept with a capital",
        ("concepts:\n  Ebv: {name: EBV, type: virus}\n"),
        line=5,
        column=3,
        code="B109",
        message='"Ebv" is not an id',
    ),
    Faulty(
        "a citation of no known form",
        ('facts:\n  - {id: a, ask: Who?, answer: b, source: "levy 7"}\n'),
        line=5,
        column=43,
        code="B109",
        message='"levy 7" is not a source and sentence',
    ),
    Faulty(
        "a fact's id given twice",
        ("facts:\n  - {id: a, ask: Who?, answer: b}\n  - {id: a, ask: Why?, answer: c}\n"),
        line=6,
        column=10,
        code="B110",
        message="the id `a` is that of another fact, in line 5",
    ),
    Faulty(
        "the spelling outside the settings",
        "spelling: strict\n",
        line=4,
        column=1,
        code="B111",
        message="`spelling` belongs under `settings`",
    ),
    Faulty(
        "a spelling that is neither",
        "settings:\n  spelling: exact\n",
        line=5,
        column=13,
        code="B108",
        message='"exact" is not allowed as `spelling`',
    ),
    Faulty(
        "a language of a card by its name",
        ("facts:\n  - {id: a, ask: Who?, answer: canis, language: Latin}\n"),
        line=5,
        column=49,
        code="B109",
        message='"Latin" is not a language code',
    ),
    Faulty(
        "code that is no yes or no",
        ("facts:\n  - {id: a, ask: Who?, answer: ls -l, code: yes}\n"),
        line=5,
        column=45,
        code="B108",
        message="`code` must be `true` or `false`",
    ),
    Faulty(
        "a question beside cards",
        ("facts:\n  - id: a\n    ask: Who?\n    cards:\n      b: {ask: Why?, answer: c}\n"),
        line=6,
        column=5,
        code="B111",
        message="`ask` is beside `cards`",
    ),
    Faulty(
        "commas between thousands inside braces",
        ("facts:\n  - {id: a, ask: Who?, answer: 1,030}\n"),
        line=5,
        column=34,
        code="B106",
        message="inside `{…}` a comma ends a value, so 1,030 is cut into pieces",
    ),
    Faulty(
        "a status inside a card",
        ("facts:\n  - id: a\n    cards:\n      b: {ask: Why?, answer: c, status: draft}\n"),
        line=7,
        column=33,
        code="B111",
        message="`status` belongs to the fact, not to a card",
    ),
    Faulty(
        "a reason inside a card of version 1",
        ("facts:\n  - id: a\n    cards:\n      b: {ask: Why?, answer: c, why: So.}\n"),
        line=7,
        column=33,
        code="B118",
        message="here `why` needs version 2 of the format, and the deck is written in version 1",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_all_faults_of_a_deck_come_in_one_run_by_place(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "facts:\n"
        "  - {id: a, ask: Who?, answer: b, stauts: draft}\n"
        "  - {id: b, ask: Who?}\n"
        "  - {id: c, ask: Who?, answer: d, source: levy}\n"
        "tags: red\n",
    )

    assert [(line, column, code) for line, column, code, _ in found] == [
        (5, 35, "B106"),
        (6, 5, "B107"),
        (7, 43, "B201"),
        (8, 7, "B108"),
    ]


def test_one_fault_is_not_told_as_two(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "facts:\n  - {id: a, ask: Who?, answer: *b }\n")

    assert found == [(5, 32, "B102", "the alias *b is not allowed in a deck")]


def test_a_reference_to_a_faulty_entry_is_no_second_fault(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "sources: {levy: {short: Levy}}\n"
        "concepts: {c: {name: C, typ: t}}\n"
        "facts:\n"
        "  - {id: a, ask: Who?, answer: b, source: levy, confuse_with: [d], choose_from: t}\n"
        "  - {id: d, ask: Who?, answer: 3, unti: mg}\n"
        "  - {id: e, ask: Who?, answer: 3, equals: d.answer}\n",
    )

    assert [(line, code) for line, _, code, _ in found] == [
        (4, "B107"),
        (5, "B107"),
        (5, "B106"),
        (8, "B106"),
    ]


def test_a_deck_without_a_header_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text("facts: []\n", encoding="utf-8")

    _, problems = load_deck(path)

    assert [(each.place.line, each.message) for each in problems] == [
        (1, "`deck` is missing"),
        (1, "`quizapp` is missing"),
        (1, "`title` is missing"),
    ]


def test_a_deck_of_a_later_version_has_no_other_fault(tmp_path: Path) -> None:
    path = tmp_path / "later.yaml"
    path.write_text("quizapp: 3\ndeck: later\nnew_key: 3\n", encoding="utf-8")

    _, problems = load_deck(path)

    assert [(each.place.line, each.place.column, each.code, each.message) for each in problems] == [
        (1, 10, "B112", 'the deck is written in version "3" of the format')
    ]


def test_a_deck_with_very_many_faults_shows_the_first_of_them(tmp_path: Path) -> None:
    facts = "".join(f"  - {{id: f{number}, ask: Who?}}\n" for number in range(500))

    _, problems = load_text(tmp_path, f"facts:\n{facts}")

    assert len(problems) == 201
    assert problems[-1].code == "B114"
    assert problems[-1].message == "there are more problems than these 200"


def test_the_mend_of_an_unknown_key_is_the_key_that_was_meant(tmp_path: Path) -> None:
    _, problems = load_text(tmp_path, "langauge: en\n")

    assert problems[0].fix == "did you mean `language`?"


def test_a_long_text_is_cut_where_a_message_names_it(tmp_path: Path) -> None:
    _, problems = load_text(tmp_path, f"{'x' * 1000}: y\n")

    assert problems[0].message == f"unknown key `{'x' * 59}…`"


def test_a_source_and_a_concept_are_groups(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "sources: {levy: Levy 1997}\nconcepts: {c: [C]}\n")

    assert found == [
        (4, 11, "B108", "a source must be a group of keys, not text"),
        (5, 12, "B108", "a concept must be a group of keys, not a list"),
    ]


@pytest.mark.parametrize("written", ["true", "True", "TRUE"])
def test_true_may_be_written_as_yaml_does(tmp_path: Path, written: str) -> None:
    deck, _ = load_text(
        tmp_path, f"facts:\n  - {{id: a, ask: Who?, answer: b, hedged: {written}}}\n"
    )

    assert deck is not None
    assert deck.facts[0].is_hedged is True


def test_one_faulty_source_id_is_one_fault_that_proposes_an_id(tmp_path: Path) -> None:
    _, problems = load_text(
        tmp_path,
        "sources: {my_trial: {cite: x}}\n"
        "facts:\n"
        "  - {id: a, ask: Who?, answer: b, source: my_trial#2}\n"
        "  - {id: c, ask: When?, answer: d, source: [my_trial#3, my_trial#4]}\n",
    )

    assert [(each.code, each.message, each.fix) for each in problems] == [
        (
            "B109",
            '"my_trial" is not an id, here and in 3 more places',
            "use a-z, 0-9 and dashes: my-trial",
        )
    ]


def test_a_citation_of_no_known_form_is_told_the_one_that_could_be_meant(tmp_path: Path) -> None:
    _, problems = load_text(
        tmp_path, 'facts: [{id: a, ask: Who?, answer: b, source: "My Trial, sentence 7"}]\n'
    )

    assert [each.fix for each in problems] == [
        "write my-trial#7: ids are a-z, 0-9 and dashes, that under `sources`, too"
    ]
