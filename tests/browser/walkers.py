"""Who walks about the demo, in this order, where besides today, and which pages they must at least come by."""

from dataclasses import dataclass

from tests.browser.conftest import ANYBODY


@dataclass(frozen=True)
class Walker:
    name: str
    comes_by: frozenset[str]
    starts: tuple[str, ...] = ()


def walker(name: str, comes_by: str, *starts: str) -> Walker:
    return Walker(name, frozenset(comes_by.split()), starts)


WALKERS = (
    walker(
        ANYBODY,
        "front which_help guide crisis_help privacy account_login account_signup account_reset_password "
        "account_request_login_code demo_door outbox",
        "/",
        "/account/signup/",
    ),
    walker(
        "Tom Ashworth",
        "today my_help engagement coaching_agreement coaching_gap gap_skill coaching_goals coaching_goal "
        "coaching_plan coaching_step coaching_session coaching_review coaching_messages what_changed "
        "leave_coaching my_needs need forget_need ask_for_coaching journal my_path me my_privacy my_security "
        "account_email usersessions_list mfa_activate_totp mfa_add_webauthn raise_concern",
        "/account/password/set/",
        "/welcome/",
    ),
    walker(
        "Nkechi Obi",
        "today portfolio coach_offer decline_coach engagement coaching_agreement coaching_gap coaching_goals "
        "coaching_plan coaching_step coaching_session coaching_review feedback answers",
    ),
    walker(
        "Isla Drummond",
        "today my_path edit_way_mark my_help mentorship conversation plan_conversation expectations look_back "
        "ending mentoring_messages mentoring_note direction want_coaching find_mentor rank_mentors",
        "/journal/",
        "/mentors/",
    ),
    walker("Ruaridh MacRae", "today portfolio mentorship decline_request conversation expectations ending"),
    walker(
        "Moira Sinclair",
        "today programmes programme programme_people programme_settings add_person programme_matching match_rules "
        "match_run publish_match_run own_rule ladder rules_file rules_version programme_import programme_picture "
        "programme_relationships programme_outcomes engagement refer_to_coaching coaches_to_offer person stuck_search",
    ),
    walker("Gareth Pugh", "today sponsored engagement sponsor_part my_help"),
    walker("Helen Carrick", "today concerns concern"),
    walker(
        "Fergus Boyle",
        "today programmes programme new_programme organisation new_skill skill import_skills",
        "/skills/",
    ),
    walker("Beth Lawson", "today my_help engagement coach_choice"),
    walker("Joseph Adeyemi", "today talks"),
)
