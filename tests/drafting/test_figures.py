"""The figures of a sentence: each whole, with its noun or unit, and nothing torn out of a name."""

from decimal import Decimal

import pytest

from quizapp.drafting.figures import find_figures
from quizapp.drafting.model import FigureKind

COUNT, SHARE, MEASURE = FigureKind.COUNT, FigureKind.SHARE, FigureKind.MEASURE
SYMBOL, GROUP, BARE = FigureKind.SYMBOL, FigureKind.GROUP, FigureKind.BARE
NAMES = {FigureKind.LABEL, FigureKind.DATE, FigureKind.STATISTIC}


def read(sentence: str, language: str = "en") -> list[tuple[str, FigureKind, str]]:
    return [
        (sentence[each.start : each.end], each.kind, each.unit)
        for each in find_figures(sentence, language)
        if each.kind not in NAMES
    ]


def values(sentence: str, language: str = "en") -> list[Decimal | None]:
    return [each.value for each in find_figures(sentence, language) if each.kind not in NAMES]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Thirteen wells ran dry.", [("Thirteen", COUNT, "wells")]),
        ("We saw twenty-three old wells.", [("twenty-three", COUNT, "wells")]),
        ("It lost 15 % of its mass.", [("15", SHARE, "%")]),
        ("It lost 15 per cent of its mass.", [("15", SHARE, "%")]),
        ("The dose was 6 mg daily.", [("6", MEASURE, "mg")]),
        ("A hardness of 412HV was reached.", [("412", MEASURE, "HV")]),
        ("Waves of 30 to 240 Hz were heard.", [("30 to 240", MEASURE, "Hz")]),
        ("Waves of 30–240 Hz were heard.", [("30–240", MEASURE, "Hz")]),
        ("About 20% to 30% survived.", [("20% to 30", SHARE, "%")]),
        ("A mass of 41 +6/−5 M⊙ was found.", [("41 +6/−5", MEASURE, "M⊙")]),
        ("A distance of 390 ± 20 Mpc was found.", [("390 ± 20", MEASURE, "Mpc")]),
        ("The cyst was 21 mm × 34 mm.", [("21 mm × 34", MEASURE, "mm")]),
        ("A strain of 2.0 × 10^-19 was seen.", [("2.0 × 10^-19", SYMBOL, "")]),
        ("It differed (g = 0.61).", [("0.61", SYMBOL, "")]),
        ("The others (n = 31) stayed.", [("31", GROUP, "")]),
        ("It peaked at two to three times the mean.", [("two to three", MEASURE, "times")]),
        ("Of the wells, 12 dried up.", [("12", COUNT, "wells")]),
        ("Two thirds of them found work.", [("Two thirds", SHARE, "")]),
        ("It rose by 3.2 percentage points.", [("3.2", SHARE, "percentage points")]),
        ("It was twisted by 1.05° ± 0.02°.", [("1.05° ± 0.02", MEASURE, "°")]),
        ("It ran on eight A100 GPUs.", [("eight", COUNT, "GPUs")]),
        ("It scored 31.7 BLEU.", [("31.7", MEASURE, "BLEU")]),
        ("It was 130 mm Hg or more.", [("130", MEASURE, "mm Hg")]),
        ("It was 130 mm in length.", [("130", MEASURE, "mm")]),
        (
            "It fell from 140 to 31 seizures.",
            [("140", COUNT, "seizures"), ("31", COUNT, "seizures")],
        ),
        ("It rose from 12% to 31% of all.", [("12", SHARE, "%"), ("31", SHARE, "%")]),
        ("They ranged from 12 to 31 mm.", [("12", MEASURE, "mm"), ("31", MEASURE, "mm")]),
        ("Sizes ranging from 12 to 31 mm were seen.", [("12 to 31", MEASURE, "mm")]),
        ("Lids helped (ratio 3.4, 95% confidence interval (CI) 2.1-5.6).", [("3.4", SYMBOL, "")]),
        ("Lids helped (OR 3.4, CI 95% 2.1-5.6).", [("3.4", SYMBOL, "")]),
        ("Lids helped (OR 3.4, CI [confidence interval] 95% 2.1-5.6).", [("3.4", SYMBOL, "")]),
        ("They earn $10,000 more.", [("10,000", MEASURE, "")]),
        ("They won the COCO 2015 competitions.", []),
        ("It differed, F(1, 40) = 5.2, from t = 2.1.", []),
    ],
)
def test_a_figure_is_read_whole_with_its_unit_or_noun(
    sentence: str, found: list[tuple[str, FigureKind, str]]
) -> None:
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "CD40 and IL-12 lie on 5-HT2 cells.",
        "As Figure 2 and Table 1 show, type 2 is rare.",
        "It differed (P = .0231).",
        "It was built in 1997 and 2003.",
        "It ran from 2 May 2009 to 16 September 2009.",
        "It was seen on 14 September 2015 at 09:50:45 UTC.",
        "In the 12th to 14th century it grew, in the 1980s it fell.",
        "See https://example.org/10.1000/182 for more.",
        "Ti-6Al-4V and δ13C were measured.",
        "One of them left (s.e. = 0.6).",
        "Others [3, 5] say so.",
        "Covid-19 and coronavirus disease 2019 are one.",
    ],
)
def test_a_name_a_date_or_a_statistic_is_no_figure(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        ("1 event per 310 000 years.", "en", [Decimal(1), Decimal(310000)]),
        ("In one in 1,150,000 births.", "en", [Decimal(1150000)]),
        ("Some 3.2 million trees fell.", "en", [Decimal(3200000)]),
        ("Ein Alter von 12,5 Jahren und 1.240 Brunnen.", "de", [Decimal("12.5"), Decimal(1240)]),
        ("Treize puits et 7,5 % des autres.", "fr", [Decimal(13), Decimal("7.5")]),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    sentence: str, language: str, found: list[Decimal]
) -> None:
    assert values(sentence, language) == found


def test_two_numbers_that_a_word_joins_share_their_noun() -> None:
    assert read("Sie sanken von 1.240 auf 310 Anfälle.", "de") == [
        ("1.240", COUNT, "Anfälle"),
        ("310", COUNT, "Anfälle"),
    ]


def test_a_rate_with_its_interval_is_one_figure() -> None:
    sentence = "The rate ratio fell (rate ratio, 0.71; 95% CI, 0.55 to 0.92; P<0.001)."

    assert read(sentence) == [("0.71", SYMBOL, "")]


def test_a_part_of_a_whole_knows_what_it_is_counted_from() -> None:
    (part, whole) = find_figures("It came back in 6 of 12 old wells.")

    assert (part.value, part.whole, whole.value) == (Decimal(6), Decimal(12), Decimal(12))
