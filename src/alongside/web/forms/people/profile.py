"""The small forms of one's own profile; each field says who can see it."""

import re
import zoneinfo
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core.confidentiality.conditions import NOTHING_KNOWN, Facts
from alongside.core.confidentiality.relations import Relation
from alongside.core.languages import CODES
from alongside.core.skills import HIGHEST, LEVELS
from alongside.models import Person
from alongside.web.forms.seen_by import say_who_sees

WEEKDAYS: tuple[str | Promise, ...] = (
    *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")),
)
PARTS_OF_THE_DAY: tuple[tuple[str | Promise, time, time], ...] = (
    (_("8 to 10"), time(8), time(10)),
    (_("10 to 12"), time(10), time(12)),
    (_("12 to 14"), time(12), time(14)),
    (_("14 to 16"), time(14), time(16)),
    (_("16 to 18"), time(16), time(18)),
    (_("18 to 20"), time(18), time(20)),
)
FORMATS = (("remote", _("Online")), ("in_person", _("In person")))

Stretch = tuple[int, time, time]


class OwnForm(forms.Form):
    """A form about the person who fills it in. `seen` pairs its fields with those of the policy."""

    resource = "person_profile"
    seen: Mapping[str, str | None] = {}

    def __init__(self, *args: Any, facts: Facts = NOTHING_KNOWN, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_who_sees(self, self.resource, self.seen, facts=facts, viewer=Relation.SUBJECT)


class AboutForm(forms.ModelForm[Person]):
    """Who one is, in a few lines."""

    class Meta:
        model = Person
        fields = ("name", "pronouns", "job_title", "function", "grade", "place", "headline", "about")
        labels = {
            "name": _("Name"),
            "pronouns": _("Pronouns"),
            "job_title": _("What I do here"),
            "function": _("Part of the organisation"),
            "grade": _("Grade"),
            "place": _("Where I work"),
            "headline": _("One line about me"),
            "about": _("More about me"),
        }
        help_texts = {
            "headline": _("The first thing people read who look for help."),
            "about": _("What you have done, what you like to talk about, how you work with people."),
        }
        widgets = {"about": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, facts: Facts = NOTHING_KNOWN, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = {name: "name" if name == "name" else "about" for name in self.fields}
        say_who_sees(self, "person_profile", seen, facts=facts, viewer=Relation.SUBJECT)


class LanguagesForm(OwnForm):
    """The languages one can work in, written as names."""

    seen = {"languages": "languages"}
    languages = forms.CharField(
        label=_("Languages you can work in"),
        help_text=_("Their English names, with commas: English, Polish, British Sign Language."),
        max_length=300,
    )

    def clean_languages(self) -> list[str]:
        """The codes, in the order written."""
        names = [name.strip() for name in re.split(r"[,;\n]", self.cleaned_data["languages"]) if name.strip()]
        unknown = [name for name in names if name.casefold() not in CODES]
        if unknown:
            raise forms.ValidationError(
                _("We do not know this language: %(names)s. Try its English name."),
                params={"names": ", ".join(unknown)},
            )
        return list(dict.fromkeys(CODES[name.casefold()] for name in names))


def time_zones() -> list[tuple[str, str]]:
    """Every zone people live in, as a choice."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and is_a_place(name))
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


def is_a_place(zone: str) -> bool:
    return not zone.startswith(
        ("Etc/", "SystemV/", "posix/", "right/", "US/", "Canada/", "Brazil/", "Mexico/")
    )


class MeetingForm(OwnForm):
    """How and in which zone one meets."""

    seen = {"formats": "formats", "time_zone": "time_zone"}
    formats = forms.MultipleChoiceField(
        label=_("How you like to meet"),
        choices=FORMATS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)


class FreeTimeForm(OwnForm):
    """The week as a grid of stretches to tick. What does not lie on the grid is shown, and goes on saving."""

    seen = {"stretches": "free_time"}
    stretches = forms.MultipleChoiceField(
        label=_("When you are usually free"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["stretches"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(key_of(each), key_of(each)) for each in whole_grid()]

    def rows(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The grid for the page: the part of the day, and a box for each weekday."""
        ticked = {str(key) for key in self["stretches"].value() or ()}
        return [
            (str(words), [box_of(weekday, words, starts, ends, ticked) for weekday in range(7)])
            for words, starts, ends in PARTS_OF_THE_DAY
        ]

    def chosen(self) -> tuple[Stretch, ...]:
        """The stretches ticked."""
        wanted = set(self.cleaned_data["stretches"])
        return tuple(each for each in whole_grid() if key_of(each) in wanted)


def whole_grid() -> list[Stretch]:
    return [(weekday, starts, ends) for weekday in range(7) for _words, starts, ends in PARTS_OF_THE_DAY]


def key_of(stretch: Stretch) -> str:
    weekday, starts, _ends = stretch
    return f"{weekday}-{starts:%H%M}"


def box_of(weekday: int, words: str | Promise, starts: time, ends: time, ticked: set[str]) -> dict[str, Any]:
    key = key_of((weekday, starts, ends))
    return {"key": key, "label": f"{WEEKDAYS[weekday]}, {words}", "is_ticked": key in ticked}


class SkillForm(OwnForm):
    """A skill one helps with, at a level whose words say what can be seen."""

    seen = {"skill": "skills_offered", "level": "skills_offered"}
    skill = forms.ChoiceField(label=_("Skill"))
    level = forms.TypedChoiceField(
        label=_("How well you know it yourself"),
        coerce=int,
        choices=[(each.number, f"{each.number} · {each.name}. {each.seen}") for each in LEVELS],
        widget=forms.RadioSelect,
    )

    def __init__(self, skills: Iterable[tuple[UUID, str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pk, category, name in skills:
            groups[category or _now("Others")].append((str(pk), name))
        field = self.fields["skill"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _now("Choose a skill")), *groups.items()]

    def clean_level(self) -> int:
        level = int(self.cleaned_data["level"])
        if not 0 <= level <= HIGHEST:
            raise forms.ValidationError(_("A level is between 0 and 5."))
        return level


class RoleForm(OwnForm):
    """A role held: part of the path one has walked."""

    seen = dict.fromkeys(("title", "where", "from_year", "to_year"), "roles_held")
    title = forms.CharField(label=_("Role"), max_length=120)
    where = forms.CharField(label=_("Where"), max_length=120, required=False)
    from_year = forms.IntegerField(label=_("From (year)"), min_value=1940, max_value=2100, required=False)
    to_year = forms.IntegerField(label=_("To (year)"), min_value=1940, max_value=2100, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, end = data.get("from_year"), data.get("to_year")
        if begin and end and end < begin:
            self.add_error("to_year", _("This is before the beginning."))
        return data


class QualificationForm(OwnForm):
    """What one says one holds."""

    resource = "qualification"
    seen = {"title": "title", "issuer": "issuer", "awarded_on": "dates", "expires_on": "dates"}
    title = forms.CharField(label=_("Qualification"), max_length=160)
    issuer = forms.CharField(label=_("Given by"), max_length=160, required=False)
    awarded_on = forms.DateField(
        label=_("Since"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    expires_on = forms.DateField(
        label=_("Runs out on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, end = data.get("awarded_on"), data.get("expires_on")
        if begin and end and end < begin:
            self.add_error("expires_on", _("This is before it was given."))
        return data
