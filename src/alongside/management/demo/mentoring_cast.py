"""Mentoring at the ferries: the stories told in full, around Ruaridh, Isla, Zainab and Priya."""

from typing import Final

from alongside.management.demo.mentoring_walk import MentoringStory as Story
from alongside.models import MentorshipForm

RUARIDH = "ruaridh.macrae"

GETTING_TO_KNOW = (("ask", 0.0), ("accept", 3.0), ("meet", 9.0), ("agree", 2.0))
WALKING = (*GETTING_TO_KNOW, ("meet", 38.0), ("check", 4.0), ("deepen", 3.0))

ISLA: Final = Story(
    "isla.drummond",
    RUARIDH,
    "You passed your mate’s ticket at the second try. I passed mine at the first and have been afraid "
    "ever since "
    "that somebody will notice. Could we talk about that, and about the road to master?",
    (
        *WALKING,
        ("open path", 1),
        ("meet", 40),
        ("write", 20),
        ("questions", 15),
        ("meet", 30),
        ("look back", 25),
        ("meet", 28),
        ("write", 30),
        ("meet", 40),
        ("meet", 45),
        ("carry on", 35),
        ("look back", 20),
        ("meet", 25),
        ("write", 11),
    ),
    last_days_ago=4,
    direction="To stand on the bridge as if I belonged there, and to know in two years whether I want a command.",
    topics=(
        "Why the second try is worth more",
        "My first winter as officer of the watch",
        "What a master does all day",
        "The captain who would not listen",
        "The chief mate’s ticket: when",
        "Children, and this life",
        "Who to know ashore",
        "The application",
    ),
    shared=(
        "He failed because he knew the answer and did not trust it. I wrote that on the inside of my locker.",
        "The harbour at night: he said to steer by what does not move. Then laughed, because he did "
        "not mean the harbour.",
        "A master spends the day deciding what not to decide. Asked to see one of his logs.",
        "I told him about the morning with the pilot. He did not tell me what I should have done. He "
        "told me what he "
        "did when it was him, and it was worse.",
        "Chief mate’s ticket in the spring of next year. Not sooner. It felt good to hear that slower "
        "is allowed.",
        "How Eilidh did it with two small ones. He will introduce us.",
        "Three names ashore, and what each of them worries about.",
    ),
    private=(
        "Knows more than she says. Do not fill the silences.",
        "Reminds me of myself, which is no reason to steer her where I went.",
        "Ask about her father’s boat some day. Not yet.",
    ),
    questions=(
        (
            "Is it a bad sign that I slept badly before every crossing this week?",
            "It is a sign of a bad week. If it is still so in a month, talk to somebody who knows "
            "about sleep, and I "
            "will still be here.",
        ),
        (
            "They have asked whether I would stand in as chief officer for six weeks. I said I would "
            "answer on Friday.",
            "What would you tell a friend? Ring me on Thursday if you like, but I think you know.",
        ),
        (
            "I said yes. I start on the first. May I bring you the handover list before?",
            "Bring it. And bring the biscuits you owe me.",
        ),
    ),
    looking_back_first="I thought he would tell me what to do. He tells me what he did, and I do the rest.",
    looking_back="A year ago I asked how not to be noticed. Now I ask which ship.",
    expectations=(
        "I reach out, and I say honestly when I have not done what I meant to do.",
        "You tell me what happened to you, not what I should do.",
        "Neither of us says anything on board.",
    ),
)

