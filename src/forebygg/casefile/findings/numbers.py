"""Registry numbers, as different papers print one."""

import re


def same_number(one: str, other: str) -> bool:
    """Whether both are one number, written with other marks or without the classification at its end."""
    first, second = (re.findall(r"[^\W\d_]+|\d+", number.casefold()) for number in (one, other))
    short = min(len(first), len(second))
    return first[:short] == second[:short] and short >= 2
