"""What is kept and who can see it: for everybody, and for oneself."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.queries.people import export_own_data, list_kept_kinds
from alongside.web.declare import shows
from alongside.web.requests import HouseRequest


@shows("public_page", "read", anonymous=True)
@require_GET
def show_privacy(request: HouseRequest) -> HttpResponse:
    """For everybody: what is kept, what is not, and the one choice there is."""
    return render(request, "people/privacy.html")


@shows("own_privacy", "read")
@require_GET
def show_my_privacy(request: HouseRequest) -> HttpResponse:
    """What the house keeps of the viewer, and who can see each kind, in the words of the policy."""
    return render(request, "people/my_privacy.html", {"kinds": list_kept_kinds(request.viewer)})


@shows("own_privacy", "read")
@require_GET
def export_mine(request: HouseRequest) -> HttpResponse:
    """The viewer's own data as a JSON file."""
    answer = JsonResponse(
        export_own_data(request.viewer), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer
