"""For each code of grounding a bank that trips it and near misses; what covers what."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.load import load_bank
from quizapp.bank.model import (
    Bank,
    Citation,
    FactId,
    Gap,
    NumberAnswer,
    Source,
    SourceId,
    TableCell,
)
from quizapp.grading.dictionary import Dictionary
from quizapp.lint.check import explain_code
from quizapp.lint.coverage import SentenceCoverage, measure_coverage
from quizapp.lint.grounding import check_grounding
from quizapp.lint.grounding_codes import GROUNDING
from quizapp.sources.model import Reference, SourceText
from tests.builders import HERE, a_card, a_deck, a_fact

Load = Callable[[str], Bank]

S = SourceId("s")
F, G = FactId("d/f"), FactId("d/g")
# The header of these decks declares a source `s` of three sentences.
TEXT = SourceText(
    (
        "56 children had hill fever, due to Fevervirus montanus, and oral and rectal ulcers.",
        "Thirteen of them (23%) died, half within 1.5 years; infusions of immunoglobulins failed.",
        "Nobody had non-specific treatment of upper and lower airway infections, TNF-α or both.",
    )
)
TEXTS = {S: TEXT}


def fact(text: str, source: str = "s#1") -> str:
    return f"facts: [{{id: f, source: {source}, {text}}}]"


def asks(answer: str, source: str = "s#1", more: str = "") -> str:
    return fact(f"ask: 'What is it?', answer: {answer}{more}", source)


def says(say: str, source: str = "s#1") -> str:
    return fact(f"ask: 'What is it?', answer: fever, say: '{say} {{answer}}'", source)


def judged(bank: Bank, text: SourceText = TEXT) -> list[Problem]:
    return [each for each in check_grounding(bank, {S: text}) if each.code != "G201"]


def codes(bank: Bank) -> list[str]:
    return [each.code for each in judged(bank)]


TRIPPED = [
    ("G104", asks("smallpox")),
    ("G104", asks("infusion", "s#1")),
    ("G104", asks("hill rash")),
    ("G103", asks("65")),
    ("G103", asks("13", "s#1")),
    ("G104", asks("[oral, nasal]")),
    ("G104", asks("regularly infused", "s#2")),
    ("G104", asks("Fevervirus vallis")),
    ("G104", asks("ulcers of the gut and of the rectum")),
    ("G104", asks("smallpox", "s")),
    ("G104", asks("smallpox", "[s#1, s#2]")),
    ("G103", says("Of 65 children some had", "s")),
    ("G103", says("In 24 % of the children there was", "s")),
    ("G103", says("Of 77 children in 2020 there was", "s")),
    ("G103", says("In 56 children there was no")),
]


@pytest.mark.parametrize(("code", "text"), TRIPPED)
def test_what_does_not_stand_in_the_source_is_found(bank_of: Load, code: str, text: str) -> None:
    assert codes(bank_of(text))[0] == code


PASSED = [
    asks("hill fever"),
    asks("Hill fevers"),
    asks("56"),
    asks("13", "s#2"),
    asks("thirteen", "s#2"),
    asks("23", "s#2", ", unit: '%'"),
    asks("50", "s#2", ", unit: '%'"),
    asks("1.5", "s#2"),
    asks("0", "s#3"),
    asks("2", "s#3"),
    asks("[oral, rectal]"),
    asks("{order: [oral, dental]}"),
    asks("[hill fever, infusion]", "[s#1, s#2]"),
    asks("TNF-alpha", "s#3"),
    asks("TNF alpha", "s#3"),
    asks("upper airway infection", "s#3"),
    asks("immunoglobulin infusions", "s#2"),
    asks("nonspecific treatment", "s#3"),
    asks("nonspecific treatment", "s"),
    asks("2020", "s"),
    asks("A title", "s"),
    asks("mountain fever", more=", aliases: [hill fever]"),
    asks("smallpox", more=", lint: {ignore: [G104], because: Background.}"),
    asks("smallpox", more=", lint: {ignore: [G101], because: It was called so before.}"),
    "concepts: {v: {name: FVM, type: virus, aliases: [Fevervirus montanus]}}\n" + asks("FVM"),
    """
