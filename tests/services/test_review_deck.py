"""Reading the cards of a deck and signing them."""

import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.model import SourceId
from quizapp.prove import ClaimVerdict
from quizapp.services.review_deck import DeckReview, ReasonNeededError
from quizapp.signoff import SignoffState
from quizapp.sources.model import SourceText

DECK = """\
quizapp: 1
deck: trial
title: A trial
sources:
  levy1997: {cite: "Levy J. 1997", short: Levy 1997, sentences: 2}
facts:
  - id: cohort   # how many
    source: levy1997#1
    ask: How many patients did Levy follow?
    answer: 56

  - id: deaths
    status: draft
    source: levy1997#2
    # by the end
    ask: How many of the patients died?
    answer: 14

  - {id: sex, source: levy1997#1, ask: Of which sex were the patients?, answer: male}
  - {id: wit, ask: "Who wrote it up?", answer: Levy}
"""
SENTENCES = (
    "We followed 56 male patients with the disease.",
    "Of these patients, 13 died during the study.",
)


def review_of(
    folder: Path, text: str = DECK, sentences: Sequence[str] = (), by: str = "Ada"
) -> DeckReview:
    path = folder / "trial.yaml"
    path.write_text(text, encoding="utf-8")
    texts = {SourceId("levy1997"): SourceText(tuple(sentences))} if sentences else {}
    return DeckReview(path, by, date(2026, 11, 29), texts)


def signed(folder: Path) -> str:
    return (folder / "trial.signed.yaml").read_text(encoding="utf-8")


def state_of(review: DeckReview, name: str) -> SignoffState:
    card = review.find(name)
    assert card is not None
    return card.signoff.state


def test_accepting_writes_a_line_and_leaves_the_deck(tmp_path: Path) -> None:
    review = review_of(tmp_path)

    act = review.accept("cohort/answer")

    assert act.told == "Accepted cohort/answer"
    assert signed(tmp_path) == (
        "cohort/answer: {by: Ada, date: 2026-11-29, hash: 42688d5d23aa, proof: read}\n"
    )
    assert (tmp_path / "trial.yaml").read_text(encoding="utf-8") == DECK
    assert state_of(review, "cohort/answer") is SignoffState.SIGNED


def test_accepting_a_draft_takes_its_status_out_and_undo_puts_it_back(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    path = tmp_path / "trial.yaml"

    review.accept("deaths/answer")
    assert path.read_text(encoding="utf-8") == DECK.replace("    status: draft\n", "")
    assert state_of(review, "deaths/answer") is SignoffState.SIGNED

    undone = review.undo()
    assert undone is not None
    assert undone.told == "Taken back: Accepted deaths/answer"
    assert path.read_text(encoding="utf-8") == DECK
    assert signed(tmp_path) == ""
    assert state_of(review, "deaths/answer") is SignoffState.DRAFT
    assert review.undo() is None


def test_undo_leaves_what_was_edited_since(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    path = tmp_path / "trial.yaml"

    review.accept("deaths/answer")
    path.write_text(path.read_text().replace("Who wrote it up?", "Who wrote this?"))
    review.undo()

    assert "Who wrote this?" in path.read_text(encoding="utf-8")
    assert signed(tmp_path) == ""


def test_conflicts_come_first_and_take_a_reason(tmp_path: Path) -> None:
    review = review_of(tmp_path, sentences=SENTENCES)

    assert review.cards[0].name == "deaths/answer"
    first = review.cards[0]
    assert first.evidence.verdict is ClaimVerdict.CONTRADICTED
    assert "levy1997#2 has" in first.evidence.reasons[0]
    with pytest.raises(ReasonNeededError, match="in conflict with its source"):
        review.accept("deaths/answer")
    review.accept("deaths/answer", "one died of something else")

    assert "proof: read, over: one died of something else}" in signed(tmp_path)


def test_the_cited_sentence_comes_with_the_words_that_the_card_has(tmp_path: Path) -> None:
    card = review_of(tmp_path, sentences=SENTENCES).find("sex/answer")

    assert card is not None
    cited = card.evidence.cited[0]
    assert cited.label == "levy1997#1"
    assert [cited.text[start:end] for start, end in cited.shared] == ["male", "patients"]


def test_without_a_text_nothing_is_compared_and_the_source_is_named(tmp_path: Path) -> None:
    card = review_of(tmp_path).find("sex/answer")

    assert card is not None
    assert card.evidence.verdict is None
    assert card.evidence.missing == ("levy1997",)


def test_the_rest_of_a_sentence_is_accepted_at_once(tmp_path: Path) -> None:
    review = review_of(tmp_path)

    act = review.accept_sentence("cohort/answer")

    assert act.told == "Accepted 2 cards"
    assert [each.name for each in review.open_cards] == ["deaths/answer", "wit/answer"]
    review.undo()
    assert len(review.open_cards) == 4


def test_rejecting_keeps_its_reason(tmp_path: Path) -> None:
    review = review_of(tmp_path)

    review.reject("wit/answer", "trivia:  \n who cares")

    assert signed(tmp_path).endswith('rejected: "trivia: who cares"}\n')
    assert state_of(review, "wit/answer") is SignoffState.REJECTED


def test_another_readers_lines_and_unknown_cards_stay(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    other = "gone/answer: {by: Bo, date: 2026-01-01, hash: 0123456789ab, proof: read}\n"
    (tmp_path / "trial.signed.yaml").write_text(other, encoding="utf-8")

    review.accept("wit/answer")

    assert signed(tmp_path).startswith(other)
    assert "wit/answer: {by: Ada" in signed(tmp_path)


@pytest.mark.slow
def test_a_card_that_was_changed_shows_what_git_has_of_it(tmp_path: Path) -> None:
    review = review_of(tmp_path)
    review.accept("cohort/answer")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Ada", "-c", "user.email=a@b.c"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "trial.yaml"], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True)

    review = review_of(tmp_path, DECK.replace("did Levy follow", "did Levy and others follow"))
    card = review.find("cohort/answer")

    assert card is not None
    assert card.signoff.state is SignoffState.CHANGED
    differences = review.differences(card)
    assert differences is not None
    assert [(each.part, each.before, each.after) for each in differences] == [
        (
            "ask",
            "How many patients did Levy follow?",
            "How many patients did Levy and others follow?",
        )
    ]


@pytest.mark.slow
def test_a_card_that_was_changed_outside_git_says_nothing_of_before(tmp_path: Path) -> None:
    review_of(tmp_path).accept("cohort/answer")

    review = review_of(tmp_path, DECK.replace("did Levy follow", "did Levy and others follow"))
    card = review.find("cohort/answer")

    assert card is not None
    assert review.differences(card) is None


def test_an_overruled_conflict_is_silent_and_comes_back_with_a_change(tmp_path: Path) -> None:
    review_of(tmp_path, sentences=SENTENCES).accept("deaths/answer", "one more died later")

    changed = (tmp_path / "trial.yaml").read_text().replace("of the patients died", "of them died")
    review = review_of(tmp_path, changed, SENTENCES)

    card = review.find("deaths/answer")
    assert card is not None
    assert card.needs_reason
    assert not card.signoff.is_overruled
