"""Forms of the path."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.models import PathItem, PathItemKind
from alongside.queries.relationships.mentoring_path import SECTIONS
from alongside.services.relationships.mentoring.path import YEARS


class WayMarkForm(forms.Form):
    """One way-mark: what it is, in a few words, perhaps a skill and a year."""

    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=gettext_lazy("In a few words"),
        max_length=300,
        error_messages={"required": gettext_lazy("Write a few words.")},
    )
    on_year = forms.IntegerField(
        label=gettext_lazy("Year"),
        help_text=gettext_lazy("A guess is enough. It puts the way-mark on the line."),
        required=False,
        min_value=YEARS.start,
        max_value=YEARS.stop - 1,
    )
    skill = forms.ChoiceField(
        label=gettext_lazy("Skill"),
        help_text=gettext_lazy("If it is one of your organisation’s list, mentors can be suggested by it."),
        required=False,
    )
    is_shared = forms.BooleanField(
        label=gettext_lazy("A mentor I open my path to may read this one"), required=False, initial=True
    )

    def __init__(self, skills: Iterable[tuple[UUID, str]], who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [(key, title) for key, title, _help in SECTIONS]
        skill: Any = self.fields["skill"]
        skill.choices = [("", _("None of the list")), *((str(pk), name) for pk, name in skills)]
        text: Any = self.fields["text"]
        text.who_sees = who

    @staticmethod
    def initial_for(item: PathItem | None, kind: str = "") -> dict[str, Any]:
        if item is None:
            known = kind if kind in PathItemKind.values else PathItemKind.TALENT_HAVE
            return {"kind": known, "is_shared": True}
        return {
            "kind": item.kind,
            "text": item.text,
            "on_year": item.on_year,
            "skill": str(item.skill_id or ""),
            "is_shared": item.is_shared,
        }
