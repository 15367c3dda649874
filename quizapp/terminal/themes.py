"""How it looks: a dark, a light and a colour-blind theme, each with the same few colours.

One accent. `right`, `close` and `wrong` never stand alone: a sign and a word go with them. The
third theme is of the palette of Okabe and Ito (2008), which colour-blind eyes can tell apart.
"""

from collections.abc import Mapping

from textual.theme import Theme

DARK = "quizapp-dark"
_LIGHT = "quizapp-light"
_COLOUR_BLIND = "quizapp-colour-blind"


def _make_theme(  # noqa: PLR0913 (a row of a table)
    name: str,
    *,
    is_dark: bool,
    ground: str,
    raised: str,
    text: str,
    quiet: str,
    line: str,
    accent: str,
    right: str,
    close: str,
    wrong: str,
) -> Theme:
    """Return a theme of these colours; all text on `ground` has a contrast of 4.5 or more."""
    return Theme(
        name=name,
        dark=is_dark,
        primary=accent,
        accent=accent,
        success=right,
        warning=close,
        error=wrong,
        foreground=text,
        background=ground,
        surface=raised,
        panel=raised,
        variables={
            "right": right,
            "close": close,
            "wrong": wrong,
            "quiet": quiet,
            "line": line,
            "tint": accent,
            "text-muted": quiet,
            "footer-key-foreground": accent,
            "scrollbar": line,
            "scrollbar-hover": quiet,
            "scrollbar-active": accent,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
        },
    )


THEMES = (
    _make_theme(
        DARK, is_dark=True, ground="#14171c", raised="#1d2128", text="#dde2ea", quiet="#8d97a6",
        line="#39404c", accent="#82b1ff", right="#8fd19e", close="#e6c07b", wrong="#f4938a",
    ),
    _make_theme(
        _LIGHT, is_dark=False, ground="#fbfaf7", raised="#f1efe9", text="#22262d", quiet="#5d6673",
        line="#cfccc3", accent="#1c5fc0", right="#176f34", close="#835300", wrong="#b3261e",
    ),
    _make_theme(
        _COLOUR_BLIND, is_dark=True, ground="#0e1013", raised="#181b20", text="#e6e8eb",
        quiet="#98a0ab", line="#3a4049", accent="#56b4e9", right="#0ba678", close="#f0e442",
        wrong="#e8701a",
    ),
)  # fmt: skip

NEXT_THEME = {DARK: _LIGHT, _LIGHT: _COLOUR_BLIND, _COLOUR_BLIND: DARK}

QUIET_BLEND = 0.66  # how much of the text's colour is in quiet text where a theme does not say

# What the colours above are called in themes that are not ours.
FALLBACK_COLORS: Mapping[str, str] = {
    "right": "text-success",
    "close": "text-warning",
    "wrong": "text-error",
    "quiet": "text-muted",
    "line": "panel-lighten-2",
    "tint": "text-accent",
}
