"""Documents on paper: what a chapter tells, as PDF and as Word.

A chapter describes its document once (`documents`), and hands it to `answers`. Nothing here knows what it is.
"""
