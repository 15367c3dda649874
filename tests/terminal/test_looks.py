import pytest
from textual.color import Color
from textual.theme import Theme

from quizapp.memory.model import Rating
from quizapp.terminal.themes import NEXT_THEME, THEMES
from quizapp.terminal.widgets.bars import bar, sparkline

pytestmark = pytest.mark.slow  # each test walks through the app

READABLE = 4.5  # WCAG 2.2, contrast of text


def test_a_sparkline_has_a_character_a_value() -> None:
    assert sparkline((0, 1, 4, 8)) == "·▂▅█"


def test_a_sparkline_of_nothing_is_dots() -> None:
    assert sparkline((0, 0)) == "··"


def test_a_bar_is_filled_to_half_a_cell() -> None:
    assert (bar(0, 4), bar(0.5, 4), bar(0.6, 4), bar(1, 4)) == ("", "━━", "━━╸", "━━━━")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["right", "close", "wrong", "quiet", "tint"])
def test_every_colour_of_text_can_be_read_on_its_ground(theme: Theme, name: str) -> None:
    ground = Color.parse(str(theme.background))
    raised = Color.parse(str(theme.surface))
    text = Color.parse(theme.variables[name])

    assert contrast(text, ground) >= READABLE
    assert contrast(text, raised) >= READABLE


def test_the_theme_key_comes_round() -> None:
    assert (
        sorted(NEXT_THEME) == sorted(NEXT_THEME.values()) == sorted(theme.name for theme in THEMES)
    )


def test_ratings_are_numbered_as_the_keys() -> None:
    assert [rating.value for rating in Rating] == [1, 2, 3, 4]


def luminance(colour: Color) -> float:
    """WCAG relative luminance."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
