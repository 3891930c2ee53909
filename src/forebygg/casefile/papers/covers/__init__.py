"""Cover pages of minutes: body, time and place, who signs, the notice."""
