"""A moment in a form: a day and a time in the person's own zone. A time that the clocks skip is refused."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **more: Any) -> None:
        super().__init__(format="%Y-%m-%d", **more)


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, **more: Any) -> None:
        super().__init__(format="%H:%M", **more)


class WhenForm(forms.Form):
    """`moment()` gives the day and time as one aware moment, once the form is valid."""

    day = forms.DateField(
        label=gettext_lazy("Day"),
        widget=DateInput(),
        error_messages={"required": gettext_lazy("Please say on which day you meet.")},
    )
    time = forms.TimeField(
        label=gettext_lazy("Time"),
        widget=TimeInput(),
        error_messages={"required": gettext_lazy("Please say at what time you meet.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "day" in cleaned and "time" in cleaned and not _exists(self.moment()):
            self.add_error("time", _("The clocks skip this time on that day. Choose another."))
        return cleaned

    def moment(self) -> datetime:
        """The moment in the zone the pages are shown in."""
        naive = datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return naive.replace(tzinfo=timezone.get_current_timezone())

    @staticmethod
    def initial_for(moment: datetime) -> dict[str, Any]:
        local = timezone.localtime(moment)
        return {"day": local.date(), "time": local.time().replace(second=0, microsecond=0)}


def _exists(moment: datetime) -> bool:
    """An hour that the clocks leave out comes back changed from a journey through UTC."""
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None) == moment.replace(tzinfo=None)
