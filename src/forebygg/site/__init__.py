"""The way in: navigation, the first pages, and what is said when something cannot be shown."""
