"""Files in, text out: the only place that knows PDF, DOCX and encodings."""

from forebygg.casefile.sources.folders import Found, expand
from forebygg.casefile.sources.reading import bytes_of, read_bytes, read_source

__all__ = ["Found", "bytes_of", "expand", "read_bytes", "read_source"]
