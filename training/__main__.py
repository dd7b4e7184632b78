"""`./dev train`: make the second reader anew from the labelled cases, or measure how well making it works."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from alongside.core.needs.cases import Case, read_cases
from alongside.core.needs.second_reader.network import load_network
from alongside.core.needs.second_reader.opinion import read_again
from training.averaging import average
from training.examples import ROUTES, TICKS, examples_of, with_danger_hidden
from training.learning import learn
from training.starting_point import read_vocabulary, starting_weights
from training.writing import write_reader

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "src" / "alongside" / "core" / "needs" / "rules"
FOLDS = 5


def main(words: Sequence[str]) -> None:
    options = argparse.ArgumentParser(prog="./dev train", description=__doc__)
    options.add_argument(
        "--cases", type=Path, default=ROOT / "training" / "cases.jsonl", help="labelled cases to learn from"
    )
    options.add_argument("--out", type=Path, default=RULES / "reader-new.npz", help="the file to write")
    options.add_argument("--version", default="reader-new", help="the name it goes by")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument(
        "--measure", action="store_true", help="leave out a fifth at a time and read it afterwards"
    )
    options.add_argument(
        "--average", type=Path, nargs="+", metavar="READER", help="the mean of these instead"
    )
    chosen = options.parse_args(words)
    if chosen.average:
        average(chosen.average, chosen.out, chosen.version)
        return
    cases = read_cases(chosen.cases.read_text("utf-8"))
    if chosen.measure:
        measure_folds(cases, chosen.out, chosen.seed)
    else:
        make(cases, chosen.out, chosen.version, chosen.seed)


def make(cases: Sequence[Case], out: Path, version: str, seed: int) -> None:
    """Learn from all cases and write the reader."""
    pieces, numbers = read_vocabulary()
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    start = starting_weights(numbers, len(ROUTES), len(TICKS))
    examples = examples_of(with_danger_hidden(cases, seed), vocabulary)
    learned = learn(start, examples, vocabulary["[MASK]"], seed, say)
    write_reader(out, learned, pieces, version)
    say(f"{out}: {out.stat().st_size / 1e6:.1f} MB, from {len(cases)} cases")


def measure_folds(cases: Sequence[Case], out: Path, seed: int) -> None:
    """Five readers, each measured on the fifth it has not seen."""
    fold_of = np.random.default_rng(seed).permutation(len(cases)) % FOLDS
    right = 0
    for fold in range(FOLDS):
        make([case for case, at in zip(cases, fold_of, strict=True) if at != fold], out, "fold", seed)
        network = load_network(out.read_bytes())
        kept = [case for case, at in zip(cases, fold_of, strict=True) if at == fold]
        hits = sum(read_again(c.text, c.answers, network).likeliest.value in c.acceptable for c in kept)
        right += hits
        say(f"fold {fold + 1}: {hits} of {len(kept)}")
    say(f"all: {right / len(cases):.3f} ({right} of {len(cases)})")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
