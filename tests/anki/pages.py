"""Cards as a learner sees them: rendered by Anki's backend, shown and measured by Chromium."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anki.cards import Card

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
FRAME_HEIGHT = 720
MEASURE = Path(__file__).with_name("measure.js")


@dataclass(frozen=True)
class Face:
    """One side of a card, in a window `width` pixels wide; `now` is in ms since 1970."""

    body: str
    css: str
    width: int = 400
    is_night: bool = False
    has_scripts: bool = True
    now: int | None = None

    def page(self) -> str:
        """As Anki's reviewer shows it."""
        clock = "" if self.now is None else f"<script>Date.now = () => {self.now}</script>"
        night = " nightMode night_mode" if self.is_night else ""
        return (
            '<!doctype html><html><head><meta charset="utf-8">'
            f"<style>{self.css}</style>{clock}</head>"
            f'<body class="card{night}"><div id="qa">{self.body}</div></body></html>'
        )

    def frame(self, name: str) -> str:
        sandbox = "" if self.has_scripts else 'sandbox="allow-same-origin" '
        return (
            f'<iframe name="{name}" width="{self.width}" height="{FRAME_HEIGHT}" style="border:0" '
            f'{sandbox}srcdoc="{html.escape(self.page())}"></iframe>'
        )


@dataclass(frozen=True)
class Seen:
    """What a learner sees: widths in pixels, contrast as WCAG counts it."""

    text: str
    overflow: float
    contrast: float
    options: tuple[str, ...]
    marks: tuple[str, ...]


def faces_of(card: "Card", typed: str = "", **settings: bool | int) -> tuple[Face, Face]:
    """Return front and back, with the field for typing where Anki's reviewer puts it."""
    shown = card.render_output()
    note = card.note()
    compared = card.col.compare_answer(note["Typed"], typed) if "Typed" in note else ""
    front = shown.question_text.replace("[[type:Typed]]", '<input type="text" id="typeans">')
    back = shown.answer_text.replace("[[type:Typed]]", compared)
    face = replace(Face(front, shown.css), **settings)  # type: ignore[arg-type]
    return face, replace(face, body=back)


def see(faces: Mapping[str, Face]) -> dict[str, Seen]:
    """Return what Chromium shows of each face."""
    frames = "".join(face.frame(name) for name, face in faces.items())
    script = MEASURE.read_text(encoding="utf-8")
    page = f'<!doctype html><meta charset="utf-8">{frames}<pre></pre><script>{script}</script>'
    found = re.search("<pre>(.*)</pre>", browse(page, "--dump-dom"), re.DOTALL)
    assert found is not None
    measured = json.loads(html.unescape(found[1]))
    return {
        name: Seen(each["text"], each["overflow"], each["contrast"], *map(tuple, each["lists"]))
        for name, each in measured.items()
    }


def browse(page: str, *flags: str) -> str:
    """Return what Chromium prints of `page`."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(page, encoding="utf-8")
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder}/user", *flags, path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


def photograph(faces: Mapping[str, Face], picture: Path, columns: int = 4) -> tuple[int, int]:
    """Write what Chromium shows of faces of one width, side by side; return width and height."""
    frames = "".join(face.frame(name) for name, face in faces.items())
    width = columns * max(face.width for face in faces.values())
    height = -(-len(faces) // columns) * FRAME_HEIGHT
    style = "body { margin: 0; display: flex; flex-wrap: wrap }"
    page = f'<!doctype html><meta charset="utf-8"><style>{style}</style>{frames}'
    browse(page, f"--screenshot={picture}", f"--window-size={width},{height}")
    return width, height
