"""Whole numbers out of addresses and forms, where anybody can type anything."""


def whole_number(text: str | None, *, most: int = 2**31 - 1) -> int | None:
    """The number from 0 to *most* that the text is, else None; a text of a million figures is not read."""
    if not text or not text.isascii() or not text.isdecimal() or len(text) > len(str(most)):
        return None
    number = int(text)
    return number if number <= most else None
