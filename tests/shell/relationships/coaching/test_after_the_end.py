"""After the end nothing is added to what the two wrote together, and what they wrote stays readable to them."""

import pytest
from django.urls import reverse

from alongside.core.relationships.writing import ENDED
from alongside.core.verdicts import Refused
from alongside.models import ActionItem, SharedNote
from alongside.services.relationships.coaching.stopping import WAYS
from alongside.services.relationships.meetings import TopicWords, write_topic
from alongside.services.relationships.notes import (
    agree_action,
    finish_action,
    rewrite_note,
    write_shared_note,
)
from tests.shell.relationships.coaching.test_who_sees_what import SignIn
from tests.shell.relationships.coaching.walks import Walk, close, ok, walk_to

pytestmark = pytest.mark.django_db


def end(walk: Walk, way: str) -> None:
    ok(WAYS[way](walk.engagement, walk.dev, walk.later()))


@pytest.mark.parametrize("way", list(WAYS))
def test_neither_of_the_two_adds_to_notes_subjects_or_actions_after_the_end(way: str) -> None:
    walk = walk_to("active")
    meeting = walk.engagement.meetings.get(number=1)
    note = ok(write_shared_note(walk.engagement, walk.carla, "Before", walk.at, meeting))
    action = ok(agree_action(walk.engagement, walk.dev, "Ask twice", walk.at, None, meeting))
    end(walk, way)
    meeting.refresh_from_db()
    note, action = SharedNote.objects.get(pk=note.pk), ActionItem.objects.get(pk=action.pk)
    for answer in (
        write_shared_note(walk.engagement, walk.carla, "After", walk.at, meeting),
        write_topic(meeting, TopicWords("After")),
        agree_action(walk.engagement, walk.dev, "After", walk.at, None, meeting),
        finish_action(action, walk.at),
        rewrite_note(note, walk.carla, "After"),
    ):
        assert answer == Refused(ENDED)
    assert rewrite_note(note, walk.carla, "") is None
    assert not SharedNote.objects.exists()


def test_the_same_holds_once_it_was_signed_off() -> None:
    walk = walk_to("final_review")
    close(walk)
    assert write_shared_note(walk.engagement, walk.carla, "After", walk.at) == Refused(ENDED)


@pytest.mark.parametrize("way", list(WAYS))
def test_sponsor_and_programme_read_that_it_ended_and_never_which_way_out_it_was(
    way: str, signed_in: SignIn
) -> None:
    walk = walk_to("active", sponsor=True)
    end(walk, way)
    pages = (
        (walk.grace, reverse("engagement", args=[walk.engagement.pk])),
        (walk.grace, reverse("sponsored")),
        (walk.amara, reverse("engagement", args=[walk.engagement.pk])),
        (walk.amara, reverse("programme_relationships", args=[walk.programme.pk])),
    )
    for person, address in pages:
        page = signed_in(person).get(address).content.decode()
        assert ">Ended<" in page.replace(" ", "").replace("\n", ""), address
        for words in ("Other help", "Withdrawn", "Closed early"):
            assert words not in page, address


def test_the_page_says_so_in_a_sentence_and_offers_no_form_for_it(signed_in: SignIn) -> None:
    walk = walk_to("active")
    meeting = walk.engagement.meetings.get(number=1)
    here = [walk.engagement.pk, meeting.pk]
    end(walk, "close_early")
    carla = signed_in(walk.carla)
    page = carla.get(reverse("coaching_session", args=here)).content.decode()
    assert reverse("session_note", args=here) not in page
    sent = carla.post(reverse("session_note", args=here), {"shared-text": "After"})
    assert sent.status_code == 422
    assert ENDED in sent.content.decode()
    sent = carla.post(reverse("session_topic", args=here), {"topic": "After"})
    assert (sent.status_code, ENDED in sent.content.decode()) == (422, True)
