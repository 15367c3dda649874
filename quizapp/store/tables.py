"""The tables. What is in them and why; how rows become values is `quizapp.store.rows`.

- A key is `quizapp.store.keys.key_of(uid)`; the primary key keeps a `uid` unique, since the
  same uid has the same key.
- A time is milliseconds since the epoch (UTC); a day is the learner's, as a proleptic ordinal.
- What a learner owns has `learner_id` first in its key, so that it can be spread by learner.
- JSON stands in TEXT where only Python looks inside.

A change here needs a step in `quizapp.store.migrations` and a new `SCHEMA_VERSION`.
"""

from typing import Any

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
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    and_,
    false,
    text,
)

SCHEMA_VERSION = 5

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# For the engines, which each have their own word for it (naming one here would load it):
PARTIAL_CONDITION = "part"  # on an index: the condition of the rows that it holds
CLUSTERED = "clustered"  # on a table: its rows are kept in the order of their key

# SQLite keeps a table by its row id only where the key is spelled INTEGER.
Key = BigInteger().with_variant(Integer(), "sqlite")


def _required(name: str, type_: Any, *constraints: Any, **options: Any) -> Column[Any]:
    return Column(name, type_, *constraints, nullable=False, **options)


def _key() -> Column[Any]:
    return Column("id", Key, primary_key=True, autoincrement=False)


def _flag(name: str) -> Column[Any]:
    return _required(name, Boolean, server_default=false())


# --- the bank as last synchronised ---------------------------------------------------------------

decks = Table(
    "decks",
    metadata,
    _key(),
    _required("uid", Text),
    _required("title", Text),
    _required("position", Integer),
    _required("settings", Text),  # the author's DeckSettings
    _required("lexicon", Text),  # the names of its concepts
    _required("files", Text),  # what it was read from: DeckFile values
    _required("made_by", Text),  # the versions of what read it and made its items
    Column("retired_at", BigInteger),
)

facts = Table(
    "facts",
    metadata,
    _key(),
    _required("uid", Text),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),
    _required("confusable", Text),  # uids of facts
    Index(None, "deck_id"),
)

cards = Table(
    "cards",
    metadata,
    _key(),
    _required("uid", Text),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),
    _required("fact_id", BigInteger, ForeignKey("facts.id")),
    _required("position", Integer),  # its place in the deck
    # Its place among the cards that its fact ever had, from 1: never another one.
    _required("number", Integer, server_default=text("0")),
    _required("file", Text),
    _required("line", Integer),
    _required("column", Integer),
    _required("key", Text),  # the right answer as shown
    _required("key_hash", Text),
    _required("items_hash", Text),  # changes with anything about its items
    _required("content_hash", Text),  # changes with what a learner sees of them
    _required("changed_at", BigInteger),  # when that last changed
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
    _required("card_id", BigInteger, ForeignKey("cards.id")),
    _required("until", BigInteger),  # when it ceased to be the key
    _required("key", Text),
    PrimaryKeyConstraint("card_id", "until"),
)

items = Table(
    "items",
    metadata,
    _key(),
    _required("uid", Text),
    _required("card_id", BigInteger, ForeignKey("cards.id")),
    _required("position", Integer),  # its place among those of its card
    _required("format", Text),
    _required("tags", Text),
    _required("may_be_examined", Boolean),
    _required("content", Text),  # the whole item; its place and tags are kept beside it
    _required("content_hash", Text),
    Column("retired_at", BigInteger),
    Index(None, "card_id"),
)

deck_paths = Table(
    "deck_paths",
    metadata,
    Column("path", Text, primary_key=True),
    _required("added_at", BigInteger),
)

# --- learners ------------------------------------------------------------------------------------

learners = Table("learners", metadata, _key(), _required("name", Text))

settings = Table(
    "settings",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),
    _required("settings", Text),  # the learner's DeckSettings
    _required("parameters", Text),  # FSRS's, [] for its defaults
    PrimaryKeyConstraint("learner_id", "deck_id"),
    info={CLUSTERED: True},
)

# Exam dates that a learner plans for: the day, the pace, the recall that is expected then.
plans = Table(
    "plans",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),
    _required("until", Integer),
    _required("new_per_day", Integer),
    _required("expected", Float(53)),
    PrimaryKeyConstraint("learner_id", "deck_id"),
    info={CLUSTERED: True},
)

# How memory was scheduled when a review was made: steps, retention, parameters, the days' zone.
schedulings = Table("schedulings", metadata, _key(), _required("content", Text))

_MEMORY_STATES = "('learning', 'review', 'relearning')"

# `state` to `last_format` follow from the reviews; the rest is the learner's own doing. A card
# never rated may have a row (suspended, say): then all of `state` to `last_review` are NULL.
memories = Table(
    "memories",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("card_id", BigInteger, ForeignKey("cards.id")),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),  # the card's, for counting
    Column("state", Text),
    Column("step", Integer),
    Column("stability", Float(53)),
    Column("difficulty", Float(53)),
    Column("due", BigInteger),
    Column("last_review", BigInteger),
    _required("reps", Integer, server_default=text("0")),
    _required("lapses", Integer, server_default=text("0")),
    Column("last_format", Text),
    _flag("is_suspended"),
    _flag("is_marked"),
    Column("buried_until", BigInteger),
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

