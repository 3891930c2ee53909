from django.core.management.base import BaseCommand

from forebygg.accounts.services import seal_anew


class Command(BaseCommand):
    help = "Seals every second factor with the present secret key (docs/howto/secret-key.md)."

    def handle(self, *_args: object, **_options: object) -> None:
        """Says how many."""
        self.stdout.write(f"{seal_anew()}")
