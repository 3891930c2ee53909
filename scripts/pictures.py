"""Make the README's pictures from the product: the invented Granvik's story, drawn as a terminal shows it."""

import io
import re
from importlib import resources
from pathlib import Path

from rich.console import Console

from forebygg.casefile import read_texts
from forebygg.casefile.sources import read_source
from forebygg.cli.story.changes import tell_changes
from forebygg.cli.story.page import Page
from forebygg.cli.story.telling import tell_findings, tell_heading, tell_timeline

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
# A browser's own font: nothing is fetched by whoever looks at the picture.
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
PARTS = {
    "changes": (tell_heading, tell_changes),
    "findings": (tell_findings,),
    "timeline": (tell_timeline,),
}


def main() -> None:
    """Write docs/pictures/<part>.<language>.svg."""
    with resources.as_file(
        resources.files("forebygg.casefile") / "examples" / "granvik" / "granvik.txt"
    ) as path:
        case = read_texts([read_source(path, name="granvik.txt")])
    FOLDER.mkdir(exist_ok=True)
    for language in ("sv", "en"):
        for name, parts in PARTS.items():
            console = Console(record=True, file=io.StringIO(), width=104, highlight=False)
            for part in parts:
                part(Page(console, case, language))
            svg = FONT_FACE.sub("", console.export_svg(title="forebygg demo", unique_id=f"forebygg-{name}"))
            (FOLDER / f"{name}.{language}.svg").write_text(
                svg.replace("Fira Code", "DejaVu Sans Mono"), encoding="utf-8"
            )


if __name__ == "__main__":
    main()