# Append-only. `id` begins with the time (`quizapp.store.keys`). `before_…` is the memory that the
# answer found, `after_…` the one it left; where it moved none, `after_…` are NULL.
reviews = Table(
    "reviews",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("id", BigInteger),
    _required("card_id", BigInteger, ForeignKey("cards.id")),
    Column("item_id", BigInteger, ForeignKey("items.id")),  # NULL where imported
    _required("day", Integer),
    _required("mode", Text),
    _required("format", Text),
    _required("response", Text),
    _required("shown", Text),
    _required("verdict", Text),
    _required("graded", Text),
    _required("reason", Text),
    Column("rating", Integer),
    _required("counts", Boolean),
    _required("hints", Integer),
    _required("milliseconds", Integer),
    _required("item_hash", Text),
    _required("seed", BigInteger),
    Column("sitting_id", BigInteger),
    _required("position", Integer),
    _required("scheduling_id", BigInteger, ForeignKey("schedulings.id")),
    Column("predicted", Float(53)),
    Column("before_state", Text),
    Column("before_step", Integer),
    Column("before_stability", Float(53)),
    Column("before_difficulty", Float(53)),
    Column("before_due", BigInteger),
    Column("before_last_review", BigInteger),
    _required("before_reps", Integer),
    _required("before_lapses", Integer),
    Column("before_format", Text),
    Column("after_state", Text),
    Column("after_step", Integer),
    Column("after_stability", Float(53)),
    Column("after_difficulty", Float(53)),
    Column("after_due", BigInteger),
    Column("after_lapses", Integer),
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

# What a learner did with a deck on a day: follows from the reviews, kept so that the home screen
# need not read them. `passed` and `failed` are ratings of cards that were in review.
days = Table(
    "days",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("day", Integer),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),
    _required("reviews", Integer),
    _required("correct", Integer),
    _required("milliseconds", BigInteger),
    _required("passed", Integer),
    _required("failed", Integer),
    PrimaryKeyConstraint("learner_id", "day", "deck_id"),
    info={CLUSTERED: True},
)

sittings = Table(
    "sittings",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("id", BigInteger),
    _required("mode", Text),
    _required("title", Text),
    _required("seed", BigInteger),
    _required("counts", Boolean),
    Column("closed_at", BigInteger),
    PrimaryKeyConstraint("learner_id", "id"),
    CheckConstraint("mode IN ('quiz', 'exam')", "mode"),
    info={CLUSTERED: True},
)

sitting_items = Table(
    "sitting_items",
    metadata,
    _required("learner_id", BigInteger),
    _required("sitting_id", BigInteger),
    _required("position", Integer),
    _required("item_id", BigInteger, ForeignKey("items.id")),
    Column("verdict", Text),
    PrimaryKeyConstraint("learner_id", "sitting_id", "position"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    CheckConstraint("verdict IN ('correct', 'close', 'wrong')", "verdict"),
    info={CLUSTERED: True},
)

# What only an exam has: `form` is its blueprint in JSON, and what an item was answered with stands
# here until the exam is handed in, when all of it is graded and goes into the log at once.
exams = Table(
    "exams",
    metadata,
    _required("learner_id", BigInteger),
    _required("sitting_id", BigInteger),
    _required("form", Text),
    Column("limit_seconds", Integer),  # NULL: as long as it takes
    PrimaryKeyConstraint("learner_id", "sitting_id"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    info={CLUSTERED: True},
)

exam_responses = Table(
    "exam_responses",
    metadata,
    _required("learner_id", BigInteger),
    _required("sitting_id", BigInteger),
    _required("position", Integer),
    Column("response", Text),  # NULL: not answered
    _required("milliseconds", Integer),
    _flag("is_flagged"),  # by the learner, to come back to
    PrimaryKeyConstraint("learner_id", "sitting_id", "position"),
    ForeignKeyConstraint(["learner_id", "sitting_id"], ["sittings.learner_id", "sittings.id"]),
    info={CLUSTERED: True},
)

# Cards that someone should look at: a learner for whom something is amiss, or a leech.
flags = Table(
    "flags",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("card_id", BigInteger, ForeignKey("cards.id")),
    _required("flagged_at", BigInteger),
    _required("why", Text),  # "leech", or the learner's words; may be ""
    PrimaryKeyConstraint("learner_id", "card_id"),
    info={CLUSTERED: True},
)

# What hid cards in a session, so that it can be undone: how each of them stood before.
hidings = Table(
    "hidings",
    metadata,
    _required("learner_id", BigInteger, ForeignKey("learners.id")),
    _required("id", BigInteger),  # begins with the time, as that of a review
    _required("card_id", BigInteger, ForeignKey("cards.id")),
    _flag("was_suspended"),
    Column("was_buried_until", BigInteger),
    PrimaryKeyConstraint("learner_id", "id", "card_id"),
    info={CLUSTERED: True},
)

# --- what was exported ---------------------------------------------------------------------------

# The notes that Anki was last given, so that the date of one moves only when the note itself does.
anki_notes = Table(
    "anki_notes",
    metadata,
    _key(),
    _required("guid", Text),
    _required("deck_id", BigInteger, ForeignKey("decks.id")),
    _required("style", Text),
    _required("subject", Text),  # the uid of the card, or of the fact, that it was made of
    _required("ordinals", Text),  # which cards it has in Anki, as JSON
    _required("content_hash", Text),
    _required("modified", BigInteger),  # its date, in seconds
    Index(None, "deck_id"),
)

# --- the database itself -------------------------------------------------------------------------

# Which database this is, one row: its backups have the same, another one's have another.
identity = Table("identity", metadata, Column("id", Text, primary_key=True))
