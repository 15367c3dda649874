"""What is said of a claim, and why: verdict, the words meant, what the source has, what to do."""

from dataclasses import replace

import pytest

from quizapp.grading.dictionary import Dictionary
from quizapp.prove import (
    ClaimVerdict,
    ProofReason,
    Vocabulary,
    prove,
    prove_numbers,
    read_evidence,
    repeats,
)

WELLS = "Of 56 wells, 13 (23%) ran dry (rate ratio, 0.83; 95% confidence interval, 0.75 to 0.93)."
SPRINGS = "Many springs were deep, and iron may protect them from less than 5 kinds of algae."
SIZES = "The lake is 410+16−18 m long and (67.4±0.5) km wide."
LEVEL = "Levels differed between wells and springs (P < 0.001)."
C, U = ClaimVerdict.CONTRADICTED, ClaimVerdict.UNPROVED


def reason_for(claim: str, cited: str, english: Dictionary) -> ProofReason:
    return prove(claim, read_evidence([cited], Vocabulary("en", english))).reasons[0]


@pytest.mark.parametrize(
    ("claim", "cited", "verdict", "quote", "finding"),
    [
        ("14 wells ran dry.", WELLS, C, "14 wells", "has 56 wells"),
        ("23 wells ran dry.", WELLS, C, "23 wells", "has 23%, a percentage"),
        ("The rate ratio was 0.75.", WELLS, C, "0.75", "has 0.75, an end of an interval"),
        ("The rate ratio was 95.", WELLS, C, "95", "has 95% confidence, the level of an interval"),
        ("Less than 13 wells ran dry.", WELLS, U, "13 wells", "says the number without a bound"),
        ("The lake is 420 +16/-18 m long.", SIZES, C, "420", "has 410"),
        ("The lake is 410 +15/-18 m long.", SIZES, C, "+15", "has +16"),
        ("The lake is 16 m long.", SIZES, C, "16 m", "has +16, an error"),
        ("Levels differed with a P value < 0.01.", LEVEL, C, "0.01", "has 0.001"),
        ("> 0.001 is the P value.", LEVEL, C, "0.001", "says at most or less than here"),
        ("Levels differed by 0.001.", LEVEL, C, "0.001", "has 0.001, a P value"),
        ("13 wells did not run dry.", WELLS, C, "not", "does not deny it"),
        ("13 wells ran red.", WELLS, U, "red", "does not say it"),
        ("All springs were deep.", SPRINGS, U, "All", "does not say it"),
        ("Springs were shallow.", SPRINGS, U, "shallow", "does not say it"),
        ("Few springs were deep.", SPRINGS, C, "Few", 'says "Many"'),
        ("Iron protects them.", SPRINGS, U, 'without "may"', 'says "may"'),
        (
            "Iron may protect them from more than 5 kinds of algae.",
            SPRINGS,
            C,
            "5 kinds",
            "says at most or less than here",
        ),
    ],
)
def test_a_reason_quotes_the_claim_and_says_what_the_source_has(
    english: Dictionary, claim: str, cited: str, verdict: ClaimVerdict, quote: str, finding: str
) -> None:
    reason = reason_for(claim, cited, english)

    assert (reason.verdict, reason.quote, reason.finding) == (verdict, quote, finding)


def test_a_fix_names_the_number_of_the_source(english: Dictionary) -> None:
    reason = reason_for("58 wells were seen.", "We saw 56 wells.", english)

    assert reason.fix == "write 56, or cite the sentence that says 58"


