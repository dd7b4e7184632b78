"""The cast of the demo: whom one can be, what their story is, and what one may try on the questionnaire.

Everybody is invented. The demo organisation is made to fit these lines, and a test holds the two together.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CastDoor:
    """One person to be. `lands_on` names the page they come to; `kind` is coaching, mentoring or neither."""

    email: str
    role: str
    story: str
    lands_on: str = "today"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TryThis:
    """Something one can say to the questionnaire, and the route it should lead to."""

    route: str
    words: str


FERRIES: Final = "skerryline.example"
MUSEUMS: Final = "ravensby.example"

CAST_DOORS: Final = (
    CastDoor(
        f"tom.ashworth@{FERRIES}",
        "Client, two of six sessions in",
        "Promoted eight months ago to lead the people he used to sit beside. His director pays for the coaching and "
        "sees what Tom agreed to show, nothing else.",
        kind="coaching",
    ),
    CastDoor(
        f"beth.lawson@{FERRIES}",
        "Client, choosing a coach",
        "Asked for coaching last week. Three coaches are on offer, each with reasons, and the choice is hers.",
        "my_help",
        kind="coaching",
    ),
    CastDoor(
        f"priya.raman@{FERRIES}",
        "Once a mentee, now a client",
        "Her mentorship ended well. What she wanted next was something else, so there is a new agreement, with "
        "another person.",
        "my_help",
        kind="coaching",
    ),
    CastDoor(
        f"nkechi.obi@{FERRIES}",
        "Coach",
        "Improves timetables by day and coaches one day a week. Her qualification has been verified, and her "
        "clients are at every point of the way.",
        "portfolio",
        kind="coaching",
    ),
    CastDoor(
        f"isla.drummond@{FERRIES}",
        "Mentee, in her second year",
        "Second officer, and one day a master. Her path runs over ten years; her mentor reads the part she opened.",
        "my_path",
        kind="mentoring",
    ),
    CastDoor(
        f"ruaridh.macrae@{FERRIES}",
        "Mentor of five",
        "Thirty years at sea. He walks with five people at different depths: one has just begun, one has gone "
        "quiet, one is saying goodbye.",
        "portfolio",
        kind="mentoring",
    ),
    CastDoor(
        f"dafydd.rees@{FERRIES}",
        "Mentor, full for now",
        "Engineering superintendent in the docking season. He has said so, and nobody new can ask him.",
        "portfolio",
        kind="mentoring",
    ),
    CastDoor(
        f"zainab.malik@{FERRIES}",
        "Mentee, at the third try",
        "A first mentorship was not the right pairing and ended without fault. One single conversation helped, and "
        "now she has asked somebody new.",
        "my_help",
        kind="mentoring",
    ),
    CastDoor(
        f"owen.hartley@{FERRIES}",
        "Has two needs, and nobody yet",
        "A coach for the nearer one, a mentor for the longer one: two agreements, two people. He has not asked "
        "anybody yet.",
        "my_needs",
    ),
    CastDoor(
        f"gareth.pugh@{FERRIES}",
        "Sponsor",
        "Pays for coaching in operations, and sees what each client agreed to show. It is less than he is used to.",
        "sponsored",
        kind="coaching",
    ),
    CastDoor(
        f"moira.sinclair@{FERRIES}",
        "Programme manager",
        "Runs three programmes: need against supply, matching, who might be drifting. She never reads a note.",
    ),
    CastDoor(
        f"joseph.adeyemi@{FERRIES}",
        "Reviewer of needs",
        "For people who want to talk before they decide. He sees what they ticked for him.",
        "talks",
    ),
    CastDoor(
        f"helen.carrick@{FERRIES}",
        "Safeguarding lead",
        "The one place a worry about safety goes. Nobody else sees it, the programme manager least of all.",
        "concerns",
    ),
    CastDoor(
        f"fergus.boyle@{FERRIES}",
        "Administrator",
        "Company secretary. Opens programmes and names who runs them; opens no conversation.",
    ),
    CastDoor(
        f"clare.whitfield@{MUSEUMS}",
        "Programme manager of another organisation",
        "A small museum group on the same install. She sees nothing of the ferries, and they nothing of her.",
    ),
    CastDoor(
        f"anil.joshi@{MUSEUMS}",
        "Mentee of another organisation",
        "Assistant curator. His mentor has hung more exhibitions than he has visited.",
        kind="mentoring",
    ),
)

TRY_THESE: Final = (
    TryThis(
        "coach",
        "I know how to give feedback, I have been on the course. But I keep putting it off with two people in my "
        "team. I want to change that habit by the summer, with practice and somebody to hold me to it.",
    ),
    TryThis(
        "mentor",
        "I would like to become a ship's master one day and do not know what the next ten years should look like. "
        "I would love to learn from somebody who has walked that path and can tell me the unwritten rules.",
    ),
    TryThis(
        "both_in_sequence",
        "Two things. In three months I start to lead a team and want to practise delegating with somebody who keeps "
        "me to it. And over the next few years I want someone who has walked this path to advise me on my career.",
    ),
    TryThis(
        "training",
        "We have a new booking system and I have never been shown how to use it. I need to learn the steps.",
    ),
    TryThis(
        "manager_hr",
        "My rota has me on two ships at once, there are three vacancies, and my manager has not answered the "
        "figures I sent. There are more shifts than people.",
    ),
    TryThis(
        "therapy_eap",
        "Since my father died I have not been sleeping for weeks, I have panic attacks before work and I no longer "
        "see my friends.",
    ),
    TryThis("crisis", "I do not want to be alive any more. I have said goodbye to people."),
    TryThis("clarify", "I feel a bit stuck and would like some help, I think."),
)
