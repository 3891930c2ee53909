from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "forebygg.law"