LAKE = (
    "Fishermen counted the plankton of the lake from 14 ferries for two years; the lake turned "
    "from clear water to green water."
)


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("The plankton was counted from 14 boats.", "boats"),  # what is counted
        ("The plankton was counted from night ferries.", "night"),  # which ones
        ("The plankton was counted by divers.", "divers"),  # who did it
        ("The plankton was counted in the harbour.", "harbour"),  # where
        ("The plankton was counted because fish died.", "fish"),  # why
        ("Fishermen improved the lake.", "improved"),  # which way it goes
        ("The plankton was counted in Norway.", "Norway"),  # names
    ],
)
def test_what_carries_a_claim_must_stand_in_its_source(
    english: Dictionary, claim: str, word: str
) -> None:
    proof = prove(claim, read_evidence([LAKE], Vocabulary("en", english)))

    assert (word, "does not say it") in {(each.quote, each.finding) for each in proof.reasons}


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Thirteen wells ran dry.", WELLS),
        ("The rate ratio was 0.83 (95% CI 0.75–0.93).", WELLS),
        ("More than 20% of the wells ran dry.", WELLS),
        ("It took 1.5 hours.", "It took 90 minutes."),
        ("It took 24 h.", "It took 24 hours."),
        ("About 23% ran dry.", "22.9% ran dry."),
        ("The lake is 410 +16/-18 m long.", SIZES),
        ("The lake is 67.4 ± 0.5 km wide.", SIZES),
        ("< 0.001 is the P value of the levels.", LEVEL),
        ("How the levels differed: < 0.001", LEVEL),
        ("Both wells were dry.", "Two wells were dry."),
        ("Fewer wells dried up in the north than in the south.",
         "In the north 12 wells dried up, in the south 30."),
        ("The signal was weaker in mice than in rats.",
         "The signal was stronger in rats than in mice."),
        ("Haemoglobin was measured.", "We measured hemoglobin."),
        ("Midsummer is dry.", "It was dry in mid-summer."),
        ("The abundance of plankton in the lake was followed for two years.", LAKE),
        ("The study looked into the plankton of the lake.", LAKE),
        ("The wells ran dry after four months.", "At the four-month visit the wells ran dry."),
        ("Wells were dry for women who had used them.",
         "Than for never users, wells were dry for women more often."),
        ("Wells had salt every 3 years.", "Wells had salt once per 3 years."),
        ("Drilling a well is not easy.", "Drilling a well is difficult."),
        ("The wells suffered a drought in May.", "In May the wells had a drought."),
        ("Deep wells form the largest class, 44.", "The classes are 12 shallow and 44 deep wells."),
        ("The origin of the salt is not yet known.", "The origin of the salt is unknown."),
        ("There was no harm in deep wells.",
         "Harm was greatest in shallow wells and absent in deep wells."),
        ("Wells with and without salt did not differ in depth.",
         "Depth did not differ between wells with salt and others."),
        ("Wells were dug to 12 m.", "People without a spring, but with land, dug wells to 12 m."),
        ("The drought may have failed to lower the salt.",
         "There was no evidence that the drought lowered the salt, possibly by chance."),
        ("Salt remains a possible cause.", "As a cause, salt cannot be ruled out."),
        ("Wells of at least 30 m had salt.", "Wells of 30 m or deeper had salt."),
        ("Wells over 30 m deep had salt.", "Wells deeper than 30 m had salt."),
        ("The level more than halved.", "The level fell by more than half."),
        ("After 24 hours the wells kept 91% of their salt.",
         "After 24 hours the wells lost less salt than the springs and kept 91% of it."),
        ("Species of wild fish were 38% more in deep lakes.",
         "Wild fish were 2.3 times more in deep lakes, and species were 38% more."),
        ("Two wells feed LP 791-18.", "Two wells feed LP 791-18 and three feed another lake."),
        ("In Study 2, wells were dry.", "Wells were wet in Study 1 and dry in Study 2."),
    ],
)  # fmt: skip
def test_what_says_the_same_is_proved(english: Dictionary, claim: str, cited: str) -> None:
    assert prove(claim, read_evidence([cited], Vocabulary("en", english))).reasons == ()


@pytest.mark.parametrize(
    ("claim", "cited", "finding"),
    [
        ("Only desalted wells ran dry.", "Only salted wells ran dry.", 'says "salted"'),
        ("The springs lost salt, while the wells were stable.",
         "The wells lost salt, whereas the springs stayed stable.",
         "says them in two different parts of a sentence"),
        ("Few farmers knew the rule.", "Most farmers knew the rule, but few followed it.",
         'says "Most"'),
        ("Tenants paid more before the reform.", "Tenants paid more after the reform.",
         'says "after"'),
        ("The drought lowered it.", "There was no evidence that the drought lowered it.",
         'says "no" of it'),
        ("The drought raised the salt.", "The drought did not lower the salt.", 'says "lower"'),
        ("Fish in the lake were measured at dawn from blurred pictures.",
         "Fish in the lake were measured at dawn with a marked net.", "does not say it"),
        ("Of 52 wells in total, 140 ran dry.", "Of 140 wells in total, 52 ran dry.",
         "has it as a part, not as the whole"),
        ("For up to 1 cup, the 95% CI of the ratio was 0.41 to 0.77.",
         "Up to 1 cup (ratio 0.73; 95% CI 0.56-0.97) and over 1 cup (0.56; 95% CI 0.41-0.77).",
         "has 0.56 beside these words"),
    ],
)  # fmt: skip
def test_what_says_another_thing_is_not_proved(
    english: Dictionary, claim: str, cited: str, finding: str
) -> None:
    proof = prove(claim, read_evidence([cited], Vocabulary("en", english)))

    assert finding in {each.finding for each in proof.reasons}


