"""HTML, templates and clozes of Anki's, as text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.anki.importing.cloze import Cloze, parse_cloze_field, pieces_text
from quizapp.anki.importing.html_to_text import INVISIBLE, MAX_FIELD_LENGTH, html_to_text
from quizapp.anki.importing.templates import TemplatePart, is_empty_field, render_template
from tests.counts import full_or_share


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("A &amp; B&nbsp;&lt;C&gt; <b>bold</b> <font color=red>red</font>", "A & B <C> bold red"),
        ("one<br>two", "one; two"),
        ("<div>one.</div><div>two</div>", "one. two"),
        ("Signs:<ul><li>fever</li><li>cough</li></ul>", "Signs: fever; cough"),
        ("<ol><li>a<li>b</ol>then c", "a; b; then c"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a, b; c"),
        ("10<sup>9</sup>/l of H<sub>2</sub>O", "10⁹/l of H₂O"),
        ("e<sup>ix</sup> x<sub>i</sub>", "e^(ix) x_i"),
        ("Ca<sup>2+</sup><sup></sup>", "Ca²⁺"),
        (r"\(\frac{a}{b} &lt; 1\)", r"\(\frac{a}{b} < 1\)"),
        ("[$]x^2[/$] [$$]y[/$$] [latex]z[/latex]", r"\(x^2\) \[y\] z"),
        ("<anki-mathjax>x^2</anki-mathjax>", r"\(x^2\)"),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢 (kan)"),
        ("<style>.card { color: red }</style>a<script>alert(1)</script>", "a"),
        ("<!-- hidden -->seen", "seen"),
        ("[anki:tts lang=en_US]hello[/anki:tts]", "hello"),
        ("a\u202eb\u200bc\x07d", "a b c d"),
        ("👩‍🔬 مرحبا", "👩‍🔬 مرحبا"),
        ("<b>never <i>closed", "never closed"),
        ("</div></li>&unknown; &#0; <", "&unknown; <"),
        ("1 < 2 and <3 <b>4</b> > 3", "1 < 2 and <3 4 > 3"),
        ("<b title=it's>stray</b> <b title='a>b'>quotes</b>", "stray quotes"),
        ("<!DOCTYPE html><?xml?>a<!-- b", "a"),
        ("", ""),
    ],
)
def test_a_field_as_text(html: str, text: str) -> None:
    assert html_to_text(html).text == text


@pytest.mark.parametrize(
    ("html", "members"),
    [
        ("<ul><li>oral</li><li>rectal</li></ul>", ("oral", "rectal")),
        ("<ol><li><p>oral</p></li><li>rectal</li></ol>", ("oral", "rectal")),
        ("<ul><li>oral</li></ul>", ()),
        ("Both:<ul><li>oral</li><li>rectal</li></ul>", ()),
        ("<ul><li>oral</li><li>rectal</li></ul>and so on", ()),
        ("oral<br>rectal", ()),
    ],
)
def test_a_field_that_is_a_list(html: str, members: tuple[str, ...]) -> None:
    assert html_to_text(html).members == members


def test_media_are_named_in_their_order() -> None:
    plain = html_to_text(
        "<img src='a%20b.png'>x<audio src=\"c.mp3\"></audio><img src=''>[sound:d.ogg]"
    )

    assert (plain.text, plain.media) == ("x", ("a b.png", "c.mp3", "d.ogg"))


def test_media_are_named_as_anki_does_however_their_letters_are_composed() -> None:
    plain = html_to_text("<img src='lu\u0308.png' alt='a town'>[sound:u\u0308.ogg]")

    assert plain.media == ("l\xfc.png", "\xfc.ogg")
    assert plain.alts == (("l\xfc.png", "a town"),)


@pytest.mark.parametrize(
    "source", ["https://x.org/a.png", "//x.org/a.png", "data:image/png;base64,AA", "file:///a"]
)
def test_what_is_not_in_the_package_is_told(source: str) -> None:
    plain = html_to_text(f"<img src='{source}'>")

    assert (plain.media, plain.has_remote) == ((), True)


def test_a_field_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        html_to_text("x" * (MAX_FIELD_LENGTH + 1))


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "<a b='",
        "<a b='>",
        "<!--",
        "<! >",
        "<?",
        "</a",
        "[$]",
        "[sound:",
        "<sup>",
        "<li>",
    ],
)
def test_a_field_that_is_made_to_take_for_ever_does_not(piece: str) -> None:
    html = piece * (MAX_FIELD_LENGTH // len(piece))

    assert "end" in html_to_text(f"end{html[:-3]}").text


@settings(max_examples=full_or_share(2000))
@given(st.text(st.sampled_from("<>/a&;lib rsup=\"'!-[]:$\\\u202e\x00"), max_size=60))
def test_any_html_becomes_one_tidy_line(html: str) -> None:
    text = html_to_text(html).text

    assert text == " ".join(text.split())
    assert not INVISIBLE.search(text)


# --- templates -----------------------------------------------------------------------------------

FIELDS = {"Front": "hello", "Back": "", "Blank": "<br> &nbsp;<div></div>"}


@pytest.mark.parametrize(
    ("template", "seen"),
    [
        ("{{Front}}", [TemplatePart("", "Front")]),
        ("{{ text:type: Front }}", [TemplatePart("", "Front", ("text", "type"))]),
        ("{{#Front}}yes{{/Front}}{{^Front}}no{{/Front}}", [TemplatePart("yes")]),
        ("{{#Back}}yes{{/Back}}{{^Back}}no{{/Back}}", [TemplatePart("no")]),
        ("{{#Blank}}yes{{/Blank}}", []),
        ("{{#Front}}{{#Back}}both{{/Back}}one{{/Front}}", [TemplatePart("one")]),
        ("{{FrontSide}}<hr>{{Tags}}", [TemplatePart("<hr>")]),
        ("<!-- {{Nowhere}} -->", []),
        ("{{#Back}}{{Nowhere}}{{/Back}}", []),
    ],
)
def test_what_a_template_shows(template: str, seen: list[TemplatePart]) -> None:
    assert [each for each in render_template(template, FIELDS) if each != TemplatePart("")] == seen


@pytest.mark.parametrize("template", ["{{Nowhere}}", "{{/Front}}", "{{#Front}}{{/Back}}"])
def test_a_template_that_cannot_be_read_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="template"):
        list(render_template(template, FIELDS))


@pytest.mark.parametrize(
    ("filters", "is_shown"),
    [
        ((), True),
        (("text",), True),
        (("type",), False),
        (("hint",), False),
        (("tts en_US",), False),
    ],
)
def test_what_is_typed_heard_or_uncovered_is_not_shown(
    filters: tuple[str, ...], *, is_shown: bool
) -> None:
    assert TemplatePart("", "Front", filters).is_shown == is_shown


def test_breaks_alone_are_empty() -> None:
    assert (is_empty_field("<br><div> </div>&nbsp;"), is_empty_field("<img src=x>")) == (
        True,
        False,
    )


# --- clozes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("no cloze }} ::", ("no cloze }} ::",)),
        ("{{c1::Paris}} it is", (Cloze((1,), ("Paris",)), " it is")),
        ("{{c2::Paris::a city}}", (Cloze((2,), ("Paris",), "a city"),)),
        ("{{c1,3::Paris}}", (Cloze((1, 3), ("Paris",)),)),
        (
            "{{c1::A {{c2::B::b}} C::c}}",
            (Cloze((1,), ("A ", Cloze((2,), ("B",), "b"), " C"), "c"),),
        ),
        ("<b>{{c1::Pa</b>ris}}", (Cloze((1,), ("Paris",)),)),
        ("{{c1::}}", (Cloze((1,), ()),)),
        ("\ue0001\ue000a\ue001", ("1a",)),
    ],
)
def test_a_field_cut_at_its_clozes(html: str, pieces: tuple[str | Cloze, ...]) -> None:
    assert parse_cloze_field(html)[0] == pieces


@pytest.mark.parametrize(
    "html", ["{{c1::open", "{{c1::" * 9 + "x" + "}}" * 9, "{{c1::many}}" * 501]
)
def test_clozes_that_cannot_be_read_are_refused(html: str) -> None:
    with pytest.raises(ValueError, match="cloze"):
        parse_cloze_field(html)


def test_the_text_with_nothing_hidden() -> None:
    pieces, _ = parse_cloze_field("{{c1::A {{c2::B::b}} C}} d")

    assert pieces_text(pieces) == "A B C d"
