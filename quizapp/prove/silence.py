"""Reasons that say what a source does not say: "It is not mentioned", "The abstract is silent".

No sentence of the source can bear them out, so comparing them finds nothing.
"""

import re

_TOLD = "mentioned|named|discussed|addressed|said|stated|told|spoken of|described|brought up"
_TELL = "mention|name|discuss|address|say|state|tell|speak of|describe|report|bring up|give"
_TEXT = (
    r"(?:(?:the|this|that|its|their|our) )?(?:abstract|article|author|authors|chapter|paper|"
    r"passage|report|review|sentence|source|study|summary|text|trial|it|he|she|they)"
)
_NOT = r"(?:not|never|nowhere)"
_SILENT = re.compile(
    rf"(?:[^.,;:]+ (?:is|are|was|were) )?(?:{_NOT} )+(?:even )?(?:{_TOLD})(?: [^.,;:]+)?"
    rf"|{_TEXT} (?:(?:does|do|did) {_NOT} (?:even )?(?:{_TELL})|{_NOT} (?:{_TELL})\w*)(?: [^.;:]+)?"
    rf"|{_TEXT} (?:says?|said|tells?|told|states?|stated) nothing(?: [^.;:]+)?"
    rf"|{_TEXT} (?:makes?|made) no mention(?: [^.;:]+)?"
    rf"|{_TEXT} (?:is|are|was|were) silent(?: [^.;:]+)?"
    r"|nothing (?:is|was) (?:said|told|stated)(?: [^.;:]+)?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!]\s+")


def is_of_silence(text: str) -> bool:
    """Return whether each sentence of `text` says that a source does not speak of something.

    A number in it is compared, so that such a text is none.
    """
    plain = text.replace("’", "'").replace("n't", " not")
    sentences = [each.strip(" .!") for each in _SENTENCE_END.split(plain)]
    return not any(map(str.isdigit, text)) and all(map(_SILENT.fullmatch, filter(None, sentences)))
