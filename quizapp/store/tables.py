"""The tables. What is in them and why; how rows become values is `quizapp.store.rows`.

- A key is `quizapp.store.rows.key_of(uid)`; the primary key keeps a `uid` unique, since the
  same uid has the same key.
- A time is milliseconds since the epoch (UTC); a day is the learner's, as a proleptic ordinal.
- What a learner owns has `learner_id` first in its key, so that it can be spread by learner.
- JSON stands in TEXT where only Python looks inside.

A change here needs a step in `quizapp.store.migrations` and a new `SCHEMA_VERSION`.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    and_,
    false,
    text,
)

import quizapp.store.source_tables  # noqa: F401 (a table of the metadata, in a module of its own)
from quizapp.store.columns import (
    CLUSTERED,
    PARTIAL_CONDITION,
    answer_columns,
    flag_column,
    key_column,
    metadata,
    place_columns,
    required,
)

SCHEMA_VERSION = 8

# --- the bank as last synchronised ---------------------------------------------------------------

decks = Table(
    "decks",
    metadata,
    key_column(),
    required("uid", Text),
    required("title", Text),
    required("position", Integer),
    required("settings", Text),  # the author's DeckSettings
    required("lexicon", Text),  # the names of its concepts
    required("files", Text),  # what it was read from: DeckFile values
    required("made_by", Text),  # the versions of what read it and made its items
    Column("retired_at", BigInteger),
)

facts = Table(
    "facts",
    metadata,
    key_column(),
    required("uid", Text),
    required("deck_id", BigInteger, ForeignKey("decks.id")),
    required("confusable", Text),  # uids of facts
    Index(None, "deck_id"),
)

cards = Table(
    "cards",
    metadata,
    key_column(),
    required("uid", Text),
    required("deck_id", BigInteger, ForeignKey("decks.id")),
    required("fact_id", BigInteger, ForeignKey("facts.id")),
    required("position", Integer),  # its place in the deck, in the range of its kind: see `kinds`
    # Its place among the cards that its fact ever had, from 1: never another one.
    required("number", Integer, server_default=text("0")),
    required("file", Text),
    required("line", Integer),
    required("column", Integer),
    required("key", Text),  # the right answer as shown
    required("key_hash", Text),
    required("items_hash", Text),  # changes with anything about its items
    required("content_hash", Text),  # changes with what a learner sees of them
    required("changed_at", BigInteger),  # when that last changed
    Column("rekeyed_at", BigInteger),  # when its key last changed
    Column("retired_at", BigInteger),
    Index(None, "deck_id", "retired_at", "position"),  # in the bank's order, those that live
    Index(None, "fact_id"),
)
Index(
    "ix_cards_rekeyed", cards.c.deck_id, info={PARTIAL_CONDITION: cards.c.rekeyed_at.is_not(None)}
)

former_keys = Table(
    "former_keys",
    metadata,
    required("card_id", BigInteger, ForeignKey("cards.id")),
    required("until", BigInteger),  # when it ceased to be the key
    required("key", Text),
    PrimaryKeyConstraint("card_id", "until"),
)

items = Table(
    "items",
    metadata,
    key_column(),
    required("uid", Text),
    required("card_id", BigInteger, ForeignKey("cards.id")),
    required("position", Integer),  # its place among those of its card
    required("format", Text),
    required("tags", Text),
    required("may_be_examined", Boolean),
    required("content", Text),  # the whole item; its place and tags are kept beside it
    required("content_hash", Text),
    Column("retired_at", BigInteger),
    Index(None, "card_id"),
)

deck_paths = Table(
    "deck_paths",
    metadata,
    Column("path", Text, primary_key=True),
    required("added_at", BigInteger),
)

# --- learners ------------------------------------------------------------------------------------

learners = Table("learners", metadata, key_column(), required("name", Text))

settings = Table(
    "settings",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("deck_id", BigInteger, ForeignKey("decks.id")),
    required("settings", Text),  # the learner's DeckSettings
    required("parameters", Text),  # FSRS's, [] for its defaults
    PrimaryKeyConstraint("learner_id", "deck_id"),
    info={CLUSTERED: True},
)

# Exam dates that a learner plans for: the day, the pace, the recall that is expected then.
plans = Table(
    "plans",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("deck_id", BigInteger, ForeignKey("decks.id")),
    required("until", Integer),
    required("new_per_day", Integer),
    required("expected", Float(53)),
    PrimaryKeyConstraint("learner_id", "deck_id"),
    info={CLUSTERED: True},
)

# How memory was scheduled when a review was made: steps, retention, parameters, the days' zone.
schedulings = Table("schedulings", metadata, key_column(), required("content", Text))

_MEMORY_STATES = "('learning', 'review', 'relearning')"

# `state` to `last_format` follow from the reviews; the rest is the learner's own doing. A card
# never rated may have a row (suspended, say): then all of `state` to `last_review` are NULL.
# `…_at` is when that was last set, or taken off, so that of two machines the later one wins; NULL
# where it never was, or before the time was kept.
memories = Table(
    "memories",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("card_id", BigInteger, ForeignKey("cards.id")),
    required("deck_id", BigInteger, ForeignKey("decks.id")),  # the card's, for counting
    Column("state", Text),
    Column("step", Integer),
    Column("stability", Float(53)),
    Column("difficulty", Float(53)),
    Column("due", BigInteger),
    Column("last_review", BigInteger),
    required("reps", Integer, server_default=text("0")),
    required("lapses", Integer, server_default=text("0")),
    Column("last_format", Text),
    flag_column("is_suspended"),
    Column("suspended_at", BigInteger),
    flag_column("is_marked"),
    Column("marked_at", BigInteger),
    Column("buried_until", BigInteger),
    Column("buried_at", BigInteger),
    PrimaryKeyConstraint("learner_id", "card_id"),
    CheckConstraint(f"state IN {_MEMORY_STATES}", "state"),
    CheckConstraint(
        "(state IS NULL AND stability IS NULL AND difficulty IS NULL AND due IS NULL"
        " AND last_review IS NULL)"
        " OR (state IS NOT NULL AND stability > 0 AND difficulty BETWEEN 1 AND 10"
        " AND due IS NOT NULL AND last_review IS NOT NULL)",
        "whole",
    ),
    info={CLUSTERED: True},
)

# A query that is to use the index must name its part of the rows in the same words.
is_scheduled = and_(memories.c.due.is_not(None), memories.c.is_suspended.is_(false()))

Index(
    "ix_memories_due",
    memories.c.learner_id,
    memories.c.deck_id,
    memories.c.due,
    info={PARTIAL_CONDITION: is_scheduled},
)

# Append-only. `id` begins with the time (`quizapp.store.rows`) and is never used again.
# `before_…` is the memory that the answer found, `after_…` the one it left; where it moved none,
# `after_…` are NULL. A review taken back stays, so that no merge brings it back: `undone_at` says
# when, and nothing but that and its id is read of it any more (`is_not_undone`).
reviews = Table(
    "reviews",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("id", BigInteger),
    required("card_id", BigInteger, ForeignKey("cards.id")),
    Column("item_id", BigInteger, ForeignKey("items.id")),  # NULL where imported
    *answer_columns(),
    required("scheduling_id", BigInteger, ForeignKey("schedulings.id")),
    Column("predicted", Float(53)),
    Column("before_state", Text),
    Column("before_step", Integer),
    Column("before_stability", Float(53)),
    Column("before_difficulty", Float(53)),
    Column("before_due", BigInteger),
    Column("before_last_review", BigInteger),
    required("before_reps", Integer),
    required("before_lapses", Integer),
    Column("before_format", Text),
    Column("after_state", Text),
    Column("after_step", Integer),
    Column("after_stability", Float(53)),
    Column("after_difficulty", Float(53)),
    Column("after_due", BigInteger),
    Column("after_lapses", Integer),
    Column("undone_at", BigInteger),
    PrimaryKeyConstraint("learner_id", "id"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    CheckConstraint("mode IN ('study', 'quiz', 'exam', 'imported')", "mode"),
    CheckConstraint("verdict IN ('correct', 'close', 'wrong')", "verdict"),
    CheckConstraint("graded IN ('correct', 'close', 'wrong')", "graded"),
    CheckConstraint("rating BETWEEN 1 AND 4", "rating"),
    CheckConstraint(f"before_state IN {_MEMORY_STATES}", "before_state"),
    CheckConstraint(f"after_state IN {_MEMORY_STATES}", "after_state"),
    info={CLUSTERED: True},
)

is_not_undone = reviews.c.undone_at.is_(None)

# An answer that was judged and waits for its rating, one for each run of quizapp (`run_key`). What
# a run that died left is logged by the next, as `review_id`: it may be alive, and rate it still.
judged_answers = Table(
    "judged_answers",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("run_key", Text),
    required("answered_at", BigInteger),
    required("card_id", BigInteger, ForeignKey("cards.id")),
    required("item_id", BigInteger, ForeignKey("items.id")),
    *answer_columns(),
    Column("review_id", BigInteger),
    PrimaryKeyConstraint("learner_id", "run_key"),
    info={CLUSTERED: True},
)

# What a learner did with a deck on a day: follows from the reviews, kept so that the home screen
# need not read them. `passed` and `failed` are ratings of cards that were in review.
days = Table(
    "days",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("day", Integer),
    required("deck_id", BigInteger, ForeignKey("decks.id")),
    required("reviews", Integer),
    required("correct", Integer),
    required("milliseconds", BigInteger),
    required("passed", Integer),
    required("failed", Integer),
    PrimaryKeyConstraint("learner_id", "day", "deck_id"),
    info={CLUSTERED: True},
)

sittings = Table(
    "sittings",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("id", BigInteger),
    required("mode", Text),
    required("title", Text),
    required("seed", BigInteger),
    required("counts", Boolean),
    Column("closed_at", BigInteger),
    PrimaryKeyConstraint("learner_id", "id"),
    CheckConstraint("mode IN ('quiz', 'exam')", "mode"),
    info={CLUSTERED: True},
)

sitting_items = Table(
    "sitting_items",
    metadata,
    *place_columns(),
    required("item_id", BigInteger, ForeignKey("items.id")),
    Column("verdict", Text),
    PrimaryKeyConstraint("learner_id", "sitting_id", "position"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    CheckConstraint("verdict IN ('correct', 'close', 'wrong')", "verdict"),
    info={CLUSTERED: True},
)

# What only an exam has: `form` is its blueprint in JSON. What an item was answered with stands here
# until the exam is handed in, when all of it is graded and goes into the log at once.
exams = Table(
    "exams",
    metadata,
    required("learner_id", BigInteger),
    required("sitting_id", BigInteger),
    required("form", Text),
    Column("limit_seconds", Integer),  # NULL: as long as it takes
    PrimaryKeyConstraint("learner_id", "sitting_id"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    info={CLUSTERED: True},
)

exam_responses = Table(
    "exam_responses",
    metadata,
    *place_columns(),
    Column("response", Text),  # NULL: not answered
    required("milliseconds", Integer),
    flag_column("is_flagged"),  # by the learner, to come back to
    PrimaryKeyConstraint("learner_id", "sitting_id", "position"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    info={CLUSTERED: True},
)

# Answers of an exam that someone said were right after all. Like the log, this only grows.
exam_grants = Table(
    "exam_grants",
    metadata,
    *place_columns(),
    required("granted_at", BigInteger),
    required("granted_by", Text),  # the name of a learner
    Column("taken_back_at", BigInteger),  # NULL while it holds
    PrimaryKeyConstraint("learner_id", "sitting_id", "position", "granted_at"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    info={CLUSTERED: True},
)

# Cards that someone should look at: a learner for whom something is amiss, or a leech. One taken
# off stays, with the time of that, so that of two machines the later one wins.
flags = Table(
    "flags",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("card_id", BigInteger, ForeignKey("cards.id")),
    required("flagged_at", BigInteger),
    required("why", Text),  # "leech", or the learner's words; may be ""
    Column("cleared_at", BigInteger),  # NULL while it stands
    PrimaryKeyConstraint("learner_id", "card_id"),
    info={CLUSTERED: True},
)

is_not_cleared = flags.c.cleared_at.is_(None)

# What hid cards in a session, so that it can be undone: how each of them stood before.
hidings = Table(
    "hidings",
    metadata,
    required("learner_id", BigInteger, ForeignKey("learners.id")),
    required("id", BigInteger),  # begins with the time, as that of a review
    required("card_id", BigInteger, ForeignKey("cards.id")),
    flag_column("was_suspended"),
    Column("was_buried_until", BigInteger),
    PrimaryKeyConstraint("learner_id", "id", "card_id"),
    info={CLUSTERED: True},
)

# --- what was exported ---------------------------------------------------------------------------

# The notes that Anki was last given, so that the date of one moves only when the note itself does.
anki_notes = Table(
    "anki_notes",
    metadata,
    key_column(),
    required("guid", Text),
    required("deck_id", BigInteger, ForeignKey("decks.id")),
    required("style", Text),
    required("subject", Text),  # the uid of the card, or of the fact, that it was made of
    required("ordinals", Text),  # which cards it has in Anki, as JSON
    required("content_hash", Text),
    required("modified", BigInteger),  # its date, in seconds
    Index(None, "deck_id"),
)

# Which database this is, one row: its backups have the same, another one's have another.
identity = Table("identity", metadata, Column("id", Text, primary_key=True))
