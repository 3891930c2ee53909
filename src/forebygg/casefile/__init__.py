"""The reader of council papers: files in, frozen facts out. No Django, no database, nothing guessed.

`read_case` reads files and folders as one case; `read_texts` does the same for texts already read, with what
a person has corrected (`forebygg.casefile.amending`). `forebygg.casefile.starting` begins a plan from a text.
"""

from forebygg.casefile.case import CaseFile, read_case, read_texts

__all__ = ["CaseFile", "read_case", "read_texts"]
