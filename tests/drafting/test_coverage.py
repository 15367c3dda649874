"""What a paper holds, sentence by sentence, and which cards of a deck ask for it."""

from pathlib import Path

from quizapp.bank.load import load_deck
from quizapp.bank.model import SourceId
from quizapp.drafting.coverage import CoveredSentence, cover_deck, coverage_lines, summary_line
from quizapp.drafting.draft import draft_facts

SENTENCES = (
    "We sampled 48 wells of karst aquifers.",
    "Nitrate was found in 12 wells (25%), and salmonellosis in 31% vs 14% of the villages.",
)
DECK = """\
quizapp: 1
deck: wells
title: Wells
sources: {zhu2020: {cite: Zhu 2020., sentences: 2}}
facts:
  - {id: size, ask: "How many wells were sampled?", answer: 48, source: zhu2020#1}
  - {id: rock, ask: "Of which rock were the aquifers?", answer: karst aquifers, source: zhu2020#1}
  - {id: found, ask: "In what share was nitrate?", answer: 25, unit: "%", source: zhu2020#2}
  - {id: elsewhere, ask: "How many wells had nitrate?", answer: 12, source: zhu2020#1}
"""


def covered(folder: Path) -> tuple[CoveredSentence, ...]:
    path = folder / "wells.yaml"
    path.write_text(DECK, encoding="utf-8")
    deck, problems = load_deck(path)
    assert problems == ()
    assert deck is not None
    return cover_deck(draft_facts(SENTENCES), deck, SourceId("zhu2020"))


def test_each_figure_and_term_has_the_cards_that_ask_for_it(tmp_path: Path) -> None:
    assert list(coverage_lines(covered(tmp_path))) == [
        "1. We sampled 48 wells of karst aquifers.",
        "   figures: 48 wells [size]",
        "   terms: karst aquifers [rock]",
        "2. Nitrate was found in 12 wells (25%), and salmonellosis in 31% vs 14% of the…",
        "   figures: 12 wells; 25% [found]; 31%; 14%",
        "   terms: salmonellosis",
        "   compared: 31% vs 14%",
    ]


def test_an_amount_is_asked_for_however_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "wells.yaml"
    path.write_text(
        "quizapp: 2\ndeck: w\ntitle: W\nsources: {s: {cite: A paper.}}\nfacts:\n"
        '  - {id: depth, ask: "How deep?", amount: "30-250 m", source: s#1}\n'
        '  - {id: flow, ask: "How fast?", amount: "4.1 ± 0.3 m/s", source: s#1}\n',
        encoding="utf-8",
    )
    deck, _ = load_deck(path)
    assert deck is not None
    made = draft_facts(["Wells were 30 to 250 m deep, with a flow of 4.1 ± 0.3 m/s or 30 m a day."])

    assert list(coverage_lines(cover_deck(made, deck, SourceId("s"))))[1] == (
        "   figures: 30 to 250 m [depth]; 4.1 ± 0.3 m/s [flow]; 30 m"
    )


def test_what_no_card_asks_for_is_counted(tmp_path: Path) -> None:
    assert summary_line(covered(tmp_path)) == "3 figures and 1 term in no card."