facts:
  - {id: all, source: s#1, ask: How many?, answer: 56}
  - {id: dead, source: s#2, ask: How many?, answer: 13}
  - {id: left, source: s#2, ask: How many?, answer: 43, equals: all.answer - dead.answer}
""",
    says("In 56 children there was"),
    says("In fifty-six children there was"),
    says("In the series of 2020 there was"),
    says("Of 56 children 23 % died of", "[s#1, s#2]"),
    says("Of 56 children 23 % died of", "s"),
    fact("ask: 'How many?', answer: 56, say: 'In all there were {answer|fifty-six} children.'"),
    fact(
        "ask: 'What is it?', answer: fever, say: '65 children had {answer}.', "
        "lint: {ignore: [G102], because: It was called so before.}"
    ),
    "facts: [{id: f, ask: 'What is it?', answer: smallpox}]",
    asks("fever", more=", why: 'Background: 99 of 100 have it.'"),
    asks("fever", more=", why: 'Of these 56, thirteen died.'"),
    asks(
        "fever", more=", wrong: {ulcer: 'Thirteen of them died.', rash: 'Background: 9 have it.'}"
    ),
]


@pytest.mark.parametrize("text", PASSED)
def test_what_stands_in_the_source_is_let_pass(bank_of: Load, text: str) -> None:
    assert codes(bank_of(text)) == []


def test_a_conflict_is_told_with_the_words_of_both_sides(bank_of: Load) -> None:
    problem = judged(bank_of(says("In 58 children there was")))[0]

    assert (problem.code, problem.level, problem.message, problem.fix) == (
        "G103",
        Level.WARNING,
        '"58 children": s#1 has 56 children (in say: "In 58 children there was …")',
        "write 56, or cite the sentence that says 58",
    )


def test_a_claim_that_another_sentence_proves_is_told_with_it(bank_of: Load) -> None:
    problem = judged(bank_of(asks("13")))[0]

    assert (problem.message, problem.fix) == (
        '"13": s#1 has 56 children (in ask: "What is it?")',
        "cite s#2, too",
    )


def test_a_claim_is_told_once_however_much_of_it_is_missing(bank_of: Load) -> None:
    problems = judged(bank_of(asks("[nasal, oral, genital]", "[s#1, s#3]")))

    assert [(each.code, each.level, each.message) for each in problems] == [
        ("G104", Level.INFO, '"nasal": s#1, s#3 does not say it (in ask: "What is it?")')
    ]


def test_a_number_of_why_or_of_a_reason_that_no_sentence_has_is_a_conflict(bank_of: Load) -> None:
    in_why = asks("fever", more=", why: 'Of these 990, thirteen died.'")
    in_reason = asks("fever", more=", wrong: {ulcer: 'That is what 77 children had.'}")

    assert codes(bank_of(in_why)) == ["G103"]
    assert codes(bank_of(in_reason)) == ["G103"]


def test_an_untrue_statement_that_stands_in_the_source_is_an_error(bank_of: Load) -> None:
    untrue = ", untrue: [{say: 'Hill fever was seen in 56 children.', why: 'Background: no.'}]"
    false = ", untrue: [{say: 'Hill fever was seen in 65 children.', why: 'Background: no.'}]"

    (problem,) = judged(bank_of(asks("fever", more=untrue)))

    assert (problem.code, problem.level, problem.message) == (
        "G107",
        Level.ERROR,
        '"Hill fever was seen in 56 children.": this is in s#1, so it is not untrue',
    )
    assert codes(bank_of(asks("fever", more=false))) == []


def untrue(say: str) -> str:
    return asks("fever", more=f", untrue: [{{say: '{say}', why: 'Background: no.'}}]")


def test_an_untrue_statement_of_the_same_words_is_left_to_a_person(bank_of: Load) -> None:
    (problem,) = judged(bank_of(untrue("In 56 children, Fevervirus montanus was due to ulcers.")))

    assert (problem.code, problem.level) == ("G104", Level.INFO)
    assert "in `untrue`" in problem.message


@pytest.mark.parametrize(
    "say",
    [
        "Hill fever is the same as Fevervirus montanus.",
        "As many children as adults had hill fever.",
        "Hill fever struck 56 children more often than the others.",
        "Hill fever was due to rectal ulcers.",
        "All 56 children had oral ulcers.",
    ],
)
def test_an_untrue_statement_that_only_shares_words_is_no_error(bank_of: Load, say: str) -> None:
    assert "G107" not in codes(bank_of(untrue(say)))


def test_no_error_depends_on_a_dictionary(bank_of: Load, english: Dictionary) -> None:
    decks = [
        untrue("Hill fever was seen in 56 children."),
        untrue("Hill fevers were due to Fevervirus montanus in children."),
        untrue("Rectal and oral ulcers were seen in 56 child patients with hill fever."),
    ]

    for bank in map(bank_of, decks):
        without = {each.place for each in check_grounding(bank, TEXTS) if each.code == "G107"}
        found = check_grounding(bank, TEXTS, {"en": english}.__getitem__)

        assert {each.place for each in found if each.code == "G107"} == without


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (", why: 'That were 99 children.'", '(in why: "That were 99 children.")'),
        (
            ", wrong: {ulcer: 'That had 99 children.'}",
            '(in the reason of "ulcer": "That had 99 children.")',
        ),
        (
            ", untrue: [{say: 'Nobody knows.', why: 'That had 99 children.'}]",
            '(in the reason of what is untrue: "That had 99 children.")',
        ),
    ],
)
def test_a_message_names_the_text_that_is_meant(bank_of: Load, more: str, text: str) -> None:
    problem = next(
        each for each in judged(bank_of(asks("fever", more=more))) if each.code == "G103"
    )

    assert problem.message == f'"99 children": s#1 has 56 children {text}'


LEVELS = SourceText(("The levels were lower in wells than in springs (P = 0.003).", "A.", "B."))


@pytest.mark.parametrize(
    "card",
    [
        "ask: 'Which P value had the levels of the wells?', answer: 0.003",
        "ask: 'What was P for the levels of the wells?', answer: 0.003",
        "ask: 'How clear was it?', answer: 0.003, say: 'Levels were lower in wells, P = {answer}.'",
    ],
)
def test_a_p_value_is_one_where_question_or_sentence_calls_it_so(bank_of: Load, card: str) -> None:
    assert "G103" not in [each.code for each in judged(bank_of(fact(card)), LEVELS)]


def test_six_words_that_run_as_in_the_source_are_told(bank_of: Load) -> None:
    six = asks("fever", more=", why: 'For 56 Children had hill fever, due to something.'")
    with_gap = says("For 56 children had hill")  # and its answer, fever
    five = asks("fever", more=", why: 'For children had hill fever, due by something.'")

    (problem,) = judged(bank_of(six))

    assert problem.code == "G105"
    assert problem.message == (
        '"56 Children had hill fever, due": word for word as in s#1 '
        '(in why: "For 56 Children had hill fever, due to something.")'
    )
    assert codes(bank_of(five)) == []
    assert "G105" not in codes(bank_of(with_gap))


def test_a_fact_that_cites_a_source_not_at_hand_is_not_judged(bank_of: Load) -> None:
    bank = bank_of(asks("smallpox"))

    assert check_grounding(bank, {}) == ()
    assert check_grounding(bank, {SourceId("other"): TEXT}) == ()


CARDS = """\
quizapp: 2
deck: d
title: D
sources: {{s: {{cite: "A. J 2020;1:1-2.", sentences: 3}}, t: {{cite: "B. J 2021;1:1-2."}}}}
facts:
  - id: f
    source: s#1
    cards:
      cases: {{ask: How many children had hill fever?, answer: 56}}
      deaths: {{ask: How many of them died?, answer: {deaths}, source: {source}{more}}}
"""


def load_cards(folder: Path, deaths: int, source: str, more: str = "") -> Bank:
    file = folder / "d.yaml"
    file.write_text(CARDS.format(deaths=deaths, source=source, more=more), encoding="utf-8")
    return load_bank([file])[0]


def test_a_card_is_held_against_what_it_cites_and_not_its_fact(tmp_path: Path) -> None:
    there = judged(load_cards(tmp_path, 13, "s#2"))
    of_the_other = judged(load_cards(tmp_path, 56, "s#2"))  # what the fact's sentence has

    assert there == []
    assert [(each.code, "s#1" in each.message) for each in of_the_other] == [("G103", False)]


def test_a_card_that_cites_a_source_not_at_hand_keeps_no_other_from_being_judged(
    tmp_path: Path,
) -> None:
    bank = load_cards(tmp_path, 13, "t#1")
    (deck,) = bank.decks
    (fact,) = deck.facts
    wrong = replace(fact.cards[0], answer=NumberAnswer(Decimal(65), "65"))
    changed = replace(deck, facts=(replace(fact, cards=(wrong, *fact.cards[1:])),))

    assert codes(Bank((changed,))) == ["G103"]


def test_an_untrue_statement_under_a_card_is_held_against_what_the_card_cites(
    tmp_path: Path,
) -> None:
    untrue = ", untrue: [{say: Thirteen of them died., why: 'That is what 990 had.'}]"
    of_the_other = ", untrue: [{say: 56 children had hill fever., why: 'Background: no.'}]"

    found = codes(load_cards(tmp_path, 13, "s#2", untrue))

    assert sorted(found) == ["G103", "G107"]
    assert codes(load_cards(tmp_path, 13, "s#2", of_the_other)) == []


def test_an_author_of_the_paper_is_found_in_its_record(bank_of: Load) -> None:
    bank = bank_of(asks("Lind", "s"))
    record = SourceText(TEXT.sentences, Reference(authors=("Okafor A", "Lind P")))

    assert [each.code for each in judged(bank)] == ["G104"]
    assert judged(bank, record) == []


# --- tables --------------------------------------------------------------------------------------


def a_row(reverse: str, cases: int) -> Bank:
    """A row of a table: a number, and the card that asks back from it to the row."""
    cell = replace(
        a_card("d/t/a", "cases", answer=NumberAnswer(Decimal(cases), str(cases))),
        cell=TableCell("t", "the first series", "cases"),
        say=("Of 99 children, ", Gap("cases"), " had fever."),
        ask="How many children had fever?",
    )
    back = a_card("d/t/a", "cases-reverse", answer=reverse)
    fact = replace(a_fact("t/a", "d", [cell, back]), citations=(Citation(S, 1),))
    source = Source(S, "Author A. A title. J 2020;1:1-2.", HERE)
    return Bank((replace(a_deck("d", [fact]), sources={S: source}),))


def test_the_name_of_a_row_need_not_stand_in_the_source() -> None:
    assert codes(a_row("the first series", 56)) == ["G103"]  # of 99 children


def test_a_cell_and_its_own_sentence_are_judged() -> None:
    assert codes(a_row("the first series", 65)) == ["G103", "G103", "G103"]  # asked and said, of 99


# --- sentences that nothing cites ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("sources", "uncited"),
    [
        (["s#1"], ["s#2", "s#3"]),
        (["s#1", "s#3"], ["s#2"]),
        (["s"], ["s#1", "s#2", "s#3"]),
    ],
)
def test_a_sentence_that_no_fact_cites_is_found(
    bank_of: Load, sources: list[str], uncited: list[str]
) -> None:
    facts = "".join(
        f"  - {{id: f{at}, source: {source}, ask: 'What?', answer: A, lint: {{ignore: [G101], "
        "because: Short.}}\n"
        for at, source in enumerate(sources)
    )

    found = check_grounding(bank_of(f"facts:\n{facts}"), TEXTS)

    assert {each.code for each in found} == {"G201"}
    assert [each.message.split(":")[0] for each in found] == [
        f"no fact cites {each}" for each in uncited
    ]


@pytest.mark.parametrize("source", ["[s#1, s#2, s#3]", "[s#3, s, s#2, s#1]"])
def test_sentences_that_facts_cite_are_let_pass(bank_of: Load, source: str) -> None:
    assert check_grounding(bank_of(asks("hill fever", source)), TEXTS) == ()


def test_a_fact_of_another_deck_covers_a_sentence_too(bank_of: Load) -> None:
    one = bank_of(asks("hill fever", "[s#1, s#3]"))
    other = bank_of(asks("infusions", "s#2"))

    assert check_grounding(Bank((*one.decks, *other.decks)), TEXTS) == ()


def test_a_sentence_is_shown_in_short_where_its_source_stands(bank_of: Load) -> None:
    problem = check_grounding(bank_of(asks("hill fever", "[s#1, s#3]")), TEXTS)[0]

    assert problem.place.line == 6
    assert problem.message == (
        'no fact cites s#2: "Thirteen of them (23%) died, half within 1.5 years…"'
    )


# --- sentences counted otherwise -----------------------------------------------------------------


def test_another_number_of_sentences_is_found(bank_of: Load) -> None:
    two = SourceText(TEXT.sentences[:2])

    problem = judged(bank_of(asks("hill fever", "[s#1, s#2]")), two)[0]

    assert (problem.code, problem.message, problem.fix) == (
        "G202",
        "s has 2 sentences in its file, not 3",
        "write `sentences: 2`, or number the lines of the file",
    )


def test_a_sentence_beyond_the_end_of_the_file_is_found_once(bank_of: Load) -> None:
    two = SourceText(TEXT.sentences[:2])

    found = judged(bank_of(asks("smallpox", "s#3")), two)

    assert [each.message for each in found] == [
        "s has 2 sentences in its file, not 3",
        "d/f cites s#3, and the file ends with 2",
    ]


def test_a_file_with_a_sentence_more_is_found(bank_of: Load) -> None:
    four = SourceText((*TEXT.sentences, "All were seen again."))

    assert [each.code for each in judged(bank_of(asks("hill fever")), four)] == ["G202"]


@pytest.mark.parametrize("sentences", [3, 0])
def test_a_file_with_as_many_sentences_or_of_uncounted_ones_passes(sentences: int) -> None:
    source = Source(S, "A title. 2020.", HERE, sentences=sentences)
    fact = replace(
        a_fact("f", "d", [a_card(ask="Which ulcers?", answer="oral ulcers")]),
        citations=(Citation(S, 1),),
    )
    bank = Bank((replace(a_deck("d", [fact]), sources={S: source}),))

    assert judged(bank) == []


# --- what covers what ----------------------------------------------------------------------------


def test_coverage_names_the_facts_of_each_sentence(bank_of: Load) -> None:
    bank = bank_of("""
facts:
  - {id: f, source: [s#1, s#3], ask: What?, answer: A}
  - {id: g, source: [s#1, s], ask: What?, answer: B}
""")

    rows = measure_coverage(bank, TEXTS)

    assert rows == (
        SentenceCoverage(S, 1, TEXT.sentences[0], (F, G)),
        SentenceCoverage(S, 2, TEXT.sentences[1], ()),
        SentenceCoverage(S, 3, TEXT.sentences[2], (F,)),
        SentenceCoverage(S, 0, "", (G,)),
    )


@pytest.mark.parametrize("code", [explanation.code for explanation in GROUNDING])
def test_a_code_of_grounding_is_explained_with_examples(code: str) -> None:
    found = explain_code(code)

    assert found is not None
    assert min(len(found.title), len(found.reason), len(found.bad), len(found.good)) > 0
