"""Whole banks, drawn at random: sound ones, of few words, so that answers collide."""

from decimal import Decimal
from itertools import combinations

from hypothesis import strategies as st

from quizapp.bank.model import (
    Answer,
    Bank,
    Card,
    CardId,
    Citation,
    Concept,
    ConceptId,
    Deck,
    DeckId,
    Fact,
    FactId,
    Gap,
    ListAnswer,
    NumberAnswer,
    SentencePart,
    SequenceAnswer,
    Source,
    SourceId,
    TableCell,
    TermAnswer,
    UntrueStatement,
    WrongAnswer,
)
from quizapp.grading.judge import grades_equal
from tests.builders import HERE

DECK = DeckId("d")
SOURCE = Source(SourceId("s"), "Author A. A title.", HERE, short="Author", sentences=9)
NAMES = (
    "oral ulcers",
    "oral ulcer",
    "tumour",
    "tumors",
    "IgM",
    "IgG",
    "the liver",
    "liver disease",
    "kidney",
    "four",
    "4",
    "T cell",
    "T-cells",
    "hypotension",
    "hypertension",
    "α-fetoprotein",
    "Ménière disease",
)
ALIASES = ("ulcerated mouth", "growth", "immunoglobulin M", "hepar", "ren", "AFP")
TYPES = ("organ", "finding")
terms = st.sampled_from(NAMES)
some_terms = st.lists(terms, min_size=2, max_size=4, unique_by=str.casefold)
different_terms = some_terms.filter(
    lambda texts: not any(grades_equal(one, other) for one, other in combinations(texts, 2))
)


@st.composite
def concepts(draw: st.DrawFn) -> dict[ConceptId, Concept]:
    names = draw(st.lists(terms, max_size=8, unique_by=str.casefold))
    aliases = draw(st.permutations(ALIASES))
    return {
        ConceptId(f"c{at}"): Concept(
            ConceptId(f"c{at}"),
            name,
            draw(st.sampled_from(TYPES)),
            HERE,
            aliases=(aliases[at],) if at < len(aliases) else (),
            is_a=draw(st.sampled_from([(), (ConceptId("c0"),)])) if at else (),
            is_background=draw(st.booleans()),
        )
        for at, name in enumerate(names)
    }


def wrong_of(texts: list[str]) -> tuple[WrongAnswer, ...]:
    return tuple(WrongAnswer(text, f"{text} is wrong.", HERE) for text in texts)


@st.composite
def answers(draw: st.DrawFn) -> tuple[Answer, tuple[str, ...], tuple[WrongAnswer, ...]]:
    """An answer, the closed set that it is one of, and what is declared wrong."""
    kind = draw(st.sampled_from(["term", "term", "closed", "number", "list", "sequence"]))
    if kind == "number":
        return draw(numbers())
    texts = draw(some_terms if kind == "term" else different_terms)
    if kind == "sequence":
        return SequenceAnswer(tuple(map(TermAnswer, texts))), (), ()
    if kind == "closed":
        return TermAnswer(texts[0]), tuple(sorted(texts)), ()
    if kind == "list":
        return ListAnswer(tuple(map(TermAnswer, texts[:2]))), (), wrong_of(texts[2:])
    return TermAnswer(texts[0]), (), wrong_of(texts[1:])


@st.composite
def numbers(draw: st.DrawFn) -> tuple[Answer, tuple[str, ...], tuple[WrongAnswer, ...]]:
    value = draw(st.integers(0, 300))
    wrong = draw(st.lists(st.integers(0, 400), max_size=4, unique=True))
    whole = draw(st.sampled_from([None, Decimal(max([value, *wrong]))]))
    unit = draw(st.sampled_from(["", "%", "patients"]))
    others = [str(each) for each in wrong if each != value]
    return NumberAnswer(Decimal(value), str(value), unit, whole), (), wrong_of(others)


@st.composite
def facts(draw: st.DrawFn, number: int, types: frozenset[str]) -> Fact:
    id_ = FactId(f"{DECK}/f{number}")
    cards = tuple(
        card(draw, id_, name, types) for name in draw(st.sampled_from([("a",), ("a", "b")]))
    )
    gaps = [Gap(each.name, draw(st.sampled_from(["", "", "shown so"]))) for each in cards]
    say: list[SentencePart] = [
        "It was ",
        gaps[0],
        *(piece for gap in gaps[1:] for piece in (" or ", gap)),
    ]
    return Fact(
        id_,
        DECK,
        f"f{number}",
        cards,
        HERE,
        citations=draw(st.sampled_from([(), (Citation(SOURCE.id, 2),)])),
        say=draw(st.sampled_from([(), (*say, " in the end.")])),
        why=draw(st.sampled_from(["", "It is so."])),
        untrue=draw(untrue_statements([each.name for each in cards])),
        is_hedged=draw(st.booleans()),
    )


@st.composite
def untrue_statements(draw: st.DrawFn, names: list[str]) -> tuple[UntrueStatement, ...]:
    """At most one statement, of one of the cards called `names`, or of nobody knows which."""
    if draw(st.booleans()):
        return ()
    card_name = draw(st.sampled_from(["", *names]))
    return (UntrueStatement("It was nothing.", "It was.", HERE, card_name),)


def card(draw: st.DrawFn, fact: FactId, name: str, types: frozenset[str]) -> Card:
    answer, among, wrong = draw(answers())
    is_of_words = isinstance(answer, TermAnswer | ListAnswer)
    return Card(
        CardId(f"{fact}/{name}"),
        fact,
        name,
        draw(st.sampled_from(["What was it?", "Which of the four was it?", f"What is {fact}?"])),
        answer,
        HERE,
        among=among,
        wrong=wrong,
        choose_from=draw(st.sampled_from(["", *sorted(types)])) if is_of_words else "",
    )


@st.composite
def rows(draw: st.DrawFn) -> tuple[Fact, ...]:
    """The rows of a table with one column, exclusive or not; values may come twice."""
    is_of_numbers = draw(st.booleans())
    values = draw(
        st.lists(st.integers(1, 40).map(str) if is_of_numbers else terms, min_size=1, max_size=12)
    )
    is_exclusive = draw(st.booleans())
    shared = tuple(dict.fromkeys(values)) if is_exclusive else ()
    return tuple(
        row(number, value, shared, is_of_numbers=is_of_numbers)
        for number, value in enumerate(values)
    )


def row(number: int, value: str, others: tuple[str, ...], *, is_of_numbers: bool) -> Fact:
    name = f"t/r{number}"
    id_ = FactId(f"{DECK}/{name}")
    answer = NumberAnswer(Decimal(value), value, "m") if is_of_numbers else TermAnswer(value)
    cell = Card(
        CardId(f"{id_}/c"),
        id_,
        "c",
        f"What has row {number}?",
        answer,
        HERE,
        distractor_pool=others,
        say=(f"In row {number} there is ", Gap("c"), " to be seen."),
        cell=TableCell("t", f"Row {number}", "c", bool(others), "row"),
    )
    return Fact(id_, DECK, name, (cell,), HERE)


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """A bank of one deck with up to four facts, and sometimes a table."""
    nouns = draw(concepts())
    types = frozenset(concept.type for concept in nouns.values())
    count = draw(st.integers(1, 4))
    made = tuple(draw(facts(number, types)) for number in range(count))
    made += draw(st.one_of(st.just(()), rows()))
    deck = Deck(DECK, "D", HERE, sources={SOURCE.id: SOURCE}, concepts=nouns, facts=made)
    return Bank((deck,))
