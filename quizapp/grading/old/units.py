"""Units and what they are called, and whether two of them are the same. The tables are data."""

import re

from quizapp.grading.old.listed import listed
from quizapp.grading.old.normal import plain, words

PERCENT = "%"

# Several words, or signs, that are one unit.
PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), unit)
    for pattern, unit in (
        (r"per[ -]?cent\b|\bpct\b|％", " % "),
        (r"\bpercentage\b(?! points?)", " % "),
        (r"°\s*c\b|\bdegrees?\s+(c\b|celsius|centigrade)", " celsius "),
        (r"°\s*f\b|\bdegrees?\s+(f\b|fahrenheit)", " fahrenheit "),
        (r"\bmm\s*hg\b", " mmhg "),
        (r"\bbpm\b", " beats/min "),
        (r"\by\.?\s?o\.?(?=$|[\s,)])|\by/o\b", " year "),
        (r"\bper\b", "/"),
        (r"[$]", " usd "),
        (r"€", " eur "),
        (r"£", " gbp "),
    )
)
MOLAR = re.compile(r"\bmM\b")  # mm are millimeters

NAMES = {
    name: canonical
    for canonical, names in {
        "%": "percent pct",
        "year": "yr yrs y annum",
        "month": "mo mos mth mths",
        "week": "wk wks w",
        "day": "d",
        "hour": "hr hrs h",
        "min": "minute mins",
        "second": "sec secs s 2nd",
        "ms": "millisecond msec",
        "kg": "kilogram kilo",
        "g": "gram gm gr",
        "mg": "milligram",
        "ug": "microgram mcg μg µg mug",
        "ng": "nanogram",
        "pg": "picogram",
        "l": "liter litre",
        "dl": "deciliter decilitre",
        "ml": "milliliter millilitre cc ccs",
        "ul": "microliter microlitre μl mcl",
        "km": "kilometer kilometre",
        "m": "meter metre",
        "cm": "centimeter centimetre",
        "mm": "millimeter millimetre",
        "um": "micrometer micrometre micron μm",
        "nm": "nanometer nanometre",
        "mol": "mole",
        "mmol": "millimole",
        "umol": "micromole μmol",
        "nmol": "nanomole",
        "celsius": "c centigrade",
        "fahrenheit": "f",
        "kelvin": "k",
        "pa": "pascal",
        "kpa": "kilopascal",
        "mmhg": "torr",
        "cal": "calorie",
        "kcal": "kilocalorie",
        "j": "joule",
        "kj": "kilojoule",
        "watt": "",
        "v": "volt",
        "mv": "millivolt",
        "a": "",
        "hz": "hertz",
        "iu": "",
        "byte": "",
        "bit": "",
        "usd": "dollar",
        "eur": "euro",
        "gbp": "",
        "fold": "times x",
        "degree": "deg °",
        "‰": "permille",
        "point": "",
        "inch": "",
        "mile": "",
        "lb": "pound lbs",
        "ppm": "",
    }.items()
    for name in (canonical, *names.split())
}
ERAS = frozenset({"ad", "ce"})  # of a year, they add nothing
TEMPERATURES = frozenset({"celsius", "fahrenheit"})
MEASURES = frozenset(NAMES.values())

PEOPLE = listed("""
    patient pt person people case subject individual participant child adult boy girl man woman
    infant recipient
    """)

# Words beside a number that claim nothing: "13 of the patients died at the age of 40".
BESIDE = listed("""
    of the in all total only just a an them they were was is are it out from had died and
    altogether overall these those this that at old age aged around n answer about ph there
    """)

# Beside a number without a unit these make it another number.
CHANGING = listed("""
    not no never dozen hundred thousand million billion trillion half third quarter fourth twice
    double triple score bc bce or more less fewer than ish plus minus pair couple baker few many
    several negative square cubed squared percentile odd
    """)


def unit_in(text: str) -> tuple[str, ...]:
    """Return the unit that `text` names, as canonical words and slashes; () for none."""
    text = MOLAR.sub("mmol/L", plain(text))
    for pattern, unit in PHRASES:
        text = pattern.sub(unit, text)
    raw = re.findall(r"[^\W\d_]+\d?|[%‰°/]|\^?-?\d+", text.replace("^", "").casefold())
    return tuple(named for each in raw if (named := canonical(each)) not in BESIDE)


def canonical(raw: str) -> str:
    """Return one word of a unit under the one name that stands for all."""
    if raw in NAMES:
        return NAMES[raw]
    if raw.endswith("s") and raw[:-1] in NAMES | dict.fromkeys(PEOPLE):
        return NAMES.get(raw[:-1], raw[:-1])
    if raw in BESIDE or not raw.isalpha():
        return raw
    forms = sorted(form for word in words(raw) for form in word.forms)
    return next((form for form in forms if form in PEOPLE or form in NAMES), forms[0])


def is_same_unit(wanted: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Return whether a number with the unit `said` may answer for one with `wanted`.

    No unit said is none contrary, nor are people for people, nor the noun alone of a longer name.
    """
    if not said or said == wanted:
        return True
    if not wanted:
        return not any(
            word not in ERAS and (word in MEASURES or word in CHANGING or len(word) < 3)  # noqa: PLR2004 (13x, 13th)
            for word in said
        )
    if all(word in PEOPLE for word in said):
        return any(word in PEOPLE for word in wanted)
    if said[0] == "/":
        return wanted[-len(said) :] == said
    if said == ("degree",):
        return wanted[0] in TEMPERATURES
    return "/" not in wanted and set(said) <= {*wanted, *PEOPLE} and bool(set(said) & set(wanted))
