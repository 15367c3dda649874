"""Whether what is told of a number, a list or an order is true; terms: `tests.grading.truth`."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedSequence
from quizapp.grading.tell import DENIAL_IN_LIST
from tests.grading.truth import (
    NUMBER,
    SPELLING,
    Told,
    denies,
    holds,
    is_quoted,
    letters,
    nothing,
    of_two,
    said,
    untruth,
)

BOUNDS = re.compile(
    r"[<>≤≥≈~+]|\b(?:at|least|most|more|less|fewer|over|under|above|below|up|to|than|almost|nearly"
    r"|minimum|maximum|min|max|exceed\w*|only|or|no|from|upwards?|beyond|within|before|after|until"
    r"|not quite|just)\b|ish\b"
)
RANGE = re.compile(r"-|–|—|~|\bto\b|\bbetween\b|\bthrough\b|\bfrom\b|±|\.\.|…|\band\b|/")
PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
ERAS = {"BC": r"\bb\.? ?c\b|bce|before", "AD": r"\ba\.? ?d\b|\bc\.? ?e\b"}


def the_number(told: Told) -> ExpectedNumber:
    """Return what is expected, which is a number."""
    assert isinstance(told.expected, ExpectedNumber)
    return told.expected


def numbers_in(text: str) -> set[Fraction]:
    """Return what the digits of a text may be: a comma may be a mark of thousands or of tenths."""
    found: set[Fraction] = set()
    for digits in re.findall(NUMBER, text.replace("−", "-").replace("–", "-")):
        for plain in (digits.replace(",", ""), digits.replace(",", "."), digits.replace(".", "")):
            for sign in (plain, plain.lstrip("-")):
                try:
                    found.add(Fraction(Decimal(sign.rstrip("."))))
                except InvalidOperation:
                    continue
    return found


def is_typed(told: Told, number: str) -> bool:
    """Return whether a number stands in an answer, as far as that is written in digits."""
    has_digits = bool(re.search(r"[0-9]", told.response))
    is_power = re.search(r"\^|[⁰¹²³⁴-⁹]|[×*]|\d ?e|/|[½¼¾⅓]|\d \d|illi|thousand", told.response)
    if not has_digits or is_power:
        return True
    return Fraction(Decimal(number)) in numbers_in(told.response)


def the_key(told: Told, key: str) -> str:
    """Return that what is said to be the answer is not."""
    wanted = the_number(told)
    of = "" if wanted.of is None else f" of {wanted.of.normalize():f}"
    unit = f" {wanted.unit}" if wanted.unit else ""
    ways = {f"{wanted.text}{of}{unit}", f"{wanted.text}{unit}", f"{wanted.text}{of}"}
    return "" if key in ways else f"{key} is not the key"


def asked(told: Told) -> str:
    """Return that a number was typed, where none is said to have been."""
    return "a number was typed" if re.search(r"\d", told.response) else ""


def a_range(told: Told) -> str:
    """Return that no range was typed."""
    return "" if RANGE.search(told.response.casefold()) else "no range"


def a_bound(told: Told) -> str:
    """Return that no bound was typed."""
    return "" if BOUNDS.search(told.response.casefold()) else "no bound"


def a_denial(told: Told) -> str:
    """Return that nothing was denied."""
    is_denied = denies(told.response, told.language) or "n't" in told.response
    return "" if is_denied else "nothing is denied"


def a_share(told: Told) -> str:
    """Return that no share is asked for, or it was typed so."""
    wanted = the_number(told)
    if not {"%", "‰"} & set(wanted.unit):
        return "no share is asked for"
    return "it was typed so" if "%" in told.response else ""


def near(told: Told, typed: str, low: str, high: str) -> str:
    """Return what is wrong with a number that is said to be just outside two ends."""
    wanted = the_number(told)
    value, tolerance = Fraction(wanted.value), Fraction(wanted.tolerance)
    ends = Fraction(Decimal(low)), Fraction(Decimal(high))
    if ends != (value - tolerance, value + tolerance):
        return f"{ends} are not the ends"
    if ends[0] <= Fraction(Decimal(typed)) <= ends[1]:
        return f"{typed} is inside"
    return "" if is_typed(told, typed) else f"{typed} was not typed"


def a_unit(told: Told, right: str, wrong: str) -> str:
    """Return that a unit is right, was not typed, or that the number is wrong, too."""
    wanted = the_number(told)
    if right != (wanted.unit or "no unit"):
        return f"{right} is not the unit"
    if letters(wrong) not in letters(told.response):
        return f"{wrong} was not typed"
    return "" if is_typed(told, f"{wanted.value:f}") else "the number is wrong, too"


def no_unit(told: Told, wrong: str) -> str:
    """Return that a unit is asked for, or what stands beside the number was not typed."""
    return (
        f"{the_number(told).unit} is asked for"
        if the_number(told).unit
        else a_unit(told, "no unit", wrong)
    )


def converted(told: Told, typed: str, _value: str, key: str) -> str:
    """Return that an amount was not typed, or is not the key."""
    number = re.match(NUMBER, typed)
    if number and not is_typed(told, number[0].rstrip(".,")):
        return f"{typed} was not typed"
    return the_key(told, key)


def a_part(told: Told, part: str, whole: str, key: str) -> str:
    """Return that a share was not typed, or what is right."""
    words = {str(PARTS[word]) for word in PARTS if word in told.response.casefold()}
    for number in (part, whole):
        if number not in words and not is_typed(told, number) and whole not in words:
            return f"{number} was not typed"
    return the_key(told, key)


def a_sign(told: Told, right: str, wrong: str) -> str:
    """Return that a sign is not what differs."""
    value = Fraction(the_number(told).value)
    is_told = Fraction(Decimal(right)) == value == -Fraction(Decimal(wrong))
    return "" if is_told else "it is not the sign"


def an_era(told: Told, _right: str, wrong: str) -> str:
    """Return that the era was not typed."""
    return "" if re.search(ERAS[wrong], told.response.casefold()) else f"{wrong} was not typed"


def a_percentage(told: Told, key: str, percent: str) -> str:
    """Return that a percentage was not typed."""
    return the_key(told, key) if is_typed(told, percent) else f"{percent} was not typed"


def marks(told: Told, typed: str) -> str:
    """Return that a number with its marks was not typed."""
    return "" if typed in told.response else f"{typed} was not typed"


ON_NUMBERS: tuple[tuple[str, Callable[..., str]], ...] = (
    ("", nothing),
    (r"Nothing typed yet\.", nothing),
    (r"A number is asked for\.", asked),
    (r"A range; give one number\.", a_range),
    (r"A bound; give one number\.", a_bound),
    (r"You deny it; give one number\.", a_denial),
    (r"Two answers; give one\.", of_two),
    (r"Say it in (?:percent|the unit that is asked for)\.", a_share),
    (r"Not it: the answer is (.+)\.", the_key),
    (rf"({NUMBER}) is near, but outside ({NUMBER})(?:–| to )({NUMBER})\.", near),
    (r"The number is right, the unit is not: (.+), not (.+)\.", a_unit),
    (r"The number alone is asked for, without (.+)\.", no_unit),
    (rf"That is ({NUMBER}) of ({NUMBER}); (?:it|the answer) is (.+)\.", a_part),
    (r'In \w+ "(.+)" is .+\.', marks),
    (r"(BC|AD), not (BC|AD)\.", an_era),
    (rf"({NUMBER}), not ({NUMBER})\.", a_sign),
    (r"(.+) is not (.+) %\.", a_percentage),
    (r"(.+) is (.+); the answer is (.+)\.", converted),
)


# --- lists ---------------------------------------------------------------------------------------

LIST = re.compile(
    r"(?:(?P<found>\d+) of (?P<count>\d+)\.)?(?: ?Missing: (?P<missing>.+?)\.(?= |$))?"
    r"(?: ?(?P<alien>(?!You wrote).+?) (?:is not one|are none) of them\.)?"
    r"(?: ?Right, but for the spelling: (?P<slips>.+?)\.(?= |$))?"
    r"(?: ?You wrote (?P<repeats>.+) twice\.)?"
)
ORDER = re.compile(
    r"Right members, another order: places (\d+) and (\d+) are swapped\."
    r"|Right members, but the order differs from place (\d+) on\."
)


def of_list(told: Told, note: str) -> str:
    """Return what is wrong with a note on a list; "" where it is true."""
    assert isinstance(told.expected, ExpectedList | ExpectedSequence)
    keys = [member.key for member in told.expected.members]
    found = LIST.fullmatch(note)
    if found is None:
        return "an unknown sentence"
    missing = list_of(found["missing"], keys)
    if found["count"] and (int(found["count"]) != len(keys)):
        return "another number of members"
    if found["count"] and len(keys) - int(found["found"]) != len(missing):
        return f"{missing} are not so many"
    typed = [letters(part) for part in re.split(r"[,;/\n]", told.response)]
    quoted = [*split(found["alien"]), *split(found["repeats"])]
    for member in missing:
        is_there = re.search(rf"(?<!\w){re.escape(member)}(?!\w)", told.response)
        if is_there and not holds(quoted, member):
            return f"{member} was typed"
    for member in list_of(found["slips"], keys):
        if letters(member) in typed and member in told.response:
            return f"{member} was typed without a slip"
    strange = [part for part in quoted if not holds([told.response], part)]
    return f"{strange} was not typed" if strange else ""


def list_of(text: str | None, keys: list[str]) -> list[str]:
    """Return which of the members are named."""
    left, named = text or "", []
    for key in sorted(keys, key=len, reverse=True):
        if key in left:
            left = left.replace(key, "", 1)
            named.append(key)
    return named if not left.strip(" ,") else [left]


def split(text: str | None) -> list[str]:
    """Return the parts that a sentence names."""
    return [part for part in re.split(r", | and ", text or "") if part]


def of_order(told: Told, note: str) -> str:
    """Return what is wrong with a note on an order; "" where it is true."""
    assert isinstance(told.expected, ExpectedSequence)
    at = [letters(told.response).find(letters(each.key)) for each in told.expected.members]
    found = ORDER.fullmatch(note)
    if found is None or -1 in at:
        return ""
    ranks = sorted(range(len(at)), key=at.__getitem__)  # the member at each place
    wrong = [place + 1 for place, member in enumerate(ranks) if place != member]
    named = [int(number) for number in found.groups() if number]
    is_true = wrong == named if found[1] else wrong[:1] == named
    return "" if is_true else f"the places are {wrong}"


def untruth_of(told: Told, note: str) -> str:
    """Return what is wrong with a note on an answer of any kind; "" where it is true."""
    if isinstance(told.expected, ExpectedNumber):
        if SPELLING.match(note):
            return "" if is_a_slip(told, note) else "it is no slip"
        return said(ON_NUMBERS, told, note)
    if isinstance(told.expected, ExpectedList | ExpectedSequence):
        if note in {"", "Nothing typed yet."}:
            return ""
        if note == DENIAL_IN_LIST:
            return "" if denies(told.response, told.language) else "nothing is denied"
        if note == "Two answers; give one.":
            return of_two(told)
        return of_order(told, note) if ORDER.fullmatch(note) else of_list(told, note)
    return untruth(told, note)


def is_a_slip(told: Told, note: str) -> bool:
    """Return whether the number word that is named is not the one that was typed."""
    word = note.rpartition(": ")[2].strip(".")
    typed = told.response
    return not is_quoted(typed, word) and untruth(Told((word,), typed, told.language), note) == ""
