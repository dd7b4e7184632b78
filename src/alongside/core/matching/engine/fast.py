"""Numpy forms of the criteria whose parts are nearly all distinct. Each must equal the criterion's own `measure`."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.free_time import HALF_HOURS_A_WEEK

Table = NDArray[np.float64]  # [distinct client parts, distinct practitioner parts], NaN where refused
_WORD_BYTES: Final = 8
_WORDS: Final = -(-HALF_HOURS_A_WEEK // 64)


def common_free_time(
    clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]
) -> Table:
    ours, theirs = _words(clients), _words(practitioners)
    together = np.zeros((len(clients), len(practitioners)), dtype=np.int64)
    for word in range(_WORDS):
        together += np.bitwise_count(ours[:, word, None] & theirs[None, :, word])
    table = np.where(together * 30 >= setting["least_minutes"], 1.0, np.nan)
    unknown = 1.0 if setting["when_unknown"] == "allow" else np.nan
    table[[part is None for part in clients], :] = unknown
    table[:, [part is None for part in practitioners]] = unknown
    return table


def _words(parts: Sequence[int | None]) -> NDArray[np.uint64]:
    raw = b"".join((part or 0).to_bytes(_WORDS * _WORD_BYTES, "little") for part in parts)
    return np.frombuffer(raw, dtype="<u8").astype(np.uint64).reshape(len(parts), _WORDS)


def skill_cover(clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]) -> Table:
    place = _places(skill for part in practitioners for skill, _ in part)
    level = np.zeros(
        (len(practitioners), len(place) + 1), dtype=np.int64
    )  # the last column: offered by nobody
    for row, part in enumerate(practitioners):
        for skill, offered in part:
            level[row, place[skill]] = offered
    table = np.zeros((len(clients), len(practitioners)))
    for row, part in enumerate(clients):
        covered = np.zeros(len(practitioners), dtype=np.int64)
        for one in part:
            reached = level[:, place.get(one.skill, len(place))]
            covered += one.importance * np.clip(reached - one.current, 0, one.gap)
        whole = sum(one.importance * one.gap for one in part)
        table[row] = covered / whole if whole else 0.0
    return table


def goals_text(clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]) -> Table:
    place = _places(word for part in practitioners for word in part)
    ours, theirs = _present(clients, place), _present(practitioners, place)
    both = (ours @ theirs.T).astype(np.float64)  # whole numbers below 2²⁴: exact in float32
    sizes = np.outer([len(part) for part in clients], [len(part) for part in practitioners])
    table: Table = np.minimum(1.0, both / np.sqrt(np.maximum(1, sizes)))
    return table


def _present(parts: Sequence[Any], place: Mapping[Hashable, int]) -> NDArray[np.float32]:
    table = np.zeros((len(parts), len(place)), dtype=np.float32)
    for row, part in enumerate(parts):
        table[row, [place[word] for word in part if word in place]] = 1
    return table


def _places(found: Iterable[Hashable]) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    for one in found:
        places.setdefault(one, len(places))
    return places


def together(clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]) -> Table:
    """Refused where one key stands in any of the sets of the other. For parts (key, set, set …)."""
    table = np.ones((len(clients), len(practitioners)))
    _rule_out(table, clients, practitioners)
    _rule_out(table.T, practitioners, clients)
    return table


def _rule_out(table: Table, these: Sequence[Any], those: Sequence[Any]) -> None:
    place: dict[Hashable, list[int]] = {}
    for column, part in enumerate(those):
        place.setdefault(part[0], []).append(column)
    for row, part in enumerate(these):
        for key in frozenset().union(*part[1:]):
            table[row, place.get(key, [])] = np.nan


def two_different_people(
    clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]
) -> Table:
    """Refused where the keys are the same."""
    return together([(key, (key,)) for key in clients], [(key, ()) for key in practitioners], setting)


def own_choices(clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]) -> Table:
    """Nothing but where somebody has chosen: only the choices are gone through, never the pairs."""
    most, share = int(setting["most"]), int(setting["client_percent"])
    worth = np.zeros((len(clients), len(practitioners)), dtype=np.int64)
    _add_choices(worth, clients, practitioners, most, share)
    _add_choices(worth.T, practitioners, clients, most, 100 - share)
    table: Table = worth / (100 * most)
    return table


def _add_choices(
    worth: NDArray[np.int64], these: Sequence[Any], those: Sequence[Any], most: int, share: int
) -> None:
    place: dict[Hashable, list[int]] = {}
    for column, part in enumerate(those):
        place.setdefault(part[0], []).append(column)
    for row, (_, choices) in enumerate(these):
        for rank, key in enumerate(choices):
            if key in place and key not in choices[:rank]:  # of a person named twice the first place counts
                worth[row, place[key]] += share * (most - rank)


def path_similarity(
    clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]
) -> Table:
    place = _places(role for part in practitioners for role in part)
    theirs = _present(practitioners, place).T
    held, wanted = (_present([part[side] for part in clients], place) @ theirs for side in (0, 1))
    sizes = np.array([max(1, len(part[0])) for part in clients])
    table: Table = (held.astype(np.float64) / sizes[:, None] + (wanted > 0)) / 2
    return table


def skill_offered(clients: Sequence[Any], practitioners: Sequence[Any], setting: Mapping[str, Any]) -> Table:
    """Each pair of a skill and a level asked for is one word; whoever offers that much or more has the word."""
    words = [{(one.skill, one.required) for one in part} for part in clients]
    asked = sorted({word for some in words for word in some})
    place, offered = _places(asked), [dict(part) for part in practitioners]
    has = np.array(
        [[one.get(skill, -1) >= level for skill, level in asked] for one in offered], dtype=np.float32
    )
    met = _present(words, place) @ has.reshape(len(practitioners), len(place)).T
    wanted = np.array([len(some) for some in words])[:, None]
    enough = met == wanted if setting["how_many"] == "all" else met > 0
    return np.where(enough | (wanted == 0), 1.0, np.nan)


FAST: Final[Mapping[str, Callable[[Sequence[Any], Sequence[Any], Mapping[str, Any]], Table]]] = {
    "common_free_time": common_free_time,
    "skill_cover": skill_cover,
    "goals_text": goals_text,
    "own_choices": own_choices,
    "path_similarity": path_similarity,
    "skill_offered": skill_offered,
    "two_different_people": two_different_people,
    "reporting_line": together,
    "conflict_of_interest": together,
    "not_together_before": together,
}