STAR = "The star has 2960 K and 0.17 solar radii, and 24 students saw it 31% faster."


@pytest.mark.parametrize(
    "claim",
    [
        "It is a thousand kelvin hotter.",  # a difference
        "That is 800 K too much.",
        "That is 1.53 solar radii more.",
        "31 is the gain in speed, in percent.",
        "31 is the percentage of the gain.",
        "31 is how much faster they were.",
        "There may be a third bright star.",  # a rank
        "It had 41 moons.",  # another thing than students
    ],
)
def test_a_number_of_another_kind_or_thing_is_in_no_conflict(claim: str) -> None:
    assert prove_numbers(claim, read_evidence([STAR], Vocabulary())).verdict is not C


@pytest.mark.parametrize(
    "claim",
    ["It has 3960 K.", "41 students saw it.", "They were 13% faster.", "It has 0.71 solar radii."],
)
def test_a_number_of_one_kind_unit_and_noun_is_in_conflict(claim: str) -> None:
    assert prove_numbers(claim, read_evidence([STAR], Vocabulary())).verdict is C


MASSES = (
    "The masses of the moons have not yet been measured, and radio will be needed to find them."
)


def test_a_denial_of_another_clause_is_in_no_conflict(english: Dictionary) -> None:
    evidence = read_evidence([MASSES], Vocabulary("en", english))

    assert prove("Radio will be needed for the masses of the moons.", evidence).verdict is not C
    denied = prove("The masses of the moons have been measured.", evidence).reasons[0]
    assert (denied.verdict, denied.quote, denied.fix) == (C, "masses … moons", 'say "not", too')


TRIAL = (
    "It was trained on 3,120 patches from 17 projects and tested on 835 patches of six projects "
    "not seen in training."
)
PLANETS = (
    "The inner planet has a radius of 1.1 km, whereas the outer planet has a radius of 2.3 km."
)
RATES = "In mice, rates of fever, but not of falls, were higher in the north than in the south."


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Sieve was trained on 3120 patches from seventeen projects.", TRIAL),
        ("The inner planet had a radius of 1.1 km.", PLANETS),
        ("The outer planet has a radius of 2.3 km.", PLANETS),
        ("Fever was seen in 56 children.", "56 children had fever."),
        ("Nobody knows why.", "Nobody knows why."),
    ],
)
def test_a_claim_repeats_a_sentence_of_its_words_in_their_order(claim: str, cited: str) -> None:
    assert repeats(claim, [cited], Vocabulary(), ["Sieve"])


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Sieve was tested on 835 patches of six projects seen in training.", TRIAL),
        ("Sieve was tested on patches of the same projects.", TRIAL),
        ("Sieve was trained on 835 patches.", TRIAL),
        ("The inner planet has a radius of 2.3 km.", PLANETS),
        ("The inner planet is as large as the outer planet.", PLANETS),
        ("The outer planet has a radius.", "Half of the outer planet has a radius."),
        ("Rates of fever were higher in the south than in the north.", RATES),
        ("Rates of falls were higher in the north.", RATES),
        ("Fever was higher in the north.", RATES),
        ("Stars have planets.", "Planets have stars."),
        ("The salt killed fish.", "The salt killed fish or algae."),
        ("All wells ran dry.", "Nearly all wells ran dry."),
        ("The wells ran dry.", "Without rain, the wells ran dry."),
        ("The wells ran dry.", "The wells may have run dry."),
        ("Wells.", "Wells."),
    ],
)
def test_a_claim_that_shares_words_does_not_repeat(claim: str, cited: str) -> None:
    assert not repeats(claim, [cited], Vocabulary(), ["Sieve"])


def test_the_rest_of_a_bound_is_no_conflict_where_the_source_speaks_of_it(
    english: Dictionary,
) -> None:
    cited = "Survival was greater in trees 5 years old or younger (n = 14) than in older ones."
    evidence = read_evidence([cited], Vocabulary("en", english))

    verdict = prove("Survival was less in trees older than 5 years.", evidence).verdict

    assert verdict is not C


