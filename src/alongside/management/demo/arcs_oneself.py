"""Coaching stories of people who change how they work themselves."""

from alongside.management.demo.arcs import Arc, Practice

PRIORITISING = Arc(
    skill="prioritising",
    goal="Finish the two things that matter each week before the inbox has its way",
    levels=(
        "The week is gone, and both are where they were.",
        "One of them moves, on Friday evening.",
        "Both are done by Thursday noon in three weeks of four.",
        "And I have told the people who wait for the rest, before they ask.",
        "My team plans in the same way without being told.",
    ),
    shift=("Everything is urgent.", "Everything is somebody’s urgent. Two things are mine."),
    steps=(
        Practice(
            "Name the two things on Monday before I open the mail",
            "At my desk, eight o'clock",
            3,
            4,
            "A card on the screen",
        ),
        Practice("Keep two mornings free and use them for these", "A normal week", 3, 4, "The diary"),
        Practice(
            "Tell somebody today that their thing comes next week",
            "A request from another department",
            3,
            4,
            "Their answer",
        ),
    ),
    topics=(
        "Where the week goes",
        "Two things, not ten",
        "The price of a quick question",
        "Saying when, instead of yes",
        "What happens in a bad week",
        "Keeping the mornings",
    ),
    shared_notes=(
        "Counted: forty-one interruptions on Tuesday, six of them needed me.",
        "Two mornings, door closed, phone with the duty desk. Nobody minded except me.",
        "'Next Wednesday by noon' turned out to be an answer that people like. Better than 'soon', "
        "which I have been saying for years.",
        "A bad week, and the card still said two things. Did one. Moved the other on purpose and not "
        "by accident.",
    ),
    private_notes=("Very quick to be helpful. It is also how she belongs. Go slowly there.",),
    actions=("Move the stand-up to the afternoon", "Write the two things where others can see them"),
    helped="Seeing the count. I had believed that it was the workload.",
    ahead="Do the same with the yearly plan.",
    lasting="The card. I would not start a Monday without it.",
)

SPEAKING_UP = Arc(
    skill="speaking-up",
    goal="Say my view in the fleet meeting while it can still change something",
    levels=(
        "I say it afterwards, in the corridor.",
        "I say it when I am asked.",
        "I say it once in every meeting, before the decision.",
        "And I stay with it when the first answer is no.",
        "Others wait for my view before they decide.",
    ),
    shift=(
        "If it were a good point, somebody would have made it.",
        "If I see it and they do not, it is mine to say.",
    ),
    steps=(
        Practice(
            "Ask one question in the first ten minutes",
            "The weekly planning meeting",
            3,
            4,
            "Tick in the notebook",
        ),
        Practice(
            "Say a view in one sentence, without 'maybe' and 'just'",
            "The fleet meeting",
            3,
            4,
            "A colleague who counts",
        ),
        Practice(
            "Say it again, with a reason, after a first no", "The fleet meeting", 2, 3, "What happened next"
        ),
    ),
    topics=(
        "The sentence I did not say",
        "Early is easier",
        "One sentence, then silence",
        "After the first no",
        "Being known for something",
        "Room for others",
    ),
    shared_notes=(
        "Wrote down the sentences from the last three meetings that stayed in my head. There were "
        "five. Four of them were right.",
        "The first ten minutes are the trick. After that the room has its speakers.",
        "The master said 'good point, carry on' and they changed the tide window. I did not hear the "
        "next five minutes for happiness.",
        "No, and then a second no, and then 'send me the figures'. Sent them.",
    ),
    private_notes=("Prepares thoroughly and then hides it. Ask about the drawer of good ideas.",),
    actions=("Tell one colleague what I am practising", "Bring the figures on fuel to the next meeting"),
    helped="Practising the one sentence until it was short.",
    ahead="Chair one meeting before the summer.",
    lasting="I chair it now, every second week.",
)

SAYING_NO = Arc(
    skill="saying-no",
    goal="Answer a request with what I can do and by when, instead of yes",
    levels=(
        "Yes to everything, and late with most of it.",
        "No, by not answering.",
        "A clear answer within a day: yes, no, or another date.",
        "And I offer another way where there is one.",
        "People come with fewer and better requests.",
    ),
    shift=("A no lets them down.", "A late yes lets them down."),
    steps=(
        Practice(
            "Ask what it is for and when it is needed before I answer",
            "Requests from the terminals",
            4,
            5,
            "The request book",
        ),
        Practice("Offer a date instead of a yes", "Requests by telephone", 3, 4, "The request book"),
        Practice("Say no to somebody senior, with another way", "The Monday call", 2, 3, "What they said"),
    ),
    topics=(
        "Yes as a habit",
        "What is it for?",
        "A date is an answer",
        "No, upwards",
        "Whom I owe what",
        "Keeping my word, less often given",
    ),
    shared_notes=(
        "Nineteen open promises. We sorted them by what happens if they are never kept. For seven of "
        "them: nothing.",
        "Asked what it was for. It was for a report that nobody writes any more.",
        "Said no to the director with a second way. He took the second way and thanked me.",
    ),
    private_notes=("Warm, conscientious, tired. Keep an eye on scope: health belongs elsewhere.",),
    actions=("Close the seven", "Put a 'by when' on every open promise"),
    helped="The list of promises. Looking at it together made it smaller.",
    ahead="Agree with my manager what comes first in the docking season.",
    lasting="Nineteen has become four, and I know all four by heart.",
)

GIVING_FEEDBACK = Arc(
    skill="giving-feedback",
    goal="Tell every member of my watch something useful about their work each week",
    levels=(
        "They hear from me when something breaks.",
        "They hear 'well done', and not for what.",
        "Each hears one thing a week that they can repeat or change.",
        "And each has told me one thing back.",
        "They tell it to one another.",
    ),
    shift=("Good people do not need it.", "Good people want it most."),
    steps=(
        Practice(
            "Name one thing that went well and what it did", "End of the watch", 4, 5, "Pocket notebook"
        ),
        Practice(
            "Name one thing to change, and ask how they see it", "End of the watch", 3, 4, "Pocket notebook"
        ),
        Practice(
            "Ask what I should do otherwise, and say thank you",
            "The quiet hour after docking",
            3,
            4,
            "What I changed",
        ),
    ),
    topics=(
        "What did I last say, and to whom?",
        "Well done is not enough",
        "What to change, without the sandwich",
        "Asking for it",
        "The one who does everything right",
        "A habit of the watch",
    ),
    shared_notes=(
        "Went through the watch by name. For three of them I could not say when I had last told them "
        "anything.",
        "'You coiled the stern line before anybody asked, so we left on time.' He went red and was "
        "early the next day too.",
        "Left out the cushion before and after. It was shorter and kinder.",
        "The third engineer told me that I sigh. I do.",
    ),
    private_notes=("Learned early that praise is for children. Treat that with care.",),
    actions=("Notebook in the pocket, two lines a watch", "Ask the third engineer for one thing"),
    helped="Being asked for names. It is easy to be good at feedback in general.",
    ahead="Do the same with the shore team.",
    lasting="The notebook is full. I have begun the second.",
)

ONESELF = (PRIORITISING, SPEAKING_UP, SAYING_NO, GIVING_FEEDBACK)
