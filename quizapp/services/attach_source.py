"""Attaching the texts of papers to the sources of decks: attach, list, show, detach."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.model import Bank, Deck, Source, SourceId
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.attached_texts import (
    CUT_OTHERWISE_FIX,
    find_mismatch,
    read_attached,
    refresh_attached,
    texts_by_source,
)
from quizapp.services.deck_lookup import load_decks
from quizapp.services.replace_file import replace_file
from quizapp.services.settings import bundled_decks
from quizapp.services.source_texts import read_source_bytes
from quizapp.services.user_folders import data_folder
from quizapp.services.words import quantity, suggest
from quizapp.services.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.sources.model import SourceText
    from quizapp.store.attached_text import AttachedText, DeclaredSource


class NoTextError(QuizappError):
    """No text is attached to a source, or none that can be shown (exit code 1)."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class AttachRequest:
    """What is to be attached.

    Attributes:
        source: the id of a source; "" has each paper find its own.
        path: the file; None where `data` came through standard input.
        decks: ids or paths of decks that have the sources; () for all known ones.
        writes: whether the decks get the count and the fingerprint of the sentences; those that
            come with quizapp only where `decks` names them.
    """

    source: str
    path: Path | None
    data: bytes = b""
    decks: tuple[str, ...] = ()
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A text that was attached just now; `notices` are what the learner should know of it."""

    source: str
    sentences: int
    path: str
    citation: str
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachReport:
    """What was attached; `left` are the titles of papers that no source was found for."""

    attached: tuple[Attached, ...]
    left: tuple[str, ...] = ()
    copy: str = ""  # where a text that came through standard input is kept


@dataclass(frozen=True, slots=True)
class TextStatus:
    """An attached text as `source list` shows it; `fault` is why its sentences are not shown."""

    source: str
    path: str
    sentences: int
    fault: str = ""
    fix: str = ""
    is_named_by_deck: bool = False


_Declared = Mapping[str, Sequence[tuple[Deck, Source]]]


def attach_source(workspace: Workspace, request: AttachRequest) -> AttachReport:
    """Attach the papers of a file to the sources that they are.

    Raises:
        WrongCallError: no deck has such a source, or no paper of the file is one of a deck.
        UnreadableSourceError: the file cannot be read.
        NotWrittenError: a deck, or the copy of what came through standard input, cannot be written.
    """
    from quizapp.sources.read_source import decode_source, read_papers
    from quizapp.store.source_texts import attach_text

    data = request.data if request.path is None else read_source_bytes(request.path)
    name = str(request.path or "")
    papers = [each for each in read_papers(decode_source(data, name), name) if each.sentences]
    declared = _declared_sources(_load_bank(workspace, request.decks))
    chosen = _choose(papers, declared, request.source, name)
    path = request.path or _keep_copy(data, request.source or "papers")
    sha256 = hashlib.sha256(data).hexdigest()
    done = []
    for source, paper in chosen.items():
        notices = [*_notices(paper, declared[source], source)]
        if request.writes:
            notices.extend(_write_into_decks(paper, declared[source], is_named=bool(request.decks)))
        said = _declared_now(workspace, request.decks, source, declared[source], request.writes)
        text = _attached_text(workspace, SourceId(source), path, said)
        attach_text(workspace.store, refresh_attached(text, paper, sha256))
        done.append(_report(source, paper, path, said, notices))
    used = [*chosen.values()]
    left = [each.reference.title or "(no title)" for each in papers if each not in used]
    return AttachReport(tuple(done), tuple(left), str(path) if request.path is None else "")


def list_texts(workspace: Workspace) -> tuple[TextStatus, ...]:
    """Return what is attached, as it is on the disk now."""
    from quizapp.store.source_texts import attached_texts

    return tuple(map(_status, attached_texts(workspace.store)))


def show_sentences(workspace: Workspace, source: str, number: int) -> tuple[tuple[int, str], ...]:
    """Return the sentences of the text of `source` with their numbers; `number` 0 for all.

    Raises:
        NoTextError: there is none, it cannot be shown, or it has no such sentence.
    """
    from quizapp.store.source_texts import attached_texts

    known = texts_by_source(attached_texts(workspace.store))
    if source not in known:
        raise _no_text(source, known)
    found = read_attached(known[source])
    if found.paper is None:
        raise NoTextError(found.fault, found.fix)
    lines = tuple(enumerate(found.paper.sentences, 1))
    if number > len(lines):
        raise NoTextError(
            f"the text of {source} ends with sentence {len(lines)}", f"quizapp source show {source}"
        )
    return lines[number - 1 : number] if number else lines


def detach_source(workspace: Workspace, source: str) -> str:
    """Forget the text of `source`, and return where it is; the file stays.

    Raises:
        NoTextError: none is attached, or a deck names it.
    """
    from quizapp.store.source_texts import attached_texts, declare_sources, detach_text

    known = texts_by_source(attached_texts(workspace.store))
    if source not in known:
        raise _no_text(source, known)
    if known[source].attached_at is None:
        raise NoTextError(
            f"the deck itself names the text of {source}", f"delete `text:` under {source} there"
        )
    detach_text(workspace.store, SourceId(source))
    for deck in _load_bank(workspace, ()).decks:
        if source in deck.sources and deck.sources[SourceId(source)].text:
            declare_sources(workspace.store, deck)
    return known[source].path


# --- decks ----------------------------------------------------------------------------------------


def _load_bank(workspace: Workspace, decks: Sequence[str]) -> Bank:
    """Return the decks of `decks`, all known ones for none."""
    from quizapp.store.deck_table import added_paths

    return load_decks(workspace.settings, decks, added_paths(workspace.store))[0]


def _declared_sources(bank: Bank) -> dict[str, list[tuple[Deck, Source]]]:
    """Return the sources of all decks by id, each with its deck."""
    found: dict[str, list[tuple[Deck, Source]]] = {}
    for deck in bank.decks:
        for source in deck.sources.values():
            found.setdefault(source.id, []).append((deck, source))
    return found


def _declared_now(
    workspace: Workspace,
    decks: Sequence[str],
    source: str,
    before: Sequence[tuple[Deck, Source]],
    is_rewritten: bool,  # noqa: FBT001 (handed on)
) -> "tuple[DeclaredSource, ...]":
    """Return what the decks say of `source`, read again where they were just written."""
    from quizapp.store.attached_text import declare

    pairs = _declared_sources(_load_bank(workspace, decks))[source] if is_rewritten else before
    return tuple(declare(each, deck.id) for deck, each in pairs)


def _write_into_decks(
    paper: "SourceText", declared: Sequence[tuple[Deck, Source]], *, is_named: bool
) -> Iterable[str]:
    """Write the count and the fingerprint of `paper` into its decks; yield what became of each.

    A deck that comes with quizapp is left as it is unless it `is_named`.
    """
    from quizapp.bank.source_keys import write_source_keys
    from quizapp.sources.fingerprint import fingerprint_sentences

    values = {
        "sentences": str(len(paper.sentences)),
        "fingerprint": fingerprint_sentences(paper.sentences),
    }
    # Twelve digits alone would be a number; in quotes they are text whatever they are.
    written = values | {"fingerprint": f'"{values["fingerprint"]}"'}
    for deck, source in declared:
        path = Path(source.place.file)
        if not is_named and path.resolve().is_relative_to(bundled_decks().resolve()):
            yield f"{deck.id} comes with quizapp and is left as it is (--deck {deck.id} writes it)"
            continue
        if source.sentences == len(paper.sentences) and source.fingerprint == values["fingerprint"]:
            yield f"{path} says so already"
            continue
        data = write_source_keys(path.read_bytes(), source.id, written)
        if data is None:
            yield (
                f"{path}:{source.place.line} can't be changed by machine: write "
                f"`sentences: {values['sentences']}` and `fingerprint: {written['fingerprint']}`"
            )
            continue
        replace_file(path, data)
        yield f"{path}: sentences: {values['sentences']}, fingerprint: {values['fingerprint']}"


# --- papers ---------------------------------------------------------------------------------------


def _choose(
    papers: "Sequence[SourceText]", declared: _Declared, source: str, name: str
) -> "dict[str, SourceText]":
    """Return which paper is which source's.

    Raises:
        WrongCallError: there is none, or no deck has the source that was asked for.
    """
    if source and source not in declared:
        known = ", ".join(sorted(declared)) or "none"
        fix = suggest(
            source, declared, f"sources of these decks: {known}; or name one: --deck PATH"
        )
        raise WrongCallError(f"no deck has a source {source!r}", fix)
    if not papers:
        raise WrongCallError(f"{name or 'the text'}: it has no abstract", "give one that has")
    if source and len(papers) == 1:
        return {source: papers[0]}
    chosen = {}
    for each, pairs in declared.items():
        if paper := _find(papers, pairs):
            chosen[each] = paper
    if source and source not in chosen:
        raise WrongCallError(
            f"{name or 'the text'}: none of its {len(papers)} papers has the DOI, PMID or title "
            f"of {source}",
            "give a file with that paper alone",
        )
    if not chosen:
        what = quantity(len(papers), "paper")
        raise WrongCallError(
            f"{name or 'the text'}: {what}, and no source of a deck by DOI, PMID or title",
            "name the source: quizapp source attach ID FILE",
        )
    return chosen


def _find(
    papers: "Sequence[SourceText]", pairs: Sequence[tuple[Deck, Source]]
) -> "SourceText | None":
    """Return the paper that the decks mean by a source."""
    from quizapp.sources.find_paper import WantedPaper, find_paper

    wanted = (WantedPaper(each.cite, each.doi, each.url) for _, each in pairs)
    return next((found for each in wanted if (found := find_paper(papers, each))), None)


def _notices(
    paper: "SourceText", pairs: Sequence[tuple[Deck, Source]], source: str
) -> Iterable[str]:
    """Yield what is doubtful about a paper, and whether it seems to be another one."""
    from quizapp.sources.find_paper import WantedPaper, is_other

    if any(is_other(paper, WantedPaper(each.cite, each.doi, each.url)) for _, each in pairs):
        own = paper.reference.doi or f"PMID {paper.pmid}"
        yield f"is this {source}? The text says {own}, the deck another one"
    yield from paper.doubts


def _report(
    source: str,
    paper: "SourceText",
    path: Path,
    said: "Sequence[DeclaredSource]",
    notices: Iterable[str],
) -> Attached:
    """Return what is told of a text that was attached."""
    from quizapp.sources.citation_text import format_citation

    found = dict.fromkeys(
        f"{fault}. fix: {CUT_OTHERWISE_FIX}"
        for each in said
        if (fault := find_mismatch(paper, each, source))
    )
    citation = format_citation(paper.reference)
    return Attached(source, len(paper.sentences), str(path), citation, (*notices, *found))


def _attached_text(
    workspace: Workspace, source: SourceId, path: Path, said: "tuple[DeclaredSource, ...]"
) -> "AttachedText":
    """Return the text to be kept."""
    from quizapp.store.attached_text import AttachedText

    place = str(path.resolve())
    return AttachedText(source, place, declared=said, attached_at=workspace.now())


def _keep_copy(data: bytes, name: str) -> Path:
    """Keep what came through standard input among the learner's own files, and return where.

    Raises:
        NotWrittenError: it cannot be written.
    """
    folder = data_folder() / "sources"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QuizappError(f"{folder}: {error.strerror}", "give the text as a file") from None
    path = folder / f"{name}.txt"
    replace_file(path, data)
    return path


def _status(text: "AttachedText") -> TextStatus:
    """Return how an attached text is now."""
    found = read_attached(text)
    fault, fix = found.fault, found.fix
    if found.paper is not None and not fault:
        faults = (find_mismatch(found.paper, each, text.source) for each in text.declared)
        fault = next(filter(None, faults), "")
        fix = CUT_OTHERWISE_FIX if fault else ""
    count = len(found.paper.sentences) if found.paper else text.sentences
    return TextStatus(text.source, text.path, count, fault, fix, text.attached_at is None)


def _no_text(source: str, known: Iterable[str]) -> NoTextError:
    """Return the error of a source to which nothing is attached."""
    fix = suggest(source, known, f"quizapp source attach {source} FILE")
    return NoTextError(f"no text of {source} is attached", fix)
