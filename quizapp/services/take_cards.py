"""Taking cards that an assistant or a colleague wrote: good ones into a deck, others beside it."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from quizapp.bank.concepts import normalize_text
from quizapp.bank.deck_files import DECK_SUFFIXES, read_file, system_reason
from quizapp.bank.diagnostics import has_error
from quizapp.bank.model import Bank, Deck, SourceId
from quizapp.bank.parse.value_types import IS_ID, VERSIONS
from quizapp.bank.yaml.writer import YamlValue, write_yaml
from quizapp.drafting.taking.append_facts import CannotAppendError, append_facts, append_source
from quizapp.drafting.taking.held_facts import read_held, without_settled, write_held
from quizapp.drafting.taking.model import ReadCards, TakenFact, UnreadPart
from quizapp.drafting.taking.name_facts import make_slug, name_fact
from quizapp.drafting.taking.read_reply import MAX_BYTES, MAX_CARDS, MAX_LINES, read_reply
from quizapp.drafting.taking.to_fact import TakingRules, to_fact
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.deck_lookup import FaultyDeckError
from quizapp.services.judge_taken import judge_facts
from quizapp.services.settings import Settings
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.sources.model import SourceText

HELD_SUFFIX = ".held.yaml"
_OTHER_SUFFIXES = (HELD_SUFFIX, ".signed.yaml")
_LONGEST_TITLE = 80
_SHAPES = 'YAML, JSON, CSV, or lines with "Q:" and "A:"'


class UnreadableReplyError(QuizappError):
    """Nothing can be taken: no card was read (exit code 1)."""

    exit_code: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class TakeRequest:
    """What is taken where.

    Attributes:
        data: the reply, as bytes.
        name: what it is called in messages.
        deck: the file of the deck.
        source: the id of the source that bare sentence numbers mean, "" for none.
        file: the text of that source.
        takes_unsourced: whether cards without a source are taken, too.
    """

    data: bytes
    name: str
    deck: Path
    source: str = ""
    file: Path | None = None
    takes_unsourced: bool = False


@dataclass(frozen=True, slots=True)
class TakeResult:
    """What became of a reply.

    Attributes:
        taken, held, known: the facts that are in the deck now, that were held, that it had before.
        unread: what is no whole card.
        held_file: where the held facts are; None where there are none.
        is_new: whether the deck was made for them.
    """

    taken: tuple[TakenFact, ...]
    held: tuple[TakenFact, ...]
    known: tuple[TakenFact, ...]
    unread: tuple[UnreadPart, ...]
    held_file: Path | None
    is_new: bool

    @property
    def read_count(self) -> int:
        """How many facts were read."""
        return len(self.taken) + len(self.held) + len(self.known)

    @property
    def is_complete(self) -> bool:
        """Whether all that was read is in the deck now."""
        return not self.held and not self.unread and self.read_count > 0

    def count_reasons(self) -> list[tuple[int, str]]:
        """Return how many facts were held for which reason, the most frequent first."""
        kinds = Counter(fact.faults[0].kind for fact in self.held)
        return [(count, kind) for kind, count in kinds.most_common()]


def take_cards(settings: Settings, request: TakeRequest) -> TakeResult:
    """Put the good facts of a reply at the end of a deck, the others into a file beside it.

    They are compared with the text that is handed in, and with those that are attached.

    Raises:
        UnreadableReplyError: the reply holds no cards, or too much.
        WrongCallError: the name of the deck or of the source is none.
        FaultyDeckError: the deck has errors.
        UnreadableSourceError: the text of the source cannot be read.
        QuizappError: a file cannot be written.
    """
    _check_names(request)
    reading = _read(request)
    target = Path(os.path.realpath(request.deck))
    text, deck = _open_deck(request, target)
    facts = _name_facts(_convert(reading, request, deck), deck)
    papers = _papers_of(settings, request, facts)
    text = _declare_sources(text, deck, facts, reading, request, papers)
    ready = [at for at, fact in enumerate(facts) if not fact.faults]
    try:
        judged = judge_facts(
            target,
            text,
            [facts[at].entry for at in ready],
            lambda bank: _texts_of(settings, bank, request, papers),
        )
        for place, found in judged.faults.items():
            facts[ready[place]] = replace(facts[ready[place]], faults=found)
        for place, more in judged.notes.items():
            fact = facts[ready[place]]
            facts[ready[place]] = replace(fact, notes=(*fact.notes, *more))
        known = tuple(facts[ready[place]] for place in sorted(judged.known))
        taken = tuple(fact for fact in facts if not fact.faults and fact not in known)
        if taken:
            _replace_file(target, append_facts(text, [fact.entry for fact in taken]).text)
    except CannotAppendError as error:
        raise QuizappError(
            f"{request.deck}: {error}", "write it one below the other, each fact with `- id:`"
        ) from None
    held = tuple(fact for fact in facts if fact.faults)
    held_file = _write_held(request.deck, held, (*taken, *known))
    return TakeResult(taken, held, known, reading.unread, held_file, bool(taken) and deck is None)


# --- what is handed in ---------------------------------------------------------------------------


def _check_names(request: TakeRequest) -> None:
    """Raise a WrongCallError for a name that no deck and no source can have."""
    deck, source = request.deck, request.source
    if deck.name.endswith(_OTHER_SUFFIXES):
        raise WrongCallError(f"{deck} is not a deck", "give the deck that it belongs to")
    if deck.suffix not in DECK_SUFFIXES or not make_slug(deck.stem) or deck.is_dir():
        raise WrongCallError(f"{deck} is not a deck file", "give one such as my-deck.yaml")
    if source and not IS_ID(source):
        raise WrongCallError(
            f"--source: {source!r} is not an id", "use a-z, 0-9 and dashes: levy1997=abstract.txt"
        )


def _read(request: TakeRequest) -> ReadCards:
    """Return what is read of a reply.

    Raises:
        UnreadableReplyError: it holds no cards, or too much.
    """
    name, data = request.name, request.data
    if len(data) > MAX_BYTES:
        raise UnreadableReplyError(f"{name}: larger than 4 MiB", "take it in several parts")
    if b"\x00" in data:
        raise UnreadableReplyError(f"{name}: not text in UTF-8", "save it as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableReplyError(
            f"{name}:{line}: not text in UTF-8", "save it as UTF-8 text"
        ) from None
    if len(text.splitlines()) > MAX_LINES:
        raise UnreadableReplyError(
            f"{name}: more than {MAX_LINES:,} lines", "take it in several parts"
        )
    reading = read_reply(text)
    if len(reading.cards) > MAX_CARDS:
        raise UnreadableReplyError(
            f"{name}: {len(reading.cards):,} cards, more than {MAX_CARDS:,}",
            "take it in several parts",
        )
    if not reading.cards and not reading.unread:
        raise UnreadableReplyError(f"{name}: no cards found", f"give {_SHAPES}")
    return reading


def _open_deck(request: TakeRequest, target: Path) -> tuple[str, Deck | None]:
    """Return the text of a deck and the deck; a header and None where there is none yet.

    Raises:
        FaultyDeckError: it has errors.
    """
    from quizapp.bank.load import load_deck

    if not target.exists():
        if not target.parent.is_dir():
            raise WrongCallError(f"{target.parent}: no such folder", "make the folder first")
        return _new_deck(request), None
    deck, problems = load_deck(request.deck)
    if deck is None or has_error(problems):
        raise FaultyDeckError(f"{request.deck} has errors", "fix the deck first", problems)
    return read_file(target)[0].decode("utf-8"), deck


def _new_deck(request: TakeRequest) -> str:
    """Return the header of a new deck: the title is that of the paper, where it is known."""
    title = request.deck.stem.replace("-", " ").replace("_", " ").capitalize()
    if request.file is not None:
        from quizapp.services.source_texts import read_source_file

        title = read_source_file(request.file).reference.title or title
    head: dict[str, YamlValue] = {
        "quizapp": int(VERSIONS[-1]),
        "deck": make_slug(request.deck.stem),
        "title": " ".join(title.split())[:_LONGEST_TITLE],
    }
    return write_yaml(head)


# --- facts ---------------------------------------------------------------------------------------


def _convert(reading: ReadCards, request: TakeRequest, deck: Deck | None) -> list[TakenFact]:
    """Return the cards of a reply as facts."""
    named = [str(name) for name in (deck.sources if deck and deck.sources else reading.sources)]
    default = request.source or (named[0] if len(named) == 1 else "")
    language = deck.language if deck else "en"
    rules = TakingRules(default, language, takes_unsourced=request.takes_unsourced)
    return [to_fact(card, rules) for card in reading.cards]


def _name_facts(facts: Sequence[TakenFact], deck: Deck | None) -> list[TakenFact]:
    """Return facts with ids, none of which another fact or table has."""
    taken = {part for fact in deck.facts for part in fact.name.split("/")} if deck else set()
    named: list[TakenFact] = []
    for fact in facts:
        name = name_fact(fact.entry, taken)
        taken.add(name)
        named.append(
            replace(fact, entry={"id": name, **{k: v for k, v in fact.entry.items() if k != "id"}})
        )
    return named


def _papers_of(
    settings: Settings, request: TakeRequest, facts: Sequence[TakenFact]
) -> "Mapping[str, SourceText]":
    """Return the text that was handed in, and the attached ones of what else is cited.

    Raises:
        UnreadableSourceError: the text that was handed in cannot be read.
    """
    from quizapp.services.source_texts import read_source_file
    from quizapp.services.texts_to_check import find_attached

    cited = dict.fromkeys(name for fact in facts for name in _cited_sources(fact))
    papers = dict(find_attached(settings, dict.fromkeys((request.source, *cited))))
    if request.file is not None:
        papers[request.source] = read_source_file(request.file)
    return papers


def _texts_of(
    settings: Settings, bank: Bank, request: TakeRequest, papers: "Mapping[str, SourceText]"
) -> "Mapping[SourceId, SourceText]":
    """Return the texts that the facts of a deck are compared with."""
    from quizapp.services.texts_to_check import find_texts

    declared = {source for deck in bank.decks for source in deck.sources}
    name = SourceId(request.source)
    given = {name: papers[name]} if request.file and name in declared else {}
    return find_texts(settings, bank, given).texts


def _declare_sources(  # noqa: PLR0913, PLR0917 (what a source may be known from)
    text: str,
    deck: Deck | None,
    facts: Sequence[TakenFact],
    reading: ReadCards,
    request: TakeRequest,
    papers: "Mapping[str, SourceText]",
) -> str:
    """Return the text of a deck that declares what its new facts cite, where that is known."""
    declared = set(deck.sources) if deck else set()
    cited = dict.fromkeys(
        name for fact in facts if not fact.faults for name in _cited_sources(fact)
    )
    for name in cited:
        entry = _source_entry(name, reading, request, papers)
        if name not in declared and entry:
            text = append_source(text, name, entry)
    return text


def _cited_sources(fact: TakenFact) -> list[str]:
    cited = fact.entry.get("source", ())
    texts = [cited] if isinstance(cited, str) else cited if isinstance(cited, list) else []
    return [str(each).partition("#")[0] for each in texts]


def _source_entry(
    name: str, reading: ReadCards, request: TakeRequest, papers: "Mapping[str, SourceText]"
) -> dict[str, YamlValue]:
    """Return a source as a deck declares it; nothing where nothing is known of it."""
    if name in papers:
        from quizapp.drafting.taking.describe_source import describe_source

        return describe_source(papers[name], name)
    if name == request.source:
        return {"cite": name}
    given = reading.sources.get(name)
    if isinstance(given, Mapping) and isinstance(given.get("cite"), str) and IS_ID(name):
        keys = ("cite", "short", "doi", "url")
        return {key: str(given[key]) for key in keys if isinstance(given.get(key), str)}
    return {}


# --- files ---------------------------------------------------------------------------------------


def _write_held(deck: Path, held: Sequence[TakenFact], settled: Sequence[TakenFact]) -> Path | None:
    """Write the held facts beside their deck, with those held before; return where.

    What was held before and is taken now goes; a file without facts goes, too.
    """
    path = deck.with_name(f"{deck.stem}{HELD_SUFFIX}")
    before = read_held(path.read_text(encoding="utf-8", errors="replace")) if path.exists() else []
    asked = {
        normalize_text(str(each.entry.get("ask") or each.entry.get("say") or ""))
        for each in (*held, *settled)
    }
    kept = without_settled(before, asked)
    if held or (kept and len(kept) < len(before)):
        _replace_file(path, write_held(held, kept, deck.name, path.name))
    elif before and not kept:
        path.unlink()
    return path if held else None


def _replace_file(path: Path, text: str) -> None:
    """Write a file whole, or not at all.

    Raises:
        QuizappError: it cannot be written.
    """
    written = None
    try:
        handle, name = tempfile.mkstemp(".tmp", ".quizapp-", path.parent)
        written = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, written)
        else:
            written.chmod(0o666 & ~_umask())
        written.replace(path)
    except OSError as error:
        if written is not None:
            written.unlink(missing_ok=True)
        raise QuizappError(
            f"{path}: {system_reason(error)}", "check the folder and its permissions"
        ) from None


def _umask() -> int:
    """Return which permissions new files go without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def summarize(result: TakeResult) -> str:
    """Return what became of a reply in one line."""
    parts = [f"{quantity(result.read_count, 'fact')} read", f"{len(result.taken)} taken"]
    if result.known:
        parts.append(f"{len(result.known)} there already")
    if result.held:
        reasons = ", ".join(f"{count} {kind}" for count, kind in result.count_reasons())
        parts.append(f"{len(result.held)} held ({reasons})")
    if result.unread:
        parts.append(f"{len(result.unread)} not understood")
    return ", ".join(parts)
