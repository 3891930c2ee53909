"""Figures as they are written: without decimals that say nothing."""

from decimal import Decimal

from django.utils.formats import number_format


def written(value: Decimal, *, grouped: bool = True) -> str:
    """In the reader's language: 12.500 is 12,5, and 80.000 is 80; thousands apart where *grouped*."""
    plain = value.normalize()
    if plain == plain.to_integral_value():
        plain = plain.quantize(Decimal(1))
    return number_format(plain, use_l10n=True, force_grouping=grouped)
