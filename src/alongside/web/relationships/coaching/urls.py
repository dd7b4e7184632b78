"""Addresses of coaching, in the order of an engagement."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.relationships.coaching import (
    agreement,
    engagement,
    gap,
    goals,
    offers,
    plan,
    reviews,
    sessions,
    stopping,
)

ROOM = "coaching/<uuid:pk>/"
SKILL = ROOM + "gap/<uuid:skill_pk>/"
GOAL = ROOM + "goals/<uuid:goal_pk>/"
STEP = "coaching/steps/<uuid:step_pk>/"
SESSION = ROOM + "sessions/<uuid:meeting_pk>/"
OFFER = ROOM + "coaches/<uuid:offer_pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("coaching/ask/", offers.edit_ask_for_coaching, name="ask_for_coaching"),
    path("programmes/<uuid:pk>/refer/", offers.edit_refer_to_coaching, name="refer_to_coaching"),
    path("coaching/offers/<uuid:pk>/", offers.show_coach_offer, name="coach_offer"),
    path(ROOM, engagement.show_engagement, name="engagement"),
    path(ROOM + "move/", engagement.move_engagement, name="move_engagement"),
    path(ROOM + "offer/", offers.edit_coaches_to_offer, name="coaches_to_offer"),
    path(ROOM + "coaches/", offers.show_coach_choice, name="coach_choice"),
    path(OFFER + "answer/", offers.answer_offer, name="answer_offer"),
    path(OFFER + "decline/", offers.edit_decline, name="decline_coach"),
    path(ROOM + "agreement/", agreement.show_coaching_agreement, name="coaching_agreement"),
    path(ROOM + "agreement/edit/", agreement.edit_coaching_agreement, name="edit_agreement"),
    path(ROOM + "agreement/sign/", agreement.sign_coaching_agreement, name="sign_agreement"),
    path(ROOM + "agreement/three/", agreement.meet_all_three, name="meet_all_three"),
    path(ROOM + "agreement/changes/", agreement.show_agreement_changes, name="agreement_changes"),
    path(ROOM + "agreement/extend/", agreement.edit_extension, name="extend_coaching"),
    path(ROOM + "gap/", gap.show_coaching_gap, name="coaching_gap"),
    path(ROOM + "gap/add/", gap.edit_name_skill, name="name_skill"),
    path(ROOM + "gap/from-need/<uuid:named_pk>/", gap.take_over_need_skill, name="take_over_need_skill"),
    path(ROOM + "gap/mindset/", gap.edit_mindset_shift, name="mindset_shift"),
    path(ROOM + "gap/mindset/<uuid:shift_pk>/", gap.press_mindset_shift, name="press_mindset_shift"),
    path(ROOM + "gap/circumstances/", gap.edit_circumstances, name="circumstances"),
    path(SKILL, gap.edit_gap_skill, name="gap_skill"),
    path(SKILL + "press/", gap.press_gap_skill, name="press_gap_skill"),
    path(ROOM + "readiness/", gap.edit_readiness, name="readiness"),
    path(ROOM + "goals/", goals.show_coaching_goals, name="coaching_goals"),
    path(ROOM + "goals/new/", goals.edit_new_goal, name="new_goal"),
    path(GOAL, goals.edit_goal, name="coaching_goal"),
    path(GOAL + "press/", goals.press_goal, name="press_goal"),
    path(ROOM + "plan/", plan.show_coaching_plan, name="coaching_plan"),
    path(ROOM + "plan/<uuid:skill_pk>/add/", plan.edit_new_step, name="new_step"),
    path(STEP, plan.show_coaching_step, name="coaching_step"),
    path(STEP + "edit/", plan.edit_step, name="edit_step"),
    path(STEP + "practise/", plan.log_step_practice, name="log_practice"),
    path(STEP + "press/", plan.press_step, name="press_step"),
    path(STEP + "split/", plan.edit_split_step, name="split_step"),
    path(ROOM + "sessions/new/", sessions.edit_plan_session, name="plan_session"),
    path(SESSION, sessions.show_coaching_session, name="coaching_session"),
    path(SESSION + "press/", sessions.press_session, name="press_session"),
    path(SESSION + "move/", sessions.move_session, name="move_session"),
    path(SESSION + "topic/", sessions.write_session_topic, name="session_topic"),
    path(SESSION + "scope/", sessions.decide_session_scope, name="session_scope"),
    path(SESSION + "note/", sessions.write_session_note, {"kind": "shared"}, name="session_note"),
    path(SESSION + "own-note/", sessions.write_session_note, {"kind": "private"}, name="session_own_note"),
    path(SESSION + "action/", sessions.agree_session_action, name="session_action"),
    path(ROOM + "actions/<uuid:action_pk>/", sessions.press_action, name="press_action"),
    path(ROOM + "review/", reviews.show_coaching_review, name="coaching_review"),
    path(ROOM + "review/begin/", reviews.begin_coaching_review, name="begin_review"),
    path(ROOM + "review/write/", reviews.write_coaching_review, name="write_review"),
    path(ROOM + "review/goals/", reviews.score_coaching_goals, name="score_goals"),
    path(ROOM + "review/together/", reviews.answer_alliance, name="answer_alliance"),
    path(ROOM + "review/closing/", reviews.edit_closing_questions, name="closing_questions"),
    path(ROOM + "review/sign-off/", reviews.sign_off_coaching, name="sign_off"),
    path(ROOM + "review/sponsor/", reviews.edit_sponsor_part, name="sponsor_part"),
    path(ROOM + "changed/", reviews.show_what_changed, name="what_changed"),
    path(ROOM + "follow-up/", reviews.edit_follow_up, name="follow_up"),
    path(ROOM + "messages/", stopping.edit_coaching_messages, name="coaching_messages"),
    path(ROOM + "messages/read/", stopping.read_coaching_messages, name="read_coaching_messages"),
    path(ROOM + "leave/", stopping.edit_leave_coaching, name="leave_coaching"),
    path(ROOM + "pause/", stopping.pause_coaching, name="pause_coaching"),
]
