"""Replies in many shapes, as people and assistants write them, become the cards that they say."""

import pytest

from quizapp.drafting.taking.model import TakenFact
from quizapp.drafting.taking.read_reply import read_reply
from quizapp.drafting.taking.to_fact import TakingRules, to_fact
from tests.drafting.reply_samples import Sample, card_line, read_samples

SAMPLES = [
    sample
    for name in ("first", "second", "third", "fourth")
    for sample in read_samples(f"{name}.txt")
]


def facts_of(text: str, rules: TakingRules | None = None) -> list[TakenFact]:
    """Return the cards of a reply as facts."""
    taking = rules or TakingRules("paper", takes_unsourced=True)
    return [to_fact(card, taking) for card in read_reply(text).cards]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_reply_is_read_card_by_card(sample: Sample) -> None:
    reading = read_reply(sample.text)
    facts = [to_fact(card, TakingRules("paper", takes_unsourced=True)) for card in reading.cards]

    assert sorted(card_line(fact.entry) for fact in facts if not fact.faults) == sorted(
        sample.cards
    )
    assert sum(bool(fact.faults) for fact in facts) == sample.held
    assert len(reading.unread) == sample.unread


def test_a_letter_with_a_bracket_is_an_option_and_never_the_answer() -> None:
    (unread,) = read_reply("Q: Which organ makes urine?\nA) kidney\nB) liver\n").unread

    assert unread.message == 'no option of "Q: Which organ makes urine?" is marked right'


def test_what_lacks_an_answer_is_told_by_its_line() -> None:
    text = "Q: Which organ\n\nQ: Which gland makes insulin?\nA: pancreas\n"

    (unread,) = read_reply(text).unread

    assert (unread.line, unread.message) == (1, 'no answer after "Q: Which organ"')
    assert unread.fix == 'add a line "A: …"'


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("E", 'there is no option "E"'),
        ("spleen", 'the answer "spleen" is none of the options'),
        ("B) kidney", '"B) kidney" is not what that option says'),
    ],
)
def test_an_answer_that_names_no_option_is_held(answer: str, told: str) -> None:
    reply = f"1. Which organ makes urine?\nA) kidney\nB) liver\nAnswer: {answer}\n"

    (fact,) = facts_of(reply)

    assert [fault.message for fault in fact.faults] == [told]


def test_a_letter_that_is_another_options_text_is_held() -> None:
    reply = '[{"question": "Which group?", "options": {"A": "B", "B": "A"}, "answer": "A"}]'

    (fact,) = facts_of(reply)

    assert fact.faults[0].message == "\"A\" is one option's letter and another's text"


def test_species_in_italics_are_not_marked_as_right() -> None:
    reply = "Q: Which is a bacterium?\nA) *E. coli*\nB) *Candida*\nAnswer: A\n"

    (fact,) = facts_of(reply)

    assert card_line(fact.entry) == "Which is a bacterium? | E. coli | Candida"


@pytest.mark.parametrize(
    ("language", "written", "answer"),
    [("en", "1,030", "1030"), ("de", "1,030", "1,030"), ("de", "1.030.000", "1030000")],
)
def test_what_a_comma_means_depends_on_the_language(
    language: str, written: str, answer: str
) -> None:
    rules = TakingRules(language=language, takes_unsourced=True)

    (fact,) = facts_of(f"Q: How many?\nA: {written}\n", rules)

    assert str(fact.entry["answer"]) == answer


def test_a_unit_that_is_taken_apart_is_told() -> None:
    (fact,) = facts_of("Q: What was the dose?\nA: 5 mg\n")

    assert fact.notes == ('"5 mg" is read as the number 5 with the unit mg',)


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ('"levy1997#3"', "levy1997#3"),
        ("3", "paper#3"),
        ('"S3"', "paper#3"),
        ('"[3], [5]"', ["paper#3", "paper#5"]),
        ('"sentences 3-5"', ["paper#3", "paper#4", "paper#5"]),
        ("[levy1997#3, levy1997#4]", ["levy1997#3", "levy1997#4"]),
    ],
)
def test_a_sentence_is_cited_in_many_ways(written: str, cited: object) -> None:
    (fact,) = facts_of(f"- {{question: 'Who?', answer: he, source: {written}}}\n")

    assert fact.entry["source"] == cited


def test_a_card_without_a_source_is_held() -> None:
    rules = TakingRules("paper")

    (fact,) = facts_of("- {question: 'Who?', answer: he, source: a book on wells}\n", rules)

    assert [fault.kind for fault in fact.faults] == ["no source"]


def test_numbers_before_questions_go_only_if_they_count_the_cards() -> None:
    german = facts_of('[{"frage": "2. Weltkrieg: wann endete er?", "antwort": "1945"}]')

    assert german[0].entry["ask"] == "2. Weltkrieg: wann endete er?"


def test_one_bad_entry_does_not_lose_the_others() -> None:
    reply = (
        '- question: "Who?"\n  answer: he\n'
        '- question: "What" was it?"\n  answer: [x\n'
        "- q: Where?\n  a: here\n"
    )

    reading = read_reply(reply)

    assert [card.line for card in reading.cards] == [1, 5]
    assert [part.line for part in reading.unread] == [4]


@pytest.mark.parametrize(
    "text",
    ["", "[" * 5000, "{" * 5000, '"' * 5000, "- " * 5000, "|" * 5000, "Q: " + "x" * 100_000, "```"],
)
def test_what_is_no_reply_has_no_cards(text: str) -> None:
    assert read_reply(text).cards == ()


def test_a_citation_behind_an_answer_is_its_source_and_is_told() -> None:
    (fact,) = facts_of("Q: What was tested?\nA: A vaccine (sentence 3)\n")

    assert (fact.entry["answer"], fact.entry["source"]) == ("A vaccine", "paper#3")
    assert fact.notes == ('"(sentence 3)" is read as what it cites',)


def test_a_bracket_that_may_be_of_the_answer_stays() -> None:
    (first, second) = facts_of("Q: When?\nA: Early (day 3)\n\nQ: What range?\nA: From [0, 1]\n")

    assert (first.entry["answer"], second.entry["answer"]) == ("Early (day 3)", "From [0, 1]")


def test_a_lone_label_below_an_answer_holds_the_card() -> None:
    (fact,) = facts_of("Q: What was tested?\nA: A vaccine\nBehold: it is new\n")

    assert [fault.kind for fault in fact.faults] == ["unclear answer"]


def test_a_text_with_a_hole_is_no_pair() -> None:
    assert not facts_of("The {{c1::vaccine}} was tested.\nThe {{c1::nurses}} took part.\n")


def test_paragraphs_of_html_are_no_labels() -> None:
    (fact,) = facts_of(
        "<p><b>Question 1:</b> What was tested?</p>\n<p><b>Answer:</b> A vaccine</p>\n"
    )

    assert card_line(fact.entry) == "What was tested? | A vaccine |"


def test_an_answer_may_stand_apart_below_a_numbered_question() -> None:
    facts = facts_of(
        "**1. What was tested?**\n\n> A vaccine\n\n**2. Who took part?**\n\n> Nurses\n"
    )

    assert [fact.entry["answer"] for fact in facts] == ["A vaccine", "Nurses"]
