"""The acts: what is enqueued, what is mailed, whose calendars and what the year holds."""
