"""Dated law cards, and the rules computed from them: what a date must be, what may be appealed.

Shows the rule and who has read it; never advice, and never a rule nobody has checked as fact.
"""
