"""Coaching stories of people who lead others."""

from alongside.management.demo.arcs import Arc, Practice

DIFFICULT_CONVERSATIONS = Arc(
    skill="difficult-conversations",
    goal="Raise a problem with somebody in my team within three days, and say it plainly",
    levels=(
        "I still wait for the problem to go away, or send a message instead of talking.",
        "I raise it, but after weeks, and so softly that it is not heard.",
        "Within three days, in private, with one example and one request.",
        "And I ask for their side first, and we write down what each will do.",
        "People in the team begin to raise things with me in the same way.",
    ),
    shift=(
        "If I say it, they will think I have changed sides.",
        "If I say it early and kindly, they can do something about it.",
    ),
    steps=(
        Practice(
            "Write down the one example and the one request before I speak",
            "Late handovers at the morning sailing",
            3,
            3,
            "My notes",
        ),
        Practice(
            "Say both in the first two minutes, then stop talking",
            "One-to-one with one of the berth crew",
            2,
            3,
            "What they said back",
        ),
        Practice(
            "Ask for their side before I say what I want",
            "A conversation I have put off for a month",
            3,
            4,
            "What I learned that I did not know",
        ),
        Practice(
            "Do it the same day, without notes",
            "On the quay, after something has gone wrong",
            3,
            4,
            "A colleague who was there",
        ),
    ),
    topics=(
        "The conversation I keep putting off",
        "What I am afraid will happen, and what did happen",
        "Saying it in two sentences",
        "When they push back",
        "Asking before telling",
        "Keeping it going without a coach",
    ),
    shared_notes=(
        "We began with the list of things that have been waiting. Seven. One of them since October. "
        "Chose the one that costs most sleep and practised the first two sentences aloud until they "
        "sounded like mine.",
        "It took four minutes. He said he had been wondering when somebody would mention it. The dread "
        "beforehand was three weeks long.",
        "Two sentences are enough: what I saw, and what I ask for. Everything after that was me "
        "softening it until it meant nothing.",
        "She disagreed, and she was partly right about the rota. I changed my mind on one point and "
        "held the other. That felt like the real thing.",
        "Asked first this time. Learned that the new ramp signals cannot be seen from the van lane. It "
        "was never about attitude.",
        "Looked back at the list. Nothing on it is older than three days.",
    ),
    private_notes=(
        "Notices a lot and says little of it. My part is to leave room and not to fill it.",
        "I was about to give advice on the rota and stopped in time. Watch that.",
        "Bring to supervision: my own impatience when the same worry returns.",
    ),
    actions=(
        "Speak to the first person on the list before Friday",
        "Write down what happened, the same evening",
        "Ask two of the crew how they would like to be told",
        "Book twenty minutes with each team member this month",
    ),
    helped="Saying it aloud in the session first. It is much harder to be vague to a person than to a page.",
    ahead="Fewer rehearsals, more real ones. And the conversation with the night shift.",
    lasting="I still write the one example and the one request on a card. The rest comes by itself.",
)

DELEGATING = Arc(
    skill="delegating",
    goal="Hand over the daily berth plan and not take it back",
    levels=(
        "I do the plan myself every day and work late.",
        "I hand it over and redo it in the evening.",
        "Two people make the plan in turn; I look at it once a week.",
        "And they settle exceptions without calling me.",
        "They have changed the way the plan is made, and it is better.",
    ),
    shift=(
        "Nobody will do it as carefully as I do.",
        "They will do it their way, and I will find out what matters.",
    ),
    steps=(
        Practice(
            "Say what the plan has to achieve, not how it is made",
            "Handing over to the first of the two",
            1,
            1,
            "Their summary in their own words",
        ),
        Practice(
            "Answer a question with a question",
            "When they ring me about the plan",
            3,
            4,
            "Tally on the whiteboard",
        ),
        Practice(
            "Leave a plan alone that I would have made otherwise",
            "A normal week in season",
            4,
            5,
            "Weekly look together",
        ),
    ),
    topics=(
        "What only I can do, and what I only think so",
        "Handing over the result, not the recipe",
        "The Sunday on which I redid the plan",
        "What I check, and how often",
        "What to do with the time",
        "Next: handing over more than tasks",
    ),
    shared_notes=(
        "Of forty hours, eleven go into things that two others could do. The list surprised both of us.",
        "Said what the plan is for: nobody waits more than one sailing, nobody works two late shifts "
        "in a row. They asked better questions than I expected.",
        "Rang in at 21:40 to change one berth. We talked about what that call cost, and whom.",
        "Once a week, with coffee, three questions. No looking in between.",
        "The plan is different from mine. It is not worse. I would not have split the freight lane.",
        "Eleven hours back, and most of them went into being at the terminal when people want to talk.",
    ),
    private_notes=(
        "The pride in careful work is real and deserves respect. It is not the problem.",
        "Check next time whether the manager above knows about the handover.",
    ),
    actions=(
        "Write half a page: what the plan is for",
        "Agree a weekly half hour with both",
        "Do not open the plan on my days off",
    ),
    helped="Counting the hours. I would have said three.",
    ahead="Hand over the summer timetable in the same way, and earlier.",
    lasting="They own it. I learned about a change from the notice board, and was glad.",
)

