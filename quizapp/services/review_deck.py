"""Reading the cards of a deck one by one and signing them: what stands where, and each act.

Each act is written at once: a line of the signed file, and of an accepted draft the status in its
deck. What others wrote there meanwhile stays.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path

from quizapp.bank.accept_draft import remove_draft_status
from quizapp.bank.deck_files import find_signed_file, read_file, signed_path
from quizapp.bank.diagnostics import Problem, has_error
from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank, CardId, Citation, Deck, SourceId, Status
from quizapp.bank.nearest import citations_of
from quizapp.bank.place import Place
from quizapp.bank.signed_file import clean_text, read_signed_file, signed_file_text
from quizapp.bank.signoffs import CardRejection, CardSignature, ProofKind, SignoffEntry
from quizapp.errors import QuizappError
from quizapp.items.diff import TextDifference
from quizapp.items.generate import generate
from quizapp.items.item import Item
from quizapp.prove import ClaimVerdict
from quizapp.services.card_evidence import CardEvidence, DeckEvidenceTable
from quizapp.services.deck_lookup import FaultyDeckError
from quizapp.services.former_wording import find_former_card
from quizapp.services.replace_file import replace_file
from quizapp.signoff import CardSignoff, SignoffState, list_signoffs, signoff_of, wording_of
from quizapp.sources.model import SourceText

_DONE = (SignoffState.SIGNED, SignoffState.REJECTED)
_VERDICT_ORDER = (ClaimVerdict.CONTRADICTED, ClaimVerdict.UNPROVED)


class ReasonNeededError(QuizappError):
    """A conflict with the source is overruled with a reason, or not at all."""


@dataclass(frozen=True, slots=True)
class CardToReview:
    """A card with all that stands beside it while it is read."""

    signoff: CardSignoff
    items: tuple[Item, ...]
    evidence: CardEvidence

    @property
    def name(self) -> str:
        """The card's id without that of its deck."""
        return self.signoff.name

    @property
    def is_done(self) -> bool:
        """Whether somebody has signed or rejected it as it is now."""
        return self.signoff.state in _DONE

    @property
    def needs_reason(self) -> bool:
        """Whether it is accepted only with a reason: it is in conflict with its source."""
        return self.evidence.verdict is ClaimVerdict.CONTRADICTED

    @property
    def place(self) -> Place:
        """Where it stands in its deck."""
        return self.signoff.card.place


@dataclass(frozen=True, slots=True)
class ReviewAct:
    """What was done to a card, to be told; `cards` are their names."""

    cards: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class _Undo:
    """How an act is taken back: the lines as they were, and the files of drafts."""

    act: ReviewAct
    entries: Mapping[str, SignoffEntry | None]
    files: Mapping[Path, tuple[bytes, bytes]]  # before and after


