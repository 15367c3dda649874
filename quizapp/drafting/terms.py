"""Words that could be asked for: what follows certain phrases, and pairs of adjectives."""

import re
from collections.abc import Iterator

from quizapp.drafting.model import Candidate

# The phrase behind which the answer stands, and what its card is called.
_PHRASES = (
    (r"(?:frequently |often |mainly |usually )?caused by", "cause"),
    (r"because of", "reason"),
    (r"(?:is |are |was |were )?due to", "cause"),
    (r"results? from", "cause"),
    (r"(?:often |frequently |closely )?associated with", "association"),
    (r"treated with", "treatment"),
    (r"(?:is|was) treatment with", "treatment"),
    (r"died (?:of|from)", "cause-of-death"),
    (r"underwent", "procedure"),
    (r"received", "treatment"),
    (r"infusions? of", "product"),
    (r"(?:some degree of )?impairment of", "impairment"),
    (r"mutations? (?:in|of)", "gene"),
    (r"patients with", "disorder"),
    (r"variant of", "variant"),
    (r"defects? of", "defect"),
    (r"(?:response|responses|proliferation) to", "stimulus"),
    (r"infections? (?:by|with)", "organism"),
    (r"in the (?=\w+ gene\b)", "gene"),
    (r"(?:is|are) (?:known as|called)", "name"),
    (r"curative treatment is", "treatment"),
    (r"(?:sought|aimed|designed) to (?:determine|assess|evaluate|investigate)", "aim"),
    (r"such as", "examples"),
    (r"including", "examples"),
)
# Where a noun phrase ends: at a mark, or before a word that opens something else.
_PHRASE_END = re.compile(
    r"[,;:.()\[\]{}\"“”]| (?:which|that|who|whom|whose|where|when|while|was|were|is|are|has|had|"
    r"have|in|on|at|by|for|from|with|without|among|and/or|or|but|because|as|to|than|may|might|can|"
    r"could|after|before|during|of|although|observed|performed|compared|including)\b"
)
_MEMBERS = re.compile(r",? and |, ")
_LEADING_DETERMINER = re.compile("an?|the|this|these|those|their|its|his|her|some|any|all|each")
_MAX_PHRASE_WORDS, _MAX_SERIES_WORDS = 6, 12  # words
_ASKABLE_PHRASE = re.compile(r"[^\W\d_][\w .,'’/+-]*")
# "a, b and c": up to three words a member, the last of them before a mark or the end.
_MEMBER = r"[a-z][\w-]*(?: [a-z][\w-]*){0,2}"
_SERIES = re.compile(rf"{_MEMBER}(?:, {_MEMBER})+,? and {_MEMBER}(?=[.;:,)]|$)", re.IGNORECASE)
# "oral and rectal ulcers": two adjectives of one noun.
_ADJECTIVE = r"[a-z]{2,}(?:al|ic|ar|ary|ous|ive|er)"
_ADJECTIVES = re.compile(rf"\b(?P<one>{_ADJECTIVE}) and (?P<other>{_ADJECTIVE}) (?P<noun>[a-z]+)\b")
# "… is a severe immunodeficiency": what a subject is said to be.
_STATE = re.compile(
    r"\b(?:is|are|was|were) (?:significantly |markedly )?(?P<state>normal|abnormal|elevated|"
    r"reduced|common|rare|poor|defective|higher|lower|greater|optimal)\b"
)


def find_terms(sentence: str) -> Iterator[Candidate]:
    """Yield the words of `sentence` that can be asked for, those of longer phrases first."""
    for found in _ADJECTIVES.finditer(sentence):
        start, end = found.start("one"), found.end("other")
        yield Candidate(start, end, found["noun"].lower(), (found["one"], found["other"]))
    for phrase, name in _PHRASES:
        for found in re.finditer(rf"\b{phrase} ", sentence, re.IGNORECASE):
            term = _find_phrase(sentence, found.end(), name)
            if term is not None:
                yield term
    for found in _STATE.finditer(sentence):
        yield Candidate(*found.span("state"), "state", found["state"])


def _find_phrase(sentence: str, start: int, name: str) -> Candidate | None:
    """Return the noun phrase that begins at `start`; None where there is none to be asked for."""
    stop = _SERIES.match(sentence, start) or _PHRASE_END.search(sentence, start)
    is_series = stop is not None and stop.start() == start and stop.end() > start + 1
    end = len(sentence) if stop is None else stop.end() if is_series else stop.start()
    text = sentence[start:end]
    while _LEADING_DETERMINER.fullmatch(first := text.split(" ", 1)[0].lower()) and " " in text:
        start += len(first) + 1
        text = text.split(" ", 1)[1]
    text = text.rstrip()
    is_fit = len(text.split()) <= (
        _MAX_SERIES_WORDS if is_series else _MAX_PHRASE_WORDS
    ) and _ASKABLE_PHRASE.fullmatch(text)
    if not is_fit or _LEADING_DETERMINER.fullmatch(text.lower()):
        return None
    members = tuple(_MEMBERS.split(text))
    is_list = len(members) > 1 and all(members)
    answer: str | tuple[str, ...] = members if is_list else text
    return Candidate(start, start + len(text), name, answer)