FORMER_PEERS = Arc(
    skill="managing-former-peers",
    goal="Lead the people I used to sit beside, without pretending that nothing has changed",
    levels=(
        "I avoid decisions that one of them may dislike.",
        "I decide, and apologise for it.",
        "I say once, to everyone, what has changed and what has not, and decide accordingly.",
        "And I can be teased about it and still hold the line.",
        "They bring me the awkward things before I hear of them elsewhere.",
    ),
    shift=("I am still one of them.", "I am on their side in another way now."),
    steps=(
        Practice(
            "Tell each of them what has changed between us",
            "A walk or a coffee, one at a time",
            5,
            6,
            "What they asked for",
        ),
        Practice(
            "Give the same answer to a friend as to anybody else",
            "Leave requests for August",
            3,
            3,
            "The rota",
        ),
        Practice(
            "Leave the table when it turns to gossip, without a speech",
            "The mess room",
            3,
            4,
            "How it felt, in a line",
        ),
    ),
    topics=(
        "What has changed, and what has not",
        "The friend who asks for a favour",
        "Where I eat my lunch",
        "Fair and friendly at once",
        "Being talked about",
        "Whom I talk to now",
    ),
    shared_notes=(
        "Six names on a page. With two of them it will be easy, with one it will not. We left that one "
        "until third.",
        "Said no to the August swap. It was quiet for a day.",
        "I do not have to be in every group chat. Left one, told them why, got a thumbs up.",
        "The word for it is even-handed. Not cold.",
        "Heard that somebody calls me the sheriff. Decided that there are worse names.",
        "What I miss is somebody to grumble with. Found a terminal manager on another island.",
    ),
    private_notes=(
        "Loneliness of the first year in the role. Do not rush past it.",
        "Steady and funny. The humour covers the hard parts and also carries them.",
    ),
    actions=("Three coffees before the next session", "Write the rule for swaps, and show it first"),
    helped="Deciding beforehand what I would say to a friend, so that I did not have to find it on the spot.",
    ahead="Carry the same calm into the pay round.",
    lasting="I know now which things I decide alone and which I never should.",
)

LEADING_CHANGE = Arc(
    skill="leading-change",
    goal="Bring the crew through the new boarding system so that they run it, not endure it",
    levels=(
        "It is switched on and most work around it.",
        "It is used when somebody looks.",
        "Every watch uses it, and each has named one thing to improve.",
        "And two of those improvements are in place.",
        "Another ship has asked our crew to show them.",
    ),
    shift=("I have to convince them.", "I have to find out what they know that the project does not."),
    steps=(
        Practice(
            "Listen to one watch for a whole shift before I explain anything",
            "On board, a Saturday sailing",
            2,
            2,
            "Ten things I wrote down",
        ),
        Practice(
            "Say plainly what is settled and what is not",
            "The watch meeting",
            3,
            3,
            "Their questions afterwards",
        ),
        Practice(
            "Bring back an answer to every question within a week",
            "The notice board in the mess",
            4,
            5,
            "The board itself",
        ),
    ),
    topics=(
        "What they stand to lose",
        "Settled, open, unknown",
        "The loudest voice and the quietest",
        "Small proof",
        "When the system fails on a Friday",
        "Letting it be theirs",
    ),
    shared_notes=(
        "Three columns: settled, open, unknown. Half of what I had been defending is in the second.",
        "The deckhand who says least had the best idea. She had drawn it on a ticket stub.",
        "It went down on the Friday before the bank holiday. They ran it on paper in eleven minutes, "
        "because they had asked for that drill.",
        "I stopped saying 'roll-out'.",
    ),
    private_notes=("Carries the project manager’s impatience as their own. Name it gently.",),
    actions=("One whole shift with each watch", "Answer board in both mess rooms"),
    helped="Separating what is settled from what is not. The quarrels were nearly all about the second.",
    ahead="The same approach for the winter docking.",
    lasting="The board is still there, and nobody asks me to keep it up.",
)

LEADING = (DIFFICULT_CONVERSATIONS, DELEGATING, FORMER_PEERS, LEADING_CHANGE)
