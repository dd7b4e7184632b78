"""Addresses of mentoring, of the path and of the journal."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.relationships.mentoring import (
    agreeing,
    choosing,
    conversations,
    ending,
    finding,
    journal,
    looking_back,
    requests,
    room,
    talking,
)
from alongside.web.relationships.mentoring import path as paths

HERE = "mentoring/<uuid:pk>/"
TALK = HERE + "conversations/<uuid:meeting_pk>/"

FINDING: list[URLPattern | URLResolver] = [
    path("mentors/", finding.show_find_mentor, name="find_mentor"),
    path("mentors/<uuid:programme_pk>/list/", choosing.edit_rank_mentors, name="rank_mentors"),
    path("mentors/<uuid:programme_pk>/list/stop/", choosing.edit_stop_asking_on, name="stop_asking_on"),
    path("mentors/<uuid:programme_pk>/look/", choosing.edit_ask_for_a_look, name="ask_for_a_look"),
    path("mentors/<uuid:programme_pk>/<uuid:pk>/", finding.edit_ask_mentor, name="ask_mentor"),
]

ROOM: list[URLPattern | URLResolver] = [
    path(HERE, room.show_mentorship, name="mentorship"),
    path(HERE + "answer/", requests.edit_answer, name="answer_request"),
    path(HERE + "decline/", requests.edit_decline, name="decline_request"),
    path(HERE + "step-back/", requests.edit_step_back, name="step_back"),
    path(HERE + "take-back/", requests.edit_take_back, name="take_back_request"),
    path(HERE + "limits/", requests.edit_limits, name="mentoring_limits"),
    path(HERE + "direction/", room.edit_direction, name="direction"),
    path(HERE + "quiet/", room.edit_quiet, name="quiet_time"),
    path(HERE + "carry-on/", room.edit_carry_on, name="carry_on"),
    path(HERE + "coaching/", room.show_want_coaching, name="want_coaching"),
    path(HERE + "messages/", talking.edit_messages, name="mentoring_messages"),
    path(HERE + "messages/read/", talking.edit_messages_read, name="mentoring_messages_read"),
    path(HERE + "notes/", talking.edit_shared_note, name="mentoring_note"),
    path(HERE + "notes/private/", talking.edit_private_note, name="mentoring_private_note"),
    path(HERE + "notes/<uuid:note_pk>/", talking.edit_note, name="edit_mentoring_note"),
    path(HERE + "notes/private/<uuid:note_pk>/", talking.edit_own_note, name="edit_mentoring_private_note"),
    path(HERE + "actions/", talking.edit_new_action, name="mentoring_action"),
    path(HERE + "actions/<uuid:action_pk>/", talking.edit_finish_action, name="finish_mentoring_action"),
    path(HERE + "conversations/", conversations.edit_plan_conversation, name="plan_conversation"),
    path(TALK, conversations.show_conversation, name="conversation"),
    path(TALK + "edit/", conversations.edit_conversation, name="edit_conversation"),
    path(TALK + "settle/", conversations.edit_settle_conversation, name="settle_conversation"),
    path(HERE + "expectations/", agreeing.edit_yes, name="expectations"),
    path(HERE + "expectations/edit/", agreeing.edit_expectations, name="edit_expectations"),
    path(HERE + "check/", looking_back.edit_pairing_check, name="pairing_check"),
    path(HERE + "look-back/", looking_back.edit_look_back, name="look_back"),
    path(HERE + "ending/", ending.show_ending, name="ending"),
    path(HERE + "ending/step/", ending.edit_ending, name="ending_step"),
    path(HERE + "unwind/", ending.edit_unwind, name="unwind"),
]

OWN: list[URLPattern | URLResolver] = [
    path("path/", paths.show_my_path, name="my_path"),
    path("path/new/", paths.edit_new_way_mark, name="new_way_mark"),
    path("path/copy/", paths.show_path_copy, name="path_copy"),
    path("path/<uuid:pk>/", paths.edit_way_mark, name="edit_way_mark"),
    path("path/<uuid:pk>/arrange/", paths.edit_arrange, name="arrange_way_mark"),
    path("path/open/<uuid:pk>/", paths.edit_share_path, name="share_path"),
    path("journal/", journal.edit_journal, name="journal"),
    path("journal/<uuid:pk>/", journal.edit_entry, name="edit_entry"),
    path("journal/<uuid:pk>/remove/", journal.edit_remove_entry, name="remove_entry"),
    path("journal/<uuid:pk>/open/<uuid:relationship_pk>/", journal.edit_release_entry, name="release_entry"),
]

urlpatterns: list[URLPattern | URLResolver] = [*FINDING, *ROOM, *OWN]
