"""Reminders and their e-mails, calendars, the year."""
