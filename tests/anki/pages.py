"""Cards as a learner sees them: rendered by Anki's backend, shown by Chromium."""

import html
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anki.cards import Card

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Face:
    """One side of a card."""

    body: str
    css: str
    is_night: bool = False

    def page(self) -> str:
        """As Anki's reviewer shows it."""
        night = " nightMode night_mode" if self.is_night else ""
        return (
            f'<!doctype html><html class="{"night-mode" if self.is_night else ""}"><head>'
            f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<style>{self.css}</style></head>"
            f'<body class="card{night}"><div id="qa">{self.body}</div></body></html>'
        )


def faces_of(card: "Card", *, is_night: bool = False, typed: str = "") -> tuple[Face, Face]:
    """Return front and back, with the field for typing where Anki's reviewer puts it."""
    shown = card.render_output()
    expected = card.note()["Typed"]
    compared = card.col.compare_answer(expected, typed) if typed else ""
    front = shown.question_text.replace("[[type:Typed]]", '<input type="text" id="typeans">')
    back = shown.answer_text.replace("[[type:Typed]]", compared)
    return Face(front, shown.css, is_night), Face(back, shown.css, is_night)


def browse(page: str, *flags: str) -> str:
    """Return what Chromium makes of `page`: its document, when its scripts have run."""
    assert CHROMIUM is not None
    with TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(page, encoding="utf-8")
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder}/user", *flags, path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


def frame(face: Face, name: str, width: int, height: int, *, scripts: bool = True) -> str:
    """Return a window of `width` onto a face."""
    sandbox = "" if scripts else 'sandbox="allow-same-origin" '
    return (
        f'<iframe id="{name}" width="{width}" height="{height}" style="border:0" '
        f'{sandbox}srcdoc="{html.escape(face.page())}"></iframe>'
    )
