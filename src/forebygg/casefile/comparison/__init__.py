"""What changed: from one edition of the plan to the next, and from one body's item to the next's.

Nothing is gathered here: whoever shows editions beside each other (`editions`, `alignment`) does without all
the words by which papers tell what was changed (`declarations`, `movers`; docs/adr/0013).
"""
