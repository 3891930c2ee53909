"""Lays out a page of HTML as a PDF; run as a process of its own, under limits.

WeasyPrint takes a second to load and the more memory the longer the document, so it is loaded here only. The
script imports no Django, reads the HTML from standard input and writes the PDF to standard output; on
standard error it tells how far it has come, a line a page: "page 3". Nothing is fetched but our own fonts.

The PDF claims PDF/A-2a (for archives) and PDF/UA-1 (for those who hear or feel it): see `tagging`.
"""

import logging
import resource
import sys
from pathlib import Path
from typing import Any, Final, TypeAlias

from forebygg.printing.pdf.numbering import number
from forebygg.printing.pdf.tagging import claim, tag

HERE: Final = Path(__file__).resolve().parent
STYLE: Final = HERE / "print.css"
FONTS: Final = HERE.parent / "fonts"
Foreign: TypeAlias = Any  # of WeasyPrint, which has no types
VARIANT: Final = "pdf/a-2a"
MEMORY: Final = 2_000_000_000
OUTPUT: Final = 200_000_000
NO_PANGO: Final = 3
"""The exit status when the libraries that set text are missing."""


def limit(seconds: int) -> None:
    """Bound this process; a bound that the system does not know is left out (macOS: memory)."""
    for kind, bound in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):
            continue


class Progress(logging.Handler):
    """Tells the parent how many pages have been laid out."""

    def emit(self, record: logging.LogRecord) -> None:
        if "Page %d" in str(record.msg):
            sys.stderr.write(f"page {record.args[0]}\n")  # type: ignore[index]
            sys.stderr.flush()


def printed(html: str) -> bytes:
    """The PDF. Imports what it takes: who lacks Pango gets an OSError."""
    import pydyf  # noqa: PLC0415 - the parent is told when it is not there
    import weasyprint  # noqa: PLC0415
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.text.line_break import split_first_line  # noqa: PLC0415

    own = {font.as_uri() for font in FONTS.glob("*.ttf")}

    class OwnFiles(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Foreign = None) -> Foreign:
            """Our fonts and what lies in the page itself; nothing else is there."""
            if not url.startswith("data:") and url not in own:
                message = f"Not fetched: {url[:100]}"
                raise ValueError(message)
            return super().fetch(url, headers)

    fetcher = OwnFiles(allowed_protocols={"data", "file"})
    tag(weasyprint, boxes, pydyf.String)
    fonts = FontConfiguration()
    style = weasyprint.CSS(
        string=STYLE.read_text(encoding="utf-8"),
        base_url=FONTS.as_uri() + "/",
        url_fetcher=fetcher,
        font_config=fonts,
    )
    page = weasyprint.HTML(string=html, url_fetcher=fetcher)
    document = page.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    number(document.pages, boxes.TextBox, split_first_line)
    claim(document.metadata)
    return bytes(document.write_pdf(pdf_variant=VARIANT))


def main() -> int:
    """Read standard input, write standard output; the first argument is how many seconds it may take."""
    limit(int(sys.argv[1]))
    html = sys.stdin.buffer.read().decode()
    progress = logging.getLogger("weasyprint.progress")
    progress.setLevel(logging.INFO)
    progress.addHandler(Progress())
    try:
        pdf = printed(html)
    except OSError as error:
        if "cannot load library" in str(error):
            return NO_PANGO
        raise
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
