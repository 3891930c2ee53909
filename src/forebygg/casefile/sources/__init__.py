"""Files in, text out: the only place that knows PDF, DOCX and encodings."""

from forebygg.casefile.sources.folders import Found, expand
from forebygg.casefile.sources.reading import read_source

__all__ = ["Found", "expand", "read_source"]
