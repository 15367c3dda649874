"""Reasons that say that a source does not speak of something, and reasons that do not."""

import pytest

from quizapp.prove.silence import is_of_silence


@pytest.mark.parametrize(
    "text",
    [
        "It is not mentioned.",
        "Not mentioned.",
        "Platelets are not mentioned in the abstract.",
        "Carriers were never discussed.",
        "The abstract does not mention it.",
        "The abstract doesn’t mention carriers at all.",
        "The authors never speak of Bristol.",
        "It says nothing about the timing of the response.",
        "The study makes no mention of cost, or of care.",
        "Nothing is said of it.",
        "The text is silent on this. It is not named.",
    ],
)
def test_a_reason_may_say_that_the_source_is_silent(text: str) -> None:
    assert is_of_silence(text)


@pytest.mark.parametrize(
    "text",
    [
        "The response to mitogens was normal.",
        "Platelets were not given.",
        "Deaths were not reported to the registry.",
        "It did not rise.",
        "The abstract mentions it, but not as a cause.",
        "Lung infections were common, but the abstract does not mention transplants.",
        "The abstract does not mention 13 deaths.",
        "It is not mentioned. It fell.",
    ],
)
def test_any_other_reason_is_compared(text: str) -> None:
    assert not is_of_silence(text)
