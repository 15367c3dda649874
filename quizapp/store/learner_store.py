"""What a learner has in a store: all operations in one place, each done by a function of its room.

What an operation does is said at its port in `quizapp.session.ports`, or at its function. Each is
one transaction; those that are several have a method here.
"""

from collections.abc import Iterator, Sequence

from quizapp.bank.model import DeckId, DeckSettings, Kind
from quizapp.learner.export_values import ExportCard, ExportReview
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.memory.model import Calendar
from quizapp.session.ports import ReviewLog
from quizapp.store import (
    answer_statistics,
    browse_queries,
    card_actions,
    card_queries,
    day_totals,
    deck_counts,
    exams,
    export_queries,
    import_reviews,
    item_queries,
    judged_answers,
    plans,
    preferences,
    recall_statistics,
    review_log,
    sittings,
)
from quizapp.store.kinds import POSITIONS
from quizapp.store.learner_scope import NO_SETTINGS, LearnerScope, get_or_add_learner
from quizapp.store.rows import key_of
from quizapp.store.store import (
    LearnerAccess,
    Store,
    implements,
    reads,
    reads_bank,
    writes,
)


def open_learner(
    store: Store,
    name: str,
    calendar: Calendar,
    overrides: DeckSettings = NO_SETTINGS,
    kind: Kind = Kind.FACT,
) -> "LearnerStore":
    """Return what `store` has of the learner `name`, who is known from now on.

    A store that is read only learns no name. `overrides` are settings of this run, which win over
    those of every deck. Only cards of `kind` are scheduled and counted.
    """
    is_read_only = store.backend.is_read_only
    key = key_of(name) if is_read_only else store.write(get_or_add_learner, name)
    return LearnerStore(store, LearnerScope(key, calendar, overrides, store.run_key, kind))


class LearnerStore(LearnerAccess):
    """One learner's view of a store: all ports of `quizapp.session.ports`, and more."""

    @property
    def calendar(self) -> Calendar:
        """When the learner's days begin."""
        return self._scope.calendar

    # CardReader
    limits = reads(preferences.limits)
    scheduling = reads(preferences.scheduling)
    day_tally = reads(day_totals.day_tally)
    learning_cards = reads(card_queries.learning_cards)
    due_reviews = reads(card_queries.due_reviews)
    new_cards = reads(card_queries.new_cards)
    learner_card = reads(card_queries.learner_card)
    median_milliseconds = reads(day_totals.median_milliseconds)

    # ItemReader
    items_of_card = reads_bank(item_queries.items_of_card)
    items = reads_bank(item_queries.items_by_id)
    quiz_candidates = reads_bank(item_queries.quiz_candidates)
    exam_candidates = reads_bank(item_queries.exam_candidates)
    confusables = reads_bank(item_queries.confusables)
    lexicon = reads_bank(item_queries.deck_lexicon)

    # ReviewLog
    record = writes(review_log.record)
    undo = writes(review_log.undo)
    keep_judged = writes(review_log.keep_judged)
    forget_judged = writes(review_log.forget_judged)

    @implements(ReviewLog.recover_judged)
    def recover_judged(self) -> int:
        # At a start there is nothing mostly: then no lock is taken, and a store may be read only.
        if not self._store.read(judged_answers.has_left, self._scope):
            return 0
        return self._store.write(judged_answers.recover_judged, self._scope)

    # CardActions
    suspend = writes(card_actions.suspend)
    unsuspend = writes(card_actions.unsuspend)
    bury = writes(card_actions.bury)
    undo_hide = writes(card_actions.undo_hide)
    mark = writes(card_actions.mark)
    flag = writes(card_actions.flag)
    unflag = writes(card_actions.unflag)

    # SittingStore and ExamSittingStore
    open_sitting = writes(sittings.open_sitting)
    unfinished_sitting = reads(sittings.unfinished_sitting)
    close_sitting = writes(sittings.close_sitting)
    open_exam = writes(exams.open_exam)
    unfinished_exam = reads(exams.unfinished_exam)
    past_exams = reads(exams.past_exams)
    save_exam_answer = writes(exams.save_exam_answer)
    hand_in = writes(exams.hand_in)
    grant = writes(exams.grant)
    take_back_grant = writes(exams.take_back_grant)
    grants = reads(exams.grants)

    # CardBrowsing
    card_keys = reads(browse_queries.card_keys)
    card_rows = reads(browse_queries.card_rows)
    search_texts = reads_bank(browse_queries.search_texts)
    items_of_fact = reads_bank(browse_queries.items_of_fact)
    card_answers = reads(browse_queries.card_answers)

    # What a screen or a command counts and lists
    day_counts = reads(deck_counts.day_counts)
    deck_counts = reads(deck_counts.deck_counts)  # last: below it is this
    flags = reads(card_actions.all_flags)
    rating_histories = reads(recall_statistics.rating_histories)
    recall_bins = reads(recall_statistics.recall_bins)
    item_tries = reads(answer_statistics.item_tries)

    # Settings of decks, and plans for an exam
    save_settings = writes(preferences.save_settings)
    save_parameters = writes(preferences.save_parameters)
    save_plans = writes(plans.save_plans)
    clear_plans = writes(plans.clear_plans)
    delete_past_plans = writes(plans.delete_past_plans)
    card_memories = reads(plans.card_memories)
    plans = reads(plans.all_plans)  # last, too

    # To and from other programs

    def import_reviews(
        self, reviews: Sequence[ImportedReview], *, is_dry_run: bool = False
    ) -> MergeReport:
        """Add reviews made in another program to the log, those that it lacks; count them."""
        if is_dry_run:
            return self._store.read(import_reviews.preview_merge, self._scope, reviews)
        return self._store.write(import_reviews.merge_reviews, self._scope, reviews)

    def export_cards(self, deck: DeckId) -> Iterator[ExportCard]:
        """Yield the live cards of `deck` with their items, kind by kind, a few at a time.

        Those of a kind come in the bank's order.
        """
        for start, _ in POSITIONS.values():
            place = start
            while some := self._store.read(export_queries.export_cards, self._scope, deck, place):
                yield from some
                place += export_queries.CARDS_PER_READ

    def export_reviews(self, deck: DeckId) -> Iterator[ExportReview]:
        """Yield what moved a memory of live cards of `deck`, the oldest first, a few at a time."""
        last = 0
        while True:
            some, last = self._store.read(export_queries.export_reviews, self._scope, deck, last)
            yield from some
            if not last:
                return
