"""Drafting decks from papers: one, or a deck for each of a folder or a file of many records."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.deck_lookup import load_decks, load_valid_bank
from quizapp.services.new_deck import write_new_file
from quizapp.services.settings import Settings
from quizapp.services.source_texts import read_source_bytes
from quizapp.services.words import quantity
from quizapp.sources.model import SourceText

if TYPE_CHECKING:
    from quizapp.bank.model import Bank, Concept, Deck, SourceId

STDIN = Path("-")
_SUFFIXES = frozenset({".txt", ".text", ".md", ".nbib", ".medline", ".ris", ".htm", ".html"})
_LONGEST_TITLE = 80

ReadStdin = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to draft from, and the file that it was in; "-" is standard input."""

    text: SourceText
    file: Path

    @property
    def label(self) -> str:
        """What the paper is called where it is left out: its PMID, DOI or title."""
        reference = self.text.reference
        return self.text.pmid or reference.doi or reference.title or str(self.file)


@dataclass(frozen=True, slots=True)
class PapersRead:
    """The papers of some files, and what could not be read, each with its fix."""

    papers: tuple[Paper, ...]
    faults: tuple[QuizappError, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftedDeck:
    """A deck in YAML, how many drafts and sentences it has, and what to look at in its source."""

    id: str
    yaml: str
    fact_count: int
    sentence_count: int
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftedCourse:
    """What became of the papers of a course.

    Attributes:
        written: where decks were written, and how many drafts each has.
        without_abstract, known, there: the labels of papers of which none was made: without an
            abstract, with a DOI that a deck cites already, with a deck of that file's name.
        doubts: what to look at, with the deck's file.
        faults: what could not be read or written.
    """

    written: list[tuple[Path, int]] = field(default_factory=list)
    without_abstract: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    faults: list[QuizappError] = field(default_factory=list)


# --- reading --------------------------------------------------------------------------------------


def read_papers_of(files: Sequence[Path], read_stdin: ReadStdin) -> PapersRead:
    """Return the papers of `files` and folders, in order; what cannot be read stops no other.

    Raises:
        WrongCallError: a folder holds no text, page or record.
    """
    from quizapp.sources.read_source import decode_source, read_papers

    papers: list[Paper] = []
    faults: list[QuizappError] = []
    for file in _files_of(files):
        try:
            data = read_stdin() if file == STDIN else read_source_bytes(file)
            name = "" if file == STDIN else str(file)
            papers += (Paper(text, file) for text in read_papers(decode_source(data, name), name))
        except QuizappError as error:
            faults.append(error)
    return PapersRead(tuple(papers), tuple(faults))


def read_one_paper(file: Path, read_stdin: ReadStdin) -> Paper:
    """Return the one paper of a file.

    Raises:
        WrongCallError: it has several.
        UnreadableSourceError: it cannot be read, or has no abstract.
    """
    read = read_papers_of((file,), read_stdin)
    if read.faults:
        raise read.faults[0]
    if len(read.papers) > 1:
        raise WrongCallError(
            f"{file} has {len(read.papers)} papers", "add --course FOLDER to make a deck for each"
        )
    if not read.papers[0].text.sentences:
        from quizapp.sources.errors import unreadable_source

        fix = "add the abstract in a line that starts with `AB  - `"
        raise unreadable_source(str(file), "the record has no abstract", fix)
    return read.papers[0]


def is_many(files: Sequence[Path]) -> bool:
    """Return whether a call names more than one file."""
    return len(files) > 1 or any(file.is_dir() for file in files)


def _files_of(files: Iterable[Path]) -> Iterator[Path]:
    """Yield files, of a folder those that a paper may be in.

    Raises:
        WrongCallError: a folder has none.
    """
    for file in files:
        if file == STDIN or not file.is_dir():
            yield file
            continue
        inside = sorted(each for each in file.iterdir() if each.suffix.lower() in _SUFFIXES)
        if not inside:
            raise WrongCallError(f"{file} has no text, page or record", "name the files themselves")
        yield from inside


# --- drafting -------------------------------------------------------------------------------------


def draft_deck(
    settings: Settings, paper: Paper, name: str = "", title: str | None = None
) -> DraftedDeck:
    """Draft a deck from a paper.

    Args:
        settings: which decks are known, whose concepts may be named in the paper.
        paper: the paper.
        name: the deck's id; "" takes that of the file, or of the paper.
        title: the deck's title; None takes that of the paper.

    Raises:
        WrongCallError: `name` is no id.
    """
    from quizapp.drafting.draft import slugify

    name = name or ("" if paper.file == STDIN else deck_id_of(paper.file)) or source_id_of(paper)
    if slugify(name) != name:
        raise WrongCallError(
            f"{name!r} is not a deck id", "give one of a-z, 0-9 and dashes: --id NAME"
        )
    bank, _ = load_decks(settings, ())
    return _draft(paper, name, title, _concepts_of(bank))


def _draft(paper: Paper, name: str, title: str | None, known: Sequence["Concept"]) -> DraftedDeck:
    """Return the draft of a paper as a deck."""
    from quizapp.drafting.deck import write_deck
    from quizapp.drafting.draft import draft_facts
    from quizapp.services.word_dictionaries import use_words

    use_words()
    text = paper.text
    made = draft_facts(text.sentences, known, title=text.reference.title)
    heading = title or text.reference.title or name.replace("-", " ").capitalize()
    yaml = write_deck(made, text, name, heading[:_LONGEST_TITLE].strip(), source_id_of(paper))
    return DraftedDeck(name, yaml, len(made.proposals), len(text.sentences), text.doubts)


def _concepts_of(bank: "Bank") -> tuple["Concept", ...]:
    """Return the concepts of decks, each id once."""
    found = {concept.id: concept for deck in bank.decks for concept in deck.concepts.values()}
    return tuple(found.values())


def deck_id_of(path: Path) -> str:
    """Return the id of a deck in a file of this name; "" where it makes none."""
    from quizapp.drafting.draft import slugify

    return slugify(path.stem)


def source_id_of(paper: Paper) -> str:
    """Return what a paper is called in a deck: "levy1997", or else after its file."""
    from quizapp.drafting.draft import slugify
    from quizapp.sources.citation_text import format_short_citation

    reference = paper.text.reference
    short = format_short_citation(reference) if reference.authors and reference.year else ""
    stem = "" if paper.file == STDIN else deck_id_of(paper.file)
    return slugify(short).replace("-", "") or stem or slugify(reference.title) or "source"


# --- a course -------------------------------------------------------------------------------------


def draft_course(
    settings: Settings, read: PapersRead, folder: Path, *, is_forced: bool = False
) -> DraftedCourse:
    """Write a deck for each paper into `folder`; a paper that fails stops no other.

    Passed over is what has no abstract, a DOI that a deck here or known cites already, and, unless
    `is_forced`, a deck whose file is there.

    Raises:
        QuizappError: the folder cannot be made.
    """
    made = DraftedCourse(faults=list(read.faults))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QuizappError(f"{folder}: {error.strerror}", "choose another folder") from None
    bank, _ = load_decks(settings, ())
    concepts, dois = _concepts_of(bank), _known_dois(bank, folder, is_forced=is_forced)
    names: set[str] = set()
    for paper in read.papers:
        doi = paper.text.reference.doi.casefold()
        if not paper.text.sentences:
            made.without_abstract.append(paper.label)
        elif doi and doi in dois:
            made.known.append(paper.label)
        else:
            dois.add(doi)
            _write_one(
                made,
                paper,
                folder / f"{_free_name(source_id_of(paper), names)}.yaml",
                concepts,
                is_forced=is_forced,
            )
    return made


def _write_one(
    made: DraftedCourse, paper: Paper, path: Path, concepts: Sequence["Concept"], *, is_forced: bool
) -> None:
    """Write the deck of a paper, and note what became of it."""
    if path.exists() and not is_forced:
        made.there.append(str(path))
        return
    try:
        deck = _draft(paper, path.stem, None, concepts)
        write_new_file(path, deck.yaml, is_forced=is_forced)
    except QuizappError as error:
        made.faults.append(error)
        return
    made.written.append((path, deck.fact_count))
    made.doubts += (f"{path}: {doubt}" for doubt in deck.doubts)


def _known_dois(bank: "Bank", folder: Path, *, is_forced: bool) -> set[str]:
    """Return the DOIs that known decks cite, and those of the folder unless it is overwritten."""
    from quizapp.bank.load import load_bank

    here, _ = load_bank([folder])
    own = {str(deck.place.file) for deck in here.decks}
    decks = [deck for deck in bank.decks if not is_forced or str(deck.place.file) not in own]
    decks += () if is_forced else here.decks
    return {
        source.doi.casefold() for deck in decks for source in deck.sources.values() if source.doi
    }


def _free_name(name: str, taken: set[str]) -> str:
    """Return `name`, numbered where it is taken, and take it."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


# --- coverage -------------------------------------------------------------------------------------


def list_coverage(settings: Settings, paper: Paper | None, deck_name: str) -> tuple[str, ...]:
    """Return, line by line, what a paper holds and which cards of a deck ask for it.

    Without a `paper` those that are attached to the deck's sources, one after the other.

    Raises:
        WrongCallError: no deck is called so, the paper is none of its sources, or none is at hand.
        FaultyDeckError: the deck has errors.
    """
    from quizapp.services.word_dictionaries import use_words

    use_words()
    (deck,) = load_valid_bank(settings, (deck_name,)).decks[:1] or (None,)
    if deck is None:
        raise WrongCallError(f"{deck_name} holds no deck", "name a deck's file or id")
    if paper is None:
        texts = _attached_papers(settings, deck)
    else:
        texts = {_source_of(deck, paper): paper.text}
    other, _ = load_decks(settings, ())
    concepts = {each.id: each for each in (*_concepts_of(other), *deck.concepts.values())}
    lists = [
        _coverage_of(deck, source, text, tuple(concepts.values())) for source, text in texts.items()
    ]
    if len(lists) == 1:
        return lists[0]
    # Several papers: each list under the id of its source.
    headed = ((f"{source}:", *lines, "") for source, lines in zip(texts, lists, strict=True))
    return tuple(line for lines in headed for line in lines)[:-1]


def _attached_papers(settings: Settings, deck: "Deck") -> "Mapping[SourceId, SourceText]":
    """Return the texts that are attached to the sources of `deck`, in its order.

    Raises:
        WrongCallError: none can be read.
    """
    from quizapp.bank.model import Bank
    from quizapp.services.texts_to_check import find_texts

    found = find_texts(settings, Bank((deck,)), {})
    texts = {source: found.texts[source] for source in deck.sources if source in found.texts}
    if not texts and found.notices:
        raise WrongCallError(
            found.notices[0], f"give TEXT: quizapp draft TEXT --coverage {deck.id}"
        )
    if not texts:
        source = next(iter(deck.sources), "ID")
        raise WrongCallError(
            f"no text is attached to a source of {deck.id}", f"quizapp source attach {source} FILE"
        )
    return texts


def _coverage_of(
    deck: "Deck", source: "SourceId", text: SourceText, concepts: Sequence["Concept"]
) -> tuple[str, ...]:
    """Return, line by line, what a text holds and which cards of a deck ask for it."""
    from quizapp.drafting.coverage import cover_deck, coverage_lines, summary_line
    from quizapp.drafting.draft import draft_facts

    made = draft_facts(text.sentences, concepts, title=text.reference.title, language=deck.language)
    rows = cover_deck(made, deck, source)
    return (*coverage_lines(rows), "", summary_line(rows))


def _source_of(deck: "Deck", paper: Paper) -> "SourceId":
    """Return which source of a deck a paper is: by DOI, by its id, or because there is one.

    Raises:
        WrongCallError: none, or it cannot be told.
    """
    doi, own = paper.text.reference.doi.casefold(), source_id_of(paper)
    by_doi = [each.id for each in deck.sources.values() if doi and each.doi.casefold() == doi]
    by_id = [each for each in deck.sources if each in {own, deck_id_of(paper.file)}]
    count = len(paper.text.sentences)
    alike = [each.id for each in deck.sources.values() if each.sentences in {0, count}]
    for found in (by_doi, by_id, alike):
        if len(found) == 1:
            return found[0]
    known = ", ".join(deck.sources) or "none"
    raise WrongCallError(
        f"{deck.id}: none of its sources is this paper of {quantity(count, 'sentence')}",
        f"name the file after one of them: {known}",
    )