class DeckReview:
    """One reader's way through the cards of one deck.

    Args:
        path: the deck, a file or a folder.
        by: who signs.
        today: the day that is written.
        texts: the texts of its sources that are at hand.
        notices: why others that are attached are not.
    """

    def __init__(
        self,
        path: Path,
        by: str,
        today: date,
        texts: Mapping[SourceId, SourceText],
        notices: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.by = by
        self.notices = notices
        self._today = today.isoformat()
        self._texts = texts
        self._undo: list[_Undo] = []
        self._order: dict[str, int] = {}
        self._read()

    # --- what there is ----------------------------------------------------------------------------

    @property
    def deck(self) -> Deck:
        """The deck as it is on disk."""
        return self._deck

    @property
    def title(self) -> str:
        """What the deck is called."""
        return self._deck.title

    @cached_property
    def cards(self) -> tuple[CardToReview, ...]:
        """All cards, in the order in which they are read; it stays while they are."""
        materials = self._materials
        found = [
            CardToReview(each, *materials.get(each.card.id, ((), CardEvidence())))
            for each in list_signoffs(self._deck)
        ]
        if not self._order:
            self._order = {each.name: at for at, each in enumerate(sorted(found, key=_rank))}
        last = len(self._order)
        return tuple(sorted(found, key=lambda each: self._order.get(each.name, last)))

    @property
    def open_cards(self) -> tuple[CardToReview, ...]:
        """The cards that nobody has signed or rejected as they are now."""
        return tuple(each for each in self.cards if not each.is_done)

    def find(self, name: str) -> CardToReview | None:
        """Return the card `name`; None where the deck has none now."""
        return next((each for each in self.cards if each.name == name), None)

    def differences(self, card: CardToReview) -> tuple[TextDifference, ...] | None:
        """Return what a card says otherwise than when it was signed last.

        None where that is not known: it was never signed, or git has no such version of the deck.
        """
        if card.signoff.state is not SignoffState.CHANGED:
            return None
        former = find_former_card(self.path, card.signoff)
        if former is None:
            return None
        before, now = wording_of(*former), wording_of(card.signoff.fact, card.signoff.card)
        return tuple(
            TextDifference(part, before.get(part, ""), now.get(part, ""))
            for part in dict.fromkeys((*before, *now))
            if before.get(part, "") != now.get(part, "")
        )

    # --- acts -------------------------------------------------------------------------------------

    def accept(self, name: str, over: str = "") -> ReviewAct:
        """Sign a card; `over` says why a conflict with its source does not hold.

        Raises:
            ReasonNeededError: it is in conflict with its source, and no reason was given.
            QuizappError: the card is gone, or a file cannot be read or written.
        """
        card = self._require(name)
        if card.needs_reason and not clean_text(over):
            raise ReasonNeededError(
                f"{card.name} is in conflict with its source",
                "say why the source doesn't hold against it, or reject it",
            )
        return self._write({card.name: self._signature(card, over)}, "Accepted")

    def accept_sentence(self, name: str) -> ReviewAct:
        """Sign this card and all others that cite the same, save those in conflict with it.

        Raises:
            QuizappError: no card is left to be signed so, or a file cannot be read or written.
        """
        cited = _cited_by(self._require(name).signoff)
        signed = {
            each.name: self._signature(each, "")
            for each in self.open_cards
            if _cited_by(each.signoff) == cited and not each.needs_reason
        }
        if not signed:
            raise ReasonNeededError(
                "no other card of this sentence can be accepted at once",
                "accept those in conflict with it one by one, each with its reason",
            )
        return self._write(signed, "Accepted")

    def reject(self, name: str, reason: str = "") -> ReviewAct:
        """Hold a card back.

        Raises:
            QuizappError: the card is gone, or a file cannot be read or written.
        """
        card = self._require(name)
        entry = CardRejection(
            self.by, self._today, card.signoff.hash, Place(""), clean_text(reason)
        )
        return self._write({card.name: entry}, "Rejected")

    def undo(self) -> ReviewAct | None:
        """Take the last act back; None where there is none.

        Raises:
            QuizappError: a file cannot be read or written.
        """
        if not self._undo:
            return None
        last = self._undo.pop()
        for path, (before, after) in last.files.items():
            if read_file(path)[0] == after:  # else it was edited since: that is not ours to undo
                replace_file(path, before)
        self._write_entries(last.entries)
        self._refresh(last.entries, is_deck_changed=bool(last.files))
        return ReviewAct(last.act.cards, f"Taken back: {last.act.told}")

    def reload(self) -> None:
        """Read the deck again; the order stays.

        Raises:
            FaultyDeckError: it has an error now; what was read before stays.
        """
        self._read()
        self.__dict__.pop("_materials", None)

    # --- parts ------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the deck and who signed it; items and evidence are those of the last `reload`."""
        deck, problems = load_deck(self.path)
        if deck is None:
            _refuse_errors(problems, "the deck has an error")
            raise QuizappError("the deck is gone", "open another")
        self._deck = deck
        self.__dict__.pop("cards", None)

    @cached_property
    def _materials(self) -> Mapping[CardId, tuple[tuple[Item, ...], CardEvidence]]:
        """The items and the evidence of each card; drafts as they will be asked."""
        asked = replace(
            self._deck,
            facts=tuple(replace(fact, status=Status.REVIEWED) for fact in self._deck.facts),
        )
        items = tuple(generate(Bank((asked,))))
        of_card: dict[CardId, list[Item]] = {}
        for item in items:
            of_card.setdefault(item.card, []).append(item)
        table = DeckEvidenceTable(asked, items, self._texts)
        return {
            card.id: (tuple(of_card.get(card.id, ())), table.evidence_of(fact, card))
            for fact in asked.facts
            for card in fact.cards
        }

    def _require(self, name: str) -> CardToReview:
        card = self.find(name)
        if card is None:
            raise QuizappError(f"the deck has no card {name} now", "press n for the next")
        return card

    def _signature(self, card: CardToReview, over: str) -> CardSignature:
        proof = ProofKind.READ
        if card.evidence.is_background:
            proof = ProofKind.BACKGROUND
        elif card.evidence.verdict is ClaimVerdict.PROVED:
            proof = ProofKind.PROVED
        reason = clean_text(over) if card.needs_reason else ""
        return CardSignature(self.by, self._today, card.signoff.hash, Place(""), proof, reason)

    def _write(self, entries: Mapping[str, SignoffEntry], verb: str) -> ReviewAct:
        """Write `entries`, and take the status of draft off what is accepted; then read again."""
        accepted = [name for name, each in entries.items() if isinstance(each, CardSignature)]
        files = self._accept_drafts([self._require(name) for name in accepted])
        before = self._write_entries(entries)
        names = tuple(entries)
        what = names[0] if len(names) == 1 else f"{len(names)} cards"
        act = ReviewAct(names, f"{verb} {what}")
        self._undo.append(_Undo(act, before, files))
        self._refresh(entries, is_deck_changed=bool(files))
        kept = [each for each in map(self.find, accepted) if each and _is_draft(each)]
        if kept:
            told = f"{act.told}; its table is a draft as a whole: remove its line `status: draft`"
            return replace(act, told=told)
        return act

    def _write_entries(
        self, entries: Mapping[str, SignoffEntry | None]
    ) -> dict[str, SignoffEntry | None]:
        """Write these lines of the signed file (None takes one out); return what was there."""
        known = self._read_signed_file()
        before = {name: known.get(name) for name in entries}
        kept = {**known, **entries}
        signoffs = {name: each for name, each in kept.items() if each is not None}
        text = signed_file_text(signoffs)
        target = signed_path(self.path)
        if text or target.exists():
            replace_file(target, text.encode())
        self._deck = replace(self._deck, signoffs=signoffs)
        return before

    def _refresh(self, names: Collection[str], *, is_deck_changed: bool) -> None:
        """Show these cards as they are signed now; a deck that is not changed is not read again."""
        if is_deck_changed:
            self._read()
            return
        self.__dict__["cards"] = tuple(
            replace(each, signoff=signoff_of(self._deck, each.signoff.fact, each.signoff.card))
            if each.name in names
            else each
            for each in self.cards
        )

    def _read_signed_file(self) -> dict[str, SignoffEntry]:
        """Return the lines of the signed file as they are now."""
        path = find_signed_file(self.path)
        known, _, problems = ({}, None, ()) if path is None else read_signed_file(path)
        _refuse_errors(problems, "the signed file has an error")
        return known

    def _accept_drafts(self, cards: Sequence[CardToReview]) -> dict[Path, tuple[bytes, bytes]]:
        """Take the status of draft off the facts of `cards`; return what became of their files."""
        done: dict[Path, tuple[bytes, bytes]] = {}
        drafts = [each.signoff.fact for each in cards if _is_draft(each)]
        for file, facts in groupby(drafts, key=lambda fact: fact.place.file):
            path = Path(file)
            before = now = read_file(path)[0]
            for name in dict.fromkeys(fact.name for fact in facts):
                now = remove_draft_status(file, now, name) or now
            if now != before:
                replace_file(path, now)
                done[path] = (before, now)
        return done


def _refuse_errors(problems: Sequence[Problem], what: str) -> None:
    """Raise a FaultyDeckError that says `what` and the first error of `problems`, if any is one."""
    errors = tuple(each for each in problems if has_error((each,)))
    if errors:
        first = errors[0]
        where = f"line {first.place.line}: " if first.place.line else ""
        raise FaultyDeckError(f"{what}: {where}{first.message}", first.fix, errors)


def _cited_by(signoff: CardSignoff) -> tuple[Citation, ...]:
    """Return what the card of a sign-off cites."""
    return citations_of(signoff.fact, signoff.card)


def _is_draft(card: CardToReview) -> bool:
    """Return whether the fact of a card is a draft."""
    return card.signoff.fact.status is Status.DRAFT


def _rank(card: CardToReview) -> int:
    """Return how soon a card is read: conflicts first."""
    if card.evidence.verdict in _VERDICT_ORDER:
        return _VERDICT_ORDER.index(card.evidence.verdict)
    return 2 if card.signoff.state is SignoffState.CHANGED else 3