AROUND_RUARIDH: Final = (
    Story(
        "suleiman.abdi",
        RUARIDH,
        "I am a fitter and would like to know what the bridge thinks of the engine room. Properly, not "
        "the jokes.",
        (*GETTING_TO_KNOW,),
        last_days_ago=6,
        topics=("Bridge and engine room",),
        shared=(
            "Two ships in one hull, he said. We began a list of what each of us thinks the other does "
            "all day.",
        ),
        private=("Very quick. Let him ask.",),
    ),
    Story(
        "jasmine.cole",
        RUARIDH,
        "I stand in for the bosun twice a month and would like to do it without shouting.",
        (*WALKING, ("meet", 44), ("write", 30), ("meet", 28)),
        last_days_ago=58,
        direction="To lead a deck crew in my own voice.",
        topics=("Shouting", "Being obeyed and being heard", "A bad berthing", "What the crew sees"),
        shared=("He has not shouted since the spring of some year he would not name.",),
        questions=(("I tried it quietly. They came closer to hear me.", "Well, there you are."),),
    ),
    Story(
        "keith.ogilvy",
        RUARIDH,
        "Thirty next month, same job since school. I do not know what I am asking for, only that I "
        "should ask.",
        (*WALKING, ("meet", 45), ("meet", 50), ("quiet", 127)),
        last_days_ago=20,
        direction="To find out whether there is another job in me.",
        shared=("Made a list of days I liked. They were all days with passengers.",),
    ),
    Story(
        "maureen.tosh",
        RUARIDH,
        "I want to go for able seaman and then officer. My mother says ask Macrae.",
        (
            *WALKING,
            ("meet", 40),
            ("meet", 45),
            ("questions", 20),
            ("look back", 60),
            ("meet", 20),
            ("carry on", 60),
            ("meet", 20),
            ("ending", 10),
        ),
        last_days_ago=9,
        direction="From deckhand to cadet.",
        goodbye="The college said yes. I start next term, and I think this is where I let go of the rope. "
        "Could we "
        "meet once more, to do it properly?",
        shared=("He asked what I would do if nobody were watching. I said: the same, but louder.",),
    ),
    Story(
        "emma.thorne",
        RUARIDH,
        "May I ask you about going from the café to the deck?",
        (("ask", 0), ("list", 4)),
        12,
    ),
    Story(
        "poppy.langford",
        RUARIDH,
        "I build your timetables in a spreadsheet and have never seen a berthing from the bridge. I "
        "would like to "
        "understand what I ask of you. Would you talk with me now and then?",
        (("ask", 0),),
        last_days_ago=2,
    ),
)

PRIYA: Final = Story(
    "priya.raman",
    "yusuf.demir",
    "You went from the ticket window to the board paper. I make timetables that nobody reads until "
    "they are late.",
    (
        *WALKING,
        ("meet", 42),
        ("questions", 20),
        ("meet", 30),
        ("look back", 40),
        ("meet", 25),
        ("meet", 45),
        ("carry on", 40),
        ("ending", 12),
        ("meet", 9),
        ("redefine", 6),
    ),
    last_days_ago=33,
    direction="To find out where a planner can go from here, and who decides it.",
    topics=(
        "Numbers as a voice",
        "Who decides, and when",
        "A year ahead",
        "What I do not want",
        "Saying goodbye well",
    ),
    shared=(
        "Decisions are made three weeks before the meeting. He showed me whom to have tea with, and when.",
        "I do not want to be head of planning. I want to be asked earlier. That is another thing.",
    ),
    goodbye="I know now where I want to go. What I need next is practice in speaking up, with somebody who is "
    "not in "
    "the room. Let us have one last conversation, and then many lunches.",
)

ZAINAB: Final = (
    Story(
        "zainab.malik",
        "lena.vogel",
        "I would like to know how one gets from the phones to anywhere else.",
        (*GETTING_TO_KNOW, ("meet", 35), ("unwind", 9)),
        last_days_ago=110,
        shared=("Digital could be a way. I am not sure that it is mine.",),
    ),
    Story(
        "zainab.malik",
        "eilidh.munro",
        "One question: would you do the shift leader course before applying, or apply first?",
        (("ask", 0), ("accept", 1), ("meet", 6), ("thanks", 1)),
        last_days_ago=40,
        topics=("Course first, or apply first?",),
        shared=("Apply first. The course starts every quarter, the job comes up once in three years.",),
        goodbye="That was all I needed. I have applied.",
        form=MentorshipForm.FLASH,
    ),
    Story(
        "zainab.malik",
        "samuel.okafor",
        "You wrote that you were the only one who looked like you. I am that, on my floor. I have just "
        "become shift "
        "leader and would like somebody to think with over the next year or two.",
        (("ask", 0),),
        last_days_ago=1,
    ),
)
