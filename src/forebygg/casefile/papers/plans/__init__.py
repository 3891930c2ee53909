"""Editions of plans: title page, contents, sections."""
