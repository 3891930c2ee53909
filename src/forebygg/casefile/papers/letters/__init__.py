"""Memos, referrals, answers and statements: head, text, signatures."""
