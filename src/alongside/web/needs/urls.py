"""Addresses of the topic needs."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.needs import afterwards, front, guide, help, help_contacts, keeping, own

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.show_front, name="front"),
    path("guide/", guide.show_guide, name="guide"),
    path("guide/<slug:slug>/", guide.show_guide_page, name="guide_page"),
    path("help/", help.show_which_help, name="which_help"),
    path("help/now/", front.show_crisis_help, name="crisis_help"),
    path("help/keep/", keeping.edit_keep_need, name="keep_need"),
    path("organisation/picture/", front.show_organisation_picture, name="organisation_picture"),
    path("organisation/help/", help_contacts.edit_help_contacts, name="help_contacts"),
    path("organisation/help/put-back/", help_contacts.put_back_help_contact, name="put_back_help_contact"),
    path("organisation/help/take-over/", help_contacts.take_over_help_contact, name="take_over_help_contact"),
    path("organisation/help/<uuid:pk>/", help_contacts.edit_help_contact, name="help_contact"),
    path("organisation/help/<uuid:pk>/check/", help_contacts.check_help_contact, name="check_help_contact"),
    path("organisation/help/<uuid:pk>/move/", help_contacts.move_help_contact, name="move_help_contact"),
    path(
        "organisation/help/<uuid:pk>/remove/", help_contacts.remove_help_contact, name="remove_help_contact"
    ),
    path("needs/", own.show_my_needs, name="my_needs"),
    path("needs/claim/", keeping.edit_claim_need, name="claim_need"),
    path("needs/<uuid:pk>/", own.show_need, name="need"),
    path("needs/<uuid:pk>/decide/", keeping.edit_decide_need, name="decide_need"),
    path("needs/<uuid:pk>/skills/", keeping.edit_need_skills, name="need_skills"),
    path("needs/<uuid:pk>/forget/", keeping.edit_forget_need, name="forget_need"),
    path("needs/<uuid:pk>/talk/", own.edit_ask_to_talk, name="ask_to_talk"),
    path("needs/<uuid:pk>/afterwards/", afterwards.edit_follow_up, name="need_afterwards"),
    path("needs/<uuid:pk>/afterwards/asked/", afterwards.edit_being_asked, name="being_asked"),
    path("needs/<uuid:pk>/testing/", afterwards.edit_allow_testing, name="allow_testing"),
    path("question/", afterwards.show_open_question, name="open_question"),
    path("talks/", own.show_talks, name="talks"),
    path("talks/<uuid:pk>/take-back/", own.edit_take_back_talk, name="take_back_talk"),
    path("talks/<uuid:pk>/done/", own.edit_finish_talk, name="finish_talk"),
    path("programmes/<uuid:pk>/picture/", front.show_programme_picture, name="programme_picture"),
]
