"""Everybody else at the ferries: names, and the work they do. Without stories of their own."""

from dataclasses import dataclass
from itertools import cycle
from typing import Final

NAMES: Final = """
Callum Reid, Grace Tennant, Jamie OConnor, Wei Zhang, Hannah Brodie, Marcus Bell, Leila Haddad, Ewan Forsyth,
Rosie Blackwood, Imran Sheikh, Catriona Weir, Stephen Platt, Nadia Kowalska, Lewis Turnbull, Abigail Frost,
Mohammed Iqbal, Kirsty Lamont, Daniel Osei, Ffion Meredith, Peter Wiseman, Anjali Menon, Robbie Stirling,
Charlotte Ames, Tobias Lund, Shreya Kapoor, Neil Garvie, Bronwen Ellis, Ibrahim Sesay, Lucy Fairweather,
Andrew Mackie, Chidi Eze, Eleanor Pike, Sean Gallacher, Mina Petrova, Gordon Sim, Rachel Bloom, Adeola Bello,
Martin Cragg, Sofia Marques, Iain Petrie, Deborah Lyle, Hassan Warsame, Morag Tulloch, Josh Penrose, Elif Kaya,
Christopher Dunn, Siobhan Kerr, Rahul Desai, Jean Galbraith, Aaron Whyte, Magda Nowak, Stuart Leask, Efua Mensah,
Victoria Hume, Barry Nichol, Noor Aziz, Gillian Sprott, Luca Bianchi, Heather Rae, Darren Quill, Amina Yusuf,
Keith Ogilvy, Natalie Crewe, Omar Farah, Louise Tait, Gregor Muir, Tanvi Shah, Philip Arkwright, Ailsa Begg,
Dominic Vance, Mei Lin, Roddy Cargill, Joanna Birch, Kofi Darko, Sheila Munday, Ross Haldane, Ines Carvalho,
Matthew Loach, Caitlin Doig, Vikram Nair, Pauline Strang, Jack Rennie, Olga Sidorova, Euan Baxter, Simone Achard,
Terry Gilchrist, Farida Noorzai, Malcolm Rusk, Harriet Vine, Segun Alabi, Jill Cathcart, Declan Roe, Yan Ting Ho,
Murdo Nicolson, Bethan Price, Alasdair Kemp, Carmen Ortiz, Derek Spence, Poppy Langford, Suleiman Abdi,
Lorna Geddes, Finlay Swan, Teresa Walsh, Arjun Pillai, Maureen Tosh, Scott Heddle, Bilal Chaudhry, Emma Thorne,
Hector Innes, Jasmine Cole, Kenneth Broom, Agnieszka Wojcik, Ronan Tully, Phoebe Ashdown, Ali Rezaei, Sandra Moss,
Logan Pirie, Winifred Addo, Graeme Noble, Zoe Hartnell, Tariq Bashir, Effie Sinton, William Drever, Nina Falk,
Harjit Gill, Bruce Meldrum, Oluwaseun Ajayi, Jenny Rook, Archie Flett, Dilys Probert, Connor Mair, Marta Silva
"""

JOBS: Final = (
    ("Deck", "MV Curlew", ("Deckhand", "Bosun", "Third officer", "Second officer", "Deckhand")),
    ("Terminals", "Port Ellery", ("Berth crew", "Ticket clerk", "Shift supervisor", "Berth crew")),
    ("Engineering", "MV Petrel", ("Third engineer", "Motorman", "Fitter", "Second engineer")),
    ("Passenger services", "MV Curlew", ("Steward", "Cook", "Purser", "Steward")),
    ("Customer care", "Port Ellery", ("Customer care adviser", "Team leader", "Customer care adviser")),
    ("Deck", "MV Petrel", ("Deckhand", "Chief officer", "Able seaman")),
    ("Terminals", "Skarra", ("Ticket clerk", "Shift supervisor", "Berth crew")),
    ("Fleet planning", "Port Ellery", ("Planner", "Timetable analyst")),
    ("Engineering", "MV Curlew", ("Motorman", "Electrician", "Third engineer")),
    ("Finance", "Port Ellery", ("Accounts assistant", "Buyer", "Payroll officer")),
    ("Passenger services", "MV Petrel", ("Steward", "Senior steward")),
    ("Digital", "Port Ellery", ("Developer", "Service desk analyst")),
    ("Terminals", "Inchbrae", ("Berth crew", "Shift supervisor")),
)

# Who leads each function; everybody else in it reports to them.
HEADS: Final = {
    "Deck": "gareth.pugh",
    "Engineering": "gareth.pugh",
    "Fleet planning": "gareth.pugh",
    "Passenger services": "gareth.pugh",
    "Terminals": "hamish.gow",
    "Customer care": "patricia.doyle",
    "Finance": "fergus.boyle",
    "Digital": "lena.vogel",
    "People": "moira.sinclair",
    "Operations": "angus.hepburn",
}
CHIEF: Final = "angus.hepburn"


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody in the crowd."""

    name: str
    job: str
    function: str
    place: str


def the_crowd() -> tuple[Face, ...]:
    """Everybody, each with a job; the same each time."""
    names = [" ".join(name.split()) for name in NAMES.split(",")]
    turns = {number: cycle(jobs) for number, (_, _, jobs) in enumerate(JOBS)}
    found = []
    for number, name in enumerate(names):
        turn = number % len(JOBS)
        function, place, _ = JOBS[turn]
        found.append(Face(name, next(turns[turn]), function, place))
    return tuple(found)
