"""Units and what they are called. Data; words as `quizapp.grading.normal` leaves them."""

from quizapp.grading.normal import words

PERCENT = frozenset({"%", "percent", "pct", "per", "cent", "percentage"})
PEOPLE = frozenset(
    {"patient", "pt", "pts", "person", "people", "case", "subject", "individual", "participant",
     "child", "adult", "boy", "girl", "man", "woman", "infant", "recipient", "survivor", "death"}
)  # fmt: skip
SAME_UNIT: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "% percent pct percentage",
        "year yr y annum",
        "month mo",
        "week wk w",
        "day d",
        "hour hr h",
        "minute min",
        "second sec s",
        "kilogram kg",
        "gram g gm",
        "milligram mg",
        "microgram ug mcg",
        "nanogram ng",
        "liter l",
        "deciliter dl",
        "milliliter ml cc",
        "microliter ul",
        "kilometer km",
        "meter m",
        "centimeter cm",
        "millimeter mm",
        "micrometer um micron",
        "nanometer nm",
        "mole mol",
        "millimole mmol",
        "micromole umol",
        "celsius c",
        "fahrenheit f",
        "kelvin k",
        "pascal pa",
        "kilopascal kpa",
        "mmhg",
        "joule j",
        "watt w",
        "volt v",
        "ampere amp a",
        "hertz hz",
        "byte b",
        "bit",
        "dollar usd",
        "euro eur",
        "fold times",
    )
)
MEASURES = frozenset(name for names in SAME_UNIT for name in names) - {"a", "b", "c", "m", "s"}

# Words beside a number that claim nothing: "13 of the patients died".
BESIDE = frozenset(
    {"of", "the", "in", "all", "total", "only", "just", "a", "an", "them", "were", "was", "is",
     "are", "it", "out", "from", "had", "died", "and", "or", "altogether", "overall", "minus",
     "plus", "negative"}
)  # fmt: skip


def unit_named(unit: str) -> frozenset[str]:
    """Return every name of `unit`; none for none."""
    own = (
        frozenset(form for word in words(unit) for form in word.forms)
        if unit.strip()
        else frozenset()
    )
    same = (names for names in SAME_UNIT if names & own)
    people = PEOPLE if own & PEOPLE else frozenset()
    return own.union(people, *same)
