"""Whether two copies of a text are numbered alike."""

from quizapp.sources.fingerprint import fingerprint_sentences


def test_a_fingerprint_stays_what_decks_have_of_it() -> None:
    assert fingerprint_sentences(["Fever rose.", "It fell."]) == "90a1dbb970ba"


def test_copies_that_are_set_otherwise_have_one_fingerprint() -> None:
    record = ["Counts were low (2.5 x 10(9)/L; IFN-gamma).", "It was first-rate."]
    page = ["Counts were low (2.5 × 10⁹/L; IFN-γ).", "It was ﬁrst‐rate."]

    assert fingerprint_sentences(page[1:]) == fingerprint_sentences(record[1:])
    assert fingerprint_sentences([page[0].replace("×", "x")]) == fingerprint_sentences(record[:1])


def test_copies_that_are_cut_otherwise_have_two() -> None:
    assert fingerprint_sentences(["Fever rose. It fell."]) != fingerprint_sentences(
        ["Fever rose.", "It fell."]
    )
