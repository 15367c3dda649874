"""The names of authors, as a page lists them, in the short form that a citation has: "Levy J"."""

import re

_MARKS = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§¶‖#^]+(?:\s*,\s*[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§¶‖#^]+)*|\([^)]{0,60}\)")
_FURNITURE = re.compile(
    r"(?:ORCID:?\s*)?(?:https?://)?orcid\.org/[\dX-]{19}|View ORCID Profile|ORCID(?: icon)?|"
    r"Search for more papers by this author|\bet al\b\.?|"
    r"\bAffiliations?(?: expand)?\b|\bAuthors?\s*:|\bBy:?\s+(?=[A-Z])|"
    r"(?:Show|View) (?:more|less|all)\b.*$|"
    r"[\w.+-]{1,64}@\S{1,200}",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"^(?:[A-Z][A-Za-z]?\.?){0,2}(?:MD|M\.D\.|PhD|Ph\.D\.|Dr\.?|Prof\.?|MSc|M\.Sc\.|MPH|BSc|"
    r"MBBS|DPhil|FRCP|RN|MS|DO|DVM|PharmD|Jr\.?|Sr\.?)$"
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z]\.\s)")  # A. FinnT. Klemola
_BETWEEN = re.compile(r"\s*(?:[,;·•|]|&|\band\b|\bund\b|\bet\b|\by\b|\n)\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_BYLINE = re.compile(r"(?:By|Von|Par|Por|Door|Di|Af|Av)\s+(?=[^\W\d_])")
_INVERTED = re.compile(r"[^\W\d_][^,]*,[^,]+")  # Levy, Jack
_AND = re.compile(r"\s*(?:[;&]|\b(?:and|und|et|y|e)\b)\s*")
# What stands on pages in capitals, and is nobody: institutions, buttons.
_NO_PERSON = re.compile(
    r"\b(?:(?:universi|institut|departm|faculta?|laborator|academ)\w*|(?:hospital|school|college|cent(?:er|re)|"
    r"journal|review|article|paper|abstract|authors?|access|download|profile|search|menu|logo|view|"
    r"full|text|pdf|online|export|citation|sciences?|research)\b)",
    re.IGNORECASE,
)
_PARTICLES = frozenset({
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "la", "le",
    "el", "al", "bin", "ibn", "ter", "ten", "zu", "zur", "af", "av", "y", "e",
})  # fmt: skip
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MOST_WORDS = 5
_MIN_SHARE = 0.75  # of the entries of a line must be names, if it lists authors


def read_authors(line: str) -> tuple[str, ...]:
    """Return the authors that a line lists, as "Levy J"; none where it is no list of names."""
    text = _GLUED.sub(", ", _MARKS.sub(" , ", _FURNITURE.sub(" , ", _cut_byline(line.strip()))))
    if any(each in text for each in ("http", "?", "!", ":", "@")):
        return ()
    parts = [_trim_name(part) for part in _split_names(text)]
    parts = _join_inverted([part for part in parts if part.strip(". ") and not _DEGREE.match(part)])
    names = [
        name for part in parts if not _NO_PERSON.search(part) and (name := abbreviate_name(part))
    ]
    return tuple(names) if names and len(names) >= len(parts) * _MIN_SHARE else ()


def read_author(line: str) -> tuple[str, ...]:
    """Return the authors of a line that is known to have one, be it "Levy, Jack"."""
    entry = " ".join(_MARKS.sub(" ", _FURNITURE.sub(" ", line)).split()).strip(" ,;")
    if _is_inverted(entry) and not _NO_PERSON.search(entry) and (name := abbreviate_name(entry)):
        return (name,)
    return read_authors(line.strip(" ,;"))


def _cut_byline(line: str) -> str:
    """Return a line without "By" before a whole name; "Von Braun, W." keeps it."""
    found = _BYLINE.match(line)
    if found is None:
        return line
    first = _trim_name(_BETWEEN.split(_MARKS.sub(" , ", line[found.end() :]))[0]).split()
    is_whole = len(first) > 1 and first[0][0].isupper() and not first[-1].isupper()
    return line[found.end() :] if is_whole else line


def _split_names(text: str) -> list[str]:
    """Return the entries of a list.

    Where semicolons part them, or "and" and every surname is one word, a comma parts surname and
    given name.
    """
    by_semicolon = [part.strip(" ,") for part in text.split(";") if part.strip(" ,.")]
    if len(by_semicolon) > 1 and all(part.count(",") == 1 for part in by_semicolon):
        return by_semicolon
    by_and = [part.strip(" ,") for part in _AND.split(text) if part.strip(" ,.")]
    if len(by_and) > 1 and all(map(_is_inverted, by_and)):
        return by_and
    return _BETWEEN.split(text)


def _is_inverted(entry: str) -> bool:
    """Return whether an entry is "Levy, Jack" or "van der Berg, Maria"."""
    surname, _, _ = entry.partition(",")
    small = [word for word in surname.split() if word.casefold() in _PARTICLES]
    return _INVERTED.fullmatch(entry) is not None and len(surname.split()) - len(small) == 1


def _trim_name(part: str) -> str:
    """Return an entry without the degrees and the letters of affiliations behind a name."""
    words = part.split()
    while len(words) > 1 and (
        _DEGREE.match(words[-1]) or (len(words[-1]) == 1 and words[-1].islower())
    ):
        words.pop()
    return " ".join(words)


def abbreviate_name(name: str) -> str:
    """Return "Jack A. Levy", "Levy JA" and "Levy, J. A." as "Levy JA"; "" for what is no name."""
    surname, comma, given = name.partition(",")
    words = name.replace(",", " ").split()
    if not _is_name(words):
        return ""
    if name.casefold() == name.upper():  # a script without capitals: as it is written
        return name
    if comma:
        return f"{surname.strip()} {_initials_of(given.split())}".strip()
    if _is_initials(words[-1]) and not _is_initials(words[0]):
        return f"{' '.join(words[:-1])} {words[-1].replace('.', '').replace('-', '')}"
    if words[0].isupper() and not _is_initials(words[0]) and not words[-1].isupper():
        return f"{words[0].capitalize()} {_initials_of(words[1:])}"  # OGAWA Takeshi
    at = next(
        (at for at, word in enumerate(words) if at and word.casefold() in _PARTICLES),
        len(words) - 1,
    )
    return f"{' '.join(words[at:])} {_initials_of(words[:at])}"


def _is_initials(text: str) -> bool:
    """Return whether a text is initials, of any alphabet: "J. A.", "JA"."""
    return text.isupper() and _INITIALS.fullmatch(text) is not None


def _is_name(words: list[str]) -> bool:
    """Return whether words are those of a person: capitals, but for "van" and its like."""
    if not 2 <= len(words) <= _MOST_WORDS:  # noqa: PLR2004 (a given name and a surname)
        return False
    if all(word.isupper() and not _is_initials(word) for word in words):
        return False  # WORKING PAPER
    return all(
        _NAME_WORD.fullmatch(word) is not None
        and (word[0].isupper() or not word[0].islower() or word.casefold() in _PARTICLES)
        for word in words
    ) and any(
        (len(word.strip(".")) > 1 and not word[0].islower()) or word[0].upper() == word[0].lower()
        for word in words
    )


def _initials_of(given: list[str]) -> str:
    """Return "JA" for given names: "Jack A.", "J.A.", "JA"."""
    letters: list[str] = []
    for word in given:
        plain = word.replace(".", "")
        if plain.isupper() and len(plain) <= 3:  # noqa: PLR2004 (initials that stand together)
            letters.append(plain.replace("-", ""))
        else:
            letters.extend(each[0].upper() for each in re.split(r"[.-]", word) if each)
    return "".join(letters)


def _join_inverted(parts: list[str]) -> list[str]:
    """Return "Levy", "J.", "Thomas", "C. A." as "Levy, J.", "Thomas, C. A."."""
    joined: list[str] = []
    for part in parts:
        if _is_initials(part) and joined and "," not in joined[-1] and len(joined[-1].split()) <= 3:  # noqa: PLR2004
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined
