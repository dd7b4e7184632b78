"""The one Django app of the house."""

from django.apps import AppConfig


class Alongside(AppConfig):
    name = "alongside"
    label = "alongside"
    verbose_name = "Alongside"
