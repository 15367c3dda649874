"""Holding a bank against its sources: G103 to G105, G107, G201 and G202.

A claim of a card is held against what that card cites, one of a fact as a whole against what the
fact and its cards cite; where the text of a source among these is not at hand, it is not judged.
What comparing finds is for `quizapp.prove` to say; here it becomes problems of a deck, with place
and fix.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from quizapp.bank.diagnostics import Problem, quote
from quizapp.bank.model import Bank, Deck, Fact, Source, SourceId, Status
from quizapp.bank.nearest import all_citations, citations_of
from quizapp.grading.dictionary import NO_DICTIONARY, Dictionary
from quizapp.grading.languages import language_of
from quizapp.lint.cited_text import CitedText, DeckEvidence
from quizapp.lint.coverage import citation_label, measure_coverage, shorten_sentence
from quizapp.lint.finding import Finding, report_findings
from quizapp.lint.grounding_codes import FORMER_CODES, GROUNDING
from quizapp.prove import Claim, ClaimKind, ClaimVerdict, Proof, claims_of, prove, prove_numbers
from quizapp.sources.model import SourceText

_MAX_SHOWN = 60  # letters of an uncited sentence in a message
_RULES = {rule.code: rule for rule in GROUNDING}
_CODES = {ClaimVerdict.CONTRADICTED: "G103", ClaimVerdict.UNPROVED: "G104"}

OpenDictionary = Callable[[str], Dictionary]
Verdict: TypeAlias = tuple[int, str, str, str]  # which claim of a fact, code, message, fix
Verdicts: TypeAlias = MutableMapping[str, Sequence[Verdict]]


def check_grounding(
    bank: Bank,
    texts: Mapping[SourceId, SourceText],
    open_dictionary: OpenDictionary = lambda _: NO_DICTIONARY,
    verdicts: Verdicts | None = None,
) -> tuple[Problem, ...]:
    """Return what `bank` states and the `texts` of its sources do not, ordered by place.

    Words are compared with the lemmas that `open_dictionary` knows of a language. A fact's
    `lint: {ignore: …}` silences the codes that it names. What comparing a fact found is taken from
    `verdicts` where neither the fact nor what it is compared with changed, and put there.
    """
    known_verdicts = {} if verdicts is None else verdicts
    found = [*_find_uncited_sentences(bank, texts)]
    for deck in bank.decks:
        known = {each: texts[each] for each in deck.sources if each in texts}
        found.extend(_find_sentence_count_errors(deck, known))
        evidence = DeckEvidence(deck, known, open_dictionary(language_of(deck.language).code))
        for fact in deck.facts:
            found.extend(_find_ungrounded(fact, evidence, known_verdicts))
    return report_findings(bank, ((_RULES[code], each) for code, each in found))


# --- the source ----------------------------------------------------------------------------------


def _find_uncited_sentences(
    bank: Bank, texts: Mapping[SourceId, SourceText]
) -> Iterator[tuple[str, Finding]]:
    """G201: a sentence that no fact of any deck cites, at the place of its source."""
    places: dict[SourceId, Source] = {}
    for deck in bank.decks:
        for source in deck.sources.values():
            places.setdefault(source.id, source)
    for row in measure_coverage(bank, texts):
        if not row.facts and row.source in places:
            yield (
                "G201",
                Finding(
                    places[row.source].place,
                    f"no fact cites {row.source}#{row.number}: "
                    f'"{shorten_sentence(row.sentence, _MAX_SHOWN)}"',
                    "write a fact about it, or leave it out on purpose",
                ),
            )


def _find_sentence_count_errors(
    deck: Deck, known: Mapping[SourceId, SourceText]
) -> Iterator[tuple[str, Finding]]:
    """G202: the deck counts other sentences than the file, or cites one that the file lacks."""
    for source in deck.sources.values():
        there = len(known[source.id].sentences) if source.id in known else 0
        if there and source.sentences not in {0, there}:
            yield (
                "G202",
                Finding(
                    source.place,
                    f"{source.id} has {there} sentences in its file, not {source.sentences}",
                    f"write `sentences: {there}`, or number the lines of the file",
                ),
            )
    for fact in deck.facts:
        for citation in all_citations(fact):
            there = len(known[citation.source].sentences) if citation.source in known else 0
            if 0 < there < citation.sentence:
                yield (
                    "G202",
                    Finding(
                        fact.place,
                        f"{fact.id} cites {citation_label(citation)}, "
                        f"and the file ends with {there}",
                        "cite the sentence that says it",
                        fact.id,
                    ),
                )


# --- a fact --------------------------------------------------------------------------------------


def _find_ungrounded(
    fact: Fact, evidence: DeckEvidence, verdicts: Verdicts
) -> Iterator[tuple[str, Finding]]:
    """Yield what is wrong with the claims of a fact, each with its code."""
    claims = tuple(claims_of(fact, evidence.language))
    key = evidence.key_of(fact)
    if key not in verdicts:
        verdicts[key] = [*_compare(fact, claims, evidence)]
    ignored = frozenset(fact.lint_ignore.codes) if fact.lint_ignore else frozenset()
    for at, code, message, fix in verdicts[key]:
        if ignored.isdisjoint(FORMER_CODES.get(code, ())):
            yield code, Finding(claims[at].place, message, fix, fact.id)


def _compare(fact: Fact, claims: Sequence[Claim], evidence: DeckEvidence) -> Iterator[Verdict]:
    """Yield what comparing the claims of a fact finds."""
    for at, claim in enumerate(claims):
        cites = all_citations(fact) if claim.card is None else citations_of(fact, claim.card)
        cited = evidence.find_cited(cites)
        if cited is None:
            continue
        for code, found in (*_judge_claim(fact, claim, cited), *_find_copied(fact, claim, cited)):
            yield at, code, found.message, found.fix


def _judge_claim(fact: Fact, claim: Claim, cited: CitedText) -> Iterator[tuple[str, Finding]]:
    """Yield what comparing a claim with its source finds: G103, G104, G107."""
    proof = _best_proof(claim, cited)
    if claim.kind is ClaimKind.UNTRUE:
        yield from _judge_untrue(fact, claim, cited, proof)
        return
    # A reason sets one thing against another, so that only its numbers can be in conflict.
    is_open = claim.kind is ClaimKind.REASON and not _has_wrong_number(claim, cited)
    for reason in proof.reasons:
        if reason.verdict is proof.verdict:
            code = "G104" if is_open else _CODES[reason.verdict]
            message = f"{quote(reason.quote)}: {cited.label} {reason.finding}{_where(claim)}"
            is_number = any(each.isdecimal() for each in reason.quote) and code == "G103"
            elsewhere = cited.find_elsewhere(claim.texts[0], claim.keys, has_wrong_number=is_number)
            fix = f"cite {elsewhere}, too" if elsewhere else reason.fix
            yield code, Finding(claim.place, message, fix, fact.id)
            if code == "G104":
                return  # one remark a claim is enough to look at it again


def _judge_untrue(
    fact: Fact, claim: Claim, cited: CitedText, proof: Proof
) -> Iterator[tuple[str, Finding]]:
    """Yield what is wrong with an untrue statement: an error only where it repeats its source.

    Where comparing does not tell it from what the source says, a person has to.
    """
    if cited.says_again(claim.texts[0]):
        message = f"{quote(claim.texts[0])}: this is in {cited.label}, so it is not untrue"
        yield "G107", Finding(claim.place, message, "correct it, or leave it out", fact.id)
    elif proof.verdict is ClaimVerdict.PROVED:
        message = f"{quote(claim.texts[0])}: {cited.label} has all its words (in `untrue`)"
        fix = "read whether it is untrue, and correct it if not"
        yield "G104", Finding(claim.place, message, fix, fact.id)


def _where(claim: Claim) -> str:
    """Return which text of a deck `claim` is, for the end of a message."""
    return f" (in {claim.part}: {quote(claim.written)})" if claim.part else ""


def _has_wrong_number(claim: Claim, cited: CitedText) -> bool:
    """Return whether a number of a claim is in conflict with the whole source."""
    proof = prove_numbers(claim.texts[0], cited.whole, computed=claim.computed | cited.years)
    return proof.verdict is ClaimVerdict.CONTRADICTED


def _best_proof(claim: Claim, cited: CitedText) -> Proof:
    """Return the best verdict of the ways to say a claim, and of the places it may stand in."""
    places = [cited.sentences]
    if claim.kind in {ClaimKind.REASON, ClaimKind.REMARK}:
        places.append(cited.whole)
    computed = claim.computed | cited.years
    proofs = [
        prove_numbers(text, place, computed=computed)
        if claim.kind is ClaimKind.REMARK
        else prove(
            text,
            replace(place, said_as=claim.said_as, beside=claim.beside),
            computed=computed,
            given=(*claim.given, *cited.names),
            keys=claim.keys,
        )
        for text in claim.texts
        for place in places
    ]
    return max(
        proofs, key=lambda each: (list(ClaimVerdict).index(each.verdict), -len(each.reasons))
    )


def _find_copied(fact: Fact, claim: Claim, cited: CitedText) -> Iterator[tuple[str, Finding]]:
    """G105: so many words running as in the source that they are its sentence.

    A draft has them for its author to reword.
    """
    if fact.status is Status.DRAFT:
        return
    if found := cited.copied.find(claim.written):
        run, label = found
        yield (
            "G105",
            Finding(
                claim.place,
                f"{quote(run)}: word for word as in {label}{_where(claim)}",
                "say it in your own words",
                fact.id,
            ),
        )
