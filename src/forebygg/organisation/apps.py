from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "forebygg.organisation"

    def ready(self) -> None:
        """Tell the audit trail what people, posts and units are called."""
        from forebygg.organisation import naming  # noqa: PLC0415 - models are ready only now
        from forebygg.organisation.selectors import names  # noqa: PLC0415

        naming.register_names("accounts.user", names.users)
        naming.register_names("accounts.municipality", names.municipalities)
        naming.register_names("organisation.post", names.posts)
        naming.register_names("organisation.unit", names.units)
        naming.register_subject(
            naming.Subject(model="organisation.unit", title=_("a unit"), numbered=names.unit_numbered)
        )
        naming.register_subject(naming.Subject(model="organisation.post", title=_("a post")))
        naming.register_subject(
            naming.Subject(model="accounts.municipality", title=_("the whole municipality"))
        )