def test_an_error_is_a_number_where_a_claim_calls_it_so(english: Dictionary) -> None:
    evidence = read_evidence(["The cycle took 78 ± 3 days."], Vocabulary("en", english))

    assert prove("The cycle took 3 days.", evidence).verdict is C
    told = prove("The cycle took 78 days, with an uncertainty of 3 days.", evidence)
    assert told.verdict is not C


def test_numbers_alone_can_be_held_against_a_source() -> None:
    evidence = read_evidence([WELLS], Vocabulary())

    assert (
        prove_numbers("Thirteen of those 56 is a good deal.", evidence).verdict
        is ClaimVerdict.PROVED
    )
    assert prove_numbers("That is 99 wells too many.", evidence).verdict is C


def test_a_computed_number_and_a_given_name_need_not_stand_in_the_source() -> None:
    evidence = read_evidence(["13 wells ran dry."], Vocabulary())

    claim = "In Brown's survey 43 wells did not: 13 wells ran dry."

    assert prove(
        "In Brown's survey 13 wells ran dry.", evidence, given=["Brown's survey"]
    ) == prove("13 wells ran dry.", evidence)
    assert prove_numbers(claim, evidence).verdict is C
    assert prove_numbers(claim, evidence, computed=frozenset({43})).verdict is ClaimVerdict.PROVED  # type: ignore[arg-type]


def test_an_alias_says_what_its_name_says() -> None:
    vocabulary = Vocabulary(
        names={"HFV": "hill fever virus", "hill fever virus": "hill fever virus"}
    )
    evidence = read_evidence(["Wells held hill fever virus."], vocabulary)

    assert prove("Wells held HFV.", evidence).verdict is ClaimVerdict.PROVED


def test_a_claim_in_another_language_is_compared_by_numbers_words_and_denials() -> None:
    evidence = read_evidence(["Dreizehn Brunnen waren trocken."], Vocabulary("de"))

    assert prove("13 Brunnen waren trocken.", evidence).verdict is ClaimVerdict.PROVED
    assert prove("14 Brunnen waren trocken.", evidence).verdict is ClaimVerdict.CONTRADICTED
    assert prove("13 Brunnen waren nicht trocken.", evidence).verdict is ClaimVerdict.CONTRADICTED
    assert prove("13 Flüsse waren trocken.", evidence).verdict is ClaimVerdict.UNPROVED


def test_a_term_of_the_source_speaks_for_the_words_of_the_claim() -> None:
    evidence = read_evidence(["Wells had elevated salinity."], Vocabulary())
    told = replace(evidence, said_as=("elevated",))

    assert prove("Wells had abnormal salinity.", evidence).verdict is U
    assert prove("Wells had abnormal salinity.", told).verdict is ClaimVerdict.PROVED


@pytest.mark.parametrize(
    ("claim", "cited", "quote", "finding"),
    [
        (
            "A third of the wells ran dry.",
            "Of the wells, 13% ran dry.",
            "A third",
            "has 13% ran",
        ),
        ("Of the wells, 13% ran dry.", "Half of the wells ran dry.", "13% ran", "has Half"),
        (
            "The first well ran dry.",
            "A well ran dry in May.",
            "first well",
            "does not have this number",
        ),
        (
            "The level did not change.",
            "The level was high in May.",
            "did not change",
            "does not say it",
        ),
        (
            "The level rose twice as fast.",
            "The level rose fast.",
            "twice",
            "does not have this number",
        ),
        ("The level varied.", "The level did not change.", "varied", 'says "did not change"'),
        (
            "The wells cost 1,030 euros.",
            "The wells cost 1,020 euros.",
            "1030 euros",
            "has 1020 euros",
        ),
    ],
)
def test_a_finding_quotes_what_was_written(
    english: Dictionary, claim: str, cited: str, quote: str, finding: str
) -> None:
    reason = reason_for(claim, cited, english)

    assert (reason.quote, reason.finding) == (quote, finding)


def test_a_word_of_ones_own_is_no_alias(english: Dictionary) -> None:
    assert reason_for("The wells ran red.", "The wells ran dry.", english).fix == (
        "use the source's word, give it under `said_as`, or cite what says it"
    )
