"""What the review of a deck says, in line mode and on its screen. Pure."""

from collections.abc import Iterator, Sequence

from quizapp.bank.signoffs import CardSignature
from quizapp.items.diff import TextDifference
from quizapp.items.diff_lines import word_diff
from quizapp.items.item_lines import StyledLine, StyledSpan, Tone, make_line
from quizapp.prove import ClaimVerdict
from quizapp.services.card_evidence import CardEvidence, EvidenceSentence
from quizapp.services.review_deck import CardToReview, DeckReview
from quizapp.services.words import quantity
from quizapp.signoff import SignoffState

_STATE_WORDS = {
    SignoffState.DRAFT: "draft",
    SignoffState.UNSIGNED: "not signed",
    SignoffState.SIGNED: "signed",
    SignoffState.CHANGED: "changed since it was signed",
    SignoffState.REJECTED: "rejected",
}
_VERDICT_WORDS = {
    ClaimVerdict.CONTRADICTED: ("Conflict with the source", Tone.LOUD),
    ClaimVerdict.UNPROVED: ("Not found in the sentence", Tone.STRONG),
    ClaimVerdict.PROVED: ("No conflict found", Tone.RIGHT),
}


def state_text(card: CardToReview) -> str:
    """Return how far a card has come, and who said so when."""
    entry = card.signoff.entry
    words = _STATE_WORDS[card.signoff.state]
    return f"{words} ({entry.by}, {entry.date})" if entry is not None else words


def count_text(review: DeckReview) -> str:
    """Return how many cards are still to be read."""
    left = len(review.open_cards)
    return f"{quantity(left, 'card')} to read" if left else "all cards read"


def source_lines(card: CardToReview) -> Iterator[StyledLine]:
    """Yield the sentences that a card cites, or its own statement, and what comparing found."""
    for cited in card.evidence.cited:
        yield _cited_line(cited)
    if not any(each.text for each in card.evidence.cited):
        yield from _statement_lines(card)
    yield from verdict_lines(card.evidence)


def finding_lines(
    card: CardToReview, differences: Sequence[TextDifference] | None
) -> Iterator[StyledLine]:
    """Yield what lint finds of a card, and what it says otherwise than when it was signed."""
    for problem in card.evidence.findings:
        fix = f". fix: {problem.fix}" if problem.fix else ""
        message = problem.message.removesuffix(".")
        yield make_line(f"{problem.code} ", f"{message}{fix}", mark_tone=Tone.STRONG)
    yield from _change_lines(card, differences)


def verdict_lines(evidence: CardEvidence) -> Iterator[StyledLine]:
    """Yield what comparing found, and why; or why nothing was compared."""
    if evidence.verdict is not None:
        words, tone = _VERDICT_WORDS[evidence.verdict]
        yield make_line("", words, tone)
    elif evidence.missing:
        source = evidence.missing[0]
        yield make_line("", f"Not compared: no text of {', '.join(evidence.missing)}", Tone.STRONG)
        yield make_line("  ", f"fix: quizapp source attach {source} FILE", Tone.QUIET)
    else:
        yield make_line("", "Not compared: it cites no source", Tone.STRONG)
    for reason in evidence.reasons:
        yield make_line("  ", reason)


def _cited_line(cited: EvidenceSentence) -> StyledLine:
    """Return a sentence, the words that the card has, too, underlined."""
    mark = StyledSpan(f"{cited.label} ", Tone.QUIET)
    if not cited.text:
        return StyledLine(mark, (StyledSpan("(no text at hand)", Tone.QUIET),))
    spans: list[StyledSpan] = []
    at = 0
    for start, end in cited.shared:
        spans.append(StyledSpan(cited.text[at:start]))
        spans.append(StyledSpan(cited.text[start:end], Tone.SHARED))
        at = end
    spans.append(StyledSpan(cited.text[at:]))
    return StyledLine(mark, tuple(each for each in spans if each.text))


def _statement_lines(card: CardToReview) -> Iterator[StyledLine]:
    """Yield the deck's own statement, where no sentence of the source is at hand."""
    sentence = next((item.sentence for item in card.items if item.sentence), "")
    if sentence:
        yield make_line("deck says ", sentence)


def _change_lines(
    card: CardToReview, differences: Sequence[TextDifference] | None
) -> Iterator[StyledLine]:
    """Yield what a card says otherwise than when it was signed."""
    entry = card.signoff.entry
    if card.signoff.state is not SignoffState.CHANGED or entry is None:
        return
    verb = "Signed" if isinstance(entry, CardSignature) else "Rejected"
    yield make_line("", f"{verb} by {entry.by} on {entry.date}, changed since", Tone.STRONG)
    if differences is None:
        yield make_line("  ", "git has no version of the deck with those words", Tone.QUIET)
    for each in differences or ():
        yield StyledLine(StyledSpan(f"  {each.part} ", Tone.QUIET), tuple(word_diff(each)))
