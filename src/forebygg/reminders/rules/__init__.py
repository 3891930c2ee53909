"""What holds of reminders and of days, without a database."""
